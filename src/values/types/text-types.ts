import { bytesOf, utf8Bytes, utf8Text } from "../bytes.js";
import { convertTo } from "../conversion/index.js";
import type { DotNetType } from "../dotnet-type.js";
import { toItems } from "../enumeration.js";
import { formatComposite } from "../format/composite.js";
import { heapClass } from "../heap/heap-class.js";
import { epoch, keepFields } from "../journal.js";
import { argumentError, negativeArgumentError, netError, outOfRangeError } from "../net-errors.js";
import { Char } from "../numbers.js";
import { method, overload, property } from "../signatures.js";
import { netText } from "../text.js";
import { defineType, typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { type CodePage, codePageNamed } from "./code-pages.js";
import { byteArray } from "./convert.js";

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

type EncodingName = "UTF8" | "Unicode" | "BigEndianUnicode" | "ASCII" | "Latin1" | "UTF32";

/** System.Text.Encoding and its kin. */
export class Encoding extends DotNetObject {
  constructor(
    readonly name: EncodingName,
    readonly byteOrderMark: boolean,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(`System.Text.${this.name === "BigEndianUnicode" ? "Unicode" : this.name}Encoding`);
  }
  get info(): EncodingInfo {
    return webNames[this.name];
  }
  encode(s: string): number[] {
    const units = [...Array(s.length).keys()].map((i) => s.charCodeAt(i));
    switch (this.name) {
      case "UTF8":
        return utf8Bytes(s);
      case "Unicode":
        return units.flatMap((u) => [u & 255, u >> 8]);
      case "BigEndianUnicode":
        return units.flatMap((u) => [u >> 8, u & 255]);
      case "ASCII":
        return units.map((u) => (u < 128 ? u : 63));
      case "Latin1":
        return units.map((u) => (u < 256 ? u : 63));
      case "UTF32":
        return [...s].flatMap((c) => {
          const p = c.codePointAt(0) ?? 0;
          return [p & 255, (p >> 8) & 255, (p >> 16) & 255, 0];
        });
    }
  }
  decode(bytes: readonly number[]): string {
    const pairs = (big: boolean) => {
      let out = "";
      for (let i = 0; i + 1 < bytes.length; i += 2)
        out += String.fromCharCode(
          big ? ((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0) : ((bytes[i + 1] ?? 0) << 8) | (bytes[i] ?? 0),
        );
      return out;
    };
    switch (this.name) {
      case "UTF8":
        return utf8Text(bytes);
      case "Unicode":
        return pairs(false);
      case "BigEndianUnicode":
        return pairs(true);
      case "ASCII":
        return bytes.map((b) => (b < 128 ? String.fromCharCode(b) : "?")).join("");
      case "Latin1":
        return bytes.map((b) => String.fromCharCode(b)).join("");
      case "UTF32": {
        let out = "";
        for (let i = 0; i + 3 < bytes.length; i += 4)
          out += String.fromCodePoint(((bytes[i + 2] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i] ?? 0));
        return out;
      }
    }
  }
}
heapClass("Encoding", Encoding);

/** A code page of one byte a character; what it lacks becomes a question mark. */
class CodePageEncoding extends Encoding {
  constructor(private readonly page: CodePage) {
    super("ASCII", false);
  }
  override get type(): DotNetType {
    return typeNamed("System.Text.SBCSCodePageEncoding");
  }
  override get info(): EncodingInfo {
    return [this.page.webName, this.page.title, this.page.codePage];
  }
  override encode(s: string): number[] {
    return Array.from({ length: s.length }, (_, i) => {
      const code = s.charCodeAt(i);
      const upper = code < 128 ? -1 : this.page.upperHalf.indexOf(s[i] as string);
      return code < 128 ? code : upper < 0 ? 63 : 128 + upper;
    });
  }
  override decode(bytes: readonly number[]): string {
    return bytes.map((b) => (b < 128 ? String.fromCharCode(b) : (this.page.upperHalf[b - 128] ?? "?"))).join("");
  }
}

heapClass("CodePageEncoding", CodePageEncoding);

/** Encoding.GetEncoding by a number or a name. Throws what .NET throws for names that nobody knows. */
export function encodingNamed(context: ValueContext, wanted: string): Encoding {
  const name = wanted.toLowerCase();
  const known = encodingNames.find(
    (each) => name === webNames[each][0].toLowerCase() || name === `${webNames[each][2]}`,
  );
  if (known !== undefined) return new Encoding(known, true);
  const alias = encodingAliases.get(name);
  if (alias !== undefined) return new Encoding(alias, true);
  const page = codePageNamed(name);
  if (page !== undefined) return new CodePageEncoding(page);
  if (/^\d+$/.test(name)) {
    if (Number(name) > 65535) {
      throw outOfRangeError(context, "Valid values are between 0 and 65535, inclusive.", "codepage");
    }
    throw netError(
      "System.NotSupportedException",
      `No data is available for encoding ${name}. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.`,
    );
  }
  throw argumentError(
    context,
    `'${wanted}' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.`,
    "name",
  );
}
const encodingAliases: ReadonlyMap<string, EncodingName> = new Map([
  ["ascii", "ASCII"],
  ["us", "ASCII"],
  ["utf8", "UTF8"],
  ["unicode", "Unicode"],
  ["utf-16le", "Unicode"],
  ["unicodefffe", "BigEndianUnicode"],
  ["latin1", "Latin1"],
]);

type EncodingInfo = readonly [webName: string, title: string, codePage: number];
const webNames: Readonly<Record<EncodingName, EncodingInfo>> = {
  UTF8: ["utf-8", "Unicode (UTF-8)", 65001],
  Unicode: ["utf-16", "Unicode", 1200],
  BigEndianUnicode: ["utf-16BE", "Unicode (Big-Endian)", 1201],
  ASCII: ["us-ascii", "US-ASCII", 20127],
  Latin1: ["iso-8859-1", "Western European (ISO)", 28591],
  UTF32: ["utf-32", "Unicode (UTF-32)", 12000],
};
const encodingNames = ["UTF8", "Unicode", "BigEndianUnicode", "ASCII", "Latin1", "UTF32"] as const;

defineType({
  fullName: "System.Text.Encoding",
  members: () => [
    property("string BodyName", (e: Encoding) => e.info[0]),
    property("string EncodingName", (e: Encoding) => e.info[1]),
    property("string HeaderName", (e: Encoding) => e.info[0]),
    property("string WebName", (e: Encoding) => e.info[0]),
    property("int CodePage", (e: Encoding) => e.info[2]),
    method<Encoding>(["int GetByteCount(string s)", (_, e, [s]) => e.encode(text(s)).length]),
    method<Encoding>(
      ["byte[] GetBytes(string s)", (_, e, [s]) => byteArray(e.encode(text(s)))],
      [
        "byte[] GetBytes(char[] chars)",
        (_, e, [s]) =>
          byteArray(
            e.encode(
              toItems(s ?? null)
                .map(text)
                .join(""),
            ),
          ),
      ],
    ),
    method<Encoding>(
      ["string GetString(byte[] bytes)", (_, e, [b]) => e.decode(bytesOf(b ?? null))],
      [
        "string GetString(byte[] bytes, int index, int count)",
        (_, e, [b, i, n]) => e.decode(bytesOf(b ?? null).slice(int(i), int(i) + int(n))),
      ],
    ),
    method<Encoding>([
      "byte[] GetPreamble()",
      (_, e) =>
        byteArray(
          e.byteOrderMark ? (e.name === "UTF8" ? [239, 187, 191] : e.name === "Unicode" ? [255, 254] : []) : [],
        ),
    ]),
  ],
  staticMembers: () => [
    ...encodingNames.map((name) => property(`System.Text.Encoding ${name}`, () => new Encoding(name, true))),
    property("System.Text.Encoding Default", (_, c) =>
      c.facts.exceptionTexts === "core" ? new Encoding("UTF8", false) : new Encoding("Latin1", false),
    ),
    method(
      ["static System.Text.Encoding GetEncoding(int codepage)", (c, _, [n]) => encodingNamed(c, `${int(n)}`)],
      ["static System.Text.Encoding GetEncoding(string name)", (c, _, [n]) => encodingNamed(c, text(n))],
    ),
  ],
});
defineType({ fullName: "System.Text.SBCSCodePageEncoding", base: "System.Text.Encoding" });
for (const name of ["UTF8", "Unicode", "ASCII", "Latin1", "UTF32"] as const) {
  defineType({
    fullName: `System.Text.${name}Encoding`,
    base: "System.Text.Encoding",
    constructors: () => [
      overload(`${name}Encoding new()`, () => new Encoding(name, name !== "UTF8")),
      overload(
        `${name}Encoding new(bool encoderShouldEmitUTF8Identifier)`,
        (_, __, [b]) => new Encoding(name, b === true),
      ),
    ],
  });
}

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
