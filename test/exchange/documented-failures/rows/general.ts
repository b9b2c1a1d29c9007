// What holds for all cmdlets: objects that aren't there, questions, changes of nothing.
import { shown } from "../../../support/console.js";
import type { Row } from "../register.js";

export const general: readonly Row[] = [
  {
    evidence: ["general.1", "errors.1", "rules.2"],
    edition: "Exchange2016",
    organization: "exchange2016",
    line: "Get-OwaVirtualDirectory 'EX09\\owa (Default Web Site)'",
    text: shown`
The operation couldn't be performed because object 'EX09\\owa (Default Web Site)' couldn't be found on 
'DC01.contoso.com'.
    + CategoryInfo          : NotSpecified: (:) [Get-OwaVirtualDirectory], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-ManagementObjectNotFoundException] 2E6F3EC8,Microsoft.Exchange.Management.SystemConfigu  
  rationTasks.GetOwaVirtualDirectory
    + PSComputerName        : ex01.contoso.com
 
`,
    names: {
      "Get-Mailbox": "<>",
      E3DE7D95: "<>",
      "RecipientTasks.GetMailbox": "<>",
      "TimeStamp=9/9/2022 3:17:40 PM": "<>",
      "couldn't": "couldn't",
    },
  },
  {
    evidence: ["general.2", "rules.9", "get-mailboxdatabase.2", "rules.1"],
    line: "Get-MailboxDatabase DB99",
    text: shown`
The operation couldn't be performed because object 'DB99' couldn't be found on 'HO-DC.exchangeserverpro.net'.
    + CategoryInfo          : NotSpecified: (0:Int32) [Get-MailboxDatabase], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : 7AE036E6,Microsoft.Exchange.Management.SystemConfigurationTasks.GetMailboxDatabase
 
`,
  },
  {
    evidence: ["general.3", "errors.4"],
    line: "Get-DistributionGroupMember 'No Group'",
    text: shown`
The operation could not be performed because object 'No Group' could not be found on 'HO-DC.exchangeserverpro.net'.
    + CategoryInfo          : InvalidData: (:) [Get-DistributionGroupMember], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : 6B6149EC,Microsoft.Exchange.Management.RecipientTasks.GetDistributionGroupMember
 
`,
  },
  {
    evidence: ["general.4", "errors.6"],
    edition: "Exchange2016",
    organization: "exchange2016",
    line: "Get-OrganizationRelationship Fabrikam",
    text: shown`
Couldn't find object "Fabrikam". Please make sure that it was spelled correctly or specify a different object.
    + CategoryInfo          : NotSpecified: (:) [Get-OrganizationRelationship], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-ManagementObjectNotFoundException] EF6F1393,Microsoft.Exchange.Management.SystemConfigu  
  rationTasks.GetOrganizationRelationship
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["general.5", "get-mailboxdatabase.1", "errors.5"],
    edition: "Exchange2016",
    organization: "exchange2016",
    line: "Get-Mailbox -Database 0123456789 -Archive",
    text: shown`
Couldn't find database "0123456789". Make sure you have typed it correctly.
    + CategoryInfo          : NotSpecified: (:) [Get-Mailbox], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-ManagementObjectNotFoundException] E3DE7D95,Microsoft.Exchange.Management.RecipientTask  
  s.GetMailbox
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["general.6"],
    line: "New-DistributionGroup Readers -OrganizationalUnit 'Nowhere'",
    text: shown`
Organizational unit "Nowhere" was not found. Please make sure you have typed it correctly.
    + CategoryInfo          : NotSpecified: (:) [], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : 382C1DB8
 
`,
  },
  {
    evidence: ["general.8", "new-mailbox.8"],
    organization: "contoso",
    before: [
      "New-Mailbox -Name Zed -UserPrincipalName zed@contoso.com -Password (ConvertTo-SecureString Passw0rd! -AsPlainText -Force)",
    ],
    line: "New-Mailbox -Name Zed -UserPrincipalName other@contoso.com -Password (ConvertTo-SecureString Passw0rd! -AsPlainText -Force)",
    text: shown`
Active Directory operation failed on DC01.contoso.com. The object 'CN=Zed,CN=Users,DC=contoso,DC=com' already exists.
    + CategoryInfo          : NotSpecified: (0:Int32) [New-Mailbox], ADObjectAlreadyExistsException
    + FullyQualifiedErrorId : E9BD6529,Microsoft.Exchange.Management.RecipientTasks.NewMailbox
 
`,
    names: { "DC01.contoso.com": "<dc>", "CN=Alan Reid": "CN=Zed" },
  },
  {
    evidence: ["general.9", "errors.3"],
    before: [
      "New-Mailbox -Name 'Alan Reid' -UserPrincipalName alan2@exchangeserverpro.net -Password (ConvertTo-SecureString Passw0rd! -AsPlainText -Force)",
    ],
    line: "Set-Mailbox 'Alan Reid' -Office 12",
    text: shown`
The operation couldn't be performed because 'Alan Reid' matches multiple entries.
    + CategoryInfo          : NotSpecified: (0:Int32) [Set-Mailbox], ManagementObjectAmbiguousException
    + FullyQualifiedErrorId : DE9F3FEC,Microsoft.Exchange.Management.RecipientTasks.SetMailbox
 
`,
  },
  {
    evidence: ["general.10"],
    line: "New-OwaVirtualDirectory -WebSiteName 'Default Web Site'",
    text: shown`
The virtual directory 'owa' already exists under 'HO-EX2010-MB1.exchangeserverpro.net/Default Web Site'.
Parameter name: VirtualDirectoryName
    + CategoryInfo          : InvalidArgument: (HO-EX2010-MB1\\owa (Default Web Site):ADObjectId) [New-OwaVirtualDirect 
   ory], ArgumentException
    + FullyQualifiedErrorId : B6A62710,Microsoft.Exchange.Management.SystemConfigurationTasks.NewOwaVirtualDirectory
 
`,
    names: { "<vdir>": "owa" },
  },
  {
    evidence: ["general.12"],
    because: "setup says it while it makes web applications in IIS, and the organization is set up already",
  },
  {
    evidence: ["general.23", "rules.10"],
    before: ["New-SendConnector Internet -AddressSpaces * | Out-Null"],
    line: "Remove-SendConnector Internet",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Removing Send connector "Internet".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
  },
  {
    evidence: ["errors.2"],
    line: "Remove-MailboxFolderPermission alan.reid:\\Nothing -User sarah.jones -Confirm:$false",
    text: shown`
The operation couldn't be performed because 'alan.reid:\\Nothing' couldn't be found.
    + CategoryInfo          : NotSpecified: (0:Int32) [Remove-MailboxFolderPermission], ManagementObjectNotFoundExcept 
   ion
    + FullyQualifiedErrorId : 6869920E,Microsoft.Exchange.Management.StoreTasks.RemoveMailboxFolderPermission
 
`,
  },
  {
    evidence: ["rules.5", "set-mailbox.1", "warnings.1"],
    organization: "contoso",
    line: "Set-Mailbox alan.reid -Office $null",
    text: shown`
WARNING: The command completed successfully but no settings of 'contoso.com/Users/Alan Reid' have been modified.
`,
  },
  {
    evidence: ["set-mailboxdatabase.1"],
    line: "Set-MailboxDatabase MB-HO-01 -CircularLoggingEnabled $false",
    text: shown`
WARNING: The command completed successfully but no settings of 'MB-HO-01' have been modified.
`,
  },
  {
    evidence: ["get-casmailbox.1"],
    organization: "contoso",
    line: "Set-CASMailbox alan.reid -OWAEnabled $true",
    text: shown`
WARNING: The command completed successfully but no settings of 'contoso.com/Users/Alan Reid' have been modified.
`,
    names: { "contoso.local/Users/User One": "contoso.com/Users/Alan Reid" },
  },
  {
    evidence: ["get-accepteddomain.1"],
    organization: "contoso",
    line: "Set-AcceptedDomain contoso.com -DomainType Authoritative",
    text: shown`
WARNING: The command completed successfully but no settings of 'contoso.com' have been modified.
`,
  },
  {
    evidence: ["get-transportconfig.1"],
    line: "Set-TransportConfig -MaxSendSize 10MB",
    text: shown`
WARNING: The command completed successfully but no settings of 'Transport Settings' have been modified.
`,
  },
  {
    evidence: ["rules.6"],
    line: "Get-Mailbox -ResultSize 2",
    text: shown`

Name                      Alias                ServerName       ProhibitSendQuota                                      
----                      -----                ----------       -----------------                                      
Administrator             administrator        ho-ex2010-mb1    unlimited                                              
Alan Reid                 alan.reid            ho-ex2010-mb1    unlimited                                              
WARNING: There are more results available than are currently displayed. To view them, increase the value for the 
ResultSize parameter.


`,
  },
  {
    evidence: ["rules.3"],
    because: "Exchange 2007 is no edition of this shell: its cmdlets run without a session, in PowerShell 1.0",
  },
  {
    evidence: ["rules.4"],
    because:
      "it is a rule and no message: the hashes that were seen are declared beside their texts, the others are made up and stay the same",
    tested: ["exchange/documented-failures/documented-failures.test.ts", "errors have the ids that were seen"],
  },
];
