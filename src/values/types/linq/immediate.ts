import { PSArray, PSList } from "../../collections.js";
import { compare } from "../../comparison.js";
import { convertTo } from "../../conversion/index.js";
import { caseSensitiveKey } from "../../dictionary.js";
import type { DotNetType } from "../../dotnet-type.js";
import { EnumerableObject } from "../../enumeration.js";
import { construct } from "../../member-access/construct.js";
import { tryInvokeMethod } from "../../member-access/invoke.js";
import { netError, outOfRangeError } from "../../net-errors.js";
import { Decimal, Double, Single } from "../../numbers.js";
import { doubleOf } from "../../numeric.js";
import { PSReference } from "../../objects.js";
import { add, divide } from "../../operators/arithmetic.js";
import { netText } from "../../text.js";
import { genericTypeOf } from "../../types.js";
import type { Value } from "../../value.js";
import { commonTypes, typeOf } from "../../value-types.js";
import { elementsOf, type LinqCall, type LinqMethod, type Source } from "./call.js";
import { groupedBy } from "./deferred.js";
import { LinqGroup, LinqLookup } from "./sequence.js";

const noElements = () => netError("System.InvalidOperationException", "Sequence contains no elements");
const noMatch = () => netError("System.InvalidOperationException", "Sequence contains no matching element");
const moreThanOne = () => netError("System.InvalidOperationException", "Sequence contains more than one element");
const moreThanOneMatch = () =>
  netError("System.InvalidOperationException", "Sequence contains more than one matching element");

/** The elements that a second argument lets through; all without one. */
function* chosen(call: LinqCall, source: Source): Iterable<Value> {
  if (call.args.length === 1) {
    yield* elementsOf(source);
    return;
  }
  const passes = call.predicate(1, source.element);
  for (const element of elementsOf(source)) if (passes(element)) yield element;
}

/** The groups of a sequence, found by their keys. */
function toLookup(call: LinqCall): Value {
  const source = call.source();
  const key = call.callback(1, [source.element]);
  const value = call.args.length > 2 ? call.callback(2, [source.element]) : null;
  const element = value?.returns ?? source.element;
  const group = genericTypeOf("System.Linq.Grouping`2", [key.returns, element]) as DotNetType;
  const groups = [...groupedBy(elementsOf(source), key.call).values()].map(({ key: name, items }) => {
    const made = value === null ? items : items.map((item) => value.call(item));
    return new LinqGroup(group, element, name, made);
  });
  return new LinqLookup(genericTypeOf("System.Linq.Lookup`2", [key.returns, element]) as DotNetType, groups);
}

/** `default(T)`. */
const defaultOf = (call: LinqCall, type: DotNetType): Value =>
  type.isValueType ? convertTo(call.context, 0, type) : null;

type Pick = (call: LinqCall, found: readonly Value[], source: Source) => Value;

const picking = (name: string, pick: Pick): LinqMethod => ({
  name,
  counts: [1, 2],
  call: (call) => {
    const source = call.source();
    return pick(call, [...chosen(call, source)], source);
  },
});

const missing = (call: LinqCall) => (call.args.length === 1 ? noElements() : noMatch());
const tooMany = (call: LinqCall) => (call.args.length === 1 ? moreThanOne() : moreThanOneMatch());

/** The element at the beginning or the end; looks no further than it must. */
function first(call: LinqCall): Value | undefined {
  for (const element of chosen(call, call.source())) return element;
  return undefined;
}

const summable = new Set(["System.Int32", "System.Int64", "System.Double", "System.Single", "System.Decimal"]);

/** The numbers of a sequence, or those that a delegate makes of its elements, which have to be of a type that adds up. */
function numbersOf(call: LinqCall): { readonly type: DotNetType; readonly numbers: readonly Value[] } {
  const source = call.source();
  const selector = call.args.length === 1 ? null : call.callback(1, [source.element]);
  const type = selector?.returns ?? source.element;
  if (!summable.has(type.fullName)) return call.refuse();
  const numbers = [...elementsOf(source)];
  return { type, numbers: selector === null ? numbers : numbers.map((each) => selector.call(each)) };
}

