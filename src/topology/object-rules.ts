import { TopologyError } from "./error.js";
import type { Failure } from "./failure.js";
import { indexKeys } from "./fold.js";
import { checkForm } from "./property-form.js";
import { getObject } from "./read.js";
import { type ClassDefinition, defaultOf, emptyList, type Schema } from "./schema.js";
import { type DirectoryObject, ownValue, type Topology, tableOf } from "./state.js";
import { hasPosting, postingsOf } from "./storage/postings.js";
import { type Properties, type PropertyValue, sameValue, takeValue } from "./value.js";

/** How long the name of an object may be in Active Directory, in characters. */
const maximumName = 64;
/** How long the DNS name of a domain may be. */
const maximumDnsName = 255;

/** Why a text cannot be the name of an object of a class, or null. */
export function checkName(definition: ClassDefinition, name: string): Failure | null {
  const maximum = definition.naming === "DC" ? maximumDnsName : maximumName;
  const reason = nameFault(name, maximum);
  return reason === null ? null : { kind: "badName", class: definition.name, name, reason };
}

function nameFault(name: string, maximum: number): string | null {
  if (name.trim() === "") return "it is empty";
  if (name.length > maximum) return `it has ${name.length} characters, and ${maximum} are allowed`;
  for (let index = 0; index < name.length; index++)
    if (name.charCodeAt(index) < 0x20) return "it has control characters";
  return null;
}

/**
 * Copies properties that are to be set, checked against the class. What equals the class's default comes back as
 * undefined: such a property is not stored with the object.
 * @throws {TopologyError} for properties that the class does not declare and values that they can't hold
 */
export function takeProperties(
  definition: ClassDefinition,
  given: Readonly<Record<string, PropertyValue>>,
): Record<string, PropertyValue | undefined> {
  // A copy whose fields are then overwritten: it has its final shape at once, which 100,000 objects feel.
  const taken: Record<string, PropertyValue | undefined> = { ...given };
  for (const name of Object.keys(taken)) taken[name] = takeProperty(definition, name, given[name] ?? null);
  return taken;
}

/** The properties that a new object stores, copied, checked and frozen. Throws as `takeProperties` does. */
export function newProperties(definition: ClassDefinition, given: Readonly<Record<string, PropertyValue>>): Properties {
  const taken = takeProperties(definition, given);
  for (const name of Object.keys(taken)) if (taken[name] === undefined) return Object.freeze(withoutUnset(taken));
  return Object.freeze(taken as Properties);
}

/** The properties that a new object stores where they are known to be as `newProperties` would leave them. */
export function vouchedProperties(
  { name: className }: ClassDefinition,
  given: Readonly<Record<string, PropertyValue>>,
): Properties {
  const stored: Record<string, PropertyValue> = {};
  for (const [name, value] of Object.entries(given)) stored[name] = takeValue(value, () => `${className}.${name}`);
  return Object.freeze(stored);
}

function withoutUnset(taken: Readonly<Record<string, PropertyValue | undefined>>): Record<string, PropertyValue> {
  const stored: Record<string, PropertyValue> = {};
  for (const [name, value] of Object.entries(taken)) if (value !== undefined) stored[name] = value;
  return stored;
}

function takeProperty(definition: ClassDefinition, name: string, given: PropertyValue): PropertyValue | undefined {
  const property = definition.property(name);
  if (property === undefined) {
    throw new TopologyError(`${definition.name}.${name}`, `the class ${definition.name} has no such property.`);
  }
  if (property.holds === typeof given && property.many !== true && typeof given !== "number") {
    // Nearly every value comes this way: a scalar of the one form that the property holds. There is nothing to copy.
    return given === property.default ? undefined : given;
  }
  const where = (): string => `${definition.name}.${name}`;
  const value = given === null && property.many === true ? emptyList : takeValue(given, where);
  checkForm(property, value, where);
  return sameValue(value, defaultOf(property)) ? undefined : value;
}

/**
 * Looks for another object that has a value which may occur once only.
 * @param before the object as it was, when it exists already: what it had it may keep
 */
export function checkUnique(
  schema: Schema,
  topology: Topology,
  definition: ClassDefinition,
  object: DirectoryObject,
  before: DirectoryObject | null,
): Failure | null {
  for (const [index, { property, unique }] of Object.entries(definition.indexes ?? {})) {
    if (unique === undefined) continue;
    const classes = unique === "class" ? [definition.name] : schema.classesSharing(index);
    const value = ownValue(object, property);
    if (before !== null && ownValue(before, property) === value) continue;
    for (const key of indexKeys(value)) {
      const existing = otherHolder(classes, topology, index, key, object);
      if (existing === null) continue;
      return { kind: "duplicateValue", class: object.class, name: object.name, index, value: key, existing };
    }
  }
  return null;
}

function otherHolder(
  classes: readonly string[],
  topology: Topology,
  index: string,
  key: string,
  object: DirectoryObject,
): DirectoryObject | null {
  for (const className of classes) {
    const postings = tableOf(topology, className)?.indexes[index];
    if (postings === undefined || !hasPosting(postings, key)) continue;
    const other = postingsOf(postings, key).find((guid) => guid !== object.guid);
    if (other !== undefined) return getObject(topology, other);
  }
  return null;
}
