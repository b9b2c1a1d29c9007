import { EOF } from "chevrotain";
import type { Diagnostics } from "../diagnostics.js";
import type { ParseErrorId } from "../parse-error.js";
import type { ParserEdition } from "../parser-edition.js";
import type { TokenRecord } from "../token-list/token-record.js";
import { NewLine } from "../tokens.js";
import { endOfText, isBlank, isLineEnd } from "./characters.js";
import type { LexicalMode } from "./mode.js";
import { Token } from "./token.js";

/** The part of a lexer's state that nested parsing saves and restores. */
export interface LexerRange {
  readonly position: number;
  readonly limit: number;
  readonly endOfInput: number;
}

/** The offset in a text of what stands at `offset` after the escapes before it were left out. */
export const placeBehind = (escapes: readonly number[], offset: number): number => {
  // How many escapes stand before it; where each one stood without those before it only grows.
  let low = 0;
  let high = escapes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((escapes[middle] ?? 0) - middle < offset) low = middle + 1;
    else high = middle;
  }
  return offset + low;
};

/**
 * Reads tokens, each in the mode that the grammar asks for. Positions are UTF-16 offsets into `text`.
 * Reading stops at `limit`, which is before the end of the text while a piece of a string is parsed.
 */
export class Lexer {
  position = 0;
  limit: number;
  /** Where errors at the end of the input are shown; one behind the piece when a piece of a string is read. */
  endOfInput: number;
  /** More than zero between `?` and `:`, where a number may be followed by a colon. */
  ternaryDepth = 0;
  /** How long the nested code of a string is that is being read. */
  nestedLength: number | undefined;
  /** Where the comments that begin with `#requires` stand. */
  requirements: number[] | undefined;
  /**
   * Where the `$(` that stand in another one end, when that is known: from the offset of the `$` to that behind the
   * closing parenthesis, infinite where none comes. Each is met again when the code around it is read.
   */
  private subexpressionEnds: Map<number, number> | undefined;
  private typesDefined: boolean | undefined;

  constructor(
    readonly text: string,
    readonly edition: ParserEdition,
    private readonly diagnostics: Diagnostics,
    /** Where an offset of `text` stands in the text that errors are shown in. */
    private readonly placeOf: (offset: number) => number = (offset) => offset,
    /** Where the tokens are noted that the parser takes, when somebody wants them. */
    readonly record: TokenRecord | undefined = undefined,
  ) {
    this.limit = text.length;
    this.endOfInput = text.length;
  }

  endOfSubexpression(start: number): number | undefined {
    return this.subexpressionEnds?.get(start);
  }
  keepEndOfSubexpression(start: number, end: number): void {
    this.subexpressionEnds ??= new Map();
    this.subexpressionEnds.set(start, end);
  }

  /** The unit at an offset, `endOfText` at the limit and behind it. */
  unit(offset: number): number {
    return offset < this.limit ? this.text.charCodeAt(offset) : endOfText;
  }

  /** The next token from `position` on; does not move. */
  read(mode: LexicalMode): Token {
    const start = this.skipBlanks(this.position);
    if (start >= this.limit) return new Token(EOF, this.endOfInput, this.endOfInput);
    return mode.scan(this, start);
  }

  /** The offset of the first unit that is neither blank, nor comment, nor a continued line's end. */
  skipBlanks(from: number): number {
    let position = from;
    for (;;) {
      const unit = this.unit(position);
      if (unit === 32 || unit === 9) position++;
      else if (unit === 35) position = this.skipLineComment(position);
      else if (unit === 60 && this.unit(position + 1) === 35) position = this.skipBlockComment(position);
      else if (unit === 96) {
        const next = this.skipBacktick(position);
        if (next === position) return position;
        position = next;
      } else if (unit === endOfText || (unit > 32 && unit < 127) || !isBlank(unit)) return position;
      else position++;
    }
  }

  /** A token from `start` to `end`. */
  token(type: Token["tokenType"], start: number, end: number): Token {
    return new Token(type, start, end);
  }

  /** The end of a line, `\r\n` as one. */
  newLine(start: number): Token {
    const length = this.unit(start) === 13 && this.unit(start + 1) === 10 ? 2 : 1;
    return new Token(NewLine, start, start + length);
  }

