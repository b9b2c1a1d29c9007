// Public folders since Exchange 2013: they lie in public folder mailboxes, the first of which has the hierarchy.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const start = (...lines: readonly string[]) => {
  const shell = startShell({ edition: "Exchange2016", width: 250 });
  type(shell, ...lines);
  return shell;
};
const master = "$null = New-Mailbox -PublicFolder -Name PF-Master -Database MB-HO-01";
const second = "$null = New-Mailbox -PublicFolder -Name PF-02 -Database MB-BR-01";

// facts/nouns.json, Get-PublicFolder
const noneActive =
  "No active public folder mailboxes were found. This happens when no public folder mailboxes are provisioned or they are provisioned in HoldForMigration mode. If you're not currently performing a migration, create a public folder mailbox.";

describe("public folder mailboxes", () => {
  test("none, or the first held for a migration: no hierarchy", () => {
    const shell = start();
    expect(said(shell, "Get-PublicFolder")).toContain(noneActive);
    type(shell, "$null = New-Mailbox -PublicFolder -Name PF-Master -HoldForMigration:$true");
    expect(said(shell, "Get-PublicFolder")).toContain(noneActive);
    type(shell, "Set-Mailbox -PublicFolder PF-Master -IsHierarchyReady $true");
    expectSaid(shell, "(Get-PublicFolder).Name", "IPM_SUBTREE");
  });

  test("the organization knows the first one", () =>
    expectSaid(
      start(master, second),
      "(Get-OrganizationConfig).RootPublicFolderMailbox -eq (Get-Mailbox -PublicFolder PF-Master).ExchangeGuid",
      "True",
    ));
});

describe("folders", () => {
  const folders = [
    master,
    second,
    "$null = New-PublicFolder -Name Sales",
    "$null = New-PublicFolder -Name East -Path \\Sales -Mailbox PF-02",
  ];

  test("each lies in a mailbox: the one with the hierarchy, or the one that is named", () => {
    const shell = start(...folders);
    expectSaid(
      shell,
      "Get-PublicFolder -Recurse | ft Identity,ContentMailboxName,FolderPath -auto",
      `
Identity    ContentMailboxName FolderPath
--------    ------------------ ----------
\\           PF-Master          {}
\\Sales      PF-Master          {Sales}
\\Sales\\East PF-02              {Sales, East}`,
    );
    expectSaid(shell, "(Get-PublicFolder \\ -Recurse -Mailbox PF-02 -ResidentFolders).Identity", "\\Sales\\East");
  });

  test("its content goes to another one, and the folder below another folder", () => {
    const shell = start(...folders);
    type(
      shell,
      "Set-PublicFolder \\Sales\\East -OverrideContentMailbox PF-Master -Force",
      "Set-PublicFolder \\Sales\\East -Path \\",
    );
    expectSaid(
      shell,
      "Get-PublicFolder \\East | fl Identity,ParentPath,ContentMailboxName,HasSubFolders,FolderSize",
      `
Identity           : \\East
ParentPath         : \\
ContentMailboxName : PF-Master
HasSubFolders      : False
FolderSize         : 0`,
    );
  });

  test("permissions, mail and statistics work as they did", () => {
    const shell = start(...folders);
    type(
      shell,
      "$null = Add-PublicFolderClientPermission \\Sales -User alan.reid -AccessRights Owner",
      "Enable-MailPublicFolder \\Sales",
    );
    expectSaid(shell, "(Get-PublicFolderClientPermission \\Sales -User alan.reid).AccessRights", "Owner");
    expectSaid(shell, "(Get-PublicFolder \\Sales).MailRecipientGuid -eq (Get-MailPublicFolder Sales).Guid", "True");
    expectSaid(
      shell,
      "Get-PublicFolderStatistics \\Sales\\East | fl Name,ItemCount,DatabaseName",
      "Name         : East\nItemCount    : 0\nDatabaseName : MB-BR-01",
    );
  });
});
