import {
  childrenOf,
  type DirectoryObject,
  getProperty,
  isList,
  type NewObject,
  type PropertyValue,
} from "../../topology/index.js";
import { ticksPerMinute, ticksPerSecond } from "../../values/date-time.js";
import { toText } from "../../values/text.js";
import { configurationTail, configurationTypes, objectVersions, serverIdentity } from "../noun/common-properties.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { addedEntries } from "../permissions/directory/access-list.js";
import { isAboutRights } from "../permissions/directory/first-entries.js";
import {
  bool,
  choice,
  computed,
  count,
  fixed,
  int,
  link,
  list,
  property,
  size,
  span,
  text,
} from "../properties/property.js";
import { bytesOf, unlimited } from "../properties/scalar-kinds.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { ADObjectId, serverAbove } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { allAddresses, receiveConnectorSetup, usages } from "./receive-connector-setup.js";
import {
  authMechanisms,
  domainCapabilitiesKind,
  fqdnKind,
  ipBindingKind,
  ipRangeKind,
  permissionGroups,
  protocolLoggingLevel,
} from "./transport-kinds.js";
import { hubServers, localHubServer } from "./transport-servers.js";
import { parseIPBinding } from "./types/ip-binding.js";
import { parseIPRange } from "./types/ip-range.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${configuration}.ReceiveConnector`;

const rateSource = enumeration(`${configuration}.MessageRateSourceFlags`, ["None", "User", "IPAddress", "All"]);
const sizeMode = enumeration("Microsoft.Exchange.Data.SizeMode", ["Disabled", "Enabled", "EnabledWithoutValue"]);
const protection = enumeration(`${configuration}.ExtendedProtectionPolicySetting`, ["None", "Allow", "Require"]);
const transportRole = `${configuration}.ServerRole`;

/** Who may send to it, and that somebody was given more than the groups say (facts/captures.jsonl, get-receiveconnector.1). */
function groupsShown(connector: DirectoryObject): string {
  const groups = String(getProperty(schema, connector, "PermissionGroups") ?? "None");
  if (!addedEntries(connector).some(isAboutRights) || groups.includes("Custom")) return groups;
  return groups === "None" ? "Custom" : `${groups}, Custom`;
}

