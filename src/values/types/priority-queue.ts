import { compare } from "../comparison.js";
import { convertTo } from "../conversion/index.js";
import type { DotNetType } from "../dotnet-type.js";
import { heapClass } from "../heap/heap-class.js";
import { keepFields } from "../journal.js";
import { netError } from "../net-errors.js";
import { PSReference } from "../objects.js";
import { method, overload, property } from "../signatures.js";
import { defineGenericType, genericTypeOf } from "../types.js";
import { DotNetObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

const name = "System.Collections.Generic.PriorityQueue`2";

interface Entry {
  readonly element: Value;
  readonly priority: Value;
}

/** PriorityQueue`2: the element with the least priority comes first; .NET does not say which of equal ones does. */
class PriorityQueue extends DotNetObject {
  /** Sorted by priority; equal ones in the order in which they came. */
  private elements: readonly Value[] = [];
  private priorities: readonly Value[] = [];
  constructor(readonly type: DotNetType) {
    super();
  }
  get count(): number {
    return this.elements.length;
  }
  enqueue(context: ValueContext, element: Value, priority: Value): void {
    let low = 0;
    let high = this.priorities.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(context, this.priorities[middle] ?? null, priority, false) <= 0) low = middle + 1;
      else high = middle;
    }
    context.checkSize("collection", this.elements.length + 1);
    context.spend(this.elements.length / 64);
    keepFields(this);
    this.elements = this.elements.toSpliced(low, 0, element);
    this.priorities = this.priorities.toSpliced(low, 0, priority);
  }
  peek(): Entry | undefined {
    if (this.count === 0) return undefined;
    return { element: this.elements[0] ?? null, priority: this.priorities[0] ?? null };
  }
  dequeue(): Entry | undefined {
    const first = this.peek();
    if (first === undefined) return undefined;
    keepFields(this);
    this.elements = this.elements.slice(1);
    this.priorities = this.priorities.slice(1);
    return first;
  }
  clear(): void {
    keepFields(this);
    this.elements = [];
    this.priorities = [];
  }
}
heapClass("PriorityQueue", PriorityQueue);

function needed(entry: Entry | undefined): Value {
  if (entry === undefined) throw netError("System.InvalidOperationException", "Queue empty.");
  return entry.element;
}

function attempt(entry: Entry | undefined, element: Value | undefined, priority: Value | undefined): boolean {
  if (element instanceof PSReference) element.set(entry?.element ?? null);
  if (priority instanceof PSReference) priority.set(entry?.priority ?? null);
  return entry !== undefined;
}

defineGenericType({
  fullName: name,
  define: (args) => {
    const [elementType, priorityType] = args as readonly [DotNetType, DotNetType];
    const [t, p] = [elementType.fullName, priorityType.fullName];
    return {
      isCoreOnly: true,
      members: () => [
        method<PriorityQueue>([
          `void Enqueue(${t} element, ${p} priority)`,
          (context, queue, [element, priority]) => {
            queue.enqueue(context, element ?? null, convertTo(context, priority ?? null, priorityType));
            return null;
          },
        ]),
        method<PriorityQueue>([`${t} Dequeue()`, (_, queue) => needed(queue.dequeue())]),
        method<PriorityQueue>([`${t} Peek()`, (_, queue) => needed(queue.peek())]),
        method<PriorityQueue>([
          `bool TryDequeue([ref] ${t} element, [ref] ${p} priority)`,
          (_, queue, [element, priority]) => attempt(queue.dequeue(), element, priority),
        ]),
        method<PriorityQueue>([
          `bool TryPeek([ref] ${t} element, [ref] ${p} priority)`,
          (_, queue, [element, priority]) => attempt(queue.peek(), element, priority),
        ]),
        method<PriorityQueue>([
          "void Clear()",
          (_, queue) => {
            queue.clear();
            return null;
          },
        ]),
        property("int Count", (queue: PriorityQueue) => queue.count),
      ],
      constructors: () => [overload(`${name} new()`, () => new PriorityQueue(genericTypeOf(name, args) as DotNetType))],
    };
  },
});
