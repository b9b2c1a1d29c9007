import { PSDictionary } from "../collections.js";
import { caseSensitiveKey } from "../dictionary.js";
import type { DotNetType } from "../dotnet-type.js";
import { ExceptionObject } from "../errors.js";
import { method, overload, property } from "../signatures.js";
import { netText } from "../text.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

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
    property("int HResult", () => -2146233088),
    property("string StackTrace", () => null),
    method<ExceptionObject>(["System.Exception GetBaseException()", (_, e) => innermost(e)]),
    method<ExceptionObject>(["string ToString()", (_, e) => `${e.type.fullName}: ${e.message}`]),
  ],
  constructors: () => constructorsOf(() => typeNamed("System.Exception")),
});

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

/** An exception type with the usual constructors and, for some, further properties (from the exception's details). */
function exception(fullName: string, base: string, ...properties: readonly string[]): void {
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

function detailOf(exception: ExceptionObject, name: string): Value {
  return name === "ErrorRecord" ? exception.errorRecord : (exception.details.get(name) ?? null);
}

/** The message of an exception that names a parameter. */
function withParameter({ facts }: ValueContext, message: string, parameter: string): string {
  if (parameter === "") return message;
  return facts.exceptionTexts === "core"
    ? `${message} (Parameter '${parameter}')`
    : `${message}\r\nParameter name: ${parameter}`;
}

/** ArgumentException takes the parameter's name behind the message. */
function namedParameterConstructors(fullName: string) {
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

const system = "System.SystemException";
exception(system, "System.Exception");
exception("System.ApplicationException", "System.Exception");
for (const name of [
  "ArithmeticException",
  "ArrayTypeMismatchException",
  "FormatException",
  "IndexOutOfRangeException",
  "InvalidCastException",
  "InvalidOperationException",
  "NotImplementedException",
  "NotSupportedException",
  "NullReferenceException",
  "OperationCanceledException",
  "OutOfMemoryException",
  "RankException",
  "StackOverflowException",
  "TimeoutException",
  "UnauthorizedAccessException",
  "AccessViolationException",
  "BadImageFormatException",
  "TypeLoadException",
  "MissingMemberException",
]) {
  exception(`System.${name}`, system);
}
exception("System.ArgumentException", system, "string ParamName");
exception("System.ArgumentNullException", "System.ArgumentException");
exception("System.ArgumentOutOfRangeException", "System.ArgumentException", "System.Object ActualValue");
exception("System.DivideByZeroException", "System.ArithmeticException");
exception("System.OverflowException", "System.ArithmeticException");
exception("System.UriFormatException", "System.FormatException");
exception("System.MissingMethodException", "System.MissingMemberException");
exception("System.ObjectDisposedException", "System.InvalidOperationException");
exception("System.PlatformNotSupportedException", "System.NotSupportedException");
exception("System.Collections.Generic.KeyNotFoundException", system);
exception("System.ComponentModel.Win32Exception", system, "int NativeErrorCode");
exception("System.IO.IOException", system);
exception("System.TimeZoneNotFoundException", "System.Exception");
exception("System.IO.FileNotFoundException", "System.IO.IOException", "string FileName");
exception("System.IO.DirectoryNotFoundException", "System.IO.IOException");
exception("System.IO.DriveNotFoundException", "System.IO.IOException");
exception("System.IO.PathTooLongException", "System.IO.IOException");
exception("System.IO.EndOfStreamException", "System.IO.IOException");
exception("System.IO.InvalidDataException", system);
exception("System.AggregateException", "System.Exception");
exception("System.Net.WebException", "System.InvalidOperationException");
exception("System.Net.Sockets.SocketException", "System.ComponentModel.Win32Exception");
exception("System.Security.SecurityException", system);
exception("System.Threading.Tasks.TaskCanceledException", "System.OperationCanceledException");
exception("System.Xml.XmlException", system);
exception("System.InsufficientExecutionStackException", system);
exception("System.Xml.XPath.XPathException", system);
exception("System.Text.RegularExpressions.RegexParseException", "System.ArgumentException");
exception(
  "System.Management.Automation.RuntimeException",
  system,
  "System.Management.Automation.ErrorRecord ErrorRecord",
);
const automation = "System.Management.Automation.";
const runtime = `${automation}RuntimeException`;
for (const name of [
  "PSInvalidOperationException",
  "PSArgumentException",
  "PSArgumentNullException",
  "PSArgumentOutOfRangeException",
  "PSNotSupportedException",
  "PSNotImplementedException",
  "PSObjectDisposedException",
]) {
  exception(
    automation + name,
    name.includes("Argument")
      ? "System.ArgumentException"
      : name.includes("NotSupported")
        ? "System.NotSupportedException"
        : name.includes("NotImplemented")
          ? "System.NotImplementedException"
          : "System.InvalidOperationException",
    "System.Management.Automation.ErrorRecord ErrorRecord",
  );
}
exception("Microsoft.PowerShell.Commands.ServiceCommandException", system, "string ServiceName");
exception("Microsoft.PowerShell.Commands.ProcessCommandException", system, "string ProcessName");
exception(`${automation}CommandNotFoundException`, runtime, "string CommandName");
exception(`${automation}ParseException`, runtime, `${automation}Language.ParseError[] Errors`);
for (const [name, base] of [
  ["ParameterBindingException", runtime],
  ["ParameterBindingValidationException", `${automation}ParameterBindingException`],
  ["ParameterBindingArgumentTransformationException", `${automation}ParameterBindingException`],
  ["ParameterBindingParameterDefaultValueException", `${automation}ParameterBindingException`],
  ["ActionPreferenceStopException", runtime],
  ["CmdletInvocationException", runtime],
  ["CmdletProviderInvocationException", `${automation}CmdletInvocationException`],
  ["IncompleteParseException", `${automation}ParseException`],
  ["ParentContainsErrorRecordException", system],
  ["MetadataException", runtime],
  ["ValidationMetadataException", `${automation}MetadataException`],
  ["ArgumentTransformationMetadataException", `${automation}MetadataException`],
  ["ParsingMetadataException", `${automation}MetadataException`],
  ["SessionStateException", runtime],
  ["SessionStateUnauthorizedAccessException", `${automation}SessionStateException`],
  ["ItemNotFoundException", `${automation}SessionStateException`],
  ["DriveNotFoundException", `${automation}SessionStateException`],
  ["ProviderNotFoundException", `${automation}SessionStateException`],
  ["ProviderInvocationException", runtime],
  ["PipelineStoppedException", runtime],
  ["PipelineClosedException", runtime],
  ["HaltCommandException", system],
  ["ExtendedTypeSystemException", runtime],
  ["MethodException", `${automation}ExtendedTypeSystemException`],
  ["MethodInvocationException", `${automation}MethodException`],
  ["GetValueException", `${automation}ExtendedTypeSystemException`],
  ["GetValueInvocationException", `${automation}GetValueException`],
  ["PropertyNotFoundException", `${automation}ExtendedTypeSystemException`],
  ["SetValueException", `${automation}ExtendedTypeSystemException`],
  ["SetValueInvocationException", `${automation}SetValueException`],
  ["PSInvalidCastException", "System.InvalidCastException"],
  ["ScriptBlockToPowerShellNotSupportedException", runtime],
  ["ScriptCallDepthException", system],
  ["ScriptRequiresException", runtime],
  ["ScriptInteractiveException", runtime],
  ["WildcardPatternException", runtime],
  ["TypeInitializationException", system],
  ["RemoteException", runtime],
  ["PSSecurityException", runtime],
  ["FlowControlException", system],
] as const) {
  exception(automation + name, base);
}
exception("System.Management.Automation.Remoting.PSRemotingTransportException", runtime);
for (const name of ["WriteErrorException"]) exception(`Microsoft.PowerShell.Commands.${name}`, system);
exception("Microsoft.PowerShell.Commands.HelpNotFoundException", system);
exception("System.ComponentModel.Win32Exception", system);
exception("System.Net.NetworkInformation.PingException", "System.InvalidOperationException");
exception("System.Runtime.InteropServices.COMException", system);
exception("Microsoft.Management.Infrastructure.CimException", system);
exception("System.Net.Mail.SmtpException", system);
exception("System.Net.Mail.SmtpFailedRecipientException", "System.Net.Mail.SmtpException");
exception("Microsoft.PowerShell.Commands.ServiceCommandException", system);
exception("Microsoft.PowerShell.Commands.ProcessCommandException", system);
