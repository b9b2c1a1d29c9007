import type { DotNetType } from "../dotnet-type.js";
import { operand } from "../enumeration.js";
import { PSCustomObject } from "../objects.js";
import { netTypeText } from "../type-text.js";
import type { Value } from "../value.js";
import { typeOf } from "../value-types.js";

/** Asked for at every access to a member. */
const namesByType = new WeakMap<DotNetType, readonly string[]>();

const customObjectNames = ["System.Management.Automation.PSCustomObject", "System.Object"] as const;

/** PSTypeNames of a value, most derived first; empty for `$null`. */
export function typeNamesOf(value: Value): readonly string[] {
  if (value !== null && typeof value === "object" && value.typeNames !== null) return value.typeNames;
  const v = operand(value);
  const type = typeOf(v);
  if (type === undefined) return [];
  if (v instanceof PSCustomObject) return customObjectNames;
  const known = namesByType.get(type);
  if (known !== undefined) return known;
  const names: string[] = [];
  // An Object[] counts as an array and as nothing between.
  for (let t: typeof type | null = type; t !== null; t = t.baseType) names.push(netTypeText(t));
  namesByType.set(type, names);
  return names;
}
