import { compareText } from "../../values/index.js";

/** How a service of a server is installed. */
export interface InstalledService {
  readonly name: string;
  readonly displayName: string;
  readonly startType: "Automatic" | "Manual" | "Disabled";
  /** Whether it runs on a healthy server. */
  readonly runs: boolean;
  /** Names of the services that must run before it. */
  readonly needs: readonly string[];
  /** File name of its program without `.exe`. */
  readonly process: string;
}

/** Roles that a row is for: letters of `MCHUE` (Mailbox … Edge), `D` domain controller, `*` every Windows server. */
interface Row {
  readonly roles: string;
  /** `name|display name|needs|process`. Behind the name `-`: started by hand, not running; `~`: by hand, running. */
  readonly text: string;
}

/**
 * Windows Server 2008 R2 and domain controllers. Source: Microsoft's documentation
 * of default services; which of them run is from memory.
 */
const windows: readonly Row[] = [
  { roles: "*", text: "AeLookupSvc~|Application Experience||svchost" },
  { roles: "*", text: "BFE|Base Filtering Engine|RpcSs|svchost" },
  { roles: "*", text: "BITS~|Background Intelligent Transfer Service|RpcSs EventSystem|svchost" },
  { roles: "*", text: "CertPropSvc~|Certificate Propagation|RpcSs|svchost" },
  { roles: "*", text: "CryptSvc|Cryptographic Services|RpcSs|svchost" },
  { roles: "*", text: "DcomLaunch|DCOM Server Process Launcher||svchost" },
  { roles: "*", text: "Dhcp|DHCP Client|Afd NSI Tdx|svchost" },
  { roles: "*", text: "Dnscache|DNS Client|nsi Tdx|svchost" },
  { roles: "*", text: "eventlog|Windows Event Log||svchost" },
  { roles: "*", text: "EventSystem|COM+ Event System|RpcSs|svchost" },
  { roles: "*", text: "gpsvc|Group Policy Client|RpcSs Mup|svchost" },
  { roles: "*", text: "IKEEXT|IKE and AuthIP IPsec Keying Modules|BFE|svchost" },
  { roles: "*", text: "iphlpsvc|IP Helper|RpcSs Tdx winmgmt nsi|svchost" },
  { roles: "*", text: "LanmanServer|Server|SamSs Srv|svchost" },
  { roles: "*", text: "LanmanWorkstation|Workstation|Bowser MRxSmb10 MRxSmb20 NSI|svchost" },
  { roles: "*", text: "lmhosts|TCP/IP NetBIOS Helper|NetBT Afd|svchost" },
  { roles: "*", text: "MpsSvc|Windows Firewall|mpsdrv bfe|svchost" },
  { roles: "*", text: "MSDTC|Distributed Transaction Coordinator|RPCSS SamSS|msdtc" },
  { roles: "*", text: "Netlogon|Netlogon|LanmanWorkstation|lsass" },
  { roles: "*", text: "netprofm~|Network List Service|RpcSs nlasvc|svchost" },
  { roles: "*", text: "NetTcpPortSharing|Net.Tcp Port Sharing Service||SMSvcHost" },
  { roles: "*", text: "NlaSvc|Network Location Awareness|NSI RpcSs TcpIp|svchost" },
  { roles: "*", text: "nsi|Network Store Interface Service|nsiproxy|svchost" },
  { roles: "*", text: "PlugPlay|Plug and Play||svchost" },
  { roles: "*", text: "Power|Power||svchost" },
  { roles: "*", text: "ProfSvc|User Profile Service|RpcSs|svchost" },
  { roles: "*", text: "RemoteRegistry|Remote Registry|RPCSS|svchost" },
  { roles: "*", text: "RpcEptMapper|RPC Endpoint Mapper||svchost" },
  { roles: "*", text: "RpcSs|Remote Procedure Call (RPC)|RpcEptMapper DcomLaunch|svchost" },
  { roles: "*", text: "SamSs|Security Accounts Manager|RPCSS|lsass" },
  { roles: "*", text: "Schedule|Task Scheduler|RPCSS EventLog|svchost" },
  { roles: "*", text: "SENS|System Event Notification Service|EventSystem|svchost" },
  { roles: "*", text: "Spooler|Print Spooler|RPCSS http|spoolsv" },
  { roles: "*", text: "TermService~|Remote Desktop Services|RPCSS TermDD|svchost" },
  { roles: "*", text: "TrkWks|Distributed Link Tracking Client|RpcSs|svchost" },
  { roles: "*", text: "VSS-|Volume Shadow Copy|RPCSS|VSSVC" },
  { roles: "*", text: "W32Time|Windows Time||svchost" },
  { roles: "*", text: "Winmgmt|Windows Management Instrumentation|RPCSS|svchost" },
  { roles: "*", text: "WinRM|Windows Remote Management (WS-Management)|RPCSS HTTP|svchost" },
  { roles: "*", text: "wuauserv|Windows Update|rpcss|svchost" },
  { roles: "D", text: "ADWS|Active Directory Web Services||Microsoft.ActiveDirectory.WebServices" },
  { roles: "D", text: "DFSR|DFS Replication|RpcSs EventSystem|dfsrs" },
  { roles: "D", text: "DNS|DNS Server|Afd Tcpip RpcSs NTDS|dns" },
  { roles: "D", text: "IsmServ|Intersite Messaging|NTDS SamSs|ismserv" },
  { roles: "D", text: "kdc|Kerberos Key Distribution Center|RpcSs Afd NTDS|lsass" },
  { roles: "D", text: "NTDS|Active Directory Domain Services|RpcSs|lsass" },
  { roles: "MCU", text: "IISADMIN|IIS Admin Service|RPCSS SamSS HTTP|inetinfo" },
  { roles: "MCU", text: "W3SVC|World Wide Web Publishing Service|WAS HTTP|svchost" },
  { roles: "MCU", text: "WAS~|Windows Process Activation Service|RPCSS|svchost" },
];

