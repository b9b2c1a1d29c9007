// Verbs that do more than to change one object ask for the write scope as Set- does; and a session stays its user's.
import { describe, expect, test } from "vitest";
import { createShell, restoreShell, type Shell } from "../../../src/index.js";
import { expectSaid, startShell, type } from "../support.js";

const own = "exchangeserverpro.net";

/** An organization in which Anna has every role, and may change nothing: her scopes are empty. */
const organization = (() => {
  const shell = startShell();
  type(
    shell,
    "$password = ConvertTo-SecureString 'Pa$$w0rd!' -AsPlainText -Force",
    `$null = New-Mailbox anna -UserPrincipalName anna@${own} -Password $password`,
    `$null = New-Mailbox idle -UserPrincipalName idle@${own} -Password $password`,
    "Disable-Mailbox idle -Confirm:$false",
    "$null = New-PublicFolderDatabase PF01 -Server HO-EX2010-MB1",
    "Mount-Database PF01",
    "$null = New-PublicFolder Board",
    "$null = New-MoveRequest tom.okafor -TargetDatabase MB-HO-03",
    "$null = New-DatabaseAvailabilityGroup DAG1 -WitnessServer HO-DC",
    "Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer HO-EX2010-MB1",
    "Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer HO-EX2010-MB2",
    "Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer BR-EX2010-MB",
    "Add-MailboxDatabaseCopy MB-HO-01 -MailboxServer HO-EX2010-MB2",
    "Add-MailboxDatabaseCopy MB-HO-03 -MailboxServer HO-EX2010-MB2 -SeedingPostponed",
    "Set-DatabaseAvailabilityGroup DAG1 -DatacenterActivationMode DagOnly",
    "$null = New-DistributionGroup Team",
    "Suspend-Queue Submission -Confirm:$false",
    `Send-MailMessage -From alan.reid@${own} -To sarah.jones@${own} -Subject Hello -SmtpServer HO-EX2010-MB1`,
    "$null = New-ManagementScope Nothing -ServerRestrictionFilter \"Name -eq 'NONE'\"",
    "$null = New-ManagementScope Nobody -RecipientRestrictionFilter \"Office -eq 'NONE'\"",
    "$null = New-RoleGroup Everything -Roles (Get-ManagementRole | ? { $_.RoleType -notlike 'My*' -and $_.RoleType -notlike '*UnScoped*' } | % { $_.Name }) -Members anna -CustomConfigWriteScope Nothing -CustomRecipientWriteScope Nobody",
  );
  return shell.topology;
})();
const anna = (): Shell => createShell({ user: "anna", topology: organization });

/** Lines that would change something. */
const lines: readonly string[] = [
  "Set-MailboxServer HO-EX2010-MB1 -MessageTrackingLogEnabled $false",
  "Dismount-Database MB-HO-02 -Confirm:$false",
  "Mount-Database MB-HO-02",
  "Move-DatabasePath MB-HO-02 -EdbFilePath D:\\X\\x.edb -Confirm:$false -Force",
  "Move-ActiveMailboxDatabase MB-HO-01 -ActivateOnServer HO-EX2010-MB2 -Confirm:$false",
  "Suspend-MailboxDatabaseCopy MB-HO-01\\HO-EX2010-MB2 -Confirm:$false",
  "Resume-MailboxDatabaseCopy MB-HO-01\\HO-EX2010-MB2",
  "Set-MailboxDatabaseCopy MB-HO-01\\HO-EX2010-MB2 -ActivationPreference 1",
  "Remove-MailboxDatabaseCopy MB-HO-01\\HO-EX2010-MB2 -Confirm:$false",
  "Add-MailboxDatabaseCopy MB-HO-02 -MailboxServer HO-EX2010-MB2",
  "Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer BR-EX2010-MB",
  "New-MailboxDatabase New -Server HO-EX2010-MB1",
  "New-PublicFolderDatabase PF02 -Server HO-EX2010-MB2",
  "Suspend-Queue Submission -Confirm:$false",
  "Resume-Queue Submission",
  "Retry-Queue Submission",
  "Get-Message | Suspend-Message -Confirm:$false",
  "Get-Message | Remove-Message -Confirm:$false",
  "New-MoveRequest sarah.jones -TargetDatabase MB-HO-03",
  "Suspend-MoveRequest tom.okafor -Confirm:$false",
  "Resume-MoveRequest tom.okafor",
  "Set-MoveRequest tom.okafor -BadItemLimit 7",
  "Remove-MoveRequest tom.okafor -Confirm:$false",
  "New-MailboxExportRequest sarah.jones -FilePath \\\\HO-DC\\x\\y.pst",
  "Enable-Mailbox idle",
  "Disable-Mailbox sarah.jones -Confirm:$false",
  "Set-CASMailbox sarah.jones -OWAEnabled $false",
  "Set-MailboxAutoReplyConfiguration sarah.jones -AutoReplyState Enabled",
  "Set-CalendarProcessing sarah.jones -AutomateProcessing AutoAccept",
  "Set-MailboxRegionalConfiguration sarah.jones -Language en-US",
  "New-InboxRule Rule -Mailbox sarah.jones -DeleteMessage $true",
  "Update-DistributionGroupMember Team -Members sarah.jones -Confirm:$false",
  "Set-OwaVirtualDirectory 'HO-EX2010-MB1\\owa (Default Web Site)' -FormsAuthentication $true",
  "Disable-TransportAgent 'Transport Rule Agent' -Confirm:$false",
  "New-ExchangeCertificate -Force",
  "Enable-MailPublicFolder \\Board",
  "Set-PublicFolder \\Board -AgeLimit 3.00:00:00",
  "Add-PublicFolderClientPermission \\Board -User sarah.jones -AccessRights Owner",
  "Update-AddressList 'All Users'",
  "Update-EmailAddressPolicy 'Default Policy'",
  "Update-OfflineAddressBook 'Default Offline Address Book'",
  "Clean-MailboxDatabase MB-HO-02",
  "Update-MailboxDatabaseCopy MB-HO-03\\HO-EX2010-MB2 -DeleteExistingFiles -Confirm:$false",
  "Remove-DatabaseAvailabilityGroupServer DAG1 -MailboxServer BR-EX2010-MB -Confirm:$false",
  "Stop-DatabaseAvailabilityGroup DAG1 -MailboxServer HO-EX2010-MB2 -Confirm:$false",
  "Start-DatabaseAvailabilityGroup DAG1 -MailboxServer HO-EX2010-MB2",
  "Restore-DatabaseAvailabilityGroup DAG1 -Confirm:$false",
];

