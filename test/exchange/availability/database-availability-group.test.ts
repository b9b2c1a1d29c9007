// DatabaseAvailabilityGroup, its members, its networks, the switch to another datacenter.
import { describe, expect, test } from "vitest";
import { databaseAvailabilityGroup } from "../../../src/exchange/availability/database-availability-group.js";
import {
  databaseAvailabilityGroupNetwork,
  databaseAvailabilityGroupNetworkVerbs,
} from "../../../src/exchange/availability/database-availability-group-network.js";
import { databaseAvailabilityGroupVerbs } from "../../../src/exchange/availability/database-availability-group-verbs.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";
import { shellWithGroup } from "./support.js";

const noun = { noun: databaseAvailabilityGroup, verbs: databaseAvailabilityGroupVerbs };
const before = ["New-DatabaseAvailabilityGroup DAG1 -WitnessServer fs01 -WarningAction SilentlyContinue | Out-Null"];
const except = ["WitnessServer", "AlternateWitnessServer"];
roundTripsOf(noun, { identity: "DAG1", before, except });
roundTripsOf(noun, { identity: "DAG1", before, except, edition: "Exchange2019" });
identitiesOf(noun, { identity: "DAG1", before });
const member = [...before, "Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer HO-EX2010-MB1"];
roundTripsOf(
  { noun: databaseAvailabilityGroupNetwork, verbs: databaseAvailabilityGroupNetworkVerbs },
  { identity: "DAG1\\DAGNetwork01", before: member },
);

const messages = (line: string, shell = shellWithGroup()): readonly string[] =>
  shell.run(line).errors.map((error) => error.message);

describe("a group", () => {
  test("the default table, without and with -Status (get-databaseavailabilitygroup.3)", () => {
    const shell = shellWithGroup();
    expectSaid(
      shell,
      "Get-DatabaseAvailabilityGroup",
      `
Name             Member Servers                                      Operational Servers
----             --------------                                      -------------------
DAG1             {HO-EX2010-MB1, HO-EX2010-MB2, BR-EX2010-MB}`,
    );
    expectSaid(
      shell,
      "Get-DatabaseAvailabilityGroup -Status | fl Name,Operational*,Primary*,ReplicationPort,NetworkNames,WitnessShareInUse",
      `
Name                 : DAG1
OperationalServers   : {HO-EX2010-MB1, HO-EX2010-MB2, BR-EX2010-MB}
PrimaryActiveManager : HO-EX2010-MB1
ReplicationPort      : 64327
NetworkNames         : {DAGNetwork01}
WitnessShareInUse    : None`,
    );
  });

  test("a new one, with the warning for a witness that isn't an Exchange server", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "New-DatabaseAvailabilityGroup -Name DAG1 -WitnessServer fs01 -DatabaseAvailabilityGroupIpAddresses 10.0.0.5,10.1.0.5",
      `
WARNING: The Exchange Trusted Subsystem is not a member of the local Administrators group on specified witness server
fs01.exchangeserverpro.net.

Name             Member Servers                                      Operational Servers
----             --------------                                      -------------------
DAG1             {}`,
    );
    expectSaid(
      shell,
      "Get-DatabaseAvailabilityGroup | fl Witness*,*Ipv4*,Network*,Datacenter*,*Mailbox*,AllowCross*,ThirdParty*",
      `
WitnessServer                          : fs01.exchangeserverpro.net
WitnessDirectory                       : C:\\DAGFileShareWitnesses\\DAG1.exchangeserverpro.net
WitnessShareInUse                      :
DatabaseAvailabilityGroupIpv4Addresses : {10.0.0.5, 10.1.0.5}
NetworkCompression                     : InterSubnetOnly
NetworkEncryption                      : InterSubnetOnly
NetworkNames                           : {}
DatacenterActivationMode               : Off
StoppedMailboxServers                  : {}
StartedMailboxServers                  : {}
AllowCrossSiteRpcClientAccess          : False
ThirdPartyReplication                  : Disabled`,
    );
  });

  test("databases of members belong to the group", () => {
    expectSaid(
      shellWithGroup(),
      "Get-MailboxDatabase | ft Name,ReplicationType,MasterType,MasterServerOrAvailabilityGroup -auto",
      `
Name      ReplicationType                MasterType MasterServerOrAvailabilityGroup
----      ---------------                ---------- -------------------------------
MB-HO-01           Remote DatabaseAvailabilityGroup DAG1
MB-HO-02             None DatabaseAvailabilityGroup DAG1
MB-BR-01           Remote DatabaseAvailabilityGroup DAG1
MB-HO-03             None DatabaseAvailabilityGroup DAG1
RDB-HO-01            None                    Server HO-EX2010-MB1`,
    );
  });

  test("what is refused", () => {
    expect(
      messages(
        "New-DatabaseAvailabilityGroup DAG2 -WitnessServer fs02 -WarningAction SilentlyContinue; Add-DatabaseAvailabilityGroupServer DAG2 -MailboxServer BR-EX2010-MB",
      ),
    ).toEqual(['The server "BR-EX2010-MB" is already a member of the database availability group "DAG1".']);
    expect(messages("Remove-DatabaseAvailabilityGroup DAG1 -Confirm:$false")).toEqual([
      'The database availability group "DAG1" still has members. Remove them with Remove-DatabaseAvailabilityGroupServer first.',
    ]);
    expect(
      messages("Remove-DatabaseAvailabilityGroupServer DAG1 -MailboxServer HO-EX2010-MB2 -Confirm:$false"),
    ).toEqual([
      'The server "HO-EX2010-MB2" can\'t leave the group because it holds copies of replicated databases: MB-HO-01. Remove the copies first.',
    ]);
    expect(messages("Set-DatabaseAvailabilityGroup DAG1 -WitnessServer HO-EX2010-MB2")).toEqual([
      'The server "HO-EX2010-MB2" can\'t be the witness server of "DAG1" because it is a member of it.',
    ]);
    expect(messages("New-DatabaseAvailabilityGroup TheFirstGroupOfAll -WitnessServer fs01")).toEqual([
      'The name "TheFirstGroupOfAll" is too long. The name of a database availability group has at most 15 characters.',
    ]);
    expect(messages("New-DatabaseAvailabilityGroup DAG2")).toEqual([
      "There is no Hub Transport server without the Mailbox role in the local site to be the witness server. Specify the parameter WitnessServer.",
    ]);
  });

  test("taken apart again", () => {
    const shell = shellWithGroup();
    type(
      shell,
      "Remove-MailboxDatabaseCopy MB-HO-01\\HO-EX2010-MB2 -Confirm:$false -WarningAction SilentlyContinue",
      "Remove-DatabaseAvailabilityGroupServer DAG1 -MailboxServer HO-EX2010-MB2 -Confirm:$false",
    );
    expectSaid(shell, '(Get-DatabaseAvailabilityGroup DAG1).Servers -join ", "', "HO-EX2010-MB1, BR-EX2010-MB");
    expectSaid(shell, "(Get-MailboxServer HO-EX2010-MB2).DatabaseAvailabilityGroup", "");
    type(shell, "Remove-MailboxDatabaseCopy MB-HO-01\\BR-EX2010-MB -Confirm:$false -WarningAction SilentlyContinue");
    type(shell, "Remove-MailboxDatabaseCopy MB-BR-01\\HO-EX2010-MB1 -Confirm:$false -WarningAction SilentlyContinue");
    expectSaid(
      shell,
      "Remove-DatabaseAvailabilityGroupServer DAG1 -MailboxServer BR-EX2010-MB -WhatIf",
      'What if: Removing Mailbox server "BR-EX2010-MB" from database availability group "DAG1".',
    );
    type(
      shell,
      "(Get-DatabaseAvailabilityGroup DAG1).Servers | % { Remove-DatabaseAvailabilityGroupServer DAG1 -MailboxServer $_ -Confirm:$false }",
      "Remove-DatabaseAvailabilityGroup DAG1 -Confirm:$false",
    );
    expectSaid(shell, "Get-DatabaseAvailabilityGroup", "");
    expectSaid(shell, "(Get-MailboxDatabase MB-HO-01).MasterType", "Server");
  });
});

