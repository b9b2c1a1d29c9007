import { PSDictionary } from "../collections.js";
import { caseSensitiveKey } from "../dictionary.js";
import type { DotNetType } from "../dotnet-type.js";
import { ErrorRecord, ExceptionObject } from "../errors.js";
import { method, overload, property } from "../signatures.js";
import { netText } from "../text.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { type ExceptionType, exceptionTypes } from "./exception-table.js";

defineType({
  fullName: "System.Exception",
  members: () => [
    property("string TargetSite", () => null),
    property("string Message", (e: ExceptionObject) => e.message),
    property(
      "System.Collections.IDictionary Data",
      () => new PSDictionary(typeNamed("System.Collections.Hashtable"), caseSensitiveKey),
    ),
    property("System.Exception InnerException", (e: ExceptionObject) => e.innerException),
    property("string HelpLink", () => null),
    property("string Source", () => null),
    { ...property("int HResult", (e: ExceptionObject) => hResultOf(e.type)), since: 4 },
    property("string StackTrace", () => null),
    method<ExceptionObject>(["System.Exception GetBaseException()", (_, e) => innermost(e)]),
    method<ExceptionObject>(["string ToString()", (_, e) => `${e.type.fullName}: ${e.message}`]),
  ],
  frameworkOrder: ["Message", "Data", "InnerException", "TargetSite", "StackTrace", "HelpLink", "Source", "HResult"],
  constructors: () => constructorsOf(() => typeNamed("System.Exception")),
});

/** The number that .NET gives each type of exception, or the nearest of its base types. */
function hResultOf(type: DotNetType | null): number {
  return type === null ? -2146233088 : (hResults.get(type.fullName) ?? hResultOf(type.baseType));
}
const hResults = new Map<string, number>();

function innermost(e: ExceptionObject): ExceptionObject {
  return e.innerException === null ? e : innermost(e.innerException);
}

const text = (value: Value | undefined): string => (typeof value === "string" ? value : "");
const inner = (value: Value | undefined): ExceptionObject | null => (value instanceof ExceptionObject ? value : null);

/** What an exception says that was made without a message. */
function defaultMessage(type: DotNetType): string {
  return messages.get(type.name) ?? `Exception of type '${type.fullName}' was thrown.`;
}
const messages: ReadonlyMap<string, string> = new Map([
  ["ArgumentException", "Value does not fall within the expected range."],
  ["ArgumentNullException", "Value cannot be null."],
  ["ArgumentOutOfRangeException", "Specified argument was out of the range of valid values."],
  ["InvalidOperationException", "Operation is not valid due to the current state of the object."],
  ["NotImplementedException", "The method or operation is not implemented."],
  ["NotSupportedException", "Specified method is not supported."],
  ["NullReferenceException", "Object reference not set to an instance of an object."],
  ["DivideByZeroException", "Attempted to divide by zero."],
  ["FormatException", "One of the identified items was in an invalid format."],
  ["OverflowException", "Arithmetic operation resulted in an overflow."],
  ["InvalidCastException", "Specified cast is not valid."],
  ["IndexOutOfRangeException", "Index was outside the bounds of the array."],
  ["UnauthorizedAccessException", "Attempted to perform an unauthorized operation."],
  ["TimeoutException", "The operation has timed out."],
  ["FileNotFoundException", "Unable to find the specified file."],
  ["DirectoryNotFoundException", "Attempted to access a path that is not on the disk."],
  ["IOException", "I/O error occurred."],
  ["OutOfMemoryException", "Insufficient memory to continue the execution of the program."],
]);

function constructorsOf(type: () => DotNetType) {
  return [
    overload("Exception new()", () => new ExceptionObject(type(), defaultMessage(type()))),
    overload(
      "Exception new(string message)",
      (_: ValueContext, __: Value, [m]) => new ExceptionObject(type(), text(m)),
    ),
    overload(
      "Exception new(string message, System.Exception innerException)",
      (_: ValueContext, __: Value, [m, i]) => new ExceptionObject(type(), text(m), inner(i)),
    ),
  ];
}

