import { type DirectoryObject, findByIndex, listObjects, reference, type Topology } from "../../topology/index.js";
import { addressNumber, addressText } from "../address.js";
import { fieldOf, textField, textsField } from "../fields.js";
import { clientsFrom, type Location } from "../machines.js";
import { networkOf } from "../network.js";
import { addNetworkObject, changeNetworkObject, removeNetworkObject } from "../write.js";
import { siteNamed } from "./hosts.js";

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
