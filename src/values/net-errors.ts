import { ErrorRecord, ExceptionObject, PowerShellError } from "./errors.js";
import { typeNamed } from "./types.js";
import type { Value } from "./value.js";
import type { ValueContext } from "./value-context.js";
import type { ValueFacts } from "./value-facts.js";

/**
 * A failure of .NET's own: an exception of the named type as a method body throws it. `invokeMethod` and the casts wrap
 * it; an operator lets it through, then its id is the exception's full type name.
 */
export function netError(typeName: string, message: string, details?: ReadonlyMap<string, Value>): PowerShellError {
  const exception = new ExceptionObject(typeNamed(typeName), message, null, details);
  return new PowerShellError(new ErrorRecord({ exception, errorId: typeName, category: "OperationStopped" }));
}

/** `Message (Parameter 'x')`, or on .NET Framework `Message⏎Parameter name: x`. */
export function withParameterName(context: ValueContext, message: string, parameter: string): string {
  return parameterNamed(context.facts.exceptionTexts, message, parameter);
}

function parameterNamed(texts: ValueFacts["exceptionTexts"], message: string, parameter: string): string {
  return texts === "core" ? `${message} (Parameter '${parameter}')` : `${message}\nParameter name: ${parameter}`;
}

/** System.ArgumentException with the parameter's name behind the message. */
export function argumentError(
  context: ValueContext,
  message: string,
  parameter: string,
  typeName = "System.ArgumentException",
): PowerShellError {
  return netError(typeName, withParameterName(context, message, parameter), new Map([["ParamName", parameter]]));
}

/** System.ArgumentNullException. */
export function argumentNullError(context: ValueContext, parameter: string): PowerShellError {
  return argumentError(context, "Value cannot be null.", parameter, "System.ArgumentNullException");
}

/** System.ArgumentOutOfRangeException, with the actual value on a second line where .NET gives it. */
export function outOfRangeError(
  context: ValueContext,
  message: string,
  parameter: string,
  actual?: string,
): PowerShellError {
  const head = withParameterName(context, message, parameter);
  const text = actual === undefined ? head : `${head}\nActual value was ${actual}.`;
  return netError("System.ArgumentOutOfRangeException", text, new Map([["ParamName", parameter]]));
}

/** As outOfRangeError, for an operator or an assignment, which let the exception through without quoting it. */
export function bareOutOfRangeError(context: ValueContext, message: string, parameter: string): PowerShellError {
  const text = parameterNamed(context.facts.bareParameterNames, message, parameter);
  return netError("System.ArgumentOutOfRangeException", text, new Map([["ParamName", parameter]]));
}

/** `startIndex ('-1') must be a non-negative value.` with the actual value, as .NET's guards say it. */
export function negativeArgumentError(context: ValueContext, parameter: string, actual: number): PowerShellError {
  if (context.facts.exceptionTexts === "framework") {
    return outOfRangeError(context, "Non-negative number required.", parameter);
  }
  return outOfRangeError(context, `${parameter} ('${actual}') must be a non-negative value.`, parameter, `${actual}`);
}

/** System.FormatException for a text that is no number. */
export function inputStringError(context: ValueContext, text: string): PowerShellError {
  return netError(
    "System.FormatException",
    context.facts.exceptionTexts === "core"
      ? `The input string '${text}' was not in a correct format.`
      : "Input string was not in a correct format.",
  );
}

/** System.OverflowException: `Value was either too large or too small for an Int32.` */
export function overflowError(what: string): PowerShellError {
  return netError("System.OverflowException", `Value was either too large or too small for ${what}.`);
}
