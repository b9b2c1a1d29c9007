import { PSArray } from "../values/collections.js";
import { convertTo } from "../values/conversion/index.js";
import { ErrorRecord, type InvocationInfo, PowerShellError } from "../values/errors.js";
import { isNull, SwitchParameter } from "../values/objects.js";
import { toText } from "../values/text.js";
import type { RuntimeDefinedParameter } from "../values/types/attribute-types.js";
import { typeNamed } from "../values/types.js";
import { baseOf, PSObject, type Value } from "../values/value.js";
import type { CommandRuntime } from "./cmdlet.js";
import type { CommandMetadata } from "./command-metadata.js";
import type { CommandArgument, CommandInvocation, CommandProcessor, ExternalScriptInfo } from "./commands.js";
import type { CompiledScriptBlock } from "./compile/script-blocks.js";
import type { Execute } from "./compile/unit.js";
import { runDynamicParameters, withDynamicParameters } from "./dynamic-parameters.js";
import type { Engine } from "./engine.js";
import { StoppedError } from "./errors.js";
import type { BoundParameters } from "./execution-context.js";
import { Frame } from "./frame.js";
import { InputEnumerator } from "./input-enumerator.js";
import { boundParametersDictionary, directoryOf, myInvocation } from "./invocation-objects.js";
import { nullPipe } from "./pipes.js";
import { runBody } from "./run-body.js";
import type { ScopeTables } from "./scope.js";
import { ScriptCmdlet } from "./script-cmdlet.js";
import type { PreparedParameters, ScriptCommand } from "./script-command.js";
import type { CommandStreams } from "./streams.js";

/** Values of a function's parameters, however they were bound. */
interface Arguments {
  /** By index of the parameter; `undefined`: not bound. */
  readonly values: readonly (Value | undefined)[];
  readonly remaining: readonly Value[];
  /** `null`: bound here, without the binder, as nothing needed it. */
  readonly bound: BoundParameters | null;
}

/** A running function, filter, or called script block. */
export class ScriptProcessor implements CommandProcessor {
  private readonly compiled: CompiledScriptBlock;
  private readonly prepared: PreparedParameters;
  private frame: Frame | null = null;
  private bound: BoundParameters | null = null;
  private runtime: CommandRuntime | null = null;
  private readonly collected: Value[] = [];
  private boundOnCommandLine: ReadonlySet<string> = new Set();
  private readonly boundByPipeline = new Set<string>();
  private metadata: CommandMetadata;
  private dynamicParameters: readonly RuntimeDefinedParameter[] = [];
  private ownScope: ScopeTables | null = null;
  /** What a dot-sourced script found in the automatic variables of its caller. */
  private readonly lent: { readonly scope: ScopeTables; readonly name: string; readonly value: Value }[] = [];

  constructor(
    private readonly command: ScriptCommand,
    private readonly invocation: CommandInvocation,
    private readonly engine: Engine,
    /** The script file that the code is all of; `null` for functions and blocks. */
    private readonly file: ExternalScriptInfo | null = null,
  ) {
    this.compiled = command.compiledFor(engine);
    this.prepared = preparedFor(command, invocation, engine);
    this.metadata = this.prepared.metadata;
  }

  begin(): void {
    const { engine, invocation, compiled } = this;
    // Simple functions ignore the block.
    if (compiled.dynamicParam !== null && compiled.isAdvanced) this.addDynamicParameters(compiled.dynamicParam);
    const args = this.bind();
    this.fillDynamicParameters(args.bound);
    this.bound = args.bound;
    if (args.bound !== null) this.boundOnCommandLine = new Set(args.bound.values.keys());
    if (compiled.isAdvanced && args.bound !== null) {
      this.runtime = engine.services.binder.createRuntime(this.metadata, invocation, args.bound);
    }
    if (args.bound !== null) this.warnOfObsolete(args.bound);
    const frame = this.makeFrame(this.runtime?.streams ?? invocation.streams);
    this.frame = frame;
    if (this.runtime === null) this.enter(frame, args);
    else this.guarded(this.runtime, () => this.enter(frame, args));
  }

