import type { IToken, TokenType } from "chevrotain";
import type { ConstantValue, VariablePath } from "../tree/expressions.js";
import type { OperatorInfo } from "./operators.js";

/** A variable or `$( … )` found inside of an expandable string or word. */
export interface NestedPiece {
  readonly start: number;
  readonly end: number;
  /** `undefined` for `$( … )`, which is parsed when the string is. */
  readonly variable: VariablePath | undefined;
  /** Offsets of the quotes and backticks that only escape a quote of the string around: not part of the code. */
  readonly escapes: readonly number[];
}

/** An expandable string in order: literal text (escapes resolved) and what is computed. */
export type StringPieces = readonly (string | NestedPiece)[];

/**
 * A token as the lexer makes it: always of one shape, with what its scanner found out.
 * `start` and `end` are UTF-16 offsets, `end` exclusive.
 */
export class Token implements IToken {
  readonly tokenTypeIdx: number;
  /** Words, strings, parameters, labels: the text with quotes and escapes resolved. */
  text = "";
  number: ConstantValue | undefined = undefined;
  variable: VariablePath | undefined = undefined;
  pieces: StringPieces | undefined = undefined;
  operator: OperatorInfo | undefined = undefined;

  constructor(
    readonly tokenType: TokenType,
    readonly start: number,
    readonly end: number,
  ) {
    this.tokenTypeIdx = tokenType.tokenTypeIdx ?? 0;
  }

  get image(): string {
    return this.tokenType.name;
  }

  get startOffset(): number {
    return this.start;
  }

  get endOffset(): number {
    return this.end - 1;
  }
}
