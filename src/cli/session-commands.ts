import type { ShellOptions } from "../index.js";
import type { Command, SessionArguments } from "./arguments.js";
import { FrontedShell } from "./front.js";
import { organizationNamed } from "./organization-file.js";
import { runPipedLines } from "./piped-lines.js";
import { runPrompt } from "./prompt.js";
import { recorded } from "./record-file.js";
import { inferred, readReplayed, replayFile } from "./replay-file.js";
import { verifyFiles } from "./verify-files.js";

/** The commands that run in a shell of this thread, or begin in one. */
export type SessionCommand = Extract<Command, { name: "verify" | "prompt" | "record" | "replay" }>;

/** Runs such a command; its exit code. */
export async function runSessionCommand(command: SessionCommand): Promise<number> {
  const options = optionsOf(command.session);
  switch (command.name) {
    case "verify":
      return verifyFiles({ ...command, options: { ...options, tolerances: command.tolerances } }) ? 0 : 1;
    case "prompt":
      return goOn(new FrontedShell(options), options, command.session);
    case "record":
      return goOn(recorded(command.file, new FrontedShell(options)), options, command.session);
    case "replay": {
      const read = readReplayed(command.file);
      const told = { ...read.told, ...options };
      const session = new FrontedShell(command.infer ? { ...told, ...inferred(read, told) } : told);
      const replayed = replayFile(read, command.tolerances, session) ? 0 : 1;
      return command.stay ? (await goOn(session, options, command.session)) || replayed : replayed;
    }
  }
}

function optionsOf({ edition, width, org }: SessionArguments): ShellOptions {
  return {
    ...(edition === undefined ? {} : { edition }),
    ...(width === undefined ? {} : { width }),
    ...(org === undefined ? {} : { topology: organizationNamed(org, edition) }),
  };
}

/** A prompt when somebody sits at a terminal; else the lines of standard input. */
function goOn(session: FrontedShell, options: ShellOptions, given: SessionArguments): number | Promise<number> {
  if (!process.stdin.isTTY) return runPipedLines(session);
  // A terminal that doesn't know its size says 0, or nothing.
  if (options.width === undefined && process.stdout.columns) session.shell.width = process.stdout.columns;
  return runPrompt(session, given);
}
