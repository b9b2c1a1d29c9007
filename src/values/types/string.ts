import { compareText } from "../collation.js";
import { PSArray } from "../collections.js";
import { charsOf } from "../conversion/to-array.js";
import { argumentNullError, netError, outOfRangeError } from "../net-errors.js";
import { Char, EnumValue } from "../numbers.js";
import { method, overload, property } from "../signatures.js";
import { currentCulture, netText } from "../text.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { CultureInfo } from "./culture-info.js";

import {
  all,
  charSet,
  checkStart,
  compareBy,
  compareNullable,
  compareOrdinalUnits,
  comparisonOf,
  fold,
  format,
  formatArgs,
  indexOf,
  int,
  lastIndexOf,
  lowerUnits,
  pad,
  remove,
  replace,
  replaceExactly,
  required,
  separatorsOf,
  splitByText,
  splitOptions,
  splitText,
  stringArray,
  substring,
  text,
  trim,
  upperUnits,
} from "./string-operations.js";

type Call = (context: ValueContext, self: string, args: readonly Value[]) => Value;

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
      [
        "[core] bool Contains(string value, System.StringComparison comparisonType)",
        (c, s, [v, how]) => fold(s, comparisonOf(how)).includes(fold(required(c, v, "value"), comparisonOf(how))),
      ],
      ["[core] bool Contains(char value)", (_, s, [v]) => s.includes(text(v))],
    ),
    method<string>(
      ["bool EndsWith(string value)", (c, s, [v]) => s.endsWith(required(c, v, "value"))],
      [
        "bool EndsWith(string value, System.StringComparison comparisonType)",
        (c, s, [v, how]) => fold(s, comparisonOf(how)).endsWith(fold(required(c, v, "value"), comparisonOf(how))),
      ],
      [
        "bool EndsWith(string value, bool ignoreCase, cultureinfo culture)",
        (c, s, [v, i]) => fold(s, i === true ? 5 : 4).endsWith(fold(required(c, v, "value"), i === true ? 5 : 4)),
      ],
      ["[core] bool EndsWith(char value)", (_, s, [v]) => s.endsWith(text(v))],
    ),
    method<string>(
      ["bool Equals(System.Object obj)", (_, s, [v]) => s === v],
      ["bool Equals(string value)", (_, s, [v]) => s === v],
      [
        "bool Equals(string value, System.StringComparison comparisonType)",
        (_, s, [v, how]) => typeof v === "string" && compareBy(s, v, comparisonOf(how)) === 0,
      ],
    ),
    simple(
      "System.CharEnumerator GetEnumerator()",
      (_, s) =>
        new PSArray(
          charsOf(s).map((c) => new Char(c)),
          typeNamed("System.Char"),
        ),
    ),
    simple("System.TypeCode GetTypeCode()", () => new EnumValue(typeNamed("System.TypeCode"), 18n)),
    method<string>(
      ["int IndexOf(char value)", (_, s, [v]) => s.indexOf(text(v))],
      [
        "int IndexOf(char value, int startIndex)",
        (c, s, [v, i]) => indexOf(c, s, text(v), int(i), s.length - int(i), 4),
      ],
      [
        "int IndexOf(char value, int startIndex, int count)",
        (c, s, [v, i, n]) => indexOf(c, s, text(v), int(i), int(n), 4),
      ],
      ["int IndexOf(string value)", (c, s, [v]) => s.indexOf(required(c, v, "value"))],
      [
        "int IndexOf(string value, int startIndex)",
        (c, s, [v, i]) => indexOf(c, s, required(c, v, "value"), int(i), s.length - int(i), 4),
      ],
      [
        "int IndexOf(string value, int startIndex, int count)",
        (c, s, [v, i, n]) => indexOf(c, s, required(c, v, "value"), int(i), int(n), 4),
      ],
      [
        "int IndexOf(string value, System.StringComparison comparisonType)",
        (c, s, [v, how]) => indexOf(c, s, required(c, v, "value"), 0, s.length, comparisonOf(how)),
      ],
      [
        "int IndexOf(string value, int startIndex, System.StringComparison comparisonType)",
        (c, s, [v, i, how]) => indexOf(c, s, required(c, v, "value"), int(i), s.length - int(i), comparisonOf(how)),
      ],
    ),
    simple("int IndexOfAny(char[] anyOf)", (c, s, [set]) => {
      if (set === null) throw argumentNullError(c, "anyOf");
      const chars = charSet(set);
      for (let i = 0; i < s.length; i++) if (chars.includes(s[i] as string)) return i;
      return -1;
    }),
    simple("string Insert(int startIndex, string value)", (c, s, [i, v]) => {
      if (c.facts.exceptionTexts === "core" && int(i) > s.length) {
        const message = `startIndex ('${int(i)}') must be less than or equal to '${s.length}'.`;
        throw outOfRangeError(c, message, "startIndex", `${int(i)}`);
      }
      checkStart(c, int(i), s.length);
      return s.slice(0, int(i)) + required(c, v, "value") + s.slice(int(i));
    }),
    method<string>(["bool IsNormalized()", (_, s) => s === s.normalize("NFC")]),
    method<string>(
      ["int LastIndexOf(char value)", (_, s, [v]) => s.lastIndexOf(text(v))],
      ["int LastIndexOf(char value, int startIndex)", (_, s, [v, i]) => lastIndexOf(s, text(v), int(i), 4)],
      ["int LastIndexOf(string value)", (c, s, [v]) => s.lastIndexOf(required(c, v, "value"))],
      [
        "int LastIndexOf(string value, int startIndex)",
        (c, s, [v, i]) => lastIndexOf(s, required(c, v, "value"), int(i), 4),
      ],
      [
        "int LastIndexOf(string value, System.StringComparison comparisonType)",
        (c, s, [v, how]) => lastIndexOf(s, required(c, v, "value"), s.length, comparisonOf(how)),
      ],
    ),
    simple("int LastIndexOfAny(char[] anyOf)", (c, s, [set]) => {
      if (set === null) throw argumentNullError(c, "anyOf");
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
      ["string Replace(char oldChar, char newChar)", (c, s, [a, b]) => replaceExactly(c, s, text(a), text(b))],
      ["string Replace(string oldValue, string newValue)", (c, s, [a, b]) => replace(c, s, a, b)],
      [
        "[core] string Replace(string oldValue, string newValue, System.StringComparison comparisonType)",
        (c, s, [a, b, how]) => replace(c, s, a, b, comparisonOf(how)),
      ],
      [
        "[core] string Replace(string oldValue, string newValue, bool ignoreCase, cultureinfo culture)",
        (c, s, [a, b, i]) => replace(c, s, a, b, i === true ? 5 : 4),
      ],
    ),
    splitMethod,
    method<string>(
      ["bool StartsWith(string value)", (c, s, [v]) => s.startsWith(required(c, v, "value"))],
      [
        "bool StartsWith(string value, System.StringComparison comparisonType)",
        (c, s, [v, how]) => fold(s, comparisonOf(how)).startsWith(fold(required(c, v, "value"), comparisonOf(how))),
      ],
      [
        "bool StartsWith(string value, bool ignoreCase, cultureinfo culture)",
        (c, s, [v, i]) => fold(s, i === true ? 5 : 4).startsWith(fold(required(c, v, "value"), i === true ? 5 : 4)),
      ],
      ["[core] bool StartsWith(char value)", (_, s, [v]) => s.startsWith(text(v))],
    ),
    method<string>(
      ["string Substring(int startIndex)", (c, s, [i]) => substring(c, s, int(i), null)],
      ["string Substring(int startIndex, int length)", (c, s, [i, n]) => substring(c, s, int(i), int(n))],
    ),
    method<string>(
      [
        "char[] ToCharArray()",
        (_, s) =>
          new PSArray(
            charsOf(s).map((c) => new Char(c)),
            typeNamed("System.Char"),
          ),
      ],
      [
        "char[] ToCharArray(int startIndex, int length)",
        (c, s, [i, n]) =>
          new PSArray(
            charsOf(substring(c, s, int(i), int(n))).map((code) => new Char(code)),
            typeNamed("System.Char"),
          ),
      ],
    ),
    method<string>(
      ["string ToLower()", (_, s) => s.toLowerCase()],
      ["string ToLower(cultureinfo culture)", (_, s) => s.toLowerCase()],
    ),
    simple("string ToLowerInvariant()", (_, s) => lowerUnits(s)),
    method<string>(
      ["string ToString()", (_, s) => s],
      ["string ToString(System.IFormatProvider provider)", (_, s) => s],
    ),
    method<string>(
      ["string ToUpper()", (_, s) => upperUnits(s)],
      ["string ToUpper(cultureinfo culture)", (_, s) => upperUnits(s)],
    ),
    simple("string ToUpperInvariant()", (_, s) => upperUnits(s)),
    method<string>(
      ["string Trim()", (_, s) => trim(s, "", true, true)],
      ["[core] string Trim(char trimChar)", (_, s, [v]) => trim(s, text(v), true, true)],
      ["string Trim(params char[] trimChars)", (_, s, [v]) => trim(s, charSet(v), true, true)],
    ),
    method<string>(
      ["string TrimEnd()", (_, s) => trim(s, "", false, true)],
      ["[core] string TrimEnd(char trimChar)", (_, s, [v]) => trim(s, text(v), false, true)],
      ["string TrimEnd(params char[] trimChars)", (_, s, [v]) => trim(s, charSet(v), false, true)],
    ),
    method<string>(
      ["string TrimStart()", (_, s) => trim(s, "", true, false)],
      ["[core] string TrimStart(char trimChar)", (_, s, [v]) => trim(s, text(v), true, false)],
      ["string TrimStart(params char[] trimChars)", (_, s, [v]) => trim(s, charSet(v), true, false)],
    ),
    {
      kind: "ParameterizedProperty",
      name: "Chars",
      signature: "char Chars(int index) {get;}",
      get: (context, self, [index]) => {
        const s = self as string;
        const i = int(index);
        if (i < 0 || i >= s.length)
          throw netError("System.IndexOutOfRangeException", "Index was outside the bounds of the array.");
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
      [
        "static int Compare(string strA, string strB, bool ignoreCase)",
        (_, __, [a, b, i]) => compareNullable(a, b, i === true ? 1 : 0),
      ],
      [
        "static int Compare(string strA, string strB, System.StringComparison comparisonType)",
        (_, __, [a, b, how]) => compareNullable(a, b, comparisonOf(how)),
      ],
      [
        "static int Compare(string strA, string strB, bool ignoreCase, cultureinfo culture)",
        (_, __, [a, b, i]) => compareNullable(a, b, i === true ? 1 : 0),
      ],
    ),
    method([
      "static int CompareOrdinal(string strA, string strB)",
      (_, __, [a, b]) => compareOrdinalUnits(text(a), text(b)),
    ]),
    method(
      ["static string Concat(System.Object arg0)", (c, _, [a]) => netText(c, a ?? null)],
      [
        "static string Concat(System.Object arg0, System.Object arg1)",
        (c, _, args) => args.map((a) => netText(c, a)).join(""),
      ],
      [
        "static string Concat(params System.Object[] args)",
        (c, _, [a]) =>
          formatArgs(a)
            .map((v) => netText(c, v))
            .join(""),
      ],
      ["static string Concat(string str0, string str1)", (_, __, [a, b]) => text(a) + text(b)],
      ["static string Concat(string str0, string str1, string str2)", (_, __, args) => args.map(text).join("")],
      ["static string Concat(params string[] values)", (_, __, [a]) => formatArgs(a).map(text).join("")],
    ),
    method(["static string Copy(string str)", (_, __, [a]) => text(a)]),
    method(
      ["static bool Equals(string a, string b)", (_, __, [a, b]) => a === b],
      [
        "static bool Equals(string a, string b, System.StringComparison comparisonType)",
        (_, __, [a, b, how]) =>
          a === null || b === null ? a === b : compareBy(text(a), text(b), comparisonOf(how)) === 0,
      ],
    ),
    method(
      [
        "static string Format(string format, System.Object arg0)",
        (c, _, [f, a]) => format(c, required(c, f, "format"), [a ?? null]),
      ],
      [
        "static string Format(string format, System.Object arg0, System.Object arg1)",
        (c, _, [f, ...a]) => format(c, required(c, f, "format"), a),
      ],
      [
        "static string Format(string format, System.Object arg0, System.Object arg1, System.Object arg2)",
        (c, _, [f, ...a]) => format(c, required(c, f, "format"), a),
      ],
      [
        "static string Format(string format, params System.Object[] args)",
        (c, _, [f, a]) => {
          if (a === null) throw argumentNullError(c, "args");
          return format(c, required(c, f, "format"), formatArgs(a));
        },
      ],
      [
        "static string Format(System.IFormatProvider provider, string format, params System.Object[] args)",
        (c, _, [provider, f, a]) =>
          format(
            c,
            required(c, f, "format"),
            formatArgs(a),
            provider instanceof CultureInfo ? provider.culture : currentCulture(c),
          ),
      ],
    ),
    method(["static bool IsNullOrEmpty(string value)", (_, __, [v]) => v === null || v === undefined || v === ""]),
    method([
      "static bool IsNullOrWhiteSpace(string value)",
      (_, __, [v]) => v === null || v === undefined || trim(text(v), "", true, true) === "",
    ]),
    method(
      [
        "static string Join(string separator, params string[] value)",
        (c, _, [s, v]) => {
          if (v === null) throw argumentNullError(c, "value");
          return formatArgs(v).map(text).join(text(s));
        },
      ],
      [
        "static string Join(string separator, params System.Object[] values)",
        (c, _, [s, v]) => {
          if (v === null) throw argumentNullError(c, "values");
          return formatArgs(v)
            .map((x) => netText(c, x))
            .join(text(s));
        },
      ],
      [
        "static string Join(string separator, string[] value, int startIndex, int count)",
        (c, _, [s, v, i, n]) => {
          const all = formatArgs(v);
          if (c.facts.exceptionTexts === "core" && int(i) > all.length - int(n)) {
            const message = `startIndex ('${int(i)}') must be less than or equal to '${all.length - int(n)}'.`;
            throw outOfRangeError(c, message, "startIndex", `${int(i)}`);
          }
          return all
            .slice(int(i), int(i) + int(n))
            .map(text)
            .join(text(s));
        },
      ],
    ),
  ],
  constructors: () => [
    overload("string new(char c, int count)", (context, _, [c, n]) => {
      const count = Math.max(0, int(n));
      context.checkSize("string", count);
      return text(c).repeat(count);
    }),
    overload("string new(char[] value)", (_, __, [v]) => charSet(v)),
    overload("string new(char[] value, int startIndex, int length)", (_, __, [v, i, n]) =>
      charSet(v).slice(int(i), int(i) + int(n)),
    ),
  ],
});

