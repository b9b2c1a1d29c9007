// Where the columns of default tables stand: facts/views.md, by its captures, at the width of their windows.
import { expect, test } from "vitest";
import type { EditionName } from "../../../src/index.js";
import { shellWithAll } from "./organization.js";

const later = ["Exchange2013", "Exchange2016", "Exchange2019"] as const;
const all = ["Exchange2010", ...later] as const;
/** Windows PowerShell 5.1 sizes columns without widths by what is in them; the captures are of shells before it. */
const before51 = ["Exchange2010", "Exchange2013"] as const;

interface Table {
  readonly line: string;
  readonly editions: readonly EditionName[];
  /** The first line of the head, its words in their order. */
  readonly head: string;
  /** Zero-based, of the line of dashes. */
  readonly offsets: readonly number[];
  readonly width?: number;
}

const tables: readonly Table[] = [
  { line: "Get-Mailbox", editions: all, head: "Name Alias ServerName ProhibitSendQuota", offsets: [0, 26, 47, 64] },
  {
    line: "Get-Mailbox",
    editions: ["Exchange2010"],
    head: "Name Alias ServerName ProhibitSendQuo",
    offsets: [0, 26, 47, 64],
    width: 80,
  },
  {
    line: "Get-MailboxDatabase",
    editions: all,
    head: "Name Server Recovery ReplicationType",
    offsets: [0, 31, 47, 63],
  },
  {
    line: "Get-MailboxStatistics -Database DB01",
    editions: all,
    head: "DisplayName ItemCount StorageLimitStatus LastLogonTime",
    // Times stand at the right of their half: the column begins at 124, as the capture without times has it.
    offsets: [0, 26, 39, 196],
    width: 210,
  },
  {
    line: "Get-ExchangeServer",
    editions: ["Exchange2010"],
    head: "Name Site ServerRole Edition AdminDisplayVe",
    offsets: [0, 20, 41, 53, 65],
    width: 80,
  },
  {
    line: "Get-MailboxDatabaseCopyStatus DB01",
    editions: all,
    head: "Name Status CopyQueue ReplayQueue LastInspectedLogTime ContentIndex",
    offsets: [0, 46, 62, 72, 84, 107],
  },
  {
    line: "Get-DatabaseAvailabilityGroup",
    editions: all,
    head: "Name Member Servers Operational Servers",
    offsets: [0, 17, 69],
  },
  { line: "Get-TransportAgent", editions: all, head: "Identity Enabled Priority", offsets: [0, 51, 67] },
  { line: "Get-ExchangeCertificate", editions: all, head: "Thumbprint Services Subject", offsets: [0, 42, 53] },
  { line: "Get-AcceptedDomain", editions: all, head: "Name DomainName DomainType Default", offsets: [0, 31, 62, 91] },
  {
    line: "Get-ThrottlingPolicy",
    editions: ["Exchange2013"],
    head: "Name ThrottlingPolicyScope IsServiceAccount",
    offsets: [0, 40, 80],
  },
  { line: "Get-OfflineAddressBook", editions: before51, head: "Name Versions AddressLists", offsets: [0, 40, 80] },
  { line: "Get-User 'Alan Reid'", editions: before51, head: "Name RecipientType", offsets: [0, 60] },
  {
    line: "Get-ADPermission DB01",
    editions: all,
    head: "Identity User Deny Inherited",
    offsets: [0, 21, 42, 48],
  },
  {
    line: "Get-MailboxPermission 'Alan Reid'",
    editions: all,
    head: "Identity User AccessRights IsInherited Deny",
    offsets: [0, 21, 42, 102, 114],
  },
  {
    line: "Get-MailboxFolderPermission 'Alan Reid:\\Calendar'",
    editions: before51,
    head: "FolderName User AccessRights",
    offsets: [0, 21, 42],
  },
  {
    line: "Get-MessageTrackingLog",
    editions: ["Exchange2016", "Exchange2019"],
    head: "Timestamp EventId Source Sender Recipients MessageSubject",
    offsets: [0, 23, 40, 54, 106, 158],
    width: 210,
  },
  {
    line: "Get-ServerHealth EX01 -HealthSet Monitoring",
    editions: later,
    head: "Server State Name TargetResource HealthSetName AlertValue ServerComp",
    offsets: [0, 16, 32, 53, 74, 90, 101],
  },
  {
    line: "Test-MapiConnectivity",
    editions: all,
    head: "MailboxServer Database Result Error",
    offsets: [0, 19, 38, 48],
  },
  {
    line: "Test-ReplicationHealth EX01",
    editions: all,
    head: "Server Check Result Error",
    offsets: [0, 16, 43, 54],
    width: 170,
  },
  { line: "Get-ReceiveConnector", editions: before51, head: "Identity Bindings Enabled", offsets: [0, 40, 80] },
  { line: "Get-SendConnector", editions: before51, head: "Identity AddressSpaces Enabled", offsets: [0, 40, 80] },
  { line: "Get-OwaVirtualDirectory", editions: before51, head: "Name Server OwaVersion", offsets: [0, 40, 80] },
  {
    line: "Get-WebServicesVirtualDirectory",
    editions: before51,
    head: "Name Server InternalUrl",
    offsets: [0, 40, 80],
  },
  {
    line: "Get-ClientAccessArray",
    editions: ["Exchange2010"],
    head: "Name Site Fqdn Members",
    offsets: [0, 20, 41, 72],
  },
];

const cases = tables.flatMap((table) =>
  table.editions.map((edition) => ({ ...table, edition, width: table.width ?? 120 })),
);

test.each(cases)("$edition, $width columns: $line", ({ line, edition, width, head, offsets }) => {
  const lines = shellWithAll(edition, width).run(line).text.split("\n");
  const dashes = lines.findIndex((each) => /^-{2,}/.test(each));
  expect([...(lines[dashes] ?? "").matchAll(/-+(?: -+)*?(?= |$)/g)].map(({ index }) => index)).toEqual(offsets);
  const first = lines.findIndex((each) => each.trim() !== "");
  expect((lines[first] ?? "").trim().split(/ +/).join(" ")).toBe(head);
});
