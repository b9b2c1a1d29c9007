import { defineCmdlet } from "../../../binding/define-cmdlet.js";
import { compareText } from "../../../values/index.js";
import { oneOf } from "../../cmdlets/task.js";
import { nameServiceOf, type ResourceRecord, zoneOf } from "../../dns.js";
import { moduleVersion } from "../windows-module.js";
import {
  codes,
  type DnsServer,
  dnsFailure,
  dnsServer,
  nameInZone,
  nodeOf,
  remote,
  source,
  zoneOn,
} from "./dns-server.js";
import { recordObject, recordsOfTop } from "./resource-record.js";

const className = "DnsServerResourceRecord";

/** All records of a zone: those of its top first, then by name. */
export function recordsOfZone(server: DnsServer, zone: string): readonly ResourceRecord[] {
  const service = nameServiceOf(server.place.network);
  const zones = service.zones("Inside");
  const own = service.records("Inside").filter(({ name }) => zoneOf(zones, name) === zone);
  const top = own.filter(({ name }) => nodeOf(name, zone) === "@");
  const below = own
    .filter((record) => !top.includes(record))
    .map((record) => ({ record, node: nodeOf(record.name, zone) }))
    .sort((a, b) => compareText(a.node, b.node, true))
    .map(({ record }) => record);
  return [...top, ...recordsOfTop(server, zone), ...below];
}

/** The types that Windows knows (documented); the lab's zones have A, CName, Ptr, Srv, Mx, Txt, Ns and Soa of them. */
const recordTypeNames = (
  "HInfo Afsdb Atma Isdn Key Mb Md Mf Mg MInfo Mr Mx NsNxt Rp Rt Wks X25 A AAAA CName Ptr Srv Txt Wins WinsR Ns Soa NasP " +
  "NasPtr DName Gpos Loc DhcId Naptr RRSig DnsKey DS NSec NSec3 NSec3Param"
).split(" ");

export const recordTypeParameter = oneOf(recordTypeNames);

export const getDnsServerResourceRecord = defineCmdlet({
  name: "Get-DnsServerResourceRecord",
  typeName: "Get-DnsServerResourceRecord",
  source,
  version: moduleVersion,
  isFunction: true,
  synopsis: "Gives records of a zone.",
  parameters: {
    ZoneName: { type: "string", mandatory: true, position: 0, pipeline: "name" },
    Name: { type: "string", position: 1, pipeline: "name", aliases: ["HostName"] },
    RRType: { ...recordTypeParameter, position: 2, pipeline: "name" },
    Node: { type: "switch" },
    ZoneScope: { type: "string", coverage: "refused" },
    VirtualizationInstance: { type: "string", coverage: "refused" },
    ...remote,
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { ZoneName = "", Name, RRType, Node } = parameters;
      const server = dnsServer(cmdlet, parameters.ComputerName);
      const zone = zoneOn(cmdlet, server, ZoneName, className);
      if (zone === null) return;
      const there = atOrBelow(recordsOfZone(server, zone), zone, Name ?? (Node ? "@" : undefined), Node);
      if (there.length === 0 && Name !== undefined) {
        cmdlet.writeError(noRecord(server, zone, Name));
        return;
      }
      for (const record of there) {
        const isMeant = RRType === undefined || record.type === RRType.toUpperCase();
        if (isMeant) cmdlet.writeObject(recordObject(cmdlet, server, zone, record));
      }
    },
  }),
});

/** A name means itself and, without -Node, what is below it. */
function atOrBelow(
  records: readonly ResourceRecord[],
  zone: string,
  node: string | undefined,
  nodeOnly: boolean,
): readonly ResourceRecord[] {
  if (node === undefined) return records;
  const wanted = nameInZone(node, zone).toLowerCase();
  const withBelow = !nodeOnly && node !== "@";
  return records.filter(({ name }) => {
    const key = name.toLowerCase();
    return key === wanted || (withBelow && key.endsWith(`.${wanted}`));
  });
}

/** A name without records. */
export function noRecord(server: DnsServer, zone: string, name: string) {
  return dnsFailure({
    code: codes.noName,
    category: "ObjectNotFound",
    message: `Failed to get ${name} record in ${zone} zone on ${server.name} server.`,
    target: name,
    className,
  });
}
