import type { DotNetType } from "../dotnet-type.js";
import { operand } from "../enumeration.js";
import { PowerShellError } from "../errors.js";
import { BigInteger, Char } from "../numbers.js";
import { integerOf } from "../numeric.js";
import { SwitchParameter } from "../objects.js";
import { toText } from "../text.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { commonTypes, isInstanceOf } from "../value-types.js";
import { nullCast } from "./errors.js";
import { toArrayType } from "./to-array.js";
import { toEnum } from "./to-enum.js";
import { isNumberType, toNumberType } from "./to-number.js";
import { toOtherType } from "./to-other.js";
import { isTrue } from "./truth.js";

export { toCustomObject } from "./to-custom-object.js";
export { isTrue } from "./truth.js";

/**
 * Converts as a cast does. Throws a PowerShellError with the cast's id, category and message (SPEC C.5, H.2).
 * `[pscustomobject]@{…}` is not here: see {@link toCustomObject}.
 */
export function convertTo(context: ValueContext, value: Value, type: DotNetType): Value {
  const common = commonTypes();
  if (type === common.object || type === common.psObject) return value;
  const v = operand(value);
  if (v === null) return convertNull(context, type);
  if (type === common.string) return typeof v === "string" && v === value ? v : toText(context, value);
  if (type === common.boolean) return typeof v === "boolean" ? v : isTrue(v);
  if (isInstanceOf(v, type)) return value;
  if (isNumberType(type)) return toNumberType(context, v, type);
  if (type.isEnum) return toEnum(context, v, type);
  if (type.elementType !== null || type === common.array) return toArrayType(context, v, type);
  return toOtherType(context, v, type, value);
}

/** Converts as a cast does; `undefined` when it cannot. */
export function tryConvertTo(context: ValueContext, value: Value, type: DotNetType): Value | undefined {
  try {
    return convertTo(context, value, type);
  } catch (error) {
    if (error instanceof PowerShellError) return undefined;
    throw error;
  }
}

function convertNull(context: ValueContext, type: DotNetType): Value {
  const common = commonTypes();
  if (type === common.string) return "";
  if (type === common.boolean) return false;
  if (type === common.char) return new Char(0);
  if (type.fullName === "System.Numerics.BigInteger") {
    if (context.facts.languageVersion < 7) throw nullCast(type);
    return new BigInteger(0n);
  }
  if (isNumberType(type)) return toNumberType(context, 0, type);
  if (type.fullName === "System.Management.Automation.SwitchParameter") return new SwitchParameter(false);
  if (type.isValueType && !type.fullName.startsWith("System.Nullable`1")) throw nullCast(type);
  return null;
}

/** Whether the value is an integer of any kind that fits an index, as a JavaScript number; `undefined` otherwise. */
export function toIndex(context: ValueContext, value: Value): number | undefined {
  if (typeof value === "number") return value;
  const converted = tryConvertTo(context, value, commonTypes().int32);
  const n = converted === undefined ? null : integerOf(converted);
  return n === null ? undefined : Number(n);
}
