// Pictures and spoken names: imported, exported, shown, removed.
import { expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const picture = "-Picture -FileData ([byte[]](0xFF,0xD8,1,2,3))";
const state = (line: string): string => `${line} | % { "$($_.HasPicture) $($_.HasSpokenName)" }`;

test("a mailbox gets a picture and a spoken name, and loses them", () => {
  const shell = startShell({ width: 300 });
  expectSaid(shell, state("Get-Mailbox alan.reid"), "False False");
  type(
    shell,
    `Import-RecipientDataProperty alan.reid ${picture}`,
    "Import-RecipientDataProperty alan.reid -SpokenName -FileData ([byte[]](1,2))",
    "Import-Module ActiveDirectory",
  );
  expectSaid(shell, state("Get-Mailbox alan.reid"), "True True");
  expectSaid(shell, "(Export-RecipientDataProperty alan.reid -Picture).FileData -join ','", "255,216,1,2,3");
  expectSaid(shell, "(Get-ADUser alan.reid -Properties thumbnailPhoto).thumbnailPhoto.Length", "5");
  type(shell, "Set-Mailbox alan.reid -RemovePicture -RemoveSpokenName");
  expectSaid(shell, state("Get-Mailbox alan.reid"), "False False");
  expectSaid(
    shell,
    "Export-RecipientDataProperty alan.reid -SpokenName",
    `The recipient "Alan Reid" has no spoken name.
    + CategoryInfo          : InvalidOperation: (Alan Reid:ADObjectId) [Export-RecipientDataProperty], TaskInvalidOperationException
    + FullyQualifiedErrorId : D42E5E51,Microsoft.Exchange.Management.RecipientTasks.ExportRecipientDataProperty`,
  );
});

test.each([
  ["MailContact", "New-MailContact X -ExternalEmailAddress x@fabrikam.com"],
  ["MailUser", "New-MailUser X -ExternalEmailAddress x@fabrikam.com"],
])("%s", (noun, line) => {
  const shell = startShell();
  type(shell, `$null = ${line}`, `Import-RecipientDataProperty X ${picture}`);
  expectSaid(shell, state(`Get-${noun} X`), "True False");
  type(shell, `Set-${noun} X -RemovePicture`);
  expectSaid(shell, state(`Get-${noun} X`), "False False");
});

test("what is too large, or no picture", () => {
  const shell = startShell({ width: 300 });
  const first = (line: string): string => said(shell, line).split("\n")[0] ?? "";
  type(shell, "$large = [byte[]](,0 * 10241)");
  expect(first("Import-RecipientDataProperty alan.reid -Picture -FileData $large")).toBe(
    "The picture is too large. The file can't be larger than 10 KB.",
  );
  expect(first("Import-RecipientDataProperty alan.reid -Picture -FileData ([byte[]](1,2,3))")).toBe(
    "The picture isn't in a format that is supported: it has to be a JPEG file.",
  );
});
