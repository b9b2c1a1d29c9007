// The states behind documented failures pass: locks are released, moves are counted by the hour, servers come back.
import { expect, test } from "vitest";
import { createShell } from "../../../src/index.js";
import { expectSaid, said, startShell, type } from "../support.js";
import { organizations } from "./organizations.js";

test("a mailbox that a broken move left locked is released after two hours", () => {
  const shell = createShell({ topology: organizations.pair() });
  type(
    shell,
    "New-MoveRequest alan.reid -TargetDatabase DB02 | Out-Null",
    "Stop-Service MSExchangeIS -Force",
    "Remove-MoveRequest alan.reid -Confirm:$false",
  );
  expect(said(shell, "New-MoveRequest alan.reid -TargetDatabase DB02")).toContain("Cannot open mailbox /o=");
  type(shell, "Start-Service MSExchangeIS");
  expect(said(shell, "New-MoveRequest alan.reid -TargetDatabase DB02")).toContain("Couldn't switch the mailbox");
  type(shell, "Start-Sleep 7200", "New-MoveRequest alan.reid -TargetDatabase DB02 | Out-Null");
});

test("a move that is given up while its source answers leaves no lock", () => {
  const shell = createShell({ topology: organizations.pair() });
  type(
    shell,
    "New-MoveRequest alan.reid -TargetDatabase DB02 | Out-Null",
    "Remove-MoveRequest alan.reid -Confirm:$false",
    "New-MoveRequest alan.reid -TargetDatabase DB02 | Out-Null",
  );
});

test("after an hour, or without the check, a database is moved once more; 2010 doesn't count", () => {
  const move = (server: string, more = ""): string =>
    `Move-ActiveMailboxDatabase DB02 -ActivateOnServer ${server} -Confirm:$false ${more} | Out-Null`;
  const moves = ["Add-MailboxDatabaseCopy DB02 -MailboxServer EX02", move("EX02"), move("EX01"), move("EX02")];
  const shell = createShell({ edition: "Exchange2019", topology: organizations.exchange2019() });
  type(shell, ...moves);
  expect(said(shell, move("EX01"))).toContain("3 moves have  happened within 01:00:00..");
  type(shell, move("EX01", "-SkipMoveSuppressionChecks"), "Start-Sleep 3600", move("EX02"));
  type(createShell({ topology: organizations.group() }), ...moves, move("EX01"), move("EX02"));
});

test("what a unit denies Exchange holds for those in it, and for nobody else", () => {
  const shell = startShell();
  const refused = (line: string): number => shell.run(line).errors.length;
  type(
    shell,
    "Add-ADPermission 'OU=Head Office,DC=exchangeserverpro,DC=net' -User 'Exchange Trusted Subsystem' -AccessRights WriteProperty -Deny -InheritanceType All | Out-Null",
  );
  expect(refused("Set-Mailbox alan.reid -CustomAttribute1 x")).toBe(1);
  expect(refused("Set-Mailbox lucas.brandt -CustomAttribute1 x")).toBe(0);
});

test("a mailbox gets its database back in the directory", () => {
  const shell = startShell();
  type(
    shell,
    "Import-Module ActiveDirectory",
    "$mdb = (Get-ADUser alan.reid -Properties homeMDB).homeMDB",
    "Set-ADUser alan.reid -Clear homeMDB",
  );
  expect(said(shell, "Get-Mailbox alan.reid | Out-Null")).toContain("has been corrupted");
  type(shell, "Set-ADUser alan.reid -Replace @{homeMDB=$mdb}");
  expectSaid(shell, "Get-Mailbox alan.reid | % { $_.Database.Name }", "MB-HO-01");
});

test("members of a security group: its manager, or who leaves the check aside", () => {
  const shell = startShell();
  type(
    shell,
    "New-DistributionGroup Own -Type Security | Out-Null",
    "Add-DistributionGroupMember Own -Member alan.reid",
  );
  type(shell, "New-DistributionGroup Lists | Out-Null", "Set-DistributionGroup Lists -ManagedBy alan.reid");
  type(shell, "Add-DistributionGroupMember Lists -Member alan.reid");
  type(shell, "Set-DistributionGroup Own -ManagedBy alan.reid -BypassSecurityGroupManagerCheck");
  expect(said(shell, "Remove-DistributionGroupMember Own -Member alan.reid -Confirm:$false")).toContain(
    "can only be performed by a manager of the group",
  );
  type(shell, "Remove-DistributionGroupMember Own -Member alan.reid -BypassSecurityGroupManagerCheck -Confirm:$false");
});

test("the witness is looked at whenever the group is set, and is found when it is back", () => {
  const shell = createShell({ topology: organizations.group() });
  type(shell, "Stop-Computer HUB01 -Force");
  const line = "Set-DatabaseAvailabilityGroup DAG01 -ReplicationPort 64000";
  expect(said(shell, line)).toContain("WARNING: Failed to create file share witness directory");
});

test("the shell goes on where another server answers", () => {
  const shell = startShell({ edition: "Exchange2016", topology: organizations.exchange2019() });
  type(shell, "Stop-Service W3SVC -Force");
  expect(said(shell, "Connect-ExchangeServer -auto")).toMatch(/Connected to EX02\.contoso\.com\.$/);
  expect(said(shell, "Get-Mailbox nobody")).toContain("[Server=EX02,");
});
