import { digitsOf, singleDigits } from "../number-text.js";
import { Decimal, Double, Single } from "../numbers.js";
import { integerOf } from "../numeric.js";
import type { Value } from "../value.js";
import type { ValueFacts } from "../value-facts.js";

/**
 * A number's decimal digits: 0.d₁d₂d₃… × 10^point, no leading zeros, empty for zero.
 * `halfEven` tells how it rounds: doubles by their exact value and ties to even (.NET Core), all else away from zero.
 */
export interface DecimalDigits {
  readonly negative: boolean;
  readonly digits: string;
  readonly point: number;
  readonly halfEven: boolean;
}

const view = new DataView(new ArrayBuffer(8));

function exactDouble(value: number): DecimalDigits {
  const negative = value < 0 || Object.is(value, -0);
  if (value === 0) return { negative, digits: "", point: 0, halfEven: true };
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const rawExponent = Number(bits >> 52n);
  const fraction = bits & ((1n << 52n) - 1n);
  const mantissa = rawExponent === 0 ? fraction : fraction | (1n << 52n);
  const exponent = (rawExponent === 0 ? 1 : rawExponent) - 1075;
  if (exponent >= 0) return fromInteger(mantissa << BigInt(exponent), 0, negative, true);
  return fromInteger(mantissa * 5n ** BigInt(-exponent), -exponent, negative, true);
}

function fromInteger(magnitude: bigint, scale: number, negative: boolean, halfEven: boolean): DecimalDigits {
  if (magnitude === 0n) return { negative, digits: "", point: 0, halfEven };
  const digits = magnitude.toString();
  return { negative, digits, point: digits.length - scale, halfEven };
}

/** The digits of a finite number of any type; 15 (7) significant ones of a Double (Single) when not `exact`. */
export function decimalDigitsOf(value: Value, exact: boolean, facts: ValueFacts): DecimalDigits {
  if (value instanceof Double || value instanceof Single) {
    if (exact) return exactDouble(value.value);
    const d = digitsOf(value.value, value instanceof Double ? 15 : 7);
    const negative = d.negative && (facts.floatText === "roundTrip" || d.digits !== "");
    return { negative, digits: d.digits, point: d.digits === "" ? 0 : d.exponent + 1, halfEven: false };
  }
  if (value instanceof Decimal) {
    const m = value.mantissa;
    return fromInteger(m < 0n ? -m : m, value.scale, m < 0n, false);
  }
  const integer = integerOf(value) ?? 0n;
  return fromInteger(integer < 0n ? -integer : integer, 0, integer < 0n, false);
}

/** Shortest digits that read back, for `R` and `G` without precision. */
export function shortestDigits(value: Double | Single): DecimalDigits {
  const d = value instanceof Double ? digitsOf(value.value, null) : singleDigits(value.value);
  return { negative: d.negative, digits: d.digits, point: d.digits === "" ? 0 : d.exponent + 1, halfEven: false };
}

/** Rounded to `count` digits from the first one on (may be 0 or negative). */
export function roundDigits(d: DecimalDigits, count: number): DecimalDigits {
  if (count >= d.digits.length) return d;
  if (count < 0) return { ...d, digits: "", point: 0 };
  const next = d.digits.charCodeAt(count) - 48;
  let up = next >= 5;
  if (d.halfEven && next === 5 && /^0*$/.test(d.digits.slice(count + 1))) {
    const last = count === 0 ? 0 : d.digits.charCodeAt(count - 1) - 48;
    up = last % 2 === 1;
  }
  const kept = d.digits.slice(0, count);
  if (!up) return trimmed({ ...d, digits: kept });
  const raised = (BigInt(kept === "" ? "0" : kept) + 1n).toString();
  return trimmed({ ...d, digits: raised, point: d.point + raised.length - count });
}

/** Rounded to `decimals` places behind the point. */
export function roundToDecimals(d: DecimalDigits, decimals: number): DecimalDigits {
  return roundDigits(d, d.point + decimals);
}

function trimmed(d: DecimalDigits): DecimalDigits {
  const digits = d.digits.replace(/0+$/, "");
  return digits === "" ? { ...d, digits, point: 0 } : { ...d, digits };
}

/** Digits before and behind the point of an already rounded number: `["1234", "50"]`. */
export function splitAtPoint(d: DecimalDigits, decimals: number): readonly [whole: string, fraction: string] {
  if (d.point <= 0) {
    return ["0", ("0".repeat(Math.min(-d.point, decimals)) + d.digits).slice(0, decimals).padEnd(decimals, "0")];
  }
  const whole = d.digits.slice(0, d.point).padEnd(d.point, "0");
  return [whole, d.digits.slice(d.point).slice(0, decimals).padEnd(decimals, "0")];
}

/** `1234567` → `1,234,567`. */
export function groupThousands(whole: string): string {
  if (whole.length <= 3) return whole;
  const first = whole.length % 3 || 3;
  let grouped = whole.slice(0, first);
  for (let i = first; i < whole.length; i += 3) grouped += `,${whole.slice(i, i + 3)}`;
  return grouped;
}

/** A number times 10ⁿ. */
export function shiftPoint(d: DecimalDigits, n: number): DecimalDigits {
  return d.digits === "" ? d : { ...d, point: d.point + n };
}
