#!/usr/bin/env node
import packageJson from "../../package.json" with { type: "json" };
import { type ShellOptions, TranscriptError } from "../index.js";
import { type Command, readArguments, usage } from "./arguments.js";
import { FrontedShell } from "./front.js";
import { runPipedLines } from "./piped-lines.js";
import { runPrompt } from "./prompt.js";
import { recorded } from "./record-file.js";
import { replayFile } from "./replay-file.js";
import { runFile } from "./run-file.js";
import { writeOut } from "./standard-streams.js";
import { verifyFiles } from "./verify-files.js";

/** The command was used wrongly, or a file could not be read. */
const misuse = 2;

process.exitCode = await runCommand(readArguments(process.argv.slice(2)));

async function runCommand(command: Command): Promise<number> {
  switch (command.name) {
    case "help":
      writeOut(`${usage}\n`);
      return 0;
    case "version":
      writeOut(`${packageJson.version}\n`);
      return 0;
    case "wrong":
      process.stderr.write(`${command.message}\n\n${usage}\n`);
      return misuse;
    case "prompt":
      return goOn(new FrontedShell(command.options), command.options);
    case "run":
    case "replay":
    case "record":
    case "verify":
      return readingFiles(() => runWithFile(command));
  }
}

/** A file that cannot be read or is no text is said in one line. */
async function readingFiles(run: () => number | Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    const isSystemError = error instanceof Error && "code" in error && "path" in error;
    if (!isSystemError && !(error instanceof TranscriptError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return misuse;
  }
}

type CommandWithFiles = Extract<Command, { file: string } | { files: readonly string[] }>;

async function runWithFile(command: CommandWithFiles): Promise<number> {
  if (command.name === "verify") return verifyFiles(command) ? 0 : 1;
  const session = new FrontedShell(command.options);
  if (command.name === "run") return runFile(command.file, session);
  if (command.name === "record") return goOn(recorded(command.file, session), command.options);
  const replayed = replayFile(command.file, session) ? 0 : 1;
  return command.stay ? (await goOn(session, command.options)) || replayed : replayed;
}

/** A prompt when somebody sits at a terminal; else the lines of standard input. */
function goOn(session: FrontedShell, options: ShellOptions): number | Promise<number> {
  if (!process.stdin.isTTY) return runPipedLines(session);
  // A terminal that doesn't know its size says 0, or nothing.
  if (options.width === undefined && process.stdout.columns) session.shell.width = process.stdout.columns;
  return runPrompt(session);
}
