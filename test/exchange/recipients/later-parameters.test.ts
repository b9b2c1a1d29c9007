// Parameters that cmdlets of recipients and mailboxes have since 2013 or 2016.
import { describe, expect, test } from "vitest";
import { buildTopology, createShell } from "../../../src/index.js";
import { expectSaid, said, type } from "../support.js";

const start = (edition: "Exchange2013" | "Exchange2016" | "Exchange2019" = "Exchange2019", answers: string[] = []) =>
  createShell({ edition, answers });

describe("quarantine", () => {
  test("lasts as long as it is told, and shows its details on demand", () => {
    const shell = start();
    type(shell, "Enable-MailboxQuarantine alan.reid -Duration 02:00:00 -QuarantineReason 'Crashes the store'");
    expectSaid(
      shell,
      "Get-MailboxStatistics alan.reid -IncludeQuarantineDetails | fl DisplayName,*Quarantin*",
      `
DisplayName           : Alan Reid
IsQuarantined         : True
QuarantineDescription : Crashes the store
QuarantineLastCrash   : 6/3/2013 9:00:00 AM
QuarantineEnd         : 6/3/2013 11:00:00 AM`,
    );
    expectSaid(shell, "(Get-MailboxStatistics alan.reid).QuarantineEnd -eq $null", "True");
    expectSaid(
      shell,
      `Get-MailboxStatistics -Database MB-HO-01 -Filter "IsQuarantined -eq 'True'" | % { $_.DisplayName }`,
      "Alan Reid",
    );
    type(shell, "Start-Sleep 7200");
    expectSaid(shell, "(Get-MailboxStatistics alan.reid).IsQuarantined", "False");
  });

  test("ends for one mailbox, those of a database, or of a server", () => {
    const shell = start();
    const count =
      "@(Get-MailboxStatistics -Server HO-EX2010-MB1 -WarningAction SilentlyContinue | ? { $_.IsQuarantined }).Count";
    for (const [line, left] of [
      ["Disable-MailboxQuarantine alan.reid", "1"],
      ["Disable-MailboxQuarantine -Database MB-HO-01 -StoreMailboxIdentity alan.reid", "1"],
      ["Disable-MailboxQuarantine -Database MB-HO-01 -IncludeAllMailboxes", "0"],
      ["Disable-MailboxQuarantine -Server HO-EX2010-MB1 -IncludeAllDatabases", "0"],
    ] as const) {
      type(shell, "'alan.reid','emma.carlisle' | % { Set-Mailbox $_ -Database MB-HO-01; Enable-MailboxQuarantine $_ }");
      expectSaid(shell, count, "2");
      type(shell, line);
      expectSaid(shell, count, left);
    }
  });
});

describe("Get-MailboxStatistics", () => {
  test("of one mailbox in a database; of a copy", () => {
    const shell = start();
    expectSaid(
      shell,
      "Get-MailboxStatistics -Database MB-HO-01 -StoreMailboxIdentity alan.reid | % { $_.DisplayName }",
      "Alan Reid",
    );
    expectSaid(shell, "(Get-MailboxStatistics alan.reid -CopyOnServer HO-EX2010-MB1).DisplayName", "Alan Reid");
    shell.run("Get-MailboxStatistics alan.reid -CopyOnServer HO-EX2010-MB2");
    expectSaid(shell, "$Error[0].Exception.Message", 'The database "MB-HO-01" has no copy on server "HO-EX2010-MB2".');
    expectSaid(
      shell,
      "@(Get-MailboxStatistics -Server HO-EX2010-MB1 -IncludePassive -WarningAction SilentlyContinue).Count -ge @(Get-MailboxStatistics -Server HO-EX2010-MB1 -WarningAction SilentlyContinue).Count",
      "True",
    );
  });
});

