import { argumentNullError, netError } from "../../net-errors.js";
import { method, overload, property } from "../../signatures.js";
import { defineType } from "../../types.js";
import type { Value } from "../../value.js";
import type { ValueContext } from "../../value-context.js";
import { encodingOr, fillChars, segmentOf, textOrNull } from "./arguments.js";
import { ByteStream } from "./byte-stream.js";
import { openFile } from "./open-file.js";
import { StreamReader, StringReader, type TextReader } from "./text-reader.js";

const base = "System.IO.TextReader";

function readInto(context: ValueContext, self: TextReader, args: readonly Value[]): number {
  const segment = segmentOf(context, args, "index");
  return fillChars(segment, self.read(context, segment.count));
}

function close(context: ValueContext, self: TextReader): null {
  self.close(context);
  return null;
}

defineType({
  fullName: base,
  base: "System.MarshalByRefObject",
  interfaces: ["System.IDisposable"],
  members: () => [
    method<TextReader>(["void Close()", close]),
    method<TextReader>(["int Peek()", (c, r) => r.peek(c)]),
    method<TextReader>(
      [
        "int Read()",
        (c, r) => {
          const char = r.peek(c);
          r.read(c, 1);
          return char;
        },
      ],
      ["int Read(char[] buffer, int index, int count)", readInto],
    ),
    method<TextReader>(["string ReadToEnd()", (c, r) => r.readToEnd(c)]),
    method<TextReader>(["int ReadBlock(char[] buffer, int index, int count)", readInto]),
    method<TextReader>(["string ReadLine()", (c, r) => r.readLine(c)]),
    method<TextReader>(["void Dispose()", close]),
  ],
});

const reader = "System.IO.StreamReader";
const encoding = "System.Text.Encoding encoding";
const detecting = "bool detectEncodingFromByteOrderMarks";

/** Throws ArgumentNullException, and ArgumentException for a stream that is not readable. */
function overStream(
  context: ValueContext,
  stream: Value | undefined,
  given: Value | undefined,
  detects: boolean,
  leavesOpen = false,
) {
  if (!(stream instanceof ByteStream)) throw argumentNullError(context, "stream");
  if (!stream.canRead) throw netError("System.ArgumentException", "Stream was not readable.");
  return new StreamReader(stream, encodingOr(context, given, true), detects, leavesOpen);
}

function overFile(context: ValueContext, path: Value | undefined, given: Value | undefined, detects: boolean) {
  return new StreamReader(
    openFile(context, textOrNull(path), "Open", "Read"),
    encodingOr(context, given, true),
    detects,
  );
}

/** File.OpenText. */
export const openText = (context: ValueContext, path: Value | undefined): StreamReader =>
  overFile(context, path, undefined, true);

defineType({
  fullName: reader,
  base,
  members: () => [
    property("System.Text.Encoding CurrentEncoding", (r: StreamReader) => r.encoding),
    property("System.IO.Stream BaseStream", (r: StreamReader) => r.stream),
    // A getter that throws gives nothing.
    property("bool EndOfStream", (r: StreamReader, context) => (r.isOpen ? r.isAtEnd(context) : null)),
    method<StreamReader>([
      "void DiscardBufferedData()",
      (_, r) => {
        r.discard();
        return null;
      },
    ]),
  ],
  constructors: () => [
    overload(`${reader} new(System.IO.Stream stream)`, (c, _, [s]) => overStream(c, s, undefined, true)),
    overload(`${reader} new(System.IO.Stream stream, ${detecting})`, (c, _, [s, d]) =>
      overStream(c, s, undefined, d === true),
    ),
    overload(`${reader} new(System.IO.Stream stream, ${encoding})`, (c, _, [s, e]) => overStream(c, s, e, true)),
    overload(`${reader} new(System.IO.Stream stream, ${encoding}, ${detecting})`, (c, _, [s, e, d]) =>
      overStream(c, s, e, d === true),
    ),
    overload(`${reader} new(System.IO.Stream stream, ${encoding}, ${detecting}, int bufferSize)`, (c, _, [s, e, d]) =>
      overStream(c, s, e, d === true),
    ),
    overload(
      `${reader} new(System.IO.Stream stream, ${encoding}, ${detecting}, int bufferSize, bool leaveOpen)`,
      (c, _, [s, e, d, __, open]) => overStream(c, s, e, d === true, open === true),
    ),
    overload(`${reader} new(string path)`, (c, _, [p]) => overFile(c, p, undefined, true)),
    overload(`${reader} new(string path, ${detecting})`, (c, _, [p, d]) => overFile(c, p, undefined, d === true)),
    overload(`${reader} new(string path, ${encoding})`, (c, _, [p, e]) => overFile(c, p, e, true)),
    overload(`${reader} new(string path, ${encoding}, ${detecting})`, (c, _, [p, e, d]) =>
      overFile(c, p, e, d === true),
    ),
    overload(`${reader} new(string path, ${encoding}, ${detecting}, int bufferSize)`, (c, _, [p, e, d]) =>
      overFile(c, p, e, d === true),
    ),
  ],
});

defineType({
  fullName: "System.IO.StringReader",
  base,
  constructors: () => [
    // PowerShell gives an empty text for $null.
    overload("System.IO.StringReader new(string s)", (_c, _s, [text]) => new StringReader(textOrNull(text) ?? "")),
  ],
});
