import { PSDictionary } from "../collections.js";
import { DateTime } from "../date-time.js";
import { decimalFromText, roundDecimal, trimDecimal, truncateDecimal } from "../decimal.js";
import type { DotNetType } from "../dotnet-type.js";
import { PowerShellError } from "../errors.js";
import { inputStringError, netError, overflowError } from "../net-errors.js";
import { parseNumber } from "../number-parsing.js";
import { BigInteger, Char, Decimal, Double, Single } from "../numbers.js";
import { decimalOf, doubleOf, integerOf, integerRanges, integerValue } from "../numeric.js";
import { PSCustomObject } from "../objects.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { typeOf } from "../value-types.js";
import { castError, noConversion } from "./errors.js";

/** What an overflow of each type says. */
const typeWords: ReadonlyMap<string, string> = new Map([
  ["System.SByte", "a signed byte"],
  ["System.Byte", "an unsigned byte"],
  ["System.Int16", "an Int16"],
  ["System.UInt16", "a UInt16"],
  ["System.Int32", "an Int32"],
  ["System.UInt32", "a UInt32"],
  ["System.Int64", "an Int64"],
  ["System.UInt64", "a UInt64"],
  ["System.Char", "a character"],
]);

const otherNumbers = new Set(["System.Double", "System.Single", "System.Decimal", "System.Numerics.BigInteger"]);

/** Whether the type is a number or Char. */
export function isNumberType(type: DotNetType): boolean {
  return integerRanges.has(type.fullName) || otherNumbers.has(type.fullName);
}

/** A value that is not null and not of the type yet, as a number (or Char) of the type. */
export function toNumberType(context: ValueContext, value: Value, type: DotNetType): Value {
  const isChar = type.fullName === "System.Char";
  if (typeof value === "string") return isChar ? charFromText(context, value, type) : fromText(context, value, type);
  if (value instanceof DateTime) return invalidCastFrom(context, value, "DateTime", type);
  if (
    isChar &&
    (typeof value === "boolean" || value instanceof Double || value instanceof Single || value instanceof Decimal)
  ) {
    return invalidCastFrom(context, value, typeOf(value)?.name ?? "", type);
  }
  if (doubleOf(value) === null) {
    if (value instanceof PSDictionary && value.size === 0 && type.fullName === "System.Decimal")
      return new Decimal(0n, 0);
    if (value instanceof PSDictionary && value.size === 0 && type.fullName === "System.Numerics.BigInteger")
      return new BigInteger(0n);
    const none = noConversion(context, value, type);
    // A Decimal is first made and then given the object's members.
    if (value instanceof PSCustomObject && type.fullName === "System.Decimal") {
      throw castError(context, value, type, "InvalidCastConstructorException", none);
    }
    throw none;
  }
  if (type.fullName === "System.Numerics.BigInteger") return bigIntegerFrom(context, value, type);
  try {
    return numberTo(value, type.fullName);
  } catch (error) {
    if (error instanceof PowerShellError) throw castError(context, value, type, "InvalidCastIConvertible", error);
    throw error;
  }
}

function invalidCastFrom(context: ValueContext, value: Value, from: string, type: DotNetType): never {
  if (type.fullName === "System.Numerics.BigInteger") {
    throw castError(
      context,
      value,
      type,
      "InvalidCastIConvertible",
      `Invalid cast from 'System.${from}' to '${type.fullName}'.`,
    );
  }
  throw castError(context, value, type, "InvalidCastIConvertible", `Invalid cast from '${from}' to '${type.name}'.`);
}

/** A number (or Boolean, Char, enumeration) as another type of number; an OverflowException of .NET's when it does not fit. */
export function numberTo(value: Value, typeName: string): Value {
  switch (typeName) {
    case "System.Double":
      return new Double(value instanceof Single ? value.value : (doubleOf(value) ?? 0));
    case "System.Single":
      return new Single(doubleOf(value) ?? 0);
    case "System.Decimal":
      return decimalOf(value) ?? new Decimal(0n, 0);
    default:
      return integerInRange(toInteger(value, typeName), typeName);
  }
}

