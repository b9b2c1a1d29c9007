/** What watches one part of a server, and what it is told by. */
export interface Monitor {
  readonly name: string;
  /** What it watches: a service, an application pool, a program; empty for the server as a whole. */
  readonly target: string;
  /** The Windows service without which it is unhealthy; none: it always is healthy here, unless something was said. */
  readonly service?: string;
}

/** The monitors of one component of a server. */
export interface HealthSet {
  readonly name: string;
  readonly group: HealthGroup;
  /** The component of Get-ServerComponentState that it takes out of service; `None`: none. */
  readonly component: string;
  readonly monitors: readonly Monitor[];
}

export type HealthGroup = "CustomerTouchPoints" | "ServiceComponents" | "ServerResources" | "KeyDependencies";

/** `name|target|service`, one a line; what is left out is empty. */
const monitors = (text: string): readonly Monitor[] =>
  text
    .trim()
    .split("\n")
    .map((line): Monitor => {
      const [name = "", target = "", service = ""] = line.trim().split("|");
      return { name, target, ...(service === "" ? {} : { service }) };
    });

const set = (name: string, group: HealthGroup, component: string, text: string): HealthSet => ({
  name,
  group,
  component,
  monitors: monitors(text),
});

/** Self test and deep test of a protocol behind the proxy, what it works with, and what becomes of its program. */
const protocol = (prefix: string, pool: string, service: string): string =>
  `${prefix}SelfTestMonitor|${pool}|${service}\n${prefix}DeepTestMonitor|${pool}|${service}`;

/**
 * Health sets of a server since 2013. Names of sets and groups are documented ("Exchange 2013 Health Sets"); IMAP's and
 * Monitoring's monitors and their order are captured (get-serverhealth.2, .3), OWA's proxy's too (get-serverhealth.4); the
 * other monitors are those of the sets' pages as far as remembered, and a real server has more of them.
 */
