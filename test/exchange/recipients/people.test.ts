// Users, mail users, contacts and mail contacts; recipients of all kinds.
import { describe, expect, test } from "vitest";
import { contact, contactVerbs } from "../../../src/exchange/recipients/contact.js";
import { mailContact, mailContactVerbs } from "../../../src/exchange/recipients/mail-contact.js";
import { mailUser, mailUserVerbs } from "../../../src/exchange/recipients/mail-user.js";
import { user, userVerbs } from "../../../src/exchange/recipients/user.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, startShell, type } from "../support.js";

const person = ["alan.reid", "exchangeserverpro.net/Head Office/Alan Reid"] as const;
const people = [
  "alan.reid,sarah.jones",
  "{exchangeserverpro.net/Head Office/Alan Reid, exchangeserverpro.net/Head Office/Sarah Jones}",
] as const;
const samples = {
  ...Object.fromEntries(
    [
      "AcceptMessagesOnlyFrom",
      "AcceptMessagesOnlyFromDLMembers",
      "AcceptMessagesOnlyFromSendersOrMembers",
      "BypassModerationFromSendersOrMembers",
      "GrantSendOnBehalfTo",
      "ModeratedBy",
      "RejectMessagesFrom",
      "RejectMessagesFromDLMembers",
      "RejectMessagesFromSendersOrMembers",
    ].map((name) => [name, people]),
  ),
  ArbitrationMailbox: person,
  ExternalEmailAddress: ["chris@fabrikam.com", "SMTP:chris@fabrikam.com"] as const,
};
const chris =
  "New-MailContact 'Chris Ashton' -ExternalEmailAddress chris@tailspintoys.com -FirstName Chris -LastName Ashton";
const lena =
  "New-MailUser 'Lena Vogt' -ExternalEmailAddress lena@tailspintoys.com -UserPrincipalName lena@exchangeserverpro.net -Password (ConvertTo-SecureString Pa55word -AsPlainText -Force)";
/** Rows that mailboxes have as well: mailbox-writing.test.ts types them. */
const sharedRows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]
  .map((n) => `CustomAttribute${n}`)
  .concat([1, 2, 3, 4, 5].map((n) => `ExtensionCustomAttribute${n}`));
const except = [...sharedRows, "Alias", "EmailAddresses"];

roundTripsOf(
  { noun: user, verbs: userVerbs },
  {
    identity: "priya.nair",
    samples: {
      Manager: person,
      UserPrincipalName: ["pn@exchangeserverpro.net", "pn@exchangeserverpro.net"],
      SamAccountName: ["pn", "pn"],
    },
    except: ["ResetPasswordOnNextLogon"],
  },
);
roundTripsOf(
  { noun: contact, verbs: contactVerbs },
  { before: [chris], identity: "'Chris Ashton'", samples: { Manager: person } },
);
roundTripsOf(
  { noun: mailContact, verbs: mailContactVerbs },
  { before: [chris], identity: "'Chris Ashton'", samples, except },
);
roundTripsOf(
  { noun: mailUser, verbs: mailUserVerbs },
  {
    before: [lena],
    identity: "'Lena Vogt'",
    samples: {
      ...samples,
      UserPrincipalName: ["l@exchangeserverpro.net", "l@exchangeserverpro.net"],
      SamAccountName: ["lv", "lv"],
    },
    except,
  },
);
identitiesOf(
  { noun: mailContact, verbs: mailContactVerbs },
  {
    before: [chris],
    identity: "'Chris Ashton'",
    forms: ["ChrisAshton", "chris@tailspintoys.com", "'exchangeserverpro.net/Users/Chris Ashton'"],
  },
);

test("Get-User: two halves of the console (facts/captures.jsonl, get-user.1)", () => {
  expectSaid(
    startShell(),
    'Get-User -Identity "alan.reid"',
    `
Name                                                        RecipientType
----                                                        -------------
Alan Reid                                                   UserMailbox`,
  );
});

