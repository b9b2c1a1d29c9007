// Captures of real shells that show tables and lists of Exchange's main nouns: each comes out in a test, or says why not.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { buildTopology, createShell, type EditionName, type Shell } from "../../src/index.js";
import { type Capture, playCapture, readCaptures } from "../transcripts/captures.js";
import { reasons } from "./capture-reasons.js";
import { expectSaid, type } from "./support.js";

interface CaptureOfCmdlets extends Capture {
  readonly cmdlets: readonly string[];
}

/** The nouns whose captures are looked at. */
const known = new Set(
  `
  ExchangeServer ClientAccessServer ClientAccessArray RpcClientAccess OutlookAnywhere OutlookProvider
  AutodiscoverVirtualDirectory OwaVirtualDirectory EcpVirtualDirectory WebServicesVirtualDirectory
  ActiveSyncVirtualDirectory OabVirtualDirectory PowerShellVirtualDirectory ExchangeCertificate CASMailbox
  ThrottlingPolicy ADSite DomainController AdServerSettings OrganizationConfig MailboxServer TransportServer
  TransportAgent EventLogLevel ServiceHealth ServerComponentState MailboxDatabase PublicFolderDatabase
  Database DatabasePath DatabaseAvailabilityGroup DatabaseAvailabilityGroupServer
  DatabaseAvailabilityGroupNetwork MailboxDatabaseCopy MailboxDatabaseCopyStatus ActiveMailboxDatabase
  ReplicationHealth MapiConnectivity Mailbox MailUser MailContact Contact User Group DistributionGroup
  DistributionGroupMember DynamicDistributionGroup Recipient MailboxStatistics MailboxFolderStatistics
  MailboxPermission ADPermission MailboxFolderPermission MoveRequest MoveRequestStatistics
  MailboxExportRequest MailboxImportRequest EmailAddressPolicy AddressList GlobalAddressList
  OfflineAddressBook RetentionPolicy RetentionPolicyTag MailboxAutoReplyConfiguration CalendarProcessing
  InboxRule ActiveSyncDevice ActiveSyncMailboxPolicy PublicFolder PublicFolderClientPermission
  PublicFolderStatistics AcceptedDomain RemoteDomain SendConnector ReceiveConnector TransportConfig
  TransportRule JournalRule Queue Message MessageTrackingLog EdgeSubscription RoleGroup RoleGroupMember
  ManagementRole ManagementRoleAssignment RoleAssignmentPolicy ManagementScope
`
    .trim()
    .split(/\s+/)
    .map((noun) => noun.toLowerCase()),
);
/** Their tables and lists. */
const captures = (readCaptures() as readonly CaptureOfCmdlets[]).filter(
  ({ kind, cmdlets }) =>
    /^(table|list)$/.test(kind) && cmdlets.some((name) => known.has(name.slice(name.indexOf("-") + 1).toLowerCase())),
);
const captureOf = (id: string): CaptureOfCmdlets => {
  const found = captures.find((capture) => capture.id === id);
  if (found === undefined) throw new Error(`There is no capture ${id} of a table or a list.`);
  return found;
};

/** Those that come out in an organization that is inferred from them alone, and that no other test names. */
const replaying: readonly string[] = [
  "get-mailboxdatabase.2",
  "get-mailboxdatabase.3",
  "get-mailboxdatabase.4",
  "get-exchangeserver.1",
  "get-exchangeserver.2",
  "get-exchangeserver.3",
  "get-exchangeserver.5",
  "get-exchangeserver.6",
  "get-mailbox.3",
  "get-mailbox.6",
  "get-mailbox.7",
  "get-mailbox.12",
  "get-mailbox.13",
  "get-managementroleassignment.1",
  "get-autodiscovervirtualdirectory.2",
  "get-transportagent.2",
  "get-mailboxstatistics.5",
];

/** The tests of other files that name captures. */
const elsewhere = (() => {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const own = fileURLToPath(import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith(".test.ts") && name !== own);
  const inferred = fileURLToPath(new URL("../transcripts/infer-topology.test.ts", import.meta.url));
  return [...files, inferred].map((name) => readFileSync(name, "utf8")).join("\n");
})();
const isNamedElsewhere = (id: string): boolean => {
  const [cmdlet = "", number = ""] = id.split(".");
  return new RegExp(`${cmdlet}\\.${number}(?!\\d)`).test(elsewhere);
};

/** Names of the properties of a list, in their order. */
const namesIn = (text: string): readonly string[] =>
  text.split("\n").flatMap((line) => /^([A-Za-z]\w*) *:( |$)/.exec(line)?.[1] ?? []);

const versions: Readonly<Record<string, readonly [EditionName, string]>> = {
  "Exchange 2010": ["Exchange2010", "14.3.123.4"],
  "Exchange 2013": ["Exchange2013", "15.0.847.32"],
  "Exchange 2016": ["Exchange2016", "15.1.225.42"],
  "Exchange 2019": ["Exchange2019", "15.2.221.12"],
};

