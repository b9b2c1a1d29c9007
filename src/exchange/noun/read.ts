import { followReference, getProperty, isReference, type PropertyValue } from "../../topology/index.js";
import { PSArray } from "../../values/collections.js";
import { DateTime } from "../../values/date-time.js";
import { typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { ADObjectId, type ADObjectIdText } from "../types/ad-object-id.js";
import type { Source } from "./source.js";
import { schema } from "../schema.js";

/** Ways to read a property of an Exchange object from the directory, for the declarations of nouns. */

/** What the directory holds. */
export function stored(source: Source, property: string): PropertyValue {
  return getProperty(schema, source.object, property);
}

/** Text, a number or a truth value as it is stored. */
export const plain =
  (property: string) =>
  (source: Source): Value => {
    const value = stored(source, property);
    return typeof value === "string" || typeof value === "boolean" || typeof value === "number" ? value : null;
  };

/** A link to another object; one that leads nowhere is `$null`. */
export const link =
  (property: string, form: ADObjectIdText) =>
  (source: Source): Value => {
    const value = stored(source, property);
    return isReference(value) ? linkedId(source, value, form) : null;
  };

function linkedId(source: Source, value: PropertyValue, form: ADObjectIdText): Value {
  if (!isReference(value)) return null;
  const target = followReference(source.topology, value);
  return target.state === "live" ? new ADObjectId(source.topology, target.object, form) : null;
}

/** A collection as Exchange gives it; its type is MultiValuedProperty, whose elements are what counts. */
export function multiValued(items: Value[]): Value {
  return new PSArray(items);
}

/** A point in time, in UTC ticks in the directory. */
export const localTime =
  (field: "whenCreated" | "whenChanged") =>
  (source: Source): Value =>
    new DateTime(source.object[field], "Local");
export const universalTime =
  (field: "whenCreated" | "whenChanged") =>
  (source: Source): Value =>
    new DateTime(source.object[field], "Utc");

/** Text as a list of strings. */
export const texts = (items: readonly string[]): Value => new PSArray([...items], typeNamed("System.String"));