  /** `[Obsolete()]` on the command and on the parameters that were given. */
  private warnOfObsolete(bound: BoundParameters): void {
    const { metadata, invocation, engine, command } = this;
    const used = metadata.parameters.filter(({ obsolete, name }) => obsolete !== undefined && bound.values.has(name));
    if (metadata.obsolete === undefined && used.length === 0) return;
    const runtime = this.runtime ?? engine.services.binder.createRuntime(metadata, invocation, bound);
    if (metadata.obsolete !== undefined)
      runtime.warnOfCommand(`The command '${command.name}' is obsolete. ${metadata.obsolete}`);
    for (const { name, obsolete } of used) runtime.warnOfCommand(`Parameter '${name}' is obsolete. ${obsolete}`);
  }

  private makeFrame(streams: CommandStreams): Frame {
    const { engine, compiled, command } = this;
    this.ownScope ??= this.scope();
    const name = command.isAnonymous || this.file !== null ? "<ScriptBlock>" : command.name;
    return new Frame(engine, compiled.unit, this.ownScope, streams, engine.currentFrame, name, this.ownInvocation());
  }

  /** Binds what is declared, and runs the dynamicparam block with it in the scope that the function will have. */
  private addDynamicParameters(block: Execute): void {
    const { engine, invocation, compiled, command } = this;
    const bound = engine.services.binder.bindDeclared(this.metadata, invocation);
    const values = compiled.parameters.map(({ name }) => bound.values.get(name));
    const frame = this.makeFrame(invocation.streams);
    engine.inFrame(frame, () => {
      this.setAutomaticVariables(frame.scope, { values, remaining: [], bound });
      this.setParameters(frame, values);
    });
    this.dynamicParameters = runDynamicParameters(frame, block, command.name, invocation.invocationInfo);
    this.metadata = withDynamicParameters(frame, this.metadata, this.dynamicParameters);
  }

  private fillDynamicParameters(bound: BoundParameters | null): void {
    for (const parameter of this.dynamicParameters) {
      const value = bound?.values.get(parameter.name);
      if (value !== undefined) parameter.set(value);
    }
  }

  /** Fills the function's scope, then runs its begin block. */
  private enter(frame: Frame, args: Arguments): void {
    const { engine, compiled } = this;
    const { currentScope, currentFrame } = engine;
    engine.currentScope = frame.scope;
    engine.currentFrame = frame;
    try {
      this.setScriptPlace(frame.scope);
      this.setAutomaticVariables(frame.scope, args);
      this.setPreferences(frame.scope, args);
      this.setParameters(frame, args.values);
    } finally {
      engine.currentScope = currentScope;
      engine.currentFrame = currentFrame;
    }
    frame.ownsScope = !this.invocation.dotSourced;
    if (compiled.begin !== null) this.run(compiled.begin, []);
  }

  process(input: Value): void {
    const { compiled, bound, frame } = this;
    if (frame === null) throw new Error("process before begin");
    if (bound !== null && compiled.isAdvanced) {
      if (!bound.bindPipelineObject(input)) return;
      this.fillDynamicParameters(bound);
      this.engine.inFrame(frame, () => this.updateParameters(frame, bound));
    }
    if (compiled.process === null) {
      this.collected.push(input);
      return;
    }
    this.runProcess(compiled.process, [input], input);
  }

  end(): void {
    const { compiled, invocation, frame } = this;
    if (frame === null) throw new Error("end before begin");
    if (compiled.process !== null && !invocation.expectingInput) this.runProcess(compiled.process, [], null);
    const { end } = compiled;
    if (end !== null) {
      if (this.runtime !== null) this.guarded(this.runtime, () => this.run(end, this.collected));
      else {
        if (compiled.mentions.has("input")) setVariable(frame.scope, "input", new InputEnumerator(this.collected));
        runBody(frame, end, frame.streams.output);
      }
    }
    this.runtime?.finish();
  }

  dispose(): void {
    const { clean } = this.compiled;
    // What a clean block writes goes nowhere.
    if (clean !== null && this.frame !== null) runBody(this.frame, clean, nullPipe);
    this.runtime?.close();
    for (const { scope, name, value } of this.lent) setVariable(scope, name, value);
  }

