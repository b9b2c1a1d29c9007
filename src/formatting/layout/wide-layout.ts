import type { FormattingFacts } from "../formatting-facts.js";
import type { DisplayCells } from "./display-cells.js";
import { TableLayout } from "./table-layout.js";

/** How many columns fit when the longest text takes `widest` cells (SPEC A.7). */
export function wideColumnCount(widest: number, screen: number): number {
  let count = 1;
  while (widest * (count + 1) + count < screen) count++;
  return count;
}

/** Lays out one group of a wide view: texts side by side. */
export class WideLayout {
  private readonly table: TableLayout;
  private pending: string[] = [];

  constructor(
    private readonly columns: number,
    screen: number,
    facts: FormattingFacts,
  ) {
    const none = Array.from({ length: columns }, () => ({ label: "", width: 0, alignment: "left" as const }));
    this.table = new TableLayout(
      none,
      none.map(() => 0),
      screen,
      facts,
    );
  }

  /** Takes a text; gives the line when a row is full. */
  add(text: string): readonly string[] {
    this.pending.push(text);
    return this.pending.length === this.columns ? this.flush() : [];
  }

  /** The line of a row that is not full. */
  flush(): readonly string[] {
    if (this.pending.length === 0) return [];
    const texts = this.pending;
    this.pending = [];
    if (this.table.isEmpty) return [];
    return this.table.row(
      Array.from({ length: this.columns }, (_, k) => ({ text: texts[k] ?? "", alignment: "left" as const })),
      false,
    );
  }
}

/** The widest of the texts, at least one cell. */
export function widestOf(texts: Iterable<string>, cells: DisplayCells): number {
  let widest = 1;
  for (const text of texts) widest = Math.max(widest, cells.width(text));
  return widest;
}
