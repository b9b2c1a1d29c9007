import type { ValueFacts } from "./value-facts.js";

/** Significant decimal digits of a number and the exponent of the first: 123.4 is `1234` with 2. */
export interface Digits {
  readonly negative: boolean;
  /** Without trailing zeros; empty for zero. */
  readonly digits: string;
  readonly exponent: number;
}

/** The digits of a finite number, rounded to `precision` significant ones, or the fewest that read back. */
export function digitsOf(value: number, precision: number | null): Digits {
  const text = precision === null ? Math.abs(value).toExponential() : roundedText(Math.abs(value), precision);
  const at = text.indexOf("e");
  const digits = text.slice(0, at).replace(".", "").replace(/0+$/, "");
  return { negative: value < 0 || Object.is(value, -0), digits, exponent: Number(text.slice(at + 1)) };
}

/** Correctly rounded from the exact binary value, a tie to the even digit. */
function roundedText(value: number, precision: number): string {
  const text = value.toExponential(precision - 1);
  const longer = value.toExponential(Math.min(100, precision + 24));
  const at = precision === 1 ? 2 : precision + 1;
  // JavaScript takes the larger of two equally near numbers.
  if (longer[at] !== "5" || !/^50*e/.test(longer.slice(at))) return text;
  const last = longer.charCodeAt(precision === 1 ? 0 : at - 1) - 48;
  return last % 2 === 1 ? text : `${longer.slice(0, precision === 1 ? 1 : at)}${longer.slice(longer.indexOf("e"))}`;
}

/** The fewest digits that give the same Single. */
export function singleDigits(value: number): Digits {
  for (let p = 1; p < 9; p++) {
    if (Math.fround(Number(value.toPrecision(p))) === value) return digitsOf(value, p);
  }
  return digitsOf(value, 9);
}

/**
 * General form: plain digits while the exponent is between -5 and `plainLimit` (exclusive), else `1.5E+20`.
 * @param exponentDigits least digits of the exponent
 */
export function generalText(d: Digits, plainLimit: number, exponentLetter = "E", exponentDigits = 2): string {
  const sign = d.negative ? "-" : "";
  if (d.digits === "") return `${sign}0`;
  const { digits, exponent } = d;
  if (exponent >= plainLimit || exponent < -4) {
    const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
    const e = Math.abs(exponent).toString().padStart(exponentDigits, "0");
    return `${sign}${mantissa}${exponentLetter}${exponent < 0 ? "-" : "+"}${e}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  const fraction = digits.slice(exponent + 1);
  return sign + (fraction === "" ? whole : `${whole}.${fraction}`);
}

function specialText(value: number, infinity: string): string | null {
  if (Number.isNaN(value)) return "NaN";
  if (value === Number.POSITIVE_INFINITY) return infinity;
  if (value === Number.NEGATIVE_INFINITY) return `-${infinity}`;
  return null;
}

/** Engine form of a Double: 15 digits (H.1). Framework writes -0 as `0`. */
export function engineDoubleText(value: number, facts: ValueFacts, infinity = "Infinity"): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15 && value !== 0) return value.toString();
  const special = specialText(value, infinity);
  if (special !== null) return special;
  if (value === 0 && facts.floatText === "digits15") return "0";
  return generalText(digitsOf(value, 15), 15);
}

/** .NET's ToString() of a Double. */
export function netDoubleText(value: number, facts: ValueFacts, infinity = "Infinity"): string {
  if (facts.floatText === "digits15") return engineDoubleText(value, facts, infinity);
  const special = specialText(value, infinity);
  if (special !== null) return special;
  return generalText(digitsOf(value, null), 17);
}

/** Engine form of a Single: 7 digits. */
export function engineSingleText(value: number, facts: ValueFacts, infinity = "Infinity"): string {
  const special = specialText(value, infinity);
  if (special !== null) return special;
  if (value === 0 && facts.floatText === "digits15") return "0";
  return generalText(digitsOf(value, 7), 7);
}

/** .NET's ToString() of a Single. */
export function netSingleText(value: number, facts: ValueFacts, infinity = "Infinity"): string {
  if (facts.floatText === "digits15") return engineSingleText(value, facts, infinity);
  const special = specialText(value, infinity);
  if (special !== null) return special;
  return generalText(singleDigits(value), 9);
}
