import { overflowError } from "./net-errors.js";
import { Decimal } from "./numbers.js";

/** System.Decimal's arithmetic: 96-bit mantissas, scales of 0 to 28, results rounded half to even. */

const limit = 1n << 96n;
const maxScale = 28;

const powers: bigint[] = [1n];
/** 10ⁿ. */
export function powerOf10(n: number): bigint {
  for (let i = powers.length; i <= n; i++) powers.push((powers[i - 1] as bigint) * 10n);
  return powers[n] as bigint;
}

const abs = (n: bigint): bigint => (n < 0n ? -n : n);

/** `n / d` rounded half to even; `d` is positive. */
export function divideRounded(n: bigint, d: bigint): bigint {
  const negative = n < 0n;
  const a = abs(n);
  let q = a / d;
  const twice = (a % d) * 2n;
  if (twice > d || (twice === d && (q & 1n) === 1n)) q += 1n;
  return negative ? -q : q;
}

/** The decimal nearest to `mantissa / 10^scale`; an OverflowException when it does not fit. */
export function makeDecimal(mantissa: bigint, scale: number): Decimal {
  let m = mantissa;
  let s = scale;
  if (s < 0) {
    m *= powerOf10(-s);
    s = 0;
  }
  let drop = Math.max(0, s - maxScale);
  for (;;) {
    const rounded = drop === 0 ? m : divideRounded(m, powerOf10(drop));
    if (abs(rounded) < limit) return new Decimal(rounded, s - drop);
    const excess = abs(rounded).toString().length - 29;
    drop += Math.max(1, excess);
    if (drop > s) throw overflowError("a Decimal");
  }
}

export function decimalFromBigInt(n: bigint): Decimal {
  return makeDecimal(n, 0);
}

/** From a Double: its 15 significant digits without trailing zeros (7 digits for a Single). */
export function decimalFromDouble(value: number, digits = 15): Decimal {
  if (!Number.isFinite(value)) throw overflowError("a Decimal");
  if (value === 0) return new Decimal(0n, 0);
  const [mantissaText = "0", exponentText = "0"] = value.toExponential(digits - 1).split("e");
  const negative = mantissaText.startsWith("-");
  const digitText = mantissaText.replace(/[-.]/g, "").replace(/0+$/, "");
  const exponent = Number(exponentText);
  if (exponent < -29) return new Decimal(0n, 0);
  const mantissa = BigInt(digitText || "0");
  return makeDecimal(negative ? -mantissa : mantissa, digitText.length - 1 - exponent);
}

/** From plain digits with an optional point and exponent (`-1.50`, `1e3`); `null` when it is no such text. */
export function decimalFromText(text: string): Decimal | null {
  const match = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d{1,5}))?$/.exec(text);
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return null;
  const mantissa = BigInt(whole + fraction);
  if (mantissa === 0n && Number(exponent) > 0) return new Decimal(0n, 0);
  const scale = fraction.length - Number(exponent);
  if (scale > 400) return new Decimal(0n, maxScale);
  if (scale < -60) throw overflowError("a Decimal");
  return makeDecimal(sign === "-" ? -mantissa : mantissa, scale);
}

function aligned(a: Decimal, b: Decimal): readonly [bigint, bigint, number] {
  if (a.scale === b.scale) return [a.mantissa, b.mantissa, a.scale];
  if (a.scale < b.scale) return [a.mantissa * powerOf10(b.scale - a.scale), b.mantissa, b.scale];
  return [a.mantissa, b.mantissa * powerOf10(a.scale - b.scale), a.scale];
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  return makeDecimal(x + y, scale);
}
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  return makeDecimal(x - y, scale);
}
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return makeDecimal(a.mantissa * b.mantissa, a.scale + b.scale);
}
/** Quotient with up to 28 decimals; the caller has excluded zero. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  const negative = a.mantissa < 0n !== b.mantissa < 0n;
  const numerator = abs(a.mantissa) * powerOf10(b.scale + maxScale);
  const denominator = abs(b.mantissa) * powerOf10(a.scale);
  const q = divideRounded(numerator, denominator);
  const fitted = makeDecimal(negative ? -q : q, maxScale);
  return trimDecimal(fitted, fitted.mantissa === 0n ? 0 : Math.max(0, a.scale - b.scale));
}
/** Remainder with the sign of the dividend; the caller has excluded zero. */
export function remainderOfDecimals(a: Decimal, b: Decimal): Decimal {
  // The dividend stays as it is when it is the smaller one.
  if (a.mantissa === 0n) return new Decimal(0n, a.scale);
  const [x, y, scale] = aligned(a, b);
  if (abs(x) < abs(y)) return a;
  return makeDecimal(x % y, scale);
}
export function compareDecimals(a: Decimal, b: Decimal): number {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}
/** Without trailing zeros beyond `least` decimals. */
export function trimDecimal(value: Decimal, least = 0): Decimal {
  let m = value.mantissa;
  let s = value.scale;
  while (s > least && m % 10n === 0n) {
    m /= 10n;
    s--;
  }
  return s === value.scale ? value : new Decimal(m, s);
}
/** Rounded to `decimals` places. */
export function roundDecimal(value: Decimal, decimals: number, awayFromZero = false): Decimal {
  if (value.scale <= decimals) return value;
  const power = powerOf10(value.scale - decimals);
  if (!awayFromZero) return new Decimal(divideRounded(value.mantissa, power), decimals);
  const half = power / 2n;
  const m = (abs(value.mantissa) + half) / power;
  return new Decimal(value.mantissa < 0n ? -m : m, decimals);
}
/** The part before the point, toward zero. */
export function truncateDecimal(value: Decimal): bigint {
  return value.mantissa / powerOf10(value.scale);
}
export function decimalToDouble(value: Decimal): number {
  return Number(decimalText(value));
}
/** Plain digits, scale kept: `1.10`. */
export function decimalText(value: Decimal): string {
  const negative = value.mantissa < 0n;
  let digits = abs(value.mantissa).toString();
  if (value.scale > 0) {
    digits = digits.padStart(value.scale + 1, "0");
    digits = `${digits.slice(0, -value.scale)}.${digits.slice(-value.scale)}`;
  }
  return negative ? `-${digits}` : digits;
}
