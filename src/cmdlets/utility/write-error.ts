import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { type ErrorCategory, ErrorRecord, ExceptionObject, typeNamed, type Value } from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { displayText } from "../../values/text.js";

const parameterSets = { exception: "WithException", message: "NoException", record: "ErrorRecord" } as const;
const { exception, message, record } = parameterSets;

/** SPEC D.3 "Write-Error". */
export const writeError = defineCmdlet({
  name: "Write-Error",
  typeName: "Microsoft.PowerShell.Commands.WriteErrorCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Writes a non-terminating error.",
  defaultParameterSet: message,
  parameters: {
    Exception: {
      type: "System.Exception",
      sets: [exception],
      mandatory: true,
      position: 0,
      before7: { position: undefined },
    },
    Message: {
      type: "string",
      sets: [message, exception],
      aliases: ["Msg"],
      allowNull: true,
      allowEmptyString: true,
      inSet: { [message]: { mandatory: true, position: 0, pipeline: "value" } },
    },
    ErrorRecord: {
      type: "System.Management.Automation.ErrorRecord",
      sets: [record],
      mandatory: true,
      position: 0,
      before7: { position: undefined },
    },
    Category: { type: "System.Management.Automation.ErrorCategory", sets: [message, exception] },
    ErrorId: { type: "string", sets: [message, exception] },
    TargetObject: { type: "object", sets: [message, exception] },
    RecommendedAction: { type: "string", coverage: "accepted" },
    CategoryActivity: { type: "string", aliases: ["Activity"] },
    CategoryReason: { type: "string", aliases: ["Reason"] },
    CategoryTargetName: { type: "string", aliases: ["TargetName"] },
    CategoryTargetType: { type: "string", aliases: ["TargetType"] },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { context } = cmdlet;
      const message: Value = parameters.Message ?? null;
      const made = errorOf(
        parameters.Exception,
        parameters.ErrorRecord,
        typeof message === "string" ? message : noText,
      );
      const category = parameters.Category instanceof EnumValue ? displayText(context, parameters.Category) : null;
      const given = made instanceof ErrorRecord ? made : null;
      const thrown = made instanceof ErrorRecord ? made.exception : made;
      const target: Value = parameters.TargetObject ?? given?.target ?? null;
      const result = new ErrorRecord({
        exception: thrown,
        errorId: parameters.ErrorId ?? given?.errorId ?? thrown.type.fullName,
        category: categoryOf(category) ?? given?.category ?? "NotSpecified",
        target,
        // Before 7 the command's own name stays there, whatever -CategoryActivity says.
        activity: (context.facts.languageVersion < 7 ? undefined : parameters.CategoryActivity) ?? "Write-Error",
        ...(parameters.CategoryReason === undefined ? {} : { reason: parameters.CategoryReason }),
        ...(parameters.CategoryTargetName === undefined ? {} : { targetName: parameters.CategoryTargetName }),
        ...(parameters.CategoryTargetType === undefined ? {} : { targetType: parameters.CategoryTargetType }),
        ...(made instanceof ExceptionObject && parameters.Exception !== undefined && parameters.Message !== undefined
          ? { details: parameters.Message }
          : parameters.RecommendedAction === undefined
            ? {}
            : { details: thrown.message }),
      });
      if (given !== null) result.amend({ commandTypeName: given.commandTypeName });
      // The error is that of the function that calls Write-Error; at the prompt that of the typed text, which has no place.
      const caller = context.callerInvocation ?? null;
      if (caller !== null) {
        result.amend({ invocation: caller });
        result.amend({ commandTypeName: result.commandTypeName ?? caller.commandName });
      }
      cmdlet.writeError(result);
    },
  }),
});

/** What .NET says for an exception that was made without a message. */
const noText = "Exception of type 'Microsoft.PowerShell.Commands.WriteErrorException' was thrown.";

function errorOf(thrown: Value | undefined, given: Value | undefined, text: string): ErrorRecord | ExceptionObject {
  if (given instanceof ErrorRecord) return given;
  if (thrown instanceof ExceptionObject) return thrown;
  return new ExceptionObject(typeNamed("Microsoft.PowerShell.Commands.WriteErrorException"), text);
}

function categoryOf(name: string | null): ErrorCategory | null {
  return name !== null && isCategory(name) ? name : null;
}

const categories: ReadonlySet<string> = new Set<ErrorCategory>([
  "NotSpecified",
  "OpenError",
  "CloseError",
  "DeviceError",
  "DeadlockDetected",
  "InvalidArgument",
  "InvalidData",
  "InvalidOperation",
  "InvalidResult",
  "InvalidType",
  "MetadataError",
  "NotImplemented",
  "NotInstalled",
  "ObjectNotFound",
  "OperationStopped",
  "OperationTimeout",
  "SyntaxError",
  "ParserError",
  "PermissionDenied",
  "ResourceBusy",
  "ResourceExists",
  "ResourceUnavailable",
  "ReadError",
  "WriteError",
  "FromStdErr",
  "SecurityError",
  "ProtocolError",
  "ConnectionError",
  "AuthenticationError",
  "LimitsExceeded",
  "QuotaExceeded",
  "NotEnabled",
]);

function isCategory(name: string): name is ErrorCategory {
  return categories.has(name);
}
