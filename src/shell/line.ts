import { LineJournal } from "../values/journal.js";
import type { Session } from "./session.js";
import { adoptRoots, type SessionRoots, sessionRoots } from "./session-roots.js";

/** How many lines can be taken back. */
const longest = 100;

/** One line that can be taken back: what the session was before it, and what it changed in the heap. */
export interface DoneLine {
  readonly before: SessionRoots;
  readonly journal: LineJournal;
}

/** Runs something as one line; when it throws, all that it did is taken back. */
export function runLine<T>(session: Session, body: () => T): { readonly value: T; readonly line: DoneLine } {
  const line: DoneLine = { before: sessionRoots(session), journal: new LineJournal() };
  try {
    return { value: line.journal.during(body), line };
  } catch (thrown) {
    takeBack(session, line);
    throw thrown;
  }
}

/** Takes back a line; those after it are taken back already. */
export function takeBack(session: Session, { before, journal }: DoneLine): void {
  journal.undo();
  adoptRoots(session, before);
}

/** The lines that can be taken back, the last at the end. */
export class DoneLines {
  private readonly lines: DoneLine[] = [];

  push(line: DoneLine): void {
    this.lines.push(line);
    if (this.lines.length > longest) this.lines.shift();
  }
  pop(): DoneLine | undefined {
    return this.lines.pop();
  }
}
