// Who may do what in the folders of a mailbox.
import { describe, expect, test } from "vitest";
import { expectSaid, startShell, type } from "../support.js";

function made() {
  const shell = startShell();
  type(
    shell,
    "$password = ConvertTo-SecureString 'Pa$$w0rd!' -AsPlainText -Force",
    ...["anna", "berta"].map(
      (name) => `$null = New-Mailbox ${name} -UserPrincipalName ${name}@exchangeserverpro.net -Password $password`,
    ),
  );
  return shell;
}

describe("MailboxFolderPermission", () => {
  test("what a folder has from the beginning (view and entries: facts, get-mailboxfolderpermission.1)", () => {
    const shell = made();
    expectSaid(
      shell,
      "Get-MailboxFolderPermission -Identity anna:\\Calendar",
      `
FolderName           User                 AccessRights
----------           ----                 ------------
Calendar             Default              {AvailabilityOnly}
Calendar             Anonymous            {None}`,
    );
    expectSaid(
      shell,
      "Get-MailboxFolderPermission anna | fl",
      `
RunspaceId   : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
FolderName   : Top of Information Store
User         : Default
AccessRights : {None}
Identity     : Default
IsValid      : True

RunspaceId   : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
FolderName   : Top of Information Store
User         : Anonymous
AccessRights : {None}
Identity     : Anonymous
IsValid      : True`,
    );
  });

  test("entries come, change and go", () => {
    const shell = made();
    expectSaid(
      shell,
      "Add-MailboxFolderPermission anna@exchangeserverpro.net:\\calendar -User berta -AccessRights Editor",
      `
FolderName           User                 AccessRights
----------           ----                 ------------
Calendar             berta                {Editor}`,
    );
    type(
      shell,
      "Set-MailboxFolderPermission anna:\\Calendar -User Default -AccessRights Reviewer",
      "Set-MailboxFolderPermission anna:\\Calendar -User berta -AccessRights DeleteOwnedItems,ReadItems",
    );
    expectSaid(
      shell,
      "Get-MailboxFolderPermission anna:\\Calendar",
      `
FolderName           User                 AccessRights
----------           ----                 ------------
Calendar             Default              {Reviewer}
Calendar             Anonymous            {None}
Calendar             berta                {ReadItems, DeleteOwnedItems}`,
    );
    expectSaid(shell, "(Get-MailboxFolderPermission anna:\\Calendar -User berta).AccessRights.Count", "2");
    expectSaid(shell, "@(Get-MailboxFolderPermission anna:\\Inbox).Count", "2");
    type(shell, "Remove-MailboxFolderPermission anna:\\Calendar -User berta -Confirm:$false");
    expectSaid(shell, "@(Get-MailboxFolderPermission anna:\\Calendar).Count", "2");
  });

  test.each([
    [
      "Get-MailboxFolderPermission anna:\\Nowhere",
      "The operation couldn't be performed because 'anna:\\Nowhere' couldn't be found.",
    ],
    ["Get-MailboxFolderPermission anna -User berta", "There is no existing permission entry found for user: berta."],
    [
      "Add-MailboxFolderPermission anna -User Default -AccessRights Owner",
      "An existing permission entry was found for user: Default.",
    ],
    [
      "Set-MailboxFolderPermission anna -User berta -AccessRights Owner",
      "There is no existing permission entry found for user: berta.",
    ],
    [
      "Remove-MailboxFolderPermission anna -User berta -Confirm:$false",
      "There is no existing permission entry found for user: berta.",
    ],
    [
      "Add-MailboxFolderPermission anna -User nobody -AccessRights Owner",
      'The user "nobody" is either not valid SMTP address, or there is no matching information.',
    ],
  ])("%s", (line, text) => {
    expect(
      made()
        .run(line)
        .errors.map(({ message }) => message),
    ).toEqual([text]);
  });
});
