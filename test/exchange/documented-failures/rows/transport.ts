// Transport, public folders and servers.
import { shown } from "../../../support/console.js";
import type { Row } from "../register.js";

export const transport: readonly Row[] = [
  {
    evidence: ["get-receiveconnector.1"],
    edition: "Exchange2016",
    organization: "exchange2016",
    line: "New-ReceiveConnector Relay -Server EX01 -TransportRole FrontendTransport -Usage Custom -Bindings 0.0.0.0:25 -RemoteIPRanges 0.0.0.0-255.255.255.255",
    text: shown`
The values that you specified for the Bindings and RemoteIPRanges parameters conflict with the settings on Receive 
connector "EX01\\Default Frontend EX01". Receive connectors assigned to different Transport roles on a single server 
must listen on unique local IP address & port bindings.
    + CategoryInfo          : InvalidOperation: (:) [New-ReceiveConnector], ConnectorMappingConflictException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-ConnectorMappingConflictException] 59FDDE15,Microsoft.Exchange.Management.SystemConfigu  
  rationTasks.NewReceiveConnector
    + PSComputerName        : ex01.contoso.com
 
`,
    names: { "EX01\\Default EX01": "<connector>" },
  },
  {
    evidence: ["get-receiveconnector.2"],
    organization: "contoso",
    before: [
      "New-ReceiveConnector Relay -Server EX01 -Usage Custom -Bindings 0.0.0.0:2525 -RemoteIPRanges 10.0.0.1 | Out-Null",
    ],
    line: "Remove-ReceiveConnector EX01\\Relay",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Removing Receive connector "EX01\\Relay".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
  },
  {
    evidence: ["get-sendconnector.1"],
    organization: "contoso",
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
    evidence: ["get-messagetrackinglog.1", "rules.7"],
    organization: "contoso",
    before: [
      '1..3 | % { Send-MailMessage -From alan.reid@contoso.com -To sarah.jones@contoso.com -Subject "Surprise $_" -SmtpServer EX01.contoso.com }',
    ],
    line: "Get-MessageTrackingLog -ResultSize 1 | select EventId",
    text: shown`

EventId                                                                                                                
-------                                                                                                                
RECEIVE                                                                                                                
WARNING: There are more results available than are currently displayed. To view them, increase the value of the 
ResultSize parameter.


`,
  },
  {
    evidence: ["errors.38"],
    because: "how many messages are too many isn't known, and a queue here never holds so many",
  },
  {
    evidence: ["errors.39"],
    organization: "contoso",
    line: "Set-ReceiveConnector 'EX01\\Client EX01' -RemoteIPRanges (0..1300 | % { \"10.1.$([Math]::Floor($_ / 250)).$($_ % 250)\" })",
    text: shown`
The administrative limit for this request was exceeded.
    + CategoryInfo          : NotSpecified: (0:Int32) [Set-ReceiveConnector], AdminLimitExceededException
    + FullyQualifiedErrorId : 8AE74420,Microsoft.Exchange.Management.SystemConfigurationTasks.SetReceiveConnector
 
`,
  },
  {
    evidence: ["warnings.4", "warnings.5"],
    edition: "Exchange2016",
    organization: "exchange2016",
    line: "Install-TransportAgent -Name 'LAB Agent' -TransportAgentFactory Lab.Factory -AssemblyPath C:\\LAB\\LABTransportAgent.dll",
    text: shown`

Identity                                           Enabled         Priority                                            
--------                                           -------         --------                                            
LAB Agent                                          False           10                                                  
WARNING: Please exit Windows PowerShell to complete the installation.
WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport


`,
  },
  {
    evidence: ["get-exchangeserver.1"],
    organization: "trial",
    line: "Set-ExchangeServer EX01 -ProductKey 12345-12345-12345-12345-12345",
    text: shown`
WARNING: The product key has been validated and the product ID has been successfully created. Note: This change won't 
take effect until the Information Store service has been restarted.
`,
  },
  {
    evidence: ["get-exchangeserver.2"],
    organization: "contoso",
    line: "Set-ExchangeServer EX01 -ErrorReportingEnabled $true",
    answers: ["n"],
    text: shown`

Confirm
With error reporting, reports about errors of server "EX01" are sent to Microsoft. They can hold data of this server. 
Do you want to enable error reporting?
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
WARNING: The command completed successfully but no settings of 'EX01' have been modified.
`,
    differs: "the rule is known, its words are not",
  },
  {
    evidence: ["get-publicfolder.1"],
    edition: "Exchange2013",
    organization: "exchange2013",
    line: "Get-PublicFolder",
    text: shown`
No active public folder mailboxes were found. This happens when no public folder mailboxes are provisioned or they are 
provisioned in HoldForMigration mode. If you're not currently performing a migration, create a public folder mailbox.
    + CategoryInfo          : NotSpecified: (:) [Get-PublicFolder], ObjectNotFoundException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-ObjectNotFoundException] 20D21530,Microsoft.Exchange.Management.MapiTasks.GetPublicFold  
  er
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["get-publicfolder.2"],
    line: "Get-PublicFolder \\",
    text: shown`
There is no existing PublicFolder that matches the following Identity: '\\'. Please make sure that you specified the cor
rect PublicFolder Identity and that you have the necessary permissions to view PublicFolder.
    + CategoryInfo          : NotSpecified: (0:Int32) [Get-PublicFolder], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : EA539688,Microsoft.Exchange.Management.MapiTasks.GetPublicFolder
 
`,
  },
  {
    evidence: ["get-publicfolder.3"],
    edition: "Exchange2016",
    organization: "oldFolders",
    line: "New-Mailbox -PublicFolder Folders",
    text: shown`
An existing Public Folder deployment has been detected. To migrate existing Public Folder data, create new Public 
Folder mailbox using -HoldForMigration switch.
    + CategoryInfo          : InvalidOperation: (:) [New-Mailbox], RecipientTaskException
    + FullyQualifiedErrorId : [Server=EX16,RequestId=e8eb2af2-f261-45a8-91cd-424e42a85121,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-RecipientTaskException] A11DA0DA,Microsoft.Exchange.Management.RecipientTasks.NewMailbo  
  x
    + PSComputerName        : ex16.contoso.com
 
`,
  },
  {
    evidence: ["errors.36"],
    edition: "Exchange2016",
    organization: "exchange2016",
    before: ["New-Mailbox -PublicFolder Folders | Out-Null"],
    line: "Get-PublicFolderClientPermission \\ -User sarah.jones",
    text: shown`
There is no existing permission entry found for user: Sarah Jones.
    + CategoryInfo          : NotSpecified: (:) [Get-PublicFolderClientPermission], UserNotFoundInPermissionEntryExcep 
   tion
    + FullyQualifiedErrorId : [Server=EX01,RequestId=e8eb2af2-f261-45a8-91cd-424e42a85121,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-UserNotFoundInPermissionEntryException] 91D3F338,Microsoft.Exchange.Management.StoreTas  
  ks.GetPublicFolderClientPermission
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["errors.37"],
    because:
      "Exchange Online says it of public folders whose item isn't there yet; here a folder is in its mailbox as soon as it is made",
  },
  {
    evidence: ["warnings.13"],
    edition: "Exchange2013",
    organization: "exchange2013",
    line: "Search-Mailbox alan.reid -SearchQuery lottery -EstimateResultOnly",
    text: shown`
WARNING: The Search-Mailbox cmdlet returns up to 10000 results per mailbox if a search query is specified. To return 
more than 10000 results, use the New-MailboxSearch cmdlet or the In-Place eDiscovery & Hold console in the Exchange 
Administration Center.


RunspaceId       : 7e2d0a9c-5a3f-4d1b-9c60-14a2e8f0b6d3
Identity         : contoso.com/Users/Alan Reid
TargetMailbox    : 
Success          : True
TargetFolder     : 
ResultItemsCount : 0
ResultItemsSize  : 0 B (0 bytes)



`,
  },
];
