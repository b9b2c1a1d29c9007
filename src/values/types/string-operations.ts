import { compareOrdinal, compareText } from "../collation.js";
import { PSArray } from "../collections.js";
import { toItems } from "../enumeration.js";
import { formatComposite } from "../format/composite.js";
import { argumentError, argumentNullError, negativeArgumentError, netError, outOfRangeError } from "../net-errors.js";
import { Char, EnumValue } from "../numbers.js";
import { currentCulture } from "../text.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { commonTypes } from "../value-types.js";

/** An argument that is text or a character, as text. */
export const text = (value: Value | undefined): string =>
  typeof value === "string" ? value : value instanceof Char ? value.text : "";
/** An Int32 argument. */
export const int = (value: Value | undefined): number => (typeof value === "number" ? value : 0);
/** A string[] of texts that nobody else has. */
export const stringArray = (items: string[]) => new PSArray(items, commonTypes().string);

/** StringComparison: 0 and 2 culture, 1 and 3 culture ignoring case, 4 ordinal, 5 ordinal ignoring case. */
export const comparisonOf = (value: Value | undefined): number =>
  value instanceof EnumValue ? Number(value.value) : 4;
const ignoresCase = (comparison: number) => comparison % 2 === 1;

/** Sign of a comparison by a StringComparison. */
export function compareBy(a: string, b: string, comparison: number): number {
  if (comparison >= 4) return Math.sign(compareOrdinal(a, b, ignoresCase(comparison)));
  return Math.sign(compareText(a, b, ignoresCase(comparison)));
}

/** The text in one case when the comparison ignores it. */
export function fold(value: string, comparison: number): string {
  return ignoresCase(comparison) ? value.toUpperCase() : value;
}

/** A text argument that may not be null. Throws ArgumentNullException. */
export function required(context: ValueContext, value: Value | undefined, parameter: string): string {
  if (value === null || value === undefined) throw argumentNullError(context, parameter);
  return text(value);
}

/** String.Substring; `length` null is to the end. Throws ArgumentOutOfRangeException. */
export function substring(context: ValueContext, self: string, start: number, length: number | null): string {
  if (start < 0) {
    if (context.facts.exceptionTexts === "core") throw negativeArgumentError(context, "startIndex", start);
    throw outOfRangeError(context, "StartIndex cannot be less than zero.", "startIndex");
  }
  if (start > self.length)
    throw outOfRangeError(context, "startIndex cannot be larger than length of string.", "startIndex");
  if (length === null) return self.slice(start);
  if (length < 0) {
    if (context.facts.exceptionTexts === "core") throw negativeArgumentError(context, "length", length);
    throw outOfRangeError(context, "Length cannot be less than zero.", "length");
  }
  if (start + length > self.length)
    throw outOfRangeError(context, "Index and length must refer to a location within the string.", "length");
  return self.slice(start, start + length);
}

/** Throws ArgumentOutOfRangeException for a place outside of the text. */
export function checkStart(context: ValueContext, start: number, length: number, parameter = "startIndex"): void {
  if (start < 0 || start > length) {
    throw outOfRangeError(
      context,
      "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
      parameter,
    );
  }
}

/** String.IndexOf within a range. */
export function indexOf(
  context: ValueContext,
  self: string,
  what: string,
  start: number,
  count: number,
  comparison: number,
): number {
  checkStart(context, start, self.length);
  if (count < 0 || start + count > self.length) {
    throw outOfRangeError(
      context,
      "Count must be positive and count must refer to a location within the string/array/collection.",
      "count",
    );
  }
  const at = fold(self.slice(0, start + count), comparison).indexOf(fold(what, comparison), start);
  return at;
}

/** String.LastIndexOf from a place backwards. */
export function lastIndexOf(self: string, what: string, start: number, comparison: number): number {
  if (self === "") return what === "" ? 0 : -1;
  const from = Math.min(start, self.length - 1);
  return fold(self.slice(0, from + 1), comparison).lastIndexOf(fold(what, comparison));
}

