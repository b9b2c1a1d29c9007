import type { PSDictionary } from "./collections.js";
import type { Culture } from "./culture.js";
import type { DotNetType } from "./dotnet-type.js";
import type { ErrorRecord } from "./errors.js";
import type { TypeTable } from "./members.js";
import type { ParsedCode, ScriptBlock, TokenizedCode } from "./script-block.js";
import type { Value } from "./value.js";
import type { ValueFacts } from "./value-facts.js";

/** What a script block sees, and what becomes of its errors. */
export interface InvokeVariables {
  /** `$this`. */
  readonly self?: Value;
  /** `$_`. */
  readonly underscore?: Value;
  /** A failing statement ends the block with its error, as in script properties and calculated columns; else it is shown and the block goes on. */
  readonly propagateErrors?: boolean;
  /** Errors that commands inside the block write are not shown, as in calculated properties. */
  readonly swallowErrors?: boolean;
}

/** Upper layers that methods of .NET call. */
export interface ValueServices {
  /** The session's files; left out where there are none. */
  readonly files?: TextFiles;
  /** The variables of the emulated process. */
  readonly environment?: EnvironmentVariables;
  /** Names of the network; left out where there is none. */
  readonly names?: NameLookup;
  /** Ports of the network; left out where there is none. */
  readonly sockets?: Sockets;
}

/** How an attempt to connect ends, and after how many seconds of the emulated clock. */
export interface ConnectionAttempt {
  readonly outcome: "connected" | "refused" | "timedOut" | "hostNotFound";
  /** The address of the name; empty when there is none. */
  readonly address: string;
  readonly port: number;
  readonly seconds: number;
}

/** How the emulated machine connects to others. */
export interface Sockets {
  connect(host: string, port: number): ConnectionAttempt;
  /** Lets seconds pass. */
  wait(seconds: number): void;
}

/** How the emulated machine looks names of hosts up. */
export interface NameLookup {
  /** The name of the machine itself. */
  hostName(): string;
  /** The full name that was asked for, the name behind its aliases, and the addresses; `null`: no such host. */
  addressesOf(
    name: string,
  ): { readonly asked: string; readonly name: string; readonly addresses: readonly string[] } | null;
  /** The name of an address, by its PTR record; `null` when it has none. */
  nameOf(address: string): string | null;
}

/** `$env:` as .NET's methods use it. Names ignore case. */
export interface EnvironmentVariables {
  /** `null` when there is none of this name. */
  get(name: string): string | null;
  /** Empty text removes the variable. */
  set(name: string, value: string): void;
}

/** The files of a session as .NET's methods use them. Paths may be relative to the session's location. */
export interface TextFiles {
  /** The whole text. Throws FileNotFoundException or DirectoryNotFoundException. */
  read(path: string): string;
  /** Writes a whole text. Throws DirectoryNotFoundException. */
  write(path: string, text: string): void;
  /** All bytes, a byte order mark included. Throws FileNotFoundException or DirectoryNotFoundException. */
  readBytes(path: string): readonly number[];
  /** Writes a whole file. Throws DirectoryNotFoundException. */
  writeBytes(path: string, bytes: readonly number[]): void;
  /** Whether a file has this path. */
  exists(path: string): boolean;
  /** Whether a directory has this path. */
  isDirectory(path: string): boolean;
  /** The path made absolute. */
  fullPath(path: string): string;
  /** Removes a file, if it is there. Throws DirectoryNotFoundException. */
  remove(path: string): void;
  /**
   * Puts a file, or a copy of it, in another place. Throws FileNotFoundException, DirectoryNotFoundException, and
   * IOException when there is a file that must not be overwritten.
   */
  transfer(source: string, target: string, how: { readonly isCopy: boolean; readonly overwrites: boolean }): void;
  /** What is known of a file or directory; `undefined` when nothing is there. */
  facts(path: string): FileFacts | undefined;
  /** Changes what is known of a file or directory. Throws FileNotFoundException or DirectoryNotFoundException. */
  change(path: string, facts: Partial<FileFacts>): void;
}

/** Times are ticks of the emulated local time; attributes are bits of System.IO.FileAttributes. */
export interface FileFacts {
  readonly created: bigint;
  readonly written: bigint;
  readonly accessed: bigint;
  readonly attributes: number;
}

/**
 * What computing with values needs from the session around it: facts of the edition, the emulated clock, and running
 * script code (script properties, delegates). `runtime/` implements it; a test can with a few lines.
 */
export interface ValueContext {
  readonly facts: ValueFacts;
  /** Members that the session's type data (types.ps1xml, Update-TypeData) adds to types. */
  readonly typeTable: TypeTable;
  /** 100-ns ticks since 0001-01-01 of the emulated clock, local time. */
  now(): bigint;
  /** Offset of local time from UTC in ticks at the given UTC ticks. */
  utcOffset(utcTicks: bigint): bigint;
  /** Who is logged on: `[Environment]::UserName`. `Administrator` when left out. */
  readonly userName?: string;
  /** The next GUID of the session's deterministic source, lower-case D form. */
  newGuid(): string;
  /** The next of the session's deterministic random numbers, 0 ≤ x < 1. */
  random(): number;
  /** `$OFS`, or one space. */
  readonly outputFieldSeparator: string;
  /** Runs a script block; its output as an assignment would capture it. `self` becomes `$this`, `underscore` `$_`. */
  invoke(block: ScriptBlock, args: readonly Value[], variables?: InvokeVariables): Value;
  /** Parses a text as a script block; throws a PowerShellError with a ParserError record. */
  createScriptBlock(text: string): ScriptBlock;
  /** Parses a text as the session's language; not there where nothing parses. */
  parseCode?(text: string): ParsedCode;
  /** As parseCode, with the tokens of the text. */
  tokenizeCode?(text: string): TokenizedCode;
  /** Called by a successful -match (and a matching switch -regex clause): the new `$Matches`. */
  setMatches(matches: PSDictionary): void;
  /** The current culture, when the session changed it; en-US as the facts describe it otherwise. */
  readonly currentCulture?: Culture;
  /** `[cultureinfo]::CurrentCulture = …`; not supported when left out. */
  setCurrentCulture?(culture: Culture): void;
  /** Counts work of the line beside its statements, in steps of about their size; throws when it may take no more. */
  spend(steps: number): void;
  /** Throws a PowerShellError when the line may not make a string or collection of so many characters or elements. */
  checkSize(kind: "string" | "collection", size: number): void;
  /** The InvocationInfo of an error record; `null` when nothing is known of its place. */
  invocationOf?(record: ErrorRecord): Value;
  /** What layers above supply to methods of .NET. */
  readonly services?: ValueServices;
  /** Types that are known to the session by name, accelerators included; `undefined` when there is none. */
  resolveType(name: string): DotNetType | undefined;
}
