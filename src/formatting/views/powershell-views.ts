import type { ExecutionContext } from "../../runtime/execution-context.js";
import { TimeSpan } from "../../values/date-time.js";
import { enumerate } from "../../values/enumeration.js";
import { getProperty, invokeMethod } from "../../values/member-access/index.js";
import { displayText } from "../../values/text.js";
import { baseOf, type Value } from "../../values/value.js";
import { typeOf } from "../../values/value-types.js";
import { listOf } from "./dotnet-views.js";
import type { FormatView, TableColumn, TableView } from "./view.js";

const matchInfo = "Microsoft.PowerShell.Commands.MatchInfo";

const commandTypes = [
  "System.Management.Automation.AliasInfo",
  "System.Management.Automation.ApplicationInfo",
  "System.Management.Automation.CmdletInfo",
  "System.Management.Automation.CommandInfo",
  "System.Management.Automation.ExternalScriptInfo",
  "System.Management.Automation.FilterInfo",
  "System.Management.Automation.FunctionInfo",
  "System.Management.Automation.ScriptInfo",
];

/** An alias shows what it stands for: `gci -> Get-ChildItem`. */
function commandName(context: ExecutionContext, self: Value): Value {
  const text = (name: string): string => displayText(context, getProperty(context, self, name) ?? null);
  const name = text("Name");
  return text("CommandType") === "Alias" ? `${name} -> ${text("Definition")}` : name;
}

/** A line that Select-String found: its file as seen from the current location. */
function matchText(context: ExecutionContext, self: Value): Value {
  const location = displayText(context, context.getVariable("global:PWD") ?? null);
  return invokeMethod(context, self, "ToString", typeOf(baseOf(self))?.fullName === matchInfo ? [location] : []);
}

/** The overloads of a method, one a line. */
function overloadLines(context: ExecutionContext, self: Value): Value {
  const overloads = enumerate(getProperty(context, self, "OverloadDefinitions") ?? null) ?? [];
  return [...overloads].map((overload) => `${displayText(context, overload)}\n`).join("");
}

function commandView(columns: readonly TableColumn[]): TableView {
  return { kind: "table", name: "CommandInfo", typeNames: commandTypes, columns };
}

/** `Get-Command` and `Get-Alias` of 5.0 and later. */
export const commandView5 = commandView([
  { property: "CommandType", width: 15 },
  { label: "Name", width: 50, compute: commandName },
  { property: "Version", width: 10 },
  { property: "Source" },
]);

/** Of 3.0 and 4.0. */
export const commandView3 = commandView([
  { property: "CommandType", width: 15 },
  { label: "Name", width: 50, compute: commandName },
  { property: "ModuleName" },
]);

/** Of 2.0: the name and the definition share what is left (documented: Redirecting data with Out-* cmdlets). */
export const commandView2 = commandView([
  { property: "CommandType", width: 15 },
  { property: "Name" },
  { property: "Definition" },
]);

const historyTypes = ["Microsoft.PowerShell.Commands.HistoryInfo"];

/** The time that an entry took, without the parts before the first that is not zero: `1:01.500`. */
function historyDuration(context: ExecutionContext, self: Value): Value {
  const duration = baseOf(getProperty(context, self, "Duration") ?? null);
  if (!(duration instanceof TimeSpan)) return null;
  const milliseconds = duration.ticks / 10_000n;
  const two = (n: bigint): string => n.toString().padStart(2, "0");
  const rest = (milliseconds % 1000n).toString().padStart(3, "0");
  const seconds = (milliseconds / 1000n) % 60n;
  const minutes = (milliseconds / 60_000n) % 60n;
  const hours = milliseconds / 3_600_000n;
  if (hours > 0n) return `${hours}:${two(minutes)}:${two(seconds)}.${rest}`;
  return minutes > 0n ? `${minutes}:${two(seconds)}.${rest}` : `${seconds}.${rest}`;
}

/** `Get-History` of 7. */
export const historyView7: FormatView = {
  kind: "table",
  name: "history",
  typeNames: historyTypes,
  columns: [
    { property: "Id", width: 4, alignment: "right" },
    { label: "Duration", width: 12, alignment: "right", compute: historyDuration },
    { property: "CommandLine" },
  ],
};

/** Up to 5.1. */
export const historyView5: FormatView = {
  kind: "table",
  name: "history",
  typeNames: historyTypes,
  columns: [{ property: "Id", width: 4, alignment: "right" }, { property: "CommandLine" }],
};

