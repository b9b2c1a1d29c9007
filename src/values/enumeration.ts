import { PSArray, PSDictionary, PSList } from "./collections.js";
import type { PowerShellError } from "./errors.js";
import { netError } from "./net-errors.js";
import { AutomationNull, isNull } from "./objects.js";
import { baseOf, DotNetObject, type Value } from "./value.js";

/**
 * A value of another layer or of `types/` that can be enumerated (queues, sets, matches, key collections, …). The
 * pipeline unrolls it one level, as it does an IEnumerable.
 */
export abstract class EnumerableObject extends DotNetObject {
  /** Whether it implements IList, so that its truth is that of its elements. */
  readonly isList: boolean = false;
  /** The elements at this moment. */
  abstract elements(): Iterable<Value>;
  /** How many there are; `undefined` when the type has no Count. */
  count(): number | undefined {
    return undefined;
  }
}

/** What the pipeline unrolls, one level; `null` for scalars, text, dictionaries and `$null`. */
export function enumerate(value: Value): Iterable<Value> | null {
  if (value === null || typeof value !== "object") return null;
  if (value instanceof PSArray) return value.items;
  if (value instanceof PSList) return checkedItems(value);
  if (value instanceof EnumerableObject) return value.elements();
  if (value === AutomationNull) return [];
  return null;
}

/** The elements of a list, one after another; InvalidOperationException when the list is changed meanwhile. */
function* checkedItems(list: PSList): Iterable<Value> {
  const { version } = list;
  for (let i = 0; i < list.items.length; i++) {
    yield list.items[i] as Value;
    if (list.version !== version) throw collectionModified();
  }
}

/** What an enumerator throws when its collection was changed. */
export function collectionModified(): PowerShellError {
  return netError(
    "System.InvalidOperationException",
    "Collection was modified; enumeration operation may not execute.",
  );
}

/** The elements as an array: those of a collection, one for a scalar, none for `$null` when `nullIsEmpty`. */
export function toItems(value: Value, nullIsEmpty = true): readonly Value[] {
  if (value instanceof PSArray || value instanceof PSList) return value.items;
  const elements = enumerate(value);
  if (elements !== null) return [...elements];
  return nullIsEmpty && isNull(value) ? [] : [value];
}

/** Whether operators treat the value as a collection: anything that `enumerate` unrolls. */
export function isCollection(value: Value): boolean {
  return value !== null && typeof value === "object" && value !== AutomationNull && enumerate(value) !== null;
}

/** The value as the operators see it: without PSObject wrapper, "no output" as `$null`. */
export function operand(value: Value): Value {
  if (value === null || typeof value !== "object") return value;
  if (value === AutomationNull) return null;
  return baseOf(value);
}

/** Whether a value is a dictionary (Hashtable, OrderedDictionary, Dictionary`2, …). */
export function isDictionary(value: Value): value is PSDictionary {
  return value instanceof PSDictionary;
}
