import { listOf } from "../../formatting/views/dotnet-views.js";
import {
  type DirectoryObject,
  isList,
  type NewObject,
  type PropertyValue,
  reference,
  valuesOf,
} from "../../topology/index.js";
import { ticksPerMinute } from "../../values/date-time.js";
import { toText } from "../../values/text.js";
import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { stored } from "../noun/read.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { linkKind } from "../properties/link-kind.js";
import {
  bool,
  choice,
  computed,
  fixed,
  int,
  links,
  list,
  property,
  quota,
  smtpDomain,
  span,
  text,
} from "../properties/property.js";
import { bytesOf, choiceKind, nullable } from "../properties/scalar-kinds.js";
import { hasRole } from "../servers/roles.js";
import { ADObjectId, writtenId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { followed } from "./linked.js";
import {
  addressSpaceKind,
  credentialKind,
  fqdnKind,
  ipAddressKind,
  protocolLoggingLevel,
  smartHostAuthMechanisms,
  smartHostKind,
} from "./transport-kinds.js";
import { hubServers, localHubServer } from "./transport-servers.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${configuration}.SmtpSendConnectorConfig`;
const idType = "Microsoft.Exchange.Data.Directory.ADObjectId";

const tlsAuthLevel = enumeration("Microsoft.Exchange.Data.TlsAuthLevel", [
  "EncryptionOnly",
  "CertificateValidation",
  "DomainValidation",
]);
const errorPolicies = enumeration("Microsoft.Exchange.Data.ErrorPolicies", [
  "Default",
  "DowngradeAuthFailures",
  "DowngradeDnsFailures",
]);
const connectorType = enumeration("Microsoft.Exchange.Data.TenantConnectorType", [
  "OnPremises",
  "Partner",
  "XPremises",
  "Default",
]);
const region = enumeration("Microsoft.Exchange.Data.SendConnectorRegion", ["NotSpecified"]);

/** Since Exchange 2007 there is one routing group, of a fixed name. */
const routingGroup = "Exchange Routing Group (DWBGZMFD01QNBJR)";
const bindsServers = {
  classes: ["ExchangeServer"],
  where: (server: DirectoryObject) => hasRole(server, "HubTransport"),
};

const firstServer = (source: Source): ADObjectId | null => {
  const [server] = followed(source.topology, stored(source, "SourceTransportServers"));
  return server === undefined ? null : new ADObjectId(source.topology, server, "name");
};
const smartHostTexts = (source: Source): string => {
  const hosts = stored(source, "SmartHosts");
  return isList(hosts) ? hosts.join(",") : "";
};

/**
 * How mail leaves the organization. Order: 2019, facts/nouns.json; what is newer than 2010 left out from memory. The list
 * view, in the order of the alphabet, is from memory.
 */
export const sendConnector = defineNoun({
  noun: "SendConnector",
  called: "Send connector",
  class: {
    name: "SendConnector",
    objectClass: ["top", "msExchConnector", "mailGateway", "msExchRoutingSMTPConnector"],
    objectCategory: "ms-Exch-Routing-SMTP-Connector",
    container: {
      below: "administrativeGroup",
      path: ["CN=Routing Groups", `CN=${routingGroup}`, "CN=Connections"],
    },
  },
  typeNames: configurationTypes(
    typeName,
    `${configuration}.MailGateway`,
    `${configuration}.SendConnector`,
    `${configuration}.ADLegacyVersionableObject`,
  ),
  properties: () => [
    bool("DNSRoutingEnabled", { default: true }),
    smtpDomain("TlsDomain"),
    property("TlsAuthLevel", nullable(choiceKind(tlsAuthLevel))),
    choice("ErrorPolicies", errorPolicies, { default: "Default" }),
    list("SmartHosts", smartHostKind),
    int("Port", { default: 25 }),
    property("LinkedReceiveConnector", linkToReceiveConnector(), { until: "2010" }),
    span("ConnectionInactivityTimeOut", { default: 10n * ticksPerMinute }),
    bool("ForceHELO", { default: false }),
    bool("FrontendProxyEnabled", { default: false, since: "2013" }),
    bool("IgnoreSTARTTLS", { default: false }),
    bool("CloudServicesMailEnabled", { default: false, since: "2013" }),
    property("Fqdn", fqdnKind),
    text("TlsCertificateName", { since: "2013" }),
    bool("RequireTLS", { default: false }),
    bool("RequireOorg", { default: false }),
    bool("Enabled", { default: true }),
    choice("ProtocolLoggingLevel", protocolLoggingLevel, { default: "None" }),
    choice("SmartHostAuthMechanism", smartHostAuthMechanisms, { default: "None" }),
    property("AuthenticationCredential", credentialKind),
    bool("UseExternalDNSServersEnabled", { default: false }),
    bool("DomainSecureEnabled", { default: false }),
    property("SourceIPAddress", ipAddressKind, { default: "0.0.0.0" }),
    int("SmtpMaxMessagesPerConnection", { default: 20 }),
    choice("ConnectorType", connectorType, { default: "Default", since: "2013" }),
    computed("SmartHostsString", "string", smartHostTexts),
    fixed("CertificateSubject", "string", () => null, { since: "2013" }),
    fixed("Region", region.fullName, () => region("NotSpecified"), { since: "2013" }),
    bool("IsCoexistenceConnector", { default: false, until: "2010" }),
    list("AddressSpaces", addressSpaceKind),
    fixed("ConnectedDomains", `Microsoft.Exchange.Data.MultiValuedProperty[${configuration}.ConnectedDomain]`, () =>
      multiValuedProperty([]),
    ),
    bool("IsScopedConnector", { default: false }),
    fixed("IsSmtpConnector", "bool", () => true),
    text("Comment"),
    fixed("SourceRoutingGroup", idType, () => writtenId(routingGroup)),
    links("SourceTransportServers", "ExchangeServer", { query: bindsServers }),
    fixed("HomeMTA", idType, () => writtenId("Microsoft MTA")),
    computed("HomeMtaServerId", idType, firstServer),
    quota("MaxMessageSize", { default: bytesOf("10MB") }),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Identity" }, { property: "AddressSpaces" }, { property: "Enabled" }],
    },
    listOf(
      `${typeName}.list`,
      [typeName],
      "AddressSpaces",
      "AuthenticationCredential",
      "Comment",
      "ConnectedDomains",
      "ConnectionInactivityTimeOut",
      "DNSRoutingEnabled",
      "DomainSecureEnabled",
      "Enabled",
      "ErrorPolicies",
      "ForceHELO",
      "Fqdn",
      "HomeMTA",
      "HomeMtaServerId",
      "Identity",
      "IgnoreSTARTTLS",
      "IsScopedConnector",
      "IsSmtpConnector",
      "LinkedReceiveConnector",
      "MaxMessageSize",
      "Name",
      "Port",
      "ProtocolLoggingLevel",
      "RequireOorg",
      "RequireTLS",
      "SmartHostAuthMechanism",
      "SmartHosts",
      "SmartHostsString",
      "SmtpMaxMessagesPerConnection",
      "SourceIPAddress",
      "SourceRoutingGroup",
      "SourceTransportServers",
      "TlsAuthLevel",
      "TlsDomain",
      "UseExternalDNSServersEnabled",
    ),
  ],
});

