import { PSArray, PSList } from "../../collections.js";
import { compare } from "../../comparison.js";
import { convertTo } from "../../conversion/index.js";
import { caseSensitiveKey } from "../../dictionary.js";
import type { DotNetType } from "../../dotnet-type.js";
import { enumerate, operand } from "../../enumeration.js";
import { bareOutOfRangeError, netError } from "../../net-errors.js";
import { netTypeText } from "../../type-text.js";
import { arrayTypeOf, genericTypeOf } from "../../types.js";
import type { Value } from "../../value.js";
import { commonTypes, isInstanceOf, typeOf } from "../../value-types.js";
import { DelegateObject } from "../delegates.js";
import { Tuple } from "../tuple.js";
import { elementsOf, LinqCall, type LinqMethod } from "./call.js";
import { defineRun, LinqGroup, LinqSequence } from "./sequence.js";

/** What a call is found to do: of which type its sequence is, and what goes over it. */
interface Plan {
  readonly element: DotNetType;
  /** Name of the iterator's class, as far as one can see it, and its type arguments. */
  readonly iterator?: readonly [name: string, ...args: readonly DotNetType[]];
  readonly run: () => Iterable<Value>;
}
type Planner = (call: LinqCall) => Plan;

/** A method whose arguments are checked at once and whose elements are computed when somebody goes over them. */
function sequence(name: string, counts: readonly number[], plan: Planner): LinqMethod {
  defineRun(name, (context, args, types) => plan(new LinqCall(context, name, args, types)).run());
  return {
    name,
    counts,
    call: (call) => {
      const { element, iterator = ["Iterator`1", element] } = plan(call);
      const [typeName, ...args] = iterator;
      const type = genericTypeOf(`System.Linq.Enumerable+${typeName}`, args) as DotNetType;
      return new LinqSequence(type, element, name, call.context, call.args, call.types);
    },
  };
}

/** Iterators differ by what they go over. */
function over(kind: string, value: Value): string {
  const container = value instanceof PSArray ? "Array" : value instanceof PSList ? "List" : "IEnumerable";
  return `${container}${kind}`;
}

const where: Planner = (call) => {
  const source = call.source();
  const isIndexed = call.takesIndex(1);
  const passes = call.predicate(1, source.element, ...(isIndexed ? [commonTypes().int32] : []));
  return {
    element: source.element,
    iterator: [over("WhereIterator`1", source.value), source.element],
    *run() {
      let index = 0;
      for (const element of elementsOf(source)) if (passes(...given(element, index++, isIndexed))) yield element;
    },
  };
};

/** What a delegate gets: the element, and its place if it takes it. */
const given = (element: Value, index: number, isIndexed: boolean): readonly Value[] =>
  isIndexed ? [element, index] : [element];

const select: Planner = (call) => {
  const source = call.source();
  const isIndexed = call.takesIndex(1);
  const { call: make, returns } = call.callback(1, [source.element, ...(isIndexed ? [commonTypes().int32] : [])]);
  return {
    element: returns,
    iterator: [over("SelectIterator`2", source.value), source.element, returns],
    *run() {
      let index = 0;
      for (const element of elementsOf(source)) yield make(...given(element, index++, isIndexed));
    },
  };
};

const selectMany: Planner = (call) => {
  const source = call.source();
  const { call: make, returns } = call.callback(1, [source.element]);
  const element = returns.elementType ?? returns.genericArguments[0] ?? commonTypes().object;
  return {
    element,
    *run() {
      for (const each of elementsOf(source)) yield* enumerate(make(each)) ?? [];
    },
  };
};

/** One sequence and then what is made of its elements, without a delegate. */
const plain = (make: (items: Iterable<Value>, call: LinqCall, element: DotNetType) => Iterable<Value>): Planner => {
  return (call) => {
    const source = call.source();
    return { element: source.element, run: () => make(elementsOf(source), call, source.element) };
  };
};