/** An exception type with the usual constructors, as the table tells. */
function exception({ fullName, base, hResult, properties }: ExceptionType): void {
  if (hResult !== undefined) hResults.set(fullName, hResult);
  defineType({
    fullName,
    base,
    members: () =>
      properties.map((declaration) =>
        property(declaration, (e: ExceptionObject) => detailOf(e, declaration.slice(declaration.lastIndexOf(" ") + 1))),
      ),
    constructors: () =>
      fullName === "System.ArgumentNullException" || fullName === "System.ArgumentOutOfRangeException"
        ? parameterConstructors(fullName)
        : [...constructorsOf(() => typeNamed(fullName)), ...namedParameterConstructors(fullName)],
  });
}

/** What an exception's own property says. Details that nothing filled in are null, or what .NET starts with. */
function detailOf(exception: ExceptionObject, name: string): Value {
  switch (name) {
    case "Message":
      return exception.message;
    case "ErrorRecord":
      return exception.errorRecord ?? ownRecord(exception);
    case "WasThrownFromThrowStatement":
      return exception.details.get(name) ?? false;
    case "SessionStateCategory":
      return exception.details.get(name) ?? "Variable";
    default:
      return exception.details.get(name) ?? null;
  }
}

/** The record that a RuntimeException makes when nobody gave it one. */
function ownRecord(exception: ExceptionObject): ErrorRecord {
  return new ErrorRecord({ exception, errorId: "RuntimeException", category: "NotSpecified" });
}

/** The message of an exception that names a parameter. */
function withParameter({ facts }: ValueContext, message: string, parameter: string): string {
  if (parameter === "") return message;
  return facts.exceptionTexts === "core"
    ? `${message} (Parameter '${parameter}')`
    : `${message}\r\nParameter name: ${parameter}`;
}

/** ArgumentException takes the parameter's name behind the message, FileNotFoundException the file's. */
function namedParameterConstructors(fullName: string) {
  if (fullName === "System.IO.FileNotFoundException") {
    return [
      overload(
        `${fullName} new(string message, string fileName)`,
        (_: ValueContext, __: Value, [m, f]) =>
          new ExceptionObject(typeNamed(fullName), text(m), null, new Map([["FileName", text(f)]])),
      ),
    ];
  }
  if (fullName !== "System.ArgumentException") return [];
  const make = (context: ValueContext, [m, p, i]: readonly Value[]) =>
    new ExceptionObject(
      typeNamed(fullName),
      withParameter(context, text(m), text(p)),
      inner(i),
      new Map([["ParamName", text(p)]]),
    );
  return [
    overload(`${fullName} new(string message, string paramName)`, (c, _, args) => make(c, args)),
    overload(`${fullName} new(string message, string paramName, System.Exception innerException)`, (c, _, args) =>
      make(c, args),
    ),
  ];
}

/** These take the parameter's name first. */
function parameterConstructors(fullName: string) {
  const make = (context: ValueContext, message: string, parameter: string, actual?: Value) =>
    new ExceptionObject(
      typeNamed(fullName),
      withParameter(context, message, parameter) +
        (actual === undefined || actual === null ? "" : `\nActual value was ${netText(context, actual)}.`),
      null,
      new Map<string, Value>([
        ["ParamName", parameter],
        ["ActualValue", actual ?? null],
      ]),
    );
  const withActual =
    fullName === "System.ArgumentOutOfRangeException"
      ? [
          overload(`${fullName} new(string paramName, System.Object actualValue, string message)`, (c, _, [p, a, m]) =>
            make(c, text(m), text(p), a ?? null),
          ),
        ]
      : [];
  return [
    overload(`${fullName} new()`, (c) => make(c, defaultMessage(typeNamed(fullName)), "")),
    overload(`${fullName} new(string paramName)`, (c, _, [p]) => make(c, defaultMessage(typeNamed(fullName)), text(p))),
    overload(`${fullName} new(string paramName, string message)`, (c, _, [p, m]) => make(c, text(m), text(p))),
    ...withActual,
  ];
}

for (const type of exceptionTypes) exception(type);
