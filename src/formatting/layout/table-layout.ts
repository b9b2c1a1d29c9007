import type { FormattingFacts } from "../formatting-facts.js";
import type { Cell, ColumnInfo } from "../packets.js";
import type { Alignment } from "../views/view.js";
import { blanks } from "./display-cells.js";
import { breakLines } from "./line-breaking.js";

/** Narrower devices show nothing of a table. */
const minimumScreen = 5;

/**
 * Widths of a table's columns on `screen` cells, 0 for columns that do not fit (SPEC A.5.3). Columns without a width
 * share what the others leave; what is too much goes from the right.
 */
export function columnWidths(wanted: readonly number[], screen: number): readonly number[] {
  const widths = [...wanted];
  if (screen < minimumScreen) return widths.map(() => 0);
  const free = widths.flatMap((width, k) => (width <= 0 ? [k] : []));
  for (const k of free) widths[k] = 1;
  let used = widths.reduce((sum, width) => sum + width, 0) + widths.length - 1;
  if (free.length > 0 && used < screen) {
    const share = Math.floor((screen - used) / free.length);
    const more = (screen - used) % free.length;
    free.forEach((k, n) => {
      widths[k] = 1 + share + (n < more ? 1 : 0);
    });
    return widths;
  }
  for (let last = widths.length - 1; last >= 0 && used > screen; last--) {
    const width = widths[last] as number;
    const excess = used - screen;
    if (width - excess >= 1) {
      widths[last] = width - excess;
      break;
    }
    widths[last] = 0;
    used -= width + 1;
  }
  return widths;
}

/** Lays out the rows of one group of a table. */
export class TableLayout {
  /** Places and widths of the columns that are shown. */
  private readonly shown: readonly { readonly index: number; readonly width: number }[];
  private readonly removed: readonly ColumnInfo[];

  constructor(
    private readonly columns: readonly ColumnInfo[],
    wanted: readonly number[],
    screen: number,
    private readonly facts: FormattingFacts,
  ) {
    const widths = columnWidths(wanted, screen);
    this.shown = widths.flatMap((width, index) => (width > 0 ? [{ index, width }] : []));
    this.removed = columns.filter((_, k) => widths[k] === 0);
  }

  get isEmpty(): boolean {
    return this.shown.length === 0;
  }

  /** PowerShell 2.0 tells which columns did not fit; `null` when all did. */
  removedColumnsWarning(): string | null {
    if (!this.facts.warnsOfRemovedColumns || this.removed.length === 0) return null;
    const [first] = this.removed;
    return this.removed.length === 1
      ? `column "${first?.label ?? ""}" does not fit into the display and was removed.`
      : `${this.removed.length} columns do not fit into the display and were removed.`;
  }

  /** The labels, broken into lines where they are longer than their column, and a line of dashes. */
  header(): readonly string[] {
    const labels = this.columns.map((column) => ({ text: column.label, alignment: "undefined" as const }));
    const dashes = this.columns.map((column, k) => {
      const width = this.shown.find((s) => s.index === k)?.width ?? 0;
      const cells = column.label === "" ? width : Math.min(width, this.facts.cells.width(column.label));
      return { text: "-".repeat(cells), alignment: "undefined" as const };
    });
    return [...this.multiLineRow(labels), this.singleLineRow(dashes)];
  }

  row(cells: readonly Cell[], multiLine: boolean): readonly string[] {
    return multiLine ? this.multiLineRow(cells) : [this.singleLineRow(cells)];
  }

  private singleLineRow(cells: readonly Cell[]): string {
    let line = "";
    this.shown.forEach(({ index, width }, position) => {
      const cell = cells[index];
      const text = firstLine(cell?.text ?? "", this.facts.ellipsis);
      const padded = this.facts.lastColumnPadded || index < this.columns.length - 1;
      if (position > 0) line += " ";
      line += fitted(text, width, this.alignmentOf(index, cell), this.facts, padded);
    });
    return line;
  }

  private multiLineRow(cells: readonly Cell[]): readonly string[] {
    const last = this.shown.length - 1;
    const columns = this.shown.map(({ index, width }, position) => {
      const cell = cells[index];
      const alignment = this.alignmentOf(index, cell);
      const padded = this.facts.lastColumnPadded || position < last;
      return breakLines(cell?.text ?? "", width, width, this.facts).map((line) =>
        fitted(line, width, alignment, this.facts, padded),
      );
    });
    const height = columns.reduce((most, lines) => Math.max(most, lines.length), 1);
    const rows: string[] = [];
    for (let r = 0; r < height; r++) {
      const line = columns.map((lines, c) => lines[r] ?? blanks(this.shown[c]?.width ?? 0)).join(" ");
      rows.push(this.facts.lastColumnPadded || height === 1 ? line : line.trimEnd());
    }
    return rows;
  }

  private alignmentOf(index: number, cell: Cell | undefined): Alignment {
    const own = cell?.alignment ?? "undefined";
    return own !== "undefined" ? own : (this.columns[index]?.alignment ?? "undefined");
  }
}

/** A cell of a row that takes one line: what follows a line break is cut. */
function firstLine(text: string, ellipsis: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return text.slice(0, i) + ellipsis;
  }
  return text;
}

/** Text cut or padded to a column. Right-aligned text is cut at its beginning. */
function fitted(
  text: string,
  width: number,
  alignment: Alignment,
  { cells: device, ellipsis }: FormattingFacts,
  padded: boolean,
): string {
  let shown = text;
  let cells = device.width(text);
  if (cells > width) {
    const room = width - ellipsis.length;
    if (alignment === "right") shown = room > 0 ? ellipsis + device.tail(text, room) : device.tail(text, width);
    else shown = room > 0 ? device.head(text, room) + ellipsis : device.head(text, width);
    cells = device.width(shown);
  }
  if (cells >= width) return shown;
  const missing = width - cells;
  switch (alignment) {
    case "right":
      return blanks(missing) + shown;
    case "center": {
      const before = Math.floor(missing / 2);
      return blanks(before) + shown + (padded ? blanks(missing - before) : "");
    }
    case "left":
    case "undefined":
      return padded ? shown + blanks(missing) : shown;
  }
}
