import { convertTo, tryConvertTo } from "../conversion/index.js";
import { DotNetType } from "../dotnet-type.js";
import { operand } from "../enumeration.js";
import { PowerShellError, runtimeError } from "../errors.js";
import { PSCustomObject } from "../objects.js";
import { typeNamed } from "../types.js";
import { PSObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { commonTypes, isInstanceOf } from "../value-types.js";

/** `-is`: the right operand is a type or the name of one. */
export function is(context: ValueContext, left: Value, right: Value): boolean {
  const r = operand(right);
  if (r === null)
    throw runtimeError("IsOperatorRequiresType", "InvalidOperation", "The right operand of '-is' must be a type.");
  const type = r instanceof DotNetType ? r : typeOperand(context, r, "RuntimeException");
  const l = operand(left);
  if (l === null) return false;
  if (type === commonTypes().psObject || type.fullName === "System.Management.Automation.PSCustomObject") {
    return l instanceof PSCustomObject || left instanceof PSObject;
  }
  return isInstanceOf(l, type);
}

/** `-as`: the conversion, `$null` when there is none. */
export function as(context: ValueContext, left: Value, right: Value): Value {
  const r = operand(right);
  if (r === null)
    throw runtimeError("AsOperatorRequiresType", "InvalidOperation", "The right operand of '-as' must be a type.");
  const type = r instanceof DotNetType ? r : typeOperand(context, r, null);
  return tryConvertTo(context, left, type) ?? null;
}

/** The right operand converted to a type; `-is` gives the failure an id of its own. */
function typeOperand(context: ValueContext, value: Value, errorId: string | null): DotNetType {
  try {
    return convertTo(context, value, typeNamed("System.Type")) as DotNetType;
  } catch (error) {
    if (!(error instanceof PowerShellError) || errorId === null) throw error;
    throw runtimeError(errorId, "NotSpecified", error.record.exception.message, { inner: error.record.exception });
  }
}
