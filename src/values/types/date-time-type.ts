import type { Culture } from "../culture.js";
import { parseDateTime, parseDateTimeOffset } from "../date-parsing.js";
import {
  DateTime,
  type DateTimeKind,
  DateTimeOffset,
  datePartsOf,
  daysInMonth,
  isLeapYear,
  maxDateTicks,
  TimeSpan,
  ticksOf,
  ticksPerDay,
  ticksPerHour,
  ticksPerMillisecond,
  ticksPerMinute,
  ticksPerSecond,
  unixEpochTicks,
} from "../date-time.js";
import type { DotNetMethod } from "../dotnet-type.js";
import { toItems } from "../enumeration.js";
import { PowerShellError } from "../errors.js";
import { parseExactDate, parseExactOffset } from "../exact-dates.js";
import { formatDateTime, formatDateTimeOffset } from "../format/date-time-format.js";
import { offsetOfLocal } from "../local-time.js";
import { argumentNullError, netError, outOfRangeError } from "../net-errors.js";
import { Double, EnumValue } from "../numbers.js";
import { doubleOf, integerOf } from "../numeric.js";
import { PSReference } from "../objects.js";
import { coreProperty, method, overload, property } from "../signatures.js";
import { currentCulture } from "../text.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { CultureInfo } from "./culture-info.js";

const int = (value: Value | undefined): number => (typeof value === "number" ? value : 0);
const num = (value: Value | undefined): number => doubleOf(value ?? null) ?? Number.NaN;
const long = (value: Value | undefined): bigint => integerOf(value ?? null) ?? 0n;
const date = (value: Value | undefined): DateTime => (value instanceof DateTime ? value : new DateTime(0n));
const span = (value: Value | undefined): TimeSpan => (value instanceof TimeSpan ? value : new TimeSpan(0n));

const kinds: readonly DateTimeKind[] = ["Unspecified", "Utc", "Local"];
const kindValue = (kind: DateTimeKind) => new EnumValue(typeNamed("System.DateTimeKind"), BigInt(kinds.indexOf(kind)));
const kindOf = (value: Value | undefined): DateTimeKind =>
  value instanceof EnumValue ? (kinds[Number(value.value)] ?? "Unspecified") : "Unspecified";

/** A DateTime of these ticks; ArgumentOutOfRangeException outside of the years 1 to 9999. */
export function makeDate(context: ValueContext, ticks: bigint, kind: DateTimeKind, parameter = "value"): DateTime {
  if (ticks < 0n || ticks > maxDateTicks) {
    throw outOfRangeError(context, "The added or subtracted value results in an un-representable DateTime.", parameter);
  }
  return new DateTime(ticks, kind);
}

/** A number of units in ticks; .NET Framework rounds to milliseconds first. */
export function unitTicks(context: ValueContext, value: number, unit: bigint): bigint {
  if (!Number.isFinite(value)) throw outOfRangeError(context, "Value to add was out of range.", "value");
  if (context.facts.exceptionTexts === "framework") {
    const milliseconds = value * Number(unit / ticksPerMillisecond);
    return BigInt(Math.trunc(milliseconds + (value >= 0 ? 0.5 : -0.5))) * ticksPerMillisecond;
  }
  const whole = Math.trunc(value);
  if (Math.abs(whole) > 1e15) throw outOfRangeError(context, "Value to add was out of range.", "value");
  return BigInt(whole) * unit + BigInt(Math.trunc((value - whole) * Number(unit)));
}

function addMonths(context: ValueContext, d: DateTime, months: number): DateTime {
  if (months < -120000 || months > 120000)
    throw outOfRangeError(context, "Months value must be between +/-120000.", "months");
  const p = d.dateParts;
  const index = p.year * 12 + p.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  if (year < 1 || year > 9999)
    throw outOfRangeError(context, "The added or subtracted value results in an un-representable DateTime.", "months");
  const day = Math.min(p.day, daysInMonth(year, month));
  return new DateTime(ticksOf(year, month, day) + (d.ticks % ticksPerDay), d.kind);
}

