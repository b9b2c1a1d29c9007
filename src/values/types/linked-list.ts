import type { DotNetType } from "../dotnet-type.js";
import { EnumerableObject, toItems } from "../enumeration.js";
import { heapClass } from "../heap/heap-class.js";
import { epoch, keepFields } from "../journal.js";
import { netEquals } from "../net-equality.js";
import { netError } from "../net-errors.js";
import { method, overload, property } from "../signatures.js";
import { defineGenericType, genericTypeOf } from "../types.js";
import { DotNetObject, type Value } from "../value.js";

/** LinkedList`1: nodes that know their list. */
export class LinkedList extends EnumerableObject {
  private nodes: LinkedListNode[] = [];
  private epoch = epoch;
  constructor(readonly type: DotNetType) {
    super();
  }
  override elements(): Iterable<Value> {
    return this.nodes.map(({ value }) => value);
  }
  override count(): number {
    return this.nodes.length;
  }
  at(index: number): LinkedListNode | null {
    return this.nodes.at(index) ?? null;
  }
  indexOf(node: LinkedListNode): number {
    return this.nodes.indexOf(node);
  }
  find(value: Value, fromEnd: boolean): LinkedListNode | null {
    const fits = (node: LinkedListNode) => netEquals(node.value, value);
    return (fromEnd ? this.nodes.findLast(fits) : this.nodes.find(fits)) ?? null;
  }
  insert(index: number, value: Value): LinkedListNode {
    const node = new LinkedListNode(this, value);
    this.own();
    this.nodes.splice(index, 0, node);
    return node;
  }
  remove(index: number): void {
    this.own();
    this.nodes.splice(index, 1);
  }
  clear(): void {
    this.own();
    this.nodes = [];
  }
  /** The line that changes the list works on a copy of its nodes. */
  private own(): void {
    if (this.epoch === epoch) return;
    keepFields(this);
    this.nodes = [...this.nodes];
    this.epoch = epoch;
  }
}
heapClass("LinkedList", LinkedList);

export class LinkedListNode extends DotNetObject {
  private held: Value;
  constructor(
    readonly list: LinkedList,
    value: Value,
  ) {
    super();
    this.held = value;
  }
  get type(): DotNetType {
    return genericTypeOf("System.Collections.Generic.LinkedListNode`1", this.list.type.genericArguments) as DotNetType;
  }
  get value(): Value {
    return this.held;
  }
  put(value: Value): void {
    keepFields(this);
    this.held = value;
  }
  neighbour(step: 1 | -1): LinkedListNode | null {
    const index = this.list.indexOf(this) + step;
    return index < 0 ? null : this.list.at(index);
  }
}
heapClass("LinkedListNode", LinkedListNode);

const place = (list: LinkedList, node: Value | undefined): number => {
  const index = node instanceof LinkedListNode ? list.indexOf(node) : -1;
  if (index < 0)
    throw netError("System.InvalidOperationException", "The LinkedList node does not belong to current LinkedList.");
  return index;
};

const name = "System.Collections.Generic.LinkedList`1";
defineGenericType({
  fullName: name,
  define: (args) => {
    const t = args[0]?.fullName ?? "System.Object";
    const node = `System.Collections.Generic.LinkedListNode[${t}]`;
    const make = () => new LinkedList(genericTypeOf(name, args) as DotNetType);
    const removeAt = (list: LinkedList, index: number): null => {
      if (list.count() === 0) throw netError("System.InvalidOperationException", "The LinkedList is empty.");
      list.remove(index);
      return null;
    };
    return {
      interfaces: ["System.Collections.IEnumerable", "System.Collections.ICollection"],
      members: () => [
        property("int Count", (list: LinkedList) => list.count()),
        property(`${node} First`, (list: LinkedList) => list.at(0)),
        property(`${node} Last`, (list: LinkedList) => list.at(-1)),
        method<LinkedList>([`${node} AddFirst(${t} value)`, (_, list, [v]) => list.insert(0, v ?? null)]),
        method<LinkedList>([`${node} AddLast(${t} value)`, (_, list, [v]) => list.insert(list.count(), v ?? null)]),
        method<LinkedList>([
          `${node} AddBefore(${node} node, ${t} value)`,
          (_, list, [n, v]) => list.insert(place(list, n), v ?? null),
        ]),
        method<LinkedList>([
          `${node} AddAfter(${node} node, ${t} value)`,
          (_, list, [n, v]) => list.insert(place(list, n) + 1, v ?? null),
        ]),
        method<LinkedList>([`${node} Find(${t} value)`, (_, list, [v]) => list.find(v ?? null, false)]),
        method<LinkedList>([`${node} FindLast(${t} value)`, (_, list, [v]) => list.find(v ?? null, true)]),
        method<LinkedList>([`bool Contains(${t} value)`, (_, list, [v]) => list.find(v ?? null, false) !== null]),
        method<LinkedList>([
          `bool Remove(${t} value)`,
          (_, list, [v]) => {
            const found = v instanceof LinkedListNode ? v : list.find(v ?? null, false);
            if (found === null) return false;
            list.remove(place(list, found));
            return true;
          },
        ]),
        method<LinkedList>(["void RemoveFirst()", (_, list) => removeAt(list, 0)]),
        method<LinkedList>(["void RemoveLast()", (_, list) => removeAt(list, list.count() - 1)]),
        method<LinkedList>([
          "void Clear()",
          (_, list) => {
            list.clear();
            return null;
          },
        ]),
      ],
      constructors: () => [
        overload(`${name} new()`, make),
        overload(`${name} new(System.Collections.IEnumerable collection)`, (_, __, [items]) => {
          const list = make();
          for (const item of toItems(items ?? null)) list.insert(list.count(), item);
          return list;
        }),
      ],
    };
  },
});
defineGenericType({
  fullName: "System.Collections.Generic.LinkedListNode`1",
  define: ([element]) => {
    const t = element?.fullName ?? "System.Object";
    const node = `System.Collections.Generic.LinkedListNode[${t}]`;
    return {
      members: () => [
        property(`System.Collections.Generic.LinkedList[${t}] List`, (n: LinkedListNode) => n.list),
        property(`${node} Next`, (n: LinkedListNode) => n.neighbour(1)),
        property(`${node} Previous`, (n: LinkedListNode) => n.neighbour(-1)),
        property(
          `${t} Value`,
          (n: LinkedListNode) => n.value,
          (n, value) => n.put(value),
        ),
      ],
    };
  },
});
