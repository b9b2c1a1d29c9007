import { listOf } from "../../../formatting/views/dotnet-views.js";
import { changeVerb, disableVerb } from "../../noun/change-verb.js";
import { configurationTail, configurationTypes, objectVersions } from "../../noun/common-properties.js";
import { getVerb } from "../../noun/get-verb.js";
import { newVerb } from "../../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../../noun/noun.js";
import { removeVerb } from "../../noun/remove-verb.js";
import { setVerb } from "../../noun/set-verb.js";
import { bool, choice, property, smtpAddress } from "../../properties/property.js";
import { enumeration } from "../../types/enumeration.js";
import { recipientKind } from "../rule-kinds.js";

const typeName = "Microsoft.Exchange.MessagingPolicies.Journaling.JournalRuleObject";
const scopes = enumeration("Microsoft.Exchange.MessagingPolicies.Journaling.JournalRuleScope", [
  "Internal",
  "External",
  "Global",
]);

/** Whose messages are reported to whom. The view is from memory; that new rules are disabled is documented for 2010. */
export const journalRule = defineNoun({
  noun: "JournalRule",
  called: "journal rule",
  tasks: "Journaling",
  class: {
    name: "JournalRule",
    objectClass: ["top", "msExchTransportRule"],
    objectCategory: "ms-Exch-Transport-Rule",
    container: { below: "organization", path: ["CN=Transport Settings", "CN=Rules", "CN=JournalingVersioned"] },
  },
  typeNames: configurationTypes(typeName),
  properties: () => [
    smtpAddress("Recipient"),
    property("JournalEmailAddress", recipientKind),
    choice("Scope", scopes, { default: "Global" }),
    bool("Enabled", { default: false }),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [listOf(typeName, [typeName], "Name", "Recipient", "JournalEmailAddress", "Scope", "Enabled")],
});

export const journalRuleVerbs: NounVerbs = {
  Get: getVerb(journalRule),
  New: newVerb(journalRule),
  Set: setVerb(journalRule),
  Remove: removeVerb(journalRule),
  Enable: changeVerb(journalRule, "Enable", { change: () => ({ properties: { Enabled: true } }) }, () => {}),
  Disable: disableVerb(journalRule, { change: () => ({ properties: { Enabled: false } }) }),
};
