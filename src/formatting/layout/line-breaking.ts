import { type DisplayCells, singleCells } from "./display-cells.js";

/** The lines of a text: split at LF, CR removed (SPEC A.8). A text without LF is one line, also the empty text. */
export function splitLines(text: string): readonly string[] {
  if (!text.includes("\n") && !text.includes("\r")) return [text];
  return text.replaceAll("\r", "").split("\n");
}

/**
 * Where lines may break: behind the blank that follows a word; before that blank too, as consoles break their messages;
 * or (PowerShell 2.0) wherever the edge is.
 */
export type LineBreaking = "words" | "wordsAndBlanks" | "anywhere";

/** What line breaking depends on besides widths: a part of the edition's facts. */
export interface LineFacts {
  readonly lineBreaking: LineBreaking;
  readonly cells: DisplayCells;
}
const wordsOfSingleCells: LineFacts = { lineBreaking: "words", cells: singleCells };

/**
 * Breaks text into lines of at most `first` and then `following` cells, between words where a word fits a line.
 * Blanks stay with the word before them and are not trimmed; a word wider than a line is poured from where the line
 * stands; soft hyphens and no-break spaces are break points that vanish.
 */
export function breakLines(
  text: string,
  first: number,
  following: number,
  { lineBreaking, cells }: LineFacts = wordsOfSingleCells,
): readonly string[] {
  const out: string[] = [];
  let width = first;
  for (const line of splitLines(text)) {
    if (cells.width(line) <= width) out.push(line);
    else pour(piecesOf(line, lineBreaking), cells, width, following, out);
    width = following;
  }
  return out;
}

/** Fills lines with pieces: words, or single characters. */
function pour(pieces: Iterable<string>, device: DisplayCells, first: number, following: number, out: string[]): void {
  let width = Math.max(first, 1);
  let current = "";
  let left = width;
  const flush = (): void => {
    out.push(current);
    current = "";
    width = Math.max(following, 1);
    left = width;
  };
  for (const word of pieces) {
    const wordWidth = device.width(word);
    if (wordWidth <= width) {
      if (wordWidth > left) flush();
      current += word;
      left -= wordWidth;
      continue;
    }
    for (let i = 0; i < word.length; i++) {
      const cells = device.unit(word.charCodeAt(i));
      // A two-cell character on a one-cell line can only be hinted at.
      const char = cells > width ? "?" : (word[i] as string);
      if (Math.min(cells, width) > left) flush();
      current += char;
      left -= Math.min(cells, width);
    }
  }
  out.push(current);
}

function piecesOf(line: string, breaking: LineBreaking): Iterable<string> {
  switch (breaking) {
    case "words":
      return wordsOf(line, false);
    case "wordsAndBlanks":
      return wordsOf(line, true);
    case "anywhere":
      return line;
  }
}

/** Words with the blank or tab that ends them, which may be a piece of its own. */
function* wordsOf(line: string, blanksApart: boolean): Generator<string> {
  let start = 0;
  for (let i = 0; i < line.length; i++) {
    const c = line[i];
    if (c === " " || c === "\t") {
      if (blanksApart && i > start) {
        yield line.slice(start, i);
        start = i;
      }
      yield line.slice(start, i + 1);
      start = i + 1;
    } else if (c === "\u00a0" || c === "\u00ad") {
      if (i > start) yield line.slice(start, i);
      start = i + 1;
    }
  }
  if (start < line.length) yield line.slice(start);
}