export const healthSets: readonly HealthSet[] = [
  set("ActiveSync", "CustomerTouchPoints", "None", "ActiveSyncCTPMonitor|ActiveSync|MSExchangeIS"),
  set("ECP", "CustomerTouchPoints", "None", "EacSelfTestMonitor||W3SVC\nEacDeepTestMonitor||W3SVC"),
  set("EWS", "CustomerTouchPoints", "None", "EWSCtpMonitor|MSExchangeServicesAppPool|W3SVC"),
  set("IMAP", "CustomerTouchPoints", "None", "ImapCTPMonitor|MSExchangeImap4"),
  set("OWA", "CustomerTouchPoints", "None", "OwaCtpMonitor|MSExchangeOWAAppPool|W3SVC"),
  set("Outlook", "CustomerTouchPoints", "None", "OutlookRpcCtpMonitor|MSExchangeRpcProxyFrontEndAppPool|MSExchangeRPC"),
  set("POP", "CustomerTouchPoints", "None", "PopCTPMonitor|MSExchangePop3"),
  set("ActiveSync.Protocol", "ServiceComponents", "None", protocol("ActiveSync", "MSExchangeSyncAppPool", "W3SVC")),
  set(
    "Autodiscover.Protocol",
    "ServiceComponents",
    "None",
    protocol("Autodiscover", "MSExchangeAutodiscoverAppPool", "W3SVC"),
  ),
  set(
    "DataProtection",
    "ServiceComponents",
    "HighAvailability",
    "ServiceHealthMSExchangeReplEndpointMonitor|MSExchangeRepl|MSExchangeRepl\nReplServiceCrashMonitor|MSExchangeRepl|MSExchangeRepl",
  ),
  set(
    "EventAssistants",
    "ServiceComponents",
    "None",
    "EventAssistantsProcessRepeatedlyCrashingMonitor|MSExchangeMailboxAssistants|MSExchangeMailboxAssistants",
  ),
  set("EWS.Protocol", "ServiceComponents", "None", protocol("EWS", "MSExchangeServicesAppPool", "W3SVC")),
  set(
    "HubTransport",
    "ServiceComponents",
    "HubTransport",
    "HubTransportServiceRunningMonitor|MSExchangeTransport|MSExchangeTransport\nMessages.failed.to.be.made.redundant.Monitor||\nHub.Availability.Monitor|MSExchangeTransport|MSExchangeTransport",
  ),
  set(
    "FrontendTransport",
    "ServiceComponents",
    "FrontendTransport",
    "FrontendTransportServiceRunningMonitor|MSExchangeFrontEndTransport|MSExchangeFrontEndTransport",
  ),
  set("FIPS", "ServiceComponents", "None", "FipsServiceRunningMonitor|FMS|FMS"),
  set(
    "IMAP.Protocol",
    "ServiceComponents",
    "None",
    `ProcessProcessorTimeErrorMonitor|microsoft.exchange.imap4
     ${protocol("Imap", "MSExchangeImap4BE", "").replaceAll("\n", "\n     ")}
     PrivateWorkingSetWarningMonitor|microsoft.exchange.imap4
     ProcessProcessorTimeWarningMonitor|microsoft.exchange.imap4
     CrashEvent.M.exchange.imap4|microsoft.exchange.imap4
     PrivateWorkingSetErrorMonitor|microsoft.exchange.imap4
     ProcessProcessorTimeErrorMonitor|microsoft.exchange.imap4service
     ProcessProcessorTimeWarningMonitor|microsoft.exchange.imap4service
     CrashEvent.M.exchange.imap4service|microsoft.exchange.imap4service`,
  ),
  set("IMAP.Proxy", "ServiceComponents", "ImapProxy", "ImapProxyTestMonitor|MSExchangeImap4"),
  set(
    "IMAP.Protocol",
    "ServiceComponents",
    "None",
    `PrivateWorkingSetErrorMonitor|microsoft.exchange.imap4service
     PrivateWorkingSetWarningMonitor|microsoft.exchange.imap4service`,
  ),
  set(
    "MailboxTransport",
    "ServiceComponents",
    "None",
    "MailboxTransportDeliveryServiceRunningMonitor|MSExchangeDelivery|MSExchangeDelivery\nMailboxTransportSubmissionServiceRunningMonitor|MSExchangeSubmission|MSExchangeSubmission",
  ),
  set(
    "Monitoring",
    "ServiceComponents",
    "None",
    "HealthManagerHeartbeatMonitor||MSExchangeHM\nHealthManagerWorkItemQuarantineMonitor||",
  ),
  set(
    "MRS",
    "ServiceComponents",
    "None",
    "MailboxReplicationServiceRunningMonitor|MSExchangeMailboxReplication|MSExchangeMailboxReplication",
  ),
  set("OAB", "ServiceComponents", "None", "OABProcessorTimeMonitor|MSExchangeOABAppPool|W3SVC"),
  set("OWA.Protocol", "ServiceComponents", "None", protocol("Owa", "MSExchangeOWAAppPool", "W3SVC")),
  set("Outlook.Protocol", "ServiceComponents", "None", protocol("OutlookRpc", "MSExchangeRPC", "MSExchangeRPC")),
  set(
    "OutlookMapiHttp.Protocol",
    "ServiceComponents",
    "None",
    protocol("OutlookMapiHttp", "MSExchangeMapiMailboxAppPool", "W3SVC"),
  ),
  set("POP.Protocol", "ServiceComponents", "None", protocol("Pop", "MSExchangePop3BE", "")),
  set("RPS", "ServiceComponents", "None", "RPSSelfTestMonitor|MSExchangePowerShellAppPool|W3SVC"),
  set(
    "Search",
    "ServiceComponents",
    "None",
    "SearchServiceRunningMonitor|MSExchangeFastSearch|MSExchangeFastSearch\nHostControllerServiceRunningMonitor|HostControllerService|HostControllerService",
  ),
  set(
    "Store",
    "ServiceComponents",
    "None",
    "StoreServiceRunningMonitor|MSExchangeIS|MSExchangeIS\nActiveDatabaseAvailabilityMonitor|MSExchangeIS|MSExchangeIS",
  ),
  set("UM.Protocol", "ServiceComponents", "None", "UMServiceRunningMonitor|MSExchangeUM|MSExchangeUM"),
  set(
    "ActiveSync.Proxy",
    "ServiceComponents",
    "ActiveSyncProxy",
    "ActiveSyncProxyTestMonitor|MSExchangeSyncAppPool|W3SVC",
  ),
  set(
    "Autodiscover.Proxy",
    "ServiceComponents",
    "AutoDiscoverProxy",
    "AutodiscoverProxyTestMonitor|MSExchangeAutodiscoverAppPool|W3SVC",
  ),
  set("ECP.Proxy", "ServiceComponents", "EcpProxy", "ECPProxyTestMonitor|MSExchangeECPAppPool|W3SVC"),
  set("EWS.Proxy", "ServiceComponents", "EwsProxy", "EWSProxyTestMonitor|MSExchangeServicesAppPool|W3SVC"),
  set("OAB.Proxy", "ServiceComponents", "OabProxy", "OABProxyTestMonitor|MSExchangeOABAppPool|W3SVC"),
  set(
    "OWA.Proxy",
    "ServiceComponents",
    "OwaProxy",
    "OWAProxyTestMonitor|MSExchangeOWAAppPool|W3SVC\nOWAProxyTestMonitor|MSExchangeOWACalendarAppPool|W3SVC",
  ),
  set("Outlook.Proxy", "ServiceComponents", "RpcProxy", "OutlookProxyTestMonitor|MSExchangeRpcProxyAppPool|W3SVC"),
  set(
    "OutlookMapiHttp.Proxy",
    "ServiceComponents",
    "MapiProxy",
    "OutlookMapiHttpProxyTestMonitor|MSExchangeMapiFrontEndAppPool|W3SVC",
  ),
  set("POP.Proxy", "ServiceComponents", "PopProxy", "PopProxyTestMonitor|MSExchangePop3"),
  set("RPS.Proxy", "ServiceComponents", "RpsProxy", "RPSProxyTestMonitor|MSExchangePowerShellFrontEndAppPool|W3SVC"),
  set("MailboxSpace", "ServerResources", "None", "DatabaseSizeMonitor||\nStorageLogicalDriveSpaceMonitor||"),
  set(
    "ProcessIsolation",
    "ServerResources",
    "None",
    "PrivateWorkingSetErrorMonitor|msexchangerepl\nPrivateWorkingSetErrorMonitor|edgetransport",
  ),
  set(
    "AD",
    "KeyDependencies",
    "None",
    "TopologyServiceCrashMonitor|MSExchangeADTopology|MSExchangeADTopology\nADConnectivityMonitor||MSExchangeADTopology",
  ),
  set("DAL", "KeyDependencies", "None", "DalCrashMonitor||"),
];
