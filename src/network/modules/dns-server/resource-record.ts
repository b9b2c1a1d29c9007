import type { FormatView, TableColumn } from "../../../formatting/index.js";
import type { CmdletRuntime } from "../../../runtime/cmdlet.js";
import { DateTime, TimeSpan, ticksPerSecond } from "../../../values/date-time.js";
import { toText, type Value } from "../../../values/index.js";
import { authorityOf, type ZoneAuthority } from "../../authority.js";
import type { ResourceRecord } from "../../dns.js";
import { recordTypes } from "../dns-client/dns-record.js";
import { wordsOf } from "../dns-client/lookup.js";
import { isSince } from "../windows-module.js";
import { ipAddress, WindowsObject, type WindowsProperty, type WindowsType, windowsType } from "../windows-object.js";
import { type DnsServer, nodeOf } from "./dns-server.js";

/** Objects of the records of a zone, and of what they hold. */

const cim = "Microsoft.Management.Infrastructure.CimInstance#";

/** The data of a record, with the authority of its zone for SOA. */
interface Data {
  readonly data: string;
  readonly authority: ZoneAuthority;
}

const span = (seconds: number): TimeSpan => new TimeSpan(BigInt(seconds) * ticksPerSecond);
const dotted = (name: string): string => (name.endsWith(".") ? name : `${name}.`);
const wordAt = (data: string, at: number): string => wordsOf(data).at(at) ?? "";

type DataProperty = WindowsProperty<Data>;
const named = (name: string): DataProperty => ({
  name,
  settable: true,
  value: ({ data }) => dotted(wordAt(data, -1)),
});
const counted = (name: string, at: number): DataProperty => ({
  name,
  typeName: "uint16",
  settable: true,
  value: ({ data }) => Number(wordAt(data, at)),
});

/** Properties of the data by the type of the record. */
const dataProperties: Readonly<Record<string, readonly DataProperty[]>> = {
  A: [
    {
      name: "IPv4Address",
      typeName: "System.Net.IPAddress",
      settable: true,
      value: ({ data }) => ipAddress(data),
    },
  ],
  CNAME: [named("HostNameAlias")],
  PTR: [named("PtrDomainName")],
  NS: [named("NameServer")],
  MX: [named("MailExchange"), counted("Preference", 0)],
  SRV: [named("DomainName"), counted("Port", 2), counted("Priority", 0), counted("Weight", 1)],
  TXT: [{ name: "DescriptiveText", settable: true, value: ({ data }) => data }],
  SOA: [
    { name: "ExpireLimit", typeName: "timespan", value: ({ authority }) => span(authority.expire) },
    { name: "MinimumTimeToLive", typeName: "timespan", value: ({ authority }) => span(authority.minimum) },
    { name: "PrimaryServer", value: ({ authority }) => dotted(authority.primaryServer) },
    { name: "RefreshInterval", typeName: "timespan", value: ({ authority }) => span(authority.refresh) },
    { name: "ResponsiblePerson", value: ({ authority }) => dotted(authority.administrator) },
    { name: "RetryDelay", typeName: "timespan", value: ({ authority }) => span(authority.retry) },
    { name: "SerialNumber", typeName: "uint32", value: ({ authority }) => authority.serial },
  ],
};

const dataTypes: ReadonlyMap<string, WindowsType<Data>> = new Map(
  Object.entries(dataProperties).map(([type, properties]) => {
    const name = `DnsServerResourceRecord${type}`;
    return [type, windowsType<Data>(`${cim}${name}`, properties, { text: () => name })] as const;
  }),
);

/** What the table shows of the data, by the type of the record: numbers and names in brackets, in the order of the wire. */
const shownParts: Readonly<Record<string, readonly string[]>> = {
  MX: ["Preference", "MailExchange"],
  SRV: ["Priority", "Weight", "Port", "DomainName"],
  SOA: ["SerialNumber", "PrimaryServer", "ResponsiblePerson"],
};

/** A record with what else its object shows. */
interface RecordOfZone {
  readonly record: ResourceRecord;
  readonly zone: string;
  readonly authority: ZoneAuthority;
  /** When its machine has registered it; null for one that somebody made. */
  readonly timestamp: DateTime | null;
}

const properties: readonly WindowsProperty<RecordOfZone>[] = [
  { name: "DistinguishedName", value: ({ record, zone }) => distinguishedName(nodeOf(record.name, zone), zone) },
  { name: "HostName", value: ({ record, zone }) => nodeOf(record.name, zone) },
  { name: "RecordClass", value: () => "IN" },
  {
    name: "RecordData",
    typeName: "CimInstance#Instance",
    settable: true,
    value: ({ record, authority }) =>
      (dataTypes.get(record.type) ?? dataTypes.get("TXT"))?.make({ data: record.data, authority }) ?? null,
  },
  { name: "RecordType", value: ({ record }) => record.type },
  { name: "Timestamp", typeName: "CimInstance#DateTime", value: ({ timestamp }) => timestamp },
  {
    name: "TimeToLive",
    typeName: "timespan",
    settable: true,
    value: ({ record }) => span(record.timeToLive),
  },
  { name: "Type", typeName: "uint16", value: ({ record }) => typeNumbers[record.type] ?? 0 },
  { name: "PSComputerName", value: () => null },
];