function sumOf(call: LinqCall): { readonly sum: Value; readonly count: number; readonly type: DotNetType } {
  const { type, numbers } = numbersOf(call);
  let sum: Value = convertTo(call.context, 0, type);
  for (const number of numbers) {
    sum = add(call.context, sum, number);
    if (type === commonTypes().int64 && typeof sum === "number") sum = BigInt(sum);
    if (typeOf(sum) !== type && !(sum instanceof Single))
      throw netError("System.OverflowException", "Arithmetic operation resulted in an overflow.");
  }
  return { sum, count: numbers.length, type };
}

function average(call: LinqCall): Value {
  const { sum, count } = sumOf(call);
  if (count === 0) throw noElements();
  if (sum instanceof Decimal) return divide(call.context, sum, count);
  const mean = (doubleOf(sum) ?? 0) / count;
  return sum instanceof Single ? new Single(mean) : new Double(mean);
}

function extreme(call: LinqCall, sign: 1 | -1): Value {
  const source = call.source();
  const selector = call.args.length === 1 ? null : call.callback(1, [source.element]);
  let best: Value | undefined;
  for (const element of elementsOf(source)) {
    const value = selector === null ? element : selector.call(element);
    if (best === undefined || (value !== null && sign * compare(call.context, value, best, false) > 0)) best = value;
  }
  if (best !== undefined) return best;
  if ((selector?.returns ?? source.element).isValueType) throw noElements();
  return null;
}

function aggregate(call: LinqCall): Value {
  const source = call.source();
  const seeded = call.args.length > 2;
  const { call: next } = call.callback(seeded ? 2 : 1, [null, source.element]);
  let result: Value | undefined = seeded ? (call.args[1] ?? null) : undefined;
  for (const element of elementsOf(source)) result = result === undefined ? element : next(result, element);
  if (result === undefined) throw noElements();
  return result;
}

function toDictionary(call: LinqCall): Value {
  const source = call.source();
  const key = call.callback(1, [source.element]);
  const value = call.args.length > 2 ? call.callback(2, [source.element]) : null;
  const types = [key.returns, value?.returns ?? source.element];
  const type = genericTypeOf("System.Collections.Generic.Dictionary`2", types);
  if (type === undefined) return call.refuse();
  const made = construct(call.context, type, []);
  const seen = new Set<unknown>();
  for (const element of elementsOf(source)) {
    const name = key.call(element);
    if (seen.has(caseSensitiveKey(name))) {
      const message = "An item with the same key has already been added.";
      const isCore = call.context.facts.exceptionTexts === "core";
      const text = `${message} Key: ${netText(call.context, name)}`;
      throw netError("System.ArgumentException", isCore ? text : message);
    }
    seen.add(caseSensitiveKey(name));
    tryInvokeMethod(call.context, made, "Add", [name, value === null ? element : value.call(element)]);
  }
  return made;
}

/** The element with the least or the greatest key. */
function extremeBy(call: LinqCall, sign: 1 | -1): Value {
  const source = call.source();
  const { call: keyOf } = call.callback(1, [source.element]);
  let best: { readonly element: Value; readonly key: Value } | undefined;
  for (const element of elementsOf(source)) {
    const key = keyOf(element);
    if (best === undefined || sign * compare(call.context, key, best.key, false) > 0) best = { element, key };
  }
  if (best !== undefined) return best.element;
  if (source.element.isValueType) throw noElements();
  return null;
}

function toHashSet(call: LinqCall): Value {
  const source = call.source();
  const type = genericTypeOf("System.Collections.Generic.HashSet`1", [source.element]);
  if (type === undefined) return call.refuse();
  const made = construct(call.context, type, []);
  for (const element of elementsOf(source)) tryInvokeMethod(call.context, made, "Add", [element]);
  return made;
}

function toList(call: LinqCall): Value {
  const { value, element } = call.source();
  const type = genericTypeOf("System.Collections.Generic.List`1", [element]) as DotNetType;
  return new PSList(type, [...elementsOf({ value })], element === commonTypes().object ? null : element);
}

function elementAt(call: LinqCall, otherwise: ((element: DotNetType) => Value) | null): Value {
  const source = call.source();
  const index = call.int(1);
  const found = [...elementsOf(source)][index];
  if (found !== undefined) return found;
  if (otherwise !== null) return otherwise(source.element);
  const text = "Index was out of range. Must be non-negative and less than the size of the collection.";
  throw outOfRangeError(call.context, text, "index");
}

