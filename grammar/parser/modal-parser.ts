import { EmbeddedActionsParser, EOF, type IToken, type ParserMethod, type TokenType } from "chevrotain";
import { Diagnostics } from "../diagnostics.js";
import { endOfText } from "../lexer/characters.js";
import { Lexer, type LexerRange } from "../lexer/lexer.js";
import { Token } from "../lexer/token.js";
import { type LexicalMode, statementMode } from "../modes.js";
import type { ParseErrorId } from "../parse-error.js";
import { parserEditions } from "../parser-edition.js";
import {
  Ampersand,
  AndAnd,
  AtCurly,
  AtParen,
  Comma,
  DollarParen,
  HereStringExpandable,
  HereStringLiteral,
  LCurly,
  LParen,
  NewLine,
  OrOr,
  Pipe,
  RBracket,
  RCurly,
  RParen,
  Semi,
  StringExpandable,
  StringLiteral,
  tokenVocabulary,
} from "../tokens.js";
import type { Extent } from "../tree/extent.js";

/** More than the greatest index of a token type: reading behind the end of a table is slow. */
const indexes =
  tokenVocabulary.reduce((most, { tokenTypeIdx = 0 }) => Math.max(most, tokenTypeIdx), EOF.tokenTypeIdx ?? 0) + 1;

/** A set of token types, asked by a token's index. */
export const tokenSet = (types: readonly TokenType[]): ((token: IToken) => boolean) => {
  const members = new Uint8Array(indexes);
  for (const type of types) members[type.tokenTypeIdx ?? 0] = 1;
  return (token) => members[token.tokenTypeIdx] === 1;
};

/** These tokens are read alike in all modes: a change of mode need not read them again. */
const isReadAlike = tokenSet([
  EOF,
  NewLine,
  Semi,
  Comma,
  Pipe,
  Ampersand,
  AndAnd,
  OrOr,
  LParen,
  RParen,
  LCurly,
  RCurly,
  RBracket,
  AtParen,
  AtCurly,
  DollarParen,
  StringLiteral,
  StringExpandable,
  HereStringLiteral,
  HereStringExpandable,
]);

/** Alternatives of a rule, each with the token that begins it. */
export class Choice<T> {
  private readonly byToken = new Array<(() => T) | undefined>(indexes).fill(undefined);

  constructor(readonly alternatives: readonly (readonly [first: TokenType, alternative: () => T])[]) {
    for (const [first, alternative] of alternatives) this.byToken[first.tokenTypeIdx ?? 0] = alternative;
  }

  has(token: IToken): boolean {
    return this.byToken[token.tokenTypeIdx] !== undefined;
  }

  alternativeFor(token: IToken): () => T {
    const alternative = this.byToken[token.tokenTypeIdx];
    if (alternative === undefined) throw new Error(`No alternative begins with ${token.tokenType.name}.`);
    return alternative;
  }
}

/** Stands for every token while Chevrotain records the rules, which it calls without arguments. */
export const recordedToken = new Token(EOF, 0, 0);

/** Occurrence indexes of what the wall records for the rules; the rules themselves number from zero. */
const recordedOption = 100;
const recordedLoop = 200;

/** How deep brackets, blocks and operators may be nested; beyond it a script is too complicated. */
const nestingLimit = 400;

/** Ends a parse whose text is nested too deep. */
export class NestingTooDeep extends Error {
  constructor(readonly extent: Extent) {
    super("The script is nested too deep.");
  }
}

/** A rule as Chevrotain makes it: beside what it is called by, it keeps the function that was given for it. */
type Rule<ARGS extends unknown[], R> = ParserMethod<ARGS, R> & {
  readonly originalGrammarAction: (...args: ARGS | []) => R;
};

/**
 * The wall around Chevrotain: a parser that reads each token when it is asked for, in the mode that the rule has set.
 *
 * A rule enters a mode, looks at the next token (`at`, `peek`), takes it (`shift`, `accept`), calls other rules
 * (`SUBRULE`), and reports what is missing itself, because PowerShell goes on after an error in its own ways.
 * No rule ever throws for a wrong text.
 */
