import type { DotNetType } from "./dotnet-type.js";
import { EnumValue } from "./numbers.js";

/** Names of an enumeration type, in the order of GetNames. */
export function enumNames(type: DotNetType): readonly string[] {
  return (type.definition.enumValues ?? []).map(([name]) => name);
}

/** A value by its name, ignoring case; `undefined` when there is none. */
export function enumValueNamed(type: DotNetType, name: string): EnumValue | undefined {
  const lower = name.toLowerCase();
  const found = type.definition.enumValues?.find(([n]) => n.toLowerCase() === lower);
  return found && new EnumValue(type, found[1]);
}

/** The text of a value: its name, the names of its flags joined by `, `, or the number. */
export function enumText(value: EnumValue): string {
  const values = value.type.definition.enumValues ?? [];
  const exact = values.find(([, v]) => v === value.value);
  if (exact !== undefined) return exact[0];
  if (!value.type.definition.isFlags) return value.value.toString();
  return flagNames(value) ?? value.value.toString();
}

/** Names of the flags of a value from the lowest, `null` when bits are left that have no name. */
export function flagNames(value: EnumValue): string | null {
  const values = [...(value.type.definition.enumValues ?? [])].sort((a, b) => (a[1] < b[1] ? 1 : a[1] > b[1] ? -1 : 0));
  let rest = value.value;
  const names: string[] = [];
  for (const [name, v] of values) {
    if (v !== 0n && (rest & v) === v) {
      names.unshift(name);
      rest &= ~v;
    }
  }
  return rest === 0n && names.length > 0 ? names.join(", ") : null;
}

/** Whether every bit of the value belongs to a name (flags), or the value itself has one. */
export function isDefinedEnumValue(type: DotNetType, value: bigint): boolean {
  const values = type.definition.enumValues ?? [];
  if (values.some(([, v]) => v === value)) return true;
  if (!type.definition.isFlags) return false;
  let all = 0n;
  for (const [, v] of values) all |= v;
  return value >= 0n && (value & ~all) === 0n;
}
