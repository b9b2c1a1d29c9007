// An organization exports itself with Get-… | Export-Clixml, is imported, and has to come out again the same.
import { describe, expect, it } from "vitest";
import {
  createShell,
  ImportError,
  importOrganization,
  type Shell,
  type Topology,
  topologies,
} from "../../src/index.js";

const nouns = [
  "ADSite",
  "ExchangeServer",
  "DatabaseAvailabilityGroup",
  "ClientAccessArray",
  "MailboxDatabase",
  "Mailbox",
  "DistributionGroup",
  "AcceptedDomain",
  "SendConnector",
  "ReceiveConnector",
] as const;

/** Whatever is not as setup makes it. */
const changes = [
  "New-DistributionGroup Sales -Members Administrator -OrganizationalUnit Users | Out-Null",
  "Set-DistributionGroup Sales -MaxReceiveSize 5MB -CustomAttribute3 x -ModerationEnabled $true -ModeratedBy Administrator",
  "New-SendConnector Internet -AddressSpaces 'SMTP:*;1' -Usage Internet | Out-Null",
  "New-AcceptedDomain Partner -DomainName partner.example -DomainType InternalRelay | Out-Null",
  "Get-MailboxDatabase | Set-MailboxDatabase -IssueWarningQuota 1GB -DeletedItemRetention 20.00:00:00 -Confirm:$false",
  "Set-Mailbox Administrator -CustomAttribute1 a -ForwardingAddress Sales -ProhibitSendQuota 3GB -UseDatabaseQuotaDefaults $false",
  "Get-ReceiveConnector | Set-ReceiveConnector -Banner '220 hello' -MaxMessageSize 5MB -PermissionGroups AnonymousUsers",
];

function changed(topology: Topology): Shell {
  const shell = createShell({ topology });
  for (const line of changes) shell.run(line);
  return shell;
}

function exported(shell: Shell, how: "Clixml" | "Csv", more = ""): Readonly<Record<string, string>> {
  const end = how === "Clixml" ? "xml" : "csv";
  for (const noun of nouns) shell.run(`Get-${noun} | Export-${how} C:\\${noun}.${end} ${more}`);
  return shell.files;
}

const listed = (shell: Shell, noun: string): string => shell.run(`Get-${noun} | Format-List *`).text;