/** The characters of a char[] argument. */
export const charSet = (value: Value | undefined): string =>
  value === null || value === undefined ? "" : toItems(value).map(text).join("");
const isWhite = (c: string) => /[\s\u0085\u200b]/u.test(c) && c !== "\u200b" && c !== "\ufeff";

/** Without the characters of the set (white space when it is empty) at one or both ends. */
export function trim(self: string, set: string, atStart: boolean, atEnd: boolean): string {
  const drops = (c: string) => (set === "" ? isWhite(c) : set.includes(c));
  let from = 0;
  let to = self.length;
  if (atStart) while (from < to && drops(self[from] as string)) from++;
  if (atEnd) while (to > from && drops(self[to - 1] as string)) to--;
  return self.slice(from, to);
}

interface SplitOptions {
  readonly removeEmpty: boolean;
  readonly trim: boolean;
}
const noSplitOptions: SplitOptions = { removeEmpty: false, trim: false };

/** StringSplitOptions. */
export const splitOptions = (value: Value | undefined): SplitOptions => {
  if (value === undefined) return noSplitOptions;
  const bits = value instanceof EnumValue ? Number(value.value) : 0;
  return { removeEmpty: (bits & 1) !== 0, trim: (bits & 2) !== 0 };
};

/** String.Split at any of the separators (the first in the list that fits); white space when there are none. */
export function splitText(self: string, separators: readonly string[], count: number, options: SplitOptions): string[] {
  const [only] = separators;
  if (
    separators.length === 1 &&
    only !== undefined &&
    only !== "" &&
    count === all &&
    !options.removeEmpty &&
    !options.trim
  )
    return splitAt(self, only);
  const parts: string[] = [];
  const usable = separators.filter((s) => s !== "");
  const add = (part: string) => {
    const trimmed = options.trim ? part.trim() : part;
    if (!options.removeEmpty || trimmed !== "") parts.push(trimmed);
  };
  let start = 0;
  let i = 0;
  while (i < self.length && parts.length < count - 1) {
    const hit =
      separators.length === 0 || usable.length === 0
        ? separators.length === 0 && isWhite(self[i] as string)
          ? 1
          : 0
        : separatorAt(self, i, usable);
    if (hit > 0) {
      add(self.slice(start, i));
      i += hit;
      start = i;
    } else i++;
  }
  if (count > 0) add(self.slice(start));
  return parts;
}

/** At every occurrence of one separator. (JavaScript's own `split` takes twice as long for short texts.) */
function splitAt(self: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = self.indexOf(separator); at >= 0; at = self.indexOf(separator, start)) {
    parts.push(self.slice(start, at));
    start = at + separator.length;
  }
  parts.push(self.slice(start));
  return parts;
}

function separatorAt(self: string, at: number, separators: readonly string[]): number {
  for (const s of separators) if (self.startsWith(s, at)) return s.length;
  return 0;
}

/** No limit. */
export const all = Number.POSITIVE_INFINITY;
/** Separators given as char[] or string[]. */
export const separatorsOf = (value: Value | undefined): readonly string[] =>
  value === null || value === undefined ? [] : toItems(value).map(text);

/** Every occurrence replaced, unless the result would be longer than the limits allow. */
export function replaceExactly(context: ValueContext, self: string, what: string, by: string): string {
  if (self.length > 1000) {
    let found = 0;
    for (let at = self.indexOf(what); at >= 0; at = self.indexOf(what, at + what.length)) found++;
    context.spend(found);
    context.checkSize("string", self.length + found * (by.length - what.length));
  }
  return self.replaceAll(what, by.replaceAll("$", "$$$$"));
}

