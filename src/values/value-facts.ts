/** In what the editions' .NET and engine differ, as far as values are concerned. Editions are data: no code asks for a name. */
export interface ValueFacts {
  /** `ToString()`, `-f`, CSV of Double and Single: shortest text that reads back (.NET Core 3.0 on), or 15 / 7 digits. */
  readonly floatText: "roundTrip" | "digits15";
  /** Default decimals of the formats N, F and P. */
  readonly defaultDecimals: 2 | 3;
  /** The sign between time and AM/PM in standard patterns: U+202F with ICU, a space before. */
  readonly designatorSpace: string;
  /** Texts of .NET's exceptions: `The input string 'x' was not in a correct format.` or `Input string was not in a correct format.` */
  readonly exceptionTexts: "core" | "framework";
  /**
   * How an argument's name follows the message of an exception that an operator or an assignment lets through:
   * `(Parameter 'index')`, or `Parameter name: index` on a line of its own. The recordings of 5.1's generation have the
   * first form here and the second one wherever the message is quoted by another.
   */
  readonly bareParameterNames: "core" | "framework";
  /** A dictionary's entry as text: `[a, 1]`, as the recordings of both generations have it, or .NET Framework's type name. */
  readonly dictionaryEntryText: "pair" | "typeName";
  /**
   * What Measure-Object says of a property that no object has. The recordings of 5.1's generation, and 7 in strict mode,
   * speak of the argument; Windows PowerShell's consoles of the input (3.0 on) or of objects (2.0).
   */
  readonly unmeasuredProperty: "argument" | "input" | "objects";
  /** PowerShell language version that governs operators and conversions (2 to 7). */
  readonly languageVersion: 2 | 3 | 4 | 5 | 7;
  /** Version of the Windows that the shell runs on. */
  readonly windowsVersion: "6.1.7601" | "6.3.9600" | "10.0.17763";
  /** Table cells made from properties show Double, Single and Decimal with three decimals. */
  readonly threeDecimalCells: boolean;
}

/** PowerShell 7.6 on .NET 10. */
export const powerShell7Facts: ValueFacts = {
  floatText: "roundTrip",
  defaultDecimals: 3,
  designatorSpace: "\u202f",
  exceptionTexts: "core",
  bareParameterNames: "core",
  dictionaryEntryText: "pair",
  unmeasuredProperty: "argument",
  languageVersion: 7,
  windowsVersion: "10.0.17763",
  threeDecimalCells: true,
};

/** Windows PowerShell 5.1 on .NET Framework. */
export const windowsPowerShell5Facts: ValueFacts = {
  floatText: "digits15",
  defaultDecimals: 2,
  designatorSpace: " ",
  exceptionTexts: "framework",
  bareParameterNames: "core",
  dictionaryEntryText: "pair",
  unmeasuredProperty: "argument",
  languageVersion: 5,
  windowsVersion: "10.0.17763",
  threeDecimalCells: false,
};
