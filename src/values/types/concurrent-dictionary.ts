import { PSDictionary } from "../collections.js";
import { convertTo } from "../conversion/index.js";
import { caseInsensitiveKey, caseSensitiveKey } from "../dictionary.js";
import type { DotNetType } from "../dotnet-type.js";
import { netEquals } from "../net-equality.js";
import { PSReference } from "../objects.js";
import { ScriptBlock } from "../script-block.js";
import { method, overload, property } from "../signatures.js";
import { defineGenericType, genericTypeOf } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { callDelegate, DelegateObject } from "./delegates.js";
import { dictionaryInterfaces, dictionaryMembers, fill, ignoresCaseOf } from "./dictionary-types.js";

const name = "System.Collections.Concurrent.ConcurrentDictionary`2";

/** The value to be added: as it is, or what a delegate makes of the key. */
function made(context: ValueContext, value: Value | undefined, type: DotNetType, ...args: readonly Value[]): Value {
  const isCallback = value instanceof DelegateObject || value instanceof ScriptBlock;
  return convertTo(context, isCallback ? callDelegate(context, value, args) : (value ?? null), type);
}

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
    const views = [
      "System.Collections.Generic.Dictionary`2+KeyCollection",
      "System.Collections.Generic.Dictionary`2+ValueCollection",
    ] as const;
    return {
      interfaces: dictionaryInterfaces,
      members: () => [
        ...dictionaryMembers(kt.fullName, vt.fullName, true, views).filter(
          (member) => member.name !== "Add" && member.name !== "Remove",
        ),
        property("bool IsEmpty", (d: PSDictionary) => d.size === 0),
        method<PSDictionary>([
          `bool TryRemove(${kt.fullName} key, [ref] ${vt.fullName} value)`,
          (_, d, [k, reference]) => {
            const value = d.get(k ?? null);
            if (reference instanceof PSReference) reference.set(value ?? null);
            d.delete(k ?? null);
            return value !== undefined;
          },
        ]),
        method<PSDictionary>([
          `bool TryUpdate(${kt.fullName} key, ${vt.fullName} newValue, ${vt.fullName} comparisonValue)`,
          (_, d, [k, value, expected]) => {
            const known = d.get(k ?? null);
            if (known === undefined || !netEquals(known, expected ?? null)) return false;
            d.set(k ?? null, value ?? null);
            return true;
          },
        ]),
        method<PSDictionary>([
          `${vt.fullName} GetOrAdd(${kt.fullName} key, System.Object value)`,
          (context, d, [k, value]) => {
            const known = d.get(k ?? null);
            if (known !== undefined) return known;
            const added = made(context, value, vt, k ?? null);
            d.set(k ?? null, added);
            return added;
          },
        ]),
        method<PSDictionary>([
          `${vt.fullName} AddOrUpdate(${kt.fullName} key, System.Object addValue, System.Object updateValueFactory)`,
          (context, d, [k, value, update]) => {
            const known = d.get(k ?? null);
            const kept =
              known === undefined ? made(context, value, vt, k ?? null) : made(context, update, vt, k ?? null, known);
            d.set(k ?? null, kept);
            return kept;
          },
        ]),
      ],
      constructors: () => [
        overload(`${name} new()`, () => make(false)),
        overload(`${name} new(System.StringComparer comparer)`, (_, __, [c]) => make(ignoresCaseOf(c))),
        overload(`${name} new(System.Collections.IDictionary dictionary)`, (_, __, [d]) => fill(make(false), d)),
      ],
    };
  },
});
