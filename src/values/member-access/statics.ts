import type { DotNetMember, DotNetType } from "../dotnet-type.js";
import { enumValueNamed } from "../enumerations.js";
import { runtimeError } from "../errors.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { accessorMethod } from "./accessors.js";
import { construct } from "./construct.js";
import { isFramework2, isNewProperty } from "./framework-2.js";
import { MethodObject } from "./method-object.js";
import { closedMethod, invokeOverloads, methodNotFound } from "./methods.js";
import { settingError, writeAdapted } from "./properties.js";

function staticMemberOf(type: DotNetType, name: string): DotNetMember | undefined {
  for (let t: DotNetType | null = type; t !== null; t = t.baseType) {
    const owner = t;
    const member = t.staticMember(name) ?? accessorMethod(owner, name, (property) => owner.staticMember(property));
    if (member !== undefined) return member;
  }
  return undefined;
}

/** `[T]::Name`; `undefined` when there is none (which reads as `$null`, strict mode reports it). */
export function getStaticMember(context: ValueContext, type: DotNetType, name: string): Value | undefined {
  const value = type.isEnum ? enumValueNamed(type, name) : undefined;
  if (value !== undefined) return value;
  const member = staticMemberOf(type, name);
  if (member === undefined) {
    // What a type is as an object (`[int]::FullName`) is not reached through `::`.
    return undefined;
  }
  if (member.kind === "Property") {
    return isFramework2(context) && isNewProperty(type, name) ? undefined : member.get(context, null);
  }
  return member.kind === "Method" ? new MethodObject(null, member) : undefined;
}

/** `[T]::Name = …`. */
export function setStatic(context: ValueContext, type: DotNetType, name: string, newValue: Value): void {
  const member = staticMemberOf(type, name);
  if (member?.kind === "Property") {
    writeAdapted(context, null, member, newValue);
    return;
  }
  if (type.isEnum && enumValueNamed(type, name) !== undefined)
    throw settingError("PropertyAssignmentException", `'${name}' is a ReadOnly property.`);
  throw runtimeError(
    "PropertyAssignmentException",
    "InvalidOperation",
    `The property '${name}' cannot be found on this object. Verify that the property exists and can be set.`,
  );
}

/** `[T]::Name[int](args)`; throws as the call of an object's method does. */
export function invokeGenericStatic(
  context: ValueContext,
  type: DotNetType,
  name: string,
  types: readonly DotNetType[],
  args: readonly Value[],
): Value {
  const member = staticMemberOf(type, name);
  if (member?.kind !== "Method") throw methodNotFound(type, name);
  return invokeOverloads(context, closedMethod(member, types, args.length), null, args, { type });
}

/** `[T]::Name(args)`, `[T]::new(args)`. */
export function invokeStatic(context: ValueContext, type: DotNetType, name: string, args: readonly Value[]): Value {
  if (name.toLowerCase() === "new" && context.facts.languageVersion >= 5) return construct(context, type, args);
  const member = staticMemberOf(type, name);
  if (member?.kind !== "Method") throw methodNotFound(type, name);
  return invokeOverloads(context, member, null, args, { type });
}
