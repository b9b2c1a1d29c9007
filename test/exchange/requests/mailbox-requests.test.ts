// MailboxExportRequest, MailboxImportRequest, MailboxRestoreRequest: contents of mailboxes, to files and from them.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const file = "\\\\HO-EX2010-MB1\\pst\\alan.pst";
const exported = `New-MailboxExportRequest alan.reid -FilePath ${file}`;
const fails = (shell: ReturnType<typeof startShell>, line: string, text: string) =>
  expectSaid(shell, `${line} 2>&1 | % { $_.Exception.Message }`, text);

describe("an export", () => {
  // facts/nouns.json, New-/Get-MailboxExportRequest
  test("is queued, in progress, completed as time passes; the file is there", () => {
    const shell = startShell();
    expectSaid(
      shell,
      exported,
      `
Name          Mailbox                                     Status
----          -------                                     ------
MailboxExport exchangeserverpro.net/Head Office/Alan Reid Queued`,
    );
    type(shell, "Start-Sleep 40");
    expectSaid(
      shell,
      "Get-MailboxExportRequest alan.reid | Get-MailboxExportRequestStatistics",
      `
Name          StatusDetail    SourceAlias PercentComplete
----          ------------    ----------- ---------------
MailboxExport CopyingMessages alan.reid   53`,
    );
    type(shell, "Start-Sleep 60");
    expectSaid(
      shell,
      "Get-MailboxExportRequestStatistics alan.reid\\MailboxExport | fl Status,FilePath,SourceDatabase,QueuedTimestamp,CompletionTimestamp,EstimatedTransferSize,EstimatedTransferItemCount,PercentComplete,Identity",
      `
Status                     : Completed
FilePath                   : \\\\HO-EX2010-MB1\\pst\\alan.pst
SourceDatabase             : MB-HO-01
QueuedTimestamp            : 6/3/2013 9:00:00 AM
CompletionTimestamp        : 6/3/2013 9:00:56 AM
EstimatedTransferSize      : 55.99 MB (58,713,376 bytes)
EstimatedTransferItemCount : 1585
PercentComplete            : 100
Identity                   : exchangeserverpro.net/Head Office/Alan Reid\\MailboxExport`,
    );
    expectSaid(shell, `Test-Path ${file}`, "True");
  });

  test("names itself, ten times for a mailbox", () => {
    const shell = startShell({ width: 200 });
    type(shell, "1..10 | % { $null = New-MailboxExportRequest alan.reid -FilePath \\\\s\\pst\\$_.pst }");
    expectSaid(
      shell,
      "(Get-MailboxExportRequest | % { $_.Name }) -join ','",
      "MailboxExport,MailboxExport1,MailboxExport2,MailboxExport3,MailboxExport4,MailboxExport5,MailboxExport6,MailboxExport7,MailboxExport8,MailboxExport9",
    );
    fails(
      shell,
      exported,
      "The name must be unique per mailbox. There's already a request named 'MailboxExport' associated with mailbox 'Alan Reid'.",
    );
    type(shell, `$null = ${exported} -Name Eleventh`);
  });

  test("rests while it is suspended; settings; found by what it is; taken away", () => {
    const shell = startShell({ answers: ["y"] });
    type(
      shell,
      `$null = ${exported} -Suspend -SuspendComment 'Not yet' -BatchName B1`,
      "$null = New-MailboxExportRequest emma.carlisle -FilePath \\\\s\\pst\\e.pst",
      "Start-Sleep 1000",
    );
    const status = 'Get-MailboxExportRequest | % { "$($_.Mailbox.Name) $($_.Status)" }';
    expectSaid(shell, status, "Alan Reid Suspended\nEmma Carlisle Completed");
    expectSaid(shell, "(Get-MailboxExportRequestStatistics alan.reid).Message", "Not yet");
    type(
      shell,
      "Set-MailboxExportRequest alan.reid\\MailboxExport -BatchName B2 -BadItemLimit 5",
      "Resume-MailboxExportRequest alan.reid",
    );
    for (const [narrowed, name] of [
      ["-BatchName b2", "Alan Reid"],
      ["-Status Queued", "Alan Reid"],
      ["-Status Completed", "Emma Carlisle"],
      ["-Mailbox emma.carlisle", "Emma Carlisle"],
      ["-Database MB-HO-01", "Alan Reid"],
      ["-Suspend $true", ""],
    ] as const)
      expectSaid(shell, `Get-MailboxExportRequest ${narrowed} | % { $_.Mailbox.Name }`, name);
    type(
      shell,
      "Suspend-MailboxExportRequest alan.reid -Confirm:$false",
      "Resume-MailboxExportRequest alan.reid",
      "Start-Sleep 100",
    );
    fails(
      shell,
      "Suspend-MailboxExportRequest alan.reid -Confirm:$false",
      'The request "exchangeserverpro.net/Head Office/Alan Reid\\MailboxExport" is completed.',
    );
    expectSaid(
      shell,
      "Remove-MailboxExportRequest alan.reid\\MailboxExport",
      `
Confirm
Are you sure you want to perform this action?
Removing request "exchangeserverpro.net/Head Office/Alan Reid\\MailboxExport".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y`,
    );
    type(shell, "Get-MailboxExportRequest -Status Completed | Remove-MailboxExportRequest -Confirm:$false");
    expectSaid(shell, "Get-MailboxExportRequest", "");
  });

  test("wrong use", () => {
    const shell = startShell({ width: 200 });
    fails(
      shell,
      "New-MailboxExportRequest alan.reid -FilePath C:\\alan.pst",
      'The path "C:\\alan.pst" isn\'t a UNC path. Write it as \\\\server\\share\\file.pst.',
    );
    fails(shell, `${exported} -IsArchive`, 'The mailbox "Alan Reid" has no archive.');
    fails(
      shell,
      "New-MailboxImportRequest alan.reid -FilePath \\\\s\\pst\\none.pst",
      "Unable to open PST file '\\\\s\\pst\\none.pst'. Error details: Could not find file '\\\\s\\pst\\none.pst'.",
    );
  });
});

