import { heldMembers, mountObstacle } from "../exchange/availability/quorum.js";
import { copiesOf } from "../exchange/databases/copies.js";
import { schema } from "../exchange/schema.js";
import {
  countObjects,
  type DirectoryObject,
  listObjects,
  type NewObject,
  type PropertyValue,
  reference,
  sameValue,
  type Topology,
  updateProperties,
} from "../topology/index.js";
import { type CacheEntry, cacheRecord, Evaluation, storedCache } from "./evaluation.js";
import { fieldOf, guidField, guidsField, isSet } from "./fields.js";
import { checkHealth } from "./health-checks.js";
import { type Network, networkOf } from "./network.js";
import { connectOutlook } from "./outlook.js";
import { connectionRecord, type Outlook, type OutlookAttempt, outlookOf } from "./outlook-client.js";
import { addNetworkObject } from "./write.js";

/** Organizations in which nothing more happens by itself. */
const settled = new WeakSet<Topology>();

/**
 * What happens by itself after a change: Active Manager activates copies of databases whose server is down, the core
 * group of a cluster moves, and Outlooks that are open keep, lose or make their connections. The same organization comes
 * back when nothing does.
 */
export function settle(topology: Topology): Topology {
  if (settled.has(topology)) return topology;
  const activated = checkHealth(activateCopies(moveCoreGroups(holdMounts(topology))));
  const result = connectClients(activated, (object) => isSet(object, "IsOpen"));
  settled.add(result);
  return result;
}

/** A cluster whose owner went down keeps its core group where it has moved to, also when the old owner is back. */
function moveCoreGroups(topology: Topology): Topology {
  if (countObjects(topology, "DatabaseAvailabilityGroup") === 0) return topology;
  const { groups } = networkOf(topology);
  const moved = groups.flatMap(({ object, owner, members }): Change[] => {
    const stored = guidField(object, "CoreGroupOwner") ?? members[0]?.object.guid;
    if (owner === null || owner.object.guid === stored) return [];
    return [[object.guid, { CoreGroupOwner: reference(owner.object.guid) }]];
  });
  return updateProperties(schema, topology, moved);
}

type Change = readonly [guid: string, properties: NonNullable<NewObject["properties"]>];

/** Members that Datacenter Activation Coordination holds back, as they have become by what has happened. */
function holdMounts(topology: Topology): Topology {
  if (countObjects(topology, "DatabaseAvailabilityGroup") === 0) return topology;
  const changes = listObjects(topology, "DatabaseAvailabilityGroup").flatMap((group): Change[] => {
    const held = heldMembers(topology, group).map(({ guid }) => guid);
    const before = guidsField(group, "MountsHeld");
    if (held.length === before.length && held.every((guid) => before.includes(guid))) return [];
    return [[group.guid, { MountsHeld: held.map(reference) }]];
  });
  return updateProperties(schema, topology, changes);
}

/** Databases whose server is down become active where a healthy copy is, the most preferred first. */
function activateCopies(topology: Topology): Topology {
  if (countObjects(topology, "DatabaseAvailabilityGroup") === 0) return topology;
  const network = networkOf(topology);
  const changes = listObjects(topology, "MailboxDatabase").flatMap((database): Change[] => {
    const server = network.host(guidField(database, "Server"));
    if (server === null || !isSet(database, "Mounted")) return [];
    const isOut = mountObstacle(topology, server.object) === "NotInCluster";
    if (server.isUp && server.runs("MSExchangeIS") && !isOut) return [];
    const next = copyToActivate(network, database);
    return next === null ? [] : [[database.guid, { Server: reference(next.guid) }]];
  });
  return updateProperties(schema, topology, changes);
}

function copyToActivate(network: Network, database: DirectoryObject): DirectoryObject | null {
  const stopped = new Set(network.groups.flatMap(({ object }) => guidsField(object, "StoppedServers")));
  const copy = copiesOf(network.topology, database).find(({ object, server }) => {
    const host = network.host(server.guid);
    const isHealthy = host?.isUp === true && host.runs("MSExchangeIS") && host.runs("MSExchangeRepl");
    const isBlocked = ["Suspended", "ActivationSuspended", "Unseeded"].some((reason) => isSet(object, reason));
    const mayMount = mountObstacle(network.topology, server) === null;
    return isHealthy && mayMount && !isBlocked && !stopped.has(server.guid) && !isActivationBlocked(server);
  });
  return copy?.server ?? null;
}