const topologyService = "MSExchangeADTopology";

/** Exchange 2010 (Microsoft's "Overview of Exchange Services"): names, display names, start and roles. */
const exchange2010: readonly Row[] = [
  {
    roles: "MCHU",
    text: `${topologyService}|Microsoft Exchange Active Directory Topology||MSExchangeADTopologyService`,
  },
  { roles: "E", text: "ADAM_MSExchange|Microsoft Exchange ADAM||dsamain" },
  {
    roles: "C",
    text: `MSExchangeAB|Microsoft Exchange Address Book|${topologyService}|Microsoft.Exchange.AddressBook.Service`,
  },
  {
    roles: "HE",
    text: `MSExchangeAntispamUpdate|Microsoft Exchange Anti-spam Update|${topologyService}|Microsoft.Exchange.AntispamUpdateSvc`,
  },
  {
    roles: "E",
    text: "MSExchangeEdgeCredential|Microsoft Exchange Credential Service|ADAM_MSExchange|EdgeCredentialSvc",
  },
  {
    roles: "H",
    text: `MSExchangeEdgeSync|Microsoft Exchange EdgeSync|${topologyService}|Microsoft.Exchange.EdgeSyncSvc`,
  },
  {
    roles: "CU",
    text: `MSExchangeFDS|Microsoft Exchange File Distribution|${topologyService} LanmanWorkstation|MSExchangeFDS`,
  },
  { roles: "C", text: "MSExchangeFBA|Microsoft Exchange Forms-Based Authentication service||exfba" },
  { roles: "C", text: `MSExchangeImap4-|Microsoft Exchange IMAP4|${topologyService}|Microsoft.Exchange.Imap4Service` },
  {
    roles: "M",
    text: "MSExchangeIS|Microsoft Exchange Information Store|RPCSS LanmanServer LanmanWorkstation EventLog|store",
  },
  {
    roles: "M",
    text: `MSExchangeMailboxAssistants|Microsoft Exchange Mailbox Assistants|${topologyService}|MSExchangeMailboxAssistants`,
  },
  {
    roles: "C",
    text: `MSExchangeMailboxReplication|Microsoft Exchange Mailbox Replication|${topologyService} NetTcpPortSharing|MSExchangeMailboxReplication`,
  },
  {
    roles: "M",
    text: `MSExchangeMailSubmission|Microsoft Exchange Mail Submission|${topologyService}|MSExchangeMailSubmission`,
  },
  { roles: "MCHU", text: "MSExchangeMonitoring-|Microsoft Exchange Monitoring||Microsoft.Exchange.Monitoring" },
  { roles: "C", text: `MSExchangePop3-|Microsoft Exchange POP3|${topologyService}|Microsoft.Exchange.Pop3Service` },
  {
    roles: "C",
    text: `MSExchangeProtectedServiceHost|Microsoft Exchange Protected Service Host|${topologyService}|Microsoft.Exchange.ProtectedServiceHost`,
  },
  { roles: "M", text: `MSExchangeRepl|Microsoft Exchange Replication|${topologyService}|msexchangerepl` },
  {
    roles: "MC",
    text: `MSExchangeRPC|Microsoft Exchange RPC Client Access|${topologyService}|Microsoft.Exchange.RpcClientAccess.Service`,
  },
  { roles: "M", text: "MSExchangeSA|Microsoft Exchange System Attendant|RPCSS LanmanServer EventLog|mad" },
  {
    roles: "M",
    text: `MSExchangeSearch|Microsoft Exchange Search Indexer|${topologyService} msftesql-Exchange|Microsoft.Exchange.Search.ExSearch`,
  },
  {
    roles: "MCHU",
    text: `MSExchangeServiceHost|Microsoft Exchange Service Host|${topologyService}|Microsoft.Exchange.ServiceHost`,
  },
  { roles: "M", text: `MSExchangeThrottling|Microsoft Exchange Throttling|${topologyService}|MSExchangeThrottling` },
  { roles: "H", text: `MSExchangeTransport|Microsoft Exchange Transport|${topologyService}|MSExchangeTransport` },
  { roles: "E", text: "MSExchangeTransport|Microsoft Exchange Transport|ADAM_MSExchange|MSExchangeTransport" },
  {
    roles: "MH",
    text: `MSExchangeTransportLogSearch|Microsoft Exchange Transport Log Search|${topologyService}|MSExchangeTransportLogSearch`,
  },
  {
    roles: "U",
    text: `MSExchangeUM|Microsoft Exchange Unified Messaging|${topologyService} MSSpeechService|umservice`,
  },
  { roles: "U", text: "MSSpeechService~|Microsoft Speech Engine||SpeechService" },
  { roles: "M", text: "msftesql-Exchange~|Microsoft Search  (Exchange)|RPCSS|msftesql" },
  { roles: "M", text: "wsbexchange-|Microsoft Exchange Server Extension for Windows Server Backup||wsbexchange" },
];

