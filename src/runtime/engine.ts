import type { ScriptBlock as ScriptBlockNode } from "../../grammar/syntax-tree.js";
import type { PSDictionary } from "../values/collections.js";
import { tryConvertTo } from "../values/conversion/index.js";
import type { Culture } from "../values/culture.js";
import type { DotNetType } from "../values/dotnet-type.js";
import { type ErrorRecord, type InvocationInfo, PowerShellError } from "../values/errors.js";
import { isMissingType } from "../values/member-access/framework-2.js";
import type { TypeTable } from "../values/members.js";
import { EnumValue } from "../values/numbers.js";
import { ScriptBlock, type SourceText, type TokenizedCode } from "../values/script-block.js";
import { toText } from "../values/text.js";
import { resolveTypeName } from "../values/type-names.js";
import { typeNamed } from "../values/types.js";
import { baseOf, type Value } from "../values/value.js";
import type { InvokeVariables } from "../values/value-context.js";
import type { ValueFacts } from "../values/value-facts.js";
import { defineAutomaticVariables } from "./automatic-variables.js";
import { invokeInCallerScope, variablesScope } from "./block-invocation.js";
import { callDepthOverflow, limitReached, StepCounter } from "./budget.js";
import { CommandDiscovery } from "./command-discovery.js";
import { type AliasInfo, type CommandArgument, type CommandInfo, type FunctionInfo, positional } from "./commands.js";
import { Drives } from "./drives.js";
import type { EngineOptions } from "./engine-options.js";
import { ErrorLog } from "./error-log.js";
import { commandNotFound, nowhere, positioned, positionOf, StoppedError } from "./errors.js";
import type { ExecutionContext, InvokeBlockOptions, RuntimeServices } from "./execution-context.js";
import type { Frame } from "./frame.js";
import { invocationOfError, promptInvocation } from "./invocation-objects.js";
import { defaultLimits, type Limits } from "./limits.js";
import { outerTokens } from "./outer-tokens.js";
import {
  isRequirementAlone,
  type ParsedText,
  parseErrorRecord,
  requirementsError,
  shownErrors,
} from "./parse-errors.js";
import { runCommand, runPipeline, type Stage, type StartableCommand } from "./pipeline.js";
import { Collector, nullPipe, streamsTo } from "./pipes.js";
import type { RuntimeFacts } from "./runtime-facts.js";
import { assign, type ScopeTables } from "./scope.js";
import { scriptBlockCommand } from "./script-command.js";
import { ScriptFile } from "./script-file.js";
import { currentScopeIn } from "./script-module.js";
import { Session } from "./session.js";
import { ExitSignal, LoopSignal, ReturnSignal, StopSignal } from "./signals.js";
import type { CommandStreams, Host, Pipe } from "./streams.js";
import { UsingNamespaces } from "./using-statements.js";
import { nameKey } from "./variable.js";

/** How an entry ended. */
export type EntryOutcome =
  /** To its end, or left by a `break` without a loop. */
  | { readonly status: "completed" }
  /** By a script-terminating error (throw, -ErrorAction Stop): recorded in `$Error`, not written to the sink. */
  | { readonly status: "terminated"; readonly record: ErrorRecord }
  | { readonly status: "exited"; readonly exitCode: number }
  /** A limit was used up, or the user interrupted; `message` is one sentence for the user. */
  | { readonly status: "stopped"; readonly message: string };

/** The running language: scopes, commands, errors and the preferences that govern them. One for each shell. */
export class Engine implements ExecutionContext {
  readonly facts: ValueFacts;
  readonly runtimeFacts: RuntimeFacts;
  /** The console; while a job runs, what keeps its text. */
  host: Host;
  readonly services: RuntimeServices;
  readonly typeTable: TypeTable;
  readonly limits: Limits;
  readonly session: Session;
  readonly drives: Drives;
  readonly currentCulture?: Culture;
  readonly userName: string;

