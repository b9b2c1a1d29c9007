import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { replay } from "../index.js";
import { continuationPrompt } from "./entries.js";
import type { FrontedShell } from "./front.js";
import { writeOut } from "./standard-streams.js";

/**
 * Plays a transcript and shows it as it comes out now; what differs from the file follows, side by side.
 * @returns whether every entry shows what the file has
 */
export function replayFile(file: string, { shell }: FrontedShell): boolean {
  const { entries, same, report } = replay(readFileSync(file, "utf8"), { shell });
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
