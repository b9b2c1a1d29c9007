// Restore-Mailbox of 2010: what a recovery database holds comes into a folder of a mailbox.
import { expect, test } from "vitest";
import { buildTopology, type Shell } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";

const topology = buildTopology({
  domain: "alpineskihouselab.net",
  servers: ["EX2"],
  databases: [
    { name: "DB1", server: "EX2" },
    { name: "RecoveryDB", server: "EX2", recovery: true },
  ],
  mailboxes: ["Adam Baker"],
});
const line = "Restore-Mailbox -Identity 'Adam Baker' -RecoveryMailbox 'Adam Baker' -TargetFolder Restore";
const start = (): Shell => {
  const shell = startShell({ topology });
  type(shell, "Mount-Database RecoveryDB");
  return shell;
};

test("asks as restore-mailbox.1 does, and restores into a folder of its own", () => {
  const shell = start();
  const asked = shell.run(`${line} -RecoveryDatabase RecoveryDB -IncludeFolders \\Inbox`);
  expect(asked.text.replaceAll(/ +$/gm, "")).toBe(`
Confirm
Are you sure you want to perform this action?
Recovering mailbox content from mailbox 'Adam Baker' in the recovery database 'RecoveryDB' to the mailbox for 'Adam
Baker (adam.baker@alpineskihouselab.net)'. This operation may take a long time to complete.
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"):`);
  expect(shell.answer("y").status).toBe("completed");
  const folders =
    "Get-MailboxFolderStatistics adam.baker | ? { $_.FolderPath -like '/Restore*' -or $_.Name -eq 'Inbox' }";
  expectSaid(
    shell,
    `${folders} | ft -auto FolderPath,ItemsInFolder`,
    `
FolderPath                                                       ItemsInFolder
----------                                                       -------------
/Inbox                                                                     626
/Restore/Recovered Data - Adam Baker - 6-3-2013 9:00:00 AM/Inbox           626`,
  );
});

test("without a mailbox and a folder, what was in the user's own mailbox comes back to its place", () => {
  const shell = start();
  const own = "Restore-Mailbox 'Adam Baker' -RecoveryDatabase RecoveryDB -IncludeFolders \\Inbox -Confirm:$false";
  const inbox = "Get-MailboxFolderStatistics adam.baker | ? { $_.Name -eq 'Inbox' } | % { $_.ItemsInFolder }";
  expectSaid(shell, `${own} | % { $_.MoveStage }; ${inbox}`, "Completed\n626");
  expectSaid(shell, `$null = ${own} -AllowDuplicates; ${inbox}`, "1252");
});

test("-ValidateOnly restores nothing", () => {
  const shell = start();
  const result = "| select SourceDatabase,MoveStage,StatusCode | fl";
  expectSaid(
    shell,
    `${line} -RecoveryDatabase RecoveryDB -ValidateOnly -Confirm:$false ${result}`,
    "SourceDatabase : RecoveryDB\nMoveStage      : Validation\nStatusCode     : 0",
  );
  expectSaid(shell, "@(Get-MailboxFolderStatistics adam.baker | ? { $_.FolderPath -like '/Restore*' }).Count", "0");
});

test.each([
  ["-RecoveryDatabase DB1", 'The database "DB1" isn\'t a recovery database.'],
  ["-RecoveryDatabase Nowhere", 'Couldn\'t find database "Nowhere".'],
])("%s", (parameters, text) => {
  expect(said(start(), `${line} ${parameters} -Confirm:$false`)).toContain(text);
});

test("the recovery database has to be mounted", () => {
  expect(said(startShell({ topology }), `${line} -RecoveryDatabase RecoveryDB -Confirm:$false`)).toContain(
    'The recovery database "RecoveryDB" isn\'t mounted.',
  );
});

test.each([
  ["-SubjectKeywords budget,lunch", "2"],
  ["-SubjectKeywords budget -SenderKeywords adam", "1"],
  ["-RecipientKeywords nobody", "0"],
  ["-AllContentKeywords lunch -Locale en-US", "1"],
  ["-ContentKeywords lunch", "0"],
  ["-StartDate '6/5/2013'", "1"],
  ["-EndDate '6/5/2013'", "1"],
])("%s takes the messages that fit", (filters, count) => {
  const shell = start();
  const mail = (subject: string): string =>
    `Send-MailMessage -From adam.baker@alpineskihouselab.net -To adam.baker@alpineskihouselab.net -Subject ${subject} -Body x -SmtpServer EX2`;
  type(shell, mail("Budget"), "Start-Sleep (3*86400)", mail("Lunch"));
  type(shell, `$null = ${line} -RecoveryDatabase RecoveryDB -Confirm:$false ${filters}`);
  expectSaid(
    shell,
    "[int](Get-MailboxFolderStatistics adam.baker | ? { $_.FolderPath -like '/Restore*/Inbox' } | measure ItemsInFolder -Sum).Sum",
    count,
  );
});
