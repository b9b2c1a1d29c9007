import { parse } from "../../grammar/index.js";
import type { Limits } from "../runtime/limits.js";
import type { Topology } from "../topology/index.js";
import { PowerShellError } from "../values/errors.js";
import { type Completion, complete } from "./completion/index.js";
import { UnansweredQuestion } from "./console.js";
import { type EditionName, editionNamed } from "./editions.js";
import { EntryOutput } from "./entry-output.js";
import { OutputObject } from "./output-object.js";
import type { Question, RunResult, RunStatus } from "./result.js";
import { Session } from "./session.js";

/** What a shell starts with. Everything has a fixed default, so that the same lines give the same bytes everywhere. */
export interface ShellOptions {
  /** Which shell to be; `Exchange2010` when omitted. */
  readonly edition?: EditionName;
  /** The organization; `topologies.headOffice` when omitted. */
  readonly topology?: Topology;
  /** Columns and rows of the console window; 120 by 50 when omitted. */
  readonly width?: number;
  readonly height?: number;
  /** A script run silently before the first prompt. An error in it that ends the script is thrown to the caller. */
  readonly profile?: string;
  /** Answers to the questions that lines ask, used up one after another. */
  readonly answers?: readonly string[];
  /** Asked before the queue of `answers`; `undefined` leaves the question to the queue. */
  readonly ask?: (question: Question) => string | undefined;
  /** Called with console text as it appears. */
  readonly write?: (text: string) => void;
  /** Files that exist at the start, by absolute path: `{ "C:\\users.csv": "Name,Alias\n…" }`. Paths ignore case. */
  readonly files?: Readonly<Record<string, string>>;
  /** Called for each command with the parameters that the command line bound, for tools that show what happens. */
  readonly onBind?: (command: string, parameters: ReadonlyMap<string, OutputObject>) => void;
  /** What one line may use; see {@link Limits}. */
  readonly limits?: Partial<Limits>;
}

/** A running shell. */
export interface Shell {
  /**
   * Runs one entry, of one or more lines. Never keeps part of an entry for the next: a text that the parser finds
   * incomplete gives the status `incomplete` and runs nothing.
   */
  run(text: string): RunResult;
  /**
   * What can stand at the cursor, a UTF-16 offset into the text: what Tab offers. Runs nothing and never throws; a
   * `start` of -1 says that there is nothing to complete.
   */
  complete(text: string, cursor: number): Completion;
  /** What stands before the cursor: `[PS] C:\>`. */
  readonly prompt: string;
  /** Columns of the window; may be set. */
  width: number;
  /** The organization as it is now: frozen, replaced by each write. */
  readonly topology: Topology;
  /** The entries run so far, oldest first. */
  readonly history: readonly string[];
  readonly edition: EditionName;
}

/**
 * Starts a shell.
 * @throws {RangeError} for an unknown edition or a window too small to print in
 * @throws {Error} when the profile ends with an error
 */
export function createShell(options: ShellOptions = {}): Shell {
  return new EmulatedShell(options);
}

class EmulatedShell implements Shell {
  private readonly session: Session;
  readonly edition: EditionName;

  constructor(options: ShellOptions) {
    const edition = editionNamed(options.edition ?? "Exchange2010");
    this.edition = edition.name;
    this.session = new Session(edition, options);
    if (options.profile !== undefined) this.session.runProfile(options.profile);
  }

  get prompt(): string {
    return this.session.prompt;
  }
  get width(): number {
    return this.session.console.width;
  }
  set width(columns: number) {
    this.session.console.width = columns;
  }
  get topology(): Topology {
    return this.session.organization.current;
  }
  get history(): readonly string[] {
    return this.session.history;
  }

  run(text: string): RunResult {
    const output = new EntryOutput(this.session);
    let status: RunStatus;
    let question: Question | undefined;
    let exitCode: number | undefined;
    this.session.remember(text);
    try {
      ({ status, exitCode } = this.runParsed(text, output));
    } catch (signal) {
      if (!(signal instanceof UnansweredQuestion)) throw signal;
      output.abandon();
      status = "asking";
      question = signal.question;
    }
    return {
      text: this.session.console.take(),
      status,
      output: output.objects.map((value) => new OutputObject(this.session.engine, value)),
      errors: output.errors,
      warnings: this.session.console.takeWarnings(),
      ...(output.terminatingError === undefined ? {} : { terminatingError: output.terminatingError }),
      ...(question === undefined ? {} : { question }),
      ...(exitCode === undefined ? {} : { exitCode }),
    };
  }

  complete(text: string, cursor: number): Completion {
    return complete(this.session.engine, (typed) => parse(typed, { edition: this.edition }), text, cursor);
  }

  private runParsed(text: string, output: EntryOutput): { status: RunStatus; exitCode?: number } {
    const { engine } = this.session;
    let entry: ReturnType<typeof engine.parseEntry>;
    try {
      entry = engine.parseEntry(text);
    } catch (error) {
      if (!(error instanceof PowerShellError)) throw error;
      output.showAlone(error.record);
      return { status: this.isIncomplete(text) ? "incomplete" : "completed" };
    }
    const outcome = engine.runEntry(entry.tree, entry.source, output.sink);
    switch (outcome.status) {
      case "completed":
        output.end();
        return { status: "completed" };
      case "terminated":
        output.abandon();
        output.showAlone(outcome.record);
        return { status: "completed" };
      case "stopped":
        output.end();
        output.showStop(outcome.message);
        return { status: "stopped" };
      case "exited":
        output.end();
        return { status: "exited", exitCode: outcome.exitCode };
    }
  }

  private isIncomplete(text: string): boolean {
    return parse(text, { edition: this.edition }).errors[0]?.incomplete ?? false;
  }
}
