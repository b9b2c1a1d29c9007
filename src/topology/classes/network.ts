import { defineClass } from "../define-class.js";
import type { ClassDefinition } from "../schema.js";

/*
 * What the network has that does not follow from the organization. Addresses, names and subnets of servers, domain
 * controllers and availability groups are derived (`network/`); an object here says what differs, or what was made.
 * None of it is in Active Directory: like the state of services it is here because who is connected where depends on it.
 */

const place = (folder: string): ClassDefinition["container"] => ({
  below: "configuration",
  path: ["CN=Network", `CN=${folder}`],
});
const category = { objectClass: ["top", "network"], objectCategory: "Network" };

/** A machine as the network sees it: a client, or what differs of a server or domain controller. */
export const networkHost = defineClass({
  name: "NetworkHost",
  ...category,
  container: place("Hosts"),
  properties: {
    /** The server or domain controller; null for a client machine. */
    Machine: { holds: "reference" },
    /** IPv4, the first one preferred; derived when empty. */
    Addresses: { holds: "string", many: true },
    /** Of a client: `Inside`, `Outside` or `VPN`. */
    Location: { holds: "string", default: "Inside" },
    /** The site whose network a client is in. */
    Site: { holds: "reference" },
    /** `Windows Server 2008 R2`; derived when null. */
    WindowsVersion: { holds: "string" },
    /** A client that is switched off. Servers say it of themselves. */
    IsDown: { holds: "boolean", default: false },
    /** When a server that was restarted runs again, ticks; null for one that runs, or that stays down. */
    StartsAt: { holds: "bigint" },
    /** Records `hostsEntry`: `name`, `address`. */
    HostsFile: { holds: "record", many: true },
    /** Records `cacheEntry`: `name`, `expires` in ticks, `addresses` (none: the name does not exist), `aliasOf` (names). */
    ResolverCache: { holds: "record", many: true },
  },
  indexes: { machine: { property: "Machine" }, address: { property: "Addresses" } },
});

/** Addresses that belong to a site: `10.1.0.0/16`. Each site has a derived one unless it has one of these. */
export const networkSubnet = defineClass({
  name: "NetworkSubnet",
  // Active Directory has them too.
  objectClass: ["top", "subnet"],
  objectCategory: "Subnet",
  container: { below: "configuration", path: ["CN=Sites", "CN=Subnets"] },
  properties: { Prefix: { holds: "string" }, Site: { holds: "reference" } },
});

/** A zone that DNS servers answer for, beside the derived ones (those of the domains). */
export const dnsZone = defineClass({
  name: "DnsZone",
  ...category,
  container: place("DNS Zones"),
  properties: {
    ZoneName: { holds: "string" },
    /** `Inside` or `Outside`. */
    View: { holds: "string" },
  },
});

/** A record of a zone; or, removed, that a derived record is not there. */
export const dnsRecord = defineClass({
  name: "DnsRecord",
  ...category,
  container: place("DNS Records"),
  properties: {
    /** The full name, without a dot at its end. */
    HostName: { holds: "string" },
    View: { holds: "string" },
    /** `A`, `CNAME`, `PTR`, `SRV`, `MX`, `TXT`. */
    Type: { holds: "string" },
    /** An address, a name, … */
    Data: { holds: "string" },
    /** Seconds. */
    TimeToLive: { holds: "number", default: 3600 },
    IsRemoved: { holds: "boolean", default: false },
    /** Which of the name's records comes first in the next answer, kept on the first of them. */
    Turn: { holds: "number", default: 0 },
  },
  indexes: { hostName: { property: "HostName" } },
});