/** String.Replace. Throws ArgumentException for an empty old text. */
export function replace(
  context: ValueContext,
  self: string,
  old: Value | undefined,
  by: Value | undefined,
  comparison = 4,
): string {
  // To PowerShell 7 the nearest overload for null is that of characters, of which NUL is replaced.
  if (old === null && context.facts.languageVersion >= 7 && comparison === 4) return self;
  const what = required(context, old, "oldValue");
  if (what === "")
    throw argumentError(
      context,
      context.facts.exceptionTexts === "core"
        ? "The value cannot be an empty string."
        : "String cannot be of zero length.",
      "oldValue",
    );
  if (!ignoresCase(comparison)) return replaceExactly(context, self, what, text(by));
  const haystack = self.toUpperCase();
  const needle = what.toUpperCase();
  let out = "";
  let at = 0;
  for (let hit = haystack.indexOf(needle); hit >= 0; hit = haystack.indexOf(needle, at)) {
    out += self.slice(at, hit) + text(by);
    at = hit + what.length;
  }
  return out + self.slice(at);
}

/** String.PadLeft and PadRight. */
export function pad(
  context: ValueContext,
  self: string,
  width: number,
  character: Value | undefined,
  left: boolean,
): string {
  if (width < 0)
    throw context.facts.exceptionTexts === "core"
      ? negativeArgumentError(context, "totalWidth", width)
      : outOfRangeError(context, "Non-negative number required.", "totalWidth");
  if (width > 1 << 26)
    throw netError("System.OutOfMemoryException", "Insufficient memory to continue the execution of the program.");
  const fill = character === undefined ? " " : text(character);
  return left ? self.padStart(width, fill) : self.padEnd(width, fill);
}

/** The elements of a params array. */
export const formatArgs = (value: Value | undefined): readonly Value[] =>
  value === null || value === undefined ? [] : toItems(value);
/** String.Format. */
export function format(
  context: ValueContext,
  pattern: string,
  args: readonly Value[],
  culture = currentCulture(context),
): string {
  return formatComposite(context, pattern, args, culture);
}

/** Split with a text as separator; on .NET Framework its characters are the separators. */
export function splitByText(
  context: ValueContext,
  self: string,
  separator: string,
  count: number,
  options: Value | undefined,
): string[] {
  const framework = context.facts.exceptionTexts === "framework";
  return splitText(self, framework ? [...separator] : [separator], count, splitOptions(options));
}

/** String.Remove; `count` null is to the end. */
export function remove(context: ValueContext, self: string, start: number, count: number | null): string {
  if (start < 0) throw negativeArgumentOrIndex(context, start, "startIndex");
  if (count === null) {
    if (start > self.length || (start === self.length && context.facts.exceptionTexts === "framework")) {
      const words =
        context.facts.exceptionTexts === "core"
          ? "startIndex cannot be larger than length of string."
          : "startIndex must be less than length of string.";
      throw outOfRangeError(context, words, "startIndex");
    }
    return self.slice(0, start);
  }
  if (count < 0) throw negativeArgumentOrIndex(context, count, "count");
  if (start + count > self.length) {
    throw outOfRangeError(context, "Index and count must refer to a location within the string.", "count");
  }
  return self.slice(0, start) + self.slice(start + count);
}

function negativeArgumentOrIndex(context: ValueContext, value: number, parameter: string) {
  if (context.facts.exceptionTexts === "core") return negativeArgumentError(context, parameter, value);
  return outOfRangeError(
    context,
    parameter === "count" ? "Count cannot be less than zero." : "StartIndex cannot be less than zero.",
    parameter,
  );
}

/** String.Compare, null before everything. */
export function compareNullable(a: Value | undefined, b: Value | undefined, comparison: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return compareBy(text(a), text(b), comparison);
}

/** String.CompareOrdinal: the difference of the first units that differ. */
export function compareOrdinalUnits(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return a.charCodeAt(i) - b.charCodeAt(i);
  return a.length - b.length;
}

/** Upper case one unit for one, as .NET does it: `ß` stays. */
export function upperUnits(s: string): string {
  return mapUnits(s, (c) => c.toUpperCase());
}
/** Lower case one unit for one. */
export function lowerUnits(s: string): string {
  return mapUnits(s, (c) => c.toLowerCase());
}
function mapUnits(s: string, map: (c: string) => string): string {
  if (/^[\0-\x7f]*$/.test(s)) return map(s);
  let out = "";
  for (const c of s) {
    const mapped = map(c);
    out += mapped.length === c.length ? mapped : c;
  }
  return out;
}
