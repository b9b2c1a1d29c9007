import type { DirectoryObject } from "../../topology/index.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { link, links } from "../properties/property.js";
import { firstUserOf } from "./users-of.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.AddressBookMailboxPolicy";

const rooted = (className: string) => ({ prints: "rooted", query: { classes: [className], rooted: true } }) as const;

const messages = {
  inUse: message({
    text: (name: string, mailbox: string) =>
      `The address book policy "${name}" can't be removed: the mailbox "${mailbox}" has it.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Remove-AddressBookPolicy), the text is not known",
  }),
} as const;

/** Which lists of addresses people see: with it, an organization is several to its users. List and view from memory. */
export const addressBookPolicy = defineNoun({
  noun: "AddressBookPolicy",
  called: "address book policy",
  class: {
    name: "AddressBookPolicy",
    objectClass: ["top", "msExchRecipientTemplate", "msExchAddressBookMailboxPolicy"],
    objectCategory: "ms-Exch-Address-Book-Mailbox-Policy",
    container: { below: "organization", path: ["CN=AddressBook Mailbox Policies"] },
  },
  typeNames: configurationTypes(typeName, "Microsoft.Exchange.Data.Directory.SystemConfiguration.MailboxPolicy"),
  properties: () => [
    links("AddressLists", "AddressList", rooted("AddressList")),
    link("GlobalAddressList", "GlobalAddressList", rooted("GlobalAddressList")),
    link("RoomList", "AddressList", rooted("AddressList")),
    link("OfflineAddressBook", "OfflineAddressBook", rooted("OfflineAddressBook")),
    ...configurationTail(objectVersions.exchange2010, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Name" },
        { property: "AddressLists" },
        { property: "OfflineAddressBook" },
        { property: "RoomList" },
        { property: "GlobalAddressList" },
      ],
    },
  ],
});

function refuseRemoval(task: Task, policy: DirectoryObject): void {
  const user = firstUserOf(task.topology, "AddressBookPolicy", policy);
  if (user !== null) throw task.failure(messages.inUse, [policy.name, user.name], task.id(policy));
}

export const addressBookPolicyVerbs: NounVerbs = {
  Get: getVerb(addressBookPolicy),
  New: newVerb(addressBookPolicy),
  Set: setVerb(addressBookPolicy),
  Remove: removeVerb(addressBookPolicy, { check: refuseRemoval }),
};
