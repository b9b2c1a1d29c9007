import { TopologyError } from "./error.js";

/** A GUID in its usual text form: 32 lower-case hexadecimal digits in five groups, without braces. */
export type Guid = string;

/**
 * A small value with named parts, told apart by `kind`: `{ kind: "serverVersion", major: 14, … }`,
 * `{ kind: "unlimited" }`. Which kinds exist is a matter of the layer that gives them a PowerShell type.
 */
export interface RecordValue {
  readonly kind: string;
  readonly [field: string]: PropertyValue;
}

/** A link to another object of the organization. It holds a GUID, so it follows renames and moves of its target. */
export interface Reference extends RecordValue {
  readonly kind: "reference";
  readonly guid: Guid;
}

/**
 * What a property of a directory object may hold: plain, frozen data.
 *
 * - text, enumeration members and GUIDs are strings, 32-bit integers are numbers, switches are booleans
 * - 64-bit integers are bigints: sizes in bytes, points in time and spans of time in ticks of 100 ns
 *   (points in time count from 1 January 0001 UTC, as .NET's DateTime does)
 * - links are `Reference`, everything with parts is a record
 * - a property with several values is an array
 * - `null` says "not set"
 */
export type PropertyValue = null | string | number | boolean | bigint | RecordValue | readonly PropertyValue[];

/** The properties of an object that are set, by name. A name that is missing stands for the class's default. */
export type Properties = Readonly<Record<string, PropertyValue>>;

/** How deep lists and records may nest in a property: enough for every known property, small enough for any stack. */
const maximumDepth = 16;

/** Makes a link to the object with the given GUID. */
export function reference(guid: Guid): Reference {
  return Object.freeze({ kind: "reference", guid });
}

/** Whether a value is a list of values. (`Array.isArray` does not narrow read-only arrays.) */
export function isList(value: PropertyValue): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

/** Whether a value is a record, links included. */
export function isRecord(value: PropertyValue): value is RecordValue {
  return typeof value === "object" && value !== null && !isList(value);
}

/** Whether a value is a link to another object. */
export function isReference(value: PropertyValue): value is Reference {
  return isRecord(value) && value.kind === "reference";
}

/** The values of a property that may hold one or several: none for `null`, the items of a list, otherwise the value. */
export function valuesOf(value: PropertyValue): readonly PropertyValue[] {
  if (value === null) return [];
  return isList(value) ? value : [value];
}

/**
 * Copies a value and freezes the copy, so that nothing outside can change what the organization holds.
 * @param where says what is being set, for the error: `MailboxDatabase.Server`
 * @throws {TopologyError} for what is no plain data: NaN, infinities, functions, symbols, class instances, undefined,
 * records without `kind`, nesting beyond 16 levels
 */
export function takeValue(value: PropertyValue, where: () => string, depth = 0): PropertyValue {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "bigint":
      return value;
    case "number":
      if (!Number.isFinite(value)) throw new TopologyError(where(), `a number must be finite, and this is ${value}.`);
      return value === 0 ? 0 : value;
    case "object":
      if (value === null) return null;
      if (depth >= maximumDepth)
        throw new TopologyError(where(), `lists and records nest at most ${maximumDepth} deep.`);
      return isList(value) ? takeList(value, where, depth) : takeRecord(value, where, depth);
    default:
      throw new TopologyError(
        where(),
        `a value is text, number, boolean, bigint, list, record or null, not ${typeof value}.`,
      );
  }
}

function takeList(value: readonly PropertyValue[], where: () => string, depth: number): PropertyValue {
  // Array.from also visits holes, which would otherwise slip through as undefined.
  return Object.freeze(Array.from(value, (item, index) => takeValue(item, () => `${where()}[${index}]`, depth + 1)));
}

function takeRecord(value: RecordValue, where: () => string, depth: number): PropertyValue {
  if (isReference(value) && Object.isFrozen(value)) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TopologyError(where(), "a record must be a plain object, not an instance of a class.");
  }
  if (typeof value.kind !== "string" || value.kind === "") {
    throw new TopologyError(
      where(),
      `a record needs a "kind" that says what it is, for example { kind: "unlimited" }.`,
    );
  }
  const fields = Object.entries(value).map(([field, part]): [string, PropertyValue] => {
    if (!/^[A-Za-z][A-Za-z0-9]*$/.test(field)) {
      throw new TopologyError(where(), `"${field}" is no name for a field of a record: use letters and digits.`);
    }
    return [field, takeValue(part, () => `${where()}.${field}`, depth + 1)];
  });
  return Object.freeze({ ...Object.fromEntries(fields), kind: value.kind });
}

/** Whether two values are the same by content. Text is compared exactly, lists in their order. */
export function sameValue(a: PropertyValue, b: PropertyValue): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  if (isList(a))
    return isList(b) && a.length === b.length && a.every((item, index) => sameValue(item, b[index] ?? null));
  if (isList(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && sameValue(a[name] ?? null, b[name] ?? null));
}
