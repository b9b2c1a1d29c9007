import { CommandInfoObject } from "../../runtime/command-info-object.js";
import { type CmdletInfo, type CommandInfo, scriptModuleOf, shownType } from "../../runtime/commands.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { type DotNetMember, defineType, typeNamed, type Value } from "../../values/index.js";
import { EnumValue } from "../../values/numbers.js";
import { Version } from "../../values/simple-values.js";
import { scriptBlockText } from "../../values/text.js";
import { helpUri } from "../help/help-uris.js";
import { FileVersionInfo } from "../management/file-version-info.js";
import { cmdletHead, cmdletTail, implementingType } from "./cmdlet-members.js";
import { property } from "./command-property.js";
import { commandSyntax } from "./command-syntax.js";
import { commandProperty, metadataOf, outputTypes, parameterDictionary, parameterSets } from "./parameter-objects.js";

const namespace = "System.Management.Automation";

/** System.Management.Automation.CommandTypes by bit. */
export const commandTypeBits: Readonly<Record<CommandInfo["commandType"], bigint>> = {
  Alias: 1n,
  Function: 2n,
  Filter: 4n,
  Cmdlet: 8n,
  ExternalScript: 16n,
  Application: 32n,
};

/** Code without a name. */
const scriptBit = 64n;

/** The command that an alias leads to in the end, other commands themselves; `undefined` when there is none. */
export function resolvedCommand(
  context: ExecutionContext,
  info: CommandInfo,
): Exclude<CommandInfo, { commandType: "Alias" }> | undefined {
  let current: CommandInfo | undefined = info;
  for (let links = 0; current?.commandType === "Alias" && links < 64; links++) {
    current = context.findCommand(current.definition);
  }
  return current === undefined || current.commandType === "Alias" ? undefined : current;
}

const common: readonly DotNetMember[] = [
  property("Name", "string", (info) => info.name),
  property(
    "CommandType",
    `${namespace}.CommandTypes`,
    (info) =>
      new EnumValue(
        typeNamed(`${namespace}.CommandTypes`),
        new CommandInfoObject(info).block === null ? commandTypeBits[shownType(info)] : scriptBit,
      ),
  ),
  property("Source", "string", moduleOf),
  property("Version", "version", versionOf),
  property("Visibility", `${namespace}.SessionStateEntryVisibility`, () => "Public"),
  property("ModuleName", "string", moduleOf),
  property("Module", "psmoduleinfo", scriptModuleOf),
  property("RemotingCapability", `${namespace}.RemotingCapability`, (info) =>
    info.commandType === "Alias" || info.commandType === "Application" ? "None" : "PowerShell",
  ),
  {
    kind: "Method",
    name: "ToString",
    overloads: [
      {
        signature: "string ToString()",
        returnTypeName: "string",
        parameters: [],
        invoke: (_context, self) => (self instanceof CommandInfoObject ? self.info.name : ""),
      },
    ],
  },
];

/** The module or snap-in of a command; functions that no module holds have none. */
export function moduleOf(info: CommandInfo, context: ExecutionContext | null): string {
  if (info.commandType === "ExternalScript" || info.commandType === "Application") return info.path;
  if (info.commandType !== "Cmdlet") return scriptModuleOf(info)?.name ?? "";
  return context === null || info.moduleName === undefined ? info.source : info.moduleName(context);
}

/** Modules of proxies are made with this version. */
const proxyVersion = "1.0";

export function versionOf(info: CommandInfo): Value {
  if (info.commandType === "Application") return info.version;
  if (info.commandType !== "Cmdlet") {
    const module = scriptModuleOf(info);
    return module === null ? null : (module.property("Version") ?? new Version(0, 0));
  }
  if (info.moduleName !== undefined) return proxyVersion;
  return info.isFunction && info.version === "" ? null : info.version;
}

