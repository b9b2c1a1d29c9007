import { PSArray, PSList } from "../collections.js";
import { EnumerableObject } from "../enumeration.js";
import { BigInteger, Char, Decimal, Double, EnumValue, Single, SmallInteger, UInt64 } from "../numbers.js";
import { AutomationNull, SwitchParameter } from "../objects.js";
import { baseOf, type Value } from "../value.js";

/**
 * Truth of a value: false are `$null`, the empty text, every zero, an unset switch, and lists that are empty or whose
 * only element is false (one of one element that is a list itself: false only when that is empty).
 */
export function isTrue(value: Value): boolean {
  switch (typeof value) {
    case "boolean":
      return value;
    case "string":
      return value !== "";
    case "number":
      return value !== 0;
    case "bigint":
      return value !== 0n;
  }
  if (value === null || value === AutomationNull) return false;
  const v = baseOf(value);
  if (v === null || typeof v !== "object") return isTrue(v);
  if (v instanceof Double || v instanceof Single || v instanceof SmallInteger) return v.value !== 0;
  if (v instanceof UInt64 || v instanceof BigInteger || v instanceof EnumValue) return v.value !== 0n;
  if (v instanceof Decimal) return v.mantissa !== 0n;
  if (v instanceof Char) return v.code !== 0;
  if (v instanceof SwitchParameter) return v.isPresent;
  const items = listItems(v);
  if (items === null) return true;
  if (items.length === 0) return false;
  if (items.length > 1) return true;
  const only = items[0] as Value;
  const inner = only !== null && typeof only === "object" ? listItems(only) : null;
  return inner === null ? isTrue(only) : inner.length > 0;
}

function listItems(value: Value): readonly Value[] | null {
  if (value instanceof PSArray || value instanceof PSList) return value.items;
  // Only IList counts; sets and queues are objects.
  return value instanceof EnumerableObject && value.isList ? [...value.elements()] : null;
}
