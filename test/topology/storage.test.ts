import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptyHashTable,
  hashDelete,
  hashEntries,
  hashGet,
  hashSet,
  hashTableOf,
} from "../../src/topology/storage/hash-table.js";
import {
  addPosting,
  noPostings,
  PostingsBuilder,
  postingsOf,
  removePosting,
} from "../../src/topology/storage/postings.js";
import {
  vectorAt,
  vectorChanges,
  vectorItems,
  vectorOf,
  vectorPush,
  vectorSet,
} from "../../src/topology/storage/vector.js";

const first = <T>(present: T): T => present;

describe("vector", () => {
  it.each([0, 1, 31, 32, 33, 1024, 1025, 33_000])("holds %i items in order", (length) => {
    const items = Array.from({ length }, (_, index) => index);
    const grown = items.reduce((vector, item) => vectorPush(vector, item), vectorOf<number>([]));
    expect([...vectorItems(vectorOf(items))]).toEqual(items);
    expect([...vectorItems(grown)]).toEqual(items);
    expect(grown).toEqual(vectorOf(items));
  });

  it("leaves the old one as it was, and shares what is the same", () => {
    const before = vectorOf(Array.from({ length: 5000 }, (_, index) => index));
    const after = vectorSet(before, 4321, -1);
    expect(vectorAt(before, 4321)).toBe(4321);
    expect(vectorAt(after, 4321)).toBe(-1);
    expect(after.root[0]).toBe(before.root[0]);
    expect(Object.isFrozen(after.root)).toBe(true);
  });

  it("tells what differs, whatever the lengths", () => {
    const before = vectorOf(Array.from({ length: 40 }, (_, index) => index));
    const after = vectorPush(vectorSet(before, 7, 70), 40);
    const changes: unknown[] = [];
    vectorChanges(before, after, (was, is) => changes.push([was, is]));
    vectorChanges(after, vectorOf<number>([]), (was, is) => {
      if (was === 70 || was === 40) changes.push([was, is]);
    });
    expect(changes).toEqual([
      [7, 70],
      [undefined, 40],
      [70, undefined],
      [40, undefined],
    ]);
  });
});

describe("hash table", () => {
  it("behaves as a Map, whatever is done to it", () => {
    const key = fc.oneof(fc.constantFrom("a", "b", "__proto__", "constructor", ""), fc.string());
    const step = fc.record({ key, value: fc.option(fc.integer()) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const model = new Map<string, number>();
        let table = emptyHashTable<number>();
        for (const { key: name, value } of steps) {
          if (value === null) {
            model.delete(name);
            table = hashDelete(table, name);
          } else {
            model.set(name, value);
            table = hashSet(table, name, value);
          }
          expect(hashGet(table, name)).toBe(model.get(name));
        }
        expect(new Map(hashEntries(table))).toEqual(model);
        expect(table.count).toBe(model.size);
      }),
    );
  });

  it("made in one go finds the same as made step by step", () => {
    const keys = Array.from({ length: 3000 }, (_, index) => `user ${index}`);
    const table = hashTableOf(keys, keys, first);
    expect(keys.every((key) => hashGet(table, key) === key)).toBe(true);
    expect(hashGet(table, "user 3000")).toBeUndefined();
    expect(table.count).toBe(3000);
  });

  it("keeps buckets small while it grows", () => {
    let table = emptyHashTable<number>();
    for (let index = 0; index < 5000; index++) table = hashSet(table, `key${index}`, index);
    const longest = Math.max(...Array.from(vectorItems(table.buckets), (bucket) => bucket.length / 3));
    expect(longest).toBeLessThan(40);
    expect(table.buckets.length).toBeGreaterThan(500);
  });
});

describe("postings", () => {
  it("lead from a key to one object, to many, and to none again", () => {
    let postings = addPosting(noPostings, "smith", "1");
    postings = addPosting(postings, "smith", "2");
    postings = addPosting(postings, "smith", "2");
    expect(postingsOf(postings, "smith").sort()).toEqual(["1", "2"]);
    postings = removePosting(postings, "smith", "1");
    postings = removePosting(postings, "jones", "1");
    expect(postingsOf(postings, "smith")).toEqual(["2"]);
    expect(postingsOf(removePosting(postings, "smith", "2"), "smith")).toEqual([]);
  });

  it("made in one go tell which keys came again", () => {
    const builder = new PostingsBuilder();
    for (const [key, guid] of [
      ["a", "1"],
      ["b", "2"],
      ["a", "3"],
      ["a", "4"],
    ] as const) {
      builder.add(key, guid);
    }
    const clashes: string[] = [];
    const postings = builder.build((key, one, other) => clashes.push(`${key}: ${one} and ${other}`));
    expect(clashes).toEqual(["a: 1 and 3", "a: 1 and 4"]);
    expect(postingsOf(postings, "a").sort()).toEqual(["1", "3", "4"]);
  });
});
