import { type DirectoryObject, distinguishedName, type PropertyValue } from "../../topology/index.js";
import { PSArray } from "../../values/collections.js";
import { localTime } from "../../values/local-time.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { schema } from "../schema.js";
import { type Entry, kept, keptText, linked } from "./entry.js";

/**
 * The attributes of Active Directory's objects: what the module calls them, what the directory calls them, and where
 * this organization has them. Names are the product's documented ones.
 */
export interface Attribute {
  /** The module's own name: `GivenName`; where it has none, the directory's. */
  readonly name: string;
  /** The directory's name: `givenName`; empty where several attributes are behind it. */
  readonly ldap: string;
  /** As Get-Member shows it. */
  readonly typeName: string;
  readonly read: (entry: Entry, context: ValueContext) => Value;
  /** What a value is written to, and as what. */
  readonly stored?: StoredAttribute;
}

/** How a value is kept. */
export interface StoredAttribute {
  readonly property: string;
  readonly kind: "text" | "texts" | "bool" | "link" | "links" | "time";
}

export const collection = "Microsoft.ActiveDirectory.Management.ADPropertyValueCollection";
export const textType = "System.String";

export const dn = ({ topology, object }: Entry): string => distinguishedName(schema, topology, object);
export const dnOf = ({ topology }: Entry, object: DirectoryObject): string =>
  distinguishedName(schema, topology, object);
export const listOf = (items: readonly Value[]): Value => new PSArray([...items]);

export function text(name: string, ldap: string, property: string): Attribute {
  return {
    name,
    ldap,
    typeName: textType,
    // What is empty is not there.
    read: (entry) => keptText(entry, property) || null,
    stored: { property, kind: "text" },
  };
}

export function texts(name: string, ldap: string, property: string): Attribute {
  return {
    name,
    ldap,
    typeName: collection,
    read: (entry) => {
      const value = kept(entry, property);
      return listOf(Array.isArray(value) ? value.filter((each: PropertyValue) => typeof each === "string") : []);
    },
    stored: { property, kind: "texts" },
  };
}

export function bool(name: string, ldap: string, property: string): Attribute {
  return {
    name,
    ldap,
    typeName: "System.Boolean",
    read: (entry) => kept(entry, property) === true,
    stored: { property, kind: "bool" },
  };
}

export function link(name: string, ldap: string, property: string): Attribute {
  return {
    name,
    ldap,
    typeName: textType,
    read: (entry) => linked(entry.topology, kept(entry, property)).map((target) => dnOf(entry, target))[0] ?? null,
    stored: { property, kind: "link" },
  };
}

export function links(name: string, ldap: string, read: (entry: Entry) => readonly DirectoryObject[]): Attribute {
  return {
    name,
    ldap,
    typeName: collection,
    read: (entry) => listOf(read(entry).map((target) => dnOf(entry, target))),
  };
}

export function time(name: string, ldap: string, property: string): Attribute {
  return {
    name,
    ldap,
    typeName: "System.DateTime",
    read: (entry, context) => {
      const value = kept(entry, property);
      return typeof value === "bigint" ? localTime(context, value) : null;
    },
    stored: { property, kind: "time" },
  };
}

export function computed(name: string, ldap: string, typeName: string, read: Attribute["read"]): Attribute {
  return { name, ldap, typeName, read };
}

/** The same attribute under the directory's name, where the module has another one for it. */
export const nothing = (name: string, typeName = textType): Attribute => computed(name, name, typeName, () => null);
