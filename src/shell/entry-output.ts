import { createOutDefault, isFormatPacket, type OutDefault } from "../formatting/index.js";
import type { Pipe } from "../runtime/streams.js";
import { ErrorRecord } from "../values/errors.js";
import type { Value } from "../values/value.js";
import type { ErrorInfo } from "./result.js";
import type { Session } from "./session.js";

/** Where the objects and errors of one entry go: to the console through one Out-Default, and into the result. */
export class EntryOutput {
  readonly objects: Value[] = [];
  readonly errors: ErrorInfo[] = [];
  readonly warnings: string[] = [];
  readonly sink: Pipe;
  private readonly outDefault: OutDefault;

  constructor(private readonly session: Session) {
    this.outDefault = createOutDefault(session.engine);
    this.sink = { write: (value) => this.write(value) };
  }

  private write(value: Value): void {
    if (value instanceof ErrorRecord) this.errors.push(errorInfo(value));
    else if (!isFormatPacket(value)) this.objects.push(value);
    this.outDefault.write(value);
  }

  /** The entry ran to its end: what the formatter still holds is shown. */
  end(): void {
    this.outDefault.end();
  }

  /** The entry was cut off: rows that the formatter still holds vanish. */
  abandon(): void {
    this.outDefault.discard();
  }

  /** Shows an error by itself, behind everything else. */
  showAlone(record: ErrorRecord): void {
    this.errors.push(errorInfo(record));
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
