import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, list, uri } from "../properties/property.js";
import { smtpDomainKind } from "../properties/scalar-kinds.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.IntraOrganizationConnector";

/** Where the services of another part of the same company are found (2013 and later). List from memory. */
export const intraOrganizationConnector = defineNoun({
  noun: "IntraOrganizationConnector",
  called: "intra-organization connector",
  class: {
    name: "IntraOrganizationConnector",
    objectClass: ["top", "msExchIntraOrganizationConnector"],
    objectCategory: "ms-Exch-Intra-Organization-Connector",
    container: { below: "organization", path: ["CN=Intra Organization Connectors"] },
  },
  typeNames: configurationTypes(typeName),
  properties: () => [
    list("TargetAddressDomains", smtpDomainKind),
    uri("DiscoveryEndpoint"),
    uri("TargetSharingEpr"),
    bool("Enabled", { default: true }),
    ...configurationTail(objectVersions.exchange2010, { name: true, identity: "name" }),
  ],
  views: [],
});

export const intraOrganizationConnectorVerbs: NounVerbs = {
  Get: getVerb(intraOrganizationConnector),
  New: newVerb(intraOrganizationConnector),
  Set: setVerb(intraOrganizationConnector),
  Remove: removeVerb(intraOrganizationConnector),
};
