import { listObjects } from "../topology/index.js";
import { reverseName } from "./address.js";
import { isSet, numberField, textField } from "./fields.js";
import type { Network } from "./network.js";

/** Which of the two name services is meant: the domain controllers', or the one that the world asks (split DNS). */
export type DnsView = "Inside" | "Outside";

/** A record as a DNS server has it. */
export interface ResourceRecord {
  /** The full name, without a dot at its end. */
  readonly name: string;
  readonly type: string;
  readonly data: string;
  /** Seconds that others may keep it. */
  readonly timeToLive: number;
  /** The object that holds it; null for a derived one, which machines register themselves. */
  readonly guid: string | null;
}

/** What a DNS server says of a name. */
export interface DnsAnswer {
  readonly status: "Found" | "NoName" | "NoRecord";
  /** The zone that answers; null when the question went to no known zone. */
  readonly zone: string | null;
  readonly view: DnsView;
  /** Aliases on the way, then the records asked for. */
  readonly records: readonly ResourceRecord[];
  /** Of the records asked for. */
  readonly data: readonly string[];
  /** Seconds that the answer may be kept. */
  readonly timeToLive: number;
}

/** Machines register themselves with this; the cluster's name has it too. */
export const registeredTimeToLive = 1200;
/** What a negative answer's zone says of how long it may be kept, as far as Windows follows it (15 minutes). */
export const negativeTimeToLive = 900;
const longestAliasChain = 8;

/** The zones and records of the two name services. */
export interface NameService {
  zones(view: DnsView): readonly string[];
  /** All records of a view, those of a name together, in the order of their making. */
  records(view: DnsView): readonly ResourceRecord[];
  /** The records of a name, of a type or of all. */
  recordsOf(view: DnsView, name: string, type?: string): readonly ResourceRecord[];
  /** What the name service answers: an alias is followed; names of no inner zone are asked for outside. */
  ask(view: DnsView, name: string, type?: string): DnsAnswer;
}

const known = new WeakMap<Network, NameService>();

/** The name services of a network. */
export function nameServiceOf(network: Network): NameService {
  let service = known.get(network);
  if (service === undefined) {
    service = build(network);
    known.set(network, service);
  }
  return service;
}

type ByName = ReadonlyMap<string, readonly ResourceRecord[]>;

function build(network: Network): NameService {
  const zones = { Inside: zonesOf(network, "Inside"), Outside: zonesOf(network, "Outside") };
  const byName: Record<DnsView, ByName | null> = { Inside: null, Outside: null };
  const table = (view: DnsView): ByName => {
    byName[view] ??= grouped(view === "Inside" ? [...derived(network), ...made(network, view)] : made(network, view), {
      removed: removedOf(network, view),
    });
    return byName[view];
  };
  const recordsOf = (view: DnsView, name: string, type?: string): readonly ResourceRecord[] => {
    const all = table(view).get(name.toLowerCase()) ?? [];
    return type === undefined ? all : all.filter((record) => record.type === type);
  };
  const service: NameService = {
    zones: (view) => zones[view],
    records: (view) => [...table(view).values()].flat(),
    recordsOf,
    ask(view, name, type = "A") {
      const zone = zoneOf(zones[view], name);
      if (zone === null && view === "Inside") return service.ask("Outside", name, type);
      return chase({ zones: zones[view], recordsOf: (...asked) => recordsOf(view, ...asked), view, zone }, name, type);
    },
  };
  return service;
}

/** The zone that a name is in: the longest one that it ends with; null when it is in none. */
export function zoneOf(zones: readonly string[], name: string): string | null {
  const key = name.toLowerCase();
  const found = zones.filter((zone) => key === zone.toLowerCase() || key.endsWith(`.${zone.toLowerCase()}`));
  return found.sort((a, b) => b.length - a.length)[0] ?? null;
}

interface Asked {
  readonly zones: readonly string[];
  readonly view: DnsView;
  readonly zone: string | null;
  recordsOf(name: string, type?: string): readonly ResourceRecord[];
}

