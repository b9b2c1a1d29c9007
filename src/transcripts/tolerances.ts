/**
 * In what a replay may differ from what was shown:
 * `trailingBlanks`: blanks at the ends of lines, and blank lines at the end of the entry, both of which copying loses;
 * `blankLines`: blank lines anywhere; `columnWidths`: how wide columns are, and so how many blanks and dashes stand
 * between and below them; `guids`, `dates`: any GUID for any other, any date or time of day for any other.
 */
export type Tolerance = "trailingBlanks" | "blankLines" | "columnWidths" | "guids" | "dates";

/** What is forgiven unless asked otherwise. */
export const defaultTolerances: readonly Tolerance[] = ["trailingBlanks"];

const guid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

const months = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";
const days = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, )?";
const clock = "\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:[ \\u202F][AP]M)?";
/** `3/18/2010 1:29:48 PM`, `Thursday, March 18, 2010 1:29:48 PM`, `2010-03-18T13:29:48`, `1:29 PM`. */
const dates: readonly RegExp[] = [
  new RegExp(`\\b\\d{4}-\\d{2}-\\d{2}(?:[T ]${clock}Z?)?`, "g"),
  new RegExp(`\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}(?: +${clock})?`, "g"),
  new RegExp(`\\b${days}${months} \\d{1,2}, \\d{4}(?: ${clock})?`, "g"),
  /\b\d{1,2}:\d{2}(?::\d{2})?[ \u202F][AP]M\b/g,
];

/** A console text with everything made alike in which it may differ. */
export function withTolerances(text: string, tolerances: readonly Tolerance[]): string {
  return tolerances.reduce((normalized, tolerance) => normalizers[tolerance](normalized), text);
}

const normalizers: Readonly<Record<Tolerance, (text: string) => string>> = {
  trailingBlanks: withoutTrailingBlanks,
  blankLines: (text) =>
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .join("\n"),
  columnWidths: (text) => text.replaceAll(/(?<=\S) {2,}(?=\S)/g, " ").replaceAll(/(?<![^\s-])-{2,}(?![^\s-])/g, "--"),
  guids: (text) => text.replaceAll(guid, "{guid}"),
  dates: (text) => dates.reduce((replaced, pattern) => replaced.replaceAll(pattern, "{date}"), text),
};

/** Blank lines at the beginning and within stay. */
function withoutTrailingBlanks(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trimEnd();
}
