import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, each } from "../properties/property.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${configuration}.AuthenticationPolicy`;

const protocols = ["ActiveSync", "Autodiscover", "Imap", "Mapi", "OfflineAddressBook", "Pop", "Rpc", "WebServices"];

/**
 * How users of hybrid modern authentication may not sign in, protocol by protocol (2019). Names are those of the
 * parameters; order and the rest from memory.
 */
export const authenticationPolicy = defineNoun({
  noun: "AuthenticationPolicy",
  called: "authentication policy",
  class: {
    name: "AuthenticationPolicy",
    objectClass: ["top", "msExchGenericPolicy", "msExchAuthPolicy"],
    objectCategory: "ms-Exch-Auth-Policy",
    container: { below: "organization", path: ["CN=Auth Policies"] },
  },
  typeNames: configurationTypes(typeName),
  certainty: "memory",
  properties: () => [
    ...each(
      bool,
      ["Legacy", "Modern"].flatMap((kind) => protocols.map((protocol) => `Block${kind}Auth${protocol}`)),
      { default: false },
    ),
    ...configurationTail(objectVersions.exchange2013, { name: true, identity: "name" }),
  ],
  // Without a view the whole list is shown.
  views: [],
});

export const authenticationPolicyVerbs: NounVerbs = {
  Get: getVerb(authenticationPolicy),
  New: newVerb(authenticationPolicy),
  Set: setVerb(authenticationPolicy),
  Remove: removeVerb(authenticationPolicy),
};
