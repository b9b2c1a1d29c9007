import { PSArray, PSDictionary } from "../../values/collections.js";
import { getProperty } from "../../values/member-access/index.js";
import type { CustomItem, FormatView, GroupBy, TableColumn } from "./view.js";

const typeNames = ["System.Management.Automation.PSModuleInfo"];
/** What Get-Module -ListAvailable calls its modules. */
export const listedModuleType = "ModuleInfoGrouping";

const type: TableColumn = { property: "ModuleType", width: 10 };
const version: TableColumn = { property: "Version", width: 10 };
const preRelease: TableColumn = {
  label: "PreRelease",
  width: 10,
  script: "if ($_.PrivateData -and $_.PrivateData.PSData) { $_.PrivateData.PSData.PreRelease }",
};
const edition: TableColumn = {
  label: "PSEdition",
  width: 9,
  script: "if ($_.CompatiblePSEditions) { $_.CompatiblePSEditions -join ',' }",
};
const name: TableColumn = { property: "Name", width: 35 };
const commands: TableColumn = { label: "ExportedCommands", script: "$_.ExportedCommands.Keys" };

/** Where modules are installed: above the module's directory, or above that of its version. */
const parentDirectory =
  "$at = $_.ModuleBase; if ((Split-Path $at -Leaf) -as [version]) { $at = Split-Path $at }; Split-Path $at";

/** `    Directory: C:\...\Modules` above the modules of one directory. */
const directory: readonly CustomItem[] = [
  { kind: "text", text: "Directory: " },
  { kind: "value", value: { script: parentDirectory } },
];
const byDirectory: GroupBy = {
  script: parentDirectory,
  control: [{ items: [{ kind: "frame", leftIndent: 4, items: [...directory, { kind: "newLine" }] }] }],
};

function grouped(columns: readonly TableColumn[]): FormatView {
  return { kind: "table", name: "Module", typeNames: [listedModuleType], groupBy: byDirectory, columns };
}

function table(columns: readonly TableColumn[]): FormatView {
  return { kind: "table", name: "Module", typeNames, columns };
}

const exported = ["ExportedFunctions", "ExportedCmdlets", "ExportedVariables", "ExportedAliases"];
function list(...names: readonly string[]): FormatView {
  const items = [
    ...names.map((property) => ({ property })),
    ...exported.map((label) => ({ label, script: `$_.${label}.Keys` })),
  ];
  return { kind: "list", name: "Module", typeNames, entries: [{ items }] };
}

/** Get-PSSnapin, in editions that have it (documented: its examples). */
export const snapInView: FormatView = {
  kind: "list",
  name: "PSSnapInInfo",
  typeNames: ["System.Management.Automation.PSSnapInInfo"],
  entries: [{ items: [{ property: "Name" }, { property: "PSVersion" }, { property: "Description" }] }],
};

/** `Get-Module` of 7 (asked of the engine, over modules made there). */
export const moduleViews7: readonly FormatView[] = [
  grouped([type, version, preRelease, name, edition, commands]),
  table([type, version, preRelease, name, commands]),
  list("Name", "Path", "Description", "ModuleType", "Version", "PreRelease", "NestedModules"),
];

/** Of 3.0 to 5.1 (documented: the examples of Get-Module). */
export const moduleViews5: readonly FormatView[] = [
  grouped([type, version, name, commands]),
  table([type, version, name, commands]),
  list("Name", "Path", "Description", "ModuleType", "Version", "NestedModules"),
];

const exportedNames: TableColumn = {
  label: "ExportedCommands",
  compute: (context, self) => {
    const all = getProperty(context, self, "ExportedCommands");
    const names = all instanceof PSDictionary ? [...all.entries()].map(({ key }) => key) : [];
    // One name stands without braces, as captured.
    return names.length === 1 ? (names[0] ?? null) : new PSArray(names);
  },
};

/** Of 2.0 (captured: facts, import-pssession.1; the list from memory). */
export const moduleViews2: readonly FormatView[] = [
  table([type, { property: "Name", width: 25 }, exportedNames]),
  list("Name", "Path", "Description", "ModuleType", "Version", "NestedModules"),
];
