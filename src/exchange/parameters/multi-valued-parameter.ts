import { PSDictionary } from "../../values/collections.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { toItems } from "../../values/enumeration.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { toText } from "../../values/text.js";
import { defineType, typeNamed } from "../../values/types.js";
import { DotNetObject, type Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { formatError, fromText } from "../types/text-conversion.js";

/** The type of parameters for properties of several texts. */
export const multiValuedParameterName = "Microsoft.Exchange.Data.MultiValuedProperty";

/** What is to become of a property of several values: new values in place of all, or values that come and go. */
export class MultiValuedChange extends DotNetObject {
  constructor(
    readonly type: DotNetType,
    /** `null`: what is there stays, but for `add` and `remove`. */
    readonly replacement: readonly string[] | null,
    readonly add: readonly string[] = [],
    readonly remove: readonly string[] = [],
  ) {
    super();
  }

  /** The values after the change; texts that differ by case only are the same value. */
  applyTo(current: readonly string[]): readonly string[] {
    if (this.replacement !== null) return this.replacement;
    const key = (text: string): string => text.toLowerCase();
    const removed = new Set(this.remove.map(key));
    const kept = current.filter((text) => !removed.has(key(text)));
    const present = new Set(kept.map(key));
    return [...kept, ...this.add.filter((text) => !present.has(key(text)))];
  }
}
heapClass("MultiValuedChange", MultiValuedChange);

/** The keys of a change; scripts of the first versions write the signs. */
const changes: ReadonlyMap<string, "add" | "remove"> = new Map([
  ["add", "add"],
  ["+", "add"],
  ["remove", "remove"],
  ["-", "remove"],
]);

/** `a`, `a,b`, `@{Add="a";Remove="b","c"}`, `@{'+'="a"}`. */
function toChange(context: ValueContext, value: Value): MultiValuedChange {
  const type = typeNamed(multiValuedParameterName);
  const texts = (given: Value): readonly string[] => toItems(given).map((item) => toText(context, item));
  if (!(value instanceof PSDictionary)) return new MultiValuedChange(type, texts(value));
  const lists = new Map<string, readonly string[]>();
  for (const { key, value: given } of value.entries()) {
    const name = changes.get(toText(context, key).toLowerCase());
    if (name === undefined) {
      throw formatError(
        `"${toText(context, key)}" isn't a change to a list of values. Write @{Add="…"} or @{Remove="…"}.`,
      );
    }
    lists.set(name, texts(given));
  }
  return new MultiValuedChange(type, null, lists.get("add"), lists.get("remove"));
}

defineType({
  fullName: multiValuedParameterName,
  takesText: true,
  convertFrom: (context, value) =>
    value instanceof PSDictionary
      ? fromText(
          () => multiValuedParameterName,
          () => toChange(context, value),
        )(context, value)
      : toChange(context, value),
});
