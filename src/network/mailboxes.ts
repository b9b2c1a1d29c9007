import { accessServerFor } from "../exchange/databases/access-server.js";
import { isUp } from "../exchange/databases/database-status.js";
import { type DirectoryObject, findByIndex, getObject, listObjects } from "../topology/index.js";
import type { Evaluation } from "./evaluation.js";
import { fieldOf, guidField, linkField, textField, textsField } from "./fields.js";
import type { Host } from "./machines.js";
import type { Network } from "./network.js";

/** What clients need to know of a database. */
export interface DatabaseFacts {
  readonly object: DirectoryObject;
  /** The server on which it is active. */
  readonly server: Host | null;
  /** Mounted, on a server that is up, its Information Store runs, and its availability group has quorum. */
  readonly isMounted: boolean;
  readonly rpcClientAccessServer: string | null;
  readonly group: DirectoryObject | null;
  readonly publicFolders: {
    readonly object: DirectoryObject;
    readonly server: Host | null;
    readonly isUp: boolean;
  } | null;
}

/** The facts of a database, worked out once an evaluation. */
export function databaseFacts(evaluation: Evaluation, guid: string): DatabaseFacts | null {
  return evaluation.once(`database|${guid}`, () => {
    const { network } = evaluation;
    const object = listObjects(network.topology, "MailboxDatabase").find((each) => each.guid === guid);
    return object === undefined ? null : factsOf(network, object);
  });
}

function factsOf(network: Network, object: DirectoryObject): DatabaseFacts {
  const { topology } = network;
  const server = network.host(guidField(object, "Server"));
  const folders = linkField(topology, object, "PublicFolderDatabase");
  return {
    object,
    server,
    isMounted: isUp(topology, object),
    rpcClientAccessServer: textField(object, "RpcClientAccessServer"),
    group: server === null ? null : linkField(topology, server.object, "DatabaseAvailabilityGroup"),
    publicFolders: folders === null ? null : publicFoldersOf(network, folders),
  };
}

function publicFoldersOf(network: Network, object: DirectoryObject): DatabaseFacts["publicFolders"] {
  const server = network.host(guidField(object, "Server"));
  return { object, server, isUp: isUp(network.topology, object) };
}

/** The primary SMTP address of a mailbox; `""` without one. */
export function primaryAddress(mailbox: DirectoryObject): string {
  const address = textsField(mailbox, "EmailAddresses").find((each) => each.startsWith("SMTP:"));
  return address?.slice("SMTP:".length) ?? "";
}

/** The domain of a mailbox's address. */
export function mailDomain(mailbox: DirectoryObject): string {
  return primaryAddress(mailbox).split("@")[1] ?? "";
}

/**
 * The server name that a new profile gets: the database's RpcClientAccessServer in Exchange 2010, the Mailbox server
 * before, the mailbox's GUID and domain since 2013. Null when nothing can be said.
 */
export function profileServerFor(
  { network }: Evaluation,
  mailbox: DirectoryObject,
  database: DatabaseFacts,
): string | null {
  const { server } = database;
  if (server === null || server.major === null) return null;
  if (server.major < 14) return server.fqdn;
  if (server.major > 14) return `${textField(mailbox, "ExchangeGuid") ?? mailbox.guid}@${mailDomain(mailbox)}`;
  return database.rpcClientAccessServer ?? accessServerFor(network.topology, server.object);
}

/** The Client Access servers of a site, in the order of the organization. */
export function accessServersOf({ network }: Evaluation, site: DirectoryObject | null): readonly Host[] {
  return network.hosts.filter((host) => host.hasRole("ClientAccess") && host.site?.guid === site?.guid);
}

/** The FQDN of a site's array; null without one. */
export function arrayOf({ network }: Evaluation, site: DirectoryObject | null): string | null {
  if (site === null) return null;
  const [array] = findByIndex(network.topology, "ClientAccessArray", "site", site.guid);
  return array === undefined ? null : textField(array, "Fqdn");
}

/** The name under which a site serves RPC: its array's, or that of its first Client Access server. */
export function accessNameOf(evaluation: Evaluation, site: DirectoryObject | null): string | null {
  return arrayOf(evaluation, site) ?? accessServersOf(evaluation, site)[0]?.fqdn ?? null;
}

/** The virtual directory of Outlook Anywhere on a server; null where it is off. */
export function outlookAnywhereOn(evaluation: Evaluation, host: Host): DirectoryObject | null {
  const { topology } = evaluation.network;
  const all = evaluation.once("outlook anywhere", () => listObjects(topology, "RpcHttpVirtualDirectory"));
  return all.find((directory) => serverOf(evaluation, directory) === host.object.guid) ?? null;
}

/** The GUID of the server that a virtual directory is on. */
export function serverOf({ network }: Evaluation, directory: DirectoryObject): string | null {
  let parent = directory.parent;
  while (parent !== null && network.host(parent) === null) parent = getObject(network.topology, parent)?.parent ?? null;
  return parent;
}

/** The proxy for HTTPS that Autodiscover gives a mailbox: null when Outlook Anywhere is off in the mailbox's site. */
export function proxyFor(evaluation: Evaluation, database: DatabaseFacts, inside: boolean): string | null {
  const site = database.server?.site ?? null;
  const property = inside && (database.server?.major ?? 0) > 14 ? "InternalHostname" : "ExternalHostname";
  for (const host of accessServersOf(evaluation, site)) {
    const directory = outlookAnywhereOn(evaluation, host);
    const name = directory === null ? null : textField(directory, property);
    if (name !== null && name !== "") return name;
  }
  return null;
}

/** Whether clients of a group's databases may be served across sites (from SP2 on a matter of the group). */
export function allowsCrossSite(group: DirectoryObject): boolean {
  return fieldOf(group, "AllowCrossSiteRpcClientAccess") === true;
}
