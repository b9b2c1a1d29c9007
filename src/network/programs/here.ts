import { type Organization, organizationOf } from "../../exchange/organization.js";
import type { ExecutionContext } from "../../runtime/execution-context.js";
import { addressNumber, isInSubnet, reverseName } from "../address.js";
import { nameServiceOf } from "../dns.js";
import { Evaluation, type Machine, machineOfHost } from "../evaluation.js";
import type { Host } from "../machines.js";
import { type Endpoint, type Network, networkOf } from "../network.js";
import { keepEvaluation } from "../settle.js";

/** The machine that a console is open on, and its view of the network. */
export interface Here {
  readonly organization: Organization;
  readonly network: Network;
  readonly evaluation: Evaluation;
  readonly host: Host;
  readonly machine: Machine;
  /** Writes what the machine has learnt: names in its cache, whose turn it is in a round robin. */
  keep(): void;
}

/** The server that a session's console is open on; null in an organization without servers. */
export function localHost(organization: Organization): Host | null {
  return networkOf(organization.current).hostNamed(organization.session.host.name);
}

/** Where a program runs. */
export function here(context: ExecutionContext): Here {
  const organization = organizationOf(context);
  const host = localHost(organization);
  if (host === null) throw new Error("a program runs on no machine");
  const network = networkOf(organization.current);
  const evaluation = new Evaluation(network);
  return {
    organization,
    network,
    evaluation,
    host,
    machine: machineOfHost(host),
    keep: () => {
      organization.current = keepEvaluation(evaluation, []);
    },
  };
}

/** What becomes of a packet to an address that only asks for an answer (ICMP echo). */
export type Echo =
  | {
      readonly kind: "answered";
      /** Milliseconds; 0: less than one. */
      readonly time: number;
      /** Routers on the way. */
      readonly hops: readonly string[];
      readonly timeToLive: number;
    }
  /** A router on the way, or the machine itself, found nobody in the subnet. */
  | { readonly kind: "unreachable"; readonly by: string }
  | { readonly kind: "timedOut" };

const windowsTimeToLive = 128;
const applianceTimeToLive = 64;
/** Between sites; the lab's wide area network is the same everywhere. */
const timeBetweenSites = 12;

/** Sends an echo request. Machines answer while they are on, whatever runs on them. */
export function echo({ network, machine }: Pick<Here, "network" | "machine">, address: string): Echo {
  const endpoint = network.at(address);
  const far = network.siteAt(address);
  const isNear = far !== null && far.guid === machine.site?.guid;
  if (far === null && endpoint === null) return { kind: "timedOut" };
  if (endpoint === null || !answersEcho(endpoint)) {
    return isNear ? { kind: "unreachable", by: machine.address } : { kind: "timedOut" };
  }
  const hops = isNear ? [] : [gatewayOf(network, machine.address), gatewayOf(network, address)];
  const start = endpoint.kind === "balancer" ? applianceTimeToLive : windowsTimeToLive;
  return { kind: "answered", time: isNear ? 0 : timeBetweenSites, hops, timeToLive: start - hops.length };
}

function answersEcho(endpoint: Endpoint): boolean {
  switch (endpoint.kind) {
    case "host":
      return endpoint.host.isUp;
    case "client":
    case "balancer":
      return endpoint.isUp;
    case "nlb":
      return endpoint.started.some(({ isUp }) => isUp);
    case "group":
      return endpoint.owner !== null;
  }
}

/** The router of the subnet that an address lies in: its first address. */
export function gatewayOf({ sites }: Network, address: string): string {
  const number = addressNumber(address) ?? 0;
  const subnet = sites.find((each) => isInSubnet(each.subnet, number))?.subnet;
  return subnet === undefined ? "" : subnet.prefix.replace(/\.\d+\/\d+$/, ".1");
}

/** The name of an address, by its PTR record; null when it has none. */
export function nameAt(network: Network, address: string): string | null {
  return nameServiceOf(network).recordsOf("Inside", reverseName(address), "PTR")[0]?.data ?? null;
}
