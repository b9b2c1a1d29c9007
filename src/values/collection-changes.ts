import { type Change, changeOf } from "./journal.js";
import type { Value } from "./value.js";

/** An array whose elements changed in a line: those that did, by index. */
class ElementsChange implements Change {
  private readonly before = new Map<number, Value>();

  constructor(private readonly elements: Value[]) {}

  keep(index: number): void {
    if (!this.before.has(index)) this.before.set(index, this.elements[index] as Value);
  }
  undo(): void {
    for (const [index, value] of this.before) this.elements[index] = value;
  }
}

/** To be called before an element of an array of fixed length is replaced. */
export function keepElement(owner: object, elements: Value[], index: number): void {
  changeOf(owner, () => new ElementsChange(elements))?.keep(index);
}

/**
 * A list that changed in a line. Its beginning, up to the first place where elements came or went, still has the old
 * elements in their places, but for those that were replaced one by one; behind it, the old ones are kept. So adding
 * to the end keeps nothing, and no change keeps more elements than it moves.
 */
export class ListChange implements Change {
  /** Length of the beginning that is still in place. */
  private rooted: number;
  /** The old elements behind it. */
  private tail: Value[] = [];
  private readonly replaced = new Map<number, Value>();
  /** The list works on another array: this one changes no more. */
  private isAbandoned = false;

  /** @param putBack gives the list the array that it had, with its old elements */
  constructor(
    private readonly elements: Value[],
    private readonly putBack: (elements: Value[]) => void,
  ) {
    this.rooted = elements.length;
  }

  /** Before the element at an index is replaced. */
  keepElement(index: number): void {
    if (this.isAbandoned || index >= this.rooted || this.replaced.has(index)) return;
    this.replaced.set(index, this.elements[index] as Value);
  }
  /** Before elements come or go at an index. */
  keepFrom(index: number): void {
    if (this.isAbandoned || index >= this.rooted) return;
    this.tail = this.elements.slice(index, this.rooted).concat(this.tail);
    this.rooted = index;
  }
  /** Before the list takes another array. */
  abandon(): void {
    this.isAbandoned = true;
  }

  undo(): void {
    const { elements } = this;
    elements.length = this.rooted;
    for (const value of this.tail) elements.push(value);
    for (const [index, value] of this.replaced) elements[index] = value;
    this.putBack(elements);
  }
}

/** An entry of a map that remembers the order in which its keys came. */
export interface Ordered {
  /** Grows with each new key; an entry that replaces another has its number. */
  readonly order: number;
}

/** A map that changed in a line: the old entries of the keys that it touched, `undefined` for those that were new. */
export class MapChange<T extends Ordered> implements Change {
  private readonly before = new Map<unknown, T | undefined>();
  /** Something that was there was taken away: put back, it stands at the end. */
  private hasGaps = false;
  /** The owner works on another map: this one changes no more. */
  private isAbandoned = false;

  /** @param putBack gives the owner the map that it had, with its old entries in their old order */
  constructor(
    private readonly pairs: Map<unknown, T>,
    private readonly putBack: (pairs: Map<unknown, T>) => void,
  ) {}

  /** Before the entry of a key is set or deleted. */
  keep(id: unknown, isDeletion: boolean): void {
    if (this.isAbandoned) return;
    if (isDeletion) this.hasGaps = true;
    if (!this.before.has(id)) this.before.set(id, this.pairs.get(id));
  }
  /** Before the map is emptied by taking a new one. */
  abandon(): void {
    this.isAbandoned = true;
  }

  undo(): void {
    const { pairs } = this;
    for (const [id, entry] of this.before) {
      if (entry === undefined) pairs.delete(id);
      else pairs.set(id, entry);
    }
    this.putBack(this.hasGaps ? new Map([...pairs].sort(([, a], [, b]) => a.order - b.order)) : pairs);
  }
}
