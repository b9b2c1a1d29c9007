import {
  addRecord,
  addZone,
  changeRecord,
  type RecordChoice,
  type RecordSpec,
  removeRecord,
  removeZone,
} from "../change/dns.js";
import { type DnsView, nameServiceOf, type ResourceRecord } from "../dns.js";
import { networkOf } from "../network.js";
import type { LabBench } from "./bench.js";

/** The inner and the outer name service. */
export interface LabDns {
  /** Adds a record; `data` alone is an A record's address, kept for an hour. */
  add(name: string, data: string, options?: Omit<RecordSpec, "name" | "data">): void;
  change(
    name: string,
    change: { readonly data?: string; readonly timeToLive?: number },
    choice?: Omit<RecordChoice, "name">,
  ): void;
  remove(name: string, choice?: Omit<RecordChoice, "name">): void;
  addZone(zone: string, view?: DnsView): void;
  removeZone(zone: string, view?: DnsView): void;
  zones(view?: DnsView): readonly string[];
  records(view?: DnsView): readonly ResourceRecord[];
}

/** The name services of a bench. */
export function dnsFace(bench: LabBench): LabDns {
  const service = () => nameServiceOf(networkOf(bench.topology));
  return {
    add: (name, data, options) => bench.change((topology) => addRecord(topology, { ...options, name, data })),
    change: (name, change, choice) => bench.change((topology) => changeRecord(topology, { ...choice, name }, change)),
    remove: (name, choice) => bench.change((topology) => removeRecord(topology, { ...choice, name })),
    addZone: (zone, view) => bench.change((topology) => addZone(topology, zone, view)),
    removeZone: (zone, view) => bench.change((topology) => removeZone(topology, zone, view)),
    zones: (view = "Inside") => service().zones(view),
    records: (view = "Inside") => service().records(view),
  };
}
