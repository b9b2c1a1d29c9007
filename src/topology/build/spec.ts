import type { ServerEdition, ServerRole } from "../classes/exchange-server.js";
import type { ExchangeRelease } from "../exchange-release.js";

/** The description of an organization, as `buildTopology` takes it. Names are looked up case aside. */
export interface TopologySpec {
  /** The DNS name of the domain, which is also the forest's: `contoso.com`. */
  readonly domain: string;
  /** The short name of the domain. Left out: the first label in capitals. */
  readonly netBIOSName?: string;
  /** The name of the Exchange organization. Left out: "First Organization", as Exchange's setup calls it. */
  readonly organization?: string;
  /** Which Exchange its servers run that give no version. Left out: 2010. */
  readonly release?: ExchangeRelease;
  /**
   * Whether it has the mailboxes that Exchange makes for itself: those for arbitration and discovery, and since 2013
   * those for monitoring. Left out: no.
   */
  readonly systemMailboxes?: boolean;
  /** The time of the organization's clock at the start, ISO 8601 with zone. Left out: 2013-06-03T09:00:00Z. */
  readonly now?: string;
  /** Which GUIDs the objects get. Left out: 1. */
  readonly seed?: number;
  /** The Active Directory sites. Left out: Default-First-Site-Name. */
  readonly sites?: readonly string[];
  /** Left out: DC01 in the first site. */
  readonly domainControllers?: readonly (string | DomainControllerSpec)[];
  /** Organizational units below the domain; those above them are made: `Sales/East`. */
  readonly organizationalUnits?: readonly string[];
  readonly servers?: readonly (string | ServerSpec)[];
  readonly availabilityGroups?: readonly AvailabilityGroupSpec[];
  /** They count for the databases: a database in the site of an array gets the array's FQDN. */
  readonly clientAccessArrays?: readonly ClientAccessArraySpec[];
  /** In the order in which the organization lists them. */
  readonly databases?: readonly DatabaseSpec[];
  /** Users with mailboxes: names, or more. Any iterable will do, so that 100,000 can be made as they are read. */
  readonly mailboxes?: Iterable<string | MailboxSpec>;
  /** What differs of the network from what follows from the rest. Clients are made in a session (`shell.lab`). */
  readonly network?: NetworkSpec;
}

/** What differs of the network, or is there beside what is derived: addresses, records, load balancers, the firewall. */
export interface NetworkSpec {
  /** Subnets of sites; a site without any has a derived one. */
  readonly subnets?: readonly { readonly prefix: string; readonly site: string }[];
  /** Servers and domain controllers of which something differs. */
  readonly hosts?: readonly NetworkHostSpec[];
  /** Zones beside those of the domains. */
  readonly zones?: readonly { readonly name: string; readonly view?: "Inside" | "Outside" }[];
  /** DNS records beside those that machines register themselves. */
  readonly records?: readonly DnsRecordSpec[];
  readonly balancers?: readonly LoadBalancerSpec[];
  /** What the firewall lets in: an outer address and port, and the inner address that they lead to (left out: the same). */
  readonly publishing?: readonly {
    readonly name: string;
    readonly address: string;
    readonly port: number;
    readonly target?: string;
  }[];
}

/** A server or domain controller of which something differs. */
export interface NetworkHostSpec {
  readonly name: string;
  /** IPv4, the preferred one first. */
  readonly addresses?: readonly string[];
  /** `Windows Server 2012 R2` */
  readonly windowsVersion?: string;
  /** Whether it is switched off. */
  readonly isDown?: boolean;
}

/** A DNS record. */
export interface DnsRecordSpec {
  /** The full name. */
  readonly name: string;
  /** An address, or a name for CNAME and PTR. */
  readonly data: string;
  /** Left out: A. */
  readonly type?: "A" | "CNAME" | "PTR" | "SRV" | "MX" | "TXT";
  /** Left out: Inside. */
  readonly view?: "Inside" | "Outside";
  /** Seconds. Left out: 3600. */
  readonly timeToLive?: number;
}

