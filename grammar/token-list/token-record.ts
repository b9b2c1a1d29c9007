import type { Token } from "../lexer/token.js";

/** A token as the parser took it, with its place in the text that was given to `parse`. */
export interface RecordedToken {
  readonly token: Token;
  readonly start: number;
  readonly end: number;
  /** The name of the mode in which it was read. */
  readonly mode: string;
  /** Where an offset of the text that the token was read from stands in the whole one. */
  readonly placeOf: (offset: number) => number;
}

/** Collects the tokens that a parse takes; those that it gives back, to read them in another mode, are dropped. */
export class TokenRecord {
  private readonly recorded: RecordedToken[] = [];
  private closed = false;

  /** In the order in which they were taken: what is nested in a string follows the string. */
  get tokens(): readonly RecordedToken[] {
    return this.recorded;
  }

  add(token: Token, mode: string, placeOf: (offset: number) => number): void {
    if (this.closed) return;
    this.recorded.push({ token, start: placeOf(token.start), end: placeOf(token.end), mode, placeOf });
  }

  /** What is read from now on is no code: requirements in comments. */
  close(): void {
    this.closed = true;
  }

  /** The text is read again from an offset on. */
  forgetFrom(offset: number): void {
    for (let last = this.recorded.at(-1); last !== undefined && last.start >= offset; last = this.recorded.at(-1)) {
      this.recorded.pop();
    }
  }
}
