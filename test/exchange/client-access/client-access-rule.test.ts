// Client access rules: their order, their table, and which of them decides a connection.
import { describe, expect, test } from "vitest";
import { clientAccessRule, clientAccessRuleVerbs } from "../../../src/exchange/client-access/client-access-rule.js";
import type { EditionName, Shell } from "../../../src/index.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const rules = { noun: clientAccessRule, verbs: clientAccessRuleVerbs };
const before = ["$null = New-ClientAccessRule Rule -Action DenyAccess"];
const range = ["10.0.0.0/8,192.168.1.1", "{10.0.0.0/8, 192.168.1.1}"] as const;
const protocols = ["OutlookWebApp,POP3", "{OutlookWebApp, POP3}"] as const;
const methods = ["BasicAuthentication", "{BasicAuthentication}"] as const;
const person = ["sarah.jones", "{sarah.jones@exchangeserverpro.net}"] as const;
const samples = {
  AnyOfClientIPAddressesOrRanges: range,
  ExceptAnyOfClientIPAddressesOrRanges: range,
  AnyOfProtocols: protocols,
  ExceptAnyOfProtocols: protocols,
  AnyOfAuthenticationTypes: methods,
  ExceptAnyOfAuthenticationTypes: methods,
  UserIsMemberOf: person,
  ExceptUserIsMemberOf: person,
  UserRecipientFilter: ["\"City -eq 'Riga'\"", "City -eq 'Riga'"],
} as const;
for (const edition of ["Exchange2013", "Exchange2019"] as const)
  roundTripsOf(rules, { edition, before, identity: "Rule", samples });
identitiesOf(rules, { edition: "Exchange2019", before, identity: "Rule" });

const start = (edition: EditionName, ...lines: readonly string[]): Shell => {
  const shell = startShell({ edition });
  type(shell, ...lines);
  return shell;
};
const messages = (shell: Shell, line: string): readonly string[] => shell.run(line).errors.map((each) => each.message);
const attempt = (more = ""): string =>
  `(Test-ClientAccessRule -User alan.reid -Protocol OutlookWebApp -RemoteAddress 10.1.2.3 -RemotePort 443 -AuthenticationType BasicAuthentication ${more}).Name`;

describe("Test-ClientAccessRule: the first rule that fits", () => {
  test.each<[EditionName, string, boolean]>([
    ["Exchange2019", "", true],
    ["Exchange2019", "-AnyOfProtocols OutlookWebApp,IMAP4", true],
    ["Exchange2019", "-AnyOfProtocols IMAP4", false],
    ["Exchange2019", "-AnyOfClientIPAddressesOrRanges 10.0.0.0/8", true],
    ["Exchange2019", "-AnyOfClientIPAddressesOrRanges 172.16.0.1-172.16.0.9", false],
    ["Exchange2019", "-ExceptAnyOfClientIPAddressesOrRanges 10.1.2.3", false],
    ["Exchange2019", "-UsernameMatchesAnyOfPatterns '*alan*'", true],
    ["Exchange2019", "-ExceptUsernameMatchesAnyOfPatterns '*alan*'", false],
    ["Exchange2019", "-UserRecipientFilter \"City -eq 'Riga'\"", true],
    ["Exchange2019", "-UserRecipientFilter \"City -eq 'Oslo'\"", false],
    ["Exchange2019", "-Enabled $false", false],
    ["Exchange2016", "-AnyOfAuthenticationTypes BasicAuthentication", true],
    ["Exchange2016", "-AnyOfAuthenticationTypes OAuthAuthentication", false],
    ["Exchange2016", "-ExceptAnyOfProtocols OutlookWebApp", false],
    ["Exchange2013", "-AnyOfSourceTcpPortNumbers 443", true],
    ["Exchange2013", "-UserIsMemberOf Team", true],
    ["Exchange2013", "-ExceptUserIsMemberOf Team", false],
  ])("%s: %s", (edition, conditions, fits) => {
    const shell = start(
      edition,
      "Set-User alan.reid -City Riga",
      "$null = New-DistributionGroup Team -Members alan.reid",
      `$null = New-ClientAccessRule Rule -Action DenyAccess ${conditions}`,
    );
    expect(said(shell, attempt())).toBe(fits ? "Rule" : "");
  });

  test("the first in order, with what it does", () => {
    const shell = start(
      "Exchange2019",
      "$null = New-ClientAccessRule Last -Action DenyAccess",
      "$null = New-ClientAccessRule First -Action AllowAccess -AnyOfProtocols OutlookWebApp -Priority 1",
    );
    expect(said(shell, attempt())).toBe("First");
    type(shell, "Set-ClientAccessRule Last -Priority 1");
    expectSaid(
      shell,
      "Get-ClientAccessRule",
      `
Name  Priority Enabled Action
----  -------- ------- ------
Last  1        True    DenyAccess
First 2        True    AllowAccess`,
    );
    expect(said(shell, attempt())).toBe("Last");
    type(shell, "Remove-ClientAccessRule Last -Confirm:$false");
    expect(said(shell, "(Get-ClientAccessRule).Priority")).toBe("1");
  });
});

test("what is refused", () => {
  const shell = start("Exchange2019", ...before);
  expect(messages(shell, "Set-ClientAccessRule Rule -Priority 2")).toEqual([
    "The priority 2 isn't valid. It has to be between 1 and 1.",
  ]);
  expect(messages(shell, "Set-ClientAccessRule Rule -UserRecipientFilter 'Nonsense -eq 1'")).toHaveLength(1);
});