function chase({ recordsOf, view, zone }: Asked, name: string, type: string): DnsAnswer {
  const records: ResourceRecord[] = [];
  let asked = name;
  for (let hops = 0; hops < longestAliasChain; hops++) {
    const found = recordsOf(asked, type);
    if (found.length > 0) {
      records.push(...found);
      const timeToLive = Math.min(...records.map((record) => record.timeToLive));
      return { status: "Found", zone, view, records, data: found.map(({ data }) => data), timeToLive };
    }
    const [alias] = recordsOf(asked, "CNAME");
    if (alias === undefined) break;
    records.push(alias);
    asked = alias.data;
  }
  const status = recordsOf(asked).length > 0 ? "NoRecord" : "NoName";
  return { status, zone, view, records, data: [], timeToLive: negativeTimeToLive };
}

function zonesOf(network: Network, view: DnsView): readonly string[] {
  const domains = listObjects(network.topology, "Domain").map(({ name }) => name);
  const own = listObjects(network.topology, "DnsZone")
    .filter((zone) => textField(zone, "View") === view)
    .map((zone) => textField(zone, "ZoneName") ?? "");
  const reverse = view === "Inside" ? network.sites.map(({ subnet }) => reverseZone(subnet.prefix)) : [];
  return [...new Set([...domains, ...own, ...reverse])];
}

/** `1.10.in-addr.arpa` of `10.1.0.0/16`: as many bytes as the mask covers whole. */
function reverseZone(prefix: string): string {
  const [address = "", length = "0"] = prefix.split("/");
  const bytes = address.split(".").slice(0, Math.max(1, Math.floor(Number(length) / 8)));
  return `${bytes.reverse().join(".")}.in-addr.arpa`;
}

/** What machines and clusters register themselves: their names, and the way back from their addresses. */
function derived(network: Network): readonly ResourceRecord[] {
  const { topology, hosts, groups } = network;
  const [domain] = listObjects(topology, "Domain");
  const record = (name: string, type: string, data: string): ResourceRecord => {
    return { name, type, data, timeToLive: registeredTimeToLive, guid: null };
  };
  const controllers = hosts.filter(({ object }) => object.class === "DomainController");
  const named = [
    ...hosts.map(({ fqdn, addresses }) => ({ name: fqdn, addresses })),
    ...groups.map(({ name, addresses }) => ({ name: `${name}.${domain?.name ?? ""}`, addresses })),
  ];
  return [
    ...controllers.flatMap(({ addresses }) => addresses.map((each) => record(domain?.name ?? "", "A", each))),
    ...named.flatMap(({ name, addresses }) => addresses.map((each) => record(name, "A", each))),
    ...named.flatMap(({ name, addresses }) => addresses.map((each) => record(reverseName(each), "PTR", name))),
  ];
}

function made({ topology }: Network, view: DnsView): readonly ResourceRecord[] {
  return listObjects(topology, "DnsRecord")
    .filter((object) => textField(object, "View") === view && !isSet(object, "IsRemoved"))
    .map((object) => ({
      name: textField(object, "HostName") ?? "",
      type: textField(object, "Type") ?? "A",
      data: textField(object, "Data") ?? "",
      timeToLive: numberField(object, "TimeToLive"),
      guid: object.guid,
    }));
}

const keyOf = (name: string, type: string, data: string): string => [name, type, data].join("|").toLowerCase();

/** Derived records that were removed. */
function removedOf({ topology }: Network, view: DnsView): ReadonlySet<string> {
  return new Set(
    listObjects(topology, "DnsRecord")
      .filter((object) => textField(object, "View") === view && isSet(object, "IsRemoved"))
      .map((object) =>
        keyOf(textField(object, "HostName") ?? "", textField(object, "Type") ?? "", textField(object, "Data") ?? ""),
      ),
  );
}

function grouped(records: readonly ResourceRecord[], { removed }: { readonly removed: ReadonlySet<string> }): ByName {
  const byName = new Map<string, ResourceRecord[]>();
  for (const record of records) {
    if (record.guid === null && removed.has(keyOf(record.name, record.type, record.data))) continue;
    const key = record.name.toLowerCase();
    const present = byName.get(key);
    if (present === undefined) byName.set(key, [record]);
    else if (!present.some((other) => other.type === record.type && other.data === record.data)) present.push(record);
  }
  return byName;
}
