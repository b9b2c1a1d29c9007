import type { DotNetType } from "../values/dotnet-type.js";
import type { ErrorRecord, InvocationInfo } from "../values/errors.js";
import type { ScriptBlock } from "../values/script-block.js";
import type { Value } from "../values/value.js";
import type { ValueContext, ValueServices } from "../values/value-context.js";
import type { CommandRuntime } from "./cmdlet.js";
import type { CommandMetadata, ParameterMetadata, ParameterValidation } from "./command-metadata.js";
import type { CommandArgument, CommandInfo, CommandInvocation } from "./commands.js";
import type { Extensions } from "./extension.js";
import type { RuntimeFacts } from "./runtime-facts.js";
import type { FoundScript } from "./script-file.js";
import type { Requirable } from "./script-requirements.js";
import type { SessionState } from "./session-state.js";
import type { CommandStreams, Host, Pipe } from "./streams.js";

/**
 * What running code can reach: one for each shell. The class that implements it lives in `engine.ts`; layers above use
 * this interface.
 */
export interface ExecutionContext extends ValueContext {
  readonly runtimeFacts: RuntimeFacts;
  readonly host: Host;
  readonly session: SessionState;
  readonly services: RuntimeServices;
  /** The environment of the emulated process. */
  readonly drives: EnvironmentVariables;

  /** Reads a variable of the current scope chain; `undefined` when it does not exist. */
  getVariable(name: string): Value | undefined;
  /** Assigns in the current scope, or where a scope qualifier says (`global:x`). */
  setVariable(name: string, value: Value): void;
  /** An alias, function, cmdlet or script by name; `undefined` when there is none. Aliases are not resolved. */
  findCommand(name: string): CommandInfo | undefined;
  /** Runs a script block as `& $block` does, objects going to `output`. */
  invokeBlock(block: ScriptBlock, options: InvokeBlockOptions): void;
  /** Runs a command by name with ready arguments, as cmdlets that call others need it. */
  invokeCommand(name: string, args: readonly CommandArgument[], input: Iterable<Value>, output: Pipe): void;
  /** Records an error in `$Error`, newest first, and sets `$?`. Shows nothing. */
  recordError(record: ErrorRecord): void;
  /** Sets `$?` to false for the running command without recording an error: -ErrorAction Ignore. */
  noteFailure?(): void;
  /**
   * The invocation of the function whose code runs now, on whose behalf Write-Error reports; at the prompt one without
   * a place, whose name is the typed text. `null` when no script code runs.
   */
  readonly callerInvocation?: InvocationInfo | null;
  /** Set-StrictMode in effect here: 0 when off, else 1 to 3 and the version as a number (Latest: 7). */
  readonly strictModeVersion?: number;
  /** Set-StrictMode: for the caller's scope and those below it. */
  setStrictMode?(version: number): void;
  /** A step of work for the limits; throws when one is used up. */
  countStep(): void;
}

export interface InvokeBlockOptions {
  readonly arguments?: readonly Value[];
  readonly input?: Iterable<Value>;
  readonly output: Pipe;
  /** `$_` during the run. */
  readonly underscore?: Value;
  /** `$this` during the run. */
  readonly self?: Value;
  /** Runs in the caller's scope, as Where-Object and ForEach-Object do. */
  readonly useCallerScope?: boolean;
  /** Streams of the command on whose behalf the block runs. */
  readonly streams?: CommandStreams;
  readonly invocationInfo?: InvocationInfo;
}