  /** The scope in which code runs now. */
  currentScope: ScopeTables;
  /** The script code that runs now; `null` before the first entry. */
  currentFrame: Frame | null = null;
  /** The stage whose command runs now. */
  activeStage: Stage | null = null;
  /** `$?`. */
  lastSuccess = true;
  /** A `try` or `trap` of some caller waits for errors: statements hand them on instead of reporting them. */
  propagating = false;
  /** What `$using:` means in a runspace of its own; `null` elsewhere. */
  usingScope: ScopeTables | null = null;
  /** What a bare `throw` in a catch block raises again. */
  caughtError: ErrorRecord | null = null;
  /** Streams of the entry: what code has that no command gave any. */
  baseStreams: CommandStreams = streamsTo({ write() {} });
  /** Steps until the counters are looked at; compiled code counts it down. */
  fuel = 0;

  private readonly steps: StepCounter;
  /** How deep calls and what nests in them are: {@link descend} counts it up, who called that counts it down. */
  depth = 0;
  readonly errorLog: ErrorLog;
  private readonly discovery = new CommandDiscovery(this);
  readonly usings = new UsingNamespaces();

  constructor(private readonly options: EngineOptions) {
    this.facts = options.facts;
    this.runtimeFacts = options.runtimeFacts;
    this.host = options.host;
    this.services = options.services;
    this.typeTable = options.typeTable;
    this.limits = { ...defaultLimits, ...options.limits };
    if (options.culture !== undefined) this.currentCulture = options.culture;
    this.userName = options.userName;
    this.steps = new StepCounter(this.limits);
    this.session = new Session(this);
    this.currentScope = this.session.globalScope;
    this.drives = new Drives(this);
    this.errorLog = new ErrorLog();
    defineAutomaticVariables(this, this.errorLog.list);
  }

  invocationOf(record: ErrorRecord): Value {
    return invocationOfError(this, record);
  }

  get globalScope(): ScopeTables {
    return this.session.globalScope;
  }

  // --- entries -----------------------------------------------------------------------------------------------------

  /** Parses what was typed. Throws a PowerShellError with the ParserError record of all errors. */
  parseEntry(text: string): { readonly tree: ScriptBlockNode; readonly source: SourceText } {
    const source: SourceText = { text, file: null };
    const { tree, errors } = this.options.parse(text);
    const isRefused = this.runtimeFacts.requirementsAtPrompt === "refused" && isRequirementAlone(tree);
    if (errors.length > 0 || isRefused) {
      const error = isRefused ? requirementsError() : parseErrorRecord(this, source, errors, true);
      this.keepError(error.record);
      this.lastSuccess = false;
      throw error;
    }
    return { tree, source };
  }

  /**
   * Runs one entry of the prompt in the global scope. One entry has one Out-Default (SPEC A.1), made by the shell:
   *
   * ```ts
   * const { tree, source } = engine.parseEntry(text);        // throws PowerShellError: show its record, nothing ran
   * const out = services.startOutDefault(engine);
   * const outcome = engine.runEntry(tree, source, out);
   * if (outcome.status === "terminated") showAlone(outcome.record);   // drop `out` without end(): pending rows vanish
   * else out.end();
   * ```
   * `showAlone`: a new Out-Default, `write(record)`, `end()`.
   * Into `sink` go, in their order: the entry's objects (already enumerated one level) and, as ErrorRecord objects, the
   * non-terminating and statement-terminating errors that the preferences let through. Text of warnings, Write-Host and
   * their kin goes to `host`. Signals of the host (nobody answers a question) pass through this call unchanged.
   */
  runEntry(tree: ScriptBlockNode, source: SourceText, sink: Pipe): EntryOutcome {
    const outcome = this.runTop(new ScriptBlock(tree, source), sink);
    const { first, last } = outerTokens(source.text);
    this.globalScope.define("^", first);
    this.globalScope.define("$", last);
    return outcome;
  }

