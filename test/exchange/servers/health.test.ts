// Test-ServiceHealth, Test-MAPIConnectivity, Test-ReplicationHealth: what a server's services and databases answer.
import { describe, expect, test } from "vitest";
import { buildTopology } from "../../../src/index.js";
import { shellWithGroup } from "../availability/support.js";
import { expectSaid, said, startShell, type } from "../support.js";

const organizationOf2013 = buildTopology({
  domain: "contoso.com",
  organization: "Contoso",
  servers: [{ name: "EX01", version: "15.0.847.32" }],
});

describe("Test-ServiceHealth", () => {
  test("all runs; what is stopped is listed", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "Test-ServiceHealth | ft Role,RequiredServicesRunning -auto",
      `
Role                      RequiredServicesRunning
----                      -----------------------
Mailbox Server Role                          True
Client Access Server Role                    True
Hub Transport Server Role                    True`,
    );
    type(shell, "Get-Service MSExchangeTransport -ComputerName BR-EX2010-MB | Stop-Service");
    expectSaid(
      shell,
      "Test-ServiceHealth BR-EX2010-MB | ? { !$_.RequiredServicesRunning }",
      `
Role                    : Hub Transport Server Role
RequiredServicesRunning : False
ServicesRunning         : {IISAdmin, MSExchangeADTopology, MSExchangeEdgeSync, MSExchangeServiceHost, MSExchangeTranspo
                          rtLogSearch, W3Svc, WinRM}
ServicesNotRunning      : {MSExchangeTransport}`,
    );
  });

  test("the lists of 2013 as captured (test-servicehealth.1)", () => {
    expectSaid(
      startShell({ edition: "Exchange2013", topology: organizationOf2013 }),
      "Test-ServiceHealth | select -First 2",
      `
Role                    : Mailbox Server Role
RequiredServicesRunning : True
ServicesRunning         : {IISAdmin, MSExchangeADTopology, MSExchangeDelivery, MSExchangeIS,
                          MSExchangeMailboxAssistants, MSExchangeRepl, MSExchangeRPC, MSExchangeServiceHost,
                          MSExchangeSubmission, MSExchangeThrottling, MSExchangeTransportLogSearch, W3Svc, WinRM}
ServicesNotRunning      : {}

Role                    : Client Access Server Role
RequiredServicesRunning : True
ServicesRunning         : {IISAdmin, MSExchangeADTopology, MSExchangeMailboxReplication, MSExchangeRPC,
                          MSExchangeServiceHost, W3Svc, WinRM}
ServicesNotRunning      : {}`,
    );
  });
});

describe("Test-MAPIConnectivity", () => {
  test("the databases of the local server, of another, one, a mailbox's", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "Test-MAPIConnectivity",
      `
MailboxServer      Database           Result    Error
-------------      --------           ------    -----
HO-EX2010-MB1      MB-HO-01           Success
HO-EX2010-MB1      MB-HO-02           Success
HO-EX2010-MB1      MB-HO-03           Success`,
    );
    expectSaid(shell, "(Test-MAPIConnectivity -Server BR-EX2010-MB).Database", "MB-BR-01");
    expectSaid(shell, "Get-MailboxDatabase MB-HO-02 | Test-MAPIConnectivity | % { $_.Result.Value }", "Success");
    expectSaid(shell, "(Test-MAPIConnectivity lucas.brandt).Database", "MB-BR-01");
  });

  test("a long name wraps (test-mapiconnectivity.3)", () => {
    const shell = startShell({ edition: "Exchange2016" });
    type(
      shell,
      'New-MailboxDatabase "Mailbox Database 0123456789" -Server BR-EX2010-MB -WarningAction SilentlyContinue | Mount-Database',
    );
    expectSaid(
      shell,
      'Test-MAPIConnectivity -Database "Mailbox Database 0123456789"',
      `
MailboxServer      Database           Result    Error
-------------      --------           ------    -----
BR-EX2010-MB       Mailbox Database   Success
                   0123456789`,
    );
  });

  test("a dismounted database, a stopped store", () => {
    const shell = startShell();
    type(shell, "Dismount-Database MB-HO-02 -Confirm:$false");
    expectSaid(
      shell,
      "Test-MAPIConnectivity -Database MB-HO-02",
      `
MailboxServer      Database           Result    Error
-------------      --------           ------    -----
HO-EX2010-MB1      MB-HO-02           *FAILURE* The database is dismounted.`,
    );
    type(shell, "Get-Service MSExchangeIS -ComputerName BR-EX2010-MB | Stop-Service -Force");
    expectSaid(shell, "(Test-MAPIConnectivity -Database MB-BR-01).Result.Value", "Failure");
    expectSaid(shell, "(Get-MailboxDatabase MB-BR-01 -Status).Mounted", "False");
    expectSaid(shell, "(Get-MailboxDatabaseCopyStatus MB-BR-01).Status", "Dismounted");
  });

  test("a server that is not there: class and id as captured (test-mapiconnectivity.1)", () => {
    const { errors } = startShell().run("Test-MAPIConnectivity -Database NODB");
    expect(errors.map((error) => error.message)).toEqual([
      "The operation couldn't be performed because object 'NODB' couldn't be found on 'HO-DC.exchangeserverpro.net'.",
    ]);
    expect(said(startShell(), "Test-MAPIConnectivity -Database NODB")).toContain(
      ",Microsoft.Exchange.Monitoring.TestMapiConnectivity",
    );
  });
});

describe("Test-ReplicationHealth", () => {
  test("without a group: the service's own checks", () => {
    expectSaid(
      startShell(),
      "Test-ReplicationHealth BR-EX2010-MB",
      `
Server          Check                      Result     Error
------          -----                      ------     -----
BR-EX2010-MB    ReplayService              Passed
BR-EX2010-MB    ActiveManager              Passed
BR-EX2010-MB    TasksRpcListener           Passed`,
    );
  });

  test("in a group (test-replicationhealth.1)", () => {
    const shell = shellWithGroup();
    type(shell, "Suspend-MailboxDatabaseCopy MB-HO-01\\HO-EX2010-MB2 -Confirm:$false");
    expectSaid(
      shell,
      "Test-ReplicationHealth HO-EX2010-MB2",
      `
Server          Check                      Result     Error
------          -----                      ------     -----
HO-EX2010-MB2   ClusterService             Passed
HO-EX2010-MB2   ReplayService              Passed
HO-EX2010-MB2   ActiveManager              Passed
HO-EX2010-MB2   TasksRpcListener           Passed
HO-EX2010-MB2   TcpListener                Passed
HO-EX2010-MB2   DagMembersUp               Passed
HO-EX2010-MB2   ClusterNetwork             Passed
HO-EX2010-MB2   QuorumGroup                Passed
HO-EX2010-MB2   DBCopySuspended            *FAILED*   Copies: MB-HO-01\\HO-EX2010-MB2.
HO-EX2010-MB2   DBCopyFailed               Passed
HO-EX2010-MB2   DBInitializing             Passed
HO-EX2010-MB2   DBDisconnected             Passed
HO-EX2010-MB2   DBLogCopyKeepingUp         Passed
HO-EX2010-MB2   DBLogReplayKeepingUp       Passed`,
    );
  });
});
