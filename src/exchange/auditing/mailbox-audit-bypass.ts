import { canonicalIdentity, objectVersions, presentationTail, presentationTypes } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, computed } from "../properties/property.js";
import { recipientIdentityProperties } from "../recipients/recipient-types.js";
import { ADObjectId } from "../types/ad-object-id.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.MailboxAuditBypassAssociation";

/** Accounts whose access to mailboxes is not logged. Order from memory. */
export const mailboxAuditBypass = defineNoun({
  noun: "MailboxAuditBypassAssociation",
  called: "mailbox audit bypass association",
  class: "User",
  tasks: "RecipientTasks",
  identity: { classes: ["User"], wildcards: "several", properties: recipientIdentityProperties },
  typeNames: presentationTypes(typeName),
  properties: () => [
    computed(
      "ObjectId",
      "Microsoft.Exchange.Data.Directory.ADObjectId",
      ({ topology, object }) => new ADObjectId(topology, object, "canonical"),
    ),
    bool("AuditBypassEnabled", { default: false }),
    ...presentationTail(objectVersions.exchange2010, { name: true, identity: "canonical" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "AuditBypassEnabled" }],
    },
  ],
  displayIdentity: canonicalIdentity,
});

export const mailboxAuditBypassVerbs: NounVerbs = {
  Get: getVerb(mailboxAuditBypass, { limited: true }),
  Set: setVerb(mailboxAuditBypass),
};
