import { type Culture, localizedNumber } from "../culture.js";
import { decimalText } from "../decimal.js";
import { netError } from "../net-errors.js";
import { generalText, netDoubleText, netSingleText } from "../number-text.js";
import { BigInteger, Char, Decimal, Double, EnumValue, Single, SmallInteger, UInt64 } from "../numbers.js";
import { integerOf } from "../numeric.js";
import type { Value } from "../value.js";
import type { ValueFacts } from "../value-facts.js";
import { customNumericText } from "./custom-numeric-format.js";
import {
  type DecimalDigits,
  decimalDigitsOf,
  groupThousands,
  roundDigits,
  roundToDecimals,
  shiftPoint,
  shortestDigits,
  splitAtPoint,
} from "./decimal-digits.js";

/** FormatException: `Format specifier was invalid.` */
export function invalidSpecifier() {
  return netError("System.FormatException", "Format specifier was invalid.");
}

/** `ToString(spec, culture)` of a number of any type. */
export function formatNumber(value: Value, spec: string, culture: Culture, facts: ValueFacts): string {
  if (spec === "") return formatStandard(value, "G", null, culture, facts);
  const standard = standardSpec(spec);
  if (standard !== null) {
    if (standard.precision !== null && standard.precision > greatestPrecision) throw outOfMemory();
    return formatStandard(value, standard.letter, standard.precision, culture, facts);
  }
  return specialNumber(value, culture) ?? customNumericText(value, spec, culture, facts);
}

/** More digits than a text may have characters here. */
const greatestPrecision = 1 << 28;
function outOfMemory() {
  return netError("System.OutOfMemoryException", "Insufficient memory to continue the execution of the program.");
}

/** `N`, `F2`, `x8`: a letter with at most nine digits; `null` for pictures of the user's own. */
export interface StandardSpec {
  readonly letter: string;
  readonly precision: number | null;
}
let latestSpec = "";
let latestStandard: StandardSpec | null = null;

/** What a spec is of the standard ones. Kept from one call to the next: a loop formats with the same one each time. */
export function standardSpec(spec: string): StandardSpec | null {
  if (spec === latestSpec) return latestStandard;
  const found = /^([A-Za-z])(\d{0,9})$/.exec(spec);
  latestStandard =
    found === null ? null : { letter: found[1] as string, precision: found[2] === "" ? null : Number(found[2]) };
  latestSpec = spec;
  return latestStandard;
}

/** More digits behind the point than anybody asks for, and fewer than would make a long text. */
const shortPrecision = 30;

/**
 * `ToString(spec, culture)` of an Int32 in the forms that scripts use most; `null` for all others, which take
 * {@link formatNumber}.
 */
export function int32Text(value: number, { letter, precision }: StandardSpec, culture: Culture): string | null {
  if (precision !== null && precision > shortPrecision) return null;
  switch (letter) {
    case "N":
    case "n":
    case "F":
    case "f": {
      const decimals = precision ?? culture.decimals;
      const size = Math.abs(value);
      const whole = letter === "N" || letter === "n" ? groupedInteger(size) : size.toString();
      const text = decimals === 0 ? whole : `${whole}.${"0".repeat(decimals)}`;
      return localizedNumber(value < 0 ? `-${text}` : text, culture);
    }
    case "D":
    case "d": {
      const digits = Math.abs(value)
        .toString()
        .padStart(precision ?? 0, "0");
      return localizedNumber(value < 0 ? `-${digits}` : digits, culture);
    }
    case "X":
      return (value >>> 0)
        .toString(16)
        .toUpperCase()
        .padStart(precision ?? 0, "0");
    case "x":
      return (value >>> 0).toString(16).padStart(precision ?? 0, "0");
    default:
      return null;
  }
}

/** `,000` to `,999`, each made when it is first needed. */
const thousands: string[] = [];

