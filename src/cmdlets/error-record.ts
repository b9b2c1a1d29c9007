import { type ErrorCategory, ErrorRecord, ExceptionObject } from "../values/errors.js";
import { typeNamed } from "../values/types.js";
import type { Value } from "../values/value.js";

/** Exceptions that cmdlets raise, by the name that stands behind the comma of CategoryInfo. */
const exceptionTypes = {
  Exception: "System.Exception",
  ArgumentException: "System.ArgumentException",
  ArgumentNullException: "System.ArgumentNullException",
  ArgumentOutOfRangeException: "System.ArgumentOutOfRangeException",
  FormatException: "System.FormatException",
  InvalidOperationException: "System.InvalidOperationException",
  NotSupportedException: "System.NotSupportedException",
  FileNotFoundException: "System.IO.FileNotFoundException",
  DirectoryNotFoundException: "System.IO.DirectoryNotFoundException",
  IOException: "System.IO.IOException",
  CimException: "Microsoft.Management.Infrastructure.CimException",
  COMException: "System.Runtime.InteropServices.COMException",
  CryptographicException: "System.Security.Cryptography.CryptographicException",
  CommandNotFoundException: "System.Management.Automation.CommandNotFoundException",
  InvalidDataException: "System.IO.InvalidDataException",
  ProviderNotFoundException: "System.Management.Automation.ProviderNotFoundException",
  DriveNotFoundException: "System.Management.Automation.DriveNotFoundException",
  ExtendedTypeSystemException: "System.Management.Automation.ExtendedTypeSystemException",
  HelpNotFoundException: "Microsoft.PowerShell.Commands.HelpNotFoundException",
  ItemNotFoundException: "System.Management.Automation.ItemNotFoundException",
  MissingMemberException: "System.MissingMemberException",
  MethodException: "System.Management.Automation.MethodException",
  ParameterBindingException: "System.Management.Automation.ParameterBindingException",
  ParseException: "System.Management.Automation.ParseException",
  PSArgumentException: "System.Management.Automation.PSArgumentException",
  PSArgumentNullException: "System.Management.Automation.PSArgumentNullException",
  PSInvalidCastException: "System.Management.Automation.PSInvalidCastException",
  PSNotSupportedException: "System.Management.Automation.PSNotSupportedException",
  PSInvalidOperationException: "System.Management.Automation.PSInvalidOperationException",
  RuntimeException: "System.Management.Automation.RuntimeException",
  PingException: "System.Net.NetworkInformation.PingException",
  ProcessCommandException: "Microsoft.PowerShell.Commands.ProcessCommandException",
  ServiceCommandException: "Microsoft.PowerShell.Commands.ServiceCommandException",
  SmtpException: "System.Net.Mail.SmtpException",
  SmtpFailedRecipientException: "System.Net.Mail.SmtpFailedRecipientException",
  SessionStateException: "System.Management.Automation.SessionStateException",
  SessionStateUnauthorizedAccessException: "System.Management.Automation.SessionStateUnauthorizedAccessException",
  TimeZoneNotFoundException: "System.TimeZoneNotFoundException",
  UnauthorizedAccessException: "System.UnauthorizedAccessException",
  Win32Exception: "System.ComponentModel.Win32Exception",
  WriteErrorException: "Microsoft.PowerShell.Commands.WriteErrorException",
} as const;

export type ExceptionName = keyof typeof exceptionTypes;

export interface CmdletErrorInit {
  readonly id: string;
  readonly category: ErrorCategory;
  readonly exception: ExceptionName;
  readonly message: string;
  /** The object at fault, shown in CategoryInfo. */
  readonly target?: Value;
  /** The object came in as a PSObject: CategoryInfo says so instead of its own type. */
  readonly targetIsPSObject?: boolean;
  /** What CategoryInfo names as the object's type, when that is not its own. */
  readonly targetType?: string;
  readonly inner?: ExceptionObject | null;
  /** What the exception's type has beside its message. */
  readonly details?: ExceptionObject["details"];
}

/** An error of a cmdlet's own, for writeError and throwTerminatingError. */
export function cmdletError(init: CmdletErrorInit): ErrorRecord {
  const type = typeNamed(exceptionTypes[init.exception]);
  return new ErrorRecord({
    exception: new ExceptionObject(type, init.message, init.inner ?? null, init.details),
    errorId: init.id,
    category: init.category,
    target: init.target ?? null,
    ...(init.targetType === undefined ? {} : { targetType: init.targetType }),
    ...(init.targetIsPSObject && init.target !== undefined && init.target !== null ? { targetType: "PSObject" } : {}),
  });
}

/** Another record around what was caught: other id, category and target, the same exception. */
export function rewrapped(
  caught: ErrorRecord,
  id: string,
  category: ErrorCategory,
  target: Value = null,
  targetIsPSObject = false,
): ErrorRecord {
  return new ErrorRecord({
    exception: caught.exception,
    errorId: id,
    category,
    target,
    reason: caught.reason,
    ...(targetIsPSObject && target !== null ? { targetType: "PSObject" } : {}),
  });
}
