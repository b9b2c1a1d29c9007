import { PSArray } from "../collections.js";
import { compare } from "../comparison.js";
import { isTrue } from "../conversion/truth.js";
import type { DotNetType } from "../dotnet-type.js";
import { construct } from "../member-access/construct.js";
import { netEquals } from "../net-equality.js";
import { netError, outOfRangeError } from "../net-errors.js";
import { ScriptBlock } from "../script-block.js";
import { method, property } from "../signatures.js";
import { arrayTypeOf, defineType } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { enumeratorOf } from "./enumerator.js";

const array = (value: Value | undefined): PSArray => (value instanceof PSArray ? value : new PSArray([]));
const int = (value: Value | undefined): number => (typeof value === "number" ? value : 0);

function fixedSize() {
  return netError("System.NotSupportedException", "Collection was of a fixed size.");
}

defineType({
  fullName: "System.Array",
  interfaces: ["System.Collections.IEnumerable", "System.Collections.ICollection", "System.Collections.IList"],
  members: () => [
    property("int Length", (a: PSArray) => a.items.length),
    property("long LongLength", (a: PSArray) => BigInt(a.items.length)),
    property("int Rank", () => 1),
    property("System.Object SyncRoot", (a: PSArray) => a),
    property("bool IsReadOnly", () => false),
    property("bool IsFixedSize", () => true),
    property("bool IsSynchronized", () => false),
    method<PSArray>([
      "int Add(System.Object value)",
      () => {
        throw fixedSize();
      },
    ]),
    method<PSArray>([
      "void Clear()",
      (_, a) => {
        a.items.forEach((_v, i) => {
          a.setItem(i, null);
        });
        return null;
      },
    ]),
    method<PSArray>(["System.Object Clone()", (_, a) => new PSArray([...a.items], a.type.elementType)]),
    method<PSArray>([
      "bool Contains(System.Object value)",
      (_, a, [v]) => a.items.some((x) => netEquals(x, v ?? null)),
    ]),
    method<PSArray>([
      "void CopyTo(array array, int index)",
      (_, a, [to, i]) => {
        a.items.forEach((v, k) => {
          array(to).setItem(int(i) + k, v);
        });
        return null;
      },
    ]),
    method<PSArray>(["System.Collections.IEnumerator GetEnumerator()", (_, a) => enumeratorOf(a.items)]),
    method<PSArray>(["int GetLength(int dimension)", (_, a) => a.items.length]),
    method<PSArray>(["int GetLowerBound(int dimension)", () => 0]),
    method<PSArray>(["int GetUpperBound(int dimension)", (_, a) => a.items.length - 1]),
    method<PSArray>(["System.Object GetValue(int index)", (c, a, [i]) => a.items[checkedIndex(c, a, int(i))] ?? null]),
    method<PSArray>([
      "int IndexOf(System.Object value)",
      (_, a, [v]) => a.items.findIndex((x) => netEquals(x, v ?? null)),
    ]),
    method<PSArray>([
      "void Insert(int index, System.Object value)",
      () => {
        throw fixedSize();
      },
    ]),
    method<PSArray>([
      "void Remove(System.Object value)",
      () => {
        throw fixedSize();
      },
    ]),
    method<PSArray>([
      "void RemoveAt(int index)",
      () => {
        throw fixedSize();
      },
    ]),
    method<PSArray>([
      "void Set(int index, System.Object value)",
      (c, a, [i, v]) => {
        a.setItem(checkedIndex(c, a, int(i)), v ?? null);
        return null;
      },
    ]),
    method<PSArray>(["System.Object Get(int index)", (c, a, [i]) => a.items[checkedIndex(c, a, int(i))] ?? null]),
    method<PSArray>([
      "void SetValue(System.Object value, int index)",
      (c, a, [v, i]) => {
        a.setItem(checkedIndex(c, a, int(i)), v ?? null);
        return null;
      },
    ]),
  ],
  staticMembers: () => [
    method(
      [
        "static int IndexOf(array array, System.Object value)",
        (_, __, [a, v]) => array(a).items.findIndex((x) => netEquals(x, v ?? null)),
      ],
      [
        "static int IndexOf(array array, System.Object value, int startIndex)",
        (_, __, [a, v, s]) => array(a).items.findIndex((x, i) => i >= int(s) && netEquals(x, v ?? null)),
      ],
    ),
    method([
      "static int LastIndexOf(array array, System.Object value)",
      (_, __, [a, v]) => array(a).items.findLastIndex((x) => netEquals(x, v ?? null)),
    ]),
    method([
      "static void Reverse(array array)",
      (_, __, [a]) => {
        replaceItems(array(a), [...array(a).items].reverse());
        return null;
      },
    ]),
    method([
      "static void Sort(array array)",
      (c, _, [a]) => {
        replaceItems(array(a), sorted(c, array(a).items));
        return null;
      },
    ]),
    method([
      "static array CreateInstance(type elementType, int length)",
      (c, _, [t, n]) => construct(c, arrayTypeOf(t as DotNetType), [n ?? 0]),
    ]),
    method([
      "static void Resize([ref] array array, int newSize)",
      () => {
        throw netError(
          "System.NotSupportedException",
          "NotEmulated: [array]::Resize is not supported; make a new array with + or [T[]]::new(n).",
        );
      },
    ]),
    method([
      "static void Clear(array array, int index, int length)",
      (_, __, [a, i, n]) => {
        for (let k = 0; k < int(n); k++) array(a).setItem(int(i) + k, null);
        return null;
      },
    ]),
    method(
      [
        "static void Copy(array sourceArray, array destinationArray, int length)",
        (c, _, [a, b, n]) => copy(c, array(a), 0, array(b), 0, int(n)),
      ],
      [
        "static void Copy(array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length)",
        (c, _, [a, i, b, j, n]) => copy(c, array(a), int(i), array(b), int(j), int(n)),
      ],
    ),
    method([
      "static System.Object Find(array array, scriptblock match)",
      (c, _, [a, m]) => array(a).items.find((x) => test(c, m, x)) ?? null,
    ]),
    method([
      "static System.Object FindAll(array array, scriptblock match)",
      (c, _, [a, m]) => new PSArray(array(a).items.filter((x) => test(c, m, x))),
    ]),
    method([
      "static int FindIndex(array array, scriptblock match)",
      (c, _, [a, m]) => array(a).items.findIndex((x) => test(c, m, x)),
    ]),
    method([
      "static bool Exists(array array, scriptblock match)",
      (c, _, [a, m]) => array(a).items.some((x) => test(c, m, x)),
    ]),
  ],
});

function test(context: ValueContext, block: Value | undefined, item: Value): boolean {
  return block instanceof ScriptBlock && isTrue(context.invoke(block, [item], { underscore: item }));
}
function replaceItems(a: PSArray, items: readonly Value[]): void {
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
function checkedIndex(_context: ValueContext, a: PSArray, index: number): number {
  if (index < 0 || index >= a.items.length)
    throw netError("System.IndexOutOfRangeException", "Index was outside the bounds of the array.");
  return index;
}
function copy(context: ValueContext, from: PSArray, i: number, to: PSArray, j: number, n: number): Value {
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
