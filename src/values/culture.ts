import { otherCultures } from "./other-cultures.js";
import type { ValueFacts } from "./value-facts.js";

/** What a CultureInfo says about numbers and dates. */
export interface Culture {
  /** `en-US`; empty for the invariant culture. */
  readonly name: string;
  readonly isInvariant: boolean;
  readonly lcid: number;
  readonly englishName: string;
  readonly nativeName: string;
  readonly threeLetterName: string;
  readonly currencySymbol: string;
  readonly currencyDecimals: number;
  /** Decimals of N, F and P without a precision. */
  readonly decimals: number;
  readonly decimalSeparator: string;
  readonly groupSeparator: string;
  readonly negativeSign: string;
  /** `n%` or `n %`; a negative number has its sign before that. */
  readonly percentPattern: string;
  /** How C shows numbers: `$n`, `n $`. */
  readonly positiveCurrency: string;
  /** How C shows negative numbers: `-$n`, `($n)`. */
  readonly negativeCurrency: string;
  readonly infinity: string;
  readonly listSeparator: string;
  /** 0 for Sunday. */
  readonly firstDayOfWeek: number;
  readonly dateSeparator: string;
  readonly timeSeparator: string;
  readonly designators: readonly [am: string, pm: string];
  readonly era: string;
  readonly patterns: {
    readonly shortDate: string;
    readonly longDate: string;
    readonly shortTime: string;
    readonly longTime: string;
    readonly monthDay: string;
    readonly yearMonth: string;
  };
  /** From Sunday and from January on. */
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  readonly months: readonly string[];
  /** As they stand in a date. */
  readonly shortMonths: readonly string[];
  readonly shortMonthsAlone: readonly string[];
}

/** English, from Sunday on. */
export const dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
/** English, from January on. */
export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const short = (names: readonly string[]) => names.map((name) => name.slice(0, 3));

/** What English and the invariant culture share. */
const english = {
  currencyDecimals: 2,
  decimalSeparator: ".",
  groupSeparator: ",",
  negativeSign: "-",
  positiveCurrency: "$n",
  listSeparator: ",",
  firstDayOfWeek: 0,
  dateSeparator: "/",
  timeSeparator: ":",
  designators: ["AM", "PM"],
  days: dayNames,
  shortDays: short(dayNames),
  months: monthNames,
  shortMonths: short(monthNames),
  shortMonthsAlone: short(monthNames),
} as const;

/** CultureInfo.InvariantCulture. */
export const invariantCulture: Culture = {
  ...english,
  name: "",
  isInvariant: true,
  lcid: 127,
  englishName: "Invariant Language (Invariant Country)",
  nativeName: "Invariant Language (Invariant Country)",
  threeLetterName: "ivl",
  era: "A.D.",
  currencySymbol: "\u00a4",
  decimals: 2,
  percentPattern: "n %",
  negativeCurrency: "($n)",
  infinity: "Infinity",
  patterns: {
    shortDate: "MM/dd/yyyy",
    longDate: "dddd, dd MMMM yyyy",
    shortTime: "HH:mm",
    longTime: "HH:mm:ss",
    monthDay: "MMMM dd",
    yearMonth: "yyyy MMMM",
  },
};

const englishByFacts = new WeakMap<ValueFacts, Culture>();

/** en-US as the edition's .NET describes it. */
export function englishCulture(facts: ValueFacts): Culture {
  let culture = englishByFacts.get(facts);
  if (culture === undefined) {
    const core = facts.exceptionTexts === "core";
    culture = {
      ...english,
      name: "en-US",
      isInvariant: false,
      lcid: 1033,
      englishName: "English (United States)",
      nativeName: "English (United States)",
      threeLetterName: "eng",
      era: "AD",
      currencySymbol: "$",
      decimals: facts.defaultDecimals,
      percentPattern: "n%",
      negativeCurrency: core ? "-$n" : "($n)",
      infinity: "\u221e",
      patterns: {
        shortDate: "M/d/yyyy",
        longDate: "dddd, MMMM d, yyyy",
        shortTime: `h:mm${facts.designatorSpace}tt`,
        longTime: `h:mm:ss${facts.designatorSpace}tt`,
        monthDay: "MMMM d",
        yearMonth: "MMMM yyyy",
      },
    };
    englishByFacts.set(facts, culture);
  }
  return culture;
}

/** The culture of a name as `[cultureinfo]` takes it, `""` for the invariant one; `undefined` for those not emulated. */
export function cultureOfName(name: string, facts: ValueFacts): Culture | undefined {
  if (name === "") return invariantCulture;
  if (/^en(-us)?$/i.test(name)) return englishCulture(facts);
  const wanted = name.toLowerCase();
  return otherCultures.find((culture) => culture.name.toLowerCase() === wanted);
}

/** Names of the emulated cultures beside the invariant one. */
export function emulatedCultures(): readonly string[] {
  return ["en-US", ...otherCultures.map(({ name }) => name)];
}

/** A number's text with the separators and the sign of a culture; `text` has those of the invariant one. */
export function localizedNumber(text: string, { decimalSeparator, groupSeparator, negativeSign }: Culture): string {
  if (decimalSeparator === "." && groupSeparator === "," && negativeSign === "-") return text;
  return text.replace(/[.,-]/g, (c) => (c === "." ? decimalSeparator : c === "," ? groupSeparator : negativeSign));
}

/** The other way round: what a culture writes as the invariant culture would. */
export function delocalizedNumber(text: string, { decimalSeparator, groupSeparator, negativeSign }: Culture): string {
  if (decimalSeparator === "." && groupSeparator === "," && negativeSign === "-") return text;
  return Array.from(text, (c) => {
    if (c === decimalSeparator) return ".";
    // A blank between groups may be typed as a plain one.
    if (c === groupSeparator || (/\s/.test(groupSeparator) && /\s/.test(c))) return ",";
    return c === negativeSign ? "-" : c;
  }).join("");
}
