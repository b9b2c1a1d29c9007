// MailboxSearch: searches that the server works on, and since 2013 what they hold.
import { expect, test } from "vitest";
import { createShell } from "../../../../src/index.js";
import { expectSaid, said, type } from "../../support.js";

test("a search of 2010 begins at once, and copies what it found when it is through", () => {
  const shell = createShell();
  type(shell, "$null = New-MailboxSearch Case1 -SourceMailboxes alan.reid -TargetMailbox emma.carlisle");
  expectSaid(shell, "(Get-MailboxSearch).Status.ToString()", "InProgress");
  type(shell, "Start-Sleep 15");
  expectSaid(
    shell,
    "Get-MailboxSearch | fl Status,PercentComplete,LastStartTime,LastEndTime,NumberMailboxesToSearch",
    `
Status                  : Succeeded
PercentComplete         : 100
LastStartTime           : 6/3/2013 9:00:00 AM
LastEndTime             : 6/3/2013 9:00:15 AM
NumberMailboxesToSearch : 1`,
  );
  const inbox = "(Get-MailboxFolderStatistics NAME | ? { $_.FolderPath -eq 'PATH' }).ItemsInFolder";
  const items = (name: string, path: string): string => said(shell, inbox.replace("NAME", name).replace("PATH", path));
  expect(items("emma.carlisle", "/Case1/Alan Reid/Inbox")).toBe(items("alan.reid", "/Inbox"));
});

test("since 2013 it waits to be started, stops, begins anew", () => {
  const shell = createShell({ edition: "Exchange2013" });
  expectSaid(
    shell,
    "New-MailboxSearch Case1 -SourceMailboxes alan.reid,emma.carlisle -EstimateOnly | ft -auto",
    `
Name  CreatedBy     InPlaceHoldEnabled Status
----  ---------     ------------------ ------
Case1 Administrator False              NotStarted`,
  );
  const state = "(Get-MailboxSearch Case1).Status.ToString()";
  type(shell, "Start-MailboxSearch Case1", "Start-Sleep 10");
  expectSaid(shell, `${state}; (Get-MailboxSearch Case1).PercentComplete`, "EstimateInProgress\n50");
  for (const line of [
    "Start-MailboxSearch Case1",
    "Remove-MailboxSearch Case1",
    "Set-MailboxSearch Case1 -Senders a@b.c",
  ]) {
    shell.run(line);
    expectSaid(shell, "$Error[0].Exception.Message", 'The mailbox search "Case1" is running. Stop it first.');
  }
  type(shell, "Stop-MailboxSearch Case1", "Start-Sleep 99");
  expectSaid(shell, state, "EstimateStopped");
  shell.run("Stop-MailboxSearch Case1");
  expectSaid(shell, "$Error[0].Exception.Message", 'The mailbox search "Case1" isn\'t running.');
  type(shell, "Start-MailboxSearch Case1 -Resume", "Start-Sleep 20");
  expectSaid(
    shell,
    `${state}; (Get-MailboxSearch Case1).ResultNumberEstimate; (Get-MailboxSearch Case1).ResultNumber`,
    "EstimateSucceeded\n6405\n0",
  );
});

test("finds single messages by query, people and time", () => {
  const shell = createShell({ edition: "Exchange2016" });
  type(
    shell,
    "Send-MailMessage -From alan.reid@exchangeserverpro.net -To emma.carlisle@exchangeserverpro.net -Subject 'Budget 2013' -Body x -SmtpServer HO-EX2010-MB1",
    "Send-MailMessage -From sarah.jones@exchangeserverpro.net -To emma.carlisle@exchangeserverpro.net -Subject 'Budget too' -Body x -SmtpServer HO-EX2010-MB1",
    "Start-Sleep 60",
  );
  const found = (options: string): string => {
    const fork = shell.fork();
    type(
      fork,
      `$null = New-MailboxSearch S -SourceMailboxes emma.carlisle -EstimateOnly ${options}`,
      "Start-MailboxSearch S",
      "Start-Sleep 60",
    );
    return said(fork, "(Get-MailboxSearch S).ResultNumberEstimate");
  };
  expect(found("-SearchQuery 'subject:budget'")).toBe("2");
  expect(found("-SearchQuery 'subject:budget' -Senders alan.reid@exchangeserverpro.net")).toBe("1");
  expect(found("-Recipients emma.carlisle@exchangeserverpro.net")).toBe("2");
  expect(found("-StartDate 6/4/2013")).toBe("0");
  expect(found("-EndDate 6/4/2013")).toBe("2");
});

test("holds what its mailboxes have, as long as it is on", () => {
  const shell = createShell({ edition: "Exchange2019", answers: ["y"] });
  const holds = "'alan.reid','emma.carlisle' | % { (Get-Mailbox $_).InPlaceHolds.Count }";
  const refused = (line: string): string => {
    shell.run(line);
    return said(shell, "$Error[0].Exception.Message");
  };
  expect(refused("New-MailboxSearch Case1 -InPlaceHoldEnabled $true")).toBe(
    "An In-Place Hold needs mailboxes. Use the SourceMailboxes parameter.",
  );
  type(
    shell,
    "$null = New-MailboxSearch Case1 -SourceMailboxes alan.reid,emma.carlisle -InPlaceHoldEnabled $true -ItemHoldPeriod 365",
  );
  expectSaid(shell, holds, "1\n1");
  expectSaid(
    shell,
    "$s = Get-MailboxSearch Case1; (Get-Mailbox alan.reid).InPlaceHolds[0] -eq $s.InPlaceHoldIdentity; (Get-MailboxSearch -InPlaceHoldIdentity $s.InPlaceHoldIdentity).Name; $s.ItemHoldPeriod.ToString()",
    "True\nCase1\n365.00:00:00",
  );
  expect(refused("Remove-MailboxSearch Case1 -Confirm:$false")).toBe(
    'The mailbox search "Case1" holds items. Disable its In-Place Hold before you remove it.',
  );
  type(shell, "Set-MailboxSearch Case1 -SourceMailboxes alan.reid");
  expectSaid(shell, holds, "1\n0");
  // What is held goes where people do not see it.
  type(shell, "$null = Search-Mailbox alan.reid -DeleteContent -Force -SearchDumpster:$false");
  expectSaid(
    shell,
    "(Get-MailboxFolderStatistics alan.reid | ? { $_.Name -eq 'Purges' }).ItemsInFolder -gt 1000",
    "True",
  );
  type(shell, "Set-MailboxSearch Case1 -InPlaceHoldEnabled $false");
  expectSaid(shell, holds, "0\n0");
  expectSaid(
    shell,
    "Remove-MailboxSearch Case1",
    `
Confirm
Are you sure you want to perform this action?
Removing mailbox search "Case1".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y`,
  );
  expectSaid(shell, "Get-MailboxSearch", "");
});
