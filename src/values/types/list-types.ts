import { PSArray, PSList } from "../collections.js";
import { compare } from "../comparison.js";
import { convertTo } from "../conversion/index.js";
import { isTrue } from "../conversion/truth.js";
import type { DotNetMember, DotNetMethod, DotNetType, MethodOverload } from "../dotnet-type.js";
import { isCollection, toItems } from "../enumeration.js";
import { noOverload } from "../member-access/methods.js";
import { netEquals } from "../net-equality.js";
import { argumentError, argumentNullError, outOfRangeError } from "../net-errors.js";
import { method, overload, property } from "../signatures.js";
import { netTypeText } from "../type-text.js";
import { defineGenericType, defineType, genericTypeOf, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { sorted } from "./array.js";
import { callDelegate, DelegateObject } from "./delegates.js";
import { enumeratorOf } from "./enumerator.js";

const int = (value: Value | undefined): number => (typeof value === "number" ? value : 0);

function indexError(context: ValueContext, name = "index") {
  const core = context.facts.exceptionTexts === "core";
  return outOfRangeError(
    context,
    core
      ? "Index was out of range. Must be non-negative and less than the size of the collection."
      : "Index was out of range. Must be non-negative and less than the size of the collection.",
    name,
  );
}
function checkedIndex(context: ValueContext, list: PSList, index: number, most = list.items.length - 1): number {
  if (index < 0 || index > most)
    throw most === list.items.length
      ? outOfRangeError(context, "Index must be within the bounds of the List.", "index")
      : indexError(context);
  return index;
}
/** ArrayList's own words. */
function insertError(context: ValueContext) {
  return outOfRangeError(
    context,
    context.facts.exceptionTexts === "core"
      ? "Index was out of range. Must be non-negative and less than or equal to the size of the collection."
      : "Insertion index was out of range. Must be non-negative and less than or equal to size.",
    "index",
  );
}
/** Its argument says to which type; with a type argument a script block will do. */
const convertAll: DotNetMethod = {
  ...method<PSList>([
    "System.Object ConvertAll(System.Object converter)",
    (c, l, [m]) => {
      const to = m instanceof DelegateObject && m.type.name === "Converter`2" ? m.type.genericArguments[1] : undefined;
      if (to === undefined) throw noOverload("ConvertAll", 1);
      return convertedList(c, l, m, to);
    },
  ]),
  close: ([to = typeNamed("System.Object")]) =>
    method<PSList>(["System.Object ConvertAll(System.Object converter)", (c, l, [m]) => convertedList(c, l, m, to)]),
};
function convertedList(context: ValueContext, list: PSList, converter: Value | undefined, to: DotNetType): PSList {
  const type = genericTypeOf("System.Collections.Generic.List`1", [to]) as DotNetType;
  return new PSList(
    type,
    list.items.map((x) => convertTo(context, callDelegate(context, converter, [x]), to)),
    to.fullName === "System.Object" ? null : to,
  );
}

function passes(context: ValueContext, block: Value | undefined, item: Value): boolean {
  return isTrue(callDelegate(context, block, [item]));
}
function checkRange(context: ValueContext, list: PSList, index: number, count: number): void {
  if (index < 0 || count < 0) throw indexError(context);
  if (index + count > list.items.length) {
    throw argumentError(
      context,
      "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.",
      "",
    );
  }
}

/** Members of a growing list; `t` is the element type in signatures. `addReturns`: ArrayList's Add gives the index. */
function listMembers(t: string, addReturns: boolean, self: () => DotNetType): readonly DotNetMember[] {
  const copy = (items: readonly Value[], list: PSList) => new PSList(self(), [...items], list.elementType);
  return [
    method<PSList>([
      `${addReturns ? "int" : "void"} Add(${t} item)`,
      (_, l, [v]) => {
        l.insert(l.items.length, v ?? null);
        return l.items.length - 1;
      },
    ]),
    method<PSList>([
      "void AddRange(System.Object collection)",
      (c, l, [v]) => {
        l.append(converted(c, l, v ?? null));
        return null;
      },
    ]),
    method<PSList>([
      "void Clear()",
      (_, l) => {
        l.replaceAll([]);
        return null;
      },
    ]),
    method<PSList>(["System.Object Clone()", (_, l) => copy(l.items, l)]),
    method<PSList>([`bool Contains(${t} item)`, (_, l, [v]) => l.items.some((x) => netEquals(x, v ?? null))]),
    method<PSList>([
      "void CopyTo(array array)",
      (_, l, [a]) => {
        if (a instanceof PSArray)
          l.items.forEach((v, i) => {
            a.setItem(i, v);
          });
        return null;
      },
    ]),
    method<PSList>([`bool Exists(System.Predicate[${t}] match)`, (c, l, [m]) => l.items.some((x) => passes(c, m, x))]),
    method<PSList>([
      `System.Object Find(System.Predicate[${t}] match)`,
      (c, l, [m]) => l.items.find((x) => passes(c, m, x)) ?? null,
    ]),
    method<PSList>([
      `System.Object FindAll(System.Predicate[${t}] match)`,
      (c, l, [m]) =>
        copy(
          l.items.filter((x) => passes(c, m, x)),
          l,
        ),
    ]),
    method<PSList>([
      `int FindIndex(System.Predicate[${t}] match)`,
      (c, l, [m]) => l.items.findIndex((x) => passes(c, m, x)),
    ]),
    method<PSList>([
      "System.Collections.IEnumerator GetEnumerator()",
      (_, l) => enumeratorOf(l.items, "System.Collections.Generic.List`1+Enumerator"),
    ]),
    method<PSList>([
      "System.Object GetRange(int index, int count)",
      (c, l, [i, n]) => {
        checkRange(c, l, int(i), int(n));
        return copy(l.items.slice(int(i), int(i) + int(n)), l);
      },
    ]),
    method<PSList>(
      [`int IndexOf(${t} item)`, (_, l, [v]) => l.items.findIndex((x) => netEquals(x, v ?? null))],
      [
        `int IndexOf(${t} item, int index)`,
        (_, l, [v, s]) => l.items.findIndex((x, i) => i >= int(s) && netEquals(x, v ?? null)),
      ],
    ),
    method<PSList>([
      `void Insert(int index, ${t} item)`,
      (c, l, [i, v]) => {
        if (addReturns && (int(i) < 0 || int(i) > l.items.length)) throw insertError(c);
        l.insert(checkedIndex(c, l, int(i), l.items.length), v ?? null);
        return null;
      },
    ]),
    method<PSList>([
      "void InsertRange(int index, System.Object collection)",
      (c, l, [i, v]) => {
        const at = checkedIndex(c, l, int(i), l.items.length);
        l.replaceAll(l.items.slice(0, at).concat(converted(c, l, v ?? null), l.items.slice(at)));
        return null;
      },
    ]),
    method<PSList>([
      `int LastIndexOf(${t} item)`,
      (_, l, [v]) => l.items.findLastIndex((x) => netEquals(x, v ?? null)),
    ]),
    method<PSList>([`${addReturns ? "void" : "bool"} Remove(${t} item)`, (_, l, [v]) => removeOne(l, v ?? null)]),
    method<PSList>([
      `int RemoveAll(System.Predicate[${t}] match)`,
      (c, l, [m]) => {
        const kept = l.items.filter((x) => !passes(c, m, x));
        const n = l.items.length - kept.length;
        l.replaceAll(kept);
        return n;
      },
    ]),
    method<PSList>([
      "void RemoveAt(int index)",
      (c, l, [i]) => {
        l.removeRange(checkedIndex(c, l, int(i)), 1);
        return null;
      },
    ]),
    method<PSList>([
      "void RemoveRange(int index, int count)",
      (c, l, [i, n]) => {
        checkRange(c, l, int(i), int(n));
        l.removeRange(int(i), int(n));
        return null;
      },
    ]),
    method<PSList>([
      "void Reverse()",
      (_, l) => {
        l.replaceAll([...l.items].reverse());
        return null;
      },
    ]),
    method<PSList>(
      [
        "void Sort()",
        (c, l) => {
          l.replaceAll(sorted(c, l.items));
          return null;
        },
      ],
      [
        `void Sort(System.Comparison[${t}] comparison)`,
        (c, l, [comparison]) => {
          l.replaceAll([...l.items].sort((a, b) => int(callDelegate(c, comparison, [a, b]))));
          return null;
        },
      ],
    ),
    convertAll,
    method<PSList>([
      `${t} FindLast(System.Predicate[${t}] match)`,
      (c, l, [m]) => l.items.filter((x) => passes(c, m, x)).at(-1) ?? null,
    ]),
    method<PSList>([
      `int FindLastIndex(System.Predicate[${t}] match)`,
      (c, l, [m]) => l.items.reduce<number>((last, x, i) => (passes(c, m, x) ? i : last), -1),
    ]),
    method<PSList>([`${t}[] ToArray()`, (_, l) => new PSArray([...l.items], l.elementType)]),
    method<PSList>([
      `bool TrueForAll(System.Predicate[${t}] match)`,
      (c, l, [m]) => l.items.every((x) => passes(c, m, x)),
    ]),
    method<PSList>([
      `int BinarySearch(${t} item)`,
      (c, l, [v]) => {
        const { at, found } = binarySearch(c, l.items, v ?? null);
        return found ? at : -at - 1;
      },
    ]),
    method<PSList>(["void TrimToSize()", () => null]),
    method<PSList>(["void TrimExcess()", () => null]),
    method<PSList>([
      `System.Collections.ObjectModel.ReadOnlyCollection[${t}] AsReadOnly()`,
      (_, l) => {
        const type = genericTypeOf("System.Collections.ObjectModel.ReadOnlyCollection`1", [
          l.elementType ?? typeNamed("System.Object"),
        ]);
        return new PSList(type as DotNetType, [...l.items]);
      },
    ]),
    method<PSList>([
      `void ForEach(System.Action[${t}] action)`,
      (c, l, [m]) => {
        for (const x of [...l.items]) callDelegate(c, m, [x]);
        return null;
      },
    ]),
    method<PSList>(["string ToString()", (_, l) => netTypeText(l.type)]),
    {
      kind: "ParameterizedProperty",
      name: "Item",
      signature: `${t} Item(int index) {get;set;}`,
      get: (c, l, [i]) => (l as PSList).items[checkedIndex(c, l as PSList, int(i))] ?? null,
      set: (c, l, [i], v) => {
        const list = l as PSList;
        list.setItem(checkedIndex(c, list, int(i)), list.elementType === null ? v : convertTo(c, v, list.elementType));
      },
    },
    property(
      "int Capacity",
      (l: PSList) => Math.max(l.capacity, capacityOf(l.items.length)),
      (l: PSList, value, context) => {
        if (int(value) < l.items.length) {
          throw outOfRangeError(context, "capacity was less than the current size.", "value");
        }
        l.capacity = int(value);
      },
    ),
    property("int Count", (l: PSList) => l.items.length),
    ...(addReturns
      ? [
          property("bool IsFixedSize", () => false),
          property("bool IsReadOnly", () => false),
          property("bool IsSynchronized", () => false),
          property("System.Object SyncRoot", (l: PSList) => l),
        ]
      : []),
  ];
}

/** Where a value is in a sorted list, or would be put. */
function binarySearch(context: ValueContext, items: readonly Value[], value: Value) {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compare(context, items[middle] ?? null, value, false);
    if (order === 0) return { at: middle, found: true };
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return { at: low, found: false };
}

function capacityOf(count: number): number {
  let capacity = count === 0 ? 0 : 4;
  while (capacity < count) capacity *= 2;
  return capacity;
}

function converted(context: ValueContext, list: PSList, value: Value): readonly Value[] {
  const items = toItems(value);
  const { elementType } = list;
  return elementType === null ? items : items.map((v) => convertTo(context, v, elementType));
}

function removeOne(list: PSList, value: Value): boolean {
  const at = list.items.findIndex((x) => netEquals(x, value));
  if (at < 0) return false;
  list.removeRange(at, 1);
  return true;
}

function listConstructors(
  name: string,
  self: () => DotNetType,
  element: DotNetType | null,
  source = "System.Collections.IEnumerable collection",
): readonly MethodOverload[] {
  return [
    overload(`${name} new()`, () => new PSList(self(), [], element)),
    overload(`${name} new(int capacity)`, (c, _, [n]) => {
      if (int(n) < 0) throw outOfRangeError(c, "Non-negative number required.", "capacity");
      return new PSList(self(), [], element);
    }),
    overload(`${name} new(${source})`, (c, _, [v]) => {
      if (v === null) throw argumentNullError(c, source.slice(source.lastIndexOf(" ") + 1));
      const list = new PSList(self(), [], element);
      list.append(converted(c, list, v ?? null));
      return list;
    }),
  ];
}

const listInterfaces = ["System.Collections.IEnumerable", "System.Collections.ICollection", "System.Collections.IList"];

defineType({
  fullName: "System.Collections.ArrayList",
  interfaces: listInterfaces,
  members: () => listMembers("System.Object", true, () => typeNamed("System.Collections.ArrayList")),
  constructors: () =>
    listConstructors(
      "System.Collections.ArrayList",
      () => typeNamed("System.Collections.ArrayList"),
      null,
      "System.Collections.ICollection c",
    ),
  convertFrom: (_, value) =>
    isCollection(value) ? new PSList(typeNamed("System.Collections.ArrayList"), [...toItems(value)]) : undefined,
});

for (const name of [
  "System.Collections.Generic.List`1",
  "System.Collections.ObjectModel.Collection`1",
  "System.Collections.ObjectModel.ReadOnlyCollection`1",
]) {
  defineGenericType({
    fullName: name,
    define: (args) => {
      const element = args[0] as DotNetType;
      const self = () => genericTypeOf(name, args) as DotNetType;
      const checked =
        element.fullName === "System.Object" || element.fullName === "System.Management.Automation.PSObject"
          ? null
          : element;
      const shown = element.genericArguments.length > 0 ? "System.Object" : element.fullName;
      return {
        interfaces: listInterfaces,
        members: () => listMembers(shown, false, self),
        constructors: () => listConstructors(name, self, checked),
        convertFrom: (context, value) =>
          new PSList(
            self(),
            toItems(value).map((v) => (checked === null ? v : convertTo(context, v, checked))),
            checked,
          ),
      };
    },
  });
}
