import {
  type DirectoryObject,
  getProperty,
  isReference,
  type ObjectChange,
  type PropertyValue,
} from "../../topology/index.js";
import { leaveBehind } from "../mailboxes/disconnected-mailbox.js";
import { withoutContent } from "../mailboxes/mailbox-content.js";
import { disableVerb, enableVerb } from "../noun/change-verb.js";
import { message, sentence } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { withoutMailboxPermissions } from "../permissions/mailbox-permission.js";
import { moveAsProperties } from "../requests/move-state.js";
import { schema } from "../schema.js";
import { checkLast, mailboxMeant } from "./arbitration.js";
import { withoutMail } from "./get-recipients.js";
import { mailbox } from "./mailbox.js";
import { archiveProperties, mailboxPropertiesFor } from "./mailbox-making.js";
import { hasRemoteArchive, recipientIdentityProperties } from "./recipient-types.js";
import { wrongType } from "./recipient-writing.js";
import { user } from "./user.js";

/** Enable-Mailbox: a user without a mailbox gets one; with -Archive, one with a mailbox gets an archive. */
export const enableMailbox = enableVerb(mailbox, {
  defaultParameterSet: "User",
  identity: { classes: ["User"], properties: recipientIdentityProperties },
  emulated: [
    "Database",
    "Room",
    "Equipment",
    "Shared",
    "Arbitration",
    "Discovery",
    "Archive",
    "RemoteArchive",
    "ArchiveDatabase",
    "LinkedMasterAccount",
    "PrimarySmtpAddress",
    "ActiveSyncMailboxPolicy",
    "ArchiveGuid",
    "PublicFolder",
    "HoldForMigration",
    "AuditLog",
    "LinkedRoom",
  ],
  accepted: ["Force", "LinkedDomainController", "LinkedCredential", "ManagedFolderMailboxPolicyAllowed"],
  change: (task, user) => {
    const database = getProperty(schema, user, "Database");
    if (!isReference(database)) return { properties: mailboxPropertiesFor(task, user) };
    const hasArchive = isReference(getProperty(schema, user, "ArchiveDatabase")) || hasRemoteArchive(user);
    const wantsOne = task.isOn("Archive") || task.isOn("RemoteArchive");
    if (!wantsOne || hasArchive) return wrongType(task, user);
    const name = String(getProperty(schema, user, "DisplayName") ?? user.name);
    return { properties: archiveProperties(task, name, database, getProperty(schema, user, "RetentionPolicy")) };
  },
});

/** All that is the mailbox's goes back to what a user has who never had one. */
function withoutMailbox(): Record<string, PropertyValue> {
  return {
    ...withoutContent,
    ...moveAsProperties(null),
    ...withoutMailboxPermissions,
    ...withoutMail(mailbox, user),
    ExchangeGuid: null,
    RecipientTypeDetails: "User",
  };
}

const withoutRemoteArchive = {
  ArchiveGuid: noGuid(),
  ArchiveName: [],
  ArchiveDomain: null,
  RemoteRecipientType: "DeprovisionArchive",
};
const withoutArchive = { ArchiveDatabase: null, ArchiveGuid: noGuid(), ArchiveName: [] };
function noGuid(): string {
  return "00000000-0000-0000-0000-000000000000";
}

const messages = {
  noRemoteArchive: message({
    text: (name: string) => `The mailbox "${name}" has no remote archive.`,
    exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

/** What Disable-Mailbox takes away: an archive, here or in Exchange Online, or all. */
function disabled(task: Task, object: DirectoryObject): ObjectChange {
  if (task.isOn("Archive")) return { properties: withoutArchive };
  if (!task.isOn("RemoteArchive")) return { properties: withoutMailbox() };
  if (!hasRemoteArchive(object)) throw task.failure(messages.noRemoteArchive, [object.name]);
  return { properties: withoutRemoteArchive };
}

export const disableMailbox = disableVerb(mailbox, {
  emulated: ["Archive", "RemoteArchive", "Arbitration", "DisableLastArbitrationMailboxAllowed"],
  accepted: ["PublicFolder", "DisableArbitrationMailboxWithOABsAllowed", "IgnoreLegalHold"],
  find: mailboxMeant,
  change: (task, object) => {
    checkLast(task, object, "DisableLastArbitrationMailboxAllowed");
    return disabled(task, object);
  },
  after: (task, _user, before) => {
    // A remote archive was never in a database of this organization.
    if (task.isOn("RemoteArchive")) return;
    task.commit(leaveBehind(task.topology, before, { mailbox: !task.isOn("Archive"), archive: true }));
  },
  sentence: sentence({
    text: (name: string) =>
      `Disabling mailbox "${name}" will remove the Exchange properties from the Active Directory user object and mark the mailbox in the database for removal. If the mailbox has an archive or remote archive, the archive will also be marked for removal. In the case of remote archives, this action is permanent. You can't reconnect this user to the remote archive again.`,
    certainty: "memory",
    evidence: "facts/nouns.json, Disable-Mailbox",
  }),
});
