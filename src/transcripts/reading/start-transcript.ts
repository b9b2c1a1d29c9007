import type { SourceLine } from "./source-lines.js";

/** What the head of a file that Start-Transcript wrote tells. */
export interface TranscriptHead {
  /** `2.0`, `5.1.14393.0`, `7.4.1`: of the shell; `undefined` when the head names none. */
  readonly version: string | undefined;
}

const rule = /^\*{10,}\s*$/;

/** The time of the beginning and of the end, in any language: `Startzeit: 20200603090000`. */
const stamp = /: ?20\d{12}\s*$/;

/** At most so many lines stand between two rules of stars. */
const longestBlock = 30;

/**
 * Leaves out the blocks between rules of stars that Start-Transcript writes: head, foot, and the head above each
 * command (`-IncludeInvocationHeader`), and the line that says where the transcript goes.
 */
export function withoutTranscriptBlocks(lines: readonly SourceLine[]): {
  readonly lines: readonly SourceLine[];
  readonly head: TranscriptHead | undefined;
} {
  const kept: SourceLine[] = [];
  let head: TranscriptHead | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    const end = rule.test(line.text) ? endOfBlock(lines, index) : undefined;
    if (end === undefined) {
      if (!/^Transcript started, output file is /.test(line.text)) kept.push(line);
      continue;
    }
    const block = lines.slice(index + 1, end).map(({ text }) => text);
    if (head === undefined && block.some((text) => /transcript start|^PSVersion: /i.test(text) || stamp.test(text)))
      head = { version: versionIn(block) };
    index = end;
  }
  return { lines: head === undefined ? lines : kept, head };
}

function endOfBlock(lines: readonly SourceLine[], start: number): number | undefined {
  for (let index = start + 1; index < lines.length && index <= start + longestBlock; index++) {
    if (rule.test(lines[index]?.text ?? "")) return index;
  }
  return undefined;
}

function versionIn(block: readonly string[]): string | undefined {
  for (const text of block) {
    const version = /^PSVersion: (\S+)/.exec(text)?.[1];
    if (version !== undefined) return version;
  }
  // The head of 2.0 to 4.0 names the machine and the user only.
  return block.some((text) => /^(?:Machine|Computer)\s+: /.test(text)) ? "2.0" : undefined;
}