describe("another datacenter", () => {
  test("only with DagOnly (start-databaseavailabilitygroup.1)", () => {
    const text = said(
      shellWithGroup({ edition: "Exchange2016" }),
      "Start-DatabaseAvailabilityGroup DAG1 -MailboxServer BR-EX2010-MB",
    );
    expect(text.replace(/\n/g, " ")).toMatch(
      /^WARNING: The operation wasn't successful because an error was encountered\. You may find more details in log file "C:\\ExchangeSetupLogs\\DagTasks\\dagtask_\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d\.\d{3}_start-databaseavailabilitygroup\.log" on "HO-EX2010-MB1"\. You can run this command on a database availability group \(DAG\) only when the DatacenterActivationMode parameter for the DAG is set to DagOnly/,
    );
  });

  test("a site goes, the other takes over, the first comes back", () => {
    const shell = shellWithGroup();
    type(
      shell,
      "Set-DatabaseAvailabilityGroup DAG1 -DatacenterActivationMode DagOnly",
      "Stop-DatabaseAvailabilityGroup DAG1 -ActiveDirectorySite HeadOffice -Confirm:$false",
    );
    expectSaid(
      shell,
      "Get-DatabaseAvailabilityGroup DAG1 | fl *edMailboxServers",
      `
StoppedMailboxServers : {HO-EX2010-MB1.exchangeserverpro.net, HO-EX2010-MB2.exchangeserverpro.net}
StartedMailboxServers : {BR-EX2010-MB.exchangeserverpro.net}`,
    );
    expectSaid(shell, "(Get-MailboxDatabase MB-HO-01 -Status).Mounted", "False");
    type(shell, "Restore-DatabaseAvailabilityGroup DAG1 -ActiveDirectorySite BranchOffice -Confirm:$false");
    expectSaid(
      shell,
      "Get-MailboxDatabase MB-HO-01 -Status | fl Server,Mounted,RpcClientAccessServer",
      `
Server                : BR-EX2010-MB
Mounted               : True
RpcClientAccessServer : HO-EX2010-MB1.exchangeserverpro.net`,
    );
    type(shell, "Start-DatabaseAvailabilityGroup DAG1 -ActiveDirectorySite HeadOffice");
    expectSaid(shell, "(Get-DatabaseAvailabilityGroup DAG1).StoppedMailboxServers.Count", "0");
  });
});

describe("networks", () => {
  test("the first member's cluster has one; more can be made", () => {
    const shell = shellWithGroup();
    type(
      shell,
      "New-DatabaseAvailabilityGroupNetwork -DatabaseAvailabilityGroup DAG1 -Name Repl -Subnets 10.9.0.0/24 | Out-Null",
    );
    expectSaid(
      shell,
      "Get-DatabaseAvailabilityGroupNetwork | ft -auto",
      `
Identity          ReplicationEnabled Subnets
--------          ------------------ -------
DAG1\\DAGNetwork01 True               {}
DAG1\\Repl         True               {{10.9.0.0/24,Up}}`,
    );
    type(shell, "Remove-DatabaseAvailabilityGroupNetwork DAG1\\Repl -Confirm:$false");
    expectSaid(shell, "@(Get-DatabaseAvailabilityGroupNetwork -Server BR-EX2010-MB).Count", "1");
  });
});
