import { MemberTable, type TypeTable } from "../values/index.js";

/** What objects show that come behind others of another type (asked of the engine; services: documented). */
const displaySets: Readonly<Record<string, readonly string[]>> = {
  "System.IO.FileInfo": ["LastWriteTime", "Length", "Name"],
  "System.Diagnostics.Process": ["Id", "Handles", "CPU", "SI", "Name"],
  "System.ServiceProcess.ServiceController": ["Status", "Name", "DisplayName"],
};

/** Adds the DefaultDisplayPropertySet of the types that the cmdlets bring. */
export function addDisplaySets(table: TypeTable): void {
  for (const [typeName, referencedNames] of Object.entries(displaySets)) {
    const members = new MemberTable();
    members.set({ kind: "PropertySet", name: "DefaultDisplayPropertySet", referencedNames });
    table.add(typeName, { kind: "MemberSet", name: "PSStandardMembers", members });
  }
}
