// ManagedFolder, ManagedContentSettings and ManagedFolderMailboxPolicy: what 2010 keeps of 2007's records management.
import { describe, expect, test } from "vitest";
import {
  managedContentSettings,
  managedContentSettingsVerbs,
} from "../../../src/exchange/retention/managed-content-settings.js";
import { managedFolder, managedFolderVerbs } from "../../../src/exchange/retention/managed-folder.js";
import {
  managedFolderMailboxPolicy,
  managedFolderMailboxPolicyVerbs,
} from "../../../src/exchange/retention/managed-folder-mailbox-policy.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, said, startShell, type } from "../support.js";

const folder = ["$null = New-ManagedFolder Projects -FolderName 'My Projects' -StorageQuota 10MB"];
const settings = [
  ...folder,
  "$null = New-ManagedContentSettings Old -FolderName Projects -MessageClass * -RetentionEnabled $true -AgeLimitForRetention 90",
];
const policy = [...folder, "$null = New-ManagedFolderMailboxPolicy Engineers -ManagedFolderLinks Projects,Inbox"];

const folders = { noun: managedFolder, verbs: managedFolderVerbs };
identitiesOf(folders, { before: folder, identity: "Projects" });
roundTripsOf(folders, { before: folder, identity: "Projects" });
const contents = { noun: managedContentSettings, verbs: managedContentSettingsVerbs };
identitiesOf(contents, { before: settings, identity: "Old", forms: ["Projects\\Old"] });
roundTripsOf(contents, {
  before: settings,
  identity: "Old",
  // MoveToFolder needs a folder.
  samples: {
    RetentionAction: ["PermanentlyDelete", "PermanentlyDelete"],
    MoveToDestinationFolder: ["Inbox", "Inbox"],
    AddressForJournaling: ["alan.reid", "exchangeserverpro.net/Head Office/Alan Reid"],
  },
});
const policies = { noun: managedFolderMailboxPolicy, verbs: managedFolderMailboxPolicyVerbs };
identitiesOf(policies, { before: policy, identity: "Engineers" });
roundTripsOf(policies, {
  before: policy,
  identity: "Engineers",
  samples: { ManagedFolderLinks: ["Calendar,Projects", "{Calendar, Projects}"] },
});

describe("ManagedFolder", () => {
  // documented: the default managed folders
  test("setup makes one for each default folder", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "@(Get-ManagedFolder | % { $_.Name }) -join ','",
      "Calendar,Contacts,Conversation History,Deleted Items,Drafts,Entire Mailbox,Inbox,Journal,Junk E-mail,Notes,Outbox,RSS \nFeeds,Sent Items,Sync Issues,Tasks".replace(
        "\n",
        "",
      ),
    );
    type(shell, ...folder);
    expectSaid(
      shell,
      "Get-ManagedFolder Inbox; Get-ManagedFolder Projects",
      `
Name                                    FolderName                              Description
----                                    ----------                              -----------
Inbox                                   Inbox                                   ManagedDefaultFolder
Projects                                My Projects                             ManagedCustomFolder`,
    );
  });

  test("a default folder of its own; those of a mailbox", () => {
    const shell = startShell();
    type(
      shell,
      "$null = New-ManagedFolder Inbox2 -DefaultFolderType Inbox -BaseFolderOnly $true",
      ...policy,
      "Set-Mailbox alan.reid -ManagedFolderMailboxPolicy Engineers",
    );
    expectSaid(shell, '"$((Get-ManagedFolder Inbox2).FolderType)"', "Inbox");
    expectSaid(shell, "@(Get-ManagedFolder -Mailbox alan.reid | % { $_.Name }) -join ','", "Projects,Inbox");
  });
});

describe("ManagedContentSettings", () => {
  test("the view, of a folder", () => {
    const shell = startShell();
    type(shell, ...settings, "$null = New-ManagedContentSettings X -FolderName Inbox -MessageClass IPM.Note");
    expectSaid(
      shell,
      "Get-ManagedContentSettings -FolderName Projects",
      `
Name                                    MessageClass                            ManagedFolderName
----                                    ------------                            -----------------
Old                                     *                                       Projects`,
    );
  });

  test("a move needs a folder to move to", () => {
    const shell = startShell();
    type(shell, ...settings);
    for (const line of [
      "New-ManagedContentSettings Y -FolderName Inbox -MessageClass * -RetentionAction MoveToFolder",
      "Set-ManagedContentSettings Old -RetentionAction MoveToFolder",
    ]) {
      expect(said(shell, line), line).toContain("The retention action MoveToFolder needs the folder to move to");
    }
  });

  test("go with their folder", () => {
    const shell = startShell();
    type(shell, ...settings, "Remove-ManagedFolder Projects -Confirm:$false");
    expectSaid(shell, "Get-ManagedContentSettings", "");
  });
});

describe("ManagedFolderMailboxPolicy", () => {
  test("stays while a mailbox has it, but for -Force", () => {
    const shell = startShell();
    type(shell, ...policy, "Set-Mailbox alan.reid -ManagedFolderMailboxPolicy Engineers");
    expect(said(shell, "Remove-ManagedFolderMailboxPolicy Engineers -Confirm:$false")).toContain(
      'the mailbox "Alan Reid" has it.',
    );
    type(shell, "Remove-ManagedFolderMailboxPolicy Engineers -Force -Confirm:$false");
    expectSaid(shell, '"$((Get-Mailbox alan.reid).ManagedFolderMailboxPolicy)"', "");
  });
});
