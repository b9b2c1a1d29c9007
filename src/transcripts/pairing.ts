/** How lines may differ beyond what makes both texts alike. */
export interface Pairing {
  /** What hides a value in a line of the transcript stands for anything. */
  readonly areMasked: boolean;
  /** The transcript may leave lines out. */
  readonly areOmitted: boolean;
}

/** Whether the lines of a transcript are those shown now, in their order. */
export function hasLines(told: readonly string[], now: readonly string[], { areMasked, areOmitted }: Pairing): boolean {
  const isSame = (left: string, right: string): boolean => left === right || (areMasked && isMasked(left, right));
  if (!areOmitted) {
    return told.length === now.length && told.every((line, index) => isSame(line, now[index] ?? ""));
  }
  const wanted = told.filter((line) => line.trim() !== "" && !ellipsis.test(line));
  // Of an entry of which nothing is left, nothing can be compared.
  if (wanted.length === 0) return false;
  let found = 0;
  for (const line of now) if (found < wanted.length && isSame(wanted[found] ?? "", line)) found++;
  return found === wanted.length;
}

/** What people write in place of lines that they leave out. */
const ellipsis = /^\s*[([<{]?(?:\.{3,}|\u2026|snip|cut)[)\]>}]?\s*$/i;

/** What hides a value: `******@contoso.com`, `EXXXXX`, `#####`, `[removed]`, `<redacted>`, `(...)`. */
const mask =
  /\*{3,}|X{3,}|x{4,}|#{3,}|_{6,}|\[(?:removed|redacted|masked|hidden)\]|<(?:removed|redacted|masked|hidden)>|\(\.\.\.\)|\[\.\.\.\]/g;

/** Whether a line with masks is another one: what stands between the masks has to occur in order, ends at the ends. */
function isMasked(told: string, now: string): boolean {
  const parts = told.split(mask);
  if (parts.length < 2) return false;
  const [first = ""] = parts;
  const last = parts.at(-1) ?? "";
  if (!now.startsWith(first) || !now.endsWith(last) || now.length < first.length + last.length) return false;
  let from = first.length;
  const end = now.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const at = now.indexOf(part, from);
    if (at < 0 || at + part.length > end) return false;
    from = at + part.length;
  }
  return from <= end;
}
