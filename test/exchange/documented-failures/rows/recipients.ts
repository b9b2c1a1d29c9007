// Recipients: making, changing and removing them, their statistics, groups.
import { shown } from "../../../support/console.js";
import type { Row } from "../register.js";

export const recipients: readonly Row[] = [
  {
    evidence: ["new-mailbox.1"],
    organization: "contoso",
    line: "New-Mailbox -Name Zed -UserPrincipalName zed@contoso.com",
    answers: ["Passw0rd!"],
    text: shown`

cmdlet New-Mailbox at command pipeline position 1
Supply values for the following parameters:
Password: *********

Name                      Alias                ServerName       ProhibitSendQuota                                      
----                      -----                ----------       -----------------                                      
Zed                       zed                  ex01             unlimited                                              


`,
  },
  {
    evidence: ["new-mailbox.2", "errors.34"],
    organization: "contoso",
    line: "Set-Mailbox sarah.jones -EmailAddresses SMTP:alan.reid@contoso.com -EmailAddressPolicyEnabled $false",
    text: shown`
The proxy address "SMTP:alan.reid@contoso.com" is already being used by the proxy addresses or LegacyExchangeDN of "con
toso.com/Users/Alan Reid". Please choose another proxy address.
    + CategoryInfo          : InvalidData: (contoso.com/Users/Alan Reid:ADObjectId) [Set-Mailbox], ProxyAddressExistsE 
   xception
    + FullyQualifiedErrorId : A6E03D0A,Microsoft.Exchange.Management.RecipientTasks.SetMailbox
 
`,
    names: { "info@contoso.com": "alan.reid@contoso.com", "contoso.com/Users/Info": "contoso.com/Users/Alan Reid" },
  },
  {
    evidence: ["new-mailbox.3"],
    organization: "contoso",
    line: "New-Mailbox -Name 'Alan Reid' -UserPrincipalName other@contoso.com -Password (ConvertTo-SecureString Passw0rd! -AsPlainText -Force)",
    text: shown`
Active Directory operation failed on DC01.contoso.com. The object 'CN=Alan Reid,CN=Users,DC=contoso,DC=com' already exi
sts.
    + CategoryInfo          : NotSpecified: (0:Int32) [New-Mailbox], ADObjectAlreadyExistsException
    + FullyQualifiedErrorId : E9BD6529,Microsoft.Exchange.Management.RecipientTasks.NewMailbox
 
`,
    differs: "its words are not known; the directory's own are",
  },
  {
    evidence: ["new-mailbox.4"],
    organization: "contoso",
    line: "Enable-Mailbox alan.reid",
    text: shown`
This task does not support recipients of this type. The specified recipient contoso.com/Users/Alan Reid is of type User
Mailbox. Please make sure that this recipient matches the required recipient type for this task.
    + CategoryInfo          : InvalidArgument: (contoso.com/Users/Alan Reid:ADObjectId) [Enable-Mailbox], RecipientTas 
   kException
    + FullyQualifiedErrorId : 153DAAC1,Microsoft.Exchange.Management.RecipientTasks.EnableMailbox
 
`,
  },
  {
    evidence: ["new-mailbox.7"],
    edition: "Exchange2016",
    organization: "exchange2016",
    line: "Set-Mailbox sarah.jones -UserPrincipalName alan.reid@contoso.com",
    text: shown`
An Active Directory Constraint Violation error occurred on DC01.contoso.com. Additional information: The operation 
failed because UPN value provided for addition/modification is not unique forest-wide.
    + CategoryInfo          : NotSpecified: (:) [Set-Mailbox], ADConstraintViolationException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-ADConstraintViolationException] 8A7C94DE,Microsoft.Exchange.Management.RecipientTasks.S  
  etMailbox
    + PSComputerName        : ex01.contoso.com
 
`,
    names: { "DC01.contoso.com": "<dc>" },
  },
  {
    evidence: ["disable-mailbox.1"],
    organization: "contoso",
    line: "Disable-Mailbox alan.reid",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Disabling mailbox "contoso.com/Users/Alan Reid" will remove the Exchange properties from the Active Directory user 
object and mark the mailbox in the database for removal. If the mailbox has an archive or remote archive, the archive 
will also be marked for removal. In the case of remote archives, this action is permanent. You can't reconnect this 
user to the remote archive again.
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
    names: { "Alan.Reid": "contoso.com/Users/Alan Reid" },
  },
  {
    evidence: ["disable-mailbox.2"],
    organization: "contoso",
    line: "Remove-Mailbox alan.reid",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Removing mailbox "contoso.com/Users/Alan Reid" will remove the Active Directory user object and mark the mailbox and 
the archive (if present) in the database for removal.
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
    names: { "Alan.Reid": "contoso.com/Users/Alan Reid" },
  },
  {
    evidence: ["disable-mailbox.3", "errors.11"],
    organization: "contoso",
    before: ["Disable-Mailbox alan.reid -Confirm:$false"],
    line: "Remove-RemoteMailbox 'Alan Reid' -Confirm:$false",
    text: shown`
Alan Reid isn't a mailbox user.
    + CategoryInfo          : InvalidArgument: (Alan Reid:ADObjectId) [Remove-RemoteMailbox], RecipientTaskException
    + FullyQualifiedErrorId : 6CACE77A,Microsoft.Exchange.Management.RecipientTasks.RemoveRemoteMailbox
 
`,
  },
  {
    evidence: ["disable-mailbox.4"],
    organization: "withSystemMailboxes",
    before: ["Get-Mailbox -Arbitration | select -Skip 1 | Disable-Mailbox -Arbitration -Confirm:$false"],
    line: "Get-Mailbox -Arbitration | Remove-Mailbox -Arbitration -Confirm:$false",
    text: shown`
The arbitration mailbox "SystemMailbox{1f05a927-5276-4051-8971-31ddf225a011}" is used by Exchange and can't be removed.
    + CategoryInfo          : InvalidOperation: (SystemMailbox{1...1-31ddf225a011}:ADObjectId) [Remove-Mailbox], Recip 
   ientTaskException
    + FullyQualifiedErrorId : 98BD3C0,Microsoft.Exchange.Management.RecipientTasks.RemoveMailbox
 
`,
  },
  {
    evidence: ["get-mailboxstatistics.1"],
    organization: "contoso",
    before: [
      "New-Mailbox -Name Zed -UserPrincipalName zed@contoso.com -Password (ConvertTo-SecureString Passw0rd! -AsPlainText -Force) | Out-Null",
    ],
    line: "Get-MailboxStatistics zed",
    text: shown`
WARNING: The user hasn't logged on to mailbox 'contoso.com/Users/Zed' ('7cf3c256-32b9-4409-93fb-64afebede10d'), so 
there is no data to return. After the user logs on, this warning will no longer appear.
`,
    names: { "Alan Reid": "Zed" },
  },
  {
    evidence: ["get-mailboxstatistics.2"],
    organization: "contoso",
    before: ["Get-MailboxDatabase | Dismount-Database -Confirm:$false"],
    line: "Get-MailboxStatistics alan.reid",
    text: shown`
WARNING: The database 'Mailbox Database 0639043316' to be accessed on server '' is not mounted or is not available.
`,
  },
  {
    evidence: ["get-mailboxstatistics.3"],
    because:
      "its words are not known; a mailbox that the store has not seen is one that nobody has logged on to, which has a row of its own",
  },
  {
    evidence: ["add-distributiongroupmember.1"],
    organization: "contoso",
    before: [
      "New-DistributionGroup 'All Staff' | Out-Null",
      "Add-DistributionGroupMember 'All Staff' -Member alan.reid",
    ],
    line: "Add-DistributionGroupMember 'All Staff' -Member alan.reid",
    text: shown`
The recipient "contoso.com/Users/Alan Reid" is already a member of the group "contoso.com/Users/All Staff".
    + CategoryInfo          : NotSpecified: (contoso.com/Users/All Staff:ADObjectId) [Add-DistributionGroupMember], Me 
   mberAlreadyExistsException
    + FullyQualifiedErrorId : 82F89B66,Microsoft.Exchange.Management.RecipientTasks.AddDistributionGroupMember
 
`,
  },
  {
    evidence: ["add-distributiongroupmember.2"],
    organization: "contoso",
    before: [
      "New-DistributionGroup 'All Staff' | Out-Null",
      "Add-DistributionGroupMember 'All Staff' -Member alan.reid",
    ],
    line: "Remove-DistributionGroupMember 'All Staff' -Member alan.reid",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Removing distribution group member "Alan Reid" on distribution group "All Staff".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
    names: { "Alan.Reid": "Alan Reid" },
  },
  {
    evidence: ["add-distributiongroupmember.3"],
    organization: "contoso",
    before: ["New-DistributionGroup 'All Staff' -Type Security -ManagedBy alan.reid | Out-Null"],
    line: "Add-DistributionGroupMember 'All Staff' -Member sarah.jones",
    text: shown`
You don't have sufficient permissions. This operation can only be performed by a manager of the group.
    + CategoryInfo          : InvalidOperation: (contoso.com/Users/All Staff:ADObjectId) [Add-DistributionGroupMember] 
   , OperationRequiresGroupManagerException
    + FullyQualifiedErrorId : 932788CD,Microsoft.Exchange.Management.RecipientTasks.AddDistributionGroupMember
 
`,
  },
  {
    evidence: ["rules.8"],
    organization: "thousand",
    line: "Get-Mailbox | measure | % { $_.Count }",
    text: shown`
WARNING: By default, only the first 1000 items are returned. Use the ResultSize parameter to specify the number of 
items returned. To return all items, specify "-ResultSize Unlimited". Be aware that, depending on the actual number of 
items, returning all items can take a long time and consume a large amount of memory. Also, we don't recommend storing 
the results in a variable. Instead, pipe the results to another task or script to perform batch changes.
1000
`,
  },
  {
    evidence: ["errors.10"],
    edition: "Exchange2019",
    organization: "exchange2019",
    line: 'Connect-Mailbox -Identity "clark_kent" -Database DB01 -user "alan.reid"',
    text: shown`
Mailbox "clark_kent" doesn't exist on database "DB01".
    + CategoryInfo          : NotSpecified: (clark_kent:StoreMailboxIdParameter) [Connect-Mailbox], MdbAdminTaskExcept 
   ion
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-MdbAdminTaskException] 762CA2D5,Microsoft.Exchange.Management.MapiTasks.ConnectMailbox
    + PSComputerName        : ex01.contoso.com
 
`,
  },
];
