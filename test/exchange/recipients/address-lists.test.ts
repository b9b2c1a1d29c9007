// Address policies and what they make of names; address lists, global ones, offline address books.
import { describe, expect, test } from "vitest";
import {
  addressList,
  addressListVerbs,
  globalAddressList,
  globalAddressListVerbs,
} from "../../../src/exchange/recipients/address-lists/address-list.js";
import {
  offlineAddressBook,
  offlineAddressBookVerbs,
} from "../../../src/exchange/recipients/address-lists/offline-address-book.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, startShell, type } from "../support.js";

const place = ["'Head Office'", "exchangeserverpro.net/Head Office"] as const;
roundTripsOf(
  { noun: addressList, verbs: addressListVerbs },
  { identity: "'All Users'", samples: { RecipientContainer: place } },
);
identitiesOf({ noun: addressList, verbs: addressListVerbs }, { identity: "'All Users'", forms: ["'\\All Users'"] });
roundTripsOf(
  { noun: globalAddressList, verbs: globalAddressListVerbs },
  { identity: "'Default Global Address List'", samples: { RecipientContainer: place } },
);
roundTripsOf(
  { noun: offlineAddressBook, verbs: offlineAddressBookVerbs },
  {
    identity: "'Default Offline Address Book'",
    samples: { AddressLists: ["'\\All Users','\\All Rooms'", "{\\All Users, \\All Rooms}"] },
    except: ["VirtualDirectories"],
  },
);

test("Get-OfflineAddressBook (facts/captures.jsonl, get-offlineaddressbook.2)", () => {
  expectSaid(
    startShell({ edition: "Exchange2013" }),
    "Get-OfflineAddressBook",
    `
Name                                    Versions                                AddressLists
----                                    --------                                ------------
Default Offline Address Book            {Version4}                              {\\Default Global Address List}`,
  );
});

const salesPolicy = (template: string): string =>
  `New-EmailAddressPolicy Sales -EnabledPrimarySMTPAddressTemplate '${template}@exchangeserverpro.net' -RecipientFilter {Department -eq 'Sales'}`;
const addresses = "(Get-Mailbox 'Alan Reid').EmailAddresses | % { $_.ToString() }";

describe("EmailAddressPolicy", () => {
  test("setup makes one for everybody", () => {
    expectSaid(
      startShell(),
      "Get-EmailAddressPolicy",
      `
Name                                    Priority                                RecipientFilter
----                                    --------                                ---------------
Default Policy                          Lowest                                  Alias -ne $null`,
    );
  });

  test.each([
    ["%g.%s", "Alan.Reid"],
    ["%1g%s", "AReid"],
    ["%s%2g", "ReidAl"],
    ["%m.x", "alan.reid.x"],
    ["%d", "AlanReid"],
    ["%rao%g", "Alon"],
    ["%raa%g", "Aln"],
  ])("%s of Alan Reid is %s", (template, local) => {
    const shell = startShell();
    type(shell, "Set-Mailbox alan.reid -Alias ar", salesPolicy(template.replace("%m", "alan.reid")));
    type(shell, "Set-User 'Alan Reid' -Department Sales");
    expectSaid(shell, "(Get-Mailbox 'Alan Reid').PrimarySmtpAddress.ToString()", `${local}@exchangeserverpro.net`);
  });

  test("the old address stays; two of a name get a number", () => {
    const shell = startShell();
    type(
      shell,
      salesPolicy("%s"),
      "Set-User 'Alan Reid' -Department Sales",
      "Set-User 'Sarah Jones' -LastName Reid -Department Sales",
    );
    expectSaid(shell, addresses, "SMTP:Reid@exchangeserverpro.net\nsmtp:alan.reid@exchangeserverpro.net");
    expectSaid(shell, "(Get-Mailbox sarah.jones).PrimarySmtpAddress.ToString()", "Reid2@exchangeserverpro.net");
  });

  test("Update gives the addresses to those who are there", () => {
    const shell = startShell();
    type(
      shell,
      "New-EmailAddressPolicy Rooms -EnabledEmailAddressTemplates 'SMTP:room.%m@exchangeserverpro.net','%m@exchangeserverpro.net' -IncludedRecipients Resources",
    );
    const rooms = "(Get-Mailbox boardroom).EmailAddresses | % { $_.ToString() }";
    expectSaid(shell, rooms, "SMTP:boardroom@exchangeserverpro.net");
    expectSaid(shell, "(Get-EmailAddressPolicy Rooms).RecipientFilterApplied", "False");
    type(shell, "Update-EmailAddressPolicy Rooms");
    expectSaid(shell, rooms, "SMTP:room.boardroom@exchangeserverpro.net\nsmtp:boardroom@exchangeserverpro.net");
    expectSaid(shell, "(Get-EmailAddressPolicy Rooms).RecipientFilterApplied", "True");
  });

  test("priorities have no gaps", () => {
    const shell = startShell();
    for (const name of ["A", "B", "C"]) type(shell, salesPolicy("%g").replace("Sales", name));
    const order = "(Get-EmailAddressPolicy | % { \"$($_.Name) $($_.Priority)\" }) -join ', '";
    expectSaid(shell, order, "A 1, B 2, C 3, Default Policy Lowest");
    type(shell, "Set-EmailAddressPolicy C -Priority 1");
    expectSaid(shell, order, "C 1, A 2, B 3, Default Policy Lowest");
    type(shell, "Remove-EmailAddressPolicy A -Confirm:$false");
    expectSaid(shell, order, "C 1, B 2, Default Policy Lowest");
  });

  test.each([
    [
      "Remove-EmailAddressPolicy 'Default Policy' -Confirm:$false",
      `The default e-mail address policy "Default Policy" can't be removed.`,
    ],
    [
      "New-EmailAddressPolicy x -EnabledPrimarySMTPAddressTemplate '@nowhere.net' -IncludedRecipients AllRecipients",
      `The domain "nowhere.net" of an address template isn't an accepted domain of the organization.`,
    ],
  ])("%s", (line, message) => {
    expect(
      startShell()
        .run(line)
        .errors.map((error) => error.message),
    ).toEqual([message]);
  });
});

describe("AddressList", () => {
  test("setup's lists, one below another, moved and removed", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "(Get-AddressList | % { $_.Name }) -join ','",
      "All Contacts,All Groups,All Rooms,All Users,Public Folders",
    );
    type(shell, "New-AddressList Riga -RecipientFilter {City -eq 'Riga'} -Container '\\All Users'");
    expectSaid(
      shell,
      "Get-AddressList '\\All Users\\Riga' | fl Container,Path,RecipientFilter,RecipientFilterApplied,Identity",
      `
Container              : \\All Users
Path                   : \\All Users\\Riga
RecipientFilter        : City -eq 'Riga'
RecipientFilterApplied : False
Identity               : \\All Users\\Riga`,
    );
    expect(shell.run("Remove-AddressList 'All Users' -Confirm:$false").errors.map((each) => each.message)).toEqual([
      `The address list "All Users" has lists below it. Remove them first, or use -Recursive.`,
    ]);
    type(shell, "Move-AddressList '\\All Users\\Riga' -Target '\\'", "Update-AddressList '\\Riga'");
    expectSaid(shell, "(Get-AddressList \\Riga).RecipientFilterApplied", "True");
  });
});