  /**
   * Runs a script file as `powershell -File` does: dot-sourced in the global scope; `exit` in it ends the session.
   * @param input what is piped into it; `null`: nothing
   */
  runScript(path: string, args: readonly CommandArgument[], input: readonly Value[] | null, sink: Pipe): EntryOutcome {
    return this.runGuarded(sink, () => {
      const script = this.findCommand(path);
      if (!(script instanceof ScriptFile)) throw commandNotFound(path, this.facts.languageVersion >= 7);
      const stage = { ...script.asSession(), arguments: args, redirect: null };
      runPipeline(this, [stage], input, this.baseStreams, this.baseStreams.output);
    });
  }

  private runTop(block: ScriptBlock, sink: Pipe): EntryOutcome {
    return this.runGuarded(sink, () => {
      // What was typed is the name of what runs; it has no place of its own.
      const invocationInfo: InvocationInfo = { ...nowhere, invocationName: block.source.text, file: block.source.file };
      this.globalScope.drop("_");
      const { baseStreams } = this;
      if (/myinvocation/i.test(block.source.text))
        this.globalScope.define("MyInvocation", promptInvocation(this, scriptBlockCommand(block)));
      this.usings.apply(block.tree, block.source);
      // Parameters of an entry or a script are bound as those of a block behind the dot: to their defaults.
      if (block.tree.paramBlock !== undefined)
        runCommand(this, scriptBlockCommand(block), [], invocationInfo, true, baseStreams, baseStreams.output);
      else invokeInCallerScope(this, block, { output: baseStreams.output, streams: baseStreams, invocationInfo });
    });
  }

  /** What an entry knows of itself is gone with it. */
  private leaveEntry(): void {
    if (this.globalScope.own("myinvocation") !== undefined) this.globalScope.drop("myinvocation");
  }

  private runGuarded(sink: Pipe, body: () => void): EntryOutcome {
    this.reset(sink);
    try {
      body();
      return { status: "completed" };
    } catch (thrown) {
      return this.outcomeOf(thrown);
    } finally {
      this.reset({ write() {} });
      this.leaveEntry();
    }
  }

  private reset(sink: Pipe): void {
    this.host = this.options.host;
    this.baseStreams = streamsTo(this.steps.limitedOutput(sink));
    this.currentScope = this.globalScope;
    this.currentFrame = null;
    this.activeStage = null;
    this.propagating = false;
    this.usingScope = null;
    this.caughtError = null;
    this.depth = 0;
    this.steps.restart();
    this.fuel = 0;
  }

  private outcomeOf(thrown: unknown): EntryOutcome {
    if (thrown instanceof LoopSignal || thrown instanceof ReturnSignal) return { status: "completed" };
    if (thrown instanceof ExitSignal) return { status: "exited", exitCode: thrown.exitCode };
    if (thrown instanceof StopSignal) return { status: "stopped", message: thrown.message };
    const error = this.errorOf(thrown);
    if (error === undefined) throw thrown;
    this.keepError(error.record);
    if (error.endsScript && !(error instanceof StoppedError) && error.record.activity !== "")
      this.errorLog.keepStop(error.record);
    this.lastSuccess = false;
    return { status: "terminated", record: error.record };
  }

  // --- scopes and variables ----------------------------------------------------------------------------------------

  getVariable(name: string): Value | undefined {
    const { scope, key } = this.locate(name);
    return (scope === null ? this.currentScope.lookUp(key) : scope.own(key))?.current;
  }

  setVariable(name: string, value: Value): void {
    const { scope, key, unqualified } = this.locate(name);
    assign(scope ?? this.currentScope, unqualified, key, value);
  }