function sequenceEqual(call: LinqCall): boolean {
  const [left, right] = [[...elementsOf(call.source(0))], [...elementsOf(call.source(1))]];
  return (
    left.length === right.length &&
    left.every((element, i) => caseSensitiveKey(element) === caseSensitiveKey(right[i] ?? null))
  );
}

/** The methods that give something at once. */
export const immediate: readonly LinqMethod[] = [
  picking("Count", (_, found) => found.length),
  picking("LongCount", (_, found) => BigInt(found.length)),
  picking("Last", (call, found) => {
    const last = found.at(-1);
    if (last === undefined) throw missing(call);
    return last;
  }),
  picking("LastOrDefault", (call, found, { element }) => found.at(-1) ?? defaultOf(call, element)),
  picking("Single", (call, [only, ...more]) => {
    if (only === undefined) throw missing(call);
    if (more.length > 0) throw tooMany(call);
    return only;
  }),
  picking("SingleOrDefault", (call, [only, ...more], { element }) => {
    if (more.length > 0) throw tooMany(call);
    return only ?? defaultOf(call, element);
  }),
  {
    name: "First",
    counts: [1, 2],
    call: (call) => {
      const found = first(call);
      if (found === undefined) throw missing(call);
      return found;
    },
  },
  {
    name: "FirstOrDefault",
    counts: [1, 2],
    call: (call) => first(call) ?? defaultOf(call, call.source().element),
  },
  { name: "Any", counts: [1, 2], call: (call) => first(call) !== undefined },
  {
    name: "All",
    counts: [2],
    call: (call) => {
      const source = call.source();
      const passes = call.predicate(1, source.element);
      for (const element of elementsOf(source)) if (!passes(element)) return false;
      return true;
    },
  },
  {
    name: "Contains",
    counts: [2],
    call: (call) => {
      const source = call.source();
      const wanted = caseSensitiveKey(call.element(1, source.element));
      for (const element of elementsOf(source)) if (caseSensitiveKey(element) === wanted) return true;
      return false;
    },
  },
  { name: "Sum", counts: [1, 2], call: (call) => sumOf(call).sum },
  { name: "Average", counts: [1, 2], call: average },
  { name: "Max", counts: [1, 2], call: (call) => extreme(call, 1) },
  { name: "Min", counts: [1, 2], call: (call) => extreme(call, -1) },
  { name: "MaxBy", counts: [2], call: (call) => extremeBy(call, 1) },
  { name: "MinBy", counts: [2], call: (call) => extremeBy(call, -1) },
  {
    name: "TryGetNonEnumeratedCount",
    counts: [2],
    call: (call) => {
      const { value } = call.source();
      const isCounted = value instanceof PSArray || value instanceof PSList;
      const count = isCounted ? value.items.length : value instanceof EnumerableObject ? value.count() : undefined;
      const result = call.args[1];
      if (result instanceof PSReference) result.set(count ?? 0);
      return count !== undefined;
    },
  },
  { name: "Aggregate", counts: [2, 3], call: aggregate },
  { name: "ElementAt", counts: [2], call: (call) => elementAt(call, null) },
  { name: "ElementAtOrDefault", counts: [2], call: (call) => elementAt(call, (element) => defaultOf(call, element)) },
  { name: "SequenceEqual", counts: [2], call: sequenceEqual },
  {
    name: "ToArray",
    counts: [1],
    call: (call) => {
      const source = call.source();
      return new PSArray([...elementsOf(source)], source.element === commonTypes().object ? null : source.element);
    },
  },
  { name: "ToList", counts: [1], call: toList },
  { name: "ToHashSet", counts: [1], call: toHashSet },
  { name: "ToDictionary", counts: [2, 3], call: toDictionary },
  { name: "ToLookup", counts: [2, 3], call: toLookup },
  {
    name: "Empty",
    counts: [0],
    call: (call) => {
      const [element] = call.types ?? [];
      return element === undefined ? call.refuse() : new PSArray([], element);
    },
  },
];
