import { PSArray } from "../../collections.js";
import { toItems } from "../../enumeration.js";
import { formatComposite } from "../../format/composite.js";
import { argumentNullError, netError } from "../../net-errors.js";
import { method, overload, property } from "../../signatures.js";
import { currentCulture, netText } from "../../text.js";
import { defineType } from "../../types.js";
import type { Value } from "../../value.js";
import type { ValueContext } from "../../value-context.js";
import { CultureInfo } from "../culture-info.js";
import { charsText, encodingOr, textOrNull } from "./arguments.js";
import { ByteStream } from "./byte-stream.js";
import { openFile } from "./open-file.js";
import { StreamWriter, StringWriter, type TextWriter } from "./text-writer.js";

const base = "System.IO.TextWriter";

type Arguments = readonly Value[];
type ToText = (context: ValueContext, args: Arguments) => string;

/** An array of characters is what they are together. */
function plain(context: ValueContext, [value]: Arguments): string {
  if (value === null || value === undefined) return "";
  return value instanceof PSArray && value.type.fullName === "System.Char[]"
    ? charsText(value.items)
    : netText(context, value);
}
const formatted: ToText = (context, [format, ...args]) => formatComposite(context, textOrNull(format) ?? "", args);
const formattedArray: ToText = (context, [format, args]) =>
  formatComposite(context, textOrNull(format) ?? "", toItems(args ?? null));

/** What Write and WriteLine take; arrays of characters come as objects. */
const overloads: readonly (readonly [parameters: string, toText: ToText])[] = [
  ["string value", plain],
  ["string format, System.Object arg0", formatted],
  ["string format, System.Object arg0, System.Object arg1", formatted],
  ["string format, System.Object arg0, System.Object arg1, System.Object arg2", formatted],
  ["string format, params System.Object[] arg", formattedArray],
  ...["bool", "int", "uint", "long", "ulong", "float", "double", "decimal", "System.Object"].map(
    (type) => [`${type} value`, plain] as const,
  ),
  ["char value", plain],
];

const written = (name: string, ending: (writer: TextWriter) => string) =>
  overloads.map(
    ([parameters, toText]) =>
      [
        `void ${name}(${parameters})`,
        (context: ValueContext, self: TextWriter, args: Arguments): null => {
          self.write(context, toText(context, args) + ending(self));
          return null;
        },
      ] as const,
  );

function close(context: ValueContext, self: TextWriter): null {
  self.close(context);
  return null;
}

defineType({
  fullName: base,
  base: "System.MarshalByRefObject",
  interfaces: ["System.IDisposable"],
  members: () => [
    property("System.IFormatProvider FormatProvider", (_, context) => new CultureInfo(currentCulture(context))),
    property(
      "string NewLine",
      (w: TextWriter) => w.newLine,
      (w, value) => w.setNewLine(textOrNull(value) ?? "\r\n"),
    ),
    method<TextWriter>(["void Close()", close]),
    method<TextWriter>(["void Dispose()", close]),
    method<TextWriter>([
      "void Flush()",
      (c, w) => {
        w.flush(c);
        return null;
      },
    ]),
    method<TextWriter>(...written("Write", () => "")),
    method<TextWriter>(
      [
        "void WriteLine()",
        (c, w) => {
          w.write(c, w.newLine);
          return null;
        },
      ],
      ...written("WriteLine", (w) => w.newLine),
    ),
  ],
});

const writer = "System.IO.StreamWriter";

/** Throws ArgumentNullException, and ArgumentException for a stream that is not writable. */
function overStream(context: ValueContext, stream: Value | undefined, encoding: Value | undefined, leavesOpen = false) {
  if (!(stream instanceof ByteStream)) throw argumentNullError(context, "stream");
  if (!stream.canWrite) throw netError("System.ArgumentException", "Stream was not writable.");
  return new StreamWriter(stream, encodingOr(context, encoding, false), leavesOpen);
}

function overFile(context: ValueContext, path: Value | undefined, append: boolean, encoding?: Value) {
  const stream = openFile(context, textOrNull(path), append ? "Append" : "Create", "Write");
  return new StreamWriter(stream, encodingOr(context, encoding, false));
}

/** File.CreateText and File.AppendText. */
export const createText = (context: ValueContext, path: Value | undefined, append: boolean): StreamWriter =>
  overFile(context, path, append);

defineType({
  fullName: writer,
  base,
  members: () => [
    property(
      "bool AutoFlush",
      (w: StreamWriter) => w.autoFlush,
      (w, value, context) => w.setAutoFlush(context, value === true),
    ),
    property("System.IO.Stream BaseStream", (w: StreamWriter) => w.stream),
    property("System.Text.Encoding Encoding", (w: StreamWriter) => w.encoding),
  ],
  constructors: () => [
    overload(`${writer} new(System.IO.Stream stream)`, (c, _, [s]) => overStream(c, s, undefined)),
    overload(`${writer} new(System.IO.Stream stream, System.Text.Encoding encoding)`, (c, _, [s, e]) =>
      overStream(c, s, e),
    ),
    overload(`${writer} new(System.IO.Stream stream, System.Text.Encoding encoding, int bufferSize)`, (c, _, [s, e]) =>
      overStream(c, s, e),
    ),
    overload(
      `${writer} new(System.IO.Stream stream, System.Text.Encoding encoding, int bufferSize, bool leaveOpen)`,
      (c, _, [s, e, __, open]) => overStream(c, s, e, open === true),
    ),
    overload(`${writer} new(string path)`, (c, _, [p]) => overFile(c, p, false)),
    overload(`${writer} new(string path, bool append)`, (c, _, [p, a]) => overFile(c, p, a === true)),
    overload(`${writer} new(string path, bool append, System.Text.Encoding encoding)`, (c, _, [p, a, e]) =>
      overFile(c, p, a === true, e),
    ),
    overload(
      `${writer} new(string path, bool append, System.Text.Encoding encoding, int bufferSize)`,
      (c, _, [p, a, e]) => overFile(c, p, a === true, e),
    ),
  ],
});

const stringWriter = "System.IO.StringWriter";
defineType({
  fullName: stringWriter,
  base,
  members: () => [method<StringWriter>(["string ToString()", (_, w) => w.toNetText()])],
  constructors: () => [
    overload(`${stringWriter} new()`, () => new StringWriter()),
    overload(`${stringWriter} new(System.IFormatProvider formatProvider)`, () => new StringWriter()),
  ],
});
