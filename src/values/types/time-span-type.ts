import {
  TimeSpan,
  ticksPerDay,
  ticksPerHour,
  ticksPerMillisecond,
  ticksPerMinute,
  ticksPerSecond,
} from "../date-time.js";
import type { DotNetMethod } from "../dotnet-type.js";
import { toItems } from "../enumeration.js";
import { PowerShellError } from "../errors.js";
import { formatTimeSpan, spanPartsOf, timeSpanText } from "../format/time-span-format.js";
import { argumentError, netError, withParameterName } from "../net-errors.js";
import { Double, EnumValue } from "../numbers.js";
import { doubleOf, integerOf } from "../numeric.js";
import { PSReference } from "../objects.js";
import { coreProperty, method, overload, property } from "../signatures.js";
import { currentCulture } from "../text.js";
import { parseTimeSpanExact } from "../time-span-exact.js";
import { parseTimeSpan } from "../time-span-parsing.js";
import { defineType } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { CultureInfo } from "./culture-info.js";

const span = (value: Value | undefined): TimeSpan => (value instanceof TimeSpan ? value : new TimeSpan(0n));
const int = (value: Value | undefined): number => (typeof value === "number" ? value : 0);
const num = (value: Value | undefined): number => doubleOf(value ?? null) ?? Number.NaN;
const long = (value: Value | undefined): bigint => integerOf(value ?? null) ?? 0n;
const words = (value: Value | undefined): string => (typeof value === "string" ? value : "");
const separator = (context: ValueContext, provider: Value | undefined): string =>
  (provider instanceof CultureInfo ? provider.culture : currentCulture(context)).decimalSeparator;

const most = 9_223_372_036_854_775_807n;

function made(ticks: bigint): TimeSpan {
  if (ticks > most || ticks < -most - 1n)
    throw netError("System.OverflowException", "TimeSpan overflowed because the duration is too long.");
  return new TimeSpan(ticks);
}

function fromUnits(context: ValueContext, value: number, unit: bigint): TimeSpan {
  if (Number.isNaN(value))
    throw argumentError(context, "TimeSpan does not accept floating point Not-a-Number values.", "value");
  const ticks = value * Number(unit);
  if (Math.abs(ticks) >= 2 ** 63)
    throw netError("System.OverflowException", "TimeSpan overflowed because the duration is too long.");
  if (context.facts.exceptionTexts === "framework") {
    const ms = value * Number(unit / ticksPerMillisecond);
    return new TimeSpan(BigInt(Math.trunc(ms + (value >= 0 ? 0.5 : -0.5))) * ticksPerMillisecond);
  }
  return new TimeSpan(BigInt(Math.trunc(ticks)));
}

function scaled(context: ValueContext, s: TimeSpan, factor: number, name: string): TimeSpan {
  if (Number.isNaN(factor)) {
    throw netError(
      "System.ArgumentException",
      withParameterName(context, "TimeSpan does not accept floating point Not-a-Number values.", name),
    );
  }
  const ticks = name === "divisor" ? Number(s.ticks) / factor : Number(s.ticks) * factor;
  if (!Number.isFinite(ticks) || Math.abs(ticks) >= 2 ** 63)
    throw netError("System.OverflowException", "TimeSpan overflowed because the duration is too long.");
  const floor = Math.floor(ticks);
  const rest = ticks - floor;
  const whole = rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1;
  return new TimeSpan(BigInt(whole));
}

function compareTo(s: TimeSpan, other: Value | undefined): number {
  if (other === null || other === undefined) return 1;
  if (!(other instanceof TimeSpan)) throw netError("System.ArgumentException", "Object must be of type TimeSpan.");
  return s.ticks < other.ticks ? -1 : s.ticks > other.ticks ? 1 : 0;
}

const factory = (name: string, unit: bigint) =>
  method([`static timespan From${name}(double value)`, (c, _, [v]) => fromUnits(c, num(v), unit)]);
const part = (name: string, get: (p: ReturnType<typeof spanPartsOf>) => number) =>
  property(`int ${name}`, (s: TimeSpan) => {
    const p = spanPartsOf(s.ticks);
    const n = get(p);
    return p.negative && n !== 0 ? -n : n;
  });
const total = (name: string, unit: bigint) =>
  property(`double Total${name}`, (s: TimeSpan) => new Double(Number(s.ticks) / Number(unit)));

