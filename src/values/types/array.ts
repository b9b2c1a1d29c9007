import { PSArray } from "../collections.js";
import { compare } from "../comparison.js";
import { convertTo } from "../conversion/index.js";
import { isNumberType } from "../conversion/to-number.js";
import { isTrue } from "../conversion/truth.js";
import type { DotNetMethod, DotNetType } from "../dotnet-type.js";
import { operand } from "../enumeration.js";
import { construct } from "../member-access/construct.js";
import { noOverload } from "../member-access/methods.js";
import { MultiArray } from "../multi-array.js";
import { netEquals } from "../net-equality.js";
import { argumentNullError, netError, outOfRangeError } from "../net-errors.js";
import { isNumber } from "../numeric.js";
import { PSReference } from "../objects.js";
import { method, property } from "../signatures.js";
import { arrayTypeOf, defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { isInstanceOf } from "../value-types.js";
import { callDelegate, DelegateObject } from "./delegates.js";
import { enumeratorOf } from "./enumerator.js";

/** An array of any number of dimensions. */
type AnyArray = PSArray | MultiArray;
/** The array that a static method is about. Throws ArgumentNullException for none. */
function given(context: ValueContext, value: Value | undefined): AnyArray {
  if (value === null || value === undefined) throw argumentNullError(context, "array");
  return array(value);
}
const array = (value: Value | undefined): AnyArray =>
  value instanceof PSArray || value instanceof MultiArray ? value : new PSArray([]);
const lengthsOf = (a: AnyArray): readonly number[] => (a instanceof MultiArray ? a.lengths : [a.items.length]);
const int = (value: Value | undefined): number => (typeof value === "number" ? value : 0);

function fixedSize() {
  return netError("System.NotSupportedException", "Collection was of a fixed size.");
}

defineType({
  fullName: "System.Array",
  interfaces: ["System.Collections.IEnumerable", "System.Collections.ICollection", "System.Collections.IList"],
  members: () => [
    property("int Length", (a: AnyArray) => a.items.length),
    property("long LongLength", (a: AnyArray) => BigInt(a.items.length)),
    property("int Rank", (a: AnyArray) => lengthsOf(a).length),
    property("System.Object SyncRoot", (a: AnyArray) => a),
    property("bool IsReadOnly", () => false),
    property("bool IsFixedSize", () => true),
    property("bool IsSynchronized", () => false),
    method<AnyArray>([
      "int Add(System.Object value)",
      () => {
        throw fixedSize();
      },
    ]),
    method<AnyArray>([
      "void Clear()",
      (_, a) => {
        a.items.forEach((_v, i) => {
          a.setItem(i, null);
        });
        return null;
      },
    ]),
    method<AnyArray>([
      "System.Object Clone()",
      (_, a) => (a instanceof MultiArray ? a.clone() : new PSArray([...a.items], a.type.elementType)),
    ]),
    method<AnyArray>([
      "bool Contains(System.Object value)",
      (_, a, [v]) => a.items.some((x) => netEquals(x, v ?? null)),
    ]),
    method<AnyArray>([
      "void CopyTo(array array, int index)",
      (_, a, [to, i]) => {
        a.items.forEach((v, k) => {
          array(to).setItem(int(i) + k, v);
        });
        return null;
      },
    ]),
    method<AnyArray>(["System.Collections.IEnumerator GetEnumerator()", (_, a) => enumeratorOf(a.items)]),
    method<AnyArray>(["int GetLength(int dimension)", (_, a, [d]) => lengthIn(a, int(d))]),
    method<AnyArray>(["int GetLowerBound(int dimension)", () => 0]),
    method<AnyArray>(["int GetUpperBound(int dimension)", (_, a, [d]) => lengthIn(a, int(d)) - 1]),
    method<AnyArray>(
      ["System.Object GetValue(int index)", (_, a, at) => read(a, at)],
      ["System.Object GetValue(int index1, int index2)", (_, a, at) => read(a, at)],
      ["System.Object GetValue(int index1, int index2, int index3)", (_, a, at) => read(a, at)],
    ),
    method<AnyArray>([
      "int IndexOf(System.Object value)",
      (_, a, [v]) => a.items.findIndex((x) => netEquals(x, v ?? null)),
    ]),
    method<AnyArray>([
      "void Insert(int index, System.Object value)",
      () => {
        throw fixedSize();
      },
    ]),
    method<AnyArray>([
      "void Remove(System.Object value)",
      () => {
        throw fixedSize();
      },
    ]),
    method<AnyArray>([
      "void RemoveAt(int index)",
      () => {
        throw fixedSize();
      },
    ]),
    method<AnyArray>(
      ["void Set(int index, System.Object value)", (c, a, [i, v]) => write(c, a, [i ?? 0], v)],
      ["void Set(int index1, int index2, System.Object value)", (c, a, [i, j, v]) => write(c, a, [i ?? 0, j ?? 0], v)],
    ),
    method<AnyArray>(
      ["System.Object Get(int index)", (_, a, at) => read(a, at)],
      ["System.Object Get(int index1, int index2)", (_, a, at) => read(a, at)],
    ),
    method<AnyArray>(
      ["void SetValue(System.Object value, int index)", (c, a, [v, ...at]) => write(c, a, at, v)],
      ["void SetValue(System.Object value, int index1, int index2)", (c, a, [v, ...at]) => write(c, a, at, v)],
      [
        "void SetValue(System.Object value, int index1, int index2, int index3)",
        (c, a, [v, ...at]) => write(c, a, at, v),
      ],
    ),
  ],
  staticMembers: () => [
    method(
      [
        "static int IndexOf(array array, System.Object value)",
        (c, _, [a, v]) => given(c, a).items.findIndex((x) => netEquals(x, v ?? null)),
      ],
      [
        "static int IndexOf(array array, System.Object value, int startIndex)",
        (c, _, [a, v, s]) => given(c, a).items.findIndex((x, i) => i >= int(s) && netEquals(x, v ?? null)),
      ],
    ),
    method([
      "static int LastIndexOf(array array, System.Object value)",
      (c, _, [a, v]) => given(c, a).items.findLastIndex((x) => netEquals(x, v ?? null)),
    ]),
    method([
      "static void Reverse(array array)",
      (c, _, [a]) => {
        replaceItems(given(c, a), [...given(c, a).items].reverse());
        return null;
      },
    ]),
    method([
      "static void Sort(array array)",
      (c, _, [a]) => {
        replaceItems(given(c, a), sorted(c, given(c, a).items));
        return null;
      },
    ]),
    method(
      ["static array CreateInstance(type elementType, int length)", (c, _, [t, ...lengths]) => create(c, t, lengths)],
      [
        "static array CreateInstance(type elementType, int length1, int length2)",
        (c, _, [t, ...lengths]) => create(c, t, lengths),
      ],
      [
        "static array CreateInstance(type elementType, int length1, int length2, int length3)",
        (c, _, [t, ...lengths]) => create(c, t, lengths),
      ],
      [
        "static array CreateInstance(type elementType, int[] lengths)",
        (c, _, [t, lengths]) => create(c, t, array(lengths).items),
      ],
    ),
    method(["static void Resize([ref] array array, int newSize)", (c, _, [a, n]) => resize(c, a, int(n))]),
    method([
      "static void Clear(array array, int index, int length)",
      (c, _, [a, i, n]) => {
        for (let k = 0; k < int(n); k++) given(c, a).setItem(int(i) + k, null);
        return null;
      },
    ]),
    method(
      [
        "static void Copy(array sourceArray, array destinationArray, int length)",
        (c, _, [a, b, n]) => copy(c, given(c, a), 0, array(b), 0, int(n)),
      ],
      [
        "static void Copy(array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length)",
        (c, _, [a, i, b, j, n]) => copy(c, given(c, a), int(i), array(b), int(j), int(n)),
      ],
    ),
    method([
      "static System.Object Find(array array, System.Object match)",
      (c, _, [a, m]) => given(c, a).items.find((x) => test(c, m, x)) ?? null,
    ]),
    method([
      "static System.Object FindAll(array array, System.Object match)",
      (c, _, [a, m]) =>
        new PSArray(
          given(c, a).items.filter((x) => test(c, m, x)),
          given(c, a).type.elementType,
        ),
    ]),
    method([
      "static int FindIndex(array array, System.Object match)",
      (c, _, [a, m]) => given(c, a).items.findIndex((x) => test(c, m, x)),
    ]),
    method([
      "static bool Exists(array array, System.Object match)",
      (c, _, [a, m]) => given(c, a).items.some((x) => test(c, m, x)),
    ]),
    method([
      "static System.Object FindLast(array array, System.Object match)",
      (c, _, [a, m]) =>
        given(c, a)
          .items.filter((x) => test(c, m, x))
          .at(-1) ?? null,
    ]),
    method([
      "static int FindLastIndex(array array, System.Object match)",
      (c, _, [a, m]) => given(c, a).items.reduce<number>((last, x, i) => (test(c, m, x) ? i : last), -1),
    ]),
    method([
      "static bool TrueForAll(array array, System.Object match)",
      (c, _, [a, m]) => given(c, a).items.every((x) => test(c, m, x)),
    ]),
    method([
      "static void ForEach(array array, System.Object action)",
      (c, _, [a, m]) => {
        for (const x of given(c, a).items) callDelegate(c, m, [x]);
        return null;
      },
    ]),
    convertAll,
    emptyArray,
  ],
});

/** Its second argument says to which type; with type arguments a script block will do. */
const convertAll: DotNetMethod = {
  ...method([
    "static System.Object ConvertAll(array array, System.Object converter)",
    (c, _, [a, m]) => {
      const to = m instanceof DelegateObject && m.type.name === "Converter`2" ? m.type.genericArguments[1] : undefined;
      if (to === undefined) throw noOverload("ConvertAll", 2);
      return new PSArray(
        array(a).items.map((x) => callDelegate(c, m, [x])),
        to,
      );
    },
  ]),
  close: ([, to = typeNamed("System.Object")]) =>
    method([
      "static System.Object ConvertAll(array array, System.Object converter)",
      (c, _, [a, m]) =>
        new PSArray(
          array(a).items.map((x) => convertTo(c, callDelegate(c, m, [x]), to)),
          to,
        ),
    ]),
};

const emptyArray: DotNetMethod = {
  ...method([
    "static System.Object Empty()",
    () => {
      throw noOverload("Empty", 0);
    },
  ]),
  close: ([element = null]) => method(["static System.Object Empty()", () => new PSArray([], element)]),
};

function test(context: ValueContext, block: Value | undefined, item: Value): boolean {
  return isTrue(callDelegate(context, block, [item]));
}
function replaceItems(a: AnyArray, items: readonly Value[]): void {
  items.forEach((v, i) => {
    a.setItem(i, v);
  });
}
/** Sorted as Comparer.Default sorts: text by culture and minding case, nulls first. */
export function sorted(context: ValueContext, items: readonly Value[]): Value[] {
  return [...items].sort((a, b) =>
    a === null ? (b === null ? 0 : -1) : b === null ? 1 : compare(context, a, b, false),
  );
}
function offset(a: AnyArray, at: readonly Value[]): number {
  if (at.length !== lengthsOf(a).length) {
    const dimensions = ["", "one", "two", "three"][at.length] ?? "";
    throw netError("System.ArgumentException", `Array was not a ${dimensions}-dimensional array.`);
  }
  const indexes = at.map(int);
  const found = a instanceof MultiArray ? a.offsetOf(indexes) : indexes[0];
  // .NET's own methods do not count from the end.
  if (found === undefined || found >= a.items.length || indexes.some((i) => i < 0))
    throw netError("System.IndexOutOfRangeException", "Index was outside the bounds of the array.");
  return found;
}
function read(a: AnyArray, at: readonly Value[]): Value {
  return a.items[offset(a, at)] ?? null;
}
function write(context: ValueContext, a: AnyArray, at: readonly Value[], value: Value | undefined): Value {
  const element = a.type.elementType;
  const position = offset(a, at);
  const v = value ?? null;
  if (element === null || v === null || isInstanceOf(v, element)) a.setItem(position, v);
  else if (isNumber(v) && isNumberType(element)) a.setItem(position, convertTo(context, v, element));
  else throw netError("System.InvalidCastException", "Object cannot be stored in an array of this type.");
  return null;
}
function lengthIn(a: AnyArray, dimension: number): number {
  const length = lengthsOf(a)[dimension];
  if (length === undefined)
    throw netError("System.IndexOutOfRangeException", "Array does not have that many dimensions.");
  return length;
}
function create(context: ValueContext, element: Value | undefined, lengths: readonly Value[]): Value {
  return construct(context, arrayTypeOf(element as DotNetType, lengths.length), lengths);
}
/** Puts an array of the new length, with as many of the old elements as fit, into the variable. */
function resize(context: ValueContext, reference: Value | undefined, length: number): Value {
  if (!(reference instanceof PSReference)) return null;
  const old = array(operand(reference.get()));
  const made = array(create(context, old.type.elementType ?? typeNamed("System.Object"), [length]));
  old.items.slice(0, length).forEach((v, i) => {
    made.setItem(i, v);
  });
  reference.set(made);
  return null;
}
function copy(context: ValueContext, from: AnyArray, i: number, to: AnyArray, j: number, n: number): Value {
  if (j + n > to.items.length || i + n > from.items.length)
    throw outOfRangeError(
      context,
      "Destination array was not long enough. Check the destination index, length, and the array's lower bounds.",
      "destinationArray",
    );
  from.items.slice(i, i + n).forEach((v, k) => {
    to.setItem(j + k, v);
  });
  return null;
}
