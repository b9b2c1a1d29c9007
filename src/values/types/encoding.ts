import { utf8Bytes, utf8Text } from "../bytes.js";
import { ValueObject } from "../dictionary.js";
import type { DotNetType } from "../dotnet-type.js";
import type { PowerShellError } from "../errors.js";
import { heapClass } from "../heap/heap-class.js";
import { argumentError, netError, outOfRangeError } from "../net-errors.js";
import { typeNamed } from "../types.js";
import type { ValueContext } from "../value-context.js";
import { type CodePage, codePageNamed } from "./code-pages.js";

export type EncodingName = "UTF8" | "Unicode" | "BigEndianUnicode" | "ASCII" | "Latin1" | "UTF32";

/** System.Text.Encoding and its kin. */
export class Encoding extends ValueObject {
  constructor(
    readonly name: EncodingName,
    readonly byteOrderMark: boolean,
    /** One of those that .NET keeps, which nobody can change; some have a class of their own. */
    readonly isKept: "sealed" | "kept" | false = false,
    readonly throwsOnInvalid = false,
  ) {
    super();
  }
  get type(): DotNetType {
    const name = this.name === "BigEndianUnicode" ? "Unicode" : this.name;
    const isSealed = this.isKept === "sealed" && (name === "UTF8" || name === "ASCII" || name === "Latin1");
    return typeNamed(`System.Text.${name}Encoding${isSealed ? `+${name}EncodingSealed` : ""}`);
  }
  equalityKey(): string {
    return `${this.info[2]} ${this.byteOrderMark} ${this.throwsOnInvalid}`;
  }
  /** The bytes that files of this encoding begin with. */
  get preamble(): readonly number[] {
    return this.byteOrderMark ? (preambles[this.name] ?? []) : [];
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
      case "UTF8": {
        const decoded = utf8Text(bytes);
        const bad = this.throwsOnInvalid ? decoded.indexOf("\ufffd") : -1;
        if (bad >= 0) throw notDecoded(bytes, utf8Bytes(decoded.slice(0, bad)).length);
        return decoded;
      }
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

/** DecoderFallbackException of an encoding that refuses what it does not know. */
function notDecoded(bytes: readonly number[], index: number): PowerShellError {
  const hex = (bytes[index] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  return netError(
    "System.Text.DecoderFallbackException",
    `Unable to translate bytes [${hex}] at index ${index} from specified code page to Unicode.`,
  );
}

/** A code page of one byte a character; what it lacks becomes a question mark. */
export class CodePageEncoding extends Encoding {
  constructor(private readonly page: CodePage) {
    super("ASCII", false, "kept");
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

/** One of the encodings that .NET keeps. */
export function keptEncoding(context: ValueContext, name: EncodingName, byteOrderMark = true): Encoding {
  return new Encoding(name, byteOrderMark, context.facts.exceptionTexts === "core" ? "sealed" : "kept");
}

/** Encoding.GetEncoding by a number or a name. Throws what .NET throws for names that nobody knows. */
export function encodingNamed(context: ValueContext, wanted: string): Encoding {
  const name = wanted.toLowerCase();
  const known = encodingNames.find(
    (each) => name === webNames[each][0].toLowerCase() || name === `${webNames[each][2]}`,
  );
  if (known !== undefined) return keptEncoding(context, known);
  const alias = encodingAliases.get(name);
  if (alias !== undefined) return keptEncoding(context, alias);
  const page = codePageNamed(name);
  if (page !== undefined) return new CodePageEncoding(page);
  if (/^\d+$/.test(name)) {
    if (notSupported.has(Number(name))) {
      throw argumentError(context, `${name} is not a supported code page.`, "codepage");
    }
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
/** Numbers that the functions of Windows know as something else. */
const notSupported: ReadonlySet<number> = new Set([1, 2, 3, 42]);
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
/** What stands for an encoding: its name, its title and its number. */
export const webNames: Readonly<Record<EncodingName, EncodingInfo>> = {
  UTF8: ["utf-8", "Unicode (UTF-8)", 65001],
  Unicode: ["utf-16", "Unicode", 1200],
  BigEndianUnicode: ["utf-16BE", "Unicode (Big-Endian)", 1201],
  ASCII: ["us-ascii", "US-ASCII", 20127],
  Latin1: ["iso-8859-1", "Western European (ISO)", 28591],
  UTF32: ["utf-32", "Unicode (UTF-32)", 12000],
};
const preambles: Readonly<Partial<Record<EncodingName, readonly number[]>>> = {
  UTF8: [239, 187, 191],
  Unicode: [255, 254],
  BigEndianUnicode: [254, 255],
  UTF32: [255, 254, 0, 0],
};
export const encodingNames = ["UTF8", "Unicode", "BigEndianUnicode", "ASCII", "Latin1", "UTF32"] as const;
