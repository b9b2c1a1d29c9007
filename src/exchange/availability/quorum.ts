import { type DirectoryObject, getProperty, isList, isReference, type Topology } from "../../topology/index.js";
import { schema } from "../schema.js";
import { machinesOf } from "../services/machines.js";
import { groupOf, membersOf } from "./members.js";

/**
 * The failover cluster below an availability group, as far as it decides whether databases may be mounted: who votes, who
 * of them runs, and whether they are more than half (documented: "Database availability groups", Exchange 2010). Votes stay
 * as they are: the dynamic quorum of Windows Server 2012 is not emulated.
 */
export interface Cluster {
  /** Members that were not evicted, in the order of the organization. */
  readonly voters: readonly DirectoryObject[];
  /** Voters whose machine is up and whose Cluster service was not stopped. */
  readonly running: readonly DirectoryObject[];
  /** The witness that counts: with an even number of voters, or where one voter is left. */
  readonly witness: "None" | "Primary" | "Alternate";
  readonly witnessAnswers: boolean;
  /** Whether the cluster runs at all: without it no database of the group is mounted. */
  readonly hasQuorum: boolean;
  /** The member that holds the core group and is the Primary Active Manager; `null` without quorum. */
  readonly owner: DirectoryObject | null;
}

const known = new WeakMap<Topology, Map<string, Cluster>>();

/** The cluster of a group, worked out once a state of the organization. */
export function clusterOf(topology: Topology, group: DirectoryObject): Cluster {
  let clusters = known.get(topology);
  if (clusters === undefined) {
    clusters = new Map();
    known.set(topology, clusters);
  }
  let cluster = clusters.get(group.guid);
  if (cluster === undefined) {
    cluster = workOut(topology, group);
    clusters.set(group.guid, cluster);
  }
  return cluster;
}

function workOut(topology: Topology, group: DirectoryObject): Cluster {
  const evicted = guidsOf(group, "EvictedServers");
  const stopped = guidsOf(group, "ClusterStoppedServers");
  const voters = membersOf(topology, group).filter(({ guid }) => !evicted.has(guid));
  const running = voters.filter((server) => !isDown(server) && !stopped.has(server.guid));
  const isCounted = voters.length % 2 === 0 && voters.length > 0;
  const isAlternate = getProperty(schema, group, "UsesAlternateWitness") === true;
  const name = getProperty(schema, group, isAlternate ? "AlternateWitnessServer" : "WitnessServer");
  const witnessAnswers = typeof name !== "string" || answers(topology, name);
  const votes = running.length + (isCounted && witnessAnswers ? 1 : 0);
  const all = voters.length + (isCounted ? 1 : 0);
  const hasQuorum = running.length > 0 && votes * 2 > all;
  const usesWitness = isCounted || (voters.length === 1 && isAlternate);
  return {
    voters,
    running,
    witness: !usesWitness ? "None" : isAlternate ? "Alternate" : "Primary",
    witnessAnswers,
    hasQuorum,
    owner: hasQuorum ? ownerAmong(running, group) : null,
  };
}

function ownerAmong(running: readonly DirectoryObject[], group: DirectoryObject): DirectoryObject | null {
  const chosen = getProperty(schema, group, "CoreGroupOwner");
  const guid = isReference(chosen) ? chosen.guid : null;
  return running.find((server) => server.guid === guid) ?? running[0] ?? null;
}

const isDown = (machine: DirectoryObject): boolean => getProperty(schema, machine, "IsDown") === true;

/** Whether a file server answers. One that the organization does not know is somebody's who keeps it running. */
function answers(topology: Topology, name: string): boolean {
  const wanted = name.toLowerCase();
  const machine = machinesOf(topology).find(
    (each) => each.name.toLowerCase() === wanted || each.fqdn.toLowerCase() === wanted,
  );
  return machine === undefined || !isDown(machine.object);
}

/** The GUIDs that a group's list of servers holds. */
export function guidsOf(group: DirectoryObject, property: string): ReadonlySet<string> {
  const list = getProperty(schema, group, property);
  return new Set((isList(list) ? list : []).flatMap((each) => (isReference(each) ? [each.guid] : [])));
}

/** Why a member of a group may not mount databases; `null` when it may, or is in no group. */
export function mountObstacle(
  topology: Topology,
  server: DirectoryObject,
): "NoQuorum" | "NotInCluster" | "Held" | null {
  const group = groupOf(topology, server);
  if (group === null) return null;
  const { hasQuorum, running } = clusterOf(topology, group);
  if (!hasQuorum) return "NoQuorum";
  if (!running.some(({ guid }) => guid === server.guid)) return "NotInCluster";
  return isHeld(group, server) ? "Held" : null;
}

/**
 * Whether Datacenter Activation Coordination holds a member back: since its Active Manager has started it has met neither
 * a member that may mount nor all members that count as started.
 */
export function isHeld(group: DirectoryObject, server: DirectoryObject): boolean {
  return isDagOnly(group) && guidsOf(group, "MountsHeld").has(server.guid);
}

export const isDagOnly = (group: DirectoryObject): boolean =>
  getProperty(schema, group, "DatacenterActivationMode") === "DagOnly";

/**
 * The members that are held back after what has happened since (documented: "Understanding Datacenter Activation
 * Coordination Mode"). A member that does not run starts with nothing allowed. One that may mount lets all others that run;
 * so does the consent of all members that count as started; and of two members, one and the witness that answered all along.
 */
export function heldMembers(topology: Topology, group: DirectoryObject): readonly DirectoryObject[] {
  if (!isDagOnly(group)) return [];
  const held = guidsOf(group, "MountsHeld");
  const members = membersOf(topology, group);
  const { running, witness, witnessAnswers } = clusterOf(topology, group);
  const runs = new Set(running.map(({ guid }) => guid));
  const stopped = guidsOf(group, "StoppedServers");
  const started = members.filter(({ guid }) => !stopped.has(guid));
  const isAllowed =
    running.some(({ guid }) => !held.has(guid)) ||
    started.every(({ guid }) => runs.has(guid)) ||
    (started.length <= 2 && witness !== "None" && witnessAnswers && running.length > 0);
  return members.filter(({ guid }) => !runs.has(guid) || !isAllowed);
}
