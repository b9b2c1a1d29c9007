import { followReference, getProperty, isReference, type PropertyValue } from "../../topology/index.js";
import { DateTime } from "../../values/date-time.js";
import { localTime as localTimeOf } from "../../values/local-time.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { localPathOf, localPathTypes } from "../parameters/local-path.js";
import { schema } from "../schema.js";
import { ADObjectId, type ADObjectIdText } from "../types/ad-object-id.js";
import { ByteQuantifiedSize, byteQuantifiedSizeName } from "../types/byte-quantified-size.js";
import { EnhancedTimeSpan } from "../types/enhanced-time-span.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { Unlimited, unlimitedType, unlimitedWord } from "../types/unlimited.js";
import type { Source } from "./source.js";

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

const adObjectIdName = "Microsoft.Exchange.Data.Directory.ADObjectId";

/** A path on the server's own disk. */
export const localPath =
  (property: string, typeName: string = localPathTypes.any) =>
  (source: Source): Value => {
    const value = stored(source, property);
    return typeof value === "string" ? localPathOf(typeName, value) : null;
  };

/** Links as a MultiValuedProperty. */
export function multiValued(items: Value[], elementTypeName: string = adObjectIdName): Value {
  return multiValuedProperty(items, elementTypeName);
}

/** A size in bytes. */
export const size =
  (property: string) =>
  (source: Source): Value => {
    const value = stored(source, property);
    return typeof value === "bigint" ? new ByteQuantifiedSize(value) : null;
  };

/** A quota: a size, or the record `unlimited`. */
export const quota =
  (property: string) =>
  (source: Source): Value => {
    const value = stored(source, property);
    if (value === null) return null;
    const amount = typeof value === "bigint" ? new ByteQuantifiedSize(value) : null;
    return new Unlimited(unlimitedType(byteQuantifiedSizeName), amount, unlimitedWord(source.release));
  };

/** A span of time, in ticks in the directory. */
export const span =
  (property: string) =>
  (source: Source): Value => {
    const value = stored(source, property);
    return typeof value === "bigint" ? new EnhancedTimeSpan(value) : null;
  };

/** What the cmdlet adds, such as -Status; `$null` where it was not asked for. */
export const live =
  (property: string) =>
  ({ live: values }: Source): Value =>
    values?.get(property) ?? null;

/** A point in time, in UTC ticks in the directory. */
export const localTime =
  (field: "whenCreated" | "whenChanged") =>
  (source: Source, context: ValueContext): Value =>
    localTimeOf(context, source.object[field]);
export const universalTime =
  (field: "whenCreated" | "whenChanged") =>
  (source: Source): Value =>
    new DateTime(source.object[field], "Utc");

/** Text as a MultiValuedProperty. */
export const texts = (items: readonly string[]): Value => multiValuedProperty([...items]);
