import { readFileSync } from "node:fs";
import { type EditionName, inferTopology, type Replay, replay, type Tolerance } from "../../src/index.js";

/** A console capture of a real shell: facts with their source (see the file's fields). */
export interface Capture {
  readonly id: string;
  readonly edition: string;
  readonly prompt?: string;
  readonly command: string;
  readonly command_shown: boolean;
  readonly output: string;
  readonly spacing: "exact" | "reflowed";
  readonly kind: string;
  readonly note?: string;
}

/** How one capture came out. */
export interface CaptureOutcome {
  readonly capture: Capture;
  readonly same: boolean;
  /** Why it did not, in a few words that many captures share. */
  readonly reason?: string;
  readonly report?: string;
}

/** Copying by hand lost blank lines, archives changed blanks, and identifiers and times differ everywhere. */
const tolerances: readonly Tolerance[] = ["trailingBlanks", "blankLines", "guids", "dates"];

const editions: Readonly<Record<string, EditionName>> = {
  "Exchange 2010": "Exchange2010",
  "Exchange 2013": "Exchange2013",
  "Exchange 2016": "Exchange2016",
  "Exchange 2019": "Exchange2019",
};

/** What notes say of captures that are not the whole of what was typed or shown. */
const partial = /excerpt of|only the first|not shown|dropped|collapsed|separate block|redacted|truncated|continues in/i;

export function readCaptures(): readonly Capture[] {
  const lines = readFileSync(new URL("./captures.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n");
  return lines.map((line): Capture => JSON.parse(line));
}

/** The captures that a replay can be held to: their spacing is true, the edition known, and they are whole. */
export function wholeCaptures(): readonly Capture[] {
  return readCaptures().filter(
    ({ spacing, edition, command_shown, note = "" }) =>
      spacing === "exact" && edition in editions && command_shown && !partial.test(note),
  );
}

/** The columns of the console that broke a typed line, which stands in the file as it was broken. */
const brokenAt = 119;

/** A capture as a transcript: at the prompt that its source had, else at the edition's own. */
export function transcriptOf({ prompt = "[PS] C:\\>", command, output }: Capture): string {
  const [first = ""] = command.split("\n", 1);
  const isBroken = prompt.length + first.trimEnd().length >= brokenAt;
  return `${prompt}${isBroken ? command : command.replaceAll("\n", "\n>> ")}\n${output}\n`;
}

/** Infers an organization from a capture alone and replays it there. */
export function playCapture(capture: Capture): CaptureOutcome {
  const edition = editions[capture.edition];
  const transcript = transcriptOf(capture);
  try {
    const told = edition === undefined ? {} : { edition };
    const { topology, profile } = inferTopology(transcript, told);
    const variables = profile === undefined ? {} : { profile };
    const played = replay(transcript, { topology, tolerances, ...told, ...variables });
    if (played.same) return { capture, same: true };
    return { capture, same: false, reason: reasonOf(played), report: played.report };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { capture, same: false, reason: `no organization: ${error.message.split("\n")[0]}` };
  }
}

function reasonOf({ entries }: Replay): string {
  const cause = entries.find(({ same }) => !same)?.cause;
  switch (cause?.kind) {
    case undefined:
      return "shows something else";
    case "notEmulated":
      return "cmdlet or parameter not emulated";
    case "missingObject":
      return "object not inferred";
    case "otherWidth":
    case "otherEdition":
      return "width or edition not told";
    case "unanswered":
      return "question without an answer";
  }
}
