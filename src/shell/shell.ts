import { parse } from "../../grammar/index.js";
import { filesOf } from "../cmdlets/index.js";
import { Lab, settle } from "../network/index.js";
import type { EntryOutcome } from "../runtime/engine.js";
import type { Limits } from "../runtime/limits.js";
import type { Topology } from "../topology/index.js";
import { PowerShellError } from "../values/errors.js";
import { type Completion, complete } from "./completion/index.js";
import { UnansweredQuestion } from "./console.js";
import type { CustomCmdlet } from "./custom-cmdlets/index.js";
import type { EditionName } from "./edition-names.js";
import { editionNamed } from "./editions.js";
import { EntryOutput } from "./entry-output.js";
import { type FoundObject, findObjects } from "./find-objects.js";
import { DoneLines, runLine, takeBack } from "./line.js";
import { OutputObject } from "./output-object.js";
import type { Question, RunResult, RunStatus } from "./result.js";
import { commandLineArguments, type ScriptCall } from "./script-call.js";
import { Session } from "./session.js";
import { copyOf, type PendingLine, type RestoreOptions, type Snapshot, sessionOf, takeSnapshot } from "./snapshot.js";

/** What a shell starts with. Everything has a fixed default, so that the same lines give the same bytes everywhere. */
export interface ShellOptions {
  /** Which shell to be; `Exchange2010` when omitted. */
  readonly edition?: EditionName;
  /**
   * The organization. When omitted `topologies.headOffice`; in a shell of a later Exchange the same with servers of its
   * release, `startingPointsOf("2016").headOffice`.
   */
  readonly topology?: Topology;
  /** Columns and rows of the console window; 120 by 50 when omitted. */
  readonly width?: number;
  readonly height?: number;
  /** What `[cultureinfo]::CurrentCulture` is: `en-US` when omitted, `""` for the invariant culture. */
  readonly culture?: string;
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
  /** The point in time at which the clock stands, ISO 8601: `2013-06-03T09:00:00Z`. That of the topology when omitted. */
  readonly now?: string;
  /** Of local time: `UTC` (when omitted), a fixed offset `+02:00`, or an IANA name, `Europe/Berlin`. */
  readonly timeZone?: string;
  /** Any whole number: another one gives other random numbers and GUIDs; 1 when omitted. */
  readonly seed?: number;
  /** Who is logged on; `Administrator` when omitted. */
  readonly user?: string;
  /** Cmdlets of your own, made by `defineCmdlet`; each takes the place of a built-in one of its name. */
  readonly cmdlets?: readonly CustomCmdlet[];
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
   * Runs a script of the shell's files as `powershell -File` does: its parameters get the arguments as texts, what it
   * defines stays, and `exit` in it ends the session with a code.
   * @param path of the script among {@link files}
   */
  runScript(path: string, call?: ScriptCall): RunResult;
  /**
   * Answers the question of a line that is `asking`: the line runs again from its beginning, with the answers that it
   * has now. The result covers the whole entry, and may ask the next question.
   * @throws {Error} when no line is waiting for an answer
   */
  answer(text: string): RunResult;
  /**
   * Takes back the last line: variables and objects, the organization, files, history, `$Error`, all of it. Up to 100
   * lines can be taken back, one a call; the profile is none of them. A question that waits for its answer is given up.
   * @returns whether there was a line to take back
   */
  undo(): boolean;
  /**
   * A second shell that is as this one is now, and shares nothing with it that can change: objects, scopes, closures,
   * the organization, files, answers that are left. It calls the same functions `ask`, `write` and `onBind`. It can
   * take back only what is run in it.
   * @throws {HeapError} for a variable that holds native code, naming it
   */
  fork(): Shell;
  /**
   * Everything that this shell is, as plain JSON data, for {@link restoreShell}.
   * @throws {HeapError} for what JSON cannot hold, naming it and the variable that leads to it
   */
  snapshot(): Snapshot;
  /**
   * What can stand at the cursor, a UTF-16 offset into the text: what Tab offers. Runs nothing and never throws; a
   * `start` of -1 says that there is nothing to complete.
   */
  complete(text: string, cursor: number): Completion;
  /**
   * The network around the organization: load balancers, DNS, machines that stop, Outlooks that connect. Its changes are
   * steps that `undo` takes back, as lines are.
   */
  readonly lab: Lab;
  /**
   * The objects of the organization that an identity means, as Get- cmdlets show them; no line runs.
   * @param identity a name, alias, address, GUID, distinguished or canonical name
   * @param noun only objects of `Get-<noun>`; of all nouns when left out, a mailbox also as a user and a recipient
   */
  find(identity: string, noun?: string): readonly FoundObject[];
  /** What stands before the cursor: `[PS] C:\>`. */
  readonly prompt: string;
  /** Columns of the window; may be set. */
  width: number;
  /** The organization as it is now: frozen, replaced by each write. */
  readonly topology: Topology;
  /** The entries run so far, oldest first. */
  readonly history: readonly string[];
  /** The files as they are now: text by absolute path. */
  readonly files: Readonly<Record<string, string>>;
  readonly edition: EditionName;
}

/**
 * Starts a shell.
 * @throws {RangeError} for an unknown edition or time zone, a culture that is not emulated or a window too small to print in
 * @throws {TopologyError} for a `now` that is no point in time
 * @throws {Error} when the profile ends with an error
 */
