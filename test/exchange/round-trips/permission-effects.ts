import { type Effect, type Effects, effect, made } from "./effect.js";

const rights =
  '$made | % { "$($_.User) $($_.AccessRights) $($_.ExtendedRights)$($_.Properties)$($_.ChildObjectTypes) $($_.InheritedObjectType) $($_.Deny) $($_.InheritanceType)" }';
const adRight = (given: string, shown: string): Effect =>
  effect(`$made = Add-ADPermission 'Alan Reid' -User tom.okafor ${given}`, rights, `ESPNET\\tom.okafor ${shown}`);
const mailboxRight = (given: string, shown: string): Effect =>
  effect(
    `$made = Add-MailboxPermission alan.reid -User tom.okafor ${given}`,
    '$made | % { "$($_.User) $($_.AccessRights) $($_.Deny) $($_.InheritanceType)" }',
    shown,
  );
const folderRight = (given: string, shown: string): Effect =>
  effect(
    `$made = Add-PublicFolderAdministrativePermission \\Board -User tom.okafor ${given}`,
    '$made | % { "$($_.User) $($_.AccessRights) $($_.Deny) $($_.InheritanceType)" }',
    shown,
  );
const assignment = (given: string, property: string, shown: string): Effect =>
  made(`New-ManagementRoleAssignment a -Role 'Mail Recipients' ${given}`, property, shown);
const assignmentChange = (given: string, property: string, shown: string): Effect =>
  effect(
    `Set-ManagementRoleAssignment Own ${given}`,
    `(Get-ManagementRoleAssignment Own).${property}.ToString()`,
    shown,
  );
const group = (given: string, property: string, shown: string): Effect =>
  effect(
    `$null = New-RoleGroup r -Roles 'Mail Recipients' ${given}`,
    `[string](Get-ManagementRoleAssignment 'Mail Recipients-r').${property}`,
    shown,
  );
const entry = (line: string, property: string, shown: string): Effect =>
  effect(line, `"$((Get-ManagementRoleEntry Tier1\\Get-Mailbox).${property})"`, shown);
const addedEntry = (given: string, property: string, shown: string): Effect =>
  entry(
    `Remove-ManagementRoleEntry Tier1\\Get-Mailbox -Confirm:$false; Add-ManagementRoleEntry Tier1\\Get-Mailbox ${given}`,
    property,
    shown,
  );