describe("mailboxes of further kinds", () => {
  test("for migrations and for the second audit log", () => {
    const shell = start();
    type(
      shell,
      "$null = New-Mailbox -Migration -Name Mig2 -UserPrincipalName mig2@exchangeserverpro.net",
      "$null = New-Mailbox -AuxAuditLog -Name Aux -UserPrincipalName aux@exchangeserverpro.net",
    );
    expectSaid(
      shell,
      "Get-Mailbox -Migration | ft Name,RecipientTypeDetails -auto",
      `
Name RecipientTypeDetails
---- --------------------
Mig2   ArbitrationMailbox`,
    );
    expectSaid(
      shell,
      'Get-Mailbox -AuxAuditLog | % { "$($_.Name) $($_.RecipientTypeDetails)" }',
      "Aux AuxAuditLogMailbox",
    );
    expectSaid(shell, "Get-Mailbox Aux -ErrorAction SilentlyContinue", "");
  });
  test("Get-CASMailbox shows those that are monitored with -Monitoring alone", () => {
    const shell = start();
    expectSaid(shell, "@(Get-CASMailbox -Monitoring).Count -eq @(Get-Mailbox -Monitoring).Count", "True");
    expectSaid(shell, "@(Get-CASMailbox | ? { $_.Name -like 'HealthMailbox*' }).Count", "0");
  });
});

describe("where somebody is", () => {
  test("latitude, longitude and altitude, and nothing else", () => {
    const shell = start();
    type(shell, "Set-User alan.reid -GeoCoordinates '47.64;-122.12;161.4'");
    expectSaid(shell, "(Get-User alan.reid).GeoCoordinates", "47.64;-122.12;161.4");
    for (const text of ["here", "91;0", "1", "1;2;3;4"]) {
      shell.run(`Set-User alan.reid -GeoCoordinates '${text}'`);
      expectSaid(
        shell,
        "$Error[0].Exception.Message",
        `"${text}" isn't a place. Write latitude and longitude, and the altitude where you like: "47.644125;-122.122411;161.432".`,
      );
    }
  });
});

describe("automatic replies of 2016", () => {
  test("decline meetings, and put an event into the calendar", () => {
    const shell = start("Exchange2016");
    const events = "(Get-MailboxFolderStatistics alan.reid -FolderScope Calendar)[0].ItemsInFolder";
    const before = Number(said(shell, events));
    type(
      shell,
      "Set-MailboxAutoReplyConfiguration alan.reid -AutoReplyState Scheduled -StartTime 6/10/2013 -EndTime 6/20/2013 -CreateOOFEvent $true -OOFEventSubject Away -DeclineMeetingMessage Sorry -AutoDeclineFutureRequestsWhenOOF $true",
    );
    expectSaid(
      shell,
      "Get-MailboxAutoReplyConfiguration alan.reid",
      `
RunspaceId                       : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
AutoDeclineFutureRequestsWhenOOF : True
AutoReplyState                   : Scheduled
CreateOOFEvent                   : True
DeclineAllEventsForScheduledOOF  : False
DeclineEventsForScheduledOOF     : False
DeclineMeetingMessage            : Sorry
EndTime                          : 6/20/2013 12:00:00 AM
EventsToDeleteIDs                :
ExternalAudience                 : All
ExternalMessage                  :
InternalMessage                  :
OOFEventSubject                  : Away
StartTime                        : 6/10/2013 12:00:00 AM
MailboxOwnerId                   : exchangeserverpro.net/Head Office/Alan Reid
Identity                         : exchangeserverpro.net/Head Office/Alan Reid
IsValid                          : True
ObjectState                      : Changed`,
    );
    expect(Number(said(shell, events))).toBe(before + 1);
  });
});