const typeNumbers: Readonly<Record<string, number>> = recordTypes;

function distinguishedName(node: string, zone: string): string {
  const domain = zone.split(".").map((label) => `DC=${label}`);
  return [`DC=${node}`, `DC=${zone}`, "cn=MicrosoftDNS", "DC=DomainDnsZones", ...domain].join(",");
}

/** Up to Windows Server 2012 R2, and since 2016, which shows the number of the type too. */
const olderType = windowsType<RecordOfZone>(`${cim}DnsServerResourceRecord`, properties);
const newerType = windowsType<RecordOfZone>(`${cim}root/Microsoft/Windows/DNS/DnsServerResourceRecord`, properties, {
  base: olderType.fullName,
});

const hour = 3600n * ticksPerSecond;
const day = 24n * hour;

/** The objects of records of a zone. Machines register themselves anew each day. */
export function recordObject(
  cmdlet: CmdletRuntime,
  { place }: DnsServer,
  zone: string,
  record: ResourceRecord,
): WindowsObject {
  const { clock } = place.network.topology;
  const local = clock + cmdlet.context.utcOffset(clock);
  const isRegistered = record.guid === null && record.type !== "NS" && record.type !== "SOA";
  const timestamp = isRegistered ? new DateTime(local - (local % day), "Local") : null;
  const type = isSince(place.host.windowsVersion, "Windows Server 2016") ? newerType : olderType;
  return type.make({ record, zone, timestamp, authority: authorityOf(place.network, "Inside", zone) });
}

/** What a zone has at its top: NS and SOA. */
export function recordsOfTop({ place }: DnsServer, zone: string): readonly ResourceRecord[] {
  const { nameServers, timeToLive, primaryServer } = authorityOf(place.network, "Inside", zone);
  const record = (type: string, data: string): ResourceRecord => ({ name: zone, type, data, timeToLive, guid: null });
  return [...nameServers.map((data) => record("NS", data)), record("SOA", primaryServer)];
}

/** A record as an object says that it is. */
export interface DescribedRecord {
  readonly node: string;
  readonly type: string;
  readonly data: string;
  readonly timeToLive: number;
}

/** Reads the object of a record; null for any other object. */
export function describedRecord(cmdlet: CmdletRuntime, object: Value): DescribedRecord | null {
  if (!(object instanceof WindowsObject)) return null;
  const data = object.field("RecordData");
  const life = object.field("TimeToLive");
  if (!(data instanceof WindowsObject) || !(life instanceof TimeSpan)) return null;
  const type = String(object.field("RecordType"));
  const parts = shownParts[type] ?? dataProperties[type]?.map(({ name }) => name) ?? [];
  const words = parts.map((name) => toText(cmdlet.context, data.field(name)).replace(/\.$/, ""));
  return {
    node: String(object.field("HostName")),
    type,
    data: words.join(" "),
    timeToLive: Number(life.ticks / ticksPerSecond),
  };
}

const dataColumn: TableColumn = {
  label: "RecordData",
  compute: (context, self) => {
    if (!(self instanceof WindowsObject)) return null;
    const data = self.field("RecordData");
    const type = String(self.field("RecordType"));
    if (!(data instanceof WindowsObject)) return null;
    const parts = shownParts[type];
    if (parts !== undefined) return parts.map((name) => `[${toText(context, data.field(name))}]`).join("");
    return toText(context, data.field(dataProperties[type]?.[0]?.name ?? ""));
  },
};

function tableOf(fullName: string, ...type: readonly TableColumn[]): FormatView {
  return {
    kind: "table",
    name: fullName,
    typeNames: [fullName],
    columns: [
      { property: "HostName", width: 25 },
      { property: "RecordType", width: 10 },
      ...type,
      {
        label: "Timestamp",
        width: 20,
        alignment: "left",
        script: `if ($_.Timestamp -eq $null) { '0' } else { "$($_.Timestamp.ToString())" }`,
      },
      { property: "TimeToLive", width: 15, alignment: "left" },
      dataColumn,
    ],
  };
}

export const resourceRecordViews: readonly FormatView[] = [
  tableOf(olderType.fullName),
  tableOf(newerType.fullName, { property: "Type", width: 10, alignment: "left" }),
];
