// Moves of mailboxes.
import { shown } from "../../../support/console.js";
import type { Row } from "../register.js";

export const moves: readonly Row[] = [
  {
    evidence: ["get-moverequeststatistics.1"],
    organization: "contoso",
    before: ["New-MailboxDatabase DB2 -Server EX01 -WarningAction SilentlyContinue | Out-Null", "Mount-Database DB2"],
    line: "New-MoveRequest alan.reid -TargetDatabase DB2 -BadItemLimit 10",
    text: shown`
WARNING: When an item can't be read from the source database or it can't be written to the destination database, it 
will be considered corrupted. By specifying a non-zero BadItemLimit, you are requesting Exchange not copy such items to
 the destination mailbox. At move completion, these corrupted items will not be available in the destination mailbox.

DisplayName Status TotalMailboxSize            TotalArchiveSize PercentComplete
----------- ------ ----------------            ---------------- ---------------
Alan Reid   Queued 44.51 MB (46,668,576 bytes)                  0              


`,
  },
  {
    evidence: ["get-moverequeststatistics.2"],
    organization: "contoso",
    before: [
      "New-MailboxDatabase DB2 -Server EX01 -WarningAction SilentlyContinue | Out-Null",
      "Mount-Database DB2",
      "New-MoveRequest alan.reid -TargetDatabase DB2 | Out-Null",
      "Start-Sleep 3600",
    ],
    line: "New-MoveRequest alan.reid -TargetDatabase DB2",
    text: shown`
Mailbox 'contoso.com/Users/Alan Reid' already has a completed move request associated with it. Before you create a new 
move request for the mailbox, run the Remove-MoveRequest cmdlet to clear the completed move request.
    + CategoryInfo          : InvalidArgument: (alan.reid:MailboxOrMailUserIdParameter) [New-MoveRequest], RecipientTa 
   skException
    + FullyQualifiedErrorId : 24454174,Microsoft.Exchange.Management.RecipientTasks.NewMoveRequest
 
`,
    differs: "the facts aren't sure of its words; these are remembered",
  },
  {
    evidence: ["errors.22"],
    organization: "contoso",
    before: [
      "New-MailboxDatabase DB2 -Server EX01 -WarningAction SilentlyContinue | Out-Null",
      "Mount-Database DB2",
      "New-MoveRequest alan.reid -TargetDatabase DB2 | Out-Null",
    ],
    line: "New-MoveRequest alan.reid -TargetDatabase DB2",
    text: shown`
Mailbox 'contoso.com/Users/Alan Reid' is already being moved to 'DB2'.
    + CategoryInfo          : InvalidArgument: (alan.reid:MailboxOrMailUserIdParameter) [New-MoveRequest], RecipientTa 
   skException
    + FullyQualifiedErrorId : 24454174,Microsoft.Exchange.Management.RecipientTasks.NewMoveRequest
 
`,
  },
  {
    evidence: ["get-moverequeststatistics.3"],
    organization: "pair",
    line: "New-MoveRequest alan.reid -TargetDatabase DB01",
    text: shown`
The mailbox Alan Reid is already on the target database "DB01".
    + CategoryInfo          : InvalidArgument: (alan.reid:MailboxOrMailUserIdParameter) [New-MoveRequest], RecipientTa 
   skException
    + FullyQualifiedErrorId : 24454174,Microsoft.Exchange.Management.RecipientTasks.NewMoveRequest
 
`,
    names: { DB02: "DB01" },
  },
  {
    evidence: ["get-moverequeststatistics.4", "errors.21"],
    organization: "pair",
    before: [
      "Disable-Mailbox alan.reid -Confirm:$false",
      "Enable-MailUser 'Alan Reid' -ExternalEmailAddress alan@fabrikam.com | Out-Null",
      "Stop-Computer EX02 -Force",
    ],
    line: "New-MoveRequest 'Alan Reid' -Remote -RemoteHostName EX02.contoso.com -TargetDeliveryDomain contoso.com -RemoteCredential (New-Object PSCredential 'CONTOSO\\admin', (ConvertTo-SecureString x -AsPlainText -Force))",
    text: shown`
The call to 'https://EX02.contoso.com/EWS/mrsproxy.svc' timed out.
The operation has timed out
    + CategoryInfo          : NotSpecified: (0:Int32) [New-MoveRequest], RemoteTransientException
    + FullyQualifiedErrorId : 725EBC5,Microsoft.Exchange.Management.RecipientTasks.NewMoveRequest
 
`,
    names: { "...": "<>" },
  },
  {
    evidence: ["errors.20"],
    organization: "pair",
    before: [
      "Disable-Mailbox alan.reid -Confirm:$false",
      "Enable-MailUser 'Alan Reid' -ExternalEmailAddress alan@fabrikam.com | Out-Null",
    ],
    line: "New-MoveRequest 'Alan Reid' -Remote -RemoteHostName mail.fabrikam.com -TargetDeliveryDomain contoso.com -RemoteCredential (New-Object PSCredential 'CONTOSO\\admin', (ConvertTo-SecureString x -AsPlainText -Force))",
    text: shown`
The call to 'https://mail.fabrikam.com/EWS/mrsproxy.svc' failed. Error details: There was no endpoint listening at http
s://mail.fabrikam.com/EWS/mrsproxy.svc that could accept the message. This is often caused by an incorrect address or S
OAP action. See InnerException, if present, for more details. --> The remote name could not be resolved: 'mail.fabrikam
.com'.
    + CategoryInfo          : NotSpecified: (0:Int32) [New-MoveRequest], RemoteTransientException
    + FullyQualifiedErrorId : EE2140E5,Microsoft.Exchange.Management.RecipientTasks.NewMoveRequest
 
`,
  },
  {
    evidence: ["errors.17"],
    edition: "Exchange2019",
    organization: "exchange2019",
    line: "New-MoveRequest alan.reid -Remote -RemoteHostName mail.fabrikam.com -TargetDeliveryDomain contoso.com -RemoteCredential (New-Object PSCredential 'CONTOSO\\admin', (ConvertTo-SecureString x -AsPlainText -Force))",
    text: shown`
The target recipient 'Alan Reid' must be a mail-enabled user when the primary mailbox is moving cross forest.
    + CategoryInfo          : InvalidArgument: (alan.reid:MailboxOrMailUserIdParameter) [New-MoveRequest], RecipientTa 
   skException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-RecipientTaskException] 202CD93F,Microsoft.Exchange.Management.Migration.MailboxReplica  
  tion.MoveRequest.NewMoveRequest
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["errors.18"],
    edition: "Exchange2013",
    organization: "exchange2013",
    before: [
      "New-MailboxDatabase DB2 -Server EX01 -WarningAction SilentlyContinue | Out-Null",
      "Stop-Service MSExchangeIS -Force",
    ],
    line: "New-MoveRequest alan.reid -TargetDatabase DB2",
    text: shown`
Cannot open mailbox /o=First Organization/ou=Exchange Administrative Group 
(FYDIBOHF23SPDLT)/cn=Configuration/cn=Servers/cn=EX01/cn=Microsoft System Attendant.
    + CategoryInfo          : NotSpecified: (:) [New-MoveRequest], RemoteTransientException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-RemoteTransientException] 66F6F8F,Microsoft.Exchange.Management.RecipientTasks.NewMoveR  
  equest
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["errors.18"],
    edition: "Exchange2016",
    organization: "exchange2016",
    before: ["Stop-Service MSExchangeIS -Force"],
    line: "Set-MailboxAutoReplyConfiguration alan.reid -AutoReplyState Enabled",
    text: shown`
Cannot open mailbox /o=First Organization/ou=Exchange Administrative Group 
(FYDIBOHF23SPDLT)/cn=Configuration/cn=Servers/cn=EX01/cn=Microsoft System Attendant.
    + CategoryInfo          : NotSpecified: (:) [Set-MailboxAutoReplyConfiguration], ConnectionFailedTransientExceptio 
   n
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-ConnectionFailedTransientException] 3FCFF55A,Microsoft.Exchange.Management.StoreTasks.S  
  etMailboxAutoReplyConfiguration
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["errors.19"],
    edition: "Exchange2016",
    organization: "exchange2016",
    before: [
      "New-MoveRequest alan.reid -TargetDatabase DB02 | Out-Null",
      "Stop-Service MSExchangeIS -Force",
      "Remove-MoveRequest alan.reid -Confirm:$false",
      "Start-Service MSExchangeIS",
    ],
    line: "New-MoveRequest alan.reid -TargetDatabase DB02",
    text: shown`
Couldn't switch the mailbox into Sync Source mode.
This could be because of one of the following reasons:
  Another administrator is currently moving the mailbox.
  The mailbox is locked.
  The Microsoft Exchange Mailbox Replication service (MRS) doesn't have the correct permissions.
  Network errors are preventing MRS from cleanly closing its session with the Mailbox server. If this is the case, MRS 
may continue to encounter this error for up to 2 hours - this duration is controlled by the TCP KeepAlive settings on 
the Mailbox server.
Wait for the mailbox to be released before attempting to move this mailbox again.
    + CategoryInfo          : NotSpecified: (:) [New-MoveRequest], RemoteTransientException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=a08ff49b-6f77-4632-a16c-43069c43a8c3,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-RemoteTransientException] 7BDCC377,Microsoft.Exchange.Management.Migration.MailboxRepli  
  cation.MoveRequest.NewMoveRequest
    + PSComputerName        : ex01.contoso.com
 
