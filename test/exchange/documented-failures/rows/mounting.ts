// Mounting databases, and what lies on the disks of their servers.
import { shown } from "../../../support/console.js";
import type { Row } from "../register.js";

export const mounting: readonly Row[] = [
  {
    evidence: ["warnings.2"],
    files: { "C:\\Restore\\Mailbox Database EX2 01.edb": "restored" },
    line: "New-MailboxDatabase RecoveryDB -Server HO-EX2010-MB1 -Recovery:$true -EdbFilePath 'C:\\Restore\\Mailbox Database EX2 01.edb' -LogFolderPath C:\\Restore\\Logs",
    text: shown`
WARNING: Recovery database 'RecoveryDB' was created using existing file C:\\Restore\\Mailbox Database EX2 01.edb. The 
database must be brought into a clean shutdown state before it can be mounted.

Name                           Server          Recovery        ReplicationType                                         
----                           ------          --------        ---------------                                         
RecoveryDB                     HO-EX2010-MB1   True            None                                                    


`,
  },
  {
    evidence: ["mount-database.1", "mount-database.5"],
    files: { "C:\\Restore\\DB1.edb": "restored", "C:\\Restore\\Logs\\E0300000001.log": "log" },
    before: [
      "New-MailboxDatabase RDB1 -Recovery -Server HO-EX2010-MB1 -EdbFilePath C:\\Restore\\DB1.edb -LogFolderPath C:\\Restore\\Logs -WarningAction SilentlyContinue | Out-Null",
    ],
    line: "Mount-Database RDB1",
    text: shown`
Couldn't mount the database that you specified. Specified database: RDB1; Error code: An Active Manager operation faile
d. Error: The database action failed. Error: Operation failed with message: MapiExceptionDatabaseError: Unable to mount
 database. (hr=0x80004005, ec=1108)
. [Database: RDB1, Server: HO-EX2010-MB1.exchangeserverpro.net].
    + CategoryInfo          : InvalidOperation: (RDB1:ADObjectId) [Mount-Database], InvalidOperationException
    + FullyQualifiedErrorId : 47FA22F0,Microsoft.Exchange.Management.SystemConfigurationTasks.MountDatabase
 
`,
  },
  {
    evidence: ["mount-database.3"],
    files: { "C:\\Restore\\DB1.edb": "restored" },
    before: [
      "New-MailboxDatabase RDB1 -Recovery -Server HO-EX2010-MB1 -EdbFilePath C:\\Restore\\DB1.edb -LogFolderPath C:\\Restore\\Logs -WarningAction SilentlyContinue | Out-Null",
    ],
    line: "Mount-Database RDB1",
    text: shown`
Couldn't mount the database that you specified. Specified database: RDB1; Error code: An Active Manager operation faile
d. Error: The database action failed. Error: Operation failed with message: MapiExceptionJetErrorMissingLogFile: Unable
 to mount database. (hr=0x80004005, ec=-528)
. [Database: RDB1, Server: HO-EX2010-MB1.exchangeserverpro.net].
    + CategoryInfo          : InvalidOperation: (RDB1:ADObjectId) [Mount-Database], InvalidOperationException
    + FullyQualifiedErrorId : 47FA22F0,Microsoft.Exchange.Management.SystemConfigurationTasks.MountDatabase
 
`,
  },
  {
    evidence: ["mount-database.4"],
    files: { "C:\\Data\\DB1.edb\\notes.txt": "a folder has the name of the file" },
    before: ["New-MailboxDatabase DB1 -Server HO-EX2010-MB1 -EdbFilePath C:\\Data\\DB1.edb | Out-Null"],
    line: "Mount-Database DB1",
    text: shown`
Couldn't mount the database that you specified. Specified database: DB1; Error code: An Active Manager operation failed
. Error: The database action failed. Error: Operation failed with message: MapiExceptionCallFailed: Unable to mount dat
abase. (hr=0x80004005, ec=-2147467259)
. [Database: DB1, Server: HO-EX2010-MB1.exchangeserverpro.net].
    + CategoryInfo          : InvalidOperation: (DB1:ADObjectId) [Mount-Database], InvalidOperationException
    + FullyQualifiedErrorId : 47FA22F0,Microsoft.Exchange.Management.SystemConfigurationTasks.MountDatabase
 
`,
  },
  {
    evidence: ["mount-database.6"],
    organization: "standard",
    before: ["New-MailboxDatabase DB06 -Server EX01 | Out-Null"],
    line: "Mount-Database DB06",
    text: shown`
Couldn't mount the database that you specified. Specified database: DB06; Error code: An Active Manager operation faile
d. Error: The database action failed. Error: Operation failed with message: MapiExceptionTooManyMountedDatabases: Unabl
e to mount database. (hr=0x8004060e, ec=-2147219954)
. [Database: DB06, Server: EX01.contoso.com].
    + CategoryInfo          : InvalidOperation: (DB06:ADObjectId) [Mount-Database], InvalidOperationException
    + FullyQualifiedErrorId : 47FA22F0,Microsoft.Exchange.Management.SystemConfigurationTasks.MountDatabase
 
`,
  },
  {
    evidence: ["mount-database.8"],
    before: [
      "New-MailboxDatabase DB1 -Server HO-EX2010-MB1 | Out-Null",
      "Mount-Database DB1",
      "Dismount-Database DB1 -Confirm:$false",
      "Move-DatabasePath DB1 -EdbFilePath D:\\DB1\\DB1.edb -LogFolderPath D:\\DB1 -ConfigurationOnly -Confirm:$false",
    ],
    line: "Mount-Database DB1",
    answers: ["n"],
    text: shown`

Confirm
At least one of this database's files is missing. Mounting this database will force the creation of an empty database. 
Do you want to continue?
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
  },
  {
    evidence: ["mount-database.9"],
    edition: "Exchange2016",
    organization: "exchange2016",
    files: { "C:\\Restore\\DB1.edb": "restored" },
    before: [
      "New-MailboxDatabase RDB1 -Recovery -Server EX01 -EdbFilePath C:\\Restore\\DB1.edb -LogFolderPath C:\\Restore\\Logs -WarningAction SilentlyContinue | Out-Null",
    ],
    line: "Mount-Database RDB1",
    text: shown`
Failed to mount database "RDB1". Error: An Active Manager operation failed. Error: The database action failed. Error: 
Operation failed with message: MapiExceptionJetErrorMissingLogFile: Unable to mount database. (hr=0x80004005, ec=-528)
. [Database: RDB1, Server: EX01.contoso.com]
    + CategoryInfo          : InvalidOperation: (RDB1:ADObjectId) [Mount-Database], InvalidOperationException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-InvalidOperationException] 47FA22F0,Microsoft.Exchange.Management.SystemConfigurationTa  
  sks.MountDatabase
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["mount-database.10"],
    before: [
      "New-MailboxDatabase DB1 -Server HO-EX2010-MB1 | Out-Null",
      "Mount-Database DB1",
      "Dismount-Database DB1 -Confirm:$false",
      "Move-DatabasePath DB1 -EdbFilePath D:\\DB1\\DB1.edb -ConfigurationOnly -Confirm:$false",
    ],
    line: "Mount-Database DB1",
    text: shown`
Couldn't mount the database that you specified. Specified database: DB1; Error code: An Active Manager operation failed
. Error: The database action failed. Error: The mount operation is being prevented for database 'DB1' because its datab
ase file at 'D:\\DB1\\DB1.edb' is missing, but still has transaction log files, with the highest generation number being 
0x5C87. Please either recover the database file from a backup, or remove the log files if your intention is to mount a 
newly-created empty database. [Database: DB1, Server: HO-EX2010-MB1.exchangeserverpro.net].
    + CategoryInfo          : InvalidOperation: (DB1:ADObjectId) [Mount-Database], InvalidOperationException
    + FullyQualifiedErrorId : 47FA22F0,Microsoft.Exchange.Management.SystemConfigurationTasks.MountDatabase
 
`,
    names: { "0x21028": "0x<n>" },
  },
  {
    evidence: ["mount-database.11"],
    line: "Mount-Database MB-HO-01 -WhatIf",
    text: shown`
What if: Mounting database "MB-HO-01".
`,
  },
  {
    evidence: ["mount-database.11"],
    before: [
      "New-MailboxDatabase DB1 -Server HO-EX2010-MB1 | Out-Null",
      "Mount-Database DB1",
      "Dismount-Database DB1 -Confirm:$false",
    ],
    line: "Mount-Database DB1 -Force -Verbose",
    text: shown`
VERBOSE: Mounting the database, "DB1", forcefully.
`,
    names: { 'Mounting database "<DB>".': 'Mounting the database, "<DB>", forcefully.' },
  },
];
