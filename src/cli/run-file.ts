import { basename } from "node:path";
import { parse } from "../parser.js";
import type { SessionArguments } from "./arguments.js";
import { QuietProgress } from "./quiet-progress.js";
import { ScriptDirectory, scriptsPath } from "./script-directory.js";
import { LineReader, writeOut } from "./standard-streams.js";
import { RemoteShell } from "./terminal/remote-shell.js";
import type { FreshShell, ScriptCall } from "./terminal/worker-messages.js";
import { readTextFile } from "./text-file.js";

/** How a script is run. */
export interface ScriptRun {
  readonly file: string;
  readonly arguments: readonly string[];
  /** The directory whose files the script sees. */
  readonly files: string | undefined;
  readonly write: boolean;
  readonly json: boolean;
  readonly session: SessionArguments;
}

/** So often Ctrl+C is pressed before a script that does not stop takes the program with it. */
const mostInterrupts = 3;
const interrupted = 130;

/**
 * Runs a script as `powershell -File` does and shows what it prints, or all that came of it as JSON. It runs in a
 * worker: Ctrl+C stops it.
 * @returns the exit code: that of `exit`; 130 after Ctrl+C; 1 when an error or a limit ended the script, or it did not
 * parse; else 0
 */
export async function runFile(run: ScriptRun): Promise<number> {
  const script = readTextFile(run.file);
  const directory = run.files === undefined ? undefined : new ScriptDirectory(run.files);
  const path = directory?.emulatedPath(run.file) ?? `${scriptsPath}\\${basename(run.file)}`;
  const { edition, width, org } = run.session;
  const shell: FreshShell = {
    ...(edition === undefined ? {} : { edition }),
    ...(width === undefined ? {} : { width }),
    ...(org === undefined ? {} : { org }),
    files: { ...directory?.files, [path]: script },
    profile: `Set-Location '${scriptsPath}'`,
  };
  const input = new LineReader();
  const isPiped = !process.stdin.isTTY && takesInput(script);
  const call = { arguments: run.arguments, ...(isPiped ? { input: [...input.rest()] } : {}) };
  const running = new RunningScript(shell, input, basename(run.file), !run.json);
  const { exitCode, json, files } = await running.end(path, call);
  if (run.json) writeOut(`${json}\n`);
  if (run.write) reportRefused(directory?.write(withoutOwn(files, path, directory, script)) ?? []);
  return exitCode;
}

/** A script that runs in a worker, with standard input to answer it and Ctrl+C to stop it. */
class RunningScript {
  private readonly remote: RemoteShell;
  private readonly progress: QuietProgress;
  private interrupts = 0;
  private readonly onInterrupt = (): void => {
    this.interrupts++;
    this.remote.interrupt();
    if (this.interrupts >= mostInterrupts) process.exit(interrupted);
  };

  constructor(shell: FreshShell, input: LineReader, name: string, shows: boolean) {
    this.progress = new QuietProgress(name);
    this.remote = new RemoteShell(
      { fresh: shell },
      {
        write: (text) => {
          if (!shows) return;
          this.progress.beforeText(text);
          writeOut(text);
        },
        ask: async () => {
          this.progress.beforeText("");
          // A question waits in the terminal itself: there Ctrl+C ends the program.
          process.off("SIGINT", this.onInterrupt);
          const line = input.next() ?? "";
          process.on("SIGINT", this.onInterrupt);
          return line;
        },
      },
    );
  }

  async end(path: string, call: ScriptCall): ReturnType<RemoteShell["runScript"]> {
    process.on("SIGINT", this.onInterrupt);
    try {
      const ran = await this.remote.runScript(path, call);
      return this.interrupts === 0 ? ran : { ...ran, exitCode: interrupted };
    } finally {
      process.off("SIGINT", this.onInterrupt);
      this.progress.end();
      await this.remote.close();
    }
  }
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
