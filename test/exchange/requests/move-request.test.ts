// MoveRequest: mailboxes move while the emulated clock runs.
import { describe, expect, test } from "vitest";
import { fromJSON, toJSON } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

const move = "New-MoveRequest alan.reid -TargetDatabase MB-HO-02";

describe("a move", () => {
  test("is queued, in progress, completed as time passes; then the mailbox is in the other database", () => {
    const shell = startShell();
    expectSaid(
      shell,
      move,
      `
DisplayName Status TotalMailboxSize            TotalArchiveSize PercentComplete
----------- ------ ----------------            ---------------- ---------------
Alan Reid   Queued 55.99 MB (58,713,376 bytes)                  0`,
    );
    type(shell, "Start-Sleep 38");
    // facts/captures.jsonl, get-moverequest.1
    expectSaid(
      shell,
      "Get-MoveRequest",
      `
DisplayName Status     TargetDatabase
----------- ------     --------------
Alan Reid   InProgress MB-HO-02`,
    );
    expectSaid(shell, "Get-MoveRequestStatistics alan.reid | % { $_.PercentComplete }", "40");
    expectSaid(shell, "(Get-Mailbox alan.reid).Database.Name", "MB-HO-01");
    type(shell, "Start-Sleep 60");
    expectSaid(
      shell,
      "(Get-MoveRequest alan.reid).Status.ToString(); (Get-Mailbox alan.reid).Database.Name; (Get-MailboxStatistics alan.reid).Database.Name",
      "Completed\nMB-HO-02\nMB-HO-02",
    );
  });

  // facts/captures.jsonl, get-moverequeststatistics.3: columns of 2013
  test("of later releases says more in its table", () => {
    const shell = startShell({ edition: "Exchange2016" });
    type(shell, `$null = ${move}`, "Start-Sleep 100");
    expectSaid(
      shell,
      "Get-MoveRequestStatistics alan.reid",
      `
DisplayName StatusDetail TotalMailboxSize            TotalArchiveSize PercentComplete
----------- ------------ ----------------            ---------------- ---------------
Alan Reid   Completed    55.99 MB (58,713,376 bytes)                  100`,
    );
  });

  test("statistics as a list, some of it", () => {
    const shell = startShell();
    type(shell, `$null = ${move} -BadItemLimit 5 -BatchName 'Batch 1'`, "Start-Sleep 100");
    expectSaid(
      shell,
      "Get-MoveRequestStatistics alan.reid | fl Status,Flags,Direction,SourceDatabase,SourceServer,TargetVersion,BatchName,BadItemLimit,QueuedTimestamp,StartTimestamp,CompletionTimestamp,OverallDuration,TotalMailboxItemCount,ItemsTransferred,PercentComplete,Identity",
      `
Status                : Completed
Flags                 : IntraOrg, Pull
Direction             : Pull
SourceDatabase        : MB-HO-01
SourceServer          : HO-EX2010-MB1.exchangeserverpro.net
TargetVersion         : Version 14.3 (Build 123.4)
BatchName             : Batch 1
BadItemLimit          : 5
QueuedTimestamp       : 6/3/2013 9:00:00 AM
StartTimestamp        : 6/3/2013 9:00:30 AM
CompletionTimestamp   : 6/3/2013 9:00:56 AM
OverallDuration       : 00:00:56.1986877
TotalMailboxItemCount : 1585
ItemsTransferred      : 1585
PercentComplete       : 100
Identity              : exchangeserverpro.net/Head Office/Alan Reid`,
    );
  });

  test("rests while it is suspended, and before it completes when asked to", () => {
    const shell = startShell();
    const status = "Get-MoveRequest alan.reid | % { $_.Status.ToString() }";
    type(
      shell,
      `$null = ${move} -SuspendWhenReadyToComplete`,
      "Start-Sleep 10",
      "Suspend-MoveRequest alan.reid -Confirm:$false",
      "Start-Sleep 5000",
    );
    expectSaid(shell, status, "Suspended");
    type(shell, "Resume-MoveRequest alan.reid");
    expectSaid(shell, status, "Queued");
    type(shell, "Start-Sleep 5000");
    expectSaid(shell, status, "AutoSuspended");
    expectSaid(shell, "(Get-Mailbox alan.reid).Database.Name", "MB-HO-01");
    type(shell, "Resume-MoveRequest alan.reid", "Start-Sleep 15");
    expectSaid(shell, `${status}; (Get-Mailbox alan.reid).Database.Name`, "Completed\nMB-HO-02");
  });

  test("is undone with the line, and goes on from JSON", () => {
    const shell = startShell();
    type(shell, `$null = ${move}`);
    const restored = startShell({ topology: fromJSON(JSON.parse(JSON.stringify(toJSON(shell.topology)))) });
    type(restored, "Start-Sleep 100");
    expectSaid(restored, "(Get-Mailbox alan.reid).Database.Name", "MB-HO-02");
    restored.undo();
    restored.undo();
    expectSaid(restored, "(Get-MoveRequest alan.reid).Status.ToString()", "Queued");
  });
});

