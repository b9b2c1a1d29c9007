/**
 * The classes of which objects of a session's heap are: every kind of value that is an object, and the tables that hold
 * them. Each class says here how its objects are copied and written, so that a fork and a snapshot can hold whatever a
 * session can. By default an object is the fields that it has.
 */
export interface HeapClassOptions {
  /** Fields that are made again when they are needed, with what they begin with: neither copied nor written. */
  readonly caches?: Readonly<Record<string, unknown>>;
  /** Fields with a Map whose order means nothing: written by key. */
  readonly unordered?: readonly string[];
  /** Its objects never change, not even by members of their own: copies share them. */
  readonly isImmutable?: boolean;
  /** The field with a syntax tree, of an object whose field `source` is the text of it: code, which copies share. */
  readonly tree?: string;
  /** Fields with immutable definitions of ours (a .NET method): copies share them, text cannot hold them. */
  readonly definitions?: readonly string[];
  /** It belongs to the line that runs, or to code of the host: what it is, for the error that refuses it. */
  readonly refused?: string;
}

/** A constructor of any class; what it takes is none of our business, objects are made without it. */
export interface HeapConstructor {
  readonly prototype: object;
  readonly name: string;
}

/** A class as it is registered. */
export interface HeapClass extends HeapClassOptions {
  readonly name: string;
  readonly prototype: object;
}

const byName = new Map<string, HeapClass>();
const byPrototype = new Map<object, HeapClass>();
const constantByName = new Map<string, object>();
const nameByConstant = new Map<object, string>();

/** The lines in which things were born or last changed count from the start in every copy: they are older than any. */
const stamps: Readonly<Record<string, unknown>> = { epoch: 0, commandsEpoch: 0 };

/**
 * Registers a class; call it behind the class.
 * @param name under which snapshots know it; unique, and never changed
 */
export function heapClass(name: string, { prototype }: HeapConstructor, options: HeapClassOptions = {}): void {
  if (byName.has(name)) throw new Error(`two heap classes are named ${name}`);
  const made = { ...options, name, prototype, caches: { ...stamps, ...options.caches } };
  byName.set(name, made);
  byPrototype.set(prototype, made);
}

/** Registers something that objects of every session share: a function without a state, an object that never changes. */
export function heapConstant(name: string, constant: object): void {
  if (constantByName.has(name)) throw new Error(`two heap constants are named ${name}`);
  constantByName.set(name, constant);
  nameByConstant.set(constant, name);
}

export function heapClassOf(object: object): HeapClass | undefined {
  const prototype: unknown = Object.getPrototypeOf(object);
  return typeof prototype === "object" && prototype !== null ? byPrototype.get(prototype) : undefined;
}
export function heapClassNamed(name: string): HeapClass | undefined {
  return byName.get(name);
}
export function heapConstantName(constant: object): string | undefined {
  return nameByConstant.get(constant);
}
export function heapConstantNamed(name: string): object | undefined {
  return constantByName.get(name);
}
/** Names of all registered classes. */
export function heapClassNames(): readonly string[] {
  return [...byName.keys()];
}
