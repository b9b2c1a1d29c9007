import {
  AssignmentOperator,
  AtCurly,
  AtParen,
  BinaryOperator,
  Colon,
  ColonColon,
  DollarParen,
  Dot,
  IncrementOperator,
  LBracket,
  NumberLiteral,
  Parameter,
  QuestionMark,
  RBracket,
  UnaryOperator,
  UnaryOrBinaryOperator,
  Unknown,
} from "../tokens.js";
import { endsWord, isDash, isDigit, isQuote, startsIdentifier } from "./characters.js";
import type { Lexer } from "./lexer.js";
import type { Scanner } from "./mode.js";
import { scanNumber } from "./numbers.js";
import { type OperatorInfo, signOperators, wordOperators } from "./operators.js";
import { hereStringToken } from "./strings.js";
import type { Token } from "./token.js";
import { scanVariable, variableToken } from "./variables.js";
import { genericWord, redirectionToken, refusedNumber, withText } from "./words.js";

/** A variable or `$(`. */
export const dollarInExpression: Scanner = (lexer, start) => {
  if (lexer.unit(start + 1) === 40) return lexer.token(DollarParen, start, start + 2);
  const found = scanVariable(lexer, start, false);
  return found === undefined ? genericWord(lexer, start) : variableToken(lexer, start, found);
};

/** `@(`, `@{`, a here-string or a splatted variable; alone it is unknown everywhere. */
export const atSign: Scanner = (lexer, start) => {
  const next = lexer.unit(start + 1);
  if (next === 40) return lexer.token(AtParen, start, start + 2);
  if (next === 123) return lexer.token(AtCurly, start, start + 2);
  if (isQuote(next)) return hereStringToken(lexer, start);
  const found = scanVariable(lexer, start, false);
  if (found !== undefined) return variableToken(lexer, start, found);
  lexer.report("UnrecognizedToken", start, start + 1);
  return lexer.token(Unknown, start, start + 1);
};

/** What may stand directly behind a number in an expression, beside what ends a word. */
const endsNumber = (lexer: Lexer, end: number): boolean => {
  const unit = lexer.unit(end);
  if (endsWord(unit)) return true;
  switch (unit) {
    case 33: // !
    case 35: // #
    case 37: // %
    case 42: // *
    case 43: // +
    case 46: // .
    case 47: // /
    case 60: // <
    case 61: // =
    case 62: // >
    case 93: // ]
      return true;
    case 58: // :
    case 63: // ?
      return lexer.ternaryDepth > 0;
    default:
      return isDash(unit);
  }
};

/** A number, or a word that begins like one. */
export const numberInExpression: Scanner = (lexer, start) => {
  if (isMerging(lexer, start)) return redirectionToken(lexer, start);
  const number = scanNumber(lexer.text, start, lexer.edition);
  if (number === undefined || number.end > lexer.limit || !endsNumber(lexer, number.end)) {
    return genericWord(lexer, start);
  }
  const token = lexer.token(NumberLiteral, start, number.end);
  token.number = number.value ?? refusedNumber(lexer, start, number.end);
  return token;
};

/** `2>&1`: a redirection wherever it stands. */
const isMerging = (lexer: Lexer, start: number): boolean => {
  const stream = lexer.unit(start);
  const last = lexer.edition.streamRedirections ? 54 : 50;
  if (lexer.unit(start + 1) !== 62 || lexer.unit(start + 2) !== 38 || stream < 49 || stream > last) return false;
  const target = lexer.unit(start + 3);
  return target === 49 || target === 50;
};

/** Is a digit, or a point and a digit, at this offset? */
export const startsNumber = (lexer: Lexer, offset: number): boolean => {
  const unit = lexer.unit(offset);
  return isDigit(unit) || (unit === 46 && isDigit(lexer.unit(offset + 1)));
};

/** `[`. */
export const bracket: Scanner = (lexer, start) => withText(lexer, LBracket, start, start + 1);
/** `]`. */
export const closingBracket: Scanner = (lexer, start) => withText(lexer, RBracket, start, start + 1);

/** A token that says which operator it is. */
export const operator = (
  lexer: Lexer,
  type: Token["tokenType"],
  start: number,
  end: number,
  info: OperatorInfo,
): Token => {
  const token = lexer.token(type, start, end);
  token.operator = info;
  return token;
};

/** A sign that assigns when `=` follows it. */
export const signOrAssignment = (sign: OperatorInfo, assigning: OperatorInfo): Scanner => {
  return (lexer, start) =>
    lexer.unit(start + 1) === 61
      ? operator(lexer, AssignmentOperator, start, start + 2, assigning)
      : operator(lexer, BinaryOperator, start, start + 1, sign);
};

