// System.Linq.Enumerable: what scripts call of it. The methods infer their type arguments from typed arrays and
// delegates (`[Func[int,bool]]{ … }`), as the engine does since PowerShell 7.3 and before.

import { PSArray } from "../../collections.js";
import type { DotNetMember, DotNetMethod } from "../../dotnet-type.js";
import { method, property } from "../../signatures.js";
import { defineGenericType, defineType } from "../../types.js";
import { LinqCall, type LinqMethod } from "./call.js";
import { deferred } from "./deferred.js";
import { immediate } from "./immediate.js";
import type { LinqGroup, LinqLookup } from "./sequence.js";

/** What .NET Framework's Enumerable lacks. */
const coreNames: ReadonlySet<string> = new Set(
  (
    "Chunk DistinctBy ExceptBy Index IntersectBy LeftJoin MaxBy MinBy Order OrderDescending RightJoin SkipLast TakeLast " +
    "TryGetNonEnumeratedCount UnionBy"
  ).split(" "),
);

function memberOf({ name, counts, call }: LinqMethod): DotNetMethod {
  const overloads = (types: LinqCall["types"]): DotNetMethod =>
    method(
      ...counts.map((count) => {
        const parameters = Array.from({ length: count }, (_, i) => `System.Object arg${i + 1}`).join(", ");
        return [
          `${coreNames.has(name) ? "[core] " : ""}static System.Object ${name}(${parameters})`,
          (context: LinqCall["context"], _self: unknown, args: LinqCall["args"]) =>
            call(new LinqCall(context, name, args, types)),
        ] as const;
      }),
    );
  return { ...overloads(null), close: (types) => overloads(types) };
}

defineType({
  fullName: "System.Linq.Enumerable",
  staticMembers: (): readonly DotNetMember[] => [...immediate, ...deferred].map(memberOf),
});

const enumerable = ["System.Collections.IEnumerable"];
for (const name of [
  "RangeIterator`1",
  "RepeatIterator`1",
  "ArrayWhereIterator`1",
  "ListWhereIterator`1",
  "IEnumerableWhereIterator`1",
  "ArraySelectIterator`2",
  "ListSelectIterator`2",
  "IEnumerableSelectIterator`2",
  "DistinctIterator`1",
  "OrderedIterator`2",
  "GroupByIterator`2",
  "Iterator`1",
  "OfTypeIterator`1",
  "CastICollectionIterator`1",
]) {
  defineGenericType({ fullName: `System.Linq.Enumerable+${name}`, define: () => ({ interfaces: enumerable }) });
}
defineGenericType({
  fullName: "System.Linq.Lookup`2",
  define: ([key, element]) => ({
    interfaces: enumerable,
    members: () => [
      property("int Count", (lookup: LinqLookup) => lookup.count()),
      method<LinqLookup>([
        `bool Contains(${key?.fullName ?? "System.Object"} key)`,
        (_, lookup, [wanted]) => lookup.find(wanted ?? null) !== undefined,
      ]),
      {
        kind: "ParameterizedProperty",
        name: "Item",
        signature: `System.Collections.Generic.IEnumerable[${element?.fullName}] Item(${key?.fullName} key) {get;}`,
        get: (_context, self, [wanted]) =>
          (self as LinqLookup).find(wanted ?? null) ?? new PSArray([], element ?? null),
        set: null,
      },
    ],
  }),
});
defineGenericType({
  fullName: "System.Linq.Grouping`2",
  define: ([key]) => ({
    interfaces: enumerable,
    members: () => [property(`${key?.fullName ?? "System.Object"} Key`, (group: LinqGroup) => group.key)],
  }),
});