describe("what lies outside the write scope is refused by", () => {
  test.each(lines)("%s", (line) => {
    const shell = anna();
    const before = shell.topology;
    const result = shell.run(line);
    expect(result.errors.map(({ message }) => message.replace(/^The operation on .*? failed because/, "…"))).toEqual([
      expect.stringMatching(
        /^… it's out of the current user's write scope\. '.*' isn't within your current write scopes\./,
      ),
    ]);
    expect(shell.topology).toBe(before);
  });

  test("and done where the scope allows it", () => {
    const shell = startShell({ topology: organization });
    type(
      shell,
      "$null = New-ManagementScope HO -ServerRestrictionFilter \"Name -like 'HO-*'\"",
      "$null = New-RoleGroup Operators -Roles 'Transport Queues','Databases' -Members sarah.jones -CustomConfigWriteScope HO",
      "Get-ManagementScope HO | fl | Out-Null",
    );
    const sarah = createShell({ user: "sarah.jones", topology: shell.topology });
    type(sarah, "Resume-Queue Submission");
    expectSaid(sarah, "(Get-Queue Submission).MessageCount", "0");
  });
});

describe("a session as a user stays his", () => {
  const refused = (shell: Shell): readonly string[] =>
    shell.run("Set-Mailbox sarah.jones -CustomAttribute1 x").errors.map(({ id }) => id.replace(/^.*,/, ""));
  const known = (shell: Shell): string => shell.run("@(Get-Command *-Mailbox).Count; $env:USERNAME").text;
  const wanted = ["Microsoft.Exchange.Management.RecipientTasks.SetMailbox"];

  test("through undo", () => {
    const shell = anna();
    const commands = known(shell);
    type(shell, "$x = 1");
    shell.undo();
    expect([known(shell), refused(shell)]).toEqual([commands, wanted]);
    shell.undo();
    shell.undo();
    expect([known(shell), refused(shell)]).toEqual([commands, wanted]);
  });

  test("in a fork", () => {
    const shell = anna();
    const commands = known(shell);
    const fork = shell.fork();
    expect([known(fork), refused(fork)]).toEqual([commands, wanted]);
  });

  test("in a shell of its snapshot, through JSON", () => {
    const shell = anna();
    const commands = known(shell);
    const restored = restoreShell(JSON.parse(JSON.stringify(shell.snapshot())));
    expect([known(restored), refused(restored)]).toEqual([commands, wanted]);
    const again = restoreShell(JSON.parse(JSON.stringify(restored.snapshot())));
    expect([known(again), refused(again)]).toEqual([commands, wanted]);
  });

  test("and the one of nobody in particular may do everything, also from its snapshot", () => {
    const restored = restoreShell(JSON.parse(JSON.stringify(startShell({ topology: organization }).snapshot())));
    type(restored, "Set-Mailbox sarah.jones -CustomAttribute1 x", "$null = Get-Command New-MailboxExportRequest");
  });
});
