import type { DirectoryObject } from "../../topology/index.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { firstUserOf } from "../policies/users-of.js";
import { links } from "../properties/property.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.ManagedFolderMailboxPolicy";

const messages = {
  inUse: message({
    text: (name: string, mailbox: string) =>
      `The managed folder mailbox policy "${name}" can't be removed: the mailbox "${mailbox}" has it. Use the Force switch to remove it all the same.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Remove-ManagedFolderMailboxPolicy -Force), the text is not known",
  }),
} as const;

/** The managed folders that the mailboxes with this policy have. View from memory; of 2010 only. */
export const managedFolderMailboxPolicy = defineNoun({
  noun: "ManagedFolderMailboxPolicy",
  called: "managed folder mailbox policy",
  class: {
    name: "ManagedFolderMailboxPolicy",
    objectClass: ["top", "msExchRecipientTemplate", "msExchMailboxRecipientTemplate"],
    objectCategory: "ms-Exch-Mailbox-Recipient-Template",
    container: { below: "organization", path: ["CN=ELC Mailbox Policies"] },
  },
  typeNames: configurationTypes(typeName, "Microsoft.Exchange.Data.Directory.SystemConfiguration.MailboxPolicy"),
  properties: () => [
    links("ManagedFolderLinks", "ManagedFolder"),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "ManagedFolderLinks" }],
    },
  ],
});

function refuseRemoval(task: Task, policy: DirectoryObject): void {
  const user = task.isOn("Force") ? null : firstUserOf(task.topology, "ManagedFolderMailboxPolicy", policy);
  if (user !== null) throw task.failure(messages.inUse, [policy.name, user.name], task.id(policy));
}

export const managedFolderMailboxPolicyVerbs: NounVerbs = {
  Get: getVerb(managedFolderMailboxPolicy),
  New: newVerb(managedFolderMailboxPolicy),
  Set: setVerb(managedFolderMailboxPolicy),
  Remove: removeVerb(managedFolderMailboxPolicy, { check: refuseRemoval, emulated: ["Force"] }),
};
