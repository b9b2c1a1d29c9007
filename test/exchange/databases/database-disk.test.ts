// The files of databases on the disks of their servers: what becomes of a mount when they are where nobody looks for them.
import { expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const mounted = "(Get-MailboxDatabase DB1 -Status).Mounted";
const made = ["New-MailboxDatabase DB1 -Server HO-EX2010-MB1 | Out-Null", "Mount-Database DB1"];
const dismount = "Dismount-Database DB1 -Confirm:$false";
const told = (paths: string): string => `Move-DatabasePath DB1 ${paths} -ConfigurationOnly -Confirm:$false`;

/** The reason in an error of Mount-Database. */
const reason = (text: string): string =>
  /Mapi\w+|mount operation is being prevented/.exec(text.replace(/\n/g, ""))?.[0] ?? "";

test("what only the directory was told of stays where it was, and is found again there", () => {
  const shell = startShell();
  type(shell, ...made, dismount, "$paths = Get-MailboxDatabase DB1", told("-EdbFilePath D:\\DB1.edb"));
  expect(reason(said(shell, "Mount-Database DB1"))).toBe("mount operation is being prevented");
  expect(said(shell, "Move-DatabasePath DB1 -EdbFilePath E:\\DB1.edb -Confirm:$false")).toContain(
    'The database file "D:\\DB1.edb" doesn\'t exist.',
  );
  type(shell, told("-EdbFilePath $paths.EdbFilePath"), "Mount-Database DB1");
  expectSaid(shell, mounted, "True");
});

test("a cleanly closed database needs no old logs", () => {
  const shell = startShell();
  type(shell, ...made, dismount, told("-LogFolderPath E:\\Logs"), "Mount-Database DB1");
  expectSaid(shell, mounted, "True");
});

test("-Force makes an empty database without asking; what lay in the mailboxes is gone", () => {
  const shell = startShell();
  expectSaid(shell, "(Get-MailboxStatistics alan.reid).ItemCount -gt 0", "True");
  type(
    shell,
    "Dismount-Database MB-HO-01 -Confirm:$false",
    "Move-DatabasePath MB-HO-01 -EdbFilePath D:\\x.edb -LogFolderPath D:\\x -ConfigurationOnly -Confirm:$false",
    "Mount-Database MB-HO-01 -Force",
  );
  expect(said(shell, "Get-MailboxStatistics alan.reid")).toContain("WARNING: The user hasn't logged on to mailbox");
  type(shell, "Dismount-Database MB-HO-01 -Confirm:$false", "Mount-Database MB-HO-01");
});

test("a file of another server is reached by its share; a restored one needs to be recovered first", () => {
  const files = { "\\\\HO-EX2010-MB2\\D$\\Restore\\DB1.edb": "restored" };
  const line = (server: string): string =>
    `New-MailboxDatabase R1 -Recovery -Server ${server} -EdbFilePath D:\\Restore\\DB1.edb -LogFolderPath D:\\Restore`;
  const shell = startShell({ files });
  expect(said(shell, line("HO-EX2010-MB2")).replace(/\n/g, " ")).toContain(
    "WARNING: Recovery database 'R1' was created using existing file D:\\Restore\\DB1.edb.",
  );
  expect(reason(said(shell, "Mount-Database R1"))).toBe("MapiExceptionJetErrorMissingLogFile");
  expect(said(startShell({ files }), line("HO-EX2010-MB1"))).not.toContain("WARNING");
});

test("a removed database leaves its file, closed in good order; of recovery databases one is mounted", () => {
  const shell = startShell();
  type(
    shell,
    ...made,
    "$path = (Get-MailboxDatabase DB1).EdbFilePath",
    "Remove-MailboxDatabase DB1 -Confirm:$false -WarningAction SilentlyContinue",
    "New-MailboxDatabase R1 -Recovery -Server HO-EX2010-MB1 -EdbFilePath $path -WarningVariable w | Out-Null",
    "Mount-Database R1",
    "New-MailboxDatabase R2 -Recovery -Server HO-EX2010-MB1 | Out-Null",
  );
  expectSaid(shell, "$w.Count", "1");
  expect(reason(said(shell, "Mount-Database R2"))).toBe("MapiExceptionTooManyMountedDatabases");
});

test("nobody answers where the Information Store is stopped or the machine is off", () => {
  const shell = startShell();
  type(shell, "Get-Service MSExchangeIS -ComputerName BR-EX2010-MB | Stop-Service -Force");
  expect(reason(said(shell, "Mount-Database MB-BR-01"))).toBe("MapiExceptionNetworkError");
  const off = startShell();
  type(off, "Stop-Computer BR-EX2010-MB -Force");
  expect(reason(said(off, "Mount-Database MB-BR-01"))).toBe("MapiExceptionNetworkError");
});
