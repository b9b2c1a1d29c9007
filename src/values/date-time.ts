import { ValueObject } from "./dictionary.js";
import type { DotNetType } from "./dotnet-type.js";
import { heapClass } from "./heap/heap-class.js";
import { typeNamed } from "./types.js";

/** 100-nanosecond units. */
export const ticksPerMillisecond = 10_000n;
export const ticksPerSecond = 10_000_000n;
export const ticksPerMinute = 600_000_000n;
export const ticksPerHour = 36_000_000_000n;
export const ticksPerDay = 864_000_000_000n;
/** DateTime.MaxValue.Ticks. */
export const maxDateTicks = 3_155_378_975_999_999_999n;
/** 1970-01-01. */
export const unixEpochTicks = 621_355_968_000_000_000n;

export type DateTimeKind = "Unspecified" | "Utc" | "Local";

/** A date and time taken apart. `fraction` is in ticks within the second. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly fraction: number;
  /** 0 is Sunday. */
  readonly dayOfWeek: number;
  readonly dayOfYear: number;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}
/** Days between 0001-01-01 and the date. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = year - 1;
  let days = y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + day - 1;
  for (let m = 1; m < month; m++) days += daysInMonth(year, m);
  return days;
}
/** Ticks of a date and time; the parts are in range. */
export function ticksOf(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  fraction = 0,
): bigint {
  const seconds = hour * 3600 + minute * 60 + second;
  return BigInt(dayNumber(year, month, day)) * ticksPerDay + BigInt(seconds) * ticksPerSecond + BigInt(fraction);
}
export function datePartsOf(ticks: bigint): DateParts {
  let days = Number(ticks / ticksPerDay);
  const dayOfWeek = (days + 1) % 7;
  const time = Number(ticks % ticksPerDay);
  const n400 = Math.floor(days / 146097);
  days -= n400 * 146097;
  const n100 = Math.min(3, Math.floor(days / 36524));
  days -= n100 * 36524;
  const n4 = Math.floor(days / 1461);
  days -= n4 * 1461;
  const n1 = Math.min(3, Math.floor(days / 365));
  days -= n1 * 365;
  const year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1;
  const dayOfYear = days + 1;
  let month = 1;
  while (days >= daysInMonth(year, month)) days -= daysInMonth(year, month++);
  const seconds = Math.floor(time / 1e7);
  return {
    year,
    month,
    day: days + 1,
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    fraction: time % 1e7,
    dayOfWeek,
    dayOfYear,
  };
}

/** System.DateTime: 100-ns ticks since 0001-01-01 and a kind. */
export class DateTime extends ValueObject {
  private parts: DateParts | null = null;
  constructor(
    readonly ticks: bigint,
    readonly kind: DateTimeKind = "Unspecified",
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.DateTime");
  }
  get dateParts(): DateParts {
    this.parts ??= datePartsOf(this.ticks);
    return this.parts;
  }
  equalityKey(): string {
    return this.ticks.toString();
  }
}
heapClass("DateTime", DateTime, { caches: { parts: null } });

/** System.TimeSpan, in ticks. */
export class TimeSpan extends ValueObject {
  constructor(readonly ticks: bigint) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.TimeSpan");
  }
  equalityKey(): string {
    return this.ticks.toString();
  }
}
heapClass("TimeSpan", TimeSpan);

/** System.DateTimeOffset: local ticks and their offset from UTC, in ticks. */
export class DateTimeOffset extends ValueObject {
  constructor(
    readonly ticks: bigint,
    readonly offset: bigint,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.DateTimeOffset");
  }
  get utcTicks(): bigint {
    return this.ticks - this.offset;
  }
  equalityKey(): string {
    return this.utcTicks.toString();
  }
}
heapClass("DateTimeOffset", DateTimeOffset);
