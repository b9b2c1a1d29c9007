import { createShell, type Shell } from "../../shell/shell.js";
import { buildTopology, type Topology, TopologyError, type TopologySpec } from "../../topology/index.js";
import { readTranscript, type Transcript } from "../reading/read-transcript.js";
import { defaultDomain, draftOf, hasDescription, isDescribed } from "./draft.js";
import { type Doubt, type SeenObject, sightingsOf } from "./sightings.js";
import { Words } from "./words.js";

/** An organization that was made from a transcript. */
export interface InferredTopology {
  readonly topology: Topology;
  /** What the transcript shows and could not be brought into the organization, or contradicts itself. */
  readonly doubts: readonly Doubt[];
}

/**
 * Builds the smallest organization in which a transcript is true: the objects that it shows and names, as they were
 * before its first entry. What cannot be told takes the defaults of `buildTopology`.
 * @throws {TranscriptError} for what is no text
 */
export function inferTopology(transcript: string | Transcript): InferredTopology {
  const read = typeof transcript === "string" ? readTranscript(transcript) : transcript;
  const { objects, doubts } = sightingsOf(read, new Words(read));
  const text = read.entries.map(({ typed, shown }) => `${typed}\n${shown}`).join("\n");
  const { shell, refused } = shellIn(draftOf(objects, text), read);
  const rest = objects.filter(({ isMade }) => !isMade).flatMap((object) => complete(shell, object));
  return { topology: shell.topology, doubts: [...doubts, ...refused, ...rest] };
}

/**
 * A shell in the organization of a description. One that no directory takes, because a page has broken its names, makes
 * an organization without objects, and a doubt.
 */
function shellIn(spec: TopologySpec, { edition, entries }: Transcript): { shell: Shell; refused: readonly Doubt[] } {
  const options = edition === undefined ? {} : { edition };
  try {
    return { shell: createShell({ topology: buildTopology(spec), ...options }), refused: [] };
  } catch (error) {
    if (!(error instanceof TopologyError)) throw error;
    const shell = createShell({ topology: buildTopology({ domain: defaultDomain }), ...options });
    return { shell, refused: [{ line: entries[0]?.line ?? 1, message: error.message }] };
  }
}

/** Brings an object and what was seen of it into the organization, by the cmdlets that would. */
function complete(shell: Shell, object: SeenObject): Doubt[] {
  const { line, noun, name } = object;
  if (!exists(shell, object)) {
    if (hasDescription(object)) return [];
    const { errors } = shell.run(`New-${noun} ${argumentsOf(shell, object)} -Confirm:$false`);
    if (errors[0] !== undefined)
      return [{ line, message: `${noun} '${name}' could not be made: ${errors[0].message}` }];
  }
  return [...object.properties].flatMap(([property, text]) => {
    const by = object.shownBy.get(property) ?? noun;
    if (isDescribed(object, property) || shownText(shell, by, name, property) === text) return [];
    const { errors } = shell.run(`Set-${by} ${quoted(name)} -${property} ${literal(text)} -Confirm:$false`);
    const isSet = errors.length === 0 && shownText(shell, by, name, property) === text;
    return isSet ? [] : [{ line, message: `${noun} '${name}' shows ${property} '${text}', which could not be set.` }];
  });
}

function exists(shell: Shell, { noun, name }: SeenObject): boolean {
  return shell.run(`Get-${noun} ${quoted(name)}`).output.length > 0;
}

/** What a property reads as in a table. */
function shownText(shell: Shell, noun: string, name: string, property: string): string {
  const { text } = shell.run(`(Get-${noun} ${quoted(name)} | Format-List ${property} | Out-String -Width 4000).Trim()`);
  return text.slice(text.indexOf(":") + 1).trim();
}

/** The seen properties that the cmdlet which makes the object takes. */
function argumentsOf(shell: Shell, { noun, name, properties }: SeenObject): string {
  const typed = `New-${noun} -`;
  const known = new Set(shell.complete(typed, typed.length).matches.map(({ text }) => text.slice(1).toLowerCase()));
  const given = [...properties].filter(([property]) => property !== "name" && known.has(property));
  return [`-Name ${quoted(name)}`, ...given.map(([property, text]) => `-${property} ${literal(text)}`)].join(" ");
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A shown value as it would be typed. */
function literal(text: string): string {
  if (text === "") return "$null";
  if (text === "True" || text === "False") return `$${text}`;
  if (!text.startsWith("{") || !text.endsWith("}")) return quoted(text);
  const elements = text.slice(1, -1);
  return elements === "" ? "$null" : elements.split(", ").map(quoted).join(",");
}
