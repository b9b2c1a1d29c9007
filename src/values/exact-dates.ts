import type { Culture } from "./culture.js";
import { dateOf, notInCalendar, notRecognized, type ParsedMoment } from "./date-parsing.js";
import { type DateTime, DateTimeOffset, datePartsOf, daysInMonth, ticksOf, ticksPerMinute } from "./date-time.js";
import { PowerShellError } from "./errors.js";
import { offsetOfLocal } from "./local-time.js";
import { netError } from "./net-errors.js";
import type { ValueContext } from "./value-context.js";

/** The bits of DateTimeStyles that say where blanks may stand and what a missing date means. */
const styles = { leadingWhite: 1, trailingWhite: 2, innerWhite: 4, noCurrentDate: 8 } as const;

const badPicture = (): PowerShellError =>
  netError("System.FormatException", "Input string was not in a correct format.");

/** Standard formats that are the same in all cultures. */
const standardPictures: ReadonlyMap<string, string> = new Map([
  ["o", "yyyy-MM-dd'T'HH:mm:ss.fffffffK"],
  ["O", "yyyy-MM-dd'T'HH:mm:ss.fffffffK"],
  ["s", "yyyy-MM-dd'T'HH:mm:ss"],
  ["u", "yyyy-MM-dd HH:mm:ss'Z'"],
  ["r", "ddd, dd MMM yyyy HH:mm:ss 'GMT'"],
  ["R", "ddd, dd MMM yyyy HH:mm:ss 'GMT'"],
]);

/** The picture that a format stands for. Throws FormatException for a letter that stands for none. */
function pictureOf(format: string, { patterns }: Culture): string {
  if (format === "") throw netError("System.FormatException", "Format specifier '' was invalid.");
  if (format.length > 1) return format;
  switch (format) {
    case "d":
      return patterns.shortDate;
    case "D":
      return patterns.longDate;
    case "t":
      return patterns.shortTime;
    case "T":
      return patterns.longTime;
    case "f":
      return `${patterns.longDate} ${patterns.shortTime}`;
    case "F":
    case "U":
      return `${patterns.longDate} ${patterns.longTime}`;
    case "g":
      return `${patterns.shortDate} ${patterns.shortTime}`;
    case "G":
      return `${patterns.shortDate} ${patterns.longTime}`;
    case "m":
    case "M":
      return patterns.monthDay;
    case "y":
    case "Y":
      return patterns.yearMonth;
    default: {
      const picture = standardPictures.get(format);
      if (picture === undefined) throw badPicture();
      return picture;
    }
  }
}

interface Fields {
  year: number | null;
  month: number | null;
  day: number | null;
  weekday: number | null;
  hour: number;
  minute: number;
  second: number;
  fraction: number;
  isTwelveHours: boolean;
  afternoon: boolean | null;
  offset: bigint | null;
}

/** Reads one text by one picture. */
class PictureReader {
  private at = 0;
  private readonly fields: Fields = {
    year: null,
    month: null,
    day: null,
    weekday: null,
    hour: 0,
    minute: 0,
    second: 0,
    fraction: 0,
    isTwelveHours: false,
    afternoon: null,
    offset: null,
  };

  constructor(
    private readonly text: string,
    private readonly culture: Culture,
    private readonly style: number,
  ) {}

  /** What the text shows; `null` when it does not fit the picture. */
  read(picture: string): Fields | null {
    let i = 0;
    if (this.allows(styles.leadingWhite)) {
      this.skipBlanks();
      while (/\s/.test(picture[i] ?? "")) i++;
    }
    while (i < picture.length) {
      if (this.allows(styles.innerWhite) && i > 0) this.skipBlanks();
      const c = picture[i] as string;
      let n = 1;
      while (picture[i + n] === c) n++;
      if (c === "'" || c === '"') {
        const end = picture.indexOf(c, i + 1);
        if (end < 0 || !this.literal(picture.slice(i + 1, end))) return null;
        i = end + 1;
      } else if (c === "\\") {
        if (!this.literal(picture[i + 1] ?? "")) return null;
        i += 2;
      } else if (c === "%") i++;
      else {
        if (!this.field(c, n)) return null;
        i += n;
      }
    }
    if (this.allows(styles.trailingWhite)) this.skipBlanks();
    return this.at === this.text.length ? this.fields : null;
  }

  private allows(bit: number): boolean {
    return (this.style & bit) !== 0;
  }

  private skipBlanks(): void {
    while (/\s/.test(this.text[this.at] ?? "")) this.at++;
  }

  private literal(words: string): boolean {
    if (words.trim() === "" && this.allows(styles.innerWhite)) return true;
    if (!this.text.startsWith(words, this.at)) return false;
    this.at += words.length;
    return true;
  }

  private number(least: number, most: number, set: (n: number) => void): boolean {
    let end = this.at;
    while (end < this.text.length && end - this.at < most && /\d/.test(this.text[end] as string)) end++;
    if (end - this.at < least) return false;
    set(Number(this.text.slice(this.at, end)));
    this.at = end;
    return true;
  }

  /** The longest of the names that stands here. */
  private name(names: readonly string[], set: (index: number) => void): boolean {
    let found = -1;
    for (const [i, name] of names.entries()) {
      const here = this.text.slice(this.at, this.at + name.length);
      if (name === "" || here.toLowerCase() !== name.toLowerCase()) continue;
      if (found < 0 || name.length > (names[found] as string).length) found = i;
    }
    if (found < 0) return false;
    this.at += (names[found] as string).length;
    set(found);
    return true;
  }

