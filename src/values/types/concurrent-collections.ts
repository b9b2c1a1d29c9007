// ConcurrentQueue, ConcurrentStack, ConcurrentBag: one thread runs here, so they are their plain kin with other names.

import { PSArray } from "../collections.js";
import type { DotNetMember, DotNetType } from "../dotnet-type.js";
import { toItems } from "../enumeration.js";
import { PSReference } from "../objects.js";
import { method, overload, property } from "../signatures.js";
import { defineGenericType, genericTypeOf } from "../types.js";
import type { Value } from "../value.js";
import { enumeratorOf } from "./enumerator.js";
import { PSQueue } from "./set-types.js";

const interfaces = ["System.Collections.IEnumerable", "System.Collections.ICollection"];

interface ConcurrentKind {
  readonly name: string;
  /** What was added last comes first. */
  readonly isStack: boolean;
  readonly add: string;
  readonly take: string;
}

const kinds: readonly ConcurrentKind[] = [
  { name: "ConcurrentQueue", isStack: false, add: "Enqueue", take: "TryDequeue" },
  { name: "ConcurrentStack", isStack: true, add: "Push", take: "TryPop" },
  { name: "ConcurrentBag", isStack: true, add: "Add", take: "TryTake" },
];

/** The next element into the variable; whether there was one. Without one the variable gets what the type begins with. */
function attempt(queue: PSQueue, reference: Value | undefined, remove: boolean): boolean {
  const found = queue.count() > 0;
  const value = found ? queue.take(remove) : null;
  if (reference instanceof PSReference) reference.set(value);
  return found;
}

function members(t: string, { add, take, name }: ConcurrentKind): readonly DotNetMember[] {
  const several: readonly DotNetMember[] =
    name === "ConcurrentStack"
      ? [
          method<PSQueue>([
            `void PushRange(${t}[] items)`,
            (_, queue, [items]) => {
              for (const item of toItems(items ?? null)) queue.push(item);
              return null;
            },
          ]),
        ]
      : [];
  return [
    method<PSQueue>([
      `void ${add}(${t} item)`,
      (_, queue, [item]) => {
        queue.push(item ?? null);
        return null;
      },
    ]),
    ...several,
    method<PSQueue>([`bool ${take}([ref] ${t} result)`, (_, queue, [result]) => attempt(queue, result, true)]),
    method<PSQueue>([`bool TryPeek([ref] ${t} result)`, (_, queue, [result]) => attempt(queue, result, false)]),
    method<PSQueue>([
      "void Clear()",
      (_, queue) => {
        queue.clear();
        return null;
      },
    ]),
    method<PSQueue>([`${t}[] ToArray()`, (_, queue) => new PSArray([...queue.elements()])]),
    method<PSQueue>(["System.Collections.IEnumerator GetEnumerator()", (_, queue) => enumeratorOf(queue.elements())]),
    property("int Count", (queue: PSQueue) => queue.count()),
    property("bool IsEmpty", (queue: PSQueue) => queue.count() === 0),
  ];
}

for (const kind of kinds) {
  const name = `System.Collections.Concurrent.${kind.name}\`1`;
  defineGenericType({
    fullName: name,
    define: (args) => {
      const made = (): PSQueue => new PSQueue(genericTypeOf(name, args) as DotNetType, kind.isStack);
      return {
        interfaces,
        members: () => members(args[0]?.fullName ?? "System.Object", kind),
        constructors: () => [
          overload(`${name} new()`, made),
          overload(`${name} new(System.Collections.IEnumerable collection)`, (_, __, [items]) => {
            const queue = made();
            for (const item of toItems(items ?? null)) queue.push(item);
            return queue;
          }),
        ],
      };
    },
  });
}