const endOfLetters = (lexer: Lexer, start: number): number => {
  let end = start;
  for (;;) {
    const unit = lexer.unit(end) | 32;
    if (unit < 97 || unit > 122) return end;
    end++;
  }
};

/** `-eq`, `-not`; `undefined` when the letters behind the dash name no operator. */
export const wordOperator = (lexer: Lexer, start: number): Token | undefined => {
  const end = endOfLetters(lexer, start + 1);
  if (end === start + 1) return undefined;
  const word = lexer.text.slice(start + 1, end).toLowerCase();
  const info = wordOperators.get(word);
  if (info === undefined || lexer.edition.absentOperators.has(word)) return undefined;
  if (info.binary === undefined) return operator(lexer, UnaryOperator, start, end, info);
  return operator(lexer, info.unary === undefined ? BinaryOperator : UnaryOrBinaryOperator, start, end, info);
};

/** A dash and letters that are no operator. */
const unknownOperator = (lexer: Lexer, start: number): Token => {
  if (lexer.edition.unknownDash === "minus")
    return operator(lexer, UnaryOrBinaryOperator, start, start + 1, signOperators.minus);
  const end = endOfLetters(lexer, start + 1);
  const token = lexer.token(Parameter, start, end);
  token.text = lexer.text.slice(start + 1, end);
  return token;
};

/** `-`, `--`, `-=`, or an operator that is a word. */
export const dashInExpression: Scanner = (lexer, start) => {
  const next = lexer.unit(start + 1);
  if (isDash(next)) return operator(lexer, IncrementOperator, start, start + 2, signOperators.minusMinus);
  if (next === 61) return operator(lexer, AssignmentOperator, start, start + 2, signOperators.minusEquals);
  if (endOfLetters(lexer, start + 1) > start + 1) return wordOperator(lexer, start) ?? unknownOperator(lexer, start);
  return operator(lexer, UnaryOrBinaryOperator, start, start + 1, signOperators.minus);
};

/** Before an operand a sign belongs to the number behind it. */
export const dashBeforeOperand: Scanner = (lexer, start) =>
  startsNumber(lexer, start + 1) ? numberInExpression(lexer, start) : dashInExpression(lexer, start);

/** `+`, `++`, `+=`. */
export const plusInExpression: Scanner = (lexer, start) => {
  const next = lexer.unit(start + 1);
  if (next === 43) return operator(lexer, IncrementOperator, start, start + 2, signOperators.plusPlus);
  if (next === 61) return operator(lexer, AssignmentOperator, start, start + 2, signOperators.plusEquals);
  return operator(lexer, UnaryOrBinaryOperator, start, start + 1, signOperators.plus);
};

/** Before an operand a sign belongs to the number behind it. */
export const plusBeforeOperand: Scanner = (lexer, start) =>
  startsNumber(lexer, start + 1) ? numberInExpression(lexer, start) : plusInExpression(lexer, start);

/** `!`; before letters it begins a word. */
export const exclaim: Scanner = (lexer, start) =>
  startsIdentifier(lexer.unit(start + 1)) || startsDigitWord(lexer, start + 1)
    ? genericWord(lexer, start)
    : operator(lexer, UnaryOperator, start, start + 1, signOperators.exclaim);

/** A word that begins with digits but is no number: `5x`. */
const startsDigitWord = (lexer: Lexer, start: number): boolean => {
  if (!isDigit(lexer.unit(start))) return false;
  const number = scanNumber(lexer.text, start, lexer.edition);
  return number === undefined || !endsNumber(lexer, number.end);
};

/** `.`, `..`, or a number that begins with a point. */
export const dotInExpression: Scanner = (lexer, start) => {
  if (lexer.unit(start + 1) === 46) return operator(lexer, BinaryOperator, start, start + 2, signOperators.range);
  return isDigit(lexer.unit(start + 1)) ? numberInExpression(lexer, start) : lexer.token(Dot, start, start + 1);
};

/** `?`, `??`, `??=`, as far as the edition knows them. */
export const questionInExpression: Scanner = (lexer, start) => {
  if (lexer.unit(start + 1) === 63 && lexer.edition.nullCoalescing) {
    return lexer.unit(start + 2) === 61
      ? operator(lexer, AssignmentOperator, start, start + 3, signOperators.coalesceEquals)
      : operator(lexer, BinaryOperator, start, start + 2, signOperators.coalesce);
  }
  return lexer.edition.ternary ? lexer.token(QuestionMark, start, start + 1) : genericWord(lexer, start);
};

/** `:` or `::`. */
export const colonInExpression: Scanner = (lexer, start) =>
  lexer.unit(start + 1) === 58 ? lexer.token(ColonColon, start, start + 2) : lexer.token(Colon, start, start + 1);
