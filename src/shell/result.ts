import type { ErrorRecord } from "../values/errors.js";
import type { OutputObject } from "./output-object.js";

/** How an entry ended. */
export type RunStatus = "completed" | "incomplete" | "asking" | "stopped" | "exited";

/** A question that a line asked: `Read-Host`, a missing mandatory parameter, a confirmation. */
export interface Question {
  readonly kind: "line" | "choice" | "parameter" | "secret";
  readonly caption: string;
  readonly message: string;
  /** Labels of the choices, `&` before the letter that stands for each. */
  readonly choices: readonly string[];
  /** Index of the choice that Enter takes; −1 when there is none. */
  readonly default: number;
  /** Whether the answer is not to be shown. */
  readonly secret: boolean;
}

/** A parse error in an entry that never ran. */
export interface ParseErrorInfo {
  readonly id: string;
  readonly message: string;
  /** UTF-16 offsets into the entry, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** An error that an entry reported. */
export interface ErrorInfo {
  readonly message: string;
  /** FullyQualifiedErrorId: `Id,Command`. */
  readonly id: string;
  readonly category: string;
  /** The record itself, for those who know PowerShell's object. */
  readonly record: ErrorRecord;
}

/** What one entry showed and gave. */
export interface RunResult {
  /** What the console shows for the entry: output, errors, warnings, questions and echoed answers; `\n` line ends. */
  readonly text: string;
  readonly status: RunStatus;
  /** Objects that reached the end of the pipeline; behind `Format-*`, the objects that were formatted. */
  readonly output: readonly OutputObject[];
  readonly errors: readonly ErrorInfo[];
  readonly warnings: readonly string[];
  /** The error that ended the entry before its end: `throw`, `-ErrorAction Stop`, a parse error. One of `errors`. */
  readonly terminatingError?: ErrorInfo;
  /** When `status` is `asking`. */
  readonly question?: Question;
  /** When `status` is `exited`. */
  readonly exitCode?: number;
}
