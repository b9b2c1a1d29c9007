// Databases: making, setting, moving and removing them; public folder databases.
import { shown } from "../../../support/console.js";
import type { Row } from "../register.js";

export const databases: readonly Row[] = [
  {
    evidence: ["get-mailboxdatabase.3"],
    organization: "contoso",
    line: "Get-MailboxDatabase -Status -Verbose",
    text: shown`
VERBOSE: The Admin RPC connection is being established with server "EX01.contoso.com".
VERBOSE: Checking the status of database "a68eb7bb-09ee-4608-8f79-97508c7b93a2".

Name                           Server          Recovery        ReplicationType                                         
----                           ------          --------        ---------------                                         
Mailbox Database 0639043316    EX01            False           None                                                    


`,
    names: { Checking: "VERBOSE: Checking" },
  },
  {
    evidence: ["new-mailboxdatabase.1", "mount-database.2", "errors.29", "add-mailboxdatabasecopy.1", "errors.28"],
    because: "the directory is one picture: what one domain controller knows, all know at once",
  },
  {
    evidence: ["warnings.3"],
    edition: "Exchange2013",
    organization: "exchange2013",
    line: "New-MailboxDatabase DB2 -Server EX01",
    text: shown`
WARNING: Please restart the Microsoft Exchange Information Store service on server EX01 after adding new mailbox 
databases.

Name                           Server          Recovery        ReplicationType                                         
----                           ------          --------        ---------------                                         
DB2                            EX01            False           None                                                    


`,
  },
  {
    evidence: ["set-mailboxdatabase.2"],
    line: "Set-MailboxDatabase MB-HO-01 -CircularLoggingEnabled $true",
    text: shown`
WARNING: You need to restart the Microsoft Exchange Information Store service on server "HO-EX2010-MB1", or dismount 
and mount the database "MB-HO-01", for the change of circular logging to take effect.
`,
    differs: "the rule is known, its words are not",
  },
  {
    evidence: ["remove-mailboxdatabase.1"],
    before: ["New-MailboxDatabase DB01 -Server HO-EX2010-MB1 | Out-Null"],
    line: "Remove-MailboxDatabase DB01",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Removing mailbox database "DB01".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
  },
  {
    evidence: ["remove-mailboxdatabase.2", "get-publicfolderdatabase.2"],
    because: "Exchange 2007 is no edition of this shell; what 2010 says has a row of its own",
  },
  {
    evidence: ["remove-mailboxdatabase.3"],
    because: "2010 before its first service pack said so; the edition is 2010 SP3, which has a row of its own",
  },
  {
    evidence: ["remove-mailboxdatabase.4"],
    line: "Remove-MailboxDatabase MB-HO-01 -Confirm:$false",
    text: shown`
This mailbox database contains one or more mailboxes, mailbox plans, archive mailboxes, or arbitration mailboxes. To ge
t a list of all mailboxes in this database, run the command Get-Mailbox -Database <Database ID>. To get a list of all m
ailbox plans in this database, run the command Get-MailboxPlan. To get a list of archive mailboxes in this database, ru
n the command Get-Mailbox -Database <Database ID> -Archive. To get a list of all arbitration mailboxes in this database
, run the command Get-Mailbox -Database <Database ID> -Arbitration. To disable a non-arbitration mailbox so that you ca
n delete the mailbox database, run the command Disable-Mailbox <Mailbox ID>. To disable an archive mailbox so you can d
elete the mailbox database, run the command Disable-Mailbox <Mailbox ID> -Archive. Arbitration mailboxes should be move
d to another server; to do this, run the command New-MoveRequest <parameters>. If this is the last server in the organi
zation, run the command Disable-Mailbox <Mailbox ID> -Arbitration -DisableLastArbitrationMailboxAllowed to disable the 
arbitration mailbox. Mailbox plans should be moved to another server; to do this, run the command Set-MailboxPlan <Mail
boxPlan ID> -Database <Database ID>.
    + CategoryInfo          : InvalidOperation: (MB-HO-01:DatabaseIdParameter) [Remove-MailboxDatabase], AssociatedUse 
   rMailboxExistException
    + FullyQualifiedErrorId : 6AB6236D,Microsoft.Exchange.Management.SystemConfigurationTasks.RemoveMailboxDatabase
 
`,
  },
  {
    evidence: ["errors.13"],
    edition: "Exchange2013",
    organization: "exchange2013",
    line: "Remove-MailboxDatabase DB01 -Confirm:$false",
    text: shown`
This mailbox database contains one or more mailboxes, mailbox plans, archive mailboxes, public folder mailboxes or 
arbitration mailboxes. To get a list of all mailboxes in this database, run the command Get-Mailbox -Database 
<Database ID>. To get a list of all mailbox plans in this database, run the command Get-MailboxPlan. To get a list of 
archive mailboxes in this database, run the command Get-Mailbox -Database <Database ID> -Archive. To get a list of all 
public folder mailboxes in this database, run the command Get-Mailbox -Database <Database ID> -PublicFolder. To get a 
list of all arbitration mailboxes in this database, run the command Get-Mailbox -Database <Database ID> -Arbitration. 
To disable a non-arbitration mailbox so that you can delete the mailbox database, run the command Disable-Mailbox 
<Mailbox ID>. To disable an archive mailbox so you can delete the mailbox database, run the command Disable-Mailbox 
<Mailbox ID> -Archive. To disable a public folder mailbox so that you can delete the mailbox database, run the command 
Disable-Mailbox <Mailbox ID> -PublicFolder. Arbitration mailboxes should be moved to another server; to do this, run 
the command New-MoveRequest <parameters>. If this is the last server in the organization, run the command 
Disable-Mailbox <Mailbox ID> -Arbitration -DisableLastArbitrationMailboxAllowed to disable the arbitration mailbox. 
Mailbox plans should be moved to another server; to do this, run the command Set-MailboxPlan <MailboxPlan ID> 
-Database <Database ID>.
    + CategoryInfo          : InvalidOperation: (DB01:DatabaseIdParameter) [Remove-MailboxDatabase], AssociatedUserMai 
   lboxExistException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-AssociatedUserMailboxExistException] 6AB6236D,Microsoft.Exchange.Management.SystemConfi  
  gurationTasks.RemoveMailboxDatabase
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["dismount-database.1"],
    organization: "group",
    line: "Dismount-Database DB01",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Dismounting database "DB01".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
  },
  {
    evidence: ["move-databasepath.1", "move-databasepath.2"],
    organization: "group",
    line: "Move-DatabasePath DB01 -EdbFilePath D:\\DB01\\DB01.edb",
    answers: ["y", "n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Moving database path "DB01".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y

Confirm
To perform the move operation, database must be temporarily dismounted, which will make it inaccessible to all users. 
Do you want to continue?
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
  },
  {
    evidence: ["move-databasepath.3"],
    organization: "group",
    before: ["Add-MailboxDatabaseCopy DB01 -MailboxServer EX02"],
    line: "Move-DatabasePath DB01 -EdbFilePath D:\\DB01\\DB01.edb -Confirm:$false",
    text: shown`
The files of database "DB01" can't be moved because it has more than one copy. Remove the other copies first.
    + CategoryInfo          : InvalidOperation: (DB01:ADObjectId) [Move-DatabasePath], InvalidOperationException
    + FullyQualifiedErrorId : 88CD43F7,Microsoft.Exchange.Management.SystemConfigurationTasks.MoveDatabasePath
 
`,
    differs: "the rule is known, its words are not",
  },
  {
    evidence: ["get-publicfolderdatabase.1"],
    before: [
      "New-PublicFolderDatabase PF01 -Server HO-EX2010-MB1 | Out-Null",
      "Mount-Database PF01",
      "New-PublicFolder Sales | Out-Null",
      "New-PublicFolderDatabase PF02 -Server HO-EX2010-MB2 | Out-Null",
      "Get-MailboxDatabase | Set-MailboxDatabase -PublicFolderDatabase PF02",
    ],
    line: "Remove-PublicFolderDatabase PF01 -Confirm:$false",
    text: shown`
The public folder database "PF01" contains folder replicas. Before deleting the public folder database, remove the fold
ers or move the replicas to another public folder database. For detailed instructions about how to remove a public fold
er database, see http://go.microsoft.com/fwlink/?linkid=81409&clcid=0x409.
    + CategoryInfo          : InvalidOperation: (PF01:ADObjectId) [Remove-PublicFolderDatabase], InvalidOperationExcep 
   tion
    + FullyQualifiedErrorId : 70BAB383,Microsoft.Exchange.Management.SystemConfigurationTasks.RemovePublicFolderDataba 
   se
 
`,
  },
  {
    evidence: ["get-publicfolderdatabase.3"],
    before: [
      "New-PublicFolderDatabase PF01 -Server HO-EX2010-MB1 | Out-Null",
      "New-PublicFolderDatabase PF02 -Server HO-EX2010-MB2 | Out-Null",
    ],
    line: "Remove-PublicFolderDatabase PF01 -Confirm:$false",
    text: shown`
Unable to delete public folder database "PF01" because it is the default public folder database for the following mailb
ox databases: "MB-HO-01, MB-HO-02, MB-BR-01, MB-HO-03".
    + CategoryInfo          : InvalidOperation: (PF01:ADObjectId) [Remove-PublicFolderDatabase], InvalidOperationExcep 
   tion
    + FullyQualifiedErrorId : 21E755C4,Microsoft.Exchange.Management.SystemConfigurationTasks.RemovePublicFolderDataba 
   se
 
`,
    names: { 'DB01, DB02" ...': '<databases>".' },
  },
  {
    evidence: ["get-publicfolderdatabase.4"],
    before: ["New-PublicFolderDatabase PF01 -Server HO-EX2010-MB1 | Out-Null"],
    line: "Remove-PublicFolderDatabase PF01 -Confirm:$false",
    answers: ["n"],
    text: shown`

Confirm
You are attempting to remove the last public folder database in the organization. If you remove this database, all its 
contents will be lost and only users running Outlook 2007 or later will be able to connect to your Exchange 
organization. Are you sure that you want to delete the last public folder database?
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
  },
];
