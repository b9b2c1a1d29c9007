/**
 * A console text without what copying loses: blanks at the ends of lines, and blank lines at the end of the entry.
 * Blank lines at its beginning and within stay.
 */
export function withoutLostBlanks(shown: string): string {
  return shown
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trimEnd();
}
