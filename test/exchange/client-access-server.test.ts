// ClientAccessServer: a view of servers with the role.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "./support.js";

describe("Get-ClientAccessServer", () => {
  test("the default table", () => {
    expectSaid(
      startShell(),
      "Get-ClientAccessServer",
      `
Name
----
HO-EX2010-MB1
HO-EX2010-MB2
BR-EX2010-MB`,
    );
  });

  test("the defaults of a server", () => {
    expectSaid(
      startShell(),
      "Get-ClientAccessServer HO-EX2010-MB1 | fl AutoDiscover*,Irm*,Migration*",
      `
AutoDiscoverServiceCN          : HO-EX2010-MB1
AutoDiscoverServiceClassName   : ms-Exchange-AutoDiscover-Service
AutoDiscoverServiceInternalUri : https://ho-ex2010-mb1.exchangeserverpro.net/Autodiscover/Autodiscover.xml
AutoDiscoverServiceGuid        : 77378f46-2c66-4aa9-a6a6-3e7a48b19596
AutoDiscoverSiteScope          : {HeadOffice}
IrmLogEnabled                  : True
IrmLogMaxAge                   : 30.00:00:00
IrmLogMaxDirectorySize         : 250 MB (262,144,000 bytes)
IrmLogMaxFileSize              : 10 MB (10,485,760 bytes)
IrmLogPath                     : C:\\Program Files\\Microsoft\\Exchange Server\\V14\\Logging\\IRMLogs
MigrationLogLoggingLevel       : Information
MigrationLogFilePath           :
MigrationLogMaxAge             : 180.00:00:00
MigrationLogMaxDirectorySize   : 10 GB (10,737,418,240 bytes)
MigrationLogMaxFileSize        : 100 MB (104,857,600 bytes)`,
    );
  });

  test.each([
    "ho-ex2010-mb2",
    "HO-EX2010-MB2.exchangeserverpro.net",
    "*MB2",
    "(Get-ExchangeServer HO-EX2010-MB2)",
    "(Get-ExchangeServer HO-EX2010-MB2).Guid",
  ])("is found by %s", (identity) => {
    expectSaid(startShell(), `(Get-ClientAccessServer ${identity}).Name`, "HO-EX2010-MB2");
  });

  test("servers come through the pipeline", () => {
    expectSaid(
      startShell(),
      "Get-ExchangeServer | Get-ClientAccessServer | % {$_.Name}",
      "HO-EX2010-MB1\nHO-EX2010-MB2\nBR-EX2010-MB",
    );
  });
});

describe("Set-ClientAccessServer", () => {
  test.each([
    [
      "AutoDiscoverServiceInternalUri",
      "https://autodiscover.contoso.com/Autodiscover/Autodiscover.xml",
      "https://autodiscover.contoso.com/Autodiscover/Autodiscover.xml",
    ],
    ["AutoDiscoverServiceInternalUri", "$null", ""],
    ["AutoDiscoverSiteScope", "HeadOffice,BranchOffice", "{HeadOffice, BranchOffice}"],
    ["AutoDiscoverSiteScope", '@{Add="BranchOffice"}', "{HeadOffice, BranchOffice}"],
    ["AutoDiscoverSiteScope", '@{Remove="headoffice";Add="BranchOffice"}', "{BranchOffice}"],
    ["AutoDiscoverSiteScope", "$null", "{}"],
    ["IsOutOfService", "$true", "True"],
    ["IrmLogEnabled", "$false", "False"],
    ["IrmLogMaxAge", "7.00:00:00", "7.00:00:00"],
    ["IrmLogMaxDirectorySize", "unlimited", "unlimited"],
    ["IrmLogMaxFileSize", "20MB", "20 MB (20,971,520 bytes)"],
    ["IrmLogPath", "D:\\Logs", "D:\\Logs"],
  ])("-%s %s", (property, given, shown) => {
    const shell = startShell();
    const line = `Set-ClientAccessServer HO-EX2010-MB1 -${property} ${given}`;
    type(shell, line);
    expectSaid(shell, `Get-ClientAccessServer HO-EX2010-MB1 | fl ${property}`, `${property} : ${shown}`);
    expect(said(shell, line).replace(/\n/g, " ")).toContain("no settings of 'HO-EX2010-MB1' have been modified.");
  });

  test("a change to a list is Add or Remove", () => {
    expect(said(startShell(), 'Set-ClientAccessServer HO-EX2010-MB1 -AutoDiscoverSiteScope @{Plus="X"}')).toContain(
      "Cannot process argument transformation on parameter 'AutoDiscoverSiteScope'.",
    );
  });
});

test("2016 and later warn that the cmdlet will go", () => {
  const { warnings } = startShell({ edition: "Exchange2016" }).run("Get-ClientAccessServer HO-EX2010-MB2");
  expect(warnings).toEqual([
    "The Get-ClientAccessServer cmdlet will be removed in a future version of Exchange. Use the Get-ClientAccessService cmdlet instead. If you have any scripts that use the Get-ClientAccessServer cmdlet, update them to use the Get-ClientAccessService cmdlet.  For more information, see http://go.microsoft.com/fwlink/p/?LinkId=254711.",
  ]);
});

test("Exchange 2016 has it under a second name, which warns of nothing", () => {
  const shell = startShell({ edition: "Exchange2016" });
  type(shell, "Set-ClientAccessService HO-EX2010-MB2 -AutoDiscoverServiceInternalUri https://mail.contoso.com/x");
  expectSaid(
    shell,
    "Get-ClientAccessService HO-EX2010-MB2 | fl Name,*Uri",
    `
Name                           : HO-EX2010-MB2
AutoDiscoverServiceInternalUri : https://mail.contoso.com/x`,
  );
});
