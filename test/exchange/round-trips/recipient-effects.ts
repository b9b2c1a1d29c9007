import { type Effect, type Effects, effect, made } from "./effect.js";

const newGroup = (given: string, property: string, shown: string): Effect =>
  made(`New-DistributionGroup g ${given}`, property, shown);
const enabled = (given: string, read: string, shown: string): Effect =>
  effect(`$made = Enable-Mailbox Plain ${given}`, read, shown);
const kind = "$made.RecipientTypeDetails.ToString()";
const newMailbox = (given: string, read: string, shown: string): Effect =>
  effect(`$made = New-Mailbox m -UserPrincipalName m@exchangeserverpro.net -Password $password ${given}`, read, shown);
const person = (noun: string, cmdlet: string, parameter: string): Effect =>
  effect(`$null = ${cmdlet} -${parameter} Zed`, `(Get-${noun} m).${parameter}`, "Zed");
const newContact = "New-MailContact m -ExternalEmailAddress m@x.com";
const newMailUser =
  "New-MailUser m -ExternalEmailAddress m@x.com -UserPrincipalName m@exchangeserverpro.net -Password $password";
const newUserMailbox = "New-Mailbox m -UserPrincipalName m@exchangeserverpro.net -Password $password";
const move = (given: string, property: string, shown: string): Effect =>
  effect(
    `$null = New-MoveRequest alan.reid -TargetDatabase MB-HO-02 ${given}`,
    `[string](Get-MoveRequestStatistics alan.reid).${property}`,
    shown,
  );
const moveChange = (given: string, property: string, shown: string): Effect =>
  effect(`Set-MoveRequest sarah.jones ${given}`, `[string](Get-MoveRequestStatistics sarah.jones).${property}`, shown);
const ofInbox = (line: string, property: string, shown: string): Effect =>
  effect(line, `[string](Get-InboxRule -Mailbox alan.reid).${property}`, shown);

