import { type Vector, vectorAt, vectorItems, vectorOf, vectorPush, vectorSet } from "./vector.js";

/**
 * An immutable dictionary from text to values in buckets, cheap to change in a copy: one change copies one bucket and
 * the few small arrays above it. It grows by one bucket at a time ("linear hashing"), so no single insertion is dear.
 * It is plain frozen data; user text is never the key of an object.
 */
export interface HashTable<V> {
  readonly count: number;
  readonly buckets: Vector<Bucket<V>>;
}

/**
 * Entries one behind the other: hash, key, value, hash, key, value. Far fewer objects than a list of entries, and
 * a search compares numbers that lie side by side before it looks at any text.
 */
type Bucket<V> = readonly (number | string | V)[];

/** Slots that an entry takes in a bucket. */
const entry = 3;

/** Entries a bucket holds on average before a further bucket is made. */
const load = 8;

const emptyBucket: readonly never[] = Object.freeze([]);

/**
 * Makes a dictionary of keys and values that lie side by side in two lists.
 * @param merge what a key that occurs again gets; called with its present and its further value
 */
export function hashTableOf<V>(
  keys: readonly string[],
  values: readonly V[],
  merge: (present: V, further: V, key: string) => V,
): HashTable<V> {
  const size = Math.max(1, Math.ceil(keys.length / load));
  const { order, ends } = sortByBucket(keys, size);
  const buckets: Bucket<V>[] = [];
  let count = 0;
  for (let place = 0, next = 0; place < size; place++) {
    const end = ends[place] as number;
    const bucket = new Array<number | string | V>((end - next) * entry);
    let used = 0;
    for (; next < end; next++) {
      const index = order[next] as number;
      const key = keys[index] as string;
      const value = values[index] as V;
      const hash = hashOf(key);
      const at = find(bucket, hash, key, used);
      if (at >= 0) {
        bucket[at + 2] = merge(bucket[at + 2] as V, value, key);
        continue;
      }
      bucket[used] = hash;
      bucket[used + 1] = key;
      bucket[used + 2] = value;
      used += entry;
    }
    if (used < bucket.length) bucket.length = used;
    buckets.push(Object.freeze(bucket));
    count += used / entry;
  }
  return Object.freeze({ count, buckets: vectorOf(buckets) });
}

/**
 * The places of keys in their list, those of the first bucket first, and where the places of each bucket end. Filling
 * one bucket after another is much faster than filling all at once: each has just the room that it needs, and the
 * processor finds it in its cache.
 */
function sortByBucket(
  keys: readonly string[],
  size: number,
): { readonly order: Int32Array; readonly ends: Int32Array } {
  const bucketOfKey = new Int32Array(keys.length);
  const ends = new Int32Array(size + 1);
  for (let index = 0; index < keys.length; index++) {
    const place = bucketOf(hashOf(keys[index] as string), size);
    bucketOfKey[index] = place;
    ends[place + 1] = (ends[place + 1] as number) + 1;
  }
  for (let place = 1; place <= size; place++) ends[place] = (ends[place] as number) + (ends[place - 1] as number);
  const order = new Int32Array(keys.length);
  for (let index = 0; index < keys.length; index++) {
    const place = bucketOfKey[index] as number;
    const next = ends[place] as number;
    order[next] = index;
    ends[place] = next + 1;
  }
  return { order, ends };
}

/** A dictionary without entries. */
export function emptyHashTable<V>(): HashTable<V> {
  return Object.freeze({ count: 0, buckets: vectorOf<Bucket<V>>([emptyBucket]) });
}

/** The value of a key, or undefined. */
export function hashGet<V>(table: HashTable<V>, key: string): V | undefined {
  const hash = hashOf(key);
  const bucket = vectorAt(table.buckets, bucketOf(hash, table.buckets.length));
  const at = find(bucket, hash, key);
  return at < 0 ? undefined : (bucket[at + 2] as V);
}

/** The dictionary with a value for a key, new or present. */
export function hashSet<V>(table: HashTable<V>, key: string, value: V): HashTable<V> {
  const hash = hashOf(key);
  const place = bucketOf(hash, table.buckets.length);
  const bucket = vectorAt(table.buckets, place);
  const at = find(bucket, hash, key);
  const changed = at < 0 ? [...bucket, hash, key, value] : bucket.slice();
  if (at >= 0) changed[at + 2] = value;
  const count = at < 0 ? table.count + 1 : table.count;
  const buckets = vectorSet(table.buckets, place, Object.freeze(changed));
  return Object.freeze({ count, buckets: count > load * buckets.length ? split(buckets) : buckets });
}

/** The dictionary without a key; the same one if it isn't there. */
export function hashDelete<V>(table: HashTable<V>, key: string): HashTable<V> {
  const hash = hashOf(key);
  const place = bucketOf(hash, table.buckets.length);
  const bucket = vectorAt(table.buckets, place);
  const at = find(bucket, hash, key);
  if (at < 0) return table;
  const rest = Object.freeze([...bucket.slice(0, at), ...bucket.slice(at + entry)]);
  return Object.freeze({ count: table.count - 1, buckets: vectorSet(table.buckets, place, rest) });
}

/** All pairs of key and value, in no particular but always the same order. */
export function* hashEntries<V>(table: HashTable<V>): Generator<[string, V]> {
  for (const bucket of vectorItems(table.buckets)) {
    for (let at = 0; at < bucket.length; at += entry) yield [bucket[at + 1] as string, bucket[at + 2] as V];
  }
}

function find<V>(bucket: Bucket<V>, hash: number, key: string, end: number = bucket.length): number {
  for (let at = 0; at < end; at += entry) if (bucket[at] === hash && bucket[at + 1] === key) return at;
  return -1;
}

/** Adds a bucket and moves to it what now belongs there; all of that comes from one other bucket. */
function split<V>(buckets: Vector<Bucket<V>>): Vector<Bucket<V>> {
  const count = buckets.length;
  const source = count - highestBit(count);
  const staying: (number | string | V)[] = [];
  const moving: (number | string | V)[] = [];
  const bucket = vectorAt(buckets, source);
  for (let at = 0; at < bucket.length; at += entry) {
    const hash = bucket[at] as number;
    const target = bucketOf(hash, count + 1) === source ? staying : moving;
    target.push(hash, bucket[at + 1] as string, bucket[at + 2] as V);
  }
  return vectorPush(vectorSet(buckets, source, Object.freeze(staying)), Object.freeze(moving));
}

/** The bucket of a hash among `count` buckets: the next power of two decides, unless that bucket isn't made yet. */
function bucketOf(hash: number, count: number): number {
  const below = highestBit(count);
  const index = hash & (2 * below - 1);
  return index < count ? index : hash & (below - 1);
}

function highestBit(count: number): number {
  return 1 << (31 - Math.clz32(count));
}

/** A hash of 30 bits of a text (FNV-1a over its UTF-16 units, then mixed so that the low bits depend on all). */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) & 0x3fffffff;
}
