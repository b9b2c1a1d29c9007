// Requests in the editions since 2013: times, sources, reports.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const edition = "Exchange2016";
const started = (...lines: readonly string[]) => {
  const shell = startShell({ edition });
  type(shell, ...lines);
  return shell;
};

describe("a move of Exchange 2013 and later", () => {
  test("waits with its copy until -CompleteAfter, and goes on when the time is another", () => {
    const shell = started(
      "$null = New-MoveRequest alan.reid -TargetDatabase MB-HO-02 -CompleteAfter (Get-Date).AddHours(1) -LargeItemLimit 3",
      "Start-Sleep 100",
    );
    expectSaid(
      shell,
      "Get-MoveRequestStatistics alan.reid | fl Status,StatusDetail,SyncStage,CompleteAfter,InitialSeedingCompletedTimestamp,FinalSyncTimestamp,PercentComplete,LargeItemLimit",
      `
Status                           : Synced
StatusDetail                     : Synced
SyncStage                        : IncrementalSync
CompleteAfter                    : 6/3/2013 10:00:00 AM
InitialSeedingCompletedTimestamp : 6/3/2013 9:00:46 AM
FinalSyncTimestamp               : 
PercentComplete                  : 95
LargeItemLimit                   : 3`,
    );
    type(shell, "Set-MoveRequest alan.reid -CompleteAfter (Get-Date)");
    expectSaid(shell, "(Get-MoveRequest alan.reid).Status", "CompletionInProgress");
    type(shell, "Start-Sleep 11");
    expectSaid(
      shell,
      "(Get-MoveRequest alan.reid).Status; (Get-Mailbox alan.reid).Database.Name",
      "Completed\nMB-HO-02",
    );
  });

  test("of itself at that time", () => {
    const shell = started(
      "$null = New-MoveRequest alan.reid -TargetDatabase MB-HO-02 -CompleteAfter (Get-Date).AddHours(1)",
      "Start-Sleep 3605",
    );
    expectSaid(shell, "(Get-MoveRequest alan.reid).Status", "CompletionInProgress");
    type(shell, "Start-Sleep 5");
    expectSaid(shell, "(Get-MoveRequestStatistics alan.reid).CompletionTimestamp.ToString()", "6/3/2013 10:00:10 AM");
  });

  test("begins no earlier than -StartAfter", () => {
    const shell = started(
      "$null = New-MoveRequest alan.reid -TargetDatabase MB-HO-02 -StartAfter (Get-Date).AddMinutes(10)",
      "Start-Sleep 620",
    );
    expectSaid(shell, "(Get-MoveRequest alan.reid).Status", "Queued");
    type(shell, "Start-Sleep 20");
    expectSaid(shell, "(Get-MoveRequest alan.reid).Status", "InProgress");
  });

  test("with -PreventCompletion never switches over", () => {
    const shell = started(
      "$null = New-MoveRequest alan.reid -TargetDatabase MB-HO-02 -PreventCompletion",
      "Start-Sleep 99999",
    );
    expectSaid(shell, "(Get-MoveRequest alan.reid).Status", "Synced");
    type(shell, "Set-MoveRequest alan.reid -PreventCompletion:$false", "Start-Sleep 10");
    expectSaid(shell, "(Get-MoveRequest alan.reid).Status", "Completed");
  });

  test("begins anew when it gets another target", () => {
    const shell = started("$null = New-MoveRequest alan.reid -TargetDatabase MB-HO-02", "Start-Sleep 40");
    type(shell, "Set-MoveRequest alan.reid -TargetDatabase MB-BR-01");
    expectSaid(shell, "(Get-MoveRequest alan.reid).Status", "Queued");
    type(shell, "Start-Sleep 100");
    expectSaid(shell, "(Get-Mailbox alan.reid).Database.Name", "MB-BR-01");
  });

  test("is found by its flags, and reports line by line", () => {
    const shell = started("$null = New-MoveRequest alan.reid -TargetDatabase MB-HO-02 -Protect -Priority High");
    expectSaid(
      shell,
      "(Get-MoveRequest -Flags Protected,Pull).Flags.ToString()",
      "IntraOrg, Pull, Protected, HighPriority",
    );
    expect(said(shell, "Get-MoveRequest -Flags Push")).toBe("");
    expectSaid(
      shell,
      "Get-MoveRequestStatistics alan.reid -ReportOnly",
      "6/3/2013 9:00:00 AM [HO-EX2010-MB1] Created move request.",
    );
  });
});

describe("other requests of Exchange 2013 and later", () => {
  test("restore from somebody's mailbox; his archive has nothing to restore", () => {
    const shell = started(
      "$null = New-MailboxRestoreRequest -SourceMailbox alan.reid -TargetMailbox emma.carlisle -IncludeFolders Inbox -TargetRootFolder Old -Name A",
      "Start-Sleep 300",
    );
    expectSaid(
      shell,
      "Get-MailboxRestoreRequestStatistics emma.carlisle\\A -ReportOnly",
      `6/3/2013 9:00:00 AM [HO-EX2010-MB1] Created mailbox restore request.
6/3/2013 9:00:30 AM [HO-EX2010-MB1] The Microsoft Exchange Mailbox Replication service is examining the request.
6/3/2013 9:00:50 AM [HO-EX2010-MB1] Request is complete.`,
    );
    const inbox = said(
      shell,
      "(Get-MailboxFolderStatistics alan.reid | ? { $_.FolderPath -eq '/Inbox' }).ItemsInFolder",
    );
    expectSaid(
      shell,
      "(Get-MailboxFolderStatistics emma.carlisle | ? { $_.FolderPath -eq '/Old/Inbox' }).ItemsInFolder",
      inbox,
    );
    type(
      shell,
      "Enable-Mailbox alan.reid -Archive | Out-Null",
      "$null = New-MailboxRestoreRequest -SourceMailbox alan.reid -TargetMailbox emma.carlisle -SourceIsArchive -Name B",
    );
    expectSaid(shell, "(Get-MailboxRestoreRequestStatistics emma.carlisle\\B).EstimatedTransferItemCount", "0");
  });

  test("have the same answer as moves for another forest", () => {
    const shell = started("$null = New-MailboxExportRequest alan.reid -FilePath \\\\HO-EX2010-MB1\\c$\\a.pst");
    const message = (line: string): string => {
      shell.run(line);
      return said(shell, "$Error[0].Exception.Message");
    };
    expect(
      message("New-MailboxExportRequest alan.reid -FilePath \\\\srv\\p\\a.pst -RemoteHostName other.contoso.com"),
    ).toBe(
      "The call to 'https://other.contoso.com/EWS/mrsproxy.svc' failed. Error details: There was no endpoint listening at https://other.contoso.com/EWS/mrsproxy.svc that could accept the message. This is often caused by an incorrect address or SOAP action. See InnerException, if present, for more details. --> The remote name could not be resolved: 'other.contoso.com'.",
    );
    expect(message("Set-MailboxExportRequest alan.reid -RemoteHostName other.contoso.com")).toBe(
      'The parameter "RemoteHostName" is for moves between forests, and the request "exchangeserverpro.net/Head Office/Alan Reid\\MailboxExport" is within this one.',
    );
  });
});
