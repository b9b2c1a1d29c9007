import type { ConstantValue, NumberKind } from "../tree/expressions.js";
import { isDigit } from "./characters.js";

/** A number literal taken apart; `undefined` parts were not written. */
interface NumberParts {
  readonly negative: boolean;
  readonly radix: 2 | 10 | 16;
  readonly digits: string;
  readonly real: boolean;
  readonly suffix: string;
  readonly multiplier: bigint;
}

/** What a scan of a number finds: where it ends, and its value (`undefined`: no type can hold it). */
export interface ScannedNumber {
  readonly end: number;
  readonly value: ConstantValue | undefined;
}

const literal =
  /[+\-\u2013-\u2015]?(?:0x([0-9a-f]*)|0b([01]+)|((?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:e[+\-\u2013-\u2015]?\d+)?))(uy|us|ul|[dlysun])?([kmgtp]b)?/iy;
const literalBeforeSuffixes =
  /[+\-\u2013-\u2015]?(?:0x([0-9a-f]*)|(?!)(.)|((?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:e[+\-\u2013-\u2015]?\d+)?))([dl])?([kmgtp]b)?/iy;

const multipliers: ReadonlyMap<string, bigint> = new Map([
  ["k", 1n << 10n],
  ["m", 1n << 20n],
  ["g", 1n << 30n],
  ["t", 1n << 40n],
  ["p", 1n << 50n],
]);

/**
 * The number literal at `start`, a sign included where one stands there, or `undefined` when there is none.
 * Whether what follows lets it be a number is the caller's question.
 */
export const scanNumber = (
  text: string,
  start: number,
  features: { readonly numberSuffixes: boolean; readonly binaryLiterals: boolean },
): ScannedNumber | undefined => {
  const small = scanSmallInteger(text, start);
  if (small !== undefined) return small;
  const pattern = features.numberSuffixes && features.binaryLiterals ? literal : literalBeforeSuffixes;
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [all, hex, binary, decimal, suffix = "", multiplier = ""] = match;
  const digits = hex ?? binary ?? decimal ?? "";
  const parts: NumberParts = {
    negative: all.charAt(0) !== "+" && /^[-\u2013-\u2015]/.test(all),
    radix: hex !== undefined ? 16 : binary !== undefined ? 2 : 10,
    digits: digits.replace(/[\u2013-\u2015]/g, "-"),
    real: decimal !== undefined && /[.e]/i.test(decimal),
    suffix: suffix.toLowerCase(),
    multiplier: multipliers.get(multiplier.charAt(0).toLowerCase()) ?? 1n,
  };
  return { end: start + all.length, value: literalValueOf(parts) };
};

/** The common case, up to nine digits and nothing else, without a pattern. */
const scanSmallInteger = (text: string, start: number): ScannedNumber | undefined => {
  let end = start;
  let value = 0;
  for (;;) {
    const unit = text.charCodeAt(end);
    if (!isDigit(unit)) {
      const plain = unit !== 46 && !(unit >= 65 && unit <= 90) && !(unit >= 97 && unit <= 122);
      return plain && end > start ? { end, value: { numberKind: "Int32", value } } : undefined;
    }
    if (end - start === 9) return undefined;
    value = value * 10 + unit - 48;
    end++;
  }
};

const literalValueOf = (parts: NumberParts): ConstantValue | undefined => {
  if (parts.suffix === "d") return decimalOf(parts);
  if (parts.real && parts.suffix === "") {
    const value = Number(parts.digits) * Number(parts.multiplier);
    return { numberKind: "Double", value: parts.negative ? -value : value };
  }
  const magnitude = integerOf(parts);
  if (magnitude === undefined) return undefined;
  const value = magnitude * parts.multiplier * (parts.negative ? -1n : 1n);
  for (const kind of candidates(parts)) {
    const constant = constantOf(kind, value);
    if (constant !== undefined) return constant;
  }
  return undefined;
};

/** The types that a suffix (or none) allows, the narrowest first. */
const candidates = (parts: NumberParts): readonly NumberKind[] => {
  switch (parts.suffix) {
    case "l":
      return ["Int64"];
    case "y":
      return ["SByte"];
    case "uy":
      return ["Byte"];
    case "s":
      return ["Int16"];
    case "us":
      return ["UInt16"];
    case "u":
      return ["UInt32", "UInt64"];
    case "ul":
      return ["UInt64"];
    case "n":
      return ["BigInteger"];
    default:
      if (parts.radix === 10) return ["Int32", "Int64", "Decimal", "Double"];
      return parts.digits.length >= (parts.radix === 16 ? 16 : 64) ? ["Int64"] : ["Int32", "Int64"];
  }
};