/** A whole number of at most 53 bits, not negative, as {@link groupThousands} of its digits. */
function groupedInteger(value: number): string {
  if (value < 1000) return value.toString();
  const last = value % 1000;
  let group = thousands[last];
  if (group === undefined) {
    group = `,${last.toString().padStart(3, "0")}`;
    thousands[last] = group;
  }
  return groupedInteger((value - last) / 1000) + group;
}

function specialNumber(value: Value, culture: Culture): string | null {
  if (!(value instanceof Double || value instanceof Single) || Number.isFinite(value.value)) return null;
  if (Number.isNaN(value.value)) return "NaN";
  return value.value > 0 ? culture.infinity : `-${culture.infinity}`;
}

function formatStandard(
  value: Value,
  letter: string,
  precision: number | null,
  culture: Culture,
  facts: ValueFacts,
): string {
  const upper = letter.toUpperCase();
  const isFloat = value instanceof Double || value instanceof Single;
  if (isFloat) {
    const special = specialNumber(value, culture);
    if (special !== null) return special;
  }
  switch (upper) {
    case "G":
      return localizedNumber(general(value, letter, precision, culture, facts), culture);
    case "R":
      if (value instanceof BigInteger) return value.value.toString();
      if (!isFloat && facts.floatText === "digits15") throw invalidSpecifier();
      if (isFloat && facts.floatText === "digits15") return frameworkRoundTrip(value);
      return localizedNumber(general(value, letter === "R" ? "G" : "g", null, culture, facts), culture);
    case "N": {
      return localizedNumber(numberText(fixed(value, precision ?? culture.decimals, facts, 0), true), culture);
    }
    case "F": {
      return localizedNumber(numberText(fixed(value, precision ?? culture.decimals, facts, 0), false), culture);
    }
    case "C": {
      const parts = fixed(value, precision ?? culture.currencyDecimals, facts, 0);
      const text = localizedNumber(numberText({ ...parts, negative: false }, true), culture);
      return currencyText(text, parts.negative, culture);
    }
    case "P": {
      const text = numberText(fixed(value, precision ?? culture.decimals, facts, 2), true);
      return culture.percentPattern.replace("n", () => localizedNumber(text, culture));
    }
    case "E":
      return localizedNumber(exponential(value, letter, precision ?? 6, facts), culture);
    case "D":
      return localizedNumber(decimalDigits(value, precision ?? 0), culture);
    case "X":
      return radix(value, 16, letter === "X", precision ?? 0);
    case "B":
      if (facts.exceptionTexts === "framework") throw invalidSpecifier();
      return radix(value, 2, false, precision ?? 0);
    default:
      throw invalidSpecifier();
  }
}

/** The amount in the culture's pattern, such as `-n $`. */
function currencyText(text: string, isNegative: boolean, culture: Culture): string {
  const pattern = isNegative ? culture.negativeCurrency : culture.positiveCurrency;
  return pattern.replace(/[n$-]/g, (c) => {
    if (c === "n") return text;
    return c === "$" ? culture.currencySymbol : culture.negativeSign;
  });
}

