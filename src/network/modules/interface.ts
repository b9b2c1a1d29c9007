import { addressNumber, isInSubnet, type Subnet } from "../address.js";
import type { Here } from "../programs/here.js";
import { gatewayOf } from "../programs/here.js";

/** The network card of a server: each has one. */
export const interfaceAlias = "Ethernet";
export const interfaceIndex = 12;
export const interfaceDescription = "Microsoft Hyper-V Network Adapter";

/** Its way to itself. */
export const loopbackAlias = "Loopback Pseudo-Interface 1";
export const loopbackIndex = 1;

/** The DNS servers that a machine asks, one behind the other: the domain controllers of its site first. */
export function dnsServersOf({ network, host }: Pick<Here, "network" | "host">): readonly string[] {
  const controllers = network.hosts.filter(({ object }) => object.class === "DomainController");
  const near = controllers.filter(({ site }) => site?.guid === host.site?.guid);
  const others = controllers.filter((each) => !near.includes(each));
  return [...near, ...others].map(({ addresses }) => addresses[0] ?? "");
}

/** The subnet that an address lies in; of several, the one with the longest prefix. */
export function subnetOf({ network }: Pick<Here, "network">, address: string): Subnet | null {
  const number = addressNumber(address) ?? 0;
  const found = network.sites.map(({ subnet }) => subnet).filter((subnet) => isInSubnet(subnet, number));
  return found.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Where a packet to an address goes first: the router, or nowhere else when the address is in the same subnet. */
export function nextHop(place: Here, address: string): string {
  const { network, machine } = place;
  const own = subnetOf(place, machine.address);
  const isNear = own !== null && isInSubnet(own, addressNumber(address) ?? 0);
  return isNear ? "0.0.0.0" : gatewayOf(network, machine.address);
}