function* distinct(items: Iterable<Value>, seen = new Set<unknown>()): Iterable<Value> {
  for (const item of items) {
    const key = caseSensitiveKey(item);
    if (seen.has(key)) continue;
    seen.add(key);
    yield item;
  }
}

/** Two sequences of one type. */
const pair = (make: (left: Iterable<Value>, right: Iterable<Value>) => Iterable<Value>): Planner => {
  return (call) => {
    const left = call.source(0);
    const right = call.source(1);
    if (left.element !== right.element) return call.refuse();
    return { element: left.element, run: () => make(elementsOf(left), elementsOf(right)) };
  };
};

const keysOf = (items: Iterable<Value>): Set<unknown> => new Set([...items].map(caseSensitiveKey));

function* whileTrue(call: LinqCall, keeps: boolean): Iterable<Value> {
  const source = call.source();
  const passes = call.predicate(1, source.element);
  let isPast = false;
  for (const element of elementsOf(source)) {
    if (!isPast && !passes(element)) isPast = true;
    if (isPast && keeps) return;
    if (isPast !== keeps) yield element;
  }
}

const cutting = (keeps: boolean): Planner => {
  return (call) => {
    const source = call.source();
    call.predicate(1, source.element);
    return { element: source.element, run: () => whileTrue(call, keeps) };
  };
};

/** By which keys a sequence is sorted: those of OrderBy first, then of each ThenBy. */
interface Order {
  readonly keyOf: (element: Value) => Value;
  readonly sign: 1 | -1;
}

const orderings = new Map<string, { readonly sign: 1 | -1; readonly goesOn: boolean }>([
  ["OrderBy", { sign: 1, goesOn: false }],
  ["OrderByDescending", { sign: -1, goesOn: false }],
  ["ThenBy", { sign: 1, goesOn: true }],
  ["ThenByDescending", { sign: -1, goesOn: true }],
]);

function ordersOf(call: LinqCall): { readonly orders: readonly Order[]; readonly items: () => Iterable<Value> } {
  const source = call.source();
  const { call: keyOf } = call.callback(1, [source.element]);
  const { sign, goesOn } = orderings.get(call.name) ?? { sign: 1, goesOn: false };
  if (!goesOn) return { orders: [{ keyOf, sign }], items: () => elementsOf(source) };
  const { value } = source;
  if (!(value instanceof LinqSequence) || !orderings.has(value.operation)) return call.refuse();
  const before = ordersOf(new LinqCall(call.context, value.operation, value.args, value.types));
  return { orders: [...before.orders, { keyOf, sign }], items: before.items };
}

const ordered: Planner = (call) => {
  const { element } = call.source();
  const { returns } = call.callback(1, [element]);
  const { orders, items } = ordersOf(call);
  return {
    element,
    iterator: ["OrderedIterator`2", element, returns],
    run: () => {
      const keyed = [...items()].map((item) => ({ item, keys: orders.map(({ keyOf }) => keyOf(item)) }));
      keyed.sort((a, b) => {
        for (const [i, { sign }] of orders.entries()) {
          const order = sign * compareKeys(call, a.keys[i] ?? null, b.keys[i] ?? null);
          if (order !== 0) return order;
        }
        return 0;
      });
      return keyed.map(({ item }) => item);
    },
  };
};

function compareKeys({ context }: LinqCall, a: Value, b: Value): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return compare(context, a, b, false);
}

/** Elements by what a delegate makes of them, in the order in which the keys come. */
export function groupedBy(
  elements: Iterable<Value>,
  key: (element: Value) => Value,
): ReadonlyMap<unknown, { readonly key: Value; readonly items: readonly Value[] }> {
  const groups = new Map<unknown, { readonly key: Value; readonly items: Value[] }>();
  for (const element of elements) {
    const value = key(element);
    const group = groups.get(caseSensitiveKey(value)) ?? { key: value, items: [] };
    groups.set(caseSensitiveKey(value), group);
    group.items.push(element);
  }
  return groups;
}

