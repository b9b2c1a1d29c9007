import { listObjects, type Topology } from "../topology/index.js";
import type { DnsView } from "./dns.js";
import { textField } from "./fields.js";
import type { Network } from "./network.js";

/** What a zone says of itself: who answers for it (NS), and how long others may rely on that (SOA). */
export interface ZoneAuthority {
  readonly zone: string;
  readonly primaryServer: string;
  /** Its mail address, written as a name: `hostmaster.contoso.com`. */
  readonly administrator: string;
  readonly serial: number;
  /** Seconds, of the SOA record and of the NS records. */
  readonly timeToLive: number;
  /** Seconds: refresh, retry, expire, minimum, as Windows sets them for a new zone. */
  readonly refresh: number;
  readonly retry: number;
  readonly expire: number;
  readonly minimum: number;
  readonly nameServers: readonly string[];
}

const hour = 3600;

/** Each record that was made in a zone, or removed from it, has counted its serial number up. */
function changesOf(topology: Topology, view: DnsView, zone: string): number {
  const key = zone.toLowerCase();
  return listObjects(topology, "DnsRecord").filter((record) => {
    const name = (textField(record, "HostName") ?? "").toLowerCase();
    return textField(record, "View") === view && (name === key || name.endsWith(`.${key}`));
  }).length;
}

/** The authority of a zone. Inside all domain controllers answer for all zones; the world's name servers are one. */
export function authorityOf({ hosts, topology }: Network, view: DnsView, zone: string): ZoneAuthority {
  const controllers = hosts.filter(({ object }) => object.class === "DomainController").map(({ fqdn }) => fqdn);
  const nameServers = view === "Inside" && controllers.length > 0 ? controllers : [`ns1.${zone}`];
  return {
    zone,
    primaryServer: nameServers[0] ?? "",
    administrator: `hostmaster.${zone}`,
    serial: 1 + changesOf(topology, view, zone),
    timeToLive: hour,
    refresh: 900,
    retry: 600,
    expire: 24 * hour,
    minimum: hour,
    nameServers,
  };
}
