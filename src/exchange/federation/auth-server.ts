import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, choice, fixed, text, texts } from "../properties/property.js";
import { enumeration } from "../types/enumeration.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";

const directory = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${directory}.AuthServer`;
const serverType = enumeration(`${directory}.AuthServerType`, [
  "Unknown",
  "MicrosoftACS",
  "AzureAD",
  "ADFS",
  "Facebook",
  "LinkedIn",
]);

/**
 * A server whose tokens the organization trusts: New-AuthServer notes it, and what its metadata say is never asked for,
 * as there is no network outside. All from memory.
 */
export const authServer = defineNoun({
  noun: "AuthServer",
  called: "authorization server",
  class: {
    name: "AuthServer",
    objectClass: ["top", "container", "msExchAuthAuthServer"],
    objectCategory: "ms-Exch-Auth-Auth-Server",
    container: { below: "organization", path: ["CN=Auth Configuration", "CN=Auth Servers"] },
  },
  typeNames: configurationTypes(typeName),
  certainty: "memory",
  properties: () => [
    fixed("IssuerIdentifier", "string", () => ""),
    fixed("CertificateStrings", "Microsoft.Exchange.Data.MultiValuedProperty[string]", () => multiValuedProperty([])),
    fixed("TokenIssuingEndpoint", "string", () => ""),
    fixed("AuthorizationEndpoint", "string", () => ""),
    text("ApplicationIdentifier"),
    text("AuthMetadataUrl"),
    text("GraphBaseUrl"),
    fixed("Realm", "string", () => ""),
    choice("Type", serverType, { default: "Unknown" }),
    bool("Enabled", { default: true }),
    bool("IsDefaultAuthorizationEndpoint", { default: false }),
    texts("DomainName"),
    ...configurationTail(objectVersions.exchange2013, { name: true, identity: "name" }),
  ],
  views: [],
});

export const authServerVerbs: NounVerbs = {
  Get: getVerb(authServer),
  // No certificate of it is ever looked at.
  New: newVerb(authServer, { accepted: ["TrustAnySSLCertificate"] }),
  Set: setVerb(authServer, { accepted: ["TrustAnySSLCertificate", "RefreshAuthMetadata"] }),
  Remove: removeVerb(authServer),
};
