import { hasRole } from "../exchange/servers/roles.js";
import { servicesOf } from "../exchange/services/machines.js";
import { serverVersionFrom } from "../exchange/types/versions.js";
import {
  childrenOf,
  type DirectoryObject,
  findByIndex,
  listObjects,
  pathOf,
  type Topology,
} from "../topology/index.js";
import { addressText } from "./address.js";
import { fieldOf, isSet, linkField, textField, textsField } from "./fields.js";

/** Where a machine is. A VPN makes an outer machine an inner one, in a network of its own. */
export type Location = "Inside" | "Outside" | "VPN";

/** A server or a domain controller, as the network sees it. */
export interface Host {
  readonly object: DirectoryObject;
  /** The object that says what differs; null when all is derived. */
  readonly own: DirectoryObject | null;
  readonly name: string;
  readonly fqdn: string;
  readonly site: DirectoryObject | null;
  /** IPv4, the preferred one first; never empty. */
  readonly addresses: readonly string[];
  readonly windowsVersion: string;
  readonly isUp: boolean;
  /** Exchange's version: 14 for 2010; null for a domain controller. */
  readonly major: number | null;
  readonly minor: number;
  hasRole(role: string): boolean;
  /** Whether a service runs there; never when the machine is off. */
  runs(service: string): boolean;
}

const siteNetworks = 250;
const firstByte = 10;

/** The derived network of a site, by its place among the sites: 10.1.0.0/16, 10.2.0.0/16, … */
export function derivedPrefix(siteIndex: number): string {
  return `${firstByte + Math.floor(siteIndex / siteNetworks)}.${(siteIndex % siteNetworks) + 1}.0.0/16`;
}

/** Parts of a site's network: what stands behind the first address of each. */
const controllersFrom = 10;
const serversFrom = 256 + controllersFrom;
const groupsFrom = 512 + controllersFrom;
/** Clients have the upper half. */
export const clientsFrom = 2 ** 15;

/** Addresses of machines that nobody gave one: by kind and by their place among all of that kind. */
export function derivedAddress(networkStart: number, kind: "controller" | "server" | "group", index: number): string {
  const start = { controller: controllersFrom, server: serversFrom, group: groupsFrom }[kind];
  // More than fit between two kinds go on above all of them.
  const room = 200;
  const beyond = Math.floor(index / room);
  return addressText(networkStart + start + (index % room) + beyond * 1024);
}

/** Exchange's major version, the version of Windows that it usually runs on. */
const usualWindows: Readonly<Record<number, string>> = {
  6: "Windows Server 2003",
  8: "Windows Server 2008",
  14: "Windows Server 2008 R2",
};

export function usualWindowsVersion(major: number | null): string {
  return major === null ? "Windows Server 2008 R2" : (usualWindows[major] ?? "Windows Server 2012 R2");
}

/** All servers and domain controllers. `startOf` gives the first address of a site's network. */
export function hostsOf(topology: Topology, startOf: (site: DirectoryObject | null) => number): readonly Host[] {
  const servers = listObjects(topology, "ExchangeServer").map((server, index) => {
    const version = serverVersionFrom(fieldOf(server, "AdminDisplayVersion"));
    const site = linkField(topology, server, "Site");
    return hostOf(topology, server, {
      fqdn: textField(server, "Fqdn") ?? server.name,
      site,
      major: version?.major ?? null,
      minor: version?.minor ?? 0,
      derived: derivedAddress(startOf(site), "server", index),
    });
  });
  const controllers = listObjects(topology, "DomainController").map((controller, index) => {
    const site = pathOf(topology, controller).findLast((above) => above.class === "ADSite") ?? null;
    return hostOf(topology, controller, {
      fqdn: textField(controller, "DnsHostName") ?? controller.name,
      site,
      major: null,
      minor: 0,
      derived: derivedAddress(startOf(site), "controller", index),
    });
  });
  return [...servers, ...controllers];
}

/** What runs on machines whose services are all as they were installed: most of them, most of the time. */
const undisturbed = new WeakMap<DirectoryObject, ReadonlySet<string>>();

/** The services that run on a machine, in small letters. */
function runningServices(topology: Topology, object: DirectoryObject, fqdn: string): ReadonlySet<string> {
  const isDisturbed = childrenOf(topology, object.guid).some((child) => child.class === "WindowsService");
  const known = isDisturbed ? undefined : undisturbed.get(object);
  if (known !== undefined) return known;
  const running = new Set(
    servicesOf(topology, { object, name: object.name, fqdn })
      .filter(({ status }) => status === "Running")
      .map(({ name }) => name.toLowerCase()),
  );
  if (!isDisturbed) undisturbed.set(object, running);
  return running;
}

function hostOf(
  topology: Topology,
  object: DirectoryObject,
  facts: Pick<Host, "fqdn" | "site" | "major" | "minor"> & { readonly derived: string },
): Host {
  const [own = null] = findByIndex(topology, "NetworkHost", "machine", object.guid);
  const given = own === null ? [] : textsField(own, "Addresses");
  let running: ReadonlySet<string> | null = null;
  const { derived, ...rest } = facts;
  return {
    ...rest,
    object,
    own,
    name: object.name,
    addresses: given.length === 0 ? [derived] : given,
    windowsVersion: (own === null ? null : textField(own, "WindowsVersion")) ?? usualWindowsVersion(facts.major),
    isUp: !isSet(object, "IsDown"),
    hasRole: (role) => object.class === "ExchangeServer" && hasRole(object, role),
    runs: (service) => {
      running ??= runningServices(topology, object, facts.fqdn);
      return running.has(service.toLowerCase());
    },
  };
}
