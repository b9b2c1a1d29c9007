// What keeps somebody from changing an object: access lists, write scopes, a damaged object; permissions of mailboxes.
import { shown } from "../../../support/console.js";
import type { Row } from "../register.js";

export const access: readonly Row[] = [
  {
    evidence: ["general.7", "errors.16"],
    organization: "contoso",
    before: [
      "Add-ADPermission 'Alan Reid' -User 'Exchange Trusted Subsystem' -AccessRights WriteProperty -Deny | Out-Null",
      "New-MailboxDatabase DB2 -Server EX01 | Out-Null",
      "Mount-Database DB2",
    ],
    line: "New-MoveRequest alan.reid -TargetDatabase DB2",
    text: shown`
Active Directory operation failed on DC01.contoso.com. This error is not retriable. Additional information: Insufficien
t access rights to perform the operation.
Active directory response: 00002098: SecErr: DSID-03150BB9, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0
    + CategoryInfo          : NotSpecified: (0:Int32) [New-MoveRequest], ADOperationException
    + FullyQualifiedErrorId : B959FFD3,Microsoft.Exchange.Management.RecipientTasks.NewMoveRequest
 
`,
  },
  {
    evidence: ["new-mailbox.5"],
    edition: "Exchange2016",
    organization: "exchange2016",
    before: [
      "Import-Module ActiveDirectory; New-ADUser -Name Zed -Path 'CN=Users,DC=contoso,DC=com'",
      "Add-ADPermission 'Zed' -User 'Exchange Trusted Subsystem' -AccessRights WriteProperty -Deny | Out-Null",
    ],
    line: "Enable-Mailbox Zed",
    text: shown`
Active Directory operation failed on DC01.contoso.com. This error is not retriable. Additional information: 
Insufficient access rights to perform the operation.
Active directory response: 00002098: SecErr: DSID-03150BC1, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0
    + CategoryInfo          : NotSpecified: (:) [Enable-Mailbox], ADOperationException
    + FullyQualifiedErrorId : [Server=EX01,RequestId=e8eb2af2-f261-45a8-91cd-424e42a85121,TimeStamp=6/3/2013 9:00:00 A 
   M] [FailureCategory=Cmdlet-ADOperationException] 268CEFB0,Microsoft.Exchange.Management.RecipientTasks.EnableMailb  
  ox
    + PSComputerName        : ex01.contoso.com
 
`,
    names: { "...": "<>" },
  },
  {
    evidence: ["rules.11", "warnings.8"],
    organization: "contoso",
    before: ["Import-Module ActiveDirectory; Set-ADUser alan.reid -Clear homeMDB"],
    line: "Get-Mailbox 'Alan Reid'",
    text: shown`

Name                      Alias                ServerName       ProhibitSendQuota                                      
----                      -----                ----------       -----------------                                      
Alan Reid                 alan.reid                             unlimited                                              
WARNING: The object contoso.com/Users/Alan Reid has been corrupted, and it's in an inconsistent state. The following 
validation errors happened:
WARNING: Database is mandatory on UserMailbox.
WARNING: Database is mandatory on UserMailbox.


`,
    names: { "contoso.com/Users/SystemMailbox{1f05a927-...}": "contoso.com/Users/Alan Reid" },
  },
  {
    evidence: ["new-mailbox.6", "errors.12"],
    organization: "contoso",
    before: ["Import-Module ActiveDirectory; Set-ADUser alan.reid -Clear homeMDB"],
    line: "Set-Mailbox 'Alan Reid' -Office 12",
    text: shown`
Database is mandatory on UserMailbox.
    + CategoryInfo          : NotSpecified: (contoso.com/Users/Alan Reid:ADObjectId) [Set-Mailbox], DataValidationExce 
   ption
    + FullyQualifiedErrorId : 80772AF3,Microsoft.Exchange.Management.RecipientTasks.SetMailbox
 
`,
    names: { "ExchangeGuid is mandatory on UserMailbox. / ": "" },
  },
  {
    evidence: ["rules.12", "warnings.9"],
    because: "the directory keeps the members of enumerations by name, so that no number without a name gets into it",
  },
  {
    evidence: ["get-mailboxpermission.1"],
    organization: "contoso",
    before: ["Add-MailboxPermission alan.reid -User sarah.jones -AccessRights FullAccess | Out-Null"],
    line: "Add-MailboxPermission alan.reid -User sarah.jones -AccessRights FullAccess",
    text: shown`
WARNING: The appropriate access control entry is already present on the object "CN=Alan 
Reid,CN=Users,DC=contoso,DC=com" for account "CONTOSO\\sarah.jones".

Identity             User                 AccessRights                                                IsInherited Deny 
--------             ----                 ------------                                                ----------- ---- 
contoso.com/Users... CONTOSO\\sarah.jones  {FullAccess}                                                False       False


`,
    names: { "CONTOSO\\bob": "CONTOSO\\sarah.jones" },
  },
  {
    evidence: ["get-mailboxpermission.2"],
    organization: "contoso",
    before: ["Add-MailboxPermission alan.reid -User sarah.jones -AccessRights FullAccess | Out-Null"],
    line: "Remove-MailboxPermission alan.reid -User sarah.jones -AccessRights FullAccess",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Removing mailbox permission "alan.reid" for user "sarah.jones" with access rights "'FullAccess'".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
  },
  {
    evidence: ["get-mailboxpermission.3"],
    organization: "contoso",
    line: "Remove-MailboxPermission alan.reid -User sarah.jones -AccessRights FullAccess -Confirm:$false",
    text: shown`
WARNING: Can't remove the access control entry on the object "CN=Alan Reid,CN=Users,DC=contoso,DC=com" for account 
"CONTOSO\\sarah.jones" because the ACE isn't present.
`,
    names: { "CONTOSO\\bob": "CONTOSO\\sarah.jones" },
  },
  {
    evidence: ["errors.35"],
    because: "Exchange Online says it; the warning of the servers has a row of its own",
  },
  {
    evidence: ["prompts.5"],
    line: "Get-MailboxDatabase MB-HO-01 | Remove-ADPermission -User alan.reid -AccessRights GenericAll",
    answers: ["n"],
    text: shown`

Confirm
Are you sure you want to perform this action?
Removing Active Directory permission "MB-HO-01" for user "alan.reid" with access rights "'GenericAll'".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is "Y"): n
`,
    differs: "the capture is in Korean; the English sentence is made after that of mailbox permissions",
  },
  {
    evidence: ["errors.15"],
    organization: "contoso",
    user: "tom.okafor",
    before: [
      "New-ManagementScope Riga -RecipientRestrictionFilter \"Office -eq 'Riga'\" | Out-Null",
      "New-RoleGroup Desk -Roles 'Mail Recipients' -Members tom.okafor -CustomRecipientWriteScope Riga | Out-Null",
    ],
    line: "Add-MailboxPermission alan.reid -User sarah.jones -AccessRights FullAccess",
    text: shown`
The operation on mailbox alan.reid failed because it's out of the current user's write scope. 'contoso.com/Users/Alan R
eid' isn't within your current write scopes. Can't perform the save operation.
    + CategoryInfo          : NotSpecified: (contoso.com/Users/Alan Reid:ADObjectId) [Add-MailboxPermission], TaskInva 
   lidOperationException
    + FullyQualifiedErrorId : CFE6232C,Microsoft.Exchange.Management.RecipientTasks.AddMailboxPermission
 
`,
  },
  {
    evidence: ["errors.33"],
    because: "Exchange Online says it of what is synchronized from elsewhere; this organization has its own directory",
  },
];
