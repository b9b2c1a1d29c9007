// Mount-Database, Dismount-Database, Move-DatabasePath: databases of both kinds.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const mounted = "Get-MailboxDatabase -Status | ft Name,Mounted -auto";

describe("Mount- and Dismount-Database", () => {
  test("a database goes down and up", () => {
    const shell = startShell();
    type(shell, "Dismount-Database MB-HO-02 -Confirm:$false", "Mount-Database RDB-HO-01");
    expectSaid(
      shell,
      mounted,
      `
Name      Mounted
----      -------
MB-HO-01     True
MB-HO-02    False
MB-BR-01     True
MB-HO-03     True
RDB-HO-01    True`,
    );
    type(shell, "Get-MailboxDatabase MB-HO-02 | Mount-Database");
    expectSaid(shell, "(Get-MailboxDatabase MB-HO-02 -Status).Mounted", "True");
  });

  test("a new database is created by its first mount", () => {
    const shell = startShell();
    type(shell, "New-MailboxDatabase DB9 -Server BR-EX2010-MB | Out-Null");
    expectSaid(shell, "(Get-MailboxDatabase DB9).DatabaseCreated", "False");
    type(shell, "Mount-Database DB9");
    expectSaid(shell, "(Get-MailboxDatabase DB9).DatabaseCreated", "True");
  });

  test("what would happen", () => {
    const shell = startShell();
    expectSaid(shell, "Mount-Database MB-HO-01 -WhatIf", 'What if: Mounting database "MB-HO-01".');
    expectSaid(
      shell,
      "Mount-Database MB-HO-01 -Force -WhatIf",
      'What if: Mounting the database, "MB-HO-01", forcefully.',
    );
    expectSaid(shell, "Dismount-Database MB-HO-01 -WhatIf", 'What if: Dismounting database "MB-HO-01".');
  });

  test("dismounting asks", () => {
    const shell = startShell({ answers: ["n"] });
    expectSaid(
      shell,
      "Dismount-Database MB-HO-01",
      `
Confirm
Are you sure you want to perform this action?
Dismounting database "MB-HO-01".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n`,
    );
    expectSaid(shell, "(Get-MailboxDatabase MB-HO-01 -Status).Mounted", "True");
  });

  test("one that is not there", () => {
    expect(said(startShell(), "Mount-Database NODB").replace(/\n/g, " ")).toContain(
      "The operation couldn't be performed because object 'NODB' couldn't be found on 'HO-DC.exchangeserverpro.net'.",
    );
  });
});

describe("Move-DatabasePath", () => {
  const line = "Move-DatabasePath MB-HO-01 -EdbFilePath D:\\DB\\MB-HO-01.edb -LogFolderPath E:\\Logs\\MB-HO-01";
  const paths = "Get-MailboxDatabase MB-HO-01 | fl EdbFilePath,LogFolderPath";

  test("asks twice, moves, and leaves the database mounted", () => {
    const shell = startShell({ answers: ["y", "y"] });
    expectSaid(
      shell,
      line,
      `
Confirm
Are you sure you want to perform this action?
Moving database path "MB-HO-01".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y

Confirm
To perform the move operation, database must be temporarily dismounted, which will make it inaccessible to all users.
Do you want to continue?
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y`,
    );
    expectSaid(shell, paths, "EdbFilePath   : D:\\DB\\MB-HO-01.edb\nLogFolderPath : E:\\Logs\\MB-HO-01");
    expectSaid(shell, "(Get-MailboxDatabase MB-HO-01 -Status).Mounted", "True");
  });

  test.each(["-Force", "-ConfigurationOnly"])("%s: no second question", (option) => {
    const shell = startShell();
    type(shell, `${line} ${option} -Confirm:$false`);
    expectSaid(shell, "(Get-MailboxDatabase MB-HO-01).LogFolderPath.PathName", "E:\\Logs\\MB-HO-01");
  });

  test("without a path", () => {
    expect(startShell().run("Move-DatabasePath MB-HO-01 -Force").errors).toHaveLength(1);
  });
});
