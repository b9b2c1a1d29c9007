import { createOutDefault, FormatEntryData, isFormatPacket, type OutDefault } from "../formatting/index.js";
import type { Pipe } from "../runtime/streams.js";
import { ErrorRecord } from "../values/errors.js";
import type { Value } from "../values/value.js";
import type { ErrorInfo } from "./result.js";
import type { Session } from "./session.js";

/** Where the objects and errors of one entry go: to the console through one Out-Default, and into the result. */
export class EntryOutput {
  readonly objects: Value[] = [];
  readonly errors: ErrorInfo[] = [];
  terminatingError: ErrorInfo | undefined;
  readonly sink: Pipe;
  private readonly outDefault: OutDefault;

  constructor(private readonly session: Session) {
    this.outDefault = createOutDefault(session.engine);
    this.sink = { write: (value) => this.write(value) };
  }

  private write(value: Value): void {
    this.keep(value);
    this.outDefault.write(value);
  }

  /** Behind `Format-*`, what counts is the object that was formatted. */
  private keep(value: Value): void {
    if (value instanceof FormatEntryData) this.objects.push(value.source);
    else if (value instanceof ErrorRecord && !value.isReported) this.report(value);
    else if (!isFormatPacket(value)) this.objects.push(value);
  }

  private report(record: ErrorRecord): ErrorInfo {
    const info = errorInfo(record);
    record.amend({ isReported: true });
    this.errors.push(info);
    return info;
  }

  /** The entry ran to its end: what the formatter still holds is shown. */
  end(): void {
    this.outDefault.end();
  }

  /** The entry was cut off: rows that the formatter still holds vanish. */
  abandon(): void {
    this.outDefault.discard();
  }

  /** Shows the error that ended the entry by itself, behind everything else. */
  showAlone(record: ErrorRecord): void {
    this.terminatingError = this.report(record);
    const alone = createOutDefault(this.session.engine);
    alone.write(record);
    alone.end();
  }

  /** Says that a limit ended the entry. */
  showStop(message: string): void {
    this.session.console.write(`${message}\n`);
  }
}

function errorInfo(record: ErrorRecord): ErrorInfo {
  return { message: record.message, id: record.fullyQualifiedErrorId, category: record.category, record };
}
