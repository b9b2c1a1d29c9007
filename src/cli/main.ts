#!/usr/bin/env node
import packageJson from "../../package.json" with { type: "json" };
import { ImportError, type ShellOptions, TopologyError, TranscriptError } from "../index.js";
import { type Command, readArguments, type SessionArguments } from "./arguments.js";
import { helpOf, usage } from "./commands.js";
import { FrontedShell } from "./front.js";
import { organizationNamed } from "./organization-file.js";
import { runOrganizationCommand } from "./organizations.js";
import { runPipedLines } from "./piped-lines.js";
import { runPrompt } from "./prompt.js";
import { recorded } from "./record-file.js";
import { replayFile } from "./replay-file.js";
import { runFile } from "./run-file.js";
import { DirectoryError } from "./script-directory.js";
import { writeOut } from "./standard-streams.js";
import { NoText } from "./text-file.js";
import { verifyFiles } from "./verify-files.js";

/** The command was used wrongly, or a file could not be read. */
const misuse = 2;

process.exitCode = await runCommand(readArguments(process.argv.slice(2)));

async function runCommand(command: Command): Promise<number> {
  switch (command.name) {
    case "help":
      writeOut(`${command.about === undefined ? usage : helpOf(command.about)}\n`);
      return 0;
    case "version":
      writeOut(`${packageJson.version}\n`);
      return 0;
    case "wrong":
      process.stderr.write(`${command.message}\n\n${usage}\n`);
      return misuse;
    default:
      return readingFiles(() => runWithFiles(command));
  }
}

/** What is wrong with a file is said in one line. */
async function readingFiles(run: () => number | Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Error) || !isAboutFiles(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return misuse;
  }
}

function isAboutFiles(error: Error): boolean {
  const kinds = [TranscriptError, TopologyError, ImportError, NoText, DirectoryError];
  return ("code" in error && "path" in error) || kinds.some((kind) => error instanceof kind);
}

type CommandWithFiles = Exclude<Command, { name: "help" | "version" | "wrong" }>;

async function runWithFiles(command: CommandWithFiles): Promise<number> {
  if (command.name === "org") return runOrganizationCommand(command);
  const options = optionsOf(command.session);
  switch (command.name) {
    case "run":
      return runFile(command, options);
    case "verify":
      return verifyFiles({ ...command, options }) ? 0 : 1;
    case "prompt":
      return goOn(new FrontedShell(options), options, command.session);
    case "record":
      return goOn(recorded(command.file, new FrontedShell(options)), options, command.session);
    case "replay": {
      const session = new FrontedShell(options);
      const replayed = replayFile(command.file, session) ? 0 : 1;
      return command.stay ? (await goOn(session, options, command.session)) || replayed : replayed;
    }
  }
}

function optionsOf({ edition, width, org }: SessionArguments): ShellOptions {
  return {
    ...(edition === undefined ? {} : { edition }),
    ...(width === undefined ? {} : { width }),
    ...(org === undefined ? {} : { topology: organizationNamed(org) }),
  };
}

/** A prompt when somebody sits at a terminal; else the lines of standard input. */
function goOn(session: FrontedShell, options: ShellOptions, given: SessionArguments): number | Promise<number> {
  if (!process.stdin.isTTY) return runPipedLines(session);
  // A terminal that doesn't know its size says 0, or nothing.
  if (options.width === undefined && process.stdout.columns) session.shell.width = process.stdout.columns;
  return runPrompt(session, given);
}
