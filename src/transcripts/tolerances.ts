import { hasLines } from "./pairing.js";
import type { Tolerance } from "./tolerance-names.js";
import { withoutBreaks } from "./without-breaks.js";

const guid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
/** The number of a request in the note of an error, also where a part of it was taken out. */
const requestId = /\bRequestId=[0-9a-f-]+/gi;

/** `66F6F8F,Microsoft.Exchange.`: the number before the cmdlet in the id of one of Exchange's errors. */
const errorNumber = /(?<=[ :\]])[0-9A-F]{5,8}(?=,Microsoft\.Exchange\.)/g;

/** What implicit remoting and the shell's own profile say of their sessions. */
const sessionLine =
  /^(?:Creating a new session for implicit remoting of "[^"\n]+" command\.\.\.|VERBOSE: Connect(?:ing|ed) to [\w.-]+\.?)[ \t]*(?:\n|$)/gm;

const months = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";
const days = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, )?";
const clock = "\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:[ \\u202F]?(?:[AP]M|[ap]\\.m\\.))?";
/** `3/18/2010 1:29:48 PM`, `18.3.2010 13:29:48`, `Thursday, March 18, 2010 1:29:48 PM`, `2010-03-18T13:29:48`, `1:29 PM`. */
const dates: readonly RegExp[] = [
  new RegExp(`\\b\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}(?:[T ]?${clock}Z?)?(?![\\d-])`, "g"),
  new RegExp(`\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}(?: *${clock})?`, "g"),
  new RegExp(`\\b${days}${months} \\d{1,2}, \\d{4}(?: ${clock})?`, "g"),
  /\b\d{1,2}:\d{2}(?::\d{2})?[ \u202F][AP]M\b/g,
  // In the names of log files.
  /(?<=_)\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}(?:\.\d{1,3})?(?=_|\.)/g,
];

/** A console text with everything made alike in which it may differ; for what needs both texts, see {@link isSameText}. */
export function withTolerances(text: string, tolerances: readonly Tolerance[]): string {
  const alike = order.reduce(
    (normalized, tolerance) => (tolerances.includes(tolerance) ? normalizers[tolerance](normalized) : normalized),
    text,
  );
  return tolerances.includes("lineBreaks") ? alike.replaceAll(/[ \t]+/g, "") : alike;
}

/** Whether what is shown now is what was told, the tolerances apart. */
export function isSameText(told: string, now: string, tolerances: readonly Tolerance[]): boolean {
  const areMasked = tolerances.includes("maskedValues");
  const areOmitted = tolerances.includes("omittedLines");
  if (areOmitted && tolerances.includes("lineBreaks")) {
    // Lines that are joined are left out together, so lines as they are come first.
    const asTheyAre = tolerances.filter((tolerance) => tolerance !== "lineBreaks");
    if (isSameText(told, now, asTheyAre)) return true;
  }
  const left = withTolerances(told, tolerances);
  const right = withTolerances(now, tolerances);
  if (left === right) return true;
  if (!areMasked && !areOmitted) return false;
  return hasLines(left.split("\n"), right.split("\n"), { areMasked, areOmitted });
}

const asItIs = (text: string): string => text;

const normalizers: Readonly<Record<Tolerance, (text: string) => string>> = {
  trailingBlanks: withoutTrailingBlanks,
  blankLines: (text) =>
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .join("\n"),
  columnWidths: (text) =>
    text
      .replaceAll(/^(\w+)[ \t]*:(?=[ \t]|$)/gm, "$1 :")
      .replaceAll(/(?<=\S)[ \t]*\t[ \t]*(?=\S)|(?<=\S) {2,}(?=\S)/g, " ")
      .replaceAll(/(?<![^\s-])-{2,}(?![^\s-])/g, "--"),
  lineBreaks: withoutBreaks,
  dashes: (text) => text.replaceAll(/^ *--+(?: +-+)* *(?:\n|$)/gm, ""),
  guids: (text) =>
    text.replaceAll(errorNumber, "{id}").replaceAll(requestId, "RequestId={guid}").replaceAll(guid, "{guid}"),
  dates: (text) => dates.reduce((replaced, pattern) => replaced.replaceAll(pattern, "{date}"), text),
  maskedValues: asItIs,
  omittedLines: asItIs,
  sessionLines: (text) => text.replaceAll(sessionLine, ""),
};

/** The order in which texts are made alike: what needs lines as they are comes before what changes them. */
const order: readonly Tolerance[] = [
  "sessionLines",
  "dashes",
  "blankLines",
  "lineBreaks",
  "guids",
  "dates",
  "trailingBlanks",
  "columnWidths",
];

/** Blank lines at the beginning and within stay. */
function withoutTrailingBlanks(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trimEnd();
}
