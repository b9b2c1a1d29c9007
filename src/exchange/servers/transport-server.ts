import { ticksPerDay, ticksPerHour } from "../../values/date-time.js";
import { nameProperty, objectVersions, presentationTail, presentationTypes } from "../noun/common-properties.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type Noun, type NounVerbs } from "../noun/noun.js";
import { setVerb } from "../noun/set-verb.js";
import {
  bool,
  choice,
  count,
  each,
  guid,
  int,
  ipAddress,
  type PropertyOptions,
  path,
  size,
  smtpAddress,
  span,
  text,
  texts,
} from "../properties/property.js";
import { bytesOf } from "../properties/scalar-kinds.js";
import { EnhancedTimeSpan } from "../types/enhanced-time-span.js";
import { enumeration } from "../types/enumeration.js";
import { installed, log, sharedLogs } from "./log-settings.js";
import { serverQuery } from "./resolve-server.js";
import { hasRole } from "./roles.js";

export const protocolOption = enumeration("Microsoft.Exchange.Data.Directory.SystemConfiguration.ProtocolOption", [
  "Any",
  "UseUdpOnly",
  "UseTcpOnly",
]);
export const protocolLoggingLevel = enumeration("Microsoft.Exchange.Data.ProtocolLoggingLevel", ["None", "Verbose"]);

const minute = ticksPerHour / 60n;
const logs = "TransportRoles\\Logs";
const recent = { since: "2013" } as const;
const emptyGuid = "00000000-0000-0000-0000-000000000000";

/** Log of a protocol, of routing and of statistics, as all have them. */
const protocolLogs = (): readonly ExchangeProperty[] => [
  ...log("ReceiveProtocolLog", { fileIsQuota: true, folder: `${logs}\\ProtocolLog\\SmtpReceive` }),
  bool("RecipientValidationCacheEnabled", { default: false }),
  path("ReplayDirectoryPath", { absent: installed("TransportRoles\\Replay") }),
  text("RootDropDirectoryPath"),
  ...log("RoutingTableLog", { days: 7, directorySize: "50MB", fileSize: "", folder: `${logs}\\Routing` }),
  ...log("SendProtocolLog", { fileIsQuota: true, folder: `${logs}\\ProtocolLog\\SmtpSend` }),
  ...log("ServerStatisticsLog", { directoryIsSize: true, folder: `${logs}\\ServerStats` }),
];

/**
 * How names are resolved outside and inside.
 * @param prefix before the names in the directory, where a service has settings of its own
 */
export const dns = (prefix = ""): readonly ExchangeProperty[] => {
  const kept = (name: string): PropertyOptions => ({ attribute: `${prefix}${name}` });
  return ["External", "Internal"].flatMap((side) => [
    bool(`${side}DNSAdapterEnabled`, { default: true, ...kept(`${side}DNSAdapterEnabled`) }),
    guid(`${side}DNSAdapterGuid`, { default: emptyGuid, ...kept(`${side}DNSAdapterGuid`) }),
    choice(`${side}DNSProtocolOption`, protocolOption, { default: "Any", ...kept(`${side}DNSProtocolOption`) }),
    texts(`${side}DNSServers`, kept(`${side}DNSServers`)),
    ...(side === "External" ? [ipAddress("ExternalIPAddress", kept("ExternalIPAddress"))] : []),
  ]);
};

const limits = (): readonly ExchangeProperty[] => [
  ...each(int, ["MaxConcurrentMailboxDeliveries", "MaxConcurrentMailboxSubmissions"], { default: 20 }),
  int("MaxConnectionRatePerMinute", { default: 1200 }),
  count("MaxOutboundConnections", { default: 1000 }),
  count("MaxPerDomainOutboundConnections", { default: 20 }),
  span("MessageExpirationTimeout", { default: 2n * ticksPerDay }),
  span("MessageRetryInterval", {
    absent: ({ release }) => new EnhancedTimeSpan(release === "2010" ? minute : 15n * minute),
  }),
];

/**
 * What Hub Transport keeps of a server. Defaults: documented for 2013 (facts/nouns.json); the order of the list is that
 * of the parameters, as no list is known.
 */
