import type { InvocationInfo } from "../values/errors.js";
import type { ScriptBlock } from "../values/script-block.js";
import type { Value } from "../values/value.js";
import type { CommandMetadata } from "./command-metadata.js";
import type { ExecutionContext } from "./execution-context.js";
import type { ScriptModule } from "./script-module.js";
import type { CommandStreams } from "./streams.js";

/** One argument of a command as the runtime hands it to the binder, in the order typed. */
export type CommandArgument =
  | {
      readonly kind: "parameter";
      /** Without the dash and the colon. */
      readonly name: string;
      /** `-Name:value` or a splatted hashtable's entry: the value belongs to the name, whatever its type. */
      readonly value: Value | undefined;
      readonly hasValue: boolean;
      readonly isSplatted: boolean;
      /** Extent of the `-Name` token (of the splat, when splatted). */
      readonly start: number;
      readonly end: number;
      readonly valueStart: number;
      readonly valueEnd: number;
    }
  | {
      readonly kind: "value";
      readonly value: Value;
      /** A bareword or quoted constant, for which `-5` and `--` rules hold. */
      readonly isBareword: boolean;
      readonly isSplatted: boolean;
      readonly start: number;
      readonly end: number;
    };

/** One stage of a pipeline as it is started. */
export interface CommandInvocation {
  readonly context: ExecutionContext;
  readonly arguments: readonly CommandArgument[];
  readonly invocationInfo: InvocationInfo;
  /** 1-based place in the pipeline, and the number of stages. */
  readonly pipelinePosition: number;
  readonly pipelineLength: number;
  /** The stages of the pipeline and how many objects each has got; a command alone has none beside it. */
  readonly stages?: readonly { readonly rounds: number }[];
  /** Whether a stage before this one may send objects. */
  readonly expectingInput: boolean;
  /** Where output and the other streams of this stage go. */
  readonly streams: CommandStreams;
  /** What the session lets the command be, where that is less than the command itself: fewer parameters. */
  readonly metadata?: CommandMetadata;
  /** Dot-sourced: runs in the caller's scope. */
  readonly dotSourced: boolean;
}

/** A running stage: begin once, process per object, end once. `dispose` runs in every case, also after an error. */
export interface CommandProcessor {
  begin(): void;
  process(input: Value): void;
  end(): void;
  dispose?(): void;
}

export type CommandInfo = CmdletInfo | FunctionInfo | AliasInfo | ExternalScriptInfo | ApplicationInfo;

/** A cmdlet: written in TypeScript, made by `defineCmdlet`. */
export interface CmdletInfo {
  readonly commandType: "Cmdlet";
  readonly name: string;
  /** Names under which registration adds AliasInfo entries. */
  readonly aliases?: readonly string[];
  /** Language version that brought it; in all when omitted. */
  readonly since?: number | undefined;
  /** Module or snap-in, as Get-Command shows it. */
  readonly source: string;
  readonly version: string;
  /** A function in the real shell, and shown as one: `help`, and the proxies of a remote session's commands. */
  readonly isFunction?: boolean;
  /** For a proxy: the module that holds it. */
  readonly moduleName?: ((context: ExecutionContext) => string) | undefined;
  /** One line of help in our own words; none for a command that is known by name only. */
  readonly synopsis?: string | undefined;
  /** Its help is there in every edition, downloaded or not. */
  readonly bringsHelp?: boolean;
  readonly metadata: CommandMetadata;
  start(invocation: CommandInvocation): CommandProcessor;
}

/** The module made by script that a command is of. */
export function scriptModuleOf(info: CommandInfo): ScriptModule | null {
  if (info.commandType === "Alias") return info.module ?? null;
  if (info.commandType !== "Function" && info.commandType !== "Filter") return null;
  return info.module ?? (info.scriptBlock.module as ScriptModule | null);
}

/** Many cmdlets, each made when it is first looked for. */
export interface CmdletSource {
  /** The one of a name, case aside. */
  find(name: string): CmdletInfo | undefined;
  /** All of them. */
  readonly all: readonly CmdletInfo[];
}

/** What kind of command the real shell says that it is. */
export function shownType(info: CommandInfo): CommandInfo["commandType"] {
  return info.commandType === "Cmdlet" && info.isFunction === true ? "Function" : info.commandType;
}

/** A function or filter defined by script. */
export interface FunctionInfo {
  readonly commandType: "Function" | "Filter";
  readonly name: string;
  readonly scriptBlock: ScriptBlock;
  /** The module that gives it out, where that is another than the one that its code is of. */
  readonly module?: ScriptModule | undefined;
  /** Made at the first use, as attributes may name types that exist later. */
  metadata(context: ExecutionContext): CommandMetadata;
  start(invocation: CommandInvocation): CommandProcessor;
}

export interface AliasInfo {
  readonly commandType: "Alias";
  readonly name: string;
  readonly definition: string;
  readonly options: ReadonlySet<"ReadOnly" | "Constant" | "AllScope" | "Private">;
  readonly description: string;
  /** The module that it was imported from; none for an alias of the session itself. */
  readonly module?: ScriptModule | undefined;
}

/** A .ps1 file among the in-memory files. */
export interface ExternalScriptInfo {
  readonly commandType: "ExternalScript";
  readonly name: string;
  readonly path: string;
  readonly scriptBlock: ScriptBlock;
  /** Throws when its `#requires` lines ask for what the session is not. */
  checkRequirements(context: ExecutionContext): void;
  metadata(context: ExecutionContext): CommandMetadata;
  start(invocation: CommandInvocation): CommandProcessor;
}

/** A program of Windows: it takes words and prints lines. Made by `defineApplication`. */
export interface ApplicationInfo {
  readonly commandType: "Application";
  /** With its extension: `ping.exe`. */
  readonly name: string;
  readonly path: string;
  /** Of the file, as Get-Command shows it. */
  readonly version: string;
  /** What else the file's version resource says. */
  readonly resource?: { readonly internalName: string; readonly product: string; readonly language: string };
  /** It declares nothing. */
  metadata(context: ExecutionContext): CommandMetadata;
  start(invocation: CommandInvocation): CommandProcessor;
}

/** A value as an argument by position. */
export function positional(value: Value): CommandArgument {
  return { kind: "value", value, isBareword: false, isSplatted: false, start: 0, end: 0 };
}
