import type { DotNetType } from "../../dotnet-type.js";
import { heapClass } from "../../heap/heap-class.js";
import { epoch, keepFields } from "../../journal.js";
import { typeNamed } from "../../types.js";
import { DotNetObject } from "../../value.js";
import type { ValueContext } from "../../value-context.js";
import type { Encoding } from "../encoding.js";
import { type ByteStream, closedError, packed } from "./byte-stream.js";

/** System.IO.TextWriter: takes text, line by line. */
export abstract class TextWriter extends DotNetObject {
  protected pending = "";
  protected open = true;
  private lineEnd = "\r\n";
  protected readonly epoch = epoch;

  get newLine(): string {
    return this.lineEnd;
  }
  setNewLine(text: string): void {
    keepFields(this);
    this.lineEnd = text;
  }
  get isOpen(): boolean {
    return this.open;
  }
  /** Throws ObjectDisposedException. */
  write(context: ValueContext, text: string): void {
    this.demandOpen(context);
    context.checkSize("string", this.pending.length + text.length);
    if (this.epoch !== epoch) keepFields(this);
    this.pending += text;
  }
  flush(context: ValueContext): void {
    this.demandOpen(context);
  }
  close(_context: ValueContext): void {
    keepFields(this);
    this.open = false;
  }
  /** What the error of a closed writer calls it; nothing when it does not. */
  protected get shownName(): string {
    return "";
  }
  private demandOpen(context: ValueContext): void {
    if (!this.open) throw closedError(context, "Cannot write to a closed TextWriter.", this.shownName);
  }
}

/** System.IO.StringWriter: its text is what was written. */
export class StringWriter extends TextWriter {
  get type(): DotNetType {
    return typeNamed("System.IO.StringWriter");
  }
  toNetText(): string {
    return this.pending;
  }
}
heapClass("StringWriter", StringWriter);

/** System.IO.StreamWriter: what is written reaches the stream when it is flushed or closed. */
export class StreamWriter extends TextWriter {
  private flushesAlways = false;
  /** Whether the mark of the encoding is still to be written: it stands at the beginning of a stream only. */
  private isUnmarked: boolean;
  constructor(
    readonly stream: ByteStream,
    readonly encoding: Encoding,
    private readonly leavesOpen = false,
  ) {
    super();
    this.isUnmarked = stream.position === 0;
  }
  get type(): DotNetType {
    return typeNamed("System.IO.StreamWriter");
  }
  protected override get shownName(): string {
    return "StreamWriter";
  }
  get autoFlush(): boolean {
    return this.flushesAlways;
  }
  setAutoFlush(context: ValueContext, on: boolean): void {
    keepFields(this);
    this.flushesAlways = on;
    if (on) this.flush(context);
  }
  override write(context: ValueContext, text: string): void {
    super.write(context, text);
    if (this.flushesAlways) this.flush(context);
  }
  override flush(context: ValueContext): void {
    super.flush(context);
    this.send(context);
    this.stream.flush(context);
  }
  override close(context: ValueContext): void {
    if (!this.open) return;
    this.send(context);
    super.close(context);
    if (this.leavesOpen) this.stream.flush(context);
    else this.stream.close(context);
  }
  private send(context: ValueContext): void {
    if (this.pending === "" && !this.isUnmarked) return;
    const mark = this.isUnmarked ? this.encoding.preamble : [];
    const bytes = packed([...mark, ...this.encoding.encode(this.pending)]);
    keepFields(this);
    this.isUnmarked = false;
    this.pending = "";
    if (bytes !== "") this.stream.write(context, bytes);
  }
}
heapClass("StreamWriter", StreamWriter);
