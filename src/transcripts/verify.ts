import { type Replay, type ReplayOptions, replay } from "./replay.js";

/** What came of verifying a document. */
export interface Verification extends Replay {
  /** The document with what is shown now in place of what differs; the document itself when nothing does. */
  readonly updated: string;
}

/**
 * Replays the console blocks of a document, one after another in one shell, and gives the document as it would be
 * true: Markdown with prompts in fenced blocks, or a transcript. What stands before the lines of a block, in a list or a
 * quotation, stays.
 * @throws {TranscriptError} for what is no text
 */
export function verify(document: string, options: ReplayOptions = {}): Verification {
  const played = replay(document, options);
  return { ...played, updated: played.same ? document : updatedDocument(document, played) };
}

function updatedDocument(document: string, { entries }: Replay): string {
  const end = document.includes("\r\n") ? "\r\n" : "\n";
  const lines = document.split(/\r\n|\n|\r/);
  // From the last to the first, so that the numbers of the lines before stay true.
  for (const { entry, shown, same } of [...entries].reverse()) {
    if (same) continue;
    const [first, behind] = entry.shownLines;
    const promptLine = lines[entry.line - 1] ?? "";
    const prefix = promptLine.slice(0, Math.max(0, promptLine.indexOf(entry.prompt)));
    const held = lines.slice(first - 1, behind - 1);
    lines.splice(first - 1, behind - first, ...shownLinesOf(shown, held).map((line) => `${prefix}${line}`.trimEnd()));
  }
  return lines.join(end);
}

/** The lines of a shown text, with the blank lines at its end that the document had. */
function shownLinesOf(shown: string, held: readonly string[]): string[] {
  const lines = shown.trimEnd() === "" ? [] : shown.trimEnd().split("\n");
  const blanks = held.length - held.findLastIndex((line) => line.replace(/^[\s>]+/, "") !== "") - 1;
  return [...lines, ...Array.from({ length: blanks }, () => "")];
}
