import type { PSDictionary } from "../collections.js";
import type { DotNetType } from "../dotnet-type.js";
import { collectionModified, EnumerableObject } from "../enumeration.js";
import { heapClass } from "../heap/heap-class.js";
import { keepFields } from "../journal.js";
import { method, property } from "../signatures.js";
import { defineType, typeNamed } from "../types.js";
import type { Value } from "../value.js";

/** What GetEnumerator() gives: moves over the elements of that moment, and is itself unrolled by a pipeline. */
export class Enumerator extends EnumerableObject {
  private at = -1;
  constructor(
    private readonly items: readonly Value[],
    private readonly typeName: string,
    /** The dictionary that must not change meanwhile. */
    private readonly source: PSDictionary | null = null,
    /** Its version; `null` in a copy, whose dictionary counts anew. */
    private version: number | null = source?.version ?? 0,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(this.typeName);
  }
  override elements(): Iterable<Value> {
    const rest = this.at < 0 ? this.items : this.items.slice(this.at + 1);
    return this.source === null ? rest : this.checked(rest);
  }
  private *checked(rest: readonly Value[]): Iterable<Value> {
    for (const item of rest) {
      this.check();
      yield item;
    }
    this.check();
  }
  private check(): void {
    if (this.source === null) return;
    this.version ??= this.source.version;
    if (this.source.version !== this.version) throw collectionModified();
  }
  moveNext(): boolean {
    this.check();
    keepFields(this);
    if (this.at < this.items.length) this.at++;
    return this.at < this.items.length;
  }
  get current(): Value {
    return this.items[this.at] ?? null;
  }
  reset(): void {
    keepFields(this);
    this.at = -1;
  }
}
heapClass("Enumerator", Enumerator, { caches: { version: null } });

/** An enumerator over these elements. */
export function enumeratorOf(
  items: Iterable<Value>,
  typeName = "System.ArrayEnumerator",
  source: PSDictionary | null = null,
): Enumerator {
  return new Enumerator([...items], typeName, source);
}

for (const fullName of [
  "System.ArrayEnumerator",
  "System.Collections.Hashtable+HashtableEnumerator",
  "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryEnumerator",
  "System.Collections.Generic.List`1+Enumerator",
]) {
  defineType({
    fullName,
    interfaces: ["System.Collections.IEnumerator"],
    members: () => [
      method<Enumerator>(["bool MoveNext()", (_, e) => e.moveNext()]),
      method<Enumerator>([
        "void Reset()",
        (_, e) => {
          e.reset();
          return null;
        },
      ]),
      property("System.Object Current", (e: Enumerator) => e.current),
    ],
  });
}
