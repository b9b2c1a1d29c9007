import type { ErrorRecord, InvocationInfo } from "../values/errors.js";
import type { Value } from "../values/value.js";
import type { ExecutionContext } from "./execution-context.js";
import type { CommandStreams } from "./streams.js";

/** What the body of a cmdlet can do: its streams, confirmations, and the session. PowerShell's `$PSCmdlet`. */
export interface CmdletRuntime {
  readonly context: ExecutionContext;
  readonly invocationInfo: InvocationInfo;
  readonly parameterSetName: string;
  /** 1-based place in the pipeline, and the number of stages. */
  readonly pipelinePosition: number;
  readonly pipelineLength: number;
  /** Whether objects may come through the pipeline. */
  readonly expectingInput: boolean;
  /** Whether the parameter was given (on the command line or by the pipeline). */
  isBound(parameter: string): boolean;
  /** One object to the pipeline. With `enumerate`, a collection's elements one by one. */
  writeObject(value: Value, enumerate?: boolean): void;
  /** A non-terminating error; may throw when -ErrorAction says so. */
  writeError(record: ErrorRecord): void;
  writeWarning(text: string): void;
  writeVerbose(text: string): void;
  writeDebug(text: string): void;
  /**
   * A record of the information stream, kept by -InformationVariable and sent where `6>` says. Else `show` shows it on
   * the console, in every case when `always`, otherwise when -InformationAction or `$InformationPreference` say so.
   */
  writeInformation(record: Value, show: () => void, always: boolean): void;
  /** Ends the statement with this error. */
  throwTerminatingError(record: ErrorRecord): never;
  /** `What if:` / confirmation as PowerShell's ShouldProcess. `true`: go on. */
  shouldProcess(target: string, action?: string): boolean;
  /** The form with a description of its own: `What if: {description}`; `warning` and `caption` for the question. */
  shouldProcessDescription(description: string, warning: string, caption: string): boolean;
  shouldContinue(query: string, caption: string): boolean;
  /** ShouldContinue with the references `yesToAll` and `noToAll`, which it reads and sets. */
  shouldContinueForAll(query: string, caption: string, state: ContinueState): boolean;
  /**
   * Streams for commands that run inside (a script block, the body of an advanced function): the stage's own, and
   * behind them the variables of -OutVariable, -ErrorVariable and their kin.
   */
  readonly streams: CommandStreams;
  /** Ends the stages above this one (`Select-Object -First`); objects already sent are kept. */
  stopUpstream(): never;
}

/** The yes-to-all and no-to-all answers that a caller of ShouldContinue keeps between its calls (`[ref]` in script). */
export interface ContinueState {
  yesToAll: boolean;
  noToAll: boolean;
  /** Whether No is the answer that Enter gives. */
  readonly hasSecurityImpact?: boolean;
}

/** The whole of it, for what runs the body: the processors of cmdlets and advanced functions. */
export interface CommandRuntime extends CmdletRuntime {
  /** The common parameters that were given, by name. */
  readonly common: ReadonlyMap<string, Value>;
  /** Runs a part of the body; an error that leaves it becomes this command's, unless something nearer claimed it. */
  guard<T>(body: () => T): T;
  /** A warning about the command itself, which -WarningVariable does not get. */
  warnOfCommand(text: string): void;
  /** Sends on what -OutBuffer held back: after `end`. */
  finish(): void;
  /** In every case, also after an error. */
  close(): void;
}

/** The running body of a cmdlet; parameters are read from the object that `create` got, which changes per pipeline object. */
export interface CmdletBody {
  begin?(): void;
  /** Runs once per pipeline object, or once when the command is given no pipeline. */
  process?(): void;
  end?(): void;
}
