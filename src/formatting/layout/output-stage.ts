import type { FormattingFacts } from "../formatting-facts.js";
import {
  FormatEndData,
  type FormatEntryData,
  type FormatPacket,
  FormatStartData,
  GroupEndData,
  GroupStartData,
  type ShapeData,
  type TextToken,
} from "../packets.js";
import { complexLines } from "./complex-layout.js";
import type { DisplayCells } from "./display-cells.js";
import type { LineSink } from "./line-sink.js";
import { listLines } from "./list-layout.js";
import { TableLayout } from "./table-layout.js";
import { WideLayout, wideColumnCount, widestOf } from "./wide-layout.js";

/** What a device can show, in cells. Lists may have another limit than tables (Out-String of PowerShell 7). */
export interface ScreenWidths {
  readonly table: number;
  readonly list: number;
  /** Lines of the window; a text has none. */
  readonly height?: number;
}

/** Lines of a window beside the rows of a table whose header comes on every page (asked of the engine). */
const linesBesideRows = 4;

/** Width for text that is never broken. */
export const unlimitedWidth = 2 ** 30;

/**
 * From packets to lines (SPEC A.14). Packets must come in their order; whoever feeds the stage checks it. Groups that
 * have to be measured are held until their end, with what came between their rows.
 */
export class OutputStage {
  private shape: ShapeData = { kind: "list" };
  private table: TableLayout | null = null;
  private wide: WideLayout | null = null;
  /** Rows since the table's header was last written. */
  private rows = 0;
  /** Packets of a group that is still to be measured. */
  private held: { readonly start: GroupStartData; readonly entries: FormatEntryData[] } | null = null;

  constructor(
    private readonly sink: LineSink,
    private readonly widths: ScreenWidths,
    private readonly facts: FormattingFacts,
    private readonly warn: (text: string) => void,
  ) {}

  write(packet: FormatPacket): void {
    if (packet instanceof FormatStartData) {
      this.shape = packet.shape;
      this.sink.writeLine("");
    } else if (packet instanceof GroupStartData) {
      if (this.mustMeasure()) this.held = { start: packet, entries: [] };
      else this.startGroup(packet, null);
    } else if (packet instanceof GroupEndData) {
      this.release(true);
      this.endGroup(packet.isLast);
    } else if (packet instanceof FormatEndData) {
      this.release(true);
      if (this.facts.blankLines === "classic" || this.shape.kind !== "list") this.sink.writeLine("");
    } else {
      this.entry(packet as FormatEntryData);
    }
  }

  /** Ends without the packets that close the group: what is held is laid out unmeasured. */
  abandon(): void {
    this.release(false);
  }

  private release(measured: boolean): void {
    const { held } = this;
    if (held === null) return;
    this.held = null;
    this.startGroup(held.start, measured ? held.entries : null);
    for (const entry of held.entries) this.layOut(entry);
  }

  /** Drops what is held: the statement failed before it was shown. */
  discard(): void {
    this.held = null;
  }

  private entry(entry: FormatEntryData): void {
    if (this.held !== null) this.held.entries.push(entry);
    else this.layOut(entry);
  }

  private mustMeasure(): boolean {
    const { shape } = this;
    switch (shape.kind) {
      case "table":
        return shape.autoSize || (this.facts.implicitAutoSize && shape.columns[0]?.width === 0);
      case "wide":
        return shape.autoSize;
      case "list":
      case "custom":
        return false;
    }
  }

