import { schema } from "../exchange/schema.js";
import {
  type DirectoryObject,
  followReference,
  getProperty,
  isRecord,
  isReference,
  type PropertyValue,
  type RecordValue,
  type Topology,
  valuesOf,
} from "../topology/index.js";

/** Properties of directory objects, as what they hold. */

export function fieldOf(object: DirectoryObject, property: string): PropertyValue {
  return getProperty(schema, object, property);
}

export function textField(object: DirectoryObject, property: string): string | null {
  const value = fieldOf(object, property);
  return typeof value === "string" ? value : null;
}

export function numberField(object: DirectoryObject, property: string): number {
  const value = fieldOf(object, property);
  return typeof value === "number" ? value : 0;
}

export function isSet(object: DirectoryObject, property: string): boolean {
  return fieldOf(object, property) === true;
}

export function textsField(object: DirectoryObject, property: string): readonly string[] {
  return valuesOf(fieldOf(object, property)).filter((value) => typeof value === "string");
}

export function recordsField(object: DirectoryObject, property: string): readonly RecordValue[] {
  return valuesOf(fieldOf(object, property)).filter(isRecord);
}

/** The GUID that a link holds; null without one. */
export function guidField(object: DirectoryObject, property: string): string | null {
  const value = fieldOf(object, property);
  return isReference(value) ? value.guid : null;
}

export function guidsField(object: DirectoryObject, property: string): readonly string[] {
  return valuesOf(fieldOf(object, property)).flatMap((value) => (isReference(value) ? [value.guid] : []));
}

/** What a link leads to; null when it leads nowhere. */
export function linkField(topology: Topology, object: DirectoryObject, property: string): DirectoryObject | null {
  const value = fieldOf(object, property);
  const target = isReference(value) ? followReference(topology, value) : null;
  return target?.state === "live" ? target.object : null;
}
