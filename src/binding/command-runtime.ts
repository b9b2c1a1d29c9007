import type { ContinueState, CommandRuntime as RunningCommand } from "../runtime/cmdlet.js";
import type { CommandMetadata } from "../runtime/command-metadata.js";
import type { CommandInvocation } from "../runtime/commands.js";
import type { BoundParameters, ExecutionContext } from "../runtime/execution-context.js";
import { ControlSignal, StopUpstreamSignal } from "../runtime/signals.js";
import type { CommandStreams, Pipe, StreamVariables } from "../runtime/streams.js";
import { convertTo } from "../values/conversion/index.js";
import { enumerate } from "../values/enumeration.js";
import { type ErrorRecord, type InvocationInfo, PowerShellError, runtimeError } from "../values/errors.js";
import { AutomationNull } from "../values/objects.js";
import { typeNamed } from "../values/types.js";
import type { Value } from "../values/value.js";
import type { BindingFacts } from "./binding-facts.js";
import {
  type Confirmation,
  confirm,
  fiveChoices,
  inquireChoices,
  remoteChoices,
  threeChoices,
} from "./confirmation.js";
import { OutputPipe } from "./output-pipe.js";
import {
  type ActionPreference,
  actionFor,
  isWhatIf,
  needsConfirmation,
  type PreferenceStream,
  preferenceVariable,
} from "./preferences.js";
import { StreamRecord, type StreamRecordKind } from "./stream-records.js";
import { variableSink } from "./variable-sinks.js";

/**
 * What a running command does to the session: PowerShell's MshCommandRuntime. Serves compiled cmdlets, and advanced
 * functions as `$PSCmdlet`.
 */
export class CommandRuntime implements RunningCommand {
  readonly context: ExecutionContext;
  readonly invocationInfo: InvocationInfo;
  readonly pipelinePosition: number;
  readonly pipelineLength: number;
  readonly expectingInput: boolean;
  readonly streams: CommandStreams;

  private readonly outputPipe: OutputPipe | null;
  private readonly variables: StreamVariables;
  /** An answer that holds for all later questions of ShouldProcess. */
  private answeredForAll: "YesToAll" | "NoToAll" | null = null;
  private readonly inquiredForAll = new Set<PreferenceStream>();

  constructor(
    private readonly metadata: CommandMetadata,
    private readonly invocation: CommandInvocation,
    private readonly bound: BoundParameters,
    private readonly facts: BindingFacts,
  ) {
    const { context, streams } = invocation;
    this.context = context;
    this.invocationInfo = invocation.invocationInfo;
    this.pipelinePosition = invocation.pipelinePosition;
    this.pipelineLength = invocation.pipelineLength;
    this.expectingInput = invocation.expectingInput;
    this.outputPipe = bound.common.size === 0 ? null : OutputPipe.around(context, bound, streams.output);
    this.variables = this.variablesWith(streams.variables ?? noVariables);
    this.streams =
      this.outputPipe === null && this.variables === streams.variables
        ? streams
        : { ...streams, output: this.outputPipe ?? streams.output, variables: this.variables };
  }

  /** The callers' lists, with this command's own before them. */
  private variablesWith(callers: StreamVariables): StreamVariables {
    const { common } = this.bound;
    if (common.size === 0) return callers;
    const withOwn = (parameter: string, others: readonly Pipe[]): readonly Pipe[] => {
      const sink = variableSink(this.context, common.get(parameter));
      return sink === null ? others : [sink, ...others];
    };
    return {
      error: withOwn("ErrorVariable", callers.error),
      warning: withOwn("WarningVariable", callers.warning),
      information: withOwn("InformationVariable", callers.information),
    };
  }

  get parameterSetName(): string {
    return this.bound.parameterSetName;
  }

  get common(): ReadonlyMap<string, Value> {
    return this.bound.common;
  }

  isBound(parameter: string): boolean {
    return this.bound.values.has(parameter) || this.bound.common.has(parameter);
  }

  writeObject(value: Value, enumerateValue = false): void {
    const { output } = this.streams;
    const elements = enumerateValue ? enumerate(value) : null;
    if (elements !== null) for (const element of elements) output.write(element);
    else if (value !== AutomationNull) output.write(value);
  }

