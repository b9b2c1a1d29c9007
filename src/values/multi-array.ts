import { keepElement } from "./collection-changes.js";
import type { DotNetType } from "./dotnet-type.js";
import { EnumerableObject } from "./enumeration.js";
import { heapClass } from "./heap/heap-class.js";
import { epoch } from "./journal.js";
import type { Value } from "./value.js";

/** A .NET array of several dimensions (`int[,]`). It enumerates with its last index running fastest. */
export class MultiArray extends EnumerableObject {
  override readonly isList = true;
  private readonly epoch = epoch;
  constructor(
    /** An array type of as many dimensions as there are lengths. */
    readonly type: DotNetType,
    readonly lengths: readonly number[],
    /** As many as the lengths multiplied; owned from here on, and of the element type already. */
    private readonly values: Value[],
  ) {
    super();
  }
  get items(): readonly Value[] {
    return this.values;
  }
  override elements(): readonly Value[] {
    return this.values;
  }
  setItem(at: number, value: Value): void {
    if (this.epoch !== epoch) keepElement(this, this.values, at);
    this.values[at] = value;
  }
  /** Where the element with these indexes is in `items`; `undefined` outside. Negative indexes count from the end. */
  offsetOf(indexes: readonly number[]): number | undefined {
    let offset = 0;
    for (const [dimension, length] of this.lengths.entries()) {
      const given = indexes[dimension] ?? 0;
      const at = given < 0 ? given + length : given;
      if (at < 0 || at >= length) return undefined;
      offset = offset * length + at;
    }
    return offset;
  }
  clone(): MultiArray {
    return new MultiArray(this.type, this.lengths, [...this.values]);
  }
}
heapClass("MultiArray", MultiArray);
