import { type DirectoryObject, isList } from "../../topology/index.js";
import type { Task } from "../noun/task.js";
import { typeDetailsOf } from "./recipient-types.js";

/** Kinds of mailboxes that Exchange keeps for itself, by the switch that cmdlets ask for them with. */
const kindsBySwitch: Readonly<Record<string, string>> = {
  Arbitration: "ArbitrationMailbox",
  PublicFolder: "PublicFolderMailbox",
  Monitoring: "MonitoringMailbox",
  AuditLog: "AuditLogMailbox",
  AuxAuditLog: "AuxAuditLogMailbox",
  GroupMailbox: "GroupMailbox",
  SupervisoryReviewPolicy: "SupervisoryReviewPolicyMailbox",
};

/** What the arbitration mailbox has that keeps the organization's migrations. */
export const migrationCapability = "OrganizationCapabilityMigration";

/** The switches of Get-Mailbox; which of them a release has the catalogue knows. */
export const kindSwitches: readonly string[] = [...Object.keys(kindsBySwitch), "Migration"];

const keepsMigrations = (object: DirectoryObject): boolean => {
  const duties = object.properties.PersistedCapabilities;
  return duties !== undefined && isList(duties) && duties.includes(migrationCapability);
};

const hiddenKinds: ReadonlySet<string> = new Set(Object.values(kindsBySwitch));

/** Whether a recipient is shown only to those who ask for its kind. */
export const isOfHiddenKind = (kind: string): boolean => hiddenKinds.has(kind);

/** Whether a cmdlet shows a mailbox: one of the kind that its switch asks for; without a switch, one of no such kind. */
export function wantsKind(task: Task): (object: DirectoryObject) => boolean {
  const given = kindSwitches.filter((name) => task.isOn(name));
  const asked = given.map((name) => kindsBySwitch[name]);
  if (given.includes("Migration")) return (object) => keepsMigrations(object) || asked.includes(typeDetailsOf(object));
  return asked.length === 0
    ? (object) => !isOfHiddenKind(typeDetailsOf(object))
    : (object) => asked.includes(typeDetailsOf(object));
}
