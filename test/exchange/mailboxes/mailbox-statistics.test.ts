// MailboxStatistics: how much is in mailboxes, and what becomes of them without a user.
import { describe, expect, test } from "vitest";
import { changeFolder } from "../../../src/exchange/mailboxes/mailbox-content.js";
import { findByIndex } from "../../../src/topology/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

describe("Get-MailboxStatistics", () => {
  // facts/captures.jsonl, get-mailboxstatistics.2: widths, alignment, the database's own mailbox
  test("of a database", () => {
    expectSaid(
      startShell(),
      "Get-MailboxStatistics -Database MB-HO-01",
      `
DisplayName               ItemCount    StorageLimitStatus                                                 LastLogonTime
-----------               ---------    ------------------                                                 -------------
Administrator             700                  BelowLimit                                           6/3/2013 4:20:54 AM
Alan Reid                 1510                 BelowLimit                                           6/3/2013 3:40:44 AM
Sarah Jones               2816                 BelowLimit                                           6/3/2013 8:11:38 AM
SystemMailbox{b77cf0d3... 1                    BelowLimit`,
    );
  });

  test("as a list", () => {
    expectSaid(
      startShell({ width: 160 }),
      "Get-MailboxStatistics alan.reid | fl",
      `
RunspaceId              : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
AssociatedItemCount     : 12
DeletedItemCount        : 75
DisconnectDate          :
DisconnectReason        :
DisplayName             : Alan Reid
ItemCount               : 1510
LastLoggedOnUserAccount : ESPNET\\alan.reid
LastLogoffTime          : 6/3/2013 3:45:44 AM
LastLogonTime           : 6/3/2013 3:40:44 AM
LegacyDN                : /O=EXCHANGE SERVER PRO/OU=EXCHANGE ADMINISTRATIVE GROUP (FYDIBOHF23SPDLT)/CN=RECIPIENTS/CN=ALAN REID1
MailboxGuid             : dbf5ffa9-ac1c-470a-ae22-1997229d4854
ObjectClass             : Mailbox
StorageLimitStatus      : BelowLimit
TotalDeletedItemSize    : 2.648 MB (2,776,275 bytes)
TotalItemSize           : 53.35 MB (55,937,101 bytes)
Database                : MB-HO-01
ServerName              : HO-EX2010-MB1
DatabaseName            : MB-HO-01
MoveHistory             :
IsQuarantined           : False
IsArchiveMailbox        : False
Identity                : dbf5ffa9-ac1c-470a-ae22-1997229d4854
MapiIdentity            : dbf5ffa9-ac1c-470a-ae22-1997229d4854
OriginatingServer       : ho-ex2010-mb1.exchangeserverpro.net
IsValid                 : True`,
    );
  });

  test("mailboxes and servers come through the pipeline; sizes compute", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "(Get-Mailbox -Database MB-BR-01 | Get-MailboxStatistics | % { $_.TotalItemSize.Value.ToMB() }) -join ','",
      "102,302",
    );
    expectSaid(shell, "(Get-MailboxStatistics -Server BR-EX2010-MB | % { $_.ItemCount }) -join ','", "1348,4306,1");
  });

  test("quotas make the status", () => {
    const shell = startShell();
    type(
      shell,
      "Set-Mailbox 'Emma Carlisle' -UseDatabaseQuotaDefaults $false -IssueWarningQuota 100MB -ProhibitSendQuota 200MB -ProhibitSendReceiveQuota 2GB",
    );
    type(shell, "Set-Mailbox 'Priya Nair' -UseDatabaseQuotaDefaults $false");
    type(shell, "Set-MailboxDatabase MB-BR-01 -IssueWarningQuota 200MB");
    expectSaid(
      shell,
      "Get-Mailbox | Get-MailboxStatistics | ? { $_.StorageLimitStatus -ne 'BelowLimit' } | % { \"$($_.DisplayName): $($_.StorageLimitStatus)\" }",
      "Emma Carlisle: ProhibitSend\nPriya Nair: NoChecking\nAnne-Marie Weber: IssueWarning",
    );
  });

  test("nobody was in a new mailbox, and a database is not there", () => {
    const shell = startShell({ width: 250 });
    type(
      shell,
      "$null = New-Mailbox New -UserPrincipalName n@exchangeserverpro.net -Password (ConvertTo-SecureString Pa55word -AsPlainText -Force)",
    );
    expect(said(shell, "Get-MailboxStatistics New")).toMatch(
      /^WARNING: The user hasn't logged on to mailbox 'exchangeserverpro.net\/Users\/New' \('[0-9a-f-]{36}'\), so there is no data to return. After the user logs on, this warning will no longer appear.$/,
    );
    expectSaid(
      shell,
      "Get-MailboxStatistics -Database RDB-HO-01",
      "WARNING: The database 'RDB-HO-01' to be accessed on server '' is not mounted or is not available.",
    );
  });

  test("an unknown mailbox", () => {
    expectSaid(
      startShell(),
      "Get-MailboxStatistics nowhere",
      `
The specified mailbox "nowhere" doesn't exist.
    + CategoryInfo          : NotSpecified: (0:Int32) [Get-MailboxStatistics], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : 87EF5B94,Microsoft.Exchange.Management.MapiTasks.GetMailboxStatistics`,
    );
  });

  test("what is delivered counts, also in folders that were made", () => {
    const shell = startShell();
    const [user] = findByIndex(shell.topology, "User", "alias", "alan.reid");
    if (user === undefined) throw new Error("no such user");
    const delivered = changeFolder(shell.topology, user, "/inbox", 2, 4096n);
    const [again] = findByIndex(delivered, "User", "alias", "alan.reid");
    if (again === undefined) throw new Error("no such user");
    const topology = changeFolder(delivered, again, "/Projects", 1, 1000n);
    expectSaid(
      startShell({ topology }),
      'Get-MailboxStatistics alan.reid | % { "$($_.ItemCount) $($_.TotalItemSize)" }',
      "1513 53.35 MB (55,942,197 bytes)",
    );
  });
});

