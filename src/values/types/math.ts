import { roundHalfEven } from "../conversion/to-number.js";
import { makeDecimal, roundDecimal, truncateDecimal } from "../decimal.js";
import type { DotNetMethod } from "../dotnet-type.js";
import { argumentError, netError, outOfRangeError } from "../net-errors.js";
import { Decimal, Double, EnumValue, Single } from "../numbers.js";
import { compareNumbers, doubleOf, integerOf, integerRanges, integerValue } from "../numeric.js";
import { PSReference } from "../objects.js";
import { method, property } from "../signatures.js";
import { defineType } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { typeOf } from "../value-types.js";
import { floorDecimal } from "./number-types.js";
import { Tuple } from "./tuple.js";

const num = (value: Value | undefined): number => doubleOf(value ?? null) ?? Number.NaN;
const dec = (value: Value | undefined): Decimal => (value instanceof Decimal ? value : new Decimal(0n, 0));

function real(name: string, f: (x: number) => number): DotNetMethod {
  return method([`static double ${name}(double d)`, (_, __, [x]) => new Double(f(num(x)))]);
}

const shortNames = ["byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal"];

function choose(name: string, pick: (a: Value, b: Value) => Value): DotNetMethod {
  return method(
    ...shortNames.map(
      (t) =>
        [
          `static ${t} ${name}(${t} val1, ${t} val2)`,
          (_: ValueContext, __: Value, [a, b]: readonly Value[]) => pick(a ?? null, b ?? null),
        ] as const,
    ),
  );
}

const isNaNValue = (v: Value) => (v instanceof Double || v instanceof Single) && Number.isNaN(v.value);

function absolute(_context: ValueContext, value: Value): Value {
  if (value instanceof Double) return new Double(Math.abs(value.value));
  if (value instanceof Single) return new Single(Math.abs(value.value));
  if (value instanceof Decimal) return value.mantissa < 0n ? new Decimal(-value.mantissa, value.scale) : value;
  const n = integerOf(value) ?? 0n;
  const type = typeOf(value)?.fullName ?? "System.Int32";
  const magnitude = n < 0n ? -n : n;
  if (magnitude > (integerRanges.get(type)?.[1] ?? 0n)) {
    throw netError("System.OverflowException", "Negating the minimum value of a twos complement number is invalid.");
  }
  return integerValue(type, magnitude);
}

/** Math.Round(x, digits): scaled, rounded half to even, scaled back, as .NET does it for doubles. */
function roundDouble(context: ValueContext, x: number, digits: number, mode: number): number {
  if (digits < 0 || digits > 15)
    throw outOfRangeError(context, "Rounding digits must be between 0 and 15, inclusive.", "digits");
  if (!Number.isFinite(x) || Math.abs(x) >= 1e16) return x;
  const power = 10 ** digits;
  const scaled = x * power;
  const rounded =
    mode === 1
      ? roundAway(scaled)
      : mode === 2
        ? Math.trunc(scaled)
        : mode === 3
          ? Math.floor(scaled)
          : mode === 4
            ? Math.ceil(scaled)
            : roundHalfEven(scaled);
  return rounded / power;
}
const roundAway = (x: number): number => (x < 0 ? -Math.floor(-x + 0.5) : Math.floor(x + 0.5));
const int = (value: Value | undefined): number => (typeof value === "number" ? value : 0);
const modeOf = (value: Value | undefined): number => (value instanceof EnumValue ? Number(value.value) : 0);

function roundByMode(context: ValueContext, d: Decimal, digits: number, mode: number): Decimal {
  if (digits < 0 || digits > 28)
    throw outOfRangeError(context, "Decimal can only round to between 0 and 28 digits of precision.", "decimals");
  return roundDecimal(d, digits, mode === 1);
}

