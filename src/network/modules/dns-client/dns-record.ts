import type { DisplaySets } from "../../../cmdlets/display-sets.js";
import type { FormatView, TableColumn } from "../../../formatting/index.js";
import { PSArray, typeNamed } from "../../../values/index.js";
import { type WindowsObject, type WindowsProperty, windowsEnum, windowsType } from "../windows-object.js";
import { type AnsweredRecord, wordsOf } from "./lookup.js";

/**
 * Objects of Resolve-DnsName. The columns of their tables and the rows of their lists are those of recorded consoles;
 * CharacterSet and DataLength are from memory.
 */

const recordTypeName = "Microsoft.DnsClient.Commands.RecordType";
export const recordTypes = {
  UNKNOWN: 0,
  A: 1,
  NS: 2,
  MD: 3,
  MF: 4,
  CNAME: 5,
  SOA: 6,
  MB: 7,
  MG: 8,
  MR: 9,
  NULL: 10,
  WKS: 11,
  PTR: 12,
  HINFO: 13,
  MINFO: 14,
  MX: 15,
  TXT: 16,
  RP: 17,
  AFSDB: 18,
  X25: 19,
  ISDN: 20,
  RT: 21,
  AAAA: 28,
  SRV: 33,
  DNAME: 39,
  OPT: 41,
  DS: 43,
  RRSIG: 46,
  NSEC: 47,
  DNSKEY: 48,
  DHCID: 49,
  NSEC3: 50,
  NSEC3PARAM: 51,
  ANY: 255,
  ALL: 255,
  WINS: 65281,
  A_AAAA: 65534,
} as const;
export type RecordTypeName = keyof typeof recordTypes;

const recordType = windowsEnum(recordTypeName, recordTypes);
const sectionName = "Microsoft.DnsClient.Commands.DNSSection";
const section = windowsEnum(sectionName, { Question: 0, Answer: 1, Authority: 2, Additional: 3 });

type Properties = readonly WindowsProperty<AnsweredRecord>[];

const typeOf = ({ type }: AnsweredRecord) =>
  recordType(Object.hasOwn(recordTypes, type) ? (type as RecordTypeName) : "UNKNOWN");

const queryType: Properties = [{ name: "QueryType", typeName: recordTypeName, value: typeOf }];

/** What all records have behind their own. */
function common(dataLength: number): Properties {
  return [
    { name: "Name", value: ({ name }) => name },
    { name: "Type", typeName: recordTypeName, value: typeOf },
    { name: "CharacterSet", value: () => "Unicode" },
    { name: "Section", typeName: sectionName, value: (record) => section(record.section) },
    { name: "DataLength", typeName: "uint16", value: () => dataLength },
    { name: "TTL", typeName: "uint32", value: ({ timeToLive }) => timeToLive },
  ];
}

const data = (name: string) => ({ name, value: (record: AnsweredRecord) => record.data });

/** The word of a record's data at a place: numbers first, the name last. */
const word = (name: string, at: number) => ({
  name,
  value: (record: AnsweredRecord) => wordsOf(record.data).at(at) ?? "",
});
const number = (name: string, at: number) => ({
  name,
  typeName: "int",
  value: (record: AnsweredRecord) => Number(wordsOf(record.data).at(at) ?? 0),
});

interface Kind {
  readonly type: string;
  readonly properties: Properties;
  /** Cells of the column Name. */
  readonly nameWidth: number;
  /** Cells of the column Type. */
  readonly typeWidth?: number;
  readonly columns: readonly TableColumn[];
  /** What the list shows behind Section. */
  readonly rows: readonly string[];
}

const lastWidth = 41;

