import { bytesOf } from "../bytes.js";
import { PSArray } from "../collections.js";
import type { DotNetMember, DotNetProperty, DotNetType } from "../dotnet-type.js";
import { toItems } from "../enumeration.js";
import { heapClass } from "../heap/heap-class.js";
import { argumentNullError, netError } from "../net-errors.js";
import { Char } from "../numbers.js";
import { coreProperty, method, overload, property } from "../signatures.js";
import { defineType, typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { byteArray } from "./convert.js";
import {
  CodePageEncoding,
  Encoding,
  type EncodingName,
  encodingNamed,
  encodingNames,
  keptEncoding,
} from "./encoding.js";

const int = (value: Value | undefined): number => (typeof value === "number" ? value : 0);

/** What becomes of characters that an encoding does not know. */
class Fallback extends DotNetObject {
  constructor(
    readonly kind: string,
    readonly defaultString: string | null,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(`System.Text.${this.kind}Fallback`);
  }
}
heapClass("Fallback", Fallback);
for (const side of ["Encoder", "Decoder"]) {
  for (const kind of ["Replacement", "Exception", "Latin1BestFit"]) {
    defineType({
      fullName: `System.Text.${side}${kind}Fallback`,
      members: () => [
        ...(kind === "Replacement" ? [property("string DefaultString", (f: Fallback) => f.defaultString)] : []),
        property("int MaxCharCount", (f: Fallback) => (f.kind.endsWith("Exception") ? 0 : 1)),
      ],
    });
  }
  defineType({
    fullName: `System.Text.Internal${side}BestFitFallback`,
    members: () => [property("int MaxCharCount", () => 1)],
  });
}

function fallback(e: Encoding, side: "Encoder" | "Decoder"): Fallback {
  if (e instanceof CodePageEncoding) return new Fallback(`Internal${side}BestFit`, null);
  if (e.throwsOnInvalid) return new Fallback(`${side}Exception`, null);
  if (e.name === "Latin1" && side === "Encoder") return new Fallback("EncoderLatin1BestFit", null);
  return new Fallback(`${side}Replacement`, e.name === "ASCII" || e.name === "Latin1" ? "?" : "\ufffd");
}

/** Where an encoding is used: by browsers to display and to save, by mail programs likewise; one bit each. */
const uses: Readonly<Record<EncodingName, number>> = {
  UTF8: 0b1111,
  Unicode: 0b0100,
  BigEndianUnicode: 0,
  ASCII: 0b0011,
  Latin1: 0b1111,
  UTF32: 0,
};
const isUsed = (e: Encoding, bit: number): boolean => {
  const bits = e instanceof CodePageEncoding ? (e.info[2] === 1252 ? 0b1111 : 0) : uses[e.name];
  return (bits & bit) !== 0;
};

const isSingleByte = (e: Encoding): boolean => e.name === "ASCII" || e.name === "Latin1";

/** The properties in the order in which a class shows them: those that it declares itself come first. */
function encodingProperties(first: readonly ("Preamble" | "IsSingleByte" | "names")[]): readonly DotNetProperty[] {
  const preamble = coreProperty("System.ReadOnlySpan[byte] Preamble", () => null);
  const single = property("bool IsSingleByte", isSingleByte);
  const body = property("string BodyName", (e: Encoding) => (e.info[2] === 1252 ? "iso-8859-1" : e.info[0]));
  const title = property("string EncodingName", (e: Encoding) => e.info[1]);
  const header = property("string HeaderName", (e: Encoding) => e.info[0]);
  const web = property("string WebName", (e: Encoding) => e.info[0]);
  const page = property("int WindowsCodePage", (e: Encoding) => (isSingleByte(e) ? 1252 : 1200));
  const own = { Preamble: [preamble], IsSingleByte: [single], names: [title, web, header] };
  const head = first.flatMap((name) => own[name]);
  const rest = [
    body,
    ...(first.includes("names") ? [] : [title, header, web]),
    page,
    property("bool IsBrowserDisplay", (e: Encoding) => isUsed(e, 0b1000)),
    property("bool IsBrowserSave", (e: Encoding) => isUsed(e, 0b0100)),
    property("bool IsMailNewsDisplay", (e: Encoding) => isUsed(e, 0b0010)),
    property("bool IsMailNewsSave", (e: Encoding) => isUsed(e, 0b0001)),
    ...(first.includes("Preamble") ? [] : [preamble]),
    ...(first.includes("IsSingleByte") ? [] : [single]),
    property("System.Text.EncoderFallback EncoderFallback", (e: Encoding) => fallback(e, "Encoder")),
    property("System.Text.DecoderFallback DecoderFallback", (e: Encoding) => fallback(e, "Decoder")),
    property("bool IsReadOnly", (e: Encoding) => e.isKept !== false),
    property("int CodePage", (e: Encoding) => e.info[2]),
  ];
  return [...head, ...rest];
}

/** How many bytes so many characters may need. */
function mostBytes(e: Encoding, characters: number): number {
  const width = { UTF8: 3, Unicode: 2, BigEndianUnicode: 2, UTF32: 4, ASCII: 1, Latin1: 1 }[e.name];
  return (characters + 1) * width;
}

/** How many characters so many bytes may be. */
function mostCharacters(e: Encoding, bytes: number): number {
  switch (e.name) {
    case "UTF8":
      return bytes + 1;
    case "Unicode":
    case "BigEndianUnicode":
      return (bytes >> 1) + (bytes & 1) + 1;
    case "UTF32":
      return (bytes >> 1) + 2;
    default:
      return bytes;
  }
}

/** Text or characters, whole or from an index on. Throws ArgumentNullException. */
function written(c: ValueContext, value: Value | undefined, name: string, i?: Value, n?: Value): string {
  if (value === null || value === undefined) throw argumentNullError(c, name);
  const whole =
    typeof value === "string"
      ? value
      : toItems(value)
          .map((unit) => (unit instanceof Char ? unit.text : ""))
          .join("");
  return i === undefined ? whole : whole.slice(int(i), int(i) + int(n));
}

function read(c: ValueContext, value: Value | undefined, i?: Value, n?: Value): readonly number[] {
  if (value === null || value === undefined) throw argumentNullError(c, "bytes");
  const bytes = bytesOf(value);
  return i === undefined ? bytes : bytes.slice(int(i), int(i) + int(n));
}

const characters = (s: string): PSArray =>
  new PSArray(
    Array.from({ length: s.length }, (_, i) => new Char(s.charCodeAt(i))),
    typeNamed("System.Char"),
  );

const encodingMethods = (): readonly DotNetMember[] => [
  method<Encoding>([
    "System.Object Clone()",
    (_, e) => new Encoding(e.name, e.byteOrderMark, false, e.throwsOnInvalid),
  ]),
  method<Encoding>(
    ["byte[] GetBytes(string s)", (c, e, [s]) => byteArray(e.encode(written(c, s, "s")))],
    ["byte[] GetBytes(char[] chars)", (c, e, [s]) => byteArray(e.encode(written(c, s, "chars")))],
    [
      "byte[] GetBytes(char[] chars, int index, int count)",
      (c, e, [s, i, n]) => byteArray(e.encode(written(c, s, "chars", i, n))),
    ],
    [
      "[core] byte[] GetBytes(string s, int index, int count)",
      (c, e, [s, i, n]) => byteArray(e.encode(written(c, s, "s", i, n))),
    ],
  ),
  method<Encoding>(["int GetMaxByteCount(int charCount)", (_, e, [n]) => mostBytes(e, int(n))]),
  method<Encoding>(["int GetMaxCharCount(int byteCount)", (_, e, [n]) => mostCharacters(e, int(n))]),
  method<Encoding>(
    ["string GetString(byte[] bytes)", (c, e, [b]) => e.decode(read(c, b))],
    ["string GetString(byte[] bytes, int index, int count)", (c, e, [b, i, n]) => e.decode(read(c, b, i, n))],
  ),
  method<Encoding>(
    [
      "int GetByteCount(char[] chars, int index, int count)",
      (c, e, [s, i, n]) => e.encode(written(c, s, "chars", i, n)).length,
    ],
    ["int GetByteCount(string chars)", (c, e, [s]) => e.encode(written(c, s, "chars")).length],
    ["int GetByteCount(char[] chars)", (c, e, [s]) => e.encode(written(c, s, "chars")).length],
    [
      "[core] int GetByteCount(string s, int index, int count)",
      (c, e, [s, i, n]) => e.encode(written(c, s, "s", i, n)).length,
    ],
  ),
  method<Encoding>(
    ["int GetCharCount(byte[] bytes, int index, int count)", (c, e, [b, i, n]) => e.decode(read(c, b, i, n)).length],
    ["int GetCharCount(byte[] bytes)", (c, e, [b]) => e.decode(read(c, b)).length],
  ),
  method<Encoding>(
    ["char[] GetChars(byte[] bytes)", (c, e, [b]) => characters(e.decode(read(c, b)))],
    [
      "char[] GetChars(byte[] bytes, int index, int count)",
      (c, e, [b, i, n]) => characters(e.decode(read(c, b, i, n))),
    ],
  ),
  method<Encoding>(["byte[] GetPreamble()", (_, e) => byteArray(e.preamble)]),
  method<Encoding>(["bool IsAlwaysNormalized()", (_, e) => isSingleByte(e) && e.name === "ASCII"]),
];

const encoding = "System.Text.Encoding";

/** Between two encodings. */
function converted(c: ValueContext, [from, to, bytes]: readonly Value[]): Value {
  if (!(from instanceof Encoding)) throw argumentNullError(c, "srcEncoding");
  if (!(to instanceof Encoding)) throw argumentNullError(c, "dstEncoding");
  return byteArray(to.encode(from.decode(read(c, bytes))));
}

defineType({
  fullName: encoding,
  members: encodingMethods,
  staticMembers: () => [
    ...encodingNames.map((name) => property(`${encoding} ${name}`, (_, c) => keptEncoding(c, name))),
    property(`${encoding} Default`, (_, c) =>
      c.facts.exceptionTexts === "core" ? keptEncoding(c, "UTF8", false) : encodingNamed(c, "1252"),
    ),
    method(
      [`static ${encoding} GetEncoding(int codepage)`, (c, _, [n]) => encodingNamed(c, `${int(n)}`)],
      [`static ${encoding} GetEncoding(string name)`, (c, _, [n]) => encodingNamed(c, typeof n === "string" ? n : "")],
    ),
    method([
      `static byte[] Convert(${encoding} srcEncoding, ${encoding} dstEncoding, byte[] bytes)`,
      (c, _, args) => converted(c, args),
    ]),
    method([
      "static System.Text.EncodingInfo[] GetEncodings()",
      () => {
        throw netError("System.NotSupportedException", "NotEmulated: the list of all encodings is not known here.");
      },
    ]),
  ],
});
defineType({
  fullName: "System.Text.SBCSCodePageEncoding",
  base: encoding,
  members: () => encodingProperties(["IsSingleByte", "names"]),
});
const firsts = {
  UTF8: ["Preamble"],
  Unicode: ["Preamble"],
  UTF32: ["Preamble"],
  ASCII: ["IsSingleByte", "Preamble"],
  Latin1: ["Preamble", "IsSingleByte"],
} as const;
for (const name of ["UTF8", "Unicode", "ASCII", "Latin1", "UTF32"] as const) {
  const fullName = `System.Text.${name}Encoding`;
  defineType({
    fullName,
    base: encoding,
    members: () => encodingProperties(firsts[name]),
    constructors: () => [
      overload(`${name}Encoding new()`, () => new Encoding(name, name !== "UTF8", "kept")),
      overload(
        `${name}Encoding new(bool encoderShouldEmitUTF8Identifier)`,
        (_, __, [b]) => new Encoding(name, b === true, "kept"),
      ),
      overload(
        `${name}Encoding new(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)`,
        (_, __, [b, throws]) => new Encoding(name, b === true, "kept", throws === true),
      ),
    ],
  });
  if (name === "UTF8" || name === "ASCII" || name === "Latin1")
    defineType({ fullName: `${fullName}+${name}EncodingSealed`, base: fullName });
}