export abstract class ModalParser extends EmbeddedActionsParser {
  protected lexer = new Lexer("", parserEditions.PowerShell7, new Diagnostics());
  /** The token taken last. */
  protected previous: Token = recordedToken;
  private mode: LexicalMode = statementMode;
  private next: Token | undefined;
  private depth = 0;
  /** How many jumps (`return`, `break`, …) were read. */
  protected jumps = 0;
  /** Something was seen that follows the grammar and can be wrong all the same: the tree is to be checked. */
  protected suspicious = false;

  constructor() {
    super([...tokenVocabulary], { maxLookahead: 1, skipValidations: true, recoveryEnabled: false });
  }

  /** Begins with a new text. */
  protected begin(lexer: Lexer): void {
    this.lexer = lexer;
    this.mode = statementMode;
    this.next = undefined;
    this.previous = new Token(EOF, 0, 0);
    this.depth = 0;
    this.suspicious = false;
  }

  // What Chevrotain asks its lexer adapter.

  protected override LA(howMuch: number): IToken {
    return howMuch === 0 ? this.previous : this.peek();
  }

  protected override LA_FAST(howMuch: number): IToken {
    return this.LA(howMuch);
  }

  protected consumeToken(): void {
    this.take();
  }

  protected getLexerPosition(): number {
    return this.lexer.position;
  }

  protected isAtEndOfInput(): boolean {
    return this.at(EOF);
  }

  protected onBeforeParse(): void {}

  protected onAfterParse(): void {}

  // What the rules use.

  /**
   * Calls a rule. Chevrotain's own way takes four frames of the stack and notes which rule runs, for its lookahead and
   * its recovery; these rules need neither (`choose` looks ahead), and nesting is bounded by the stack.
   */
  protected override SUBRULE<ARGS extends unknown[], R>(
    rule: ParserMethod<ARGS, R>,
    options?: { readonly ARGS: ARGS },
  ): R {
    const { originalGrammarAction: body } = rule as Rule<ARGS, R>;
    return options === undefined ? body() : body(...options.ARGS);
  }

  /** Takes the alternative that the next token begins; there must be one. */
  protected choose<T>(choice: Choice<T>): T {
    if (this.RECORDING_PHASE) return this.OR(choice.alternatives.map(([, ALT]) => ({ ALT })));
    return choice.alternativeFor(this.peek())();
  }

  /** Takes the next token, which is of one of these types. */
  protected shiftAny(types: readonly TokenType[]): Token {
    if (this.RECORDING_PHASE) return this.OR(types.map((type) => ({ ALT: () => this.shift(type) })));
    return this.take();
  }

  /** Sets the mode in which the next token is read. */
  protected enter(mode: LexicalMode): void {
    if (mode === this.mode) return;
    this.mode = mode;
    if (this.next !== undefined && !isReadAlike(this.next)) this.next = undefined;
  }

  protected currentMode(): LexicalMode {
    return this.mode;
  }

  /** The next token. */
  protected peek(): Token {
    if (this.RECORDING_PHASE) return recordedToken;
    this.next ??= this.lexer.read(this.mode);
    return this.next;
  }

  /** Is the next token of this type? While the rules are recorded: no. */
  protected at(type: TokenType): boolean {
    return this.peek().tokenType === type && !this.RECORDING_PHASE;
  }

  /** Takes the next token, whatever it is. */
  protected take(): Token {
    const token = this.peek();
    if (this.RECORDING_PHASE) return token;
    const { lexer } = this;
    this.previous = token;
    lexer.position = Math.min(token.end, lexer.limit);
    this.next = undefined;
    if (lexer.record !== undefined) lexer.noteTaken(token, this.mode);
    return token;
  }

  /** Takes the next token, which is known to be of this type. */
  protected shift(type: TokenType): Token {
    if (this.RECORDING_PHASE) {
      this.CONSUME(type);
      return recordedToken;
    }
    return this.take();
  }

  /** Takes the next token if it is of this type; the grammar asks for one, the rule reports that it is missing. */
  protected expect(type: TokenType): Token | undefined {
    if (this.RECORDING_PHASE) return this.shift(type);
    return this.at(type) ? this.take() : undefined;
  }

  /** Takes the next token if it is of this type; the grammar can do without. */
  protected accept(type: TokenType): Token | undefined {
    if (this.RECORDING_PHASE) {
      this.option(recordedOption, () => this.CONSUME(type));
      return recordedToken;
    }
    return this.at(type) ? this.take() : undefined;
  }

