/**
 * An immutable list that is cheap to change in a copy: a tree of frozen arrays of 32, as deep as its length needs.
 * Changing one item of 100,000 copies four small arrays; everything else is shared. Immer alone would copy the list.
 */
export interface Vector<T> {
  readonly length: number;
  /** Bits of the index that lie below the root's own five: 0 when the root holds the items themselves. */
  readonly shift: number;
  readonly root: VectorNode<T>;
}

/** A node of the tree: items in the lowest level, nodes above it. `shift` of the vector tells which. */
type VectorNode<T> = readonly (T | VectorNode<T>)[];

const bits = 5;
const width = 1 << bits;
const mask = width - 1;

/** Makes a vector of the given items. */
export function vectorOf<T>(items: readonly T[]): Vector<T> {
  let nodes: VectorNode<T>[] = chunks(items);
  let shift = 0;
  while (nodes.length > 1) {
    nodes = chunks(nodes);
    shift += bits;
  }
  return Object.freeze({ length: items.length, shift, root: nodes[0] ?? Object.freeze([]) });
}

function chunks<T>(items: readonly T[]): (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += width)
    parts.push(Object.freeze(items.slice(start, start + width)));
  return parts;
}

/** The item at a place that exists. */
export function vectorAt<T>(vector: Vector<T>, index: number): T {
  let node = vector.root;
  for (let level = vector.shift; level > 0; level -= bits) node = node[(index >>> level) & mask] as VectorNode<T>;
  return node[index & mask] as T;
}

/** The vector with another item at a place that exists. */
export function vectorSet<T>(vector: Vector<T>, index: number, item: T): Vector<T> {
  const { length, shift } = vector;
  return Object.freeze({ length, shift, root: placed(vector.root, shift, index, item) });
}

/** The vector with a further item at its end. */
export function vectorPush<T>(vector: Vector<T>, item: T): Vector<T> {
  const index = vector.length;
  const isFull = index === width << vector.shift;
  const root = isFull ? [vector.root] : vector.root;
  const shift = isFull ? vector.shift + bits : vector.shift;
  return Object.freeze({ length: index + 1, shift, root: placed(root, shift, index, item) });
}

/** A copy of a node with an item in its place; what is missing on the way down is made. */
function placed<T>(node: VectorNode<T>, level: number, index: number, item: T): VectorNode<T> {
  const slot = (index >>> level) & mask;
  const copy = node.slice();
  copy[slot] = level === 0 ? item : placed((node[slot] ?? []) as VectorNode<T>, level - bits, index, item);
  return Object.freeze(copy);
}

/** All items, in order. */
export function* vectorItems<T>(vector: Vector<T>): Generator<T> {
  for (let index = 0; index < vector.length; index += width) {
    let node = vector.root;
    for (let level = vector.shift; level > 0; level -= bits) node = node[(index >>> level) & mask] as VectorNode<T>;
    yield* node as readonly T[];
  }
}

/**
 * Calls back for every place at which two vectors differ, `undefined` standing for a place that one of them lacks.
 * Parts that they share are skipped without a look, so the cost is that of the changes.
 */
export function vectorChanges<T>(
  before: Vector<T>,
  after: Vector<T>,
  report: (before: T | undefined, after: T | undefined) => void,
): void {
  const shift = Math.max(before.shift, after.shift);
  compareNodes(raised(before, shift), raised(after, shift), shift, report);
}

/** The root of a vector as it would be in a deeper tree. */
function raised<T>(vector: Vector<T>, shift: number): VectorNode<T> {
  let root = vector.root;
  for (let level = vector.shift; level < shift; level += bits) root = [root];
  return root;
}

function compareNodes<T>(
  before: VectorNode<T>,
  after: VectorNode<T>,
  level: number,
  report: (before: T | undefined, after: T | undefined) => void,
): void {
  for (let slot = 0; slot < Math.max(before.length, after.length); slot++) {
    const old = before[slot];
    const now = after[slot];
    if (old === now) continue;
    if (level === 0) report(old as T | undefined, now as T | undefined);
    else compareNodes((old ?? []) as VectorNode<T>, (now ?? []) as VectorNode<T>, level - bits, report);
  }
}
