/** A run of comments in source text: what they say, line by line, and where they end. */
export interface CommentBlock {
  readonly lines: readonly string[];
  readonly start: number;
  readonly end: number;
}

const blanks = /[^\S\n]*/y;

/**
 * The comments that stand at a place of the text, behind white space: a block comment or lines with `#`, and those that
 * follow without an empty line between. `null`: something else stands there.
 */
export function commentBlockAt(text: string, from: number): CommentBlock | null {
  const start = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  const lines: string[] = [];
  let end = start;
  let at: number | null = start;
  while (at !== null) {
    const comment = readComment(text, at);
    if (comment === null) break;
    lines.push(...comment.lines);
    end = comment.end;
    at = nextLine(text, end);
  }
  return lines.length === 0 ? null : { lines, start, end };
}

function readComment(text: string, at: number): { readonly lines: readonly string[]; readonly end: number } | null {
  if (text.startsWith("<#", at)) {
    const close = text.indexOf("#>", at + 2);
    if (close < 0) return null;
    return { lines: text.slice(at + 2, close).split(/\r?\n/), end: close + 2 };
  }
  if (text[at] !== "#") return null;
  const newLine = text.indexOf("\n", at);
  const end = newLine < 0 ? text.length : newLine;
  return { lines: [text.slice(at, end).replace(/^#+/, "").trimEnd()], end };
}

/** The first character behind the blanks of the next line; `null` when the rest of this line is not empty. */
function nextLine(text: string, from: number): number | null {
  blanks.lastIndex = from;
  blanks.exec(text);
  if (text[blanks.lastIndex] !== "\n") return null;
  blanks.lastIndex += 1;
  blanks.exec(text);
  return blanks.lastIndex;
}

/**
 * The comments that end before a place with at most so many line ends between; `null` when something else does.
 * @param lowest nothing before this place is looked at
 */
export function commentBlockBefore(text: string, at: number, lineEnds: number, lowest = 0): CommentBlock | null {
  let end = at;
  let allowed = lineEnds;
  let found = null as CommentBlock | null;
  for (;;) {
    const gap = /\s*$/.exec(text.slice(lowest, end))?.[0] ?? "";
    if (gap.split("\n").length - 1 > allowed) return found;
    const start = commentStart(text, end - gap.length, lowest);
    if (start === null) return found;
    const comment = readComment(text, start);
    if (comment === null || comment.end !== end - gap.length) return found;
    found = { lines: [...comment.lines, ...(found?.lines ?? [])], start, end: found?.end ?? comment.end };
    end = start;
    allowed = 1;
  }
}

function commentStart(text: string, end: number, lowest: number): number | null {
  if (text.slice(lowest, end).endsWith("#>")) {
    const open = text.lastIndexOf("<#", end - 2);
    return open < lowest ? null : open;
  }
  const line = Math.max(text.lastIndexOf("\n", end - 1) + 1, lowest);
  const first = line + (/^[^\S\n]*/.exec(text.slice(line, end))?.[0].length ?? 0);
  return text[first] === "#" ? first : null;
}
