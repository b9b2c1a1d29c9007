// What watches servers since 2013: its items, overrides of them, monitors that are being repaired, reports of several servers.
import { describe, expect, test } from "vitest";
import { buildTopology, type Shell } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

const topology = buildTopology({
  domain: "contoso.com",
  servers: ["EX01", "EX02", "EX03"].map((name) => ({ name, version: "15.1.2507.6" })),
  databases: [{ name: "DB01", server: "EX01" }],
  mailboxes: ["Administrator"],
});
const start = (): Shell => startShell({ edition: "Exchange2016", topology });
const health = "Get-ServerHealth EX01 -HealthSet OWA.Protocol | ft Name,AlertValue -auto";
const healthy = (self: string, deep: string): string => `
Name               AlertValue
----               ----------
OwaSelfTestMonitor ${self.padStart(10)}
OwaDeepTestMonitor ${deep.padStart(10)}`;
const messages = (shell: Shell, line: string): readonly string[] => shell.run(line).errors.map((each) => each.message);
const self = "'OWA.Protocol\\OwaSelfTestMonitor'";
const off = "-ItemType Monitor -PropertyName Enabled -PropertyValue 0";

describe("overrides", () => {
  test("of a server: the list as HealthChecker recorded it of 2019, and the monitor that is off", () => {
    const shell = start();
    type(shell, `Add-ServerMonitoringOverride ${self} -Server EX01 ${off} -Duration 20.00:00:00`);
    expectSaid(
      shell,
      "Get-ServerMonitoringOverride -Server EX01",
      `
RunspaceId         : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
ItemType           : Monitor
PropertyName       : Enabled
PropertyValue      : 0
HealthSetName      : OWA.Protocol
MonitoringItemName : OwaSelfTestMonitor
TargetResource     :
ExpirationTime     : 2013-06-23 09:00:00Z
ApplyVersion       :
CreatedBy          : contoso.com/Users/Administrator
CreatedTime        : 2013-06-03 09:00:00Z
Identity           : OWA.Protocol\\OwaSelfTestMonitor
IsValid            : True
ObjectState        : New`,
    );
    expectSaid(shell, health, healthy("Disabled", "Healthy"));
    expect(said(shell, "Get-ServerMonitoringOverride -Server EX02")).toBe("");
    expect(messages(shell, `Add-ServerMonitoringOverride ${self} -Server EX01 ${off}`)).toEqual([
      'There is already an override of Enabled of "OWA.Protocol\\OwaSelfTestMonitor".',
    ]);
    const removal = `Remove-ServerMonitoringOverride ${self} -Server EX01 -ItemType Monitor -PropertyName Enabled -Confirm:$false`;
    type(shell, removal);
    expectSaid(shell, health, healthy("Healthy", "Healthy"));
    expect(messages(shell, removal)).toEqual([
      'There is no override of Enabled of "OWA.Protocol\\OwaSelfTestMonitor".',
    ]);
  });

  test.each([
    ["-ApplyVersion 15.1.2507.6", "Disabled"],
    ["-ApplyVersion 15.1.2500.0", "Healthy"],
    ["-Duration 1.00:00:00", "Disabled"],
    ["-BuildRange 15.1.2000-15.1.3000", "Disabled"],
    ["-BuildRange 15.2.1-15.2.3000", "Healthy"],
    ["-Roles Mailbox", "Disabled"],
    ["-Roles Edge", "Healthy"],
  ])("of all servers, %s", (parameter, value) => {
    const shell = start();
    type(shell, `Add-GlobalMonitoringOverride ${self} ${off} ${parameter}`);
    expectSaid(shell, health, healthy(value, "Healthy"));
    type(
      shell,
      `Remove-GlobalMonitoringOverride ${self} -ItemType Monitor -PropertyName Enabled ${/^-(Roles|Build)/.test(parameter) ? parameter : ""} -Confirm:$false`,
    );
    expect(said(shell, "Get-GlobalMonitoringOverride")).toBe("");
  });

  test("an identity without its item", () =>
    expect(messages(start(), `Add-ServerMonitoringOverride OWA -Server EX01 ${off}`)).toEqual([
      '"OWA" doesn\'t name a monitoring item. Write the health set, a backslash and the item: HealthSet\\Item, or HealthSet\\Item\\TargetResource.',
    ]));
});

