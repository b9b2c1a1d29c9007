// Edge Transport servers: subscribed by their file, and not to be reached.
import { expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const file = [
  "$xml = '<?xml version=\"1.0\"?><EdgeSubscriptionData><EdgeServerName>EDGE01</EdgeServerName><EdgeServerFQDN>EDGE01.exchangeserverpro.net</EdgeServerFQDN></EdgeSubscriptionData>'",
  "[byte[]]$data = [Text.Encoding]::ASCII.GetBytes($xml)",
];

test("a subscription brings the server and two connectors, and takes them away", () => {
  const shell = startShell();
  type(shell, ...file);
  expectSaid(
    shell,
    "New-EdgeSubscription -FileData $data -Site HeadOffice",
    `
Name                                    Site                                    Domain
----                                    ----                                    ------
EDGE01                                  exchangeserverpro.net/Configuration/... exchangeserverpro.net`,
  );
  expectSaid(
    shell,
    "Get-SendConnector | ft Identity,AddressSpaces,SourceTransportServers -a",
    `
Identity                          AddressSpaces SourceTransportServers
--------                          ------------- ----------------------
EdgeSync - HeadOffice to Internet {SMTP:*;100}  {EDGE01}
EdgeSync - Inbound to HeadOffice  {SMTP:--;100} {EDGE01}`,
  );
  expectSaid(shell, "(Get-ExchangeServer EDGE01).ServerRole.ToString()", "Edge");
  type(shell, "Remove-EdgeSubscription EDGE01 -Confirm:$false");
  expectSaid(shell, "Get-SendConnector; Get-EdgeSubscription", "");
});

test("without the connectors", () => {
  const shell = startShell();
  type(
    shell,
    ...file,
    "$null = New-EdgeSubscription -FileData $data -Site HeadOffice -CreateInternetSendConnector $false -CreateInboundSendConnector $false",
  );
  expectSaid(shell, "Get-SendConnector", "");
});

test("nothing answers a synchronization", () => {
  const shell = startShell({ width: 160 });
  type(shell, ...file, "$null = New-EdgeSubscription -FileData $data -Site HeadOffice");
  expectSaid(
    shell,
    "Start-EdgeSynchronization | ft Result,Type,Name,FailureDetails -a",
    `
Result          Type          Name   FailureDetails
------          ----          ----   --------------
CouldNotConnect Recipients    EDGE01 The LDAP server EDGE01.exchangeserverpro.net:50636 is unavailable.
CouldNotConnect Configuration EDGE01 The LDAP server EDGE01.exchangeserverpro.net:50636 is unavailable.`,
  );
  expectSaid(shell, "(Test-EdgeSynchronization -TargetServer EDGE01).SyncStatus", "Failed");
  expectSaid(startShell(), "Start-EdgeSynchronization; Test-EdgeSynchronization", "");
});

test("what is no file of such a server, and one that is subscribed", () => {
  const shell = startShell({ width: 160 });
  type(shell, ...file, "$null = New-EdgeSubscription -FileData $data -Site HeadOffice");
  expect(said(shell, "New-EdgeSubscription -FileData $data -Site HeadOffice")).toContain(
    'The Edge Transport server "EDGE01" is already subscribed.',
  );
  expect(said(shell, "New-EdgeSubscription -FileData ([byte[]](1,2)) -Site HeadOffice")).toContain(
    "The Edge Subscription file isn't valid.",
  );
  expect(said(shell, "New-EdgeSubscription -FileName C:\\Edge.xml")).toContain(
    "The FileName parameter can be used on Edge Transport servers only.",
  );
});
