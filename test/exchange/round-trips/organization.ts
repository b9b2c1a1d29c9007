import { identityLines } from "../identity-organization.js";

/** What the objects that are made and changed here point to, beside what every noun has one of. */
export const roundTripLines: readonly string[] = [
  ...identityLines,
  "$null = New-PublicFolderDatabase PF02 -Server BR-EX2010-MB",
  "Mount-Database PF02",
  "$null = New-GlobalAddressList Other -IncludedRecipients MailboxUsers",
  "$null = New-OfflineAddressBook Other -AddressLists '\\Offices'",
  "$null = New-AddressBookPolicy Tailspin -AddressLists '\\Offices' -GlobalAddressList Other -OfflineAddressBook Other -RoomList '\\Offices'",
  "$null = New-ThrottlingPolicy Blackberry",
  "$null = New-SharingPolicy Partners -Domains 'fabrikam.com: CalendarSharingFreeBusySimple'",
  "$null = New-RoleAssignmentPolicy Limited",
  "$null = New-ManagedFolder Projects -FolderName Projects",
  "$null = New-ManagedContentSettings Old -FolderName Projects -MessageClass * -RetentionEnabled $false",
  "$null = New-ManagedFolderMailboxPolicy Engineers",
  "$null = New-ActiveSyncMailboxPolicy Strict",
  "$null = New-OwaMailboxPolicy Plain",
  "$null = New-AcceptedDomain Fabrikam -DomainName fabrikam.com",
  "$null = New-DeliveryAgentConnector Text -AddressSpaces 'SMS:*;1' -DeliveryProtocol SMS",
  "$null = Add-IPAllowListProvider Good -LookupDomain good.contoso.com",
  "$null = Add-IPAllowListProvider Better -LookupDomain better.contoso.com",
  "$null = Add-IPBlockListProvider Bad -LookupDomain bad.contoso.com",
  "$null = Add-IPBlockListProvider Worse -LookupDomain worse.contoso.com",
  "$null = New-ActiveSyncDeviceAccessRule -Characteristic DeviceModel -QueryString Old -AccessLevel Block",
  // Three that have no mail: an account, a contact and a group.
  "$null = New-Mailbox Plain -UserPrincipalName plain@exchangeserverpro.net -Password $password",
  "Disable-Mailbox Plain -Confirm:$false",
  "$null = New-MailContact Pat -ExternalEmailAddress pat@fabrikam.com",
  "Disable-MailContact Pat -Confirm:$false",
  "$null = New-DistributionGroup Readers -Type Security",
  "Disable-DistributionGroup Readers -Confirm:$false",
];
