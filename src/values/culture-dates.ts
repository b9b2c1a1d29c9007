import { type Culture, dayNames, monthNames } from "./culture.js";

/** Which of two numbers in a date comes first: that of the month, or that of the day. */
export type NumberOrder = "month first" | "day first";

/** The order of a culture's short dates; dates that begin with the year go on with the month. */
export const numberOrderOf = ({ patterns: { shortDate } }: Culture): NumberOrder =>
  shortDate.indexOf("d") < shortDate.indexOf("M") ? "day first" : "month first";

const isLetterBefore = "(?<![\\p{L}\\p{M}])";
const isLetterBehind = "(?![\\p{L}\\p{M}])";

/** The words of a culture's dates with what they are in English; words that only join others are nothing. */
function wordsOf(culture: Culture): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const add = (names: readonly string[], english: readonly string[]): void => {
    for (const [index, name] of names.entries()) {
      const word = name.toLowerCase().replace(/\.$/, "");
      // A month's short name goes before a day's: `mar` is March.
      if (word !== "" && !/^\d/.test(word) && !words.has(word)) words.set(word, english[index] ?? "");
    }
  };
  add(culture.months, monthNames);
  add(culture.shortMonths, monthNames);
  add(culture.shortMonthsAlone, monthNames);
  add(culture.days, dayNames);
  add(culture.shortDays, dayNames);
  const { longDate, monthDay, yearMonth } = culture.patterns;
  for (const [, literal = ""] of `${longDate} ${monthDay} ${yearMonth}`.matchAll(/'([^']*)'/g)) {
    const word = literal.trim().toLowerCase();
    if (word !== "") words.set(word, "");
  }
  return words;
}

const tables = new Map<string, { readonly words: ReadonlyMap<string, string>; readonly pattern: RegExp }>();

function tableOf(culture: Culture) {
  let table = tables.get(culture.name);
  if (table === undefined) {
    const words = wordsOf(culture);
    // Names are of the culture's data: letters, hyphens and points.
    const longestFirst = [...words.keys()].sort((a, b) => b.length - a.length);
    const alternatives = longestFirst.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
    table = { words, pattern: new RegExp(`${isLetterBefore}(?:${alternatives})${isLetterBehind}\\.?`, "giu") };
    tables.set(culture.name, table);
  }
  return table;
}

/**
 * A date's text with a culture's names of months and days in English, and without the words that join them. Other words
 * stay: English names are known in every culture.
 */
export function datesInEnglish(text: string, culture: Culture): string {
  if (culture.isInvariant || culture.name.startsWith("en-")) return text;
  const { words, pattern } = tableOf(culture);
  const [am, pm] = culture.designators;
  let english = text.replace(/(\d+)\s*\u5e74\s*(\d+)\s*\u6708(?:\s*(\d+)\s*\u65e5)?/, (_, year, month, day = "1") =>
    [year, month, day].join("/"),
  );
  for (const [designator, letters] of [
    [am, "AM"],
    [pm, "PM"],
  ] as const) {
    if (designator !== "" && !/^[ap]m$/i.test(designator)) {
      // It may stand before the time.
      const before = english.indexOf(designator);
      if (before >= 0) english = `${english.replace(designator, " ").trim()} ${letters}`;
    }
  }
  return english.replace(pattern, (found, place: number) => {
    const word = words.get(found.toLowerCase().replace(/\.$/, "")) ?? found;
    // Between numbers stands no day: `5-Mar-2024` is English, though `mar` is a French Tuesday.
    const isBetween = /[-/.]/.test(english.charAt(place - 1));
    return isBetween && (dayNames as readonly string[]).includes(word) ? found : word;
  });
}
