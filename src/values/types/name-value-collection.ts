import { PSArray } from "../collections.js";
import type { DotNetType } from "../dotnet-type.js";
import { EnumerableObject } from "../enumeration.js";
import { heapClass } from "../heap/heap-class.js";
import { epoch, keepFields } from "../journal.js";
import { method, overload, property } from "../signatures.js";
import { toText } from "../text.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

interface Entry {
  readonly name: string;
  readonly values: readonly string[];
}

/** NameValueCollection: several texts under one name, whose case does not matter. Enumerates its names. */
export class NameValueCollection extends EnumerableObject {
  private byName = new Map<string, Entry>();
  private epoch = epoch;
  get type(): DotNetType {
    return typeNamed(fullName);
  }
  override elements(): Iterable<Value> {
    return [...this.byName.values()].map(({ name }) => name);
  }
  override count(): number {
    return this.byName.size;
  }
  values(name: string): readonly string[] | null {
    return this.byName.get(name.toLowerCase())?.values ?? null;
  }
  at(index: number): Entry | undefined {
    return [...this.byName.values()][index];
  }
  put(name: string, values: readonly string[]): void {
    this.own();
    const known = this.byName.get(name.toLowerCase());
    this.byName.set(name.toLowerCase(), { name: known?.name ?? name, values });
  }
  delete(name: string): void {
    this.own();
    this.byName.delete(name.toLowerCase());
  }
  clear(): void {
    this.own();
    this.byName = new Map();
  }
  /** The line that changes the collection works on a copy. */
  private own(): void {
    if (this.epoch === epoch) return;
    keepFields(this);
    this.byName = new Map(this.byName);
    this.epoch = epoch;
  }
}
heapClass("NameValueCollection", NameValueCollection);

const fullName = "System.Collections.Specialized.NameValueCollection";
const texts = (values: readonly string[]): PSArray => new PSArray([...values], typeNamed("System.String"));
const joined = (values: readonly string[] | null): string | null => (values === null ? null : values.join(","));

function read(context: ValueContext, self: NameValueCollection, key: Value | undefined): Value {
  const values = typeof key === "number" ? self.at(key)?.values : self.values(toText(context, key ?? null));
  return joined(values ?? null);
}

const done = null;
defineType({
  fullName,
  interfaces: ["System.Collections.IEnumerable", "System.Collections.ICollection"],
  members: () => [
    property("string[] AllKeys", (self: NameValueCollection) => texts([...self.elements()].map(String))),
    property("int Count", (self: NameValueCollection) => self.count()),
    property("System.Object Keys", (self: NameValueCollection) => texts([...self.elements()].map(String))),
    {
      kind: "ParameterizedProperty",
      name: "Item",
      signature: "string Item(string name) {get;set;}",
      get: (context, self, [key]) => read(context, self as NameValueCollection, key),
      set: (context, self, [key], value) => {
        (self as NameValueCollection).put(toText(context, key ?? null), [toText(context, value)]);
      },
    },
    method<NameValueCollection>([
      "void Add(string name, string value)",
      (context, self, [name, value]) => {
        const key = toText(context, name ?? null);
        self.put(key, [...(self.values(key) ?? []), toText(context, value ?? null)]);
        return done;
      },
    ]),
    method<NameValueCollection>([
      "void Set(string name, string value)",
      (context, self, [name, value]) => {
        self.put(toText(context, name ?? null), [toText(context, value ?? null)]);
        return done;
      },
    ]),
    method<NameValueCollection>(["string Get(string name)", (context, self, [name]) => read(context, self, name)]),
    method<NameValueCollection>(["string GetKey(int index)", (_, self, [i]) => self.at(Number(i))?.name ?? null]),
    method<NameValueCollection>([
      "string[] GetValues(string name)",
      (context, self, [name]) => {
        const values = self.values(toText(context, name ?? null));
        return values === null ? null : texts(values);
      },
    ]),
    method<NameValueCollection>([
      "void Remove(string name)",
      (context, self, [name]) => {
        self.delete(toText(context, name ?? null));
        return done;
      },
    ]),
    method<NameValueCollection>([
      "void Clear()",
      (_, self) => {
        self.clear();
        return done;
      },
    ]),
    method<NameValueCollection>(["bool HasKeys()", (_, self) => self.count() > 0]),
  ],
  constructors: () => [overload(`${fullName} new()`, () => new NameValueCollection())],
});
