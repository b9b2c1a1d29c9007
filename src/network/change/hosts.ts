import { rolesOf } from "../../exchange/servers/roles.js";
import { uninstallObstacles, withoutRoles } from "../../exchange/servers/uninstall.js";
import { servicesOf, withService } from "../../exchange/services/machines.js";
import {
  childrenOf,
  type DirectoryObject,
  findByIndex,
  listObjects,
  type PropertyValue,
  reference,
  type Topology,
} from "../../topology/index.js";
import { addressNumber, addressText } from "../address.js";
import { fieldOf, recordsField, textField, textsField } from "../fields.js";
import { LabError } from "../lab-error.js";
import { clientsFrom, type Host, type Location } from "../machines.js";
import { networkOf } from "../network.js";
import { addNetworkObject, changeNetworkObject, removeNetworkObject } from "../write.js";

/**
 * A server or domain controller by its short or full name.
 * @throws {LabError} when there is none
 */
export function hostNamed(topology: Topology, name: string): Host {
  const host = networkOf(topology).hostNamed(name);
  if (host === null) throw new LabError("NotFound", `There is no server or domain controller "${name}".`, name);
  return host;
}

/** Switches a server or domain controller on or off. What starts by itself runs again when it is on. */
export function setPower(topology: Topology, name: string, isUp: boolean): Topology {
  const { object, isUp: was } = hostNamed(topology, name);
  if (was === isUp) return topology;
  const switched = changeNetworkObject(topology, object, { IsDown: !isUp });
  if (!isUp) return switched;
  return childrenOf(switched, object.guid)
    .filter((child) => child.class === "WindowsService" && textField(child, "StartType") !== "Disabled")
    .reduce((state, service) => changeNetworkObject(state, service, { Status: null }), switched);
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
function ownObject(topology: Topology, host: Host): { readonly topology: Topology; readonly object: DirectoryObject } {
  if (host.own !== null) return { topology, object: host.own };
  const made = { class: "NetworkHost", name: host.name, properties: { Machine: reference(host.object.guid) } };
  return addNetworkObject(topology, made);
}

function changeOwn(topology: Topology, name: string, properties: Readonly<Record<string, PropertyValue>>): Topology {
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

/** Networks of machines that are in no site: those of homes and hotels, and of the VPN. */
const elsewhere: Readonly<Record<Exclude<Location, "Inside">, string>> = { Outside: "100.64.0.10", VPN: "172.30.0.10" };

/** A machine of a client, as it is made. */
export interface ClientSpec {
  readonly name: string;
  /** Left out: inside. */
  readonly location?: Location;
  /** Left out: the first site, for a machine inside. */
  readonly site?: string;
}

/** Hands out addresses to new clients, going on where the last one is. */
export class ClientAddresses {
  private readonly last = new Map<string, number>();

  constructor(private readonly topology: Topology) {
    for (const host of listObjects(topology, "NetworkHost")) {
      if (fieldOf(host, "Machine") !== null) continue;
      const number = addressNumber(textsField(host, "Addresses")[0] ?? "");
      if (number !== null) this.remember(this.networkOf(host), number);
    }
  }

  private networkOf(host: DirectoryObject): string {
    const location = textField(host, "Location");
    const site = fieldOf(host, "Site");
    return location === "Inside" && typeof site === "object" && site !== null && "guid" in site
      ? String(site.guid)
      : String(location);
  }
  private remember(network: string, number: number): void {
    if (number > (this.last.get(network) ?? 0)) this.last.set(network, number);
  }

  next(location: Location, site: DirectoryObject | null): string {
    const network = location === "Inside" ? (site?.guid ?? "") : location;
    const last = this.last.get(network);
    const number = last === undefined ? this.firstOf(location, site) : last + 1;
    this.remember(network, number);
    return addressText(number);
  }

  private firstOf(location: Location, site: DirectoryObject | null): number {
    if (location !== "Inside") return addressNumber(elsewhere[location]) ?? 0;
    const { sites } = networkOf(this.topology);
    const network = sites.find((each) => each.site.guid === site?.guid) ?? sites[0];
    const hosts = 2 ** (32 - (network?.subnet.length ?? 16));
    // Of a small network the upper half too.
    return (network?.subnet.first ?? 0) + Math.min(clientsFrom, hosts / 2) + 10;
  }
}

/** Makes the machine of a client. */
export function addClientMachine(
  topology: Topology,
  { name, location = "Inside", site }: ClientSpec,
  addresses: ClientAddresses = new ClientAddresses(topology),
): { readonly topology: Topology; readonly object: DirectoryObject } {
  const place = location !== "Inside" ? null : site === undefined ? firstSite(topology) : siteNamed(topology, site);
  return addNetworkObject(topology, {
    class: "NetworkHost",
    name,
    properties: {
      Addresses: [addresses.next(location, place)],
      Location: location,
      Site: place === null ? null : reference(place.guid),
      WindowsVersion: "Windows 7",
    },
  });
}

function firstSite(topology: Topology): DirectoryObject | null {
  return listObjects(topology, "ADSite")[0] ?? null;
}

/** The machine of a client by its name; null without one. */
export function clientMachine(topology: Topology, name: string): DirectoryObject | null {
  return findByIndex(topology, "NetworkHost", "name", name).find((host) => fieldOf(host, "Machine") === null) ?? null;
}

/** Takes a client's machine to another place; it gets an address there, and forgets the names it knew. */
export function moveClientMachine(
  topology: Topology,
  machine: DirectoryObject,
  { location = "Inside", site }: Omit<ClientSpec, "name">,
): Topology {
  const place = location !== "Inside" ? null : site === undefined ? firstSite(topology) : siteNamed(topology, site);
  return changeNetworkObject(topology, machine, {
    Location: location,
    Site: place === null ? null : reference(place.guid),
    Addresses: [new ClientAddresses(topology).next(location, place)],
    ResolverCache: null,
  });
}

/** Removes a client's machine. */
export function removeClientMachine(topology: Topology, machine: DirectoryObject): Topology {
  return removeNetworkObject(topology, machine);
}

/** The object of a machine: a client's, or what differs of a server (made when it is missing). */
export function machineObject(
  topology: Topology,
  name: string,
): { readonly topology: Topology; readonly object: DirectoryObject } {
  const client = clientMachine(topology, name);
  return client === null ? ownObject(topology, hostNamed(topology, name)) : { topology, object: client };
}

/** Puts a line into the hosts file of a machine, or takes the lines of a name out (`address` null). */
export function setHostsEntry(topology: Topology, machine: string, name: string, address: string | null): Topology {
  if (address !== null && addressNumber(address) === null) {
    throw new LabError("InvalidArgument", `"${address}" is no IPv4 address. Write it as 10.1.0.50.`, address);
  }
  const own = machineObject(topology, machine);
  const others = recordsField(own.object, "HostsFile").filter(
    (entry) => String(entry.name).toLowerCase() !== name.toLowerCase(),
  );
  const lines = address === null ? others : [...others, { kind: "hostsEntry", name, address }];
  return changeNetworkObject(own.topology, own.object, { HostsFile: lines });
}

/** Empties the resolver cache of a machine, as `ipconfig /flushdns` does. */
export function flushResolverCache(topology: Topology, machine: string): Topology {
  const client = clientMachine(topology, machine);
  const own = client ?? hostNamed(topology, machine).own;
  return own === null ? topology : changeNetworkObject(topology, own, { ResolverCache: null });
}
