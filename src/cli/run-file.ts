import { readFileSync } from "node:fs";
import type { FrontedShell } from "./front.js";
import { LineReader, writeOut } from "./standard-streams.js";

/**
 * Runs a script as one entry and shows what it prints; questions take lines of standard input.
 * @returns the exit code: that of `exit`; 1 when an error or a limit ended the script, or it did not parse; else 0
 */
export function runFile(file: string, session: FrontedShell): number {
  // Windows' editors begin a file with a byte order mark; it is no part of the script.
  const script = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  const input = new LineReader();
  session.front = { write: writeOut, ask: () => input.next() ?? "" };
  const { status, exitCode, terminatingError } = session.shell.run(script);
  if (status === "exited") return exitCode ?? 0;
  return status === "completed" && terminatingError === undefined ? 0 : 1;
}