const settings = (): readonly ExchangeProperty[] => [
  nameProperty,
  ...log("ActiveUserStatisticsLog", { directoryIsSize: true, folder: `${logs}\\ActiveUsersStats` }),
  ...log("AgentLog", { enabled: true, days: 7, fileIsQuota: true, folder: `${logs}\\AgentLog`, ...recent }),
  bool("AntispamAgentsEnabled", { default: false }),
  ...log("ConnectivityLog", {
    enabled: true,
    directorySize: "1000MB",
    fileIsQuota: true,
    folder: `${logs}\\Connectivity`,
  }),
  bool("ContentConversionTracingEnabled", { default: false }),
  span("DelayNotificationTimeout", { default: 4n * ticksPerHour }),
  ...log("DnsLog", { enabled: false, days: 7, directorySize: "100MB", fileIsQuota: true, ...recent }),
  ...dns(),
  choice("IntraOrgConnectorProtocolLoggingLevel", protocolLoggingLevel, { default: "None" }),
  int("IntraOrgConnectorSmtpMaxMessagesPerConnection", { default: 20 }),
  ...log("IrmLog", sharedLogs.irm),
  ...limits(),
  ...log("MessageTrackingLog", sharedLogs.messageTracking),
  bool("MessageTrackingLogSubjectLoggingEnabled", { default: true }),
  span("OutboundConnectionFailureRetryInterval", { default: 10n * minute }),
  size("PickupDirectoryMaxHeaderSize", { default: bytesOf("64KB") }),
  int("PickupDirectoryMaxMessagesPerMinute", { default: 100 }),
  int("PickupDirectoryMaxRecipientsPerMessage", { default: 100 }),
  path("PickupDirectoryPath", { absent: installed("TransportRoles\\Pickup") }),
  bool("PipelineTracingEnabled", { default: false }),
  path("PipelineTracingPath", { absent: installed(`${logs}\\PipelineTracing`) }),
  smtpAddress("PipelineTracingSenderAddress"),
  bool("PoisonMessageDetectionEnabled", { default: true }),
  int("PoisonThreshold", { default: 2 }),
  ...log("QueueLog", { days: 7, directorySize: "200MB", fileIsQuota: true, ...recent }),
  span("QueueMaxIdleTime", { default: 3n * minute }),
  ...protocolLogs(),
  // Reserved, as the reference says; that they are off, and the sizes, from memory.
  ...log("RequestBrokerLog", { enabled: false, fileIsQuota: true, since: "2016" }),
  ...log("ResourceLog", { enabled: true, days: 7, fileIsQuota: true, folder: `${logs}\\ResourceLog`, ...recent }),
  int("TransientFailureRetryCount", { default: 6 }),
  span("TransientFailureRetryInterval", {
    absent: ({ release }) => new EnhancedTimeSpan(release === "2010" ? 5n * minute : 10n * minute),
  }),
  ...log("TransportHttpLog", { enabled: false, fileIsQuota: true, since: "2016" }),
  ...log("TransportMaintenanceLog", { enabled: true, fileIsQuota: true, ...recent }),
  bool("UseDowngradedExchangeServerAuth", { default: false }),
  ...log("WlmLog", { days: 7, fileIsQuota: true, ...recent }),
];

function transportNoun(noun: string, typeName: string): Noun {
  return defineNoun({
    noun,
    called: "transport server",
    class: "ExchangeServer",
    identity: {
      ...serverQuery,
      wildcards: true,
      where: (server) => hasRole(server, "HubTransport") || hasRole(server, "Edge"),
    },
    typeNames: presentationTypes(typeName),
    certainty: "memory",
    properties: () => [
      ...settings(),
      ...presentationTail(objectVersions.exchange2007, { name: false, identity: "name" }),
    ],
    views: [
      {
        kind: "table",
        name: typeName,
        typeNames: [typeName],
        columns: [
          { property: "Name" },
          { property: "MessageTrackingLogEnabled" },
          { property: "AntispamAgentsEnabled" },
        ],
      },
    ],
  });
}

/** Parameters about mail that a user fetches from elsewhere. */
const synchronization: readonly string[] = [
  ...["AccountsPoisonAccountThreshold", "AccountsPoisonDetectionEnabled", "AccountsPoisonItemThreshold"],
  ...["AccountsSuccessivePoisonItemThreshold", "Enabled", "ExchangeEnabled", "ImapEnabled", "PopEnabled"],
  ...["HubHealthLogEnabled", "HubHealthLogFilePath", "HubHealthLogMaxAge", "HubHealthLogMaxDirectorySize"],
  ...["HubHealthLogMaxFileSize", "LogEnabled", "LogFilePath", "LogLoggingLevel", "LogMaxAge", "LogMaxDirectorySize"],
  ...["LogMaxFileSize", "MaxDownloadItemsPerConnection", "MaxDownloadSizePerConnection", "MaxDownloadSizePerItem"],
  "RemoteConnectionTimeout",
]
  .map((name) => `TransportSync${name}`)
  .concat("WindowsLiveHotmailTransportSyncEnabled");

const management = "Microsoft.Exchange.Data.Directory.Management";

/** A server in its role as Hub Transport server. */
export const transportServer = transportNoun("TransportServer", `${management}.TransportServer`);
/** The same under the name that it has from 2013 on. */
export const transportService = transportNoun("TransportService", `${management}.TransportService`);

export const transportServerVerbs: NounVerbs = { Get: getVerb(transportServer), Set: setVerb(transportServer) };
export const transportServiceVerbs: NounVerbs = {
  Get: getVerb(transportService),
  // Nobody here has subscribed to mail elsewhere, which these are about.
  Set: setVerb(transportService, { accepted: synchronization }),
};
