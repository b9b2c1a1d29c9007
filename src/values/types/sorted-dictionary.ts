import { type DictionaryPair, PSDictionary, PSList } from "../collections.js";
import { compare } from "../comparison.js";
import { convertTo } from "../conversion/index.js";
import { caseInsensitiveKey, caseSensitiveKey } from "../dictionary.js";
import type { DotNetMember, DotNetType } from "../dotnet-type.js";
import { heapClass } from "../heap/heap-class.js";
import { netEquals } from "../net-equality.js";
import { outOfRangeError } from "../net-errors.js";
import { method, overload, property } from "../signatures.js";
import { defineGenericType, defineType, genericTypeOf, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { dictionaryInterfaces, dictionaryMembers, fill, ignoresCaseOf } from "./dictionary-types.js";

const int = (value: Value | undefined): number => (typeof value === "number" ? value : 0);

/** SortedList, SortedList`2 and SortedDictionary`2: pairs in the order of their keys, as Compare-Object's culture sorts. */
export class SortedDictionary extends PSDictionary {
  private sortedPairs: readonly DictionaryPair[] = [];
  private sortedVersion = -1;
  constructor(
    type: DotNetType,
    private readonly context: ValueContext,
    ignoreCase: boolean,
    keyType: DotNetType | null = null,
    valueType: DotNetType | null = null,
  ) {
    super(type, ignoreCase ? caseInsensitiveKey : caseSensitiveKey, keyType, valueType);
    this.ignoreCase = ignoreCase;
  }
  private readonly ignoreCase: boolean;

  override entries(): IterableIterator<DictionaryPair> {
    if (this.sortedVersion !== this.version) {
      this.sortedPairs = [...super.entries()].sort((a, b) => compare(this.context, a.key, b.key, this.ignoreCase));
      this.sortedVersion = this.version;
    }
    return this.sortedPairs.values();
  }
  override cloneEmpty(): SortedDictionary {
    return new SortedDictionary(this.type, this.context, this.ignoreCase, this.keyType, this.valueType);
  }

  /** The pair at an index. Throws ArgumentOutOfRangeException. */
  checkedPair(context: ValueContext, index: number): DictionaryPair {
    const pair = this.pairAt(index);
    if (pair !== undefined) return pair;
    throw outOfRangeError(
      context,
      "Index was out of range. Must be non-negative and less than the size of the collection.",
      "index",
    );
  }
  indexOf(matches: (pair: DictionaryPair) => boolean): number {
    return [...this.entries()].findIndex(matches);
  }
}

heapClass("SortedDictionary", SortedDictionary, {
  caches: { changes: 0, pairList: null, pairListVersion: -1, sortedPairs: [], sortedVersion: -1 },
});

/** What lists sorted by key have beside a dictionary's members. */
function indexMembers(kt: string, vt: string): readonly DotNetMember[] {
  return [
    method<SortedDictionary>([
      `int IndexOfKey(${kt} key)`,
      (_, d, [k]) => d.indexOf(({ key }) => d.identityOf(key) === d.identityOf(k ?? null)),
    ]),
    method<SortedDictionary>([
      `int IndexOfValue(${vt} value)`,
      (_, d, [v]) => d.indexOf(({ value }) => netEquals(value, v ?? null)),
    ]),
    method<SortedDictionary>([
      "void RemoveAt(int index)",
      (c, d, [i]) => {
        d.delete(d.checkedPair(c, int(i)).key);
        return null;
      },
    ]),
  ];
}

/** What .NET has lists sorted by key give by an index. */
const partsAt = (kt: string, vt: string): readonly DotNetMember[] => [
  method<SortedDictionary>([`[core] ${kt} GetKeyAtIndex(int index)`, (c, d, [i]) => d.checkedPair(c, int(i)).key]),
  method<SortedDictionary>([`[core] ${vt} GetValueAtIndex(int index)`, (c, d, [i]) => d.checkedPair(c, int(i)).value]),
];

function listOf(d: SortedDictionary, part: "key" | "value"): PSList {
  return new PSList(
    typeNamed("System.Collections.ArrayList"),
    Array.from(d.entries(), (pair) => pair[part]),
  );
}

const sortedList = "System.Collections.SortedList";
const hashtableViews = [
  "System.Collections.Hashtable+KeyCollection",
  "System.Collections.Hashtable+ValueCollection",
] as const;

defineType({
  fullName: sortedList,
  interfaces: dictionaryInterfaces,
  members: () => [
    ...dictionaryMembers("System.Object", "System.Object", false, hashtableViews),
    ...indexMembers("System.Object", "System.Object"),
    method<SortedDictionary>(["System.Object GetByIndex(int index)", (c, d, [i]) => d.checkedPair(c, int(i)).value]),
    method<SortedDictionary>(["System.Object GetKey(int index)", (c, d, [i]) => d.checkedPair(c, int(i)).key]),
    method<SortedDictionary>(["System.Collections.IList GetKeyList()", (_, d) => listOf(d, "key")]),
    method<SortedDictionary>(["System.Collections.IList GetValueList()", (_, d) => listOf(d, "value")]),
    method<SortedDictionary>([
      "void SetByIndex(int index, System.Object value)",
      (c, d, [i, v]) => {
        d.set(d.checkedPair(c, int(i)).key, v ?? null);
        return null;
      },
    ]),
    property("int Capacity", (d: SortedDictionary) => Math.max(16, d.size)),
  ],
  constructors: () => {
    const made = (context: ValueContext, ignoreCase = false) =>
      new SortedDictionary(typeNamed(sortedList), context, ignoreCase);
    return [
      overload(`${sortedList} new()`, (c) => made(c)),
      overload(`${sortedList} new(int initialCapacity)`, (c) => made(c)),
      overload(`${sortedList} new(System.StringComparer comparer)`, (c, _, [by]) => made(c, ignoresCaseOf(by))),
      overload(`${sortedList} new(System.Collections.IDictionary d)`, (c, _, [d]) => fill(made(c), d)),
    ];
  },
  convertFrom: (c, value) =>
    value instanceof PSDictionary ? fill(new SortedDictionary(typeNamed(sortedList), c, false), value) : undefined,
});

for (const name of ["System.Collections.Generic.SortedList`2", "System.Collections.Generic.SortedDictionary`2"]) {
  defineGenericType({
    fullName: name,
    define: (args) => {
      const [kt, vt] = args as readonly [DotNetType, DotNetType];
      const any = (t: DotNetType) => (t.fullName === "System.Object" ? null : t);
      const shown = (t: DotNetType) => (t.genericArguments.length > 0 ? "System.Object" : t.fullName);
      const made = (context: ValueContext, ignoreCase = false) =>
        new SortedDictionary(genericTypeOf(name, args) as DotNetType, context, ignoreCase, any(kt), any(vt));
      return {
        interfaces: dictionaryInterfaces,
        members: () => [
          ...dictionaryMembers(shown(kt), shown(vt), true, [
            `${name}+Key${name.includes("SortedList") ? "List" : "Collection"}`,
            `${name}+Value${name.includes("SortedList") ? "List" : "Collection"}`,
          ]),
          ...(name.includes("SortedList")
            ? [...indexMembers(shown(kt), shown(vt)), ...partsAt(shown(kt), shown(vt))]
            : []),
        ],
        constructors: () => [
          overload(`${name} new()`, (c) => made(c)),
          overload(`${name} new(System.StringComparer comparer)`, (c, _, [by]) => made(c, ignoresCaseOf(by))),
          overload(`${name} new(System.Collections.IDictionary dictionary)`, (c, _, [d]) => fill(made(c), d)),
        ],
        convertFrom: (context, value) => {
          if (!(value instanceof PSDictionary)) return undefined;
          const d = made(context);
          for (const p of value.entries()) d.set(convertTo(context, p.key, kt), convertTo(context, p.value, vt));
          return d;
        },
      };
    },
  });
}