const groupBy: Planner = (call) => {
  const source = call.source();
  const key = call.callback(1, [source.element]);
  const made = call.args.length > 2 ? call.callback(2, [source.element]) : null;
  const element = made?.returns ?? source.element;
  const type = genericTypeOf("System.Linq.Grouping`2", [key.returns, element]) as DotNetType;
  return {
    element: type,
    iterator: ["GroupByIterator`2", source.element, key.returns],
    run: () => {
      const groups = groupedBy(elementsOf(source), key.call);
      return [...groups.values()].map(({ key: value, items }) => {
        return new LinqGroup(type, element, value, made === null ? items : items.map((item) => made.call(item)));
      });
    },
  };
};

/** The elements of one sequence beside those of another that have the same key. */
const join: Planner = (call) => {
  const outer = call.source(0);
  const inner = call.source(1);
  const outerKey = call.callback(2, [outer.element]);
  const innerKey = call.callback(3, [inner.element]);
  const { call: make, returns } = call.callback(4, [outer.element, inner.element]);
  return {
    element: returns,
    *run() {
      const byKey = groupedBy(elementsOf(inner), innerKey.call);
      for (const element of elementsOf(outer)) {
        for (const other of byKey.get(caseSensitiveKey(outerKey.call(element)))?.items ?? [])
          yield make(element, other);
      }
    },
  };
};

/** Each element of one sequence with all those of another that have the same key. */
const groupJoin: Planner = (call) => {
  const outer = call.source(0);
  const inner = call.source(1);
  const outerKey = call.callback(2, [outer.element]);
  const innerKey = call.callback(3, [inner.element]);
  const group = genericTypeOf("System.Linq.Grouping`2", [outerKey.returns, inner.element]) as DotNetType;
  const { call: make, returns } = call.callback(4, [outer.element, null]);
  return {
    element: returns,
    *run() {
      const byKey = groupedBy(elementsOf(inner), innerKey.call);
      for (const element of elementsOf(outer)) {
        const key = outerKey.call(element);
        const items = byKey.get(caseSensitiveKey(key))?.items ?? [];
        yield make(element, new LinqGroup(group, inner.element, key, items));
      }
    },
  };
};

/** As Join, with those of one sequence (or of both) that have no partner beside the other's `default(T)`. */
const outerJoin = (keepsLeft: boolean): Planner => {
  return (call) => {
    const [outer, inner] = [call.source(0), call.source(1)];
    const [outerKey, innerKey] = [call.callback(2, [outer.element]), call.callback(3, [inner.element])];
    const { call: make, returns } = call.callback(4, [outer.element, inner.element]);
    const none = defaultOf(call, keepsLeft ? inner.element : outer.element);
    return {
      element: returns,
      *run() {
        const [kept, other] = keepsLeft ? [outer, inner] : [inner, outer];
        const [keptKey, otherKey] = keepsLeft ? [outerKey, innerKey] : [innerKey, outerKey];
        const byKey = groupedBy(elementsOf(other), otherKey.call);
        for (const element of elementsOf(kept)) {
          const partners = byKey.get(caseSensitiveKey(keptKey.call(element)))?.items ?? [none];
          for (const partner of partners) yield keepsLeft ? make(element, partner) : make(partner, element);
        }
      },
    };
  };
};

/** `default(T)`. */
const defaultOf = (call: LinqCall, type: DotNetType): Value =>
  type.isValueType ? convertTo(call.context, 0, type) : null;

/** Elements whose keys differ, of one sequence or of two; or whose keys are (not) among others. */
function byKeys(call: LinqCall, operation: "distinct" | "union" | "except" | "intersect"): Plan {
  const source = call.source(0);
  const other = operation === "distinct" ? null : call.source(1);
  const { call: keyOf } = call.callback(other === null ? 1 : 2, [source.element]);
  return {
    element: source.element,
    *run() {
      const seen = new Set<unknown>();
      const wanted = operation === "intersect" && other !== null ? keysOf(elementsOf(other)) : null;
      if (operation === "except" && other !== null) for (const key of keysOf(elementsOf(other))) seen.add(key);
      const all = operation === "union" && other !== null ? [...elementsOf(source), ...elementsOf(other)] : null;
      for (const element of all ?? elementsOf(source)) {
        const key = caseSensitiveKey(keyOf(element));
        if (seen.has(key) || (wanted !== null && !wanted.has(key))) continue;
        seen.add(key);
        yield element;
      }
    },
  };
}