const maximumDecimal = (1n << 96n) - 1n;

const ranges = {
  SByte: [-128n, 127n],
  Byte: [0n, 255n],
  Int16: [-32768n, 32767n],
  UInt16: [0n, 65535n],
  Int32: [-2147483648n, 2147483647n],
  UInt32: [0n, 4294967295n],
  Int64: [-(1n << 63n), (1n << 63n) - 1n],
  UInt64: [0n, (1n << 64n) - 1n],
  Decimal: [-maximumDecimal, maximumDecimal],
} as const;

const constantOf = (kind: NumberKind, value: bigint): ConstantValue | undefined => {
  switch (kind) {
    case "BigInteger":
      return { numberKind: kind, value };
    case "Double":
      return { numberKind: kind, value: Number(value) };
    case "Boolean":
      return undefined;
    default: {
      const [least, most] = ranges[kind];
      if (value < least || value > most) return undefined;
      if (kind === "Int64" || kind === "UInt64") return { numberKind: kind, value };
      if (kind === "Decimal") return { numberKind: kind, value: String(value) };
      return { numberKind: kind, value: Number(value) };
    }
  }
};

/** The integer of the digits; reals are rounded, halves to even. Hexadecimal and binary digits may hold a sign bit. */
const integerOf = (parts: NumberParts): bigint | undefined => {
  if (parts.radix === 10) return parts.real ? roundHalfEven(parts.digits) : BigInt(parts.digits);
  if (parts.digits === "") return 0n;
  const value = BigInt((parts.radix === 16 ? "0x" : "0b") + parts.digits);
  const bits = signBits(parts);
  return bits !== undefined && value >> BigInt(bits - 1) === 1n ? value - (1n << BigInt(bits)) : value;
};

/** How many bits the digits stand for when the highest of them is a sign. */
const signBits = (parts: NumberParts): number | undefined => {
  const length = parts.digits.length;
  if (parts.suffix.startsWith("u")) return undefined;
  if (parts.radix === 2) return [8, 16, 32, 64, 96, 128].includes(length) ? length : undefined;
  const signed = parts.suffix === "y" ? 2 : parts.suffix === "s" ? 4 : parts.suffix === "l" || length > 15 ? 16 : 8;
  return length === signed ? signed * 4 : undefined;
};

/** Digits, their scale (digits behind the point), of `1.5e3`. */
const coefficientOf = (digits: string): { coefficient: bigint; scale: number } => {
  const [mantissa = "", exponent = "0"] = digits.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return { coefficient: BigInt(whole + fraction || "0"), scale: fraction.length - Number(exponent) };
};

/** Numbers with more digits than any type holds are refused before they are computed. */
const hugeExponent = 4096;

const roundHalfEven = (digits: string): bigint | undefined => {
  const { coefficient, scale } = coefficientOf(digits);
  if (Math.abs(scale) > hugeExponent) return coefficient === 0n || scale > 0 ? 0n : undefined;
  return scale <= 0 ? coefficient * 10n ** BigInt(-scale) : divideHalfEven(coefficient, 10n ** BigInt(scale));
};

const divideHalfEven = (value: bigint, divisor: bigint): bigint => {
  const quotient = value / divisor;
  const twice = (value % divisor) * 2n;
  return twice > divisor || (twice === divisor && quotient % 2n === 1n) ? quotient + 1n : quotient;
};

const decimalOf = (parts: NumberParts): ConstantValue | undefined => {
  let { coefficient, scale } = coefficientOf(parts.digits);
  if (scale < -hugeExponent && coefficient !== 0n) return undefined;
  if (scale > hugeExponent) {
    coefficient = 0n;
    scale = 28;
  }
  if (scale < 0) {
    coefficient *= 10n ** BigInt(-scale);
    scale = 0;
  }
  const drop = Math.max(scale - 28, 0);
  let kept = divideHalfEven(coefficient, 10n ** BigInt(drop)) * parts.multiplier;
  scale -= drop;
  while (kept > maximumDecimal && scale > 0) {
    kept = divideHalfEven(kept, 10n);
    scale--;
  }
  if (kept > maximumDecimal) return undefined;
  const padded = String(kept).padStart(scale + 1, "0");
  const point = padded.length - scale;
  const magnitude = scale === 0 ? padded : `${padded.slice(0, point)}.${padded.slice(point)}`;
  return { numberKind: "Decimal", value: parts.negative ? `-${magnitude}` : magnitude };
};
