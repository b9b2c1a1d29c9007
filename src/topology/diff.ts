import { type DirectoryObject, type Topology, tableOf } from "./state.js";
import { type Vector, vectorChanges, vectorOf } from "./storage/vector.js";
import { type Guid, type PropertyValue, reference, sameValue } from "./value.js";

/** One property that differs between two states of an organization. */
export interface Change {
  /** Whether the object is new, gone, or there in both. */
  readonly change: "added" | "changed" | "removed";
  readonly class: string;
  readonly guid: Guid;
  /** The object's name: afterwards, or before when it is gone. */
  readonly name: string;
  /** A property of the class, `Name`, or `Parent` (a link to the object above). */
  readonly property: string;
  /** What it was and is; null for "not set". */
  readonly old: PropertyValue;
  readonly new: PropertyValue;
}

/**
 * What differs between two states of an organization, property by property, the classes and objects in their order.
 * Dates and sequence numbers don't count. States that come from each other share what is equal, and only the rest is
 * looked at; any two states may be compared.
 */
export function compareTopologies(before: Topology, after: Topology): Change[] {
  const changes: Change[] = [];
  for (const className of new Set([...Object.keys(before.tables), ...Object.keys(after.tables)])) {
    const old = new Map<Guid, DirectoryObject>();
    const now = new Map<Guid, DirectoryObject>();
    vectorChanges(rowsOf(before, className), rowsOf(after, className), (was, is) => {
      if (was) old.set(was.guid, was);
      if (is) now.set(is.guid, is);
    });
    for (const object of old.values()) if (!now.has(object.guid)) changes.push(...compareObjects(object, null));
    for (const object of now.values()) changes.push(...compareObjects(old.get(object.guid) ?? null, object));
  }
  return changes;
}

function rowsOf(topology: Topology, className: string): Vector<DirectoryObject | null> {
  return tableOf(topology, className)?.rows ?? vectorOf<DirectoryObject | null>([]);
}

function* compareObjects(before: DirectoryObject | null, after: DirectoryObject | null): Generator<Change> {
  const object = after ?? before;
  if (object === null) return;
  const old = facts(before);
  const now = facts(after);
  const change = before === null ? "added" : after === null ? "removed" : "changed";
  for (const property of new Set([...old.keys(), ...now.keys()])) {
    const was = old.get(property) ?? null;
    const is = now.get(property) ?? null;
    if (sameValue(was, is)) continue;
    yield { change, class: object.class, guid: object.guid, name: object.name, property, old: was, new: is };
  }
}

function facts(object: DirectoryObject | null): Map<string, PropertyValue> {
  if (object === null) return new Map();
  const parent = object.parent === null ? null : reference(object.parent);
  return new Map<string, PropertyValue>([
    ["Name", object.name],
    ["Parent", parent],
    ...Object.entries(object.properties),
  ]);
}