export function createShell(options: ShellOptions = {}): Shell {
  const session = new Session(editionNamed(options.edition ?? "Exchange2010"), options);
  if (options.profile !== undefined) session.runProfile(options.profile);
  return new EmulatedShell(session, null);
}

/**
 * Makes a shell of a snapshot, also in another process: it goes on where the shell of the snapshot stood. Lines before
 * the snapshot cannot be taken back in it.
 * @throws {TypeError} for what is no snapshot, or of another version
 */
export function restoreShell(snapshot: Snapshot, options: RestoreOptions = {}): Shell {
  return new EmulatedShell(sessionOf(snapshot, options), snapshot.pending);
}

class EmulatedShell implements Shell {
  private readonly done = new DoneLines();
  readonly lab: Lab;

  constructor(
    private readonly session: Session,
    private pending: PendingLine | null,
  ) {
    const { organization } = session;
    this.lab = new Lab({
      get topology() {
        return organization.current;
      },
      change: (make) =>
        this.step(() => {
          organization.current = settle(make(organization.current));
        }),
      passTime: (seconds) =>
        this.step(() => {
          organization.passTime(organization.current.clock + BigInt(Math.round(seconds * 1e7)));
          organization.current = settle(organization.current);
        }),
    });
  }

  /** Does something that is no line as one step that can be taken back. */
  private step(body: () => void): void {
    this.pending = null;
    this.done.push(runLine(this.session, body).line);
  }

  get edition(): EditionName {
    return this.session.edition.name;
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
    return this.session.history.texts;
  }

  get files(): Readonly<Record<string, string>> {
    return filesOf(this.session.fileSystem);
  }

  run(text: string): RunResult {
    return this.runEntry({ text, answers: [], handedOut: 0 });
  }

  runScript(path: string, { arguments: args = [], input }: ScriptCall = {}): RunResult {
    const script = { path, arguments: [...args], ...(input === undefined ? {} : { input: [...input] }) };
    return this.runEntry({ text: path, script, answers: [], handedOut: 0 });
  }

  answer(text: string): RunResult {
    if (this.pending === null) throw new Error("There is no question to answer: no line is waiting for one.");
    const { pending } = this;
    return this.runEntry({ ...pending, answers: [...pending.answers, { text, isQueued: false }] });
  }

  undo(): boolean {
    this.pending = null;
    const line = this.done.pop();
    if (line !== undefined) takeBack(this.session, line);
    return line !== undefined;
  }

  fork(): Shell {
    return new EmulatedShell(copyOf(this.session), this.pending);
  }

  snapshot(): Snapshot {
    return takeSnapshot(this.session, this.pending);
  }

  /** Runs an entry; when a question of it is left without an answer, nothing of it has happened. */
  private runEntry(entry: PendingLine): RunResult {
    const { session } = this;
    this.pending = null;
    session.console.begin(entry.handedOut);
    session.answers.begin(entry.answers);
    const output = new EntryOutput(session);
    try {
      const { value, line } = runLine(session, () => {
        if (entry.script === undefined) session.remember(entry.text);
        const ending = this.runParsed(entry, output);
        session.organization.current = settle(session.organization.current);
        session.entryEnded();
        session.transcripts.flush();
        return ending;
      });
      this.done.push(line);
      return this.result(output, value);
    } catch (signal) {
      if (!(signal instanceof UnansweredQuestion)) throw signal;
      output.abandon();
      const result = this.result(output, { status: "asking", question: signal.question });
      this.pending = { ...entry, answers: session.answers.soFar, handedOut: result.text.length };
      return result;
    }
  }

  private result(output: EntryOutput, ending: Pick<RunResult, "status" | "question" | "exitCode">): RunResult {
    return {
      text: this.session.console.text,
      output: output.objects.map((value) => new OutputObject(this.session.engine, value)),
      errors: output.errors,
      warnings: this.session.console.warnings,
      ...(output.terminatingError === undefined ? {} : { terminatingError: output.terminatingError }),
      ...ending,
    };
  }

  complete(text: string, cursor: number): Completion {
    return complete(this.session.engine, (typed) => parse(typed, { edition: this.edition }), text, cursor);
  }

  find(identity: string, noun?: string): readonly FoundObject[] {
    return findObjects(this.session, identity, noun);
  }

  private runParsed({ text, script }: PendingLine, output: EntryOutput): { status: RunStatus; exitCode?: number } {
    const { engine } = this.session;
    if (script !== undefined) {
      const args = commandLineArguments(script.arguments);
      return ended(engine.runScript(script.path, args, script.input ?? null, output.sink), output);
    }
    let entry: ReturnType<typeof engine.parseEntry>;
    try {
      entry = engine.parseEntry(text);
    } catch (error) {
      if (!(error instanceof PowerShellError)) throw error;
      output.showAlone(error.record);
      return { status: this.isIncomplete(text) ? "incomplete" : "completed" };
    }
    return ended(engine.runEntry(entry.tree, entry.source, output.sink), output);
  }

  private isIncomplete(text: string): boolean {
    return parse(text, { edition: this.edition }).errors[0]?.incomplete ?? false;
  }
}

/** Shows what is left to show of an entry that ended. */
function ended(outcome: EntryOutcome, output: EntryOutput): { status: RunStatus; exitCode?: number } {
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
