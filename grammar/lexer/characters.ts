/**
 * Classes of characters (UTF-16 units). What a character begins or ends depends on these alone;
 * everything pasted from web pages and word processors (curly quotes, long dashes, hard blanks) counts as its plain twin.
 */

const Blank = 1;
const LineEnd = 2;
/** Ends a word of a command: blanks, line ends and `& ( ) , ; { } |`. */
const EndsWord = 4;
const Letter = 8;
const Digit = 16;
const SingleQuote = 32;
const DoubleQuote = 64;
const Dash = 128;

const classes = new Uint8Array(0x100);
const mark = (characters: string, bits: number): void => {
  for (const character of characters) classes[character.charCodeAt(0)] = (classes[character.charCodeAt(0)] ?? 0) | bits;
};
mark(" \t\v\f\u00a0\u0085", Blank | EndsWord);
mark("\r\n", LineEnd | EndsWord);
mark("&(),;{}|", EndsWord);
mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", Letter);
mark("0123456789", Digit);
mark("'", SingleQuote);
mark('"', DoubleQuote);
mark("-", Dash);

const unicodeLetter = /^\p{L}$/u;
const unicodeDigit = /^\p{Nd}$/u;
const unicodeBlank = /^\p{Zs}$/u;

/** The class bits of a unit beyond Latin-1 and of the few letters in its upper half. */
const rareClass = (unit: number): number => {
  if (unit >= 0x2013 && unit <= 0x2015) return Dash;
  if (unit >= 0x2018 && unit <= 0x201b) return SingleQuote;
  if (unit >= 0x201c && unit <= 0x201e) return DoubleQuote;
  if (unit < 0x100 && classes[unit] !== 0) return classes[unit] ?? 0;
  const character = String.fromCharCode(unit);
  if (unicodeLetter.test(character)) return Letter;
  if (unicodeDigit.test(character)) return Digit;
  if (unicodeBlank.test(character)) return Blank | EndsWord;
  return 0;
};

/** Stands for a unit behind the end of the text. It begins and continues nothing, and ends a word. */
export const endOfText = -1;

const classOf = (unit: number): number => {
  if (unit >= 0x80) return rareClass(unit);
  return unit === endOfText ? 0 : (classes[unit] ?? 0);
};

export const isBlank = (unit: number): boolean => (classOf(unit) & Blank) !== 0;
export const isLineEnd = (unit: number): boolean => unit === 10 || unit === 13;
export const isDash = (unit: number): boolean => unit === 45 || (unit >= 0x2013 && unit <= 0x2015);
export const isSingleQuote = (unit: number): boolean => unit === 39 || (unit >= 0x2018 && unit <= 0x201b);
export const isDoubleQuote = (unit: number): boolean => unit === 34 || (unit >= 0x201c && unit <= 0x201e);
export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
export const endsWord = (unit: number): boolean => unit === endOfText || (classOf(unit) & EndsWord) !== 0;
export const startsIdentifier = (unit: number): boolean => unit === 95 || (classOf(unit) & Letter) !== 0;
export const continuesIdentifier = (unit: number): boolean => unit === 95 || (classOf(unit) & (Letter | Digit)) !== 0;
/** First character of a variable's name beside `{`, `(`: letters, digits and `_ ? ^ $ :`. */
export const startsVariable = (unit: number): boolean =>
  unit === 95 || unit === 63 || unit === 94 || unit === 36 || unit === 58 || (classOf(unit) & (Letter | Digit)) !== 0;
/** Further characters of a variable's name: letters, digits, `_` and `?`. */
export const continuesVariable = (unit: number): boolean =>
  unit === 95 || unit === 63 || (classOf(unit) & (Letter | Digit)) !== 0;
/** A quote of either kind. */
export const isQuote = (unit: number): boolean => isSingleQuote(unit) || isDoubleQuote(unit);
