// Mailboxes that go for good, and archives that are in Exchange Online.
import { describe, test } from "vitest";
import { expectSaid, startShell, type } from "../support.js";

const lost = "(Get-MailboxStatistics -Database MB-HO-01 | ? { $_.DisconnectDate } | % { $_.DisplayName }) -join ','";

describe("Remove-Mailbox -Database -StoreMailboxIdentity", () => {
  // The line that administrators purge a database with
  test("purges the mailboxes without users", () => {
    const shell = startShell();
    type(
      shell,
      "Disable-Mailbox alan.reid -Confirm:$false",
      "Remove-Mailbox sarah.jones -Confirm:$false",
      "Clean-MailboxDatabase MB-HO-01",
    );
    expectSaid(shell, lost, "Alan Reid,Sarah Jones");
    expectSaid(
      shell,
      "Get-MailboxDatabase MB-* | Get-MailboxStatistics | ? { $_.DisconnectDate -ne $null } | foreach { Remove-Mailbox -Database $_.Database -StoreMailboxIdentity $_.MailboxGuid -Confirm:$false }",
      "",
    );
    expectSaid(shell, lost, "");
  });

  test("asks first", () => {
    const shell = startShell({ answers: ["n"] });
    type(shell, "Disable-Mailbox alan.reid -Confirm:$false", "Clean-MailboxDatabase MB-HO-01");
    type(shell, "Remove-Mailbox -Database MB-HO-01 -StoreMailboxIdentity 'Alan Reid'");
    expectSaid(shell, lost, "Alan Reid");
  });

  test("not of somebody who has it, nor of nobody, nor of nowhere", () => {
    const shell = startShell({ width: 160 });
    expectSaid(
      shell,
      "Remove-Mailbox -Database MB-HO-01 -StoreMailboxIdentity 'Alan Reid' -Confirm:$false",
      `
The mailbox "Alan Reid" can't be removed from its database: it is the mailbox of "Alan Reid". Disable it first.
    + CategoryInfo          : InvalidOperation: (Alan Reid:StoreMailboxIdParameter) [Remove-Mailbox], TaskInvalidOperationException
    + FullyQualifiedErrorId : 8EED06E5,Microsoft.Exchange.Management.RecipientTasks.RemoveMailbox`,
    );
    // facts/captures.jsonl, connect-mailbox.1: the text
    expectSaid(
      shell,
      "Remove-Mailbox -Database MB-HO-01 -StoreMailboxIdentity 'clark_kent' -Confirm:$false",
      `
Mailbox "clark_kent" doesn't exist on database "MB-HO-01".
    + CategoryInfo          : NotSpecified: (clark_kent:StoreMailboxIdParameter) [Remove-Mailbox], MdbAdminTaskException
    + FullyQualifiedErrorId : 4E2A70F,Microsoft.Exchange.Management.RecipientTasks.RemoveMailbox`,
    );
    expectSaid(
      shell,
      "Remove-Mailbox alan.reid -StoreMailboxIdentity 'Alan Reid'",
      `
A positional parameter cannot be found that accepts argument 'alan.reid'.
    + CategoryInfo          : InvalidArgument: (:) [Remove-Mailbox], ParameterBindingException
    + FullyQualifiedErrorId : PositionalParameterNotFound,Remove-Mailbox`,
    );
  });
});

test("Remove-Mailbox -Permanent leaves nothing in the database", () => {
  const shell = startShell();
  type(
    shell,
    "Remove-Mailbox alan.reid -Permanent $true -Confirm:$false",
    "Remove-Mailbox sarah.jones -Permanent $false -Confirm:$false",
    "Clean-MailboxDatabase MB-HO-01",
  );
  expectSaid(shell, lost, "Sarah Jones");
});

describe("A remote archive", () => {
  const shown =
    "Get-Mailbox -RemoteArchive | fl Name,ArchiveDatabase,ArchiveName,ArchiveDomain,ArchiveStatus,RemoteRecipientType";

  test("is enabled, found and disabled", () => {
    const shell = startShell();
    expectSaid(shell, "Get-Mailbox -RemoteArchive", "");
    type(
      shell,
      "Enable-Mailbox alan.reid -RemoteArchive -ArchiveDomain archive.contoso.com",
      "Enable-Mailbox sarah.jones -Archive",
    );
    expectSaid(
      shell,
      shown,
      `
Name                : Alan Reid
ArchiveDatabase     :
ArchiveName         : {Personal Archive - Alan Reid}
ArchiveDomain       : archive.contoso.com
ArchiveStatus       : None
RemoteRecipientType : ProvisionArchive`,
    );
    expectSaid(shell, "(Get-Mailbox alan.reid).ArchiveGuid -eq [Guid]::Empty", "False");
    type(shell, "Disable-Mailbox alan.reid -RemoteArchive -Confirm:$false");
    expectSaid(shell, shown, "");
    expectSaid(shell, "Get-Mailbox alan.reid | % { $_.ArchiveGuid -eq [Guid]::Empty }", "True");
  });

  test("comes with a new mailbox", () => {
    const shell = startShell();
    type(
      shell,
      "New-Mailbox 'Kim Lee' -UserPrincipalName kim@exchangeserverpro.net -Password (ConvertTo-SecureString 'Pa55word!' -AsPlainText -Force) -RemoteArchive -ArchiveDomain archive.contoso.com",
    );
    expectSaid(shell, "Get-Mailbox -RemoteArchive | % { $_.Name }", "Kim Lee");
  });

  test("is not taken from who has none", () => {
    const shell = startShell({ width: 160 });
    type(shell, "Enable-Mailbox alan.reid -RemoteArchive -ArchiveDomain archive.contoso.com");
    expectSaid(
      shell,
      "Disable-Mailbox sarah.jones -RemoteArchive -Confirm:$false",
      `
The mailbox "Sarah Jones" has no remote archive.
    + CategoryInfo          : InvalidArgument: (0:Int32) [Disable-Mailbox], RecipientTaskException
    + FullyQualifiedErrorId : 7EEA2E4,Microsoft.Exchange.Management.RecipientTasks.DisableMailbox`,
    );
  });
});