/** The overloads of Split. On .NET Framework there are none with a text as separator, so a text means its characters. */
const splitMethod = method<string>(
  [
    "string[] Split(params char[] separator)",
    (_, s, [v]) => stringArray(splitText(s, separatorsOf(v), all, splitOptions(undefined))),
  ],
  [
    "string[] Split(char separator, System.StringSplitOptions options)",
    (_, s, [v, o]) => stringArray(splitText(s, [text(v)], all, splitOptions(o))),
  ],
  [
    "string[] Split(char[] separator, int count)",
    (_, s, [v, n]) => stringArray(splitText(s, separatorsOf(v), int(n), splitOptions(undefined))),
  ],
  [
    "string[] Split(char[] separator, System.StringSplitOptions options)",
    (_, s, [v, o]) => stringArray(splitText(s, separatorsOf(v), all, splitOptions(o))),
  ],
  [
    "string[] Split(char[] separator, int count, System.StringSplitOptions options)",
    (_, s, [v, n, o]) => stringArray(splitText(s, separatorsOf(v), int(n), splitOptions(o))),
  ],
  [
    "string[] Split(string separator, System.StringSplitOptions options = None)",
    (c, s, [v, o]) => stringArray(splitByText(c, s, text(v), all, o)),
  ],
  [
    "string[] Split(string separator, int count, System.StringSplitOptions options = None)",
    (c, s, [v, n, o]) => stringArray(splitByText(c, s, text(v), int(n), o)),
  ],
  [
    "string[] Split(string[] separator, System.StringSplitOptions options)",
    (_, s, [v, o]) => stringArray(splitText(s, separatorsOf(v), all, splitOptions(o))),
  ],
  [
    "string[] Split(string[] separator, int count, System.StringSplitOptions options)",
    (_, s, [v, n, o]) => stringArray(splitText(s, separatorsOf(v), int(n), splitOptions(o))),
  ],
);
