import { getProperty, isReference, type PropertyValue } from "../../topology/index.js";
import { leaveBehind } from "../mailboxes/disconnected-mailbox.js";
import { withoutContent } from "../mailboxes/mailbox-content.js";
import { disableVerb, enableVerb } from "../noun/change-verb.js";
import { sentence } from "../noun/exchange-errors.js";
import { removeVerb } from "../noun/remove-verb.js";
import { withoutMailboxPermissions } from "../permissions/mailbox-permission.js";
import { moveAsProperties } from "../requests/move-state.js";
import { schema } from "../schema.js";
import { withoutMail } from "./get-recipients.js";
import { leaveGroups } from "./groups/leave-groups.js";
import { mailbox } from "./mailbox.js";
import { archiveProperties, mailboxPropertiesFor } from "./mailbox-making.js";
import { wrongType } from "./recipient-writing.js";
import { user } from "./user.js";

/** Enable-Mailbox: a user without a mailbox gets one; with -Archive, one with a mailbox gets an archive. */
export const enableMailbox = enableVerb(mailbox, {
  defaultParameterSet: "User",
  identity: { classes: ["User"], properties: ["DisplayName"] },
  emulated: [
    "Database",
    "Room",
    "Equipment",
    "Shared",
    "Arbitration",
    "Discovery",
    "Archive",
    "ArchiveDatabase",
    "LinkedMasterAccount",
    "PrimarySmtpAddress",
    "ActiveSyncMailboxPolicy",
    "ArchiveGuid",
  ],
  accepted: ["Force", "LinkedDomainController", "LinkedCredential", "ManagedFolderMailboxPolicyAllowed"],
  change: (task, user) => {
    const database = getProperty(schema, user, "Database");
    if (!isReference(database)) return { properties: mailboxPropertiesFor(task, user) };
    const hasArchive = isReference(getProperty(schema, user, "ArchiveDatabase"));
    if (!task.isOn("Archive") || hasArchive) return wrongType(task, user);
    const name = String(getProperty(schema, user, "DisplayName") ?? user.name);
    return { properties: archiveProperties(task, name, database) };
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

const withoutArchive = { ArchiveDatabase: null, ArchiveGuid: noGuid(), ArchiveName: [] };
function noGuid(): string {
  return "00000000-0000-0000-0000-000000000000";
}

export const disableMailbox = disableVerb(mailbox, {
  emulated: ["Archive"],
  accepted: ["Arbitration", "DisableLastArbitrationMailboxAllowed", "IgnoreLegalHold"],
  change: (task) => ({ properties: task.isOn("Archive") ? withoutArchive : withoutMailbox() }),
  after: (task, _user, before) =>
    task.commit(leaveBehind(task.topology, before, { mailbox: !task.isOn("Archive"), archive: true })),
  sentence: sentence({
    text: (name: string) =>
      `Disabling mailbox "${name}" will remove the Exchange properties from the Active Directory user object and mark the mailbox in the database for removal. If the mailbox has an archive or remote archive, the archive will also be marked for removal. In the case of remote archives, this action is permanent. You can't reconnect this user to the remote archive again.`,
    certainty: "memory",
    evidence: "facts/nouns.json, Disable-Mailbox",
  }),
});

export const removeMailbox = removeVerb(mailbox, {
  after: (task, user) => {
    task.commit(leaveBehind(task.topology, user, { mailbox: true, archive: true }));
    leaveGroups(task, user);
  },
  accepted: ["Arbitration", "RemoveLastArbitrationMailboxAllowed", "IgnoreLegalHold", "Permanent"],
  sentence: sentence({
    text: (name: string) =>
      `Removing mailbox "${name}" will remove the Active Directory user object and mark the mailbox and the archive (if present) in the database for removal.`,
    certainty: "memory",
    evidence: "facts/nouns.json, Remove-Mailbox",
  }),
});
