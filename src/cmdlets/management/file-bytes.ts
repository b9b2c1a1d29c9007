import { utf8Bytes, utf8Text } from "../../values/bytes.js";
import { codePageNamed } from "../../values/types/code-pages.js";
import type { CodePageName, FileEncoding, FileNode } from "./file-system.js";

const pageNumbers: Readonly<Record<CodePageName, number>> = { ansi: 1252, oem: 437, oem850: 850 };

/** The characters of the bytes from 0x80 on. */
export function upperHalf(encoding: CodePageName): string {
  return codePageNamed(`${pageNumbers[encoding]}`)?.upperHalf ?? "";
}

const marks: readonly (readonly [encoding: FileEncoding, bytes: readonly number[]])[] = [
  ["utf8BOM", [0xef, 0xbb, 0xbf]],
  ["utf32", [0xff, 0xfe, 0, 0]],
  ["unicode", [0xff, 0xfe]],
  ["bigendianunicode", [0xfe, 0xff]],
];

/** The bytes of a file, its byte order mark included. */
export function fileBytes({ text, encoding = "utf8" }: Pick<FileNode, "text" | "encoding">): readonly number[] {
  return [...(marks.find(([name]) => name === encoding)?.[1] ?? []), ...encode(text, encoding)];
}

function encode(text: string, encoding: FileEncoding): readonly number[] {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  switch (encoding) {
    case "utf8":
    case "utf8BOM":
      return [...utf8Bytes(text)];
    case "unicode":
      return units.flatMap((unit) => [unit & 0xff, unit >> 8]);
    case "bigendianunicode":
      return units.flatMap((unit) => [unit >> 8, unit & 0xff]);
    case "utf32":
      return [...text].flatMap((c) => {
        const point = c.codePointAt(0) ?? 0;
        return [point & 0xff, (point >> 8) & 0xff, point >> 16, 0];
      });
    case "ascii":
      return units.map((unit) => (unit < 0x80 ? unit : 0x3f));
    case "ansi":
    case "oem":
    case "oem850": {
      const upper = upperHalf(encoding);
      return units.map((unit) => {
        if (unit < 0x80) return unit;
        const at = upper.indexOf(String.fromCharCode(unit));
        return at >= 0 ? 0x80 + at : 0x3f;
      });
    }
  }
}

/** What bytes are as text: a byte order mark tells, else `encoding` does. */
export function decodedText(bytes: readonly number[], encoding: FileEncoding): string {
  const marked = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  const [kind, mark] = marked ?? [encoding, []];
  const content = bytes.slice(mark.length);
  switch (kind) {
    case "utf8":
    case "utf8BOM":
      return utf8Text(content);
    case "unicode":
      return units(content, (low, high) => low | (high << 8));
    case "bigendianunicode":
      return units(content, (high, low) => low | (high << 8));
    case "utf32":
      return codePoints(content);
    case "ascii":
      return content.map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : "?")).join("");
    case "ansi":
    case "oem":
    case "oem850":
      return pageText(content, kind);
  }
}

function pageText(bytes: readonly number[], encoding: CodePageName): string {
  const upper = upperHalf(encoding);
  return bytes.map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : (upper[byte - 0x80] ?? "?"))).join("");
}

function units(bytes: readonly number[], unit: (first: number, second: number) => number): string {
  let text = "";
  for (let i = 0; i + 1 < bytes.length; i += 2) text += String.fromCharCode(unit(bytes[i] ?? 0, bytes[i + 1] ?? 0));
  return bytes.length % 2 === 0 ? text : `${text}\ufffd`;
}

function codePoints(bytes: readonly number[]): string {
  let text = "";
  for (let i = 0; i + 3 < bytes.length; i += 4) {
    const point = (bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8) | ((bytes[i + 2] ?? 0) << 16);
    text += (bytes[i + 3] ?? 0) === 0 && point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
  }
  return text;
}

/** Bytes as a file keeps them: the mark tells the encoding, else it is UTF-8 where the bytes are, else one byte a character. */
export function fileOfBytes(bytes: readonly number[]): { readonly text: string; readonly encoding: FileEncoding } {
  const candidates: readonly FileEncoding[] = [
    marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0] ?? "utf8",
    "ansi",
  ];
  for (const encoding of candidates) {
    const file = { text: decodedText(bytes, encoding), encoding };
    const again = fileBytes(file);
    if (again.length === bytes.length && again.every((byte, i) => byte === bytes[i])) return file;
  }
  return { text: pageText(bytes, "ansi"), encoding: "ansi" };
}