/** Exchange 2013 to 2019 (documented service lists; what depends on what is from memory). */
const exchange2013: readonly Row[] = [
  { roles: "M", text: "FMS|Microsoft Filtering Management Service||FMS" },
  { roles: "MC", text: "HostControllerService|Microsoft Exchange Search Host Controller|HTTP|hostcontrollerservice" },
  {
    roles: "MCH",
    text: `${topologyService}|Microsoft Exchange Active Directory Topology|NetTcpPortSharing|Microsoft.Exchange.Directory.TopologyService`,
  },
  {
    roles: "M",
    text: `MSExchangeAntispamUpdate|Microsoft Exchange Anti-spam Update|${topologyService}|Microsoft.Exchange.AntispamUpdateSvc`,
  },
  {
    roles: "M",
    text: `MSExchangeDagMgmt|Microsoft Exchange DAG Management|${topologyService} NetTcpPortSharing|MSExchangeDagMgmt`,
  },
  {
    roles: "M",
    text: `MSExchangeDelivery|Microsoft Exchange Mailbox Transport Delivery|${topologyService}|MSExchangeDelivery`,
  },
  { roles: "MC", text: "MSExchangeDiagnostics|Microsoft Exchange Diagnostics||Microsoft.Exchange.Diagnostics.Service" },
  {
    roles: "M",
    text: `MSExchangeEdgeSync|Microsoft Exchange EdgeSync|${topologyService}|Microsoft.Exchange.EdgeSyncSvc`,
  },
  {
    roles: "M",
    text: `MSExchangeFastSearch|Microsoft Exchange Search|${topologyService} HostControllerService|Microsoft.Exchange.Search.Service`,
  },
  {
    roles: "C",
    text: `MSExchangeFrontEndTransport|Microsoft Exchange Frontend Transport|${topologyService}|MSExchangeFrontendTransport`,
  },
  {
    roles: "MC",
    text: "MSExchangeHM|Microsoft Exchange Health Manager|eventlog MSExchangeDiagnostics|MSExchangeHMHost",
  },
  { roles: "C", text: `MSExchangeImap4-|Microsoft Exchange IMAP4|${topologyService}|Microsoft.Exchange.Imap4Service` },
  {
    roles: "M",
    text: `MSExchangeIMAP4BE-|Microsoft Exchange IMAP4 Backend|${topologyService}|Microsoft.Exchange.Imap4Service`,
  },
  {
    roles: "M",
    text: `MSExchangeIS|Microsoft Exchange Information Store|RPCSS ${topologyService}|Microsoft.Exchange.Store.Service`,
  },
  {
    roles: "M",
    text: `MSExchangeMailboxAssistants|Microsoft Exchange Mailbox Assistants|${topologyService}|MSExchangeMailboxAssistants`,
  },
  {
    roles: "M",
    text: `MSExchangeMailboxReplication|Microsoft Exchange Mailbox Replication|${topologyService} NetTcpPortSharing|MSExchangeMailboxReplication`,
  },
  { roles: "MC", text: "MSExchangeMonitoring-|Microsoft Exchange Monitoring||Microsoft.Exchange.Monitoring" },
  { roles: "C", text: `MSExchangePop3-|Microsoft Exchange POP3|${topologyService}|Microsoft.Exchange.Pop3Service` },
  {
    roles: "M",
    text: `MSExchangePOP3BE-|Microsoft Exchange POP3 Backend|${topologyService}|Microsoft.Exchange.Pop3Service`,
  },
  {
    roles: "M",
    text: `MSExchangeRepl|Microsoft Exchange Replication|${topologyService} NetTcpPortSharing|msexchangerepl`,
  },
  {
    roles: "M",
    text: `MSExchangeRPC|Microsoft Exchange RPC Client Access|${topologyService}|Microsoft.Exchange.RpcClientAccess.Service`,
  },
  {
    roles: "MC",
    text: `MSExchangeServiceHost|Microsoft Exchange Service Host|${topologyService}|Microsoft.Exchange.ServiceHost`,
  },
  {
    roles: "M",
    text: `MSExchangeSubmission|Microsoft Exchange Mailbox Transport Submission|${topologyService}|MSExchangeSubmission`,
  },
  { roles: "M", text: `MSExchangeThrottling|Microsoft Exchange Throttling|${topologyService}|MSExchangeThrottling` },
  { roles: "ME", text: `MSExchangeTransport|Microsoft Exchange Transport|${topologyService}|MSExchangeTransport` },
  {
    roles: "ME",
    text: `MSExchangeTransportLogSearch|Microsoft Exchange Transport Log Search|${topologyService}|MSExchangeTransportLogSearch`,
  },
  { roles: "M", text: `MSExchangeUM|Microsoft Exchange Unified Messaging|${topologyService}|umservice` },
  {
    roles: "C",
    text: `MSExchangeUMCR|Microsoft Exchange Unified Messaging Call Router|${topologyService}|Microsoft.Exchange.UM.CallRouter`,
  },
  { roles: "M", text: "wsbexchange-|Microsoft Exchange Server Extension for Windows Server Backup||wsbexchange" },
];