defineType({
  fullName: "System.TimeSpan",
  kind: "struct",
  interfaces: ["System.IComparable", "System.IFormattable"],
  members: () => [
    method<TimeSpan>(["timespan Add(timespan ts)", (_, s, [o]) => made(s.ticks + span(o).ticks)]),
    method<TimeSpan>(
      ["int CompareTo(System.Object value)", (_, s, [o]) => compareTo(s, o)],
      ["int CompareTo(timespan value)", (_, s, [o]) => compareTo(s, o)],
    ),
    method<TimeSpan>(
      ["timespan Divide(double divisor)", (c, s, [v]) => scaled(c, s, num(v), "divisor")],
      ["double Divide(timespan ts)", (_, s, [o]) => new Double(Number(s.ticks) / Number(span(o).ticks))],
    ),
    method<TimeSpan>(["timespan Duration()", (_, s) => new TimeSpan(s.ticks < 0n ? -s.ticks : s.ticks)]),
    method<TimeSpan>(
      ["bool Equals(System.Object value)", (_, s, [o]) => o instanceof TimeSpan && o.ticks === s.ticks],
      ["bool Equals(timespan obj)", (_, s, [o]) => o instanceof TimeSpan && o.ticks === s.ticks],
    ),
    method<TimeSpan>(["timespan Multiply(double factor)", (c, s, [v]) => scaled(c, s, num(v), "factor")]),
    method<TimeSpan>(["timespan Negate()", (_, s) => new TimeSpan(-s.ticks)]),
    method<TimeSpan>(["timespan Subtract(timespan ts)", (_, s, [o]) => made(s.ticks - span(o).ticks)]),
    method<TimeSpan>(
      ["string ToString()", (_, s) => timeSpanText(s.ticks)],
      ["string ToString(string format)", (_, s, [f]) => formatTimeSpan(s, (f as string) ?? "")],
      [
        "string ToString(string format, System.IFormatProvider formatProvider)",
        (_, s, [f]) => formatTimeSpan(s, (f as string) ?? ""),
      ],
    ),
    property("long Ticks", (s: TimeSpan) => s.ticks),
    part("Days", (p) => p.days),
    part("Hours", (p) => p.hours),
    part("Milliseconds", (p) => Math.floor(p.fraction / 1e4)),
    { ...part("Microseconds", (p) => Math.floor(p.fraction / 10) % 1000), isCoreOnly: true },
    { ...part("Nanoseconds", (p) => (p.fraction % 10) * 100), isCoreOnly: true },
    part("Minutes", (p) => p.minutes),
    part("Seconds", (p) => p.seconds),
    total("Days", ticksPerDay),
    total("Hours", ticksPerHour),
    total("Milliseconds", ticksPerMillisecond),
    { ...total("Microseconds", 10n), isCoreOnly: true },
    coreProperty("double TotalNanoseconds", (s: TimeSpan) => new Double(Number(s.ticks) * 100)),
    total("Minutes", ticksPerMinute),
    total("Seconds", ticksPerSecond),
  ],
  staticMembers: () => [
    property("timespan MaxValue", () => new TimeSpan(most)),
    property("timespan MinValue", () => new TimeSpan(-most - 1n)),
    property("timespan Zero", () => new TimeSpan(0n)),
    property("long TicksPerDay", () => ticksPerDay),
    property("long TicksPerHour", () => ticksPerHour),
    property("long TicksPerMillisecond", () => ticksPerMillisecond),
    property("long TicksPerMinute", () => ticksPerMinute),
    property("long TicksPerSecond", () => ticksPerSecond),
    method(["static int Compare(timespan t1, timespan t2)", (_, __, [a, b]) => compareTo(span(a), b)]),
    factory("Days", ticksPerDay),
    factory("Hours", ticksPerHour),
    factory("Milliseconds", ticksPerMillisecond),
    factory("Minutes", ticksPerMinute),
    factory("Seconds", ticksPerSecond),
    method(["static timespan FromTicks(long value)", (_, __, [v]) => new TimeSpan(long(v))]),
    method(
      ["static timespan Parse(string s)", (c, _, [s]) => parseTimeSpan(c, words(s))],
      [
        "static timespan Parse(string input, System.IFormatProvider formatProvider)",
        (c, _, [s, p]) => parseTimeSpan(c, words(s), separator(c, p)),
      ],
    ),
    ...exactMethods(),
    method(
      [
        "static bool TryParse(string s, [ref] timespan result)",
        (c, _, [s, r]) => attempt(r, () => parseTimeSpan(c, words(s))),
      ],
      [
        "static bool TryParse(string input, System.IFormatProvider formatProvider, [ref] timespan result)",
        (c, _, [s, p, r]) => attempt(r, () => parseTimeSpan(c, words(s), separator(c, p))),
      ],
    ),
    method([
      "static timespan op_Addition(timespan t1, timespan t2)",
      (_, __, [a, b]) => made(span(a).ticks + span(b).ticks),
    ]),
    method([
      "static timespan op_Subtraction(timespan t1, timespan t2)",
      (_, __, [a, b]) => made(span(a).ticks - span(b).ticks),
    ]),
    method(
      [
        "static timespan op_Multiply(timespan timeSpan, double factor)",
        (c, _, [s, f]) => scaled(c, span(s), num(f), "factor"),
      ],
      [
        "static timespan op_Multiply(double factor, timespan timeSpan)",
        (c, _, [f, s]) => scaled(c, span(s), num(f), "factor"),
      ],
    ),
    method(
      [
        "static timespan op_Division(timespan timeSpan, double divisor)",
        (c, _, [s, d]) => scaled(c, span(s), num(d), "divisor"),
      ],
      [
        "static double op_Division(timespan t1, timespan t2)",
        (_, __, [a, b]) => new Double(Number(span(a).ticks) / Number(span(b).ticks)),
      ],
    ),
    method(["static timespan op_UnaryNegation(timespan t)", (_, __, [t]) => new TimeSpan(-span(t).ticks)]),
  ],
  constructors: () => [
    overload("timespan new()", () => new TimeSpan(0n)),
    overload("timespan new(long ticks)", (_, __, [t]) => new TimeSpan(long(t))),
    overload("timespan new(int hours, int minutes, int seconds)", (_, __, [h, m, s]) =>
      fromFields(0, int(h), int(m), int(s), 0),
    ),
    overload("timespan new(int days, int hours, int minutes, int seconds)", (_, __, [d, h, m, s]) =>
      fromFields(int(d), int(h), int(m), int(s), 0),
    ),
    overload(
      "timespan new(int days, int hours, int minutes, int seconds, int milliseconds)",
      (_, __, [d, h, m, s, ms]) => fromFields(int(d), int(h), int(m), int(s), int(ms)),
    ),
  ],
});