  /** Sets an automatic variable; dot-sourced scripts have it in their caller's scope for as long as they run. */
  private lend(scope: ScopeTables, name: string, value: Value): void {
    if (this.invocation.dotSourced && this.file !== null)
      this.lent.push({ scope, name, value: scope.own(name.toLowerCase())?.current ?? null });
    setVariable(scope, name, value);
  }

  /**
   * `$PSScriptRoot` and `$PSCommandPath`, which say where the text of the running code is from.
   */
  private setScriptPlace(scope: ScopeTables): void {
    const { file } = this.command.scriptBlock.source;
    const { mentions } = this.compiled;
    if (file === null || this.engine.facts.languageVersion < 3) return;
    if (this.file === null && !mentions.has("psscriptroot") && !mentions.has("pscommandpath")) return;
    this.lend(scope, "PSScriptRoot", directoryOf(file));
    this.lend(scope, "PSCommandPath", file);
  }

  /** What errors that Write-Error reports here are attributed to: a block without a name is named by its text. */
  private ownInvocation(): InvocationInfo {
    const { invocationInfo } = this.invocation;
    // A block that runs in the name of its caller (Invoke-Command) keeps that name.
    const isNamed = invocationInfo.sourceText === "" || (invocationInfo.commandName ?? "") !== "";
    if (!this.command.isAnonymous || isNamed) return invocationInfo;
    return { ...invocationInfo, invocationName: toText(this.engine, this.command.scriptBlock), commandName: null };
  }

  private scope(): ScopeTables {
    const { engine, invocation, command } = this;
    if (invocation.dotSourced) return engine.scopeOf(command.scriptBlock);
    return this.file === null ? engine.childScope(command.scriptBlock) : engine.currentScope.child("script");
  }

  /** Runs a part of an advanced function: an error that leaves it is the function's, as if a cmdlet had raised it. */
  private guarded(runtime: CommandRuntime, body: () => void): void {
    const { engine } = this;
    engine.descend();
    try {
      runtime.guard(() => {
        try {
          body();
        } catch (thrown) {
          throw thrown instanceof PowerShellError ? this.attributed(thrown) : thrown;
        }
      });
    } finally {
      engine.depth--;
    }
  }

  /** `throw` keeps its place; so does what a command inside has claimed already. */
  private attributed(error: PowerShellError): PowerShellError {
    const { record } = error;
    if ((error.endsScript && !(error instanceof StoppedError)) || record.activity !== "") return error;
    const { exception, errorId, category, target, targetName, targetType, details } = record;
    const copy = new ErrorRecord({
      exception,
      errorId,
      category,
      target,
      activity: this.command.name,
      ...(targetName === null ? {} : { targetName }),
      ...(targetType === null ? {} : { targetType }),
      ...(details === null ? {} : { details }),
    });
    copy.amend({ commandTypeName: this.command.name });
    copy.amend({ invocation: this.invocation.invocationInfo });
    copy.amend({ scriptStackTrace: record.scriptStackTrace, iterations: record.iterations });
    this.engine.keepLike(copy, record);
    return new PowerShellError(copy);
  }

  private runProcess(body: Execute, input: readonly Value[], underscore: Value): void {
    const { frame } = this;
    if (frame === null) return;
    const { scope } = frame;
    const cell = scope.own("_") ?? scope.define("_", null, "_");
    cell.put(underscore);
    if (this.runtime === null) this.run(body, input);
    else this.guarded(this.runtime, () => this.run(body, input));
  }

  private run(body: Execute, input: readonly Value[]): void {
    const { frame, compiled } = this;
    if (frame === null) return;
    if (compiled.mentions.has("input")) setVariable(frame.scope, "input", new InputEnumerator(input));
    runBody(frame, body, frame.streams.output);
  }

  private bind(): Arguments {
    const { compiled, invocation, engine } = this;
    const quick = compiled.isAdvanced ? null : bindPositionally(this.prepared, invocation.arguments);
    if (quick !== null) return quick;
    const bound = engine.services.binder.bind(this.metadata, invocation);
    const values = compiled.parameters.map(({ name }) => bound.values.get(name));
    return { values, remaining: bound.remaining, bound };
  }