/** `Get-Command X | Format-List`; what the assembly is called went with 6. */
export const cmdletList7: FormatView = cmdletList("Path", "DLL");
export const cmdletList5: FormatView = cmdletList("Path", "AssemblyInfo", "DLL");

function cmdletList(...files: readonly string[]): FormatView {
  return listOf(
    "CmdletInfo",
    ["System.Management.Automation.CmdletInfo"],
    "Name",
    "CommandType",
    "Definition",
    ...files,
    "HelpFile",
    "ParameterSets",
    "ImplementingType",
    "Verb",
    "Noun",
  );
}

/** Views for objects of PowerShell's own commands that all editions share (SPEC A.11). */
export const powerShellViews: readonly FormatView[] = [
  listOf(
    "FunctionInfo",
    ["System.Management.Automation.FunctionInfo", "System.Management.Automation.FilterInfo"],
    "Name",
    "CommandType",
    "Definition",
  ),
  listOf(
    "AliasInfo",
    ["System.Management.Automation.AliasInfo"],
    "DisplayName",
    "CommandType",
    "Definition",
    "ReferencedCommand",
    "ResolvedCommand",
  ),
  listOf(
    "ApplicationInfo",
    ["System.Management.Automation.ApplicationInfo"],
    "Name",
    "CommandType",
    "Definition",
    "Extension",
    "Path",
    "FileVersionInfo",
  ),
  {
    kind: "table",
    name: "FileVersionInfo",
    typeNames: ["System.Diagnostics.FileVersionInfo"],
    columns: [
      { property: "ProductVersion", width: 16 },
      { property: "FileVersion", width: 16 },
      { property: "FileName" },
    ],
  },
  {
    kind: "table",
    name: "PSVariable",
    typeNames: ["System.Management.Automation.PSVariable"],
    columns: [{ property: "Name", width: 30 }, { property: "Value" }],
  },
  {
    kind: "table",
    name: "MemberDefinition",
    typeNames: ["Microsoft.PowerShell.Commands.MemberDefinition"],
    groupBy: { property: "TypeName" },
    autoSize: true,
    columns: [{ property: "Name" }, { property: "MemberType" }, { property: "Definition" }],
  },
  listOf(
    "MemberDefinition",
    ["Microsoft.PowerShell.Commands.MemberDefinition"],
    "TypeName",
    "Name",
    "MemberType",
    "Definition",
  ),
  {
    kind: "table",
    name: "GroupInfo",
    typeNames: ["Microsoft.PowerShell.Commands.GroupInfo"],
    columns: [
      { property: "Count", width: 5, alignment: "right" },
      { property: "Name", width: 25 },
      { property: "Group" },
    ],
  },
  listOf("GroupInfo", ["Microsoft.PowerShell.Commands.GroupInfo"], "Name", "Count", "Group", "Values"),
  {
    kind: "table",
    name: "GroupInfoNoElement",
    typeNames: ["Microsoft.PowerShell.Commands.GroupInfoNoElement"],
    columns: [
      { property: "Count", width: 5, alignment: "right" },
      { property: "Name", width: 25 },
    ],
  },
  listOf("GroupInfoNoElement", ["Microsoft.PowerShell.Commands.GroupInfoNoElement"], "Name", "Count", "Values"),
  {
    kind: "table",
    name: "PSMethod",
    typeNames: ["System.Management.Automation.PSMethod"],
    wrap: true,
    columns: [{ label: "OverloadDefinitions", compute: overloadLines }],
  },
  {
    kind: "custom",
    name: "ScriptBlock",
    typeNames: ["System.Management.Automation.ScriptBlock"],
    outOfBand: true,
    entries: [{ items: [{ kind: "value", value: { compute: (context, self) => displayText(context, self) } }] }],
  },
  {
    kind: "table",
    name: "TypeData",
    typeNames: ["System.Management.Automation.Runspaces.TypeData"],
    columns: [{ property: "TypeName" }, { property: "Members" }],
  },
  {
    kind: "table",
    name: "FileHash",
    typeNames: ["Microsoft.PowerShell.Commands.FileHashInfo", "Microsoft.Powershell.Utility.FileHash"],
    columns: [{ property: "Algorithm", width: 15 }, { property: "Hash", width: 70 }, { property: "Path" }],
  },
  {
    kind: "custom",
    name: "MatchInfo",
    typeNames: [matchInfo],
    entries: [{ items: [{ kind: "value", value: { compute: matchText } }] }],
  },
];
