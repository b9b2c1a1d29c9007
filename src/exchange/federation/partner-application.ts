import { listObjects } from "../../topology/index.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { stored } from "../noun/read.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, choice, computed, fixed, link, text, texts } from "../properties/property.js";
import { isSince2013 } from "../servers/roles.js";
import { enumeration } from "../types/enumeration.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { exchangeService } from "./auth-config.js";

const directory = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${directory}.PartnerApplication`;
const accountType = enumeration(`${directory}.SupportedAccountType`, ["OrganizationalAccount", "ConsumerAccount"]);

/**
 * An application that may sign in to Exchange with tokens (OAuth), such as SharePoint. Names and order: recorded of 2019
 * (facts/types.json, HealthChecker's GetPartnerApplication.xml). That setup makes the one for Exchange Online is from
 * memory; its account, a user of the same name, is not made here. Metadata are never asked for.
 */
export const partnerApplication = defineNoun({
  noun: "PartnerApplication",
  called: "partner application",
  class: {
    name: "PartnerApplication",
    objectClass: ["top", "msExchAuthPartnerApplication"],
    objectCategory: "ms-Exch-Auth-Partner-Application",
    container: { below: "organization", path: ["CN=Auth Configuration", "CN=Partner Applications"] },
  },
  setup: (topology) =>
    listObjects(topology, "ExchangeServer").some(isSince2013)
      ? [
          {
            class: "PartnerApplication",
            name: "Exchange Online",
            properties: { ApplicationIdentifier: exchangeService },
          },
        ]
      : [],
  typeNames: configurationTypes(typeName),
  certainty: "captured",
  properties: () => [
    bool("Enabled", { default: true }),
    text("ApplicationIdentifier"),
    fixed("CertificateStrings", "Microsoft.Exchange.Data.MultiValuedProperty[string]", () => multiValuedProperty([])),
    text("AuthMetadataUrl"),
    text("Realm"),
    // One that has no metadata of its own is vouched for by the authorization server.
    computed("UseAuthServer", "bool", (source) => (stored(source, "AuthMetadataUrl") ?? "") === ""),
    bool("AcceptSecurityIdentifierInformation", { default: false }),
    link("LinkedAccount", "User", { prints: "canonical" }),
    fixed("DeploymentId", "string", () => ""),
    text("IssuerIdentifier"),
    { ...choice("AccountType", accountType, { default: "OrganizationalAccount" }), since: "2016" },
    texts("AppOnlyPermissions"),
    texts("ActAsPermissions"),
    ...configurationTail(objectVersions.exchange2013, { name: true, identity: "name" }),
  ],
  // Without a view the whole list is shown.
  views: [],
});

export const partnerApplicationVerbs: NounVerbs = {
  // There is one organization.
  Get: getVerb(partnerApplication, { accepted: ["Organization"] }),
  // No certificate of it is ever looked at.
  New: newVerb(partnerApplication, { accepted: ["TrustAnySSLCertificate"] }),
  Set: setVerb(partnerApplication, { accepted: ["TrustAnySSLCertificate", "RefreshAuthMetadata"] }),
  Remove: removeVerb(partnerApplication),
};