function attempt(result: Value | undefined, run: () => TimeSpan): boolean {
  if (!(result instanceof PSReference)) return false;
  try {
    result.set(run());
    return true;
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    result.set(new TimeSpan(0n));
    return false;
  }
}

/** ParseExact and TryParseExact: one format or several, with and without TimeSpanStyles. */
function exactMethods(): readonly DotNetMethod[] {
  const exact = (c: ValueContext, s: Value | undefined, f: Value | undefined, p: Value | undefined, style?: Value) =>
    parseTimeSpanExact(
      c,
      words(s),
      toItems(f ?? null).map(words),
      separator(c, p),
      style instanceof EnumValue ? Number(style.value) : 0,
    );
  const provider = "System.IFormatProvider formatProvider";
  const styles = "System.Globalization.TimeSpanStyles styles";
  const parse = "static timespan ParseExact(string input,";
  const tryParse = "static bool TryParseExact(string input,";
  return [
    method(
      [`${parse} string format, ${provider})`, (c, _, [s, f, p]) => exact(c, s, f, p)],
      [`${parse} string[] formats, ${provider})`, (c, _, [s, f, p]) => exact(c, s, f, p)],
      [`${parse} string format, ${provider}, ${styles})`, (c, _, [s, f, p, st]) => exact(c, s, f, p, st)],
      [`${parse} string[] formats, ${provider}, ${styles})`, (c, _, [s, f, p, st]) => exact(c, s, f, p, st)],
    ),
    method(
      [
        `${tryParse} string format, ${provider}, [ref] timespan result)`,
        (c, _, [s, f, p, r]) => attempt(r, () => exact(c, s, f, p)),
      ],
      [
        `${tryParse} string[] formats, ${provider}, [ref] timespan result)`,
        (c, _, [s, f, p, r]) => attempt(r, () => exact(c, s, f, p)),
      ],
      [
        `${tryParse} string format, ${provider}, ${styles}, [ref] timespan result)`,
        (c, _, [s, f, p, st, r]) => attempt(r, () => exact(c, s, f, p, st)),
      ],
      [
        `${tryParse} string[] formats, ${provider}, ${styles}, [ref] timespan result)`,
        (c, _, [s, f, p, st, r]) => attempt(r, () => exact(c, s, f, p, st)),
      ],
    ),
  ];
}

function fromFields(days: number, hours: number, minutes: number, seconds: number, milliseconds: number): TimeSpan {
  const total =
    BigInt(days) * ticksPerDay +
    BigInt(hours) * ticksPerHour +
    BigInt(minutes) * ticksPerMinute +
    BigInt(seconds) * ticksPerSecond;
  return made(total + BigInt(milliseconds) * ticksPerMillisecond);
}