  /** `$args`, `$PSBoundParameters`, `$MyInvocation`, `$PSCmdlet`: those that the text mentions. */
  private setAutomaticVariables(scope: ScopeTables, args: Arguments): void {
    const { compiled, runtime, invocation, engine, command } = this;
    const { mentions } = compiled;
    if (mentions.size === 0) return;
    const { remaining, bound } = args;
    const values = this.namedValues(args);
    if (mentions.has("args") && !compiled.isAdvanced) this.lend(scope, "args", new PSArray([...remaining]));
    if (mentions.has("psboundparameters"))
      this.lend(scope, "PSBoundParameters", boundParametersDictionary(bound?.given ?? values));
    if (mentions.has("myinvocation")) {
      // What was typed at the prompt runs for the prompt; blocks and what functions call, for the session itself.
      const isTyped = this.frame?.caller != null && this.frame.caller.caller === null && !command.isAnonymous;
      const origin = isTyped ? "Runspace" : "Internal";
      this.lend(scope, "MyInvocation", myInvocation(this.file ?? command, invocation, values, remaining, origin));
    }
    if (mentions.has("pscmdlet") && runtime !== null) {
      const caller = this.frame?.caller?.scope ?? engine.globalScope;
      this.lend(scope, "PSCmdlet", new ScriptCmdlet(engine, runtime, command, invocation, caller));
    }
  }

  private namedValues({ values, bound }: Arguments): ReadonlyMap<string, Value> {
    if (bound !== null) return bound.values;
    const named = new Map<string, Value>();
    this.compiled.parameters.forEach(({ name }, index) => {
      const value = values[index];
      if (value !== undefined) named.set(name, value);
    });
    return named;
  }

  /** Common parameters that set preferences do it for everything inside. */
  private setPreferences(scope: ScopeTables, { bound }: Arguments): void {
    if (bound === null || !this.compiled.isAdvanced) return;
    for (const [parameter, variable] of preferenceVariables) {
      const value = bound.common.get(parameter);
      if (value !== undefined) setVariable(scope, variable, preferenceValue(this.engine, parameter, value));
    }
  }

  private setParameters(frame: Frame, values: readonly (Value | undefined)[]): void {
    const { parameters } = this.compiled;
    let unbound = false;
    for (let i = 0; i < parameters.length; i++) {
      const value = values[i];
      if (value === undefined) unbound = true;
      else this.setParameter(frame, i, value);
    }
    if (!unbound) return;
    for (let i = 0; i < parameters.length; i++) if (values[i] === undefined) this.setDefault(frame, i);
  }

  private setDefault(frame: Frame, index: number): void {
    const { name, defaultValue } = this.compiled.parameters[index] as CompiledScriptBlock["parameters"][number];
    const { constraint } = this.prepared.slots[index] as PreparedParameters["slots"][number];
    if (defaultValue === null) this.setParameter(frame, index, this.unboundValue(index));
    else {
      const value = defaultValue(frame);
      this.setParameter(frame, index, constraint === null ? value : this.convertDefault(name, value));
    }
  }

  private unboundOr(given: Value | undefined, index: number): Value {
    return given === undefined ? this.unboundValue(index) : given;
  }

  private convertDefault(name: string, value: Value): Value {
    return this.engine.services.binder.convertDefault(this.prepared.metadata, this.invocation, name, value);
  }

  private unboundValue(index: number): Value {
    const { unbound, declarations } = this.prepared.slots[index] as PreparedParameters["slots"][number];
    if (unbound === undefined) return null;
    const declared = declarations.findLast(({ kind }) => kind === "type");
    return declared?.kind === "type" ? convertTo(this.engine, unbound, declared.type) : unbound;
  }

  private setParameter(frame: Frame, index: number, value: Value): void {
    const { name, key } = this.compiled.parameters[index] as CompiledScriptBlock["parameters"][number];
    const cell = frame.scope.define(name, isNull(value) ? null : value, key);
    const { constraint } = this.prepared.slots[index] as PreparedParameters["slots"][number];
    if (constraint !== null) cell.constraint = constraint;
  }