function integerInRange(n: bigint, typeName: string): Value {
  const range = integerRanges.get(typeName);
  if (range === undefined || n < range[0] || n > range[1]) throw overflowError(typeWords.get(typeName) ?? typeName);
  return typeName === "System.Char" ? new Char(Number(n)) : integerValue(typeName, n);
}

/** Rounded half to even; what exceeds the range of the type that .NET converts through says so. */
function toInteger(value: Value, typeName: string): bigint {
  if (value instanceof Decimal) return truncateDecimal(roundDecimal(value, 0));
  const integer = integerOf(value);
  if (integer !== null) return integer;
  const double = doubleOf(value) ?? 0;
  const wide = typeName === "System.Int64" || typeName === "System.UInt64";
  if (!Number.isFinite(double) || Math.abs(double) >= 2 ** 64) {
    if (wide) throw netError("System.OverflowException", "Arithmetic operation resulted in an overflow.");
    throw overflowError(typeName === "System.UInt32" ? "a UInt32" : "an Int32");
  }
  const n = BigInt(roundHalfEven(double));
  if (wide) {
    const range = integerRanges.get(typeName);
    if (range !== undefined && (n < range[0] || n > range[1])) {
      throw netError("System.OverflowException", "Arithmetic operation resulted in an overflow.");
    }
    return n;
  }
  // The small types are reached through Int32.
  if (typeName !== "System.UInt32" && (n < -2147483648n || n > 2147483647n)) throw overflowError("an Int32");
  return n;
}

/** Math.Round of .NET. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  const down = rest < 0.5 || (rest === 0.5 && floor % 2 === 0);
  const rounded = down ? floor : floor + 1;
  return rounded === 0 && value < 0 ? -0 : rounded;
}

function bigIntegerFrom(context: ValueContext, value: Value, type: DotNetType): Value {
  const integer = integerOf(value);
  if (integer !== null) {
    if (context.facts.languageVersion < 7 && typeof value === "boolean") {
      throw castError(
        context,
        value,
        type,
        "InvalidCastIConvertible",
        "Invalid cast from 'System.Boolean' to 'System.Numerics.BigInteger'.",
      );
    }
    return new BigInteger(integer);
  }
  if (value instanceof Decimal) return new BigInteger(truncateDecimal(value));
  const double = doubleOf(value) ?? 0;
  if (Number.isNaN(double))
    throw castError(context, value, type, "InvalidCastConstructorException", "The value is not a number.");
  if (!Number.isFinite(double)) {
    throw castError(context, value, type, "InvalidCastConstructorException", "BigInteger cannot represent infinity.");
  }
  return new BigInteger(BigInt(Math.trunc(double)));
}

function charFromText(context: ValueContext, text: string, type: DotNetType): Value {
  if (text.length === 1) return new Char(text.charCodeAt(0));
  throw castError(
    context,
    text,
    type,
    "InvalidCastParseTargetInvocation",
    "String must be exactly one character long.",
  );
}

/** The id of a failed conversion of text by target type. */
function textErrorId(typeName: string): string {
  if (typeName === "System.Double" || typeName === "System.Single") return "InvalidCastFromStringToDoubleOrSingle";
  return typeName === "System.Decimal" ? "InvalidCastFromStringToDecimal" : "InvalidCastFromStringToInteger";
}

