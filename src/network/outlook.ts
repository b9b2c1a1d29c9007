import { type DirectoryObject, getObject, isReference, type RecordValue, reference } from "../topology/index.js";
import { autodiscover, type Settings } from "./autodiscover.js";
import type { Evaluation, Machine } from "./evaluation.js";
import { machineOf } from "./evaluation.js";
import { fieldOf, guidField, isSet, linkField, textField } from "./fields.js";
import type { Host } from "./machines.js";
import {
  accessNameOf,
  allowsCrossSite,
  type DatabaseFacts,
  databaseFacts,
  outlookAnywhereOn,
  profileServerFor,
  proxyFor,
} from "./mailboxes.js";
import type { Endpoint } from "./network.js";
import { https, reach, rpc } from "./reach.js";
import { resolve, viewOf } from "./resolve.js";
import { type Step, Trace } from "./steps.js";
import { openHttps } from "./web.js";

/** The versions of Outlook that are emulated. */
export const outlookVersions = ["2003", "2007", "2010", "2013"] as const;
export type OutlookVersion = (typeof outlookVersions)[number];

/** An Outlook with its profile, as the organization has it. */
export interface Outlook {
  readonly object: DirectoryObject;
  readonly name: string;
  readonly mailbox: DirectoryObject | null;
  readonly machine: Machine;
  readonly version: OutlookVersion;
  readonly isCached: boolean;
  readonly isOpen: boolean;
  /** Null before there is a profile. */
  readonly profileServer: string | null;
  readonly profileProxy: string | null;
  readonly connection: Connection | null;
  /** Since when it is connected or not, ticks. */
  readonly since: bigint | null;
}

/** A connection that stands: which server, under which address, and who answers there. */
export interface Connection {
  readonly server: string;
  readonly address: string;
  /** GUID of the balancer or cluster in between, or of the server itself. */
  readonly via: string;
  readonly type: "TCP/IP" | "HTTPS";
}

/** What an attempt of Outlook to connect came to, and what the profile says afterwards. */
export interface OutlookAttempt {
  readonly isConnected: boolean;
  readonly connection: Connection | null;
  /** The Client Access server (before Exchange 2010: the Mailbox server) that serves the client. */
  readonly server: Host | null;
  /** What stands between: a balancer, a cluster, or the server's own address. */
  readonly via: Endpoint | null;
  readonly profileServer: string | null;
  readonly profileProxy: string | null;
  /** Seconds of waiting. */
  readonly seconds: number;
  readonly steps: readonly Step[];
}

/** An Outlook, read from its object. */
export function outlookOf(evaluation: Evaluation, object: DirectoryObject): Outlook | null {
  const { network } = evaluation;
  const machine = machineOf(network, object);
  if (machine === null) return null;
  return {
    object,
    name: object.name,
    mailbox: linkField(network.topology, object, "Mailbox"),
    machine,
    version: outlookVersions.find((each) => each === textField(object, "Version")) ?? "2010",
    isCached: isSet(object, "IsCached"),
    isOpen: isSet(object, "IsOpen"),
    profileServer: textField(object, "ProfileServer"),
    profileProxy: textField(object, "ProfileProxy"),
    connection: connectionOf(object),
    since: sinceOf(object),
  };
}

function sinceOf(object: DirectoryObject): bigint | null {
  const value = fieldOf(object, "Since");
  return typeof value === "bigint" ? value : null;
}

function connectionOf(object: DirectoryObject): Connection | null {
  const value = fieldOf(object, "Connection") as RecordValue | null;
  const server = value?.server ?? null;
  if (value === null || !isReference(server)) return null;
  return {
    server: server.guid,
    address: String(value.address),
    via: String(value.via),
    type: value.type === "HTTPS" ? "HTTPS" : "TCP/IP",
  };
}

/** A connection as the organization keeps it. */
export function connectionRecord({ server, address, via, type }: Connection): RecordValue {
  return { kind: "connection", server: reference(server), address, via, type };
}

/** One Outlook that connects: what it knows, and what it comes to know. */
class Attempt {
  readonly trace = new Trace();
  server: string | null;
  proxy: string | null;
  redirects = 0;

  constructor(
    readonly evaluation: Evaluation,
    readonly outlook: Outlook,
    readonly mailbox: DirectoryObject,
    readonly database: DatabaseFacts,
  ) {
    this.server = outlook.profileServer;
    this.proxy = outlook.profileProxy;
  }

  take({ server, proxy }: Settings): void {
    this.server = server;
    this.proxy = proxy;
  }
}

type Made = {
  readonly host: Host;
  readonly via: Endpoint;
  readonly address: string;
  readonly type: Connection["type"];
};

