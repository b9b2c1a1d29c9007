import { type ErrorCategory, ErrorRecord, ExceptionObject, PowerShellError } from "../../values/errors.js";
import { typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";

/**
 * A failure as Format-* and Out-* report it: its text stands in ErrorDetails, which is why no line of one space follows
 * it in Windows PowerShell.
 */
export function formatError(
  id: string,
  category: ErrorCategory,
  exceptionType: string,
  message: string,
  target: Value = null,
): PowerShellError {
  const exception = new ExceptionObject(typeNamed(exceptionType), message);
  const record = new ErrorRecord({ exception, errorId: id, category, target, details: message });
  return new PowerShellError(record);
}
