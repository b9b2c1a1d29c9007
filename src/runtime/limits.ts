/** What one entry may use. Every limit is a count, so that the same entry always ends at the same place. */
export interface Limits {
  /** Statements, rounds of loops and objects through a stage, of one entry. */
  readonly steps: number;
  /**
   * How deep calls may nest. A function or script block is one level; so is each `try`, `switch`, `$( … )` and stage of a
   * pipeline inside which it is called, for they take as much of JavaScript's stack. The default fits Node's and
   * browsers' usual stack.
   */
  readonly callDepth: number;
  /** UTF-16 units of one string. */
  readonly stringLength: number;
  /** Elements of one collection. */
  readonly collectionSize: number;
  /** Objects that one entry sends to the console; an error counts as {@link errorOutput} of them. */
  readonly output: number;
  /** Asked every few thousand steps; `true` stops the entry (Ctrl+C, wall time): the only input that is not a count. */
  readonly interrupt: (() => boolean) | null;
}

export const defaultLimits: Limits = {
  steps: 100_000_000,
  callDepth: 650,
  stringLength: 64 * 1024 * 1024,
  collectionSize: 10_000_000,
  output: 1_000_000,
  interrupt: null,
};

/** What an error record costs of the output limit: it is many lines long. */
export const errorOutput = 20;

/** Engines say it differently; a regular expression that finds no stack left says it in a SyntaxError. */
export function isStackExhausted({ message }: Error): boolean {
  return message.includes("Maximum call stack size exceeded") || message.includes("too much recursion");
}
