import type { EditionName } from "../../shell/edition-names.js";
import { answersIn } from "./answers.js";
import { type Block, fencedBlocks } from "./markdown-fences.js";
import { findPrompts, type PromptReader } from "./prompts.js";
import { type SourceLine, sourceLines } from "./source-lines.js";
import { withoutTranscriptBlocks } from "./start-transcript.js";
import { toldEdition } from "./told-edition.js";
import { toldWidth } from "./told-width.js";
import { readTypedLine } from "./typed-line.js";
import { undoWebPaste } from "./web-paste.js";

/** One entry of a transcript: what was typed at a prompt, and what the console showed below it. */
export interface TranscriptEntry {
  /** The line of the source that holds the prompt, from 1. */
  readonly line: number;
  /** The prompt as it stands there, with its `>`. */
  readonly prompt: string;
  /** What was typed; lines typed at continuation prompts (`>>`) are joined with `\n`. */
  readonly typed: string;
  /** What was shown, `\n` line ends; each line ends with one. */
  readonly shown: string;
  /** The lines of the source that hold {@link shown}: the first, and the one behind the last, from 1. */
  readonly shownLines: readonly [first: number, end: number];
  /** What was answered to questions within {@link shown}, in order. */
  readonly answers: readonly string[];
}

/** A console session as text. What stands above the first prompt belongs to no entry. */
export interface Transcript {
  readonly entries: readonly TranscriptEntry[];
  /** The edition of the shell, as far as the text tells. */
  readonly edition?: EditionName;
  /** The columns of the window, as far as the text tells. */
  readonly width?: number;
}

/**
 * Reads what was copied from a console, or written by Start-Transcript: each line with a prompt begins an entry, and
 * everything up to the next prompt is what was shown. Of Markdown with prompts in fenced blocks only those blocks are
 * read. What pages and consoles do to copied text is undone where it can be told: markup, entities, blanks of other
 * kinds, doubled line ends, typed lines broken at the window's width.
 * @throws {TranscriptError} for what is no text
 */
export function readTranscript(text: string): Transcript {
  const source = withoutTranscriptBlocks(undoWebPaste(sourceLines(text)));
  const blocks = blocksOf(source.lines);
  const entries = blocks.flatMap(({ block, prompts }) => entriesOf(block, prompts));
  if (entries.length === 0) return { entries };
  const told = source.lines.map((line) => line.text).join("\n");
  const edition = toldEdition(entries[0]?.prompt ?? "", told, source.head);
  const width = toldWidth(entries.flatMap(({ shown }) => shown.split("\n")));
  return { entries, ...(edition === undefined ? {} : { edition }), ...(width === undefined ? {} : { width }) };
}

/** The stretches of the text that hold sessions. */
function blocksOf(lines: readonly SourceLine[]): { readonly block: Block; readonly prompts: PromptReader }[] {
  const fenced = fencedBlocks(lines).flatMap((block) => withPrompts(block));
  return fenced.length > 0 ? fenced : withPrompts(withoutMargin(lines));
}

/** What stands before a prompt in a quotation or an indented block of Markdown. */
const margin = /^((?:> ?)+|[ \t]{2,12})(?:\[[^\][]{1,255}\]: ?)?(?:\[PS\]|PS) [^<>|"*?]{0,260}>/;

/** Lines without what stands before all prompts alike: the mark of a quotation, or blanks. */
function withoutMargin(lines: readonly SourceLine[]): readonly SourceLine[] {
  const margins = new Set(lines.flatMap(({ text }) => margin.exec(text)?.[1] ?? []));
  const [only] = margins;
  if (
    only === undefined ||
    margins.size > 1 ||
    findPrompts(lines.filter(({ text }) => !text.startsWith(only))) !== undefined
  )
    return lines;
  const bare = only.trimEnd();
  return lines.map((line) => {
    if (line.text.startsWith(only)) return { ...line, text: line.text.slice(only.length) };
    return bare !== "" && line.text.startsWith(bare) ? { ...line, text: line.text.slice(bare.length) } : line;
  });
}

/** The title of the window that the next prompt stands in. */
const windowTitle = /^\s*Machine: [\w.-]+(?: \| [^|]+)?\s*$/;

function withPrompts(block: Block): { readonly block: Block; readonly prompts: PromptReader }[] {
  const prompts = findPrompts(block);
  return prompts === undefined ? [] : [{ block, prompts }];
}

function entriesOf(lines: Block, prompts: PromptReader): TranscriptEntry[] {
  const entries: TranscriptEntry[] = [];
  let next = 0;
  while (next < lines.length) {
    const start = lines[next];
    const prompt = prompts.promptOf(start?.text ?? "");
    if (start === undefined || prompt === undefined) {
      next++;
      continue;
    }
    const { typed, next: first } = readTypedLine(lines, next, prompt, prompts);
    next = first;
    while (next < lines.length && prompts.promptOf(lines[next]?.text ?? "") === undefined) next++;
    const isTitled = next < lines.length && next > first && windowTitle.test(lines[next - 1]?.text ?? "");
    const shownLines = lines.slice(first, isTitled ? next - 1 : next);
    const shown = shownLines.map((line) => line.text);
    const behindTyped = (lines[first - 1]?.number ?? start.number) + 1;
    entries.push({
      line: start.number,
      prompt,
      typed,
      shown: shown.map((line) => `${line}\n`).join(""),
      shownLines: [shownLines[0]?.number ?? behindTyped, (shownLines.at(-1)?.number ?? behindTyped - 1) + 1],
      answers: answersIn(shown),
    });
  }
  return entries;
}
