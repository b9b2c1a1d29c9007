import { nameIndex } from "./define-class.js";
import type { Failure } from "./failure.js";
import { fold, indexKeys } from "./fold.js";
import type { IdSource } from "./guid.js";
import type { ClassDefinition, Schema } from "./schema.js";
import {
  type Anchors,
  type DirectoryObject,
  type Location,
  ownValue,
  parentKey,
  siblingKey,
  type Table,
  type Tombstone,
  type Topology,
} from "./state.js";
import { type HashTable, hashTableOf } from "./storage/hash-table.js";
import { noPostings, type Postings, PostingsBuilder, postingsOf } from "./storage/postings.js";
import { vectorOf } from "./storage/vector.js";
import type { Ticks } from "./time.js";
import type { Guid } from "./value.js";

/** All that a topology is made of. Tables and indexes follow from it. */
export interface Parts {
  readonly clock: Ticks;
  readonly ids: IdSource;
  readonly usn: number;
  readonly anchors: Anchors;
  /** Frozen objects in the order in which they were made. */
  readonly objects: readonly DirectoryObject[];
  readonly tombstones: readonly Tombstone[];
}

/**
 * Makes a topology of its parts in one go: 100,000 objects at a time, where single additions would each copy a little.
 * @param report called for each clash, with the object that came second; the topology is of use only without any
 */
export function assemble(
  schema: Schema,
  parts: Parts,
  report: (failure: Failure, object: DirectoryObject) => void,
): Topology {
  const byClass = new Map<string, DirectoryObject[]>();
  for (const object of parts.objects) {
    const objects = byClass.get(object.class);
    if (objects === undefined) byClass.set(object.class, [object]);
    else objects.push(object);
  }
  const find = lazily(() => new Map(parts.objects.map((object) => [object.guid, object])));
  const clash: Clash = (further, first, failure) => {
    const existing = find().get(first);
    const object = find().get(further);
    if (existing !== undefined && object !== undefined) report(failure(object, existing), object);
  };
  const tables = new Map(Array.from(byClass, ([name, objects]) => [name, makeTable(schema.get(name), objects, clash)]));
  checkForestWide(schema, tables, byClass, clash);
  const { clock, ids, usn, anchors, tombstones } = parts;
  return Object.freeze({
    clock,
    ids: Object.freeze({ ...ids }),
    usn,
    anchors: Object.freeze({ ...anchors }),
    tables: Object.freeze(Object.fromEntries(tables)),
    locations: makeLocations(byClass),
    children: makeChildren(schema, parts.objects, clash),
    tombstones: hashTableOf(
      tombstones.map((tombstone) => tombstone.guid),
      tombstones.map((tombstone) => Object.freeze({ ...tombstone })),
      (present) => present,
    ),
  });
}

type Clash = (
  further: Guid,
  first: Guid,
  failure: (object: DirectoryObject, existing: DirectoryObject) => Failure,
) => void;

function makeTable(definition: ClassDefinition, objects: readonly DirectoryObject[], clash: Clash): Table {
  const names = new PostingsBuilder();
  for (const object of objects) names.add(fold(object.name), object.guid);
  const indexes: [string, Postings][] = [[nameIndex, names.build()]];
  for (const [index, { property, unique }] of Object.entries(definition.indexes ?? {})) {
    const postings = new PostingsBuilder();
    for (const object of objects)
      for (const key of indexKeys(ownValue(object, property))) postings.add(key, object.guid);
    const report = unique === undefined ? undefined : duplicateReport(index, clash);
    indexes.push([index, postings.build(report)]);
  }
  return Object.freeze({
    rows: vectorOf(objects),
    count: objects.length,
    indexes: Object.freeze(Object.fromEntries(indexes)),
  });
}

function duplicateReport(index: string, clash: Clash): (value: string, first: Guid, further: Guid) => void {
  return (value, first, further) =>
    clash(further, first, (object, existing) => ({
      kind: "duplicateValue",
      class: object.class,
      name: object.name,
      index,
      value,
      existing,
    }));
}

/** Finds values that two classes share although they may occur once in the forest. */
function checkForestWide(
  schema: Schema,
  tables: ReadonlyMap<string, Table>,
  byClass: ReadonlyMap<string, readonly DirectoryObject[]>,
  clash: Clash,
): void {
  const indexes = new Set(schema.classes.flatMap((definition) => Object.keys(definition.indexes ?? {})));
  for (const index of indexes) {
    // From the smallest class on, each is looked up in those that are larger: the largest is never gone through.
    const classes = schema.classesSharing(index).filter((name) => tables.has(name));
    classes.sort((a, b) => (tables.get(a)?.count ?? 0) - (tables.get(b)?.count ?? 0));
    for (const [at, name] of classes.entries()) {
      const others = classes.slice(at + 1).map((other) => tables.get(other)?.indexes[index] ?? noPostings);
      const property = schema.get(name).indexes?.[index]?.property ?? "";
      if (others.length === 0) continue;
      for (const object of byClass.get(name) ?? [])
        reportShared(index, indexKeys(ownValue(object, property)), object, others, clash);
    }
  }
}

function reportShared(
  index: string,
  keys: readonly string[],
  object: DirectoryObject,
  others: readonly Postings[],
  clash: Clash,
): void {
  for (const key of keys) {
    for (const other of others)
      for (const guid of postingsOf(other, key)) duplicateReport(index, clash)(key, guid, object.guid);
  }
}

function makeLocations(byClass: ReadonlyMap<string, readonly DirectoryObject[]>): HashTable<Location> {
  const guids: Guid[] = [];
  const places: Location[] = [];
  for (const [className, objects] of byClass) {
    for (const [row, object] of objects.entries()) {
      guids.push(object.guid);
      places.push(Object.freeze({ class: className, row }));
    }
  }
  return hashTableOf(guids, places, (present) => present);
}

function makeChildren(schema: Schema, objects: readonly DirectoryObject[], clash: Clash): HashTable<HashTable<Guid>> {
  const byParent = new Map<string, { keys: string[]; guids: Guid[] }>();
  for (const object of objects) {
    const parent = parentKey(object.parent);
    const group = byParent.get(parent) ?? { keys: [], guids: [] };
    if (group.keys.length === 0) byParent.set(parent, group);
    group.keys.push(siblingKey(schema.get(object.class).naming, object.name));
    group.guids.push(object.guid);
  }
  const tables = Array.from(byParent.values(), ({ keys, guids }) =>
    hashTableOf(keys, guids, (first, further) => {
      clash(further, first, (object, existing) => ({
        kind: "duplicateName",
        class: object.class,
        name: object.name,
        existing,
      }));
      return first;
    }),
  );
  return hashTableOf([...byParent.keys()], tables, (present) => present);
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
