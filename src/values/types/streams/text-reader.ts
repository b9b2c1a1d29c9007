import type { DotNetType } from "../../dotnet-type.js";
import { heapClass } from "../../heap/heap-class.js";
import { keepFields } from "../../journal.js";
import { typeNamed } from "../../types.js";
import { DotNetObject } from "../../value.js";
import type { ValueContext } from "../../value-context.js";
import { Encoding, type EncodingName } from "../encoding.js";
import { type ByteStream, closedError, unpacked } from "./byte-stream.js";

/** System.IO.TextReader: a text with a place where the next characters are read. */
export abstract class TextReader extends DotNetObject {
  protected place = 0;
  protected open = true;

  /** What the error of a closed reader calls it; nothing when it does not. */
  protected get shownName(): string {
    return "";
  }
  protected abstract text(context: ValueContext): string;
  close(_context: ValueContext): void {
    keepFields(this);
    this.open = false;
  }
  get isOpen(): boolean {
    return this.open;
  }

  /** What is left, without moving on. Throws ObjectDisposedException. */
  private rest(context: ValueContext): string {
    if (!this.open) throw closedError(context, "Cannot read from a closed TextReader.", this.shownName);
    return this.text(context);
  }
  /** Moves on and gives what was passed. */
  private pass(text: string, count: number): string {
    const passed = text.slice(this.place, this.place + count);
    keepFields(this);
    this.place += passed.length;
    return passed;
  }
  isAtEnd(context: ValueContext): boolean {
    return this.place >= this.rest(context).length;
  }
  /** The code of the next character; -1 at the end. */
  peek(context: ValueContext): number {
    const text = this.rest(context);
    return this.place < text.length ? text.charCodeAt(this.place) : -1;
  }
  /** At most so many characters. */
  read(context: ValueContext, count: number): string {
    return this.pass(this.rest(context), count);
  }
  readToEnd(context: ValueContext): string {
    return this.pass(this.rest(context), Number.POSITIVE_INFINITY);
  }
  /** The next line without its end; `null` when there is none. */
  readLine(context: ValueContext): string | null {
    const text = this.rest(context);
    if (this.place >= text.length) return null;
    lineEnd.lastIndex = this.place;
    const end = lineEnd.exec(text);
    const line = text.slice(this.place, end?.index ?? text.length);
    this.pass(text, line.length + (end?.[0].length ?? 0));
    return line;
  }
}

const lineEnd = /\r\n|\r|\n/g;

/** System.IO.StringReader. */
export class StringReader extends TextReader {
  constructor(private readonly given: string) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.IO.StringReader");
  }
  protected text(): string {
    return this.given;
  }
}
heapClass("StringReader", StringReader);

const marks: readonly (readonly [EncodingName, readonly number[]])[] = [
  ["UTF8", [0xef, 0xbb, 0xbf]],
  ["UTF32", [0xff, 0xfe, 0, 0]],
  ["Unicode", [0xff, 0xfe]],
  ["BigEndianUnicode", [0xfe, 0xff]],
];

/** System.IO.StreamReader. It reads the whole stream when the first character is asked for. */
export class StreamReader extends TextReader {
  private decoded: string | null = null;
  constructor(
    readonly stream: ByteStream,
    private current: Encoding,
    /** Whether a byte order mark changes the encoding. */
    private readonly detects: boolean,
    private readonly leavesOpen = false,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed("System.IO.StreamReader");
  }
  protected override get shownName(): string {
    return "StreamReader";
  }
  get encoding(): Encoding {
    return this.current;
  }
  protected text(context: ValueContext): string {
    if (this.decoded !== null) return this.decoded;
    const bytes = unpacked(this.stream.read(context, Number.POSITIVE_INFINITY));
    keepFields(this);
    const marked = this.detects ? marks.find(([, mark]) => startsWith(bytes, mark)) : undefined;
    if (marked !== undefined && marked[0] !== this.current.name) this.current = new Encoding(marked[0], true);
    const mark = marked?.[1] ?? this.current.preamble;
    const content = startsWith(bytes, mark) ? bytes.slice(mark.length) : bytes;
    this.decoded = this.current.decode(content);
    this.place = 0;
    return this.decoded;
  }
  /** What was read of the stream and not yet of the reader is forgotten. */
  discard(): void {
    keepFields(this);
    this.decoded = null;
    this.place = 0;
  }
  override close(context: ValueContext): void {
    super.close(context);
    if (!this.leavesOpen) this.stream.close(context);
  }
}
heapClass("StreamReader", StreamReader);

const startsWith = (bytes: readonly number[], mark: readonly number[]): boolean =>
  mark.length > 0 && mark.every((byte, i) => bytes[i] === byte);
