import type { Bound, ParameterDeclarations } from "../../binding/declaration.js";
import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { formatError } from "../../formatting/format/format-errors.js";
import { XmlError } from "../../formatting/views/xml-reader.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { ErrorRecord, ExceptionObject } from "../../values/errors.js";
import { MemberTable, type PSMember, type TypeTable } from "../../values/members.js";
import { ScriptBlock } from "../../values/script-block.js";
import { displayText } from "../../values/text.js";
import { typeNamed } from "../../values/types.js";
import { baseOf, type Value } from "../../values/value.js";
import { readFileText } from "../management/content.js";
import { expandPath, fullPath, pathNotFound } from "../management/paths.js";
import { membersOfTypeData, TypeDataObject } from "./type-data.js";
import { readTypeFile } from "./type-file.js";

const dynamicSet = { since: 3, sets: ["DynamicTypeSet"] } as const;

const parameters = {
  MemberType: { ...dynamicSet, type: "System.Management.Automation.PSMemberTypes" },
  MemberName: { ...dynamicSet, type: "string" },
  Value: { ...dynamicSet, type: "object" },
  SecondValue: { ...dynamicSet, type: "object" },
  DefaultDisplayProperty: { ...dynamicSet, type: "string" },
  DefaultDisplayPropertySet: { ...dynamicSet, type: "string[]" },
  DefaultKeyPropertySet: { ...dynamicSet, type: "string[]" },
  TypeConverter: { ...dynamicSet, type: "type", coverage: "refused" },
  TypeAdapter: { ...dynamicSet, type: "type", coverage: "refused" },
  // How objects are written for another session: what `Export-Clixml` writes.
  SerializationMethod: { ...dynamicSet, type: "string" },
  TargetTypeForDeserialization: { ...dynamicSet, type: "type" },
  SerializationDepth: {
    ...dynamicSet,
    type: "int",
    validate: [{ kind: "ValidateRange", min: 0, max: 2147483647 }],
  },
  InheritPropertySerializationSet: { ...dynamicSet, type: "bool" },
  StringSerializationSource: { ...dynamicSet, type: "string" },
  PropertySerializationSet: { ...dynamicSet, type: "string[]" },
  TypeName: {
    ...dynamicSet,
    type: "string",
    mandatory: true,
    position: 0,
    pipeline: "name",
    validate: [{ kind: "ValidateNotNullOrEmpty" }],
  },
  TypeData: {
    since: 3,
    sets: ["TypeDataSet"],
    type: "object[]",
    mandatory: true,
    position: 0,
    pipeline: "value",
  },
  Force: { type: "switch", sets: ["DynamicTypeSet", "TypeDataSet"] },
  AppendPath: {
    sets: ["FileSet"],
    type: "string[]",
    position: 0,
    pipeline: "value,name",
    aliases: ["PSPath", "Path"],
  },
  PrependPath: { sets: ["FileSet"], type: "string[]" },
} as const satisfies ParameterDeclarations;

/** Adds members and default display sets to a type, by parameters or by types.ps1xml files. */
export const updateTypeData = defineCmdlet({
  name: "Update-TypeData",
  typeName: "Microsoft.PowerShell.Commands.UpdateTypeDataCommand",
  source: "Microsoft.PowerShell.Utility",
  synopsis: "Adds members to all objects of a type.",
  defaultParameterSet: "FileSet",
  supportsShouldProcess: true,
  parameters,
  create: (bound, cmdlet) => ({
    process() {
      if (bound.TypeData !== undefined) {
        for (const data of bound.TypeData.items) updateByObject(cmdlet, data, bound.Force);
        return;
      }
      if (bound.TypeName === undefined) {
        // The members of the files that come first hold.
        updateByFiles(cmdlet, [...(bound.PrependPath?.items ?? []), ...(bound.AppendPath?.items ?? [])]);
        return;
      }
      const typeName = bound.TypeName;
      if (cmdlet.shouldProcess(`Update Type: ${typeName}`)) update(bound, cmdlet, typeName);
    },
  }),
});

