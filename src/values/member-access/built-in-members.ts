import { DateTime } from "../date-time.js";
import { operand } from "../enumeration.js";
import { type CodeProperty, MemberTable, type PSMember } from "../members.js";
import { Guid, IPAddress } from "../simple-values.js";
import { dateTimeDisplayText } from "./date-display.js";

/**
 * What the engine's own types.ps1xml adds to types: aliases such as an array's Count, code of ours where the real one
 * is script (DateTime.DateTime).
 */
let tables: ReadonlyMap<string, MemberTable> | null = null;

/** The built-in extra members of a type name; `undefined` when there are none. */
export function builtInMembers(typeName: string): MemberTable | undefined {
  tables ??= makeTables();
  return tables.get(typeName);
}

/** The type names that have such members. */
export function builtInTypeNames(): readonly string[] {
  tables ??= makeTables();
  return [...tables.keys()];
}

const code = (name: string, typeName: string, get: CodeProperty["get"]): PSMember => ({
  kind: "CodeProperty",
  name,
  definition: `${typeName} ${name} {get;}`,
  get,
});
const alias = (name: string, referencedName: string): PSMember => ({ kind: "AliasProperty", name, referencedName });

function makeTables(): ReadonlyMap<string, MemberTable> {
  const map = new Map<string, MemberTable>();
  const add = (typeName: string, ...members: readonly PSMember[]) => {
    const table = new MemberTable();
    for (const m of members) table.set(m);
    map.set(typeName, table);
  };
  add("System.Array", alias("Count", "Length"));
  add(
    "System.DateTime",
    code("DateTime", "System.Object", (self, context) => {
      const date = operand(self);
      return date instanceof DateTime ? dateTimeDisplayText(self, date, context) : null;
    }),
  );
  add(
    "System.Management.Automation.ErrorRecord",
    code("PSMessageDetails", "System.Object", () => null),
  );
  add("System.Collections.DictionaryEntry", alias("Name", "Key"));
  add(
    "System.Guid",
    code("Guid", "System.Object", (self) => {
      const guid = operand(self);
      return guid instanceof Guid ? guid.text : null;
    }),
  );
  add(
    "System.Net.IPAddress",
    code("IPAddressToString", "System.String", (self) => {
      const address = operand(self);
      return address instanceof IPAddress ? address.text : null;
    }),
  );
  return map;
}
