// Copies of databases since 2013: the long list of their state, lagged copies, and what moves databases by itself.
import { describe, expect, test } from "vitest";
import type { Shell } from "../../../src/index.js";
import { readCaptures } from "../../transcripts/captures.js";
import { expectSaid, said, type } from "../support.js";
import { shellWithGroup } from "./support.js";

const shell2016 = (): Shell => shellWithGroup({ edition: "Exchange2016" });
const active = "(Get-MailboxDatabaseCopyStatus MB-HO-01).ActiveDatabaseCopy[0]";

describe("Get-MailboxDatabaseCopyStatus | fl", () => {
  test("properties and their order: facts/captures.jsonl, get-mailboxdatabasecopystatus.4 of 2016", () => {
    const capture = readCaptures().find(({ id }) => id === "get-mailboxdatabasecopystatus.4")?.output ?? "";
    // Its second object, which is healthy: each property begins a line.
    const names = capture.slice(capture.lastIndexOf("RunspaceId")).matchAll(/^(\w+) :(?: |$)/gm);
    expect(
      said(
        shell2016(),
        "((Get-MailboxDatabaseCopyStatus MB-HO-01\\HO-EX2010-MB2).psobject.Properties | % Name | ? { $_ -notlike 'PS*ComputerName' }) -join ' '",
      ),
    ).toBe([...names].map(([, name]) => name).join(" "));
  });

  test("an active copy and a suspended one", () => {
    const shell = shell2016();
    type(shell, "Suspend-MailboxDatabaseCopy MB-HO-01\\BR-EX2010-MB -SuspendComment 'New disks' -Confirm:$false");
    const shown =
      "fl Status,ActiveCopy,LastStatusTransitionTime,IsLastCopyAvailabilityChecksPassed,LastCopyAvailabilityCheckFailedID,ActionInitiator,ContentIndexErrorCode,ReplicationIsInBlockMode,OutgoingConnections,ReplayLagStatus,IsPrimaryActiveManager";
    expectSaid(
      shell,
      `Get-MailboxDatabaseCopyStatus MB-HO-01 | ? { $_.MailboxServer -ne 'HO-EX2010-MB2' } | ${shown}`,
      `

Status                             : Mounted
ActiveCopy                         : True
LastStatusTransitionTime           :
IsLastCopyAvailabilityChecksPassed : True
LastCopyAvailabilityCheckFailedID  : None
ActionInitiator                    : Service
ContentIndexErrorCode              : 1
ReplicationIsInBlockMode           : True
OutgoingConnections                : {}
ReplayLagStatus                    : Enabled:False; PlayDownReason:None; ReplaySuspendReason:None; Percentage:0;
                                     Configured:00:00:00; MaxDelay:1.00:00:00; Actual:00:00:00
IsPrimaryActiveManager             : True

Status                             : Suspended
ActiveCopy                         : False
LastStatusTransitionTime           : 6/3/2013 9:00:00 AM
IsLastCopyAvailabilityChecksPassed : False
LastCopyAvailabilityCheckFailedID  : DatabaseCheckPassiveCopyStatusIsOkForAvailability
ActionInitiator                    : Administrator
ContentIndexErrorCode              : 0
ReplicationIsInBlockMode           : False
OutgoingConnections                :
ReplayLagStatus                    : Enabled:False; PlayDownReason:None; ReplaySuspendReason:None; Percentage:0;
                                     Configured:00:00:00; MaxDelay:1.00:00:00; Actual:00:00:00
IsPrimaryActiveManager             : False`,
    );
  });

  test("2019 has no content index to tell of", () =>
    expectSaid(
      shellWithGroup({ edition: "Exchange2019" }),
      "Get-MailboxDatabaseCopyStatus MB-HO-01 | ft Name,ContentIndexState,ContentIndexErrorCode -auto",
      `
Name                   ContentIndexState ContentIndexErrorCode
----                   ----------------- ---------------------
MB-HO-01\\HO-EX2010-MB1     NotApplicable
MB-HO-01\\HO-EX2010-MB2     NotApplicable
MB-HO-01\\BR-EX2010-MB      NotApplicable`,
    ));
});

test("a lagged copy is played down and kept behind again", () => {
  const shell = shell2016();
  const lag = "(Get-MailboxDatabaseCopyStatus MB-HO-01\\HO-EX2010-MB2).ReplayLagStatus";
  const ended = "ReplaySuspendReason:None; Percentage:0; Configured:7.00:00:00; MaxDelay:12:00:00; Actual:00:00:00";
  type(shell, "Set-MailboxDatabaseCopy MB-HO-01\\HO-EX2010-MB2 -ReplayLagTime 7.00:00:00 -ReplayLagMaxDelay 12:00:00");
  expect(said(shell, lag)).toBe(`Enabled:True; PlayDownReason:None; ${ended}`);
  type(
    shell,
    "Resume-MailboxDatabaseCopy MB-HO-01\\HO-EX2010-MB2 -DisableReplayLag -DisableReplayLagReason 'Disk is full'",
  );
  expect(said(shell, lag)).toBe(`Enabled:False; PlayDownReason:LagDisabled; ${ended}`);
  expect(said(shell, "(Get-MailboxDatabaseCopyStatus MB-HO-01\\HO-EX2010-MB2).Status")).toBe("Healthy");
  type(shell, "Suspend-MailboxDatabaseCopy MB-HO-01\\HO-EX2010-MB2 -EnableReplayLag -Confirm:$false");
  expect(said(shell, lag)).toBe(`Enabled:True; PlayDownReason:None; ${ended}`);
});

