import type { DotNetType } from "./dotnet-type.js";
import { arrayTypeOf } from "./types.js";
import { DotNetObject, type Value } from "./value.js";

/** A .NET array (`Object[]`, `string[]`, …): fixed length, typed elements. Elements change through `setItem` only. */
export class PSArray extends DotNetObject {
  private readonly elementType: DotNetType | null;
  private readonly elements: Value[];

  /** Takes ownership of `items`; they are of the element type already. `null` means System.Object. */
  constructor(items: Value[], elementType: DotNetType | null = null) {
    super();
    this.elements = items;
    this.elementType = elementType;
  }
  get type(): DotNetType {
    return arrayTypeOf(this.elementType);
  }
  get items(): readonly Value[] {
    return this.elements;
  }
  setItem(index: number, value: Value): void {
    this.elements[index] = value;
  }
}

/** System.Collections.ArrayList, List`1, Collection`1 and other growing lists; they differ by their type only. */
export class PSList extends DotNetObject {
  private elements: Value[];
  private changes = 0;
  /** What `Capacity` was set to; it holds nothing here, but reads back. */
  capacity = 0;
  constructor(
    readonly type: DotNetType,
    items: Value[],
    /** `null`: any value. */
    readonly elementType: DotNetType | null = null,
  ) {
    super();
    this.elements = items;
  }
  get items(): readonly Value[] {
    return this.elements;
  }
  /** Grows with every change but `setItem`, so that a loop over the elements can tell that they changed. */
  get version(): number {
    return this.changes;
  }
  setItem(index: number, value: Value): void {
    this.elements[index] = value;
  }
  insert(index: number, ...values: readonly Value[]): void {
    this.changes++;
    if (index === this.elements.length) for (const v of values) this.elements.push(v);
    else this.elements.splice(index, 0, ...values);
  }
  /** Adds at the end, however many. */
  append(values: readonly Value[]): void {
    this.changes++;
    for (const value of values) this.elements.push(value);
  }
  removeRange(index: number, count: number): void {
    this.changes++;
    this.elements.splice(index, count);
  }
  replaceAll(items: Value[]): void {
    this.changes++;
    this.elements = items;
  }
}

export interface DictionaryPair {
  readonly key: Value;
  readonly value: Value;
}

/**
 * Hashtable, OrderedDictionary and Dictionary`2; they differ by their type and by whether text keys ignore case.
 * `keyOf` (dictionary.ts of the caller's choice) turns a key into something a Map compares as .NET does.
 */
export class PSDictionary extends DotNetObject {
  private readonly pairs = new Map<unknown, DictionaryPair>();
  private changes = 0;
  private pairList: readonly DictionaryPair[] | null = null;
  private pairListVersion = -1;
  constructor(
    readonly type: DotNetType,
    private readonly keyOf: (key: Value) => unknown,
    readonly keyType: DotNetType | null = null,
    readonly valueType: DotNetType | null = null,
  ) {
    super();
  }
  get size(): number {
    return this.pairs.size;
  }
  has(key: Value): boolean {
    return this.pairs.has(this.keyOf(key));
  }
  /** The value; `undefined` when the key is not there. */
  get(key: Value): Value | undefined {
    return this.pairs.get(this.keyOf(key))?.value;
  }
  /** Adds, or replaces keeping place and spelling of the key. */
  set(key: Value, value: Value): void {
    const id = this.keyOf(key);
    const old = this.pairs.get(id);
    this.changes++;
    this.pairs.set(id, { key: old === undefined ? key : old.key, value });
  }
  /** Grows with every change, so that a loop over the pairs can tell that they changed. */
  get version(): number {
    return this.changes;
  }
  delete(key: Value): boolean {
    this.changes++;
    return this.pairs.delete(this.keyOf(key));
  }
  clear(): void {
    this.changes++;
    this.pairs.clear();
  }
  /** The pair at a position, as an ordered dictionary counts; the list of pairs is made once between changes. */
  pairAt(index: number): DictionaryPair | undefined {
    if (this.pairList === null || this.pairListVersion !== this.changes) {
      this.pairList = [...this.pairs.values()];
      this.pairListVersion = this.changes;
    }
    return this.pairList[index];
  }
  /** What keys are compared by: equal for equal keys. */
  identityOf(key: Value): unknown {
    return this.keyOf(key);
  }
  /** An empty dictionary of the same kind. */
  cloneEmpty(): PSDictionary {
    return new PSDictionary(this.type, this.keyOf, this.keyType, this.valueType);
  }
  /** Pairs in order of insertion (a Hashtable's real order is its buckets'; .NET promises none). */
  entries(): IterableIterator<DictionaryPair> {
    return this.pairs.values();
  }
}
