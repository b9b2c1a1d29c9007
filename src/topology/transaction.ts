import { produce } from "immer";
import { nameIndex } from "./define-class.js";
import { TopologyError } from "./error.js";
import { fold, indexKeys } from "./fold.js";
import type { ClassDefinition, Schema } from "./schema.js";
import { type DirectoryObject, ownValue, parentKey, siblingKey, type Table, type Topology, tableOf } from "./state.js";
import { emptyHashTable, hashDelete, hashGet, hashSet } from "./storage/hash-table.js";
import { addPosting, noPostings, type Postings, removePosting } from "./storage/postings.js";
import { vectorOf, vectorPush, vectorSet } from "./storage/vector.js";
import type { Guid } from "./value.js";

/**
 * The changes of one write: objects put in, replaced and taken out, with tables and indexes in step. It checks nothing;
 * the plan that it carries out has. Tables are copied along one path each, and `commit` puts the new ones into the
 * organization by a single `produce`: what was not touched stays the very same.
 */
export class Transaction {
  private readonly tables = new Map<string, Table>();
  private locations: Topology["locations"];
  private children: Topology["children"];
  private tombstones: Topology["tombstones"];

  constructor(
    private readonly schema: Schema,
    private readonly base: Topology,
  ) {
    this.locations = base.locations;
    this.children = base.children;
    this.tombstones = base.tombstones;
  }

  /** Adds an object at the end of its class's table. */
  insert(object: DirectoryObject): void {
    const definition = this.schema.get(object.class);
    const { rows, count, indexes } = this.table(definition);
    const location = Object.freeze({ class: object.class, row: rows.length });
    this.locations = hashSet(this.locations, object.guid, location);
    this.addChild(definition, object);
    this.tables.set(object.class, {
      rows: vectorPush(rows, object),
      count: count + 1,
      indexes: reindexed(definition, indexes, null, object),
    });
  }

  /** Puts the new form of an object in the place of the old one. */
  replace(before: DirectoryObject, after: DirectoryObject): void {
    const definition = this.schema.get(before.class);
    const { rows, count, indexes } = this.table(definition);
    if (before.name !== after.name || before.parent !== after.parent) {
      this.removeChild(definition, before);
      this.addChild(definition, after);
    }
    this.tables.set(before.class, {
      rows: vectorSet(rows, this.rowOf(before.guid), after),
      count,
      indexes: reindexed(definition, indexes, before, after),
    });
  }

  /** Takes an object out of its table, leaving a tombstone. */
  remove(object: DirectoryObject): void {
    const definition = this.schema.get(object.class);
    const { rows, count, indexes } = this.table(definition);
    this.tables.set(object.class, {
      rows: vectorSet(rows, this.rowOf(object.guid), null),
      count: count - 1,
      indexes: reindexed(definition, indexes, object, null),
    });
    this.removeChild(definition, object);
    this.locations = hashDelete(this.locations, object.guid);
    const { class: className, guid, name } = object;
    const tombstone = Object.freeze({ class: className, guid, name, whenRemoved: this.base.clock });
    this.tombstones = hashSet(this.tombstones, guid, tombstone);
  }

  /** The organization with the changes, and with new counters: as `commit`, for one of many in a row. */
  result(usn: number, drawn: number): Topology {
    const { base, locations, children, tombstones } = this;
    const ids = drawn === base.ids.drawn ? base.ids : Object.freeze({ seed: base.ids.seed, drawn });
    return Object.freeze({ ...base, usn, ids, locations, children, tombstones, tables: this.changedTables() });
  }

  /** The organization with the changes, and with new counters. */
  commit(usn: number, drawn: number = this.base.ids.drawn): Topology {
    return produce(this.base, (draft) => {
      // What is assigned is frozen already; Immer takes it as it is and drafts nothing below the root.
      const target: { -readonly [K in keyof Topology]: Topology[K] } = draft;
      target.usn = usn;
      if (drawn !== this.base.ids.drawn) target.ids = Object.freeze({ seed: this.base.ids.seed, drawn });
      target.locations = this.locations;
      target.children = this.children;
      target.tombstones = this.tombstones;
      target.tables = this.changedTables();
    });
  }

  private changedTables(): Topology["tables"] {
    const tables: Record<string, Table> = { ...this.base.tables };
    for (const [name, table] of this.tables) tables[name] = Object.freeze(table);
    return Object.freeze(tables);
  }

  private table(definition: ClassDefinition): Table {
    return this.tables.get(definition.name) ?? tableOf(this.base, definition.name) ?? emptyTable(definition);
  }

  private rowOf(guid: Guid): number {
    const location = hashGet(this.locations, guid);
    if (location === undefined) throw new Error(`No object has the GUID ${guid}.`);
    return location.row;
  }

  private addChild(definition: ClassDefinition, object: DirectoryObject): void {
    const parent = parentKey(object.parent);
    const siblings = hashGet(this.children, parent) ?? emptyHashTable<Guid>();
    this.children = hashSet(
      this.children,
      parent,
      hashSet(siblings, siblingKey(definition.naming, object.name), object.guid),
    );
  }

  private removeChild(definition: ClassDefinition, object: DirectoryObject): void {
    const parent = parentKey(object.parent);
    const siblings = hashGet(this.children, parent);
    if (siblings === undefined) return;
    const rest = hashDelete(siblings, siblingKey(definition.naming, object.name));
    this.children = rest.count === 0 ? hashDelete(this.children, parent) : hashSet(this.children, parent, rest);
  }
}

function emptyTable(definition: ClassDefinition): Table {
  const names = [nameIndex, ...Object.keys(definition.indexes ?? {})];
  return { rows: vectorOf([]), count: 0, indexes: Object.fromEntries(names.map((name) => [name, noPostings])) };
}

/** The indexes of a table after an object came (`before` is null), changed, or went (`after` is null). */
function reindexed(
  definition: ClassDefinition,
  indexes: Table["indexes"],
  before: DirectoryObject | null,
  after: DirectoryObject | null,
): Table["indexes"] {
  const guid = (after ?? before)?.guid ?? "";
  const changed: Record<string, Postings> = {};
  if (before?.name !== after?.name) {
    const keys = [before, after].map((object) => (object === null ? [] : [fold(object.name)])) as [string[], string[]];
    changed[nameIndex] = moved(indexNamed(definition, indexes, nameIndex), ...keys, guid);
  }
  for (const [index, { property }] of Object.entries(definition.indexes ?? {})) {
    const old = before === null ? null : ownValue(before, property);
    const now = after === null ? null : ownValue(after, property);
    if (old !== now)
      changed[index] = moved(indexNamed(definition, indexes, index), indexKeys(old), indexKeys(now), guid);
  }
  return Object.keys(changed).length === 0 ? indexes : Object.freeze({ ...indexes, ...changed });
}

function indexNamed(definition: ClassDefinition, indexes: Table["indexes"], index: string): Postings {
  const postings = Object.hasOwn(indexes, index) ? indexes[index] : undefined;
  if (postings !== undefined) return postings;
  throw new TopologyError(
    "",
    `The ${definition.name} table lacks the index "${index}": pass the topology through adoptSchema.`,
  );
}

/** An index after an object gave up some keys and took others. */
function moved(postings: Postings, before: readonly string[], after: readonly string[], guid: Guid): Postings {
  const had = new Set(before);
  const has = new Set(after);
  let result = postings;
  for (const key of had) if (!has.has(key)) result = removePosting(result, key, guid);
  for (const key of has) if (!had.has(key)) result = addPosting(result, key, guid);
  return result;
}
