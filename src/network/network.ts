import { type Cluster, clusterOf } from "../exchange/availability/quorum.js";
import { type DirectoryObject, findByIndex, getObject, listObjects, type Topology } from "../topology/index.js";
import { addressNumber, isInSubnet, parseSubnet, type Subnet } from "./address.js";
import { fieldOf, guidField, guidsField, isSet, numberField, textField, textsField } from "./fields.js";
import { derivedAddress, derivedPrefix, type Host, hostsOf } from "./machines.js";

/** A load balancer's virtual server. */
export interface Balancer {
  readonly kind: "balancer";
  readonly object: DirectoryObject;
  readonly name: string;
  readonly address: string;
  /** TCP ports; none: all. */
  readonly ports: readonly number[];
  readonly pool: readonly Host[];
  readonly healthCheck: "Service" | "Ping" | "None";
  /** Seconds after which the balancer has seen that a member fails, or is well again. */
  readonly healthInterval: number;
  readonly affinity: "None" | "SourceAddress";
  readonly method: "RoundRobin" | "LeastConnections";
  readonly isUp: boolean;
}

/** A Windows NLB cluster. Its members see whether the others are up, not whether their services run. */
export interface NlbCluster {
  readonly kind: "nlb";
  readonly object: DirectoryObject;
  readonly name: string;
  readonly address: string;
  readonly members: readonly Host[];
  /** Members that were not stopped. */
  readonly started: readonly Host[];
  readonly affinity: "None" | "Single" | "Network";
}

/** The failover cluster of an availability group. Its address is where the core group is, not where databases are. */
export interface GroupCluster {
  readonly kind: "group";
  readonly object: DirectoryObject;
  readonly name: string;
  /** Those that are online: in the network of the owner's site. */
  readonly addresses: readonly string[];
  readonly members: readonly Host[];
  /** The member that answers at the address; null when the cluster does not run: it has no quorum. */
  readonly owner: Host | null;
  readonly cluster: Cluster;
}

/** A machine that answers at its own address. */
export interface HostEndpoint {
  readonly kind: "host";
  readonly host: Host;
}

/** A client's machine at its address: it answers a ping, and nothing else. */
export interface ClientEndpoint {
  readonly kind: "client";
  readonly object: DirectoryObject;
  readonly name: string;
  readonly isUp: boolean;
}

/** Who answers at an address inside. */
export type Endpoint = HostEndpoint | ClientEndpoint | Balancer | NlbCluster | GroupCluster;

/** A rule of the firewall: connections from outside to an address and a port are let through to an inner address. */
export interface PublishingRule {
  readonly object: DirectoryObject;
  readonly name: string;
  readonly externalAddress: string;
  readonly port: number;
  readonly target: string;
}

/** A site's part of the network. */
export interface SiteNetwork {
  readonly site: DirectoryObject;
  readonly subnet: Subnet;
}

/**
 * The network of an organization at one moment: what is derived and what was made, put together for reading. Clients are
 * not in it, so that its size is that of the servers.
 */
export interface Network {
  readonly topology: Topology;
  readonly sites: readonly SiteNetwork[];
  readonly hosts: readonly Host[];
  readonly balancers: readonly Balancer[];
  readonly nlbClusters: readonly NlbCluster[];
  readonly groups: readonly GroupCluster[];
  readonly publishing: readonly PublishingRule[];
  /** A host by the GUID of its server or domain controller. */
  host(guid: string | null): Host | null;
  /** A host by short or full name, case aside. */
  hostNamed(name: string): Host | null;
  /** Who answers at an inner address; null when nobody has it. */
  at(address: string): Endpoint | null;
  /** The site whose subnet an address lies in; of several, the one with the longest prefix. */
  siteAt(address: string): DirectoryObject | null;
}

const known = new WeakMap<Topology, Network>();

/** The network of an organization; the same one for the same organization. */
export function networkOf(topology: Topology): Network {
  let network = known.get(topology);
  if (network === undefined) {
    network = build(topology);
    known.set(topology, network);
  }
  return network;
}

function build(topology: Topology): Network {
  const sites = sitesOf(topology);
  const startOf = (site: DirectoryObject | null): number =>
    (sites.find((each) => each.site.guid === site?.guid) ?? sites[0])?.subnet.first ?? 0;
  const hosts = hostsOf(topology, startOf);
  const byGuid = new Map(hosts.map((host) => [host.object.guid, host]));
  const byName = new Map(hosts.flatMap((host) => [host.name, host.fqdn].map((name) => [name.toLowerCase(), host])));
  const host = (guid: string | null): Host | null => (guid === null ? null : (byGuid.get(guid) ?? null));
  const hostsFrom = (object: DirectoryObject, property: string): readonly Host[] =>
    guidsField(object, property).flatMap((guid) => host(guid) ?? []);
  const balancers = listObjects(topology, "LoadBalancer").map((object) =>
    balancerOf(object, hostsFrom(object, "Pool")),
  );
  const nlbClusters = listObjects(topology, "NlbCluster").map((object) =>
    nlbClusterOf(object, hostsFrom(object, "Members"), new Set(guidsField(object, "StoppedMembers"))),
  );
  const ground = { host, startOf, siteAt: (address: string) => siteAt(sites, address) };
  const groups = listObjects(topology, "DatabaseAvailabilityGroup").map((object, index) =>
    groupClusterOf(topology, object, index, ground),
  );
  const endpoints = new Map<string, Endpoint>();
  const claim = (address: string, endpoint: Endpoint): void => {
    if (!endpoints.has(address)) endpoints.set(address, endpoint);
  };
  for (const each of hosts) for (const address of each.addresses) claim(address, { kind: "host", host: each });
  for (const each of [...balancers, ...nlbClusters]) claim(each.address, each);
  for (const each of groups) for (const address of each.addresses) claim(address, each);
  return {
    topology,
    sites,
    hosts,
    balancers,
    nlbClusters,
    groups,
    publishing: listObjects(topology, "FirewallRule").map(ruleOf),
    host,
    hostNamed: (name) => byName.get(name.toLowerCase()) ?? null,
    at: (address) => endpoints.get(address) ?? clientAt(topology, address),
    siteAt: (address) => siteAt(sites, address),
  };
}

