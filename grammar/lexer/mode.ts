import { Ampersand, AndAnd, Comma, LCurly, LParen, OrOr, Pipe, RCurly, RParen, Semi } from "../tokens.js";
import { isDash, isDigit, isDoubleQuote, isSingleQuote, startsIdentifier } from "./characters.js";
import type { Lexer } from "./lexer.js";
import { doubleQuotedToken, singleQuotedToken } from "./strings.js";
import type { Token } from "./token.js";

/** Makes the token whose first character stands at `start`. */
export type Scanner = (lexer: Lexer, start: number) => Token;

/** What the lexer needs of a mode. */
export interface LexicalMode {
  readonly name: string;
  /** The token at `start`, where a character stands that is no blank. */
  scan(lexer: Lexer, start: number): Token;
}

/**
 * A lexical mode: what the next token can be. PowerShell has no tokens without context, so each grammar rule says in
 * which mode the token after the ones it consumed is read. A mode is a table from first character to scanner.
 */
export class Mode implements LexicalMode {
  private readonly scanners: readonly Scanner[];

  /**
   * `table` maps characters to their scanner; letters (with `_`), digits, and everything else have one each.
   * What the table leaves out falls to `separators`.
   */
  constructor(
    readonly name: string,
    table: Readonly<Record<string, Scanner>>,
    private readonly letters: Scanner,
    digits: Scanner,
    private readonly others: Scanner,
  ) {
    const bySign = new Map(Object.entries({ ...separators, ...table }).flatMap(spread));
    this.scanners = Array.from({ length: 128 }, (_, unit) => {
      if (isDigit(unit)) return digits;
      if (startsIdentifier(unit)) return letters;
      return bySign.get(String.fromCharCode(unit)) ?? others;
    });
  }

  /** The token at `start`, where a character stands that is no blank. */
  scan(lexer: Lexer, start: number): Token {
    const unit = lexer.unit(start);
    const scanner = unit < 128 ? this.scanners[unit] : this.scannerBeyondAscii(unit);
    return (scanner ?? this.others)(lexer, start);
  }

  private scannerBeyondAscii(unit: number): Scanner | undefined {
    if (isDash(unit)) return this.scanners[45];
    if (isSingleQuote(unit)) return this.scanners[39];
    if (isDoubleQuote(unit)) return this.scanners[34];
    return startsIdentifier(unit) ? this.letters : this.others;
  }
}

const spread = ([signs, scanner]: [string, Scanner]): [string, Scanner][] => [...signs].map((sign) => [sign, scanner]);

const single =
  (type: Token["tokenType"]): Scanner =>
  (lexer, start) =>
    lexer.token(type, start, start + 1);

const double = (type: Token["tokenType"], doubled: Token["tokenType"]): Scanner => {
  return (lexer, start) =>
    lexer.unit(start + 1) === lexer.unit(start)
      ? lexer.token(doubled, start, start + 2)
      : lexer.token(type, start, start + 1);
};

const newLine: Scanner = (lexer, start) => lexer.newLine(start);

/** These mean the same in every mode. */
const separators: Readonly<Record<string, Scanner>> = {
  "\r\n": newLine,
  ";": single(Semi),
  ",": single(Comma),
  "(": single(LParen),
  ")": single(RParen),
  "{": single(LCurly),
  "}": single(RCurly),
  "|": double(Pipe, OrOr),
  "&": double(Ampersand, AndAnd),
  "'": singleQuotedToken,
  '"': doubleQuotedToken,
};