  finish(): void {
    this.outputPipe?.flush();
  }
  close(): void {
    this.outputPipe?.close();
  }

  guard<T>(body: () => T): T {
    try {
      return body();
    } catch (thrown) {
      if (thrown instanceof TerminatingErrorSignal && thrown.command === this) {
        if (this.claim(thrown.record)) for (const list of this.variables.error) list.write(thrown.record);
        throw new PowerShellError(thrown.record);
      }
      if (thrown instanceof PowerShellError && this.claim(thrown.record)) {
        for (const list of this.variables.error) list.write(thrown.record);
      }
      throw thrown;
    }
  }

  /** How many objects went into the pipeline and into each of its commands; one that nothing feeds runs once. */
  private iterations(): readonly number[] {
    const { stages } = this.invocation;
    if (stages === undefined) return [0, 1];
    const rounds = stages.map((stage) => stage.rounds);
    const isFed = this.expectingInput && this.pipelinePosition === 1;
    const input = isFed || (stages.length > 1 && (rounds[0] ?? 0) > 0) ? (rounds[0] ?? 0) : 0;
    return input > 0 ? [input, ...rounds] : [0, 1, ...rounds.slice(1)];
  }

  /** Says whose error it is, unless something nearer to its cause has said so. */
  private claim(record: ErrorRecord): boolean {
    if (record.invocation !== null) return false;
    record.amend({ invocation: this.invocationInfo, iterations: this.iterations() });
    if (record.activity === "") record.amend({ activity: this.metadata.name });
    record.amend({ commandTypeName: record.commandTypeName ?? this.metadata.errorTypeName });
    return true;
  }

  writeError(record: ErrorRecord): void {
    this.claim(record);
    const action = this.actionFor("Error");
    if (action === "Ignore") {
      if (this.facts.ignoreOnlyAsParameter && !this.bound.common.has("ErrorAction")) throw this.refuseIgnore();
      this.context.noteFailure?.();
      return;
    }
    for (const list of this.variables.error) list.write(record);
    if (action === "Inquire") this.inquire("Error", record.message);
    this.context.recordError(record);
    if (action === "Stop") throw new PowerShellError(record, true);
    if (action !== "SilentlyContinue") this.invocation.streams.error.write(record);
  }

  /** `$ErrorActionPreference` cannot be Ignore: it is made Continue, and the command fails. */
  private refuseIgnore(): PowerShellError {
    const preferenceType = typeNamed("System.Management.Automation.ActionPreference");
    this.context.setVariable("ErrorActionPreference", convertTo(this.context, "Continue", preferenceType));
    const { record } = runtimeError(
      "System.NotSupportedException",
      "NotSpecified",
      'The value Ignore is not supported for an ActionPreference variable. The provided value should be used only as a value for a preference parameter, and has been replaced by the default value. For more information, see the Help topic, "about_Preference_Variables."',
      { exceptionType: "System.NotSupportedException" },
    );
    return new PowerShellError(record);
  }

  throwTerminatingError(record: ErrorRecord): never {
    // Statements of a function's own body must neither report it nor go on after it.
    throw this.metadata.isCompiled ? new PowerShellError(record) : new TerminatingErrorSignal(record, this);
  }

  writeWarning(text: string): void {
    this.writeText("Warning", text);
  }
  warnOfCommand(text: string): void {
    this.writeText("Warning", text, false);
  }
  writeVerbose(text: string): void {
    this.writeText("Verbose", text);
  }
  writeDebug(text: string): void {
    this.writeText("Debug", text);
  }

  /** One record of a text stream: shown by its preference, kept in the variable in every case. */
  private writeText(stream: StreamRecordKind, text: string, isKept = true): void {
    const action = this.actionFor(stream);
    if (stream === "Warning" && isKept)
      for (const list of this.variables.warning) list.write(new StreamRecord(stream, text, false));
    if (action === "SilentlyContinue" || action === "Ignore") return;
    const kind = streamKinds[stream];
    const pipe = this.invocation.streams[kind];
    if (pipe === null) this.context.host.writeMessage(kind, text);
    else pipe.write(new StreamRecord(stream, text, true));
    this.stopOrInquire(stream, action, text);
  }