test("the items of a health set", () =>
  expectSaid(
    start(),
    "Get-MonitoringItemIdentity MailboxTransport -Server EX01 | ft ItemType,Identity -auto",
    `
ItemType  Identity
--------  --------
Probe     MailboxTransport\\MailboxTransportDeliveryServiceRunningProbe\\MSExchangeDelivery
Monitor   MailboxTransport\\MailboxTransportDeliveryServiceRunningMonitor\\MSExchangeDelivery
Responder MailboxTransport\\MailboxTransportDeliveryServiceRunningRestart\\MSExchangeDelivery
Responder MailboxTransport\\MailboxTransportDeliveryServiceRunningEscalate\\MSExchangeDelivery
Probe     MailboxTransport\\MailboxTransportSubmissionServiceRunningProbe\\MSExchangeSubmission
Monitor   MailboxTransport\\MailboxTransportSubmissionServiceRunningMonitor\\MSExchangeSubmission
Responder MailboxTransport\\MailboxTransportSubmissionServiceRunningRestart\\MSExchangeSubmission
Responder MailboxTransport\\MailboxTransportSubmissionServiceRunningEscalate\\MSExchangeSubmission`,
  ));

test("a probe fails where its service does not run", () => {
  const shell = start();
  const probe =
    "$r = Invoke-MonitoringProbe 'MailboxTransport\\MailboxTransportDeliveryServiceRunningProbe' -Server EX01; $r.ResultType, $r.Error -join ': '";
  expect(said(shell, probe)).toBe("Succeeded:");
  type(shell, "Stop-Service MSExchangeDelivery -WarningAction SilentlyContinue");
  expect(said(shell, probe)).toBe("Failed: The service MSExchangeDelivery isn't running.");
  expect(messages(shell, "Invoke-MonitoringProbe Nothing\\Here -Server EX01")).toEqual([
    'The server "EX01" has no monitoring item "Nothing\\Here".',
  ]);
});

test("Set-ServerMonitor: a monitor that is being repaired", () => {
  const shell = start();
  type(shell, "Set-ServerMonitor EX01 -Name OwaDeepTestMonitor -Repairing $true");
  expectSaid(shell, health, healthy("Healthy", "Repairing"));
  expect(said(shell, "(Get-HealthReport EX01 -HealthSet OWA.Protocol).AlertValue")).toBe("Repairing");
  type(
    shell,
    "Set-ServerMonitor EX01 -Name 'OWA.Protocol\\OwaDeepTestMonitor' -TargetResource MSExchangeOWAAppPool -Repairing $false",
  );
  expectSaid(shell, health, healthy("Healthy", "Healthy"));
  expect(messages(shell, "Set-ServerMonitor EX01 -Name OwaDeepTestMonitor -TargetResource x -Repairing $true")).toEqual(
    ['The server "EX01" has no monitor "OwaDeepTestMonitor".'],
  );
});

describe("Get-HealthReport -RollupGroup", () => {
  const broken = (): Shell => {
    const shell = start();
    type(
      shell,
      "Set-ServerComponentState EX03 -Component OwaProxy -State Inactive -Requester Maintenance",
      "Get-Service MSExchangeIS -ComputerName EX03 | Stop-Service -WarningAction SilentlyContinue",
    );
    return shell;
  };
  const report = (parameters: string): string =>
    `Get-ExchangeServer | Get-HealthReport -RollupGroup ${parameters} | ft Server,State,HealthSet,AlertValue,MonitorCount -auto`;

  test("two of three are less than seventy percent", () =>
    expectSaid(
      broken(),
      report("-HealthSet Store"),
      `
Server         State HealthSet AlertValue MonitorCount
------         ----- --------- ---------- ------------
       NotApplicable Store      Unhealthy            6`,
    ));

  test("-MinimumOnlinePercent", () =>
    expectSaid(
      broken(),
      report("-HealthSet Store -MinimumOnlinePercent 60"),
      `
Server         State HealthSet AlertValue MonitorCount
------         ----- --------- ---------- ------------
       NotApplicable Store        Healthy            6`,
    ));

  test("-GroupSize: two servers, and one", () =>
    expectSaid(
      broken(),
      report("-HealthSet OWA.Proxy -GroupSize 2"),
      `
Server   State HealthSet AlertValue MonitorCount
------   ----- --------- ---------- ------------
        Online OWA.Proxy    Healthy            4
       Offline OWA.Proxy    Healthy            2`,
    ));

  test("some are out of service", () =>
    expect(said(broken(), "(Get-ExchangeServer | Get-HealthReport -RollupGroup -HealthSet OWA.Proxy).State")).toBe(
      "PartiallyOnline",
    ));
});
