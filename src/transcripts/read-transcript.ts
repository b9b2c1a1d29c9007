/** One entry of a transcript: what was typed at a prompt, and what the console showed below it. */
export interface TranscriptEntry {
  /** The line of the transcript that holds the prompt, from 1. */
  readonly line: number;
  /** The prompt as it stands there, with its `>`. */
  readonly prompt: string;
  /** What was typed; lines typed at continuation prompts (`>>`) are joined with `\n`. */
  readonly typed: string;
  /** What was shown, `\n` line ends; each line ends with one. */
  readonly shown: string;
}

/** A console session as text. What stands above the first prompt belongs to no entry. */
export interface Transcript {
  readonly entries: readonly TranscriptEntry[];
}

/** `[PS] C:\>`, `PS C:\Users\x>`, `[PS] C:\Windows\system32>`: the prompts of the Exchange and the plain shell. */
const promptPattern = /^(?:\[PS\]|PS) (?:[A-Za-z]:\\|\\\\)[^<>|"]*?>/;

const continuationPattern = /^>> ?/;

/**
 * Reads what was copied from a console: each line with a prompt begins an entry, lines with `>>` directly below it
 * carry the entry on, and everything up to the next prompt is what was shown.
 */
export function readTranscript(text: string): Transcript {
  const lines = text.split(/\r?\n/);
  // The end of the last line begins no further one.
  if (lines.at(-1) === "") lines.pop();
  const entries: TranscriptEntry[] = [];
  let next = 0;
  while (next < lines.length) {
    const line = next;
    const prompt = promptPattern.exec(lines[next] ?? "")?.[0];
    next++;
    if (prompt === undefined) continue;
    const typed = [(lines[line] ?? "").slice(prompt.length).trimEnd()];
    while (next < lines.length && continuationPattern.test(lines[next] ?? "")) {
      typed.push((lines[next] ?? "").replace(continuationPattern, "").trimEnd());
      next++;
    }
    // The console closes an entry of several lines with an empty one.
    if (typed.length > 1 && typed.at(-1) === "") typed.pop();
    const first = next;
    while (next < lines.length && !promptPattern.test(lines[next] ?? "")) next++;
    const shown = lines.slice(first, next).map((shownLine) => `${shownLine}\n`);
    entries.push({ line: line + 1, prompt, typed: typed.join("\n"), shown: shown.join("") });
  }
  return { entries };
}
