import type { DirectoryObject } from "../topology/index.js";
import { autodiscover, type Settings } from "./autodiscover.js";
import type { Evaluation } from "./evaluation.js";
import { guidField } from "./fields.js";
import { keptConnection } from "./kept-connection.js";
import { rpc } from "./listeners.js";
import type { Host } from "./machines.js";
import { type DatabaseFacts, databaseFacts, outlookAnywhereOn, profileServerFor, proxyFor } from "./mailboxes.js";
import { type Endpoint, endpointGuid } from "./network.js";
import type { Connection, Outlook, OutlookAttempt } from "./outlook-client.js";
import { reach } from "./reach.js";
import { resolve } from "./resolve.js";
import { serves } from "./serving.js";
import { type Step, Trace } from "./steps.js";
import { openHttps } from "./web.js";

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