function adder(name: string, unit: bigint) {
  return method<DateTime>([
    `datetime ${name}(double value)`,
    (c, d, [v]) => makeDate(c, d.ticks + unitTicks(c, num(v), unit), d.kind),
  ]);
}

function toText(context: ValueContext, d: DateTime, spec: string, provider?: Value): string {
  const culture = provider instanceof CultureInfo ? provider.culture : currentCulture(context);
  return formatDateTime(d, spec, culture, offsetOfLocal(context, d.ticks));
}

function toLocal(context: ValueContext, d: DateTime): DateTime {
  return d.kind === "Local" ? d : new DateTime(d.ticks + context.utcOffset(d.ticks), "Local");
}
function toUniversal(context: ValueContext, d: DateTime): DateTime {
  return d.kind === "Utc" ? d : new DateTime(d.ticks - offsetOfLocal(context, d.ticks), "Utc");
}

function fromParts(_context: ValueContext, args: readonly Value[], kind: DateTimeKind = "Unspecified"): DateTime {
  const [y = 1, mo = 1, d = 1, h = 0, mi = 0, s = 0, ms = 0] = args.map(int);
  if (y < 1 || y > 9999 || mo < 1 || mo > 12 || d < 1 || d > daysInMonth(y, mo)) {
    throw netError(
      "System.ArgumentOutOfRangeException",
      "Year, Month, and Day parameters describe an un-representable DateTime.",
    );
  }
  if (h < 0 || h > 23 || mi < 0 || mi > 59 || s < 0 || s > 59) {
    throw netError(
      "System.ArgumentOutOfRangeException",
      "Hour, Minute, and Second parameters describe an un-representable DateTime.",
    );
  }
  return new DateTime(ticksOf(y, mo, d, h, mi, s, ms * 10000), kind);
}

function compareTo(_context: ValueContext, d: DateTime, other: Value | undefined): number {
  if (other === null || other === undefined) return 1;
  if (!(other instanceof DateTime)) throw netError("System.ArgumentException", "Object must be of type DateTime.");
  return d.ticks < other.ticks ? -1 : d.ticks > other.ticks ? 1 : 0;
}

/** Days since 1899-12-30, the time as the fraction. */
function toOADate(d: DateTime): number {
  return Number(d.ticks / ticksPerMillisecond - 599_264_352_000_000_000n / ticksPerMillisecond) / 86_400_000;
}

const fileTimeEpoch = 504_911_232_000_000_000n;

