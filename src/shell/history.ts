import { heapClass } from "../values/heap/heap-class.js";
import { changeOf } from "../values/journal.js";

/** The entries typed in a session, oldest first. */
export class History {
  private list: string[] = [];

  get entries(): readonly string[] {
    return this.list;
  }
  push(entry: string): void {
    this.keep();
    this.list.push(entry);
  }
  clear(): void {
    this.keep();
    this.list = [];
  }

  /** Journals which list there was, and how much of it. */
  private keep(): void {
    const { list } = this;
    const { length } = list;
    changeOf(this, () => ({
      undo: () => {
        list.length = length;
        this.list = list;
      },
    }));
  }
}
heapClass("History", History);
