import { CommandInfoObject } from "../../runtime/command-info-object.js";
import { type CommandInfo, shownType } from "../../runtime/commands.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { Collector } from "../../runtime/pipes.js";
import { engineOf } from "../../runtime/script-command.js";
import { boundTo, ScriptModule } from "../../runtime/script-module.js";
import { SessionStateObject } from "../../runtime/session-objects.js";
import { PSArray, PSDictionary } from "../../values/collections.js";
import { caseInsensitiveKey } from "../../values/dictionary.js";
import type { DotNetMember, DotNetType, MethodOverload } from "../../values/dotnet-type.js";
import { toItems } from "../../values/enumeration.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { EnumValue } from "../../values/numbers.js";
import { PSCustomObject } from "../../values/objects.js";
import { ScriptBlock } from "../../values/script-block.js";
import { Guid, Version } from "../../values/simple-values.js";
import { defineType, genericTypeOf, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { ResultObject } from "../result-type.js";
import { VariableObject } from "./variables.js";

const fullName = "System.Management.Automation.PSModuleInfo";
const kindName = "System.Management.Automation.ModuleType";
const kinds = ["Script", "Binary", "Manifest", "Cim", "Workflow"] as const;
export type ModuleKind = (typeof kinds)[number];

defineType({ fullName: kindName, kind: "enum", enumValues: kinds.map((name, i) => [name, BigInt(i)]) });
const accessName = "System.Management.Automation.ModuleAccessMode";
const accessModes = ["ReadWrite", "ReadOnly", "Constant"] as const;
defineType({ fullName: accessName, kind: "enum", enumValues: accessModes.map((name, i) => [name, BigInt(i)]) });

const dictionary = "System.Collections.Generic.Dictionary`2";
const commandDictionary = (type: string): string =>
  `${dictionary}[[System.String],[System.Management.Automation.${type}]]`;
const listOf = (type: string): string => `System.Collections.Generic.IEnumerable[${type}]`;
const modules = "System.Collections.ObjectModel.ReadOnlyCollection`1[[PSModuleInfo]]";

/** The properties in the order of reflection, with their types (asked of the engine; before 7 from memory). */
const properties: readonly (readonly [name: string, typeName: string])[] = [
  ["LogPipelineExecutionDetails", "bool"],
  ["Name", "string"],
  ["Path", "string"],
  ["ImplementingAssembly", "System.Reflection.Assembly"],
  ["Definition", "string"],
  ["Description", "string"],
  ["Guid", "guid"],
  ["HelpInfoUri", "string"],
  ["ModuleBase", "string"],
  ["PrivateData", "System.Object"],
  ["ExperimentalFeatures", listOf("ExperimentalFeature")],
  ["Tags", listOf("string")],
  ["ProjectUri", "uri"],
  ["IconUri", "uri"],
  ["LicenseUri", "uri"],
  ["ReleaseNotes", "string"],
  ["RepositorySourceLocation", "uri"],
  ["Version", "version"],
  ["ModuleType", kindName],
  ["Author", "string"],
  ["AccessMode", accessName],
  ["ClrVersion", "version"],
  ["CompanyName", "string"],
  ["Copyright", "string"],
  ["DotNetFrameworkVersion", "version"],
  ["ExportedFunctions", commandDictionary("FunctionInfo")],
  ["Prefix", "string"],
  ["ExportedCmdlets", commandDictionary("CmdletInfo")],
  ["ExportedCommands", commandDictionary("CommandInfo")],
  ["FileList", listOf("string")],
  ["CompatiblePSEditions", listOf("string")],
  ["ModuleList", listOf("System.Object")],
  ["NestedModules", modules],
  ["PowerShellHostName", "string"],
  ["PowerShellHostVersion", "version"],
  ["PowerShellVersion", "version"],
  ["ProcessorArchitecture", "System.Reflection.ProcessorArchitecture"],
  ["Scripts", listOf("string")],
  ["RequiredAssemblies", listOf("string")],
  ["RequiredModules", modules],
  ["RootModule", "string"],
  ["ExportedVariables", commandDictionary("PSVariable")],
  ["ExportedAliases", commandDictionary("AliasInfo")],
  ["ExportedDscResources", "System.Collections.ObjectModel.ReadOnlyCollection[string]"],
  ["SessionState", "System.Management.Automation.SessionState"],
  ["OnRemove", "scriptblock"],
  ["ExportedFormatFiles", "System.Collections.ObjectModel.ReadOnlyCollection[string]"],
  ["ExportedTypeFiles", "System.Collections.ObjectModel.ReadOnlyCollection[string]"],
];
const settable: ReadonlySet<string> = new Set(["LogPipelineExecutionDetails", "PrivateData", "AccessMode", "OnRemove"]);

/** A module of commands that are built in, as Get-Module shows it. */
export class ModuleInfo extends ResultObject {
  get type(): DotNetType {
    return typeNamed(fullName);
  }
  override text(): string {
    return String(this.field("Name"));
  }
}
heapClass("ModuleInfo", ModuleInfo);

defineType({
  fullName,
  members: () => [
    ...properties.map(([name, typeName]) => moduleProperty(name, typeName)),
    method("Invoke", "System.Object", ["scriptblock sb", "params System.Object[] args"], invokeInModule),
    method(
      "NewBoundScriptBlock",
      "scriptblock",
      ["scriptblock scriptBlockToBind"],
      (_context, module, [block = null]) => (block instanceof ScriptBlock ? boundTo(module, block) : null),
    ),
    method("AsCustomObject", "psobject", [], (context, module) =>
      isExecutionContext(context) ? moduleObject(context, module) : null,
    ),
    method("ToString", "string", [], (_context, module) => module.name),
  ],
});

function moduleProperty(name: string, typeName: string): DotNetMember {
  return {
    kind: "Property",
    name,
    typeName,
    isCoreOnly: name === "ExperimentalFeatures",
    get: (context, self) => {
      if (self instanceof ScriptModule) return scriptModuleProperty(context, self, name);
      const value = self instanceof ModuleInfo ? self.field(name) : null;
      return value === null ? unset(name, typeName) : value;
    },
    set: settable.has(name)
      ? (context, self, value) => {
          const kept = name === "AccessMode" ? accessMode(context, value) : value;
          if (self instanceof ScriptModule) self.setProperty(name, kept);
          else if (self instanceof ModuleInfo) self.setField(name, kept);
        }
      : null,
  };
}

function accessMode(context: ValueContext, value: Value): Value {
  const wanted = value instanceof EnumValue ? value : context.resolveType("string") && String(value).toLowerCase();
  if (wanted instanceof EnumValue) return wanted;
  const index = accessModes.findIndex((mode) => mode.toLowerCase() === wanted);
  return new EnumValue(typeNamed(accessName), BigInt(Math.max(index, 0)));
}

/** What a property is that nobody set. */
function unset(name: string, typeName: string): Value {
  if (name === "LogPipelineExecutionDetails") return false;
  if (name === "AccessMode") return new EnumValue(typeNamed(accessName), 0n);
  if (name === "ProcessorArchitecture") return "None";
  if (typeName.startsWith(dictionary)) return byName([]);
  if (/IEnumerable|ReadOnlyCollection/.test(typeName)) return new PSArray([]);
  return typeName === "string" && name !== "RootModule" && name !== "Prefix" ? "" : null;
}

function scriptModuleProperty(context: ValueContext, module: ScriptModule, name: string): Value {
  const { functions, variables, aliases } = module.exported;
  switch (name) {
    case "Name":
      return module.name;
    case "Path":
      return module.path;
    case "ModuleBase":
      return module.directory;
    case "Definition":
      return module.definition;
    case "ExportedFunctions":
      return byName(functions);
    case "ExportedAliases":
      return byName(aliases);
    case "ExportedCommands":
      return inOrder([...sortedByName(functions), ...sortedByName(aliases)]);
    case "ExportedVariables":
      return namedObjects(sortedByName(variables).map((variable) => [variable.name, new VariableObject(variable)]));
    case "NestedModules":
      return new PSArray([...module.scope.modules]);
    case "SessionState":
      return isExecutionContext(context) && !module.isDescription
        ? new SessionStateObject(engineOf(context), module)
        : null;
    case "Version":
      return module.property(name) ?? new Version(0, 0);
    case "Guid":
      return module.property(name) ?? new Guid("00000000-0000-0000-0000-000000000000");
    case "ModuleType":
      return moduleKind(
        module.definition === "" && module.property("RootModule") === undefined ? "Manifest" : "Script",
      );
    default:
      return module.property(name) ?? unset(name, properties.find(([each]) => each === name)?.[1] ?? "");
  }
}

/** Members see the session through the context that reads them. */
function isExecutionContext(context: ValueContext): context is ExecutionContext {
  return "findCommand" in context;
}

function method(
  name: string,
  returns: string,
  parameters: readonly string[],
  run: (context: ValueContext, module: ScriptModule, args: readonly Value[]) => Value,
): DotNetMember {
  const overload: MethodOverload = {
    signature: `${returns} ${name}(${parameters.join(", ")})`,
    returnTypeName: returns,
    parameters: parameters.map((text) => {
      const words = text.replace(/^params /, "").split(" ");
      return {
        name: words[1] ?? "",
        typeName: words[0] ?? "",
        isParamArray: text.startsWith("params "),
        isByRef: false,
        isOptional: false,
      };
    }),
    invoke: (context, self, args) => {
      if (self instanceof ScriptModule) return run(context, self, args);
      return name === "ToString" && self instanceof ModuleInfo ? self.text() : null;
    },
  };
  return { kind: "Method", name, overloads: [overload] };
}

function invokeInModule(context: ValueContext, module: ScriptModule, [block = null, args = null]: readonly Value[]) {
  if (!(block instanceof ScriptBlock) || !isExecutionContext(context)) return null;
  const output = new Collector(engineOf(context));
  context.invokeBlock(boundTo(module, block), { arguments: toItems(args), output });
  return output.result();
}

/** The object that -AsCustomObject makes of a module: its functions are methods, its variables properties. */
export function moduleObject(context: ExecutionContext, module: ScriptModule): Value {
  const made = new PSCustomObject();
  const code = (text: string): ScriptBlock => boundTo(module, context.createScriptBlock(text));
  for (const { name } of module.exported.variables) {
    const getter = code(`\${${name}}`);
    made.add({ kind: "ScriptProperty", name, getter, setter: code(`\${script:${name}} = $args[0]`) });
  }
  for (const { name, scriptBlock } of module.exported.functions)
    made.add({ kind: "ScriptMethod", name, script: scriptBlock });
  return made;
}

export interface ModuleFacts {
  readonly name: string;
  readonly kind: ModuleKind;
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
    Guid: new Guid("00000000-0000-0000-0000-000000000000"),
    ModuleBase: directory ?? "",
    Version: versionOf(version),
    ModuleType: moduleKind(kind),
    ExportedFunctions: byName(commands.filter(isFunction)),
    ExportedCmdlets: byName(commands.filter((command) => shownType(command) === "Cmdlet")),
    ExportedCommands: byName(commands),
    ExportedAliases: byName(commands.filter((command) => shownType(command) === "Alias")),
  };
  for (const [field, value] of Object.entries(fields)) info.setField(field, value);
  return info;
}

/** System.Management.Automation.ModuleType. */
export function moduleKind(kind: ModuleKind): Value {
  return new EnumValue(typeNamed(kindName), BigInt(kinds.indexOf(kind)));
}

export function versionOf(text: string): Version {
  const [major = 0, minor = 0, build = -1, revision = -1] = text.split(".").map(Number);
  return new Version(major, minor, build, revision);
}

function sortedByName<T extends { readonly name: string }>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

function byName(commands: readonly CommandInfo[]): PSDictionary {
  return inOrder(sortedByName(commands));
}
function inOrder(commands: readonly CommandInfo[]): PSDictionary {
  return namedObjects(commands.map((command) => [command.name, new CommandInfoObject(command)]));
}

function namedObjects(entries: readonly (readonly [name: string, value: Value])[]): PSDictionary {
  const types = [typeNamed("System.String"), typeNamed("System.Object")];
  const type = genericTypeOf(dictionary, types) ?? typeNamed("System.Collections.Hashtable");
  const all = new PSDictionary(type, caseInsensitiveKey, typeNamed("System.String"));
  for (const [name, value] of entries) all.set(name, value);
  return all;
}
