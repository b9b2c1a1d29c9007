/**
 * How many letters must be put in, taken out, replaced or swapped with their neighbour to make one name of the other,
 * ignoring case. No letter is touched twice.
 */
export function nameDistance(left: string, right: string): number {
  const a = left.toLowerCase();
  const b = right.toLowerCase();
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(before, j - 2) + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return at(row, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? 0;

/** The capitals of a name and its dashes: `Import-PowerShellDataFile` is `I-PSDF`. */
export function abbreviated(name: string): string {
  return name.replace(/[^\p{Lu}-]/gu, "");
}