defineType({
  fullName: "System.DateTime",
  kind: "struct",
  interfaces: ["System.IComparable", "System.IConvertible", "System.IFormattable"],
  members: () => [
    method<DateTime>(["datetime Add(timespan value)", (c, d, [v]) => makeDate(c, d.ticks + span(v).ticks, d.kind)]),
    adder("AddDays", ticksPerDay),
    adder("AddHours", ticksPerHour),
    adder("AddMilliseconds", ticksPerMillisecond),
    adder("AddMinutes", ticksPerMinute),
    method<DateTime>(["datetime AddMonths(int months)", (c, d, [v]) => addMonths(c, d, int(v))]),
    adder("AddSeconds", ticksPerSecond),
    method<DateTime>(["datetime AddTicks(long value)", (c, d, [v]) => makeDate(c, d.ticks + long(v), d.kind)]),
    method<DateTime>(["datetime AddYears(int value)", (c, d, [v]) => addMonths(c, d, int(v) * 12)]),
    method<DateTime>(
      ["int CompareTo(System.Object value)", (c, d, [o]) => compareTo(c, d, o)],
      ["int CompareTo(datetime value)", (c, d, [o]) => compareTo(c, d, o)],
    ),
    method<DateTime>(
      ["bool Equals(System.Object value)", (_, d, [o]) => o instanceof DateTime && o.ticks === d.ticks],
      ["bool Equals(datetime value)", (_, d, [o]) => o instanceof DateTime && o.ticks === d.ticks],
    ),
    method<DateTime>(["System.TypeCode GetTypeCode()", () => new EnumValue(typeNamed("System.TypeCode"), 16n)]),
    method<DateTime>(["bool IsDaylightSavingTime()", () => false]),
    method<DateTime>(
      ["timespan Subtract(datetime value)", (_, d, [o]) => new TimeSpan(d.ticks - date(o).ticks)],
      ["datetime Subtract(timespan value)", (c, d, [o]) => makeDate(c, d.ticks - span(o).ticks, d.kind)],
    ),
    method<DateTime>(["long ToBinary()", (_, d) => d.ticks]),
    method<DateTime>(["long ToFileTime()", (c, d) => toUniversal(c, d).ticks - fileTimeEpoch]),
    method<DateTime>(["long ToFileTimeUtc()", (_, d) => d.ticks - fileTimeEpoch]),
    method<DateTime>(["datetime ToLocalTime()", (c, d) => toLocal(c, d)]),
    method<DateTime>(["string ToLongDateString()", (c, d) => toText(c, d, "D")]),
    method<DateTime>(["string ToLongTimeString()", (c, d) => toText(c, d, "T")]),
    method<DateTime>(["double ToOADate()", (_, d) => new Double(toOADate(d))]),
    method<DateTime>(["string ToShortDateString()", (c, d) => toText(c, d, "d")]),
    method<DateTime>(["string ToShortTimeString()", (c, d) => toText(c, d, "t")]),
    method<DateTime>(
      ["string ToString()", (c, d) => toText(c, d, "")],
      ["string ToString(string format)", (c, d, [f]) => toText(c, d, (f as string) ?? "")],
      ["string ToString(System.IFormatProvider provider)", (c, d, [p]) => toText(c, d, "", p)],
      [
        "string ToString(string format, System.IFormatProvider provider)",
        (c, d, [f, p]) => toText(c, d, (f as string) ?? "", p),
      ],
    ),
    method<DateTime>(["datetime ToUniversalTime()", (c, d) => toUniversal(c, d)]),
    property("datetime Date", (d: DateTime) => new DateTime(d.ticks - (d.ticks % ticksPerDay), d.kind)),
    property("int Day", (d: DateTime) => d.dateParts.day),
    property(
      "System.DayOfWeek DayOfWeek",
      (d: DateTime) => new EnumValue(typeNamed("System.DayOfWeek"), BigInt(d.dateParts.dayOfWeek)),
    ),
    property("int DayOfYear", (d: DateTime) => d.dateParts.dayOfYear),
    property("int Hour", (d: DateTime) => d.dateParts.hour),
    property("System.DateTimeKind Kind", (d: DateTime) => kindValue(d.kind)),
    property("int Millisecond", (d: DateTime) => Math.floor(d.dateParts.fraction / 1e4)),
    coreProperty("int Microsecond", (d: DateTime) => Math.floor(d.dateParts.fraction / 10) % 1000),
    coreProperty("int Nanosecond", (d: DateTime) => (d.dateParts.fraction % 10) * 100),
    property("int Minute", (d: DateTime) => d.dateParts.minute),
    property("int Month", (d: DateTime) => d.dateParts.month),
    property("int Second", (d: DateTime) => d.dateParts.second),
    property("long Ticks", (d: DateTime) => d.ticks),
    property("timespan TimeOfDay", (d: DateTime) => new TimeSpan(d.ticks % ticksPerDay)),
    property("int Year", (d: DateTime) => d.dateParts.year),
  ],
  staticMembers: () => [
    property("datetime MaxValue", () => new DateTime(maxDateTicks)),
    property("datetime MinValue", () => new DateTime(0n)),
    property("datetime UnixEpoch", () => new DateTime(unixEpochTicks, "Utc")),
    property("datetime Now", (_, c) => new DateTime(c.now(), "Local")),
    property("datetime Today", (_, c) => new DateTime(c.now() - (c.now() % ticksPerDay), "Local")),
    property("datetime UtcNow", (_, c) => new DateTime(c.now() - offsetOfLocal(c, c.now()), "Utc")),
    method(["static int Compare(datetime t1, datetime t2)", (c, _, [a, b]) => compareTo(c, date(a), b)]),
    method([
      "static int DaysInMonth(int year, int month)",
      (c, _, [y, m]) => {
        if (int(m) < 1 || int(m) > 12) throw outOfRangeError(c, "Month must be between one and twelve.", "month");
        return daysInMonth(int(y), int(m));
      },
    ]),
    method([
      "static datetime FromFileTime(long fileTime)",
      (c, _, [v]) => toLocal(c, new DateTime(long(v) + fileTimeEpoch, "Utc")),
    ]),
    method([
      "static datetime FromFileTimeUtc(long fileTime)",
      (_, __, [v]) => new DateTime(long(v) + fileTimeEpoch, "Utc"),
    ]),
    method([
      "static datetime FromOADate(double d)",
      (_, __, [v]) =>
        new DateTime(599_264_352_000_000_000n + BigInt(Math.round(num(v) * 86_400_000)) * ticksPerMillisecond),
    ]),
    method(["static datetime FromBinary(long dateData)", (_, __, [v]) => new DateTime(long(v))]),
    method(["static bool IsLeapYear(int year)", (_, __, [y]) => isLeapYear(int(y))]),
    method(
      ["static datetime Parse(string s)", (c, _, [s]) => parse(c, s)],
      ["static datetime Parse(string s, System.IFormatProvider provider)", (c, _, [s, p]) => parse(c, s, p)],
      [
        "static datetime Parse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles)",
        (c, _, [s, p, style]) => parse(c, s, p, style),
      ],
    ),
    method(
      [
        "static datetime ParseExact(string s, string format, System.IFormatProvider provider)",
        (c, _, [s, f, p]) => exact(c, s, f, p),
      ],
      [
        "static datetime ParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style)",
        (c, _, [s, f, p, style]) => exact(c, s, f, p, style),
      ],
      [
        "static datetime ParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style)",
        (c, _, [s, f, p, style]) => exact(c, s, f, p, style),
      ],
    ),
    method([
      "static datetime SpecifyKind(datetime value, System.DateTimeKind kind)",
      (_, __, [d, k]) => new DateTime(date(d).ticks, kindOf(k)),
    ]),
    method(
      ["static bool TryParse(string s, [ref] datetime result)", (c, _, [s, r]) => attempt(r, () => parse(c, s))],
      [
        "static bool TryParse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles, [ref] datetime result)",
        (c, _, [s, p, style, r]) => attempt(r, () => parse(c, s, p, style)),
      ],
      [
        "[core] static bool TryParse(string s, System.IFormatProvider provider, [ref] datetime result)",
        (c, _, [s, p, r]) => attempt(r, () => parse(c, s, p)),
      ],
    ),
    method(
      [
        "static bool TryParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] datetime result)",
        (c, _, [s, f, p, style, r]) => attempt(r, () => exact(c, s, f, p, style)),
      ],
      [
        "static bool TryParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] datetime result)",
        (c, _, [s, f, p, style, r]) => attempt(r, () => exact(c, s, f, p, style)),
      ],
    ),
    method([
      "static datetime op_Addition(datetime d, timespan t)",
      (c, _, [d, t]) => makeDate(c, date(d).ticks + span(t).ticks, date(d).kind, "t"),
    ]),
    method(
      [
        "static timespan op_Subtraction(datetime d1, datetime d2)",
        (_, __, [a, b]) => new TimeSpan(date(a).ticks - date(b).ticks),
      ],
      [
        "static datetime op_Subtraction(datetime d, timespan t)",
        (c, _, [d, t]) => makeDate(c, date(d).ticks - span(t).ticks, date(d).kind, "t"),
      ],
    ),
  ],
  constructors: () => [
    overload("datetime new()", () => new DateTime(0n)),
    overload("datetime new(long ticks)", (c, _, [t]) => {
      if (long(t) < 0n || long(t) > maxDateTicks)
        throw outOfRangeError(c, "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.", "ticks");
      return new DateTime(long(t));
    }),
    overload("datetime new(long ticks, System.DateTimeKind kind)", (_, __, [t, k]) => new DateTime(long(t), kindOf(k))),
    overload("datetime new(int year, int month, int day)", (c, _, args) => fromParts(c, args)),
    overload("datetime new(int year, int month, int day, int hour, int minute, int second)", (c, _, args) =>
      fromParts(c, args),
    ),
    overload(
      "datetime new(int year, int month, int day, int hour, int minute, int second, System.DateTimeKind kind)",
      (c, _, args) => fromParts(c, args.slice(0, 6), kindOf(args[6])),
    ),
    overload(
      "datetime new(int year, int month, int day, int hour, int minute, int second, int millisecond)",
      (c, _, args) => fromParts(c, args),
    ),
  ],
});

