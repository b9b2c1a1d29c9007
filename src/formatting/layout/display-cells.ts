/** Ranges of UTF-16 units that take two cells (SPEC A.9), in ascending order. */
const wideRanges: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3040, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
];
const firstWide = 0x1100;

/** How many cells texts take on a console; control characters count as one. */
export interface DisplayCells {
  /** Of one UTF-16 unit. */
  unit(code: number): 1 | 2;
  /** Of a text. */
  width(text: string): number;
  /** As many units from the beginning as fit `cells`. */
  head(text: string, cells: number): string;
  /** As many units from the end as fit `cells`. */
  tail(text: string, cells: number): string;
}

/** Every UTF-16 unit takes one cell. */
export const singleCells: DisplayCells = {
  unit: () => 1,
  width: (text) => text.length,
  head: (text, cells) => text.slice(0, Math.max(cells, 0)),
  tail: (text, cells) => (cells <= 0 ? "" : text.slice(-cells)),
};

const escapeCharacter = "\u001b";

/** Length of the escape sequence that stands at an offset: `ESC [ 3 1 m`; 0 when none does. */
function sequenceLength(text: string, at: number): number {
  if (text[at] !== escapeCharacter || text[at + 1] !== "[") return 0;
  let end = at + 2;
  while (end < text.length && text.charCodeAt(end) < 0x40) end++;
  return end < text.length ? end + 1 - at : 0;
}

/** Cells of a text without its escape sequences. */
function visibleWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const length = sequenceLength(text, i);
    if (length > 0) i += length - 1;
    else width += unitWidth(text.charCodeAt(i));
  }
  return width;
}

/** East Asian characters take two cells, the escape sequences of colours none. */
export const eastAsianCells: DisplayCells = {
  unit: unitWidth,
  width(text) {
    if (text.includes(escapeCharacter)) return visibleWidth(text);
    let wide = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= firstWide && unitWidth(code) === 2) wide++;
    }
    return text.length + wide;
  },
  head(text, cells) {
    let used = 0;
    for (let i = 0; i < text.length; i++) {
      const length = sequenceLength(text, i);
      if (length > 0) {
        i += length - 1;
        continue;
      }
      used += unitWidth(text.charCodeAt(i));
      if (used > cells) return text.slice(0, i);
    }
    return text;
  },
  tail(text, cells) {
    let used = 0;
    for (let i = text.length - 1; i >= 0; i--) {
      used += unitWidth(text.charCodeAt(i));
      if (used > cells) return text.slice(i + 1);
    }
    return text;
  },
};

function unitWidth(code: number): 1 | 2 {
  if (code < firstWide) return 1;
  for (const [from, to] of wideRanges) {
    if (code < from) return 1;
    if (code <= to) return 2;
  }
  return 1;
}

const someBlanks = " ".repeat(256);

/** `count` blanks; none when it is not positive. */
export function blanks(count: number): string {
  if (count <= 0) return "";
  return count <= 256 ? someBlanks.slice(0, count) : " ".repeat(count);
}
