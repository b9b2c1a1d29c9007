// The administrator audit log: which commands are written down, and how they are found again.
import { describe, expect, test } from "vitest";
import { restoreShell } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

const work = [
  "Set-Mailbox alan.reid -IssueWarningQuota 1GB",
  "$null = New-DistributionGroup Team -Members alan.reid,sarah.jones",
  "Set-MailboxDatabase MB-HO-01 -IssueWarningQuota 2GB",
];
const cmdlets = "(Search-AdminAuditLog | % { $_.CmdletName }) -join ','";

function worked(edition?: "Exchange2016") {
  const shell = startShell({ width: 160, ...(edition === undefined ? {} : { edition }) });
  type(shell, ...work);
  return shell;
}

describe("what is written down", () => {
  test("commands that change something, the latest first", () => {
    expectSaid(
      worked(),
      "Search-AdminAuditLog | ft CmdletName,ObjectModified,CmdletParameters,Succeeded -a",
      `
CmdletName            ObjectModified                              CmdletParameters              Succeeded
----------            --------------                              ----------------              ---------
Set-MailboxDatabase   MB-HO-01                                    {Identity, IssueWarningQuota}      True
New-DistributionGroup exchangeserverpro.net/Users/Team            {Name, Members}                    True
Set-Mailbox           exchangeserverpro.net/Head Office/Alan Reid {Identity, IssueWarningQuota}      True`,
    );
  });

  test("all of a command", () => {
    expectSaid(
      worked(),
      "Search-AdminAuditLog -Cmdlets Set-Mailbox | fl",
      `
RunspaceId         : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
ObjectModified     : exchangeserverpro.net/Head Office/Alan Reid
CmdletName         : Set-Mailbox
CmdletParameters   : {Identity, IssueWarningQuota}
ModifiedProperties : {}
Caller             : exchangeserverpro.net/Users/Administrator
Succeeded          : True
Error              : None
RunDate            : 6/3/2013 9:00:00 AM
OriginatingServer  : HO-EX2010-MB1 (14.03.0123.004)
Identity           : ${said(worked(), "(Search-AdminAuditLog -Cmdlets Set-Mailbox).Identity")}
IsValid            : True`,
    );
    expectSaid(
      worked(),
      "(Search-AdminAuditLog -Cmdlets New-DistributionGroup).CmdletParameters | ft -a",
      `
Name    Value
----    -----
Name    Team
Members alan.reid, sarah.jones`,
    );
  });

  test("failures too, with their words; each object of a pipeline; nothing that was not done", () => {
    const shell = startShell();
    shell.run("Set-Mailbox nobody -IssueWarningQuota 1GB");
    type(
      shell,
      "Get-Mailbox s* | Set-Mailbox -IssueWarningQuota 1GB",
      "Set-Mailbox alan.reid -IssueWarningQuota 1GB -WhatIf",
      "Get-Mailbox | out-null",
      "Test-ServiceHealth | out-null",
    );
    expectSaid(shell, cmdlets, "Set-Mailbox,Set-Mailbox");
    expectSaid(
      shell,
      "(Search-AdminAuditLog -IsSuccess $false).Error",
      "The operation couldn't be performed because object 'nobody' couldn't be found on 'HO-DC.exchangeserverpro.net'.",
    );
  });

  test("a comment", () => {
    const shell = startShell();
    type(shell, "Write-AdminAuditLog -Comment 'All is done'");
    expectSaid(shell, "(Search-AdminAuditLog).CmdletParameters | % { $_.Value }", "All is done");
  });

  test("who it was", () => {
    const first = startShell();
    type(first, "Add-RoleGroupMember 'Organization Management' -Member sarah.jones");
    const shell = startShell({ topology: first.topology, user: "EXCHANGESERVERPRO\\sarah.jones" });
    type(shell, "Set-Mailbox alan.reid -IssueWarningQuota 1GB");
    expectSaid(
      shell,
      "Search-AdminAuditLog -UserIds sarah.jones | ft CmdletName,Caller -a",
      `
CmdletName  Caller
----------  ------
Set-Mailbox exchangeserverpro.net/Head Office/Sarah Jones`,
    );
  });
});

