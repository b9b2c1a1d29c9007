// Retention: policies, the tags in them, mailboxes with a policy.
import { describe, test } from "vitest";
import { retentionPolicy, retentionPolicyVerbs } from "../../../src/exchange/retention/retention-policy.js";
import { retentionPolicyTag, retentionPolicyTagVerbs } from "../../../src/exchange/retention/retention-policy-tag.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, startShell, type } from "../support.js";

const before = [
  "$null = New-RetentionPolicyTag T1 -Type Inbox -AgeLimitForRetention 30 -RetentionAction PermanentlyDelete",
];
const tag = { noun: retentionPolicyTag, verbs: retentionPolicyTagVerbs };
roundTripsOf(tag, {
  before,
  identity: "T1",
  samples: {
    AddressForJournaling: ["alan.reid", "exchangeserverpro.net/Head Office/Alan Reid"],
    LegacyManagedFolder: ["Inbox", "Inbox"],
  },
});
identitiesOf(tag, { before, identity: "T1" });

const policy = { noun: retentionPolicy, verbs: retentionPolicyVerbs };
roundTripsOf(policy, {
  before: [...before, "$null = New-RetentionPolicy P1"],
  identity: "P1",
  samples: { RetentionPolicyTagLinks: ["T1", "{T1}"] },
});
identitiesOf(policy, { before: ["$null = New-RetentionPolicy P1"], identity: "P1" });

describe("what setup makes", () => {
  test("a policy and its tags", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "Get-RetentionPolicy | % { $_.Name; $_.RetentionPolicyTagLinks.Count }",
      "Default Archive and Retention Policy\n11",
    );
    expectSaid(
      shell,
      "Get-RetentionPolicyTag -Types All,RecoverableItems | ft Name,Type,RetentionAction,AgeLimitForRetention -AutoSize",
      `
Name                                                  Type RetentionAction AgeLimitForRetention
----                                                  ---- --------------- --------------------
Default 2 year move to archive                         All   MoveToArchive 730.00:00:00
Recoverable Items 14 days move to archive RecoverableItems   MoveToArchive 14.00:00:00`,
    );
  });
});

describe("a policy of one's own", () => {
  test("is given to mailboxes; a tag that is removed leaves it", () => {
    const shell = startShell();
    type(
      shell,
      ...before,
      "$null = New-RetentionPolicyTag T2 -Type All",
      "$null = New-RetentionPolicy P1 -RetentionPolicyTagLinks T1,T2",
    );
    expectSaid(
      shell,
      "Get-RetentionPolicy P1",
      `
Name                                                        RetentionPolicyTagLinks
----                                                        -----------------------
P1                                                          {T1, T2}`,
    );
    type(shell, "Set-Mailbox alan.reid -RetentionPolicy P1", "Remove-RetentionPolicyTag T2 -Confirm:$false");
    expectSaid(
      shell,
      '"$((Get-Mailbox alan.reid).RetentionPolicy) $((Get-RetentionPolicy P1).RetentionPolicyTagLinks)"',
      "P1 T1",
    );
  });

  test("system tags are shown when asked for", () => {
    const shell = startShell();
    type(shell, "$null = New-RetentionPolicyTag Sys -Type All -SystemTag $true");
    expectSaid(
      shell,
      "@(Get-RetentionPolicyTag -Types All | % { $_.Name }) -join ','",
      "Default 2 year move to archive",
    );
    expectSaid(
      shell,
      "@(Get-RetentionPolicyTag -Types All -IncludeSystemTags | % { $_.Name }) -join ','",
      "Default 2 year move to archive,Sys",
    );
  });
});

describe("tags of mailboxes", () => {
  test("those of the policy, and those that the owner has chosen", () => {
    const shell = startShell({ width: 200 });
    const names = (more: string): string =>
      `@(Get-RetentionPolicyTag -Mailbox alan.reid ${more} | % { $_.Name }) -join ','`;
    type(
      shell,
      ...before,
      "$null = New-RetentionPolicy P1 -RetentionPolicyTagLinks T1",
      "Set-Mailbox alan.reid -RetentionPolicy P1",
      "Set-RetentionPolicyTag -Mailbox alan.reid -OptionalInMailbox '1 Week Delete','Never Delete'",
    );
    expectSaid(shell, names(""), "T1,1 Week Delete,Never Delete");
    expectSaid(shell, names("-OptionalInMailbox"), "1 Week Delete,Never Delete");
    expectSaid(
      shell,
      "Set-RetentionPolicyTag -Mailbox alan.reid -OptionalInMailbox T1 2>&1 | % { $_.Exception.Message }",
      'The retention policy tag "T1" isn\'t a personal tag; nobody can choose it.',
    );
    type(shell, "Set-RetentionPolicyTag -Mailbox alan.reid -OptionalInMailbox $null");
    expectSaid(shell, names("-OptionalInMailbox"), "");
  });

  test("made of a managed folder", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-ManagedFolder Projects -FolderName Projects",
      "$null = New-ManagedContentSettings S -FolderName Projects -MessageClass IPM.Note -RetentionEnabled $true -RetentionAction PermanentlyDelete -AgeLimitForRetention 90",
      "$null = New-RetentionPolicyTag Projects -ManagedFolderToUpgrade Projects",
    );
    expectSaid(
      shell,
      "Get-RetentionPolicyTag Projects | fl Type,MessageClass,RetentionEnabled,RetentionAction,AgeLimitForRetention,LegacyManagedFolder",
      `
Type                 : Personal
MessageClass         : IPM.Note
RetentionEnabled     : True
RetentionAction      : PermanentlyDelete
AgeLimitForRetention : 90.00:00:00
LegacyManagedFolder  : Projects`,
    );
  });
});
