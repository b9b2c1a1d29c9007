#!/usr/bin/env node
import packageJson from "../../package.json" with { type: "json" };
import type { ShellOptions } from "../index.js";
import { type Command, readArguments, usage } from "./arguments.js";
import { FrontedShell } from "./front.js";
import { runPipedLines } from "./piped-lines.js";
import { runPrompt } from "./prompt.js";
import { replayFile } from "./replay-file.js";
import { runFile } from "./run-file.js";
import { writeOut } from "./standard-streams.js";

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
      return runWithFile(command);
  }
}

async function runWithFile(command: Extract<Command, { file: string }>): Promise<number> {
  const session = new FrontedShell(command.options);
  try {
    if (command.name === "run") return runFile(command.file, session);
    const replayed = replayFile(command.file, session) ? 0 : 1;
    return command.stay ? (await goOn(session, command.options)) || replayed : replayed;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && "path" in error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return misuse;
  }
}

/** A prompt when somebody sits at a terminal; else the lines of standard input. */
function goOn(session: FrontedShell, options: ShellOptions): number | Promise<number> {
  if (!process.stdin.isTTY) return runPipedLines(session);
  // A terminal that doesn't know its size says 0, or nothing.
  if (options.width === undefined && process.stdout.columns) session.shell.width = process.stdout.columns;
  return runPrompt(session);
}
