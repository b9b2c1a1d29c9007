import type { Transcript } from "../reading/read-transcript.js";

/** The marks that stand for what was cut off: three dots, or the one character of PowerShell 7. */
const cutMark = /(?:\.\.\.|…)$/;

/** All words of a transcript, to complete those that a column cut off. */
export class Words {
  private readonly sorted: readonly string[];

  constructor({ entries }: Transcript) {
    const words = new Set<string>();
    for (const { typed, shown } of entries) {
      for (const text of [typed, shown]) {
        for (const [word] of text.matchAll(/[^\s{}(),;"'|]+/g)) if (!cutMark.test(word)) words.add(word);
      }
    }
    this.sorted = [...words].sort((a, b) => (a < b ? -1 : 1));
  }

  /** A value as it was before a column cut it; `undefined` when no word, or more than one, begins like it. */
  complete(value: string): string | undefined {
    if (!cutMark.test(value)) return value;
    const beginning = value.replace(cutMark, "");
    if (beginning === "") return undefined;
    const found = this.sorted
      .slice(this.firstFrom(beginning))
      .slice(0, 2)
      .filter((word) => word.startsWith(beginning));
    return found.length === 1 ? found[0] : undefined;
  }

  private firstFrom(beginning: string): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sorted[middle] ?? "") < beginning) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