  /** Takes a name with a scope apart; no scope means that of the look-up. */
  locate(name: string): {
    readonly scope: ScopeTables | null;
    readonly key: string;
    readonly unqualified: string;
  } {
    const colon = name.indexOf(":");
    if (colon > 0) {
      const unqualified = name.slice(colon + 1);
      const key = nameKey(unqualified);
      switch (nameKey(name.slice(0, colon))) {
        case "global":
          return { scope: this.globalScope, key, unqualified };
        case "script":
          return { scope: this.currentScope.scriptScope, key, unqualified };
        case "local":
        case "private":
          return { scope: this.currentScope, key, unqualified };
        case "variable":
          return { scope: null, key, unqualified };
      }
    }
    return { scope: null, key: nameKey(name), unqualified: name };
  }

  /** The scope for a run of a block: below the one it captured, else below the caller's. */
  childScope(block: ScriptBlock): ScopeTables {
    const captured = block.capturedScope as ScopeTables | null;
    return (captured ?? this.scopeOf(block)).child();
  }

  /** The scope that the session state of a block is in: the current one, unless the block is of another module. */
  scopeOf({ isUnbound, module }: ScriptBlock): ScopeTables {
    return isUnbound ? this.currentScope : currentScopeIn(this, module);
  }

  /** One level deeper; throws CallDepthOverflow. Whoever calls it takes the level back from {@link depth} afterwards. */
  descend(): void {
    if (this.depth >= this.limits.callDepth) throw callDepthOverflow(this.limits.callDepth);
    this.depth++;
  }

  /** Enters script code; every call has its {@link leave}. Throws CallDepthOverflow. */
  enter(frame: Frame): void {
    this.descend();
    this.currentScope = frame.scope;
    this.currentFrame = frame;
  }
  leave(scope: ScopeTables, frame: Frame | null): void {
    this.depth--;
    this.currentScope = scope;
    this.currentFrame = frame;
  }

  /** Runs something with a frame's scope as the current one. */
  inFrame<T>(frame: Frame, body: () => T): T {
    const { currentScope, currentFrame } = this;
    this.currentScope = frame.scope;
    this.currentFrame = frame;
    try {
      return body();
    } finally {
      this.currentScope = currentScope;
      this.currentFrame = currentFrame;
    }
  }

  /** Runs something with another current scope. */
  inScope<T>(scope: ScopeTables, body: () => T): T {
    const { currentScope } = this;
    this.currentScope = scope;
    try {
      return body();
    } finally {
      this.currentScope = currentScope;
    }
  }

  get outputFieldSeparator(): string {
    const value = this.currentScope.lookUp("ofs")?.current;
    return value === undefined || value === null ? " " : typeof value === "string" ? value : toText(this, value);
  }

  get strictModeVersion(): number {
    for (let scope: ScopeTables | null = this.currentScope; scope !== null; scope = scope.parent) {
      if (scope.strictVersion !== null) return scope.strictVersion;
    }
    return 0;
  }
  setStrictMode(version: number): void {
    this.currentScope.strictVersion = version;
    this.mayBeStrict = true;
  }
  /** Whether any scope has a strict mode. */
  mayBeStrict = false;
  /** Whether strict mode is at least this version here. */
  isStrict(version: number): boolean {
    return this.mayBeStrict && this.strictModeVersion >= version;
  }

  setMatches(matches: PSDictionary): void {
    assign(this.currentScope, "Matches", "matches", matches);
  }

  // --- commands ----------------------------------------------------------------------------------------------------

  findAlias(name: string): AliasInfo | undefined {
    return this.discovery.findAlias(name);
  }
  findFunction(name: string): FunctionInfo | undefined {
    return this.discovery.findFunction(name);
  }
  findCommand(name: string): CommandInfo | undefined {
    return this.discovery.findCommand(name);
  }
  resolveCommand(name: string): StartableCommand {
    return this.discovery.resolve(name);
  }
  startable(info: CommandInfo): StartableCommand {
    return this.discovery.startable(info);
  }

  /** The invocation of the function whose code runs now; at the prompt, that of the entry. */
  get callerInvocation(): InvocationInfo | null {
    return this.currentFrame?.invocation ?? null;
  }

