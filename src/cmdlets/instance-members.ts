import { type DotNetType, type PSMember, typeNamed, typeNamesOf, type Value } from "../values/index.js";
import { ownMembers, setTypeNames } from "../values/members.js";
import { type DotNetObject, NumericObject, PSObject } from "../values/value.js";

/**
 * The value as an object that can carry members of its own: itself, or for numbers, texts and booleans a wrapper,
 * which stands for the value from then on.
 */
export function asObject(value: Exclude<Value, null>): DotNetObject {
  if (value instanceof NumericObject) return new PSObject(value, null, value.type);
  if (typeof value === "object") return value;
  return new PSObject(value, null, typeOfPrimitive(value));
}

function typeOfPrimitive(value: string | number | bigint | boolean): DotNetType {
  if (typeof value === "string") return typeNamed("System.String");
  if (typeof value === "boolean") return typeNamed("System.Boolean");
  return typeNamed(typeof value === "bigint" ? "System.Int64" : "System.Int32");
}

/** Adds a member to one object, behind its others; an existing one of the name gives way. */
export function addMember(target: DotNetObject, member: PSMember): void {
  const members = ownMembers(target);
  members.delete(member.name);
  members.set(member);
}

/** Puts a type name before the others, unless it is the first already. */
export function insertTypeName(target: DotNetObject, name: string): void {
  const names = typeNamesOf(target);
  if (names[0] === name) return;
  // Objects that come one after another are mostly of one kind: they share the list.
  let longer = extended.get(names);
  if (longer?.[0] !== name) {
    longer = [name, ...names];
    extended.set(names, longer);
  }
  setTypeNames(target, longer);
}

/** By a list of names: the same with one more before it, as last asked for. */
const extended = new WeakMap<readonly string[], readonly string[]>();