/**
 * Lets an Outlook connect, as if it were started now: the profile is made if there is none, the server's name is looked
 * up, RPC is tried and, where the profile has a proxy, HTTPS. A connection that stands is kept.
 * @param options `anew`: do not keep a connection that stands
 */
export function connectOutlook(
  evaluation: Evaluation,
  outlook: Outlook,
  options: { readonly anew?: boolean } = {},
): OutlookAttempt {
  const trace = new Trace();
  const { mailbox, machine } = outlook;
  if (!machine.isUp) return failed(outlook, trace, "profile", `${machine.name} is switched off.`);
  const guid = mailbox === null ? null : guidField(mailbox, "Database");
  const database = guid === null ? null : databaseFacts(evaluation, guid);
  if (mailbox === null || database === null) return failed(outlook, trace, "mailbox", "There is no such mailbox.");
  if (options.anew !== true) {
    const kept = keptConnection(evaluation, outlook, database);
    if (kept !== null) return kept;
  }
  const attempt = new Attempt(evaluation, outlook, mailbox, database);
  if (attempt.server === null && !makeProfile(attempt)) return ended(attempt, null);
  return ended(attempt, connectBy(attempt));
}

function failed(outlook: Outlook, trace: Trace, kind: Step["kind"], text: string): OutlookAttempt {
  trace.add(kind, false, text);
  const { profileServer, profileProxy } = outlook;
  const none = { isConnected: false, connection: null, server: null, via: null };
  return { ...none, profileServer, profileProxy, seconds: trace.seconds, steps: trace.steps };
}

function ended(attempt: Attempt, made: Made | null): OutlookAttempt {
  const { trace, server: profileServer, proxy: profileProxy } = attempt;
  const after = { profileServer, profileProxy, seconds: trace.seconds, steps: trace.steps };
  if (made === null) return { isConnected: false, connection: null, server: null, via: null, ...after };
  const { host, via, address, type } = made;
  const connection = { server: host.object.guid, address, via: endpointGuid(via), type };
  return { isConnected: true, connection, server: host, via, ...after };
}

/** The GUID of what answers at an address. */
export function endpointGuid(endpoint: Endpoint): string {
  return endpoint.kind === "host" ? endpoint.host.object.guid : endpoint.object.guid;
}

/**
 * A connection that stands goes on, whatever names say by now: as long as the server serves this mailbox, and what is
 * between still leads there.
 */
function keptConnection(evaluation: Evaluation, outlook: Outlook, database: DatabaseFacts): OutlookAttempt | null {
  const { connection } = outlook;
  if (connection === null) return null;
  const { network } = evaluation;
  const host = network.host(connection.server);
  const inner = innerAddress(evaluation, outlook, connection);
  const via = inner === null ? null : network.at(inner);
  if (host === null || via === null || endpointGuid(via) !== connection.via) return null;
  const stands =
    host.isUp &&
    leadsTo(via, host) &&
    (connection.type === "HTTPS" ? servesHttps(host) : rpc.answers(host)) &&
    serves(evaluation, host, database, outlook.profileServer) === "here" &&
    database.isMounted;
  if (!stands) return null;
  const { profileServer, profileProxy } = outlook;
  const text = `It is connected to ${host.name}, and the connection stands.`;
  const steps: readonly Step[] = [{ kind: "serve", ok: true, text }];
  return { isConnected: true, connection, server: host, via, profileServer, profileProxy, seconds: 0, steps };
}

function servesHttps(host: Host): boolean {
  return https.answers(host) && (host.major !== 14 || host.runs("MSExchangeRPC"));
}

/** The inner address that a connection led to, when it still would. */
function innerAddress({ network }: Evaluation, { machine }: Outlook, { address, type }: Connection): string | null {
  if (machine.location !== "Outside") return address;
  const port = type === "HTTPS" ? 443 : rpc.port;
  // The connection is kept under its inner address.
  return network.publishing.some((rule) => rule.target === address && rule.port === port) ? address : null;
}

function leadsTo(via: Endpoint, host: Host): boolean {
  const isHost = (other: Host): boolean => other.object.guid === host.object.guid;
  switch (via.kind) {
    case "host":
      return isHost(via.host);
    case "balancer":
      return via.isUp && via.pool.some(isHost);
    case "nlb":
      return via.started.some(isHost);
    case "group":
      return via.owner !== null && isHost(via.owner);
    case "client":
      return false;
  }
}

