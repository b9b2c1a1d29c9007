import { addressNumber } from "./address.js";
import type { Evaluation, Machine } from "./evaluation.js";
import { membersInUse } from "./health-checks.js";
import type { Listener } from "./listeners.js";
import type { Host } from "./machines.js";
import type { Balancer, Endpoint, NlbCluster } from "./network.js";
import { connectTimeOut, type Trace } from "./steps.js";

/** A connection that was made, or why there is none. */
export type Reach =
  | { readonly ok: true; readonly host: Host; readonly via: Endpoint; readonly address: string }
  | { readonly ok: false; readonly timedOut: boolean };

/**
 * Connects a machine to an address and a port: through the firewall from outside, to whoever has the address, through a
 * balancer to one of its members.
 */
export function reach(
  evaluation: Evaluation,
  machine: Machine,
  address: string,
  listener: Listener,
  trace: Trace,
): Reach {
  const inner = throughFirewall(evaluation, machine, address, listener, trace);
  if (inner === null) return timeOut;
  const endpoint = evaluation.network.at(inner);
  if (endpoint === null) {
    trace.add("reach", false, `Nothing answers at ${inner}: no machine has this address.`, connectTimeOut);
    return timeOut;
  }
  switch (endpoint.kind) {
    case "host":
      return atHost(endpoint.host, endpoint, inner, listener, trace);
    case "client":
      trace.add("reach", false, `${inner} is ${endpoint.name}, a client: it does not answer ${listener.label}.`);
      return refused;
    case "group":
      return atGroup(endpoint, inner, listener, trace);
    case "balancer":
      return behindBalancer(evaluation, endpoint, { machine, address: inner, listener, trace });
    case "nlb":
      return inCluster(endpoint, { machine, address: inner, listener, trace });
  }
}

const timeOut: Reach = { ok: false, timedOut: true };
const refused: Reach = { ok: false, timedOut: false };

/** The inner address that a machine arrives at; null when the firewall lets nothing through. */
function throughFirewall(
  { network }: Evaluation,
  machine: Machine,
  address: string,
  { port, label }: Listener,
  trace: Trace,
): string | null {
  const rule = network.publishing.find((each) => each.externalAddress === address && each.port === port);
  if (rule !== undefined && (machine.location === "Outside" || rule.target !== address)) {
    trace.add("reach", true, `The firewall lets port ${port} of ${address} through to ${rule.target}.`);
    return rule.target;
  }
  if (machine.location !== "Outside") return address;
  trace.add(
    "reach",
    false,
    `Nobody answers ${label} at ${address} from outside: the firewall lets nothing through to port ${port}.`,
    connectTimeOut,
  );
  return null;
}

function atHost(host: Host, via: Endpoint, address: string, listener: Listener, trace: Trace): Reach {
  const isDirect = via.kind === "host";
  if (!host.isUp) {
    const what = isDirect ? `${address} is ${host.name}, and that is down` : `${host.name} is down`;
    trace.add("reach", false, `${what}${unseen(via, "Ping", "Service")}.`, connectTimeOut);
    return timeOut;
  }
  if (!listener.answers(host)) {
    const what = isDirect ? `${host.name} (${address})` : host.name;
    const rest = `nothing answers ${listener.label} there${unseen(via, "Service")}`;
    trace.add("reach", false, `${what} is up, but ${rest}.`);
    return refused;
  }
  const how = isDirect ? `${address} is ${host.name}, which answers` : `${host.name} answers`;
  trace.add("reach", true, `${how} ${listener.label} on port ${listener.port}.`);
  return { ok: true, host, via, address };
}

/** A balancer whose checks would see it sends to a member that fails until it has seen it. */
function unseen(via: Endpoint, ...checks: readonly Balancer["healthCheck"][]): string {
  return via.kind === "balancer" && checks.includes(via.healthCheck)
    ? ", which the load balancer has not seen yet"
    : "";
}