  private field(letter: string, n: number): boolean {
    const f = this.fields;
    const two = Math.min(n, 2);
    switch (letter) {
      case "y":
        if (n <= 2) return this.number(n, 2, (y) => (f.year = y + (y < 50 ? 2000 : 1900)));
        return this.number(n === 3 ? 3 : 4, Math.max(4, n), (y) => (f.year = y));
      case "M":
        if (n <= 2) return this.number(n, 2, (m) => (f.month = m));
        return this.name(n === 3 ? this.culture.shortMonths : this.culture.months, (m) => (f.month = m + 1));
      case "d":
        if (n <= 2) return this.number(n, 2, (d) => (f.day = d));
        return this.name(n === 3 ? this.culture.shortDays : this.culture.days, (d) => (f.weekday = d));
      case "h":
        f.isTwelveHours = true;
        return this.number(two, 2, (h) => (f.hour = h));
      case "H":
        return this.number(two, 2, (h) => (f.hour = h));
      case "m":
        return this.number(two, 2, (m) => (f.minute = m));
      case "s":
        return this.number(two, 2, (s) => (f.second = s));
      case "f":
      case "F": {
        const start = this.at;
        const read = this.number(letter === "f" ? n : 0, n, () => undefined);
        f.fraction = Math.round(Number(`0.${this.text.slice(start, this.at) || "0"}`) * 1e7);
        return read;
      }
      case "t": {
        const { designators } = this.culture;
        const words = n === 1 ? designators.map((d) => d.slice(0, 1)) : designators;
        return this.name(words, (half) => (f.afternoon = half === 1));
      }
      case "z":
      case "K":
        return this.zone(letter);
      case ":":
        return this.literal(this.culture.timeSeparator.repeat(n));
      case "/":
        return this.literal(this.culture.dateSeparator.repeat(n));
      default:
        return this.literal(letter.repeat(n));
    }
  }

  private zone(letter: "z" | "K"): boolean {
    const found = /^(?:Z|([-+])(\d{1,2})(?::?(\d{2}))?)/.exec(this.text.slice(this.at));
    if (found === null) return letter === "K";
    const minutes = Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
    this.fields.offset = BigInt(found[1] === "-" ? -minutes : minutes) * ticksPerMinute;
    this.at += found[0].length;
    return true;
  }
}

/** The moment of fields that fit; throws FormatException when there is no such moment. */
function momentOf(context: ValueContext, text: string, fields: Fields, style: number): ParsedMoment {
  let { hour } = fields;
  if (fields.isTwelveHours || fields.afternoon !== null) {
    if (hour > 12) throw notRecognized(text);
    if (fields.isTwelveHours) hour = (hour % 12) + (fields.afternoon === true ? 12 : 0);
  }
  if (hour > 23 || fields.minute > 59 || fields.second > 59) throw notRecognized(text);
  const none = fields.year === null && fields.month === null && fields.day === null;
  const now = (style & styles.noCurrentDate) !== 0 && none ? datePartsOf(0n) : datePartsOf(context.now());
  const year = fields.year ?? now.year;
  const month = fields.month ?? (none ? now.month : 1);
  const day = fields.day ?? (none ? now.day : 1);
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    throw notInCalendar(text);
  }
  const ticks = ticksOf(year, month, day, hour, fields.minute, fields.second, fields.fraction);
  if (fields.weekday !== null && datePartsOf(ticks).dayOfWeek !== fields.weekday) {
    throw netError(
      "System.FormatException",
      `String '${text}' was not recognized as a valid DateTime because the day of week was incorrect.`,
    );
  }
  return { ticks, offset: fields.offset };
}

/** The moment that a text shows by the first of the formats that it fits. Throws FormatException. */
function exactMoment(
  context: ValueContext,
  text: string,
  formats: readonly string[],
  culture: Culture,
  style: number,
): ParsedMoment {
  let failure: PowerShellError | null = null;
  for (const format of formats) {
    try {
      const fields = new PictureReader(text, culture, style).read(pictureOf(format, culture));
      if (fields !== null) return momentOf(context, text, fields, style);
      failure = notRecognized(text);
    } catch (error) {
      if (!(error instanceof PowerShellError)) throw error;
      failure = error;
    }
  }
  if (failure === null || formats.length > 1) throw notRecognized(text);
  throw failure;
}

/**
 * DateTime.ParseExact: by standard formats or pictures, with the names of a culture. Throws FormatException.
 * @param style bits of DateTimeStyles
 */
export function parseExactDate(
  context: ValueContext,
  text: string,
  formats: readonly string[],
  culture: Culture,
  style: number,
): DateTime {
  return dateOf(context, exactMoment(context, text, formats, culture, style), style);
}

/** DateTimeOffset.ParseExact; without a zone the local offset holds, or that of UTC when the style assumes it. */
export function parseExactOffset(
  context: ValueContext,
  text: string,
  formats: readonly string[],
  culture: Culture,
  style: number,
): DateTimeOffset {
  const { ticks, offset } = exactMoment(context, text, formats, culture, style);
  return new DateTimeOffset(ticks, offset ?? ((style & 64) !== 0 ? 0n : offsetOfLocal(context, ticks)));
}
