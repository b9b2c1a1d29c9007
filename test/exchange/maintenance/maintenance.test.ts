// What administrators let run over servers, databases and mailboxes.
import { describe, expect, test } from "vitest";
import { mailboxAuditBypass, mailboxAuditBypassVerbs } from "../../../src/exchange/auditing/mailbox-audit-bypass.js";
import {
  sentItemsConfiguration,
  sentItemsConfigurationVerbs,
} from "../../../src/exchange/mailboxes/configuration/sent-items-configuration.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

roundTripsOf({ noun: mailboxAuditBypass, verbs: mailboxAuditBypassVerbs }, { identity: "alan.reid" });
identitiesOf(
  { noun: mailboxAuditBypass, verbs: mailboxAuditBypassVerbs },
  { identity: "'Alan Reid'", forms: ["alan.reid"] },
);
roundTripsOf({ noun: sentItemsConfiguration, verbs: sentItemsConfigurationVerbs }, { identity: "-Identity alan.reid" });

describe("Test-Mailflow", () => {
  test("of the databases of the server", () => {
    expectSaid(
      startShell(),
      "Test-Mailflow HO-EX2010-MB1 -TargetDatabase MB-HO-01",
      `
TestMailflowResult     MessageLatencyTime      IsRemoteTest
------------------     ------------------      ------------
Success                00:00:04.2187500        False`,
    );
  });

  // facts/captures.jsonl, test-mailflow.1: the list of 2019
  test("as a list", () => {
    const shell = startShell({ edition: "Exchange2019" });
    type(shell, "Dismount-Database MB-HO-01 -Confirm:$false");
    expectSaid(
      shell,
      "Test-Mailflow -TargetDatabase MB-HO-01 | fl",
      `
RunspaceId         : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
TestMailflowResult : *FAILURE*
MessageLatencyTime : 00:00:00
IsRemoteTest       : False
Identity           :
IsValid            : True
ObjectState        : New`,
    );
  });

  test.each([
    ["-TargetMailboxServer BR-EX2010-MB", "", "Success True"],
    ["-TargetEmailAddress alan.reid@exchangeserverpro.net", "", "Success False"],
    ["-TargetEmailAddress someone@fabrikam.com", "", "*FAILURE* True"],
    [
      "-TargetDatabase MB-HO-01",
      "Get-ExchangeServer HO* | % { Get-Service MSExchangeTransport -ComputerName $_.Name | Stop-Service }",
      "*FAILURE* False",
    ],
  ])("%s", (parameters, before, shown) => {
    const shell = startShell();
    if (before !== "") type(shell, before);
    expectSaid(shell, `Test-Mailflow ${parameters} | % { $_.TestMailflowResult + ' ' + $_.IsRemoteTest }`, shown);
  });
});

test("Test-SmtpConnectivity asks each binding", () => {
  const shell = startShell({ width: 160 });
  type(
    shell,
    "Get-ReceiveConnector -Server HO-EX2010-MB2 | ? { $_.Name -like 'Client*' } | Remove-ReceiveConnector -Confirm:$false",
  );
  expectSaid(
    shell,
    "Test-SmtpConnectivity HO-EX2010-MB2 | ft Server,ReceiveConnector,Binding,EndPoint,StatusCode -a",
    `
Server        ReceiveConnector      Binding    EndPoint     StatusCode
------        ----------------      -------    --------     ----------
HO-EX2010-MB2 Default HO-EX2010-MB2 :::25      10.1.1.11:25 Success
HO-EX2010-MB2 Default HO-EX2010-MB2 0.0.0.0:25 10.1.1.11:25 Success`,
  );
  type(shell, "Get-Service MSExchangeTransport -ComputerName HO-EX2010-MB2 | Stop-Service");
  expectSaid(shell, "(Test-SmtpConnectivity HO-EX2010-MB2)[0].StatusCode", "UnableToConnect");
});

describe("Test-ExchangeSearch", () => {
  test("of a mailbox", () => {
    expectSaid(
      startShell(),
      "Test-ExchangeSearch alan.reid | ft -a Database,Server,Mailbox,ResultFound,SearchTimeInSeconds",
      `
Database Server        Mailbox   ResultFound SearchTimeInSeconds
-------- ------        -------   ----------- -------------------
MB-HO-01 HO-EX2010-MB1 Alan Reid        True                   4`,
    );
  });

  test.each([
    ["Set-MailboxDatabase MB-HO-01 -IndexEnabled $false", "The database isn't indexed."],
    ["Dismount-Database MB-HO-01 -Confirm:$false", "The database isn't mounted."],
    [
      "Get-Service MSExchangeSearch -ComputerName HO-EX2010-MB1 | Stop-Service",
      "The service MSExchangeSearch isn't running on server HO-EX2010-MB1.",
    ],
  ])("after %s", (line, error) => {
    const shell = startShell();
    type(shell, line);
    expectSaid(
      shell,
      'Test-ExchangeSearch -MailboxDatabase MB-HO-01 | % { "$($_.ResultFound) $($_.Error)" }',
      `False ${error}`,
    );
  });
});

