import { tryConvertTo, convertTo } from "../conversion/index.js";
import { DotNetType } from "../dotnet-type.js";
import { operand } from "../enumeration.js";
import { runtimeError } from "../errors.js";
import { isNumber } from "../numeric.js";
import { PSCustomObject } from "../objects.js";
import { netText, toText } from "../text.js";
import { resolveTypeName } from "../type-names.js";
import { PSObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { commonTypes, isInstanceOf, typeOf } from "../value-types.js";

/** `-is`: the right operand is a type or the name of one. */
export function is(context: ValueContext, left: Value, right: Value): boolean {
  const r = operand(right);
  if (r === null) throw runtimeError("IsOperatorRequiresType", "InvalidOperation", "The right operand of '-is' must be a type.");
  let type = r instanceof DotNetType ? r : undefined;
  if (type === undefined) {
    const isText = typeof r === "string" || typeof r === "boolean" || isNumber(r);
    const name = toText(context, r);
    type = isText || typeof r !== "object" ? (context.resolveType(name) ?? resolveTypeName(name)) : undefined;
    if (type === undefined) {
      const from = isText ? "System.String" : (typeOf(r)?.fullName ?? "");
      throw runtimeError(
        "RuntimeException",
        "InvalidOperation",
        `Cannot convert the "${isText ? name : netText(context, r)}" value of type "${from}" to type "System.Type".`,
      );
    }
  }
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
  if (r === null) throw runtimeError("AsOperatorRequiresType", "InvalidOperation", "The right operand of '-as' must be a type.");
  const type = r instanceof DotNetType ? r : (convertTo(context, isNumber(r) || typeof r === "boolean" ? toText(context, r) : r, typeType(context)) as DotNetType);
  return tryConvertTo(context, left, type) ?? null;
}

function typeType(context: ValueContext): DotNetType {
  return context.resolveType("System.Type") ?? (resolveTypeName("System.Type") as DotNetType);
}
