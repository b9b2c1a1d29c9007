import { defineCmdlet } from "../../../binding/define-cmdlet.js";
import { NameFilter, namesOf } from "../../../cmdlets/session/scopes.js";
import type { FormatView } from "../../../formatting/index.js";
import { flushResolverCache } from "../../change/names.js";
import type { CacheEntry } from "../../evaluation.js";
import { here } from "../../programs/here.js";
import { moduleVersion } from "../windows-module.js";
import { windowsType } from "../windows-object.js";
import { type AnsweredRecord, recordsOfEntry } from "./lookup.js";

/** Get- and Clear-DnsClientCache: columns as recorded consoles show them, the other properties from memory. */
const source = "DnsClient";

interface CachedRecord {
  readonly entry: string;
  /** Null: the name does not exist. */
  readonly record: AnsweredRecord | null;
}

const typeNumbers: Readonly<Record<string, number>> = { A: 1, CNAME: 5 };
const lengths: Readonly<Record<string, number>> = { A: 4, CNAME: 8 };
const addressType = 1;
const nameDoesNotExist = 9003;

const cacheType = windowsType<CachedRecord>("Microsoft.Management.Infrastructure.CimInstance#MSFT_DNSClientCache", [
  { name: "Entry", value: ({ entry }) => entry },
  { name: "RecordName", value: ({ record }) => record?.name ?? null },
  { name: "Name", value: ({ record }) => record?.name ?? null },
  { name: "Type", typeName: "uint16", value: ({ record }) => typeNumbers[record?.type ?? ""] ?? addressType },
  { name: "Status", typeName: "uint32", value: ({ record }) => (record === null ? nameDoesNotExist : 0) },
  { name: "Section", typeName: "byte", value: ({ record }) => (record === null ? null : 1) },
  { name: "TimeToLive", typeName: "uint32", value: ({ record }) => record?.timeToLive ?? null },
  { name: "DataLength", typeName: "uint16", value: ({ record }) => lengths[record?.type ?? ""] ?? null },
  { name: "Data", value: ({ record }) => record?.data ?? null },
]);

/** Cells that show a number by its name. */
const shown = {
  type: `switch ($_.Type) { 1 { 'A' } 5 { 'CNAME' } }`,
  status: `switch ($_.Status) { 0 { 'Success' } 9003 { 'NotExist' } }`,
  section: `switch ($_.Section) { 1 { 'Answer' } }`,
} as const;

const typeNames = [cacheType.fullName];

export const clientCacheViews: readonly FormatView[] = [
  {
    kind: "table",
    name: "MSFT_DNSClientCache",
    typeNames,
    columns: [
      { property: "Entry", width: 25 },
      { property: "RecordName", width: 25 },
      { label: "RecordType", script: shown.type, width: 6 },
      { label: "Status", script: shown.status, width: 9 },
      { label: "Section", script: shown.section, width: 7 },
      { label: "TimeToLive", property: "TimeToLive", width: 6, alignment: "left" },
      { label: "Data  Length", property: "DataLength", width: 6 },
      { property: "Data" },
    ],
    rows: [
      {
        selectedBy: {},
        items: [
          { property: "Entry" },
          { property: "RecordName" },
          { script: shown.type },
          { script: shown.status },
          { script: shown.section },
          { property: "TimeToLive", alignment: "right" },
          { property: "DataLength", alignment: "right" },
          { property: "Data" },
        ],
      },
    ],
  },
  {
    kind: "list",
    name: "MSFT_DNSClientCache",
    typeNames,
    entries: [
      {
        items: [
          { property: "Entry" },
          { property: "RecordName" },
          { label: "RecordType", script: shown.type },
          { label: "Status", script: shown.status },
          { label: "Section", script: shown.section },
          { property: "TimeToLive" },
          { property: "DataLength" },
          { property: "Data" },
        ],
      },
    ],
  },
];

function recordsOf(entry: CacheEntry, now: bigint): readonly CachedRecord[] {
  const records = recordsOfEntry(entry, now);
  if (records.length === 0) return [{ entry: entry.name, record: null }];
  return records.map((record) => ({ entry: entry.name, record }));
}

const remote = {
  CimSession: { type: "object[]", coverage: "refused" },
  ThrottleLimit: { type: "int", coverage: "accepted" },
  AsJob: { type: "switch", coverage: "refused" },
} as const;

export const getDnsClientCache = defineCmdlet({
  name: "Get-DnsClientCache",
  typeName: "Get-DnsClientCache",
  source,
  version: moduleVersion,
  isFunction: true,
  synopsis: "Gives the names that this machine has in its cache.",
  parameters: {
    Entry: { type: "string[]", position: 0 },
    Name: { type: "string[]", aliases: ["RecordName"] },
    Type: { type: "string[]", aliases: ["RecordType"], coverage: "refused" },
    Status: { type: "string[]", coverage: "refused" },
    Section: { type: "string[]", coverage: "refused" },
    TimeToLive: { type: "string[]", aliases: ["TTL"], coverage: "refused" },
    DataLength: { type: "string[]", coverage: "refused" },
    Data: { type: "string[]", coverage: "refused" },
    ...remote,
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { evaluation, machine } = here(cmdlet.context);
      const entries = new NameFilter(namesOf(cmdlet, parameters.Entry), []);
      const names = new NameFilter(namesOf(cmdlet, parameters.Name), []);
      for (const entry of evaluation.cacheOf(machine).values()) {
        if (entry.expires <= evaluation.now || !entries.accepts(entry.name)) continue;
        for (const record of recordsOf(entry, evaluation.now)) {
          if (names.accepts(record.record?.name ?? "")) cmdlet.writeObject(cacheType.make(record));
        }
      }
    },
  }),
});

export const clearDnsClientCache = defineCmdlet({
  name: "Clear-DnsClientCache",
  typeName: "Clear-DnsClientCache",
  source,
  version: moduleVersion,
  isFunction: true,
  synopsis: "Empties the cache of names of this machine.",
  supportsShouldProcess: true,
  parameters: remote,
  create: (_parameters, cmdlet) => ({
    process(): void {
      const { organization, host } = here(cmdlet.context);
      if (!cmdlet.shouldProcess("DnsClientCache")) return;
      organization.current = flushResolverCache(organization.current, host.name);
    },
  }),
});