export const permissionEffects: Effects = {
  "Add-ADPermission": {
    Owner: effect(
      "$made = Add-ADPermission 'Alan Reid' -Owner tom.okafor",
      "(Get-ADPermission 'Alan Reid' -Owner).Owner.ToString()",
      "ESPNET\\tom.okafor",
    ),
    User: adRight("-AccessRights GenericAll", "GenericAll   False All"),
    AccessRights: adRight("-AccessRights ReadProperty,WriteProperty", "ReadProperty WriteProperty   False All"),
    ExtendedRights: adRight("-ExtendedRights Send-As", "ExtendedRight Send-As  False All"),
    Properties: adRight(
      "-AccessRights ReadProperty -Properties Public-Information",
      "ReadProperty Public-Information  False All",
    ),
    ChildObjectTypes: adRight("-AccessRights CreateChild -ChildObjectTypes User", "CreateChild User  False All"),
    InheritedObjectType: adRight("-AccessRights GenericAll -InheritedObjectType Group", "GenericAll  Group False All"),
    Deny: adRight("-AccessRights GenericAll -Deny", "GenericAll   True All"),
    InheritanceType: adRight("-AccessRights GenericAll -InheritanceType Descendents", "GenericAll   False Descendents"),
  },
  "Add-MailboxFolderPermission": {
    AccessRights: effect(
      "$made = Add-MailboxFolderPermission alan.reid:\\Calendar -User tom.okafor -AccessRights Editor",
      '"$($made.AccessRights)"',
      "Editor",
    ),
    User: effect(
      "$made = Add-MailboxFolderPermission alan.reid:\\Calendar -User tom.okafor -AccessRights Editor",
      "[string]$made.User",
      "Tom Okafor",
    ),
  },
  "Add-MailboxPermission": {
    AccessRights: mailboxRight("-AccessRights ReadPermission", "ESPNET\\tom.okafor ReadPermission False All"),
    Deny: mailboxRight("-AccessRights FullAccess -Deny", "ESPNET\\tom.okafor FullAccess True All"),
    InheritanceType: mailboxRight(
      "-AccessRights FullAccess -InheritanceType Descendents",
      "ESPNET\\tom.okafor FullAccess False Descendents",
    ),
    Instance: effect(
      "$null = Add-MailboxPermission alan.reid -User tom.okafor -AccessRights FullAccess; $null = Get-MailboxPermission alan.reid -User tom.okafor | Add-MailboxPermission -Identity sarah.jones",
      '"$((Get-MailboxPermission sarah.jones -User tom.okafor).AccessRights)"',
      "FullAccess",
    ),
    Owner: effect(
      "$made = Add-MailboxPermission alan.reid -Owner tom.okafor",
      "[string](Get-MailboxPermission alan.reid -Owner).Owner",
      "ESPNET\\tom.okafor",
    ),
    User: mailboxRight("-AccessRights FullAccess", "ESPNET\\tom.okafor FullAccess False All"),
  },
  "New-ManagementRole": { UnScopedTopLevel: made("New-ManagementRole r -UnScopedTopLevel", "RoleType", "UnScoped") },
  "New-ManagementRoleAssignment": {
    Computer: assignment("-Computer HO-EX2010-MB1", "RoleAssigneeType", "Computer"),
    Delegating: assignment("-User alan.reid -Delegating", "RoleAssignmentDelegationType", "DelegatingOrgWide"),
    ExclusiveConfigWriteScope: assignment(
      "-User alan.reid -ExclusiveConfigWriteScope OnlyServers",
      "ConfigWriteScope",
      "ExclusiveConfigScope",
    ),
    ExclusiveRecipientWriteScope: assignment(
      "-User alan.reid -ExclusiveRecipientWriteScope OnlyPeople",
      "RecipientWriteScope",
      "ExclusiveRecipientScope",
    ),
    Policy: made(
      "New-ManagementRoleAssignment a -Role MyBaseOptions -Policy Limited",
      "RoleAssigneeType",
      "RoleAssignmentPolicy",
    ),
    RecipientOrganizationalUnitScope: assignment(
      "-User alan.reid -RecipientOrganizationalUnitScope 'Head Office'",
      "CustomRecipientWriteScope",
      "Head Office",
    ),
    RecipientRelativeWriteScope: assignment(
      "-User alan.reid -RecipientRelativeWriteScope Self",
      "RecipientWriteScope",
      "Self",
    ),
    SecurityGroup: assignment("-SecurityGroup Readers", "RoleAssigneeType", "SecurityGroup"),
  },
  "Set-ManagementRoleAssignment": {
    ExclusiveConfigWriteScope: assignmentChange(
      "-ExclusiveConfigWriteScope OnlyServers",
      "ConfigWriteScope",
      "ExclusiveConfigScope",
    ),
    ExclusiveRecipientWriteScope: assignmentChange(
      "-ExclusiveRecipientWriteScope OnlyPeople",
      "RecipientWriteScope",
      "ExclusiveRecipientScope",
    ),
    RecipientOrganizationalUnitScope: assignmentChange(
      "-RecipientOrganizationalUnitScope 'Head Office'",
      "RecipientWriteScope",
      "OU",
    ),
    RecipientRelativeWriteScope: assignmentChange("-RecipientRelativeWriteScope Self", "RecipientWriteScope", "Self"),
  },
  "Add-ManagementRoleEntry": {
    Overwrite: entry(
      "Add-ManagementRoleEntry Tier1\\Get-Mailbox -Parameters Identity -Overwrite",
      "Parameters",
      "Identity",
    ),
    Parameters: addedEntry("-Parameters Identity,Anr", "Parameters", "Anr Identity"),
    ParentRoleEntry: entry(
      "Remove-ManagementRoleEntry Tier1\\Get-Mailbox -Confirm:$false; Add-ManagementRoleEntry -ParentRoleEntry 'Mail Recipients\\Get-Mailbox' -Role Tier1",
      "Name",
      "Get-Mailbox",
    ),
    PSSnapinName: effect(
      "$null = New-ManagementRole r -UnScopedTopLevel; Add-ManagementRoleEntry r\\Get-Mailbox -Type Cmdlet -PSSnapinName Zed -Parameters Identity -UnScopedTopLevel",
      "(Get-ManagementRoleEntry r\\Get-Mailbox).PSSnapinName",
      "Zed",
    ),
    Role: entry(
      "Remove-ManagementRoleEntry Tier1\\Get-Mailbox -Confirm:$false; Get-ManagementRoleEntry 'Mail Recipients\\Get-Mailbox' | Add-ManagementRoleEntry -Role Tier1",
      "Role",
      "Tier1",
    ),
    Type: effect(
      "$null = New-ManagementRole r -UnScopedTopLevel; Add-ManagementRoleEntry r\\x.ps1 -Type Script -Parameters a -UnScopedTopLevel",
      "(Get-ManagementRoleEntry r\\x.ps1).Name",
      "x.ps1",
    ),
  },
  "Set-ManagementRoleEntry": {
    AddParameter: effect(
      "Set-ManagementRoleEntry Tier1\\Get-Mailbox -Parameters Identity; Set-ManagementRoleEntry Tier1\\Get-Mailbox -Parameters Anr -AddParameter",
      '"$((Get-ManagementRoleEntry Tier1\\Get-Mailbox).Parameters)"',
      "Anr Identity",
    ),
    RemoveParameter: effect(
      "Set-ManagementRoleEntry Tier1\\Get-Mailbox -Parameters Identity,Anr; Set-ManagementRoleEntry Tier1\\Get-Mailbox -Parameters Anr -RemoveParameter",
      '"$((Get-ManagementRoleEntry Tier1\\Get-Mailbox).Parameters)"',
      "Identity",
    ),
  },
  "New-ManagementScope": {
    DatabaseList: effect(
      "$made = New-ManagementScope s -DatabaseList MB-HO-01 -Force",
      "$made.DatabaseFilter.Substring(0, 36)",
      "DistinguishedName -eq 'CN=MB-HO-01,C",
    ),
    ServerList: effect(
      "$made = New-ManagementScope s -ServerList BR-EX2010-MB",
      "$made.ServerFilter.Substring(0, 38)",
      "DistinguishedName -eq 'CN=BR-EX2010-MB",
    ),
  },
  "Add-PublicFolderAdministrativePermission": {
    AccessRights: folderRight(
      "-AccessRights ViewInformationStore",
      "ESPNET\\tom.okafor ViewInformationStore False All",
    ),
    Deny: folderRight("-AccessRights ViewInformationStore -Deny", "ESPNET\\tom.okafor ViewInformationStore True All"),
    InheritanceType: folderRight(
      "-AccessRights ViewInformationStore -InheritanceType Descendents",
      "ESPNET\\tom.okafor ViewInformationStore False Descendents",
    ),
    Instance: effect(
      "$null = Add-PublicFolderAdministrativePermission \\Board -User tom.okafor -AccessRights ViewInformationStore; $null = Get-PublicFolderAdministrativePermission \\Board -User tom.okafor | Add-PublicFolderAdministrativePermission -Identity \\Board\\Minutes",
      'Get-PublicFolderAdministrativePermission \\Board\\Minutes -User tom.okafor | select -First 1 | % { "$($_.AccessRights)" }',
      "ViewInformationStore",
    ),
    Owner: effect(
      "$null = Add-PublicFolderAdministrativePermission \\Board -Owner tom.okafor",
      "[string](Get-PublicFolderAdministrativePermission \\Board -Owner).Owner",
      "ESPNET\\tom.okafor",
    ),
    Server: folderRight(
      "-AccessRights ViewInformationStore -Server HO-EX2010-MB1",
      "ESPNET\\tom.okafor ViewInformationStore False All",
    ),
    User: folderRight("-AccessRights ViewInformationStore", "ESPNET\\tom.okafor ViewInformationStore False All"),
  },
  "Add-PublicFolderClientPermission": {
    AccessRights: effect(
      "$made = Add-PublicFolderClientPermission \\Board -User tom.okafor -AccessRights Editor",
      '"$($made.AccessRights)"',
      "Editor",
    ),
    Server: effect(
      "$made = Add-PublicFolderClientPermission \\Board -User tom.okafor -AccessRights Editor -Server HO-EX2010-MB1",
      '"$($made.AccessRights)"',
      "Editor",
    ),
    User: effect(
      "$made = Add-PublicFolderClientPermission \\Board -User tom.okafor -AccessRights Editor",
      "[string]$made.User",
      "exchangeserverpro.net/Head Office/Tom Okafor",
    ),
  },
  "New-RoleAssignmentPolicy": {
    Roles: effect(
      "$made = New-RoleAssignmentPolicy p -Roles MyBaseOptions",
      '"$($made.AssignedRoles)"',
      "MyBaseOptions",
    ),
  },
  "New-RoleGroup": {
    CustomConfigWriteScope: group("-CustomConfigWriteScope SomeServers", "CustomConfigWriteScope", "SomeServers"),
    CustomRecipientWriteScope: group("-CustomRecipientWriteScope Scope", "CustomRecipientWriteScope", "Scope"),
    RecipientOrganizationalUnitScope: group(
      "-RecipientOrganizationalUnitScope 'Head Office'",
      "CustomRecipientWriteScope",
      "Head Office",
    ),
  },
  "Add-RoleGroupMember": {
    Member: effect("Add-RoleGroupMember Helpers -Member alan.reid", "@(Get-RoleGroupMember Helpers).Count", "2"),
  },
};
