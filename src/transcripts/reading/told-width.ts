/** Widths that consoles come with, and those that people's consoles have. */
const commonWidths: readonly number[] = [80, 100, 110, 120, 128, 132, 140, 150, 160, 180, 200, 237, 240];

/** Windows PowerShell keeps the last column free, except where the console itself breaks the line. */
const full = (length: number): number | undefined =>
  commonWidths.find((width) => length === width || length === width - 1);

/** The rest of an error's note that was broken at the width of the window. */
const brokenNote = /^ {3}\S/;
const note = /^ {4}\+ (?:CategoryInfo {9}|FullyQualifiedErrorId) : /;

/**
 * The width of the window as far as shown lines tell: by notes of errors, which break anywhere, by lines that were
 * kept with the blanks that fill the window, or by several lines that are just as long as a common window is wide.
 * `undefined` when nothing tells.
 */
export function toldWidth(lines: readonly string[]): number | undefined {
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = lines[index] ?? "";
    if (note.test(line) && brokenNote.test(lines[index + 1] ?? "")) return line.length + 1;
  }
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