/** Where a server takes mail in: `EX01\Default EX01`. Order: 2019, facts/nouns.json, with what 2010 lacks marked. */
export const receiveConnector = defineNoun({
  noun: "ReceiveConnector",
  called: "Receive connector",
  class: {
    name: "ReceiveConnector",
    objectClass: ["top", "msExchSmtpReceiveConnector"],
    objectCategory: "ms-Exch-Smtp-Receive-Connector",
    container: { belowClass: "ExchangeServer", path: ["CN=Protocols", "CN=SMTP Receive Connectors"] },
  },
  identity: { classes: ["ReceiveConnector"], wildcards: true, owner: "ExchangeServer" },
  setup: receiveConnectorSetup,
  typeNames: configurationTypes(typeName),
  properties: () => [
    choice("AuthMechanism", authMechanisms, { default: "Tls" }),
    text("Banner"),
    bool("BinaryMimeEnabled", { default: true }),
    list("Bindings", ipBindingKind),
    bool("ChunkingEnabled", { default: true }),
    link("DefaultDomain", "AcceptedDomain"),
    bool("DeliveryStatusNotificationEnabled", { default: true }),
    bool("EightBitMimeEnabled", { default: true }),
    bool("SmtpUtf8Enabled", { default: false, since: "2016" }),
    bool("BareLinefeedRejectionEnabled", { default: false }),
    bool("DomainSecureEnabled", { default: false }),
    bool("EnhancedStatusCodesEnabled", { default: true }),
    bool("LongAddressesEnabled", { default: false }),
    bool("OrarEnabled", { default: false }),
    bool("SuppressXAnonymousTls", { default: false }),
    bool("ProxyEnabled", { default: false, since: "2013" }),
    bool("AdvertiseClientSettings", { default: false }),
    property("Fqdn", fqdnKind),
    property("ServiceDiscoveryFqdn", fqdnKind, { since: "2013" }),
    text("TlsCertificateName", { since: "2013" }),
    text("Comment"),
    bool("Enabled", { default: true }),
    span("ConnectionTimeout", { default: 10n * ticksPerMinute }),
    span("ConnectionInactivityTimeout", { default: 5n * ticksPerMinute }),
    count("MessageRateLimit", { default: unlimited }),
    choice("MessageRateSource", rateSource, { default: "IPAddress" }),
    count("MaxInboundConnection", { default: 5000 }),
    count("MaxInboundConnectionPerSource", { default: 20 }),
    int("MaxInboundConnectionPercentagePerSource", { default: 2 }),
    size("MaxHeaderSize", { default: bytesOf("64KB") }),
    int("MaxHopCount", { default: 60 }),
    int("MaxLocalHopCount", { default: 12 }),
    int("MaxLogonFailures", { default: 3 }),
    size("MaxMessageSize", { default: bytesOf("10MB") }),
    count("MaxProtocolErrors", { default: 5 }),
    int("MaxRecipientsPerMessage", { default: 200 }),
    {
      ...choice("PermissionGroups", permissionGroups, { default: "None" }),
      read: ({ object }) => permissionGroups(groupsShown(object)),
    },
    bool("PipeliningEnabled", { default: true }),
    choice("ProtocolLoggingLevel", protocolLoggingLevel, { default: "None" }),
    list("RemoteIPRanges", ipRangeKind, { default: allAddresses }),
    bool("RequireEHLODomain", { default: false }),
    bool("RequireTLS", { default: false }),
    bool("EnableAuthGSSAPI", { default: false }),
    choice("ExtendedProtectionPolicy", protection, { default: "None" }),
    fixed("LiveCredentialEnabled", "bool", () => false),
    list("TlsDomainCapabilities", domainCapabilitiesKind),
    computed("Server", "Microsoft.Exchange.Data.Directory.ADObjectId", ({ topology, object }) => {
      const server = serverAbove(topology, object);
      return server === null ? null : new ADObjectId(topology, server, "name");
    }),
    text("TransportRole", { since: "2013", default: "HubTransport", type: transportRole }),
    bool("RejectReservedTopLevelRecipientDomains", { default: false, since: "2013" }),
    bool("RejectReservedSecondLevelRecipientDomains", { default: false, since: "2013" }),
    bool("RejectSingleLabelRecipientDomains", { default: false, since: "2013" }),
    bool("AcceptConsumerMail", { default: false, since: "2016" }),
    choice("SizeEnabled", sizeMode, { default: "Enabled" }),
    span("TarpitInterval", { default: 5n * ticksPerSecond }),
    span("AuthTarpitInterval", { default: 5n * ticksPerSecond, since: "2013" }),
    span("MaxAcknowledgementDelay", { default: 30n * ticksPerSecond }),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "server" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Identity" }, { property: "Bindings" }, { property: "Enabled" }],
    },
  ],
  displayIdentity: serverIdentity,
});

const messages = {
  conflict: message({
    text: (connector: string, since2013: string) =>
      `The values that you specified for the Bindings and RemoteIPRanges parameters conflict with the settings on Receive connector "${connector}".${since2013}`,
    exception: "Microsoft.Exchange.Management.SystemConfigurationTasks.ConnectorMappingConflictException",
    category: "InvalidOperation",
    certainty: "memory",
    evidence: "facts/nouns.json: the sentence of 2016; what 2010 says behind it is not known",
  }),
} as const;

/** Behind the conflict since 2013, when a server got two kinds of transport. */
const rolesDiffer =
  "Receive connectors assigned to different Transport roles on a single server must listen on unique local IP address & port bindings.";

const removing = sentence({
  text: (name: string) => `Removing Receive connector "${name}".`,
  certainty: "memory",
  evidence: "facts/nouns.json",
});

const texts = (value: PropertyValue | undefined): readonly string[] =>
  value !== undefined && isList(value) ? value.map(String) : [];