/** A hardware (or virtual) load balancer's virtual server. */
export const loadBalancer = defineClass({
  name: "LoadBalancer",
  ...category,
  container: place("Load Balancers"),
  properties: {
    VirtualAddress: { holds: "string" },
    /** TCP ports; empty: all. */
    Ports: { holds: "number", many: true },
    /** Servers, in order. */
    Pool: { holds: "reference", many: true },
    /** `Service` (the service itself is asked), `Ping` (only the machine), or `None`. */
    HealthCheck: { holds: "string", default: "Service" },
    /** Seconds until a member that fails is taken out, and one that is well again is taken in. */
    HealthInterval: { holds: "number", default: 10 },
    /** What the last checks found: which members are in, and since when a change waits to be seen. */
    Findings: { holds: "record", many: true },
    /** `None` or `SourceAddress`. */
    Affinity: { holds: "string", default: "SourceAddress" },
    /** Without affinity: `RoundRobin` or `LeastConnections`. */
    Method: { holds: "string", default: "LeastConnections" },
    IsDown: { holds: "boolean", default: false },
    /** How many connections were spread so far. */
    Turn: { holds: "number", default: 0 },
  },
});

/** A Windows Network Load Balancing cluster. */
export const nlbCluster = defineClass({
  name: "NlbCluster",
  ...category,
  container: place("NLB Clusters"),
  properties: {
    ClusterAddress: { holds: "string" },
    /** The full internet name that the cluster was given. */
    ClusterName: { holds: "string" },
    Members: { holds: "reference", many: true },
    /** Members that were stopped with Stop-NlbClusterNode. */
    StoppedMembers: { holds: "reference", many: true },
    /** `None`, `Single` or `Network`. */
    Affinity: { holds: "string", default: "Single" },
    /** `Unicast`, `Multicast` or `IgmpMulticast`. */
    OperationMode: { holds: "string", default: "Unicast" },
  },
});

/** A rule of the firewall between outside and inside: an outer address and port lead to an inner address. */
export const firewallRule = defineClass({
  name: "FirewallRule",
  ...category,
  container: place("Firewall"),
  properties: {
    ExternalAddress: { holds: "string" },
    Port: { holds: "number" },
    /** The inner address; null: let through to the same address. */
    Target: { holds: "string" },
  },
});

/** Outlook on a machine, with its profile. */
export const outlookClient = defineClass({
  name: "OutlookClient",
  ...category,
  container: place("Outlook"),
  properties: {
    Mailbox: { holds: "reference" },
    Host: { holds: "reference" },
    /** `2003`, `2007`, `2010` or `2013`. */
    Version: { holds: "string", default: "2010" },
    IsCached: { holds: "boolean", default: true },
    /** What the profile holds as server; null before there is a profile. */
    ProfileServer: { holds: "string" },
    /** What it holds as proxy for HTTPS. */
    ProfileProxy: { holds: "string" },
    IsOpen: { holds: "boolean", default: false },
    /** A record `connection`: `server` (link), `address`, `via` (GUID of what answers there, or ""), `type`. */
    Connection: { holds: "record" },
    /** Since when it is (dis)connected, ticks. */
    Since: { holds: "bigint" },
  },
  indexes: { mailbox: { property: "Mailbox" }, host: { property: "Host" } },
});

/** A client of a web service: a telephone with ActiveSync, a browser with OWA, a program with EWS. */
export const httpsClient = defineClass({
  name: "HttpsClient",
  ...category,
  container: place("HTTPS Clients"),
  properties: {
    /** `ActiveSync`, `OWA`, `ECP`, `EWS`, `OAB` or `Autodiscover`. */
    Protocol: { holds: "string" },
    /** The URL that it was given; null: that of the mailbox's site, by where the client is. */
    Url: { holds: "string" },
    Host: { holds: "reference" },
    Mailbox: { holds: "reference" },
  },
  indexes: { host: { property: "Host" } },
});

/** All classes of the network. */
export const networkClasses: readonly ClassDefinition[] = [
  networkHost,
  networkSubnet,
  dnsZone,
  dnsRecord,
  loadBalancer,
  nlbCluster,
  firewallRule,
  outlookClient,
  httpsClient,
];
