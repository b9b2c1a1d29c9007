import type { DotNetType } from "../../dotnet-type.js";
import type { PowerShellError } from "../../errors.js";
import { heapClass } from "../../heap/heap-class.js";
import { keepFields } from "../../journal.js";
import { argumentNullError, netError, outOfRangeError } from "../../net-errors.js";
import { typeNamed } from "../../types.js";
import { DotNetObject } from "../../value.js";
import type { TextFiles, ValueContext } from "../../value-context.js";

/** Bytes as a text of one character each: appended and cut without copying, and never changed in place. */
export const packed = (bytes: readonly number[]): string => {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};
export const unpacked = (text: string): number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

/** ObjectDisposedException; .NET Framework does not name the object. */
export function closedError(context: ValueContext, message: string, name = ""): PowerShellError {
  const isNamed = name !== "" && context.facts.exceptionTexts === "core";
  return netError("System.ObjectDisposedException", isNamed ? `${message}\nObject name: '${name}'.` : message);
}

const notSupported = (what: string): PowerShellError =>
  netError("System.NotSupportedException", `Stream does not support ${what}.`);

/** System.IO.Stream: bytes with a place where the next are read and written. */
export abstract class ByteStream extends DotNetObject {
  protected content = "";
  protected place = 0;
  protected open = true;

  constructor(
    private readonly readable: boolean,
    private readonly writable: boolean,
  ) {
    super();
  }

  get isOpen(): boolean {
    return this.open;
  }
  get canRead(): boolean {
    return this.open && this.readable;
  }
  get canWrite(): boolean {
    return this.open && this.writable;
  }
  get bytes(): string {
    return this.content;
  }
  get length(): number {
    return this.content.length;
  }
  get position(): number {
    return this.place;
  }

  /** Throws ObjectDisposedException and ArgumentOutOfRangeException. */
  moveTo(context: ValueContext, position: number): void {
    this.demandOpen(context);
    if (position < 0) throw negativePosition(context, position);
    keepFields(this);
    this.place = position;
  }

  /** At most so many bytes from the place on. Throws ObjectDisposedException and NotSupportedException. */
  read(context: ValueContext, count: number): string {
    this.demandOpen(context);
    if (!this.readable) throw notSupported("reading");
    const bytes = this.content.slice(this.place, this.place + count);
    if (bytes !== "") {
      keepFields(this);
      this.place += bytes.length;
    }
    return bytes;
  }

  /** Puts bytes at the place, over what is there. Throws ObjectDisposedException and NotSupportedException. */
  write(context: ValueContext, bytes: string): void {
    this.demandOpen(context);
    if (!this.writable) throw notSupported("writing");
    const end = this.place + bytes.length;
    if (end > this.length) this.grow(context, end);
    keepFields(this);
    const before = this.content.slice(0, this.place).padEnd(this.place, "\0");
    this.content = before + bytes + this.content.slice(end);
    this.place = end;
    this.changed();
  }

  /** Cuts or fills up with zeros. */
  setLength(context: ValueContext, length: number): void {
    this.demandOpen(context);
    if (!this.writable) throw notSupported("writing");
    if (length > this.length) this.grow(context, length);
    keepFields(this);
    this.content = this.content.slice(0, length).padEnd(length, "\0");
    this.place = Math.min(this.place, length);
    this.changed();
  }

  /** What was written goes where it belongs. */
  flush(_context: ValueContext): void {}

  close(context: ValueContext): void {
    if (!this.open) return;
    this.flush(context);
    keepFields(this);
    this.open = false;
  }

  demandOpen(context: ValueContext): void {
    if (!this.open) throw closedError(context, "Cannot access a closed Stream.");
  }

  protected changed(): void {}
  protected grow(context: ValueContext, length: number): void {
    context.checkSize("collection", length);
  }
}

function negativePosition(context: ValueContext, position: number): PowerShellError {
  return context.facts.exceptionTexts === "core"
    ? outOfRangeError(context, `value ('${position}') must be a non-negative value.`, "value", `${position}`)
    : outOfRangeError(context, "Non-negative number required.", "value");
}

/** System.IO.MemoryStream. */
export class MemoryStream extends ByteStream {
  private room: number;
  /** @param given bytes that it stands over and cannot outgrow; `null`: it grows as it is written */
  constructor(
    private readonly given: string | null,
    capacity: number,
    isWritable = true,
  ) {
    super(true, isWritable);
    this.content = given ?? "";
    this.room = capacity;
  }
  get type(): DotNetType {
    return typeNamed("System.IO.MemoryStream");
  }
  /** Whether its bytes may be had as they lie in memory. */
  get isVisible(): boolean {
    return this.given === null;
  }
  get capacity(): number {
    return this.room;
  }
  setCapacity(context: ValueContext, capacity: number): void {
    this.demandOpen(context);
    if (capacity < this.length) throw outOfRangeError(context, "capacity was less than the current size.", "value");
    if (this.given !== null && capacity !== this.room) throw notExpandable();
    keepFields(this);
    this.room = capacity;
  }
  protected override grow(context: ValueContext, length: number): void {
    super.grow(context, length);
    if (length <= this.room) return;
    if (this.given !== null) throw notExpandable();
    keepFields(this);
    this.room = Math.max(256, 2 * this.room, length);
  }
}
heapClass("MemoryStream", MemoryStream);

const notExpandable = (): PowerShellError =>
  netError("System.NotSupportedException", "Memory stream is not expandable.");

/** System.IO.FileStream: what is written reaches the file when the stream is flushed or closed. */
export class FileStream extends ByteStream {
  private isChanged = false;
  constructor(
    /** Absolute. */
    readonly path: string,
    bytes: string,
    place: number,
    readable: boolean,
    writable: boolean,
  ) {
    super(readable, writable);
    this.content = bytes;
    this.place = place;
  }
  get type(): DotNetType {
    return typeNamed("System.IO.FileStream");
  }
  protected override changed(): void {
    this.isChanged = true;
  }
  override flush(context: ValueContext): void {
    if (!this.isChanged) return;
    keepFields(this);
    this.isChanged = false;
    sessionFiles(context).writeBytes(this.path, unpacked(this.content));
  }
  /** .NET Framework names files where it names streams. */
  override demandOpen(context: ValueContext): void {
    const what = context.facts.exceptionTexts === "core" ? "Stream" : "file";
    if (!this.open) throw closedError(context, `Cannot access a closed ${what}.`);
  }
}
heapClass("FileStream", FileStream);

/** The session's files. */
export function sessionFiles(context: ValueContext): TextFiles {
  const files = context.services?.files;
  if (files === undefined) throw netError("System.PlatformNotSupportedException", "There are no files here.");
  return files;
}

/** A path that a method was given. Throws ArgumentNullException and ArgumentException. */
export function givenPath(context: ValueContext, path: string | null, parameter = "path"): string {
  if (path === null) throw argumentNullError(context, parameter);
  if (path !== "") return path;
  if (context.facts.exceptionTexts !== "core")
    throw netError("System.ArgumentException", "Empty path name is not legal.");
  throw netError("System.ArgumentException", `The value cannot be an empty string. (Parameter '${parameter}')`);
}
