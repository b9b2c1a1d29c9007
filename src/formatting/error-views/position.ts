import type { ErrorLayoutFacts } from "../formatting-facts.js";
import { blanks } from "../layout/display-cells.js";

/** A part of a source text. Offsets count UTF-16 units, `end` exclusive. */
export interface SourcePosition {
  readonly sourceText: string;
  readonly file: string | null;
  readonly start: number;
  readonly end: number;
}

/** A position as people count it. */
export interface LinePosition {
  /** 1-based. */
  readonly line: number;
  /** 1-based; a tab counts as one. */
  readonly column: number;
  /** The source line, blanks at its end removed. */
  readonly text: string;
  /** Units of the line that belong to the extent; an extent of several lines ends with the first. */
  readonly length: number;
}

/** What of a source line is shown, and where in it the extent stands. */
export interface ShownLine {
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}

/** What of a window is kept around the extent (SPEC D.2). */
const leastBefore = 12;
const leastBehind = 8;
const tabWidth = 4;

export function linePosition({ sourceText, start, end }: SourcePosition): LinePosition {
  let line = 1;
  let lineStart = 0;
  for (let i = sourceText.indexOf("\n"); i >= 0 && i < start; i = sourceText.indexOf("\n", i + 1)) {
    line++;
    lineStart = i + 1;
  }
  const next = sourceText.indexOf("\n", lineStart);
  const text = sourceText.slice(lineStart, next < 0 ? sourceText.length : next).trimEnd();
  const column = start - lineStart;
  const length = Math.max(0, Math.min(end - lineStart, text.length) - column);
  // An extent at the end of the text still gets its mark.
  return { line, column: column + 1, text, length: end - start > 0 ? Math.max(length, 1) : length };
}

/** The line with tabs as blanks, cut to the window when it is long. */
export function shownLine({ text, column, length }: LinePosition, facts: ErrorLayoutFacts): ShownLine {
  const { positionEllipsis: ellipsis, positionWidth: windowLength } = facts;
  const before = expandTabs(text.slice(0, column - 1));
  const extent = expandTabs(text.slice(column - 1, column - 1 + length));
  const behind = expandTabs(text.slice(column - 1 + length));
  const offset = Math.max(before.length, column - 1);
  const whole = before + extent + behind;
  const extentLength = Math.max(extent.length, length);
  if (whole.length <= windowLength) return { text: whole, offset, length: extentLength };
  let keptBefore = Math.min(before.length, leastBefore);
  let keptBehind = Math.min(behind.length, leastBehind);
  let kept = Math.min(extent.length, windowLength - keptBefore);
  let room = windowLength - keptBefore - kept - keptBehind;
  if (room > 0) {
    const more = Math.min(room, before.length - keptBefore);
    keptBefore += more;
    room -= more;
    keptBehind += Math.min(room, behind.length - keptBehind);
  } else {
    keptBehind = Math.max(keptBehind + room, 0);
    kept = Math.min(kept, windowLength - keptBefore);
  }
  const lead = keptBefore < before.length ? `${ellipsis} ` : "";
  const cut = kept < extent.length || keptBehind < behind.length;
  return {
    text: lead + whole.slice(offset - keptBefore, offset + kept + keptBehind) + (cut ? ` ${ellipsis}` : ""),
    offset: lead.length + keptBefore,
    length: kept,
  };
}

function expandTabs(text: string): string {
  return text.includes("\t") ? text.replaceAll("\t", blanks(tabWidth)) : text;
}

/** `At line:1 char:5` and what follows it, lines separated by `\n`: where an error happened, as the edition shows it. */
export function positionMessage(position: SourcePosition, facts: ErrorLayoutFacts): string {
  return facts.position === "underline" ? underlined(position, facts) : marked(position);
}

function underlined(position: SourcePosition, facts: ErrorLayoutFacts): string {
  const where = linePosition(position);
  const head = `At ${position.file ?? "line"}:${where.line} char:${where.column}`;
  if (where.text === "") return head;
  const shown = shownLine(where, facts);
  return `${head}\n+ ${shown.text}\n+ ${blanks(shown.offset)}${"~".repeat(shown.length)}`;
}

/** PowerShell 2.0: a mark behind the token, whose end is what `char` tells. */
function marked(position: SourcePosition): string {
  const where = linePosition(position);
  const end = where.column - 1 + where.length;
  const text = `${where.text.slice(0, end)} <<<< ${where.text.slice(end)}`;
  return `At ${position.file ?? "line"}:${where.line} char:${end + 1}\n+ ${text}`;
}
