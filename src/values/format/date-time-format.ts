import { type Culture, invariantCulture } from "../culture.js";
import {
  type DateParts,
  type DateTime,
  type DateTimeKind,
  type DateTimeOffset,
  datePartsOf,
  ticksPerMinute,
} from "../date-time.js";
import { netError } from "../net-errors.js";

interface Moment {
  readonly parts: DateParts;
  readonly kind: DateTimeKind;
  /** Offset from UTC that `z` shows, in ticks. */
  readonly offset: bigint;
  readonly isOffsetType: boolean;
}

/** FormatException of a bad picture. */
export function pictureError() {
  return netError("System.FormatException", "Input string was not in a correct format.");
}

/**
 * `ToString(spec, culture)` of a DateTime.
 * @param localOffset offset of local time from UTC at that moment, in ticks
 */
export function formatDateTime(value: DateTime, spec: string, culture: Culture, localOffset: bigint): string {
  const offset = value.kind === "Utc" ? 0n : localOffset;
  if (spec === "U") {
    const utc = datePartsOf(value.kind === "Utc" ? value.ticks : value.ticks - localOffset);
    const { longDate, longTime } = culture.patterns;
    return applyPicture(
      { parts: utc, kind: "Utc", offset: 0n, isOffsetType: false },
      `${longDate} ${longTime}`,
      culture,
    );
  }
  const moment = { parts: value.dateParts, kind: value.kind, offset, isOffsetType: false };
  return applyPicture(moment, pictureOf(spec, culture, false), isInvariantSpec(spec) ? invariantCulture : culture);
}

/** `ToString(spec, culture)` of a DateTimeOffset. */
export function formatDateTimeOffset(value: DateTimeOffset, spec: string, culture: Culture): string {
  const universal = spec === "r" || spec === "R" || spec === "u";
  const parts = datePartsOf(universal ? value.utcTicks : value.ticks);
  const moment: Moment = { parts, kind: "Unspecified", offset: value.offset, isOffsetType: true };
  const picture = spec === "" ? `${pictureOf("G", culture, true)} zzz` : pictureOf(spec, culture, true);
  return applyPicture(moment, picture, isInvariantSpec(spec) ? invariantCulture : culture);
}

/** The standard forms that are the same in every culture. */
const isInvariantSpec = (spec: string): boolean => /^[rRsuoO]$/.test(spec);

/** The picture that a standard letter stands for; a longer spec is a picture already. */
function pictureOf(spec: string, culture: Culture, isOffsetType: boolean): string {
  const p = culture.patterns;
  if (spec.length > 1) return spec;
  switch (spec) {
    case "":
    case "G":
      return `${p.shortDate} ${p.longTime}`;
    case "d":
      return p.shortDate;
    case "D":
      return p.longDate;
    case "f":
      return `${p.longDate} ${p.shortTime}`;
    case "F":
      return `${p.longDate} ${p.longTime}`;
    case "g":
      return `${p.shortDate} ${p.shortTime}`;
    case "m":
    case "M":
      return p.monthDay;
    case "o":
    case "O":
      return isOffsetType ? "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffzzz" : "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK";
    case "r":
    case "R":
      return "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'";
    case "s":
      return "yyyy'-'MM'-'dd'T'HH':'mm':'ss";
    case "t":
      return p.shortTime;
    case "T":
      return p.longTime;
    case "u":
      return "yyyy'-'MM'-'dd HH':'mm':'ss'Z'";
    case "y":
    case "Y":
      return p.yearMonth;
    default:
      throw pictureError();
  }
}

const pad = (n: number, width: number): string => n.toString().padStart(width, "0");

function applyPicture(moment: Moment, picture: string, culture: Culture): string {
  const out: string[] = [];
  // A month beside the number of a day may have another name than one alone.
  const hasDay = /(?<!d)d{1,2}(?!d)/.test(picture);
  for (let i = 0; i < picture.length; ) {
    const c = picture[i] as string;
    if (c === "'" || c === '"') {
      let end = i + 1;
      while (end < picture.length && picture[end] !== c) {
        if (picture[end] === "\\") end++;
        if (end < picture.length) out.push(picture[end] as string);
        end++;
      }
      if (end >= picture.length) throw pictureError();
      i = end + 1;
      continue;
    }
    if (c === "\\") {
      if (i + 1 >= picture.length) throw pictureError();
      out.push(picture[i + 1] as string);
      i += 2;
      continue;
    }
    if (c === "%") {
      const next = picture[i + 1];
      if (next === undefined || next === "%") throw pictureError();
      i++;
      continue;
    }
    if (!"yMdHhmsfFtzKg".includes(c)) {
      out.push(c === "/" ? culture.dateSeparator : c === ":" ? culture.timeSeparator : c);
      i++;
      continue;
    }
    let n = 1;
    while (picture[i + n] === c) n++;
    field(out, moment, c, n, culture, hasDay);
    i += n;
  }
  return out.join("");
}

/** Writes one field; `n` is how often its letter stands. */
function field(out: string[], m: Moment, letter: string, n: number, culture: Culture, hasDay: boolean): void {
  const p = m.parts;
  switch (letter) {
    case "y":
      out.push(n <= 2 ? pad(p.year % 100, n) : pad(p.year, n));
      return;
    case "M": {
      const shortNames = hasDay ? culture.shortMonths : culture.shortMonthsAlone;
      const names = n === 3 ? shortNames : culture.months;
      out.push(n <= 2 ? pad(p.month, n) : (names[p.month - 1] as string));
      return;
    }
    case "d": {
      const names = n === 3 ? culture.shortDays : culture.days;
      out.push(n <= 2 ? pad(p.day, n) : (names[p.dayOfWeek] as string));
      return;
    }
    case "H":
      out.push(pad(p.hour, Math.min(n, 2)));
      return;
    case "h":
      out.push(pad(p.hour % 12 || 12, Math.min(n, 2)));
      return;
    case "m":
      out.push(pad(p.minute, Math.min(n, 2)));
      return;
    case "s":
      out.push(pad(p.second, Math.min(n, 2)));
      return;
    case "f":
      if (n > 7) throw pictureError();
      out.push(pad(p.fraction, 7).slice(0, n));
      return;
    case "F": {
      if (n > 7) throw pictureError();
      const digits = pad(p.fraction, 7).slice(0, n).replace(/0+$/, "");
      if (digits === "" && out.at(-1) === ".") out.pop();
      out.push(digits);
      return;
    }
    case "t": {
      const designator = culture.designators[p.hour < 12 ? 0 : 1];
      out.push(n === 1 ? designator.slice(0, 1) : designator);
      return;
    }
    case "z":
      out.push(offsetText(m.offset, n));
      return;
    case "K":
      if (m.isOffsetType || m.kind === "Local") out.push(offsetText(m.offset, 3).repeat(n));
      else if (m.kind === "Utc") out.push("Z".repeat(n));
      return;
    case "g":
      out.push(culture.era);
      return;
  }
}

/** `+2`, `+02`, `+02:00`. */
export function offsetText(offset: bigint, n: number): string {
  const minutes = Number((offset < 0n ? -offset : offset) / ticksPerMinute);
  const sign = offset < 0n ? "-" : "+";
  const hours = Math.floor(minutes / 60);
  if (n === 1) return sign + hours;
  return n === 2 ? sign + pad(hours, 2) : `${sign}${pad(hours, 2)}:${pad(minutes % 60, 2)}`;
}