/** A shell of the capture's edition in an organization of one server with a mailbox. */
function shellFor(
  id: string,
  server = "EX01",
  options: { readonly organization?: string; readonly width?: number } = {},
) {
  const [edition, version] = versions[captureOf(id).edition] ?? ["Exchange2016", "15.1.225.42"];
  const { width = 120, ...spec } = options;
  const topology = buildTopology({
    domain: "contoso.com",
    ...spec,
    servers: [{ name: server, version }],
    databases: [{ name: "DB01", server }],
    mailboxes: ["Alan Reid"],
  });
  return createShell({ edition, topology, width });
}

/** A capture's text without what copying changed: blanks at the ends of lines, the blank lines of an archive. */
const compact = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "")
    .join("\n");

function expectCaptured(id: string, shell: Shell, line: string): void {
  expect(compact(shell.run(line).text)).toBe(compact(captureOf(id).output));
}

/** Lists whose properties stand in the order of the capture: as far as it goes, and all of them that it has. */
const lists: readonly (readonly [id: string, line: string, before?: string])[] = [
  ["get-owavirtualdirectory.1", "Get-OwaVirtualDirectory"],
  ["get-receiveconnector.1", "Get-ReceiveConnector 'EX01\\Default EX01'"],
  ["get-offlineaddressbook.1", "Get-OfflineAddressBook"],
  ["get-rolegroup.1", "Get-RoleGroup 'Help Desk'"],
  ["get-throttlingpolicy.2", "@(Get-ThrottlingPolicy)[0]"],
  ["get-exchangecertificate.5", "@(Get-ExchangeCertificate)[0]"],
  [
    "get-messagetrackinglog.2",
    "Get-MessageTrackingLog | select -First 1",
    "Send-MailMessage -From alan.reid@contoso.com -To alan.reid@contoso.com -Subject x -SmtpServer EX01",
  ],
  [
    "get-messagetrackinglog.4",
    "Get-MessageTrackingLog | select -First 1",
    "Send-MailMessage -From alan.reid@contoso.com -To alan.reid@contoso.com -Subject x -SmtpServer EX01",
  ],
  ["get-transportrule.1", "Get-TransportRule", "$null = New-TransportRule Rule -PrependSubject X"],
  ["get-queue.1", "Get-Queue"],
];
/** Of these, names that say whose it is were left out. */
const partly = new Set(["get-exchangecertificate.5", "get-receiveconnector.1"]);
/** What the object of a rule has for the client to read itself again. */
const notShown = new Set(["SerializationData"]);

