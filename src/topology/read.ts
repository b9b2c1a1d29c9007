import { TopologyError } from "./error.js";
import { fold } from "./fold.js";
import { defaultOf, type Schema } from "./schema.js";
import { type DirectoryObject, ownValue, parentKey, type Tombstone, type Topology, tableOf } from "./state.js";
import { hashEntries, hashGet } from "./storage/hash-table.js";
import { hasPosting, postingsOf } from "./storage/postings.js";
import { vectorAt, vectorItems } from "./storage/vector.js";
import { type Guid, isReference, type PropertyValue, type Reference, valuesOf } from "./value.js";

/** The object with a GUID (in its usual form, see `parseGuid`), or null. */
export function getObject(topology: Topology, guid: Guid): DirectoryObject | null {
  const location = hashGet(topology.locations, guid);
  if (location === undefined) return null;
  const table = tableOf(topology, location.class);
  return table === undefined ? null : vectorAt(table.rows, location.row);
}

/** The objects of a class in the order in which they were made, one by one. */
export function* eachObject(topology: Topology, className: string): Generator<DirectoryObject> {
  const table = tableOf(topology, className);
  if (table === undefined) return;
  for (const object of vectorItems(table.rows)) if (object !== null) yield object;
}

/** The objects of a class in the order in which they were made. */
export function listObjects(topology: Topology, className: string): DirectoryObject[] {
  return Array.from(eachObject(topology, className));
}

/** How many objects of a class there are. */
export function countObjects(topology: Topology, className: string): number {
  return tableOf(topology, className)?.count ?? 0;
}

/** The names of the classes that have objects. */
export function usedClasses(topology: Topology): string[] {
  return Object.keys(topology.tables).filter((name) => countObjects(topology, name) > 0);
}

/**
 * The objects of a class that an index has under a text (case aside) or a GUID, in the order in which they were made.
 * Every class has the index `name`; the others are declared with the class.
 * @throws {TopologyError} when the class has objects but no such index
 */
export function findByIndex(topology: Topology, className: string, index: string, key: string): DirectoryObject[] {
  const postings = indexOf(topology, className, index);
  return postings === null ? [] : objectsInOrder(topology, postingsOf(postings, fold(key)));
}

/** Whether an index has anything under a key; cheaper than to ask for the objects. */
export function indexHas(topology: Topology, className: string, index: string, key: string): boolean {
  const postings = indexOf(topology, className, index);
  return postings !== null && hasPosting(postings, fold(key));
}

function indexOf(topology: Topology, className: string, index: string) {
  const table = tableOf(topology, className);
  if (table === undefined) return null;
  const postings = Object.hasOwn(table.indexes, index) ? table.indexes[index] : undefined;
  if (postings === undefined) throw new TopologyError("", `The class ${className} has no index "${index}".`);
  return postings;
}

/** The objects directly below another one (below null: the roots of the domains), in the order of their making. */
export function childrenOf(topology: Topology, parent: Guid | null): DirectoryObject[] {
  const siblings = hashGet(topology.children, parentKey(parent));
  if (siblings === undefined) return [];
  return objectsInOrder(
    topology,
    Array.from(hashEntries(siblings), ([, guid]) => guid),
  );
}

/** Whether anything is below an object. */
export function hasChildren(topology: Topology, guid: Guid): boolean {
  return hashGet(topology.children, parentKey(guid)) !== undefined;
}

function objectsInOrder(topology: Topology, guids: readonly Guid[]): DirectoryObject[] {
  const objects = guids.map((guid) => getObject(topology, guid)).filter((object) => object !== null);
  return objects.length < 2 ? objects : objects.sort((a, b) => a.usnCreated - b.usnCreated);
}

/**
 * What an object has in a property: its own value, else the default of the class, else null or an empty list.
 * @throws {TopologyError} when the class declares no such property
 */
export function getProperty(schema: Schema, object: DirectoryObject, property: string): PropertyValue {
  // What an object has itself was checked when it was set.
  if (Object.hasOwn(object.properties, property)) return ownValue(object, property);
  const definition = schema.get(object.class).property(property);
  if (definition === undefined) throw new TopologyError("", `The class ${object.class} has no property "${property}".`);
  return defaultOf(definition);
}

/** What a link leads to: an object; what is left of a removed one; or nothing that this organization ever had. */
export type Target =
  | { readonly state: "live"; readonly object: DirectoryObject }
  | { readonly state: "removed"; readonly tombstone: Tombstone }
  | { readonly state: "unknown"; readonly guid: Guid };

/** Follows a link. */
export function followReference(topology: Topology, link: Reference): Target {
  const object = getObject(topology, link.guid);
  if (object !== null) return { state: "live", object };
  const tombstone = hashGet(topology.tombstones, link.guid);
  return tombstone === undefined ? { state: "unknown", guid: link.guid } : { state: "removed", tombstone };
}

/** A link that leads nowhere, with the object and the property that hold it. */
export interface DanglingReference {
  readonly object: DirectoryObject;
  readonly property: string;
  readonly target: Exclude<Target, { state: "live" }>;
}

/** All links that lead nowhere. Looks at every object, so it is for checks and advice, not for every line. */
export function danglingReferences(topology: Topology): DanglingReference[] {
  const found: DanglingReference[] = [];
  for (const className of usedClasses(topology)) {
    for (const object of eachObject(topology, className)) {
      for (const [property, value] of Object.entries(object.properties)) {
        for (const single of valuesOf(value)) {
          if (!isReference(single)) continue;
          const target = followReference(topology, single);
          if (target.state !== "live") found.push({ object, property, target });
        }
      }
    }
  }
  return found;
}
