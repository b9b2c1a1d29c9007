import { PSArray, PSDictionary } from "../collections.js";
import { convertTo } from "../conversion/index.js";
import type { DotNetMember, DotNetProperty } from "../dotnet-type.js";
import { EnumerableObject, enumerate, isCollection, operand } from "../enumeration.js";
import { ErrorRecord, ExceptionObject, PowerShellError, runtimeError } from "../errors.js";
import type { PSMember } from "../members.js";
import { AutomationNull, isNull, PSCustomObject } from "../objects.js";
import { unrolled } from "../types/unrolled.js";
import { typeNamed } from "../types.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { typeOf } from "../value-types.js";
import { accessorMethod } from "./accessors.js";
import { BaseView, baseView, memberOfBase } from "./base-view.js";
import { builtInMembers } from "./built-in-members.js";
import { MethodObject, ParameterizedPropertyObject, ScriptMethodObject } from "./method-object.js";
import { signatureType } from "./methods.js";
import { PSObjectView, setObject } from "./psobject-view.js";
import { typeNamesOf } from "./type-names-of.js";

/** The member of that name that the instance or the type table gives; built-in extras after the session's. */
export function extendedMember(context: ValueContext, value: Value, name: string): PSMember | undefined {
  if (value === null) return undefined;
  if (typeof value === "object") {
    const own = value.instanceMembers?.get(name);
    if (own !== undefined) return own;
  }
  for (const typeName of typeNamesOf(value)) {
    const member = context.typeTable.membersOf(typeName)?.get(name) ?? builtInMembers(typeName)?.get(name);
    if (member !== undefined) return member;
  }
  return undefined;
}

/** The .NET member of that name. */
export function adaptedMember(value: Value, name: string): DotNetMember | undefined {
  if (value instanceof BaseView) {
    return memberOfBase(value, name) ?? accessorMethod(value.type, name, (property) => memberOfBase(value, property));
  }
  const type = typeOf(value);
  if (type === undefined) return undefined;
  return type.adapter?.property(value, name) ?? type.member(name) ?? accessorMethod(type, name);
}

/**
 * A property of the value itself: dictionary key, instance member, type table, .NET. `undefined` when there is none.
 * Neither member enumeration nor the Count of scalars: see {@link getProperty}.
 */
export function getInstanceProperty(context: ValueContext, value: Value, name: string): Value | undefined {
  const v = operand(value);
  if (v === null) return undefined;
  if (v instanceof PSDictionary) {
    const found = v.get(name);
    if (found !== undefined) return found;
  }
  const member = extendedMember(context, value, name);
  if (member !== undefined) return readMember(context, value, member);
  const adapted = adaptedMember(v, name);
  if (adapted === undefined) return specialProperty(context, value, name);
  switch (adapted.kind) {
    case "Property":
      return readAdapted(context, v, adapted);
    case "Method":
      return new MethodObject(v, adapted);
    case "ParameterizedProperty":
      return new ParameterizedPropertyObject(v, adapted);
  }
}

/** `.psobject` and its kin, which every value has. */
function specialProperty(context: ValueContext, value: Value, name: string): Value | undefined {
  switch (name.toLowerCase()) {
    case "psobject":
      return new PSObjectView(value);
    case "pstypenames":
      return new PSObjectView(value).typeNameList();
    case "psbase":
      return baseView(operand(value));
    case "psextended":
    case "psadapted":
      return context.facts.languageVersion >= 2 ? value : undefined;
    default:
      return undefined;
  }
}

const scriptGetterFailed = "ScriptGetValueRuntimeException";

function isCallDepthOverflow(error: unknown): boolean {
  return error instanceof PowerShellError && error.record.errorId === "CallDepthOverflow";
}

function readMember(context: ValueContext, owner: Value, member: PSMember): Value | undefined {
  switch (member.kind) {
    case "NoteProperty":
      return member.value;
    case "AliasProperty":
      return getInstanceProperty(context, owner, member.referencedName);
    case "ScriptProperty":
      if (member.getter === null) {
        const message = `Get accessor for property "${member.name}" is unavailable.`;
        throw getValueError("GetWithoutGetterFromScriptProperty", message);
      }
      try {
        return context.invoke(member.getter, [], { self: owner, propagateErrors: true });
      } catch (error) {
        // A property that reads itself ends the script; a failure that is passed over would only hide that.
        if (isCallDepthOverflow(error)) throw error;
        throw getterError(scriptGetterFailed, member.name, error);
      }
    case "CodeProperty":
      return member.get(owner, context);
    case "ScriptMethod":
      return new ScriptMethodObject(owner, member.name, member.script);
    case "PropertySet":
    case "MemberSet":
      return setObject(member);
  }
}

