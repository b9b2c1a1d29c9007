import { type Culture, dayNames, invariantCulture, monthNames } from "./culture.js";
import { datesInEnglish, type NumberOrder, numberOrderOf } from "./culture-dates.js";
import { DateTime, DateTimeOffset, datePartsOf, daysInMonth, ticksOf, ticksPerMinute } from "./date-time.js";
import { offsetOfLocal } from "./local-time.js";
import { netError } from "./net-errors.js";
import type { ValueContext } from "./value-context.js";

interface ParsedTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly fraction: number;
}
/** A moment as a text shows it. */
export interface ParsedMoment {
  readonly ticks: bigint;
  /** Offset in ticks when the text names a zone. */
  readonly offset: bigint | null;
}

/** The bits of DateTimeStyles that say what a time means. */
const styles = { adjustToUniversal: 16, assumeLocal: 32, assumeUniversal: 64, roundtripKind: 128 } as const;

/**
 * DateTime.Parse (H.5): the order of the numbers is the culture's, names are the culture's or English; a text with a
 * zone becomes local time, unless the style (bits of DateTimeStyles) says otherwise. Throws FormatException.
 */
export function parseDateTime(
  context: ValueContext,
  text: string,
  culture: Culture = invariantCulture,
  style = 0,
): DateTime {
  return dateOf(context, parseMoment(context, text, culture), style);
}

/** The date that a moment is, by the bits of DateTimeStyles that say what a time means. */
export function dateOf(context: ValueContext, { ticks, offset }: ParsedMoment, style: number): DateTime {
  const has = (bit: number): boolean => (style & bit) !== 0;
  const local = (utc: bigint): DateTime => new DateTime(utc + context.utcOffset(utc), "Local");
  if (offset === null && has(styles.assumeLocal)) {
    const utc = ticks - offsetOfLocal(context, ticks);
    return has(styles.adjustToUniversal) ? new DateTime(utc, "Utc") : new DateTime(ticks, "Local");
  }
  if (offset === null && !has(styles.assumeUniversal)) return new DateTime(ticks);
  const utc = ticks - (offset ?? 0n);
  if (has(styles.adjustToUniversal) || (has(styles.roundtripKind) && offset === 0n)) return new DateTime(utc, "Utc");
  return local(utc);
}

/** DateTimeOffset.Parse; without a zone the local offset holds. */
export function parseDateTimeOffset(
  context: ValueContext,
  text: string,
  culture: Culture = invariantCulture,
  style = 0,
): DateTimeOffset {
  const moment = parseMoment(context, text, culture);
  const assumed = (style & styles.assumeUniversal) !== 0 ? 0n : offsetOfLocal(context, moment.ticks);
  const parsed = new DateTimeOffset(moment.ticks, moment.offset ?? assumed);
  return (style & styles.adjustToUniversal) !== 0 ? new DateTimeOffset(parsed.utcTicks, 0n) : parsed;
}

/** FormatException: the text is no date. */
export function notRecognized(text: string) {
  return netError("System.FormatException", `String '${text}' was not recognized as a valid DateTime.`);
}

function unknownWord(text: string, index: number) {
  return netError(
    "System.FormatException",
    `The string '${text}' was not recognized as a valid DateTime. There is an unknown word starting at index '${index}'.`,
  );
}

const knownWords = new Set([
  ...monthNames.flatMap((n) => [n.toLowerCase(), n.slice(0, 3).toLowerCase()]),
  ...dayNames.flatMap((n) => [n.toLowerCase(), n.slice(0, 3).toLowerCase()]),
  "am",
  "pm",
  "a",
  "p",
  "t",
  "z",
  "gmt",
  "utc",
]);

/** @param english the same with the culture's names in English: what is no name stands in it as in the text */
function checkWords(text: string, english: string): void {
  for (const [word] of english.matchAll(/[A-Za-z\u0080-\uffff]+/g)) {
    if (!knownWords.has(word.toLowerCase())) throw unknownWord(text, Math.max(text.indexOf(word), 0));
  }
}

const timePattern =
  /(?:^|[\sT])(\d{1,2})(?:\s*:\s*(\d{1,2})(?:\s*:\s*(\d{1,2})(?:[.,](\d+))?)?\s*([ap]m?)?|\s*([ap]m?))(?![\w:])/i;

