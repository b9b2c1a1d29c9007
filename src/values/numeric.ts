import { compareDecimals, decimalFromBigInt, decimalFromDouble, decimalToDouble } from "./decimal.js";
import { BigInteger, Char, Decimal, Double, EnumValue, Single, SmallInteger, UInt64 } from "./numbers.js";
import type { Value } from "./value.js";

/** Whether a value is of one of .NET's numeric types (not Char, not an enumeration). */
export function isNumber(value: Value): boolean {
  return (
    typeof value === "number" ||
    typeof value === "bigint" ||
    value instanceof Double ||
    value instanceof Decimal ||
    value instanceof Single ||
    value instanceof SmallInteger ||
    value instanceof UInt64 ||
    value instanceof BigInteger
  );
}

/** The value of an integer type (Int32 … BigInteger, Char, enumeration, Boolean) as a bigint; `null` for others. */
export function integerOf(value: Value): bigint | null {
  if (typeof value === "number") return BigInt(value);
  if (typeof value === "bigint") return value;
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (value instanceof SmallInteger) return BigInt(value.value);
  if (value instanceof UInt64 || value instanceof BigInteger || value instanceof EnumValue) return value.value;
  if (value instanceof Char) return BigInt(value.code);
  return null;
}

/** The value of any number as a JavaScript number (digits may be lost); `null` for what is no number. */
export function doubleOf(value: Value): number | null {
  if (typeof value === "number") return value;
  if (value instanceof Double || value instanceof Single || value instanceof SmallInteger) return value.value;
  if (value instanceof Decimal) return decimalToDouble(value);
  const integer = integerOf(value);
  return integer === null ? null : Number(integer);
}

/** The value of any number as a Decimal; `null` for what is no number. OverflowException when too large. */
export function decimalOf(value: Value): Decimal | null {
  if (value instanceof Decimal) return value;
  if (value instanceof Double) return decimalFromDouble(value.value);
  if (value instanceof Single) return decimalFromDouble(value.value, 7);
  const integer = integerOf(value);
  return integer === null ? null : decimalFromBigInt(integer);
}

/** An integer in the given .NET type; the caller has checked the range. */
export function integerValue(typeName: string, value: bigint): Value {
  switch (typeName) {
    case "System.Int32":
      return Number(value);
    case "System.Int64":
      return value;
    case "System.UInt64":
      return new UInt64(value);
    case "System.Byte":
      return new SmallInteger("Byte", Number(value));
    case "System.SByte":
      return new SmallInteger("SByte", Number(value));
    case "System.Int16":
      return new SmallInteger("Int16", Number(value));
    case "System.UInt16":
      return new SmallInteger("UInt16", Number(value));
    case "System.UInt32":
      return new SmallInteger("UInt32", Number(value));
    case "System.Numerics.BigInteger":
      return new BigInteger(value);
    default:
      throw new Error(`not an integer type: ${typeName}`);
  }
}

/** Least and greatest values of the bounded integer types. */
export const integerRanges: ReadonlyMap<string, readonly [min: bigint, max: bigint]> = new Map([
  ["System.SByte", [-128n, 127n]],
  ["System.Byte", [0n, 255n]],
  ["System.Int16", [-32768n, 32767n]],
  ["System.UInt16", [0n, 65535n]],
  ["System.Int32", [-2147483648n, 2147483647n]],
  ["System.UInt32", [0n, 4294967295n]],
  ["System.Int64", [-9223372036854775808n, 9223372036854775807n]],
  ["System.UInt64", [0n, 18446744073709551615n]],
  ["System.Char", [0n, 65535n]],
]);

/** Three-way comparison of two numbers of any type, exact for integers and decimals. */
export function compareNumbers(left: Value, right: Value): number {
  const a = integerOf(left);
  const b = integerOf(right);
  if (a !== null && b !== null) return a < b ? -1 : a > b ? 1 : 0;
  if (left instanceof Decimal || right instanceof Decimal) {
    const x = decimalOf(left);
    const y = decimalOf(right);
    if (x !== null && y !== null) return compareDecimals(x, y);
  }
  return compareDoubles(doubleOf(left) ?? Number.NaN, doubleOf(right) ?? Number.NaN);
}

/** Double.CompareTo: NaN is less than everything and equal to itself. */
export function compareDoubles(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  return 1;
}
