import { canonicalIdentity, objectVersions, presentationTail, presentationTypes } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { setVerb } from "../noun/set-verb.js";
import { computed } from "../properties/property.js";
import { filterable } from "./filters/recipient-filter.js";
import { byAnr, ofKinds } from "./get-recipients.js";
import { unitOf } from "./mail-enabled-properties.js";
import { orgPersonIndexes, orgPersonProperties } from "./org-person-properties.js";
import { recipientIdentityProperties } from "./recipient-types.js";
import { primaryAddressSetter, recipientSetOptions } from "./recipient-writing.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.Contact";

/** Somebody outside, with or without an address that mail can go to. Order of the list from memory, as that of users. */
export const contact = defineNoun({
  noun: "Contact",
  class: {
    name: "Contact",
    objectClass: ["top", "person", "organizationalPerson", "contact"],
    objectCategory: "Person",
    container: { below: "domain", path: ["CN=Users"] },
    properties: {
      Alias: { holds: "string" },
      EmailAddresses: { holds: "string", many: true },
      LegacyExchangeDN: { holds: "string" },
    },
    indexes: {
      alias: { property: "Alias" },
      address: { property: "EmailAddresses", unique: "forest" },
      ...orgPersonIndexes,
    },
  },
  tasks: "RecipientTasks",
  identity: { classes: ["Contact"], wildcards: "several", properties: recipientIdentityProperties },
  typeNames: presentationTypes(typeName, "Microsoft.Exchange.Data.Directory.Management.OrgPersonPresentationObject"),
  properties: () => [
    computed("OrganizationalUnit", "string", unitOf),
    ...orgPersonProperties(),
    ...presentationTail(objectVersions.exchange2010, { name: true, identity: "canonical" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // As of users (from memory).
      columns: [{ property: "Name" }, { property: "RecipientType", alignment: "left" }],
    },
  ],
  displayIdentity: canonicalIdentity,
  ...filterable,
});

export const contactVerbs: NounVerbs = {
  Get: getVerb(contact, {
    defaultParameterSet: "Identity",
    limited: true,
    filters: { Anr: byAnr("Anr"), RecipientTypeDetails: ofKinds },
  }),
  Set: setVerb(contact, {
    setters: { WindowsEmailAddress: primaryAddressSetter },
    accepted: ["CreateDTMFMap"],
    ...recipientSetOptions,
  }),
};
