// Availability groups: their witness, their members, the switch to another datacenter.
import { shown } from "../../../support/console.js";
import type { Row } from "../register.js";

export const availability: readonly Row[] = [
  {
    evidence: ["new-databaseavailabilitygroup.1"],
    organization: "pair",
    line: "New-DatabaseAvailabilityGroup DAG01 -WitnessServer FS01",
    text: shown`
WARNING: The Exchange Trusted Subsystem is not a member of the local Administrators group on specified witness server 
FS01.contoso.com.

Name             Member Servers                                      Operational Servers                               
----             --------------                                      -------------------                               
DAG01            {}                                                                                                    


`,
  },
  {
    evidence: ["new-databaseavailabilitygroup.2"],
    organization: "pair",
    before: ["Stop-Computer HUB01 -Force"],
    line: "New-DatabaseAvailabilityGroup DAG01 -WitnessServer HUB01 -WitnessDirectory C:\\DAG01",
    text: shown`
WARNING: Unable to access file shares on witness server 'HUB01'. Until this problem is corrected, the database 
availability group may be more vulnerable to failures. You can use the Set-DatabaseAvailabilityGroup cmdlet to try the 
operation again. Error: The network path was not found.

Name             Member Servers                                      Operational Servers                               
----             --------------                                      -------------------                               
DAG01            {}                                                                                                    


`,
  },
  {
    evidence: ["new-databaseavailabilitygroup.3"],
    organization: "pair",
    before: ["Stop-Computer HUB01 -Force"],
    line: "New-DatabaseAvailabilityGroup DAG01 -WitnessServer HUB01",
    text: shown`
The task was unable to create the default witness directory on server HUB01. Please manually specify a witness director
y.
    + CategoryInfo          : InvalidArgument: (0:Int32) [New-DatabaseAvailabilityGroup], DagTaskOperationFailedExcept 
   ion
    + FullyQualifiedErrorId : F54AA621,Microsoft.Exchange.Management.SystemConfigurationTasks.NewDatabaseAvailabilityG 
   roup
 
`,
  },
  {
    evidence: ["new-databaseavailabilitygroup.4"],
    organization: "pair",
    line: "New-DatabaseAvailabilityGroup DAG01 -WitnessServer DC01",
    text: shown`
WARNING: The Exchange Trusted Subsystem is not a member of the local Administrators group on specified witness server 
DC01.contoso.com.

Name             Member Servers                                      Operational Servers                               
----             --------------                                      -------------------                               
DAG01            {}                                                                                                    


`,
    differs: "nobody knows its words; a server without Exchange draws the warning about its administrators",
  },
  {
    evidence: ["errors.30"],
    because: "nobody shows why it was said; the same line is documented, and makes a group here",
  },
  {
    evidence: ["add-databaseavailabilitygroupserver.1"],
    because: "it is the status line of a progress bar, which leaves no text on the console",
  },
  {
    evidence: ["add-databaseavailabilitygroupserver.2", "add-databaseavailabilitygroupserver.3"],
    organization: "pair",
    before: ["New-DatabaseAvailabilityGroup DAG01 -WitnessServer HUB01 | Out-Null", "Stop-Computer EX02 -Force"],
    line: "Add-DatabaseAvailabilityGroupServer DAG01 -MailboxServer EX02",
    text: shown`
WARNING: The operation wasn't successful because an error was encountered. You may find more details in log file 
"C:\\ExchangeSetupLogs\\DagTasks\\dagtask_2013-06-03_09-00-00.000_add-databaseavailabiltygroupserver.log".
A server-side database availability group administrative operation failed. Error: The operation failed with message: Er
ror 0x6ba (The RPC server is unavailable) from cli_RpccCreateCluster
    + CategoryInfo          : InvalidArgument: (DAG01:ADObjectId) [Add-DatabaseAvailabilityGroupServer], DagTaskOperat 
   ionFailedException
    + FullyQualifiedErrorId : 80A59E35,Microsoft.Exchange.Management.SystemConfigurationTasks.AddDatabaseAvailabilityG 
   roupServer
 
`,
    names: {
      "<yyyy-MM-dd_HH-mm-ss.fff>": "<t>",
      "0x6f7 (The stub received bad data)": "0x6ba (The RPC server is unavailable)",
    },
  },
  {
    evidence: ["add-databaseavailabilitygroupserver.4"],
    organization: "pair",
    before: [
      "New-DatabaseAvailabilityGroup DAG01 -WitnessServer HUB01 | Out-Null",
      "Add-DatabaseAvailabilityGroupServer DAG01 -MailboxServer EX01",
      "Stop-Computer HUB01 -Force",
    ],
    line: "Add-DatabaseAvailabilityGroupServer DAG01 -MailboxServer EX02",
    text: shown`
WARNING: Failed to create file share witness directory 'C:\\DAGFileShareWitnesses\\DAG01.contoso.com' on witness server 
'HUB01'. Until this problem is corrected, the database availability group may be more vulnerable to failures. You can 
use the Set-DatabaseAvailabilityGroup cmdlet to try the operation again. Error: WMI exception occurred on server 
'HUB01': The RPC server is unavailable. (Exception from HRESULT: 0x800706BA)
`,
    names: { DAG_FQDN: "DAG01.contoso.com" },
  },
  {
    evidence: ["add-databaseavailabilitygroupserver.5"],
    because: "installing the cluster takes no time here, so that it never cuts the session off",
  },
  {
    evidence: ["add-databaseavailabilitygroupserver.6"],
    organization: "group",
    line: "Add-DatabaseAvailabilityGroupServer DAG01 -MailboxServer EX02",
    text: shown`
WARNING: The operation wasn't successful because an error was encountered. You may find more details in log file 
"C:\\ExchangeSetupLogs\\DagTasks\\dagtask_2013-06-03_09-00-00.000_add-databaseavailabiltygroupserver.log".
The server "EX02" is already a member of the database availability group "DAG01".
    + CategoryInfo          : InvalidArgument: (DAG01:ADObjectId) [Add-DatabaseAvailabilityGroupServer], DagTaskOperat 
   ionFailedException
    + FullyQualifiedErrorId : 80A59E35,Microsoft.Exchange.Management.SystemConfigurationTasks.AddDatabaseAvailabilityG 
   roupServer
 
`,
    differs: "the rule is known, its words are not",
  },
  {
    evidence: ["remove-databaseavailabilitygroupserver.1"],
    organization: "group",
    line: "Remove-DatabaseAvailabilityGroupServer DAG01 -MailboxServer EX02",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Removing Mailbox server "EX02" from database availability group "DAG01".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
  },
  {
    evidence: ["remove-databaseavailabilitygroupserver.2"],
    organization: "pair",
    before: ["New-DatabaseAvailabilityGroup DAG01 -WitnessServer HUB01 | Out-Null"],
    line: "Remove-DatabaseAvailabilityGroup DAG01",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Removing database availability group "DAG01".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
  },
  {
    evidence: ["remove-databaseavailabilitygroupserver.3"],
    organization: "group",
    line: "Remove-DatabaseAvailabilityGroup DAG01 -Confirm:$false",
    text: shown`
The database availability group "DAG01" still has members. Remove them with Remove-DatabaseAvailabilityGroupServer firs
t.
    + CategoryInfo          : InvalidOperation: (DAG01:ADObjectId) [Remove-DatabaseAvailabilityGroup], InvalidOperatio 
   nException
    + FullyQualifiedErrorId : CEF3AF09,Microsoft.Exchange.Management.SystemConfigurationTasks.RemoveDatabaseAvailabili 
   tyGroup
 
`,
    differs: "the rule is known, its words are not",
  },
  {
    evidence: ["mount-database.7"],
    organization: "group",
    before: ["Stop-Computer EX02 -Force", "Stop-Computer HUB01 -Force", "Dismount-Database DB01 -Confirm:$false"],
    line: "Mount-Database DB01",
    text: shown`
Couldn't mount the database that you specified. Specified database: DB01; Error code: An Active Manager operation faile
d. Error: An Active Manager operation encountered an error. To perform this operation, the server must be a member of a
 database availability group, and the database availability group must have quorum. [Server: EX01.contoso.com].
    + CategoryInfo          : InvalidOperation: (DB01:ADObjectId) [Mount-Database], InvalidOperationException
    + FullyQualifiedErrorId : 47FA22F0,Microsoft.Exchange.Management.SystemConfigurationTasks.MountDatabase
 
`,
    differs:
      "every member is in one of the lists here, for want of replication delays; the frame is that of a group without quorum",
  },
  {
    evidence: ["warnings.10"],
    edition: "Exchange2019",
    organization: "exchange2019",
    line: "Start-DatabaseAvailabilityGroup DAG01 -MailboxServer EX02",
    text: shown`
WARNING: The operation wasn't successful because an error was encountered. You may find more details in log file 
"C:\\ExchangeSetupLogs\\DagTasks\\dagtask_2013-06-03_09-00-00.000_start-databaseavailabilitygroup.log" on "EX01".
You can run this command on a database availability group (DAG) only when the DatacenterActivationMode parameter for 
the DAG is set to DagOnly
    + CategoryInfo          : InvalidArgument: (:) [Start-DatabaseAvailabilityGroup], DagTaskOperationFailedException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-DagTaskOperationFailedException] 6E4E566F,Microsoft.Exchange.Management.SystemConfigura  
  tionTasks.StartDatabaseAvailabilityGroup
    + PSComputerName        : ex01.contoso.com
 
`,
  },
];