/** The parameters of a proxy as its text declares them, without the code below them, which nobody reads. */
function proxyText({ metadata }: CmdletInfo): string {
  const names = metadata.parameters.filter(({ isCommon }) => !isCommon).map(({ name }) => `\n    \${${name}}`);
  return `\n    param(\n    ${names.join(",\n    ")})\n`;
}

/** What a command is, as text: of a cmdlet its syntax, of a function its code. */
export function definitionText(info: CmdletInfo, context: ExecutionContext | null): string {
  if (info.isFunction) return proxyText(info);
  const version = context?.facts.languageVersion;
  const lines = commandSyntax(info.name, info.metadata, version);
  return lines.map((line) => (version === 2 ? `${line}\n` : `\n${line}\n`)).join("");
}

/** `.Definition`: what an alias stands for, syntax, code, or a path. */
export function definitionOf(info: CommandInfo, context: ExecutionContext | null): Value {
  switch (info.commandType) {
    case "Alias":
      return info.definition;
    case "Cmdlet":
      return definitionText(info, context);
    case "Function":
    case "Filter":
      return scriptBlockText(info.scriptBlock);
    case "ExternalScript":
    case "Application":
      return info.path;
  }
}

const definition = property("Definition", "string", definitionOf);

/** For aliases: the command that it stands for, and what it is shown as. */
const aliasMembers = (): readonly DotNetMember[] => [
  property("HelpUri", "string", (info, context) => {
    const found = context === null ? undefined : resolvedCommand(context, info);
    return found?.commandType === "Cmdlet" && context !== null
      ? (helpUri(found.name, context.facts.languageVersion) ?? "")
      : "";
  }),
  property("ResolvedCommandName", "string", (info, context) =>
    context === null ? null : (resolvedCommand(context, info)?.name ?? null),
  ),
  property("DisplayName", "string", (info) =>
    info.commandType === "Alias" ? `${info.name} -> ${info.definition}` : info.name,
  ),
  property("ReferencedCommand", `${namespace}.CommandInfo`, (info, context) => {
    const found = info.commandType === "Alias" ? context?.findCommand(info.definition) : undefined;
    return found === undefined ? null : new CommandInfoObject(found);
  }),
  property("ResolvedCommand", `${namespace}.CommandInfo`, (info, context) => {
    const found = context === null ? undefined : resolvedCommand(context, info);
    return found === undefined ? null : new CommandInfoObject(found);
  }),
  definition,
  property("Options", `${namespace}.ScopedItemOptions`, (info) =>
    optionsValue(info.commandType === "Alias" ? info.options : new Set()),
  ),
  property("Description", "string", (info) => (info.commandType === "Alias" ? info.description : "")),
  called.outputType(),
];

const optionBits = { ReadOnly: 1n, Constant: 2n, Private: 4n, AllScope: 8n } as const;

/** Options of a variable or alias as a ScopedItemOptions value. */
export function optionsValue(options: ReadonlySet<keyof typeof optionBits>): EnumValue {
  let bits = 0n;
  for (const option of options) bits |= optionBits[option];
  return new EnumValue(typeNamed(`${namespace}.ScopedItemOptions`), bits);
}

const verb = property("Verb", "string", ({ name }) => (name.includes("-") ? (name.split("-")[0] ?? "") : ""));
const noun = property("Noun", "string", ({ name }) => (name.includes("-") ? name.slice(name.indexOf("-") + 1) : ""));

/** What says how a command is called; read when it is asked for, as that may evaluate attributes. */
const called = {
  parameters: () => [
    commandProperty(
      `System.Collections.Generic.Dictionary[string,${namespace}.ParameterMetadata] Parameters`,
      parameterDictionary,
    ),
    commandProperty(
      `System.Collections.ObjectModel.ReadOnlyCollection[${namespace}.CommandParameterSetInfo] ParameterSets`,
      parameterSets,
    ),
  ],
  outputType: () =>
    commandProperty(
      `System.Collections.ObjectModel.ReadOnlyCollection[${namespace}.PSTypeName] OutputType`,
      outputTypes,
    ),
  defaultSet: () =>
    commandProperty(
      "string DefaultParameterSet",
      (context, info) => metadataOf(context, info)?.defaultParameterSet ?? null,
    ),
};

