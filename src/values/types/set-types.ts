import { ListChange, MapChange, type Ordered } from "../collection-changes.js";
import { PSArray } from "../collections.js";
import { compare } from "../comparison.js";
import { convertTo } from "../conversion/index.js";
import { isTrue } from "../conversion/truth.js";
import { caseInsensitiveKey, caseSensitiveKey } from "../dictionary.js";
import type { DotNetMember, DotNetType } from "../dotnet-type.js";
import { EnumerableObject, toItems } from "../enumeration.js";
import { heapClass } from "../heap/heap-class.js";
import { changeOf, epoch, keepSome } from "../journal.js";
import { netEquals } from "../net-equality.js";
import { netError } from "../net-errors.js";
import { method, overload, property } from "../signatures.js";
import { defineGenericType, defineType, genericTypeOf, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { callDelegate } from "./delegates.js";
import { enumeratorOf } from "./enumerator.js";

interface SetEntry extends Ordered {
  readonly value: Value;
}

/** HashSet`1 and SortedSet`1: distinct elements in the order in which they came (or sorted). */
export class PSSet extends EnumerableObject {
  private byKey = new Map<unknown, SetEntry>();
  private latest = 0;
  private readonly epoch = epoch;
  constructor(
    readonly type: DotNetType,
    private readonly ignoreCase: boolean,
    private readonly sortWith: ValueContext | null,
  ) {
    super();
  }
  /** What elements are compared by. */
  identityOf(value: Value): unknown {
    return this.ignoreCase ? caseInsensitiveKey(value) : caseSensitiveKey(value);
  }
  override elements(): readonly Value[] {
    const items = Array.from(this.byKey.values(), (entry) => entry.value);
    const context = this.sortWith;
    return context === null ? items : items.sort((a, b) => compare(context, a, b, false));
  }
  override count(): number {
    return this.byKey.size;
  }
  has(value: Value): boolean {
    return this.byKey.has(this.identityOf(value));
  }
  add(value: Value): boolean {
    const key = this.identityOf(value);
    if (this.byKey.has(key)) return false;
    if (this.epoch !== epoch) this.change()?.keep(key, false);
    this.byKey.set(key, { value, order: ++this.latest });
    return true;
  }
  remove(value: Value): boolean {
    const key = this.identityOf(value);
    if (this.epoch !== epoch) this.change()?.keep(key, true);
    return this.byKey.delete(key);
  }
  clear(): void {
    if (this.epoch !== epoch) this.change()?.abandon();
    this.byKey = new Map();
  }
  private change(): MapChange<SetEntry> | null {
    const { latest } = this;
    return changeOf(
      this,
      () =>
        new MapChange(this.byKey, (entries) => {
          this.byKey = entries;
          this.latest = latest;
        }),
    );
  }
}
heapClass("PSSet", PSSet);

/** Queue and Stack, plain and generic; a stack enumerates from its top. */
export class PSQueue extends EnumerableObject {
  private items: Value[] = [];
  /** Where a queue begins: what was taken is dropped in bulk, so that taking costs nothing. */
  private head = 0;
  private readonly epoch = epoch;
  constructor(
    readonly type: DotNetType,
    readonly isStack: boolean,
  ) {
    super();
  }
  override elements(): readonly Value[] {
    const items = this.items.slice(this.head);
    return this.isStack ? items.reverse() : items;
  }
  override count(): number {
    return this.items.length - this.head;
  }
  push(value: Value): void {
    this.keepFrom(this.items.length);
    this.items.push(value);
  }
  take(remove: boolean): Value {
    const value = this.isStack ? this.items.at(-1) : this.items[this.head];
    if (value === undefined || this.count() === 0) {
      throw netError("System.InvalidOperationException", this.isStack ? "Stack empty." : "Queue empty.");
    }
    if (!remove) return value;
    this.keepFrom(this.isStack ? this.items.length - 1 : this.items.length);
    if (this.isStack) this.items.pop();
    else if (++this.head > 64 && this.head * 2 > this.items.length) {
      this.replace(this.items.slice(this.head));
    }
    return value;
  }
  clear(): void {
    this.replace([]);
  }

  private replace(items: Value[]): void {
    if (this.epoch !== epoch) this.change()?.abandon();
    this.items = items;
    this.head = 0;
  }
  /** Before elements come or go at an index. */
  private keepFrom(index: number): void {
    if (this.epoch !== epoch) this.change()?.keepFrom(index);
  }
  private change(): ListChange | null {
    keepSome(this, ["head"]);
    return changeOf(
      this,
      () =>
        new ListChange(this.items, (items) => {
          this.items = items;
        }),
    );
  }
}
heapClass("PSQueue", PSQueue);

const enumerable = ["System.Collections.IEnumerable", "System.Collections.ICollection"];

function setMembers(t: string, isSorted: boolean): readonly DotNetMember[] {
  const others = (v: Value | undefined) => toItems(v ?? null);
  const contains = (list: readonly Value[], v: Value) => list.some((x) => netEquals(x, v));
  return [
    method<PSSet>([`bool Add(${t} item)`, (_, s, [v]) => s.add(v ?? null)]),
    method<PSSet>([
      "void Clear()",
      (_, s) => {
        s.clear();
        return null;
      },
    ]),
    method<PSSet>([`bool Contains(${t} item)`, (_, s, [v]) => s.has(v ?? null)]),
    method<PSSet>([
      "void ExceptWith(System.Object other)",
      (_, s, [o]) => {
        for (const v of others(o)) s.remove(v);
        return null;
      },
    ]),
    method<PSSet>(["System.Collections.IEnumerator GetEnumerator()", (_, s) => enumeratorOf(s.elements())]),
    method<PSSet>([
      "void IntersectWith(System.Object other)",
      (_, s, [o]) => {
        const list = others(o);
        for (const v of s.elements()) if (!contains(list, v)) s.remove(v);
        return null;
      },
    ]),
    method<PSSet>([
      "bool IsSubsetOf(System.Object other)",
      (_, s, [o]) => s.elements().every((v) => contains(others(o), v)),
    ]),
    method<PSSet>(["bool IsSupersetOf(System.Object other)", (_, s, [o]) => others(o).every((v) => s.has(v))]),
    method<PSSet>(["bool Overlaps(System.Object other)", (_, s, [o]) => others(o).some((v) => s.has(v))]),
    method<PSSet>([`bool Remove(${t} item)`, (_, s, [v]) => s.remove(v ?? null)]),
    method<PSSet>([
      "bool SetEquals(System.Object other)",
      (_, s, [o]) => {
        const matched = new Set(others(o).map((v) => s.identityOf(v)));
        return others(o).every((v) => s.has(v)) && s.elements().every((v) => matched.has(s.identityOf(v)));
      },
    ]),
    method<PSSet>([
      "void SymmetricExceptWith(System.Object other)",
      (_, s, [o]) => {
        for (const v of others(o)) if (!s.remove(v)) s.add(v);
        return null;
      },
    ]),
    method<PSSet>([
      "void UnionWith(System.Object other)",
      (_, s, [o]) => {
        for (const v of others(o)) s.add(v);
        return null;
      },
    ]),
    property("int Count", (s: PSSet) => s.count()),
    method<PSSet>([
      `int RemoveWhere(System.Predicate[${t}] match)`,
      (context, s, [match]) => {
        const gone = s.elements().filter((v) => isTrue(callDelegate(context, match, [v])));
        for (const v of gone) s.remove(v);
        return gone.length;
      },
    ]),
    ...(isSorted
      ? [
          method<PSSet>([
            `System.Collections.Generic.IEnumerable[${t}] Reverse()`,
            (_, s) => new PSArray([...s.elements()].reverse()),
          ]),
          method<PSSet>([
            `System.Collections.Generic.SortedSet[${t}] GetViewBetween(${t} lowerValue, ${t} upperValue)`,
            (context, s, [low, high]) => {
              const view = new PSSet(s.type, false, context);
              for (const v of s.elements()) {
                const isAbove = compare(context, v, low ?? null, false) >= 0;
                if (isAbove && compare(context, v, high ?? null, false) <= 0) view.add(v);
              }
              return view;
            },
          ]),
          property(`${t} Min`, (s: PSSet) => s.elements()[0] ?? null),
          property(`${t} Max`, (s: PSSet) => s.elements().at(-1) ?? null),
        ]
      : []),
  ];
}

for (const [name, isSorted] of [
  ["System.Collections.Generic.HashSet`1", false],
  ["System.Collections.Generic.SortedSet`1", true],
] as const) {
  defineGenericType({
    fullName: name,
    define: (args) => {
      const element = args[0] as DotNetType;
      const made = (context: ValueContext, ignoreCase: boolean) =>
        new PSSet(genericTypeOf(name, args) as DotNetType, ignoreCase, isSorted ? context : null);
      const filled = (context: ValueContext, items: Value, ignoreCase: boolean) => {
        const set = made(context, ignoreCase);
        for (const v of toItems(items)) set.add(convertTo(context, v, element));
        return set;
      };
      const ignores = (comparer: Value | undefined) =>
        comparer !== null &&
        typeof comparer === "object" &&
        "comparerName" in comparer &&
        String(comparer.comparerName).includes("IgnoreCase");
      return {
        interfaces: enumerable,
        members: () => setMembers(element.fullName, isSorted),
        constructors: () => [
          overload(`${name} new()`, (c) => made(c, false)),
          overload(`${name} new(System.StringComparer comparer)`, (c, _, [k]) => made(c, ignores(k))),
          overload(`${name} new(System.Collections.IEnumerable collection)`, (c, _, [v]) =>
            filled(c, v ?? null, false),
          ),
          overload(
            `${name} new(System.Collections.IEnumerable collection, System.StringComparer comparer)`,
            (c, _, [v, k]) => filled(c, v ?? null, ignores(k)),
          ),
        ],
        convertFrom: (context, value) => filled(context, value, false),
      };
    },
  });
}

function queueMembers(t: string, isStack: boolean): readonly DotNetMember[] {
  return [
    method<PSQueue>([
      "void Clear()",
      (_, q) => {
        q.clear();
        return null;
      },
    ]),
    method<PSQueue>([`bool Contains(${t} item)`, (_, q, [v]) => q.elements().some((x) => netEquals(x, v ?? null))]),
    method<PSQueue>([isStack ? `${t} Pop()` : `${t} Dequeue()`, (_, q) => q.take(true)]),
    method<PSQueue>([
      isStack ? `void Push(${t} item)` : `void Enqueue(${t} item)`,
      (_, q, [v]) => {
        q.push(v ?? null);
        return null;
      },
    ]),
    method<PSQueue>(["System.Collections.IEnumerator GetEnumerator()", (_, q) => enumeratorOf(q.elements())]),
    method<PSQueue>([`${t} Peek()`, (_, q) => q.take(false)]),
    method<PSQueue>([`${t}[] ToArray()`, (_, q) => new PSArray([...q.elements()])]),
    property("int Count", (q: PSQueue) => q.count()),
  ];
}

for (const [short, isStack] of [
  ["Queue", false],
  ["Stack", true],
] as const) {
  const plain = `System.Collections.${short}`;
  const fill = (q: PSQueue, items: Value | undefined) => {
    for (const v of items === undefined ? [] : toItems(items)) q.push(v);
    return q;
  };
  defineType({
    fullName: plain,
    interfaces: enumerable,
    members: () => queueMembers("System.Object", isStack),
    constructors: () => [
      overload(`${plain} new()`, () => new PSQueue(typeNamed(plain), isStack)),
      overload(`${plain} new(System.Collections.IEnumerable col)`, (_, __, [v]) =>
        fill(new PSQueue(typeNamed(plain), isStack), v),
      ),
    ],
  });
  const generic = `System.Collections.Generic.${short}\`1`;
  defineGenericType({
    fullName: generic,
    define: (args) => ({
      interfaces: enumerable,
      members: () => queueMembers(args[0]?.fullName ?? "System.Object", isStack),
      constructors: () => [
        overload(`${generic} new()`, () => new PSQueue(genericTypeOf(generic, args) as DotNetType, isStack)),
        overload(
          `${generic} new(int capacity)`,
          () => new PSQueue(genericTypeOf(generic, args) as DotNetType, isStack),
        ),
        overload(`${generic} new(System.Collections.IEnumerable collection)`, (_, __, [v]) =>
          fill(new PSQueue(genericTypeOf(generic, args) as DotNetType, isStack), v),
        ),
      ],
    }),
  });
}
