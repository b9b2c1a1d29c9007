// AddressBookPolicy: which lists of addresses people see.
import { expect, test } from "vitest";
import { addressBookPolicy, addressBookPolicyVerbs } from "../../../src/exchange/policies/address-book-policy.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const noun = { noun: addressBookPolicy, verbs: addressBookPolicyVerbs };
const before = [
  "$null = New-AddressList Tailspin -IncludedRecipients MailboxUsers",
  "$null = New-AddressBookPolicy Tailspin -AddressLists 'All Users','\\Tailspin' -GlobalAddressList '\\Default Global Address List' -OfflineAddressBook '\\Default Offline Address Book' -RoomList '\\All Rooms'",
];
identitiesOf(noun, { before, identity: "Tailspin" });
roundTripsOf(noun, {
  before: [
    ...before,
    "$null = New-GlobalAddressList Other -IncludedRecipients MailboxUsers",
    "$null = New-OfflineAddressBook Other -AddressLists '\\Tailspin'",
  ],
  identity: "Tailspin",
  samples: {
    AddressLists: ["Tailspin,'\\All Groups'", "{\\Tailspin, \\All Groups}"],
    GlobalAddressList: ["Other", "\\Other"],
    OfflineAddressBook: ["Other", "\\Other"],
    RoomList: ["Tailspin", "\\Tailspin"],
  },
});

test("the view; of a mailbox, which keeps it from being removed", () => {
  const shell = startShell();
  type(shell, ...before, "Set-Mailbox alan.reid -AddressBookPolicy Tailspin");
  expectSaid(
    shell,
    "Get-AddressBookPolicy",
    `
Name                    AddressLists            OfflineAddressBook      RoomList                GlobalAddressList
----                    ------------            ------------------      --------                -----------------
Tailspin                {\\All Users, \\Tailspin} \\Default Offline Add... \\All Rooms              \\Default Global Addr...`,
  );
  expectSaid(shell, "(Get-Mailbox alan.reid).AddressBookPolicy.Name", "Tailspin");
  expect(said(shell, "Remove-AddressBookPolicy Tailspin -Confirm:$false")).toContain('the mailbox "Alan Reid" has it.');
  type(shell, "Set-Mailbox alan.reid -AddressBookPolicy $null", "Remove-AddressBookPolicy Tailspin -Confirm:$false");
  expectSaid(shell, "Get-AddressBookPolicy", "");
});

test("lists that are not there", () => {
  expect(
    said(
      startShell(),
      "New-AddressBookPolicy X -AddressLists Nowhere -GlobalAddressList '\\Default Global Address List' -OfflineAddressBook '\\Default Offline Address Book' -RoomList '\\All Rooms'",
    ),
  ).toContain('Couldn\'t find object "Nowhere".');
});