  private startGroup(start: GroupStartData, measured: readonly FormatEntryData[] | null): void {
    const classic = this.facts.blankLines === "classic";
    if (start.label !== null) {
      if (classic) this.sink.writeLine("");
      this.complex(start.label);
      this.sink.writeLine("");
    }
    const { shape } = this;
    switch (shape.kind) {
      case "table": {
        const wanted =
          measured === null
            ? shape.columns.map((c) => c.width)
            : measuredWidths(shape.columns, measured, this.facts.cells);
        this.table = new TableLayout(shape.columns, wanted, this.widths.table, this.facts);
        const removed = this.table.removedColumnsWarning();
        if (removed !== null) this.warn(removed);
        this.rows = 0;
        if (!shape.hideHeader && !this.table.isEmpty) this.lines(this.table.header());
        break;
      }
      case "wide": {
        const columns =
          measured === null
            ? Math.max(shape.columns, 1)
            : wideColumnCount(widestOf(wideTexts(measured), this.facts.cells), this.widths.table);
        this.wide = new WideLayout(columns, this.widths.table, this.facts);
        if (classic) this.sink.writeLine("");
        break;
      }
      case "list":
        if (classic) this.sink.writeLine("");
        break;
      case "custom":
        break;
    }
  }

  private endGroup(isLast: boolean): void {
    if (this.facts.blankLines === "classic") {
      this.flushWide();
      this.sink.writeLine("");
    } else {
      // The blank line between two groups comes before a row of a wide view that is not full yet.
      if (!isLast) this.sink.writeLine("");
      this.flushWide();
    }
    this.table = null;
    this.wide = null;
  }

  /** After how many rows -RepeatHeader writes the header again. */
  private rowsOfPage(): number {
    const { shape } = this;
    const { height } = this.widths;
    const isRepeated = shape.kind === "table" && shape.repeatHeader && !shape.hideHeader && height !== undefined;
    return isRepeated ? Math.max(height - linesBesideRows, 1) : Number.POSITIVE_INFINITY;
  }

  private flushWide(): void {
    if (this.wide !== null) this.lines(this.wide.flush());
  }

  private layOut({ entry, outOfBand }: FormatEntryData): void {
    switch (entry.kind) {
      case "table":
        if (this.table === null || this.table.isEmpty) break;
        if (this.rows === this.rowsOfPage()) {
          this.sink.writeLine("");
          this.lines(this.table.header());
          this.rows = 0;
        }
        this.rows++;
        this.lines(this.table.row(entry.cells, entry.multiLine));
        break;
      case "wide":
        if (this.wide !== null) this.lines(this.wide.add(entry.text));
        break;
      case "list":
        if (outOfBand) this.sink.writeLine("");
        this.lines(listLines(entry.fields, this.widths.list, this.facts));
        this.sink.writeLine("");
        break;
      case "complex":
        this.complex(entry.tokens, entry.neverWraps === true);
        break;
      case "raw":
        this.sink.writeRaw(entry.text);
        break;
      case "message":
        if (this.sink.writeMessage === undefined) this.sink.writeRaw(entry.text);
        else this.sink.writeMessage(entry.stream, entry.text);
        break;
    }
  }

  private complex(tokens: readonly TextToken[], neverWraps = false): void {
    this.lines(complexLines(tokens, neverWraps ? unlimitedWidth : this.widths.list, this.facts));
  }

  private lines(lines: readonly string[]): void {
    for (const line of lines) this.sink.writeLine(line);
  }
}

/** The widest label or cell of each column; entries out of band do not count. */
function measuredWidths(
  columns: readonly { readonly label: string }[],
  entries: readonly FormatEntryData[],
  cells: DisplayCells,
): readonly number[] {
  const widths = columns.map((column) => cells.width(column.label));
  for (const { entry, outOfBand } of entries) {
    if (outOfBand || entry.kind !== "table") continue;
    for (let k = 0; k < widths.length; k++) {
      const text = entry.cells[k]?.text;
      if (text === undefined) continue;
      const width = cells.width(text);
      if (width > (widths[k] as number)) widths[k] = width;
    }
  }
  return widths;
}

function* wideTexts(entries: readonly FormatEntryData[]): Generator<string> {
  for (const { entry, outOfBand } of entries) if (!outOfBand && entry.kind === "wide") yield entry.text;
}
