import type { SourceLine } from "./source-lines.js";

/** Elements that pages put around and into code; other text in angle brackets is the console's own (` <<<< `). */
const tags = /<\/?(?:pre|code|p|div|span|blockquote|samp|kbd|font|b|i|em|strong|br)(?:\s[^<>]*)?\/?>/gi;

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  ndash: "–",
  mdash: "—",
  hellip: "…",
};

const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi;

/** A prompt whose `>` is escaped: the text is the source of a page, not the output of a cmdlet that writes markup. */
const escapedPrompt = /^(?:\s|<[^<>]*>)*(?:\[PS\]|PS)(?:\s|&nbsp;)[^<>|"*?]*&gt;/;

/** A value of a list that a forum was told to show bold: `Name : **EX01**`. */
const boldValue = /^(\w+ +: )\*\*([^*]+)\*\*\s*$/;

/** Blanks of other kinds that pages put in place of spaces, and marks that show nothing. */
const foreignBlanks = /[\u00A0\u2007\u202F]/g;
const invisibleMarks = /\u200B|\u200C|\u200D|\u2060|\uFEFF/g;

/** A line that was told to show bold as a whole. */
const boldLine = /^\*\*(?=[^\s*])(.*[^\s*])\*\*\s*$/;

/**
 * Undoes what a web page did to a console's text: markup and entities when the text has markup or an escaped prompt,
 * non-breaking spaces, invisible marks, the asterisks of Markdown around values, and an empty line after every line. Curly quotes and long dashes stay:
 * PowerShell takes them.
 */
export function undoWebPaste(lines: readonly SourceLine[]): SourceLine[] {
  const isMarkup = lines.some(({ text }) => escapedPrompt.test(text));
  const cleaned = lines.flatMap(({ text, number }) => {
    const plain = isMarkup ? decodeEntities(text.replaceAll(/<br\s*\/?>/gi, "\n").replaceAll(tags, "")) : text;
    return plain
      .replaceAll(invisibleMarks, "")
      .replaceAll(foreignBlanks, " ")
      .split("\n")
      .map((part) => ({ text: part.replace(boldValue, "$1$2").replace(boldLine, "$1"), number }));
  });
  return isDoubleSpaced(cleaned) ? withoutSpacing(cleaned) : cleaned;
}

function decodeEntities(text: string): string {
  return text.replaceAll(entity, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined)
      return Object.hasOwn(entities, name.toLowerCase()) ? (entities[name.toLowerCase()] ?? whole) : whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const isBlank = ({ text }: SourceLine): boolean => text.trim() === "";

/** Fewer lines than this may stand apart by chance. */
const fewestLines = 8;

function isDoubleSpaced(lines: readonly SourceLine[]): boolean {
  const written = lines.filter((line) => !isBlank(line)).length;
  if (written < fewestLines) return false;
  return !lines.some((line, index) => {
    const following = lines[index + 1];
    return following !== undefined && !isBlank(line) && !isBlank(following);
  });
}

/** Takes the one empty line away that follows each other line. */
function withoutSpacing(lines: readonly SourceLine[]): SourceLine[] {
  const kept: SourceLine[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    kept.push(line);
    const following = lines[index + 1];
    if (following !== undefined && isBlank(following)) index++;
  }
  return kept;
}