const cultureFor = (context: ValueContext, provider: Value | undefined): Culture =>
  provider instanceof CultureInfo ? provider.culture : currentCulture(context);

const styleBits = (style: Value | undefined): number => (style instanceof EnumValue ? Number(style.value) : 0);

function parse(context: ValueContext, text: Value | undefined, provider?: Value, style?: Value): DateTime {
  return parseDateTime(context, needed(context, text, "s"), cultureFor(context, provider), styleBits(style));
}

function exact(
  c: ValueContext,
  text: Value | undefined,
  formats: Value | undefined,
  p?: Value,
  style?: Value,
): DateTime {
  return parseExactDate(c, needed(c, text, "s"), formatsOf(formats), cultureFor(c, p), styleBits(style));
}

function needed(context: ValueContext, text: Value | undefined, parameter: string): string {
  if (typeof text !== "string") throw argumentNullError(context, parameter);
  return text;
}

const formatsOf = (formats: Value | undefined): readonly string[] =>
  toItems(formats ?? null).map((format) => (typeof format === "string" ? format : ""));

function attempt(result: Value | undefined, run: () => Value, none: Value = new DateTime(0n)): boolean {
  if (!(result instanceof PSReference)) return false;
  try {
    result.set(run());
    return true;
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    result.set(none);
    return false;
  }
}