/** Elements in their own order. */
const inOrder = (sign: 1 | -1): Planner => {
  return (call) => {
    const source = call.source();
    return {
      element: source.element,
      run: () => [...elementsOf(source)].sort((a, b) => sign * compareKeys(call, a, b)),
    };
  };
};

/** `(1, a)`: a tuple of these types. */
function tuple(types: readonly DotNetType[], values: readonly Value[]): Value {
  return new Tuple("System.ValueTuple", values, types);
}

const zipped: Planner = (call) => {
  const types = call.args.map((_, i) => call.source(i).element);
  return {
    element: genericTypeOf(`System.ValueTuple\`${types.length}`, types) as DotNetType,
    *run() {
      const columns = call.args.map((_, i) => [...elementsOf(call.source(i))]);
      const count = Math.min(...columns.map((column) => column.length));
      for (let i = 0; i < count; i++)
        yield tuple(
          types,
          columns.map((column) => column[i] ?? null),
        );
    },
  };
};

const indexed: Planner = (call) => {
  const source = call.source();
  const types = [commonTypes().int32, source.element];
  return {
    element: genericTypeOf("System.ValueTuple`2", types) as DotNetType,
    *run() {
      let i = 0;
      for (const element of elementsOf(source)) yield tuple(types, [i++, element]);
    },
  };
};

const zip: Planner = (call) => {
  if (!(operand(call.args[2] ?? null) instanceof DelegateObject)) return zipped(call);
  const left = call.source(0);
  const right = call.source(1);
  const { call: join, returns } = call.callback(2, [left.element, right.element]);
  return {
    element: returns,
    *run() {
      const others = [...elementsOf(right)];
      let i = 0;
      for (const element of elementsOf(left)) {
        if (i >= others.length) return;
        yield join(element, others[i++] ?? null);
      }
    },
  };
};

const range: Planner = (call) => {
  const [from, count] = [call.int(0), call.int(1)];
  if (count < 0 || from + count - 1 > 2147483647) {
    throw bareOutOfRangeError(call.context, "Specified argument was out of the range of valid values.", "count");
  }
  call.context.checkSize("collection", count);
  const { int32 } = commonTypes();
  return {
    element: int32,
    iterator: ["RangeIterator`1", int32],
    run: () => Array.from({ length: count }, (_, i) => from + i),
  };
};

const repeat: Planner = (call) => {
  const value = call.args[0] ?? null;
  const element = call.types?.[0] ?? typeOf(value) ?? commonTypes().object;
  const count = call.int(1);
  if (count < 0)
    throw bareOutOfRangeError(call.context, "Specified argument was out of the range of valid values.", "count");
  call.context.checkSize("collection", count);
  const item = call.types === null ? value : convertTo(call.context, value, element);
  return {
    element,
    iterator: ["RepeatIterator`1", element],
    run: () => new Array<Value>(count).fill(item),
  };
};

/** Cast and OfType take any collection, and need to be told the type. */
const typed = (isFilter: boolean): Planner => {
  return (call) => {
    const [element] = call.types ?? [];
    const items = enumerate(operand(call.args[0] ?? null));
    if (element === undefined || items === null) return call.refuse();
    return {
      element,
      iterator: [isFilter ? "OfTypeIterator`1" : "CastICollectionIterator`1", element],
      *run() {
        for (const item of items) {
          if (isInstanceOf(item, element)) yield operand(item);
          else if (!isFilter) throw cannotCast(typeOf(item), element);
        }
      },
    };
  };
};

const cannotCast = (from: DotNetType | undefined, to: DotNetType) =>
  netError(
    "System.InvalidCastException",
    `Unable to cast object of type '${from === undefined ? "" : netTypeText(from)}' to type '${netTypeText(to)}'.`,
  );

