import { utf8Bytes, utf8Text } from "../bytes.js";
import { convertTo } from "../conversion/index.js";
import type { DotNetType } from "../dotnet-type.js";
import { toItems } from "../enumeration.js";
import { formatComposite } from "../format/composite.js";
import { heapClass } from "../heap/heap-class.js";
import { epoch, keepFields } from "../journal.js";
import { negativeArgumentError, outOfRangeError } from "../net-errors.js";
import { Char } from "../numbers.js";
import { method, overload, property } from "../signatures.js";
import { netText } from "../text.js";
import { defineType, typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

const text = (value: Value | undefined): string =>
  typeof value === "string" ? value : value instanceof Char ? value.text : "";
const int = (value: Value | undefined): number => (typeof value === "number" ? value : 0);

/** Throws ArgumentOutOfRangeException. */
function charIndex(context: ValueContext, builder: StringBuilder, index: Value | undefined): number {
  const at = int(index);
  if (at >= 0 && at < builder.text.length) return at;
  throw outOfRangeError(
    context,
    "Index was out of range. Must be non-negative and less than the size of the collection.",
    "index",
  );
}

/** System.Text.StringBuilder. */
export class StringBuilder extends DotNetObject {
  private readonly epoch = epoch;
  constructor(private value: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.Text.StringBuilder");
  }
  get text(): string {
    return this.value;
  }
  append(context: ValueContext, piece: string): this {
    context.checkSize("string", this.value.length + piece.length);
    if (this.epoch !== epoch) keepFields(this);
    this.value += piece;
    return this;
  }
  replaceAll(value: string): this {
    if (this.epoch !== epoch) keepFields(this);
    this.value = value;
    return this;
  }
  toNetText(): string {
    return this.text;
  }
}
heapClass("StringBuilder", StringBuilder);

const builder = "System.Text.StringBuilder";
defineType({
  fullName: builder,
  members: () => [
    method<StringBuilder>(
      [`${builder} Append(string value)`, (c, b, [v]) => b.append(c, text(v))],
      [`${builder} Append(char value)`, (c, b, [v]) => b.append(c, text(v))],
      [
        `${builder} Append(char value, int repeatCount)`,
        (c, b, [v, n]) => {
          c.checkSize("string", int(n));
          return b.append(c, text(v).repeat(Math.max(0, int(n))));
        },
      ],
      [`${builder} Append(System.Object value)`, (c, b, [v]) => b.append(c, netText(c, v ?? null))],
      [
        `${builder} Append(string value, int startIndex, int count)`,
        (c, b, [v, i, n]) => b.append(c, text(v).slice(int(i), int(i) + int(n))),
      ],
    ),
    method<StringBuilder>([
      `${builder} AppendFormat(string format, params System.Object[] args)`,
      (c, b, [f, a]) => {
        return b.append(c, formatComposite(c, text(f), toItems(a ?? null)));
      },
    ]),
    method<StringBuilder>([
      `[core] ${builder} AppendJoin(string separator, params System.Object[] values)`,
      (c, b, [s, v]) =>
        b.append(
          c,
          toItems(v ?? null)
            .map((x) => netText(c, x))
            .join(text(s)),
        ),
    ]),
    method<StringBuilder>(
      [`${builder} AppendLine()`, (c, b) => b.append(c, newLine)],
      [`${builder} AppendLine(string value)`, (c, b, [v]) => b.append(c, text(v) + newLine)],
    ),
    method<StringBuilder>([`${builder} Clear()`, (_c, b) => b.replaceAll("")]),
    method<StringBuilder>([
      `${builder} Insert(int index, System.Object value)`,
      (c, b, [i, v]) => {
        if (int(i) < 0 || int(i) > b.text.length)
          throw outOfRangeError(
            c,
            "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
            "index",
          );
        return b.replaceAll(b.text.slice(0, int(i)) + netText(c, v ?? null) + b.text.slice(int(i)));
      },
    ]),
    method<StringBuilder>([
      `${builder} Remove(int startIndex, int length)`,
      (c, b, [i, n]) => {
        if (int(i) < 0) throw negativeArgumentError(c, "startIndex", int(i));
        if (int(i) + int(n) > b.text.length)
          throw outOfRangeError(
            c,
            "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
            "length",
          );
        return b.replaceAll(b.text.slice(0, int(i)) + b.text.slice(int(i) + int(n)));
      },
    ]),
    method<StringBuilder>([
      `${builder} Replace(string oldValue, string newValue)`,
      (_c, b, [x, y]) => b.replaceAll(b.text.replaceAll(text(x), () => text(y))),
    ]),
    method<StringBuilder>(
      ["string ToString()", (_c, b) => b.text],
      ["string ToString(int startIndex, int length)", (_c, b, [i, n]) => b.text.slice(int(i), int(i) + int(n))],
    ),
    {
      kind: "ParameterizedProperty",
      name: "Chars",
      signature: "char Chars(int index) {get;set;}",
      get: (c, b, [i]) => new Char((b as StringBuilder).text.charCodeAt(charIndex(c, b as StringBuilder, i))),
      set: (c, b, [i], value) => {
        const builder = b as StringBuilder;
        const at = charIndex(c, builder, i);
        const char = convertTo(c, value, typeNamed("System.Char"));
        builder.replaceAll(builder.text.slice(0, at) + text(char) + builder.text.slice(at + 1));
      },
    },
    property("int Capacity", (b: StringBuilder) => Math.max(16, b.text.length)),
    property("int MaxCapacity", () => 2147483647),
    property(
      "int Length",
      (b: StringBuilder) => b.text.length,
      (b, n) => {
        b.replaceAll(b.text.slice(0, int(n)).padEnd(int(n), "\0"));
      },
    ),
  ],
  constructors: () => [
    overload(`${builder} new()`, () => new StringBuilder("")),
    overload(`${builder} new(int capacity)`, () => new StringBuilder("")),
    overload(`${builder} new(string value)`, (_, __, [v]) => new StringBuilder(text(v))),
    overload(`${builder} new(string value, int capacity)`, (_, __, [v]) => new StringBuilder(text(v))),
  ],
});

/** Texts made here end their lines as the console's text and Out-String do, in every edition; only files have CR LF. */
const newLine = "\n";

const entities: readonly (readonly [string, string])[] = [
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
];
/** HTML's five special characters, and what lies between U+00A0 and U+00FF by number. */
export function htmlEncode(value: string): string {
  let out = value;
  for (const [from, to] of entities) out = out.replaceAll(from, to);
  return out.replace(/[\u00a0-\u00ff]/g, (c) => `&#${c.charCodeAt(0)};`);
}
function htmlDecode(value: string): string {
  let out = value
    .replace(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Math.min(Number(n), 0x10ffff)))
    .replace(/&#x([0-9a-f]+);/gi, (_, n: string) => String.fromCodePoint(Math.min(Number.parseInt(n, 16), 0x10ffff)));
  for (const [to, from] of [...entities].reverse()) out = out.replaceAll(from, to);
  return out.replaceAll("&nbsp;", "\u00a0");
}
const urlEncode = (s: string) =>
  utf8Bytes(s)
    .map((b) =>
      b === 32
        ? "+"
        : b < 128 && /[A-Za-z0-9\-_.!*()]/.test(String.fromCharCode(b))
          ? String.fromCharCode(b)
          : `%${b.toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .join("");
const urlDecode = (s: string) => {
  const bytes: number[] = [];
  for (let i = 0; i < s.length; i++) {
    const hex = /^%([0-9a-fA-F]{2})/.exec(s.slice(i, i + 3));
    if (hex !== null) {
      bytes.push(Number.parseInt(hex[1] as string, 16));
      i += 2;
    } else bytes.push(...utf8Bytes(s[i] === "+" ? " " : (s[i] as string)));
  }
  return utf8Text(bytes);
};
for (const fullName of ["System.Net.WebUtility", "System.Web.HttpUtility"]) {
  defineType({
    fullName,
    staticMembers: () => [
      method(["static string HtmlEncode(string value)", (_, __, [s]) => (s === null ? null : htmlEncode(text(s)))]),
      method(["static string HtmlDecode(string value)", (_, __, [s]) => (s === null ? null : htmlDecode(text(s)))]),
      method([
        "static string UrlEncode(string value)",
        (_, __, [s]) =>
          s === null
            ? null
            : fullName.includes("Http")
              ? urlEncode(text(s)).replace(/%[0-9A-F]{2}/g, (x) => x.toLowerCase())
              : urlEncode(text(s)),
      ]),
      method([
        "static string UrlDecode(string encodedValue)",
        (_, __, [s]) => (s === null ? null : urlDecode(text(s))),
      ]),
    ],
  });
}
