import { TopologyError } from "./error.js";
import { isList, type PropertyValue } from "./value.js";

/** Plain JSON data. */
export type JsonValue =
  | null
  | string
  | number
  | boolean
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** The field that marks a 64-bit integer, which JSON's numbers can't hold: `{ "$int64": "2147483648" }`. */
const int64 = "$int64";

/** How deep values may nest; that of values proper is checked again, and more strictly, when they are taken. */
const maximumDepth = 32;

/** Writes a value of a property as JSON data. */
export function encodeValue(value: PropertyValue): JsonValue {
  if (typeof value === "bigint") return { [int64]: value.toString() };
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map(encodeValue);
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, encodeValue(part)]));
}

/**
 * Reads a value of a property from JSON data. Whether it fits the property is for the class to check.
 * @throws {TopologyError} for a 64-bit integer that is none, nesting too deep, and what JSON doesn't know
 */
export function decodeValue(json: unknown, where: () => string, depth = 0): PropertyValue {
  if (json === null || typeof json === "string" || typeof json === "boolean" || typeof json === "number") return json;
  if (typeof json !== "object") throw new TopologyError(where(), `${typeof json} is no JSON data.`);
  if (depth > maximumDepth) throw new TopologyError(where(), `lists and records nest at most ${maximumDepth} deep.`);
  if (Array.isArray(json))
    return json.map((item: unknown, index) => decodeValue(item, () => `${where()}[${index}]`, depth + 1));
  if (Object.hasOwn(json, int64)) return decodeInt64(json, where);
  const fields = Object.entries(json).map(([field, part]: [string, unknown]) => {
    return [field, decodeValue(part, () => `${where()}.${field}`, depth + 1)] as const;
  });
  const record: Record<string, PropertyValue> = Object.fromEntries(fields);
  const { kind } = record;
  if (typeof kind !== "string") throw new TopologyError(where(), `a record needs a "kind" that says what it is.`);
  return { ...record, kind };
}

function decodeInt64(json: object, where: () => string): bigint {
  const text: unknown = Reflect.get(json, int64);
  if (typeof text === "string" && /^-?\d{1,40}$/.test(text) && Object.keys(json).length === 1) return BigInt(text);
  throw new TopologyError(where(), `a 64-bit integer is written as { "${int64}": "123" }.`);
}
