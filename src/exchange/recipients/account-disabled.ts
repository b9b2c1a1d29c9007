import type { DirectoryObject } from "../../topology/index.js";

/** Mailboxes that nobody logs on to have accounts that are off. */
const disabledKinds: readonly string[] = [
  "SharedMailbox",
  "RoomMailbox",
  "EquipmentMailbox",
  "DiscoveryMailbox",
  "ArbitrationMailbox",
  "LinkedMailbox",
  "LinkedRoomMailbox",
  "PublicFolderMailbox",
  "AuditLogMailbox",
  "AuxAuditLogMailbox",
  "SupervisoryReviewPolicyMailbox",
];

/** Whether an account is off: because somebody turned it off, or because it is of a kind that never logs on. */
export function isAccountDisabled({ properties }: Pick<DirectoryObject, "properties">): boolean {
  const { AccountDisabled: own, RecipientTypeDetails: kind } = properties;
  return typeof own === "boolean" ? own : typeof kind === "string" && disabledKinds.includes(kind);
}
