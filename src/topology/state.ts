import { fold } from "./fold.js";
import type { IdSource } from "./guid.js";
import type { Anchor, NamingAttribute } from "./schema.js";
import type { HashTable } from "./storage/hash-table.js";
import type { Postings } from "./storage/postings.js";
import type { Vector } from "./storage/vector.js";
import type { Ticks } from "./time.js";
import type { Guid, Properties, PropertyValue } from "./value.js";

/** An object of the directory: of a class, with a name, below a parent, with the properties that are set. Frozen. */
export interface DirectoryObject {
  readonly class: string;
  readonly guid: Guid;
  /** The name without attribute and escapes: `Mailbox Database 1`. Of a domain, its DNS name. */
  readonly name: string;
  /** The object above it; null for the root of a domain. */
  readonly parent: Guid | null;
  readonly whenCreated: Ticks;
  readonly whenChanged: Ticks;
  /** Update sequence numbers: each write to the organization has the next one. */
  readonly usnCreated: number;
  readonly usnChanged: number;
  readonly properties: Properties;
}

/** What is left of a removed object, so that links to it can say what they pointed to. */
export interface Tombstone {
  readonly class: string;
  readonly guid: Guid;
  readonly name: string;
  readonly whenRemoved: Ticks;
}

/** The objects of one class in the order in which they were made, with the class's indexes. */
export interface Table {
  /** A removed object leaves null, so that the places of the others stay. */
  readonly rows: Vector<DirectoryObject | null>;
  readonly count: number;
  readonly indexes: Readonly<Record<string, Postings>>;
}

/** Where an object is kept. */
export interface Location {
  readonly class: string;
  readonly row: number;
}

/** The objects that hold the fixed places of the forest; null where there is none. */
export type Anchors = Readonly<Record<Anchor, Guid | null>>;

/**
 * An organization: the objects of a forest in one immutable value, together with its clock and its source of GUIDs.
 * Change it with `addObject`, `updateObject` and `removeObject`, which give a new value that shares what is unchanged.
 */
export interface Topology {
  readonly clock: Ticks;
  readonly ids: IdSource;
  /** The update sequence number of the last write. */
  readonly usn: number;
  readonly anchors: Anchors;
  /** Tables by the name of the class. */
  readonly tables: Readonly<Record<string, Table>>;
  readonly locations: HashTable<Location>;
  /** For each parent the objects below it, by `siblingKey`. Roots are below "". */
  readonly children: HashTable<HashTable<Guid>>;
  readonly tombstones: HashTable<Tombstone>;
}

/** The table of a class; undefined when it never had an object. */
export function tableOf(topology: Topology, className: string): Table | undefined {
  return Object.hasOwn(topology.tables, className) ? topology.tables[className] : undefined;
}

/** The value that an object itself has in a property, null when it leaves it to the class. */
export function ownValue(object: DirectoryObject, property: string): PropertyValue {
  return Object.hasOwn(object.properties, property) ? (object.properties[property] ?? null) : null;
}

/** The key under which a parent's children are kept. */
export function parentKey(parent: Guid | null): string {
  return parent ?? "";
}

/**
 * The key of something among its siblings: its folded name, behind its attribute unless that is CN. The attribute
 * begins with a character that no name has. Most objects have a CN, and their key is one with that of the name index.
 */
export function siblingKey(attribute: NamingAttribute | undefined, name: string): string {
  return attribute === undefined || attribute === "CN" ? fold(name) : `\u0000${attribute}=${fold(name)}`;
}
