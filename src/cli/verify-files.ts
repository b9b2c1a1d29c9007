import { writeFileSync } from "node:fs";
import { type ReplayOptions, verify } from "../index.js";
import { showProgress, writeOut } from "./standard-streams.js";
import { bytesOf, textFile } from "./text-file.js";

/**
 * Plays the console blocks of files, each file in a shell of its own, and reports what differs.
 * @returns whether every entry shows what its file has, or now does, because the files were updated
 */
export function verifyFiles(wanted: {
  readonly files: readonly string[];
  readonly update: boolean;
  readonly options: ReplayOptions;
}): boolean {
  let isTrue = true;
  for (const [index, file] of wanted.files.entries()) {
    showProgress(`${index + 1} of ${wanted.files.length}: ${file}`);
    const { text, form } = textFile(file);
    const { entries, same, report, updated } = verify(text, wanted.options);
    showProgress("");
    const different = entries.filter((entry) => !entry.same).length;
    if (!same) writeOut(`${report}\n\n`);
    writeOut(`${file}: ${entries.length - different} of ${entries.length} entries show what they showed\n`);
    if (same) continue;
    if (wanted.update) writeFileSync(file, bytesOf({ text: updated, form }));
    else isTrue = false;
  }
  return isTrue;
}