`,
  },
  {
    evidence: ["errors.23"],
    because: "Exchange Online says it of addresses that a mailbox may not bring along; servers take any address",
  },
  {
    evidence: ["remove-moverequest.1", "prompts.1"],
    organization: "contoso",
    before: [
      "New-MailboxDatabase DB2 -Server EX01 -WarningAction SilentlyContinue | Out-Null",
      "Mount-Database DB2",
      "New-MoveRequest alan.reid -TargetDatabase DB2 | Out-Null",
      "Start-Sleep 3600",
    ],
    line: "Remove-MoveRequest alan.reid",
    answers: ["y"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Removing completed move request "Alan Reid".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): y
`,
    names: { someone: "Alan Reid" },
  },
  {
    evidence: ["remove-moverequest.2"],
    organization: "contoso",
    before: [
      "New-MailboxDatabase DB2 -Server EX01 -WarningAction SilentlyContinue | Out-Null",
      "Mount-Database DB2",
      "New-MoveRequest alan.reid -TargetDatabase DB2 | Out-Null",
    ],
    line: "Remove-MoveRequest alan.reid",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Removing move request "Alan Reid".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
    names: { someone: "Alan Reid" },
  },
  {
    evidence: ["remove-moverequest.3"],
    organization: "contoso",
    before: [
      "New-MailboxDatabase DB2 -Server EX01 -WarningAction SilentlyContinue | Out-Null",
      "Mount-Database DB2",
      "New-MoveRequest alan.reid -TargetDatabase DB2 | Out-Null",
    ],
    line: "Suspend-MoveRequest alan.reid",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Suspending move request "Alan Reid".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
    names: { someone: "Alan Reid" },
  },
];