/** Tables and lists of objects that are made here, whole. */
const built: Readonly<Record<string, () => void>> = {
  "get-mailbox.19": () => {
    const shell = createShell({
      edition: "Exchange2010",
      width: 80,
      topology: buildTopology({
        domain: "contoso.com",
        servers: [{ name: "MBX", version: "14.3.123.4" }],
        databases: [{ name: "DB01", server: "MBX" }],
        mailboxes: [{ name: "TestUser1", alias: "TestUser1" }],
      }),
    });
    expectCaptured("get-mailbox.19", shell, "Get-Mailbox TestUser1");
  },
  "get-mailbox.5": () => {
    expectCaptured(
      "get-mailbox.5",
      shellFor("get-mailbox.5"),
      "Get-Mailbox alan.reid | fl DeliverToMailboxAndForward,ForwardingSmtpAddress,ForwardingAddress",
    );
  },
  "get-mailboxdatabase.7": () => {
    const shell = shellFor("get-mailboxdatabase.7", "T16MAIL1");
    type(shell, "Set-MailboxDatabase DB01 -Name 'Mailbox Database 0123456789'");
    expectCaptured("get-mailboxdatabase.7", shell, "Get-MailboxDatabase");
  },
  "get-organizationconfig.1": () => {
    const shell = shellFor("get-organizationconfig.1", "EX01", { organization: "mydomain" });
    expectCaptured("get-organizationconfig.1", shell, "Get-OrganizationConfig | select LegacyExchangeDN");
  },
  "get-oabvirtualdirectory.1": () => {
    const names = ["ex01", "ex02", "ex03"];
    const shell = createShell({
      edition: "Exchange2013",
      topology: buildTopology({
        domain: "mydomain.com",
        servers: names.map((name) => ({ name, version: "15.0.847.32" })),
      }),
    });
    type(
      shell,
      "Get-OabVirtualDirectory | Set-OabVirtualDirectory -InternalUrl https://webmail.mydomain.com/OAB -ExternalUrl https://webmail.mydomain.com/OAB",
    );
    expectCaptured(
      "get-oabvirtualdirectory.1",
      shell,
      "Get-OabVirtualDirectory | sort Server | fl identity,internalurl,externalurl",
    );
  },
  "get-outlookanywhere.1": () => {
    const shell = createShell({
      edition: "Exchange2016",
      topology: buildTopology({
        domain: "local.mydomain.ru",
        servers: ["MAIL10", "MAIL16"].map((name) => ({ name, version: "15.1.225.42" })),
      }),
    });
    const set = (server: string, inside: string): string =>
      `Set-OutlookAnywhere '${server}\\Rpc (Default Web Site)' -ExternalHostname mydomain.contoso.ru -InternalHostname ${inside} -ExternalClientsRequireSsl $true -InternalClientsRequireSsl $true -ExternalClientAuthenticationMethod Basic -InternalClientAuthenticationMethod Ntlm -IISAuthenticationMethods Basic,Ntlm`;
    type(shell, set("MAIL10", "$null"), set("MAIL16", "mail16.local.mydomain.ru"));
    expectCaptured(
      "get-outlookanywhere.1",
      shell,
      "Get-OutlookAnywhere | fl Identity,ExternalHostname,InternalHostname,ExternalClientAuthenticationMethod,InternalClientAuthenticationMethod,IISAuthenticationMethods",
    );
  },
  "get-mailbox.2": () => {
    const [, , ...rows] = captureOf("get-mailbox.2").output.trim().split("\n");
    const names = rows.map((row) => row.split(" ")[0] ?? "");
    const shell = createShell({
      edition: "Exchange2019",
      topology: buildTopology({
        domain: "contoso.com",
        servers: [{ name: "EX2013", version: "15.2.221.12" }],
        databases: [{ name: "DB01", server: "EX2013" }],
        mailboxes: names.map((name) => ({ name, alias: name, type: "ArbitrationMailbox" as const })),
      }),
    });
    // A window of more than 120 columns.
    shell.width = 150;
    expectCaptured("get-mailbox.2", shell, "Get-Mailbox -Arbitration | format-table -autosize");
  },
  "get-remotedomain.2": () => {
    const shell = shellFor("get-remotedomain.2");
    const made: readonly (readonly [name: string, domain: string, kind: string])[] = [
      ["Hybrid Domain - a.mail.onmicrosoft.com", "a.mail.onmicrosoft.com", "InternalLegacy"],
      ["Hybrid Domain - a.onmicrosoft.com", "a.onmicrosoft.com", "External"],
    ];
    for (const [name, domain, kind] of made)
      type(
        shell,
        `$null = New-RemoteDomain '${name}' -DomainName ${domain}`,
        `Set-RemoteDomain '${name}' -AllowedOOFType ${kind} -AutoReplyEnabled $true`,
      );
    type(shell, "Set-RemoteDomain Default -AutoReplyEnabled $true");
    // Masked names make its columns wider than the window; with shorter ones they are the same.
    expectSaid(
      shell,
      "Get-RemoteDomain | ft Name,DomainName,AllowedOOFType,AutoReplyEnabled -AutoSize",
      `
Name                                   DomainName             AllowedOOFType AutoReplyEnabled
----                                   ----------             -------------- ----------------
Default                                *                            External             True
Hybrid Domain - a.mail.onmicrosoft.com a.mail.onmicrosoft.com InternalLegacy             True
Hybrid Domain - a.onmicrosoft.com      a.onmicrosoft.com            External             True`,
    );
  },
};

const inOrder = new Set(lists.map(([id]) => id));
const isTested = (id: string): boolean =>
  replaying.includes(id) || inOrder.has(id) || Object.hasOwn(built, id) || isNamedElsewhere(id);

describe("captures of tables and lists", () => {
  test("each is tested, or says why not", () => {
    const silent = captures.map(({ id }) => id).filter((id) => !isTested(id) && !Object.hasOwn(reasons, id));
    expect(silent).toEqual([]);
  });

  test("no reason stands beside a test, and every id is one", () => {
    const ids = new Set(captures.map(({ id }) => id));
    const excused = Object.keys(reasons);
    const here = [...replaying, ...inOrder, ...Object.keys(built)];
    expect(excused.filter((id) => here.includes(id))).toEqual([]);
    expect([...here, ...excused].filter((id) => !ids.has(id))).toEqual([]);
  });

  test.each(replaying)("%s comes out in an organization that is inferred from it", (id) => {
    const { report = "" } = playCapture(captureOf(id));
    expect(report).toBe("");
  });

  test.each(lists.map(([id, line, before]) => ({ id, line, before })))("$id: the order", ({ id, line, before }) => {
    const shell = shellFor(id, "EX01", { width: 200 });
    if (before !== undefined) type(shell, before);
    const captured = namesIn(captureOf(id).output).filter((name) => !notShown.has(name));
    const own = namesIn(shell.run(`${line} | fl`).text);
    // The ends of some were cut off.
    const wanted = partly.has(id) ? own.filter((name) => captured.includes(name)) : own;
    expect(wanted.slice(0, captured.length)).toEqual(captured);
  });

  test.each(Object.entries(built))("%s, whole", (_id, compare) => {
    compare();
  });
});
