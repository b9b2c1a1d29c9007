import { CommandInfoObject } from "../../runtime/command-info-object.js";
import { type CommandInfo, shownType } from "../../runtime/commands.js";
import { PSArray, PSDictionary } from "../../values/collections.js";
import { caseInsensitiveKey } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { EnumValue } from "../../values/numbers.js";
import { Guid, Version } from "../../values/simple-values.js";
import { defineType, genericTypeOf, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { defineResultType, ResultObject } from "../result-type.js";

const fullName = "System.Management.Automation.PSModuleInfo";
const kindName = "System.Management.Automation.ModuleType";
const kinds = ["Script", "Binary", "Manifest", "Cim", "Workflow"] as const;

defineType({ fullName: kindName, kind: "enum", enumValues: kinds.map((name, i) => [name, BigInt(i)]) });

const dictionary = "System.Collections.Generic.Dictionary`2";
const commandDictionary = (type: string): string =>
  `${dictionary}[[System.String],[System.Management.Automation.${type}]]`;

defineResultType(fullName, [
  { name: "Name", typeName: "string" },
  { name: "Path", typeName: "string" },
  { name: "Description", typeName: "string" },
  { name: "Guid", typeName: "guid" },
  { name: "ModuleBase", typeName: "string" },
  { name: "PrivateData", typeName: "System.Object" },
  { name: "Version", typeName: "version" },
  { name: "ModuleType", typeName: kindName },
  { name: "Author", typeName: "string" },
  { name: "CompanyName", typeName: "string" },
  { name: "Copyright", typeName: "string" },
  { name: "ExportedFunctions", typeName: commandDictionary("FunctionInfo") },
  { name: "ExportedCmdlets", typeName: commandDictionary("CmdletInfo") },
  { name: "ExportedCommands", typeName: commandDictionary("CommandInfo") },
  { name: "NestedModules", typeName: "System.Collections.ObjectModel.ReadOnlyCollection`1[[PSModuleInfo]]" },
  { name: "RequiredModules", typeName: "System.Collections.ObjectModel.ReadOnlyCollection`1[[PSModuleInfo]]" },
  { name: "ExportedVariables", typeName: commandDictionary("PSVariable") },
  { name: "ExportedAliases", typeName: commandDictionary("AliasInfo") },
]);

/** A module of the session. */
export class ModuleInfo extends ResultObject {
  get type(): DotNetType {
    return typeNamed(fullName);
  }
  override text(): string {
    return String(this.field("Name"));
  }
}
heapClass("ModuleInfo", ModuleInfo);

export interface ModuleFacts {
  readonly name: string;
  readonly kind: (typeof kinds)[number];
  readonly version: string;
  /** The directory of the module's files; a module that was made in the session has none. */
  readonly directory: string | null;
  readonly commands: readonly CommandInfo[];
}

/** A module as Get-Module and Import-PSSession give it out. */
export function moduleInfo({ name, kind, version, directory, commands }: ModuleFacts): ModuleInfo {
  const info = new ModuleInfo();
  const isFunction = (command: CommandInfo): boolean => shownType(command) === "Function";
  const fields: Readonly<Record<string, Value>> = {
    Name: name,
    Path: directory === null ? "" : `${directory}\\${name}.psd1`,
    Description: "",
    Guid: new Guid("00000000-0000-0000-0000-000000000000"),
    ModuleBase: directory ?? "",
    Version: versionOf(version),
    ModuleType: new EnumValue(typeNamed(kindName), BigInt(kinds.indexOf(kind))),
    ExportedFunctions: byName(commands.filter(isFunction)),
    ExportedCmdlets: byName(commands.filter((command) => shownType(command) === "Cmdlet")),
    ExportedCommands: byName(commands),
    NestedModules: new PSArray([]),
    RequiredModules: new PSArray([]),
    ExportedVariables: byName([]),
    ExportedAliases: byName(commands.filter((command) => shownType(command) === "Alias")),
  };
  for (const [field, value] of Object.entries(fields)) info.setField(field, value);
  return info;
}

function versionOf(text: string): Version {
  const [major = 0, minor = 0, build = -1, revision = -1] = text.split(".").map(Number);
  return new Version(major, minor, build, revision);
}

function byName(commands: readonly CommandInfo[]): PSDictionary {
  const types = [typeNamed("System.String"), typeNamed("System.Object")];
  const type = genericTypeOf(dictionary, types) ?? typeNamed("System.Collections.Hashtable");
  const all = new PSDictionary(type, caseInsensitiveKey, typeNamed("System.String"));
  const names = commands.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  for (const command of names) all.set(command.name, new CommandInfoObject(command));
  return all;
}
