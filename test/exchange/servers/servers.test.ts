// ExchangeServer and ADSite.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

describe("Get-ExchangeServer", () => {
  test("the default table at 80 columns, as a capture of 2010 has it", () => {
    expectSaid(
      startShell({ width: 80 }),
      "Get-ExchangeServer",
      `
Name                Site                 ServerRole  Edition     AdminDisplayVe
                                                                 rsion
----                ----                 ----------  -------     --------------
HO-EX2010-MB1       exchangeserverpro... Mailbox,... Enterprise  Version 14....
HO-EX2010-MB2       exchangeserverpro... Mailbox,... Enterprise  Version 14....
BR-EX2010-MB        exchangeserverpro... Mailbox,... Enterprise  Version 14....`,
    );
  });

  test.each([
    "br-ex2010-mb",
    "BR-EX2010-MB.exchangeserverpro.net",
    "BR-*",
    "(Get-ExchangeServer BR-EX2010-MB).Guid",
    "(Get-ExchangeServer BR-EX2010-MB).DistinguishedName",
  ])("is found by %s", (identity) => expectSaid(startShell(), `(Get-ExchangeServer ${identity}).Name`, "BR-EX2010-MB"));

  test("roles, versions and sites are values with members", () => {
    const shell = startShell();
    expectSaid(shell, "(Get-ExchangeServer BR-EX2010-MB).AdminDisplayVersion.Major", "14");
    expectSaid(shell, "(Get-ExchangeServer BR-EX2010-MB).Site.Name", "BranchOffice");
    expectSaid(
      shell,
      "Get-ExchangeServer | ? { $_.IsClientAccessServer -and $_.Site -like '*HeadOffice' } | % { $_.Name }",
      "HO-EX2010-MB1\nHO-EX2010-MB2",
    );
  });

  test("-Domain and -Status", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "@(Get-ExchangeServer -Domain exchangeserverpro.net).Count; @(Get-ExchangeServer -Domain contoso.com).Count",
      "3\n0",
    );
    expectSaid(shell, "(Get-ExchangeServer BR-EX2010-MB).CurrentConfigDomainController", "");
    expectSaid(
      shell,
      "(Get-ExchangeServer BR-EX2010-MB -Status).CurrentConfigDomainController",
      "BR-DC.exchangeserverpro.net",
    );
  });

  test("one that is not there", () => {
    expect(
      startShell()
        .run("Get-ExchangeServer NOSRV")
        .errors.map((error) => error.message),
    ).toEqual([
      "The operation couldn't be performed because object 'NOSRV' couldn't be found on 'HO-DC.exchangeserverpro.net'.",
    ]);
  });
});

describe("Set-ExchangeServer", () => {
  test.each([
    ["CustomerFeedbackEnabled", "$false", "False"],
    ["StaticConfigDomainController", "HO-DC.exchangeserverpro.net", "HO-DC.exchangeserverpro.net"],
  ])("-%s %s", (property, given, shown) => {
    const shell = startShell();
    const line = `Set-ExchangeServer HO-EX2010-MB1 -${property} ${given}`;
    type(shell, line);
    expectSaid(shell, `(Get-ExchangeServer HO-EX2010-MB1).${property}`, shown);
    expect(said(shell, line).replace(/\n/g, " ")).toContain("no settings of 'HO-EX2010-MB1' have been modified.");
  });
});

test("error reports are sent to nobody who has not said yes (documented)", () => {
  const line = "Set-ExchangeServer HO-EX2010-MB1 -ErrorReportingEnabled $true -WarningAction SilentlyContinue";
  for (const [answer, shown] of [
    ["n", ""],
    ["y", "True"],
  ] as const) {
    const shell = startShell({ answers: [answer] });
    type(shell, line);
    expectSaid(shell, "(Get-ExchangeServer HO-EX2010-MB1).ErrorReportingEnabled", shown);
  }
});

describe("ADSite", () => {
  test("the default table", () => {
    expectSaid(
      startShell(),
      "Get-ADSite",
      `
Name                           HubSiteEnabled
----                           --------------
HeadOffice                     False
BranchOffice                   False`,
    );
  });

  test.each([
    ["HubSiteEnabled", "$true", "True"],
    ["PartnerId", "7", "7"],
  ])("-%s %s", (property, given, shown) => {
    const shell = startShell();
    type(shell, `Set-ADSite HeadOffice -${property} ${given}`);
    expectSaid(shell, `(Get-ADSite HeadOffice).${property}`, shown);
  });

  test("-InboundMailEnabled came with 2013", () => {
    expect(startShell().run("Set-ADSite HeadOffice -InboundMailEnabled $false").errors).toHaveLength(1);
    const shell = startShell({ edition: "Exchange2013" });
    type(shell, "Set-ADSite HeadOffice -InboundMailEnabled $false");
    expectSaid(shell, "(Get-ADSite HeadOffice).InboundMailEnabled", "False");
  });
});
