// Batches of migrations: since 2013 they make the move requests of an organization.
import { describe, expect, test } from "vitest";
import { createShell } from "../../../src/index.js";
import { expectSaid, said, type } from "../support.js";

const csv = (...lines: readonly string[]): string => ["EmailAddress,TargetDatabase", ...lines].join("\n");
const start = (text: string, edition: "Exchange2013" | "Exchange2016" = "Exchange2016") =>
  createShell({ edition, files: { "C:\\moves.csv": text }, answers: ["y", "y"] });
const data = '-CSVData ([System.IO.File]::ReadAllBytes("C:\\moves.csv"))';
const two = csv("alan.reid@exchangeserverpro.net,MB-HO-02", "emma.carlisle@exchangeserverpro.net,");
const make = `$null = New-MigrationBatch -Local -Name Wave1 ${data} -TargetDatabases MB-HO-02,MB-HO-03`;
const states = "\"$(Get-MigrationBatch Wave1 | % { $_.Status }): $((Get-MigrationUser | % { $_.Status }) -join ', ')\"";

describe("a batch of local moves", () => {
  test("is created, syncs, is synced, completes when it is told to", () => {
    const shell = start(two);
    expectSaid(
      shell,
      make.replace("$null = ", ""),
      `
Identity Status  Type              TotalCount
-------- ------  ----              ----------
Wave1    Created ExchangeLocalMove 2`,
    );
    expectSaid(shell, "Get-MoveRequest", "");
    type(shell, "Start-MigrationBatch Wave1");
    expectSaid(shell, states, "Syncing: Queued, Queued");
    type(shell, "Start-Sleep 35");
    expectSaid(shell, states, "Syncing: Syncing, Syncing");
    type(shell, "Start-Sleep 100");
    expectSaid(shell, states, "Synced: Synced, Synced");
    expectSaid(
      shell,
      "Get-MoveRequest | ft DisplayName,Status,BatchName,TargetDatabase -auto",
      `
DisplayName   Status BatchName              TargetDatabase
-----------   ------ ---------              --------------
Alan Reid     Synced MigrationService:Wave1 MB-HO-02
Emma Carlisle Synced MigrationService:Wave1 MB-HO-03`,
    );
    expectSaid(
      shell,
      "Get-MigrationUserStatistics alan.reid@exchangeserverpro.net",
      `
Identity                        Batch Status Items Synced Items Skipped
--------                        ----- ------ ------------ -------------
alan.reid@exchangeserverpro.net Wave1 Synced 1585         0`,
    );
    type(shell, "Complete-MigrationBatch Wave1");
    expectSaid(shell, states, "Completing: Completing, Completing");
    type(shell, "Start-Sleep 10");
    expectSaid(shell, states, "Completed: Completed, Completed");
    expectSaid(shell, "'alan.reid','emma.carlisle' | Get-Mailbox | % { $_.Database.Name }", "MB-HO-02\nMB-HO-03");
    expectSaid(
      shell,
      "Get-MigrationUser alan.reid@exchangeserverpro.net",
      `
Identity                        Batch Status    LastSyncTime
--------                        ----- ------    ------------
alan.reid@exchangeserverpro.net Wave1 Completed 6/3/2013 9:02:25 AM`,
    );
    expectSaid(
      shell,
      "Remove-MigrationBatch Wave1",
      `
Confirm
Are you sure you want to perform this action?
Removing migration batch "Wave1".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y`,
    );
    expectSaid(shell, "Get-MigrationUser; Get-MoveRequest", "");
  });

  test("completes by itself with -AutoComplete, or at its time", () => {
    const shell = start(two);
    type(shell, `${make} -AutoStart -AutoComplete`, "Start-Sleep 200");
    expectSaid(shell, states, "Completed: Completed, Completed");
    const later = start(two);
    type(later, `${make} -AutoStart -StartAfter (Get-Date).AddHours(1) -CompleteAfter (Get-Date).AddHours(2)`);
    expectSaid(later, states, "Waiting: Queued, Queued");
    type(later, "Start-Sleep 3900");
    expectSaid(later, states, "Synced: Synced, Synced");
    type(later, "Set-MigrationBatch Wave1 -CompleteAfter (Get-Date)");
    type(later, "Start-Sleep 15");
    expectSaid(later, states, "Completed: Completed, Completed");
  });

  test("of 2013 rests by itself", () => {
    const shell = start(two, "Exchange2013");
    type(shell, `${make} -AutoStart`, "Start-Sleep 200");
    expectSaid(shell, "(Get-MoveRequest alan.reid).Status.ToString()", "AutoSuspended");
    expectSaid(shell, states, "Synced: Synced, Synced");
    type(shell, "Complete-MigrationBatch Wave1", "Start-Sleep 10");
    expectSaid(shell, states, "Completed: Completed, Completed");
  });

  test("stops and goes on, whole or for one", () => {
    const shell = start(two);
    type(shell, `${make} -AutoStart`, "Start-Sleep 35", "Stop-MigrationBatch Wave1", "Start-Sleep 1000");
    expectSaid(shell, states, "Stopped: Stopped, Stopped");
    type(shell, "Start-MigrationBatch Wave1", "Stop-MigrationUser alan.reid@exchangeserverpro.net", "Start-Sleep 200");
    expectSaid(shell, "(Get-MigrationUser | % { $_.Status }) -join ', '", "Stopped, Synced");
    type(shell, "Start-MigrationUser alan.reid@exchangeserverpro.net", "Start-Sleep 200");
    expectSaid(shell, states, "Synced: Synced, Synced");
  });

  test("says of each why he isn't moved, and tries again", () => {
    const shell = start(
      csv(
        "alan.reid@exchangeserverpro.net,MB-HO-01",
        "nobody@exchangeserverpro.net,",
        "emma.carlisle@exchangeserverpro.net,None",
      ),
    );
    type(shell, `${make} -AutoStart`);
    expectSaid(shell, states, "Failed: Failed, Failed, Failed");
    expectSaid(
      shell,
      "Get-MigrationUser | % { $_.ErrorSummary }",
      `The mailbox Alan Reid is already on the target database "MB-HO-01".
A mailbox for the address "nobody@exchangeserverpro.net" couldn't be found.
There is no database for the mailbox.`,
    );
    type(
      shell,
      "Set-Mailbox alan.reid -Database MB-HO-03",
      "Start-MigrationBatch Wave1",
      "Start-Sleep 100",
      "Get-MigrationUser -StatusSummary Failed | Remove-MigrationUser -Confirm:$false",
    );
    expectSaid(shell, states, "Synced: Synced");
    expectSaid(
      shell,
      "Get-MigrationStatistics | fl TotalCount,ActiveCount,SyncedCount,FailedCount",
      `
TotalCount  : 1
ActiveCount : 0
SyncedCount : 1
FailedCount : 0`,
    );
  });

  test("takes further users, and refuses what is no list of users", () => {
    const shell = start(two);
    type(shell, `${make} -AutoStart`, 'Set-Content C:\\more.csv "EmailAddress","sarah.jones@exchangeserverpro.net"');
    type(shell, 'Set-MigrationBatch Wave1 -CSVData ([System.IO.File]::ReadAllBytes("C:\\more.csv"))');
    expectSaid(shell, states, "Syncing: Queued, Queued, Queued");
    const refusal = (line: string): string => {
      shell.run(line);
      return said(shell, "$Error[0].Exception.Message");
    };
    expect(refusal('New-MigrationBatch -Local -Name B -CSVData ([byte[]][char[]]"Mail`nx@y.z")')).toBe(
      'The CSV file doesn\'t contain the required column "EmailAddress".',
    );
    expect(
      refusal('New-MigrationBatch -Local -Name B -CSVData ([byte[]][char[]]"EmailAddress,Colour`nx@y.z,red")'),
    ).toBe(
      "The CSV file has columns that aren't known: Colour. To have them ignored, use the AllowUnknownColumnsInCsv parameter.",
    );
    expect(refusal('New-MigrationBatch -Local -Name B -CSVData ([byte[]][char[]]"EmailAddress")')).toBe(
      "The CSV file doesn't list anybody.",
    );
    expect(refusal(make)).toBe('The migration batch "Wave1" already exists.');
    expect(refusal("Complete-MigrationBatch Nope")).toMatch(/couldn't be performed because object 'Nope'/);
    type(shell, "Stop-MigrationBatch Wave1");
    expect(refusal("Complete-MigrationBatch Wave1")).toBe(
      'The migration batch "Wave1" can\'t be completed: it is Stopped.',
    );
  });
});

describe("endpoints", () => {
  const credential = "(New-Object PSCredential a,(ConvertTo-SecureString x -AsPlainText -Force))";
  test("are asked whether they answer", () => {
    const shell = start(two);
    shell.run(
      `New-MigrationEndpoint -ExchangeRemoteMove -Name Cloud -RemoteServer mail.other.com -Credentials ${credential}`,
    );
    const refusal = "The connection to the server 'mail.other.com' could not be completed.";
    expectSaid(shell, "$Error[0].Exception.Message", refusal);
    expectSaid(
      shell,
      `New-MigrationEndpoint -ExchangeRemoteMove -Name Cloud -RemoteServer mail.other.com -Credentials ${credential} -SkipVerification -MaxConcurrentMigrations 7`,
      `
Identity EndpointType       RemoteServer
-------- ------------       ------------
Cloud    ExchangeRemoteMove mail.other.com`,
    );
    expectSaid(shell, "(Get-MigrationEndpoint -Type ExchangeRemoteMove).MaxConcurrentMigrations.ToString()", "7");
    expectSaid(
      shell,
      "Test-MigrationServerAvailability -Endpoint Cloud | fl Result,Message",
      `
Result  : Failed
Message : ${refusal}`,
    );
    type(shell, `$null = New-MigrationBatch -Name Wave1 -SourceEndpoint Cloud ${data} -AutoStart`);
    expectSaid(shell, "(Get-MigrationBatch -Endpoint Cloud).MigrationType", "ExchangeRemoteMove");
    expectSaid(shell, "(Get-MigrationUser)[0].ErrorSummary", refusal);
    shell.run("Remove-MigrationEndpoint Cloud -Confirm:$false");
    expectSaid(
      shell,
      "$Error[0].Exception.Message",
      'The migration endpoint "Cloud" can\'t be removed: the migration batch "Wave1" uses it.',
    );
    type(shell, "Remove-MigrationBatch Wave1 -Confirm:$false", "Remove-MigrationEndpoint Cloud -Confirm:$false");
    expectSaid(shell, "Get-MigrationEndpoint", "");
  });
});

describe("the configuration of migrations", () => {
  test("changes; 2010 has none of the cmdlets", () => {
    const shell = start(two);
    type(shell, "Set-MigrationConfig -MaxNumberOfBatches 50 -MaxConcurrentMigrations 12");
    expectSaid(
      shell,
      "Get-MigrationConfig",
      `
RunspaceId              : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
Identity                : Migration.8f3e7716-2011-43e4-96b1-aba62d229136
MaxNumberOfBatches      : 50
MaxConcurrentMigrations : 12
Features                : MultiBatch
CanSubmitNewBatch       : True
SupportsCutover         : False
IsValid                 : True
ObjectState             : New`,
    );
    expect(said(createShell(), "Get-MigrationBatch")).toMatch(/The term 'Get-MigrationBatch' is not recognized/);
  });
});
