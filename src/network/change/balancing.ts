import { type DirectoryObject, findByIndex, listObjects, reference, type Topology } from "../../topology/index.js";
import { addressNumber, isInSubnet } from "../address.js";
import { LabError } from "../lab-error.js";
import type { Host } from "../machines.js";
import { type Balancer, type GroupCluster, type NlbCluster, networkOf } from "../network.js";
import { addNetworkObject, changeNetworkObject, removeNetworkObject } from "../write.js";
import { checkFree, hostNamed } from "./hosts.js";

/** A hardware or virtual load balancer's virtual server, as it is made or changed. */
export interface BalancerSpec {
  readonly name: string;
  readonly address: string;
  /** Names of servers. */
  readonly pool: readonly string[];
  /** TCP ports; left out: all. */
  readonly ports?: readonly number[];
  readonly healthCheck?: Balancer["healthCheck"];
  /** Seconds. */
  readonly healthInterval?: number;
  readonly affinity?: Balancer["affinity"];
  readonly method?: Balancer["method"];
  readonly isUp?: boolean;
}

type BalancerChange = Partial<Omit<BalancerSpec, "name">>;

function balancerProperties(topology: Topology, change: BalancerChange) {
  const { address, pool, ports, healthCheck, healthInterval, affinity, method, isUp } = change;
  return {
    ...(address === undefined ? {} : { VirtualAddress: address }),
    ...(pool === undefined ? {} : { Pool: links(topology, pool) }),
    ...(ports === undefined ? {} : { Ports: [...ports] }),
    ...(healthCheck === undefined ? {} : { HealthCheck: healthCheck }),
    ...(healthInterval === undefined ? {} : { HealthInterval: healthInterval }),
    ...(affinity === undefined ? {} : { Affinity: affinity }),
    ...(method === undefined ? {} : { Method: method }),
    ...(isUp === undefined ? {} : { IsDown: !isUp }),
  };
}

const links = (topology: Topology, names: readonly string[]) =>
  names.map((name) => reference(hostNamed(topology, name).object.guid));

/** @throws {LabError} for an address that somebody has, an unknown server, and a name that is taken */
export function addBalancer(topology: Topology, { name, ...spec }: BalancerSpec): Topology {
  checkFree(topology, spec.address);
  return addNetworkObject(topology, { class: "LoadBalancer", name, properties: balancerProperties(topology, spec) })
    .topology;
}

/** @throws {LabError} when there is no load balancer of the name */
export function balancerNamed(topology: Topology, name: string): Balancer {
  const key = name.toLowerCase();
  const found = networkOf(topology).balancers.find((each) => each.name.toLowerCase() === key);
  if (found === undefined) throw new LabError("NotFound", `There is no load balancer "${name}".`, name);
  return found;
}

/** Changes a load balancer: its address, pool, health check, affinity, method, or whether it is up. */
export function changeBalancer(topology: Topology, name: string, change: BalancerChange): Topology {
  const { object } = balancerNamed(topology, name);
  if (change.address !== undefined) checkFree(topology, change.address, object.guid);
  return changeNetworkObject(topology, object, balancerProperties(topology, change));
}

/** Removes a load balancer; nobody answers at its address then. */
export function removeBalancer(topology: Topology, name: string): Topology {
  return removeNetworkObject(topology, balancerNamed(topology, name).object);
}

/** A Windows NLB cluster, as it is made. */
export interface NlbSpec {
  readonly name: string;
  readonly address: string;
  readonly members: readonly string[];
  readonly affinity?: NlbCluster["affinity"];
  readonly operationMode?: string;
  /** The full internet name. */
  readonly clusterName?: string;
}

/**
 * Makes a Windows NLB cluster.
 * @throws {LabError} for members of a DAG (both need failover clustering), for members and an address that are not all in
 * one subnet, for a member of another cluster, and for an address that somebody has
 */
export function addNlbCluster(topology: Topology, spec: NlbSpec): Topology {
  checkFree(topology, spec.address);
  const members = spec.members.map((name) => hostNamed(topology, name));
  for (const member of members) checkNlbMember(topology, member, spec.address);
  const { name, address, affinity, operationMode, clusterName } = spec;
  const properties = {
    ClusterAddress: address,
    Members: members.map(({ object }) => reference(object.guid)),
    ...(affinity === undefined ? {} : { Affinity: affinity }),
    ...(operationMode === undefined ? {} : { OperationMode: operationMode }),
    ...(clusterName === undefined ? {} : { ClusterName: clusterName }),
  };
  return addNetworkObject(topology, { class: "NlbCluster", name, properties }).topology;
}

/** @throws {LabError} when a server cannot be a member of an NLB cluster with an address */
export function checkNlbMember(topology: Topology, host: Host, clusterAddress: string): void {
  const network = networkOf(topology);
  const group = network.groups.find(({ members }) => members.some((each) => each.object.guid === host.object.guid));
  if (group !== undefined) {
    const why = "Windows Network Load Balancing and failover clustering cannot be on the same server";
    throw new LabError("NotAllowed", `${host.name} is a member of the DAG ${group.name}: ${why}.`, host.name);
  }
  const other = network.nlbClusters.find(({ members }) =>
    members.some((each) => each.object.guid === host.object.guid),
  );
  if (other !== undefined) {
    throw new LabError("NotAllowed", `${host.name} is a member of the NLB cluster ${other.name} already.`, host.name);
  }
  const cluster = addressNumber(clusterAddress) ?? -1;
  const isNear = host.addresses.some((address) => {
    const own = addressNumber(address) ?? -1;
    return network.sites.some(({ subnet }) => isInSubnet(subnet, own) && isInSubnet(subnet, cluster));
  });
  if (isNear) return;
  const where = host.addresses.join(", ");
  throw new LabError(
    "NotAllowed",
    `${host.name} (${where}) is not in the subnet of ${clusterAddress}: all of an NLB cluster is in one subnet.`,
    host.name,
  );
}