function sitesOf(topology: Topology): readonly SiteNetwork[] {
  const own = listObjects(topology, "NetworkSubnet");
  return listObjects(topology, "ADSite").flatMap((site, index) => {
    const given = own.filter((subnet) => guidField(subnet, "Site") === site.guid);
    const prefixes = given.length === 0 ? [derivedPrefix(index)] : given.map((each) => textField(each, "Prefix") ?? "");
    return prefixes.flatMap((prefix) => {
      const subnet = parseSubnet(prefix);
      return subnet === null ? [] : [{ site, subnet }];
    });
  });
}

function siteAt(sites: readonly SiteNetwork[], address: string): DirectoryObject | null {
  const number = addressNumber(address);
  if (number === null) return null;
  const found = sites.filter(({ subnet }) => isInSubnet(subnet, number));
  return (
    found.reduce<SiteNetwork | null>(
      (best, each) => (best !== null && best.subnet.length >= each.subnet.length ? best : each),
      null,
    )?.site ?? null
  );
}

function clientAt(topology: Topology, address: string): ClientEndpoint | null {
  const [object] = findByIndex(topology, "NetworkHost", "address", address);
  return object === undefined || fieldOf(object, "Machine") !== null
    ? null
    : { kind: "client", object, name: object.name, isUp: !isSet(object, "IsDown") };
}

function oneOf<T extends string>(object: DirectoryObject, property: string, values: readonly [T, ...T[]]): T {
  const text = textField(object, property);
  return values.find((value) => value === text) ?? values[0];
}

function balancerOf(object: DirectoryObject, pool: readonly Host[]): Balancer {
  return {
    kind: "balancer",
    object,
    name: object.name,
    address: textField(object, "VirtualAddress") ?? "",
    ports: (fieldOf(object, "Ports") as readonly number[]) ?? [],
    pool,
    healthCheck: oneOf(object, "HealthCheck", ["Service", "Ping", "None"]),
    healthInterval: numberField(object, "HealthInterval"),
    affinity: oneOf(object, "Affinity", ["SourceAddress", "None"]),
    method: oneOf(object, "Method", ["LeastConnections", "RoundRobin"]),
    isUp: !isSet(object, "IsDown"),
  };
}

function nlbClusterOf(object: DirectoryObject, members: readonly Host[], stopped: ReadonlySet<string>): NlbCluster {
  return {
    kind: "nlb",
    object,
    name: object.name,
    address: textField(object, "ClusterAddress") ?? "",
    members,
    started: members.filter((member) => !stopped.has(member.object.guid)),
    affinity: oneOf(object, "Affinity", ["Single", "None", "Network"]),
  };
}

function groupClusterOf(
  topology: Topology,
  object: DirectoryObject,
  index: number,
  {
    host,
    startOf,
    siteAt,
  }: Pick<Network, "host" | "siteAt"> & { readonly startOf: (site: DirectoryObject | null) => number },
): GroupCluster {
  const members = findByIndex(topology, "ExchangeServer", "availabilityGroup", object.guid).flatMap(
    (server) => host(server.guid) ?? [],
  );
  const cluster = clusterOf(topology, object);
  const owner = host(cluster.owner?.guid ?? null);
  const given = textsField(object, "DatabaseAvailabilityGroupIpv4Addresses").filter((each) => each !== "0.0.0.0");
  const site = (owner ?? members[0])?.site ?? null;
  const [near] = given.filter((address) => site !== null && siteAt(address)?.guid === site.guid);
  const online = near ?? given[0] ?? derivedAddress(startOf(site), "group", index);
  const addresses = members.length === 0 ? [] : [online];
  return { kind: "group", object, name: object.name, addresses, members, owner, cluster };
}

function ruleOf(object: DirectoryObject): PublishingRule {
  const externalAddress = textField(object, "ExternalAddress") ?? "";
  return {
    object,
    name: object.name,
    externalAddress,
    port: numberField(object, "Port"),
    target: textField(object, "Target") ?? externalAddress,
  };
}

/** The object of a GUID, when it is of a class. */
export function objectOfClass(topology: Topology, guid: string | null, className: string): DirectoryObject | null {
  const object = guid === null ? null : getObject(topology, guid);
  return object?.class === className ? object : null;
}

/** The GUID of what answers at an address. */
export function endpointGuid(endpoint: Endpoint): string {
  return endpoint.kind === "host" ? endpoint.host.object.guid : endpoint.object.guid;
}
