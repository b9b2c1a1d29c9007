import type { Extent } from "../../grammar/syntax-tree.js";
import { ErrorRecord, ExceptionObject, type InvocationInfo, PowerShellError, runtimeError } from "../values/errors.js";
import type { SourceText } from "../values/script-block.js";
import { typeNamed } from "../values/types.js";
import type { Value } from "../values/value.js";

/** A place in a source, as error records carry it. */
export function positionOf(source: SourceText, at: Extent, invocationName: string | null = null): InvocationInfo {
  return {
    invocationName,
    commandName: null,
    sourceText: source.text,
    file: source.file,
    start: at.start,
    end: at.end,
  };
}

/** The place of what has none. */
export const nowhere: InvocationInfo = {
  invocationName: null,
  commandName: null,
  sourceText: "",
  file: null,
  start: 0,
  end: 0,
};

/** An error of a statement that ends the script because a preference says Stop, or a trap that nothing handles it. */
export class StoppedError extends PowerShellError {
  constructor(record: ErrorRecord) {
    super(record, true);
  }
}

/** Fills in where an error happened, unless something nearer has done so. */
export function positioned(
  error: PowerShellError,
  source: SourceText,
  at: Extent | null,
  name: string | null = null,
): PowerShellError {
  const { record } = error;
  if (at === null) return error;
  const { invocation } = record;
  if (invocation === null) record.amend({ invocation: positionOf(source, at, name) });
  else if (invocation.awaitsPlace) {
    const { invocationName, commandName } = invocation;
    record.amend({ invocation: { ...positionOf(source, at, invocationName), commandName } });
  }
  return error;
}

/** What the emulator does not do, in one sentence that says so. */
export function notEmulated(what: string, instead = ""): PowerShellError {
  return runtimeError(
    "NotEmulated",
    "NotImplemented",
    `The emulator does not run ${what}.${instead === "" ? "" : ` ${instead}`}`,
  );
}

/** `The term 'x' is not recognized …`; `name` is shown as typed. */
export function commandNotFound(name: string, since71: boolean): PowerShellError {
  const message = since71
    ? `The term '${name}' is not recognized as a name of a cmdlet, function, script file, or executable program.\n` +
      "Check the spelling of the name, or if a path was included, verify that the path is correct and try again."
    : `The term '${name}' is not recognized as the name of a cmdlet, function, script file, or operable program. ` +
      "Check the spelling of the name, or if a path was included, verify that the path is correct and try again.";
  const type = typeNamed("System.Management.Automation.CommandNotFoundException");
  const exception = new ExceptionObject(type, message, null, new Map([["CommandName", name]]));
  const record = new ErrorRecord({
    exception,
    errorId: "CommandNotFoundException",
    category: "ObjectNotFound",
    target: name,
  });
  exception.errorRecord = record;
  return new PowerShellError(record);
}

/** `Module\name` of a module that is neither loaded nor found. */
export function moduleNotLoaded(name: string, module: string): PowerShellError {
  const type = typeNamed("System.Management.Automation.CommandNotFoundException");
  const message = `The module '${module}' could not be loaded. For more information, run 'Import-Module ${module}'.`;
  const exception = new ExceptionObject(type, message, null, new Map([["CommandName", name]]));
  const errorId = "CouldNotAutoLoadModule";
  const record = new ErrorRecord({ exception, errorId, category: "ObjectNotFound", target: name });
  exception.errorRecord = record;
  return new PowerShellError(record);
}

/** `& $null` and its kin. */
export function badCallExpression(operator: "&" | ".", target: Value): PowerShellError {
  return runtimeError(
    "BadExpression",
    "InvalidOperation",
    `The expression after '${operator}' in a pipeline element produced an object that was not valid. ` +
      "It must result in a command name, a script block, or a CommandInfo object.",
    { target },
  );
}

/** `Unable to find type [x].` */
export function typeNotFound(name: string): PowerShellError {
  const error = runtimeError("TypeNotFound", "InvalidOperation", `Unable to find type [${name}].`, { target: name });
  error.record.amend({ targetType: "TypeName" });
  return error;
}

/** `$x` of a variable with the visibility Private, where the user asks for it. */
export function variableIsPrivate(name: string): PowerShellError {
  return runtimeError(
    "VariableIsPrivate",
    "PermissionDenied",
    `Cannot access the variable '$${name}' because it is a private variable.`,
    { target: name, exceptionType: "System.Management.Automation.SessionStateException" },
  );
}

/** Strict mode: a variable that nobody assigned. */
export function variableIsUndefined(name: string): PowerShellError {
  return runtimeError(
    "VariableIsUndefined",
    "InvalidOperation",
    `The variable '$${name}' cannot be retrieved because it has not been set.`,
    { target: name },
  );
}

/** Strict mode: a property that is not there. */
export function propertyNotFoundStrict(name: string): PowerShellError {
  return runtimeError(
    "PropertyNotFoundStrict",
    "NotSpecified",
    `The property '${name}' cannot be found on this object. Verify that the property exists.`,
    { exceptionType: "System.Management.Automation.PropertyNotFoundException" },
  );
}

/** `$using:x` where nothing is remote. */
export function usingVariableError(): PowerShellError {
  return runtimeError(
    "UsingWithoutInvokeCommand",
    "InvalidOperation",
    "A Using variable cannot be retrieved. A Using variable can be used only with Invoke-Command, Start-Job, or InlineScript in the script workflow. When it is used with Invoke-Command, the Using variable is valid only if the script block is invoked on a remote computer.",
  );
}