interface FixedParts {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

function fixed(value: Value, decimals: number, facts: ValueFacts, shift: number): FixedParts {
  if (typeof value === "number" && shift === 0) {
    return { negative: value < 0, whole: Math.abs(value).toString(), fraction: "0".repeat(decimals) };
  }
  const source = shiftPoint(decimalDigitsOf(value, true, facts), shift);
  const d = roundToDecimals(source, decimals);
  const [whole, fraction] = splitAtPoint(d, decimals);
  return { negative: isShownNegative(source, d, value), whole, fraction };
}

/** Doubles keep the sign of what rounds to zero. */
function isShownNegative(source: DecimalDigits, rounded: DecimalDigits, value: Value): boolean {
  if (!source.negative) return false;
  if (rounded.digits !== "") return true;
  return value instanceof Double || value instanceof Single;
}

function numberText(parts: FixedParts, grouped: boolean): string {
  const whole = grouped ? groupThousands(parts.whole) : parts.whole;
  const text = parts.fraction === "" ? whole : `${whole}.${parts.fraction}`;
  return parts.negative ? `-${text}` : text;
}

function general(value: Value, letter: string, precision: number | null, culture: Culture, facts: ValueFacts): string {
  const exponentLetter = letter === "g" ? "e" : "E";
  if (precision === null || precision === 0) {
    if (value instanceof Double) return withLetter(netDoubleText(value.value, facts, culture.infinity), exponentLetter);
    if (value instanceof Single) return withLetter(netSingleText(value.value, facts, culture.infinity), exponentLetter);
    if (value instanceof Decimal) return decimalText(value);
    return (integerOf(value) ?? 0n).toString();
  }
  const rounded = roundDigits(decimalDigitsOf(value, precision > 15, facts), precision);
  const negative = rounded.negative && (rounded.digits !== "" || facts.floatText === "roundTrip");
  return generalText(
    { negative, digits: rounded.digits.replace(/0+$/, ""), exponent: rounded.point - 1 },
    precision,
    exponentLetter,
    2,
  );
}

function withLetter(text: string, letter: string): string {
  return letter === "E" ? text : text.replace("E", "e");
}

/** Framework's R: 15 digits when they read back, else 17. */
function frameworkRoundTrip(value: Double | Single): string {
  const shortest = shortestDigits(value);
  return generalText(
    { negative: shortest.negative, digits: shortest.digits, exponent: shortest.digits === "" ? 0 : shortest.point - 1 },
    value instanceof Double ? 15 : 7,
  );
}

function exponential(value: Value, letter: string, precision: number, facts: ValueFacts): string {
  const d = roundDigits(decimalDigitsOf(value, true, facts), precision + 1);
  const digits = d.digits.padEnd(precision + 1, "0");
  const exponent = d.digits === "" ? 0 : d.point - 1;
  const mantissa = precision === 0 ? (digits[0] ?? "0") : `${digits[0]}.${digits.slice(1)}`;
  const sign = d.negative ? "-" : "";
  return `${sign}${mantissa}${letter}${exponent < 0 ? "-" : "+"}${Math.abs(exponent).toString().padStart(3, "0")}`;
}

function decimalDigits(value: Value, precision: number): string {
  const n = value instanceof Double || value instanceof Single || value instanceof Decimal ? null : integerOf(value);
  if (n === null) throw invalidSpecifier();
  const digits = (n < 0n ? -n : n).toString().padStart(precision, "0");
  return n < 0n ? `-${digits}` : digits;
}

/** Bits of the two's complement that X and B show for negative numbers. */
function bitsOf(value: Value): number {
  if (typeof value === "number") return 32;
  if (value instanceof SmallInteger)
    return value.kind === "Byte" || value.kind === "SByte" ? 8 : value.kind === "UInt32" ? 32 : 16;
  if (value instanceof Char) return 16;
  if (typeof value === "bigint" || value instanceof UInt64) return 64;
  return 32;
}

function radix(value: Value, base: 2 | 16, upperCase: boolean, precision: number): string {
  if (value instanceof Double || value instanceof Single || value instanceof Decimal || value instanceof EnumValue) {
    throw invalidSpecifier();
  }
  const n = integerOf(value) ?? 0n;
  let text: string;
  if (value instanceof BigInteger) text = bigIntegerHex(n, base);
  else text = BigInt.asUintN(bitsOf(value), n).toString(base);
  const cased = upperCase ? text.toUpperCase() : text;
  return cased.padStart(precision, n < 0n && value instanceof BigInteger ? (upperCase ? "F" : "f") : "0");
}

/** BigInteger shows whole digits with the sign in the first bit: 255 is `0FF`. */
function bigIntegerHex(n: bigint, base: 2 | 16): string {
  const step = base === 16 ? 4 : 1;
  let bits = step;
  while (n >= 1n << BigInt(bits - 1) || n < -(1n << BigInt(bits - 1))) bits += step;
  return BigInt.asUintN(bits, n)
    .toString(base)
    .padStart(bits / step, "0");
}
