// Quorum of an availability group's cluster, Datacenter Activation Coordination, and the switch to another datacenter.
import { describe, expect, test } from "vitest";
import type { Shell } from "../../src/index.js";
import { shellWithGroup } from "../exchange/availability/support.js";
import { expectSaid, said, type } from "../exchange/support.js";

const mounted = "Get-MailboxDatabase -Status | where { -not $_.Recovery } | ft Name,Server,Mounted -AutoSize";

/** The table of {@link mounted}: MB-HO-02 and MB-HO-03 have no copy beside that on HO-EX2010-MB1. */
function expectDatabases(shell: Shell, rows: readonly string[]): void {
  expectSaid(
    shell,
    mounted,
    ["", "Name     Server        Mounted", "----     ------        -------", ...rows].join("\n"),
  );
}

const refused = (server: string, reason: string): string =>
  `Couldn't mount the database that you specified. Specified database: MB-BR-01; Error code: An Active Manager operation failed. Error: An Active Manager operation encountered an error. To perform this operation, the server must be a member of a database availability group, and the database availability group must have quorum.${reason} [Server: ${server}.exchangeserverpro.net].`;

describe("three members", () => {
  test("one may be down, with two the cluster stops, and it comes back with the second", () => {
    const shell = shellWithGroup();
    type(shell, "Stop-LabHost HO-EX2010-MB1");
    expectDatabases(shell, [
      "MB-HO-01 HO-EX2010-MB2    True",
      "MB-HO-02 HO-EX2010-MB1   False",
      "MB-BR-01 BR-EX2010-MB     True",
      "MB-HO-03 HO-EX2010-MB1   False",
    ]);
    type(shell, "Stop-LabHost HO-EX2010-MB2");
    expectDatabases(shell, [
      "MB-HO-01 HO-EX2010-MB2   False",
      "MB-HO-02 HO-EX2010-MB1   False",
      "MB-BR-01 BR-EX2010-MB    False",
      "MB-HO-03 HO-EX2010-MB1   False",
    ]);
    expect(shell.run("Mount-Database MB-BR-01").errors.map(({ message }) => message)).toEqual([
      refused("BR-EX2010-MB", ""),
    ]);
    expectSaid(
      shell,
      "Get-DatabaseAvailabilityGroup -Status | fl Name,OperationalServers,PrimaryActiveManager,WitnessShareInUse",
      `WARNING: Unable to get Primary Active Manager information due to an Active Manager call failure. Error: An Active
Manager operation failed. Error: An Active Manager operation encountered an error. To perform this operation, the
server must be a member of a database availability group, and the database availability group must have quorum.


Name                 : DAG1
OperationalServers   : {}
PrimaryActiveManager :
WitnessShareInUse    :`,
    );
    expectSaid(
      shell,
      "Import-Module FailoverClusters; Get-ClusterGroup -Cluster DAG1",
      `
Name                     OwnerNode                     State
----                     ---------                     -----
Available Storage                                    Offline
Cluster Group                                        Offline`,
    );
    expectSaid(
      shell,
      'Test-ReplicationHealth BR-EX2010-MB | where { "$($_.Result)" -ne "Passed" }',
      `
Server          Check                      Result     Error
------          -----                      ------     -----
BR-EX2010-MB    ClusterService             *FAILED*   The Cluster service isn't running on server 'BR-EX2010-MB'.
BR-EX2010-MB    ActiveManager              *FAILED*   The cluster has no quorum.
BR-EX2010-MB    DagMembersUp               *FAILED*   Members that are down: HO-EX2010-MB1, HO-EX2010-MB2.
BR-EX2010-MB    QuorumGroup                *FAILED*   The cluster has no quorum.`,
    );
    type(shell, "Start-LabHost HO-EX2010-MB2");
    expectDatabases(shell, [
      "MB-HO-01 HO-EX2010-MB2    True",
      "MB-HO-02 HO-EX2010-MB1   False",
      "MB-BR-01 BR-EX2010-MB     True",
      "MB-HO-03 HO-EX2010-MB1   False",
    ]);
  });

  test("clients of a member that is up lose their mailboxes with the quorum", () => {
    const shell = shellWithGroup();
    const mailbox =
      "New-Mailbox -Name Nina -Alias nina -UserPrincipalName nina@exchangeserverpro.net -Database MB-BR-01";
    type(
      shell,
      `${mailbox} -Password (ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force) | Out-Null`,
      "New-LabOutlook nina | Out-Null",
      "Stop-LabHost HO-EX2010-MB1,HO-EX2010-MB2",
    );
    expectSaid(
      shell,
      "Test-LabConnection nina | foreach { $_.Description }",
      `NINA-PC has BR-EX2010-MB.exchangeserverpro.net in its resolver cache: 10.2.1.12.
10.2.1.12 is BR-EX2010-MB, which answers RPC on port 135.
The database MB-BR-01 of Nina is not mounted on BR-EX2010-MB.`,
    );
  });
});