  invokeBlock(block: ScriptBlock, options: InvokeBlockOptions): void {
    if (options.useCallerScope === true) {
      invokeInCallerScope(this, block, options);
      return;
    }
    const { arguments: args = [], input, output, streams = this.currentFrame?.streams ?? this.baseStreams } = options;
    const scope = variablesScope(this, block, options);
    this.inScope(scope, () =>
      runPipeline(
        this,
        [
          {
            command: scriptBlockCommand(block),
            arguments: args.map(positional),
            invocationInfo: options.invocationInfo ?? positionOf(block.source, block.tree, "&"),
            dotSourced: false,
            redirect: null,
          },
        ],
        input ?? null,
        streams,
        output,
      ),
    );
  }

  /** A block that is only to see `$_` runs in the caller's scope, as `.Where({ … })` does. */
  invoke(
    block: ScriptBlock,
    args: readonly Value[],
    { propagateErrors = false, swallowErrors = false, ...variables }: InvokeVariables = {},
  ): Value {
    const output = new Collector(this);
    const useCallerScope =
      variables.underscore !== undefined && args.length === 0 && block.tree.paramBlock === undefined;
    const propagated = this.propagating;
    this.propagating = propagated || propagateErrors;
    try {
      const streams = this.currentFrame?.streams ?? this.baseStreams;
      const silenced = swallowErrors ? { streams: { ...streams, error: nullPipe } } : {};
      this.invokeBlock(block, { arguments: args, output, useCallerScope, ...silenced, ...variables });
    } finally {
      this.propagating = propagated;
    }
    return output.result();
  }

  /** Runs statements in the current scope, for their output. */
  invokeInline(block: ScriptBlock): Value {
    const output = new Collector(this);
    invokeInCallerScope(this, block, { output });
    return output.result();
  }

  invokeCommand(name: string, args: readonly CommandArgument[], input: Iterable<Value>, output: Pipe): void {
    const command = this.resolveCommand(name);
    const frame = this.currentFrame;
    const place = frame === null ? nowhere : positionOf(frame.table.source, frame.at ?? { start: 0, end: 0 }, name);
    runPipeline(
      this,
      [
        {
          command,
          arguments: args,
          invocationInfo: { ...place, invocationName: name, commandName: command.name },
          dotSourced: false,
          redirect: null,
        },
      ],
      input,
      frame?.streams ?? this.baseStreams,
      output,
    );
  }

  /** The grammar's `parse`, as the edition reads. */
  parse(text: string): ParsedText {
    return this.options.parse(text);
  }

  parseCode(text: string): ParsedText {
    return this.options.parse(text);
  }

  tokenizeCode(text: string): TokenizedCode {
    const result = this.options.parseWithTokens(text);
    return { ...result, errors: shownErrors(this, { text, file: null }, result.errors) };
  }

  createScriptBlock(text: string): ScriptBlock {
    const source: SourceText = { text, file: null };
    const { tree, errors } = this.options.parse(text);
    if (errors.length > 0) throw parseErrorRecord(this, source, errors, false);
    return new ScriptBlock(tree, source, null, null, null, true);
  }

  exitCodeOf(value: Value): number {
    const converted = tryConvertTo(this, value, typeNamed("System.Int32"));
    return typeof converted === "number" ? converted : 0;
  }

  // --- errors ------------------------------------------------------------------------------------------------------

  /** The PowerShell error in what was thrown; an exhausted JavaScript stack is one too. `undefined`: something else. */
  errorOf(thrown: unknown): PowerShellError | undefined {
    if (thrown instanceof PowerShellError) return thrown;
    return limitReached(thrown, this.limits.callDepth);
  }