const functionMembers = (): readonly DotNetMember[] => [
  commandProperty("string HelpUri", (context, info) => metadataOf(context, info)?.helpUri ?? ""),
  property("ScriptBlock", "scriptblock", (info) =>
    info.commandType === "Function" || info.commandType === "Filter" ? info.scriptBlock : null,
  ),
  commandProperty("bool CmdletBinding", (context, info) => metadataOf(context, info)?.isAdvanced ?? false),
  called.defaultSet(),
  definition,
  property("Options", `${namespace}.ScopedItemOptions`, () => optionsValue(new Set())),
  property("Description", "string", () => ""),
  verb,
  noun,
  property("HelpFile", "string", () => null),
  called.outputType(),
];

const scriptMembers: readonly DotNetMember[] = [
  definition,
  property("Path", "string", (info) => (info.commandType === "ExternalScript" ? info.path : "")),
  property("ScriptBlock", "scriptblock", (info) => (info.commandType === "ExternalScript" ? info.scriptBlock : null)),
  property("ScriptContents", "string", (info) =>
    info.commandType === "ExternalScript" ? info.scriptBlock.source.text : "",
  ),
];

const applicationMembers: readonly DotNetMember[] = [
  definition,
  property("Path", "string", (info) => (info.commandType === "Application" ? info.path : "")),
  property("Extension", "string", ({ name }) => name.slice(name.lastIndexOf("."))),
  property("FileVersionInfo", "System.Diagnostics.FileVersionInfo", (info) =>
    info.commandType === "Application"
      ? new FileVersionInfo(info.path, { version: info.version, ...info.resource })
      : null,
  ),
];

const cmdletMembers = (): readonly DotNetMember[] => [
  ...cmdletHead,
  verb,
  noun,
  ...cmdletTail,
  property("Version", "version", versionOf),
  implementingType,
  definition,
  called.defaultSet(),
  called.outputType(),
  property("Options", `${namespace}.ScopedItemOptions`, () => optionsValue(new Set())),
];

defineType({
  fullName: `${namespace}.CommandTypes`,
  kind: "enum",
  isFlags: true,
  enumValues: [
    ["Alias", 1n],
    ["Function", 2n],
    ["Filter", 4n],
    ["Cmdlet", 8n],
    ["ExternalScript", 16n],
    ["Application", 32n],
    ["Script", 64n],
    ["Configuration", 256n],
    ["All", 383n],
  ],
});
defineType({
  fullName: `${namespace}.ScopedItemOptions`,
  kind: "enum",
  isFlags: true,
  enumValues: [
    ["None", 0n],
    ["ReadOnly", 1n],
    ["Constant", 2n],
    ["Private", 4n],
    ["AllScope", 8n],
    ["Unspecified", 16n],
  ],
});
defineType({ fullName: `${namespace}.CommandInfo`, members: () => [...common, ...called.parameters()] });
defineType({ fullName: `${namespace}.AliasInfo`, base: `${namespace}.CommandInfo`, members: aliasMembers });
defineType({ fullName: `${namespace}.CmdletInfo`, base: `${namespace}.CommandInfo`, members: cmdletMembers });
defineType({ fullName: `${namespace}.FunctionInfo`, base: `${namespace}.CommandInfo`, members: functionMembers });
defineType({ fullName: `${namespace}.ScriptInfo`, base: `${namespace}.CommandInfo`, members: functionMembers });
defineType({ fullName: `${namespace}.FilterInfo`, base: `${namespace}.FunctionInfo` });
defineType({
  fullName: `${namespace}.ExternalScriptInfo`,
  base: `${namespace}.CommandInfo`,
  members: () => scriptMembers,
});
defineType({
  fullName: `${namespace}.ApplicationInfo`,
  base: `${namespace}.CommandInfo`,
  members: () => applicationMembers,
});
