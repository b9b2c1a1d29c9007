import { parse } from "../../../grammar/index.js";
import { continuationPrompt, type PromptReader } from "./prompts.js";
import type { SourceLine } from "./source-lines.js";

/** Widths of windows at which a copied line breaks without saying so: the defaults of consoles. */
const commonWidths: ReadonlySet<number> = new Set([80, 120]);

/** More lines than this nobody types at one prompt. */
const longestEntry = 2000;

/** What was typed from a prompt on, and the index of the first line behind it. */
export interface TypedLine {
  readonly typed: string;
  readonly next: number;
}

/**
 * Reads what was typed at the prompt of `lines[start]`: lines at continuation prompts go on; a line that fills the
 * window goes on in the next, as a copy from a console breaks it; and a text that the parser wants more of goes on as
 * far as it needs, if that is within the entry.
 */
export function readTypedLine(
  lines: readonly SourceLine[],
  start: number,
  prompt: string,
  prompts: PromptReader,
): TypedLine {
  const first = (lines[start]?.text ?? "").slice(prompt.length);
  const below = lines[start + 1]?.text ?? "";
  // Some pages put what was typed below its prompt.
  if (first.trim() === "" && /^[A-Z][a-z]+-[A-Z]\w+(?: |$)/.test(below) && !looksShown(lines, start + 1))
    return readWrapped(lines, start + 1, below, prompts) ?? readIncomplete(lines, start + 1, below, prompts);
  const continued = readContinuation(lines, start + 1);
  if (continued.typed.length > 0) return { typed: joinEntry([first, ...continued.typed]), next: continued.next };
  return readWrapped(lines, start, first, prompts) ?? readIncomplete(lines, start, first, prompts);
}

function joinEntry(typed: readonly string[]): string {
  const lines = typed.map((line) => line.trimEnd());
  // The console closes an entry of several lines with an empty one.
  if (lines.length > 1 && lines.at(-1) === "") lines.pop();
  return lines.join("\n");
}

function readContinuation(lines: readonly SourceLine[], from: number): { typed: string[]; next: number } {
  const typed: string[] = [];
  let next = from;
  for (; continuationPrompt.test(lines[next]?.text ?? ""); next++) {
    typed.push((lines[next]?.text ?? "").replace(continuationPrompt, ""));
  }
  return { typed, next };
}

/**
 * A typed line broken at the width of the window: the pieces but the last are as wide as the window, or one column less
 * where the break fell on a blank, which pages lose.
 */
function readWrapped(
  lines: readonly SourceLine[],
  start: number,
  first: string,
  prompts: PromptReader,
): TypedLine | undefined {
  const length = lines[start]?.text.trimEnd().length ?? 0;
  const lostBlank = commonWidths.has(length + 1) && isIncomplete(first) ? " " : "";
  const width = length + lostBlank.length;
  if (!commonWidths.has(width) || looksShown(lines, start + 1)) return undefined;
  let typed = `${first.trimEnd()}${lostBlank}`;
  let next = start + 1;
  for (; next < lines.length; next++) {
    const text = lines[next]?.text ?? "";
    if (text.trim() === "" || prompts.promptOf(text) !== undefined || text.length > width) break;
    typed += text;
    if (text.length < width) {
      next++;
      break;
    }
  }
  return next > start + 1 && parse(typed).errors.length === 0 ? { typed: typed.trimEnd(), next } : undefined;
}

/** Whether a line is the beginning of a list or the head of a table, and so was not typed. */
function looksShown(lines: readonly SourceLine[], at: number): boolean {
  return /^\w+ +:(?: |$)/.test(lines[at]?.text ?? "") || /^-{2,}/.test(lines[at + 1]?.text ?? "");
}

/** A pasted line that needs the following ones to be whole. */
function readIncomplete(lines: readonly SourceLine[], start: number, first: string, prompts: PromptReader): TypedLine {
  const typed = first.trimEnd();
  const alone = { typed, next: start + 1 };
  if (!isIncomplete(typed)) return alone;
  const pieces = [typed];
  // Parsed anew at 1, 2, 4, 8, … further lines only, so that a long output behind a broken line costs little.
  for (let next = start + 1, check = 1; next < lines.length && pieces.length < longestEntry; next++) {
    const text = lines[next]?.text ?? "";
    if (prompts.promptOf(text) !== undefined) break;
    pieces.push(text.trimEnd());
    if (pieces.length - 1 < check && pieces.length > 16) continue;
    check = pieces.length * 2;
    const joined = pieces.join("\n");
    const { errors } = parse(joined);
    if (errors.length === 0) return { typed: joined, next: next + 1 };
    if (errors[0]?.incomplete !== true) break;
  }
  return alone;
}

function isIncomplete(text: string): boolean {
  return parse(text).errors[0]?.incomplete ?? false;
}
