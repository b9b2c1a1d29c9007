import { basename } from "node:path";
import { parse, type RunResult, type ShellOptions } from "../index.js";
import { FrontedShell } from "./front.js";
import { ScriptDirectory, scriptsPath } from "./script-directory.js";
import { LineReader, writeOut } from "./standard-streams.js";
import { readTextFile } from "./text-file.js";

/** How a script is run. */
export interface ScriptRun {
  readonly file: string;
  readonly arguments: readonly string[];
  /** The directory whose files the script sees. */
  readonly files: string | undefined;
  readonly write: boolean;
  readonly json: boolean;
}

/**
 * Runs a script as `powershell -File` does and shows what it prints, or all that came of it as JSON.
 * @returns the exit code: that of `exit`; 1 when an error or a limit ended the script, or it did not parse; else 0
 */
export function runFile(run: ScriptRun, options: ShellOptions): number {
  const script = readTextFile(run.file);
  const directory = run.files === undefined ? undefined : new ScriptDirectory(run.files);
  const path = directory?.emulatedPath(run.file) ?? `${scriptsPath}\\${basename(run.file)}`;
  const session = new FrontedShell({
    ...options,
    files: { ...directory?.files, [path]: script },
    profile: `Set-Location '${scriptsPath}'`,
  });
  const input = new LineReader();
  session.front = { write: run.json ? () => {} : writeOut, ask: () => input.next() ?? "" };
  const isPiped = !process.stdin.isTTY && takesInput(script);
  const result = session.shell.runScript(path, {
    arguments: run.arguments,
    ...(isPiped ? { input: [...input.rest()] } : {}),
  });
  const exitCode = exitCodeOf(result);
  if (run.json) writeOut(`${asJson(result, exitCode)}\n`);
  if (run.write) reportRefused(directory?.write(withoutOwn(session.shell.files, path, directory, script)) ?? []);
  return exitCode;
}

function exitCodeOf({ status, exitCode, terminatingError }: RunResult): number {
  if (status === "exited") return exitCode ?? 0;
  return status === "completed" && terminatingError === undefined ? 0 : 1;
}

/** A script from outside of the directory is not written into it, unless it has changed itself. */
function withoutOwn(
  files: Readonly<Record<string, string>>,
  path: string,
  directory: ScriptDirectory | undefined,
  script: string,
): Readonly<Record<string, string>> {
  const isGuest = directory !== undefined && !Object.hasOwn(directory.files, path);
  if (!isGuest || files[path] !== script) return files;
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
}

function reportRefused(refused: readonly string[]): void {
  for (const sentence of refused) process.stderr.write(`${sentence}\n`);
}

/** Whether a script does something with what is piped into it. */
function takesInput(script: string): boolean {
  const { tree } = parse(script);
  return tree.processBlock !== undefined || /\$input\b|\$\{input\}|ValueFromPipeline/i.test(script);
}

/** Numbers that JSON has no room for become texts, points in time ISO 8601. */
function asJson({ text, status, errors, output }: RunResult, exitCode: number): string {
  const shown = {
    text,
    status,
    exitCode,
    errors: errors.map(({ message, id, category }) => ({ message, id, category })),
    output: output.map((object) => object.toJS()),
  };
  const plain = (_name: string, value: unknown): unknown => {
    if (typeof value !== "bigint") return value;
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  };
  return JSON.stringify(shown, plain, 2);
}
