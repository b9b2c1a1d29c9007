import { ErrorRecord, ExceptionObject, PowerShellError, runtimeError } from "../values/errors.js";
import { toText } from "../values/text.js";
import { baseOf, type Value } from "../values/value.js";
import type { ValueContext } from "../values/value-context.js";

/** The error that `throw value` raises: of a record, of an exception, or of the value's text. */
export function thrownError(context: ValueContext, value: Value): PowerShellError {
  const base = baseOf(value);
  if (base instanceof ErrorRecord) return new PowerShellError(base, true);
  if (base instanceof ExceptionObject) {
    const record =
      base.errorRecord ?? new ErrorRecord({ exception: base, errorId: base.message, category: "OperationStopped" });
    return new PowerShellError(record, true);
  }
  const text = toText(context, value);
  const { record } = runtimeError(text, "OperationStopped", text, { target: value });
  return new PowerShellError(record, true);
}

/** `throw` and `throw $null`. */
export function scriptHalted(): PowerShellError {
  return new PowerShellError(runtimeError("ScriptHalted", "OperationStopped", "ScriptHalted").record, true);
}
