import {
  decimalFromDouble,
  decimalFromText,
  makeDecimal,
  multiplyDecimals,
  roundDecimal,
  truncateDecimal,
} from "./decimal.js";
import { PowerShellError } from "./errors.js";
import { BigInteger, Decimal, Double, SmallInteger, UInt64 } from "./numbers.js";
import { integerRanges, integerValue } from "./numeric.js";
import type { Value } from "./value.js";

const multipliers: ReadonlyMap<string, bigint> = new Map([
  ["kb", 1024n],
  ["mb", 1024n ** 2n],
  ["gb", 1024n ** 3n],
  ["tb", 1024n ** 4n],
  ["pb", 1024n ** 5n],
]);

const numberPattern =
  /^([-+]?)(?:0x([0-9a-f]+)|0b([01]+)|((?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,6})?))(u|y|uy|s|us|l|ul|d|n)?(kb|mb|gb|tb|pb)?$/i;

const suffixTypes: ReadonlyMap<string, string> = new Map([
  ["y", "System.SByte"],
  ["uy", "System.Byte"],
  ["s", "System.Int16"],
  ["us", "System.UInt16"],
  ["l", "System.Int64"],
  ["ul", "System.UInt64"],
]);

/**
 * A text as the number that it would be as a literal (`5`, `0x1F`, `1.5`, `10kb`, `5l`, `1d`), blanks around it allowed;
 * `null` when it is none. The empty text is no number here.
 * @param newSuffixes whether the suffixes and `0b` of 6.2 and 7.0 are known
 */
export function parseNumber(text: string, newSuffixes = true): Value | null {
  const match = numberPattern.exec(text.trim());
  if (match === null) return null;
  const [, sign, hex, binary, real, suffixText, multiplierText] = match;
  const suffix = suffixText?.toLowerCase() ?? "";
  if (!newSuffixes && (binary !== undefined || (suffix !== "" && suffix !== "l" && suffix !== "d"))) return null;
  const negative = sign === "-";
  const factor = multipliers.get(multiplierText?.toLowerCase() ?? "") ?? 1n;
  try {
    if (hex !== undefined || binary !== undefined) {
      // In hexadecimal, `d` is a digit and never a suffix.
      return parseRadix(hex ?? (binary as string), hex !== undefined ? 16 : 2, negative, suffix, factor);
    }
    return parseReal(real as string, negative, suffix, factor);
  } catch (error) {
    // Out of the range of the type that the suffix asks for: no number.
    if (error instanceof PowerShellError) return null;
    throw error;
  }
}

function parseRadix(digits: string, radix: 2 | 16, negative: boolean, suffix: string, factor: bigint): Value | null {
  const magnitude = BigInt(radix === 16 ? `0x${digits}` : `0b${digits}`);
  const bits = digits.length * (radix === 16 ? 4 : 1);
  if (suffix === "n") return new BigInteger((negative ? -magnitude : magnitude) * factor);
  if (suffix === "d") return makeDecimal((negative ? -magnitude : magnitude) * factor, 0);
  // A literal with the sign bit of its width set is negative.
  const unsigned = suffix.startsWith("u");
  let value = magnitude;
  if (!unsigned) {
    if (bits <= 32 && digits.replace(/^0+/, "").length * (radix === 16 ? 4 : 1) <= 32)
      value = BigInt.asIntN(32, magnitude);
    else if (bits <= 64) value = BigInt.asIntN(64, magnitude);
  }
  return integerLiteral((negative ? -value : value) * factor, suffix);
}

function parseReal(digits: string, negative: boolean, suffix: string, factor: bigint): Value | null {
  const isInteger = /^\d+$/.test(digits);
  if (isInteger && suffix !== "d") {
    const value = BigInt(digits) * factor * (negative ? -1n : 1n);
    if (suffix !== "") return integerLiteral(value, suffix);
    if (fits(value, "System.Int32")) return Number(value);
    if (fits(value, "System.Int64")) return value;
    const decimal = tryDecimal(value);
    return decimal ?? new Double(Number(value));
  }
  if (suffix === "d") {
    const decimal = decimalFromText(digits);
    if (decimal === null) return null;
    const scaled = factor === 1n ? decimal : multiplyDecimals(decimal, new Decimal(factor, 0));
    return negative ? new Decimal(-scaled.mantissa, scaled.scale) : scaled;
  }
  const double = Number(digits) * Number(factor) * (negative ? -1 : 1);
  if (suffix === "") return new Double(double);
  if (!Number.isFinite(double)) return null;
  if (suffix === "n") return new BigInteger(BigInt(Math.round(double)));
  return integerLiteral(truncateDecimal(roundDecimal(decimalFromDouble(double), 0)), suffix);
}

function tryDecimal(value: bigint): Decimal | null {
  const magnitude = value < 0n ? -value : value;
  return magnitude < 1n << 96n ? new Decimal(value, 0) : null;
}

function fits(value: bigint, typeName: string): boolean {
  const range = integerRanges.get(typeName);
  return range !== undefined && value >= range[0] && value <= range[1];
}

/** An integer with its suffix; without one the smallest of Int32 and Int64; `null` when out of range. */
function integerLiteral(value: bigint, suffix: string): Value | null {
  if (suffix === "n") return new BigInteger(value);
  if (suffix === "u") {
    if (fits(value, "System.UInt32")) return new SmallInteger("UInt32", Number(value));
    return fits(value, "System.UInt64") ? new UInt64(value) : null;
  }
  if (suffix === "") {
    if (fits(value, "System.Int32")) return Number(value);
    return fits(value, "System.Int64") ? value : null;
  }
  const typeName = suffixTypes.get(suffix);
  return typeName !== undefined && fits(value, typeName) ? integerValue(typeName, value) : null;
}
