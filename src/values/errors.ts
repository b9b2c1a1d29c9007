import type { DotNetType } from "./dotnet-type.js";
import { heapClass } from "./heap/heap-class.js";
import { epoch, keepFields } from "./journal.js";
import { typeNamed } from "./types.js";
import { DotNetObject, type Value } from "./value.js";

/** System.Management.Automation.ErrorCategory, by name. */
export type ErrorCategory =
  | "NotSpecified"
  | "OpenError"
  | "CloseError"
  | "DeviceError"
  | "DeadlockDetected"
  | "InvalidArgument"
  | "InvalidData"
  | "InvalidOperation"
  | "InvalidResult"
  | "InvalidType"
  | "MetadataError"
  | "NotImplemented"
  | "NotInstalled"
  | "ObjectNotFound"
  | "OperationStopped"
  | "OperationTimeout"
  | "SyntaxError"
  | "ParserError"
  | "PermissionDenied"
  | "ResourceBusy"
  | "ResourceExists"
  | "ResourceUnavailable"
  | "ReadError"
  | "WriteError"
  | "FromStdErr"
  | "SecurityError"
  | "ProtocolError"
  | "ConnectionError"
  | "AuthenticationError"
  | "LimitsExceeded"
  | "QuotaExceeded"
  | "NotEnabled";

/** A .NET exception as a value. Its type tells `catch [X]` and CategoryInfo's Reason what it is. */
export class ExceptionObject extends DotNetObject {
  constructor(
    readonly type: DotNetType,
    readonly message: string,
    readonly innerException: ExceptionObject | null = null,
    /** Further properties of the exception's type, such as ParamName or ActualValue. */
    readonly details: ReadonlyMap<string, Value> = new Map(),
  ) {
    super();
  }
  private record: ErrorRecord | null = null;

  /** The record of its own that the exception carries (RuntimeException and its kin). */
  get errorRecord(): ErrorRecord | null {
    return this.record;
  }
  set errorRecord(record: ErrorRecord | null) {
    keepFields(this);
    this.record = record;
  }
}
heapClass("ExceptionObject", ExceptionObject);

/** Where and by what an error was raised. `runtime/` makes it; what is not known is `null`. */
export interface InvocationInfo {
  /** Name as typed (alias, spelling) of the running command; `null` for expressions. */
  readonly invocationName: string | null;
  /** Real name of the command, `null` for expressions. */
  readonly commandName: string | null;
  /** The file of a command that is a script: by it errors name the command. */
  readonly scriptPath?: string;
  /** Text that holds the position. */
  readonly sourceText: string;
  readonly file: string | null;
  /** UTF-16 offsets in `sourceText`. */
  readonly start: number;
  readonly end: number;
  /** The command is no part of the source: the statement that runs it says where, and keeps its names. */
  readonly awaitsPlace?: boolean;
}

export interface ErrorRecordInit {
  readonly exception: ExceptionObject;
  readonly errorId: string;
  readonly category: ErrorCategory;
  readonly target?: Value;
  /** CategoryInfo.Activity: the command's real name. */
  readonly activity?: string;
  /** Replaces the exception's short type name in CategoryInfo. */
  readonly reason?: string;
  readonly targetName?: string;
  readonly targetType?: string;
  /** ErrorDetails.Message: shown instead of the exception's message. */
  readonly details?: string;
}

/** What becomes known of an error after it was raised. */
export type ErrorFacts = Partial<
  Pick<
    ErrorRecord,
    | "activity"
    | "reason"
    | "targetName"
    | "targetType"
    | "commandTypeName"
    | "invocation"
    | "showPosition"
    | "scriptStackTrace"
    | "iterations"
    | "isKept"
    | "isReported"
  >
>;

/** System.Management.Automation.ErrorRecord. */
export class ErrorRecord extends DotNetObject {
  readonly exception: ExceptionObject;
  readonly category: ErrorCategory;
  readonly target: Value;
  readonly details: string | null;
  /** Part of FullyQualifiedErrorId before the comma. */
  readonly errorId: string;
  readonly activity: string;
  readonly reason: string;
  readonly targetName: string | null;
  readonly targetType: string | null;
  /** Part of FullyQualifiedErrorId after the comma: the cmdlet's type or the function's name. */
  readonly commandTypeName: string | null = null;
  /** Where it happened; filled in once, by the innermost statement or command that knows. */
  readonly invocation: InvocationInfo | null = null;
  /** Whether a position block is shown below the message. */
  readonly showPosition: boolean = true;
  readonly scriptStackTrace: string = "";
  /** PipelineIterationInfo: how many objects the pipeline and each of its commands had got; empty for an expression. */
  readonly iterations: readonly number[] = [];
  /** Whether `$Error` has it, or had it. */
  readonly isKept: boolean = false;
  /** Whether an entry has shown it as an error: shown again (`$Error[0]`), it is an object. */
  readonly isReported: boolean = false;
  private readonly epoch = epoch;

  constructor(init: ErrorRecordInit) {
    super();
    this.exception = init.exception;
    this.errorId = init.errorId;
    this.category = init.category;
    this.target = init.target ?? null;
    this.details = init.details ?? null;
    this.activity = init.activity ?? "";
    this.reason = init.reason ?? "";
    this.targetName = init.targetName ?? null;
    this.targetType = init.targetType ?? null;
  }
  get type(): DotNetType {
    return typeNamed("System.Management.Automation.ErrorRecord");
  }
  /** Fills in what becomes known of an error on its way. */
  amend(facts: ErrorFacts): void {
    if (this.epoch !== epoch) keepFields(this);
    Object.assign(this, facts);
  }
  get fullyQualifiedErrorId(): string {
    return this.commandTypeName === null ? this.errorId : `${this.errorId},${this.commandTypeName}`;
  }
  get message(): string {
    return this.details ?? this.exception.message;
  }
}
heapClass("ErrorRecord", ErrorRecord);

/**
 * The JavaScript error that carries a PowerShell error up to the statement or command that reports it. Every failure
 * of PowerShell's kind inside the library is one; any other exception is a bug of ours.
 */
export class PowerShellError extends Error {
  constructor(
    readonly record: ErrorRecord,
    /** `throw`, `-ErrorAction Stop` and parse errors end the script, not only the statement. */
    readonly endsScript = false,
  ) {
    super(record.exception.message);
    this.name = "PowerShellError";
  }
}

/**
 * A failure as the engine raises it: a RuntimeException (or the given type) with id, category and target.
 * @param exceptionType full name; `System.Management.Automation.RuntimeException` when omitted
 */
export function runtimeError(
  errorId: string,
  category: ErrorCategory,
  message: string,
  options: { readonly target?: Value; readonly exceptionType?: string; readonly inner?: ExceptionObject | null } = {},
): PowerShellError {
  const type = typeNamed(options.exceptionType ?? "System.Management.Automation.RuntimeException");
  const exception = new ExceptionObject(type, message, options.inner ?? null);
  const record = new ErrorRecord({ exception, errorId, category, target: options.target ?? null });
  exception.errorRecord = record;
  return new PowerShellError(record);
}
