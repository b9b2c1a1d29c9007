import { PSDictionary } from "../collections.js";
import { DateTime } from "../date-time.js";
import type { DotNetType } from "../dotnet-type.js";
import { isCollection, toItems } from "../enumeration.js";
import { enumNames, enumValueNamed, isDefinedEnumValue } from "../enumerations.js";
import type { PowerShellError } from "../errors.js";
import { overflowError } from "../net-errors.js";
import { Char, Decimal, Double, EnumValue, Single } from "../numbers.js";
import { integerOf } from "../numeric.js";
import { netText, toText } from "../text.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { typeOf } from "../value-types.js";
import { castError, invalidCast, noConversion } from "./errors.js";

/** To an enumeration: a name or its unique prefix (case ignored), a number that is defined, a comma list, a list. */
export function toEnum(context: ValueContext, value: Value, type: DotNetType): Value {
  if (typeof value === "string") return enumFromText(context, value, type);
  if (isCollection(value)) return fromList(context, toItems(value), type);
  if (value instanceof Double || value instanceof Single || value instanceof Decimal) {
    return enumFromText(context, toText(context, value), type);
  }
  if (typeof value === "boolean" || value instanceof Char || value instanceof DateTime) {
    const from = typeOf(value)?.fullName ?? "";
    throw castError(
      context,
      value,
      type,
      "InvalidCastIConvertible",
      `Invalid cast from '${from}' to '${type.fullName}'.`,
    );
  }
  if (value instanceof PSDictionary && value.size === 0) return new EnumValue(type, 0n);
  const integer = integerOf(value);
  if (integer === null) throw noConversion(context, value, type);
  return defined(context, value, integer, type, "UndefinedIntegerToEnum");
}

function defined(context: ValueContext, value: Value, integer: bigint, type: DotNetType, errorId: string): Value {
  if (isDefinedEnumValue(type, integer)) return new EnumValue(type, integer);
  const what = `Cannot convert value "${netText(context, value)}" to type "${type.fullName}"`;
  throw invalidCast(errorId, what + undefinedValues(type));
}

function undefinedValues(type: DotNetType): string {
  const names = enumNames(type).join(",");
  return ` due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are "${names}".`;
}

function fromList(context: ValueContext, items: readonly Value[], type: DotNetType): Value {
  if (items.length === 0) return enumFromText(context, "", type);
  let sum = 0n;
  for (const item of items) {
    if (item !== null) continue;
    throw invalidCast(
      "nullToEnumInvalidCast",
      `Cannot convert null to type "${type.fullName}"${undefinedValues(type)}`,
    );
  }
  const texts = items.map((item) => toText(context, item));
  // Names are read together, as if they had been one text with commas.
  if (!texts.some((text) => /^[-+]?\d+$/.test(text))) return enumFromText(context, texts.join(","), type);
  for (const text of texts) {
    const one = /^[-+]?\d+$/.test(text) ? BigInt(text) : enumFromText(context, text, type).value;
    sum |= one;
  }
  return new EnumValue(type, sum);
}

function enumFromText(context: ValueContext, text: string, type: DotNetType): EnumValue {
  const trimmed = text.trim();
  if (/^[-+]?\d+$/.test(trimmed)) {
    const n = BigInt(trimmed.replace("+", ""));
    if (n < -2147483648n || n > 2147483647n) {
      throw castError(context, text, type, "CaseSensitiveEnumParseThrewAnException", overflowError("an Int32"));
    }
    return defined(context, text, n, type, "EnumParseUndefined") as EnumValue;
  }
  const parts = trimmed.split(",");
  let sum = 0n;
  for (const part of parts) {
    const found =
      enumValueNamed(type, part.trim()) ??
      (parts.length === 1 ? byPrefix(context, text, part.trim(), type) : undefined);
    if (found === undefined)
      throw hasConverter(type) ? refused(context, text, type) : unmatched(context, text, text.trim(), type);
    sum |= found.value;
  }
  return new EnumValue(type, sum);
}

/** The kinds of members come with a converter of their own, which says other words. */
function hasConverter({ fullName }: DotNetType): boolean {
  return fullName === "System.Management.Automation.PSMemberTypes";
}

function refused(context: ValueContext, text: string, type: DotNetType): PowerShellError {
  const what = `Cannot convert value "${text}" to type "${type.fullName}"${undefinedValues(type)}`;
  return castError(context, text, type, "InvalidCastPSTypeConvertersConvertFrom", what);
}

/** The value whose name begins so; throws when there are several. */
function byPrefix(context: ValueContext, value: Value, name: string, type: DotNetType): EnumValue | undefined {
  const lower = name.toLowerCase();
  const hits = enumNames(type).filter((n) => n.toLowerCase().startsWith(lower));
  if (hits.length === 1) return enumValueNamed(type, hits[0] as string);
  if (hits.length === 0) return undefined;
  throw castError(
    context,
    value,
    type,
    "SubstringDisambiguationEnumParseThrewAnException",
    `The identifier name ${name} cannot be processed because it is either too similar or identical to the following enumerator names: ${hits.join(", ")}. Use a more specific identifier name.`,
  );
}

function unmatched(context: ValueContext, value: Value, name: string, type: DotNetType): PowerShellError {
  return castError(
    context,
    value,
    type,
    "SubstringDisambiguationEnumParseThrewAnException",
    `Unable to match the identifier name ${name} to a valid enumerator name. Specify one of the following enumerator names and try again:\n${enumNames(type).join(", ")}`,
  );
}