describe("permissions", () => {
  test("come back to what they were with -ResetDefault; entries are taken from the pipeline", () => {
    const shell = start("Exchange2019", ["y", "y"]);
    type(shell, "$null = Add-MailboxPermission alan.reid -User emma.carlisle -AccessRights FullAccess");
    expectSaid(
      shell,
      "Remove-MailboxPermission alan.reid -ResetDefault",
      `
Confirm
Are you sure you want to perform this action?
Resetting the permissions of mailbox "Alan Reid" to the default.
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y`,
    );
    expectSaid(shell, "Get-MailboxPermission alan.reid -User emma.carlisle", "");
    type(shell, "$null = Add-MailboxPermission alan.reid -User emma.carlisle -AccessRights FullAccess");
    type(shell, "Get-MailboxPermission alan.reid -User emma.carlisle | Remove-MailboxPermission");
    expectSaid(shell, "Get-MailboxPermission alan.reid -User emma.carlisle", "");
  });
  test("2013 has one way to remove them", () =>
    expectSaid(
      createShell({ edition: "Exchange2013", width: 300 }),
      "Get-Command Remove-MailboxPermission -Syntax",
      `
Remove-MailboxPermission [-Identity] <MailboxIdParameter> -AccessRights <MailboxRights[]> -User <SecurityPrincipalIdParameter> [-Deny] [-DomainController <Fqdn>] [-IgnoreDefaultScope] [-InheritanceType <ActiveDirectorySecurityInheritance>] [-WhatIf] [-Confirm] [<CommonParameters>]

Remove-MailboxPermission -Instance <MailboxAcePresentationObject> [-AccessRights <MailboxRights[]>] [-User <SecurityPrincipalIdParameter>] [-Deny] [-DomainController <Fqdn>] [-IgnoreDefaultScope] [-InheritanceType <ActiveDirectorySecurityInheritance>] [-WhatIf] [-Confirm] [<CommonParameters>]`,
    ));
  // facts/captures.jsonl, add-publicfolderclientpermission.1
  test("of public folders, as those in mailboxes are shown", () => {
    const shell = start("Exchange2016");
    type(shell, "$null = New-Mailbox -PublicFolder -Name PF1", "$null = New-PublicFolder General");
    type(shell, "Remove-PublicFolderClientPermission \\General -User Anonymous -Confirm:$false");
    expectSaid(
      shell,
      "Add-PublicFolderClientPermission \\General -AccessRights CreateItems -User Anonymous",
      `
FolderName           User                 AccessRights                           SharingPermissionFlags
----------           ----                 ------------                           ----------------------
General              Anonymous            {CreateItems}`,
    );
    expectSaid(shell, "(Get-PublicFolderClientPermission \\General -Mailbox PF1).Count", "2");
    shell.run("Get-PublicFolderClientPermission \\General -Mailbox alan.reid");
    expectSaid(
      shell,
      "$Error[0].Exception.Message",
      `Couldn't find object "alan.reid". Please make sure that it was spelled correctly or specify a different object.`,
    );
  });
});

describe("roles", () => {
  test("of some cmdlets of their parent", () => {
    const shell = start();
    type(shell, "$null = New-ManagementRole Small -Parent 'Mail Recipients' -EnabledCmdlets Get-Mailbox,Set-Mailbox");
    expectSaid(
      shell,
      "(Get-ManagementRoleEntry Small\\* | sort Name | % { $_.Name }) -join ', '",
      "Get-Mailbox, Set-Mailbox",
    );
    shell.run("New-ManagementRoleAssignment -Role Small -User alan.reid -RecipientAdministrativeUnitScope Paris");
    expectSaid(
      shell,
      "$Error[0].Exception.Message",
      `Couldn't find object "Paris". Please make sure that it was spelled correctly or specify a different object.`,
    );
  });
});

describe("public folders that mail goes to", () => {
  test("lose their mail object and get it back by its GUID", () => {
    const shell = start();
    type(
      shell,
      "$null = New-Mailbox -PublicFolder -Name PF1",
      "$null = New-PublicFolder Sales",
      "Enable-MailPublicFolder \\Sales",
      "$guid = (Get-MailPublicFolder Sales).Guid",
      "Set-PublicFolder \\Sales -MailEnabled $false",
    );
    expectSaid(shell, "(Get-PublicFolder \\Sales).MailEnabled", "False");
    type(shell, "Set-PublicFolder \\Sales -MailEnabled $true -MailRecipientGuid $guid");
    expectSaid(shell, "$f = Get-PublicFolder \\Sales; $f.MailEnabled; $f.MailRecipientGuid -eq $guid", "True\nTrue");
    expectSaid(shell, "(Get-MailPublicFolder Sales).ContentMailbox.ToString()", "exchangeserverpro.net/Users/PF1");
    type(
      shell,
      "$null = New-PublicFolder East -Path \\Sales",
      "Set-MailPublicFolder Sales -EntryId (Get-PublicFolder \\Sales\\East).EntryId -ExternalEmailAddress sales@other.com -IgnoreMissingFolderLink $true",
    );
    expectSaid(
      shell,
      '$m = Get-MailPublicFolder Sales; $m.EntryId -eq (Get-PublicFolder \\Sales\\East).EntryId; "$($m.ExternalEmailAddress)"; $m.IgnoreMissingFolderLink',
      "True\nsmtp:sales@other.com\nTrue",
    );
  });
});