  /** A statement ended with an error: report it and go on, or hand it to whoever waits for it. */
  statementFailed(frame: Frame, thrown: unknown): void {
    const error = this.errorOf(thrown);
    if (error === undefined) throw thrown;
    positioned(error, frame.table.source, frame.at);
    this.noteError(frame, error.record);
    this.lastSuccess = false;
    if (this.propagating) throw error;
    if (error.endsScript && !this.isSilenced()) throw error;
    this.reportError(frame, error);
  }

  /** Records an error and shows it as `$ErrorActionPreference` says. Throws for Stop. */
  reportError(frame: Frame, error: PowerShellError): void {
    const { record } = error;
    const preference = this.errorPreference;
    this.lastSuccess = false;
    if (preference === "Stop") {
      this.keepError(record);
      throw this.ending(error);
    }
    if (preference === "Ignore" && !error.endsScript) return;
    this.keepError(record);
    for (const list of frame.streams.variables?.error ?? []) list.write(record);
    if (preference !== "SilentlyContinue" && preference !== "Ignore") frame.streams.error.write(record);
  }

  /** The same error, now ending the script. */
  ending(error: PowerShellError): PowerShellError {
    if (error.endsScript) return error;
    if (error.record.reason === "") error.record.amend({ reason: "ParentContainsErrorRecordException" });
    return new StoppedError(error.record);
  }

  private isSilenced(): boolean {
    const preference = this.errorPreference;
    return preference === "SilentlyContinue" || preference === "Ignore";
  }

  /** `$ErrorActionPreference` by name. */
  get errorPreference(): string {
    const value = baseOf(this.currentScope.lookUp("erroractionpreference")?.current ?? null);
    if (value instanceof EnumValue) return toText(this, value);
    const converted = tryConvertTo(this, value, typeNamed("System.Management.Automation.ActionPreference"));
    return converted instanceof EnumValue ? toText(this, converted) : "Continue";
  }

  /** An error costs as many steps as making it takes, or so: what fails all the time has to end as well. */
  private noteError(frame: Frame | null, record: ErrorRecord): void {
    if (record.scriptStackTrace === "") this.spend(100 + 5 * this.depth);
    this.errorLog.noteStack(frame, record);
  }

  recordError(record: ErrorRecord): void {
    this.noteError(this.currentFrame, record);
    this.keepError(record);
    this.noteFailure();
  }
  noteFailure(): void {
    this.lastSuccess = false;
    if (this.activeStage !== null) this.activeStage.failed = true;
  }

  /** Puts a record at the beginning of `$Error`, once. */
  keepError(record: ErrorRecord): void {
    this.errorLog.noteStack(this.currentFrame, record);
    this.errorLog.keep(record);
  }
  /** A copy of a record that `$Error` has is not put there again. */
  keepLike(copy: ErrorRecord, original: ErrorRecord): void {
    this.errorLog.keepLike(copy, original);
  }

  // --- limits ------------------------------------------------------------------------------------------------------

  /** Called when {@link fuel} has run out. */
  refuel(): void {
    this.fuel = this.steps.refuel();
  }
  countStep(): void {
    if (--this.fuel < 0) this.refuel();
  }
  spend(steps: number): void {
    this.fuel -= steps;
    while (this.fuel < 0) {
      const owed = this.fuel;
      this.refuel();
      this.fuel += owed + 1;
    }
  }
  checkSize(kind: "string" | "collection", size: number): void {
    this.steps.checkSize(kind, size);
  }

  // --- inputs ------------------------------------------------------------------------------------------------------

  now(): bigint {
    return this.options.now();
  }
  utcOffset(utcTicks: bigint): bigint {
    return this.options.utcOffset(utcTicks);
  }
  newGuid(): string {
    return this.options.newGuid();
  }
  random(): number {
    return this.options.random();
  }
  resolveType(name: string): DotNetType | undefined {
    const found = resolveTypeName(name) ?? this.usings.find(name);
    if (found === undefined || isMissingType(this, found)) return undefined;
    return this.services.isTypeHidden?.(found) === true ? undefined : found;
  }
}
