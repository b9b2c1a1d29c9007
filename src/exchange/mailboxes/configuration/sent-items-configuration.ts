import { getVerb } from "../../noun/get-verb.js";
import type { NounVerbs } from "../../noun/noun.js";
import { setVerb } from "../../noun/set-verb.js";
import { choice } from "../../properties/property.js";
import { enumeration } from "../../types/enumeration.js";
import { storageManagement, storeConfiguration } from "./store-configuration.js";

const copiedTo = enumeration(`${storageManagement}.SentItemsCopiedTo`, ["Sender", "SenderAndFrom", "From"]);

/** Whose Sent Items keep what others send as a mailbox or on its behalf (2010; values and default documented). */
export const sentItemsConfiguration = storeConfiguration({
  noun: "MailboxSentItemsConfiguration",
  called: "mailbox sent items configuration",
  typeName: `${storageManagement}.MailboxSentItemsConfiguration`,
  properties: () => [
    choice("SendAsItemsCopiedTo", copiedTo, { default: "Sender" }),
    choice("SendOnBehalfOfItemsCopiedTo", copiedTo, { default: "Sender" }),
  ],
});

export const sentItemsConfigurationVerbs: NounVerbs = {
  Get: getVerb(sentItemsConfiguration),
  Set: setVerb(sentItemsConfiguration),
};
