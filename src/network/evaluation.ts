import {
  type DirectoryObject,
  getObject,
  listObjects,
  type PropertyValue,
  type RecordValue,
} from "../topology/index.js";
import { ticksPerSecond } from "../values/date-time.js";
import { fieldOf, guidField, isSet, linkField, numberField, recordsField, textField, textsField } from "./fields.js";
import type { Host, Location } from "./machines.js";
import type { Balancer, Network } from "./network.js";

/** A name in a resolver's cache: its addresses (none: it does not exist), and until when it is kept. */
export interface CacheEntry {
  readonly name: string;
  readonly addresses: readonly string[];
  /** The names that it is an alias of, one behind the other: the last one has the addresses. */
  readonly aliasOf: readonly string[];
  /** Ticks. */
  readonly expires: bigint;
}

/** A machine that asks for names and connects: a client's, or a server. */
export interface Machine {
  /** Of the object that keeps its cache; null while it has none. */
  readonly own: DirectoryObject | null;
  /** The key of its cache: the GUID of the client or of the server. */
  readonly key: string;
  readonly name: string;
  readonly address: string;
  readonly location: Location;
  readonly site: DirectoryObject | null;
  readonly isUp: boolean;
  readonly hostsFile: readonly { readonly name: string; readonly address: string }[];
}

/** A server or domain controller as a machine that connects to others. */
export function machineOfHost(host: Host): Machine {
  return {
    own: host.own,
    key: host.object.guid,
    name: host.name,
    address: host.addresses[0] ?? "",
    location: "Inside",
    site: host.site,
    isUp: host.isUp,
    hostsFile: host.own === null ? [] : hostsFileOf(host.own),
  };
}

const locations: readonly Location[] = ["Inside", "Outside", "VPN"];

/** A client's machine, by its object. */
export function machineOfClient(network: Network, own: DirectoryObject): Machine {
  return {
    own,
    key: own.guid,
    name: own.name,
    address: textsField(own, "Addresses")[0] ?? "",
    location: locations.find((each) => each === textField(own, "Location")) ?? "Inside",
    site: linkField(network.topology, own, "Site"),
    isUp: !isSet(own, "IsDown"),
    hostsFile: hostsFileOf(own),
  };
}

function hostsFileOf(own: DirectoryObject): Machine["hostsFile"] {
  return recordsField(own, "HostsFile").map(({ name, address }) => ({ name: String(name), address: String(address) }));
}

/** The cache of a machine as it is kept, with what has expired. */
export function storedCache(own: DirectoryObject | null): readonly CacheEntry[] {
  return own === null ? [] : recordsField(own, "ResolverCache").map(cacheEntryOf);
}

function cacheEntryOf({ name, addresses, aliasOf, expires }: RecordValue): CacheEntry {
  return {
    name: String(name),
    addresses: Array.isArray(addresses) ? addresses.map(String) : [],
    aliasOf: Array.isArray(aliasOf) ? aliasOf.map(String) : [],
    expires: typeof expires === "bigint" ? expires : 0n,
  };
}

/** A cache entry as the organization keeps it. */
export function cacheRecord({ name, addresses, aliasOf, expires }: CacheEntry): RecordValue {
  return { kind: "cacheEntry", name, addresses, ...(aliasOf.length === 0 ? {} : { aliasOf }), expires };
}

/**
 * The evaluation of attempts to connect against one state of the network. It changes nothing: what attempts leave behind
 * (names in caches, whose turn it is) is collected here, seen by those that follow, and written by whoever wants to.
 */
export class Evaluation {
  /** Caches that have changed, by the key of their machine. */
  readonly caches = new Map<string, { readonly machine: Machine; readonly entries: ReadonlyMap<string, CacheEntry> }>();
  /** Turns of records and balancers that have moved on, by GUID. */
  readonly turns = new Map<string, number>();
  /** Caches as the organization has them, by the key of their machine. */
  private readonly stored = new Map<string, ReadonlyMap<string, CacheEntry>>();
  private connections: Map<string, number> | null = null;
  private readonly memory = new Map<string, unknown>();

  /** @param now the time at which it happens, ticks; that of the organization's clock unless another one is given */
  constructor(
    readonly network: Network,
    readonly now: bigint = network.topology.clock,
  ) {}

  /** A cache entry of a machine that is still valid. */
  cached(machine: Machine, name: string): CacheEntry | undefined {
    const entry = this.cacheOf(machine).get(name.toLowerCase());
    return entry !== undefined && entry.expires > this.now ? entry : undefined;
  }

  /** What a machine has in its cache now. */
  cacheOf(machine: Machine): ReadonlyMap<string, CacheEntry> {
    const changed = this.caches.get(machine.key);
    if (changed !== undefined) return changed.entries;
    let stored = this.stored.get(machine.key);
    if (stored === undefined) {
      stored = new Map(storedCache(machine.own).map((entry) => [entry.name.toLowerCase(), entry]));
      this.stored.set(machine.key, stored);
    }
    return stored;
  }

  /** Keeps an answer in a machine's cache; what has expired leaves it. */
  keep(machine: Machine, { name, addresses, aliasOf }: Omit<CacheEntry, "expires">, seconds: number): void {
    const expires = this.now + BigInt(seconds) * ticksPerSecond;
    const entries = new Map<string, CacheEntry>();
    for (const [key, entry] of this.cacheOf(machine)) if (entry.expires > this.now) entries.set(key, entry);
    entries.set(name.toLowerCase(), { name, addresses, aliasOf, expires });
    this.caches.set(machine.key, { machine, entries });
  }

  /** Whose turn it is among some, by the object that counts. The next one who asks gets the next. */
  takeTurn(object: string, among: number): number {
    const stored = (): number => {
      const found = getObject(this.network.topology, object);
      return found === null ? 0 : numberField(found, "Turn");
    };
    const turn = this.turns.get(object) ?? stored();
    this.turns.set(object, turn + 1);
    return among === 0 ? 0 : turn % among;
  }

  /** How many of the clients that are connected have a server. */
  loadOf(host: Host): number {
    this.connections ??= countConnections(this.network);
    return this.connections.get(host.object.guid) ?? 0;
  }

  /** Counts a connection to a server, or one less. */
  count(host: Host, by: 1 | -1): void {
    const before = this.loadOf(host);
    this.connections?.set(host.object.guid, before + by);
  }

  /** What is worked out once an evaluation. */
  once<T>(key: string, make: () => T): T {
    if (!this.memory.has(key)) this.memory.set(key, make());
    return this.memory.get(key) as T;
  }
}

/** Connections of clients to servers, as the organization has them. */
function countConnections({ topology }: Network): Map<string, number> {
  const counts = new Map<string, number>();
  for (const client of listObjects(topology, "OutlookClient")) {
    const server = connectedServer(fieldOf(client, "Connection"));
    if (server !== null) counts.set(server, (counts.get(server) ?? 0) + 1);
  }
  return counts;
}

/** The GUID of the server in a record `connection`. */
function connectedServer(value: PropertyValue): string | null {
  if (typeof value !== "object" || value === null || !("server" in value)) return null;
  const { server } = value;
  return typeof server === "object" && server !== null && "guid" in server ? String(server.guid) : null;
}

/** The machine that a client runs on. */
export function machineOf(network: Network, client: DirectoryObject): Machine | null {
  const guid = guidField(client, "Host");
  const own = guid === null ? null : getObject(network.topology, guid);
  return own === null ? null : machineOfClient(network, own);
}

/** Who a balancer sends to, for lists of members. */
export function membersOf({ pool }: Balancer): readonly string[] {
  return pool.map(({ name }) => name);
}
