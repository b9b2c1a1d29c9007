import {
  EndOfParameters,
  Generic,
  Identifier,
  keywords,
  Label,
  NumberLiteral,
  Parameter,
  RedirectInStd,
  Redirection,
  VerbatimArgument,
  VerbatimMark,
} from "../tokens.js";
import {
  continuesIdentifier,
  endOfText,
  endsWord,
  isBlank,
  isDash,
  isDigit,
  isDoubleQuote,
  isLineEnd,
  isQuote,
  isSingleQuote,
  startsIdentifier,
} from "./characters.js";
import { scanEscape } from "./escapes.js";
import type { Lexer } from "./lexer.js";
import { scanNumber } from "./numbers.js";
import { StringBuilder, scanDollar, scanDoubleQuoted, scanSingleQuoted } from "./strings.js";
import type { Token } from "./token.js";

const backtick = 96;
const dollar = 36;
const colon = 58;
const percent = 37;
const greater = 62;
const pipe = 124;
const ampersand = 38;

/** A bare word from `start` to the next character that ends one; quotes, escapes and `$…` in it are resolved. */
export const genericWord = (lexer: Lexer, start: number): Token => {
  let position = start;
  for (;;) {
    const unit = lexer.unit(position);
    if (unit === dollar || unit === backtick || isQuote(unit)) return composedWord(lexer, start);
    if (endsWord(unit)) break;
    position++;
  }
  const token = lexer.token(Generic, start, position);
  token.text = lexer.text.slice(start, position);
  return token;
};

/** A word that holds quotes, escapes, variables or subexpressions. */
const composedWord = (lexer: Lexer, start: number): Token => {
  const builder = new StringBuilder();
  let from = start;
  let position = start;
  for (;;) {
    const unit = lexer.unit(position);
    const next = endsWord(unit) ? position : scanSpecial(lexer, unit, position, from, builder);
    if (next === undefined) {
      position++;
      continue;
    }
    if (next === position) break;
    position = next;
    from = next;
  }
  builder.append(lexer.text.slice(from, position));
  return builder.finish(lexer.token(Generic, start, position));
};

/** Appends what stands before a quote, escape or `$` and then itself; `undefined` when the unit is none of these. */
const scanSpecial = (
  lexer: Lexer,
  unit: number,
  position: number,
  from: number,
  builder: StringBuilder,
): number | undefined => {
  if (unit !== dollar && unit !== backtick && !isQuote(unit)) return undefined;
  if (unit === backtick && position + 1 >= lexer.limit) return undefined;
  builder.append(lexer.text.slice(from, position));
  if (unit === dollar) return scanDollar(lexer, position, false, builder);
  if (isSingleQuote(unit)) return scanSingleQuoted(lexer, position, builder);
  if (isDoubleQuote(unit)) return scanDoubleQuoted(lexer, position, builder);
  const sequence = scanEscape(lexer, position);
  builder.append(sequence.text);
  return sequence.end;
};

const endOfIdentifier = (lexer: Lexer, start: number): number => {
  let end = start + 1;
  while (continuesIdentifier(lexer.unit(end))) end++;
  return end;
};

/** A name, or a longer word that begins like one. */
export const wordToken = (lexer: Lexer, start: number): Token => {
  const end = endOfIdentifier(lexer, start);
  if (!endsWord(lexer.unit(end))) return genericWord(lexer, start);
  return nameToken(lexer, start, end);
};

const nameToken = (lexer: Lexer, start: number, end: number): Token => {
  const token = lexer.token(Identifier, start, end);
  token.text = lexer.text.slice(start, end);
  return token;
};

/** The longest keyword is `configuration`; longer words need not be looked up. */
const longestKeyword = 13;

/** The first word of a statement: a keyword, or the name of a command. */
export const statementWordToken = (lexer: Lexer, start: number): Token => {
  const end = endOfIdentifier(lexer, start);
  if (!endsWord(lexer.unit(end))) return genericWord(lexer, start);
  const token = nameToken(lexer, start, end);
  if (end - start > longestKeyword) return token;
  const keyword = keywords.get(token.text.toLowerCase());
  if (keyword === undefined || lexer.edition.absentKeywords.has(keyword.name)) return token;
  const result = lexer.token(keyword, start, end);
  result.text = token.text;
  return result;
};

/** A name alone: of a member, a key of a hashtable. */
export const simpleNameToken = (lexer: Lexer, start: number): Token =>
  nameToken(lexer, start, endOfIdentifier(lexer, start));

/** Ends a parameter's name. */
const endsParameter = (unit: number): boolean => endsWord(unit) || unit === 46 || unit === 91 || unit === colon;

