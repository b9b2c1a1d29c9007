import { PSArray } from "../collections.js";
import type { DotNetType } from "../dotnet-type.js";
import { heapClass } from "../heap/heap-class.js";
import { epoch, keepFields } from "../journal.js";
import { outOfRangeError } from "../net-errors.js";
import { Double, SmallInteger } from "../numbers.js";
import { method, overload } from "../signatures.js";
import { defineType, typeNamed } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

/** System.Random: with a seed .NET's own sequence (the subtractive generator), else the session's deterministic source. */
export class SystemRandom extends DotNetObject {
  private table: number[] | null;
  private next = 0;
  private nextPlus = 21;
  private epoch = epoch;
  constructor(seed: number | null) {
    super();
    this.table = seed === null ? null : seededTable(seed);
  }
  get type(): DotNetType {
    return typeNamed("System.Random");
  }
  sample(context: ValueContext): number {
    return this.table === null ? context.random() : this.internalSample(this.ownTable(this.table)) / 2147483647;
  }
  /** The numbers that this line may change. */
  private ownTable(table: number[]): number[] {
    if (this.epoch === epoch) return table;
    keepFields(this);
    this.epoch = epoch;
    this.table = [...table];
    return this.table;
  }
  private internalSample(table: number[]): number {
    this.next = this.next + 1 >= 56 ? 1 : this.next + 1;
    this.nextPlus = this.nextPlus + 1 >= 56 ? 1 : this.nextPlus + 1;
    let value = (table[this.next] as number) - (table[this.nextPlus] as number);
    if (value === 2147483647) value--;
    if (value < 0) value += 2147483647;
    table[this.next] = value;
    return value;
  }
  /** 0 ≤ n < 2147483647. */
  nextInt(context: ValueContext): number {
    return this.table === null
      ? Math.floor(context.random() * 2147483647)
      : this.internalSample(this.ownTable(this.table));
  }
}
heapClass("SystemRandom", SystemRandom);

/** Knuth's subtractive method with the constants that .NET documents. */
function seededTable(seed: number): number[] {
  const table = new Array<number>(56).fill(0);
  let mj = 161803398 - (seed === -2147483648 ? 2147483647 : Math.abs(seed));
  table[55] = mj;
  let mk = 1;
  for (let i = 1; i < 55; i++) {
    const at = (21 * i) % 55;
    table[at] = mk;
    mk = mj - mk;
    if (mk < 0) mk += 2147483647;
    mj = table[at] as number;
  }
  for (let round = 1; round < 5; round++) {
    for (let i = 1; i < 56; i++) {
      const other = i + 30 >= 55 ? i + 30 - 55 : i + 30;
      let value = ((table[i] as number) - (table[1 + other] as number)) | 0;
      if (value < 0) value += 2147483647;
      table[i] = value;
    }
  }
  return table;
}

const int = (value: Value | undefined): number => (typeof value === "number" ? value : 0);
function between(context: ValueContext, random: SystemRandom, low: number, high: number): number {
  if (low > high) throw outOfRangeError(context, "'minValue' cannot be greater than maxValue.", "minValue");
  return Math.floor(random.sample(context) * (high - low)) + low;
}

defineType({
  fullName: "System.Random",
  members: () => [
    method<SystemRandom>(
      ["int Next()", (c, r) => r.nextInt(c)],
      [
        "int Next(int maxValue)",
        (c, r, [max]) => {
          if (int(max) < 0) throw outOfRangeError(c, "'maxValue' must be greater than zero.", "maxValue");
          return between(c, r, 0, int(max));
        },
      ],
      ["int Next(int minValue, int maxValue)", (c, r, [min, max]) => between(c, r, int(min), int(max))],
    ),
    method<SystemRandom>(["double NextDouble()", (c, r) => new Double(r.sample(c))]),
    method<SystemRandom>([
      "void NextBytes(byte[] buffer)",
      (c, r, [b]) => {
        if (b instanceof PSArray)
          b.items.forEach((_, i) => {
            b.setItem(i, new SmallInteger("Byte", r.nextInt(c) & 255));
          });
        return null;
      },
    ]),
  ],
  constructors: () => [
    overload("Random new()", () => new SystemRandom(null)),
    overload("Random new(int Seed)", (_, __, [s]) => new SystemRandom(int(s))),
  ],
});
