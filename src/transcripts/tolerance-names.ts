/** Every tolerance by its name. */
export const allTolerances = [
  "trailingBlanks",
  "blankLines",
  "columnWidths",
  "lineBreaks",
  "dashes",
  "guids",
  "dates",
  "maskedValues",
  "omittedLines",
  "sessionLines",
] as const;

/**
 * In what a replay may differ from what was shown:
 * `trailingBlanks`: blanks at the ends of lines, and blank lines at the end of the entry, both of which copying loses;
 * `blankLines`: blank lines anywhere; `columnWidths`: how wide columns are, and so how many blanks and dashes stand
 * between and below them, also before the colons of lists; `lineBreaks`: where long lines go on in the next, as in
 * windows of other widths and languages, and with it all blanks; `dashes`: the line of dashes below a table's head,
 * which pages take for a ruled line; `guids`, `dates`: any GUID for any other and with it
 * the numbers of requests and of Exchange's errors, any date or time of day for any other;
 * `maskedValues`: anything where the transcript has `****`, `XXXX`, `####` or `[removed]`; `omittedLines`: lines that
 * the transcript leaves out, with or without an ellipsis in their place; `sessionLines`: what a shell says of its
 * connection to a server, which it makes anew when it must.
 */
export type Tolerance = (typeof allTolerances)[number];

/** What is forgiven unless asked otherwise. */
export const defaultTolerances: readonly Tolerance[] = ["trailingBlanks"];
