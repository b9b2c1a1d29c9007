import {
  emptyHashTable,
  type HashTable,
  hashDelete,
  hashEntries,
  hashGet,
  hashSet,
  hashTableOf,
} from "./hash-table.js";

/**
 * An index: from a key to the GUIDs of the objects that have it. Most keys have one object, which is kept as its bare
 * GUID; several are kept in a table of their own, so that a key that 100,000 objects share costs no more to change.
 */
export type Postings = HashTable<Posting>;

type Posting = string | HashTable<true>;

/** An index without entries. */
export const noPostings: Postings = emptyHashTable<Posting>();

/** Collects the entries of an index that is made in one go. */
export class PostingsBuilder {
  private readonly keys: string[] = [];
  private readonly guids: string[] = [];

  /** Lets a key lead to an object. */
  add(key: string, guid: string): void {
    this.keys.push(key);
    this.guids.push(guid);
  }

  /**
   * Makes the index.
   * @param report called for each key that leads to a further object, with the first one and that
   */
  build(report?: (key: string, first: string, further: string) => void): Postings {
    // While it is being filled, a key of several objects has a plain list in its place.
    const several: Several[] = [];
    const filled = hashTableOf<string | Several>(this.keys, this.guids, (present, further, key) => {
      const list = typeof present === "string" ? { guids: [present] } : present;
      if (list !== present) several.push(list);
      list.guids.push(further as string);
      report?.(key, list.guids[0] ?? "", further as string);
      return list;
    });
    return several.length === 0 ? (filled as Postings) : seal(filled);
  }
}

interface Several {
  readonly guids: string[];
}

/** Puts tables in the place of lists. */
function seal(filled: HashTable<string | Several>): Postings {
  const keys: string[] = [];
  const postings: Posting[] = [];
  for (const [key, value] of hashEntries(filled)) {
    keys.push(key);
    postings.push(typeof value === "string" ? value : tableOfGuids(value.guids));
  }
  return hashTableOf(keys, postings, (present) => present);
}

function tableOfGuids(guids: readonly string[]): HashTable<true> {
  return hashTableOf<true>(
    guids,
    guids.map(() => true),
    (present) => present,
  );
}

/** The GUIDs that a key leads to, in no particular but always the same order. */
export function postingsOf(postings: Postings, key: string): string[] {
  const posting = hashGet(postings, key);
  if (posting === undefined) return [];
  if (typeof posting === "string") return [posting];
  return Array.from(hashEntries(posting), ([guid]) => guid);
}

/** Whether a key leads anywhere. */
export function hasPosting(postings: Postings, key: string): boolean {
  return hashGet(postings, key) !== undefined;
}

/** The index in which a key leads to an object as well. */
export function addPosting(postings: Postings, key: string, guid: string): Postings {
  const posting = hashGet(postings, key);
  if (posting === undefined) return hashSet(postings, key, guid);
  if (posting === guid) return postings;
  const several = typeof posting === "string" ? tableOfGuids([posting, guid]) : hashSet(posting, guid, true);
  return hashSet(postings, key, several);
}

/** The index in which a key no longer leads to an object. */
export function removePosting(postings: Postings, key: string, guid: string): Postings {
  const posting = hashGet(postings, key);
  if (posting === undefined) return postings;
  if (typeof posting === "string") return posting === guid ? hashDelete(postings, key) : postings;
  const rest = hashDelete(posting, guid);
  return rest.count === 0 ? hashDelete(postings, key) : hashSet(postings, key, rest);
}