describe("what is activated", () => {
  test("a copy's own policy keeps Active Manager from choosing it", () => {
    const shell = shell2016();
    type(shell, "Set-MailboxDatabaseCopy MB-HO-01\\HO-EX2010-MB2 -DatabaseCopyAutoActivationPolicy Blocked");
    expect(said(shell, "(Get-MailboxDatabaseCopyStatus MB-HO-01\\HO-EX2010-MB2).AutoActivationPolicy")).toBe("Blocked");
    type(shell, "Move-ActiveMailboxDatabase MB-HO-01 -Confirm:$false");
    expect(said(shell, active)).toBe("BR-EX2010-MB");
  });

  test("-ActivatePreferredOnServer brings back what prefers a server", () => {
    const shell = shell2016();
    type(shell, "Move-ActiveMailboxDatabase MB-HO-01 -ActivateOnServer BR-EX2010-MB -Confirm:$false | Out-Null");
    expectSaid(
      shell,
      "Move-ActiveMailboxDatabase -ActivatePreferredOnServer HO-EX2010-MB1 -Confirm:$false | ft Identity,ActiveServerAtStart,ActiveServerAtEnd,Status -auto",
      `
Identity ActiveServerAtStart ActiveServerAtEnd    Status
-------- ------------------- -----------------    ------
MB-HO-01 br-ex2010-mb        ho-ex2010-mb1     Succeeded`,
    );
    expect(said(shell, "Move-ActiveMailboxDatabase -ActivatePreferredOnServer HO-EX2010-MB1 -Confirm:$false")).toBe("");
  });

  test("-DatabaseCopyActivationDisabledAndMoveNow moves what is active, and keeps it away", () => {
    const shell = shell2016();
    type(shell, "Set-MailboxServer HO-EX2010-MB1 -DatabaseCopyActivationDisabledAndMoveNow $true");
    expect(said(shell, active)).toBe("HO-EX2010-MB2");
    type(shell, "Move-ActiveMailboxDatabase -Server HO-EX2010-MB2 -Confirm:$false");
    expect(said(shell, active)).toBe("BR-EX2010-MB");
    // A database without another copy stays.
    expect(said(shell, "(Get-MailboxDatabase MB-HO-02).Server.Name")).toBe("HO-EX2010-MB1");
  });
});

test("Update-MailboxDatabaseCopy -Server seeds what was never seeded; nothing is left to cancel", () => {
  const shell = shell2016();
  type(
    shell,
    "Remove-MailboxDatabaseCopy MB-HO-01\\BR-EX2010-MB -Confirm:$false -WarningAction SilentlyContinue",
    "Add-MailboxDatabaseCopy MB-HO-01 -MailboxServer BR-EX2010-MB -SeedingPostponed",
  );
  const state = "(Get-MailboxDatabaseCopyStatus MB-HO-01\\BR-EX2010-MB).Status";
  expect(said(shell, state)).toBe("Suspended");
  type(shell, "Update-MailboxDatabaseCopy -Server BR-EX2010-MB -Confirm:$false");
  expect(said(shell, state)).toBe("Healthy");
  expect(
    shell
      .run("Update-MailboxDatabaseCopy MB-HO-01\\BR-EX2010-MB -CancelSeed -Confirm:$false")
      .errors.map(({ message }) => message),
  ).toEqual(['The copy "MB-HO-01\\BR-EX2010-MB" isn\'t being seeded: there is nothing to cancel.']);
});

describe("tests", () => {
  test("Test-MapiConnectivity of passive copies", () => {
    const shell = shell2016();
    type(shell, "Suspend-MailboxDatabaseCopy MB-BR-01\\HO-EX2010-MB1 -Confirm:$false");
    const columns = "ft Server,Database,Result,Error -auto";
    expectSaid(
      shell,
      `Test-MapiConnectivity -Server HO-EX2010-MB1 -IncludePassive | ? { $_.Database -like '*-01' } | ${columns}`,
      `
Server        Database Result    Error
------        -------- ------    -----
HO-EX2010-MB1 MB-HO-01 Success
HO-EX2010-MB1 MB-BR-01 *FAILURE* The database copy is suspended.`,
    );
    expectSaid(
      shell,
      `Test-MapiConnectivity 'Alan Reid' -CopyOnServer BR-EX2010-MB | ${columns}`,
      `
Server       Database Result  Error
------       -------- ------  -----
BR-EX2010-MB MB-HO-01 Success`,
    );
  });

  test("Test-ReplicationHealth -DatabaseAvailabilityGroup: every member", () =>
    expectSaid(
      shell2016(),
      "Test-ReplicationHealth -DatabaseAvailabilityGroup DAG1 | group Server | ft Count,Name -auto",
      `
Count Name
----- ----
   14 HO-EX2010-MB1
   14 HO-EX2010-MB2
   14 BR-EX2010-MB`,
    ));
});

test("Get-Queue -Include and -Exclude: by where mail goes", () => {
  const shell = shell2016();
  type(
    shell,
    "New-SendConnector Internet -AddressSpaces * -SmartHosts 10.9.9.9 | Out-Null",
    "Send-MailMessage -From alan.reid@exchangeserverpro.net -To ann@adatum.com -Subject x -SmtpServer HO-EX2010-MB1",
  );
  const names = (line: string): string =>
    said(shell, `(${line} | % { "$($_.NextHopCategory)" } | select -Unique) -join ' '`);
  expect(names("Get-Queue -Include External")).toBe("External");
  expect(names("Get-Queue -Exclude External")).toBe("Internal");
});
