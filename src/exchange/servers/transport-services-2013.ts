import { ticksPerHour } from "../../values/date-time.js";
import { nameProperty, objectVersions, presentationTail, presentationTypes } from "../noun/common-properties.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type Noun, type NounVerbs } from "../noun/noun.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, choice, count, int, type PropertyOptions, path, smtpAddress, span } from "../properties/property.js";
import { unlimited } from "../properties/scalar-kinds.js";
import { ADObjectId, type ADObjectIdText } from "../types/ad-object-id.js";
import { installed, type LogOptions, log } from "./log-settings.js";
import { serverQuery } from "./resolve-server.js";
import { hasRole, isSince2013 } from "./roles.js";
import { dns, protocolLoggingLevel } from "./transport-server.js";

/**
 * The two services beside Transport that move mail since Exchange 2013. Names, defaults and paths are those that the
 * reference gives for the parameters; no list of either is known, so that the order is theirs too. Without a view, all
 * properties are a list.
 */

const logs = "TransportRoles\\Logs";
const minute = ticksPerHour / 60n;

/** Logs of a service, whose settings stand in the directory beside those of the server's other services. */
const logsOf =
  (prefix: string) =>
  (name: string, options: LogOptions): readonly ExchangeProperty[] =>
    log(name, { fileIsQuota: true, prefix, ...options });

const kept =
  (prefix: string) =>
  (name: string, options: PropertyOptions = {}): [string, PropertyOptions] => [
    name,
    { attribute: `${prefix}${name}`, ...options },
  ];

const routing = (prefix: string, folder: string): readonly ExchangeProperty[] =>
  log("RoutingTableLog", { days: 7, directorySize: "50MB", fileSize: "", folder, prefix });

function frontendSettings(): readonly ExchangeProperty[] {
  const logOf = logsOf("Frontend");
  const own = kept("Frontend");
  return [
    nameProperty,
    ...logOf("AgentLog", { enabled: true, days: 7, folder: `${logs}\\FrontEnd\\AgentLog` }),
    bool(...own("AntispamAgentsEnabled", { default: false })),
    ...logOf("ConnectivityLog", {
      enabled: true,
      directorySize: "1000MB",
      folder: `${logs}\\FrontEnd\\Connectivity`,
    }),
    ...logOf("DnsLog", { enabled: false, days: 7, directorySize: "100MB" }),
    ...dns("Frontend"),
    choice(own("IntraOrgConnectorProtocolLoggingLevel")[0], protocolLoggingLevel, {
      default: "None",
      attribute: "FrontendIntraOrgConnectorProtocolLoggingLevel",
    }),
    int(...own("MaxConnectionRatePerMinute", { default: 1200 })),
    ...logOf("ReceiveProtocolLog", { folder: `${logs}\\FrontEnd\\ProtocolLog\\SmtpReceive` }),
    ...routing("Frontend", `${logs}\\FrontEnd\\Routing`),
    ...logOf("SendProtocolLog", { folder: `${logs}\\FrontEnd\\ProtocolLog\\SmtpSend` }),
    int(...own("TransientFailureRetryCount", { default: 6 })),
    span(...own("TransientFailureRetryInterval", { default: 5n * minute })),
  ];
}

function mailboxSettings(): readonly ExchangeProperty[] {
  const logOf = logsOf("MailboxTransport");
  const own = kept("MailboxTransport");
  return [
    nameProperty,
    ...logOf("ConnectivityLog", {
      enabled: true,
      directorySize: "1000MB",
      folder: `${logs}\\Mailbox\\Connectivity`,
    }),
    bool(...own("ContentConversionTracingEnabled", { default: false })),
    ...logOf("MailboxDeliveryAgentLog", {
      enabled: true,
      days: 7,
      folder: `${logs}\\Mailbox\\AgentLog\\Delivery`,
    }),
    count(...own("MailboxDeliveryConnectorMaxInboundConnection", { default: unlimited, since: "2016" })),
    choice("MailboxDeliveryConnectorProtocolLoggingLevel", protocolLoggingLevel, { default: "None" }),
    bool("MailboxDeliveryConnectorSmtpUtf8Enabled", { default: true, since: "2016" }),
    ...logOf("MailboxDeliveryThrottlingLog", {
      enabled: true,
      days: 7,
      directorySize: "200MB",
      folder: `${logs}\\Throttling\\Delivery`,
    }),
    ...logOf("MailboxSubmissionAgentLog", {
      enabled: true,
      days: 7,
      folder: `${logs}\\Mailbox\\AgentLog\\Submission`,
    }),
    int(...own("MaxConcurrentMailboxDeliveries", { default: 20 })),
    int(...own("MaxConcurrentMailboxSubmissions", { default: 20 })),
    bool(...own("PipelineTracingEnabled", { default: false })),
    path(...own("PipelineTracingPath", { absent: installed(`${logs}\\Mailbox\\PipelineTracing`) })),
    smtpAddress(...own("PipelineTracingSenderAddress")),
    ...logOf("ReceiveProtocolLog", { folder: `${logs}\\Mailbox\\ProtocolLog\\SmtpReceive` }),
    ...routing("MailboxTransport", `${logs}\\Mailbox\\Routing`),
    ...logOf("SendProtocolLog", { folder: `${logs}\\Mailbox\\ProtocolLog\\SmtpSend` }),
  ];
}

const management = "Microsoft.Exchange.Data.Directory.Management";

interface ServiceDefinition {
  readonly noun: string;
  readonly typeName: string;
  /** A server has the service that has this role. */
  readonly role: string;
  /** How identities print, from memory: `EX01\\Frontend`. */
  readonly identity: ADObjectIdText;
  readonly settings: () => readonly ExchangeProperty[];
}

function serviceNoun({ noun, typeName, role, identity, settings }: ServiceDefinition): Noun {
  return defineNoun({
    noun,
    called: "transport service",
    class: "ExchangeServer",
    identity: { ...serverQuery, wildcards: true, where: (server) => isSince2013(server) && hasRole(server, role) },
    typeNames: presentationTypes(`${management}.${typeName}`),
    certainty: "memory",
    properties: () => [...settings(), ...presentationTail(objectVersions.exchange2007, { name: false, identity })],
    views: [],
    displayIdentity: ({ topology, object }) => new ADObjectId(topology, object, identity).toNetText(),
  });
}

/** What takes mail in and sends it out for all other servers: since 2013 on Client Access servers. */
export const frontendTransportService = serviceNoun({
  noun: "FrontendTransportService",
  typeName: "FrontendTransportServer",
  role: "ClientAccess",
  identity: "frontendService",
  settings: frontendSettings,
});

/** What delivers into mailboxes and takes messages out of them. */
export const mailboxTransportService = serviceNoun({
  noun: "MailboxTransportService",
  typeName: "MailboxTransportServer",
  role: "Mailbox",
  identity: "mailboxService",
  settings: mailboxSettings,
});

export const frontendTransportServiceVerbs: NounVerbs = {
  Get: getVerb(frontendTransportService),
  Set: setVerb(frontendTransportService),
};
export const mailboxTransportServiceVerbs: NounVerbs = {
  Get: getVerb(mailboxTransportService),
  Set: setVerb(mailboxTransportService),
};