function isActivationBlocked(server: DirectoryObject): boolean {
  return fieldOf(server, "DatabaseCopyAutoActivationPolicy") === "Blocked";
}

/** Lets some Outlooks connect, and go on trying; in one go, which ten thousand of them feel. */
export function connectClients(topology: Topology, isMeant: (object: DirectoryObject) => boolean): Topology {
  if (countObjects(topology, "OutlookClient") === 0) return topology;
  const evaluation = new Evaluation(networkOf(topology));
  const changes: Change[] = [];
  for (const object of listObjects(topology, "OutlookClient")) {
    if (!isMeant(object)) continue;
    const outlook = outlookOf(evaluation, object);
    if (outlook === null) continue;
    const before = nameExpiry(evaluation, outlook);
    const attempt = connectOutlook(evaluation, outlook);
    note(evaluation, outlook, attempt);
    const change = changesOf(evaluation, outlook, attempt, before);
    if (change !== null) changes.push([object.guid, change]);
  }
  return keepEvaluation(evaluation, changes);
}

/** Counts the connection that an attempt made or lost, for balancers that look at the number of connections. */
export function note(evaluation: Evaluation, outlook: Outlook, attempt: OutlookAttempt): void {
  const before = evaluation.network.host(outlook.connection?.server ?? null);
  if (before?.object.guid === attempt.server?.object.guid) return;
  if (before !== null) evaluation.count(before, -1);
  if (attempt.server !== null) evaluation.count(attempt.server, 1);
}

/** When the cached address of the profile's server ended, if it has: a client that had to wait for it goes on then. */
function nameExpiry(evaluation: Evaluation, outlook: Outlook): bigint | null {
  if (outlook.connection !== null || outlook.profileServer === null) return null;
  const entry = evaluation.cacheOf(outlook.machine).get(outlook.profileServer.toLowerCase());
  return entry !== undefined && entry.expires <= evaluation.now ? entry.expires : null;
}

/** What an attempt changes of an Outlook; null when nothing. */
export function changesOf(
  evaluation: Evaluation,
  outlook: Outlook,
  attempt: OutlookAttempt,
  expired: bigint | null = null,
): NonNullable<NewObject["properties"]> | null {
  const connection = attempt.connection === null ? null : connectionRecord(attempt.connection);
  const wasConnected = outlook.connection !== null;
  const isSame =
    sameValue(fieldOf(outlook.object, "Connection"), connection) &&
    attempt.profileServer === outlook.profileServer &&
    attempt.profileProxy === outlook.profileProxy &&
    outlook.isOpen;
  if (isSame && outlook.since !== null) return null;
  const changed = outlook.since === null || wasConnected !== attempt.isConnected || connection !== null;
  const later = expired !== null && outlook.since !== null && expired > outlook.since ? expired : evaluation.now;
  return {
    Connection: connection,
    ProfileServer: attempt.profileServer,
    ProfileProxy: attempt.profileProxy,
    IsOpen: true,
    ...(changed ? { Since: attempt.isConnected ? later : evaluation.now } : {}),
  };
}

/** Writes what an evaluation has left behind, with further changes: caches and turns. */
export function keepEvaluation(evaluation: Evaluation, changes: readonly Change[]): Topology {
  const all = new Map<string, Record<string, PropertyValue>>();
  const add = (guid: string, properties: Readonly<Record<string, PropertyValue>>): void => {
    all.set(guid, { ...all.get(guid), ...properties });
  };
  for (const [guid, properties] of changes) add(guid, properties);
  for (const [guid, turn] of evaluation.turns) add(guid, { Turn: turn });
  let { topology } = evaluation.network;
  for (const { machine, entries } of evaluation.caches.values()) {
    const records = Array.from(entries.values(), cacheRecord);
    if (machine.own !== null) add(machine.own.guid, { ResolverCache: records });
    else {
      topology = addNetworkObject(topology, {
        class: "NetworkHost",
        name: machine.name,
        properties: { Machine: reference(machine.key), ResolverCache: records },
      }).topology;
    }
  }
  return updateProperties(schema, topology, all);
}

/** What is in a machine's resolver cache now, without what has expired. */
export function validCache(own: DirectoryObject | null, now: bigint): readonly CacheEntry[] {
  return storedCache(own).filter(({ expires }) => expires > now);
}
