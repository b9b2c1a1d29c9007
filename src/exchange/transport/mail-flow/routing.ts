import {
  type DirectoryObject,
  eachObject,
  followReference,
  getProperty,
  isReference,
  type Topology,
  valuesOf,
} from "../../../topology/index.js";
import { schema } from "../../schema.js";
import { hasRole } from "../../servers/roles.js";
import { activeServerOf } from "../delivery.js";
import { followed } from "../linked.js";
import { hubServers } from "../transport-servers.js";
import { parseAddressSpace } from "../types/address-space.js";
import { unreachableQueue } from "./classes.js";

/** Where a server sends a message next; what has the same hop waits in one queue. */
export interface Hop {
  readonly deliveryType:
    | "MapiDelivery"
    | "SmtpRelayWithinAdSite"
    | "SmtpRelayToRemoteAdSite"
    | "DnsConnectorDelivery"
    | "SmartHostConnectorDelivery"
    | "Unreachable";
  readonly domain: string;
  /** The GUID of the database, the site, the server or the Send connector. */
  readonly target: string;
}

const nowhere: Hop = { deliveryType: "Unreachable", domain: `${unreachableQueue} Domain`, target: "" };

/** The GUID of a server's site. */
export function siteOf(server: DirectoryObject): string {
  const site = getProperty(schema, server, "Site");
  return isReference(site) ? site.guid : "";
}

/** Towards a mailbox: straight into its database within the site, otherwise to a server of the database's site. */
export function hopToDatabase(topology: Topology, from: DirectoryObject, database: DirectoryObject): Hop {
  const active = activeServerOf(topology, database);
  if (active === null) return nowhere;
  if (siteOf(active) === siteOf(from))
    return { deliveryType: "MapiDelivery", domain: database.name.toLowerCase(), target: database.guid };
  return hopToSite(topology, siteOf(active));
}

function hopToSite(topology: Topology, site: string): Hop {
  if (!hubServers(topology).some((server) => siteOf(server) === site)) return nowhere;
  const target = followReference(topology, { kind: "reference", guid: site });
  const name = target.state === "live" ? target.object.name : "";
  return { deliveryType: "SmtpRelayToRemoteAdSite", domain: name.toLowerCase(), target: site };
}

interface Candidate {
  readonly connector: DirectoryObject;
  readonly match: number;
  readonly cost: number;
  /** 0: this server is a source; 1: one in the site is; 2: only others are. */
  readonly distance: number;
  readonly sources: readonly DirectoryObject[];
}

/** Out of the organization: the connector that fits best, then the cheapest, then the nearest, then by name. */
export function hopToDomain(topology: Topology, from: DirectoryObject, domain: string): Hop {
  const [best] = [...candidates(topology, from, domain)].sort(
    (a, b) =>
      b.match - a.match ||
      a.cost - b.cost ||
      a.distance - b.distance ||
      (a.connector.name.toLowerCase() < b.connector.name.toLowerCase() ? -1 : 1),
  );
  if (best === undefined) return nowhere;
  const [source] = best.sources;
  if (best.distance === 0) return hopThrough(best.connector, domain);
  if (source === undefined) return nowhere;
  if (best.distance === 1)
    return { deliveryType: "SmtpRelayWithinAdSite", domain: source.name.toLowerCase(), target: source.guid };
  return hopToSite(topology, siteOf(source));
}

function hopThrough(connector: DirectoryObject, domain: string): Hop {
  const smartHosts = smartHostsOf(connector);
  return smartHosts.length === 0
    ? { deliveryType: "DnsConnectorDelivery", domain, target: connector.guid }
    : { deliveryType: "SmartHostConnectorDelivery", domain: smartHosts.join(","), target: connector.guid };
}

export function smartHostsOf(connector: DirectoryObject): readonly string[] {
  return getProperty(schema, connector, "DNSRoutingEnabled") === true
    ? []
    : valuesOf(getProperty(schema, connector, "SmartHosts")).map(String);
}

function* candidates(topology: Topology, from: DirectoryObject, domain: string): Generator<Candidate> {
  for (const connector of eachObject(topology, "SendConnector")) {
    if (getProperty(schema, connector, "Enabled") !== true) continue;
    const sources = followed(topology, getProperty(schema, connector, "SourceTransportServers")).filter((server) =>
      hasRole(server, "HubTransport"),
    );
    const inSite = sources.filter((server) => siteOf(server) === siteOf(from));
    const distance = sources.some(({ guid }) => guid === from.guid) ? 0 : inSite.length > 0 ? 1 : 2;
    const isScoped = getProperty(schema, connector, "IsScopedConnector") === true;
    if (sources.length === 0) continue;
    for (const text of valuesOf(getProperty(schema, connector, "AddressSpaces"))) {
      const space = parseAddressSpace(String(text));
      const match = space.fits(domain);
      if (match === null || ((isScoped || space.isLocal) && distance === 2)) continue;
      yield { connector, match, cost: space.cost, distance, sources: distance === 1 ? inSite : sources };
    }
  }
}
