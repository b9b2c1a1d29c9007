import type { DirectoryObject } from "../../topology/index.js";
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

/** The switches of Get-Mailbox; which of them a release has the catalogue knows. */
export const kindSwitches: readonly string[] = Object.keys(kindsBySwitch);

const hiddenKinds: ReadonlySet<string> = new Set(Object.values(kindsBySwitch));

/** Whether a recipient is shown only to those who ask for its kind. */
export const isOfHiddenKind = (kind: string): boolean => hiddenKinds.has(kind);

/** Whether a cmdlet shows a mailbox: one of the kind that its switch asks for; without a switch, one of no such kind. */
export function wantsKind(task: Task): (object: DirectoryObject) => boolean {
  const asked = kindSwitches.filter((name) => task.isOn(name)).map((name) => kindsBySwitch[name]);
  return asked.length === 0
    ? (object) => !isOfHiddenKind(typeDetailsOf(object))
    : (object) => asked.includes(typeDetailsOf(object));
}
