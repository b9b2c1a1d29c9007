import { keepElement, ListChange, MapChange, type Ordered } from "./collection-changes.js";
import type { DotNetType } from "./dotnet-type.js";
import { heapClass } from "./heap/heap-class.js";
import { changeOf, epoch, keepSome } from "./journal.js";
import { arrayTypeOf } from "./types.js";
import { DotNetObject, type Value } from "./value.js";

/** A .NET array (`Object[]`, `string[]`, …): fixed length, typed elements. Elements change through `setItem` only. */
export class PSArray extends DotNetObject {
  private readonly elementType: DotNetType | null;
  private readonly elements: Value[];
  private readonly epoch = epoch;

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
    if (this.epoch !== epoch) keepElement(this, this.elements, index);
    this.elements[index] = value;
  }
}
heapClass("PSArray", PSArray);

/** System.Collections.ArrayList, List`1, Collection`1 and other growing lists; they differ by their type only. */
export class PSList extends DotNetObject {
  private elements: Value[];
  private changes = 0;
  private readonly epoch = epoch;
  /** What `Capacity` was set to; it holds nothing here, but reads back. */
  private setCapacity = 0;
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
  /** Grows with every change but `setItem`, its taking back included, so that a loop over the elements can tell that they changed. */
  get version(): number {
    return this.changes;
  }
  get capacity(): number {
    return this.setCapacity;
  }
  set capacity(capacity: number) {
    keepSome(this, ["setCapacity"]);
    this.setCapacity = capacity;
  }
  setItem(index: number, value: Value): void {
    if (this.epoch !== epoch) this.change()?.keepElement(index);
    this.elements[index] = value;
  }
  insert(index: number, ...values: readonly Value[]): void {
    if (this.epoch !== epoch) this.change()?.keepFrom(index);
    this.changes++;
    if (index === this.elements.length) for (const v of values) this.elements.push(v);
    else this.elements.splice(index, 0, ...values);
  }
  /** Adds at the end, however many. */
  append(values: readonly Value[]): void {
    if (this.epoch !== epoch) this.change();
    this.changes++;
    // The values may be those of this list.
    const { length } = values;
    for (let i = 0; i < length; i++) this.elements.push(values[i] as Value);
  }
  removeRange(index: number, count: number): void {
    if (this.epoch !== epoch) this.change()?.keepFrom(index);
    this.changes++;
    this.elements.splice(index, count);
  }
  replaceAll(items: Value[]): void {
    if (this.epoch !== epoch) this.change()?.abandon();
    this.changes++;
    this.elements = items;
  }

  /** The journal's entry of this list for the line that runs. */
  private change(): ListChange | null {
    return changeOf(
      this,
      () =>
        new ListChange(this.elements, (elements) => {
          this.changes++;
          this.elements = elements;
        }),
    );
  }
}
heapClass("PSList", PSList, { caches: { changes: 0 } });

export interface DictionaryPair extends Ordered {
  readonly key: Value;
  readonly value: Value;
}

/** A pair as the dictionary itself has it. */
interface OwnPair extends DictionaryPair {
  value: Value;
}

/**
 * Hashtable, OrderedDictionary and Dictionary`2; they differ by their type and by whether text keys ignore case.
 * `keyOf` (dictionary.ts of the caller's choice) turns a key into something a Map compares as .NET does.
 */
export class PSDictionary extends DotNetObject {
  private pairs = new Map<unknown, OwnPair>();
  private changes = 0;
  private latest = 0;
  private readonly epoch = epoch;
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
    // The journal keeps pairs, so those of a dictionary that it follows are replaced.
    const isJournaled = this.epoch !== epoch;
    if (isJournaled) this.change()?.keep(id, false);
    const old = this.pairs.get(id);
    this.changes++;
    if (old === undefined) this.pairs.set(id, { key, value, order: ++this.latest });
    else if (isJournaled) this.pairs.set(id, { key: old.key, value, order: old.order });
    else old.value = value;
  }
  /** Grows with every change, its taking back included, so that a loop over the pairs can tell that they changed. */
  get version(): number {
    return this.changes;
  }
  delete(key: Value): boolean {
    const id = this.keyOf(key);
    if (this.epoch !== epoch) this.change()?.keep(id, true);
    this.changes++;
    return this.pairs.delete(id);
  }
  clear(): void {
    if (this.epoch !== epoch) this.change()?.abandon();
    this.changes++;
    this.pairs = new Map();
  }
  /** The pair at a position, as an ordered dictionary counts; the list of pairs is made once between changes. */
  pairAt(index: number): DictionaryPair | undefined {
    if (this.pairList === null || this.pairListVersion !== this.changes) {
      this.pairList = [...this.entries()];
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

  /** The journal's entry of this dictionary for the line that runs. */
  private change(): MapChange<OwnPair> | null {
    const { latest } = this;
    return changeOf(
      this,
      () =>
        new MapChange(this.pairs, (pairs) => {
          this.changes++;
          this.pairs = pairs;
          this.latest = latest;
        }),
    );
  }
}
heapClass("PSDictionary", PSDictionary, { caches: { changes: 0, pairList: null, pairListVersion: -1 } });