describe("lists and policies", () => {
  test("address lists by a part of their names", () =>
    expectSaid(start(), "Get-AddressList -SearchText ROOM | % { $_.Name }", "All Rooms"));
  test("a policy gives further addresses and leaves the primary one", () => {
    const shell = start();
    type(
      shell,
      "Set-EmailAddressPolicy 'Default Policy' -EnabledEmailAddressTemplates SMTP:%g@exchangeserverpro.net",
      "Update-EmailAddressPolicy 'Default Policy' -UpdateSecondaryAddressesOnly",
    );
    expectSaid(
      shell,
      "(Get-Mailbox alan.reid).EmailAddresses | % { $_.ProxyAddressString }",
      "SMTP:alan.reid@exchangeserverpro.net\nsmtp:Alan@exchangeserverpro.net",
    );
    type(shell, "Update-EmailAddressPolicy 'Default Policy'");
    expectSaid(shell, "(Get-Mailbox alan.reid).PrimarySmtpAddress.ToString()", "Alan@exchangeserverpro.net");
  });
});

describe("mail users and remote mailboxes", () => {
  test("have room for what is deleted", () => {
    const shell = start("Exchange2013");
    type(
      shell,
      "$null = New-MailUser Nina -ExternalEmailAddress nina@other.com -UserPrincipalName nina@exchangeserverpro.net -Password (ConvertTo-SecureString 'Pa55word!' -AsPlainText -Force)",
      "Set-MailUser Nina -RecoverableItemsQuota 10GB -RecoverableItemsWarningQuota 9GB",
    );
    expectSaid(
      shell,
      "Get-MailUser Nina | fl Recover*",
      `
RecoverableItemsQuota        : 10 GB (10,737,418,240 bytes)
RecoverableItemsWarningQuota : 9 GB (9,663,676,416 bytes)`,
    );
  });
});

describe("a mobile device", () => {
  test("loses its account alone", () => {
    const topology = buildTopology({
      domain: "contoso.com",
      servers: ["EX01"],
      databases: [{ name: "DB01", server: "EX01" }],
      mailboxes: [{ name: "Anna", database: "DB01", devices: [{ id: "A1", type: "iPhone", model: "iPhone" }] }],
    });
    const shell = createShell({ edition: "Exchange2019", topology });
    type(shell, "Get-MobileDevice | Clear-MobileDevice -AccountOnly -Confirm:$false");
    const status = "(Get-MobileDeviceStatistics -Mailbox Anna).Status.ToString()";
    expectSaid(shell, status, "AccountOnlyDeviceWipePending");
    type(shell, "Start-Sleep 600");
    expectSaid(shell, status, "AccountOnlyDeviceWipeSucceeded");
  });
});

describe("what comes by itself", () => {
  test("the default retention policy with an archive, where there is no other (documented)", () => {
    const shell = start("Exchange2013");
    type(
      shell,
      "$null = Enable-Mailbox alan.reid -Archive",
      "$null = New-RetentionPolicy Own",
      "$null = New-Mailbox -Shared Pool -Archive -RetentionPolicy Own",
    );
    expectSaid(
      shell,
      "'alan.reid','emma.carlisle','Pool' | Get-Mailbox | % { \"$($_.RetentionPolicy)\" }",
      "Default MRM Policy\n\nOwn",
    );
    const old = createShell();
    type(old, "$null = Enable-Mailbox alan.reid -Archive");
    expectSaid(old, "(Get-Mailbox alan.reid).RetentionPolicy.Name", "Default Archive and Retention Policy");
  });
  test("public folders in mailboxes: nobody is anonymous, and the system's are not counted", () => {
    const shell = start();
    type(shell, "$null = New-Mailbox -PublicFolder -Name PF1", "$null = New-PublicFolder Docs");
    expectSaid(
      shell,
      "Get-PublicFolderClientPermission \\ | ft User,AccessRights -auto",
      `
User      AccessRights
----      ------------
Default   {Author}
Anonymous {None}`,
    );
    expectSaid(shell, "Get-PublicFolderStatistics | % { $_.Name }", "Docs");
  });
});
