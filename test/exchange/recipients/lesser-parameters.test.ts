// Parameters that are rarely typed: pages of recipients, extensions, settings of the session that are put back.
import { describe, expect, test } from "vitest";
import { expectSaid, said, startShell, type } from "../support.js";

const names = "% { $_.Name }";

describe("Get-Recipient -BookmarkDisplayName begins a page", () => {
  test.each([
    ["-BookmarkDisplayName 'Priya Nair' -ResultSize 2 -WarningAction SilentlyContinue", "Priya Nair\nSarah Jones"],
    [
      "-BookmarkDisplayName 'Priya Nair' -IncludeBookmarkObject $true -ResultSize 1 -WarningAction SilentlyContinue",
      "Priya Nair",
    ],
    ["-BookmarkDisplayName 'Priya Nair' -IncludeBookmarkObject $false", "Sarah Jones\nTom Okafor"],
    ["-BookmarkDisplayName 'Q'", "Sarah Jones\nTom Okafor"],
    ["-BookmarkDisplayName 'Z'", ""],
  ])("%s", (parameters, shown) => {
    expectSaid(startShell(), `Get-Recipient ${parameters} | ${names}`, shown);
  });
});

test.each([
  ["Mailbox", "alan.reid"],
  ["MailUser", "Guest"],
  ["MailContact", "Friend"],
])("Set-%s -SecondaryAddress needs a dial plan, of which there is none", (noun, identity) => {
  const shell = startShell({ width: 160 });
  type(
    shell,
    "$null = New-MailUser Guest -ExternalEmailAddress guest@fabrikam.com",
    "$null = New-MailContact Friend -ExternalEmailAddress friend@fabrikam.com",
  );
  const set = `Set-${noun} ${identity} -SecondaryAddress 1234`;
  expect(said(shell, set)).toContain(
    "The parameters SecondaryAddress and SecondaryDialPlan have to be specified together.",
  );
  expect(said(shell, `${set} -SecondaryDialPlan Main`)).toContain(
    'Couldn\'t find object "Main". Please make sure that it was spelled correctly or specify a different object.',
  );
});

test("the Active Directory settings of a session are put back", () => {
  const shell = startShell();
  type(
    shell,
    "$before = Get-ADServerSettings",
    "Set-ADServerSettings -ViewEntireForest $true -PreferredServer HO-DC.exchangeserverpro.net",
    "$after = Get-ADServerSettings",
    "Set-ADServerSettings -RunspaceServerSettings $before",
  );
  const shown = "Get-ADServerSettings | fl ViewEntireForest,UserPreferredGlobalCatalog,RecipientViewRoot";
  expectSaid(
    shell,
    shown,
    `
ViewEntireForest           : False
UserPreferredGlobalCatalog :
RecipientViewRoot          : exchangeserverpro.net`,
  );
  type(shell, "$after | Set-ADServerSettings");
  expectSaid(
    shell,
    shown,
    `
ViewEntireForest           : True
UserPreferredGlobalCatalog : HO-DC.exchangeserverpro.net
RecipientViewRoot          :`,
  );
});

test("role groups of other forests need a domain controller there", () => {
  expectSaid(
    startShell({ width: 300 }),
    "New-RoleGroup X -LinkedDomainController dc.fabrikam.com -LinkedForeignGroup Y -Roles 'Mail Recipients'",
    `
An Active Directory error 0x51 occurred when trying to check the suitability of server 'dc.fabrikam.com'. Error: 'Active directory response: The LDAP server is unavailable.'
    + CategoryInfo          : NotSpecified: (0:Int32) [New-RoleGroup], SuitabilityDirectoryException
    + FullyQualifiedErrorId : 69D15CC1,Microsoft.Exchange.Management.RbacTasks.NewRoleGroup`,
  );
});

test("system messages have their own words again", () => {
  const shell = startShell();
  type(
    shell,
    "$null = New-SystemMessage -DsnCode 5.2.2 -Internal $true -Language en -Text Full",
    "Set-SystemMessage en\\Internal\\5.2.2 -Original",
  );
  expectSaid(
    shell,
    "Get-SystemMessage | % { $_.Text }",
    "The recipient's mailbox is full and can't accept messages now. Please try resending this message later, or contact the recipient directly.",
  );
  expectSaid(
    shell,
    "Get-SystemMessage -Original | ? { $_.DsnCode -eq '5.5.3' } | ft Identity,Internal -a",
    `
Identity          Internal
--------          --------
en\\Internal\\5.5.3     True
en\\External\\5.5.3    False`,
  );
});

test("Test-MAPIConnectivity -Archive", () => {
  const shell = startShell({ width: 160 });
  expect(said(shell, "Test-MAPIConnectivity alan.reid -Archive")).toContain(
    'The mailbox "Alan Reid" has no archive to log on to.',
  );
  type(shell, "$null = Enable-Mailbox alan.reid -Archive -ArchiveDatabase MB-HO-02");
  expectSaid(
    shell,
    "Test-MAPIConnectivity alan.reid -Archive | fl Database,IsArchive,Result",
    `
Database  : MB-HO-02
IsArchive : True
Result    : Success`,
  );
});

test("Get-MailboxFolderStatistics -IncludeAnalysis tells of the largest subject", () => {
  const shell = startShell();
  const send = (subject: string): string =>
    `Send-MailMessage -From sarah.jones@exchangeserverpro.net -To alan.reid@exchangeserverpro.net -Subject ${subject} -Body x -SmtpServer HO-EX2010-MB1`;
  type(shell, send("Lunch"), send("Budget"), send("Budget"));
  expectSaid(
    shell,
    "Get-MailboxFolderStatistics alan.reid -FolderScope Inbox -IncludeAnalysis | fl TopSubject,TopSubjectCount,TopSubjectClass,TopSubjectPath,TopSubjectFrom",
    `
TopSubject      : Budget
TopSubjectCount : 2
TopSubjectClass : IPM.Note
TopSubjectPath  : /Inbox
TopSubjectFrom  : sarah.jones@exchangeserverpro.net`,
  );
  expectSaid(shell, "(Get-MailboxFolderStatistics alan.reid -FolderScope Inbox).TopSubject -eq $null", "True");
});

test("Test-ReplicationHealth -OutputObjects gives the failures alone", () => {
  const shell = startShell();
  expectSaid(shell, "Test-ReplicationHealth -OutputObjects", "");
  type(shell, "Get-Service MSExchangeRepl -ComputerName HO-EX2010-MB1 | Stop-Service -Force");
  expectSaid(
    shell,
    "Test-ReplicationHealth -OutputObjects | fl Server,CheckId,Result,Error",
    `
Server  : HO-EX2010-MB1
CheckId : ReplayService
Result  : *FAILED*
Error   : The Microsoft Exchange Replication service isn't running on server 'HO-EX2010-MB1'.`,
  );
});
