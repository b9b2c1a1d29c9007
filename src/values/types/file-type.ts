import { bytesOf, utf8Bytes } from "../bytes.js";
import { PSArray } from "../collections.js";
import { toItems } from "../enumeration.js";
import { argumentError, argumentNullError, netError } from "../net-errors.js";
import { method } from "../signatures.js";
import { netText } from "../text.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { TextFiles, ValueContext } from "../value-context.js";
import { byteArray } from "./convert.js";
import { Encoding } from "./encoding.js";

// System.IO.File over the session's files. Texts are UTF-8 without a mark, and lines end as on Windows.
const lineEnd = "\r\n";
const contents = "System.Collections.Generic.IEnumerable[string] contents";
const encodingParameter = "System.Text.Encoding encoding";

function filesOf(context: ValueContext): TextFiles {
  const files = context.services?.files;
  if (files === undefined) throw netError("System.PlatformNotSupportedException", "There are no files here.");
  return files;
}

/** Throws ArgumentNullException and ArgumentException. */
function pathIn(context: ValueContext, value: Value | undefined): string {
  if (value === null || value === undefined) throw argumentNullError(context, "path");
  if (value !== "") return netText(context, value);
  if (context.facts.exceptionTexts === "core")
    throw argumentError(context, "The value cannot be an empty string.", "path");
  throw netError("System.ArgumentException", "Empty path name is not legal.");
}

function textIn(context: ValueContext, path: Value | undefined, encoding: Value | undefined): string {
  const files = filesOf(context);
  const name = pathIn(context, path);
  if (!(encoding instanceof Encoding)) return files.read(name);
  const bytes = files.readBytes(name);
  const isMarked = encoding.preamble.length > 0 && encoding.preamble.every((byte, i) => bytes[i] === byte);
  return encoding.decode(isMarked ? bytes.slice(encoding.preamble.length) : bytes);
}

/** Lines without their ends; what follows the last end is one only if there is anything. */
function linesIn(text: string): PSArray {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === "") lines.pop();
  return new PSArray(lines, typeNamed("System.String"));
}

function write(context: ValueContext, path: Value | undefined, text: string, encoding: Value | undefined): null {
  const bytes = encoding instanceof Encoding ? [...encoding.preamble, ...encoding.encode(text)] : utf8Bytes(text);
  filesOf(context).writeBytes(pathIn(context, path), bytes);
  return null;
}

function append(context: ValueContext, path: Value | undefined, text: string, encoding: Value | undefined): null {
  const files = filesOf(context);
  const name = pathIn(context, path);
  const old = files.exists(name) ? files.readBytes(name) : [];
  if (old.length === 0) return write(context, path, text, encoding);
  files.writeBytes(name, [...old, ...(encoding instanceof Encoding ? encoding.encode(text) : utf8Bytes(text))]);
  return null;
}

const textOf = (context: ValueContext, value: Value | undefined): string =>
  value === null || value === undefined ? "" : netText(context, value);

const joined = (context: ValueContext, value: Value | undefined): string => {
  if (value === null || value === undefined) throw argumentNullError(context, "contents");
  return toItems(value)
    .map((line) => textOf(context, line) + lineEnd)
    .join("");
};

defineType({
  fullName: "System.IO.File",
  staticMembers: () => [
    method([
      "static bool Exists(string path)",
      (c, _, [p]) => typeof p === "string" && p !== "" && filesOf(c).exists(p),
    ]),
    method([
      "static void Delete(string path)",
      (c, _, [p]) => {
        filesOf(c).remove(pathIn(c, p));
        return null;
      },
    ]),
    method(["static byte[] ReadAllBytes(string path)", (c, _, [p]) => byteArray(filesOf(c).readBytes(pathIn(c, p)))]),
    method([
      "static void WriteAllBytes(string path, byte[] bytes)",
      (c, _, [p, bytes]) => {
        if (bytes === null || bytes === undefined) throw argumentNullError(c, "bytes");
        filesOf(c).writeBytes(pathIn(c, p), bytesOf(bytes));
        return null;
      },
    ]),
    method(
      ["static string ReadAllText(string path)", (c, _, [p]) => textIn(c, p, undefined)],
      [`static string ReadAllText(string path, ${encodingParameter})`, (c, _, [p, e]) => textIn(c, p, e)],
    ),
    method(
      ["static string[] ReadAllLines(string path)", (c, _, [p]) => linesIn(textIn(c, p, undefined))],
      [`static string[] ReadAllLines(string path, ${encodingParameter})`, (c, _, [p, e]) => linesIn(textIn(c, p, e))],
    ),
    method(
      [
        "static System.Collections.Generic.IEnumerable[string] ReadLines(string path)",
        (c, _, [p]) => linesIn(textIn(c, p, undefined)),
      ],
      [
        `static System.Collections.Generic.IEnumerable[string] ReadLines(string path, ${encodingParameter})`,
        (c, _, [p, e]) => linesIn(textIn(c, p, e)),
      ],
    ),
    method(
      [
        "static void WriteAllText(string path, string contents)",
        (c, _, [p, s]) => write(c, p, textOf(c, s), undefined),
      ],
      [
        `static void WriteAllText(string path, string contents, ${encodingParameter})`,
        (c, _, [p, s, e]) => write(c, p, textOf(c, s), e),
      ],
    ),
    method(
      [
        "static void WriteAllLines(string path, string[] contents)",
        (c, _, [p, s]) => write(c, p, joined(c, s), undefined),
      ],
      [`static void WriteAllLines(string path, ${contents})`, (c, _, [p, s]) => write(c, p, joined(c, s), undefined)],
      [
        `static void WriteAllLines(string path, string[] contents, ${encodingParameter})`,
        (c, _, [p, s, e]) => write(c, p, joined(c, s), e),
      ],
      [
        `static void WriteAllLines(string path, ${contents}, ${encodingParameter})`,
        (c, _, [p, s, e]) => write(c, p, joined(c, s), e),
      ],
    ),
    method(
      [
        "static void AppendAllText(string path, string contents)",
        (c, _, [p, s]) => append(c, p, textOf(c, s), undefined),
      ],
      [
        `static void AppendAllText(string path, string contents, ${encodingParameter})`,
        (c, _, [p, s, e]) => append(c, p, textOf(c, s), e),
      ],
    ),
    method(
      [`static void AppendAllLines(string path, ${contents})`, (c, _, [p, s]) => append(c, p, joined(c, s), undefined)],
      [
        `static void AppendAllLines(string path, ${contents}, ${encodingParameter})`,
        (c, _, [p, s, e]) => append(c, p, joined(c, s), e),
      ],
    ),
  ],
});
