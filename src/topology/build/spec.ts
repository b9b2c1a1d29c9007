import type { ServerEdition, ServerRole } from "../classes/exchange-server.js";

/** The description of an organization, as `buildTopology` takes it. Names are looked up case aside. */
export interface TopologySpec {
  /** The DNS name of the domain, which is also the forest's: `contoso.com`. */
  readonly domain: string;
  /** The short name of the domain. Left out: the first label in capitals. */
  readonly netBIOSName?: string;
  /** The name of the Exchange organization. Left out: "First Organization", as Exchange's setup calls it. */
  readonly organization?: string;
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
  /** Left out: Mailbox, ClientAccess and HubTransport. */
  readonly roles?: readonly ServerRole[];
  /** Left out: Enterprise. */
  readonly edition?: ServerEdition;
  /** Major, minor, build and revision. Left out: 14.3.123.4, Exchange 2010 SP3. */
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
   * Left out: as Exchange sets it for a new database: the FQDN of the array in the server's site, else of the server
   * itself if it has the ClientAccess role, else of the first server in the site that has it.
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
}
