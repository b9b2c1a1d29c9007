import { PSArray } from "../collections.js";
import { compareOrdinal, compareText } from "../collation.js";
import { toItems } from "../enumeration.js";
import { formatComposite } from "../format/composite.js";
import { argumentError, argumentNullError, negativeArgumentError, netError, outOfRangeError } from "../net-errors.js";
import { Char, EnumValue } from "../numbers.js";
import { method, overload, property } from "../signatures.js";
import { netText } from "../text.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { charsOf } from "../conversion/to-array.js";

type Call = (context: ValueContext, self: string, args: readonly Value[]) => Value;

const text = (value: Value | undefined): string => (typeof value === "string" ? value : value instanceof Char ? value.text : "");
const int = (value: Value | undefined): number => (typeof value === "number" ? value : 0);
const stringType = () => typeNamed("System.String");
const stringArray = (items: readonly string[]) => new PSArray([...items], stringType());

/** StringComparison: 0 and 2 culture, 1 and 3 culture ignoring case, 4 ordinal, 5 ordinal ignoring case. */
const comparisonOf = (value: Value | undefined): number => (value instanceof EnumValue ? Number(value.value) : 4);
const ignoresCase = (comparison: number) => comparison % 2 === 1;

function compareBy(a: string, b: string, comparison: number): number {
  if (comparison >= 4) return Math.sign(compareOrdinal(a, b, ignoresCase(comparison)));
  return Math.sign(compareText(a, b, ignoresCase(comparison)));
}

function fold(value: string, comparison: number): string {
  return ignoresCase(comparison) ? value.toUpperCase() : value;
}

function required(context: ValueContext, value: Value | undefined, parameter: string): string {
  if (value === null || value === undefined) throw argumentNullError(context, parameter);
  return text(value);
}

function substring(context: ValueContext, self: string, start: number, length: number | null): string {
  if (start < 0) {
    if (context.facts.exceptionTexts === "core") throw negativeArgumentError(context, "startIndex", start);
    throw outOfRangeError(context, "StartIndex cannot be less than zero.", "startIndex");
  }
  if (start > self.length) throw outOfRangeError(context, "startIndex cannot be larger than length of string.", "startIndex");
  if (length === null) return self.slice(start);
  if (length < 0) {
    if (context.facts.exceptionTexts === "core") throw negativeArgumentError(context, "length", length);
    throw outOfRangeError(context, "Length cannot be less than zero.", "length");
  }
  if (start + length > self.length) throw outOfRangeError(context, "Index and length must refer to a location within the string.", "length");
  return self.slice(start, start + length);
}

function checkStart(context: ValueContext, start: number, length: number, parameter = "startIndex"): void {
  if (start < 0 || start > length) {
    throw outOfRangeError(context, "Index was out of range. Must be non-negative and less than or equal to the size of the collection.", parameter);
  }
}

function indexOf(context: ValueContext, self: string, what: string, start: number, count: number, comparison: number): number {
  checkStart(context, start, self.length);
  if (count < 0 || start + count > self.length) {
    throw outOfRangeError(context, "Count must be positive and count must refer to a location within the string/array/collection.", "count");
  }
  const at = fold(self.slice(0, start + count), comparison).indexOf(fold(what, comparison), start);
  return at;
}

function lastIndexOf(self: string, what: string, start: number, comparison: number): number {
  if (self === "") return what === "" ? 0 : -1;
  const from = Math.min(start, self.length - 1);
  return fold(self.slice(0, from + 1), comparison).lastIndexOf(fold(what, comparison));
}

const charSet = (value: Value | undefined): string => (value === null || value === undefined ? "" : toItems(value).map(text).join(""));
const isWhite = (c: string) => /[\s\u0085\u200b]/u.test(c) && c !== "\u200b" && c !== "\ufeff";

