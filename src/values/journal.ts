/**
 * The journal of the line that runs: how what it changes in the heap can be taken back. Whatever is mutable says here
 * what it was like before its first change in a line. What was born in the line needs no entry: it carries the line's
 * number, its epoch, from the start.
 *
 * One line runs at a time, also when a callback of the host runs a line of another shell inside: so the line that runs
 * is a variable of this module, and its number is one comparison away from everything that is written.
 */

/** The number of the line that runs; no two lines of any shell share one. 0: none runs, what is born then is older. */
export let epoch = 0;
let latest = 0;
let open: LineJournal | null = null;

/** How one object was before the line changed it. */
export interface Change {
  /** Puts everything back that the line changed, in whatever state it left the object. */
  undo(): void;
}

/** What one line changed, in the order of the first changes. */
export class LineJournal {
  private readonly changes = new Map<object, Change>();

  /** Runs the line; a line inside it has a journal of its own. */
  during<T>(body: () => T): T {
    const outer = open;
    const outerEpoch = epoch;
    open = this;
    epoch = ++latest;
    try {
      return body();
    } finally {
      open = outer;
      epoch = outerEpoch;
    }
  }

  /** Takes back what the line changed; nothing may have changed since that is not taken back already. */
  undo(): void {
    for (const change of [...this.changes.values()].reverse()) change.undo();
    this.changes.clear();
  }

  /** How many objects older than the line it changed. */
  get size(): number {
    return this.changes.size;
  }

  find(owner: object): Change | undefined {
    return this.changes.get(owner);
  }
  add(owner: object, change: Change): void {
    this.changes.set(owner, change);
  }
}

/**
 * The entry of an object that is about to be changed, made at the first change in the line; `null` when no line runs.
 * Each object has one kind of entry.
 */
export function changeOf<T extends Change>(owner: object, make: () => T): T | null {
  if (open === null) return null;
  const known = open.find(owner);
  if (known !== undefined) return known as T;
  const made = make();
  open.add(owner, made);
  return made;
}

/** Fields of one object as they were: for objects that keep immutable values in a few fields. */
class FieldsChange implements Change {
  private readonly before: ReadonlyMap<string, unknown>;

  constructor(private readonly owner: object) {
    this.before = new Map(Object.entries(owner));
  }
  undo(): void {
    const owner = this.owner as Record<string, unknown>;
    for (const name of Object.keys(owner)) if (!this.before.has(name)) delete owner[name];
    for (const [name, value] of this.before) owner[name] = value;
  }
}

/**
 * To be called before an object's own fields are assigned. It keeps the fields, not what is in them: a Map or an array
 * in a field has to be replaced, not changed, or journaled by a key of its own.
 */
export function keepFields(owner: object): void {
  changeOf(owner, () => new FieldsChange(owner));
}

/** The extra fields of an object whose content has another entry: they are kept under a key of their own. */
const extras = new WeakMap<object, object>();

/** As {@link keepFields}, for some fields of an object whose other state has an entry of its own kind. */
export function keepSome(owner: object, names: readonly string[]): void {
  if (open === null) return;
  let key = extras.get(owner);
  if (key === undefined) {
    key = {};
    extras.set(owner, key);
  }
  changeOf(key, () => new SomeFieldsChange(owner))?.keep(names);
}

class SomeFieldsChange implements Change {
  private readonly before = new Map<string, { readonly isOwn: boolean; readonly value: unknown }>();

  constructor(private readonly owner: object) {}

  keep(names: readonly string[]): void {
    for (const name of names) {
      if (this.before.has(name)) continue;
      this.before.set(name, { isOwn: Object.hasOwn(this.owner, name), value: Reflect.get(this.owner, name) });
    }
  }
  undo(): void {
    for (const [name, { isOwn, value }] of this.before) {
      if (isOwn) Reflect.set(this.owner, name, value);
      else Reflect.deleteProperty(this.owner, name);
    }
  }
}