function atGroup(
  group: Extract<Endpoint, { kind: "group" }>,
  address: string,
  listener: Listener,
  trace: Trace,
): Reach {
  if (group.owner === null) {
    const why = group.cluster.running.length === 0 ? "no member is up" : "it has no quorum";
    trace.add("reach", false, `${address} belongs to the cluster of ${group.name}, and ${why}.`, connectTimeOut);
    return timeOut;
  }
  trace.add(
    "reach",
    true,
    `${address} belongs to the cluster of ${group.name}, no endpoint for clients; its core group is on ${group.owner.name} now.`,
  );
  return atHost(group.owner, group, address, listener, trace);
}

interface Arrival {
  readonly machine: Machine;
  readonly address: string;
  readonly listener: Listener;
  readonly trace: Trace;
}

function behindBalancer(evaluation: Evaluation, balancer: Balancer, arrival: Arrival): Reach {
  const { address, listener, trace } = arrival;
  if (!balancer.isUp) {
    trace.add("reach", false, `${address} is the load balancer ${balancer.name}, and that is down.`, connectTimeOut);
    return timeOut;
  }
  if (balancer.ports.length > 0 && !balancer.ports.includes(listener.port)) {
    trace.add("reach", false, `The load balancer ${balancer.name} (${address}) does not take port ${listener.port}.`);
    return refused;
  }
  const healthy = evaluation.once(`healthy|${balancer.object.guid}|${listener.label}`, () =>
    membersInUse(balancer, listener, evaluation.now),
  );
  const member = chosenMember(evaluation, balancer, healthy, arrival.machine);
  if (member === null) {
    trace.add("reach", false, `The load balancer ${balancer.name} (${address}) has no member that is healthy.`);
    return refused;
  }
  const out = balancer.pool.length - healthy.length;
  const leftOut = out === 0 ? "" : ` (${out} of its ${balancer.pool.length} members are out)`;
  trace.add("reach", true, `The load balancer ${balancer.name} (${address}) sends to ${member.name}${leftOut}.`);
  return atHost(member, balancer, address, listener, trace);
}

function chosenMember(
  evaluation: Evaluation,
  balancer: Balancer,
  healthy: readonly Host[],
  machine: Machine,
): Host | null {
  if (healthy.length === 0) return null;
  if (balancer.affinity === "SourceAddress") return byAddress(machine.address, healthy, addressBits);
  if (balancer.method === "RoundRobin") {
    return healthy[evaluation.takeTurn(balancer.object.guid, healthy.length)] ?? null;
  }
  return healthy.reduce((best, each) => (evaluation.loadOf(each) < evaluation.loadOf(best) ? each : best));
}

function inCluster(cluster: NlbCluster, { machine, address, listener, trace }: Arrival): Reach {
  const up = cluster.started.filter(({ isUp }) => isUp);
  const bits = cluster.affinity === "Network" ? networkBits : addressBits;
  const member = up.length === 0 ? null : byAddress(machine.address, up, bits);
  if (member === null) {
    trace.add("reach", false, `No member of the NLB cluster ${cluster.name} (${address}) is up.`, connectTimeOut);
    return timeOut;
  }
  trace.add(
    "reach",
    true,
    `In the NLB cluster ${cluster.name} (${address}) it is ${member.name} that takes this client.`,
  );
  return atHost(member, cluster, address, listener, trace);
}

const addressBits = 32;
const networkBits = 24;

/**
 * The one of some servers that a client's address falls to. Each pair has a weight and the heaviest wins, so that a
 * server that goes takes only its own clients with it, and they spread over those that are left.
 */
function byAddress(address: string, hosts: readonly Host[], bits: number): Host | null {
  const number = Math.floor((addressNumber(address) ?? 0) / 2 ** (addressBits - bits));
  let best: Host | null = null;
  let heaviest = -1;
  for (const host of hosts) {
    const weight = mix(number ^ seedOf(host.name));
    if (weight > heaviest) [best, heaviest] = [host, weight];
  }
  return best;
}

const seeds = new Map<string, number>();

function seedOf(name: string): number {
  let seed = seeds.get(name);
  if (seed === undefined) {
    seed = 0;
    for (let index = 0; index < name.length; index++) seed = (Math.imul(seed, 31) + name.charCodeAt(index)) | 0;
    seeds.set(name, seed);
  }
  return seed;
}

function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
}