describe("importOrganization", () => {
  const starts: readonly (readonly [string, Topology])[] = Object.entries(topologies).filter(
    ([name]) => name !== "empty",
  );

  it.each(starts)("brings %s in from Clixml as it was, object by object", (_name, topology) => {
    const shell = changed(topology);
    const { topology: imported, doubts, edition } = importOrganization(exported(shell, "Clixml"));
    expect(edition).toBe("Exchange2010");
    const empty = nouns.filter((noun) => shell.run(`Get-${noun}`).output.length === 0);
    expect(doubts).toEqual(empty.map((noun) => ({ file: `C:\\${noun}.xml`, message: "There is no object in it." })));
    const again = createShell({ topology: imported });
    for (const noun of nouns) expect(listed(again, noun)).toBe(listed(shell, noun));
  });

  it("reads what came through remoting, whose types are Deserialized", () => {
    const shell = changed(topologies.headOffice);
    const files = Object.fromEntries(
      Object.entries(exported(shell, "Clixml")).map(([name, text]) => [
        name,
        text.replaceAll("<T>", "<T>Deserialized."),
      ]),
    );
    const again = createShell({ topology: importOrganization(files).topology });
    for (const noun of nouns) expect(listed(again, noun)).toBe(listed(shell, noun));
  });

  it("takes from CSV what is in it, and says which lists are not", () => {
    const shell = changed(topologies.headOffice);
    const { topology, doubts } = importOrganization(exported(shell, "Csv"));
    const again = createShell({ topology });
    for (const noun of ["ADSite", "ExchangeServer", "MailboxDatabase", "Mailbox", "AcceptedDomain"])
      expect(listed(again, noun)).toBe(listed(shell, noun));
    expect(doubts).toContainEqual({
      file: "C:\\SendConnector.csv",
      message:
        "Of SmartHosts, AddressSpaces, ConnectedDomains, SourceTransportServers, ObjectClass it has no values but the " +
        "names of their types; Clixml has them.",
    });
  });

  it("knows CSV without types, with semicolons and few columns", () => {
    const { topology, doubts } = importOrganization({
      "mailboxes.csv": "Name;Alias;Database;ServerName\r\nAnna Berg;anna;DB1;MBX7\r\n",
    });
    const shell = createShell({ topology });
    expect(shell.run("Get-Mailbox anna | ft -auto Name, Alias, Database, ServerName").text).toBe(
      "\nName      Alias Database ServerName\n----      ----- -------- ----------\nAnna Berg anna  DB1      mbx7      \n\n\n",
    );
    expect(doubts.map(({ message }) => message)).toEqual([
      "The server MBX7 was not exported; it has the usual roles, in Default-First-Site-Name.",
      "The database DB1 was not exported; it is on MBX7, as its mailboxes say.",
      "No object tells the domain; it is contoso.com.",
      "Mailbox.ServerName is not as exported at 1 object: 'MBX7' became 'mbx7'",
    ]);
  });

  it("takes lists from CSV that whoever exported them joined", () => {
    const { topology, doubts } = importOrganization({
      "SendConnector.csv": [
        "Name,AddressSpaces,SmartHosts,SourceTransportServers,Enabled",
        '"Out","SMTP:*;1","relay.contoso.com; [10.0.0.1]","EX01",True',
        '"Partner","{SMTP:partner.example;5}","","EX01|EX02",True',
      ].join("\r\n"),
      "Mailbox.csv":
        'Name,Alias,EmailAddresses,ServerName\r\nAnna,anna,"SMTP:anna@contoso.com, smtp:a@contoso.com",EX01\r\n',
      "ExchangeServer.csv":
        "Name,Site,ServerRole,Edition\r\nEX01,S1,Mailbox,Enterprise\r\nEX02,S1,Mailbox,Enterprise\r\n",
    });
    const shell = createShell({ topology });
    expect(shell.run("(Get-Mailbox anna).EmailAddresses | % { [string]$_ }").text).toBe(
      "SMTP:anna@contoso.com\nsmtp:a@contoso.com\n",
    );
    expect(shell.run("(Get-SendConnector Out).SmartHosts | % { [string]$_ }").text).toBe(
      "relay.contoso.com\n[10.0.0.1]\n",
    );
    expect(shell.run("(Get-SendConnector Partner).SourceTransportServers | % { $_.Name }").text).toBe("EX01\nEX02\n");
    expect(shell.run("Get-SendConnector | % { [string]$_.AddressSpaces[0] }").text).toBe(
      "SMTP:*;1\nSMTP:partner.example;5\n",
    );
    expect(doubts.map(({ message }) => message)).not.toContainEqual(
      expect.stringMatching(/^SendConnector|EmailAddresses/),
    );
  });

  it("tells the edition by the newest server", () => {
    const shell = createShell();
    shell.run("Get-ExchangeServer | Export-Clixml C:\\s.xml");
    const newer = (shell.files["C:\\s.xml"] ?? "").replaceAll(
      /Version 14\.3 \(Build [\d.]+\)/g,
      "Version 15.1 (Build 2507.6)",
    );
    expect(importOrganization({ "s.xml": newer }).edition).toBe("Exchange2016");
  });

  it("says what it does not know", () => {
    const shell = createShell();
    shell.run("Get-Date | Export-Clixml C:\\d.xml; [pscustomobject]@{ A = 1; B = 2 } | Export-Csv C:\\d.csv");
    expect(importOrganization(shell.files).doubts.slice(0, 2)).toEqual([
      { file: "C:\\d.xml", message: "1 of System.DateTime is of no known kind, and left out." },
      { file: "C:\\d.csv", message: expect.stringContaining("is of no known kind, and left out.") },
    ]);
  });
});

const objs = '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">';
const many = (length: number, text: string): string => text.repeat(Math.ceil(length / text.length));

describe("a file that is none", () => {
  it.each<[string, string, string]>([
    ["binary", "PK\0\u0003", "x is no text: it holds NUL characters."],
    ["prose", "hello there", "x is neither Clixml nor a CSV file: its first line has no columns."],
    ["cut off", `${objs}<Obj RefId="0"><TN`, "x is no Clixml: Unexpected end of file"],
    ["another XML", "<html></html>", "x is no Clixml: Element 'Objs' with namespace name"],
    ["nested without end", `${objs}${many(1_000_000, "<Obj><Props>")}`, "x is no Clixml: Insufficient stack"],
    [
      "full of entities",
      '<!DOCTYPE a [<!ENTITY b "c">]><Objs>&b;</Objs>',
      "x is no Clixml: NotEmulated: document types",
    ],
    ["a 50 MB line", `"${many(50_000_000, "x")}`, "x is neither Clixml nor a CSV file"],
    ["50 MB of brackets", many(50_000_000, "<"), "x is no Clixml: Name cannot begin with"],
  ])("%s: is refused with a sentence", (_name, text, message) => {
    const run = (): unknown => importOrganization({ x: text });
    expect(run).toThrow(ImportError);
    expect(run).toThrow(message);
  });

  it("objects with names that no directory takes are left out with a sentence", () => {
    const type = "<T>Microsoft.Exchange.Data.Directory.SystemConfiguration.AcceptedDomain</T>";
    const domain = (name: string): string =>
      `<Obj RefId="0"><TN RefId="0">${type}</TN><Props><S N="Name">${name}</S><S N="__proto__">x</S></Props></Obj>`;
    const { doubts, topology } = importOrganization({ x: `${objs}${domain("a&#xA;b")}</Objs>` });
    expect(doubts[1]?.message).toContain("could not be made");
    expect(createShell({ topology }).run("Get-AcceptedDomain").errors).toEqual([]);
  });
});
