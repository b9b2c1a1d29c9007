import type { DotNetType } from "../dotnet-type.js";
import { isCollection, toItems } from "../enumeration.js";
import { enumNames, enumValueNamed, isDefinedEnumValue } from "../enumerations.js";
import type { PowerShellError } from "../errors.js";
import { Char, Decimal, Double, EnumValue, Single } from "../numbers.js";
import { integerOf } from "../numeric.js";
import { netText, toText } from "../text.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { castError, invalidCast, noConversion } from "./errors.js";
import { numberTo } from "./to-number.js";

/** To an enumeration: a name or its unique prefix (case ignored), a number that is defined, a comma list, a list. */
export function toEnum(context: ValueContext, value: Value, type: DotNetType): Value {
  if (typeof value === "string") return enumFromText(context, value, value, type);
  if (isCollection(value)) return fromList(context, value, toItems(value), type);
  if (value instanceof Double || value instanceof Single || value instanceof Decimal) {
    return defined(context, value, integerOf(numberTo(value, "System.Int32")) ?? 0n, type);
  }
  const integer = typeof value === "boolean" || value instanceof Char ? null : integerOf(value);
  if (integer === null) throw noConversion(context, value, type);
  return defined(context, value, integer, type);
}

function defined(context: ValueContext, value: Value, integer: bigint, type: DotNetType): Value {
  if (isDefinedEnumValue(type, integer)) return new EnumValue(type, integer);
  const names = enumNames(type).join(",");
  throw invalidCast(
    "UndefinedIntegerToEnum",
    `Cannot convert value "${netText(context, value)}" to type "${type.fullName}" due to enumeration values that are not valid. ` +
      `Specify one of the following enumeration values and try again. The possible enumeration values are "${names}".`,
  );
}

function fromList(context: ValueContext, list: Value, items: readonly Value[], type: DotNetType): Value {
  let sum = 0n;
  for (const item of items) {
    if (item === null) throw noConversion(context, list, type);
    const text = toText(context, item);
    const one = /^[-+]?\d+$/.test(text) ? BigInt(text) : (enumFromText(context, list, text, type) as EnumValue).value;
    sum |= one;
  }
  return new EnumValue(type, sum);
}

function enumFromText(context: ValueContext, value: Value, text: string, type: DotNetType): Value {
  const trimmed = text.trim();
  if (trimmed === "") {
    throw castError(
      context,
      value,
      type,
      "EnumParseUndefined",
      "Must specify valid information for parsing in the string. (Parameter 'value')",
    );
  }
  if (/^[-+]?\d+$/.test(trimmed)) return defined(context, value, BigInt(trimmed.replace("+", "")), type);
  const parts = trimmed.split(",");
  let sum = 0n;
  for (const part of parts) {
    const found = enumValueNamed(type, part.trim()) ?? (parts.length === 1 ? byPrefix(context, value, part.trim(), type) : undefined);
    if (found === undefined) throw unmatched(context, value, part.trim(), type);
    sum |= found.value;
  }
  return new EnumValue(type, sum);
}

/** `Sunday, Monday, …` as the texts list them. */
export function byPrefix(context: ValueContext, value: Value, name: string, type: DotNetType): EnumValue | undefined {
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
  const separator = context.facts.languageVersion >= 7 ? "\n" : " ";
  return castError(
    context,
    value,
    type,
    "SubstringDisambiguationEnumParseThrewAnException",
    `Unable to match the identifier name ${name} to a valid enumerator name. Specify one of the following enumerator names and try again:${separator}${enumNames(type).join(", ")}`,
  );
}

