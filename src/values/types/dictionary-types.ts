import { PSArray, PSDictionary } from "../collections.js";
import { convertTo } from "../conversion/index.js";
import { caseInsensitiveKey, caseSensitiveKey } from "../dictionary.js";
import type { DotNetMember, DotNetType } from "../dotnet-type.js";
import { collectionModified, EnumerableObject } from "../enumeration.js";
import { heapClass } from "../heap/heap-class.js";
import { defaultOf } from "../member-access/construct.js";
import { netEquals } from "../net-equality.js";
import { argumentError, argumentNullError, netError, outOfRangeError } from "../net-errors.js";
import { PSReference } from "../objects.js";
import { DictionaryEntry } from "../pairs.js";
import { method, overload, property } from "../signatures.js";
import { netText } from "../text.js";
import { netTypeText } from "../type-text.js";
import { defineGenericType, defineType, genericTypeOf, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { enumeratorOf } from "./enumerator.js";

const int = (value: Value | undefined): number => (typeof value === "number" ? value : 0);

/** `.Keys` and `.Values`: a live view, unrolled by a pipeline. */
export class DictionaryView extends EnumerableObject {
  constructor(
    readonly dictionary: PSDictionary,
    readonly part: "key" | "value",
    private readonly typeName: string,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(this.typeName);
  }
  override *elements(): Iterable<Value> {
    const { version } = this.dictionary;
    for (const pair of [...this.dictionary.entries()]) {
      yield pair[this.part];
      if (this.dictionary.version !== version) throw collectionModified();
    }
  }
  override count(): number {
    return this.dictionary.size;
  }
}
heapClass("DictionaryView", DictionaryView);
const viewTypes = [
  "System.Collections.Hashtable+KeyCollection",
  "System.Collections.Hashtable+ValueCollection",
  "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection",
  "System.Collections.Generic.Dictionary`2+KeyCollection",
  "System.Collections.Generic.Dictionary`2+ValueCollection",
  "System.Collections.Generic.SortedDictionary`2+KeyCollection",
  "System.Collections.Generic.SortedDictionary`2+ValueCollection",
  "System.Collections.Generic.SortedList`2+KeyList",
  "System.Collections.Generic.SortedList`2+ValueList",
];
for (const fullName of viewTypes) {
  defineType({
    fullName,
    interfaces: ["System.Collections.IEnumerable", "System.Collections.ICollection"],
    members: () => [
      property("int Count", (v: DictionaryView) => v.dictionary.size),
      property("bool IsSynchronized", () => false),
      method<DictionaryView>([
        "void CopyTo(array array, int index)",
        (_, v, [a, i]) => {
          let k = int(i);
          if (a instanceof PSArray) for (const x of v.elements()) a.setItem(k++, x);
          return null;
        },
      ]),
      method<DictionaryView>([
        "bool Contains(System.Object value)",
        (_, v, [x]) => [...v.elements()].some((y) => netEquals(x ?? null, y)),
      ]),
      method<DictionaryView>([
        "System.Collections.IEnumerator GetEnumerator()",
        (_, v) => enumeratorOf([...v.elements()]),
      ]),
      ...(fullName.endsWith("List") ? [elementAt()] : []),
    ],
  });
}

/** The element at an index, of the lists behind the keys and values of a sorted list. */
const elementAt = (): DotNetMember => ({
  kind: "ParameterizedProperty",
  name: "Item",
  signature: "System.Object Item(int index) {get;set;}",
  get: (context, self, [index]) => {
    const elements = self instanceof DictionaryView ? [...self.elements()] : [];
    const found = elements[int(index)];
    if (found !== undefined) return found;
    throw outOfRangeError(
      context,
      "Index was out of range. Must be non-negative and less than the size of the collection.",
      "index",
    );
  },
  set: null,
});

/** The pairs of a dictionary as its enumerator gives them. */
export function entriesOf(dictionary: PSDictionary): DictionaryEntry[] {
  const isGeneric = dictionary.type.genericArguments.length === 2;
  const type = isGeneric
    ? (genericTypeOf("System.Collections.Generic.KeyValuePair`2", dictionary.type.genericArguments) as DotNetType)
    : typeNamed("System.Collections.DictionaryEntry");
  return [...dictionary.entries()].map((p) => new DictionaryEntry(type, p.key, p.value));
}

function key(context: ValueContext, value: Value | undefined): Value {
  if (value === null || value === undefined) throw argumentNullError(context, "key");
  return value;
}
function addNew(context: ValueContext, d: PSDictionary, k: Value, v: Value, generic: boolean): null {
  if (d.has(k)) {
    const text = netText(context, k);
    if (generic)
      throw netError("System.ArgumentException", `An item with the same key has already been added. Key: ${text}`);
    throw netError(
      "System.ArgumentException",
      `Item has already been added. Key in dictionary: '${netText(context, findKey(d, k) ?? k)}'  Key being added: '${text}'`,
    );
  }
  d.set(k, v);
  return null;
}
function findKey(d: PSDictionary, k: Value): Value | undefined {
  const wanted = d.identityOf(k);
  for (const pair of d.entries()) if (d.identityOf(pair.key) === wanted) return pair.key;
  return undefined;
}
function cloneOf(d: PSDictionary): PSDictionary {
  const copy = d.cloneEmpty();
  for (const p of d.entries()) copy.set(p.key, p.value);
  return copy;
}

/** Members of a dictionary; `kt` and `vt` are the types of keys and values in signatures. */
export function dictionaryMembers(
  kt: string,
  vt: string,
  generic: boolean,
  views: readonly [keys: string, values: string],
): readonly DotNetMember[] {
  return [
    method<PSDictionary>([
      `void Add(${kt} key, ${vt} value)`,
      (c, d, [k, v]) => addNew(c, d, key(c, k), v ?? null, generic),
    ]),
    method<PSDictionary>([
      "void Clear()",
      (_, d) => {
        d.clear();
        return null;
      },
    ]),
    ...(generic
      ? []
      : [
          method<PSDictionary>(["System.Object Clone()", (_, d) => cloneOf(d)]),
          method<PSDictionary>([`bool Contains(${kt} key)`, (c, d, [k]) => d.has(key(c, k))]),
        ]),
    method<PSDictionary>([`bool ContainsKey(${kt} key)`, (c, d, [k]) => d.has(key(c, k))]),
    method<PSDictionary>([
      `bool ContainsValue(${vt} value)`,
      (_, d, [v]) => [...d.entries()].some((p) => netEquals(p.value, v ?? null)),
    ]),
    method<PSDictionary>([
      "System.Collections.IDictionaryEnumerator GetEnumerator()",
      (_, d) => enumeratorOf(entriesOf(d), "System.Collections.Hashtable+HashtableEnumerator", generic ? null : d),
    ]),
    method<PSDictionary>([`${generic ? "bool" : "void"} Remove(${kt} key)`, (c, d, [k]) => d.delete(key(c, k))]),
    ...(generic
      ? [
          method<PSDictionary>([
            `[core] bool TryAdd(${kt} key, ${vt} value)`,
            (c, d, [k, v]) => {
              if (d.has(key(c, k))) return false;
              d.set(key(c, k), v ?? null);
              return true;
            },
          ]),
          method<PSDictionary>([
            `bool TryGetValue(${kt} key, [ref] ${vt} value)`,
            (c, d, [k, r]) => {
              const v = d.get(key(c, k));
              if (r instanceof PSReference) r.set(v ?? zeroOf(d.valueType));
              return v !== undefined;
            },
          ]),
        ]
      : []),
    method<PSDictionary>([
      "void CopyTo(array array, int arrayIndex)",
      (_, d, [a, i]) => {
        if (a instanceof PSArray)
          entriesOf(d).forEach((e, k) => {
            a.setItem(int(i) + k, e);
          });
        return null;
      },
    ]),
    method<PSDictionary>(["string ToString()", (_, d) => netTypeText(d.type)]),
    {
      kind: "ParameterizedProperty",
      name: "Item",
      signature: `${vt} Item(${kt} key) {get;set;}`,
      get: (c, d, [k]) => {
        const found = (d as PSDictionary).get(key(c, k));
        if (found === undefined && generic)
          throw netError(
            "System.Collections.Generic.KeyNotFoundException",
            `The given key '${netText(c, k ?? null)}' was not present in the dictionary.`,
          );
        return found ?? null;
      },
      set: (c, d, [k], v) => {
        const table = d as PSDictionary;
        table.set(key(c, k), table.valueType === null ? v : convertTo(c, v, table.valueType));
      },
    },
    ...(generic
      ? []
      : [
          property("bool IsReadOnly", () => false),
          property("bool IsFixedSize", () => false),
          property("bool IsSynchronized", () => false),
        ]),
    property("System.Collections.ICollection Keys", (d: PSDictionary) => new DictionaryView(d, "key", views[0])),
    property("System.Collections.ICollection Values", (d: PSDictionary) => new DictionaryView(d, "value", views[1])),
    ...(generic ? [] : [property("System.Object SyncRoot", (d: PSDictionary) => d)]),
    property("int Count", (d: PSDictionary) => d.size),
  ];
}

/** The same members with the properties in an order of their own, behind the methods. */
function withProperties(members: readonly DotNetMember[], ...names: readonly string[]): readonly DotNetMember[] {
  const rank = ({ kind, name }: DotNetMember): number => (kind === "Property" ? names.indexOf(name) + 1 : 0);
  return members.toSorted((a, b) => rank(a) - rank(b));
}

/** What every dictionary implements. */
export const dictionaryInterfaces = [
  "System.Collections.IDictionary",
  "System.Collections.IEnumerable",
  "System.Collections.ICollection",
];
/** Puts all pairs of a dictionary into another one. */
export const fill = <T extends PSDictionary>(to: T, from: Value | undefined): T => {
  if (from instanceof PSDictionary) for (const p of from.entries()) to.set(p.key, p.value);
  return to;
};
const hashtable = () => new PSDictionary(typeNamed("System.Collections.Hashtable"), caseSensitiveKey);

defineType({
  fullName: "System.Collections.Hashtable",
  interfaces: dictionaryInterfaces,
  members: () =>
    dictionaryMembers("System.Object", "System.Object", false, [
      "System.Collections.Hashtable+KeyCollection",
      "System.Collections.Hashtable+ValueCollection",
    ]),
  staticMembers: () => [method(["static hashtable Synchronized(hashtable table)", (_, __, [t]) => t ?? null])],
  constructors: () => [
    overload("hashtable new()", () => hashtable()),
    overload("hashtable new(int capacity)", () => hashtable()),
    overload("hashtable new(System.Collections.IDictionary d)", (_, __, [d]) => fill(hashtable(), d)),
    overload(
      "hashtable new(System.StringComparer equalityComparer)",
      () => new PSDictionary(typeNamed("System.Collections.Hashtable"), caseInsensitiveKey),
    ),
  ],
});

const orderedViews = [
  "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection",
  "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection",
] as const;
const ordered = () => new PSDictionary(typeNamed("System.Collections.Specialized.OrderedDictionary"), caseSensitiveKey);
function insertAt(context: ValueContext, d: PSDictionary, index: number, k: Value, v: Value): null {
  const pairs: { readonly key: Value; readonly value: Value }[] = [...d.entries()];
  if (index < 0 || index > pairs.length)
    throw argumentError(
      context,
      "Specified argument was out of the range of valid values.",
      "index",
      "System.ArgumentOutOfRangeException",
    );
  if (d.has(k)) addNew(context, d, k, v, false);
  d.clear();
  pairs.splice(index, 0, { key: k, value: v });
  for (const p of pairs) d.set(p.key, p.value);
  return null;
}
defineType({
  fullName: "System.Collections.Specialized.OrderedDictionary",
  interfaces: dictionaryInterfaces,
  members: () => [
    ...withProperties(
      dictionaryMembers("System.Object", "System.Object", false, orderedViews).filter(
        (m) => m.name !== "Clone" && m.name !== "ContainsKey" && m.name !== "ContainsValue",
      ),
      "Count",
      "IsReadOnly",
      "Keys",
      "Values",
      "IsFixedSize",
      "SyncRoot",
      "IsSynchronized",
    ),
    method<PSDictionary>([
      "void Insert(int index, System.Object key, System.Object value)",
      (c, d, [i, k, v]) => insertAt(c, d, int(i), key(c, k), v ?? null),
    ]),
    method<PSDictionary>([
      "void RemoveAt(int index)",
      (c, d, [i]) => {
        const p = [...d.entries()][int(i)];
        if (p === undefined)
          throw argumentError(
            c,
            "Specified argument was out of the range of valid values.",
            "index",
            "System.ArgumentOutOfRangeException",
          );
        d.delete(p.key);
        return null;
      },
    ]),
  ],
  constructors: () => [
    overload("System.Collections.Specialized.OrderedDictionary new()", () => ordered()),
    overload("System.Collections.Specialized.OrderedDictionary new(int capacity)", () => ordered()),
  ],
  convertFrom: (_, value) =>
    value instanceof PSDictionary
      ? fill(new PSDictionary(typeNamed("System.Collections.Specialized.OrderedDictionary"), caseInsensitiveKey), value)
      : undefined,
});

{
  const name = "System.Collections.Generic.Dictionary`2";
  defineGenericType({
    fullName: name,
    define: (args) => {
      const [kt, vt] = args as readonly [DotNetType, DotNetType];
      const any = (t: DotNetType) => (t.fullName === "System.Object" ? null : t);
      const make = (ignoreCase: boolean) =>
        new PSDictionary(
          genericTypeOf(name, args) as DotNetType,
          ignoreCase ? caseInsensitiveKey : caseSensitiveKey,
          any(kt),
          any(vt),
        );
      const shown = (t: DotNetType) => (t.genericArguments.length > 0 ? "System.Object" : t.fullName);
      return {
        interfaces: dictionaryInterfaces,
        members: () =>
          dictionaryMembers(shown(kt), shown(vt), true, [
            "System.Collections.Generic.Dictionary`2+KeyCollection",
            "System.Collections.Generic.Dictionary`2+ValueCollection",
          ]),
        constructors: () => [
          overload(`${name} new()`, () => make(false)),
          overload(`${name} new(int capacity)`, () => make(false)),
          overload(`${name} new(System.StringComparer comparer)`, (_, __, [c]) => make(ignoresCaseOf(c))),
          overload(`${name} new(System.Collections.IDictionary dictionary)`, (_, __, [d]) => fill(make(false), d)),
        ],
        convertFrom: (context, value) => {
          if (!(value instanceof PSDictionary)) return undefined;
          const d = make(false);
          for (const p of value.entries()) d.set(convertTo(context, p.key, kt), convertTo(context, p.value, vt));
          return d;
        },
      };
    },
  });
}
/** What a missing value of a value type reads as. */
function zeroOf(type: DotNetType | null): Value {
  return type?.isValueType === true ? (defaultOf(type) ?? null) : null;
}
/** Whether a StringComparer ignores case. */
export function ignoresCaseOf(comparer: Value | undefined): boolean {
  const isComparer = comparer !== null && typeof comparer === "object" && "comparerName" in comparer;
  return isComparer && String(comparer.comparerName).includes("IgnoreCase");
}

const entryMembers = (kt: string, vt: string): readonly DotNetMember[] => [
  property(`${kt} Key`, (e: DictionaryEntry) => e.key),
  property(`${vt} Value`, (e: DictionaryEntry) => e.value),
];
defineType({
  fullName: "System.Collections.DictionaryEntry",
  kind: "struct",
  members: () => entryMembers("System.Object", "System.Object"),
  constructors: () => [
    overload(
      "System.Collections.DictionaryEntry new(System.Object key, System.Object value)",
      (_, __, [k, v]) => new DictionaryEntry(typeNamed("System.Collections.DictionaryEntry"), k ?? null, v ?? null),
    ),
  ],
});
defineGenericType({
  fullName: "System.Collections.Generic.KeyValuePair`2",
  define: (args) => ({
    kind: "struct",
    members: () => entryMembers(args[0]?.fullName ?? "System.Object", args[1]?.fullName ?? "System.Object"),
    constructors: () => [
      overload(
        "KeyValuePair new(System.Object key, System.Object value)",
        (_, __, [k, v]) =>
          new DictionaryEntry(
            genericTypeOf("System.Collections.Generic.KeyValuePair`2", args) as DotNetType,
            k ?? null,
            v ?? null,
          ),
      ),
    ],
  }),
});
