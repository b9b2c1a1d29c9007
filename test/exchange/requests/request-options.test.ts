// What requests and moves are told of losses and of copies: limits that have to be meant, and options that are shown.
import { expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const refusal =
  "Please confirm your intention to accept a large amount of data loss by specifying the AcceptLargeDataLoss parameter.";
const export1 = "New-MailboxExportRequest alan.reid -FilePath \\\\ho-dc\\pst\\a.pst";

test.each(["New-MoveRequest alan.reid -TargetDatabase MB-HO-02", export1])("%s -BadItemLimit", (line) => {
  const shell = startShell({ width: 300 });
  for (const limit of ["51", "unlimited"])
    expect(said(shell, `${line} -BadItemLimit ${limit}`).split("\n")[0]).toBe(refusal);
  const request = `${line} -BadItemLimit 51 -AcceptLargeDataLoss -WarningAction SilentlyContinue`;
  expectSaid(shell, `"$((${request}).BadItemLimit)"`, "51");
});

test("changed limits have to be meant as well", () => {
  const shell = startShell({ width: 300 });
  type(shell, "$null = New-MoveRequest alan.reid -TargetDatabase MB-HO-02", `$null = ${export1}`);
  for (const line of ["Set-MoveRequest alan.reid", "Set-MailboxExportRequest alan.reid\\MailboxExport"]) {
    expect(said(shell, `${line} -BadItemLimit 60`).split("\n")[0]).toBe(refusal);
    type(shell, `${line} -BadItemLimit 60 -AcceptLargeDataLoss`);
  }
});

test("statistics tell what is copied, and how", () => {
  const shell = startShell({ width: 300 });
  type(
    shell,
    `$null = ${export1} -IncludeFolders '#Inbox#','Sales' -ExcludeDumpster -ConflictResolutionOption KeepAll -AssociatedMessagesCopyOption Copy -TargetRootFolder Alan`,
  );
  expectSaid(
    shell,
    "Get-MailboxExportRequest | Get-MailboxExportRequestStatistics | fl *Folder*,ExcludeDumpster,*Option",
    `
SourceRootFolder             :
TargetRootFolder             : Alan
IncludeFolders               : {#Inbox#, Sales}
ExcludeFolders               : {}
ExcludeDumpster              : True
ConflictResolutionOption     : KeepAll
AssociatedMessagesCopyOption : Copy`,
  );
});

test("a mailbox is restored to whom it was, or to whoever is meant", () => {
  const shell = startShell({ width: 600 });
  type(shell, "Disable-Mailbox alan.reid -Confirm:$false");
  const line =
    "New-MailboxRestoreRequest -SourceDatabase MB-HO-01 -SourceStoreMailbox 'Alan Reid' -TargetMailbox sarah.jones";
  expect(said(shell, line).split("\n")[0]).toMatch(
    /^The LegacyExchangeDN of the source mailbox, "\/o=.*cn=Alan Reid1", isn't that of the target mailbox, "\/o=.*", or one of its X500 addresses\. To restore it anyway, use the AllowLegacyDNMismatch parameter\.$/,
  );
  type(shell, "$x = (Get-MailboxStatistics -Database MB-HO-01 | ? { $_.DisplayName -eq 'Alan Reid' }).LegacyDN");
  type(shell, 'Set-Mailbox sarah.jones -EmailAddresses @{Add="X500:$x"}', `$null = ${line}`);
});
