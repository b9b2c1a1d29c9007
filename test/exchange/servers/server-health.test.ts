// What watches a server since 2013.
import { describe, expect, test } from "vitest";
import { buildTopology, type Shell, topologies } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

const topology = buildTopology({ domain: "contoso.com", servers: [{ name: "EX01", version: "15.1.2507.6" }] });
const start = (): Shell => startShell({ edition: "Exchange2016", topology });

describe("Get-ServerHealth", () => {
  test("IMAP's monitors in the order and view of get-serverhealth.3", () => {
    expectSaid(
      start(),
      'Get-ServerHealth EX01 | ?{$_.HealthSetName -like "IMAP*"}',
      `
Server          State           Name                 TargetResource       HealthSetName   AlertValue ServerComp
                                                                                                     onent
------          -----           ----                 --------------       -------------   ---------- ----------
EX01            NotApplicable   ImapCTPMonitor       MSExchangeImap4      IMAP            Healthy    None
EX01            NotApplicable   ProcessProcessorT... microsoft.exchang... IMAP.Protocol   Healthy    None
EX01            NotApplicable   ImapSelfTestMonitor  MSExchangeImap4BE    IMAP.Protocol   Healthy    None
EX01            NotApplicable   ImapDeepTestMonitor  MSExchangeImap4BE    IMAP.Protocol   Healthy    None
EX01            NotApplicable   PrivateWorkingSet... microsoft.exchang... IMAP.Protocol   Healthy    None
EX01            NotApplicable   ProcessProcessorT... microsoft.exchang... IMAP.Protocol   Healthy    None
EX01            NotApplicable   CrashEvent.M.exch... microsoft.exchang... IMAP.Protocol   Healthy    None
EX01            NotApplicable   PrivateWorkingSet... microsoft.exchang... IMAP.Protocol   Healthy    None
EX01            NotApplicable   ProcessProcessorT... microsoft.exchang... IMAP.Protocol   Healthy    None
EX01            NotApplicable   ProcessProcessorT... microsoft.exchang... IMAP.Protocol   Healthy    None
EX01            NotApplicable   CrashEvent.M.exch... microsoft.exchang... IMAP.Protocol   Healthy    None
EX01            Online          ImapProxyTestMonitor MSExchangeImap4      IMAP.Proxy      Healthy    ImapProxy
EX01            NotApplicable   PrivateWorkingSet... microsoft.exchang... IMAP.Protocol   Healthy    None
EX01            NotApplicable   PrivateWorkingSet... microsoft.exchang... IMAP.Protocol   Healthy    None`,
    );
  });

  test("the list of get-serverhealth.2", () => {
    expectSaid(
      start(),
      "Get-ServerHealth EX01 -HealthSet monitoring | select -Last 1 | fl",
      `
RunspaceId              : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
Server                  : EX01
CurrentHealthSetState   : NotApplicable
Name                    : HealthManagerWorkItemQuarantineMonitor
TargetResource          :
HealthSetName           : Monitoring
HealthGroupName         : ServiceComponents
AlertValue              : Healthy
FirstAlertObservedTime  :
Description             :
IsHaImpacting           : False
RecurranceInterval      : 0
DefinitionCreatedTime   : 6/3/2013 9:00:00 AM
HealthSetDescription    :
ServerComponentName     : None
LastTransitionTime      : 6/3/2013 9:00:00 AM
LastExecutionTime       : 6/3/2013 9:00:00 AM
LastExecutionResult     : Succeeded
ResultId                : 5019001
WorkItemId              : 5019001
IsStale                 : False
Error                   :
Exception               :
IsNotified              : False
LastFailedProbeId       : -1
LastFailedProbeResultId : -1
ServicePriority         : 0
Identity                : Monitoring\\HealthManagerWorkItemQuarantineMonitor\\
IsValid                 : True
ObjectState             : New`,
    );
  });

  test("a service that does not run makes its monitors unhealthy, a component that is off its set offline", () => {
    const shell = start();
    type(
      shell,
      "Stop-Service MSExchangeTransport -Force",
      "Set-ServerComponentState EX01 -Component OwaProxy -State Inactive -Requester Maintenance",
    );
    expectSaid(
      shell,
      "Get-ServerHealth EX01 | ? { $_.AlertValue -ne 'Healthy' -or $_.CurrentHealthSetState -eq 'Offline' } | ft -auto Name,CurrentHealthSetState,HealthSetName,AlertValue",
      `
Name                              CurrentHealthSetState HealthSetName AlertValue
----                              --------------------- ------------- ----------
HubTransportServiceRunningMonitor                Online HubTransport   Unhealthy
Hub.Availability.Monitor                         Online HubTransport   Unhealthy
OWAProxyTestMonitor                             Offline OWA.Proxy        Healthy
OWAProxyTestMonitor                             Offline OWA.Proxy        Healthy`,
    );
    expectSaid(
      shell,
      "Get-HealthReport EX01 | ? { $_.HealthSet -match 'Transport$|OWA.Proxy' }",
      `
Server          State                HealthSet            AlertValue     LastTransitionTime     MonitorCount
------          -----                ---------            ----------     ------------------     ------------
EX01            Online               HubTransport         Unhealthy      6/3/2013 9:00:00 AM    3
EX01            Online               FrontendTransport    Healthy        6/3/2013 9:00:00 AM    1
EX01            NotApplicable        MailboxTransport     Healthy        6/3/2013 9:00:00 AM    2
EX01            Offline              OWA.Proxy            Healthy        6/3/2013 9:00:00 AM    2`,
    );
  });

  test("a report holds the findings of its monitors, a set stands in it once", () => {
    const shell = start();
    expectSaid(shell, "@(Get-HealthReport EX01 -HealthSet IMAP.Protocol).Count", "1");
    expectSaid(
      shell,
      "(Get-HealthReport EX01 -HealthSet OWA.Proxy).Entries | % { $_.TargetResource }",
      "MSExchangeOWAAppPool\nMSExchangeOWACalendarAppPool",
    );
    expectSaid(
      shell,
      "(Get-HealthReport EX01 -HaImpactingOnly | % { $_.HealthSet }) -join ','",
      "DataProtection,Search,Store",
    );
  });

  test.each([["Get-ServerHealth Nowhere", "object 'Nowhere' couldn't be found"]])("%s", (line, text) => {
    expect(said(start(), line)).toContain(text);
  });

  test("servers of 2010 have none, and its shell no cmdlet", () => {
    expect(
      said(startShell({ edition: "Exchange2016", topology: topologies.headOffice }), "Get-ServerHealth HO-EX2010-MB1"),
    ).toContain('The server "HO-EX2010-MB1" runs a version of Exchange whose health isn\'t watched.');
    expect(said(startShell(), "Get-ServerHealth HO-EX2010-MB1")).toContain("is not recognized");
  });
});
