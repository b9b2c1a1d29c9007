import { netError } from "../net-errors.js";
import { Char, Double, EnumValue } from "../numbers.js";
import { method, property } from "../signatures.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";

const textOf = (value: Value | undefined, index?: Value): string => {
  if (value instanceof Char) return value.text;
  return typeof value === "string" ? (value[typeof index === "number" ? index : 0] ?? "") : "";
};

const tests: readonly (readonly [name: string, test: (c: string) => boolean])[] = [
  ["IsControl", (c) => /^\p{Cc}$/u.test(c)],
  ["IsDigit", (c) => /^\p{Nd}$/u.test(c)],
  ["IsLetter", (c) => /^\p{L}$/u.test(c)],
  ["IsLetterOrDigit", (c) => /^[\p{L}\p{Nd}]$/u.test(c)],
  ["IsLower", (c) => /^\p{Ll}$/u.test(c)],
  ["IsNumber", (c) => /^\p{N}$/u.test(c)],
  ["IsPunctuation", (c) => /^\p{P}$/u.test(c)],
  ["IsSeparator", (c) => /^\p{Z}$/u.test(c)],
  ["IsSymbol", (c) => /^\p{S}$/u.test(c)],
  ["IsSurrogate", (c) => /^[\ud800-\udfff]$/.test(c)],
  ["IsUpper", (c) => /^\p{Lu}$/u.test(c)],
  ["IsWhiteSpace", (c) => /^[\p{Z}\t\n\v\f\r\u0085]$/u.test(c)],
];

const mapped = (c: string, map: (c: string) => string): Char => {
  const to = map(c);
  return new Char((to.length === 1 ? to : c).charCodeAt(0));
};

defineType({
  fullName: "System.Char",
  kind: "struct",
  interfaces: ["System.IComparable", "System.IConvertible"],
  members: () => [
    method<Char>(
      ["int CompareTo(System.Object value)", (_, c, [o]) => c.code - (o instanceof Char ? o.code : 0)],
      ["int CompareTo(char value)", (_, c, [o]) => c.code - (o instanceof Char ? o.code : 0)],
    ),
    method<Char>(
      ["bool Equals(System.Object obj)", (_, c, [o]) => o instanceof Char && o.code === c.code],
      ["bool Equals(char obj)", (_, c, [o]) => o instanceof Char && o.code === c.code],
    ),
    method<Char>(["System.TypeCode GetTypeCode()", () => new EnumValue(typeNamed("System.TypeCode"), 4n)]),
    method<Char>(
      ["string ToString()", (_, c) => c.text],
      ["string ToString(System.IFormatProvider provider)", (_, c) => c.text],
    ),
  ],
  staticMembers: () => [
    property("char MaxValue", () => new Char(0xffff)),
    property("char MinValue", () => new Char(0)),
    ...tests.map(([name, test]) =>
      method(
        [`static bool ${name}(char c)`, (_, __, [c]) => test(textOf(c))],
        [`static bool ${name}(string s, int index)`, (_, __, [s, i]) => test(textOf(s, i ?? null))],
      ),
    ),
    method(["static char ToUpper(char c)", (_, __, [c]) => mapped(textOf(c), (x) => x.toUpperCase())]),
    method(["static char ToLower(char c)", (_, __, [c]) => mapped(textOf(c), (x) => x.toLowerCase())]),
    method(["static char ToUpperInvariant(char c)", (_, __, [c]) => mapped(textOf(c), (x) => x.toUpperCase())]),
    method(["static char ToLowerInvariant(char c)", (_, __, [c]) => mapped(textOf(c), (x) => x.toLowerCase())]),
    method(["static string ToString(char c)", (_, __, [c]) => textOf(c)]),
    method([
      "static string ConvertFromUtf32(int utf32)",
      (_, __, [n]) => String.fromCodePoint(typeof n === "number" ? n : 0),
    ]),
    method([
      "static double GetNumericValue(char c)",
      (_, __, [c]) => new Double(/^\d$/.test(textOf(c)) ? Number(textOf(c)) : -1),
    ]),
    method([
      "static char Parse(string s)",
      (_, __, [s]) => {
        if (typeof s === "string" && s.length === 1) return new Char(s.charCodeAt(0));
        throw netError("System.FormatException", "String must be exactly one character long.");
      },
    ]),
  ],
});
