import { rolesOf } from "../../exchange/servers/roles.js";
import { uninstallObstacles, withoutRoles } from "../../exchange/servers/uninstall.js";
import { servicesOf, withService } from "../../exchange/services/machines.js";
import {
  type DirectoryObject,
  findByIndex,
  type PropertyValue,
  reference,
  type Topology,
} from "../../topology/index.js";
import { addressNumber, addressText } from "../address.js";
import { LabError } from "../lab-error.js";
import type { Host } from "../machines.js";
import { networkOf } from "../network.js";
import { addNetworkObject, changeNetworkObject } from "../write.js";

/**
 * A server or domain controller by its short or full name.
 * @throws {LabError} when there is none
 */
export function hostNamed(topology: Topology, name: string): Host {
  const host = networkOf(topology).hostNamed(name);
  if (host === null) throw new LabError("NotFound", `There is no server or domain controller "${name}".`, name);
  return host;
}

/**
 * Stops or starts a service of a server or domain controller.
 * @throws {LabError} for a machine that is down, a service that it does not have, and one that is disabled
 */
export function setService(topology: Topology, name: string, service: string, runs: boolean): Topology {
  const { object, fqdn, isUp } = hostNamed(topology, name);
  if (!isUp) throw new LabError("NotAllowed", `${object.name} is down.`, name);
  const all = servicesOf(topology, { object, name: object.name, fqdn });
  const found = all.find((each) => each.name.toLowerCase() === service.toLowerCase());
  if (found === undefined) throw new LabError("NotFound", `${object.name} has no service "${service}".`, service);
  if (runs && found.startType === "Disabled") {
    throw new LabError("NotAllowed", `The service ${found.name} is disabled.`, service);
  }
  return withService(topology, found, { status: runs ? "Running" : "Stopped" });
}

/** The object that says what of a host differs from what is derived; made when it is missing. */
export function ownObject(
  topology: Topology,
  host: Host,
): { readonly topology: Topology; readonly object: DirectoryObject } {
  if (host.own !== null) return { topology, object: host.own };
  const made = { class: "NetworkHost", name: host.name, properties: { Machine: reference(host.object.guid) } };
  return addNetworkObject(topology, made);
}

export function changeOwn(
  topology: Topology,
  name: string,
  properties: Readonly<Record<string, PropertyValue>>,
): Topology {
  const own = ownObject(topology, hostNamed(topology, name));
  return changeNetworkObject(own.topology, own.object, properties);
}

/**
 * Gives a server or domain controller other addresses; none: the derived one.
 * @throws {LabError} for a text that is no address, and one that another machine answers at
 */
export function setAddresses(topology: Topology, name: string, addresses: readonly string[]): Topology {
  const host = hostNamed(topology, name);
  for (const address of addresses) checkFree(topology, address, host.object.guid);
  return changeOwn(topology, name, { Addresses: [...addresses] });
}

/** Says which Windows a server or domain controller runs: `Windows Server 2012 R2`. */
export function setWindowsVersion(topology: Topology, name: string, version: string): Topology {
  return changeOwn(topology, name, { WindowsVersion: version });
}

/**
 * Moves a server to the network of another site: its site in Active Directory is the one whose subnet it is in.
 * @throws {LabError} for a server that is not there, a domain controller, and a site that is not there
 */
export function moveServer(topology: Topology, name: string, siteName: string): Topology {
  const host = hostNamed(topology, name);
  if (host.object.class !== "ExchangeServer") {
    throw new LabError("NotAllowed", `${host.name} is a domain controller; only Exchange servers can be moved.`, name);
  }
  const site = siteNamed(topology, siteName);
  const moved = changeNetworkObject(topology, host.object, { Site: reference(site.guid) });
  const cleared = host.own === null ? moved : changeNetworkObject(moved, host.own, { Addresses: null });
  const [address = ""] = hostNamed(cleared, name).addresses;
  return isTaken(cleared, address, host.object.guid)
    ? setAddresses(cleared, name, [freeAddress(cleared, site)])
    : cleared;
}

/** Takes roles from a server, or gives it some: those of `ServerRole`. */
export function setRoles(topology: Topology, name: string, roles: readonly string[]): Topology {
  const { object } = hostNamed(topology, name);
  return changeNetworkObject(topology, object, { ServerRole: [...roles] });
}

/**
 * Takes Exchange from a server, as its setup does: all roles, or those that are named. With the last role the server
 * leaves the organization; databases keep the name that they have for their clients.
 * @throws {LabError} for a domain controller, and with setup's words for what stands in the way
 */
export function uninstallServer(topology: Topology, name: string, roles: readonly string[]): Topology {
  const { object } = hostNamed(topology, name);
  if (object.class !== "ExchangeServer") throw new LabError("NotAllowed", `${name} is no Exchange server.`, name);
  const gone = roles.length === 0 ? rolesOf(object) : roles;
  const [obstacle] = uninstallObstacles(topology, object, gone);
  if (obstacle !== undefined) throw new LabError("NotAllowed", obstacle, name);
  return withoutRoles(topology, object, gone);
}

/** @throws {LabError} when there is no such site */
export function siteNamed(topology: Topology, name: string): DirectoryObject {
  const [site] = findByIndex(topology, "ADSite", "name", name);
  if (site === undefined) throw new LabError("NotFound", `There is no Active Directory site "${name}".`, name);
  return site;
}

/** @throws {LabError} for a text that is no address, and one that somebody else answers at */
export function checkFree(topology: Topology, address: string, self: string | null = null): void {
  if (addressNumber(address) === null) {
    throw new LabError("InvalidArgument", `"${address}" is no IPv4 address. Write it as 10.1.0.50.`, address);
  }
  if (isTaken(topology, address, self)) {
    throw new LabError(
      "AddressTaken",
      `The address ${address} is in use: ${holderOf(topology, address)} answers there.`,
      address,
    );
  }
}

function isTaken(topology: Topology, address: string, self: string | null): boolean {
  const { hosts, groups, balancers, nlbClusters, at } = networkOf(topology);
  const holders = [
    ...hosts.filter((host) => host.addresses.includes(address)).map(({ object }) => object.guid),
    ...groups.filter((group) => group.addresses.includes(address)).map(({ object }) => object.guid),
    ...[...balancers, ...nlbClusters].filter((each) => each.address === address).map(({ object }) => object.guid),
  ];
  const endpoint = at(address);
  if (endpoint?.kind === "client") holders.push(endpoint.object.guid);
  return holders.some((guid) => guid !== self);
}

function holderOf(topology: Topology, address: string): string {
  const endpoint = networkOf(topology).at(address);
  return endpoint === null ? "somebody" : endpoint.kind === "host" ? endpoint.host.name : endpoint.name;
}

/** An address in a site's network that nobody has: the first one above those of servers. */
export function freeAddress(topology: Topology, site: DirectoryObject): string {
  const { sites, at } = networkOf(topology);
  const start = sites.find((each) => each.site.guid === site.guid)?.subnet.first ?? 0;
  const firstFree = 1024;
  let number = start + firstFree;
  while (at(addressText(number)) !== null) number += 1;
  return addressText(number);
}
