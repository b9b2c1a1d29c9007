import { PSList } from "../../values/collections.js";
import { ValueObject } from "../../values/dictionary.js";
import { toItems } from "../../values/enumeration.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { method, property } from "../../values/signatures.js";
import { toText } from "../../values/text.js";
import { defineType, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { formatError, fromText } from "./text-conversion.js";

export const scheduleTypeName = "Microsoft.Exchange.Data.Schedule";
export const scheduleIntervalName = "Microsoft.Exchange.Common.ScheduleInterval";
const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const minutesOfDay = 24 * 60;
const minutesOfWeek = 7 * minutesOfDay;
/** Schedules are made of quarters of an hour. */
const step = 15;

/** `Sun.1:00 AM-Sun.5:00 AM`, from minutes since midnight of Sunday; `end` is where the interval stops. */
export interface ScheduleInterval {
  readonly start: number;
  readonly end: number;
}

/** The same hours on every day of the week. */
export function dailySchedule(startMinute: number, length: number): readonly string[] {
  return days.map((_day, index) =>
    intervalText({ start: index * minutesOfDay + startMinute, end: index * minutesOfDay + startMinute + length }),
  );
}

/** The schedule as Exchange gives it: its intervals, each as text. */
export function schedule(intervals: readonly string[]): Value {
  return new PSList(typeNamed(scheduleTypeName), [...intervals], typeNamed("System.String"));
}

function intervalText({ start, end }: ScheduleInterval): string {
  return `${timeText(start)}-${timeText(end)}`;
}

function timeText(minute: number): string {
  const inWeek = minute % minutesOfWeek;
  const hour = Math.floor((inWeek % minutesOfDay) / 60);
  const rest = `${inWeek % 60}`.padStart(2, "0");
  return `${days[Math.floor(inWeek / minutesOfDay)]?.slice(0, 3)}.${hour % 12 === 0 ? 12 : hour % 12}:${rest} ${hour < 12 ? "AM" : "PM"}`;
}

const timePattern = /^([A-Za-z]{3,9})\.(\d{1,2}):(\d{2})(?:\s*([AaPp])[Mm])?$/;

/** `Sun.1:00 AM`, `Sunday.13:15` as minutes since midnight of Sunday; `null` for anything else. */
function parseTime(text: string): number | null {
  const [, dayText = "", hourText = "", minuteText = "", half] = timePattern.exec(text.trim()) ?? [];
  const day = days.findIndex(
    (name) => name.toLowerCase() === dayText.toLowerCase() || name.slice(0, 3).toLowerCase() === dayText.toLowerCase(),
  );
  const hour = Number(hourText);
  const minute = Number(minuteText);
  if (day < 0 || minute > 59) return null;
  if (half === undefined) return hour > 23 ? null : day * minutesOfDay + hour * 60 + minute;
  if (hour < 1 || hour > 12) return null;
  return day * minutesOfDay + ((hour % 12) + (half.toLowerCase() === "p" ? 12 : 0)) * 60 + minute;
}

/** One interval of text, in the form in which it is kept. */
function parseInterval(text: string): string {
  const parts = text.split("-");
  const start = parts.length === 2 ? parseTime(parts[0] ?? "") : null;
  const end = parts.length === 2 ? parseTime(parts[1] ?? "") : null;
  if (start === null || end === null) {
    throw formatError(`"${text}" isn't a schedule interval. Write it like "Sun.1:00 AM-Sun.5:00 AM".`);
  }
  if (start % step !== 0 || end % step !== 0) {
    throw formatError(`"${text}" isn't a schedule interval: it begins and ends at quarters of an hour.`);
  }
  return intervalText({ start, end });
}

/** The names that stand for a whole schedule. */
const named: ReadonlyMap<string, readonly string[]> = new Map([
  ["never", []],
  ["always", ["Sun.12:00 AM-Sun.12:00 AM"]],
  ["daily10pm", dailySchedule(22 * 60, step)],
  ["daily11pm", dailySchedule(23 * 60, step)],
  ["daily12pm", dailySchedule(12 * 60, step)],
  ["dailyat1am", dailySchedule(60, step)],
  ["daily2am", dailySchedule(2 * 60, step)],
  ["daily3am", dailySchedule(3 * 60, step)],
  ["daily4am", dailySchedule(4 * 60, step)],
  ["daily5am", dailySchedule(5 * 60, step)],
  ["dailyfrom11pmto3am", dailySchedule(23 * 60, 4 * 60)],
  ["dailyfrom1amto5am", dailySchedule(60, 4 * 60)],
  ["dailyfrom2amto6am", dailySchedule(2 * 60, 4 * 60)],
]);

/** One interval, as parameters take them one by one. */
class ScheduleIntervalValue extends ValueObject {
  readonly type = typeNamed(scheduleIntervalName);
  constructor(readonly text: string) {
    super();
  }
  equalityKey(): string {
    return this.text;
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("ScheduleIntervalValue", ScheduleIntervalValue);

/** The intervals of a schedule, or of a list of intervals; empty for every other value. */
export function scheduleIntervals(value: Value): readonly string[] {
  return toItems(value).flatMap((item) => {
    if (item instanceof ScheduleIntervalValue) return item.text;
    return typeof item === "string" ? item : [];
  });
}

defineType({
  fullName: scheduleIntervalName,
  convertFrom: fromText(
    () => scheduleIntervalName,
    (text) => new ScheduleIntervalValue(parseInterval(text)),
  ),
});
function parseSchedule(text: string): Value {
  return schedule(named.get(text.toLowerCase()) ?? text.split(",").map((part) => parseInterval(part.trim())));
}

defineType({
  fullName: scheduleTypeName,
  members: () => [property<PSList>("int Count", ({ items }) => items.length)],
  staticMembers: () => [
    ...["Always", "Never"].map((name) => property(`static ${scheduleTypeName} ${name}`, () => parseSchedule(name))),
    method([`static ${scheduleTypeName} Parse(string s)`, (_context, _self, [text]) => parseSchedule(String(text))]),
  ],
  interfaces: ["System.Collections.IEnumerable", "System.Collections.ICollection", "System.Collections.IList"],
  convertFrom: (context, value) => {
    const convert = fromText(() => scheduleTypeName, parseSchedule);
    const items = toItems(value);
    if (items.length === 1) return convert(context, items[0] ?? null);
    return schedule(items.flatMap((item) => scheduleIntervals(convert(context, toText(context, item)))));
  },
});