describe("two members and a witness", () => {
  /** HO-DC holds the witness share: a machine that can be stopped. */
  function twoMembers(): Shell {
    const shell = shellWithGroup();
    type(
      shell,
      "Get-MailboxDatabase MB-HO-01 | Get-MailboxDatabaseCopyStatus | where { $_.MailboxServer -eq 'HO-EX2010-MB2' } | Remove-MailboxDatabaseCopy -Confirm:$false -WarningAction SilentlyContinue",
      "Remove-DatabaseAvailabilityGroupServer DAG1 -MailboxServer HO-EX2010-MB2 -Confirm:$false",
      "Set-DatabaseAvailabilityGroup DAG1 -WitnessServer HO-DC -WarningAction SilentlyContinue",
    );
    return shell;
  }
  const used = "(Get-DatabaseAvailabilityGroup -Status).WitnessShareInUse";

  test("the witness has the third vote", () => {
    const shell = twoMembers();
    expectSaid(shell, used, "Primary");
    type(shell, "Stop-LabHost HO-EX2010-MB1");
    expectDatabases(shell, [
      "MB-HO-01 BR-EX2010-MB     True",
      "MB-HO-02 HO-EX2010-MB1   False",
      "MB-BR-01 BR-EX2010-MB     True",
      "MB-HO-03 HO-EX2010-MB1   False",
    ]);
    type(shell, "Stop-LabHost HO-DC");
    expect(said(shell, "(Get-MailboxDatabase MB-BR-01 -Status).Mounted")).toBe("False");
    type(shell, "Start-LabHost HO-DC");
    expect(said(shell, "(Get-MailboxDatabase MB-BR-01 -Status).Mounted")).toBe("True");
  });

  test("without the witness nothing happens as long as both are up", () => {
    const shell = twoMembers();
    type(shell, "Stop-LabHost HO-DC");
    expect(said(shell, "(Get-MailboxDatabase MB-BR-01 -Status).Mounted")).toBe("True");
    type(shell, "Stop-LabHost HO-EX2010-MB1");
    expect(said(shell, "(Get-MailboxDatabase MB-BR-01 -Status).Mounted")).toBe("False");
  });
});

describe("Datacenter Activation Coordination", () => {
  /** All members lose power; two of three come back. */
  function powerLoss(mode: "Off" | "DagOnly"): Shell {
    const shell = shellWithGroup();
    type(
      shell,
      `Set-DatabaseAvailabilityGroup DAG1 -DatacenterActivationMode ${mode}`,
      "Stop-LabHost *-EX2010-*",
      "Start-LabHost HO-EX2010-MB2,BR-EX2010-MB",
    );
    return shell;
  }
  const withoutFirst = [
    "MB-HO-01 HO-EX2010-MB2    True",
    "MB-HO-02 HO-EX2010-MB1   False",
    "MB-BR-01 BR-EX2010-MB     True",
    "MB-HO-03 HO-EX2010-MB1   False",
  ];
  const nothing = withoutFirst.map((row) => row.replace(" True", "False"));

  test("off: quorum is enough", () => {
    expectDatabases(powerLoss("Off"), withoutFirst);
  });

  test("on: nobody mounts before all that count as started are there, until the third is marked as stopped", () => {
    const shell = powerLoss("DagOnly");
    expectDatabases(shell, nothing);
    expect(shell.run("Mount-Database MB-BR-01").errors.map(({ message }) => message)).toEqual([
      refused(
        "BR-EX2010-MB",
        " Error: Automount consensus not reached (Reason: ConcensusUnanimity does not allow auto mount. (IsAllNodesUp: False))",
      ),
    ]);
    type(shell, "Stop-DatabaseAvailabilityGroup DAG1 -MailboxServer HO-EX2010-MB1 -ConfigurationOnly -Confirm:$false");
    expectDatabases(shell, withoutFirst);
  });

  test("on: the third server brings the consent of all", () => {
    const shell = powerLoss("DagOnly");
    type(shell, "Start-LabHost HO-EX2010-MB1");
    expectDatabases(
      shell,
      withoutFirst.map((row) => row.replace("False", " True")),
    );
  });

  test("on: one that comes back alone is let by those that never stopped", () => {
    const shell = shellWithGroup();
    type(
      shell,
      "Set-DatabaseAvailabilityGroup DAG1 -DatacenterActivationMode DagOnly",
      "Stop-LabHost HO-EX2010-MB1,HO-EX2010-MB2",
      "Start-LabHost HO-EX2010-MB2",
    );
    expectDatabases(shell, withoutFirst);
  });
});

