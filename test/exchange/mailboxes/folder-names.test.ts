// Default folders in the language of their mailbox.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const german = "Set-MailboxRegionalConfiguration alan.reid -Language de-DE -LocalizeDefaultFolderName";

describe("-LocalizeDefaultFolderName", () => {
  test("names the default folders, whoever shows them", () => {
    const shell = startShell({ width: 160 });
    type(shell, german, "$null = New-InboxRule -Name R -Mailbox alan.reid -MoveToFolder 'alan.reid:\\Entwürfe'");
    expectSaid(
      shell,
      "Get-MailboxFolderStatistics alan.reid | ? { $_.FolderType -match 'Inbox|SentItems|DeletedItems|Root$' } | ft Name,FolderPath,Identity,FolderType -a",
      `
Name                                    FolderPath                               Identity                                          FolderType
----                                    ----------                               --------                                          ----------
Oberste Ebene des Informationsspeichers /Oberste Ebene des Informationsspeichers alan.reid\\Oberste Ebene des Informationsspeichers Root
Gelöschte Elemente                      /Gelöschte Elemente                      alan.reid\\Gelöschte Elemente                      DeletedItems
Posteingang                             /Posteingang                             alan.reid\\Posteingang                             Inbox
Gesendete Elemente                      /Gesendete Elemente                      alan.reid\\Gesendete Elemente                      SentItems
Recoverable Items                       /Recoverable Items                       alan.reid\\Recoverable Items                       RecoverableItemsRoot`,
    );
    expectSaid(
      shell,
      "Get-MailboxFolder 'alan.reid:\\Posteingang' | % { $_.Identity.ToString() + ' ' + $_.FolderPath + ' ' + $_.DefaultFolderType }",
      "Alan Reid:\\Posteingang \\Posteingang Inbox",
    );
    expectSaid(
      shell,
      "(Get-InboxRule -Mailbox alan.reid).Description",
      "Take the following actions:\n\tmove the message to folder 'Entwürfe'",
    );
  });

  // What scripts for rights to calendars stumble over.
  test("so that the English names mean nothing any more", () => {
    const shell = startShell();
    type(
      shell,
      german,
      "$null = Add-MailboxFolderPermission 'alan.reid:\\Kalender' -User sarah.jones -AccessRights Reviewer",
    );
    expectSaid(
      shell,
      "Get-MailboxFolderPermission 'alan.reid:\\Kalender'",
      `
FolderName           User                 AccessRights
----------           ----                 ------------
Kalender             Default              {AvailabilityOnly}
Kalender             Anonymous            {None}
Kalender             Sarah Jones          {Reviewer}`,
    );
    expect(said(shell, "Get-MailboxFolderPermission 'alan.reid:\\Calendar'")).toContain(
      "The operation couldn't be performed because 'alan.reid:\\Calendar' couldn't be found.",
    );
    // The same in both languages, and a folder of one's own.
    type(
      shell,
      "$null = Get-MailboxFolder 'alan.reid:\\Journal'",
      "$null = New-MailboxFolder -Name Projekte -Parent 'alan.reid:\\Posteingang'",
    );
    expectSaid(shell, "(Get-MailboxFolder 'alan.reid:\\Posteingang\\Projekte').FolderPath", "\\Posteingang\\Projekte");
  });

  test.each([
    ["fr-FR", "Boîte de réception"],
    ["es-ES", "Bandeja de entrada"],
    ["it-IT", "Posta in arrivo"],
    ["nl-NL", "Postvak IN"],
    ["sv-SE", "Inkorgen"],
    ["pt-BR", "Caixa de Entrada"],
    ["ja-JP", "受信トレイ"],
    ["en-GB", "Inbox"],
  ])("%s: %s", (language, inbox) => {
    const shell = startShell();
    type(shell, german, german.replace("de-DE", language));
    expectSaid(shell, "(Get-MailboxFolderStatistics alan.reid -FolderScope Inbox).Name", inbox);
  });

  test("the folders and the language match, or not", () => {
    const shell = startShell();
    const matches =
      "(Get-MailboxRegionalConfiguration alan.reid -VerifyDefaultFolderNameLanguage).DefaultFolderNameMatchingUserLanguage";
    type(shell, "Set-MailboxRegionalConfiguration alan.reid -Language de-DE");
    expectSaid(shell, matches, "False");
    type(shell, "Set-MailboxRegionalConfiguration alan.reid -LocalizeDefaultFolderName");
    expectSaid(shell, matches, "True");
  });
});
