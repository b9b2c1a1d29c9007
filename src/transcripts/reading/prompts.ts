import type { SourceLine } from "./source-lines.js";

/**
 * Forms of prompts, strictest first: `[PS] C:\>`, `PS C:\Users\x>`, `[host]: PS C:\>`, a drive of another provider,
 * a share, a path of Unix; then forms that output may have as well, which only count in a text that has none of the
 * stricter: `PS>`, `[PS] >`, a lost backslash or bracket, and a bare path.
 */
const promptForms: readonly RegExp[] = [
  /^(?:\[[^\][]{1,255}\]: ?)?(?:\[PS\]|PS) (?:[A-Za-z]\w*:\\|\\\\|[A-Za-z.]+(?:\\[A-Za-z.]+)?::|[/~])[^<>|"*?]*>(?!>)/,
  /^\s{0,8}(?:\[PS\]|PS\]|PS)(?: ?[A-Za-z]:[^<>|"*?]*)? ?>(?!>)/,
  /^(?:[A-Za-z]:\\)[^<>|"*?]*>(?!>)/,
];

/** Recognizes the prompts of one text. */
export interface PromptReader {
  /** The prompt at the beginning of a line, with its `>`; `undefined` when there is none. */
  promptOf(text: string): string | undefined;
}

/** Finds the strictest form of prompt that occurs in the text. `undefined`: no line has a prompt. */
export function findPrompts(lines: readonly SourceLine[]): PromptReader | undefined {
  const form = promptForms.find((pattern) => lines.some(({ text }) => pattern.test(text)));
  if (form === undefined) return undefined;
  return { promptOf: (text) => form.exec(text)?.[0] };
}

/** The prompt of continuation lines, `>>`, with the one blank that some versions write behind it. */
export const continuationPrompt = /^>> ?/;
