// Server components (2013 and later), site links, suffixes of account names.
import { describe, expect, test } from "vitest";
import { adSiteLink, adSiteLinkVerbs } from "../../../src/exchange/servers/ad-site-link.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

describe("Get- and Set-ServerComponentState", () => {
  const start = () => startShell({ edition: "Exchange2016" });
  const maintenance = "-Requester Maintenance";

  test("components in the order of get-servercomponentstate.1; those that wait are inactive", () => {
    expectSaid(
      start(),
      "Get-ServerComponentState HO-EX2010-MB1 | select -first 3 -skip 19",
      `
Server                              Component                  State
------                              ---------                  -----
HO-EX2010-MB1.exchangeserverpro.net HttpProxyAvailabilityGroup Active
HO-EX2010-MB1.exchangeserverpro.net ForwardSyncDaemon          Inactive
HO-EX2010-MB1.exchangeserverpro.net ProvisioningRps            Inactive`,
    );
    expectSaid(start(), "@(Get-ServerComponentState HO-EX2010-MB1).Count", "35");
  });

  test("maintenance as it is done: each requester has to say that a component works", () => {
    const shell = start();
    const hub = "(Get-ServerComponentState HO-EX2010-MB1 -Component HubTransport)";
    type(shell, `Set-ServerComponentState HO-EX2010-MB1 -Component HubTransport -State Draining ${maintenance}`);
    expectSaid(shell, `${hub}.State`, "Draining");
    type(shell, "Set-ServerComponentState HO-EX2010-MB1 -Component HubTransport -State Active -Requester Functional");
    expectSaid(shell, `${hub}.State`, "Draining");
    expectSaid(
      shell,
      `${hub}.LocalStates`,
      `
Requester      State Timestamp           Component
---------      ----- ---------           ---------
Maintenance Draining 6/3/2013 9:00:00 AM HubTransport
Functional    Active 6/3/2013 9:00:00 AM HubTransport`,
    );
    type(shell, `Set-ServerComponentState HO-EX2010-MB1 -Component HubTransport -State Active ${maintenance}`);
    expectSaid(shell, `${hub}.State`, "Active");
  });

  test("a server that is offline as a whole: all but what watches it", () => {
    const shell = start();
    type(shell, `Set-ServerComponentState HO-EX2010-MB1 -Component ServerWideOffline -State Inactive ${maintenance}`);
    expectSaid(
      shell,
      "(Get-ServerComponentState HO-EX2010-MB1 | ? { $_.State -eq 'Active' } | % { $_.Component }) -join ','",
      "Monitoring,RecoveryActionsEnabled",
    );
  });

  test.each([
    ["Get-ServerComponentState Nowhere", "object 'Nowhere' couldn't be found"],
    ["Get-ServerComponentState HO-EX2010-MB1 -Component Nothing", 'The component "Nothing" isn\'t known.'],
    [
      "Set-ServerComponentState HO-EX2010-MB1 -Component EcpProxy -State Inactive -Requester Me",
      "Valid requesters are: HealthAPI, Maintenance, Sidelined, Functional, Deployment.",
    ],
  ])("%s", (line, text) => {
    expect(said(start(), line)).toContain(text);
  });

  test("2010 has no such cmdlet", () => {
    expect(said(startShell(), "Get-ServerComponentState HO-EX2010-MB1")).toContain("is not recognized");
  });
});

const link = { noun: adSiteLink, verbs: adSiteLinkVerbs };
roundTripsOf(link, { identity: "DEFAULTIPSITELINK" });
identitiesOf(link, { identity: "DEFAULTIPSITELINK" });

test("the link between all sites; Exchange's cost goes before Active Directory's", () => {
  const shell = startShell();
  const shown = "Get-ADSiteLink | fl Name,Cost,ADCost,ExchangeCost,Sites";
  const sites =
    "{exchangeserverpro.net/Configuration/Sites/HeadOffice, exchangeserverpro.net/Configuration/Sites/BranchO\n               ffice}";
  expectSaid(
    shell,
    shown,
    `Name         : DEFAULTIPSITELINK\nCost         : 100\nADCost       : 100\nExchangeCost :\nSites        : ${sites}`,
  );
  type(shell, "Set-ADSiteLink DEFAULTIPSITELINK -ExchangeCost 25");
  expectSaid(
    shell,
    shown,
    `Name         : DEFAULTIPSITELINK\nCost         : 25\nADCost       : 100\nExchangeCost : 25\nSites        : ${sites}`,
  );
});

test("suffixes of account names; trusts, of which there are none", () => {
  expectSaid(startShell(), "Get-UserPrincipalNamesSuffix", "exchangeserverpro.net");
  expectSaid(startShell(), "Get-Trust", "");
});