  /** Repeats the body until it says no. */
  protected loop(body: () => boolean): void {
    if (this.RECORDING_PHASE) {
      this.many(recordedLoop, () => {
        body();
      });
      return;
    }
    while (body());
  }

  /** Takes line ends. */
  protected skipNewLines(): void {
    while (this.peek().tokenType === NewLine) this.take();
  }

  /** Takes line ends and semicolons. */
  protected skipSeparators(): void {
    for (let { tokenType } = this.peek(); tokenType === NewLine || tokenType === Semi; { tokenType } = this.peek()) {
      this.take();
    }
  }

  /** The unit directly behind the token taken last. */
  protected attachedUnit(): number {
    return this.RECORDING_PHASE ? endOfText : this.lexer.unit(this.lexer.position);
  }

  /** Goes back, or forth, to an offset: the next token is read from there. */
  protected moveTo(offset: number): void {
    if (this.RECORDING_PHASE) return;
    this.lexer.position = offset;
    this.next = undefined;
    if (this.lexer.record !== undefined) this.lexer.noteReturn(offset);
  }

  /** Takes a token that was not read by a mode, but made of what stands at the lexer's position. */
  protected takeMade(token: Token): void {
    this.moveBehind(token);
    if (this.lexer.record !== undefined && !this.RECORDING_PHASE) this.lexer.noteTaken(token, this.mode);
  }

  /** Goes back to where this token was the one taken last. */
  protected moveBehind(token: Token): void {
    this.moveTo(token.end);
    if (!this.RECORDING_PHASE) this.previous = token;
  }

  /** Runs the body on a piece of the text alone, and comes back. */
  protected within<T>(piece: Extent, mode: LexicalMode, body: () => T): T {
    const outside: LexerRange = this.lexer;
    const { position, limit, endOfInput } = outside;
    const { next, previous, mode: outerMode } = this;
    this.lexer.position = piece.start;
    this.lexer.limit = piece.end;
    this.lexer.endOfInput = piece.end;
    this.next = undefined;
    this.mode = mode;
    const result = body();
    this.lexer.position = position;
    this.lexer.limit = limit;
    this.lexer.endOfInput = endOfInput;
    this.next = next;
    this.previous = previous;
    this.mode = outerMode;
    return result;
  }

  /** Runs the body on another text, and comes back. */
  protected withLexer<T>(lexer: Lexer, start: number, mode: LexicalMode, body: () => T): T {
    const outer = this.lexer;
    const { next, previous, mode: outerMode } = this;
    this.lexer = lexer;
    this.moveTo(start);
    this.mode = mode;
    const result = body();
    this.lexer = outer;
    this.next = next;
    this.previous = previous;
    this.mode = outerMode;
    return result;
  }

  /** Counts one more level of nesting while the body runs. */
  protected nested<T>(body: () => T): T {
    this.descend();
    const result = body();
    this.ascend();
    return result;
  }

  /** One level deeper; without a closure, for the rules that nest most. */
  protected descend(): void {
    if (++this.depth > nestingLimit) throw new NestingTooDeep(this.peek());
  }

  protected ascend(): void {
    this.depth--;
  }

  /** The text of a piece. */
  protected textOf(extent: Extent): string {
    return this.lexer.text.slice(extent.start, extent.end);
  }

  /** Reports an error that stays one whatever follows. */
  protected report(id: ParseErrorId, extent: Extent, ...details: readonly string[]): void {
    if (!this.RECORDING_PHASE) this.lexer.report(id, extent.start, extent.end, ...details);
  }

  /** Reports an error that more text could heal, where the text ends with it. */
  protected reportIncomplete(id: ParseErrorId, extent: Extent, ...details: readonly string[]): void {
    if (!this.RECORDING_PHASE) this.lexer.reportIncomplete(id, extent.start, extent.end, ...details);
  }

  /** As reportIncomplete, when the error is shown in one place and what is missing is missing in another. */
  protected reportIncompleteAt(place: Extent, id: ParseErrorId, extent: Extent): void {
    if (!this.RECORDING_PHASE) this.lexer.reportIncompleteFrom(place.end, id, extent.start, extent.end);
  }
}

/** The place directly behind something. */
export const after = (extent: Extent): Extent => ({ start: extent.end, end: extent.end });

/** The place directly before something. */
export const before = (extent: Extent): Extent => ({ start: extent.start, end: extent.start });
