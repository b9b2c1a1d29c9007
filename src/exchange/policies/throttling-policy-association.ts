import { getProperty, isReference } from "../../topology/index.js";
import { canonicalIdentity, objectVersions, presentationTail, presentationTypes } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { setVerb } from "../noun/set-verb.js";
import { link } from "../properties/property.js";
import { byAnr } from "../recipients/get-recipients.js";
import { schema } from "../schema.js";
import { throttlingPolicy } from "./throttling-policy.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.ThrottlingPolicyAssociation";

/** Which throttling policy a user has: without a mailbox too. List and view from memory. */
export const throttlingPolicyAssociation = defineNoun({
  noun: "ThrottlingPolicyAssociation",
  called: "throttling policy association",
  class: "User",
  tasks: "RecipientTasks",
  identity: { classes: ["User"], wildcards: true, properties: ["LegacyExchangeDN", "DisplayName"] },
  typeNames: presentationTypes(typeName),
  properties: () => [
    link("ThrottlingPolicyId", "ThrottlingPolicy", { attribute: "ThrottlingPolicy", parameter: "ThrottlingPolicy" }),
    ...presentationTail(objectVersions.exchange2003, { name: true, identity: "canonical" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "ThrottlingPolicyId" }],
    },
  ],
  displayIdentity: canonicalIdentity,
});

export const throttlingPolicyAssociationVerbs: NounVerbs = {
  Get: getVerb(throttlingPolicyAssociation, {
    defaultParameterSet: "Identity",
    limited: true,
    filters: {
      Anr: byAnr("Anr"),
      ThrottlingPolicy: (task) => {
        const policy = task.resolve("ThrottlingPolicy", throttlingPolicy.identity, (id) => task.parameterNotFound(id));
        return {
          keep: (user) => {
            const own = getProperty(schema, user, "ThrottlingPolicy");
            return isReference(own) && own.guid === policy.guid;
          },
        };
      },
    },
  }),
  Set: setVerb(throttlingPolicyAssociation),
};
