import { readFileSync } from "node:fs";

/** How the text of a file lies in its bytes. */
export type TextForm = "utf8" | "utf8 with mark" | "utf16 with mark";

/** A file's text, and how it is written again. */
export interface TextFile {
  readonly text: string;
  readonly form: TextForm;
}

/** The text of bytes; `undefined` for what is no text: it holds NUL characters. Windows' own files are UTF-16 often. */
export function textOf(bytes: Buffer): TextFile | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: bytes.toString("utf16le").slice(1), form: "utf16 with mark" };
  if (bytes.includes(0)) return undefined;
  const text = bytes.toString("utf8");
  return text.startsWith("\uFEFF") ? { text: text.slice(1), form: "utf8 with mark" } : { text, form: "utf8" };
}

/** The bytes of a text. */
export function bytesOf({ text, form }: TextFile): Buffer {
  if (form === "utf16 with mark") return Buffer.from(`\uFEFF${text}`, "utf16le");
  return Buffer.from(form === "utf8" ? text : `\uFEFF${text}`, "utf8");
}

/**
 * Reads a text file.
 * @throws {NoText} for what is no text; what the file system says, when it cannot be read
 */
export function readTextFile(path: string): string {
  return textFile(path).text;
}

/**
 * Reads a text file that may be written again.
 * @throws as {@link readTextFile}
 */
export function textFile(path: string): TextFile {
  const found = textOf(readFileSync(path));
  if (found === undefined) throw new NoText(`${path} is no text file: it holds NUL characters.`);
  return found;
}

/** What was to be read is no text, or not the text that was wanted; the message says it in one line. */
export class NoText extends Error {
  override readonly name = "NoText";
}
