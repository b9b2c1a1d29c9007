import { type DirectoryObject, guidNamed, listObjects, type Topology } from "../../topology/index.js";
import { addressNumber } from "../address.js";
import { type DnsView, nameServiceOf, type ResourceRecord, zoneOf } from "../dns.js";
import { isSet, textField } from "../fields.js";
import { LabError } from "../lab-error.js";
import { networkOf } from "../network.js";
import { addNetworkObject, changeNetworkObject, removeNetworkObject } from "../write.js";

/** A record to be made. */
export interface RecordSpec {
  /** The full name: `outlook.contoso.com`. */
  readonly name: string;
  /** An address for A; a name for CNAME and PTR; the text of the others as DNS servers show it. */
  readonly data: string;
  /** Left out: A. */
  readonly type?: string;
  /** Left out: the inner name service. */
  readonly view?: DnsView;
  /** Seconds. Left out: 3600, one hour. */
  readonly timeToLive?: number;
}

const types = ["A", "CNAME", "PTR", "SRV", "MX", "TXT"];

/** Makes a zone that the inner or the outer DNS servers answer for. */
export function addZone(topology: Topology, zone: string, view: DnsView = "Inside"): Topology {
  const present = nameServiceOf(networkOf(topology)).zones(view);
  if (present.some((each) => each.toLowerCase() === zone.toLowerCase())) {
    throw new LabError("NameTaken", `The zone ${zone} exists already (${view}).`, zone);
  }
  const name = shortName(topology, zone, view);
  return addNetworkObject(topology, { class: "DnsZone", name, properties: { ZoneName: zone, View: view } }).topology;
}

/** Removes a zone that was made, with its records. Derived ones stay: they are the domains'. */
export function removeZone(topology: Topology, zone: string, view: DnsView = "Inside"): Topology {
  const found = listObjects(topology, "DnsZone").find(
    (each) => textField(each, "View") === view && textField(each, "ZoneName")?.toLowerCase() === zone.toLowerCase(),
  );
  if (found === undefined) throw new LabError("NotFound", `There is no zone ${zone} that could be removed.`, zone);
  const { zones } = nameServiceOf(networkOf(topology));
  const inIt = recordObjects(topology, view).filter(
    (record) => zoneOf(zones(view), textField(record, "HostName") ?? "")?.toLowerCase() === zone.toLowerCase(),
  );
  return [...inIt, found].reduce(removeNetworkObject, topology);
}

/** Names of Active Directory objects are short; those of records and zones may be long. */
function shortName(topology: Topology, ...parts: readonly string[]): string {
  const label = (parts[0] ?? "").split(".")[0]?.slice(0, 30) ?? "";
  return `${label} ${guidNamed(topology.ids.seed, parts.join("|").toLowerCase()).slice(0, 13)}`;
}

function recordObjects(topology: Topology, view: DnsView): readonly DirectoryObject[] {
  return listObjects(topology, "DnsRecord").filter((each) => textField(each, "View") === view);
}

function isRecord(object: DirectoryObject, { name, type, data }: Pick<ResourceRecord, "name" | "type" | "data">) {
  const same = (property: string, text: string): boolean =>
    textField(object, property)?.toLowerCase() === text.toLowerCase();
  return same("HostName", name) && same("Type", type) && same("Data", data);
}

/**
 * Adds a record to a zone.
 * @throws {LabError} when no zone holds the name, when it exists, and for data that its type does not allow
 */