/** Makes the profile of an Outlook that has none. Outlook 2003 has no Autodiscover: the name is typed, and checked. */
function makeProfile(attempt: Attempt): boolean {
  const { evaluation, outlook, mailbox, database, trace } = attempt;
  if (outlook.version === "2003") {
    const server = profileServerFor(evaluation, mailbox, database);
    if (server === null) {
      trace.add("profile", false, `Nobody can say where the mailbox of ${mailbox.name} is.`);
      return false;
    }
    attempt.take({ server, proxy: proxyFor(evaluation, database, true) });
    trace.add("profile", true, `The user types a server name; "Check Name" makes it ${server}.`);
    return true;
  }
  const settings = autodiscover(evaluation, outlook.machine, mailbox, database, trace);
  if (settings === null) return false;
  attempt.take(settings);
  trace.add("profile", true, `The new profile has the server name ${settings.server}.`);
  return true;
}

/** The ways of connecting, one after another. */
function connectBy(attempt: Attempt): Made | null {
  const { outlook, trace, database, server, proxy } = attempt;
  const major = database.server?.major ?? 0;
  if (major > 14) return since2013(attempt);
  if (outlook.machine.location === "Outside") return fromOutside(attempt);
  const direct = byRpc(attempt);
  if (direct !== null || proxy === null || server === null) return direct;
  trace.add("profile", true, `The profile has a proxy, so Outlook tries HTTPS to ${proxy}.`);
  return byHttps(attempt);
}

/** From outside: RPC first when the server's name resolves there, which costs a time-out; then HTTPS. */
function fromOutside(attempt: Attempt): Made | null {
  const { evaluation, outlook, trace, server, proxy } = attempt;
  const { addresses } = resolve(evaluation, outlook.machine, server ?? "");
  if (addresses.length > 0) {
    const text = `${server} resolves outside (${addresses.join(", ")}), so Outlook tries RPC there before HTTPS.`;
    trace.add("wait", false, text);
    const direct = byRpc(attempt);
    if (direct !== null) return direct;
  } else {
    trace.add("lookup", true, `${server} does not resolve outside, as it should be: Outlook goes straight to HTTPS.`);
  }
  if (proxy !== null) return byHttps(attempt);
  trace.add("profile", false, "The profile has no proxy for HTTPS: Outlook Anywhere is not set up.");
  return null;
}

/** By RPC to the server of the profile, following redirections. */
function byRpc(attempt: Attempt): Made | null {
  const { evaluation, outlook, trace, database } = attempt;
  const { server } = attempt;
  if (server === null) return null;
  const { addresses } = resolve(evaluation, outlook.machine, server, trace);
  const [address] = addresses;
  if (address === undefined) return null;
  const reached = reach(evaluation, outlook.machine, address, rpc, trace);
  if (!reached.ok) return null;
  const { host } = reached;
  const verdict = serves(evaluation, host, database, server);
  if (verdict !== "here") return redirected(attempt, host, verdict);
  if (!mailboxAnswers(attempt, host)) return null;
  return { host, via: reached.via, address: reached.address, type: "TCP/IP" };
}

const mostRedirects = 2;

function redirected(attempt: Attempt, host: Host, to: string | null): Made | null {
  const { trace } = attempt;
  if (to === null || attempt.redirects >= mostRedirects || to === attempt.server) {
    trace.add("serve", false, `${host.name} does not serve this mailbox.`);
    return null;
  }
  attempt.redirects += 1;
  trace.add(
    "redirect",
    true,
    `${host.name} does not serve this mailbox and redirects to ${to}; the profile takes that name.`,
  );
  attempt.server = to;
  if ((attempt.database.server?.major ?? 0) > 14) return since2013(attempt);
  return byRpc(attempt);
}

/**
 * Whether a server that answers RPC serves the mailboxes of a database to a client: `here`, or the name to which it
 * sends the client, or null when it knows none.
 */
export function serves(
  evaluation: Evaluation,
  host: Host,
  database: DatabaseFacts,
  profileServer: string | null,
): "here" | string | null {
  const active = database.server;
  if (active === null || active.major === null || host.major === null) return null;
  if (active.major > 14) return host.major > 14 ? "here" : null;
  if (active.major < 14) return host.object.guid === active.object.guid ? "here" : active.fqdn;
  // Exchange 2010. A server of an older version knows where the mailbox has gone.
  if (host.major < 14 || !host.hasRole("ClientAccess")) return database.rpcClientAccessServer;
  if (host.major > 14) return null;
  if (host.site?.guid === active.site?.guid) return "here";
  const { group } = database;
  const asksGroup = group !== null && host.minor >= 2;
  if (!asksGroup || allowsCrossSite(group)) return "here";
  const other = accessNameOf(evaluation, active.site);
  // Where nobody else can, the first site goes on.
  return other === null || other.toLowerCase() === profileServer?.toLowerCase() ? "here" : other;
}