/** What came with 2016 and its later updates (documented: "Exchange services on Exchange servers"; needs from memory). */
const exchange2016: readonly Row[] = [
  {
    roles: "M",
    text: `MSExchangeCompliance|Microsoft Exchange Compliance Service|${topologyService}|MSExchangeCompliance`,
  },
  {
    roles: "M",
    text: "MSExchangeHMRecovery|Microsoft Exchange Health Manager Recovery|eventlog MSExchangeDiagnostics|MSExchangeHMRecovery",
  },
  {
    roles: "M",
    text: `MSExchangeMitigation|Microsoft Exchange Emergency Mitigation Service|${topologyService}|MSExchangeMitigation`,
  },
  {
    roles: "M",
    text: `MSExchangeNotificationsBroker-|Microsoft Exchange Notifications Broker|${topologyService}|Microsoft.Exchange.Notifications.Broker`,
  },
];

/** Gone with Unified Messaging: 2019 has none. */
const untilUnifiedMessaging: ReadonlySet<string> = new Set(["MSExchangeUM", "MSExchangeUMCR"]);

function exchangeRows({ major, minor = 0 }: ServerKind): readonly Row[] {
  if (major === null) return [];
  if (major < 15) return exchange2010;
  if (minor < 1) return exchange2013;
  const rows = [...exchange2013, ...exchange2016];
  return minor < 2 ? rows : rows.filter(({ text }) => !untilUnifiedMessaging.has(text.split("|")[0] ?? ""));
}