describe("a mailbox without a user", () => {
  const lost =
    "Get-MailboxStatistics -Database MB-HO-01 | ? { $_.DisconnectDate } | ft DisplayName,DisconnectDate,DisconnectReason,ItemCount -auto";
  const table = `
DisplayName DisconnectDate      DisconnectReason ItemCount
----------- --------------      ---------------- ---------
Alan Reid   6/3/2013 9:00:00 AM         Disabled      1510`;

  test("is noticed by the store of 2010 when it is cleaned, and can be connected again", () => {
    const shell = startShell();
    type(shell, "Disable-Mailbox alan.reid -Confirm:$false");
    expectSaid(shell, lost, "");
    type(shell, "Clean-MailboxDatabase MB-HO-01");
    expectSaid(shell, lost, table);
    type(shell, "Connect-Mailbox 'Alan Reid' -Database MB-HO-01 -User 'Alan Reid' -Alias alan.reid");
    expectSaid(shell, lost, "");
    expectSaid(shell, "Get-MailboxStatistics alan.reid | % { $_.ItemCount }", "1510");
  });

  test("or a day later, or at once in later releases", () => {
    const shell = startShell();
    type(shell, "Remove-Mailbox alan.reid -Confirm:$false", "Start-Sleep 86400");
    expectSaid(shell, lost, table);
    const later = startShell({ edition: "Exchange2016" });
    type(later, "Disable-Mailbox alan.reid -Confirm:$false");
    expectSaid(later, lost, table);
  });

  test("goes when the database's retention is over, or is removed", () => {
    const shell = startShell();
    type(
      shell,
      "Disable-Mailbox alan.reid -Confirm:$false",
      "Disable-Mailbox sarah.jones -Confirm:$false",
      "Clean-MailboxDatabase MB-HO-01",
    );
    const names =
      "(Get-MailboxStatistics -Database MB-HO-01 | ? { $_.DisconnectDate } | % { $_.DisplayName }) -join ','";
    expectSaid(shell, names, "Alan Reid,Sarah Jones");
    type(
      shell,
      "Remove-StoreMailbox -Database MB-HO-01 -Identity 'Sarah Jones' -MailboxState Disabled -Confirm:$false",
    );
    expectSaid(shell, names, "Alan Reid");
    type(shell, "1..2 | % { Start-Sleep (15*86400) }");
    expectSaid(shell, names, "");
  });

  // facts/captures.jsonl, connect-mailbox.1: text, category and class
  test("that is not there", () => {
    expectSaid(
      startShell(),
      "Connect-Mailbox clark_kent -Database MB-HO-01 -User 'Alan Reid'",
      `
Mailbox "clark_kent" doesn't exist on database "MB-HO-01".
    + CategoryInfo          : NotSpecified: (clark_kent:StoreMailboxIdParameter) [Connect-Mailbox], MdbAdminTaskExcept
   ion
    + FullyQualifiedErrorId : 762CA2D5,Microsoft.Exchange.Management.MapiTasks.ConnectMailbox`,
    );
  });
});
