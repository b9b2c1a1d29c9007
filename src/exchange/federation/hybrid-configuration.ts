import { type DirectoryObject, listObjects } from "../../topology/index.js";
import { toText } from "../../values/text.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { exchangeMessages } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import type { Kind } from "../properties/kind.js";
import { int, links, list, smtpDomain, text, texts } from "../properties/property.js";
import { choiceKind, textual } from "../properties/scalar-kinds.js";
import { serverQuery } from "../servers/resolve-server.js";
import { enumeration } from "../types/enumeration.js";

const directory = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${directory}.HybridConfiguration`;

/** What works between both sides; -Features takes them by name. */
const feature = enumeration(`${directory}.HybridFeature`, [
  "FreeBusy",
  "MoveMailbox",
  "Mailtips",
  "MessageTracking",
  "OwaRedirection",
  "OnlineArchive",
  "SecureMail",
  "CentralizedTransport",
  "Photos",
]);
/** Order of get-hybridconfiguration.3; the central route has to be asked for (documented). */
const usualFeatures = [
  "FreeBusy",
  "MoveMailbox",
  "Mailtips",
  "MessageTracking",
  "OwaRedirection",
  "OnlineArchive",
  "SecureMail",
  "Photos",
];

const domainName = /^(?:autod:)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

/** `contoso.com`, or `autod:contoso.com` for the domain whose Autodiscover is asked. */
const hybridDomain: Kind = {
  ...textual("hybrid domain", "string", (stored) => String(stored)),
  take: (given, { task }) => {
    const name = toText(task.cmdlet.context, given).trim();
    if (domainName.test(name)) return name;
    throw task.failure(exchangeMessages.badValue, [`"${name}" isn't a valid SMTP domain.`]);
  },
};

const servers = { query: serverQuery } as const;
const objectName = "Hybrid Configuration";

/**
 * What the hybrid wizard is to set up between this organization and one in the cloud: there is one, or none. Order:
 * captured in 2019 (get-hybridconfiguration.3); that of 2010 is from memory.
 */
export const hybridConfiguration = defineNoun({
  noun: "HybridConfiguration",
  called: "hybrid configuration",
  class: {
    name: "HybridConfiguration",
    objectClass: ["top", "msExchCoexistenceRelationship"],
    objectCategory: "ms-Exch-Coexistence-Relationship",
    container: { below: "organization", path: ["CN=Hybrid Configuration"] },
  },
  singleton: true,
  typeNames: configurationTypes(typeName),
  certainty: "captured",
  properties: () => [
    links("ClientAccessServers", "ExchangeServer", servers),
    links("EdgeTransportServers", "ExchangeServer", { ...servers, since: "2013" }),
    links("TransportServers", "ExchangeServer", { ...servers, until: "2010", certainty: "memory" }),
    links("ReceivingTransportServers", "ExchangeServer", { ...servers, since: "2013" }),
    links("SendingTransportServers", "ExchangeServer", { ...servers, since: "2013" }),
    text("SecureMailCertificateThumbprint", { until: "2010", certainty: "memory" }),
    smtpDomain("OnPremisesSmartHost"),
    list("Domains", hybridDomain),
    list("Features", choiceKind(feature), { default: usualFeatures }),
    texts("ExternalIPAddresses"),
    text("TlsCertificateName", { since: "2013" }),
    int("ServiceInstance", { default: 0, since: "2013" }),
    ...configurationTail(objectVersions.exchange2013, { name: true, identity: "name" }),
  ],
  views: [],
});

function theOne(task: Task): DirectoryObject {
  const [found] = listObjects(task.topology, "HybridConfiguration");
  if (found === undefined) throw task.notFound(objectName);
  return found;
}

export const hybridConfigurationVerbs: NounVerbs = {
  Get: getVerb(hybridConfiguration),
  New: newVerb(hybridConfiguration, { make: () => ({ class: "HybridConfiguration", name: objectName }) }),
  Set: setVerb(hybridConfiguration, { find: theOne }),
  Remove: removeVerb(hybridConfiguration, { find: theOne }),
};
