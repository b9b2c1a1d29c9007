import { bytesOf, fromBase64, toBase64 } from "../bytes.js";
import { PSArray } from "../collections.js";
import { DateTime, TimeSpan } from "../date-time.js";
import { decimalFromText, decimalText } from "../decimal.js";
import { PowerShellError } from "../errors.js";
import { netDoubleText, netSingleText } from "../number-text.js";
import { Char, Decimal, Double, Single, SmallInteger, type SmallIntegerKind, UInt64 } from "../numbers.js";
import { ScriptBlock } from "../script-block.js";
import { parseGuid, parseUri, parseVersion } from "../simple-value-parsing.js";
import { Guid, Uri, Version } from "../simple-values.js";
import { toText } from "../text.js";
import { SecureString } from "../types/security-types.js";
import { loadDocument } from "../types/xml/xml-loader.js";
import { XmlDocument } from "../types/xml/xml-node.js";
import { outerXml } from "../types/xml/xml-writer.js";
import { typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { dateTimeText, decodeText, durationText, encodeText, parseDateTimeText, parseDuration } from "./clixml-text.js";

/** A value that is one element without children: its tag and content, which is still to be escaped for XML. */
export interface PrimitiveText {
  readonly tag: string;
  readonly text: string;
}

const integerTags: Readonly<Record<SmallIntegerKind, string>> = {
  Byte: "By",
  SByte: "SB",
  Int16: "I16",
  UInt16: "U16",
  UInt32: "U32",
};

/** The element of a primitive value; `null` for values that are objects with properties or elements. */
export function primitiveText(context: ValueContext, value: Value): PrimitiveText | null {
  switch (typeof value) {
    case "string":
      return { tag: "S", text: encodeText(value) };
    case "number":
      return { tag: "I32", text: String(value) };
    case "bigint":
      return { tag: "I64", text: String(value) };
    case "boolean":
      return { tag: "B", text: value ? "true" : "false" };
  }
  return numberText(context, value) ?? objectText(context, value);
}

function numberText(context: ValueContext, value: Value): PrimitiveText | null {
  const { facts } = context;
  if (value instanceof Double) return { tag: "Db", text: netDoubleText(value.value, facts, "INF") };
  if (value instanceof Single) return { tag: "Sg", text: netSingleText(value.value, facts, "INF") };
  if (value instanceof Decimal) return { tag: "D", text: decimalText(value) };
  if (value instanceof SmallInteger) return { tag: integerTags[value.kind], text: String(value.value) };
  if (value instanceof UInt64) return { tag: "U64", text: String(value.value) };
  if (value instanceof Char) return { tag: "C", text: String(value.code) };
  return null;
}

function objectText(context: ValueContext, value: Value): PrimitiveText | null {
  if (value instanceof DateTime) return { tag: "DT", text: dateTimeText(value, context.utcOffset(value.ticks)) };
  if (value instanceof TimeSpan) return { tag: "TS", text: durationText(value.ticks) };
  if (value instanceof Guid) return { tag: "G", text: value.text };
  if (value instanceof Version) return { tag: "Version", text: value.text };
  if (value instanceof Uri) return { tag: "URI", text: encodeText(value.originalString) };
  if (value instanceof ScriptBlock) return { tag: "SBK", text: encodeText(toText(context, value)) };
  if (value instanceof XmlDocument) return { tag: "XD", text: encodeText(outerXml(value)) };
  if (value instanceof SecureString) return { tag: "SS", text: hexText(value.text) };
  if (value instanceof PSArray && value.type.elementType?.fullName === "System.Byte") {
    return { tag: "BA", text: toBase64(bytesOf(value)) };
  }
  return null;
}

/** The UTF-16 units of a text, two bytes each: what a secret is where nothing encrypts it. */
function hexText(text: string): string {
  let hex = "";
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    for (const byte of [unit & 0xff, unit >> 8]) hex += (byte + 256).toString(16).slice(1);
  }
  return hex;
}
function textOfHex(hex: string): string | null {
  if (!/^(?:[0-9a-fA-F]{4})*$/.test(hex)) return null;
  let text = "";
  for (let i = 0; i < hex.length; i += 4) {
    text += String.fromCharCode(Number.parseInt(hex.slice(i + 2, i + 4) + hex.slice(i, i + 2), 16));
  }
  return text;
}

/** How an element of a primitive is read: its .NET type for errors, and `null` for content that is not valid. */
export interface PrimitiveReader {
  readonly typeName: string;
  readonly read: (context: ValueContext, text: string) => Value | undefined;
}

