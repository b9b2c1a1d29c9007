// ADServerSettings and DomainController: which domain controllers there are and which the session asks.
import { describe, expect, test } from "vitest";
import { expectSaid, startShell, type } from "../support.js";

describe("ADServerSettings", () => {
  test("fl as captured in 2013 (get-adserversettings.1)", () => {
    expectSaid(
      startShell({ edition: "Exchange2013" }),
      "Get-ADServerSettings | fl Default*,Preferred*,User*,Recipient*,View*,Write*,Identity,IsValid,ObjectState",
      `
DefaultGlobalCatalog                               : HO-DC.exchangeserverpro.net
DefaultConfigurationDomainController               : HO-DC.exchangeserverpro.net
DefaultPreferredDomainControllers                  : {HO-DC.exchangeserverpro.net}
DefaultConfigurationDomainControllersForAllForests : {}
DefaultGlobalCatalogsForAllForests                 : {}
PreferredDomainControllerForDomain                 : {}
UserPreferredGlobalCatalog                         :
UserPreferredConfigurationDomainController         :
UserPreferredDomainControllers                     : {}
RecipientViewRoot                                  : exchangeserverpro.net
ViewEntireForest                                   : False
WriteOriginatingChangeTimestamp                    : False
WriteShadowProperties                              : False
Identity                                           :
IsValid                                            : True
ObjectState                                        : New`,
    );
  });

  test("the whole forest, and back", () => {
    const shell = startShell();
    const view = "Get-ADServerSettings | fl RecipientViewRoot,ViewEntireForest";
    type(shell, "Set-ADServerSettings -ViewEntireForest $true", "Set-AdServerSettings -ViewEntireForest:$true");
    expectSaid(shell, view, "RecipientViewRoot :\nViewEntireForest  : True");
    type(shell, "Set-ADServerSettings -ViewEntireForest $false");
    expectSaid(shell, view, "RecipientViewRoot : exchangeserverpro.net\nViewEntireForest  : False");
  });

  test.each([
    ["-PreferredServer BR-DC.exchangeserverpro.net", "UserPreferredGlobalCatalog", "BR-DC.exchangeserverpro.net"],
    [
      "-PreferredGlobalCatalog BR-DC.exchangeserverpro.net",
      "UserPreferredGlobalCatalog",
      "BR-DC.exchangeserverpro.net",
    ],
    [
      "-ConfigurationDomainController BR-DC.exchangeserverpro.net",
      "UserPreferredConfigurationDomainController",
      "BR-DC.exchangeserverpro.net",
    ],
    [
      "-SetPreferredDomainControllers BR-DC.exchangeserverpro.net",
      "UserPreferredDomainControllers",
      "BR-DC.exchangeserverpro.net",
    ],
    ["-RecipientViewRoot exchangeserverpro.net/Users", "RecipientViewRoot", "exchangeserverpro.net/Users"],
  ])("%s", (given, property, shown) => {
    const shell = startShell();
    type(shell, `Set-ADServerSettings ${given}`);
    expectSaid(shell, `(Get-ADServerSettings).${property}`, shown);
  });
});

describe("Get-DomainController", () => {
  test("the table", () => {
    expectSaid(
      startShell(),
      "Get-DomainController",
      `
DnsHostName                              ADSite
-----------                              ------
HO-DC.exchangeserverpro.net              exchangeserverpro.net/Configuration/Sites/HeadOffice
BR-DC.exchangeserverpro.net              exchangeserverpro.net/Configuration/Sites/BranchOffice`,
    );
  });

  test.each([
    ["-DomainName exchangeserverpro.net", 2],
    ["-DomainName contoso.com", 0],
    ["-GlobalCatalog", 2],
    ["-GlobalCatalog -Forest contoso.com", 0],
  ])("%s: %d", (given, count) => {
    expectSaid(startShell(), `@(Get-DomainController ${given}).Count`, `${count}`);
  });
});

describe("Set-ExchangeServer", () => {
  test.each(["StaticDomainControllers", "StaticGlobalCatalogs", "StaticExcludedDomainControllers"])("-%s", (name) => {
    const shell = startShell();
    type(shell, `Set-ExchangeServer BR-EX2010-MB -${name} a.contoso.com,b.contoso.com`);
    type(shell, `Set-ExchangeServer BR-EX2010-MB -${name} @{Remove='a.contoso.com'}`);
    expectSaid(shell, `Get-ExchangeServer BR-EX2010-MB | fl ${name}`, `${name} : {b.contoso.com}`);
  });

  test("-ProductKey has a form", () => {
    expect(startShell().run("Set-ExchangeServer BR-EX2010-MB -ProductKey 12345").errors).toHaveLength(1);
  });
});

test("the folders of Hub Transport are below its own", () => {
  expectSaid(
    startShell({ width: 140 }),
    "Get-TransportServer HO-EX2010-MB1 | fl ActiveUserStatisticsLogPath,ConnectivityLogPath,Pickup*Path,PipelineTracingPath",
    `
ActiveUserStatisticsLogPath : C:\\Program Files\\Microsoft\\Exchange Server\\V14\\TransportRoles\\Logs\\ActiveUsersStats
ConnectivityLogPath         : C:\\Program Files\\Microsoft\\Exchange Server\\V14\\TransportRoles\\Logs\\Connectivity
PickupDirectoryPath         : C:\\Program Files\\Microsoft\\Exchange Server\\V14\\TransportRoles\\Pickup
PipelineTracingPath         : C:\\Program Files\\Microsoft\\Exchange Server\\V14\\TransportRoles\\Logs\\PipelineTracing`,
  );
});