defineType({
  fullName: "System.Math",
  staticMembers: () => [
    property("double E", () => new Double(Math.E)),
    property("double PI", () => new Double(Math.PI)),
    property("double Tau", () => new Double(Math.PI * 2)),
    method(
      ...shortNames
        .filter((t) => !t.startsWith("u") && t !== "byte")
        .map(
          (t) =>
            [
              `static ${t} Abs(${t} value)`,
              (c: ValueContext, _: Value, [v]: readonly Value[]) => absolute(c, v ?? null),
            ] as const,
        ),
    ),
    real("Acos", Math.acos),
    real("Asin", Math.asin),
    real("Atan", Math.atan),
    method(["static double Atan2(double y, double x)", (_, __, [y, x]) => new Double(Math.atan2(num(y), num(x)))]),
    method(["static long BigMul(int a, int b)", (_, __, [a, b]) => BigInt(int(a)) * BigInt(int(b))]),
    real("Cbrt", Math.cbrt),
    method(
      [
        "static decimal Ceiling(decimal d)",
        (_, __, [d]) => makeDecimal(-floorDecimal(new Decimal(-dec(d).mantissa, dec(d).scale)), 0),
      ],
      ["static double Ceiling(double a)", (_, __, [d]) => new Double(Math.ceil(num(d)))],
    ),
    method(
      ...["int", "long", "double", "decimal"].map(
        (t) =>
          [
            `[core] static ${t} Clamp(${t} value, ${t} min, ${t} max)`,
            (c: ValueContext, _: Value, [v, lo, hi]: readonly Value[]) => clamp(c, v ?? null, lo ?? null, hi ?? null),
          ] as const,
      ),
    ),
    real("Cos", Math.cos),
    real("Cosh", Math.cosh),
    quotientAndRest(),
    real("Exp", Math.exp),
    method(
      ["static decimal Floor(decimal d)", (_, __, [d]) => makeDecimal(floorDecimal(dec(d)), 0)],
      ["static double Floor(double d)", (_, __, [d]) => new Double(Math.floor(num(d)))],
    ),
    method([
      "static double IEEERemainder(double x, double y)",
      (_, __, [x, y]) => new Double(num(x) - num(y) * roundHalfEven(num(x) / num(y))),
    ]),
    method(
      ["static double Log(double d)", (_, __, [d]) => new Double(Math.log(num(d)))],
      [
        "static double Log(double a, double newBase)",
        (_, __, [a, b]) => new Double(Math.log(num(a)) / Math.log(num(b))),
      ],
    ),
    real("Log10", Math.log10),
    real("Log2", Math.log2),
    choose("Max", (a, b) => (isNaNValue(a) ? a : isNaNValue(b) ? b : compareNumbers(a, b) >= 0 ? a : b)),
    choose("Min", (a, b) => (isNaNValue(a) ? a : isNaNValue(b) ? b : compareNumbers(a, b) <= 0 ? a : b)),
    method(["static double Pow(double x, double y)", (_, __, [x, y]) => new Double(num(x) ** num(y))]),
    method(
      ["static decimal Round(decimal d)", (_, __, [d]) => roundDecimal(dec(d), 0)],
      ["static decimal Round(decimal d, int decimals)", (c, _, [d, n]) => roundByMode(c, dec(d), int(n), 0)],
      [
        "static decimal Round(decimal d, System.MidpointRounding mode)",
        (c, _, [d, m]) => roundByMode(c, dec(d), 0, modeOf(m)),
      ],
      [
        "static decimal Round(decimal d, int decimals, System.MidpointRounding mode)",
        (c, _, [d, n, m]) => roundByMode(c, dec(d), int(n), modeOf(m)),
      ],
      ["static double Round(double a)", (c, _, [x]) => new Double(roundDouble(c, num(x), 0, 0))],
      [
        "static double Round(double value, int digits)",
        (c, _, [x, n]) => new Double(roundDouble(c, num(x), int(n), 0)),
      ],
      [
        "static double Round(double value, System.MidpointRounding mode)",
        (c, _, [x, m]) => new Double(roundDouble(c, num(x), 0, modeOf(m))),
      ],
      [
        "static double Round(double value, int digits, System.MidpointRounding mode)",
        (c, _, [x, n, m]) => new Double(roundDouble(c, num(x), int(n), modeOf(m))),
      ],
    ),
    method(
      ...["sbyte", "short", "int", "long", "float", "double", "decimal"].map(
        (t) =>
          [
            `static int Sign(${t} value)`,
            (_: ValueContext, __: Value, [v]: readonly Value[]) => sign(v ?? null),
          ] as const,
      ),
    ),
    real("Sin", Math.sin),
    real("Sinh", Math.sinh),
    real("Sqrt", Math.sqrt),
    real("Tan", Math.tan),
    real("Tanh", Math.tanh),
    method(
      ["static decimal Truncate(decimal d)", (_, __, [d]) => makeDecimal(truncateDecimal(dec(d)), 0)],
      ["static double Truncate(double d)", (_, __, [d]) => new Double(Math.trunc(num(d)))],
    ),
  ],
});

const dividedTypes = ["int", "long", "byte", "sbyte", "short", "ushort", "uint", "ulong"];

/** Math.DivRem: both as a pair, or the rest in a reference. */
function quotientAndRest(): DotNetMethod {
  const divide = (a: Value | undefined, b: Value | undefined): readonly [Value, Value] => {
    const [x, y] = [integerOf(a ?? null) ?? 0n, integerOf(b ?? null) ?? 0n];
    if (y === 0n) throw netError("System.DivideByZeroException", "Attempted to divide by zero.");
    const type = typeOf(a ?? null)?.fullName ?? "System.Int32";
    return [integerValue(type, x / y), integerValue(type, x % y)];
  };
  return method(
    ...dividedTypes.map(
      (t) =>
        [
          `static System.ValueTuple[${t},${t}] DivRem(${t} left, ${t} right)`,
          (_: ValueContext, __: Value, [a, b]: readonly Value[]) => new Tuple("System.ValueTuple", divide(a, b)),
        ] as const,
    ),
    ...["int", "long"].map(
      (t) =>
        [
          `static ${t} DivRem(${t} a, ${t} b, [ref] ${t} result)`,
          (_: ValueContext, __: Value, [a, b, rest]: readonly Value[]) => {
            const [quotient, remainder] = divide(a, b);
            if (rest instanceof PSReference) rest.set(remainder);
            return quotient;
          },
        ] as const,
    ),
  );
}

function sign(value: Value): number {
  if (value instanceof Decimal) return value.mantissa > 0n ? 1 : value.mantissa < 0n ? -1 : 0;
  const n = doubleOf(value) ?? 0;
  if (Number.isNaN(n))
    throw netError("System.ArithmeticException", "Function does not accept floating point Not-a-Number values.");
  return n > 0 ? 1 : n < 0 ? -1 : 0;
}

function clamp(context: ValueContext, value: Value, low: Value, high: Value): Value {
  if (compareNumbers(low, high) > 0) throw argumentError(context, "'min' cannot be greater than 'max'.", "min");
  if (compareNumbers(value, low) < 0) return low;
  return compareNumbers(value, high) > 0 ? high : value;
}
