import type { Connections, Contact, Logon, Protocol } from "../exchange/connectivity/connections.js";
import type { Organization } from "../exchange/organization.js";
import { type DirectoryObject, listObjects } from "../topology/index.js";
import { autodiscover } from "./autodiscover.js";
import { Evaluation, machineOfHost } from "./evaluation.js";
import { guidField, isSet } from "./fields.js";
import { http, https, type Listener, mailListeners, rpc } from "./listeners.js";
import type { Host } from "./machines.js";
import { databaseFacts } from "./mailboxes.js";
import { networkOf } from "./network.js";
import { type Outlook, outlookOf } from "./outlook-client.js";
import { connectPublicFolders } from "./public-folders.js";
import { reach } from "./reach.js";
import { resolve } from "./resolve.js";
import { settle } from "./settle.js";
import { Trace } from "./steps.js";
import { verdictOf } from "./web.js";

/** The network as Exchange's cmdlets ask it, over the organization of a session. Nothing that they ask changes it. */
export function connectionsIn(organization: Organization): Connections {
  const evaluationNow = (): Evaluation => {
    organization.current = settle(organization.current);
    return new Evaluation(networkOf(organization.current));
  };
  return {
    logons: () => logonsOf(evaluationNow()),
    connect: (from, name, by) => connect(evaluationNow(), from, name, by),
    autodiscover: (from, user) => settingsFor(evaluationNow(), from, user),
  };
}

function logonsOf(evaluation: Evaluation): readonly Logon[] {
  return listObjects(evaluation.network.topology, "OutlookClient").flatMap((object) => {
    if (!isSet(object, "IsOpen")) return [];
    const outlook = outlookOf(evaluation, object);
    return outlook === null ? [] : logonsOfClient(evaluation, outlook);
  });
}

/** A logon to the mailbox, and one to the public folders where they are reached. */
function logonsOfClient(evaluation: Evaluation, outlook: Outlook): readonly Logon[] {
  const { mailbox, connection, machine, version, isCached, since } = outlook;
  const guid = mailbox === null ? null : guidField(mailbox, "Database");
  const database = guid === null ? null : databaseFacts(evaluation, guid);
  const servedBy = evaluation.network.host(connection?.server ?? null);
  if (mailbox === null || servedBy === null || database === null || database.server === null) return [];
  const common = {
    user: mailbox,
    machine: machine.name,
    address: machine.address,
    clientVersion: version,
    isCached,
    since: since ?? evaluation.now,
  };
  const logon: Logon = {
    ...common,
    database: database.object,
    server: database.server.object,
    servedBy: servedBy.object,
  };
  const folders = connectPublicFolders(evaluation, outlook);
  if (folders?.isConnected !== true || folders.server === null || database.publicFolders === null) return [logon];
  const { object } = folders.server;
  return [logon, { ...common, database: database.publicFolders.object, server: object, servedBy: object }];
}

function listenerFor(by: Protocol): Listener {
  switch (by) {
    case "HTTP":
      return http;
    case "HTTPS":
      return https;
    case "RPC":
      return rpc;
    default:
      return mailListeners[by];
  }
}

function connect(evaluation: Evaluation, from: DirectoryObject, name: string, by: Protocol): Contact {
  const host = evaluation.network.host(from.guid);
  const machine = host === null ? null : machineOfHost(host);
  const [address] = machine === null ? [] : resolve(evaluation, machine, name).addresses;
  if (machine === null || address === undefined) return { ok: false, failure: "NameNotResolved", address: "" };
  const reached = reach(evaluation, machine, address, listenerFor(by), new Trace());
  if (!reached.ok) return { ok: false, failure: reached.timedOut ? "TimedOut" : "Refused", address };
  const certificate = by === "HTTPS" ? verdictOf(evaluation, reached.host, name) : "Valid";
  return { ok: true, server: reached.host.object, address, certificate };
}

function settingsFor(evaluation: Evaluation, from: DirectoryObject, user: DirectoryObject) {
  const host: Host | null = evaluation.network.host(from.guid);
  const guid = guidField(user, "Database");
  const database = guid === null ? null : databaseFacts(evaluation, guid);
  if (host === null || database === null) return null;
  return autodiscover(evaluation, machineOfHost(host), user, database, new Trace());
}
