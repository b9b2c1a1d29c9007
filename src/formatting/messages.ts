import type { FormattingFacts } from "./formatting-facts.js";
import { breakLines } from "./layout/line-breaking.js";

export type MessageKind = "warning" | "verbose" | "debug";

const prefixes: Readonly<Record<MessageKind, string>> = {
  warning: "WARNING: ",
  verbose: "VERBOSE: ",
  debug: "DEBUG: ",
};

/**
 * A message of the warning, verbose or debug stream as the console shows it, with its line end. Up to 5.1 it breaks
 * between words one cell before the window's edge; continuation lines are not indented (SPEC D.6).
 */
export function messageText(
  kind: MessageKind,
  text: string,
  { facts, width }: { readonly facts: FormattingFacts /** Columns of the window. */; readonly width: number },
): string {
  const whole = prefixes[kind] + text;
  if (!facts.wrapsMessages) return `${whole}\n`;
  const room = Math.max(width - 1, 1);
  return `${breakLines(whole, room, room, { lineBreaking: "wordsAndBlanks", cells: facts.cells }).join("\n")}\n`;
}
