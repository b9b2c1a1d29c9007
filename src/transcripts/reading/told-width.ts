/** Widths that consoles come with, and those that people's consoles have. */
const commonWidths: readonly number[] = [80, 100, 110, 120, 128, 132, 140, 150, 160, 180, 200, 237, 240];

/** Windows PowerShell keeps the last column free, except where the console itself breaks the line. */
const full = (length: number): number | undefined =>
  commonWidths.find((width) => length === width || length === width - 1);

/** The rest of an error's note that was broken at the width of the window. */
const brokenNote = /^ {2,4}\S/;
const note = /^ {4}\+ (?:CategoryInfo {9}|FullyQualifiedErrorId) : /;
/** The window that a console opens with. */
const usualWidth = 120;

/**
 * The width of the window as far as shown lines tell: by notes of errors, which break anywhere, by lines that were
 * kept with the blanks that fill the window, by several lines that are just as long as a common window is wide, or by a
 * table that is wider than a window usually is. `undefined` when nothing tells.
 */
export function toldWidth(lines: readonly string[]): number | undefined {
  return widthOfNotes(lines) ?? widthOfLongest(lines) ?? widthOfTable(lines);
}

/** Notes are broken one column before the edge, or two where they come through a remote session. */
function widthOfNotes(lines: readonly string[]): number | undefined {
  let longest = 0;
  let isNote = false;
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = (lines[index] ?? "").trimEnd();
    isNote = note.test(line) || (isNote && brokenNote.test(line));
    const next = lines[index + 1] ?? "";
    if (isNote && brokenNote.test(next) && !next.startsWith("    + ")) longest = Math.max(longest, line.length);
  }
  if (longest === 0) return undefined;
  return !commonWidths.includes(longest + 1) && commonWidths.includes(longest + 2) ? longest + 2 : longest + 1;
}

function widthOfLongest(lines: readonly string[]): number | undefined {
  let longest = 0;
  let count = 0;
  let isFilled = false;
  for (const line of lines) {
    if (line.length < longest) continue;
    count = line.length > longest ? 1 : count + 1;
    longest = line.length;
    isFilled = line.endsWith(" ");
  }
  return isFilled || count > 1 ? full(longest) : undefined;
}

/** A table's head that no usual window holds: it was at least the next common one. */
function widthOfTable(lines: readonly string[]): number | undefined {
  const rules = lines.filter((line) => /^-+(?: +-+)+ *$/.test(line));
  const longest = Math.max(0, ...rules.map((line) => line.trimEnd().length));
  return longest < usualWidth ? undefined : commonWidths.find((width) => longest < width);
}
