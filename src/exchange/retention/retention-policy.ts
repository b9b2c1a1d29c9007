import { reference } from "../../topology/index.js";
import { Guid } from "../../values/simple-values.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { guid, links } from "../properties/property.js";
import { defaultRetentionPolicy } from "./default-retention-policy.js";
import { setupTagGuid, setupTags } from "./retention-policy-tag.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.RetentionPolicy";

/** The retention tags that the mailboxes with this policy have. */
export const retentionPolicy = defineNoun({
  noun: "RetentionPolicy",
  called: "retention policy",
  class: {
    name: "RetentionPolicy",
    objectClass: ["top", "msExchRecipientTemplate", "msExchMailboxRecipientTemplate"],
    objectCategory: "ms-Exch-Mailbox-Recipient-Template",
    container: { below: "organization", path: ["CN=Retention Policies Container"] },
  },
  setup: (topology) => [
    {
      class: "RetentionPolicy",
      name: defaultRetentionPolicy(topology),
      properties: { RetentionPolicyTagLinks: setupTags.map(({ name }) => reference(setupTagGuid(topology, name))) },
    },
  ],
  typeNames: configurationTypes(typeName, "Microsoft.Exchange.Data.Directory.SystemConfiguration.MailboxPolicy"),
  properties: () => [
    guid("RetentionId", { absent: ({ object }) => new Guid(object.guid) }),
    links("RetentionPolicyTagLinks", "RetentionPolicyTag"),
    ...configurationTail(objectVersions.exchange2010, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // From memory.
      columns: [{ property: "Name" }, { property: "RetentionPolicyTagLinks" }],
    },
  ],
});

export const retentionPolicyVerbs: NounVerbs = {
  Get: getVerb(retentionPolicy),
  New: newVerb(retentionPolicy),
  Set: setVerb(retentionPolicy, { accepted: ["Force"] }),
  Remove: removeVerb(retentionPolicy, { accepted: ["Force"] }),
};
