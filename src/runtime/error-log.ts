import { PSList } from "../values/collections.js";
import { type ErrorRecord, ExceptionObject } from "../values/errors.js";
import { typeNamed } from "../values/types.js";
import type { Frame } from "./frame.js";

/** `$MaximumErrorCount`. */
const longest = 256;

/** `$Error`: what went wrong in a session, newest first. */
export class ErrorLog {
  /** Another list takes its place when the session becomes a copy of another session. */
  list = new PSList(typeNamed("System.Collections.ArrayList"), []);

  /** Puts a record at the beginning, once. */
  keep(record: ErrorRecord): void {
    if (record.isKept) return;
    record.amend({ isKept: true });
    this.list.insert(0, record);
    const { length } = this.list.items;
    if (length > longest) this.list.removeRange(longest, length - longest);
  }

  /** A copy of a record that is there counts as being there. */
  keepLike(copy: ErrorRecord, original: ErrorRecord): void {
    if (original.isKept) copy.amend({ isKept: true });
  }

  /** A command that a preference stopped leaves a second entry: the exception that stopped it. */
  keepStop({ message }: ErrorRecord): void {
    const type = typeNamed("System.Management.Automation.ActionPreferenceStopException");
    const text = `The running command stopped because the preference variable "ErrorActionPreference" or common parameter is set to Stop: ${message}`;
    this.list.insert(0, new ExceptionObject(type, text));
  }

  /** Fills in the calls that led to an error, unless that has been done nearer to it. */
  noteStack(frame: Frame | null, record: ErrorRecord): void {
    if (record.scriptStackTrace !== "" || frame === null) return;
    const lines: string[] = [];
    for (let each: Frame | null = frame; each !== null; each = each.caller) {
      const { text, file } = each.table.source;
      const line = text.slice(0, each.at?.start ?? 0).split("\n").length;
      lines.push(`at ${each.name}, ${file ?? "<No file>"}: line ${line}`);
    }
    record.amend({ scriptStackTrace: lines.join("\n") });
  }
}
