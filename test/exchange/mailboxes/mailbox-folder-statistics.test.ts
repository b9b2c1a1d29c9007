// MailboxFolderStatistics: the folders of mailboxes.
import { describe, test } from "vitest";
import { changeFolder } from "../../../src/exchange/mailboxes/mailbox-content.js";
import { findByIndex } from "../../../src/topology/index.js";
import { expectSaid, startShell } from "../support.js";

describe("Get-MailboxFolderStatistics", () => {
  test("all folders, with what is below them", () => {
    expectSaid(
      startShell({ width: 160 }),
      "Get-MailboxFolderStatistics alan.reid | ft FolderPath,FolderType,ItemsInFolder,ItemsInFolderAndSubfolders,FolderSize -AutoSize",
      `
FolderPath                FolderType                ItemsInFolder ItemsInFolderAndSubfolders FolderSize
----------                ----------                ------------- -------------------------- ----------
/Top of Information Store Root                                  0                       1510 0 B (0 bytes)
/Calendar                 Calendar                            105                        105 3.707 MB (3,886,995 bytes)
/Contacts                 Contacts                             60                         60 2.118 MB (2,220,960 bytes)
/Deleted Items            DeletedItems                        136                        136 4.802 MB (5,034,856 bytes)
/Drafts                   Drafts                               15                         15 542.2 KB (555,195 bytes)
/Inbox                    Inbox                               726                        726 25.66 MB (26,905,560 bytes)
/Journal                  Journal                               0                          0 0 B (0 bytes)
/Junk E-Mail              JunkEmail                            30                         30 1.059 MB (1,110,420 bytes)
/Notes                    Notes                                 0                          0 0 B (0 bytes)
/Outbox                   Outbox                                0                          0 0 B (0 bytes)
/Sent Items               SentItems                           423                        423 14.94 MB (15,667,920 bytes)
/Tasks                    Tasks                                15                         15 542.2 KB (555,195 bytes)
/Recoverable Items        RecoverableItemsRoot                  0                         75 0 B (0 bytes)
/Deletions                RecoverableItemsDeletions            75                         75 2.648 MB (2,776,275 bytes)
/Purges                   RecoverableItemsPurges                0                          0 0 B (0 bytes)
/Versions                 RecoverableItemsVersions              0                          0 0 B (0 bytes)`,
    );
  });

  // facts/captures.jsonl, get-mailboxfolderstatistics.1: the folders of the scope, and how their identities look
  test("of a scope", () => {
    expectSaid(
      startShell(),
      "Get-MailboxFolderStatistics alan.reid@exchangeserverpro.net -FolderScope RecoverableItems | % { $_.Identity }",
      `
alan.reid@exchangeserverpro.net\\Recoverable Items
alan.reid@exchangeserverpro.net\\Deletions
alan.reid@exchangeserverpro.net\\Purges
alan.reid@exchangeserverpro.net\\Versions`,
    );
  });

  test("dates when they are asked for; folders that were made", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "Get-MailboxFolderStatistics alan.reid -FolderScope Inbox -IncludeOldestAndNewestItems | % { $_.NewestItemReceivedDate.ToString(); $_.OldestDeletedItemReceivedDate -eq $null }",
      "6/3/2013 3:40:44 AM\nTrue",
    );
    const [user] = findByIndex(shell.topology, "User", "alias", "alan.reid");
    if (user === undefined) throw new Error("no such user");
    const topology = changeFolder(shell.topology, user, "/Inbox/Projects", 3, 3000n);
    expectSaid(
      startShell({ topology }),
      'Get-Mailbox alan.reid | Get-MailboxFolderStatistics -FolderScope Inbox | % { "$($_.Identity) $($_.FolderType) $($_.ItemsInFolderAndSubfolders)" }',
      "exchangeserverpro.net/Head Office/Alan Reid\\Inbox Inbox 729\nexchangeserverpro.net/Head Office/Alan Reid\\Inbox\\Projects User Created 3",
    );
  });
});