/** Reads a .NET property. */
export function readAdapted(context: ValueContext, value: Value, property: DotNetProperty): Value {
  try {
    return property.get(context, value);
  } catch (error) {
    throw getterError("ExceptionWhenGetting", property.name, error);
  }
}

/** `Exception getting "X": "…"` around what a getter threw; what is no error of .NET stays as it is. */
export function getterError(errorId: string, name: string, error: unknown): unknown {
  if (!(error instanceof PowerShellError)) return error;
  return getValueError(
    errorId,
    `Exception getting "${name}": "${error.record.exception.message}"`,
    error.record.exception,
  );
}

function getValueError(errorId: string, message: string, inner: ExceptionObject | null = null): PowerShellError {
  const exception = new ExceptionObject(
    typeNamed("System.Management.Automation.GetValueInvocationException"),
    message,
    inner,
  );
  return new PowerShellError(new ErrorRecord({ exception, errorId, category: "NotSpecified" }));
}

/** `$list.Name`: the property of each element, what is a collection itself unrolled; `undefined` when none has it. */
export function enumerateProperty(context: ValueContext, value: Value, name: string): Value | undefined {
  const elements = unrolled(operand(value));
  if (elements === null) return undefined;
  const found: Value[] = [];
  let any = false;
  for (const element of elements) {
    const one = getProperty(context, element, name, false);
    if (one === undefined) continue;
    any = true;
    if (isCollection(one)) for (const item of enumerate(one) ?? []) found.push(item);
    else if (one !== AutomationNull) found.push(one);
  }
  if (!any) return undefined;
  if (found.length === 0) return AutomationNull;
  return found.length === 1 ? (found[0] as Value) : new PSArray(found);
}

/**
 * `$x.Name` as PowerShell 3 and later read it: the value's own property, else that of its elements, else Count and
 * Length of a scalar. `undefined`: there is none (strict mode reports it, else it reads as `$null`).
 */
export function getProperty(context: ValueContext, value: Value, name: string, scalarCount = true): Value | undefined {
  const own = readOwn(context, value, name);
  if (own !== undefined) return own;
  if (context.facts.languageVersion < 3) return undefined;
  return enumerateProperty(context, value, name) ?? (scalarCount ? scalarProperty(context, value, name) : undefined);
}

/** A script property whose script fails reads as `$null`; only the formatter tells of it, when it is asked to. */
function readOwn(context: ValueContext, value: Value, name: string): Value | undefined {
  try {
    return getInstanceProperty(context, value, name);
  } catch (error) {
    if (error instanceof PowerShellError && error.record.errorId === scriptGetterFailed) return null;
    throw error;
  }
}

/** Count and Length of what is no collection: 1, and 0 of `$null`. Custom objects had none before PowerShell 6. */
export function scalarProperty(context: ValueContext, value: Value, name: string): Value | undefined {
  const lower = name.toLowerCase();
  if (lower !== "count" && lower !== "length") return undefined;
  if (isNull(value)) return 0;
  if (context.facts.languageVersion < 6 && operand(value) instanceof PSCustomObject) return undefined;
  const v = operand(value);
  if (!(v instanceof EnumerableObject)) return isCollection(value) ? undefined : 1;
  // A sequence that does not know how many elements it has: each of them is one.
  const ones = v.count() === undefined ? Array.from(v.elements(), () => 1) : [1];
  return ones.length === 0 ? undefined : ones.length === 1 ? 1 : new PSArray(ones);
}