/** @throws {LabError} when there is no NLB cluster of the name */
export function nlbClusterNamed(topology: Topology, name: string): NlbCluster {
  const key = name.toLowerCase();
  const found = networkOf(topology).nlbClusters.find((each) => each.name.toLowerCase() === key);
  if (found === undefined) throw new LabError("NotFound", `There is no NLB cluster "${name}".`, name);
  return found;
}

/** Takes a server into an NLB cluster, or out of it. */
export function changeNlbMembers(topology: Topology, name: string, server: string, isMember: boolean): Topology {
  const cluster = nlbClusterNamed(topology, name);
  const host = hostNamed(topology, server);
  if (isMember) checkNlbMember(topology, host, cluster.address);
  const others = cluster.members.filter((each) => each.object.guid !== host.object.guid);
  const members = (isMember ? [...others, host] : others).map(({ object }) => reference(object.guid));
  return changeNetworkObject(topology, cluster.object, { Members: members });
}

/** Stops a member of an NLB cluster, or starts it again (Stop- and Start-NlbClusterNode). */
export function setNlbNode(topology: Topology, name: string, server: string, isStarted: boolean): Topology {
  const cluster = nlbClusterNamed(topology, name);
  const host = hostNamed(topology, server);
  const started = new Set(cluster.started.map(({ object }) => object.guid));
  if (isStarted) started.add(host.object.guid);
  else started.delete(host.object.guid);
  const stopped = cluster.members.filter(({ object }) => !started.has(object.guid));
  const properties = { StoppedMembers: stopped.map(({ object }) => reference(object.guid)) };
  return changeNetworkObject(topology, cluster.object, properties);
}

/** Removes an NLB cluster. */
export function removeNlbCluster(topology: Topology, name: string): Topology {
  return removeNetworkObject(topology, nlbClusterNamed(topology, name).object);
}

/** @throws {LabError} when there is no availability group of the name */
export function groupNamed(topology: Topology, name: string): GroupCluster {
  const key = name.toLowerCase();
  const found = networkOf(topology).groups.find((each) => each.name.toLowerCase() === key);
  if (found === undefined) throw new LabError("NotFound", `There is no database availability group "${name}".`, name);
  return found;
}

/**
 * Moves the core group of a DAG's cluster to a member, with the cluster's name and address (Move-ClusterGroup).
 * @throws {LabError} for a server that is no member or is down
 */
export function moveCoreGroup(topology: Topology, name: string, server: string): Topology {
  const group = groupNamed(topology, name);
  const host = hostNamed(topology, server);
  if (!group.members.some(({ object }) => object.guid === host.object.guid)) {
    throw new LabError("NotAllowed", `${host.name} is no member of ${group.name}.`, server);
  }
  if (!host.isUp) throw new LabError("NotAllowed", `${host.name} is down.`, server);
  return changeNetworkObject(topology, group.object, { CoreGroupOwner: reference(host.object.guid) });
}

/** A rule of the firewall, as it is made. */
export interface PublishingSpec {
  readonly name: string;
  /** The outer address. */
  readonly address: string;
  readonly port: number;
  /** The inner address; left out: the same. */
  readonly target?: string;
}

/**
 * Lets connections from outside to an address and a port through to an inner address.
 * @throws {LabError} for texts that are no addresses, and a port of the address that leads elsewhere already
 */
export function publish(topology: Topology, { name, address, port, target }: PublishingSpec): Topology {
  for (const text of [address, target ?? address]) {
    if (addressNumber(text) === null) throw new LabError("InvalidArgument", `"${text}" is no IPv4 address.`, text);
  }
  const taken = networkOf(topology).publishing.find((rule) => rule.externalAddress === address && rule.port === port);
  if (taken !== undefined) {
    throw new LabError(
      "AddressTaken",
      `Port ${port} of ${address} leads to ${taken.target} already (${taken.name}).`,
      name,
    );
  }
  const properties = { ExternalAddress: address, Port: port, Target: target ?? null };
  return addNetworkObject(topology, { class: "FirewallRule", name, properties }).topology;
}

/** Takes a rule of the firewall back. */
export function unpublish(topology: Topology, name: string): Topology {
  const [rule] = findByIndex(topology, "FirewallRule", "name", name);
  if (rule === undefined) throw new LabError("NotFound", `The firewall has no rule "${name}".`, name);
  return removeNetworkObject(topology, rule);
}

/** Makes a subnet part of a site. */
export function addSubnet(topology: Topology, prefix: string, site: DirectoryObject): Topology {
  const taken = listObjects(topology, "NetworkSubnet").some((each) => each.name === prefix);
  if (taken) throw new LabError("NameTaken", `The subnet ${prefix} exists already.`, prefix);
  const properties = { Prefix: prefix, Site: reference(site.guid) };
  return addNetworkObject(topology, { class: "NetworkSubnet", name: prefix, properties }).topology;
}
