import { getProperty } from "../../../topology/index.js";
import { message } from "../../noun/exchange-errors.js";
import { getVerb } from "../../noun/get-verb.js";
import type { NounVerbs } from "../../noun/noun.js";
import { setVerb } from "../../noun/set-verb.js";
import { bool, texts } from "../../properties/property.js";
import { schema } from "../../schema.js";
import { lastLogonOf } from "../mailbox-content.js";
import { storageManagement, storeConfiguration } from "./store-configuration.js";

const kept = { attribute: "JunkEmailEnabled" } as const;

/** What a mailbox takes for junk. Order and defaults from memory. */
export const junkEmailConfiguration = storeConfiguration({
  noun: "MailboxJunkEmailConfiguration",
  called: "mailbox junk e-mail configuration",
  typeName: `${storageManagement}.MailboxJunkEmailConfiguration`,
  properties: () => [
    bool("Enabled", { default: true, ...kept }),
    bool("TrustedListsOnly", { default: false }),
    bool("ContactsTrusted", { default: false }),
    texts("TrustedSendersAndDomains"),
    texts("BlockedSendersAndDomains"),
    texts("TrustedRecipientsAndDomains", { since: "2016" }),
  ],
});

const neverOpened = message({
  text: () =>
    "The Junk Email configuration couldn't be set. The user needs to sign in to Outlook Web App before they can modify their Safe Senders and Recipients or Blocked Senders lists.",
  exception: "System.InvalidOperationException",
  category: "InvalidOperation",
  certainty: "memory",
  evidence: "remembered of Exchange 2010; class and category are guesses",
});

export const junkEmailConfigurationVerbs: NounVerbs = {
  Get: getVerb(junkEmailConfiguration, { limited: true }),
  Set: setVerb(junkEmailConfiguration, {
    check: (task, user) => {
      const isNew = getProperty(schema, user, "ContentOrigin") === "empty";
      if (isNew && lastLogonOf(user) === null) throw task.failure(neverOpened, []);
    },
  }),
};
