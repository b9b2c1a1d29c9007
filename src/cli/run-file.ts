import { readFileSync } from "node:fs";
import { parse } from "../index.js";
import type { FrontedShell } from "./front.js";
import { LineReader, writeOut } from "./standard-streams.js";

/**
 * Runs a script as one entry and shows what it prints; questions take lines of standard input.
 * @returns the exit code: that of `exit`; 1 when the script does not parse or was stopped by a limit; else 0
 */
export function runFile(file: string, session: FrontedShell): number {
  // Windows' editors begin a file with a byte order mark; it is no part of the script.
  const script = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  const input = new LineReader();
  session.front = { write: writeOut, ask: () => input.next() ?? "" };
  const { status, exitCode } = session.shell.run(script);
  if (status === "exited") return exitCode ?? 0;
  if (status !== "completed") return 1;
  return parse(script, { edition: session.shell.edition }).errors.length === 0 ? 0 : 1;
}