describe("the switch to another datacenter", () => {
  test("stop, restore with the alternate witness, start again", () => {
    const shell = shellWithGroup();
    const status =
      "Get-DatabaseAvailabilityGroup -Status | fl OperationalServers,PrimaryActiveManager,WitnessShareInUse";
    type(
      shell,
      "Set-DatabaseAvailabilityGroup DAG1 -DatacenterActivationMode DagOnly -AlternateWitnessServer fs02 -WarningAction SilentlyContinue",
      "Stop-LabHost HO-EX2010-MB1,HO-EX2010-MB2",
      "Stop-DatabaseAvailabilityGroup DAG1 -ActiveDirectorySite HeadOffice -ConfigurationOnly -Confirm:$false",
    );
    expect(said(shell, "(Get-MailboxDatabase MB-HO-01 -Status).Mounted")).toBe("False");
    type(shell, "Restore-DatabaseAvailabilityGroup DAG1 -ActiveDirectorySite BranchOffice -Confirm:$false");
    expectDatabases(shell, [
      "MB-HO-01 BR-EX2010-MB     True",
      "MB-HO-02 HO-EX2010-MB1   False",
      "MB-BR-01 BR-EX2010-MB     True",
      "MB-HO-03 HO-EX2010-MB1   False",
    ]);
    expectSaid(
      shell,
      status,
      `
OperationalServers   : {BR-EX2010-MB}
PrimaryActiveManager : BR-EX2010-MB
WitnessShareInUse    : Alternate`,
    );
    // The power is back at the first site: its servers are no members of the cluster any more.
    type(shell, "Start-LabHost HO-EX2010-MB1,HO-EX2010-MB2");
    expect(said(shell, "(Get-MailboxDatabase MB-HO-02 -Status).Mounted")).toBe("False");
    type(shell, "Start-DatabaseAvailabilityGroup DAG1 -ActiveDirectorySite HeadOffice");
    expectDatabases(shell, [
      "MB-HO-01 BR-EX2010-MB     True",
      "MB-HO-02 HO-EX2010-MB1    True",
      "MB-BR-01 BR-EX2010-MB     True",
      "MB-HO-03 HO-EX2010-MB1    True",
    ]);
    expectSaid(
      shell,
      status,
      `
OperationalServers   : {HO-EX2010-MB1, HO-EX2010-MB2, BR-EX2010-MB}
PrimaryActiveManager : BR-EX2010-MB
WitnessShareInUse    : None`,
    );
  });

  test("a member that is stopped while it runs gives its databases away", () => {
    const shell = shellWithGroup();
    type(
      shell,
      "Set-DatabaseAvailabilityGroup DAG1 -DatacenterActivationMode DagOnly",
      "Stop-DatabaseAvailabilityGroup DAG1 -MailboxServer HO-EX2010-MB1 -Confirm:$false",
    );
    expectDatabases(shell, [
      "MB-HO-01 HO-EX2010-MB2    True",
      "MB-HO-02 HO-EX2010-MB1   False",
      "MB-BR-01 BR-EX2010-MB     True",
      "MB-HO-03 HO-EX2010-MB1   False",
    ]);
  });
});