  writeInformation(record: Value, show: () => void, always: boolean): void {
    const action = this.actionFor("Information");
    if (action === "Ignore" && !always) return;
    for (const list of this.variables.information) list.write(record);
    const pipe = this.invocation.streams.information;
    if (pipe !== null) pipe.write(record);
    else if (always || action !== "SilentlyContinue") show();
    if (!always) this.stopOrInquire("Information", action, "");
  }

  private actionFor(stream: PreferenceStream): ActionPreference {
    return actionFor(this.context, this.bound, stream, this.facts.debugInquires ? "Inquire" : "Continue");
  }

  private stopOrInquire(stream: PreferenceStream, action: ActionPreference, text: string): void {
    if (action === "Inquire") this.inquire(stream, "Continue with this operation?");
    if (action !== "Stop") return;
    throw this.stopError(
      `The running command stopped because the preference variable "${preferenceVariable(stream)}" or common parameter is set to Stop: ${text}`,
    );
  }

  private stopError(message: string): PowerShellError {
    const { record } = runtimeError("ActionPreferenceStop", "OperationStopped", message, {
      exceptionType: "System.Management.Automation.ParentContainsErrorRecordException",
    });
    this.claim(record);
    return new PowerShellError(record, true);
  }

  /** The action preference Inquire; throws when the answer is to halt. */
  private inquire(stream: PreferenceStream, message: string): void {
    if (this.inquiredForAll.has(stream)) return;
    const answer = confirm(this.context.host, "Confirm", message, inquireChoices);
    if (answer === "YesToAll") this.inquiredForAll.add(stream);
    if (answer === "Halt")
      throw this.stopError("The running command stopped because the user selected the Stop option.");
  }

  shouldProcess(target: string, action?: string): boolean {
    const description = this.facts.shouldProcessText(action ?? this.metadata.name, target);
    return this.confirmOperation(
      description,
      `Are you sure you want to perform this action?\n${description}`,
      "Confirm",
    );
  }

  shouldProcessDescription(description: string, warning: string, caption: string): boolean {
    return this.confirmOperation(description, warning, caption === "" ? "Confirm" : caption);
  }

  private confirmOperation(description: string, question: string, caption: string): boolean {
    const { context, bound } = this;
    if (this.answeredForAll !== null) return this.answeredForAll === "YesToAll";
    if (isWhatIf(context, bound)) {
      context.host.write(`What if: ${description}\n`);
      return false;
    }
    if (!needsConfirmation(context, bound, this.metadata.confirmImpact)) {
      this.writeVerbose(description);
      return true;
    }
    const answer = confirm(context.host, caption, question, this.allChoices);
    if (answer === "YesToAll" || answer === "NoToAll") this.answeredForAll = answer;
    return isYes(answer);
  }

  /** What can be answered where an answer may go for all. */
  private get allChoices() {
    return this.metadata.remote === undefined ? fiveChoices : remoteChoices;
  }

  shouldContinue(query: string, caption: string): boolean {
    return isYes(confirm(this.context.host, caption, query, threeChoices));
  }

  shouldContinueForAll(query: string, caption: string, state: ContinueState): boolean {
    if (state.yesToAll) return true;
    if (state.noToAll) return false;
    const answer = confirm(
      this.context.host,
      caption,
      query,
      this.allChoices,
      state.hasSecurityImpact === true ? "No" : "Yes",
    );
    if (answer === "YesToAll") state.yesToAll = true;
    if (answer === "NoToAll") state.noToAll = true;
    return isYes(answer);
  }

  stopUpstream(): never {
    throw new StopUpstreamSignal(this.invocation);
  }
}

/** `$PSCmdlet.ThrowTerminatingError` on its way out of its function; there it becomes an error of the caller's statement. */
class TerminatingErrorSignal extends ControlSignal {
  constructor(
    readonly record: ErrorRecord,
    readonly command: CommandRuntime,
  ) {
    super();
  }
}

const streamKinds = { Warning: "warning", Verbose: "verbose", Debug: "debug" } as const;

const noVariables: StreamVariables = { error: [], warning: [], information: [] };

function isYes(answer: Confirmation): boolean {
  return answer === "Yes" || answer === "YesToAll";
}
