/**
 * Two console texts beside each other, with what differs marked: for failing replays, tests and conformance cases.
 * Between the columns stands `|` (the lines differ), `<` (only left), `>` (only right) or nothing (they are equal).
 * In a line that is not equal, blanks show as `·`, tabs as `→`, other control characters as pictures, and a `^`
 * below stands where the difference begins, unless that is at the beginning.
 */
export function sideBySide(left: string, right: string, titles: { left: string; right: string }): string {
  const rows = pairLines(left.split("\n"), right.split("\n"));
  const shown = rows.map((row) => showRow(row));
  const width = Math.max(titles.left.length, ...shown.map((row) => row.left.length));
  const out = [`${cell(titles.left, width)}   ${titles.right}`, `${"-".repeat(width)}   ${"-".repeat(width)}`];
  for (const row of shown) {
    out.push(`${cell(row.left, width)} ${row.mark} ${row.right}`.trimEnd());
    if (row.difference > 0) {
      const caret = `${" ".repeat(row.difference)}^`;
      out.push(`${cell(caret, width)}   ${caret}`);
    }
  }
  return out.join("\n");
}

interface Row {
  readonly left: string | undefined;
  readonly right: string | undefined;
}

interface ShownRow {
  readonly left: string;
  readonly right: string;
  readonly mark: string;
  /** Where both lines begin to differ; 0 also when there is only one, or no difference. */
  readonly difference: number;
}

function showRow({ left, right }: Row): ShownRow {
  if (left === undefined) return { left: "", right: visible(right ?? ""), mark: ">", difference: 0 };
  if (right === undefined) return { left: visible(left), right: "", mark: "<", difference: 0 };
  if (left === right) return { left, right, mark: " ", difference: 0 };
  let at = 0;
  while (at < left.length && at < right.length && left[at] === right[at]) at++;
  return { left: visible(left), right: visible(right), mark: "|", difference: at };
}

/** A line with its blanks and control characters made visible; the number of characters stays. */
export function visible(line: string): string {
  let out = "";
  for (const character of line) {
    const code = character.charCodeAt(0);
    if (character === " ") out += "·";
    else if (character === "\t") out += "→";
    else if (code < 0x20) out += String.fromCharCode(0x2400 + code);
    else out += character;
  }
  return out === "" ? "␤" : out;
}

function cell(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - text.length));
}

/** Above this product of line counts the lines are paired by number: the table of the alignment would be too large. */
const largestAlignment = 1_000_000;

/** Pairs the lines of two texts by their longest common subsequence; unequal stretches are paired line by line. */
function pairLines(left: readonly string[], right: readonly string[]): Row[] {
  const common = left.length * right.length > largestAlignment ? [] : commonLines(left, right);
  const rows: Row[] = [];
  let l = 0;
  let r = 0;
  for (const [nextLeft, nextRight] of [...common, [left.length, right.length] as const]) {
    while (l < nextLeft || r < nextRight) {
      rows.push({ left: l < nextLeft ? left[l++] : undefined, right: r < nextRight ? right[r++] : undefined });
    }
    if (l < left.length && r < right.length) rows.push({ left: left[l++], right: right[r++] });
  }
  return rows;
}

function commonLines(left: readonly string[], right: readonly string[]): (readonly [number, number])[] {
  const stride = right.length + 1;
  // lengths[l * stride + r]: how many lines left[l..] and right[r..] have in common, in order.
  const lengths = new Uint32Array((left.length + 1) * stride);
  for (let l = left.length - 1; l >= 0; l--) {
    for (let r = right.length - 1; r >= 0; r--) {
      const here = l * stride + r;
      lengths[here] =
        left[l] === right[r]
          ? (lengths[here + stride + 1] ?? 0) + 1
          : Math.max(lengths[here + stride] ?? 0, lengths[here + 1] ?? 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    const here = l * stride + r;
    if (left[l] === right[r]) pairs.push([l++, r++]);
    else if ((lengths[here + stride] ?? 0) >= (lengths[here + 1] ?? 0)) l++;
    else r++;
  }
  return pairs;
}
