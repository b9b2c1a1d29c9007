import { MemberTable, type TypeTable } from "../values/index.js";

/** What objects show that come behind others of another type (asked of the engine; services: documented). */
const displaySets: DisplaySets = {
  "System.IO.FileInfo": ["LastWriteTime", "Length", "Name"],
  "System.Diagnostics.Process": ["Id", "Handles", "CPU", "SI", "Name"],
  "System.Management.Automation.PSModuleInfo": (
    "Name Path Description Guid Version ModuleBase ModuleType PrivateData AccessMode ExportedAliases ExportedCmdlets " +
    "ExportedFunctions ExportedVariables NestedModules"
  ).split(" "),
  "System.ServiceProcess.ServiceController": ["Status", "Name", "DisplayName"],
};

/** Names of the properties that objects show, by the name of their type. */
export type DisplaySets = Readonly<Record<string, readonly string[]>>;

/** Adds the DefaultDisplayPropertySet of types: those that the cmdlets bring unless others are given. */
export function addDisplaySets(table: TypeTable, sets: DisplaySets = displaySets): void {
  for (const [typeName, referencedNames] of Object.entries(sets)) {
    const members = new MemberTable();
    members.set({ kind: "PropertySet", name: "DefaultDisplayPropertySet", referencedNames });
    table.add(typeName, { kind: "MemberSet", name: "PSStandardMembers", members });
  }
}
