import type { Extent } from "../../grammar/syntax-tree.js";
import { type ErrorCategory, ErrorRecord, ExceptionObject, PowerShellError } from "../values/errors.js";
import { typeNamed } from "../values/types.js";

/** What an older version says of an error where later ones say something else. */
export interface ErrorWording {
  /** The message made from the later one; the same when omitted. */
  readonly text?: (message: string) => string;
  /** The id; the same when omitted. */
  readonly errorId?: string;
  readonly category?: ErrorCategory;
  /** What CategoryInfo names: what the member, variable or type is called, the sign at which it failed, or nothing. */
  readonly target?: "name" | "token" | "none";
  /** Of the target; `String` when omitted. */
  readonly targetType?: string;
  /** `captured`: seen on consoles of that version. */
  /** The same when omitted. */
  readonly exceptionType?: string;
  readonly certainty: "captured" | "memory";
}

/** An error of an expression, where it happened. */
export interface ErrorPlace {
  /** Behind which the mark stands. */
  readonly token: Extent;
  readonly tokenText: string;
  /** The member, variable or type that the expression names; `null` when it names none. */
  readonly name: string | null;
  /** Of an operator between two operands: what .NET raises there is told as its bad argument. */
  readonly isOperator: boolean;
}

const settable = (message: string): string =>
  message.replace(
    /^(.*?)The property '(.*)' cannot be found on this object\. Verify that the property exists and can be set\./s,
    "$1Property '$2' cannot be found on this object; make sure it exists and is settable.",
  );

/** What PowerShell 2.0 says of errors of the language, by their later ids (docs/powershell-2.md has the evidence). */
const powerShell2Wording: ReadonlyMap<string, ErrorWording> = new Map<string, ErrorWording>([
  [
    "MethodNotFound",
    {
      text: (message) => message.replace("] does not contain a method", "] doesn't contain a method"),
      target: "name",
      certainty: "captured",
    },
  ],
  ["InvokeMethodOnNull", { target: "name", certainty: "captured" }],
  [
    "TypeNotFound",
    {
      text: (message) => message.replace(/\]\.$/, "]: make sure that the assembly containing this type is loaded."),
      target: "name",
      certainty: "captured",
    },
  ],
  [
    "PropertyNotFoundStrict",
    {
      text: (message) =>
        message.replace(
          /^The property '(.*)' cannot be found on this object\. Verify that the property exists\.$/s,
          "Property '$1' cannot be found on this object. Make sure that it exists.",
        ),
      category: "InvalidOperation",
      target: "token",
      targetType: "OperatorToken",
      certainty: "captured",
    },
  ],
  ["PropertyNotFound", { text: settable, target: "name", certainty: "captured" }],
  ["PropertyAssignmentException", { text: settable, target: "name", certainty: "captured" }],
  ["VariableIsUndefined", { target: "name", targetType: "Token", certainty: "memory" }],
  [
    "CannotIndex",
    {
      text: (message) => message.replace(/"(.*)"\.$/s, "$1."),
      certainty: "memory",
    },
  ],
]);

/** Custom objects have said this in a way of their own since 3.0. */
const missingOnCustomObject = /^Exception setting ".*": "(The property .* can be set\.)"$/s;
const notSettable: ErrorWording = {
  text: (message) => settable(missingOnCustomObject.exec(message)?.[1] ?? message),
  errorId: "PropertyAssignmentException",
  category: "InvalidOperation",
  target: "name",
  exceptionType: "System.Management.Automation.RuntimeException",
  certainty: "memory",
};

const castWording: ErrorWording = {
  errorId: "RuntimeException",
  category: "NotSpecified",
  target: "none",
  certainty: "memory",
};
const invocationWording: ErrorWording = { errorId: "DotNetMethodException", certainty: "captured" };

/** .NET Framework's text of a pattern that it refuses. */
function frameworkText(message: string): string {
  const pattern = /^Invalid pattern '(.*)' at offset \d+\. (.*)$/s.exec(message);
  if (pattern === null) return message;
  const reason = (pattern[2] ?? "")
    .replace(/^Quantifier '.' following/, "Quantifier {x,y} following")
    .replace(/^Nested quantifier '(.*)'\.$/, "Nested quantifier $1.");
  return `parsing "${pattern[1]}" - ${reason}`;
}

function badArgument(operator: string): ErrorWording {
  return {
    text: (message) => `Bad argument to operator '${operator}': ${frameworkText(message)}.`,
    errorId: "BadOperatorArgument",
    exceptionType: "System.Management.Automation.RuntimeException",
    category: "InvalidOperation",
    target: "none",
    certainty: "captured",
  };
}

function wordingOf({ errorId, exception }: ErrorRecord, place: ErrorPlace): ErrorWording | undefined {
  const listed = powerShell2Wording.get(errorId);
  if (listed !== undefined) return listed;
  if (errorId === "ExceptionWhenSetting" && missingOnCustomObject.test(exception.message)) return notSettable;
  if (place.isOperator && exception.errorRecord === null) return badArgument(place.tokenText);
  if (exception.type.fullName === "System.Management.Automation.MethodInvocationException") return invocationWording;
  // Every failed cast had one id; later each has its own.
  const isCast = exception.message.startsWith("Cannot convert ");
  return isCast && exception.type.name !== "ArgumentTransformationMetadataException" ? castWording : undefined;
}

/** An error of an expression as PowerShell 2.0 words it; the same error when it says nothing else. */
export function asWordedBy2(error: PowerShellError, place: ErrorPlace): PowerShellError {
  const { record } = error;
  const wording = wordingOf(record, place);
  if (wording === undefined) return error;
  const { exception } = record;
  const message = wording.text?.(exception.message) ?? exception.message;
  const { exceptionType } = wording;
  const worded =
    exceptionType === undefined
      ? new ExceptionObject(exception.type, message, exception.innerException, exception.details)
      : new ExceptionObject(typeNamed(exceptionType), message, exception);
  const said = new ErrorRecord({
    exception: worded,
    errorId: wording.errorId ?? record.errorId,
    category: wording.category ?? record.category,
    target: wording.target === "none" ? null : record.target,
    activity: record.activity,
    reason: record.errorId === "PropertyNotFoundStrict" ? "RuntimeException" : record.reason,
  });
  if (wording.target === "name" && place.name !== null) setTarget(said, place.name, wording);
  if (wording.target === "token") setTarget(said, place.tokenText, wording);
  if (exceptionType !== undefined || exception.errorRecord !== null) worded.errorRecord = said;
  return new PowerShellError(said, error.endsScript);
}

function setTarget(record: ErrorRecord, name: string, { targetType = "String" }: ErrorWording): void {
  record.amend({ targetName: name, targetType });
}