/** Text by PowerShell's number grammar, else by .NET's parser for the type. */
export function fromText(context: ValueContext, text: string, type: DotNetType): Value {
  const name = type.fullName;
  if (text === "") return name === "System.Numerics.BigInteger" ? new BigInteger(0n) : numberTo(0, name);
  const modern = context.facts.languageVersion >= 7;
  try {
    if (text.trim() === "") {
      if (modern) return name === "System.Numerics.BigInteger" ? new BigInteger(0n) : numberTo(0, name);
      if (textErrorId(name) !== "InvalidCastFromStringToInteger") throw inputStringError(context, text);
      throw netError("System.IndexOutOfRangeException", "Index was outside the bounds of the array.");
    }
    const literal = modern ? parseNumber(text) : null;
    if (literal !== null) {
      const converted = literalTo(literal, name);
      if (converted !== null) return converted;
    }
    return parseByNet(context, text, name);
  } catch (error) {
    if (error instanceof PowerShellError) throw castError(context, text, type, textErrorId(name), error);
    throw error;
  }
}

function literalTo(literal: Value, typeName: string): Value | null {
  if (typeName === "System.Numerics.BigInteger") {
    const integer = integerOf(literal);
    if (integer !== null) return new BigInteger(integer);
    const decimal = literal instanceof Decimal ? literal : null;
    if (decimal !== null) return new BigInteger(truncateDecimal(decimal));
    const double = doubleOf(literal) ?? Number.NaN;
    return Number.isFinite(double) ? new BigInteger(BigInt(Math.trunc(double))) : null;
  }
  try {
    const converted = numberTo(literal, typeName);
    // 1.50 as text loses its trailing zeros on the way through a Double.
    return converted instanceof Decimal ? trimDecimal(converted) : converted;
  } catch (error) {
    if (error instanceof PowerShellError) return null;
    throw error;
  }
}

/** What .NET's Parse accepts beyond literals: thousands commas, NaN and Infinity, digits beyond Int64. */
function parseByNet(context: ValueContext, text: string, typeName: string): Value {
  const trimmed = text.trim();
  if (typeName === "System.Double" || typeName === "System.Single") return floatByNet(context, text, trimmed, typeName);
  if (typeName === "System.Numerics.BigInteger") {
    const plain = trimmed.replace(/,/g, "");
    if (/^[-+]?\d+$/.test(plain)) return new BigInteger(BigInt(plain.replace("+", "")));
    throw netError("System.FormatException", "The value could not be parsed.");
  }
  if (typeName === "System.Decimal") {
    const decimal = withCommas(trimmed) === null ? null : decimalFromText(withCommas(trimmed) as string);
    if (decimal === null) throw inputStringError(context, text);
    return decimal;
  }
  const hex = /^([-+]?)0x([0-9a-f]+)$/i.exec(trimmed);
  if (hex !== null)
    return integerInRange(BigInt.asIntN(64, BigInt(`0x${hex[2]}`)) * (hex[1] === "-" ? -1n : 1n), typeName);
  if (/^[-+]?\d+$/.test(trimmed)) return integerInRange(BigInt(trimmed.replace("+", "")), typeName);
  const digits = withCommas(trimmed);
  if (digits !== null) {
    const decimal = decimalFromText(digits);
    if (decimal !== null) {
      const n = truncateDecimal(roundDecimal(decimal, 0));
      const range = integerRanges.get(typeName);
      if (range !== undefined && n >= range[0] && n <= range[1]) return integerInRange(n, typeName);
    }
  }
  throw inputStringError(context, text);
}

function floatByNet(context: ValueContext, text: string, trimmed: string, typeName: string): Value {
  const special = /^([-+]?)(infinity|nan|\u221e)$/i.exec(trimmed);
  let value: number;
  if (special !== null) {
    value = special[2]?.toLowerCase() === "nan" ? Number.NaN : special[1] === "-" ? -Infinity : Infinity;
  } else {
    const digits = withCommas(trimmed);
    if (digits === null) throw inputStringError(context, text);
    value = Number(digits);
  }
  return typeName === "System.Double" ? new Double(value) : new Single(value);
}

/** The text without thousands commas before its point; `null` when it is no decimal number. */
function withCommas(text: string): string | null {
  if (!/^[-+]?(?:\d[\d,]*)?(?:\.\d*)?(?:[eE][-+]?\d{1,5})?$/.test(text) || !/\d/.test(text)) return null;
  return text.replace(/,/g, "");
}