export const recipientEffects: Effects = {
  "New-DistributionGroup": {
    CopyOwnerToMember: effect(
      "$null = New-DistributionGroup g -CopyOwnerToMember -ManagedBy tom.okafor",
      "(Get-DistributionGroupMember g).Name",
      "Tom Okafor",
    ),
    IgnoreNamingPolicy: effect(
      "Set-OrganizationConfig -DistributionGroupNamingPolicy 'DL_<GroupName>'; $made = New-DistributionGroup g -IgnoreNamingPolicy",
      "$made.Name",
      "g",
    ),
    Members: effect(
      "$null = New-DistributionGroup g -Members alan.reid",
      "(Get-DistributionGroupMember g).Name",
      "Alan Reid",
    ),
    Notes: effect("$null = New-DistributionGroup g -Notes Zed", "(Get-Group g).Notes", "Zed"),
    RoomList: newGroup("-RoomList", "RecipientTypeDetails", "RoomList"),
    Type: newGroup("-Type Security", "RecipientTypeDetails", "MailUniversalSecurityGroup"),
  },
  "Set-DistributionGroup": {
    IgnoreNamingPolicy: effect(
      "Set-OrganizationConfig -DistributionGroupNamingPolicy 'DL_<GroupName>'; Set-DistributionGroup SalesTeam -Name g -IgnoreNamingPolicy",
      "(Get-DistributionGroup SalesTeam).Name",
      "g",
    ),
    RoomList: effect(
      "Set-DistributionGroup SalesTeam -RoomList",
      "[string](Get-DistributionGroup SalesTeam).RecipientTypeDetails",
      "RoomList",
    ),
  },
  "Add-DistributionGroupMember": {
    Member: effect(
      "Add-DistributionGroupMember SalesTeam -Member tom.okafor",
      "@(Get-DistributionGroupMember SalesTeam).Count",
      "2",
    ),
    BypassSecurityGroupManagerCheck: effect(
      "Set-DistributionGroup SalesTeam -ManagedBy tom.okafor; Add-DistributionGroupMember SalesTeam -Member tom.okafor -BypassSecurityGroupManagerCheck",
      "@(Get-DistributionGroupMember SalesTeam).Count",
      "2",
    ),
  },
  "Enable-InboxRule": {
    Mailbox: ofInbox(
      "Disable-InboxRule Rule -Mailbox alan.reid -Confirm:$false; Enable-InboxRule Rule -Mailbox alan.reid",
      "Enabled",
      "True",
    ),
  },
  "New-InboxRule": {
    Mailbox: effect(
      "$made = New-InboxRule r -Mailbox tom.okafor -From alan.reid -DeleteMessage $true",
      "[string]$made.MailboxOwnerId",
      "exchangeserverpro.net/Head Office/Tom Okafor",
    ),
  },
  "Set-InboxRule": { Mailbox: ofInbox("Set-InboxRule Rule -Mailbox alan.reid -Name Other", "Name", "Other") },
  "Enable-Mailbox": {
    ActiveSyncMailboxPolicy: enabled(
      "-ActiveSyncMailboxPolicy Strict",
      "[string](Get-CASMailbox Plain).ActiveSyncMailboxPolicy",
      "Strict",
    ),
    Arbitration: enabled("-Arbitration", kind, "ArbitrationMailbox"),
    Archive: effect("$made = Enable-Mailbox alan.reid -Archive", "[string]$made.ArchiveDatabase", "MB-HO-01"),
    Discovery: enabled("-Discovery", kind, "DiscoveryMailbox"),
    Equipment: enabled("-Equipment", kind, "EquipmentMailbox"),
    RemoteArchive: effect(
      "$made = Enable-Mailbox alan.reid -RemoteArchive -ArchiveDomain x.com",
      "[string]$made.ArchiveDomain",
      "x.com",
    ),
    Room: enabled("-Room", kind, "RoomMailbox"),
    Shared: enabled("-Shared", kind, "SharedMailbox"),
  },
  "New-Mailbox": {
    ActiveSyncMailboxPolicy: newMailbox(
      "-ActiveSyncMailboxPolicy Strict",
      "[string](Get-CASMailbox m).ActiveSyncMailboxPolicy",
      "Strict",
    ),
    Arbitration: newMailbox("-Arbitration", kind, "ArbitrationMailbox"),
    Archive: newMailbox("-Archive -Database MB-HO-01", "[string]$made.ArchiveDatabase", "MB-HO-01"),
    Discovery: newMailbox("-Discovery", kind, "DiscoveryMailbox"),
    Equipment: newMailbox("-Equipment", kind, "EquipmentMailbox"),
    FirstName: person("User", newUserMailbox, "FirstName"),
    Initials: person("User", newUserMailbox, "Initials"),
    LastName: person("User", newUserMailbox, "LastName"),
    Phone: newMailbox("-Room -Phone 123", "(Get-User m).Phone", "123"),
    RemoteArchive: newMailbox("-RemoteArchive -ArchiveDomain x.com", "[string]$made.ArchiveDomain", "x.com"),
    RemotePowerShellEnabled: newMailbox(
      "-RemotePowerShellEnabled $false",
      "(Get-User m).RemotePowerShellEnabled",
      "False",
    ),
    Room: newMailbox("-Room", kind, "RoomMailbox"),
    Shared: newMailbox("-Shared", kind, "SharedMailbox"),
  },
  "Set-Mailbox": {
    Arbitration: effect(
      "$null = New-Mailbox m -UserPrincipalName m@x.com -Arbitration; Set-Mailbox m -Arbitration -DisplayName Zed",
      "(Get-Mailbox m -Arbitration).DisplayName",
      "Zed",
    ),
    RemoveManagedFolderAndPolicy: effect(
      "Set-Mailbox alan.reid -ManagedFolderMailboxPolicy Engineers -ManagedFolderMailboxPolicyAllowed; Set-Mailbox alan.reid -RemoveManagedFolderAndPolicy",
      "(Get-Mailbox alan.reid).ManagedFolderMailboxPolicy -eq $null",
      "True",
    ),
    Type: effect(
      "Set-Mailbox alan.reid -Type Shared",
      "[string](Get-Mailbox alan.reid).RecipientTypeDetails",
      "SharedMailbox",
    ),
  },
  "New-MailboxExportRequest": {
    SuspendComment: effect(
      "$made = New-MailboxExportRequest -Mailbox tom.okafor -FilePath \\\\HO-DC\\x\\c.pst -Suspend -SuspendComment Zed",
      "($made | Get-MailboxExportRequestStatistics).Message",
      "Zed",
    ),
  },
  "New-MailboxImportRequest": {
    SuspendComment: effect(
      "$made = New-MailboxImportRequest -Mailbox tom.okafor -FilePath \\\\HO-DC\\x\\a.pst -Suspend -SuspendComment Zed",
      "($made | Get-MailboxImportRequestStatistics).Message",
      "Zed",
    ),
  },
  "New-MailContact": {
    FirstName: person("Contact", newContact, "FirstName"),
    Initials: person("Contact", newContact, "Initials"),
    LastName: person("Contact", newContact, "LastName"),
  },
  "New-MailUser": {
    FirstName: person("User", newMailUser, "FirstName"),
    Initials: person("User", newMailUser, "Initials"),
    LastName: person("User", newMailUser, "LastName"),
    RemotePowerShellEnabled: effect(
      `$null = ${newMailUser} -RemotePowerShellEnabled $false`,
      "(Get-User m).RemotePowerShellEnabled",
      "False",
    ),
    ResetPasswordOnNextLogon: effect(
      `$null = ${newMailUser} -ResetPasswordOnNextLogon $true`,
      "(Get-User m).ResetPasswordOnNextLogon",
      "True",
    ),
  },
  "New-MoveRequest": {
    ArchiveOnly: effect(
      "$null = Enable-Mailbox alan.reid -Archive; $made = New-MoveRequest alan.reid -ArchiveOnly -ArchiveTargetDatabase MB-HO-03",
      '"$($made.TargetDatabase) $($made.TargetArchiveDatabase)"',
      " MB-HO-03",
    ),
    ArchiveTargetDatabase: effect(
      "$null = Enable-Mailbox alan.reid -Archive; $made = New-MoveRequest alan.reid -TargetDatabase MB-HO-02 -ArchiveTargetDatabase MB-HO-03",
      '"$($made.TargetDatabase) $($made.TargetArchiveDatabase)"',
      "MB-HO-02 MB-HO-03",
    ),
    BadItemLimit: move("-BadItemLimit 5", "BadItemLimit", "5"),
    IgnoreRuleLimitErrors: move("-IgnoreRuleLimitErrors", "IgnoreRuleLimitErrors", "True"),
    PrimaryOnly: effect(
      "$null = Enable-Mailbox alan.reid -Archive; $made = New-MoveRequest alan.reid -PrimaryOnly -TargetDatabase MB-HO-03",
      '"$($made.TargetDatabase) $($made.TargetArchiveDatabase)"',
      "MB-HO-03",
    ),
    Priority: move("-Priority High", "Priority", "High"),
    SuspendComment: move("-Suspend -SuspendComment Zed", "Message", "Zed"),
  },
  "Set-MoveRequest": {
    BadItemLimit: moveChange("-BadItemLimit 5", "BadItemLimit", "5"),
    IgnoreRuleLimitErrors: moveChange("-IgnoreRuleLimitErrors $true", "IgnoreRuleLimitErrors", "True"),
    Priority: moveChange("-Priority High", "Priority", "High"),
  },
};
