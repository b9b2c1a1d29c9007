// Lists of IP addresses that a server keeps, the services that are asked for them, and what transport consists of.
import { describe, expect, test } from "vitest";
import { ipListProviders } from "../../../src/exchange/transport/anti-spam/ip-list-provider.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

for (const each of ipListProviders) {
  const { noun } = each.noun;
  const options = { before: [`Add-${noun} Lists -LookupDomain list.contoso.com`], identity: "Lists" };
  roundTripsOf(each, {
    ...options,
    samples: {
      LookupDomain: ["other.contoso.com", "other.contoso.com"],
      IPAddressesMatch: ["127.0.0.2,127.0.0.3", "{127.0.0.2, 127.0.0.3}"],
    },
  });
  identitiesOf(each, options);
}

describe("entries of the lists", () => {
  test("come under a number, are found by it and by their addresses, and expire", () => {
    const shell = startShell();
    type(
      shell,
      "$null = Add-IPBlockListEntry -IPRange 10.1.0.0/16",
      "$null = Add-IPBlockListEntry -IPAddress 192.0.2.7",
    );
    expectSaid(
      shell,
      "Add-IPBlockListEntry -IPRange 10.3.0.1-10.3.0.9 -ExpirationTime '6/3/2013 10:00 AM' -Comment test",
      `
Identity   IPRange                                 ExpirationTime                         HasExpired IsMachineGenerated
--------   -------                                 --------------                         ---------- ------------------
3          10.3.0.1-10.3.0.9                       6/3/2013 10:00:00 AM                   False      False`,
    );
    expectSaid(shell, "Get-IPBlockListEntry -IPAddress 10.1.7.7 | % { $_.Identity }", "1");
    expectSaid(shell, "Get-IPBlockListEntry 2 | % { $_.IPRange.ToString() }", "192.0.2.7");
    type(
      shell,
      "Start-Sleep 3600",
      "Get-IPBlockListEntry | ? { $_.HasExpired } | Remove-IPBlockListEntry -Confirm:$false",
    );
    expectSaid(shell, "Get-IPBlockListEntry | % { $_.Identity }", "1\n2");
    type(shell, "Remove-IPBlockListEntry 1 -Confirm:$false");
    expectSaid(shell, "Get-IPBlockListEntry | % { $_.Identity }; @(Get-IPAllowListEntry).Count", "2\n0");
  });

  test("each server has its own; the same range is there once", () => {
    const shell = startShell();
    type(shell, "$null = Add-IPAllowListEntry -IPAddress 192.0.2.7 -Server BR-EX2010-MB");
    expectSaid(shell, "@(Get-IPAllowListEntry).Count; @(Get-IPAllowListEntry -Server BR-EX2010-MB).Count", "0\n1");
    expect(said(shell, "Add-IPAllowListEntry -IPAddress 192.0.2.7 -Server BR-EX2010-MB").split("\n")[0]).toBe(
      'The IP address or range "192.0.2.7" is already in the list.',
    );
  });
});

test("providers are asked in their order", () => {
  const shell = startShell();
  type(
    shell,
    ...["A", "B", "C"].map((name) => `$null = Add-IPBlockListProvider ${name} -LookupDomain ${name}.contoso.com`),
  );
  type(shell, "Set-IPBlockListProvider C -Priority 1");
  expectSaid(
    shell,
    "Get-IPBlockListProvider",
    `
Name                                                    LookupDomain                                           Priority
----                                                    ------------                                           --------
C                                                       C.contoso.com                                          1
A                                                       A.contoso.com                                          2
B                                                       B.contoso.com                                          3`,
  );
  type(shell, "Remove-IPBlockListProvider A -Confirm:$false");
  expectSaid(shell, 'Get-IPBlockListProvider | % { "$($_.Priority) $($_.Name)" }', "1 C\n2 B");
});

test("the pipeline shows its agents once a message has gone through", () => {
  const shell = startShell();
  expect(said(shell, "Get-TransportPipeline")).toContain("WARNING: The transport pipeline can't be shown");
  type(
    shell,
    "Send-MailMessage -From alan.reid@exchangeserverpro.net -To sarah.jones@exchangeserverpro.net -Subject x -SmtpServer HO-EX2010-MB1",
  );
  expectSaid(
    shell,
    "Get-TransportPipeline | select -Last 4",
    `
Event                                                       TransportAgents
-----                                                       ---------------
OnSubmittedMessage                                          {Text Messaging Routing Agent}
OnResolvedMessage                                           {}
OnRoutedMessage                                             {Transport Rule Agent}
OnCategorizedMessage                                        {}`,
  );
  type(shell, "Disable-TransportAgent 'Transport Rule Agent' -Confirm:$false");
  expectSaid(shell, "Get-TransportPipeline | ? { $_.TransportAgents } | % { $_.Event }", "OnSubmittedMessage");
});

test("a routing group connector leads to servers of Exchange 2003, and there are none", () => {
  const shell = startShell();
  expectSaid(shell, "Get-RoutingGroupConnector", "");
  expect(
    said(
      shell,
      "New-RoutingGroupConnector RGC -SourceTransportServers HO-EX2010-MB1 -TargetTransportServers BR-EX2010-MB",
    ),
  ).toContain('The server "BR-EX2010-MB" is in the routing group of the source servers.');
});
