// MailboxFolder: the folders of a mailbox as its owner sees them.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

describe("Get-MailboxFolder", () => {
  test("one folder, as a list", () => {
    const shell = startShell({ width: 200 });
    type(shell, "$null = New-MailboxFolder Projects -Parent 'alan.reid:\\Inbox'");
    expectSaid(
      shell,
      "Get-MailboxFolder alan.reid:\\Inbox\\Projects | fl",
      `
RunspaceId        : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
Name              : Projects
Identity          : Alan Reid:\\Inbox\\Projects
ParentFolder      : Alan Reid:\\Inbox
FolderSize        : 0 B (0 bytes)
HasSubfolders     : False
FolderClass       : IPF.Note
FolderPath        : \\Inbox\\Projects
DefaultFolderType : None
MailboxOwnerId    : exchangeserverpro.net/Head Office/Alan Reid
IsValid           : True`,
    );
  });

  test("-GetChildren, -Recurse, -MailFolderOnly, -ResultSize", () => {
    const shell = startShell({ width: 200 });
    type(
      shell,
      "$null = New-MailboxFolder Projects -Parent 'alan.reid:\\Inbox'",
      "$null = New-MailboxFolder Old -Parent 'alan.reid:\\Inbox\\Projects'",
    );
    const names = (line: string): string => `@(Get-MailboxFolder ${line} | % { $_.Name }) -join ','`;
    expectSaid(shell, names("alan.reid:\\Inbox -GetChildren"), "Projects");
    expectSaid(shell, names("alan.reid:\\Inbox -Recurse"), "Inbox,Projects,Old");
    expectSaid(
      shell,
      names("alan.reid:\\ -GetChildren -MailFolderOnly"),
      "Deleted Items,Drafts,Inbox,Junk E-Mail,Outbox,Sent Items",
    );
    expectSaid(
      shell,
      names("alan.reid:\\ -GetChildren -ResultSize 2"),
      "WARNING: There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter.\nCalendar,Contacts",
    );
  });

  test("without a mailbox: one's own", () => {
    const shell = startShell({ user: "alan.reid", width: 200 });
    expectSaid(shell, "(Get-MailboxFolder).Identity.ToString()", "Alan Reid:\\");
    expectSaid(shell, "(Get-MailboxFolder \\Calendar).FolderClass", "IPF.Appointment");
  });
});

describe("New-MailboxFolder", () => {
  test("shows the folder; statistics have it", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "New-MailboxFolder Plans -Parent alan.reid:\\",
      `
Name                                    FolderPath                              HasSubfolders
----                                    ----------                              -------------
Plans                                   \\Plans                                  False`,
    );
    expectSaid(shell, "(Get-MailboxFolderStatistics alan.reid | ? { $_.Name -eq 'Plans' }).FolderType", "User Created");
  });

  test.each([
    ["New-MailboxFolder Inbox -Parent alan.reid:\\", 'The folder "Inbox" already exists'],
    ["New-MailboxFolder X -Parent alan.reid:\\Nowhere", "'alan.reid:\\Nowhere' couldn't be found."],
    ["Get-MailboxFolder nobody:\\Inbox", "object 'nobody' couldn't be found on"],
  ])("%s fails", (line, text) => {
    expect(said(startShell({ width: 200 }), line)).toContain(text);
  });
});
