#!/usr/bin/env node
import packageJson from "../../package.json" with { type: "json" };
import { type Command, readArguments } from "./arguments.js";
import { helpOf, usage } from "./commands.js";
import { isAboutFiles } from "./file-errors.js";
import { writeOut } from "./standard-streams.js";

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

type CommandWithFiles = Exclude<Command, { name: "help" | "version" | "wrong" }>;

/** What a command needs is loaded with it: the library is large, and a script's shell has it in a thread of its own. */
async function runWithFiles(command: CommandWithFiles): Promise<number> {
  switch (command.name) {
    case "org":
      return (await import("./organizations.js")).runOrganizationCommand(command);
    case "run":
      return (await import("./run-file.js")).runFile(command);
    default:
      return (await import("./session-commands.js")).runSessionCommand(command);
  }
}