function update(bound: Bound<typeof parameters>, cmdlet: CmdletRuntime, typeName: string): void {
  const standard = standardMembers(bound);
  const member = bound.MemberName === undefined ? null : typeMember(cmdlet, bound, bound.MemberName);
  if (member === null && standard.length === 0) {
    const message = `No member is specified for the update on type "${typeName}".`;
    cmdlet.throwTerminatingError(invalid("TypeDataEmpty", message));
  }
  addToType(cmdlet, typeName, { members: member === null ? [] : [member], standard }, bound.Force);
}

/** Members of a type, and those of its PSStandardMembers. */
interface Additions {
  readonly members: readonly PSMember[];
  readonly standard: readonly PSMember[];
}

/** What Get-TypeData gave out, or the like of it. */
function updateByObject(cmdlet: CmdletRuntime, value: Value, force: boolean): void {
  if (!(value instanceof TypeDataObject) || value.shape !== "TypeData") {
    cmdlet.writeError(notEmulated("what is no object of Get-TypeData").record);
    return;
  }
  const typeName = displayText(cmdlet.context, value.field("TypeName"));
  if (cmdlet.shouldProcess(`Update Type: ${typeName}`)) addToType(cmdlet, typeName, membersOfTypeData(value), force);
}

function addToType(
  cmdlet: CmdletRuntime,
  typeName: string,
  { members: added, standard }: Additions,
  force: boolean,
): void {
  const { typeTable } = cmdlet.context;
  if (!force) {
    const present = [
      ...added.map((member) => [typeTable.membersOf(typeName), member] as const),
      ...standard.map((m) => [standardTable(typeTable, typeName), m] as const),
    ].find(([table, { name }]) => table?.has(name) === true);
    if (present !== undefined) {
      const message = `Error in TypeData "${typeName}": The member ${present[1].name} is already present.`;
      cmdlet.writeError(typeDataError("TypesDynamicUpdateException", message));
      return;
    }
  }
  for (const member of added) typeTable.add(typeName, member);
  if (standard.length === 0) return;
  const members = merged(standardTable(typeTable, typeName));
  for (const m of standard) members.set(m);
  typeTable.add(typeName, { kind: "MemberSet", name: "PSStandardMembers", members });
}

/** Loads types.ps1xml files; a member that the type has already is an error of the file, the others are added. */
function updateByFiles(cmdlet: CmdletRuntime, paths: readonly Value[]): void {
  for (const path of paths) {
    if (typeof path !== "string") continue;
    const found = expandPath(cmdlet, path, false);
    if (found.length === 0) cmdlet.writeError(pathNotFound(cmdlet, fullPath(cmdlet, path)));
    for (const file of found) {
      const text = cmdlet.shouldProcess(`FileName: ${file.path}`) ? readFileText(cmdlet, file.path) : undefined;
      if (text !== undefined) loadTypes(cmdlet, file.path, text);
    }
  }
}

function loadTypes(cmdlet: CmdletRuntime, path: string, text: string): void {
  const { typeTable } = cmdlet.context;
  const refuse = (what: string): void => cmdlet.writeError(notEmulated(`the ${what} of ${path}`).record);
  try {
    for (const { typeName, members } of readTypeFile(cmdlet.context, text, refuse)) {
      for (const member of members) {
        const present = typeTable.membersOf(typeName)?.get(member.name);
        if (present === undefined) typeTable.add(typeName, member);
        else if (present.kind === "MemberSet" && member.kind === "MemberSet") {
          typeTable.add(typeName, { ...present, members: merged(present.members, member.members) });
        } else {
          const message = `There were errors in loading the type data file: \n${path} : Error in type "${typeName}": The member ${member.name} is already present.`;
          cmdlet.writeError(typeDataError("TypesXmlUpdateException", message));
        }
      }
    }
  } catch (thrown) {
    if (!(thrown instanceof XmlError)) throw thrown;
    const message = `There were errors in loading the type data file: \n${path} : The file was skipped because of the following validation exception: ${thrown.message}`;
    cmdlet.writeError(typeDataError("TypesXmlUpdateException", message));
  }
}

