import type { ExecutionContext } from "../../runtime/execution-context.js";
import { englishCulture } from "../../values/culture.js";
import { DateTime } from "../../values/date-time.js";
import { formatDateTime } from "../../values/format/date-time-format.js";
import { getProperty } from "../../values/member-access/index.js";
import { displayText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { listOf } from "./dotnet-views.js";
import type { CustomItem, FormatView, GroupBy, ListView, TableColumn } from "./view.js";

const fileTypes = ["System.IO.DirectoryInfo", "System.IO.FileInfo"];

const text = (context: ExecutionContext, self: Value, name: string): string =>
  displayText(context, getProperty(context, self, name) ?? null);

const directoryLabel = (indent: string): readonly CustomItem[] => [
  { kind: "text", text: `${indent}Directory: ` },
  {
    kind: "value",
    value: {
      compute: (context, self) =>
        text(context, self, "PSParentPath").replace("Microsoft.PowerShell.Core\\FileSystem::", ""),
    },
  },
];

/** `    Directory: C:\data`, above each run of files of one directory; up to 5.1 with an empty line behind it. */
const byDirectory5: GroupBy = {
  property: "PSParentPath",
  control: [{ items: [{ kind: "frame", leftIndent: 4, items: [...directoryLabel(""), { kind: "newLine" }] }] }],
};
const byDirectory7: GroupBy = { property: "PSParentPath", control: [{ items: directoryLabel("    ") }] };

/** The date in ten cells and the time in eight, with a gap between that the generations have of their own. */
function lastWriteTime(gap: string) {
  return (context: ExecutionContext, self: Value): Value => {
    const written = getProperty(context, self, "LastWriteTime");
    if (!(written instanceof DateTime)) return null;
    const culture = context.currentCulture ?? englishCulture(context.facts);
    const part = (spec: string, cells: number): string => formatDateTime(written, spec, culture, 0n).padStart(cells);
    return part("d", 10) + gap + part("t", 8);
  };
}

function filesTable(groupBy: GroupBy, mode: TableColumn, time: TableColumn, lengthWidth: number): FormatView {
  const columns: readonly TableColumn[] = [
    { width: 7, label: "Mode", ...mode },
    { label: "LastWriteTime", alignment: "right", ...time },
    { property: "Length", width: lengthWidth, alignment: "right" },
    { property: "Name" },
  ];
  return { kind: "table", name: "children", typeNames: fileTypes, groupBy, columns, wrap: true };
}

/** The list names what a directory lacks for files only. */
function filesList(groupBy: GroupBy, ...names: readonly string[]): ListView {
  const isOfFiles = (name: string): boolean => name === "Length" || name === "VersionInfo";
  const [directory, file] = fileTypes;
  return {
    kind: "list",
    name: "children",
    typeNames: fileTypes,
    groupBy,
    entries: [
      {
        selectedBy: { typeNames: [file ?? ""] },
        items: names.map((property) => ({ property })),
      },
      {
        selectedBy: { typeNames: [directory ?? ""] },
        items: names.filter((name) => !isOfFiles(name)).map((property) => ({ property })),
      },
    ],
  };
}

const filesWide = (groupBy: GroupBy): FormatView => ({
  kind: "wide",
  name: "children",
  typeNames: fileTypes,
  groupBy,
  entries: [
    {
      selectedBy: { typeNames: ["System.IO.DirectoryInfo"] },
      item: { compute: (context, self) => `[${text(context, self, "Name")}]` },
    },
    { item: { property: "Name" } },
  ],
});

const listed5 = [
  "Name",
  "Length",
  "CreationTime",
  "LastWriteTime",
  "LastAccessTime",
  "Mode",
  "LinkType",
  "Target",
  "VersionInfo",
];

/** Files and directories of 7. */
export const fileViews7: readonly FormatView[] = [
  filesTable(byDirectory7, { property: "ModeWithoutHardLink" }, { width: 26, compute: lastWriteTime(" ") }, 14),
  filesList(byDirectory7, ...listed5),
  filesWide(byDirectory7),
];

/** Of 5.0 and 5.1. */
export const fileViews5: readonly FormatView[] = [
  filesTable(byDirectory5, { property: "Mode" }, { width: 25, compute: lastWriteTime("  ") }, 14),
  filesList(byDirectory5, ...listed5),
  filesWide(byDirectory5),
];

/** Of 2.0 to 4.0: narrower sizes, no links. */
export const fileViews2: readonly FormatView[] = [
  filesTable(byDirectory5, { property: "Mode" }, { width: 25, compute: lastWriteTime("  ") }, 10),
  filesList(byDirectory5, "Name", "Length", "CreationTime", "LastWriteTime", "LastAccessTime", "VersionInfo"),
  filesWide(byDirectory5),
];

/** Bytes as gigabytes with two digits; nothing for drives that have no size. */
const gigabytes =
  (name: "Used" | "Free") =>
  (context: ExecutionContext, self: Value): Value => {
    const bytes = getProperty(context, self, name);
    return typeof bytes === "bigint" ? (Number(bytes) / 2 ** 30).toFixed(2) : "";
  };

/** Drives, providers and paths; the same in all editions. Widths: asked of the engine. */
export const providerViews: readonly FormatView[] = [
  {
    kind: "table",
    name: "drive",
    typeNames: ["System.Management.Automation.PSDriveInfo"],
    columns: [
      { property: "Name", width: 10 },
      { label: "Used (GB)", width: 13, alignment: "right", compute: gigabytes("Used") },
      { label: "Free (GB)", width: 13, alignment: "right", compute: gigabytes("Free") },
      { label: "Provider", width: 13, compute: (context, self) => nameOfProvider(context, self) },
      { property: "Root", width: 35 },
      { property: "CurrentLocation", alignment: "right" },
    ],
  },
  listOf(
    "drive",
    ["System.Management.Automation.PSDriveInfo"],
    "Name",
    "Description",
    "Provider",
    "Root",
    "CurrentLocation",
  ),
  {
    kind: "table",
    name: "provider",
    typeNames: ["System.Management.Automation.ProviderInfo"],
    columns: [{ property: "Name", width: 20 }, { property: "Capabilities" }, { property: "Drives" }],
  },
  {
    kind: "table",
    name: "path",
    typeNames: ["System.Management.Automation.PathInfo"],
    columns: [{ property: "Path" }],
  },
];

function nameOfProvider(context: ExecutionContext, self: Value): Value {
  const provider = getProperty(context, self, "Provider");
  return provider === undefined ? null : (getProperty(context, provider, "Name") ?? null);
}
