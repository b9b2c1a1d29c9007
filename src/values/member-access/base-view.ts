import { PSDictionary } from "../collections.js";
import type { DotNetMember, DotNetType } from "../dotnet-type.js";
import { heapClass } from "../heap/heap-class.js";
import { DotNetObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

/** `.psbase` of an object with an adapter, or of a dictionary: the same object without the adapter's properties or keys. */
export class BaseView extends DotNetObject {
  constructor(readonly target: DotNetObject) {
    super();
  }
  get type(): DotNetType {
    return this.target.type;
  }
}
heapClass("BaseView", BaseView);

/** What `.psbase` gives: the value itself, unless its type has an adapter or keys that hide members. */
export function baseView(value: Value): Value {
  if (value === null || typeof value !== "object") return value;
  const hides = value.type.adapter !== null || (value instanceof PSDictionary && value.size > 0);
  return hides ? new BaseView(value) : value;
}

/** A .NET member of the object behind the view, which it takes for its own. */
export function memberOfBase({ target }: BaseView, name: string): DotNetMember | undefined {
  const member = target.type.member(name);
  if (member === undefined) return undefined;
  switch (member.kind) {
    case "Method":
      return {
        ...member,
        overloads: member.overloads.map((o) => ({
          ...o,
          invoke: (context, _, args) => o.invoke(context, target, args),
        })),
      };
    case "Property": {
      const { set } = member;
      return {
        ...member,
        get: (context: ValueContext) => member.get(context, target),
        set: set === null ? null : (context: ValueContext, _: Value, value: Value) => set(context, target, value),
      };
    }
    case "ParameterizedProperty":
      return {
        ...member,
        get: (context, _, index) => member.get(context, target, index),
        set: (context, _, index, value) => member.set?.(context, target, index, value),
      };
  }
}
