/** What kind of thing a match is, by the names of CompletionResultType. */
export type CompletionType =
  | "Command"
  | "Method"
  | "Namespace"
  | "ParameterName"
  | "ParameterValue"
  | "Property"
  | "ProviderContainer"
  | "ProviderItem"
  | "Text"
  | "Type"
  | "Variable";

/** One way to go on. */
export interface CompletionMatch {
  /** What replaces the text. */
  readonly text: string;
  /** What a menu shows. */
  readonly list: string;
  readonly type: CompletionType;
}

/** What may stand at the cursor. */
export interface Completion {
  /** Where the text that a match replaces begins, as a UTF-16 offset; -1 when nothing can be completed there. */
  readonly start: number;
  /** Its length; -1 as well. */
  readonly length: number;
  /** In the order in which they are offered. */
  readonly matches: readonly CompletionMatch[];
}

/** There is nothing to complete: neither a word nor the place of an argument. */
export const nowhere: Completion = { start: -1, length: -1, matches: [] };
