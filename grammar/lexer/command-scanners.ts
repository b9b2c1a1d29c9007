import { DollarParen, Dot, Generic, Unknown } from "../tokens.js";
import { endsWord, isDigit, isQuote, startsIdentifier } from "./characters.js";
import { atSign, dashBeforeOperand, wordOperator } from "./expression-scanners.js";
import type { Lexer } from "./lexer.js";
import type { Scanner } from "./mode.js";
import { scanVariable, variableToken } from "./variables.js";
import { genericWord, numberArgumentToken, parameterToken, redirectionToken, withText } from "./words.js";

/** Is the point a word of its own? */
export const standsAlone = (lexer: Lexer, start: number): boolean => {
  const next = lexer.unit(start + 1);
  return endsWord(next) || isQuote(next) || next === 36;
};

/** `.` before a blank, a string or a variable runs it in the current scope. */
export const dotInCommand: Scanner = (lexer, start) => {
  if (isDigit(lexer.unit(start + 1))) return numberArgumentToken(lexer, start);
  return standsAlone(lexer, start) ? lexer.token(Dot, start, start + 1) : genericWord(lexer, start);
};

/** A variable, `$(`, or a word that begins with `$`. */
export const dollarInCommand: Scanner = (lexer, start) => {
  if (lexer.unit(start + 1) === 40) return lexer.token(DollarParen, start, start + 2);
  const found = scanVariable(lexer, start, false);
  return found === undefined || !endsVariableArgument(lexer.unit(found.end))
    ? genericWord(lexer, start)
    : variableToken(lexer, start, found);
};

/** An argument that begins with a variable goes on as an expression here; before other characters it is a word. */
const endsVariableArgument = (unit: number): boolean =>
  endsWord(unit) || unit === 46 || unit === 91 || unit === 61 || unit === 58;

/** `@(`, `@{`, a here-string, a splatted variable, or a word. */
export const atSignInCommand: Scanner = (lexer, start) => {
  const found = isQuote(lexer.unit(start + 1)) ? undefined : scanVariable(lexer, start, false);
  if (found !== undefined && !endsVariableArgument(lexer.unit(found.end))) return genericWord(lexer, start);
  const token = atSign(lexer, start);
  return token.tokenType === Unknown ? withText(lexer, Generic, start, start + 1) : token;
};

/** A redirection of all streams, or a word. */
export const starInCommand: Scanner = (lexer, start) =>
  lexer.unit(start + 1) === 62 && lexer.edition.streamRedirections
    ? redirectionToken(lexer, start)
    : genericWord(lexer, start);

/** Only operators that stand before an operand begin an expression; other words with a dash are names of commands. */
export const dashAtStatement: Scanner = (lexer, start) => {
  const next = lexer.unit(start + 1);
  if (next === 61) return genericWord(lexer, start);
  if (startsIdentifier(next) || next === 63) {
    const token = wordOperator(lexer, start);
    return token?.operator?.unary === undefined ? parameterToken(lexer, start) : token;
  }
  return dashBeforeOperand(lexer, start);
};

/**
 * The real parser reads the first word of a statement as a command's name before it knows better, and reports the
 * strings that are not closed in it.
 */
export const probed =
  (scanner: Scanner): Scanner =>
  (lexer, start) => {
    probeWord(lexer, start);
    return scanner(lexer, start);
  };

const probeWord = (lexer: Lexer, start: number): void => {
  let position = start + 1;
  if (lexer.unit(start) === 36) {
    const found = scanVariable(lexer, start, false);
    if (found === undefined || lexer.unit(position) === 40 || endsVariableArgument(lexer.unit(found.end))) return;
    position = found.end;
  }
  for (; !endsWord(lexer.unit(position)); position++) {
    const unit = lexer.unit(position);
    const opens = unit === 36 && (lexer.unit(position + 1) === 40 || lexer.unit(position + 1) === 123);
    if (opens || isQuote(unit)) {
      genericWord(lexer, start);
      return;
    }
  }
};
