import { type IdentityQuery, type PropertyValue, reference } from "../../topology/index.js";
import { TimeSpan } from "../../values/date-time.js";
import { SwitchParameter } from "../../values/objects.js";
import { MultiValuedChange } from "../parameters/multi-valued-parameter.js";
import { ByteQuantifiedSize } from "../types/byte-quantified-size.js";
import { Unlimited } from "../types/unlimited.js";
import { stored } from "./read.js";
import { type Setter, store } from "./set-verb.js";

/** Setters for the common kinds of properties; `$null` puts a property back to "not set". */

/** A truth value. */
export const storeTruth = (property: string): Setter =>
  store(property, (_task, value) => value === true || (value instanceof SwitchParameter && value.isPresent));

/** Text; the empty text counts as not set. */
export const storeText = (property: string, parameter = property): Setter =>
  store(property, (task) => {
    const text = task.text(parameter);
    return text === "" ? null : text;
  });

/** A span of time, in ticks. */
export const storeSpan = (property: string): Setter =>
  store(property, (_task, value) => (value instanceof TimeSpan ? value.ticks : null));

/** A size in bytes. */
export const storeSize = (property: string): Setter =>
  store(property, (_task, value) => (value instanceof ByteQuantifiedSize ? value.bytes : null));

const unlimited: PropertyValue = Object.freeze({ kind: "unlimited" });

/** A size, or the record `unlimited`. */
export const storeQuota = (property: string): Setter =>
  store(property, (_task, value) => {
    if (!(value instanceof Unlimited)) return null;
    return value.value instanceof ByteQuantifiedSize ? value.value.bytes : unlimited;
  });

/** A link to the object that the parameter of the same name means; `$null` takes the link away. */
export const storeLink = (property: string, query: IdentityQuery): Setter =>
  store(property, (task, value) => {
    if (value === null) return null;
    return reference(task.resolve(property, query, (identity) => task.parameterNotFound(identity)).guid);
  });

/** Several texts: new ones in place of all, or `@{Add=…;Remove=…}`; `$null` leaves none. */
export const storeTexts =
  (property: string): Setter =>
  (task, value, object) => {
    const current = stored(task.source(object), property);
    const texts = Array.isArray(current) ? current.map(String) : [];
    return { properties: { [property]: value instanceof MultiValuedChange ? value.applyTo(texts) : [] } };
  };