const folders = (mailbox: string) =>
  `Get-MailboxFolderStatistics ${mailbox} | ? { $_.FolderPath -like '/Old*' } | % { "$($_.FolderPath) $($_.ItemsInFolder)" }`;

test("an import puts the folders of the file into the mailbox when it is done", () => {
  const shell = startShell();
  type(
    shell,
    `$null = ${exported} -IncludeFolders Inbox,'#SentItems#','Calendar/*' -ExcludeFolders Calendar`,
    `$null = New-MailboxImportRequest emma.carlisle -FilePath ${file} -TargetRootFolder Old`,
  );
  expectSaid(shell, folders("emma.carlisle"), "");
  type(shell, "Start-Sleep 100");
  expectSaid(shell, folders("emma.carlisle"), "/Old/Inbox 726\n/Old/Sent Items 423");
  expectSaid(shell, "(Get-MailboxImportRequest emma.carlisle).Status.ToString()", "Completed");
});

test("a restore brings back what a lost mailbox had", () => {
  const shell = startShell();
  type(
    shell,
    "Disable-Mailbox alan.reid -Confirm:$false",
    "$null = New-MailboxRestoreRequest -SourceDatabase MB-HO-01 -SourceStoreMailbox 'Alan Reid' -AllowLegacyDNMismatch -TargetMailbox emma.carlisle -TargetRootFolder Old -ExcludeDumpster",
    "Start-Sleep 100",
  );
  expectSaid(
    shell,
    `(${folders("emma.carlisle")}) -join '; '`,
    "/Old/Calendar 105; /Old/Contacts 60; /Old/Deleted Items 136; /Old/Drafts 15; /Old/Inbox 726; /Old/Junk E-Mail 30; /Old/Sent Items 423; /Old/Tasks 15",
  );
  expectSaid(shell, "Get-MailboxRestoreRequest -TargetMailbox emma.carlisle | % { $_.Status.ToString() }", "Completed");
});

describe("requests by their queue", () => {
  const statistics = "Get-MailboxExportRequestStatistics -RequestQueue MB-HO-01";

  test("in a database; with a report; by the server that works on them", () => {
    const shell = startShell({ width: 120 });
    type(shell, `$null = ${exported}`);
    expectSaid(shell, `${statistics} | % { $_.Name }`, "MailboxExport");
    expectSaid(shell, "Get-MailboxExportRequestStatistics -RequestQueue MB-HO-02", "");
    const working = "@(Get-MailboxExportRequestStatistics -MRSInstance HO-EX2010-MB1.exchangeserverpro.net).Count";
    expectSaid(shell, working, "0");
    type(shell, "Start-Sleep 40");
    expectSaid(shell, working, "1");
    type(shell, "Start-Sleep 60");
    expectSaid(
      shell,
      `(${statistics} -IncludeReport).Report`,
      `
6/3/2013 9:00:00 AM [HO-EX2010-MB1] Created mailbox export request.
6/3/2013 9:00:30 AM [HO-EX2010-MB1] The Microsoft Exchange Mailbox Replication service is examining the request.
6/3/2013 9:00:56 AM [HO-EX2010-MB1] Request is complete.`,
    );
  });

  test("removed by its GUID", () => {
    const shell = startShell();
    type(
      shell,
      `$request = ${exported}`,
      "Remove-MailboxExportRequest -RequestQueue MB-HO-01 -RequestGuid $request.RequestGuid -Confirm:$false",
    );
    expectSaid(shell, "Get-MailboxExportRequest", "");
    expect(
      said(shell, "Remove-MailboxExportRequest -RequestQueue MB-HO-01 -RequestGuid ([Guid]::Empty) -Confirm:$false"),
    ).toContain("object '00000000-0000-0000-0000-000000000000' couldn't be found on");
  });

  // facts/messages.md: documented for requests
  test.each(["Suspend", "Resume", "Remove", "Set"])("%s-MailboxExportRequest of none", (verb) => {
    const more = verb === "Set" ? " -BadItemLimit 5" : "";
    expect(
      startShell()
        .run(`${verb}-MailboxExportRequest alan.reid\\None${more}`)
        .errors.map(({ message }) => message),
    ).toEqual([
      "Couldn't find a request that matches the information provided. Reason: No such request exists in the specified index.",
    ]);
  });

  test("-SourceRootFolder takes a branch as if it were the whole", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-MailboxFolder Projects -Parent alan.reid:\\Inbox",
      `$null = ${exported} -SourceRootFolder Inbox`,
      "Start-Sleep 200",
    );
    expectSaid(
      shell,
      `@(Get-Content ${file} | ? { $_ -like '/*' } | % { $_.Split("\`t")[0] }) -join ','`.replace("`", "`"),
      "/Inbox",
    );
  });

  test("restores by the database that they come from", () => {
    const shell = startShell();
    type(
      shell,
      "Disable-Mailbox alan.reid -Confirm:$false",
      "$null = New-MailboxRestoreRequest -SourceDatabase MB-HO-01 -SourceStoreMailbox 'Alan Reid' -AllowLegacyDNMismatch -TargetMailbox sarah.jones",
    );
    expectSaid(shell, "Get-MailboxRestoreRequest -SourceDatabase MB-HO-01 | % { $_.Name }", "MailboxRestore");
    expectSaid(shell, "Get-MailboxRestoreRequest -SourceDatabase MB-HO-02", "");
  });
});