const kinds = {
  A: {
    type: "DnsRecord_A",
    properties: [data("Address"), data("IPAddress"), ...queryType, data("IP4Address"), ...common(4)],
    nameWidth: 46,
    columns: [{ property: "IPAddress", width: lastWidth }],
    rows: ["IP4Address"],
  },
  PTR: {
    type: "DnsRecord_PTR",
    properties: [...queryType, data("Server"), data("NameHost"), ...common(8)],
    nameWidth: 30,
    columns: [{ property: "NameHost" }],
    rows: ["NameHost"],
  },
  MX: {
    type: "DnsRecord_MX",
    properties: [...queryType, word("Exchange", -1), word("NameExchange", -1), number("Preference", 0), ...common(16)],
    nameWidth: 40,
    columns: [
      { property: "NameExchange", width: lastWidth },
      { property: "Preference", width: lastWidth, alignment: "left" },
    ],
    rows: ["NameExchange", "Preference"],
  },
  SRV: {
    type: "DnsRecord_SRV",
    properties: [
      ...queryType,
      word("Target", -1),
      word("NameTarget", -1),
      number("Priority", 0),
      number("Weight", 1),
      number("Port", 2),
      ...common(24),
    ],
    nameWidth: 40,
    columns: [
      { property: "NameTarget", width: 30 },
      { property: "Priority", width: 8, alignment: "left" },
      { property: "Weight", width: 6, alignment: "left" },
      { property: "Port", width: 4, alignment: "left" },
    ],
    rows: ["NameTarget", "Priority", "Weight", "Port"],
  },
  TXT: {
    type: "DnsRecord_TXT",
    properties: [
      ...queryType,
      { name: "Strings", typeName: "string[]", value: (record) => strings(record.data) },
      { name: "Text", typeName: "string[]", value: (record) => strings(record.data) },
      ...common(16),
    ],
    nameWidth: 40,
    columns: [{ property: "Strings", width: lastWidth }],
    rows: ["Strings"],
  },
  SOA: {
    type: "DnsRecord_SOA",
    properties: [
      ...queryType,
      { name: "Administrator", value: ({ authority }) => authority?.administrator ?? "" },
      data("PrimaryServer"),
      { name: "NameAdministrator", value: ({ authority }) => authority?.administrator ?? "" },
      { name: "SerialNumber", typeName: "uint32", value: ({ authority }) => authority?.serial ?? 0 },
      { name: "TimeToZoneRefresh", typeName: "uint32", value: ({ authority }) => authority?.refresh ?? 0 },
      { name: "TimeToZoneFailureRetry", typeName: "uint32", value: ({ authority }) => authority?.retry ?? 0 },
      { name: "TimeToExpiration", typeName: "uint32", value: ({ authority }) => authority?.expire ?? 0 },
      { name: "DefaultTTL", typeName: "uint32", value: ({ authority }) => authority?.minimum ?? 0 },
      ...common(40),
    ],
    nameWidth: 27,
    typeWidth: 4,
    columns: [
      { property: "PrimaryServer", width: 27 },
      { property: "NameAdministrator", width: 27 },
      { property: "SerialNumber", width: 12, alignment: "left" },
    ],
    rows: [
      "NameAdministrator",
      "SerialNumber",
      "TimeToZoneRefresh",
      "TimeToZoneFailureRetry",
      "TimeToExpiration",
      "DefaultTTL",
    ],
  },
} as const satisfies Readonly<Record<string, Kind>>;

function strings(text: string): PSArray {
  return new PSArray([text], typeNamed("System.String"));
}

const fullName = ({ type }: Kind): string => `Microsoft.DnsClient.Commands.${type}`;

const made = new Map(
  Object.entries<Kind>(kinds).map(([name, kind]) => [name, windowsType(fullName(kind), kind.properties)] as const),
);

/** Which kind of object a record is: aliases and name servers are of the class of pointers. */
function kindOf(type: string): string {
  if (made.has(type)) return type;
  return type === "CNAME" || type === "NS" ? "PTR" : "TXT";
}

/** The object of a record. */
export function dnsRecord(record: AnsweredRecord): WindowsObject {
  const type = made.get(kindOf(record.type));
  if (type === undefined) throw new Error(`there is no object for a record of the type ${record.type}`);
  return type.make(record);
}

function viewsOf(kind: Kind): readonly FormatView[] {
  const typeNames = [fullName(kind)];
  const { type: name, nameWidth, typeWidth = 6, columns } = kind;
  return [
    {
      kind: "table",
      name,
      typeNames,
      wrap: true,
      columns: [
        { property: "Name", width: nameWidth },
        { property: "Type", width: typeWidth },
        { property: "TTL", width: 5, alignment: "left" },
        { property: "Section", width: 10 },
        ...columns,
      ],
    },
  ];
}

export const dnsRecordViews: readonly FormatView[] = Object.values<Kind>(kinds).flatMap(viewsOf);

/** What records show in a list, and behind records of another kind. */
export const dnsRecordDisplaySets: DisplaySets = Object.fromEntries(
  Object.values<Kind>(kinds).map((kind) => [fullName(kind), ["Name", "QueryType", "TTL", "Section", ...kind.rows]]),
);