describe("many moves", () => {
  test("are found by batch, status and database, and taken away", () => {
    const shell = startShell();
    type(
      shell,
      "$null = Get-Mailbox -Database MB-HO-02 | New-MoveRequest -TargetDatabase MB-HO-03 -BatchName B1",
      `$null = ${move}`,
    );
    const names = (line: string) => `(${line} | % { $_.DisplayName }) -join ','`;
    expectSaid(shell, names("Get-MoveRequest -BatchName b1"), "Emma Carlisle,Tom Okafor");
    expectSaid(shell, names("Get-MoveRequest -SourceDatabase MB-HO-01"), "Alan Reid");
    expectSaid(shell, names("Get-MoveRequest -TargetDatabase MB-HO-03"), "Emma Carlisle,Tom Okafor");
    type(shell, "Start-Sleep 100", "Get-MoveRequest -MoveStatus Completed | Remove-MoveRequest -Confirm:$false");
    expectSaid(shell, names("Get-MoveRequest"), "Emma Carlisle");
  });

  // facts/captures.jsonl, remove-moverequest.1
  test("the question", () => {
    const shell = startShell({ answers: ["y"] });
    type(shell, `$null = ${move}`, "Start-Sleep 100");
    expectSaid(
      shell,
      "Remove-MoveRequest -Identity alan.reid",
      `
Confirm
Are you sure you want to perform this action?
Removing completed move request "Alan Reid".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y`,
    );
    expectSaid(shell, "Get-MoveRequest", "");
  });
});

describe("what is refused", () => {
  test("a second move, a move to where the mailbox is, an unknown one", () => {
    const shell = startShell({ width: 300 });
    const first = (line: string): string => said(shell, line).split("\n")[0] ?? "";
    expect(first("New-MoveRequest alan.reid -TargetDatabase MB-HO-01")).toBe(
      'The mailbox Alan Reid is already on the target database "MB-HO-01".',
    );
    type(shell, `$null = ${move}`);
    expectSaid(
      shell,
      move,
      `
Mailbox 'exchangeserverpro.net/Head Office/Alan Reid' is already being moved to 'MB-HO-02'.
    + CategoryInfo          : InvalidArgument: (alan.reid:MailboxOrMailUserIdParameter) [New-MoveRequest], RecipientTaskException
    + FullyQualifiedErrorId : 24454174,Microsoft.Exchange.Management.RecipientTasks.NewMoveRequest`,
    );
    type(shell, "Start-Sleep 100");
    expect(first(move)).toBe(
      "Mailbox 'exchangeserverpro.net/Head Office/Alan Reid' already has a completed move request associated with it. Before you create a new move request for the mailbox, run the Remove-MoveRequest cmdlet to clear the completed move request.",
    );
    expect(first("Get-MoveRequest sarah.jones")).toBe(
      "The operation couldn't be performed because object 'sarah.jones' couldn't be found on 'HO-DC.exchangeserverpro.net'.",
    );
    expect(first("New-MoveRequest tom.okafor -TargetDatabase nowhere")).toBe(
      'Couldn\'t find database "nowhere". Make sure you have typed it correctly.',
    );
  });
});

describe("moves by their queue", () => {
  test("in the database that they lead to, by mailbox, by the server that works on them", () => {
    const shell = startShell();
    type(shell, `$null = ${move}`);
    const names = (line: string): string => `@(Get-MoveRequestStatistics ${line} | % { $_.DisplayName }) -join ','`;
    expectSaid(shell, names("-MoveRequestQueue MB-HO-02"), "Alan Reid");
    expectSaid(shell, names("-MoveRequestQueue MB-HO-01"), "");
    expectSaid(
      shell,
      names("-MoveRequestQueue MB-HO-02 -MailboxGuid (Get-Mailbox alan.reid).ExchangeGuid"),
      "Alan Reid",
    );
    expectSaid(shell, names("-MRSInstance HO-EX2010-MB1.exchangeserverpro.net"), "");
    type(shell, "Start-Sleep 38");
    expectSaid(shell, names("-MRSInstance HO-EX2010-MB1.exchangeserverpro.net"), "Alan Reid");
    expectSaid(
      shell,
      "@(Get-MoveRequest -HighPriority $false).Count; @(Get-MoveRequest -HighPriority $true).Count",
      "1\n0",
    );
    expectSaid(shell, "Get-MoveRequest -RemoteHostName mail.fabrikam.com", "");
    type(
      shell,
      "Remove-MoveRequest -MoveRequestQueue MB-HO-02 -MailboxGuid (Get-Mailbox alan.reid).ExchangeGuid -Confirm:$false",
    );
    expectSaid(shell, "Get-MoveRequest", "");
  });
});