function linkToReceiveConnector() {
  return linkKind("ReceiveConnector", {
    prints: "server",
    query: { classes: ["ReceiveConnector"], owner: "ExchangeServer" },
  });
}

const messages = {
  noSmartHosts: message({
    text: () => "If you don't use DNS routing, you must specify at least one smart host with the SmartHosts parameter.",
    exception: `Microsoft.Exchange.Management.SystemConfigurationTasks.SendConnectorSmartHostsNotFoundException`,
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
  noSource: message({
    text: () =>
      "A Send connector needs a source server that has the Hub Transport server role. Specify one with the SourceTransportServers parameter.",
    exception: `Microsoft.Exchange.Management.SystemConfigurationTasks.SendConnectorSourceServersNotSpecifiedException`,
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const removing = sentence({
  text: (name: string) => `Removing Send connector "${name}".`,
  certainty: "memory",
  evidence: "facts/nouns.json",
});

/** Without DNS there must be somewhere to send to. */
function checkRouting(task: Task, usesDns: PropertyValue, smartHosts: PropertyValue): void {
  if (usesDns === false && (!isList(smartHosts) || smartHosts.length === 0))
    throw task.failure(messages.noSmartHosts, []);
}

const usages = ["Custom", "Internal", "Internet", "Partner"];

/** What the connector is for, by -Usage or by the switch of its name. */
function usageOf(task: Task): string {
  const usage = task.value("Usage");
  if (usage !== null) return toText(task.cmdlet.context, usage);
  return usages.find((name) => task.isOn(name)) ?? "Custom";
}

function makeConnector(task: Task, given: NonNullable<NewObject["properties"]>): NewObject {
  const hosts = given.SmartHosts ?? null;
  const hasHosts = isList(hosts) && hosts.length > 0;
  const usesDns = given.DNSRoutingEnabled ?? !hasHosts;
  checkRouting(task, usesDns, hosts);
  const source = given.SourceTransportServers ?? [reference(sourceServer(task).guid)];
  const usage = usageOf(task);
  return {
    class: "SendConnector",
    name: task.text("Name") ?? "",
    properties: {
      ...(task.info.release === "2010" ? {} : { MaxMessageSize: bytesOf("35MB") }),
      ...(usage === "Internal" ? { SmartHostAuthMechanism: "ExchangeServer" } : {}),
      ...(usage === "Partner" ? { DomainSecureEnabled: true } : {}),
      ...given,
      DNSRoutingEnabled: usesDns,
      SourceTransportServers: source,
    },
  };
}

/** The server on which the command runs (documented); where that has not the role, the first that has. */
function sourceServer(task: Task): DirectoryObject {
  const server = localHubServer(task) ?? hubServers(task.topology)[0];
  if (server === undefined) throw task.failure(messages.noSource, []);
  return server;
}

export const sendConnectorVerbs: NounVerbs = {
  Get: getVerb(sendConnector),
  New: newVerb(sendConnector, {
    defaultParameterSet: "AddressSpaces",
    emulated: ["Usage", ...usages],
    accepted: ["Force"],
    make: makeConnector,
  }),
  Set: setVerb(sendConnector, {
    accepted: ["Force"],
    check: (task, object, { properties = {} }) => {
      const after = { ...object.properties, ...properties };
      checkRouting(task, after.DNSRoutingEnabled ?? true, after.SmartHosts ?? null);
      if (valuesOf(after.SourceTransportServers ?? null).length === 0) throw task.failure(messages.noSource, []);
    },
  }),
  Remove: removeVerb(sendConnector, { sentence: removing }),
};
