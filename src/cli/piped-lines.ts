import { EntryBuilder } from "./entries.js";
import type { FrontedShell } from "./front.js";
import { LineReader, writeOut } from "./standard-streams.js";

/**
 * Runs the lines of standard input, one entry after another; questions take the lines that follow. Prompts and lines
 * are printed too, so that what comes out reads as a console does, and can be replayed.
 * @returns the exit code: that of `exit`, or 0 at the end of the input
 */
export function runPipedLines(session: FrontedShell): number {
  const input = new LineReader();
  session.front = { write: writeOut, ask: () => input.next() ?? "" };
  const entries = new EntryBuilder(session.shell);
  for (let line = input.next(); line !== undefined; line = input.next()) {
    writeOut(`${entries.prompt}${line}\n`);
    const entry = entries.add(line);
    const exitCode = entry === undefined ? undefined : session.run(entry);
    if (exitCode !== undefined) return exitCode;
  }
  // What never became whole is run all the same: that shows what the parser still wants.
  const rest = entries.finish();
  return (rest === undefined ? undefined : session.run(rest)) ?? 0;
}
