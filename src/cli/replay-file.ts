import { basename } from "node:path";
import { inferTopology, readTranscript, replay, type ShellOptions, type Tolerance, type Transcript } from "../index.js";
import { continuationPrompt } from "./entries.js";
import type { FrontedShell } from "./front.js";
import { sayDoubts } from "./infer-organization.js";
import { writeOut } from "./standard-streams.js";
import { readTextFile } from "./text-file.js";

/** A transcript in a file, and what its shell was, as far as it tells. */
export interface ReadTranscript {
  readonly file: string;
  readonly transcript: Transcript;
  readonly told: Pick<ShellOptions, "edition" | "width">;
}

/** Reads a transcript. */
export function readReplayed(file: string): ReadTranscript {
  const transcript = readTranscript(readTextFile(file));
  const { edition, width } = transcript;
  const told = { ...(edition === undefined ? {} : { edition }), ...(width === undefined ? {} : { width }) };
  return { file, transcript, told };
}

/** The organization in which a transcript is true, and a script for its variables; what is doubtful is said. */
export function inferred(
  { transcript, file }: ReadTranscript,
  { edition }: Pick<ShellOptions, "edition">,
): Pick<ShellOptions, "topology" | "profile"> {
  const { topology, profile, doubts } = inferTopology(transcript, edition === undefined ? {} : { edition });
  sayDoubts(doubts.map((doubt) => ({ ...doubt, file })));
  return { topology, profile };
}

/**
 * Plays a transcript and shows it as it comes out now; what differs from the file follows, side by side.
 * @returns whether every entry shows what the file has, the tolerances apart
 */
export function replayFile(
  { file, transcript }: ReadTranscript,
  tolerances: readonly Tolerance[],
  { shell }: FrontedShell,
): boolean {
  const { entries, same, report } = replay(transcript, { shell, tolerances });
  for (const { entry, shown } of entries) {
    writeOut(`${entry.prompt}${entry.typed.replaceAll("\n", `\n${continuationPrompt}`)}\n${shown}`);
  }
  const name = basename(file);
  if (entries.length === 0) writeOut(`${name} has no entries: no line begins with a prompt such as [PS] C:\\>\n`);
  else if (same) writeOut(`\n${name}: ${entries.length} of ${entries.length} entries show what they showed\n\n`);
  else
    writeOut(
      `\n${report}\n\n${name}: ${entries.filter((each) => !each.same).length} of ${entries.length} entries differ\n`,
    );
  return same && entries.length > 0;
}
