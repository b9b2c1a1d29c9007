import { roundTripLines } from "../round-trips/organization.js";

/** Lines that give the article's organization an object of every noun that names objects. */
export const listedLines: readonly string[] = [
  ...roundTripLines,
  "Enable-MailPublicFolder \\Board -EA SilentlyContinue",
  "$null = New-PublicFolder Minutes -Path \\Board",
  "Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer HO-EX2010-MB1",
  "Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer HO-EX2010-MB2",
  "Add-MailboxDatabaseCopy MB-HO-01 -MailboxServer HO-EX2010-MB2",
  "$null = New-MoveRequest sarah.jones -TargetDatabase MB-HO-02",
  "$null = New-MailboxExportRequest -Mailbox alan.reid -FilePath \\\\HO-DC\\x\\a.pst -Name Out",
  "$null = New-MailboxImportRequest -Mailbox alan.reid -FilePath \\\\HO-DC\\x\\a.pst -Name In",
  "$null = New-InboxRule Rule -Mailbox alan.reid -SubjectContainsWords x -DeleteMessage $true",
  "$null = Enable-OutlookAnywhere -Server BR-EX2010-MB -ExternalHostname m.exchangeserverpro.net -ClientAuthenticationMethod Basic -SSLOffloading $false",
  "$null = New-AddressList Riga -Container \\Offices -IncludedRecipients AllRecipients",
  "$null = New-EmailAddressPolicy Own -IncludedRecipients MailContacts -EnabledPrimarySMTPAddressTemplate SMTP:@fabrikam.com",
  "$null = New-ManagementRole Tier1 -Parent 'Mail Recipients'",
  "$null = New-RoleGroup Helpers -Roles 'Mail Recipients' -Members tom.okafor",
  "$null = New-ManagementRoleAssignment Own -Role 'Mail Recipients' -User alan.reid",
  "$null = New-ReceiveConnector Apps -Server HO-EX2010-MB1 -Bindings 0.0.0.0:2525 -RemoteIPRanges 10.0.0.1 -Custom",
  "$xml = '<?xml version=\"1.0\"?><EdgeSubscriptionData><EdgeServerName>EDGE01</EdgeServerName><EdgeServerFQDN>EDGE01.exchangeserverpro.net</EdgeServerFQDN></EdgeSubscriptionData>'",
  "$null = New-EdgeSubscription -FileData ([Text.Encoding]::ASCII.GetBytes($xml)) -Site HeadOffice",
  // A message that waits in its queue.
  "Suspend-Queue HO-EX2010-MB1\\Submission -Confirm:$false",
  "Send-MailMessage -From alan.reid@exchangeserverpro.net -To tom.okafor@exchangeserverpro.net -Subject Waiting -Body x -SmtpServer HO-EX2010-MB1",
];
