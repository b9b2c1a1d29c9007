import type { HistoryEntry } from "../cmdlets/index.js";
import { heapClass } from "../values/heap/heap-class.js";
import { changeOf } from "../values/journal.js";

/** What is kept of an entry; its number is given when it is added. */
export type NewEntry = Omit<HistoryEntry, "id">;

/** The entries typed in a session, oldest first; numbers go on where entries were removed. */
export class History {
  private list: HistoryEntry[] = [];
  private count = 0;
  /** The number of the entry that runs, which scripts don't see yet; 0: none is hidden. */
  private running = 0;

  /** All texts, that of the running entry included. */
  get texts(): readonly string[] {
    return this.list.map(({ commandLine }) => commandLine);
  }
  /** Number of the entry typed last. */
  get lastId(): number {
    return this.count;
  }
  /** What scripts see: the entries before the one that runs. */
  get entries(): readonly HistoryEntry[] {
    return this.list.filter(({ id }) => id !== this.running);
  }

  /** An entry begins to run. */
  begin(commandLine: string, start: bigint): void {
    this.keep();
    this.push({ commandLine, status: "Completed", start, end: start });
    this.running = this.count;
  }
  /** The entry that runs has ended. */
  end(end: bigint): void {
    const last = this.list.at(-1);
    if (last === undefined || last.id !== this.running || last.end === end) return;
    this.replaceRunning({ end });
  }
  /** Adds an entry that was not typed; the running one counts as an entry before it. */
  add(entry: NewEntry): HistoryEntry {
    this.keep();
    this.running = 0;
    return this.push(entry);
  }
  /** Changes what is kept of the entry that runs. */
  replaceRunning(change: Partial<NewEntry>): void {
    this.replace(this.list.map((entry) => (entry.id === this.running ? { ...entry, ...change } : entry)));
  }
  remove(ids: ReadonlySet<number>): void {
    this.replace(this.list.filter(({ id }) => !ids.has(id)));
  }

  private push(entry: NewEntry): HistoryEntry {
    this.count++;
    const numbered = { id: this.count, ...entry };
    this.list.push(numbered);
    return numbered;
  }
  private replace(list: HistoryEntry[]): void {
    this.keep();
    this.list = list;
  }

  /** Journals which list there was, how much of it, and the numbers. */
  private keep(): void {
    const { list, count, running } = this;
    const { length } = list;
    changeOf(this, () => ({
      undo: () => {
        list.length = length;
        Object.assign(this, { list, count, running });
      },
    }));
  }
}
heapClass("History", History);
