import { PSDictionary } from "../collections.js";
import { operand } from "../enumeration.js";
import { PSCustomObject } from "../objects.js";
import { netText } from "../text.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";

/** `[pscustomobject]@{…}`: a dictionary becomes an object with its pairs as notes; everything else stays itself. */
export function toCustomObject(context: ValueContext, value: Value): Value {
  const v = operand(value);
  if (!(v instanceof PSDictionary)) return value;
  const object = new PSCustomObject();
  for (const { key, value: item } of v.entries()) {
    if (typeof key === "string" && key.toLowerCase() === "pstypename")
      object.typeNames = [netText(context, item), ...object.type.typeNameHierarchy];
    else object.add({ kind: "NoteProperty", name: netText(context, key), value: item });
  }
  return object;
}
