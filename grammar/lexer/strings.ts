import { HereStringExpandable, HereStringLiteral, StringExpandable, StringLiteral } from "../tokens.js";
import { endOfText, isBlank, isDoubleQuote, isLineEnd, isSingleQuote } from "./characters.js";
import { scanEscape } from "./escapes.js";
import type { Lexer } from "./lexer.js";
import type { NestedPiece, Token } from "./token.js";
import { scanVariable } from "./variables.js";

const dollar = 36;
const openParen = 40;
const closeParen = 41;
const at = 64;
const backtick = 96;

/** Collects the pieces of a string: literal text, and what is to be computed. */
export class StringBuilder {
  /** Everything, `$…` as written: what the real parser calls the value. */
  value = "";
  private readonly pieces: (string | NestedPiece)[] = [];
  private literal = "";

  append(text: string): void {
    this.value += text;
    this.literal += text;
  }

  appendNested(piece: NestedPiece, text: string): void {
    this.value += text;
    if (this.literal !== "") this.pieces.push(this.literal);
    this.literal = "";
    this.pieces.push(piece);
  }

  /** Hands over what was collected; pieces only when there is something to compute. */
  finish(token: Token): Token {
    token.text = this.value;
    if (this.pieces.length > 0) {
      if (this.literal !== "") this.pieces.push(this.literal);
      token.pieces = this.pieces;
    }
    return token;
  }
}

/** `'…'` at `start`: appends the text, returns the end. */
export const scanSingleQuoted = (lexer: Lexer, start: number, into: StringBuilder): number => {
  let from = start + 1;
  for (let position = from; ; position++) {
    const unit = lexer.unit(position);
    if (isSingleQuote(unit)) {
      into.append(lexer.text.slice(from, position));
      if (!isSingleQuote(lexer.unit(position + 1))) return position + 1;
      position++;
      from = position;
    } else if (unit === endOfText) {
      into.append(lexer.text.slice(from, position));
      lexer.reportIncomplete("TerminatorExpectedAtEndOfString", start, lexer.limit, "'");
      return lexer.limit;
    }
  }
};

/** `"…"` at `start`: appends the text and what is nested in it, returns the end. */
export const scanDoubleQuoted = (lexer: Lexer, start: number, into: StringBuilder): number => {
  let from = start + 1;
  let position = from;
  for (;;) {
    const unit = lexer.unit(position);
    if (isDoubleQuote(unit)) {
      into.append(lexer.text.slice(from, position));
      if (!isDoubleQuote(lexer.unit(position + 1))) return position + 1;
      from = position + 1;
      position += 2;
    } else if (unit === dollar || (unit === backtick && position + 1 < lexer.limit)) {
      into.append(lexer.text.slice(from, position));
      position = unit === dollar ? scanDollar(lexer, position, true, into) : scanBacktick(lexer, position, into);
      from = position;
    } else if (unit === endOfText) {
      into.append(lexer.text.slice(from, position));
      lexer.reportIncomplete("TerminatorExpectedAtEndOfString", start, lexer.limit, '"');
      return lexer.limit;
    } else position++;
  }
};

/** An escape in a string: appends what it stands for, returns the end. */
const scanBacktick = (lexer: Lexer, start: number, into: StringBuilder): number => {
  const sequence = scanEscape(lexer, start);
  into.append(sequence.text);
  return sequence.end;
};

/**
 * `$` in a string or a word: appends the variable, the subexpression, or the `$` itself, returns the end.
 * `quoted`: inside of `"…"`, whose quotes are doubled or escaped in what is nested.
 */
export const scanDollar = (lexer: Lexer, start: number, quoted: boolean, into: StringBuilder): number => {
  if (lexer.unit(start + 1) === openParen) {
    const piece = scanSubexpression(lexer, start, quoted);
    into.appendNested(piece, lexer.text.slice(start, piece.end));
    return piece.end;
  }
  const found = scanVariable(lexer, start, quoted);
  if (found === undefined) {
    into.append("$");
    return start + 1;
  }
  const piece = { start, end: found.end, variable: found.path, escapes: [] };
  into.appendNested(piece, lexer.text.slice(start, found.end));
  return found.end;
};

/**
 * `$( … )` in a string or a word: only its parentheses are counted, as the real parser does, so that a parenthesis in
 * quotes counts too. The code in it is parsed when the string is.
 */
const scanSubexpression = (lexer: Lexer, start: number, quoted: boolean): NestedPiece => {
  const known = lexer.endOfSubexpression(start);
  if (known !== undefined) return subexpressionPiece(lexer, start, known, []);
  const escapes: number[] = [];
  const inner = new SubexpressionsWithin();
  let position = start + 2;
  for (; inner.depth > 0; position++) {
    const unit = lexer.unit(position);
    if (unit === openParen) inner.open(lexer.unit(position - 1) === dollar ? position - 1 : undefined);
    else if (unit === closeParen) inner.close(position + 1);
    else if (unit === endOfText) break;
    else if (quoted && (unit === backtick || isDoubleQuote(unit)) && isDoubleQuote(lexer.unit(position + 1))) {
      escapes.push(position);
      position++;
    }
  }
  // With escapes the code is read as another text, and without the quotes around it escapes were not looked for.
  if (quoted && escapes.length === 0) inner.keep(lexer);
  return subexpressionPiece(lexer, start, inner.depth > 0 ? Number.POSITIVE_INFINITY : position, escapes);
};

