/** Codes below this are looked up in a table; the others are asked for one by one. */
const tableSize = 256;

/** The UTF-16 units that one piece of a pattern accepts. */
export class UnitSet {
  private readonly test: RegExp;
  private readonly table: readonly boolean[];
  private readonly asked = new Map<number, boolean>();
  private allRanges: readonly UnitRange[] | null = null;

  constructor(
    readonly source: string,
    flags: string,
  ) {
    this.test = new RegExp(`^(?:${source})$`, flags);
    this.table = Array.from({ length: tableSize }, (_, code) => this.test.test(String.fromCharCode(code)));
  }

  has(code: number): boolean {
    if (code < tableSize) return this.table[code] === true;
    let answer = this.asked.get(code);
    if (answer === undefined) {
      answer = this.test.test(String.fromCharCode(code));
      this.asked.set(code, answer);
    }
    return answer;
  }

  /** Whether some unit is in both. */
  overlaps(other: UnitSet): boolean {
    if (this.source === other.source || this.table.some((mine, code) => mine && other.table[code])) return true;
    for (const [first, last] of this.ranges) {
      for (const [from, to] of other.ranges) if (first <= to && from <= last) return true;
    }
    return false;
  }

  /** Above the table: found once, by asking for all. */
  private get ranges(): readonly UnitRange[] {
    this.allRanges ??= [...this.rangesBelowSurrogates(), ...this.surrogateRanges()];
    return this.allRanges;
  }

  private *rangesBelowSurrogates(): Iterable<UnitRange> {
    const runs = new RegExp(`(?:${this.source})+`, `g${this.test.flags}`);
    for (const [low, high] of planes) {
      unitsOf[low] ??= Array.from({ length: high - low }, (_, i) => String.fromCharCode(low + i)).join("");
      for (const { index, 0: run } of unitsOf[low].matchAll(runs)) yield [low + index, low + index + run.length - 1];
    }
  }

  /** One at a time: next to each other they would be read as pairs. */
  private *surrogateRanges(): Iterable<UnitRange> {
    for (let code = 0xd800; code <= 0xdfff; code++) if (this.has(code)) yield [code, code];
  }
}

type UnitRange = readonly [first: number, last: number];

/** What lies above the table, without the surrogates. */
const planes: readonly UnitRange[] = [
  [tableSize, 0xd800],
  [0xe000, 0x10000],
];
/** All units of a plane as a text, made when first asked for. */
const unitsOf: Record<number, string> = {};

const known = new Map<string, UnitSet>();

/** The set of a piece; the common ones are kept, for they are in most patterns. */
export function unitSet(source: string, flags: string): UnitSet {
  const key = `${flags}:${source}`;
  let set = known.get(key);
  if (set === undefined) {
    set = new UnitSet(source, flags);
    if (known.size >= 500) known.clear();
    known.set(key, set);
  }
  return set;
}
