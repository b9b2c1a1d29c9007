// Copies of databases, and which of them is active.
import { shown } from "../../../support/console.js";
import type { Row } from "../register.js";

export const copies: readonly Row[] = [
  {
    evidence: ["move-activemailboxdatabase.1"],
    organization: "group",
    before: ["Add-MailboxDatabaseCopy DB01 -MailboxServer EX02"],
    line: "Move-ActiveMailboxDatabase DB01 -ActivateOnServer EX02",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Moving mailbox database "DB01" from server "EX01.contoso.com" to server "EX02.contoso.com".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
    names: { "ex01.contoso.com": "EX01.contoso.com", "ex02.contoso.com": "EX02.contoso.com" },
  },
  {
    evidence: ["move-activemailboxdatabase.2"],
    organization: "group",
    before: [
      "Add-MailboxDatabaseCopy DB01 -MailboxServer EX02",
      "Suspend-MailboxDatabaseCopy DB01\\EX02 -Confirm:$false",
    ],
    line: "Move-ActiveMailboxDatabase DB01 -ActivateOnServer EX02 -Confirm:$false",
    text: shown`
An Active Manager operation failed. Error: The database action failed. Error: An error occurred while trying to validat
e the specified database copy for possible activation. Error: database copy 'EX02' is suspended. [Database: DB01, Serve
r: EX01.contoso.com]
    + CategoryInfo          : InvalidOperation: (DB01:ADObjectId) [Move-ActiveMailboxDatabase], AmDbActionWrapperExcep 
   tion
    + FullyQualifiedErrorId : BD526A3A,Microsoft.Exchange.Management.SystemConfigurationTasks.MoveActiveMailboxDatabas 
   e
 
`,
    names: {
      "Database copy 'DB01' on server 'EX02' has a copy queue length of N logs, which is too high to enable automatic recovery...":
        "<reason>",
    },
  },
  {
    evidence: ["errors.27"],
    edition: "Exchange2019",
    organization: "exchange2019",
    before: [
      "Add-MailboxDatabaseCopy DB02 -MailboxServer EX02",
      "Move-ActiveMailboxDatabase DB02 -ActivateOnServer EX02 -Confirm:$false | Out-Null",
      "Move-ActiveMailboxDatabase DB02 -ActivateOnServer EX01 -Confirm:$false | Out-Null",
      "Move-ActiveMailboxDatabase DB02 -ActivateOnServer EX02 -Confirm:$false | Out-Null",
    ],
    line: "Move-ActiveMailboxDatabase DB02 -ActivateOnServer EX01 -Confirm:$false",
    text: shown`
Active Manager operation failed. Error:The database action failed. Error: Move for database 'DB02' was suppressed 
because too many moves have happened recently. 3 moves have  happened within 01:00:00.. [Databases: DB02, Server: 
ex02.contoso.com]
    + CategoryInfo          : InvalidOperation: (DB02:ADObjectId) [Move-ActiveMailboxDatabase], AmDbMoveMoveSuppressed 
   Exception
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-AmDbMoveMoveSuppressedException] 2701F309,Microsoft.Exchange.Management.SystemConfigura  
  tionTasks.MoveActiveMailboxDatabase
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["errors.1"],
    edition: "Exchange2013",
    organization: "bare",
    line: "Get-MailboxDatabaseCopyStatus -Server EX01",
    text: shown`
The operation couldn't be performed because object '*\\EX01' couldn't be found on 'DC01.contoso.com'.
    + CategoryInfo          : NotSpecified: (:) [Get-MailboxDatabaseCopyStatus], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-ManagementObjectNotFoundException] EA9924ED,Microsoft.Exchange.Management.SystemConfigu  
  rationTasks.GetMailboxDatabaseCopyStatus
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["add-mailboxdatabasecopy.2"],
    organization: "pair",
    line: "Add-MailboxDatabaseCopy DB01 -MailboxServer EX02",
    text: shown`
The database "DB01" can't have a copy on "EX02": both servers must be members of the same database availability group.
    + CategoryInfo          : InvalidOperation: (DB01:ADObjectId) [Add-MailboxDatabaseCopy], InvalidOperationException
    + FullyQualifiedErrorId : 7F60E5,Microsoft.Exchange.Management.SystemConfigurationTasks.AddMailboxDatabaseCopy
 
`,
    differs: "the rule is known, its words are not",
  },
  {
    evidence: ["remove-mailboxdatabasecopy.1"],
    organization: "group",
    before: ["Add-MailboxDatabaseCopy DB01 -MailboxServer EX02"],
    line: "Remove-MailboxDatabaseCopy DB01\\EX02",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Removing database copy for database "DB01" on server "EX02".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
  },
  {
    evidence: ["remove-mailboxdatabasecopy.2"],
    organization: "group",
    before: ["Add-MailboxDatabaseCopy DB01 -MailboxServer EX02"],
    line: "Remove-MailboxDatabaseCopy DB01\\EX02 -Confirm:$false",
    text: shown`
WARNING: The copy of mailbox database "DB01" on server "EX02" has been removed. If necessary, manually delete the 
database copy's files located at C:\\Program Files\\Microsoft\\Exchange Server\\V14\\Mailbox\\DB01 on this server.
`,
  },
  {
    evidence: ["remove-mailboxdatabasecopy.3"],
    organization: "group",
    before: ["Add-MailboxDatabaseCopy DB01 -MailboxServer EX02"],
    line: "Suspend-MailboxDatabaseCopy DB01\\EX02",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Suspending mailbox database copy "DB01" on server "EX02".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
  },
  {
    evidence: ["remove-mailboxdatabasecopy.4"],
    organization: "group",
    before: [
      "Add-MailboxDatabaseCopy DB01 -MailboxServer EX02",
      "Suspend-MailboxDatabaseCopy DB01\\EX02 -Confirm:$false",
    ],
    line: "Update-MailboxDatabaseCopy DB01\\EX02 -DeleteExistingFiles",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Seeding database copy "DB01\\EX02".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
  },
  {
    evidence: ["remove-mailboxdatabasecopy.5"],
    organization: "group",
    before: [
      "Add-MailboxDatabaseCopy DB01 -MailboxServer EX02",
      "Suspend-MailboxDatabaseCopy DB01\\EX02 -Confirm:$false",
    ],
    line: "Update-MailboxDatabaseCopy DB01\\EX02 -Confirm:$false",
    text: shown`
The copy "DB01\\EX02" can't be seeded over the database files that it has. Use the DeleteExistingFiles parameter to dele
te them first.
    + CategoryInfo          : InvalidOperation: (DB01:ADObjectId) [Update-MailboxDatabaseCopy], InvalidOperationExcept 
   ion
    + FullyQualifiedErrorId : 5A625B31,Microsoft.Exchange.Management.SystemConfigurationTasks.UpdateDatabaseCopy
 
`,
    differs: "the rule is known, its words are not",
  },
];