export function addRecord(topology: Topology, spec: RecordSpec): Topology {
  const { name, data, view = "Inside", timeToLive } = spec;
  const type = (spec.type ?? "A").toUpperCase();
  const service = nameServiceOf(networkOf(topology));
  checkRecord(service.zones(view), { name, type, data, view });
  const present = service.recordsOf(view, name);
  if (present.some((each) => each.type === type && each.data.toLowerCase() === data.toLowerCase())) {
    throw new LabError("NameTaken", `The record ${name} ${type} ${data} exists already (${view}).`, name);
  }
  if (present.some((each) => (each.type === "CNAME") !== (type === "CNAME"))) {
    throw new LabError("NotAllowed", `${name} cannot have an alias and other records at the same time.`, name);
  }
  const removed = recordObjects(topology, view).find((each) => isRecord(each, { name, type, data }));
  const properties = {
    HostName: name,
    View: view,
    Type: type,
    Data: data,
    IsRemoved: false,
    ...(timeToLive === undefined ? {} : { TimeToLive: timeToLive }),
  };
  if (removed !== undefined) return changeNetworkObject(topology, removed, properties);
  const shown = shortName(topology, name, view, type, data);
  return addNetworkObject(topology, { class: "DnsRecord", name: shown, properties }).topology;
}

function checkRecord(
  zones: readonly string[],
  { name, type, data, view }: Pick<ResourceRecord, "name" | "type" | "data"> & { readonly view: DnsView },
): void {
  if (!types.includes(type)) {
    throw new LabError("InvalidArgument", `"${type}" is no type of record here. There are ${types.join(", ")}.`, type);
  }
  if (zoneOf(zones, name) === null) {
    throw new LabError("NotFound", `No zone holds ${name} (${view}). There are ${zones.join(", ")}.`, name);
  }
  if (type === "A" && addressNumber(data) === null) {
    throw new LabError("InvalidArgument", `"${data}" is no IPv4 address. Write it as 10.1.0.50.`, data);
  }
}

/** Which records are meant: all of a name, or those of a type, or one. */
export interface RecordChoice {
  readonly name: string;
  readonly type?: string;
  readonly data?: string;
  readonly view?: DnsView;
}

/** The records that are meant. */
export function chosenRecords(topology: Topology, choice: RecordChoice): readonly ResourceRecord[] {
  const { name, type, data, view = "Inside" } = choice;
  return nameServiceOf(networkOf(topology))
    .recordsOf(view, name, type?.toUpperCase())
    .filter((record) => data === undefined || record.data.toLowerCase() === data.toLowerCase());
}

/**
 * Removes records.
 * @throws {LabError} when there is none
 */
export function removeRecord(topology: Topology, choice: RecordChoice): Topology {
  const { view = "Inside" } = choice;
  const chosen = chosenRecords(topology, choice);
  if (chosen.length === 0)
    throw new LabError("NotFound", `There is no such record: ${choice.name} (${view}).`, choice.name);
  return chosen.reduce((state, record) => {
    const object = recordObjects(state, view).find((each) => each.guid === record.guid);
    if (object !== undefined) return removeNetworkObject(state, object);
    // A machine registers it by itself: what is kept is that it is gone.
    const name = shortName(state, record.name, view, record.type, record.data);
    const { type, data } = record;
    const properties = { HostName: record.name, View: view, Type: type, Data: data, IsRemoved: true };
    return addNetworkObject(state, { class: "DnsRecord", name, properties }).topology;
  }, topology);
}

/**
 * Changes records: their data, or how long they may be kept.
 * @throws {LabError} when there is none
 */
export function changeRecord(
  topology: Topology,
  choice: RecordChoice,
  change: { readonly data?: string; readonly timeToLive?: number },
): Topology {
  const { view = "Inside" } = choice;
  const chosen = chosenRecords(topology, choice);
  if (chosen.length === 0)
    throw new LabError("NotFound", `There is no such record: ${choice.name} (${view}).`, choice.name);
  return chosen.reduce((state, { name, type, data, timeToLive }) => {
    const without = removeRecord(state, { name, type, data, view });
    return addRecord(without, {
      name,
      type,
      view,
      data: change.data ?? data,
      timeToLive: change.timeToLive ?? timeToLive,
    });
  }, topology);
}

/** Records that were made, and derived ones that were removed: what differs from the beginning. */
export function madeRecords(topology: Topology): readonly DirectoryObject[] {
  return listObjects(topology, "DnsRecord").filter((each) => !isSet(each, "IsRemoved"));
}
