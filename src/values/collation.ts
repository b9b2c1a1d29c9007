/**
 * Culture-linguistic comparison of text (H.4): whole-string primary weights first, then accents, then case, lower before
 * upper. ASCII is compared by a table of our own; everything else by the root collation.
 */

/** Printable ASCII in primary order; letters follow, each lower case before upper case. */
const order = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789";

/** Primary weight by code; 0: not in the table. */
const weights = new Uint8Array(128);
for (let i = 0; i < order.length; i++) weights[order.charCodeAt(i)] = i + 1;
for (let i = 0; i < 26; i++) weights[97 + i] = weights[65 + i] = order.length + 1 + i;

let collator: Intl.Collator | null = null;
function rootCollator(): Intl.Collator {
  collator ??= new Intl.Collator("en-US", {
    sensitivity: "variant",
    caseFirst: "false",
    numeric: false,
    ignorePunctuation: false,
  });
  return collator;
}

/** Negative, 0 or positive; 0 means equal to `-eq` as well. */
export function compareText(a: string, b: string, ignoreCase: boolean): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  let caseDifference = 0;
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y && x < 128 && weights[x] !== 0) continue;
    const wx = x < 128 ? (weights[x] as number) : 0;
    const wy = y < 128 ? (weights[y] as number) : 0;
    if (wx === 0 || wy === 0) return compareByCollation(a, b, ignoreCase);
    if (wx !== wy) return isAscii(a, i) && isAscii(b, i) ? wx - wy : compareByCollation(a, b, ignoreCase);
    if (caseDifference === 0) caseDifference = x > y ? -1 : 1;
  }
  if (!isAscii(a, length) || !isAscii(b, length)) return compareByCollation(a, b, ignoreCase);
  if (a.length !== b.length) return a.length - b.length;
  return ignoreCase ? 0 : caseDifference;
}

function isAscii(text: string, from: number): boolean {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 128 || weights[c] === 0) return false;
  }
  return true;
}

function compareByCollation(a: string, b: string, ignoreCase: boolean): number {
  if (!ignoreCase) return rootCollator().compare(a, b);
  return rootCollator().compare(fold(a), fold(b));
}

/** Case taken away and nothing else, so that `ß` and `ss`, or full-width letters, stay different. */
function fold(text: string): string {
  let folded = "";
  for (const c of text) {
    const lower = c.toLowerCase();
    folded += c === "\u03c2" ? "\u03c3" : lower.length === c.length ? lower : c;
  }
  return folded;
}

/** Ordinal comparison, as .NET's: UTF-16 units. */
export function compareOrdinal(a: string, b: string, ignoreCase = false): number {
  const x = ignoreCase ? a.toUpperCase() : a;
  const y = ignoreCase ? b.toUpperCase() : b;
  return x < y ? -1 : x > y ? 1 : 0;
}