/** A load balancer's virtual server. */
export interface LoadBalancerSpec {
  readonly name: string;
  /** Its virtual address. */
  readonly address: string;
  /** Names of servers. */
  readonly pool: readonly string[];
  /** TCP ports. Left out: all. */
  readonly ports?: readonly number[];
  /** What is asked of members. Left out: Service. */
  readonly healthCheck?: "Service" | "Ping" | "None";
  /** Left out: SourceAddress. */
  readonly affinity?: "None" | "SourceAddress";
  /** How connections are spread without affinity. Left out: LeastConnections. */
  readonly method?: "RoundRobin" | "LeastConnections";
}

/** A domain controller. */
export interface DomainControllerSpec {
  readonly name: string;
  /** Left out: the first site. */
  readonly site?: string;
}

/** An Exchange server. A bare name stands for one with all defaults. */
export interface ServerSpec {
  /** The short name, at most 15 letters, digits and hyphens. */
  readonly name: string;
  /** Left out: the first site. */
  readonly site?: string;
  /** Left out: all that its version has: in 2010 Mailbox, ClientAccess and HubTransport, since 2016 Mailbox. */
  readonly roles?: readonly ServerRole[];
  /** Left out: Enterprise. */
  readonly edition?: ServerEdition;
  /** Major, minor, build and revision. Left out: that of the organization's release, 14.3.123.4 for 2010. */
  readonly version?: string;
}

/** A database availability group. */
export interface AvailabilityGroupSpec {
  readonly name: string;
  /** Names of servers with the Mailbox role; a server is in one group only. */
  readonly members?: readonly string[];
  readonly witnessServer?: string;
  readonly witnessDirectory?: string;
  /** IPv4 addresses of the group's own. */
  readonly ipAddresses?: readonly string[];
}

/** A Client Access array. */
export interface ClientAccessArraySpec {
  /** Left out: the first label of the FQDN. */
  readonly name?: string;
  readonly fqdn: string;
  /** The site; one array each. */
  readonly site: string;
}

/** A mailbox database. */
export interface DatabaseSpec {
  readonly name: string;
  /** The server on which it is active; with the Mailbox role. */
  readonly server: string;
  /** A recovery database: not mounted, without copies and mailboxes. */
  readonly recovery?: boolean;
  /** Further servers with a copy, most preferred first; all of the availability group of `server`. */
  readonly copies?: readonly string[];
  /**
   * Left out: as Exchange sets it for a new database: the FQDN of the array in the server's site (before 2013), else of
   * the server itself if it has the ClientAccess role, else of the first server in the site that has it.
   */
  readonly rpcClientAccessServer?: string;
}

/** The kinds of mailboxes. */
export const mailboxTypes = [
  "UserMailbox",
  "SharedMailbox",
  "RoomMailbox",
  "EquipmentMailbox",
  "LinkedMailbox",
  "DiscoveryMailbox",
  "ArbitrationMailbox",
  "MonitoringMailbox",
] as const;

/** A kind of mailbox. */
export type MailboxType = (typeof mailboxTypes)[number];

/** A user with a mailbox. A bare name stands for one with all defaults. */
export interface MailboxSpec {
  readonly name: string;
  /** Left out: the name in small letters, dots for blanks: `alan.reid`. */
  readonly alias?: string;
  /** Left out: the name. */
  readonly displayName?: string;
  /** First and last name left out: the two words of a name that has two. */
  readonly firstName?: string;
  readonly lastName?: string;
  /** Left out: the databases by turns, recovery databases apart. */
  readonly database?: string;
  /** One of `organizationalUnits`. Left out: the container Users. */
  readonly organizationalUnit?: string;
  /** Left out: UserMailbox. */
  readonly type?: MailboxType;
  /** The first one is the primary one. Left out: alias@domain. */
  readonly emailAddresses?: readonly string[];
  /** Mobile devices that synchronize with it. */
  readonly devices?: readonly DeviceSpec[];
}

/** A mobile device with Exchange ActiveSync. */
export interface DeviceSpec {
  /** What the device says that it is: `iPhone`, `Android`, `WP8`. */
  readonly type: string;
  /** Unique for the mailbox: `ApplDNPGJ7WVDTC0`. */
  readonly id: string;
  /** Left out: the type. */
  readonly model?: string;
  readonly os?: string;
  readonly userAgent?: string;
  readonly friendlyName?: string;
}