describe("Set-AdminAuditLogConfig decides", () => {
  test.each([
    ["-AdminAuditLogEnabled $false", "Set-AdminAuditLogConfig"],
    ["-AdminAuditLogCmdlets *Mailbox*", "Set-MailboxDatabase,Set-Mailbox,Set-AdminAuditLogConfig"],
    ["-AdminAuditLogExcludedCmdlets Set-MailboxDatabase,New-*", "Set-Mailbox,Set-AdminAuditLogConfig"],
    ["-AdminAuditLogParameters Members,*Nothing*", "New-DistributionGroup,Set-AdminAuditLogConfig"],
  ])("%s", (settings, names) => {
    const shell = startShell();
    type(shell, `Set-AdminAuditLogConfig ${settings}`, ...work);
    expectSaid(shell, cmdlets, names);
  });

  test("-TestCmdletLoggingEnabled, -AdminAuditLogAgeLimit", () => {
    const shell = startShell();
    type(
      shell,
      "Set-AdminAuditLogConfig -TestCmdletLoggingEnabled $true -AdminAuditLogAgeLimit 1.00:00:00",
      "Test-ServiceHealth | out-null",
    );
    expectSaid(shell, cmdlets, "Test-ServiceHealth,Set-AdminAuditLogConfig");
    type(shell, "Start-Sleep 90000");
    expectSaid(shell, cmdlets, "");
  });

  test("-LogLevel Verbose tells what was changed, since 2013", () => {
    const shell = startShell({ edition: "Exchange2016" });
    type(shell, "Set-AdminAuditLogConfig -LogLevel Verbose", "Set-Mailbox alan.reid -CustomAttribute1 Blue");
    expectSaid(
      shell,
      "(Search-AdminAuditLog -Cmdlets Set-Mailbox).ModifiedProperties | ft Name,OldValue,NewValue -a",
      `
Name             OldValue NewValue
----             -------- --------
CustomAttribute1          Blue`,
    );
  });
});

describe("Search-AdminAuditLog", () => {
  test.each([
    ["-Cmdlets Set-Mailbox,Set-MailboxDatabase", "Set-MailboxDatabase,Set-Mailbox"],
    ["-Cmdlets New-DistributionGroup,Set-Mailbox -Parameters Members", "New-DistributionGroup"],
    ["-ObjectIds alan.reid", "Set-Mailbox"],
    ["-ObjectIds MB-HO-01,'exchangeserverpro.net/Users/Team'", "Set-MailboxDatabase,New-DistributionGroup"],
    ["-UserIds tom.okafor", ""],
    ["-StartDate '6/4/2013'", ""],
    ["-StartDate '6/1/2013' -EndDate '6/4/2013' -ResultSize 1", "Set-MailboxDatabase"],
    ["-StartIndex 2", "Set-Mailbox"],
  ])("%s", (parameters, names) => {
    expectSaid(worked(), `(Search-AdminAuditLog ${parameters} | % { $_.CmdletName }) -join ','`, names);
  });

  test("-Parameters goes with -Cmdlets, and time forward", () => {
    expect(said(startShell(), "Search-AdminAuditLog -Parameters Members")).toContain(
      "The Parameters parameter can be used with the Cmdlets parameter only.",
    );
    expect(said(startShell(), "Search-AdminAuditLog -StartDate '6/4/2013' -EndDate '6/1/2013'")).toContain(
      "The start date must be before the end date.",
    );
  });
});

test("the log is the session's: undone, forked, kept in snapshots, and no change of the organization", () => {
  const shell = worked();
  const all = "Set-MailboxDatabase,New-DistributionGroup,Set-Mailbox";
  expectSaid(shell.fork(), cmdlets, all);
  expectSaid(restoreShell(JSON.parse(JSON.stringify(shell.snapshot()))), cmdlets, all);
  shell.undo();
  expectSaid(shell, cmdlets, "New-DistributionGroup,Set-Mailbox");
  const { topology } = shell;
  type(shell, "Write-AdminAuditLog -Comment x");
  expect(shell.topology).toBe(topology);
});

test("New-AdminAuditLogSearch mails what it finds", () => {
  const shell = worked();
  expectSaid(
    shell,
    "New-AdminAuditLogSearch -Name Changes -StartDate '6/1/2013' -EndDate '6/5/2013' -StatusMailRecipients alan.reid@exchangeserverpro.net -Cmdlets Set-Mailbox | fl Cmdlets,Name,StartDateUtc,StatusMailRecipients,CreatedBy",
    `
Cmdlets              : {Set-Mailbox}
Name                 : Changes
StartDateUtc         : 6/1/2013 12:00:00 AM
StatusMailRecipients : {alan.reid@exchangeserverpro.net}
CreatedBy            : exchangeserverpro.net/Users/Administrator`,
  );
  expectSaid(
    shell,
    'Get-MessageTrackingLog -EventId DELIVER | % { "$($_.Recipients) $($_.MessageSubject)" }',
    "alan.reid@exchangeserverpro.net Administrator audit log search: Changes",
  );
});

test("a change that is refused is logged with the object that it was about", () => {
  const shell = startShell();
  shell.run("Set-Mailbox alan.reid -ProhibitSendQuota 1GB -IssueWarningQuota 2GB");
  expectSaid(
    shell,
    "Search-AdminAuditLog | ft CmdletName,ObjectModified,Succeeded -a",
    `
CmdletName  ObjectModified                              Succeeded
----------  --------------                              ---------
Set-Mailbox exchangeserverpro.net/Head Office/Alan Reid     False`,
  );
});