const chunk: Planner = (call) => {
  const source = call.source();
  const size = call.int(1);
  if (size < 1)
    throw bareOutOfRangeError(call.context, "Specified argument was out of the range of valid values.", "size");
  const { element } = source;
  return {
    element: arrayTypeOf(element),
    *run() {
      const items = [...elementsOf(source)];
      for (let i = 0; i < items.length; i += size)
        yield new PSArray(items.slice(i, i + size), element === commonTypes().object ? null : element);
    },
  };
};

/** The methods that give a sequence. */
export const deferred: readonly LinqMethod[] = [
  sequence("Where", [2], where),
  sequence("Select", [2], select),
  sequence("SelectMany", [2], selectMany),
  sequence("Distinct", [1], (call) => {
    const plan = plain((items) => distinct(items))(call);
    return { ...plan, iterator: ["DistinctIterator`1", plan.element] };
  }),
  sequence(
    "Reverse",
    [1],
    plain((items) => [...items].reverse()),
  ),
  sequence(
    "Skip",
    [2],
    plain((items, call) => [...items].slice(Math.max(0, call.int(1)))),
  ),
  sequence(
    "Take",
    [2],
    plain((items, call) => [...items].slice(0, Math.max(0, call.int(1)))),
  ),
  sequence(
    "SkipLast",
    [2],
    plain((items, call) => [...items].slice(0, -call.int(1) || undefined)),
  ),
  sequence(
    "TakeLast",
    [2],
    plain((items, call) => [...items].slice(-call.int(1) || Number.POSITIVE_INFINITY)),
  ),
  sequence(
    "Append",
    [2],
    plain((items, call, element) => [...items, call.element(1, element)]),
  ),
  sequence(
    "Prepend",
    [2],
    plain((items, call, element) => [call.element(1, element), ...items]),
  ),
  sequence(
    "DefaultIfEmpty",
    [1, 2],
    plain((items, call, element) => {
      const all = [...items];
      if (all.length > 0) return all;
      if (call.args.length > 1) return [call.element(1, element)];
      return [element.isValueType ? convertTo(call.context, 0, element) : null];
    }),
  ),
  sequence("SkipWhile", [2], cutting(false)),
  sequence("TakeWhile", [2], cutting(true)),
  sequence(
    "Concat",
    [2],
    pair((left, right) => [...left, ...right]),
  ),
  sequence(
    "Union",
    [2],
    pair((left, right) => distinct([...left, ...right])),
  ),
  sequence(
    "Except",
    [2],
    pair((left, right) => distinct(left, keysOf(right))),
  ),
  sequence(
    "Intersect",
    [2],
    pair((left, right) => {
      const keys = keysOf(right);
      return distinct([...left].filter((item) => keys.has(caseSensitiveKey(item))));
    }),
  ),
  ...[...orderings.keys()].map((name) => sequence(name, [2], ordered)),
  sequence("Order", [1], inOrder(1)),
  sequence("OrderDescending", [1], inOrder(-1)),
  sequence("GroupBy", [2, 3], groupBy),
  sequence("Join", [5], join),
  sequence("GroupJoin", [5], groupJoin),
  sequence("LeftJoin", [5], outerJoin(true)),
  sequence("RightJoin", [5], outerJoin(false)),
  sequence("DistinctBy", [2], (call) => byKeys(call, "distinct")),
  sequence("UnionBy", [3], (call) => byKeys(call, "union")),
  sequence("ExceptBy", [3], (call) => byKeys(call, "except")),
  sequence("IntersectBy", [3], (call) => byKeys(call, "intersect")),
  sequence("Index", [1], indexed),
  sequence("Zip", [2, 3], zip),
  sequence("Range", [2], range),
  sequence("Repeat", [2], repeat),
  sequence("Cast", [1], typed(false)),
  sequence("OfType", [1], typed(true)),
  sequence("Chunk", [2], chunk),
];
