// PublicFolderDatabase: settings there and back, its place beside mailbox databases.
import { describe, expect, test } from "vitest";
import {
  publicFolderDatabase,
  publicFolderDatabaseVerbs,
} from "../../../src/exchange/databases/public-folder-database.js";
import { identitiesOf, roundTripsOf } from "../round-trips.js";
import { expectSaid, startShell, type } from "../support.js";

const noun = { noun: publicFolderDatabase, verbs: publicFolderDatabaseVerbs };
const before = ["New-PublicFolderDatabase PF01 -Server HO-EX2010-MB1 | Out-Null"];
roundTripsOf(noun, { identity: "PF01", before });
identitiesOf(noun, { identity: "PF01", before });

describe("PublicFolderDatabase", () => {
  test("a new one is the default of the mailbox databases, and not mounted", () => {
    const shell = startShell();
    expectSaid(
      shell,
      "New-PublicFolderDatabase PF01 -Server HO-EX2010-MB2",
      `
Name                           Server          Recovery        ReplicationType
----                           ------          --------        ---------------
PF01                           HO-EX2010-MB2   False           None`,
    );
    expectSaid(
      shell,
      "Get-MailboxDatabase | ft Name,PublicFolderDatabase -auto",
      `
Name      PublicFolderDatabase
----      --------------------
MB-HO-01  PF01
MB-HO-02  PF01
MB-BR-01  PF01
MB-HO-03  PF01
RDB-HO-01`,
    );
    expectSaid(shell, "(Get-PublicFolderDatabase -Server HO-EX2010-MB2 -Status).Mounted", "False");
    type(shell, "Mount-Database PF01");
    expectSaid(shell, "(Get-PublicFolderDatabase PF01 -Status).Mounted", "True");
  });

  test("one on a server", () => {
    const shell = startShell();
    type(shell, ...before);
    const { errors } = shell.run("New-PublicFolderDatabase PF02 -Server HO-EX2010-MB1");
    expect(errors.map((error) => error.message)).toEqual([
      'The server "HO-EX2010-MB1" already has the public folder database "PF01". There can be only one on a server.',
    ]);
  });

  test("a mailbox database's default stays, the last one asks", () => {
    const shell = startShell({ answers: ["y", "y"] });
    type(shell, ...before, "New-PublicFolderDatabase PF02 -Server BR-EX2010-MB | Out-Null");
    const { errors } = shell.run("Remove-PublicFolderDatabase PF01 -Confirm:$false");
    expect(errors.map((error) => error.message).join()).toContain(
      'because it is the default public folder database for the following mailbox databases: "MB-HO-01, MB-HO-02, MB-BR-01, MB-HO-03".',
    );
    type(shell, "Get-MailboxDatabase | Set-MailboxDatabase -PublicFolderDatabase PF02 -WarningAction SilentlyContinue");
    type(shell, "Remove-PublicFolderDatabase PF01 -Confirm:$false");
    expectSaid(
      shell,
      "Remove-PublicFolderDatabase PF02",
      `
Confirm
Are you sure you want to perform this action?
Removing public folder database "PF02".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y

Confirm
You are attempting to remove the last public folder database in the organization. If you remove this database, all its
contents will be lost and only users running Outlook 2007 or later will be able to connect to your Exchange
organization. Are you sure that you want to delete the last public folder database?
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y
WARNING: The specified database has been removed. You must remove the database file located in C:\\Program
Files\\Microsoft\\Exchange Server\\V14\\Mailbox\\PF02\\PF02.edb from your computer manually if it exists. Specified database:
 PF02`,
    );
    expectSaid(shell, "(Get-MailboxDatabase MB-HO-01).PublicFolderDatabase", "");
  });
});
