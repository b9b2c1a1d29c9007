import { caseSensitiveKey } from "../../dictionary.js";
import type { DotNetType } from "../../dotnet-type.js";
import { EnumerableObject } from "../../enumeration.js";
import { heapClass } from "../../heap/heap-class.js";
import type { Value } from "../../value.js";
import type { ValueContext } from "../../value-context.js";

/** What computes the elements of a sequence from the arguments of the method that made it. */
export type Run = (
  context: ValueContext,
  args: readonly Value[],
  types: readonly DotNetType[] | null,
) => Iterable<Value>;

const runs = new Map<string, Run>();
export function defineRun(name: string, run: Run): void {
  runs.set(name, run);
}

/**
 * What a method of Enumerable gives: nothing is computed before somebody goes over it, and all of it again each time.
 * It has no Count, as the real ones.
 */
export class LinqSequence extends EnumerableObject {
  constructor(
    readonly type: DotNetType,
    /** Of its elements. */
    readonly elementType: DotNetType,
    readonly operation: string,
    private readonly context: ValueContext,
    readonly args: readonly Value[],
    readonly types: readonly DotNetType[] | null,
  ) {
    super();
  }
  override elements(): Iterable<Value> {
    return runs.get(this.operation)?.(this.context, this.args, this.types) ?? [];
  }
}
heapClass("LinqSequence", LinqSequence);

/** A group of GroupBy: a sequence with a key. */
export class LinqGroup extends EnumerableObject {
  constructor(
    readonly type: DotNetType,
    readonly elementType: DotNetType,
    readonly key: Value,
    private readonly items: readonly Value[],
  ) {
    super();
  }
  override elements(): Iterable<Value> {
    return this.items;
  }
}
heapClass("LinqGroup", LinqGroup);

/** What ToLookup gives: groups that are found by their keys. */
export class LinqLookup extends EnumerableObject {
  constructor(
    readonly type: DotNetType,
    private readonly groups: readonly LinqGroup[],
  ) {
    super();
  }
  override elements(): readonly LinqGroup[] {
    return this.groups;
  }
  override count(): number {
    return this.groups.length;
  }
  /** The group with a key; `undefined` when there is none. */
  find(key: Value): LinqGroup | undefined {
    const wanted = caseSensitiveKey(key);
    return this.groups.find((group) => caseSensitiveKey(group.key) === wanted);
  }
}
heapClass("LinqLookup", LinqLookup);

export function elementTypeOfSequence(value: Value): DotNetType | null {
  return value instanceof LinqSequence || value instanceof LinqGroup ? value.elementType : null;
}