/** Upper layers that the runtime calls at run time; `shell/` supplies them. */
export interface RuntimeServices extends ValueServices {
  /** binding/: from arguments to parameters. */
  readonly binder: ParameterBinder;
  /** formatting/ through cmdlets/: makes a pipeline's end for the console (Out-Default). */
  startOutDefault(context: ExecutionContext): Pipe & { end(): void };
  /** Whether a type exists for others only: Exchange's in a shell without Exchange. */
  isTypeHidden?(type: DotNetType): boolean;
  /** A command of the product that is not in the session's tables yet (Exchange's catalogue, loaded at first use). */
  findBuiltInCommand(name: string): CommandInfo | undefined;
  /** The commands that were imported from other machines, for lists of commands. */
  importedCommands?(): Iterable<CommandInfo>;
  /** The common parameters of advanced functions, those of ShouldProcess and paging behind them; binding/ has the list. */
  commonParameters(supportsShouldProcess: boolean, supportsPaging: boolean): readonly ParameterMetadata[];
  /** `At line:1 char:5` and the marked source line, as the edition's formatter shows where an error happened. */
  positionText(invocation: InvocationInfo): string;
  /**
   * Where `> path` and `2>> path` write: objects are laid out as Out-File does. `end` closes the file. Throws a
   * PowerShellError when the path cannot be written.
   */
  openRedirection?(context: ExecutionContext, path: string, append: boolean): Pipe & { end(): void };
  /** The content of an item of a drive that the session's own tables do not have (`${c:\x.txt}`); `undefined`: no such drive. */
  drive?(context: ExecutionContext, name: string): VariableDrive | undefined;
  /** The drive that a path is on, that of the location when it names none, and whether there is such a drive. */
  driveOf?(path: string): { readonly name: string; readonly exists: boolean };
  /** The script file that a name or a path stands for: by its path, or in a directory of `$env:Path`. */
  readonly requirable?: Requirable;
  /** Loads the module that has a command, when one says so. */
  autoLoad?(context: ExecutionContext, name: string): CommandInfo | undefined;
  findScript?(context: ExecutionContext, name: string): FoundScript | undefined;
  /** The number of the entry of the history that runs. */
  historyId?(): number;
  /** What layers above keep in the session under keys of their own; read with `extensionOf`. */
  readonly extensions: Extensions;
}

/** The environment variables by upper-case name. */
export interface EnvironmentVariables {
  readonly environment: ReadonlyMap<string, { readonly name: string; readonly value: string }>;
  /** An empty value removes the variable. */
  setEnvironment(name: string, value: Value): void;
}

/** A drive behind `$name:item`. */
export interface VariableDrive {
  /** `undefined`: no such item. */
  read(path: string): Value | undefined;
  write(path: string, value: Value): void;
}

export interface ParameterBinder {
  /**
   * Binds the command line's arguments and asks for missing mandatory ones. Throws PowerShellError as the binder of
   * PowerShell reports it.
   */
  bind(metadata: CommandMetadata, invocation: CommandInvocation): BoundParameters;
  /** Binds only what is named or has a position, without asking and without a word on the rest: for dynamicparam blocks. */
  bindDeclared(metadata: CommandMetadata, invocation: CommandInvocation): BoundParameters;
  /**
   * What a running command does to its streams and asks: the runtime of compiled cmdlets, `$PSCmdlet` of advanced
   * functions. Makes the variables of -ErrorVariable, -OutVariable and their kin in the current scope, so it is called
   * before a function enters its own.
   */
  createRuntime(metadata: CommandMetadata, invocation: CommandInvocation, bound: BoundParameters): CommandRuntime;
  /** The default value of a script parameter, converted as an argument is. Throws the binder's error. */
  convertDefault(metadata: CommandMetadata, invocation: CommandInvocation, parameter: string, value: Value): Value;
  /** Whether a value passes a validation attribute: for variables that have one (`[ValidateRange(1, 5)]$x`). */
  isValid(context: ExecutionContext, validation: ParameterValidation, value: Value): boolean;
}

/** The parameters of one running command. */
export interface BoundParameters {
  /** Values by parameter name as declared; a bound `$null` is there with `null`. Changes with each pipeline object. */
  readonly values: ReadonlyMap<string, Value>;
  readonly parameterSetName: string;
  /** What no parameter took: `$args` of simple functions. */
  readonly remaining: readonly Value[];
  /** Whether any parameter can take pipeline input that is not bound yet. */
  readonly takesPipelineInput: boolean;
  /** Common parameters by name (Verbose, ErrorAction, OutVariable, WhatIf, …). */
  readonly common: ReadonlyMap<string, Value>;
  /** All of them in the order in which they were bound: `$PSBoundParameters`. */
  readonly given: ReadonlyMap<string, Value>;
  /** Binds one pipeline object; `false`: nothing took it and the error is already written. */
  bindPipelineObject(input: Value): boolean;
}