function trim(self: string, set: string, atStart: boolean, atEnd: boolean): string {
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
const splitOptions = (value: Value | undefined): SplitOptions => {
  const bits = value instanceof EnumValue ? Number(value.value) : 0;
  return { removeEmpty: (bits & 1) !== 0, trim: (bits & 2) !== 0 };
};

/** String.Split at any of the separators (the first in the list that fits); white space when there are none. */
function splitText(self: string, separators: readonly string[], count: number, options: SplitOptions): readonly string[] {
  const parts: string[] = [];
  const usable = separators.filter((s) => s !== "");
  const add = (part: string) => {
    const trimmed = options.trim ? part.trim() : part;
    if (!options.removeEmpty || trimmed !== "") parts.push(trimmed);
  };
  let start = 0;
  let i = 0;
  while (i < self.length && parts.length < count - 1) {
    const hit = separators.length === 0 || usable.length === 0 ? (separators.length === 0 && isWhite(self[i] as string) ? 1 : 0) : separatorAt(self, i, usable);
    if (hit > 0) {
      add(self.slice(start, i));
      i += hit;
      start = i;
    } else i++;
  }
  if (count > 0) add(self.slice(start));
  return parts;
}

function separatorAt(self: string, at: number, separators: readonly string[]): number {
  for (const s of separators) if (self.startsWith(s, at)) return s.length;
  return 0;
}

const all = Number.POSITIVE_INFINITY;
const separatorsOf = (value: Value | undefined): readonly string[] => (value === null || value === undefined ? [] : toItems(value).map(text));

function replace(context: ValueContext, self: string, old: Value | undefined, by: Value | undefined, comparison = 4): string {
  const what = required(context, old, "oldValue");
  if (what === "") throw argumentError(context, context.facts.exceptionTexts === "core" ? "The value cannot be an empty string." : "String cannot be of zero length.", "oldValue");
  if (!ignoresCase(comparison)) return self.replaceAll(what, () => text(by));
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

function pad(context: ValueContext, self: string, width: number, character: Value | undefined, left: boolean): string {
  if (width < 0) throw context.facts.exceptionTexts === "core" ? negativeArgumentError(context, "totalWidth", width) : outOfRangeError(context, "Non-negative number required.", "totalWidth");
  if (width > 1 << 26) throw netError("System.OutOfMemoryException", "Insufficient memory to continue the execution of the program.");
  const fill = character === undefined ? " " : text(character);
  return left ? self.padStart(width, fill) : self.padEnd(width, fill);
}

const formatArgs = (value: Value | undefined): readonly Value[] => (value === null || value === undefined ? [] : toItems(value));
function format(context: ValueContext, pattern: string, args: readonly Value[]): string {
  return formatComposite(context, pattern, args.length, (i, spec) => netText(context, args[i] ?? null, spec));
}

const simple = (signature: string, call: Call) => method<string>([signature, call]);

defineType({
  fullName: "System.String",
  interfaces: ["System.IComparable", "System.IConvertible", "System.Collections.IEnumerable"],
  members: () => [
    simple("System.Object Clone()", (_, s) => s),
    method<string>(
      ["int CompareTo(System.Object value)", (c, s, [v]) => Math.sign(compareText(s, netText(c, v ?? null), false))],
      ["int CompareTo(string strB)", (_, s, [v]) => Math.sign(compareText(s, text(v), false))],
    ),
    method<string>(
      ["bool Contains(string value)", (c, s, [v]) => s.includes(required(c, v, "value"))],
      ["bool Contains(string value, System.StringComparison comparisonType)", (c, s, [v, how]) => fold(s, comparisonOf(how)).includes(fold(required(c, v, "value"), comparisonOf(how)))],
      ["bool Contains(char value)", (_, s, [v]) => s.includes(text(v))],
    ),
    method<string>(
      ["bool EndsWith(string value)", (c, s, [v]) => s.endsWith(required(c, v, "value"))],
      ["bool EndsWith(string value, System.StringComparison comparisonType)", (c, s, [v, how]) => fold(s, comparisonOf(how)).endsWith(fold(required(c, v, "value"), comparisonOf(how)))],
      ["bool EndsWith(string value, bool ignoreCase, cultureinfo culture)", (c, s, [v, i]) => fold(s, i === true ? 5 : 4).endsWith(fold(required(c, v, "value"), i === true ? 5 : 4))],
      ["bool EndsWith(char value)", (_, s, [v]) => s.endsWith(text(v))],
    ),
    method<string>(
      ["bool Equals(System.Object obj)", (_, s, [v]) => s === v],
      ["bool Equals(string value)", (_, s, [v]) => s === v],
      ["bool Equals(string value, System.StringComparison comparisonType)", (_, s, [v, how]) => typeof v === "string" && compareBy(s, v, comparisonOf(how)) === 0],
    ),
    simple("System.CharEnumerator GetEnumerator()", (_, s) => new PSArray(charsOf(s).map((c) => new Char(c)), typeNamed("System.Char"))),
    simple("System.TypeCode GetTypeCode()", () => new EnumValue(typeNamed("System.TypeCode"), 18n)),
    method<string>(
      ["int IndexOf(char value)", (_, s, [v]) => s.indexOf(text(v))],
      ["int IndexOf(char value, int startIndex)", (c, s, [v, i]) => indexOf(c, s, text(v), int(i), s.length - int(i), 4)],
      ["int IndexOf(char value, int startIndex, int count)", (c, s, [v, i, n]) => indexOf(c, s, text(v), int(i), int(n), 4)],
      ["int IndexOf(string value)", (c, s, [v]) => s.indexOf(required(c, v, "value"))],
      ["int IndexOf(string value, int startIndex)", (c, s, [v, i]) => indexOf(c, s, required(c, v, "value"), int(i), s.length - int(i), 4)],
      ["int IndexOf(string value, int startIndex, int count)", (c, s, [v, i, n]) => indexOf(c, s, required(c, v, "value"), int(i), int(n), 4)],
      ["int IndexOf(string value, System.StringComparison comparisonType)", (c, s, [v, how]) => indexOf(c, s, required(c, v, "value"), 0, s.length, comparisonOf(how))],
      ["int IndexOf(string value, int startIndex, System.StringComparison comparisonType)", (c, s, [v, i, how]) => indexOf(c, s, required(c, v, "value"), int(i), s.length - int(i), comparisonOf(how))],
    ),
    simple("int IndexOfAny(char[] anyOf)", (_, s, [set]) => {
      const chars = charSet(set);
      for (let i = 0; i < s.length; i++) if (chars.includes(s[i] as string)) return i;
      return -1;
    }),
    simple("string Insert(int startIndex, string value)", (c, s, [i, v]) => {
      checkStart(c, int(i), s.length);
      return s.slice(0, int(i)) + required(c, v, "value") + s.slice(int(i));
    }),
    method<string>(
      ["bool IsNormalized()", (_, s) => s === s.normalize("NFC")],
    ),
    method<string>(
      ["int LastIndexOf(char value)", (_, s, [v]) => s.lastIndexOf(text(v))],
      ["int LastIndexOf(char value, int startIndex)", (_, s, [v, i]) => lastIndexOf(s, text(v), int(i), 4)],
      ["int LastIndexOf(string value)", (c, s, [v]) => s.lastIndexOf(required(c, v, "value"))],
      ["int LastIndexOf(string value, int startIndex)", (c, s, [v, i]) => lastIndexOf(s, required(c, v, "value"), int(i), 4)],
      ["int LastIndexOf(string value, System.StringComparison comparisonType)", (c, s, [v, how]) => lastIndexOf(s, required(c, v, "value"), s.length, comparisonOf(how))],
    ),
    simple("int LastIndexOfAny(char[] anyOf)", (_, s, [set]) => {
      const chars = charSet(set);
      for (let i = s.length - 1; i >= 0; i--) if (chars.includes(s[i] as string)) return i;
      return -1;
    }),
    method<string>(["string Normalize()", (_, s) => s.normalize("NFC")]),
    method<string>(
      ["string PadLeft(int totalWidth)", (c, s, [n]) => pad(c, s, int(n), undefined, true)],
      ["string PadLeft(int totalWidth, char paddingChar)", (c, s, [n, f]) => pad(c, s, int(n), f, true)],
    ),
    method<string>(
      ["string PadRight(int totalWidth)", (c, s, [n]) => pad(c, s, int(n), undefined, false)],
      ["string PadRight(int totalWidth, char paddingChar)", (c, s, [n, f]) => pad(c, s, int(n), f, false)],
    ),
    method<string>(
      ["string Remove(int startIndex, int count)", (c, s, [i, n]) => remove(c, s, int(i), int(n))],
      ["string Remove(int startIndex)", (c, s, [i]) => remove(c, s, int(i), null)],
    ),
    method<string>(
      ["string Replace(char oldChar, char newChar)", (_, s, [a, b]) => s.replaceAll(text(a), () => text(b))],
      ["string Replace(string oldValue, string newValue)", (c, s, [a, b]) => replace(c, s, a, b)],
      ["string Replace(string oldValue, string newValue, System.StringComparison comparisonType)", (c, s, [a, b, how]) => replace(c, s, a, b, comparisonOf(how))],
      ["string Replace(string oldValue, string newValue, bool ignoreCase, cultureinfo culture)", (c, s, [a, b, i]) => replace(c, s, a, b, i === true ? 5 : 4)],
    ),
    splitMethod,
    method<string>(
      ["bool StartsWith(string value)", (c, s, [v]) => s.startsWith(required(c, v, "value"))],
      ["bool StartsWith(string value, System.StringComparison comparisonType)", (c, s, [v, how]) => fold(s, comparisonOf(how)).startsWith(fold(required(c, v, "value"), comparisonOf(how)))],
      ["bool StartsWith(string value, bool ignoreCase, cultureinfo culture)", (c, s, [v, i]) => fold(s, i === true ? 5 : 4).startsWith(fold(required(c, v, "value"), i === true ? 5 : 4))],
      ["bool StartsWith(char value)", (_, s, [v]) => s.startsWith(text(v))],
    ),
    method<string>(
      ["string Substring(int startIndex)", (c, s, [i]) => substring(c, s, int(i), null)],
      ["string Substring(int startIndex, int length)", (c, s, [i, n]) => substring(c, s, int(i), int(n))],
    ),
    method<string>(
      ["char[] ToCharArray()", (_, s) => new PSArray(charsOf(s).map((c) => new Char(c)), typeNamed("System.Char"))],
      ["char[] ToCharArray(int startIndex, int length)", (c, s, [i, n]) => new PSArray(charsOf(substring(c, s, int(i), int(n))).map((code) => new Char(code)), typeNamed("System.Char"))],
    ),
    method<string>(["string ToLower()", (_, s) => s.toLowerCase()], ["string ToLower(cultureinfo culture)", (_, s) => s.toLowerCase()]),
    simple("string ToLowerInvariant()", (_, s) => lowerUnits(s)),
    method<string>(["string ToString()", (_, s) => s], ["string ToString(System.IFormatProvider provider)", (_, s) => s]),
    method<string>(["string ToUpper()", (_, s) => upperUnits(s)], ["string ToUpper(cultureinfo culture)", (_, s) => upperUnits(s)]),
    simple("string ToUpperInvariant()", (_, s) => upperUnits(s)),
    method<string>(
      ["string Trim()", (_, s) => trim(s, "", true, true)],
      ["string Trim(char trimChar)", (_, s, [v]) => trim(s, text(v), true, true)],
      ["string Trim(params char[] trimChars)", (_, s, [v]) => trim(s, charSet(v), true, true)],
    ),
    method<string>(
      ["string TrimEnd()", (_, s) => trim(s, "", false, true)],
      ["string TrimEnd(char trimChar)", (_, s, [v]) => trim(s, text(v), false, true)],
      ["string TrimEnd(params char[] trimChars)", (_, s, [v]) => trim(s, charSet(v), false, true)],
    ),
    method<string>(
      ["string TrimStart()", (_, s) => trim(s, "", true, false)],
      ["string TrimStart(char trimChar)", (_, s, [v]) => trim(s, text(v), true, false)],
      ["string TrimStart(params char[] trimChars)", (_, s, [v]) => trim(s, charSet(v), true, false)],
    ),
    {
      kind: "ParameterizedProperty",
      name: "Chars",
      signature: "char Chars(int index) {get;}",
      get: (context, self, [index]) => {
        const s = self as string;
        const i = int(index);
        if (i < 0 || i >= s.length) throw netError("System.IndexOutOfRangeException", "Index was outside the bounds of the array.");
        void context;
        return new Char(s.charCodeAt(i));
      },
      set: null,
    },
    property("int Length", (s: string) => s.length),
  ],
  staticMembers: () => [
    property("string Empty", () => ""),
    method(
      ["static int Compare(string strA, string strB)", (_, __, [a, b]) => compareNullable(a, b, 0)],
      ["static int Compare(string strA, string strB, bool ignoreCase)", (_, __, [a, b, i]) => compareNullable(a, b, i === true ? 1 : 0)],
      ["static int Compare(string strA, string strB, System.StringComparison comparisonType)", (_, __, [a, b, how]) => compareNullable(a, b, comparisonOf(how))],
      ["static int Compare(string strA, string strB, bool ignoreCase, cultureinfo culture)", (_, __, [a, b, i]) => compareNullable(a, b, i === true ? 1 : 0)],
    ),
    method(["static int CompareOrdinal(string strA, string strB)", (_, __, [a, b]) => compareOrdinalUnits(text(a), text(b))]),
    method(
      ["static string Concat(System.Object arg0)", (c, _, [a]) => netText(c, a ?? null)],
      ["static string Concat(System.Object arg0, System.Object arg1)", (c, _, args) => args.map((a) => netText(c, a)).join("")],
      ["static string Concat(params System.Object[] args)", (c, _, [a]) => formatArgs(a).map((v) => netText(c, v)).join("")],
      ["static string Concat(string str0, string str1)", (_, __, [a, b]) => text(a) + text(b)],
      ["static string Concat(string str0, string str1, string str2)", (_, __, args) => args.map(text).join("")],
      ["static string Concat(params string[] values)", (_, __, [a]) => formatArgs(a).map(text).join("")],
    ),
    method(["static string Copy(string str)", (_, __, [a]) => text(a)]),
    method(
      ["static bool Equals(string a, string b)", (_, __, [a, b]) => a === b],
      ["static bool Equals(string a, string b, System.StringComparison comparisonType)", (_, __, [a, b, how]) => (a === null || b === null ? a === b : compareBy(text(a), text(b), comparisonOf(how)) === 0)],
    ),
    method(
      ["static string Format(string format, System.Object arg0)", (c, _, [f, a]) => format(c, required(c, f, "format"), [a ?? null])],
      ["static string Format(string format, System.Object arg0, System.Object arg1)", (c, _, [f, ...a]) => format(c, required(c, f, "format"), a)],
      ["static string Format(string format, System.Object arg0, System.Object arg1, System.Object arg2)", (c, _, [f, ...a]) => format(c, required(c, f, "format"), a)],
      ["static string Format(string format, params System.Object[] args)", (c, _, [f, a]) => format(c, required(c, f, "format"), formatArgs(a))],
      ["static string Format(System.IFormatProvider provider, string format, params System.Object[] args)", (c, _, [, f, a]) => format(c, required(c, f, "format"), formatArgs(a))],
    ),
    method(["static bool IsNullOrEmpty(string value)", (_, __, [v]) => v === null || v === undefined || v === ""]),
    method(["static bool IsNullOrWhiteSpace(string value)", (_, __, [v]) => v === null || v === undefined || trim(text(v), "", true, true) === ""]),
    method(
      ["static string Join(string separator, params string[] value)", (_, __, [s, v]) => formatArgs(v).map(text).join(text(s))],
      ["static string Join(string separator, params System.Object[] values)", (c, _, [s, v]) => formatArgs(v).map((x) => netText(c, x)).join(text(s))],
      ["static string Join(string separator, string[] value, int startIndex, int count)", (_, __, [s, v, i, n]) => formatArgs(v).slice(int(i), int(i) + int(n)).map(text).join(text(s))],
    ),
  ],
  constructors: () => [
    overload("string new(char c, int count)", (_, __, [c, n]) => text(c).repeat(Math.max(0, int(n)))),
    overload("string new(char[] value)", (_, __, [v]) => charSet(v)),
    overload("string new(char[] value, int startIndex, int length)", (_, __, [v, i, n]) => charSet(v).slice(int(i), int(i) + int(n))),
  ],
});

/** The overloads of Split. On .NET Framework there are none with a text as separator, so a text means its characters. */
const splitMethod = method<string>(
  ["string[] Split(params char[] separator)", (_, s, [v]) => stringArray(splitText(s, separatorsOf(v), all, splitOptions(undefined)))],
  ["string[] Split(char separator, System.StringSplitOptions options)", (_, s, [v, o]) => stringArray(splitText(s, [text(v)], all, splitOptions(o)))],
  ["string[] Split(char[] separator, int count)", (_, s, [v, n]) => stringArray(splitText(s, separatorsOf(v), int(n), splitOptions(undefined)))],
  ["string[] Split(char[] separator, System.StringSplitOptions options)", (_, s, [v, o]) => stringArray(splitText(s, separatorsOf(v), all, splitOptions(o)))],
  ["string[] Split(char[] separator, int count, System.StringSplitOptions options)", (_, s, [v, n, o]) => stringArray(splitText(s, separatorsOf(v), int(n), splitOptions(o)))],
  ["string[] Split(string separator, System.StringSplitOptions options = None)", (c, s, [v, o]) => stringArray(splitByText(c, s, text(v), all, o))],
  ["string[] Split(string separator, int count, System.StringSplitOptions options = None)", (c, s, [v, n, o]) => stringArray(splitByText(c, s, text(v), int(n), o))],
  ["string[] Split(string[] separator, System.StringSplitOptions options)", (_, s, [v, o]) => stringArray(splitText(s, separatorsOf(v), all, splitOptions(o)))],
  ["string[] Split(string[] separator, int count, System.StringSplitOptions options)", (_, s, [v, n, o]) => stringArray(splitText(s, separatorsOf(v), int(n), splitOptions(o)))],
);

function splitByText(context: ValueContext, self: string, separator: string, count: number, options: Value | undefined): readonly string[] {
  const framework = context.facts.exceptionTexts === "framework";
  return splitText(self, framework ? [...separator] : [separator], count, splitOptions(options));
}

function remove(context: ValueContext, self: string, start: number, count: number | null): string {
  if (start < 0) throw negativeArgumentOrIndex(context, start, "startIndex");
  if (count === null) {
    if (start > self.length || (start === self.length && context.facts.exceptionTexts === "framework")) {
      throw outOfRangeError(context, "startIndex must be less than length of string.", "startIndex");
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
  return outOfRangeError(context, parameter === "count" ? "Count cannot be less than zero." : "StartIndex cannot be less than zero.", parameter);
}

function compareNullable(a: Value | undefined, b: Value | undefined, comparison: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return compareBy(text(a), text(b), comparison);
}

function compareOrdinalUnits(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return a.charCodeAt(i) - b.charCodeAt(i);
  return a.length - b.length;
}

/** Upper case one unit for one, as .NET does it: `ß` stays. */
function upperUnits(s: string): string {
  return mapUnits(s, (c) => c.toUpperCase());
}
function lowerUnits(s: string): string {
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
