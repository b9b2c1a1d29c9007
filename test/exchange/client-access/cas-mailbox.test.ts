// CASMailbox, and the policies that mailboxes link to.
import { describe, test } from "vitest";
import {
  activeSyncMailboxPolicy,
  activeSyncMailboxPolicyVerbs,
  mobileDeviceMailboxPolicy,
  mobileDeviceMailboxPolicyVerbs,
} from "../../../src/exchange/client-access/active-sync-mailbox-policy.js";
import { casMailbox, casMailboxVerbs } from "../../../src/exchange/client-access/cas-mailbox.js";
import { owaMailboxPolicy, owaMailboxPolicyVerbs } from "../../../src/exchange/client-access/owa-mailbox-policy.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, startShell, type } from "../support.js";

const noun = { noun: casMailbox, verbs: casMailboxVerbs };
const links = {
  ActiveSyncMailboxPolicy: ["Default", "Default"],
  OwaMailboxPolicy: ["Default", "Default"],
  EwsAllowList: ["a,b", "{a, b}"],
  EwsBlockList: ["a,b", "{a, b}"],
} as const;
// Shown on request only, and addresses, which have rules of their own.
const except = ["ActiveSyncDebugLogging", "EmailAddresses", "PrimarySmtpAddress", "SamAccountName"];
roundTripsOf(noun, { identity: "alan.reid", samples: links, except });
roundTripsOf(noun, { identity: "alan.reid", samples: links, except, edition: "Exchange2016" });
identitiesOf(noun, { identity: "'Alan Reid'", forms: ["alan.reid", "alan.reid@exchangeserverpro.net"] });

describe("Get-CASMailbox", () => {
  test("view", () => {
    expectSaid(
      startShell(),
      "Get-CASMailbox alan.reid",
      `
Name                      ActiveSyncEnabled OWAEnabled       PopEnabled       ImapEnabled      MapiEnabled
----                      ----------------- ----------       ----------       -----------      -----------
Alan Reid                 True              True             True             True             True`,
    );
  });

  test("one switched off, found by -Filter", () => {
    const shell = startShell();
    type(shell, "Get-CASMailbox alan.reid | Set-CASMailbox -PopEnabled $false -ActiveSyncEnabled $false");
    expectSaid(
      shell,
      "Get-CASMailbox -Filter { PopEnabled -eq $false }",
      `
Name                      ActiveSyncEnabled OWAEnabled       PopEnabled       ImapEnabled      MapiEnabled
----                      ----------------- ----------       ----------       -----------      -----------
Alan Reid                 False             True             False            True             True`,
    );
  });

  test("nothing to change", () => {
    expectSaid(
      startShell(),
      "Set-CASMailbox alan.reid -OWAEnabled $true",
      `
WARNING: The command completed successfully but no settings of 'exchangeserverpro.net/Head Office/Alan Reid' have been
modified.`,
    );
  });

  test("a mailbox without a policy has the default one, whichever that is", () => {
    const shell = startShell();
    const shown = "Get-CASMailbox alan.reid | fl ActiveSyncMailboxPolicy*";
    type(shell, "$null = New-ActiveSyncMailboxPolicy Strict -DevicePasswordEnabled $true -IsDefaultPolicy $true");
    expectSaid(
      shell,
      shown,
      `
ActiveSyncMailboxPolicy            : Strict
ActiveSyncMailboxPolicyIsDefaulted : True`,
    );
    type(shell, "Set-CASMailbox alan.reid -ActiveSyncMailboxPolicy Default");
    expectSaid(
      shell,
      shown,
      `
ActiveSyncMailboxPolicy            : Default
ActiveSyncMailboxPolicyIsDefaulted : False`,
    );
    type(shell, "Set-CASMailbox alan.reid -ActiveSyncMailboxPolicy $null");
    expectSaid(
      shell,
      shown,
      `
ActiveSyncMailboxPolicy            : Strict
ActiveSyncMailboxPolicyIsDefaulted : True`,
    );
    expectSaid(
      shell,
      "Get-ActiveSyncMailboxPolicy | ft Name,IsDefaultPolicy,DevicePasswordEnabled -auto",
      `
Name    IsDefaultPolicy DevicePasswordEnabled
----    --------------- ---------------------
Default           False                 False
Strict             True                  True`,
    );
  });

  test("debug logging is shown when it is asked for", () => {
    const shell = startShell();
    type(shell, "Set-CASMailbox alan.reid -ActiveSyncDebugLogging $true");
    expectSaid(shell, "Get-CASMailbox alan.reid | fl *Debug*", "ActiveSyncDebugLogging :");
    expectSaid(shell, "Get-CASMailbox alan.reid -ActiveSyncDebugLogging | fl *Debug*", "ActiveSyncDebugLogging : True");
  });

  test("addresses follow the rules of mailboxes", () => {
    const shell = startShell();
    type(shell, "Set-CASMailbox alan.reid -EmailAddresses @{Add='smtp:al@exchangeserverpro.net'}");
    expectSaid(shell, "(Get-Mailbox al@exchangeserverpro.net).Name", "Alan Reid");
  });
});

const policy = { noun: activeSyncMailboxPolicy, verbs: activeSyncMailboxPolicyVerbs };
const strict = { before: ["$null = New-ActiveSyncMailboxPolicy Strict"], identity: "Strict" };
roundTripsOf(policy, strict);
identitiesOf(policy, strict);
roundTripsOf(
  { noun: mobileDeviceMailboxPolicy, verbs: mobileDeviceMailboxPolicyVerbs },
  { before: ["$null = New-MobileDeviceMailboxPolicy Strict"], identity: "Strict", edition: "Exchange2013" },
);
test("the two names of a policy mean the same one", () => {
  const shell = startShell({ edition: "Exchange2016" });
  type(shell, "Set-MobileDeviceMailboxPolicy Default -PasswordEnabled $true -MaxInactivityTimeLock 00:15:00");
  expectSaid(
    shell,
    "Get-ActiveSyncMailboxPolicy | fl Name,DevicePasswordEnabled,MaxInactivityTimeDeviceLock",
    `
Name                        : Default
DevicePasswordEnabled       : True
MaxInactivityTimeDeviceLock : 00:15:00`,
  );
});

const webPolicy = { noun: owaMailboxPolicy, verbs: owaMailboxPolicyVerbs };
const plain = { before: ["$null = New-OwaMailboxPolicy Plain"], identity: "Plain" };
roundTripsOf(webPolicy, plain);
identitiesOf(webPolicy, plain);
