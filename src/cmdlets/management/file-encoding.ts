import { utf8Bytes } from "../../values/bytes.js";
import { Encoding, toText, type Value, type ValueContext } from "../../values/index.js";
import { netError } from "../../values/net-errors.js";
import { CodePageEncoding, encodingNamed as netEncodingNamed } from "../../values/types/encoding.js";
import { baseOf } from "../../values/value.js";
import { upperHalf } from "./file-bytes.js";
import type { FileEncoding, FileNode } from "./file-system.js";

/** What -Encoding takes up to 5.1, in the order in which errors list it. */
export const desktopEncodings = [
  "unknown",
  "string",
  "unicode",
  "bigendianunicode",
  "utf8",
  "utf7",
  "utf32",
  "ascii",
  "default",
  "oem",
] as const;

/** The names of -Encoding that both generations know, with what lies in the file. */
const byName: ReadonlyMap<string, FileEncoding> = new Map([
  ["unicode", "unicode"],
  ["string", "unicode"],
  ["unknown", "unicode"],
  ["bigendianunicode", "bigendianunicode"],
  ["utf8bom", "utf8BOM"],
  ["utf8nobom", "utf8"],
  ["utf32", "utf32"],
  ["ascii", "ascii"],
  ["ansi", "ansi"],
  ["default", "ansi"],
  ["oem", "oem"],
  ["windows-1252", "ansi"],
  ["ibm437", "oem"],
  ["ibm850", "oem850"],
  ["latin1", "ansi"],
]);

/**
 * What 7 makes of an argument of -Encoding: names of its own stay, others are those of .NET. Throws what .NET throws for
 * a name or a number that nobody knows.
 */
export function encodingArgument(value: Value, context: ValueContext): Value {
  const name = typeof value === "number" ? `${value}` : typeof value === "string" ? value : null;
  if (name === null || byName.has(name.toLowerCase()) || ownNames.has(name.toLowerCase())) return value;
  return netEncodingNamed(context, name);
}
const ownNames = new Set(["utf8", "utf7", "bigendianutf32"]);

/** The encoding that a value of -Encoding means: a name or a System.Text.Encoding; `fallback` when it is neither. */
export function encodingNamed(context: ValueContext, value: Value | undefined, fallback: FileEncoding): FileEncoding {
  if (value === undefined) return fallback;
  const isCore = context.facts.languageVersion >= 7;
  const base = baseOf(value);
  const name = nameOf(context, base).toLowerCase();
  if (name === "utf7") {
    throw netError("System.NotSupportedException", "NotEmulated: files in UTF-7 are neither written nor read.");
  }
  const hasMark = base instanceof Encoding ? base.byteOrderMark : !isCore;
  if (name === "utf8") return hasMark ? "utf8BOM" : "utf8";
  if (name === "default" && isCore) return "utf8";
  return byName.get(name) ?? fallback;
}

function nameOf(context: ValueContext, value: Value): string {
  if (value instanceof CodePageEncoding) return value.info[0];
  return value instanceof Encoding ? value.name : toText(context, value);
}

/** What up to 5.1 begins a file in, by what writes it (about_Character_Encoding). */
const desktopDefaults = { content: "ansi", csv: "ascii", output: "unicode" } as const;

/** The encoding of a file that is written anew without -Encoding; 7 keeps to UTF-8. */
export function defaultEncoding(context: ValueContext, writer: keyof typeof desktopDefaults): FileEncoding {
  return context.facts.languageVersion >= 7 ? "utf8" : desktopDefaults[writer];
}

/** Whether a cmdlet reads or writes bytes: `-AsByteStream`, up to 5.1 `-Encoding Byte`. */
export function isByteEncoding(
  { context }: { readonly context: ValueContext },
  { Encoding: named, AsByteStream }: { readonly Encoding: Value | undefined; readonly AsByteStream: boolean },
): boolean {
  if (AsByteStream) return true;
  if (named === undefined || context.facts.languageVersion >= 7) return false;
  return toText(context, baseOf(named)).toLowerCase() === "byte";
}

/** The text that is read again after it was written: characters that the encoding does not have become `?`. */
export function storedText(text: string, encoding: FileEncoding): string {
  if (encoding !== "ascii" && encoding !== "ansi" && encoding !== "oem" && encoding !== "oem850") return text;
  const upper = encoding === "ascii" ? "" : upperHalf(encoding);
  let stored = "";
  for (const c of text) {
    const isKept = (c.codePointAt(0) ?? 0) < 0x80 || upper.includes(c);
    stored += isKept ? c : "?".repeat(c.length);
  }
  return stored;
}

/** Bytes of a file, its byte order mark included. */
export function byteLength({ text, encoding = "utf8" }: FileNode): number {
  switch (encoding) {
    case "utf8":
      return utf8Bytes(text).length;
    case "utf8BOM":
      return utf8Bytes(text).length + 3;
    case "unicode":
    case "bigendianunicode":
      return text.length * 2 + 2;
    case "utf32":
      return [...text].length * 4 + 4;
    case "ascii":
    case "ansi":
    case "oem":
    case "oem850":
      return text.length;
  }
}
