import { PSArray, PSDictionary } from "../../values/collections.js";
import { caseInsensitiveKey } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { toItems } from "../../values/enumeration.js";
import { heapClass } from "../../values/heap/heap-class.js";
import type { MemberTable, PropertySet, PSMember } from "../../values/members.js";
import { ScriptBlock } from "../../values/script-block.js";
import { genericTypeOf, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { defineResultType, ResultObject, type ResultProperty } from "../result-type.js";

const runspaces = "System.Management.Automation.Runspaces.";
const dictionary = "System.Collections.Generic.Dictionary`2";

/** Classes and properties in the order in which the engine shows them (asked of it). */
const shapes = {
  TypeData: [
    { name: "TypeName", typeName: "string" },
    { name: "Members", typeName: `${dictionary}[[System.String],[${runspaces}TypeMemberData]]` },
    { name: "TypeConverter", typeName: "type" },
    { name: "TypeAdapter", typeName: "type" },
    { name: "IsOverride", typeName: "bool" },
    { name: "SerializationMethod", typeName: "string" },
    { name: "TargetTypeForDeserialization", typeName: "type" },
    { name: "SerializationDepth", typeName: "uint" },
    { name: "DefaultDisplayProperty", typeName: "string" },
    { name: "InheritPropertySerializationSet", typeName: "bool" },
    { name: "StringSerializationSource", typeName: "string" },
    { name: "StringSerializationSourceProperty", typeName: `${runspaces}TypeMemberData` },
    { name: "DefaultDisplayPropertySet", typeName: `${runspaces}PropertySetData` },
    { name: "DefaultKeyPropertySet", typeName: `${runspaces}PropertySetData` },
    { name: "PropertySerializationSet", typeName: `${runspaces}PropertySetData` },
  ],
  AliasPropertyData: [
    { name: "ReferencedMemberName", typeName: "string" },
    { name: "MemberType", typeName: "type" },
    { name: "IsHidden", typeName: "bool" },
    { name: "Name", typeName: "string" },
  ],
  NotePropertyData: [
    { name: "Value", typeName: "System.Object" },
    { name: "IsHidden", typeName: "bool" },
    { name: "Name", typeName: "string" },
  ],
  ScriptPropertyData: [
    { name: "GetScriptBlock", typeName: "scriptblock" },
    { name: "SetScriptBlock", typeName: "scriptblock" },
    { name: "IsHidden", typeName: "bool" },
    { name: "Name", typeName: "string" },
  ],
  CodePropertyData: [
    { name: "GetCodeReference", typeName: "System.Reflection.MethodInfo" },
    { name: "SetCodeReference", typeName: "System.Reflection.MethodInfo" },
    { name: "IsHidden", typeName: "bool" },
    { name: "Name", typeName: "string" },
  ],
  ScriptMethodData: [
    { name: "Script", typeName: "scriptblock" },
    { name: "Name", typeName: "string" },
  ],
  PropertySetData: [
    { name: "ReferencedProperties", typeName: "System.Collections.ObjectModel.Collection[string]" },
    { name: "IsHidden", typeName: "bool" },
    { name: "Name", typeName: "string" },
  ],
  MemberSetData: [
    { name: "Members", typeName: `System.Collections.ObjectModel.Collection[${runspaces}TypeMemberData]` },
    { name: "IsHidden", typeName: "bool" },
    { name: "InheritMembers", typeName: "bool" },
    { name: "Name", typeName: "string" },
  ],
} as const satisfies Readonly<Record<string, readonly ResultProperty[]>>;

type Shape = keyof typeof shapes;
for (const [name, properties] of Object.entries(shapes)) defineResultType(runspaces + name, properties);

/** What Get-TypeData tells of a type, and of each member that was added to it. */
export class TypeDataObject extends ResultObject {
  constructor(
    readonly shape: Shape,
    fields: Readonly<Record<string, Value>>,
  ) {
    super();
    for (const [name, value] of Object.entries(fields)) this.setField(name, value);
  }
  get type(): DotNetType {
    return typeNamed(runspaces + this.shape);
  }
}
heapClass("TypeDataObject", TypeDataObject);

/** What was added to a type, as Get-TypeData gives it out. */
export function typeData(typeName: string, tables: readonly MemberTable[]): TypeDataObject {
  const members = tables.flatMap((table) => [...table]);
  const standard = members.find(({ name }) => name === "PSStandardMembers");
  const inside = standard?.kind === "MemberSet" ? [...standard.members] : [];
  const note = (name: string): Value => {
    const member = inside.find((each) => each.name === name);
    return member?.kind === "NoteProperty" ? member.value : null;
  };
  const source = inside.find(({ name }) => name === "StringSerializationSource");
  return new TypeDataObject("TypeData", {
    TypeName: typeName,
    Members: byName(members.filter((member) => member !== standard)),
    IsOverride: false,
    SerializationMethod: note("SerializationMethod"),
    TargetTypeForDeserialization: note("TargetTypeForDeserialization"),
    SerializationDepth: note("SerializationDepth") ?? 0,
    DefaultDisplayProperty: note("DefaultDisplayProperty") ?? "",
    InheritPropertySerializationSet: note("InheritPropertySerializationSet") ?? false,
    StringSerializationSource: source?.kind === "AliasProperty" ? source.referencedName : "",
    PropertySerializationSet: setNamed(inside, "PropertySerializationSet"),
    DefaultDisplayPropertySet: setNamed(inside, "DefaultDisplayPropertySet"),
    DefaultKeyPropertySet: setNamed(inside, "DefaultKeyPropertySet"),
  });
}

function setNamed(members: readonly PSMember[], name: string): Value {
  const found = members.find((member): member is PropertySet => member.kind === "PropertySet" && member.name === name);
  return found === undefined ? null : propertySet(found);
}

function byName(members: readonly PSMember[]): PSDictionary {
  const type = genericTypeOf(dictionary, [typeNamed("System.String"), typeNamed("System.Object")]);
  const all = new PSDictionary(
    type ?? typeNamed("System.Collections.Hashtable"),
    caseInsensitiveKey,
    typeNamed("System.String"),
  );
  for (const member of members) all.set(member.name, memberData(member));
  return all;
}

function propertySet({ name, referencedNames }: PropertySet): TypeDataObject {
  const names = new PSArray([...referencedNames], typeNamed("System.String"));
  return new TypeDataObject("PropertySetData", { ReferencedProperties: names, IsHidden: false, Name: name });
}

function memberData(member: PSMember): TypeDataObject {
  const common = { IsHidden: false, Name: member.name };
  switch (member.kind) {
    case "AliasProperty":
      return new TypeDataObject("AliasPropertyData", { ReferencedMemberName: member.referencedName, ...common });
    case "NoteProperty":
      return new TypeDataObject("NotePropertyData", { Value: member.value, ...common });
    case "ScriptProperty":
      return new TypeDataObject("ScriptPropertyData", {
        GetScriptBlock: member.getter,
        SetScriptBlock: member.setter,
        ...common,
      });
    case "CodeProperty":
      return new TypeDataObject("CodePropertyData", common);
    case "ScriptMethod":
      return new TypeDataObject("ScriptMethodData", { Script: member.script, Name: member.name });
    case "PropertySet":
      return propertySet(member);
    case "MemberSet":
      return new TypeDataObject("MemberSetData", {
        Members: new PSArray([...member.members].map(memberData)),
        InheritMembers: true,
        ...common,
      });
  }
}

/** The members that an object of Get-TypeData tells of: those of the type, and those of its PSStandardMembers. */
export function membersOfTypeData(data: TypeDataObject): {
  readonly members: readonly PSMember[];
  readonly standard: readonly PSMember[];
} {
  const own = data.field("Members");
  const values = own instanceof PSDictionary ? [...own.entries()].map(({ value }) => value) : [];
  const notes = ["SerializationMethod", "TargetTypeForDeserialization", "DefaultDisplayProperty"];
  const sets = ["DefaultDisplayPropertySet", "DefaultKeyPropertySet", "PropertySerializationSet"];
  const depth = data.field("SerializationDepth");
  const source = data.field("StringSerializationSource");
  const isGiven = (value: Value): boolean => value !== null && value !== "" && value !== 0 && value !== false;
  const standard: readonly (PSMember | null)[] = [
    ...notes.map((name): PSMember | null =>
      isGiven(data.field(name)) ? { kind: "NoteProperty", name, value: data.field(name) } : null,
    ),
    isGiven(depth) ? { kind: "NoteProperty", name: "SerializationDepth", value: depth } : null,
    typeof source === "string" && source !== ""
      ? { kind: "AliasProperty", name: "StringSerializationSource", referencedName: source }
      : null,
    ...sets.map((name) => memberFrom(data.field(name))),
  ];
  const isThere = (member: PSMember | null): member is PSMember => member !== null;
  return { members: values.map(memberFrom).filter(isThere), standard: standard.filter(isThere) };
}

/** The member that an object tells of; `null` where its code is the engine's own. */
function memberFrom(value: Value): PSMember | null {
  if (!(value instanceof TypeDataObject)) return null;
  const name = String(value.field("Name") ?? "");
  const block = (field: string): ScriptBlock | null => {
    const script = value.field(field);
    return script instanceof ScriptBlock ? script : null;
  };
  switch (value.shape) {
    case "AliasPropertyData":
      return { kind: "AliasProperty", name, referencedName: String(value.field("ReferencedMemberName")) };
    case "NotePropertyData":
      return { kind: "NoteProperty", name, value: value.field("Value") };
    case "ScriptPropertyData":
      return { kind: "ScriptProperty", name, getter: block("GetScriptBlock"), setter: block("SetScriptBlock") };
    case "ScriptMethodData": {
      const script = block("Script");
      return script === null ? null : { kind: "ScriptMethod", name, script };
    }
    case "PropertySetData": {
      const names = toItems(value.field("ReferencedProperties")).filter((each) => typeof each === "string");
      return { kind: "PropertySet", name, referencedNames: names };
    }
    default:
      return null;
  }
}
