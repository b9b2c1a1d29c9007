import { TimeSpan, ticksPerDay, ticksPerHour, ticksPerMinute, ticksPerSecond } from "./date-time.js";
import { PowerShellError } from "./errors.js";
import { netError } from "./net-errors.js";
import { parseTimeSpan } from "./time-span-parsing.js";
import type { ValueContext } from "./value-context.js";

const noMatch = (): PowerShellError => netError("System.FormatException", "Input string was not in a correct format.");
const noSpecifier = (format: string): PowerShellError =>
  netError("System.FormatException", `Format specifier '${format}' was invalid.`);

/** TimeSpanStyles.AssumeNegative. */
const assumeNegative = 1;

/** By letter: the most digits that a field has, and the most of its value. */
const fields: ReadonlyMap<string, readonly [digits: number, most: number]> = new Map([
  ["d", [8, 10_675_199]],
  ["h", [2, 23]],
  ["m", [2, 59]],
  ["s", [2, 59]],
]);

function outOfRange(text: string): PowerShellError {
  const reason =
    "could not be parsed because at least one of the numeric components is out of range or contains too many digits.";
  return netError("System.OverflowException", `The TimeSpan string '${text}' ${reason}`);
}

/** The literal text that stands at a place of a picture, and where the picture goes on; `null` for a field. */
function literalAt(picture: string, i: number): readonly [text: string, next: number] | null {
  const c = picture[i] as string;
  if (c === "\\") {
    if (i + 1 >= picture.length) throw noMatch();
    return [picture[i + 1] as string, i + 2];
  }
  if (c !== "'" && c !== '"') return null;
  const end = picture.indexOf(c, i + 1);
  if (end < 0) throw noMatch();
  return [picture.slice(i + 1, end), end + 1];
}

/** The ticks that a text shows by a picture of letters. Throws FormatException, OverflowException. */
function byPicture(text: string, picture: string): bigint {
  const values = new Map<string, number>();
  let at = 0;
  const digits = (least: number, most: number): string => {
    let end = at;
    while (end < text.length && end - at < most && /\d/.test(text[end] as string)) end++;
    if (end - at < least) throw noMatch();
    const read = text.slice(at, end);
    at = end;
    return read;
  };
  for (let i = 0; i < picture.length; ) {
    const literal = literalAt(picture, i);
    if (literal !== null) {
      if (!text.startsWith(literal[0], at)) throw noMatch();
      at += literal[0].length;
      i = literal[1];
      continue;
    }
    const c = picture[i] as string;
    if (c === "%") {
      if (i + 1 >= picture.length || picture[i + 1] === "%") throw noMatch();
      i++;
      continue;
    }
    let n = 1;
    while (picture[i + n] === c) n++;
    i += n;
    const key = c === "F" ? "f" : c;
    if (values.has(key)) throw noMatch();
    if (key === "f") {
      if (n > 7) throw noMatch();
      values.set(key, Number(digits(c === "f" ? n : 0, n).padEnd(7, "0")));
      continue;
    }
    const field = fields.get(c);
    if (field === undefined || n > field[0]) throw noMatch();
    const value = Number(digits(n, n === 1 ? field[0] : c === "d" ? field[0] : n));
    if (value > field[1]) throw outOfRange(text);
    values.set(key, value);
  }
  if (at !== text.length) throw noMatch();
  const of = (letter: string): bigint => BigInt(values.get(letter) ?? 0);
  const whole = of("d") * ticksPerDay + of("h") * ticksPerHour + of("m") * ticksPerMinute;
  return whole + of("s") * ticksPerSecond + of("f");
}

/** One of the standard formats: `c` is the invariant one, `g` and `G` have the culture's decimal separator. */
function byLetter(context: ValueContext, text: string, letter: string, decimalSeparator: string): bigint {
  switch (letter) {
    case "c":
    case "t":
    case "T":
      return parseTimeSpan(context, text).ticks;
    case "g":
    case "G": {
      const fraction = decimalSeparator.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const number = letter === "g" ? `(?:${fraction}\\d{1,7})?` : `${fraction}\\d{7}`;
      const days = letter === "g" ? "(?:\\d+:)?" : "\\d+:";
      const isWhole = letter === "g" && /^-?\d+$/.test(text.trim());
      const shape = new RegExp(`^-?${days}\\d+:\\d+(?::\\d+${number})?$`);
      if (!isWhole && !shape.test(text.trim())) throw parseFailure(text);
      return parseTimeSpan(context, text, decimalSeparator).ticks;
    }
    default:
      throw noSpecifier(letter);
  }
}

function parseFailure(text: string): PowerShellError {
  return netError("System.FormatException", `String '${text}' was not recognized as a valid TimeSpan.`);
}

/**
 * TimeSpan.ParseExact by the first of the formats that fits: `c`, `g`, `G` or pictures of `d`, `h`, `m`, `s`, `f`, `F`.
 * @param style bits of TimeSpanStyles
 */
export function parseTimeSpanExact(
  context: ValueContext,
  text: string,
  formats: readonly string[],
  decimalSeparator: string,
  style = 0,
): TimeSpan {
  let failure: PowerShellError | null = null;
  for (const format of formats) {
    try {
      if (format.length <= 1) return new TimeSpan(byLetter(context, text, format, decimalSeparator));
      const ticks = byPicture(text, format);
      return new TimeSpan((style & assumeNegative) !== 0 ? -ticks : ticks);
    } catch (error) {
      if (!(error instanceof PowerShellError)) throw error;
      failure = error;
    }
  }
  if (failure === null || formats.length > 1) throw parseFailure(text);
  throw failure;
}