  /** Parameters that the pipeline binds change with each object; what only it bound before is unbound again. */
  private updateParameters(frame: Frame, { values, given }: BoundParameters): void {
    const { parameters } = this.compiled;
    for (let i = 0; i < parameters.length; i++) {
      const { name, key, defaultValue } = parameters[i] as (typeof parameters)[number];
      if (this.boundOnCommandLine.has(name)) continue;
      const given = values.get(name);
      if (given !== undefined) this.boundByPipeline.add(name);
      else if (!this.boundByPipeline.delete(name)) continue;
      const value = given ?? (defaultValue === null || given === null ? this.unboundOr(given, i) : defaultValue(frame));
      const cell = frame.scope.own(key);
      if (cell === undefined) this.setParameter(frame, i, value);
      else cell.put(value);
    }
    if (this.compiled.mentions.has("psboundparameters"))
      setVariable(frame.scope, "PSBoundParameters", boundParametersDictionary(given));
  }
}

/** What binding a command needs; when its declaration is wrong, the error is shown at the command's name. */
function preparedFor(
  command: ScriptCommand,
  { invocationInfo }: CommandInvocation,
  engine: Engine,
): PreparedParameters {
  try {
    return command.parametersFor(engine);
  } catch (thrown) {
    if (!(thrown instanceof PowerShellError) || thrown.record.category !== "MetadataError") throw thrown;
    const { sourceText, start, end, invocationName } = invocationInfo;
    const name = invocationName ?? "";
    const isNamed = name !== "" && sourceText.startsWith(name, start);
    thrown.record.amend({ invocation: { ...invocationInfo, end: isNamed ? start + name.length : end } });
    throw thrown;
  }
}

const preferenceVariables = [
  ["ErrorAction", "ErrorActionPreference"],
  ["WarningAction", "WarningPreference"],
  ["InformationAction", "InformationPreference"],
  ["ProgressAction", "ProgressPreference"],
  ["Verbose", "VerbosePreference"],
  ["Debug", "DebugPreference"],
  ["WhatIf", "WhatIfPreference"],
  ["Confirm", "ConfirmPreference"],
] as const;

function setVariable(scope: ScopeTables, name: string, value: Value): void {
  const key = name.toLowerCase();
  const own = scope.own(key);
  if (own === undefined) scope.define(name, value, key);
  else own.put(value);
}

/**
 * Binds the arguments of a simple function without the binder, when all that is to be done is to count them off:
 * values only, and each of its parameter's type already. `null`: the binder has to do it.
 */
function bindPositionally({ metadata, slots }: PreparedParameters, args: readonly CommandArgument[]): Arguments | null {
  const { parameters } = metadata;
  const values = new Array<Value | undefined>(parameters.length);
  const remaining: Value[] = [];
  for (let i = 0; i < args.length; i++) {
    const argument = args[i] as CommandArgument;
    if (argument.kind !== "value" || argument.isSplatted) return null;
    const { value } = argument;
    if (argument.isBareword && typeof value === "string" && value.startsWith("-")) return null;
    const parameter = parameters[i];
    if (parameter === undefined) {
      remaining.push(value);
      continue;
    }
    const { constraint, takesPositionals } = slots[i] as PreparedParameters["slots"][number];
    if (!takesPositionals || (constraint !== null && !isOfType(value, parameter.type.fullName))) return null;
    // Wrapped values lose their wrapper in the binder.
    if (constraint === null && value instanceof PSObject) return null;
    values[i] = value;
  }
  return { values, remaining, bound: null };
}

function isOfType(value: Value, typeName: string): boolean {
  switch (typeof value) {
    case "number":
      return typeName === "System.Int32";
    case "string":
      return typeName === "System.String";
    case "boolean":
      return typeName === "System.Boolean";
    default:
      return false;
  }
}

/** What a common parameter's value means for the preference variable that it sets inside a function. */
function preferenceValue(engine: Engine, parameter: string, value: Value): Value {
  const on = baseOf(value) === true || toText(engine, value) === "True";
  switch (parameter) {
    case "Verbose":
    case "Debug":
      return convertTo(
        engine,
        on ? "Continue" : "SilentlyContinue",
        typeNamed("System.Management.Automation.ActionPreference"),
      );
    case "WhatIf":
      return new SwitchParameter(on);
    case "Confirm":
      return convertTo(engine, on ? "Low" : "None", typeNamed("System.Management.Automation.ConfirmImpact"));
    default:
      return value;
  }
}
