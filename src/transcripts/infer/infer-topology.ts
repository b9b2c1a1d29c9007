import type { EditionName } from "../../shell/edition-names.js";
import { buildTopology, type Topology, TopologyError, type TopologySpec } from "../../topology/index.js";
import { readTranscript, type Transcript } from "../reading/read-transcript.js";
import { bringAbout } from "./bring-about.js";
import { defaultsIn } from "./defaults.js";
import { defaultDomain, draftOf } from "./draft.js";
import { evidenceIn } from "./evidence.js";
import type { Doubt } from "./seen.js";
import { sightingsOf } from "./sightings.js";
import { Words } from "./words.js";

/** An organization that was made from a transcript. */
export interface InferredTopology {
  readonly topology: Topology;
  /** A script that sets the variables which the transcript uses and does not set, for the option `profile`. */
  readonly profile: string;
  /** What the transcript shows and could not be brought into the organization, or contradicts itself. */
  readonly doubts: readonly Doubt[];
  /** What nothing tells and was taken to be as usual: a sentence for each. */
  readonly defaults: readonly string[];
}

/** What is known of a transcript beside its text. */
export interface InferOptions {
  /** The shell that it comes from; left out: what the text tells, else Exchange2010. */
  readonly edition?: EditionName;
}

/**
 * Builds the smallest organization in which a transcript is true: the objects that it shows and names, as they were
 * before its first entry. What cannot be told takes the defaults of `buildTopology`.
 * @throws {TranscriptError} for what is no text
 */
export function inferTopology(transcript: string | Transcript, options: InferOptions = {}): InferredTopology {
  const read = typeof transcript === "string" ? readTranscript(transcript) : transcript;
  const edition = options.edition ?? read.edition ?? "Exchange2010";
  const sightings = sightingsOf(read, new Words(read));
  const { objects, netBIOSName, profile, doubts } = sightings;
  const evidence = { ...evidenceIn(read), ...(netBIOSName === undefined ? {} : { netBIOSName }) };
  const spec = draftOf(objects, evidence, edition);
  const { topology, refused } = built(spec, read);
  const defaults = defaultsIn(spec, objects, evidence);
  if (refused.length > 0) return { topology, profile: "", doubts: [...doubts, ...refused], defaults };
  const brought = bringAbout(topology, edition, sightings);
  return {
    topology: brought.topology,
    profile: profile.join("\n"),
    doubts: [...doubts, ...brought.doubts],
    defaults,
  };
}

/**
 * The organization of a description. One that no directory takes, because a page has broken its names, makes an
 * organization without objects, and a doubt.
 */
function built(
  spec: TopologySpec,
  { entries }: Transcript,
): { readonly topology: Topology; readonly refused: readonly Doubt[] } {
  try {
    return { topology: buildTopology(spec), refused: [] };
  } catch (error) {
    if (!(error instanceof TopologyError)) throw error;
    const refused = [{ line: entries[0]?.line ?? 1, message: error.message }];
    return { topology: buildTopology({ domain: defaultDomain }), refused };
  }
}
