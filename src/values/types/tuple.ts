import { caseSensitiveKey, ValueObject } from "../dictionary.js";
import type { DotNetType } from "../dotnet-type.js";
import { heapClass } from "../heap/heap-class.js";
import { coreProperty, method, overload, property } from "../signatures.js";
import { netText } from "../text.js";
import { defineGenericType, defineType, genericTypeOf, typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { typeOf } from "../value-types.js";

type TupleKind = "System.Tuple" | "System.ValueTuple";

/** System.Tuple and System.ValueTuple of one to seven items. */
export class Tuple extends ValueObject {
  constructor(
    readonly kind: TupleKind,
    readonly items: readonly Value[],
    private readonly itemTypes: readonly DotNetType[] = items.map((item) => typeOf(item) ?? typeNamed("System.Object")),
  ) {
    super();
  }
  toNetText(context: ValueContext): string {
    return `(${this.items.map((item) => (item === null ? "" : netText(context, item))).join(", ")})`;
  }
  equalityKey(): string {
    return this.items.map((item) => `${typeof item} ${String(keyOf(item))}`).join("\0");
  }
  get type(): DotNetType {
    return genericTypeOf(`${this.kind}\`${this.items.length}`, this.itemTypes) as DotNetType;
  }
}

heapClass("Tuple", Tuple);

const identities = new WeakMap<object, number>();
let latestIdentity = 0;
/** A text or number that only equal values have. */
function keyOf(value: Value): unknown {
  const key = caseSensitiveKey(value);
  if (key === null || typeof key !== "object") return key;
  const known = identities.get(key) ?? ++latestIdentity;
  identities.set(key, known);
  return `#${known}`;
}

const mostItems = 7;
const counts = Array.from({ length: mostItems }, (_, i) => i + 1);
const parameters = (types: readonly string[]) => types.map((type, i) => `${type} item${i + 1}`).join(", ");

for (const kind of ["System.Tuple", "System.ValueTuple"] as const) {
  defineType({
    fullName: kind,
    staticMembers: () => [
      method(
        ...counts.map(
          (count) =>
            [
              `static ${kind} Create(${parameters(Array<string>(count).fill("System.Object"))})`,
              (_: ValueContext, __: Value, items: readonly Value[]) => new Tuple(kind, items),
            ] as const,
        ),
      ),
    ],
  });
  for (const count of counts) {
    defineGenericType({
      fullName: `${kind}\`${count}`,
      define: (args) => {
        const length = coreProperty("int Length", (t: Tuple) => t.items.length);
        const items = args.map(({ fullName }, i) =>
          property(`${fullName} Item${i + 1}`, (t: Tuple) => t.items[i] ?? null),
        );
        return {
          ...(kind === "System.ValueTuple" ? { kind: "struct" as const } : {}),
          // A value tuple's items are fields, which stand behind the properties.
          members: () => [
            ...(kind === "System.ValueTuple" ? [length, ...items] : [...items, length]),
            method<Tuple>(["string ToString()", (c, t) => t.toNetText(c)]),
          ],
          constructors: () => [
            overload(
              `${kind} new(${parameters(args.map(({ fullName }) => fullName))})`,
              (_, __, values) => new Tuple(kind, values, args),
            ),
          ],
        };
      },
    });
  }
}
