import { PSArray, PSDictionary, PSList } from "../collections.js";
import { equals } from "../comparison.js";
import { noConversion } from "../conversion/errors.js";
import { convertTo, toIndex } from "../conversion/index.js";
import { DateTime } from "../date-time.js";
import type { DotNetMember, DotNetType } from "../dotnet-type.js";
import { isCollection, operand, toItems } from "../enumeration.js";
import { PowerShellError, runtimeError } from "../errors.js";
import { MultiArray } from "../multi-array.js";
import { bareOutOfRangeError, netError } from "../net-errors.js";
import { Char } from "../numbers.js";
import { AutomationNull } from "../objects.js";
import { netTypeText } from "../type-text.js";
import { NumericObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { commonTypes, typeOf } from "../value-types.js";
import { BaseView, memberOfBase } from "./base-view.js";

/**
 * `$x[$i]`; what is out of range reads as `$null`, unless strict mode is 3: then it throws IndexOutOfRangeException (for
 * lists ArgumentOutOfRangeException, for scalars CannotIndex). Throws NullArray, NullArrayIndex, CannotIndex.
 */
export function getIndex(context: ValueContext, value: Value, index: Value, isStrict = false): Value {
  if (typeof index === "number" && !isStrict && (value instanceof PSArray || value instanceof PSList)) {
    return value.items[index < 0 ? index + value.items.length : index] ?? null;
  }
  const v = operand(value);
  const i = operand(index);
  if (v === null) throw runtimeError("NullArray", "InvalidOperation", "Cannot index into a null array.");
  if (i === null)
    throw runtimeError(
      "NullArrayIndex",
      "InvalidOperation",
      "Index operation failed; the array index evaluated to null.",
    );
  if (v instanceof MultiArray) return indexDimensions(context, v, i) ?? null;
  if (isCollection(i) && !(v instanceof PSDictionary && v.has(i)) && !isScalar(v)) {
    return indexMany(context, v, i, isStrict);
  }
  return indexOne(context, v, i, isStrict) ?? null;
}

/** Neither a list nor anything else that `[…]` reaches into: it is its own only element. */
function isScalar(value: Value): boolean {
  const isIndexed = typeof value === "string" || isCollection(value) || value instanceof PSDictionary;
  return !isIndexed && indexerOf(value)?.kind !== "ParameterizedProperty";
}

/** A list of indexes gives a list of what is there. */
function indexMany(context: ValueContext, value: Value, indexes: Value, isStrict: boolean): Value {
  const found: Value[] = [];
  for (const i of toItems(indexes)) {
    if (operand(i) === null) continue;
    const one = indexOne(context, value, operand(i), isStrict);
    if (one !== undefined) found.push(one);
    else if (value instanceof PSDictionary) found.push(null);
  }
  return new PSArray(found);
}

/** `$a[1,2]` is one element; `$a[(0,0),(1,1)]` are several. */
function indexDimensions(context: ValueContext, array: MultiArray, index: Value): Value | undefined {
  const parts = toItems(index).map(operand);
  if (parts.length === 0 || !parts.every(isCollection)) return dimensionItem(context, array, index);
  return new PSArray(parts.map((part) => dimensionItem(context, array, part) ?? null));
}

function dimensionItem(context: ValueContext, array: MultiArray, index: Value): Value | undefined {
  const at = array.offsetOf(dimensionIndexes(context, array, index, false));
  return at === undefined ? undefined : array.items[at];
}

/** An index for each dimension. Throws NeedMultidimensionalIndex when there are more or fewer. */
function dimensionIndexes(
  context: ValueContext,
  array: MultiArray,
  index: Value,
  isAssignment: boolean,
): readonly number[] {
  const { int32 } = commonTypes();
  const found = toItems(index).map((each) => convertTo(context, operand(each), int32) as number);
  if (found.length === array.lengths.length) return found;
  const message = `You cannot index into a ${array.lengths.length} dimensional array with index [${found.join(",")}].`;
  const isTyped = isAssignment || (index instanceof PSArray && index.items.every((each) => typeof each === "number"));
  const target = isTyped ? new PSArray(found, int32) : index;
  throw runtimeError("NeedMultidimensionalIndex", "InvalidOperation", message, {
    ...(isAssignment || isCollection(index) ? { target } : {}),
  });
}

function indexOne(context: ValueContext, value: Value, index: Value, isStrict: boolean): Value | undefined {
  if (value instanceof PSDictionary) return dictionaryItem(context, value, index);
  if (typeof value === "string") {
    const at = position(context, index, value.length, value);
    if (at === undefined && isStrict) throw outOfRange(context, value);
    return at === undefined ? undefined : new Char(value.charCodeAt(at));
  }
  if (value instanceof PSArray || value instanceof PSList) {
    const at = position(context, index, value.items.length, value);
    if (at === undefined && isStrict) throw outOfRange(context, value);
    return at === undefined ? undefined : value.items[at];
  }
  const member = indexerOf(value);
  if (member?.kind === "ParameterizedProperty") {
    try {
      return member.get(context, value, [fromEnd(context, value, index)]);
    } catch (error) {
      if (
        !isStrict &&
        error instanceof PowerShellError &&
        error.record.exception.type.fullName === "System.ArgumentOutOfRangeException"
      )
        return undefined;
      throw error;
    }
  }
  if (context.facts.languageVersion < 3) throw cannotIndex(context, value);
  // A scalar is its own only element, the first and the last; other indexes give nothing, not even `$null`.
  const at = typeof index === "string" ? (toIndex(context, index) ?? index) : index;
  if ([0, -1].some((only) => equals(context, only, at, true))) return value;
  if (isStrict) throw cannotIndex(context, value);
  return AutomationNull;
}

/** A negative index counts from the end of what has a Length or a Count. */
function fromEnd(context: ValueContext, value: Value, index: Value): Value {
  if (typeof index !== "number" || index >= 0) return index;
  const type = typeOf(value);
  const length = type?.member("Length") ?? type?.member("Count");
  const count = length?.kind === "Property" ? length.get(context, value) : null;
  return typeof count === "number" ? index + count : index;
}

/** What `[…]` reaches: `Item`, or what the type calls it instead. */
function indexerOf(value: Value): DotNetMember | undefined {
  if (value instanceof BaseView) return memberOfBase(value, "Item");
  const type = typeOf(value);
  const names = type?.fullName === "System.Text.StringBuilder" ? ["Chars"] : ["Item", "ItemOf"];
  return names.map((name) => type?.member(name)).find((member) => member?.kind === "ParameterizedProperty");
}

function dictionaryItem(context: ValueContext, value: PSDictionary, index: Value): Value | undefined {
  const isOrdered = value.type.fullName === "System.Collections.Specialized.OrderedDictionary";
  if (isOrdered && typeof index === "number") {
    return value.pairAt(index < 0 ? index + value.size : index)?.value;
  }
  return value.get(value.keyType === null ? index : convertTo(context, index, value.keyType));
}

/** Where an index points; what has a conversion to numbers, which fails, points nowhere. */
function position(context: ValueContext, index: Value, length: number, list: Value): number | undefined {
  const n = toIndex(context, index);
  if (n === undefined) {
    const isFixed = typeof list === "string" || list instanceof PSArray;
    // The error names the list, not the index.
    if (isFixed && !isConvertible(index)) throw noConversion(context, list, commonTypes().int32);
    return undefined;
  }
  const at = n < 0 ? n + length : n;
  return at >= 0 && at < length ? at : undefined;
}

/** Whether the type of a value is one of those that .NET can turn into numbers. */
function isConvertible(value: Value): boolean {
  if (typeof value !== "object" || value === null) return true;
  return value instanceof NumericObject || value instanceof Char || value instanceof DateTime;
}

/** @param isAssignment the record of a failed assignment has no target */
function cannotIndex(context: ValueContext, value: Value, isAssignment = false): PowerShellError {
  const name = netTypeText(typeOf(value) as DotNetType);
  return runtimeError(
    "CannotIndex",
    "InvalidOperation",
    `Unable to index into an object of type ${context.facts.languageVersion >= 7 ? `"${name}"` : name}.`,
    isAssignment ? {} : { target: value },
  );
}

/** `$x[$i] = …`. Throws IndexOutOfRangeException, CannotIndex and the errors of converting. */
export function setIndex(context: ValueContext, value: Value, index: Value, newValue: Value): void {
  const v = operand(value);
  const i = operand(index);
  if (v === null) throw runtimeError("NullArray", "InvalidOperation", "Cannot index into a null array.");
  if (v instanceof PSDictionary) {
    setDictionaryItem(context, v, i, index, newValue);
    context.checkSize("collection", v.size);
    return;
  }
  if (i === null)
    throw runtimeError(
      "NullArrayIndex",
      "InvalidOperation",
      "Index operation failed; the array index evaluated to null.",
    );
  if (v instanceof MultiArray) {
    const at = v.offsetOf(dimensionIndexes(context, v, i, true));
    if (at === undefined) throw outOfRange(context, v);
    v.setItem(at, convertTo(context, newValue, v.type.elementType as DotNetType));
    return;
  }
  if (v instanceof PSArray || v instanceof PSList) {
    const element = v instanceof PSArray ? v.type.elementType : v.elementType;
    const n = toIndex(context, i);
    if (n === undefined) convertTo(context, i, typeOf(0) as DotNetType);
    const at = n === undefined ? -1 : n < 0 ? n + v.items.length : n;
    if (at < 0 || at >= v.items.length) throw outOfRange(context, v);
    v.setItem(at, element === null ? newValue : convertTo(context, newValue, element));
    return;
  }
  const member = indexerOf(v);
  if (member?.kind === "ParameterizedProperty" && member.set !== null) {
    member.set(context, v, [i], newValue);
    return;
  }
  throw cannotIndex(context, v, true);
}

function outOfRange(context: ValueContext, list: string | PSArray | PSList | MultiArray): PowerShellError {
  if (!(list instanceof PSList))
    return netError("System.IndexOutOfRangeException", "Index was outside the bounds of the array.");
  return bareOutOfRangeError(
    context,
    "Index was out of range. Must be non-negative and less than the size of the collection.",
    "index",
  );
}

function setDictionaryItem(
  context: ValueContext,
  table: PSDictionary,
  key: Value,
  original: Value,
  newValue: Value,
): void {
  if (key === null)
    throw runtimeError(
      "NullArrayIndex",
      "InvalidOperation",
      "Index operation failed; the array index evaluated to null.",
    );
  const value = table.valueType === null ? newValue : convertTo(context, newValue, table.valueType);
  if (table.type.fullName === "System.Collections.Specialized.OrderedDictionary" && typeof key === "number") {
    const pair = table.pairAt(key < 0 ? key + table.size : key);
    if (pair === undefined) {
      throw bareOutOfRangeError(context, "Specified argument was out of the range of valid values.", "index");
    }
    table.set(pair.key, value);
    return;
  }
  table.set(
    table.keyType === null ? (typeof original === "string" ? original : key) : convertTo(context, key, table.keyType),
    value,
  );
}
