import type { Lexer } from "./lexer.js";

const escapes: ReadonlyMap<number, string> = new Map([
  [48, "\0"], // 0
  [97, "\x07"], // a
  [98, "\b"], // b
  [101, "\x1b"], // e
  [102, "\f"], // f
  [110, "\n"], // n
  [114, "\r"], // r
  [116, "\t"], // t
  [118, "\v"], // v
]);

const letterE = 101;
const letterU = 117;
const openBrace = 123;
const closeBrace = 125;

/** What a backtick and the character behind it stand for, and where that ends. */
export interface Escape {
  readonly text: string;
  readonly end: number;
}

/** Reads the escape whose backtick stands at `start`; something must follow it. */
export const scanEscape = (lexer: Lexer, start: number): Escape => {
  const unit = lexer.unit(start + 1);
  if (unit === letterU && lexer.edition.escapeSequences) return scanUnicodeEscape(lexer, start);
  const known = unit === letterE && !lexer.edition.escapeSequences ? undefined : escapes.get(unit);
  if (known !== undefined) return { text: known, end: start + 2 };
  return { text: lexer.text.charAt(start + 1), end: start + 2 };
};

/** `` `u{1F600} ``: one to six hexadecimal digits. */
const scanUnicodeEscape = (lexer: Lexer, start: number): Escape => {
  let position = start + 2;
  if (lexer.unit(position) !== openBrace) {
    lexer.report("InvalidUnicodeEscapeSequence", start, position);
    return { text: "u", end: position };
  }
  position++;
  const digits = position;
  let count = 0;
  for (;;) {
    const unit = lexer.unit(position);
    if (unit === closeBrace) break;
    if (!/^[0-9a-f]$/i.test(lexer.text.charAt(position)) || position >= lexer.limit) {
      lexer.report(
        "InvalidUnicodeEscapeSequence",
        Math.min(position, lexer.limit),
        Math.min(position, lexer.limit) + 1,
      );
      return { text: "u", end: position };
    }
    if (count === 6) {
      lexer.report("TooManyDigitsInUnicodeEscapeSequence", position, position + 1);
      return { text: "u", end: position };
    }
    count++;
    position++;
  }
  if (count === 0) {
    lexer.report("InvalidUnicodeEscapeSequence", start, position + 1);
    return { text: "u", end: position + 1 };
  }
  const value = Number.parseInt(lexer.text.slice(digits, position), 16);
  if (value > 0x10ffff) {
    lexer.report("InvalidUnicodeEscapeSequenceValue", digits, position);
    return { text: "u", end: position + 1 };
  }
  return { text: String.fromCodePoint(value), end: position + 1 };
};