const subexpressionPiece = (lexer: Lexer, start: number, end: number, escapes: readonly number[]): NestedPiece => {
  if (end <= lexer.limit) return { start, end, variable: undefined, escapes };
  lexer.reportIncomplete("IncompleteDollarSubexpressionReference", start, lexer.limit);
  return { start, end: lexer.limit, variable: undefined, escapes };
};

/** Counts the parentheses behind a `$(`, and notes where the `$(` among them end. */
class SubexpressionsWithin {
  depth = 1;
  private readonly openAt: (number | undefined)[] = [];
  private readonly ends: [start: number, end: number][] = [];

  /** `start` is the offset of a `$` before the parenthesis. */
  open(start: number | undefined): void {
    this.depth++;
    this.openAt.push(start);
  }

  close(end: number): void {
    this.depth--;
    const start = this.openAt.pop();
    if (start !== undefined) this.ends.push([start, end]);
  }

  keep(lexer: Lexer): void {
    for (const [start, end] of this.ends) lexer.keepEndOfSubexpression(start, end);
    if (this.depth === 0 || lexer.limit < lexer.text.length) return;
    for (const start of this.openAt)
      if (start !== undefined) lexer.keepEndOfSubexpression(start, Number.POSITIVE_INFINITY);
  }
}

/** A token for `'…'`. */
export const singleQuotedToken = (lexer: Lexer, start: number): Token => {
  const builder = new StringBuilder();
  const end = scanSingleQuoted(lexer, start, builder);
  return builder.finish(lexer.token(StringLiteral, start, end));
};

/** A token for `"…"`. */
export const doubleQuotedToken = (lexer: Lexer, start: number): Token => {
  const builder = new StringBuilder();
  const end = scanDoubleQuoted(lexer, start, builder);
  return builder.finish(lexer.token(StringExpandable, start, end));
};

/** A token for `@' … '@` or `@" … "@`; the quote stands at `start + 1`. */
export const hereStringToken = (lexer: Lexer, start: number): Token => {
  const expandable = isDoubleQuote(lexer.unit(start + 1));
  const type = expandable ? HereStringExpandable : HereStringLiteral;
  let header = start + 2;
  while (isBlank(lexer.unit(header))) header++;
  if (lexer.unit(header) !== endOfText && !isLineEnd(lexer.unit(header))) {
    let end = header;
    while (end < lexer.limit && !isLineEnd(lexer.unit(end))) end++;
    lexer.report("UnexpectedCharactersAfterHereStringHeader", header, header + 1);
    return lexer.token(type, start, end);
  }
  const builder = new StringBuilder();
  const end = scanHereStringLines(lexer, start, skipLineEnd(lexer, header), expandable, builder);
  return builder.finish(lexer.token(type, start, end));
};

const skipLineEnd = (lexer: Lexer, position: number): number =>
  position + (lexer.unit(position) === 13 && lexer.unit(position + 1) === 10 ? 2 : 1);

/** Is a footer's quote, followed by `@`, at this offset? */
const isFooter = (lexer: Lexer, position: number, expandable: boolean): boolean => {
  const unit = lexer.unit(position);
  return (expandable ? isDoubleQuote(unit) : isSingleQuote(unit)) && lexer.unit(position + 1) === at;
};

/**
 * The lines of a here-string: appends them, returns the end. The line end before the footer does not belong to the
 * text. A footer behind blanks does not end the string; when no other does, it is an error of its own.
 */
const scanHereStringLines = (
  lexer: Lexer,
  start: number,
  content: number,
  expandable: boolean,
  into: StringBuilder,
): number => {
  if (isFooter(lexer, content, expandable)) return content + 2;
  let indentedFooter = indentedFooterAt(lexer, content, expandable);
  let from = content;
  let position = content;
  for (;;) {
    const unit = lexer.unit(position);
    if (isLineEnd(unit)) {
      const next = skipLineEnd(lexer, position);
      if (isFooter(lexer, next, expandable)) {
        into.append(lexer.text.slice(from, position));
        return next + 2;
      }
      indentedFooter ??= indentedFooterAt(lexer, next, expandable);
      position = next;
    } else if (expandable && (unit === dollar || (unit === backtick && position + 1 < lexer.limit))) {
      into.append(lexer.text.slice(from, position));
      position = unit === dollar ? scanDollar(lexer, position, false, into) : scanBacktick(lexer, position, into);
      from = position;
    } else if (unit === endOfText) {
      into.append(lexer.text.slice(from, position));
      return endUnfinishedHereString(lexer, start, expandable, indentedFooter);
    } else position++;
  }
};

/** The offset of a footer that only blanks keep from the beginning of the line at `lineStart`. */
const indentedFooterAt = (lexer: Lexer, lineStart: number, expandable: boolean): number | undefined => {
  let position = lineStart;
  while (isBlank(lexer.unit(position))) position++;
  return position > lineStart && isFooter(lexer, position, expandable) ? position : undefined;
};

const endUnfinishedHereString = (
  lexer: Lexer,
  start: number,
  expandable: boolean,
  indentedFooter: number | undefined,
): number => {
  if (indentedFooter !== undefined) {
    lexer.reportIncomplete("WhitespaceBeforeHereStringFooter", indentedFooter, lexer.limit);
    return lexer.limit;
  }
  lexer.reportIncomplete("TerminatorExpectedAtEndOfString", start, lexer.limit, expandable ? '"@' : "'@");
  return lexer.limit;
};