/** `-Name`, `-Name:`; a quote in it makes it a word. Offset of the dash at `start`. */
export const parameterToken = (lexer: Lexer, start: number): Token => {
  let end = start + 1;
  for (;;) {
    const unit = lexer.unit(end);
    if (isQuote(unit)) return genericWord(lexer, start);
    if (endsParameter(unit)) break;
    end++;
  }
  const withColon = lexer.unit(end) === colon;
  const token = lexer.token(Parameter, start, withColon ? end + 1 : end);
  token.text = lexer.text.slice(start + 1, end);
  return token;
};

/** `:name` before a loop. */
export const labelToken = (lexer: Lexer, start: number): Token => {
  if (!startsIdentifier(lexer.unit(start + 1))) return genericWord(lexer, start);
  const end = endOfIdentifier(lexer, start + 1);
  if (!endsWord(lexer.unit(end))) return genericWord(lexer, start);
  const token = lexer.token(Label, start, end);
  token.text = lexer.text.slice(start + 1, end);
  return token;
};

/** An argument that begins with a dash. */
export const dashArgumentToken = (lexer: Lexer, start: number): Token => {
  const next = lexer.unit(start + 1);
  if (startsIdentifier(next) || next === 63) return parameterToken(lexer, start);
  if (!isDash(next)) return genericWord(lexer, start);
  if (lexer.unit(start + 2) === percent && endsWord(lexer.unit(start + 3))) return verbatimMark(lexer, start);
  if (!endsWord(lexer.unit(start + 2))) return genericWord(lexer, start);
  const token = lexer.token(EndOfParameters, start, start + 2);
  token.text = "-";
  return token;
};

/** `--%`: what follows it is read as it stands. */
const verbatimMark = (lexer: Lexer, start: number): Token => {
  const token = lexer.token(VerbatimMark, start, start + 3);
  token.text = lexer.text.slice(start, start + 3);
  return token;
};

/** The rest of the line behind `--%`, up to a pipe, `&&` or `||` outside of quotes; `undefined` when there is none. */
export const verbatimArgumentToken = (lexer: Lexer, from: number): Token | undefined => {
  let start = from;
  while (isBlank(lexer.unit(start))) start++;
  let quoted = false;
  let end = start;
  for (; ; end++) {
    const unit = lexer.unit(end);
    if (unit === endOfText || isLineEnd(unit)) break;
    if (isDoubleQuote(unit)) quoted = !quoted;
    else if (!quoted && unit === pipe) break;
    else if (!quoted && unit === ampersand && lexer.unit(end + 1) === ampersand) break;
  }
  if (end === start) return undefined;
  const token = lexer.token(VerbatimArgument, start, end);
  token.text = lexer.text.slice(start, end);
  return token;
};

/** A number as an argument; what is not a number alone is a word. */
export const numberArgumentToken = (lexer: Lexer, start: number): Token => {
  const unit = lexer.unit(start);
  if (isDigit(unit) && unit >= 49 && unit <= 54 && lexer.unit(start + 1) === greater) {
    if (unit <= 50 || lexer.edition.streamRedirections) return redirectionToken(lexer, start);
    // Other streams than output and error have no number: it is an argument before a redirection of the output.
    const token = lexer.token(NumberLiteral, start, start + 1);
    token.number = { numberKind: "Int32", value: unit - 48 };
    return token;
  }
  const number = scanNumber(lexer.text, start, lexer.edition);
  if (number === undefined || number.end > lexer.limit || !endsWord(lexer.unit(number.end))) {
    return genericWord(lexer, start);
  }
  const token = lexer.token(NumberLiteral, start, number.end);
  token.number = number.value ?? refusedNumber(lexer, start, number.end);
  return token;
};

/** A number that no type holds. */
export const refusedNumber = (lexer: Lexer, start: number, end: number): Token["number"] => {
  const from = lexer.edition.badNumberPlace === "number" ? start : end;
  lexer.report("BadNumericConstant", from, end, lexer.text.slice(start, end));
  return { numberKind: "Int32", value: 0 };
};

/** `>`, `>>`, `2>`, `*>>`, `2>&1`; the sign or the stream before it stands at `start`. */
export const redirectionToken = (lexer: Lexer, start: number): Token => {
  const sign = lexer.unit(start) === greater ? start : start + 1;
  let end = sign + 1;
  if (lexer.unit(end) === greater) end++;
  else if (sign > start && lexer.unit(end) === ampersand) {
    const target = lexer.unit(end + 1);
    if (target === 49 || target === 50) end += 2;
  }
  const token = lexer.token(Redirection, start, end);
  token.text = lexer.text.slice(start, end);
  return token;
};

/** `<`. */
export const inputRedirectionToken = (lexer: Lexer, start: number): Token => {
  const token = lexer.token(RedirectInStd, start, start + 1);
  token.text = "<";
  return token;
};

/** A token that keeps what it was read from. */
export const withText = (lexer: Lexer, type: Token["tokenType"], start: number, end: number): Token => {
  const token = lexer.token(type, start, end);
  token.text = lexer.text.slice(start, end);
  return token;
};