describe("New-MailboxRepairRequest", () => {
  test("of a mailbox, of a database, of a mailbox in it", () => {
    const shell = startShell({ width: 160 });
    const shown = "ft Mailbox,ArchiveMailbox,Database,Server -a";
    expectSaid(
      shell,
      `New-MailboxRepairRequest -Mailbox alan.reid -CorruptionType ProvisionedFolder,SearchFolder | ${shown}`,
      `
Mailbox   ArchiveMailbox Database Server
-------   -------------- -------- ------
Alan Reid                MB-HO-01 HO-EX2010-MB1.exchangeserverpro.net`,
    );
    expectSaid(
      startShell({ edition: "Exchange2016" }),
      "(New-MailboxRepairRequest -Database MB-HO-01 -StoreMailbox 'Sarah Jones' -CorruptionType AggregateCounts -DetectOnly).Mailbox -eq (Get-Mailbox sarah.jones).ExchangeGuid",
      "True",
    );
    expect(said(shell, "New-MailboxRepairRequest -Mailbox alan.reid -Archive -CorruptionType SearchFolder")).toContain(
      'The mailbox "Alan Reid" has no archive.',
    );
    type(shell, "Dismount-Database MB-HO-01 -Confirm:$false");
    expect(said(shell, "New-MailboxRepairRequest -Database MB-HO-01 -CorruptionType SearchFolder")).toContain(
      'The database "MB-HO-01" isn\'t mounted: nothing in it can be repaired.',
    );
  });

  test("of public folders", () => {
    const shell = startShell();
    type(shell, "$null = New-PublicFolderDatabase PF01 -Server HO-EX2010-MB1", "Mount-Database PF01");
    expectSaid(
      shell,
      "(New-PublicFolderDatabaseRepairRequest -Database PF01 -CorruptionType ReplState).Database",
      "PF01",
    );
  });
});

describe("Start-ManagedFolderAssistant does what the policy says", () => {
  const own = "exchangeserverpro.net";
  const mail = (subject: string): string =>
    `Send-MailMessage -From sarah.jones@${own} -To alan.reid@${own} -Subject ${subject} -Body x -SmtpServer HO-EX2010-MB1`;
  const counts =
    "Get-MailboxFolderStatistics alan.reid | ? { $_.FolderPath -match 'Inbox|Deleted|Deletions' } | % { $_.Name + ' ' + $_.ItemsInFolder }";

  test.each([
    ["DeleteAndAllowRecovery", "Inbox -1, Deletions +1, Deleted Items +0"],
    ["MoveToDeletedItems", "Inbox -1, Deletions +0, Deleted Items +1"],
    ["PermanentlyDelete", "Inbox -1, Deletions +0, Deleted Items +0"],
  ])("%s", (action, changes) => {
    const shell = startShell();
    type(
      shell,
      `$null = New-RetentionPolicyTag Old -Type Inbox -AgeLimitForRetention 2 -RetentionAction ${action} -RetentionEnabled $true`,
      "$null = New-RetentionPolicy P -RetentionPolicyTagLinks Old",
      "Set-Mailbox alan.reid -RetentionPolicy P",
      mail("Old"),
      "Start-Sleep (3*86400)",
      mail("New"),
    );
    const before = new Map(
      said(shell, counts)
        .split("\n")
        .map((line) => [line.replace(/ \d+$/, ""), Number(line.replace(/^.* /, ""))] as const),
    );
    type(shell, "Start-ManagedFolderAssistant alan.reid");
    const after = new Map(
      said(shell, counts)
        .split("\n")
        .map((line) => [line.replace(/ \d+$/, ""), Number(line.replace(/^.* /, ""))] as const),
    );
    const difference = (name: string): string => {
      const by = (after.get(name) ?? 0) - (before.get(name) ?? 0);
      return `${name} ${by < 0 ? by : `+${by}`}`;
    };
    expect(["Inbox", "Deletions", "Deleted Items"].map(difference).join(", ")).toBe(changes);
    type(shell, "Set-Mailbox alan.reid -RetentionHoldEnabled $true", "Start-Sleep (3*86400)");
    const held = said(shell, counts);
    type(shell, "Start-ManagedFolderAssistant alan.reid", "Stop-ManagedFolderAssistant");
    expectSaid(shell, counts, held);
  });
});

test("Update-Recipient makes the addresses that the policies want", () => {
  const shell = startShell();
  type(
    shell,
    "$null = New-AcceptedDomain Fabrikam -DomainName fabrikam.com",
    "Set-EmailAddressPolicy 'Default Policy' -EnabledEmailAddressTemplates 'SMTP:@exchangeserverpro.net','smtp:@fabrikam.com'",
    "Update-Recipient alan.reid",
  );
  expectSaid(
    shell,
    "@((Get-Mailbox alan.reid).EmailAddresses | % { $_.ToString() }) -contains 'smtp:alan.reid@fabrikam.com'",
    "True",
  );
});

test("address lists are read in pages, or not", () => {
  const shell = startShell();
  type(shell, "Disable-AddressListPaging -Confirm:$false");
  expectSaid(shell, "(Get-OrganizationConfig).IsAddressListPagingEnabled", "False");
  type(shell, "Enable-AddressListPaging");
  expectSaid(shell, "(Get-OrganizationConfig).IsAddressListPagingEnabled", "True");
});

test("the network of a server", () => {
  expectSaid(
    startShell(),
    "Get-NetworkConnectionInfo HO-EX2010-MB1 | fl Name,DnsServers,IPAddresses,MacAddress",
    `
Name        : Microsoft Hyper-V Network Adapter
DnsServers  : {10.1.0.10, 10.2.0.11}
IPAddresses : {10.1.1.10}
MacAddress  : 00:15:5D:81:2A:41`,
  );
});

test("no provider of lists answers here", () => {
  const shell = startShell();
  type(shell, "$null = Add-IPBlockListProvider List -LookupDomain list.example.com");
  expectSaid(
    shell,
    "Test-IPBlockListProvider List -IPAddress 127.0.0.2 | fl Provider,ProviderResult,Matched",
    `
Provider       : List
ProviderResult : {}
Matched        : False`,
  );
  expect(said(shell, "Test-IPBlockListProvider Nowhere -IPAddress 127.0.0.2")).toContain(
    "object 'Nowhere' couldn't be found",
  );
});
