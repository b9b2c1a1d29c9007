// Requests: exports and restores of mailboxes.
import { shown } from "../../../support/console.js";
import type { Row } from "../register.js";

export const requests: readonly Row[] = [
  {
    evidence: ["get-moverequeststatistics.5", "errors.7"],
    organization: "contoso",
    line: "Remove-MailboxExportRequest alan.reid\\MailboxExport -Confirm:$false",
    text: shown`
Couldn't find a request that matches the information provided. Reason: No such request exists in the specified index.
    + CategoryInfo          : InvalidArgument: (0:Int32) [Remove-MailboxExportRequest], ManagementObjectNotFoundExcept 
   ion
    + FullyQualifiedErrorId : A9E58A72,Microsoft.Exchange.Management.RecipientTasks.RemoveMailboxExportRequest
 
`,
  },
  {
    evidence: ["errors.8"],
    organization: "contoso",
    before: ["1..2 | % { New-MailboxExportRequest alan.reid -FilePath \\\\EX01\\pst\\alan$_.pst } | Out-Null"],
    line: "Suspend-MailboxExportRequest alan.reid -Confirm:$false",
    text: shown`
Couldn't find a unique request with the provided information.
    + CategoryInfo          : InvalidArgument: (0:Int32) [Suspend-MailboxExportRequest], ManagementObjectAmbiguousExce 
   ption
    + FullyQualifiedErrorId : D24F5D23,Microsoft.Exchange.Management.RecipientTasks.SuspendMailboxExportRequest
 
`,
  },
  {
    evidence: ["new-mailboxexportrequest.1"],
    organization: "contoso",
    user: "tom.okafor",
    before: ["New-RoleGroup Desk -Roles 'Mail Recipients' -Members tom.okafor | Out-Null"],
    line: "New-MailboxExportRequest alan.reid -FilePath \\\\EX01\\pst\\alan.pst",
    text: shown`
The term 'New-MailboxExportRequest' is not recognized as the name of a cmdlet, function, script file, or operable progr
am. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
At line:1 char:25
+ New-MailboxExportRequest <<<<  alan.reid -FilePath \\\\EX01\\pst\\alan.pst
    + CategoryInfo          : ObjectNotFound: (New-MailboxExportRequest:String) [], CommandNotFoundException
    + FullyQualifiedErrorId : CommandNotFoundException
 
`,
    names: { "cmdlet does not exist for the user: ": "", " ...": "" },
  },
  {
    evidence: ["new-mailboxexportrequest.2", "errors.9"],
    because:
      "builds before SP3 say it, and nobody shows what leads to it; who lacks the role doesn't have the cmdlet, which has a row of its own",
  },
  {
    evidence: ["new-mailboxexportrequest.3"],
    organization: "contoso",
    files: { "\\\\EX01\\pst\\alan.pst\\notes.txt": "a folder has the name of the file" },
    line: "New-MailboxExportRequest alan.reid -FilePath \\\\EX01\\pst\\alan.pst",
    text: shown`
Unable to open PST file '\\\\EX01\\pst\\alan.pst'. Error details: Access to the path '\\\\EX01\\pst\\alan.pst' is denied.
    + CategoryInfo          : NotSpecified: (0:Int32) [New-MailboxExportRequest], RemotePermanentException
    + FullyQualifiedErrorId : 9A0D4382,Microsoft.Exchange.Management.RecipientTasks.NewMailboxExportRequest
 
`,
    names: { "\\\\server\\share": "\\\\EX01\\pst", "\\\\\\\\server\\\\share\\\\": "" },
  },
  {
    evidence: ["prompts.2"],
    before: [],
    line: "Restore-Mailbox -Identity alan.reid -RecoveryDatabase RDB-HO-01 -RecoveryMailbox alan.reid -TargetFolder Restore",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Recovering mailbox content from mailbox 'Alan Reid' in the recovery database 'RDB-HO-01' to the mailbox for 'Alan Reid 
(alan.reid@exchangeserverpro.net)'. This operation may take a long time to complete.
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
  },
  {
    evidence: ["errors.43"],
    because: "the directory gives its pages in one go, and never breaks off",
  },
  {
    evidence: ["errors.44"],
    because:
      "Exchange Online says it; the moves of a batch within an organization are kept up to date until it is completed",
  },
];