/** Parse, ParseExact, TryParse and TryParseExact of DateTimeOffset. */
function offsetParsing(): readonly DotNetMethod[] {
  const t = "System.DateTimeOffset";
  const provider = "System.IFormatProvider formatProvider";
  const styles = "System.Globalization.DateTimeStyles styles";
  const any = (c: ValueContext, s: Value | undefined, p?: Value, style?: Value) =>
    parseDateTimeOffset(c, needed(c, s, "input"), cultureFor(c, p), styleBits(style));
  const exactly = (c: ValueContext, s: Value | undefined, f: Value | undefined, p?: Value, style?: Value) =>
    parseExactOffset(c, needed(c, s, "input"), formatsOf(f), cultureFor(c, p), styleBits(style));
  const tried = (r: Value | undefined, run: () => Value) => attempt(r, run, new DateTimeOffset(0n, 0n));
  return [
    method(
      [`static ${t} Parse(string input)`, (c, _, [s]) => any(c, s)],
      [`static ${t} Parse(string input, ${provider})`, (c, _, [s, p]) => any(c, s, p)],
      [`static ${t} Parse(string input, ${provider}, ${styles})`, (c, _, [s, p, st]) => any(c, s, p, st)],
    ),
    method(
      [`static ${t} ParseExact(string input, string format, ${provider})`, (c, _, [s, f, p]) => exactly(c, s, f, p)],
      [
        `static ${t} ParseExact(string input, string format, ${provider}, ${styles})`,
        (c, _, [s, f, p, st]) => exactly(c, s, f, p, st),
      ],
      [
        `static ${t} ParseExact(string input, string[] formats, ${provider}, ${styles})`,
        (c, _, [s, f, p, st]) => exactly(c, s, f, p, st),
      ],
    ),
    method(
      [`static bool TryParse(string input, [ref] ${t} result)`, (c, _, [s, r]) => tried(r, () => any(c, s))],
      [
        `static bool TryParse(string input, ${provider}, ${styles}, [ref] ${t} result)`,
        (c, _, [s, p, st, r]) => tried(r, () => any(c, s, p, st)),
      ],
    ),
    method(
      [
        `static bool TryParseExact(string input, string format, ${provider}, ${styles}, [ref] ${t} result)`,
        (c, _, [s, f, p, st, r]) => tried(r, () => exactly(c, s, f, p, st)),
      ],
      [
        `static bool TryParseExact(string input, string[] formats, ${provider}, ${styles}, [ref] ${t} result)`,
        (c, _, [s, f, p, st, r]) => tried(r, () => exactly(c, s, f, p, st)),
      ],
    ),
  ];
}

