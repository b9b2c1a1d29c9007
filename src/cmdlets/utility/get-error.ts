import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { extendedErrorType } from "../../formatting/error-views/extended-view.js";
import { engineOf } from "../../runtime/script-command.js";
import { ErrorRecord } from "../../values/errors.js";
import type { Value } from "../../values/index.js";
import { typeNamesOf } from "../../values/member-access/index.js";

/** Records as they are, under a type name by which their view shows everything. */
export const getError = defineCmdlet({
  name: "Get-Error",
  since: 7,
  typeName: "Microsoft.PowerShell.Commands.GetErrorCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Shows all that is known of the last errors.",
  defaultParameterSet: "Newest",
  parameters: {
    InputObject: { type: "psobject", position: 0, pipeline: "value", sets: ["Error"] },
    Newest: {
      type: "int",
      sets: ["Newest"],
      aliases: ["Last"],
      validate: [{ kind: "ValidateRange", min: 1, max: 2147483647 }],
    },
  },
  create: (parameters, cmdlet) => {
    const write = (value: Value): void => {
      if (value instanceof ErrorRecord) cmdlet.writeObject(extended(value));
    };
    return {
      process(): void {
        if (parameters.InputObject !== undefined) write(parameters.InputObject);
      },
      end(): void {
        if (cmdlet.parameterSetName === "Error" || cmdlet.expectingInput) return;
        const { items } = engineOf(cmdlet.context).errorLog.list;
        for (const item of items.slice(0, parameters.Newest ?? 1)) write(item);
      },
    };
  },
});

/** A copy: the record in `$Error` keeps its own view. */
function extended(record: ErrorRecord): ErrorRecord {
  const { exception, errorId, category, target, activity, reason, targetName, targetType, details } = record;
  const copy = new ErrorRecord({
    exception,
    errorId,
    category,
    target,
    activity,
    reason,
    ...(targetName === null ? {} : { targetName }),
    ...(targetType === null ? {} : { targetType }),
    ...(details === null ? {} : { details }),
  });
  const { commandTypeName, invocation, showPosition, scriptStackTrace, iterations } = record;
  copy.amend({
    commandTypeName,
    invocation,
    showPosition,
    scriptStackTrace,
    iterations,
    isKept: true,
    isReported: true,
  });
  copy.typeNames = [extendedErrorType, ...typeNamesOf(record)];
  return copy;
}