/** What tells connectors of a server apart: a local address with its port, and who may connect there. */
function mappings(bindings: readonly string[], ranges: readonly string[]): ReadonlySet<string> {
  return new Set(
    bindings.flatMap((binding) => {
      const local = parseIPBinding(binding, true).equalityKey();
      return ranges.map((range) => `${local}|${parseIPRange(range).equalityKey()}`);
    }),
  );
}

/** No two connectors of a server may listen at one place for the same addresses. */
function checkMapping(
  task: Task,
  server: DirectoryObject,
  bindings: readonly string[],
  ranges: readonly string[],
  self?: DirectoryObject,
): void {
  const wanted = mappings(bindings, ranges);
  const roles = task.info.release === "2010" ? "" : ` ${rolesDiffer}`;
  for (const other of connectorsOf(task, server)) {
    if (other.guid === self?.guid) continue;
    const taken = mappings(
      texts(getProperty(schema, other, "Bindings")),
      texts(getProperty(schema, other, "RemoteIPRanges")),
    );
    if ([...wanted].some((mapping) => taken.has(mapping)))
      throw task.failure(messages.conflict, [serverIdentity(task.source(other)), roles]);
  }
}

/** The Receive connectors of a server. */
function connectorsOf({ topology }: Task, server: DirectoryObject): readonly DirectoryObject[] {
  const below = (parent: DirectoryObject, name: string) =>
    childrenOf(topology, parent.guid).find((child) => child.class === "Container" && child.name === name);
  const protocols = below(server, "Protocols");
  const container = protocols === undefined ? undefined : below(protocols, "SMTP Receive Connectors");
  return container === undefined ? [] : childrenOf(topology, container.guid);
}

/** What the connector is for, by -Usage or by the switch of its name. */
function usageOf(task: Task): keyof typeof usages {
  const given = task.value("Usage");
  const wanted = given === null ? undefined : toText(task.cmdlet.context, given);
  for (const usage of ["Client", "Internal", "Internet", "Partner"] as const)
    if (usage === wanted || task.isOn(usage)) return usage;
  return "Custom";
}

function makeConnector(task: Task, given: NonNullable<NewObject["properties"]>): NewObject {
  const server = task.has("Server")
    ? resolveServer(task, "Server", "HubTransport")
    : (localHubServer(task) ?? hubServers(task.topology)[0]);
  if (server === undefined) throw task.parameterNotFound(task.session.serverName);
  const { Bindings: bindings, ...defaults } = usages[usageOf(task)];
  const properties = {
    Fqdn: getProperty(schema, server, "Fqdn"),
    Bindings: bindings,
    RemoteIPRanges: allAddresses,
    ...defaults,
    ...(task.info.release === "2010" ? {} : { MaxMessageSize: bytesOf("36MB"), MaxHeaderSize: bytesOf("256KB") }),
    ...given,
  };
  checkMapping(task, server, texts(properties.Bindings), texts(properties.RemoteIPRanges));
  return { class: "ReceiveConnector", name: task.text("Name") ?? "", parent: server.guid, properties };
}

export const receiveConnectorVerbs: NounVerbs = {
  Get: getVerb(receiveConnector, { defaultParameterSet: "Identity" }),
  New: {
    ...newVerb(receiveConnector, {
      defaultParameterSet: "Custom",
      emulated: ["Server", "Usage", "Client", "Custom", "Internal", "Internet", "Partner"],
      make: makeConnector,
    }),
    // The kind says where it listens, or to whom (from memory of the syntax of 2010).
    optionalIn: {
      Bindings: { sets: ["Internal", "Client", "UsageType"] },
      RemoteIPRanges: { sets: ["Internet", "UsageType"] },
    },
  },
  Set: setVerb(receiveConnector, {
    check: (task, object, { properties = {} }) => {
      const server = serverAbove(task.topology, object);
      if (server === null || !("Bindings" in properties || "RemoteIPRanges" in properties)) return;
      const after = (name: string) => texts(properties[name] ?? getProperty(schema, object, name));
      checkMapping(task, server, after("Bindings"), after("RemoteIPRanges"), object);
    },
  }),
  Remove: removeVerb(receiveConnector, { sentence: removing }),
};