/** A new table: what was there belongs to whoever kept it. */
function merged(...tables: readonly (MemberTable | undefined)[]): MemberTable {
  const all = new MemberTable();
  for (const table of tables) for (const member of table ?? []) all.set(member);
  return all;
}

function standardTable(typeTable: TypeTable, typeName: string): MemberTable | undefined {
  const set = typeTable.membersOf(typeName)?.get("PSStandardMembers");
  return set?.kind === "MemberSet" ? set.members : undefined;
}

/** What the parameters say that goes into PSStandardMembers, as types.ps1xml files say it. */
function standardMembers(bound: Bound<typeof parameters>): readonly PSMember[] {
  const notes = [
    ["DefaultDisplayProperty", bound.DefaultDisplayProperty],
    ["SerializationMethod", bound.SerializationMethod],
    ["TargetTypeForDeserialization", bound.TargetTypeForDeserialization],
    ["SerializationDepth", bound.SerializationDepth],
    ["InheritPropertySerializationSet", bound.InheritPropertySerializationSet || undefined],
  ] as const;
  const sets = [
    ["DefaultDisplayPropertySet", bound.DefaultDisplayPropertySet],
    ["DefaultKeyPropertySet", bound.DefaultKeyPropertySet],
    ["PropertySerializationSet", bound.PropertySerializationSet],
  ] as const;
  const { StringSerializationSource: source } = bound;
  return [
    ...notes.flatMap(([name, value]): PSMember[] =>
      value === undefined ? [] : [{ kind: "NoteProperty", name, value }],
    ),
    ...sets.flatMap(([name, value]): PSMember[] =>
      value === undefined
        ? []
        : [{ kind: "PropertySet", name, referencedNames: value.items.filter((item) => typeof item === "string") }],
    ),
    ...(source === undefined
      ? []
      : [{ kind: "AliasProperty", name: "StringSerializationSource", referencedName: source } as const]),
  ];
}

function typeMember(cmdlet: CmdletRuntime, bound: Bound<typeof parameters>, name: string): PSMember {
  const value = baseOf(bound.Value ?? null);
  const second = baseOf(bound.SecondValue ?? null);
  const kind = bound.MemberType === undefined ? "" : displayText(cmdlet.context, bound.MemberType);
  if (bound.Value === undefined) {
    const message = `The Value parameter is required for the type "${kind}". Please specify the Value parameter.`;
    cmdlet.throwTerminatingError(invalid("ValueShouldBeSpecified", message));
  }
  switch (kind.toLowerCase()) {
    case "noteproperty":
      return { kind: "NoteProperty", name, value: bound.Value };
    case "aliasproperty":
      return { kind: "AliasProperty", name, referencedName: typeof value === "string" ? value : "" };
    case "scriptproperty":
      return {
        kind: "ScriptProperty",
        name,
        getter: value instanceof ScriptBlock ? value : null,
        setter: second instanceof ScriptBlock ? second : null,
      };
    case "scriptmethod":
      if (value instanceof ScriptBlock) return { kind: "ScriptMethod", name, script: value };
      throw notEmulated("a ScriptMethod whose value is not a script block");
    default:
      throw notEmulated(`members of type ${kind}`);
  }
}

function notEmulated(what: string) {
  const message = `The emulator does not add ${what} to types; NoteProperty, AliasProperty, ScriptProperty and ScriptMethod work.`;
  return formatError("NotEmulated", "NotImplemented", "System.NotSupportedException", message);
}

function invalid(id: string, message: string): ErrorRecord {
  const exception = new ExceptionObject(typeNamed("System.InvalidOperationException"), message);
  return new ErrorRecord({ exception, errorId: id, category: "InvalidOperation" });
}

/** An error of the type table. */
export function typeDataError(id: string, message: string): ErrorRecord {
  const exception = new ExceptionObject(typeNamed("System.Management.Automation.RuntimeException"), message);
  return new ErrorRecord({ exception, errorId: id, category: "InvalidOperation" });
}
