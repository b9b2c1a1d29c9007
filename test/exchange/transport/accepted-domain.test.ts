// AcceptedDomain: the table of its properties, its identities, the one default, its view.
import { describe, expect, test } from "vitest";
import { acceptedDomain, acceptedDomainVerbs } from "../../../src/exchange/transport/accepted-domain.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const noun = { noun: acceptedDomain, verbs: acceptedDomainVerbs };
const made = { before: ["New-AcceptedDomain Fabrikam -DomainName fabrikam.com"], identity: "Fabrikam" };

roundTripsOf(noun, made);
roundTripsOf(noun, { ...made, edition: "Exchange2016" });
identitiesOf(noun, { ...made, forms: ["fabrikam.com"] });

describe("the default view", () => {
  // facts/captures.jsonl, get-accepteddomain.1, with the names of this organization
  test("of the domains of a capture", () => {
    const shell = startShell();
    type(
      shell,
      "New-AcceptedDomain contoso.test -DomainName contoso.test -DomainType InternalRelay",
      "New-AcceptedDomain example.com -DomainName example.com",
      "Set-AcceptedDomain contoso.test -MakeDefault $true",
    );
    expectSaid(
      shell,
      "Get-AcceptedDomain",
      `
Name                           DomainName                     DomainType                   Default
----                           ----------                     ----------                   -------
exchangeserverpro.net          exchangeserverpro.net          Authoritative                False
contoso.test                   contoso.test                   InternalRelay                True
example.com                    example.com                    Authoritative                False`,
    );
  });
});

describe("the default domain", () => {
  test("moves with -MakeDefault, and $false leaves it", () => {
    const shell = startShell();
    type(shell, ...made.before, "Set-AcceptedDomain Fabrikam -MakeDefault $true");
    expectSaid(shell, "(Get-AcceptedDomain | ? { $_.Default }).Name", "Fabrikam");
    expectSaid(
      shell,
      "Set-AcceptedDomain Fabrikam -MakeDefault $false",
      "WARNING: The command completed successfully but no settings of 'Fabrikam' have been modified.",
    );
  });

  test("can't be removed; another can", () => {
    const shell = startShell();
    type(shell, ...made.before, "Remove-AcceptedDomain Fabrikam -Confirm:$false");
    expectSaid(shell, "@(Get-AcceptedDomain).Count", "1");
    expect(said(shell, "Remove-AcceptedDomain exchangeserverpro.net -Confirm:$false")).toContain(
      "is the default accepted domain and can't be removed",
    );
  });

  test("what setup made and was removed does not come back", () => {
    const shell = startShell();
    type(
      shell,
      ...made.before,
      "Set-AcceptedDomain Fabrikam -MakeDefault $true",
      "Remove-AcceptedDomain exchangeserverpro.net -Confirm:$false",
    );
    expectSaid(startShell({ topology: shell.topology }), "(Get-AcceptedDomain).Name", "Fabrikam");
  });
});

describe("what won't do", () => {
  test.each([
    ["New-AcceptedDomain x -DomainName 'no domain'", `"no domain" isn't a valid SMTP domain.`],
    ["New-AcceptedDomain x -DomainName exchangeserverpro.net", "already exists."],
    ["Set-AcceptedDomain exchangeserverpro.net -DomainType Relay", "Unable to match the identifier name Relay"],
    ["Set-AcceptedDomain nowhere -DomainType InternalRelay", "object 'nowhere' couldn't be found on"],
  ])("%s", (line, message) => {
    expect(said(startShell(), line).replace(/\n/g, "")).toContain(message);
  });

  test("-WhatIf changes nothing", () => {
    const shell = startShell();
    const before = shell.topology;
    expectSaid(shell, "New-AcceptedDomain x -DomainName x.com -WhatIf", 'What if: Creating accepted domain "x".');
    expect(shell.topology).toBe(before);
  });
});