function parseMoment(context: ValueContext, text: string, culture: Culture): ParsedMoment {
  const english = datesInEnglish(text, culture);
  checkWords(text, english);
  const fail = () => notRecognized(text);
  let rest = english.trim();
  if (rest === "") throw fail();
  let offset: bigint | null = null;
  const zone = /(?:(?<=[\d\s])(?:Z|GMT|UTC)|(?<=:\d{1,2}(?:\.\d+)?(?:\s*[ap]m)?\s*)([-+])(\d{1,2}):?(\d{2})?)$/i.exec(
    rest,
  );
  if (zone !== null) {
    const minutes = zone[1] === undefined ? 0 : Number(zone[2]) * 60 + Number(zone[3] ?? 0);
    offset = BigInt(zone[1] === "-" ? -minutes : minutes) * ticksPerMinute;
    rest = rest.slice(0, zone.index).trim();
  }
  // A T between date and time separates like a blank.
  const timeMatch = timePattern.exec(rest.replace(/(?<=\d)T(?=\d)/i, " "));
  let time: ParsedTime = { hour: 0, minute: 0, second: 0, fraction: 0 };
  if (timeMatch !== null) {
    const parsed = readTime(timeMatch);
    if (parsed === "day24") throw notInCalendar(text);
    if (parsed === null) throw fail();
    time = parsed;
    const spaced = rest.replace(/(?<=\d)T(?=\d)/i, " ");
    rest = `${spaced.slice(0, timeMatch.index)} ${spaced.slice(timeMatch.index + timeMatch[0].length)}`.trim();
  }
  const day = rest === "" && timeMatch !== null ? today(context) : readDate(context, rest, numberOrderOf(culture));
  if (day === null) throw fail();
  const [year, month, dayOfMonth] = day;
  return { ticks: ticksOf(year, month, dayOfMonth, time.hour, time.minute, time.second, time.fraction), offset };
}

/** FormatException: the calendar has no such day. */
export function notInCalendar(text: string) {
  const what = `The DateTime represented by the string '${text}'`;
  return netError(
    "System.FormatException",
    `${what} is not supported in calendar 'System.Globalization.GregorianCalendar'.`,
  );
}

function readTime(match: RegExpExecArray): ParsedTime | "day24" | null {
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  const second = Number(match[3] ?? 0);
  const designator = (match[5] ?? match[6])?.toLowerCase();
  if (hour === 24) return "day24";
  if (hour > 23 || minute > 59 || second > 59) return null;
  if (designator !== undefined) {
    if (hour > 12) return null;
    hour = (hour % 12) + (designator.startsWith("p") ? 12 : 0);
  }
  const fraction = match[4] === undefined ? 0 : Math.round(Number(`0.${match[4]}`) * 1e7);
  return { hour, minute, second, fraction };
}

type Day = readonly [year: number, month: number, day: number];

function today(context: ValueContext): Day {
  const p = datePartsOf(context.now());
  return [p.year, p.month, p.day];
}

function readDate(context: ValueContext, text: string, order: NumberOrder): Day | null {
  const weekday = /^(sun|mon|tue|wed|thu|fri|sat)[a-z]*\s*,?\s*/i.exec(text);
  const rest = weekday === null ? text : text.slice(weekday[0].length);
  const day = readPlainDate(context, rest.trim(), order);
  if (day === null || weekday === null) return day;
  const parts = datePartsOf(ticksOf(...day));
  return dayNames[parts.dayOfWeek]?.slice(0, 3).toLowerCase() === weekday[1]?.toLowerCase() ? day : null;
}

function monthOf(name: string): number {
  const lower = name.toLowerCase();
  return monthNames.findIndex((n) => n.toLowerCase() === lower || n.slice(0, 3).toLowerCase() === lower) + 1;
}

function readPlainDate(context: ValueContext, text: string, order: NumberOrder): Day | null {
  const numeric = /^(\d{1,4})(\s*[-/.]\s*|\s+)(\d{1,2})(?:\2(\d{1,4}))?\.?$/.exec(text);
  if (numeric !== null) {
    const [, a = "", , b = "", c] = numeric;
    const inYear = (year: string): Day | null => (order === "month first" ? checked(year, a, b) : checked(year, b, a));
    if (c === undefined) return a.length >= 3 ? checked(a, b, "1") : inYear(`${today(context)[0]}`.padStart(4, "0"));
    return a.length >= 3 ? checked(a, b, c) : inYear(c);
  }
  const yearLast = /^(\d{1,2})\s*[-/.]\s*(\d{3,4})$/.exec(text);
  if (yearLast !== null) return checked(yearLast[2] as string, yearLast[1] as string, "1");
  return readNamedMonth(context, text);
}

function readNamedMonth(context: ValueContext, text: string): Day | null {
  const words = text.split(/[\s,./-]+/).filter((w) => w !== "");
  const at = words.findIndex((w) => /^[a-z]+$/i.test(w));
  if (at < 0 || words.length > 3) return null;
  const month = monthOf(words[at] as string);
  if (month === 0) return null;
  const numbers = words.filter((_, i) => i !== at);
  if (!numbers.every((n) => /^\d{1,4}$/.test(n))) return null;
  const [a, b] = numbers;
  if (a === undefined) return null;
  if (b === undefined) {
    if (a.length >= 3) return checked(a, `${month}`, "1");
    return checked(`${today(context)[0]}`.padStart(4, "0"), `${month}`, a);
  }
  return a.length >= 3 ? checked(a, `${month}`, b) : checked(b, `${month}`, a);
}

/** Two-digit years mean 1950 to 2049. */
function checked(yearText: string, monthText: string, dayText: string): Day | null {
  let year = Number(yearText);
  if (yearText.length <= 2) year += year < 50 ? 2000 : 1900;
  const month = Number(monthText);
  const day = Number(dayText);
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return [year, month, day];
}
