import { acceleratorOf } from "../accelerators.js";
import { PSDictionary } from "../collections.js";
import type { DotNetMember, DotNetType } from "../dotnet-type.js";
import { operand } from "../enumeration.js";
import type { PSMember } from "../members.js";
import { PSCustomObject } from "../objects.js";
import { displayText } from "../text.js";
import { arrayBrackets, netTypeText } from "../type-text.js";
import { PSObject, type Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { typeOf } from "../value-types.js";
import { builtInMembers } from "./built-in-members.js";
import { type DeclaredMethod, declaredMethods, isFramework, shownSignature } from "./declared/declared-methods.js";
import { adaptedMember, extendedMember, getInstanceProperty, setProperty, writeAdapted } from "./properties.js";
import { typeNamesOf } from "./type-names-of.js";

/** A property as Format-List, Select-Object and Get-Member see it. */
export interface PropertyView {
  readonly name: string;
  readonly memberKind:
    | "NoteProperty"
    | "AliasProperty"
    | "ScriptProperty"
    | "CodeProperty"
    | "Property"
    | "ParameterizedProperty";
  /** As Get-Member shows it: `int`, `System.Object`, … */
  readonly typeName: string;
  get(): Value;
  /** `null`: cannot be set. */
  readonly set: ((value: Value) => void) | null;
}

/** A row of Get-Member. */
export interface MemberView {
  readonly name: string;
  readonly memberType:
    | "AliasProperty"
    | "CodeProperty"
    | "MemberSet"
    | "Method"
    | "NoteProperty"
    | "ParameterizedProperty"
    | "Property"
    | "PropertySet"
    | "ScriptMethod"
    | "ScriptProperty";
  readonly definition: string;
}

/** `all`: instance, .NET, type table. `wildcard` (the order of `*`): instance, type table, .NET. */
export type PropertyOrder = "all" | "wildcard";

/** All properties of a value, each name once (A.3). */
export function propertiesOf(
  context: ValueContext,
  value: Value,
  order: PropertyOrder = "all",
): readonly PropertyView[] {
  const v = operand(value);
  if (v === null) return [];
  const instance = instanceMembersOf(value).map((m) => extendedView(context, value, m));
  const table = tableMembersOf(context, value).map((m) => extendedView(context, value, m));
  const adapted = adaptedMembersOf(context, v).map((m) => adaptedView(context, v, m));
  const groups = order === "all" ? [instance, adapted, table] : [instance, table, adapted];
  const seen = new Map<string, PropertyView>();
  // A member of the type table hides the .NET member of its name, but where it stands is the order's business.
  const hidden = new Set(table.map((p) => p?.name.toLowerCase()));
  for (const group of groups) {
    for (const view of group) {
      if (view === null) continue;
      const key = view.name.toLowerCase();
      if (seen.has(key) || (group === adapted && hidden.has(key))) continue;
      seen.set(key, view);
    }
  }
  return [...seen.values()];
}

/** What an adapter makes of the value, then .NET's members. */
function adaptedMembersOf(context: ValueContext, value: Value): readonly DotNetMember[] {
  const type = typeOf(value);
  if (type === undefined) return [];
  const members = isFramework(context) ? type.frameworkMembers : type.members;
  return type.adapter === null ? members : [...type.adapter.properties(value), ...members];
}

/** The property of that name, ignoring case, found without listing them all; `undefined` when there is none. */
export function propertyOf(context: ValueContext, value: Value, name: string): PropertyView | undefined {
  const v = operand(value);
  if (v === null) return undefined;
  const extended = extendedMember(context, value, name);
  const view = extended === undefined ? null : extendedView(context, value, extended);
  if (view !== null) return view;
  const adapted = adaptedMember(v, name);
  return (adapted === undefined ? null : adaptedView(context, v, adapted)) ?? undefined;
}

function instanceMembersOf(value: Value): readonly PSMember[] {
  return value !== null && typeof value === "object" && value.instanceMembers !== null
    ? [...value.instanceMembers]
    : [];
}

function tableMembersOf(context: ValueContext, value: Value): readonly PSMember[] {
  const found = new Map<string, PSMember>();
  for (const typeName of typeNamesOf(value)) {
    for (const table of [context.typeTable.membersOf(typeName), builtInMembers(typeName)]) {
      for (const m of table ?? []) if (!found.has(m.name.toLowerCase())) found.set(m.name.toLowerCase(), m);
    }
  }
  return [...found.values()];
}

function extendedView(context: ValueContext, owner: Value, member: PSMember): PropertyView | null {
  switch (member.kind) {
    case "NoteProperty":
    case "AliasProperty":
    case "ScriptProperty":
    case "CodeProperty":
      return {
        name: member.name,
        memberKind: isAdaptedNote(member) ? "Property" : member.kind,
        typeName: member.kind === "NoteProperty" ? noteTypeName(member.value) : "System.Object",
        get: () => getInstanceProperty(context, owner, member.name) ?? null,
        set:
          member.kind === "CodeProperty" || (member.kind === "ScriptProperty" && member.setter === null)
            ? null
            : (value) => setProperty(context, owner, member.name, value),
      };
    case "ScriptMethod":
    case "PropertySet":
    case "MemberSet":
      return null;
  }
}

/** Whether the edition's .NET and engine have the member. */
function isThere(context: ValueContext, member: DotNetMember): boolean {
  if (member.kind !== "Property") return true;
  if (member.isCoreOnly === true && isFramework(context)) return false;
  return member.since === undefined || member.since <= context.facts.languageVersion;
}

function adaptedView(context: ValueContext, self: Value, member: DotNetMember): PropertyView | null {
  if (member.kind !== "Property") return null;
  if (!isThere(context, member)) return null;
  return {
    name: member.name,
    memberKind: "Property",
    typeName: member.typeName,
    get: () => member.get(context, self),
    set:
      member.set === null || member.isShownReadOnly === true
        ? null
        : (value) => writeAdapted(context, self, member, value),
  };
}

/** A deserialized object's property that its original type had. */
function isAdaptedNote(member: PSMember): boolean {
  return member.kind === "NoteProperty" && member.isAdapted === true;
}

/** Nothing for `$null`; of a list or an object that came with it, what it was: `Deserialized.…`. */
function adaptedTypeName(value: Value): string {
  if (value !== null && typeof value === "object" && value.typeNames !== null) return value.typeNames[0] ?? "";
  const type = typeOf(value);
  return type === undefined ? "" : netTypeText(type);
}

/** Type of a note's value as Get-Member writes it. */
function noteTypeName(value: Value): string {
  const v = operand(value);
  if (v === null) return "object";
  if (v instanceof PSCustomObject) return "System.Management.Automation.PSCustomObject";
  const type = typeOf(v) as DotNetType;
  return shortName(type);
}

function shortName(type: DotNetType): string {
  if (type.elementType !== null) {
    const element = type.elementType.fullName === "System.Object" ? "Object" : shortName(type.elementType);
    return element + arrayBrackets(type);
  }
  const accelerator = acceleratorOf(type.fullName);
  if (accelerator !== undefined) return accelerator;
  return type.isEnum && type.fullName.startsWith("System.") ? type.name : netTypeText(type);
}

/** Members for Get-Member, with definitions, .NET's methods in its order; accessors (`get_X`) left out. */
export function membersOf(context: ValueContext, value: Value): readonly MemberView[] {
  const v = operand(value);
  if (v === null) return [];
  const rows = new Map<string, MemberView>();
  const add = (row: MemberView) => {
    if (!rows.has(row.name.toLowerCase())) rows.set(row.name.toLowerCase(), row);
  };
  for (const m of [...instanceMembersOf(value), ...tableMembersOf(context, value)]) add(extendedRow(context, m));
  const adapted = adaptedMembersOf(context, v).filter((m) => isThere(context, m));
  const type = typeOf(v);
  const declared = type === undefined ? undefined : declaredMethods(type, isFramework(context));
  for (const m of adapted) if (m.kind !== "Method" || declared === undefined) add(adaptedRow(m));
  for (const m of declared ?? []) add(declaredRow(m));
  return [...rows.values()];
}

function declaredRow({ name, overloads }: DeclaredMethod): MemberView {
  return { name, memberType: "Method", definition: overloads.join(", ") };
}

/** Static members of a type for `Get-Member -Static`. */
export function staticMembersOf(type: DotNetType): readonly MemberView[] {
  const rows: MemberView[] = [];
  for (const m of type.definition.staticMembers?.() ?? []) {
    if (m.name.startsWith("op_")) continue;
    const row = adaptedRow(m);
    rows.push(m.kind === "Property" ? { ...row, definition: `static ${row.definition}` } : row);
  }
  for (const [name] of type.definition.enumValues ?? []) {
    rows.push({ name, memberType: "Property", definition: `static ${type.name} ${name} {get;}` });
  }
  return rows;
}

function adaptedRow(member: DotNetMember): MemberView {
  switch (member.kind) {
    case "Method":
      return {
        name: member.name,
        memberType: "Method",
        definition: member.overloads.map((o) => shownSignature(o.signature)).join(", "),
      };
    case "Property":
      return {
        name: member.name,
        memberType: "Property",
        definition: `${member.typeName} ${member.name} {${member.set === null || member.isShownReadOnly === true ? "get;" : "get;set;"}}`,
      };
    case "ParameterizedProperty":
      return { name: member.name, memberType: "ParameterizedProperty", definition: member.signature };
  }
}

function extendedRow(context: ValueContext, member: PSMember): MemberView {
  const { name, kind } = member;
  switch (kind) {
    case "NoteProperty":
      if (isAdaptedNote(member)) {
        return { name, memberType: "Property", definition: `${adaptedTypeName(member.value)} {get;set;}` };
      }
      return {
        name,
        memberType: kind,
        definition: `${noteTypeName(member.value)} ${name}=${noteText(context, member.value)}`,
      };
    case "AliasProperty":
      return { name, memberType: kind, definition: `${name} = ${member.referencedName}` };
    case "ScriptProperty": {
      const getter = member.getter === null ? "" : `get=${displayText(context, member.getter)};`;
      const setter = member.setter === null ? "" : `set=${displayText(context, member.setter)};`;
      return { name, memberType: kind, definition: `System.Object ${name} {${getter}${setter}}` };
    }
    case "CodeProperty":
      return { name, memberType: kind, definition: member.definition };
    case "ScriptMethod":
      return { name, memberType: kind, definition: `System.Object ${name}();` };
    case "PropertySet":
      return { name, memberType: kind, definition: `${name} {${member.referencedNames.join(", ")}}` };
    case "MemberSet":
      return { name, memberType: kind, definition: `${name} {${[...member.members].map((m) => m.name).join(", ")}}` };
  }
}

function noteText(context: ValueContext, value: Value): string {
  if (value === null) return "null";
  const v = operand(value);
  const type = typeOf(v);
  if (v instanceof PSObject || type === undefined) return "";
  return type.elementType !== null || v instanceof PSDictionary ? netTypeText(type) : displayText(context, v);
}