describe("people outside", () => {
  test("a mail contact: the address outside is its primary one", () => {
    const shell = startShell();
    expectSaid(
      shell,
      chris,
      `
Name                                    Alias                                   RecipientType
----                                    -----                                   -------------
Chris Ashton                            ChrisAshton                             MailContact`,
    );
    expectSaid(
      shell,
      "Get-MailContact chris* | fl ExternalEmailAddress,EmailAddresses,PrimarySmtpAddress,RecipientTypeDetails",
      `
ExternalEmailAddress : SMTP:chris@tailspintoys.com
EmailAddresses       : {SMTP:chris@tailspintoys.com, smtp:ChrisAshton@exchangeserverpro.net}
PrimarySmtpAddress   : chris@tailspintoys.com
RecipientTypeDetails : MailContact`,
    );
    type(shell, "Set-Contact chrisashton -Manager alan.reid");
    expectSaid(shell, "(Get-User alan.reid).DirectReports | % { $_.Name }", "Chris Ashton");
    type(shell, "Disable-MailContact chrisashton -Confirm:$false");
    expectSaid(
      shell,
      "Get-Contact",
      `
Name                                                        RecipientType
----                                                        -------------
Chris Ashton                                                Contact`,
    );
    type(shell, "Enable-MailContact 'Chris Ashton' -ExternalEmailAddress chris@fabrikam.com");
    expectSaid(shell, "(Get-MailContact chris@fabrikam.com).Alias", "ChrisAshton");
    type(shell, "Remove-MailContact chrisashton -Confirm:$false");
    expectSaid(shell, "@(Get-Contact).Count", "0");
  });

  test("a mail user is a user whose mail goes outside", () => {
    const shell = startShell();
    expectSaid(
      shell,
      lena,
      `
Name                                                        RecipientType
----                                                        -------------
Lena Vogt                                                   MailUser`,
    );
    type(shell, "Disable-MailUser 'Lena Vogt' -Confirm:$false");
    expectSaid(shell, "(Get-User 'Lena Vogt').RecipientTypeDetails.ToString()", "User");
    type(shell, "Enable-Mailbox 'Lena Vogt' -Database MB-HO-01", "Disable-Mailbox 'Lena Vogt' -Confirm:$false");
    type(shell, "Enable-MailUser 'Lena Vogt' -ExternalEmailAddress lena@fabrikam.com");
    expectSaid(shell, "(Get-MailUser lena@fabrikam.com).RecipientType.ToString()", "MailUser");
  });

  test("an address belongs to one recipient of any kind", () => {
    const shell = startShell();
    type(shell, chris);
    expect(
      shell
        .run("Set-Mailbox alan.reid -EmailAddresses @{Add='chris@tailspintoys.com'}")
        .errors.map((each) => each.message),
    ).toEqual([
      'The proxy address "smtp:chris@tailspintoys.com" is already being used by the proxy addresses or LegacyExchangeDN of "exchangeserverpro.net/Users/Chris Ashton". Please choose another proxy address.',
    ]);
  });
});

describe("Get-Recipient", () => {
  test.each([
    ["-RecipientType MailContact,MailUser", "Lena Vogt,Chris Ashton"],
    ["-RecipientTypeDetails RoomMailbox,MailUniversalDistributionGroup", "Board Room,All Staff"],
    ["-Anr 'reid al'", "Alan Reid"],
    ["-Anr al -SortBy Name", "Alan Reid,All Staff"],
    ["-OrganizationalUnit 'Branch Office'", "Lucas Brandt,Anne-Marie Weber"],
    ["-Filter {RecipientTypeDetails -eq 'SharedMailbox'}", "Help Desk"],
    ["-Filter {Manager -eq 'Sarah Jones'}", "Alan Reid"],
    ["AllStaff@exchangeserverpro.net", "All Staff"],
    ["A*e*", "Alan Reid,Anne-Marie Weber"],
  ])("%s", (parameters, names) => {
    const shell = startShell();
    type(shell, chris, lena, "New-DistributionGroup 'All Staff'", "Set-User alan.reid -Manager sarah.jones");
    expectSaid(shell, `(Get-Recipient ${parameters} | % { $_.Name }) -join ','`, names);
  });

  test("Get-OrganizationalUnit: units; containers on request", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "Get-OrganizationalUnit",
      `
Name                                                        CanonicalName
----                                                        -------------
Head Office                                                 exchangeserverpro.net/Head Office
Branch Office                                               exchangeserverpro.net/Branch Office
Microsoft Exchange Security Groups                          exchangeserverpro.net/Microsoft Exchange Security Groups
Domain Controllers                                          exchangeserverpro.net/Domain Controllers`,
    );
    expectSaid(
      shell,
      "(Get-OrganizationalUnit -IncludeContainers | % { $_.Name }) -join ','",
      "Head Office,Branch Office,Microsoft Exchange Security Groups,Domain Controllers,Users",
    );
  });
});