/** `$x.Name = …`. Throws what D.3 says for missing, read-only and failing properties. */
export function setProperty(context: ValueContext, value: Value, name: string, newValue: Value): void {
  const v = operand(value);
  if (v === null) throw cannotSet("PropertyNotFound", name);
  if (v instanceof PSDictionary && extendedOwn(value, name) === undefined) {
    v.set(name, newValue);
    return;
  }
  const member = extendedMember(context, value, name);
  if (member !== undefined) {
    writeMember(context, value, member, newValue);
    return;
  }
  const adapted = adaptedMember(v, name);
  if (adapted?.kind === "Property") {
    writeAdapted(context, v, adapted, newValue);
    return;
  }
  if ((v instanceof PSCustomObject || typeOf(v)?.adapter) && adapted === undefined) {
    const text = `The property '${name}' cannot be found on this object. Verify that the property exists and can be set.`;
    throw settingError("ExceptionWhenSetting", `Exception setting "${name}": "${text}"`);
  }
  throw cannotSet("PropertyAssignmentException", name);
}

function extendedOwn(value: Value, name: string): PSMember | undefined {
  return value !== null && typeof value === "object" ? value.instanceMembers?.get(name) : undefined;
}

function cannotSet(errorId: string, name: string): PowerShellError {
  const message = `The property '${name}' cannot be found on this object. Verify that the property exists and can be set.`;
  return runtimeError(errorId, "InvalidOperation", message);
}

/** A SetValueInvocationException. */
export function settingError(errorId: string, message: string, inner: ExceptionObject | null = null): PowerShellError {
  const exception = new ExceptionObject(
    typeNamed("System.Management.Automation.SetValueInvocationException"),
    message,
    inner,
  );
  return new PowerShellError(new ErrorRecord({ exception, errorId, category: "NotSpecified" }));
}

function readOnly(name: string): PowerShellError {
  return runtimeError("PropertyAssignmentException", "InvalidOperation", `'${name}' is a ReadOnly property.`);
}

/** The same of an object whose properties an adapter makes. */
function readOnlyOfAdapter(name: string): PowerShellError {
  const exception = new ExceptionObject(
    typeNamed("System.Management.Automation.SetValueException"),
    `"${name}" is a ReadOnly property.`,
  );
  return new PowerShellError(new ErrorRecord({ exception, errorId: "ReadOnlyProperty", category: "NotSpecified" }));
}

function writeMember(context: ValueContext, owner: Value, member: PSMember, newValue: Value): void {
  switch (member.kind) {
    case "NoteProperty":
      if (owner !== null && typeof owner === "object") owner.instanceMembers?.set({ ...member, value: newValue });
      return;
    case "AliasProperty": {
      const referenced = adaptedMember(operand(owner), member.referencedName);
      if (referenced?.kind === "Property" && referenced.set === null) throw readOnly(member.name);
      setProperty(context, owner, member.referencedName, newValue);
      return;
    }
    case "ScriptProperty": {
      if (member.setter === null) {
        const exception = new ExceptionObject(
          typeNamed("System.Management.Automation.SetValueException"),
          `Set accessor for property "${member.name}" is unavailable.`,
        );
        throw new PowerShellError(
          new ErrorRecord({ exception, errorId: "SetWithoutSetterFromScriptProperty", category: "NotSpecified" }),
        );
      }
      try {
        context.invoke(member.setter, [newValue], { self: owner, propagateErrors: true });
      } catch (error) {
        if (!(error instanceof PowerShellError) || error.endsScript) throw error;
        throw settingError(
          "ScriptSetValueRuntimeException",
          `Exception setting "${member.name}": "${error.record.exception.message}"`,
          error.record.exception,
        );
      }
      return;
    }
    case "CodeProperty":
    case "ScriptMethod":
    case "PropertySet":
    case "MemberSet":
      throw readOnly(member.name);
  }
}

/** Sets a .NET property, the value converted to its type. */
export function writeAdapted(context: ValueContext, self: Value, property: DotNetProperty, newValue: Value): void {
  const adapter = typeOf(self)?.adapter ?? null;
  if (property.set === null) throw adapter === null ? readOnly(property.name) : readOnlyOfAdapter(property.name);
  if (property.keepsValue === true) {
    property.set(context, self, newValue);
    return;
  }
  try {
    property.set(context, self, convertTo(context, newValue, signatureType(property.typeName)));
  } catch (error) {
    if (!(error instanceof PowerShellError) || error.endsScript) throw error;
    throw settingError(
      adapter === null ? "ExceptionWhenSetting" : "CatchFromBaseAdapterSetValue",
      `Exception setting "${property.name}": "${error.record.exception.message}"`,
      error.record.exception,
    );
  }
}
