import { PSDictionary } from "../collections.js";
import type { DotNetMember, DotNetType } from "../dotnet-type.js";
import { epoch } from "../journal.js";
import type { TypeTable } from "../members.js";
import { AutomationNull, PSCustomObject } from "../objects.js";
import { PSObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { commonTypes, typeOf } from "../value-types.js";
import { BaseView } from "./base-view.js";
import { invokeMethod } from "./invoke.js";
import { invokeOverloads } from "./methods.js";
import { extendedMember, getProperty, readAdapted } from "./properties.js";

/**
 * A place in the code that names a member: what the name meant for the value before, which is what it means for the
 * next value of the same type. Only members of .NET are kept, and only of values that have no members of their own; a
 * change of the type data, or the end of the line, which may be taken back, ends it.
 */
export class MemberSite {
  private type: DotNetType | null = null;
  private table: TypeTable | null = null;
  private version = -1;
  private line = -1;
  private member: DotNetMember | null = null;

  constructor(private readonly name: string) {}

  /** `$x.Name`, as {@link getProperty}. */
  property(context: ValueContext, value: Value): Value | undefined {
    const member = this.find(context, value);
    return member?.kind === "Property" ? readAdapted(context, value, member) : getProperty(context, value, this.name);
  }

  /** `$x.Name(args)`, as {@link invokeMethod}. */
  invoke(context: ValueContext, value: Value, args: readonly Value[]): Value {
    const member = this.find(context, value);
    return member?.kind === "Method"
      ? invokeOverloads(context, member, value, args)
      : invokeMethod(context, value, this.name, args);
  }

  private find(context: ValueContext, value: Value): DotNetMember | null {
    const type = plainTypeOf(value);
    if (type === null) return null;
    const { typeTable } = context;
    if (type !== this.type || epoch !== this.line || typeTable !== this.table || typeTable.version !== this.version) {
      this.member = plainMember(context, value, type, this.name);
      this.type = type;
      this.line = epoch;
      this.table = typeTable;
      this.version = typeTable.version;
    }
    return this.member;
  }
}

/** The type of a value whose members are those of its type; `null` for those that have some of their own. */
function plainTypeOf(value: Value): DotNetType | null {
  switch (typeof value) {
    case "string":
      return commonTypes().string;
    case "number":
      return commonTypes().int32;
    case "object":
      break;
    default:
      return typeOf(value) ?? null;
  }
  if (value === null || value.instanceMembers !== null || value.typeNames !== null || value === AutomationNull)
    return null;
  const hasOwn =
    value instanceof PSDictionary ||
    value instanceof PSCustomObject ||
    value instanceof PSObject ||
    value instanceof BaseView;
  return hasOwn ? null : value.type;
}

/** The member of .NET that a name means, also through an alias of the type data; `null`: it is something else. */
function plainMember(context: ValueContext, value: Value, type: DotNetType, name: string): DotNetMember | null {
  if (type.adapter !== null) return null;
  const extended = extendedMember(context, value, name);
  if (extended === undefined) return type.member(name) ?? null;
  if (extended.kind !== "AliasProperty" || extendedMember(context, value, extended.referencedName) !== undefined)
    return null;
  const member = type.member(extended.referencedName);
  return member?.kind === "Property" ? member : null;
}
