import type { ErrorRecord } from "../values/errors.js";
import type { Value } from "../values/value.js";

/** Where objects go: the next stage, a variable, Out-Default, nowhere. */
export interface Pipe {
  write(value: Value): void;
}

/** The streams of one stage after redirections and merges. Text streams that are not redirected go to the host. */
export interface CommandStreams {
  readonly output: Pipe;
  readonly error: Pipe;
  /** `null`: to the host. */
  readonly warning: Pipe | null;
  readonly verbose: Pipe | null;
  readonly debug: Pipe | null;
  readonly information: Pipe | null;
  /** Whether errors go elsewhere than they would by themselves: programs print theirs past PowerShell otherwise. */
  readonly isErrorRedirected?: boolean | undefined;
  /** The lists behind -ErrorVariable and its kin of this command's callers: they get records that are not shown, too. */
  readonly variables?: StreamVariables | undefined;
}

/** Lists that get each record of a stream, whatever the preferences say (but Ignore). */
export interface StreamVariables {
  readonly error: readonly Pipe[];
  readonly warning: readonly Pipe[];
  readonly information: readonly Pipe[];
}

/** The kinds of text that the host shows in its own way. */
export type HostTextKind = "host" | "warning" | "verbose" | "debug" | "information" | "prompt";

/**
 * The console, seen from the language. `shell/` implements it. Text shown through it goes straight to the console,
 * past the formatter, as the real host does.
 */
export interface Host {
  /** Columns of the window. */
  readonly width: number;
  readonly height: number;
  readonly name: string;
  /** Shows text as it is; the caller adds line ends. */
  write(text: string): void;
  /** Shows `WARNING: text` and its kin as the edition lays them out. */
  writeMessage(kind: "warning" | "verbose" | "debug", text: string): void;
  /** Shows what a question is about, broken between words at the edge of the window. */
  writeQuestion(text: string): void;
  /** Asks; the echoed answer is part of the shown text. Throws a signal of the shell when nobody answers. */
  ask(question: HostQuestion): string;
}

export interface HostQuestion {
  readonly kind: "line" | "choice" | "parameter" | "secret";
  /** Shown before the answer is read: for `choice` the line of choices, for `line` the prompt. */
  readonly prompt: string;
  readonly caption: string;
  readonly message: string;
  readonly choices: readonly { readonly label: string; readonly help: string }[];
  readonly defaultChoice: number;
}

/** A record of the warning, verbose, debug or information stream, as `3>&1` and `-WarningVariable` give it. */
export type { ErrorRecord };
