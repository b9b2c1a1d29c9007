// SharingPolicy: what people may show to whom outside.
import { describe, expect, test } from "vitest";
import { sharingPolicy, sharingPolicyVerbs } from "../../../src/exchange/policies/sharing-policy.js";
import { buildTopology } from "../../../src/index.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const noun = { noun: sharingPolicy, verbs: sharingPolicyVerbs };
const before = ["$null = New-SharingPolicy Partners -Domains 'contoso.com: CalendarSharingFreeBusyDetail'"];
identitiesOf(noun, { before, identity: "Partners" });
roundTripsOf(noun, {
  before,
  identity: "Partners",
  samples: {
    Domains: [
      "'fabrikam.com: contactssharing,CalendarSharingFreeBusySimple','Anonymous:CalendarSharingFreeBusyReviewer'",
      "{fabrikam.com:CalendarSharingFreeBusySimple, ContactsSharing, Anonymous:CalendarSharingFreeBusyReviewer}",
    ],
    Default: ["$true", "True"],
  },
});

describe("SharingPolicy", () => {
  test("the default one; one is the default", () => {
    const shell = startShell();
    type(shell, ...before, "Set-SharingPolicy Partners -Default");
    expectSaid(
      shell,
      "Get-SharingPolicy",
      `
Name                          Domains                       Enabled                       Default
----                          -------                       -------                       -------
Default Sharing Policy        {*:CalendarSharingFreeBusy... True                          False
Partners                      {contoso.com:CalendarShari... True                          True`,
    );
    expectSaid(shell, "(Get-Mailbox alan.reid).SharingPolicy.ToString()", "Partners");
  });

  test("of a mailbox, which keeps it from being removed; the default one stays", () => {
    const shell = startShell();
    type(shell, ...before, "Set-Mailbox alan.reid -SharingPolicy Partners");
    expectSaid(
      shell,
      "Get-Mailbox | select -First 3 | ft Name,SharingPolicy -auto",
      `
Name          SharingPolicy
----          -------------
Administrator Default Sharing Policy
Alan Reid     Partners
Sarah Jones   Default Sharing Policy`,
    );
    expect(said(shell, "Remove-SharingPolicy Partners -Confirm:$false")).toContain('the mailbox "Alan Reid" has it.');
    expect(said(shell, "Remove-SharingPolicy 'Default Sharing Policy' -Confirm:$false")).toContain(
      'The sharing policy "Default Sharing Policy" is the default one',
    );
    type(shell, "Set-Mailbox alan.reid -SharingPolicy $null", "Remove-SharingPolicy Partners -Confirm:$false");
    expectSaid(shell, "@(Get-SharingPolicy).Count", "1");
  });

  test.each(["'contoso.com'", "'contoso.com: Everything'", "'con toso: ContactsSharing'"])(
    "%s is refused",
    (domain) => {
      expect(said(startShell(), `New-SharingPolicy X -Domains ${domain}`)).toContain("isn't a sharing policy domain.");
    },
  );

  test("of 2013 shows calendars to the anonymous", () => {
    expectSaid(
      startShell({
        topology: buildTopology({ domain: "contoso.com", servers: [{ name: "EX13", version: "15.0.847.32" }] }),
      }),
      "(Get-SharingPolicy).Domains",
      "Anonymous:CalendarSharingFreeBusyReviewer\n*:CalendarSharingFreeBusySimple",
    );
  });
});