function mailboxAnswers({ trace, database, mailbox }: Attempt, host: Host): boolean {
  const where = database.server?.name ?? "no server";
  if (!database.isMounted) {
    trace.add("mailbox", false, `The database ${database.object.name} of ${mailbox.name} is not mounted on ${where}.`);
    return false;
  }
  const text = `${host.name} serves the mailbox of ${mailbox.name}, whose database ${database.object.name} is active on ${where}.`;
  trace.add("mailbox", true, text);
  return true;
}

/** By HTTPS to the proxy of the profile (Outlook Anywhere). */
function byHttps(attempt: Attempt): Made | null {
  const { evaluation, outlook, trace, proxy } = attempt;
  if (proxy === null) return null;
  const answer = openHttps(evaluation, outlook.machine, proxy, trace);
  if (answer === null) return null;
  const { host, via } = answer;
  if (answer.certificate !== "Valid") {
    trace.add("certificate", false, "Outlook Anywhere does not connect when the certificate is not right.");
    return null;
  }
  if (host.major === 14 && outlookAnywhereOn(evaluation, host) === null) {
    trace.add("serve", false, `Outlook Anywhere is not on at ${host.name}.`);
    return null;
  }
  if (host.major === 14 && !host.runs("MSExchangeRPC")) {
    trace.add("serve", false, `The service Microsoft Exchange RPC Client Access does not run on ${host.name}.`);
    return null;
  }
  if (!mailboxAnswers(attempt, host)) return null;
  return { host, via, address: answer.address, type: "HTTPS" };
}

/** Exchange 2013: the profile's server is a mailbox GUID, and everything goes by HTTPS. */
function since2013(attempt: Attempt): Made | null {
  const { outlook, trace, evaluation, mailbox, database } = attempt;
  if (outlook.version === "2003") {
    trace.add("profile", false, "Outlook 2003 cannot connect to Exchange 2013.");
    return null;
  }
  const wanted = profileServerFor(evaluation, mailbox, database);
  if (attempt.server !== wanted || attempt.proxy === null) {
    const settings = autodiscover(evaluation, outlook.machine, mailbox, database, trace);
    if (settings === null) return null;
    attempt.take(settings);
  }
  return byHttps(attempt);
}

/** What the profile would say after a repair; null when Autodiscover cannot be reached, and the profile stays. */
export function repairedProfile(
  evaluation: Evaluation,
  outlook: Outlook,
): { readonly settings: Settings | null; readonly steps: readonly Step[] } {
  const trace = new Trace();
  const guid = outlook.mailbox === null ? null : guidField(outlook.mailbox, "Database");
  const database = guid === null ? null : databaseFacts(evaluation, guid);
  if (outlook.mailbox === null || database === null) return { settings: null, steps: trace.steps };
  if (outlook.version === "2003") {
    const server = profileServerFor(evaluation, outlook.mailbox, database);
    const settings = server === null ? null : { server, proxy: proxyFor(evaluation, database, true) };
    return { settings, steps: trace.steps };
  }
  const settings = autodiscover(evaluation, outlook.machine, outlook.mailbox, database, trace);
  return { settings, steps: trace.steps };
}

/** Connects to public folders: straight to the Mailbox server that holds them, past any array. */
export function connectPublicFolders(
  evaluation: Evaluation,
  outlook: Outlook,
): { readonly server: Host | null; readonly isConnected: boolean; readonly steps: readonly Step[] } | null {
  const guid = outlook.mailbox === null ? null : guidField(outlook.mailbox, "Database");
  const folders = guid === null ? null : (databaseFacts(evaluation, guid)?.publicFolders ?? null);
  if (folders === null) return null;
  const trace = new Trace();
  const { server } = folders;
  const through = outlook.machine.location === "Outside" ? "the proxy" : outlook.machine.name;
  if (server === null || !server.isUp) {
    const name = server?.name ?? "no server";
    trace.add(
      "publicFolders",
      false,
      `${through} waits for ${name}, which holds the public folders and is down: Outlook hangs.`,
    );
    return { server, isConnected: false, steps: trace.steps };
  }
  if (viewOf(outlook.machine) === "Inside") {
    const [address] = resolve(evaluation, outlook.machine, server.fqdn, trace).addresses;
    const reached = address === undefined ? null : reach(evaluation, outlook.machine, address, rpc, trace);
    if (reached?.ok !== true) return { server, isConnected: false, steps: trace.steps };
  }
  const text = folders.isUp
    ? `Public folders come straight from ${server.name}.`
    : `The public folder database ${folders.object.name} is not mounted on ${server.name}.`;
  trace.add("publicFolders", folders.isUp, text);
  return { server, isConnected: folders.isUp, steps: trace.steps };
}

/** The object of an Outlook by its GUID. */
export function outlookObject({ network }: Evaluation, guid: string): DirectoryObject | null {
  const object = getObject(network.topology, guid);
  return object?.class === "OutlookClient" ? object : null;
}