const offsetDate = (value: Value | undefined): DateTimeOffset =>
  value instanceof DateTimeOffset ? value : new DateTimeOffset(0n, 0n);

defineType({
  fullName: "System.DateTimeOffset",
  kind: "struct",
  interfaces: ["System.IComparable", "System.IFormattable"],
  members: () => [
    ...(["AddDays", "AddHours", "AddMinutes", "AddSeconds", "AddMilliseconds"] as const).map((name, i) =>
      method<DateTimeOffset>([
        `System.DateTimeOffset ${name}(double value)`,
        (c, d, [v]) =>
          new DateTimeOffset(
            d.ticks +
              unitTicks(
                c,
                num(v),
                [ticksPerDay, ticksPerHour, ticksPerMinute, ticksPerSecond, ticksPerMillisecond][i] ?? 1n,
              ),
            d.offset,
          ),
      ]),
    ),
    method<DateTimeOffset>(
      ["string ToString()", (c, d) => formatDateTimeOffset(d, "", currentCulture(c))],
      [
        "string ToString(string format)",
        (c, d, [f]) => formatDateTimeOffset(d, (f as string) ?? "", currentCulture(c)),
      ],
    ),
    method<DateTimeOffset>(["System.DateTimeOffset ToUniversalTime()", (_, d) => new DateTimeOffset(d.utcTicks, 0n)]),
    method<DateTimeOffset>([
      "System.DateTimeOffset ToLocalTime()",
      (c, d) => new DateTimeOffset(d.utcTicks + c.utcOffset(d.utcTicks), c.utcOffset(d.utcTicks)),
    ]),
    method<DateTimeOffset>(["long ToUnixTimeSeconds()", (_, d) => (d.utcTicks - unixEpochTicks) / ticksPerSecond]),
    method<DateTimeOffset>([
      "long ToUnixTimeMilliseconds()",
      (_, d) => (d.utcTicks - unixEpochTicks) / ticksPerMillisecond,
    ]),
    property("datetime DateTime", (d: DateTimeOffset) => new DateTime(d.ticks)),
    property("datetime UtcDateTime", (d: DateTimeOffset) => new DateTime(d.utcTicks, "Utc")),
    property(
      "datetime LocalDateTime",
      (d: DateTimeOffset, c) => new DateTime(d.utcTicks + c.utcOffset(d.utcTicks), "Local"),
    ),
    property("datetime Date", (d: DateTimeOffset) => new DateTime(d.ticks - (d.ticks % ticksPerDay))),
    property("int Day", (d: DateTimeOffset) => datePartsOf(d.ticks).day),
    property(
      "System.DayOfWeek DayOfWeek",
      (d: DateTimeOffset) => new EnumValue(typeNamed("System.DayOfWeek"), BigInt(datePartsOf(d.ticks).dayOfWeek)),
    ),
    property("int DayOfYear", (d: DateTimeOffset) => datePartsOf(d.ticks).dayOfYear),
    property("int Hour", (d: DateTimeOffset) => datePartsOf(d.ticks).hour),
    property("int Millisecond", (d: DateTimeOffset) => Math.floor(datePartsOf(d.ticks).fraction / 1e4)),
    coreProperty("int Microsecond", (d: DateTimeOffset) => Math.floor(datePartsOf(d.ticks).fraction / 10) % 1000),
    coreProperty("int Nanosecond", (d: DateTimeOffset) => (datePartsOf(d.ticks).fraction % 10) * 100),
    property("int Minute", (d: DateTimeOffset) => datePartsOf(d.ticks).minute),
    property("int Month", (d: DateTimeOffset) => datePartsOf(d.ticks).month),
    property("timespan Offset", (d: DateTimeOffset) => new TimeSpan(d.offset)),
    coreProperty("int TotalOffsetMinutes", (d: DateTimeOffset) => Number(d.offset / ticksPerMinute)),
    property("int Second", (d: DateTimeOffset) => datePartsOf(d.ticks).second),
    property("long Ticks", (d: DateTimeOffset) => d.ticks),
    property("long UtcTicks", (d: DateTimeOffset) => d.utcTicks),
    property("timespan TimeOfDay", (d: DateTimeOffset) => new TimeSpan(d.ticks % ticksPerDay)),
    property("int Year", (d: DateTimeOffset) => datePartsOf(d.ticks).year),
  ],
  staticMembers: () => [
    property("System.DateTimeOffset Now", (_, c) => new DateTimeOffset(c.now(), offsetOfLocal(c, c.now()))),
    property("System.DateTimeOffset UtcNow", (_, c) => new DateTimeOffset(c.now() - offsetOfLocal(c, c.now()), 0n)),
    property("System.DateTimeOffset MinValue", () => new DateTimeOffset(0n, 0n)),
    property("System.DateTimeOffset MaxValue", () => new DateTimeOffset(maxDateTicks, 0n)),
    ...offsetParsing(),
    method([
      "static System.DateTimeOffset FromUnixTimeSeconds(long seconds)",
      (_, __, [s]) => new DateTimeOffset(unixEpochTicks + long(s) * ticksPerSecond, 0n),
    ]),
    method([
      "static System.DateTimeOffset FromUnixTimeMilliseconds(long milliseconds)",
      (_, __, [s]) => new DateTimeOffset(unixEpochTicks + long(s) * ticksPerMillisecond, 0n),
    ]),
    method(
      [
        "static timespan op_Subtraction(System.DateTimeOffset left, System.DateTimeOffset right)",
        (_, __, [a, b]) => new TimeSpan(offsetDate(a).utcTicks - offsetDate(b).utcTicks),
      ],
      [
        "static System.DateTimeOffset op_Subtraction(System.DateTimeOffset dateTimeOffset, timespan timeSpan)",
        (_, __, [a, b]) => new DateTimeOffset(offsetDate(a).ticks - span(b).ticks, offsetDate(a).offset),
      ],
    ),
    method([
      "static System.DateTimeOffset op_Addition(System.DateTimeOffset dateTimeOffset, timespan timeSpan)",
      (_, __, [a, b]) => new DateTimeOffset(offsetDate(a).ticks + span(b).ticks, offsetDate(a).offset),
    ]),
  ],
  constructors: () => [
    overload(
      "System.DateTimeOffset new(datetime dateTime)",
      (c, _, [d]) => new DateTimeOffset(date(d).ticks, date(d).kind === "Utc" ? 0n : offsetOfLocal(c, date(d).ticks)),
    ),
    overload(
      "System.DateTimeOffset new(datetime dateTime, timespan offset)",
      (_, __, [d, o]) => new DateTimeOffset(date(d).ticks, span(o).ticks),
    ),
  ],
  convertFrom: (context, value) =>
    value instanceof DateTime
      ? new DateTimeOffset(value.ticks, value.kind === "Utc" ? 0n : offsetOfLocal(context, value.ticks))
      : undefined,
});
