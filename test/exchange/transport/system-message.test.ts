// System messages: texts of delivery reports; subscriptions of Edge servers, of which there are none.
import { expect, test } from "vitest";
import { systemMessage, systemMessageVerbs } from "../../../src/exchange/transport/system-message.js";
import { roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const make = "New-SystemMessage -DsnCode 5.1.1 -Internal $true -Language en -Text 'Nobody here has this name.'";
roundTripsOf({ noun: systemMessage, verbs: systemMessageVerbs }, { before: [make], identity: "'en\\Internal\\5.1.1'" });

test("named by language, place and code", () => {
  const shell = startShell();
  expectSaid(
    shell,
    make,
    `
Identity                                                    Text
--------                                                    ----
en\\Internal\\5.1.1                                           Nobody here has this name.`,
  );
  type(shell, "New-SystemMessage -QuotaMessageType WarningMailbox -Language en -Text 'Tidy up.'");
  expectSaid(shell, "(Get-SystemMessage | % { $_.Name }) -join ','", "en\\Internal\\5.1.1,en\\WarningMailbox");
  type(shell, "Remove-SystemMessage 'en\\WarningMailbox' -Confirm:$false");
  expectSaid(shell, "(Get-SystemMessage).DsnCode", "5.1.1");
});

test("a code that is none", () => {
  expect(said(startShell(), make.replace("5.1.1", "7.1.1"))).toContain('The DSN code "7.1.1" isn\'t valid.');
});

test("no Edge Transport server is subscribed", () => {
  expectSaid(startShell(), "Get-EdgeSubscription", "");
});