const letters: Readonly<Record<string, string>> = {
  Mailbox: "M",
  ClientAccess: "C",
  HubTransport: "H",
  UnifiedMessaging: "U",
  Edge: "E",
  DomainController: "D",
};

/** What decides which services a machine has. */
export interface ServerKind {
  /** Roles of Exchange, or `DomainController`. */
  readonly roles: readonly string[];
  /** Major version of Exchange (14 is 2010); `null` without Exchange. */
  readonly major: number | null;
  /** Since 15, which is 2013: 1 is 2016, 2 is 2019. */
  readonly minor?: number;
}

/** The services of a machine as setup installs them, by name. */
export function installedServices(kind: ServerKind): readonly InstalledService[] {
  const own = new Set(["*", ...kind.roles.map((role) => letters[role] ?? "")]);
  const exchange = exchangeRows(kind);
  const byName = new Map<string, InstalledService>();
  for (const row of [...windows, ...exchange]) {
    const service = parseRow(row);
    if ([...row.roles].some((letter) => own.has(letter)) && !byName.has(service.name))
      byName.set(service.name, service);
  }
  return [...byName.values()].sort((a, b) => compareText(a.name, b.name, true));
}

const parsedRows = new Map<string, InstalledService>();

function parseRow({ text }: Row): InstalledService {
  let service = parsedRows.get(text);
  if (service === undefined) {
    service = serviceOf(text);
    parsedRows.set(text, service);
  }
  return service;
}

function serviceOf(text: string): InstalledService {
  const [head = "", displayName = "", needs = "", process = ""] = text.split("|");
  const mark = /[-~]$/.exec(head)?.[0];
  const isMarked = mark !== undefined;
  return {
    name: isMarked ? head.slice(0, -1) : head,
    displayName,
    startType: isMarked ? "Manual" : "Automatic",
    runs: mark !== "-",
    needs: needs === "" ? [] : needs.split(" "),
    process,
  };
}
