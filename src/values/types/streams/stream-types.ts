import { bytesOf } from "../../bytes.js";
import { argumentNullError, netError } from "../../net-errors.js";
import { method, overload, property } from "../../signatures.js";
import { defineType } from "../../types.js";
import type { Value } from "../../value.js";
import type { ValueContext } from "../../value-context.js";
import { byteArray } from "../convert.js";
import { accessOf, fillBytes, itemsOf, modeOf, numberOf, segmentOf, textOrNull } from "./arguments.js";
import { ByteStream, type FileStream, MemoryStream, packed, unpacked } from "./byte-stream.js";
import { openFile } from "./open-file.js";

const stream = "System.IO.Stream";

function destination(context: ValueContext, value: Value | undefined): ByteStream {
  if (value instanceof ByteStream) return value;
  throw argumentNullError(context, "destination");
}

/** SeekOrigin.Begin, Current and End. */
function seek(context: ValueContext, self: ByteStream, offset: number, origin: number): bigint {
  self.demandOpen(context);
  const target = offset + (origin === 1 ? self.position : origin === 2 ? self.length : 0);
  if (target < 0) {
    const message = "An attempt was made to move the position before the beginning of the stream.";
    throw netError("System.IO.IOException", message);
  }
  self.moveTo(context, target);
  return BigInt(target);
}

const canRead = property("bool CanRead", (s: ByteStream) => s.canRead);
const canSeek = property("bool CanSeek", (s: ByteStream) => s.isOpen);
const canWrite = property("bool CanWrite", (s: ByteStream) => s.canWrite);
// A getter that throws gives nothing.
const length = property("long Length", (s: ByteStream) => (s.isOpen ? BigInt(s.length) : null));
const position = property(
  "long Position",
  (s: ByteStream) => (s.isOpen ? BigInt(s.position) : null),
  (s, value, context) => s.moveTo(context, numberOf(value)),
);

defineType({
  fullName: stream,
  base: "System.MarshalByRefObject",
  interfaces: ["System.IDisposable"],
  members: () => [
    canRead,
    canWrite,
    canSeek,
    property("bool CanTimeout", () => false),
    length,
    position,
    property("int ReadTimeout", () => null),
    property("int WriteTimeout", () => null),
    method<ByteStream>(
      [`void CopyTo(${stream} destination)`, copyTo],
      [`void CopyTo(${stream} destination, int bufferSize)`, copyTo],
    ),
    method<ByteStream>(["void Close()", close]),
    method<ByteStream>(["void Dispose()", close]),
    method<ByteStream>([
      "void Flush()",
      (c, s) => {
        s.flush(c);
        return null;
      },
    ]),
    method<ByteStream>([
      "int Read(byte[] buffer, int offset, int count)",
      (c, s, args) => {
        const segment = segmentOf(c, args);
        return fillBytes(segment, s.read(c, segment.count));
      },
    ]),
    method<ByteStream>([
      "int ReadByte()",
      (c, s) => {
        const byte = s.read(c, 1);
        return byte === "" ? -1 : byte.charCodeAt(0);
      },
    ]),
    method<ByteStream>([
      "long Seek(long offset, System.IO.SeekOrigin origin)",
      (c, s, [offset, origin]) => seek(c, s, numberOf(offset), numberOf(origin)),
    ]),
    method<ByteStream>([
      "void SetLength(long value)",
      (c, s, [value]) => {
        s.setLength(c, numberOf(value));
        return null;
      },
    ]),
    method<ByteStream>([
      "void Write(byte[] buffer, int offset, int count)",
      (c, s, args) => {
        s.write(c, packed(itemsOf(segmentOf(c, args)).map(numberOf)));
        return null;
      },
    ]),
    method<ByteStream>([
      "void WriteByte(byte value)",
      (c, s, [value]) => {
        s.write(c, packed([numberOf(value)]));
        return null;
      },
    ]),
  ],
});

function copyTo(context: ValueContext, self: ByteStream, [to]: readonly Value[]): null {
  const target = destination(context, to);
  target.write(context, self.read(context, Number.POSITIVE_INFINITY));
  return null;
}

function close(context: ValueContext, self: ByteStream): null {
  self.close(context);
  return null;
}

function over(context: ValueContext, buffer: Value | undefined, isWritable: boolean): MemoryStream {
  if (buffer === null || buffer === undefined) throw argumentNullError(context, "buffer");
  const bytes = packed(bytesOf(buffer));
  return new MemoryStream(bytes, bytes.length, isWritable);
}

function overPart(context: ValueContext, args: readonly Value[], isWritable: boolean): MemoryStream {
  const bytes = packed(itemsOf(segmentOf(context, args, "index")).map(numberOf));
  return new MemoryStream(bytes, bytes.length, isWritable);
}

const memory = "System.IO.MemoryStream";
defineType({
  fullName: memory,
  base: stream,
  members: () => [
    canRead,
    canSeek,
    canWrite,
    property(
      "int Capacity",
      (s: MemoryStream) => (s.isOpen ? s.capacity : null),
      (s, value, context) => s.setCapacity(context, numberOf(value)),
    ),
    length,
    position,
    method<MemoryStream>(["byte[] ToArray()", (_, s) => byteArray(unpacked(s.bytes))]),
    method<MemoryStream>([
      "byte[] GetBuffer()",
      (_, s) => {
        const message = "MemoryStream's internal buffer cannot be accessed.";
        if (!s.isVisible) throw netError("System.UnauthorizedAccessException", message);
        return byteArray(unpacked(s.bytes.padEnd(s.capacity, "\0")));
      },
    ]),
    method<MemoryStream>([
      `void WriteTo(${stream} stream)`,
      (c, s, [to]) => {
        s.demandOpen(c);
        destination(c, to).write(c, s.bytes);
        return null;
      },
    ]),
  ],
  constructors: () => [
    overload(`${memory} new()`, () => new MemoryStream(null, 0)),
    overload(`${memory} new(int capacity)`, (_c, _s, [n]) => new MemoryStream(null, numberOf(n))),
    overload(`${memory} new(byte[] buffer)`, (c, _s, [b]) => over(c, b, true)),
    overload(`${memory} new(byte[] buffer, bool writable)`, (c, _s, [b, w]) => over(c, b, w === true)),
    overload(`${memory} new(byte[] buffer, int index, int count)`, (c, _s, args) => overPart(c, args, true)),
    overload(`${memory} new(byte[] buffer, int index, int count, bool writable)`, (c, _s, args) =>
      overPart(c, args, args[3] === true),
    ),
  ],
});

const file = "System.IO.FileStream";
const made = (context: ValueContext, _self: Value, [path, mode, access]: readonly Value[]): Value =>
  openFile(context, textOrNull(path), modeOf(mode), accessOf(access));

defineType({
  fullName: file,
  base: stream,
  members: () => [
    canRead,
    canWrite,
    property("string Name", (s: FileStream) => s.path),
    property("bool IsAsync", () => false),
    length,
    position,
    canSeek,
  ],
  constructors: () => [
    overload(`${file} new(string path, System.IO.FileMode mode)`, made),
    overload(`${file} new(string path, System.IO.FileMode mode, System.IO.FileAccess access)`, made),
    overload(
      `${file} new(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)`,
      made,
    ),
    overload(
      `${file} new(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share, int bufferSize)`,
      made,
    ),
  ],
});
