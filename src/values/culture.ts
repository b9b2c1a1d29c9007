import type { ValueFacts } from "./value-facts.js";

/** What a CultureInfo says about numbers and dates; English names everywhere. */
export interface Culture {
  /** `en-US`; empty for the invariant culture. */
  readonly name: string;
  readonly isInvariant: boolean;
  readonly currencySymbol: string;
  /** Decimals of N, F and P without a precision. */
  readonly decimals: number;
  /** `n%` or `n %`. */
  readonly percentPattern: "n%" | "n %";
  /** How C shows negative numbers: `-$5.00`, `($5.00)`. */
  readonly negativeCurrency: "-$n" | "($n)";
  readonly infinity: string;
  readonly patterns: {
    readonly shortDate: string;
    readonly longDate: string;
    readonly shortTime: string;
    readonly longTime: string;
    readonly monthDay: string;
    readonly yearMonth: string;
  };
}

/** CultureInfo.InvariantCulture. */
export const invariantCulture: Culture = {
  name: "",
  isInvariant: true,
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
      name: "en-US",
      isInvariant: false,
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
  return /^en(-us)?$/i.test(name) ? englishCulture(facts) : undefined;
}