function integer(typeName: string, least: bigint, most: bigint, make: (n: bigint) => Value): PrimitiveReader {
  return {
    typeName,
    read: (_, text) => {
      const trimmed = text.trim();
      if (!/^[+-]?\d{1,20}$/.test(trimmed)) return undefined;
      const n = BigInt(trimmed.replace("+", ""));
      return n < least || n > most ? undefined : make(n);
    },
  };
}
const small = (kind: SmallIntegerKind, least: bigint, most: bigint) =>
  integer(`System.${kind}`, least, most, (n) => new SmallInteger(kind, Number(n)));

function floating(typeName: string, make: (n: number) => Value): PrimitiveReader {
  return {
    typeName,
    read: (_, text) => {
      const trimmed = text.trim();
      if (trimmed === "INF") return make(Number.POSITIVE_INFINITY);
      if (trimmed === "-INF") return make(Number.NEGATIVE_INFINITY);
      if (trimmed === "NaN") return make(Number.NaN);
      return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed) ? make(Number(trimmed)) : undefined;
    },
  };
}

const text = (typeName: string): PrimitiveReader => ({ typeName, read: (_, content) => decodeText(content) });

/** Parsers that throw .NET's exception for content that is not valid. */
const parsed = (typeName: string, parse: (context: ValueContext, content: string) => Value): PrimitiveReader => ({
  typeName,
  read: (context, content) => {
    try {
      return parse(context, content);
    } catch (error) {
      if (error instanceof PowerShellError) return undefined;
      throw error;
    }
  },
});

/** By tag. */
export const primitiveReaders: ReadonlyMap<string, PrimitiveReader> = new Map<string, PrimitiveReader>([
  ["S", text("System.String")],
  ["SBK", text("System.Management.Automation.ScriptBlock")],
  ["I32", integer("System.Int32", -(2n ** 31n), 2n ** 31n - 1n, Number)],
  ["I64", integer("System.Int64", -(2n ** 63n), 2n ** 63n - 1n, (n) => n)],
  ["U64", integer("System.UInt64", 0n, 2n ** 64n - 1n, (n) => new UInt64(n))],
  ["By", small("Byte", 0n, 255n)],
  ["SB", small("SByte", -128n, 127n)],
  ["I16", small("Int16", -32768n, 32767n)],
  ["U16", small("UInt16", 0n, 65535n)],
  ["U32", small("UInt32", 0n, 2n ** 32n - 1n)],
  ["C", integer("System.Char", 0n, 65535n, (n) => new Char(Number(n)))],
  ["Db", floating("System.Double", (n) => new Double(n))],
  ["Sg", floating("System.Single", (n) => new Single(n))],
  ["D", { typeName: "System.Decimal", read: (_, content) => decimalFromText(content.trim()) ?? undefined }],
  [
    "B",
    {
      typeName: "System.Boolean",
      read: (_, content) => {
        const word = content.trim();
        return word === "true" || word === "1" ? true : word === "false" || word === "0" ? false : undefined;
      },
    },
  ],
  [
    "DT",
    {
      typeName: "System.DateTime",
      read: (context, content) => parseDateTimeText(content, (ticks) => context.utcOffset(ticks)) ?? undefined,
    },
  ],
  [
    "TS",
    {
      typeName: "System.TimeSpan",
      read: (_, content) => {
        const ticks = parseDuration(content);
        return ticks === null ? undefined : new TimeSpan(ticks);
      },
    },
  ],
  ["G", parsed("System.Guid", (context, content) => new Guid(parseGuid(context, content.trim())))],
  ["Version", parsed("System.Version", (context, content) => parseVersion(context, content.trim()))],
  ["URI", parsed("System.Uri", (context, content) => parseUri(context, decodeText(content), "RelativeOrAbsolute"))],
  [
    "BA",
    parsed(
      "System.Byte[]",
      (_, content) =>
        new PSArray(
          fromBase64(content).map((byte) => new SmallInteger("Byte", byte)),
          typeNamed("System.Byte"),
        ),
    ),
  ],
  [
    "SS",
    {
      typeName: "System.Security.SecureString",
      read: (_, content) => {
        const plain = textOfHex(content.trim());
        return plain === null ? undefined : new SecureString(plain);
      },
    },
  ],
  [
    "XD",
    parsed("System.Xml.XmlDocument", (_, content) => {
      const document = new XmlDocument();
      loadDocument(document, decodeText(content), "document");
      return document;
    }),
  ],
]);