  /** Notes that a token was taken. */
  noteTaken(token: Token, mode: LexicalMode): void {
    this.record?.add(token, mode.name, this.placeOf);
  }

  /** The parser reads on from an offset: what was taken behind it is given back. */
  noteReturn(offset: number): void {
    this.record?.forgetFrom(this.placeOf(offset));
  }

  report(id: ParseErrorId, start: number, end: number, ...details: readonly string[]): void {
    this.add(id, start, end, false, details);
  }

  /** An error that more text could heal, when nothing but blanks and comments follows it, and no line end. */
  reportIncomplete(id: ParseErrorId, start: number, end: number, ...details: readonly string[]): void {
    this.add(id, start, end, this.isAtEnd(end), details);
  }

  /** In nested code the real parser compares an offset in the whole text with the length of that code alone. */
  private isAtEnd(offset: number): boolean {
    if (this.skipBlanks(offset) >= this.limit) return true;
    return this.nestedLength !== undefined && this.placeOf(offset) >= this.nestedLength;
  }

  private add(id: ParseErrorId, start: number, end: number, incomplete: boolean, details: readonly string[]): void {
    this.diagnostics.report(id, this.placeOf(start), this.placeOf(end), incomplete, details);
  }

  /** A lexer for code that stands in this text with escapes, which are left out of what it reads. */
  without(escapes: readonly number[], end: number): Lexer {
    let text = "";
    let from = 0;
    for (const position of escapes) {
      text += this.text.slice(from, position);
      from = position + 1;
    }
    text += this.text.slice(from, end);
    const placeOf = (offset: number): number => this.placeOf(placeBehind(escapes, offset));
    const inner = new Lexer(text, this.edition, this.diagnostics, placeOf, this.record);
    inner.ternaryDepth = this.ternaryDepth;
    inner.nestedLength = this.nestedLength;
    return inner;
  }

  /** As reportIncomplete, but what must be the end of the text is what follows `from`. */
  reportIncompleteFrom(from: number, id: ParseErrorId, start: number, end: number): void {
    this.add(id, start, end, this.isAtEnd(from), []);
  }

  /**
   * The offset of a pipe sign that begins the line behind the line end at `lineEnd`; comments may stand between.
   * `undefined` when something else follows, or an empty line.
   */
  pipeOnNextLine(lineEnd: number): number | undefined {
    let position = lineEnd;
    while (isLineEnd(this.unit(position))) {
      position += this.newLine(position).end - position;
      const next = this.skipBlanks(position);
      if (this.unit(next) === 124) return this.unit(next + 1) === 124 ? undefined : next;
      if (next === position || this.isBlankLine(position, next)) return undefined;
      position = next;
    }
    return undefined;
  }

  private isBlankLine(start: number, end: number): boolean {
    return this.text.slice(start, end).trim() === "";
  }

  /** Could the text define a type? Only then attributes before a statement need a look. */
  definesTypes(): boolean {
    this.typesDefined ??= /\b(?:class|enum)\b/i.test(this.text);
    return this.typesDefined;
  }

  private skipLineComment(start: number): number {
    let end = start + 1;
    while (end < this.limit && !isLineEnd(this.text.charCodeAt(end))) end++;
    if (/^#requires(?=\s|$)/i.test(this.text.slice(start, Math.min(end, start + 11)))) this.noteRequirement(start);
    return end;
  }

  private noteRequirement(start: number): void {
    this.requirements ??= [];
    if ((this.requirements.at(-1) ?? -1) < start) this.requirements.push(start);
  }

  private skipBlockComment(start: number): number {
    const close = this.text.indexOf("#>", start + 2);
    if (close >= 0 && close + 2 <= this.limit) return close + 2;
    this.add("MissingTerminatorMultiLineComment", start, this.limit, true, []);
    return this.limit;
  }

  /** Behind a backtick at a line's end or before a blank; `start` when the backtick begins a word. */
  private skipBacktick(start: number): number {
    const unit = this.unit(start + 1);
    if (unit === 13) return start + (this.unit(start + 2) === 10 ? 3 : 2);
    if (unit === 10) return start + 2;
    if (unit === endOfText) {
      this.add("IncompleteString", this.limit + 1, this.limit + 1, true, []);
      return this.limit;
    }
    return isBlank(unit) ? start + 2 : start;
  }
}
