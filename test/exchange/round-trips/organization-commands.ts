import type { Commands } from "./command.js";

/** So that every quota may be set by itself. */
export const lowQuotas = (set: string): string =>
  `${set} -IssueWarningQuota 1MB -ProhibitSendQuota 20MB -ProhibitSendReceiveQuota 30MB -RecoverableItemsWarningQuota 1MB`;

/** Without a folder to move to, or with one. */
const toFolder = {
  RetentionAction: ["MarkAsPastRetentionLimit", "MarkAsPastRetentionLimit"],
  MoveToDestinationFolder: ["Projects", "Projects", { and: "-RetentionAction MoveToFolder" }],
} as const;

const ofServers = "\"Name -like 'HO*'\"";
const serverScope = "$null = New-ManagementScope Servers -ServerRestrictionFilter \"Name -like 'BR*'\"";
const scopes = {
  CustomConfigWriteScope: ["Servers", "Servers"],
  CustomRecipientWriteScope: ["Scope", "Scope"],
} as const;
const ofRecipients = { RecipientRestrictionFilter: ["\"City -eq 'Oslo'\"", "City -eq 'Oslo'"] } as const;

/** A group without members has no cluster that could tell its networks. */
const member = "Add-DatabaseAvailabilityGroupServer DAG1 -MailboxServer HO-EX2010-MB2";

const inGroups = {
  FreeBusyAccessScope: ["'Sales Team'", /Sales Team/],
  MailTipsAccessScope: ["'Sales Team'", /Sales Team/],
} as const;
const hybrid = {
  Domains: ["exchangeserverpro.net", "{exchangeserverpro.net}"],
  ExternalIPAddresses: ["10.0.0.7", "{10.0.0.7}"],
} as const;

export const organizationCommands: Commands = {
  "Set-ADServerSettings": {
    read: "Get-ADServerSettings",
    samples: {
      ConfigurationDomainController: ["BR-DC.exchangeserverpro.net", "BR-DC.exchangeserverpro.net"],
      PreferredGlobalCatalog: ["BR-DC.exchangeserverpro.net", "BR-DC.exchangeserverpro.net"],
      SetPreferredDomainControllers: ["BR-DC.exchangeserverpro.net", "{BR-DC.exchangeserverpro.net}"],
      RecipientViewRoot: ["exchangeserverpro.net/Users", "exchangeserverpro.net/Users"],
    },
  },
  "Set-ADSite": { base: { Identity: "HeadOffice" } },
  "Set-ADSiteLink": { base: { Identity: "DEFAULTIPSITELINK" } },
  "Set-AdminAuditLogConfig": { read: "Get-AdminAuditLogConfig" },
  "Set-OrganizationConfig": { read: "Get-OrganizationConfig" },
  "New-OrganizationRelationship": {
    base: { Name: "x", DomainNames: "x.com" },
    samples: { ...inGroups, DomainNames: ["y.com,z.com", "{y.com, z.com}"] },
  },
  "Set-OrganizationRelationship": {
    before: ["$null = New-OrganizationRelationship Own -DomainNames x.com"],
    base: { Identity: "Own" },
    samples: { ...inGroups, DomainNames: ["y.com,z.com", "{y.com, z.com}"] },
  },
  "New-HybridConfiguration": { read: "Get-HybridConfiguration", samples: hybrid },
  "Set-HybridConfiguration": {
    before: ["$null = New-HybridConfiguration"],
    read: "Get-HybridConfiguration",
    samples: hybrid,
  },
  "Set-ExchangeServer": {
    base: { Identity: "HO-EX2010-MB1" },
    elsewhere: { ErrorReportingEnabled: "asks: servers/servers.test.ts" },
    samples: {
      InternetWebProxy: ["http://proxy.fabrikam.com:8080/", "http://proxy.fabrikam.com:8080/"],
      ...Object.fromEntries(
        ["StaticDomainControllers", "StaticExcludedDomainControllers", "StaticGlobalCatalogs"].map((name) => [
          name,
          ["BR-DC.exchangeserverpro.net", "{BR-DC.exchangeserverpro.net}"],
        ]),
      ),
    },
  },
  "Set-MailboxServer": {
    base: { Identity: "HO-EX2010-MB1" },
    samples: Object.fromEntries(
      ["CalendarRepairSchedule", "ManagedFolderAssistantSchedule", "SharingPolicySchedule"].map((name) => [
        name,
        ["'Sun.1:00 AM-Sun.3:00 AM'", "{Sun.1:00 AM-Sun.3:00 AM}"],
      ]),
    ),
  },
  "Set-TransportServer": { base: { Identity: "HO-EX2010-MB1" } },
  "Set-EventLogLevel": { base: { Identity: "'HO-EX2010-MB1\\MSExchangeTransport\\Pickup'" } },
  "New-MailboxDatabase": {
    base: { Name: "x", Server: "BR-EX2010-MB" },
    samples: { Server: ["HO-EX2010-MB2", "HO-EX2010-MB2"] },
  },
  "Set-MailboxDatabase": {
    before: [lowQuotas("Set-MailboxDatabase MB-HO-01")],
    base: { Identity: "MB-HO-01" },
    samples: {
      ProhibitSendReceiveQuota: ["unlimited", "unlimited"],
      RpcClientAccessServer: ["HO-EX2010-MB2", "HO-EX2010-MB2.exchangeserverpro.net"],
    },
  },
  "Set-MailboxDatabaseCopy": { base: { Identity: "'MB-HO-01\\HO-EX2010-MB1'" } },
  "New-PublicFolderDatabase": {
    before: [
      "$null = Get-MailboxDatabase | Set-MailboxDatabase -PublicFolderDatabase PF01",
      "Get-PublicFolderDatabase PF02 | Remove-PublicFolderDatabase -Confirm:$false",
    ],
    base: { Name: "x", Server: "HO-EX2010-MB2" },
    samples: { Server: ["BR-EX2010-MB", "BR-EX2010-MB"] },
  },
  "Set-PublicFolderDatabase": { base: { Identity: "PF01" } },
  "New-DatabaseAvailabilityGroup": {
    base: { Name: "x", WitnessServer: "HO-DC" },
    samples: {
      WitnessServer: ["BR-DC", "BR-DC.exchangeserverpro.net"],
      DatabaseAvailabilityGroupIpAddresses: ["10.0.0.8,10.1.0.8", "{10.0.0.8, 10.1.0.8}"],
    },
  },
  "Set-DatabaseAvailabilityGroup": {
    base: { Identity: "DAG1" },
    samples: {
      WitnessServer: ["BR-DC", "BR-DC.exchangeserverpro.net"],
      AlternateWitnessServer: ["BR-DC", "BR-DC.exchangeserverpro.net"],
      DatabaseAvailabilityGroupIpAddresses: ["10.0.0.8,10.1.0.8", "{10.0.0.8, 10.1.0.8}"],
      ReplicationPort: ["63000", "63000", { read: "Get-DatabaseAvailabilityGroup DAG1 -Status" }],
    },
  },
  "New-DatabaseAvailabilityGroupNetwork": {
    before: [member],
    base: { Name: "x", DatabaseAvailabilityGroup: "DAG1" },
    read: "Get-DatabaseAvailabilityGroupNetwork 'DAG1\\x'",
    samples: {
      Name: ["y", "y", { read: "Get-DatabaseAvailabilityGroupNetwork 'DAG1\\y'" }],
      Subnets: ["10.9.0.0/16", /10\.9\.0\.0\/16/],
    },
  },
  "Set-DatabaseAvailabilityGroupNetwork": {
    before: [member, "$null = New-DatabaseAvailabilityGroupNetwork Own -DatabaseAvailabilityGroup DAG1"],
    base: { Identity: "'DAG1\\Own'" },
    read: "Get-DatabaseAvailabilityGroupNetwork 'DAG1\\Own'",
    samples: {
      Name: ["y", "y", { read: "Get-DatabaseAvailabilityGroupNetwork 'DAG1\\y'" }],
      Subnets: ["10.9.0.0/16", /10\.9\.0\.0\/16/],
    },
  },
  "New-PublicFolder": { base: { Name: "x" } },
  "Set-PublicFolder": {
    base: { Identity: "\\Board" },
    samples: {
      ReplicationSchedule: [
        "'Sun.1:00 AM-Mon.1:00 AM'",
        "{Sun.1:00 AM-Mon.1:00 AM}",
        { and: "-UseDatabaseReplicationSchedule:$false" },
      ],
    },
  },
  "New-RetentionPolicy": { base: { Name: "x" } },
  "Set-RetentionPolicy": {
    base: { Identity: "Policy" },
    samples: { RetentionPolicyTagLinks: ["'Never Delete',Tag", "{Never Delete, Tag}"] },
  },
  "New-RetentionPolicyTag": { base: { Name: "x", Type: "Personal" } },
  "Set-RetentionPolicyTag": { base: { Identity: "Tag" } },
  "New-ManagedFolder": { base: { Name: "x", FolderName: "x" } },
  "Set-ManagedFolder": { base: { Identity: "Projects" } },
  "New-ManagedContentSettings": {
    samples: toFolder,
    base: { Name: "x", FolderName: "Inbox", MessageClass: "*", RetentionEnabled: "$false" },
  },
  "Set-ManagedContentSettings": { base: { Identity: "Old" }, samples: toFolder },
  "New-ManagedFolderMailboxPolicy": { base: { Name: "x" } },
  "Set-ManagedFolderMailboxPolicy": { base: { Identity: "Engineers" } },
  "New-ManagementRole": {
    base: { Name: "x", Parent: "'Mail Recipients'" },
    samples: { Parent: ["'Public Folders'", "Public Folders"] },
  },
  "New-ManagementRoleAssignment": {
    before: [serverScope],
    base: { Name: "x", Role: "'Mail Recipients'", User: "alan.reid" },
    samples: { Role: ["'Public Folders'", "Public Folders"], User: ["tom.okafor", /Tom Okafor/], ...scopes },
  },
  "Set-ManagementRoleAssignment": {
    before: [serverScope, "$null = New-ManagementRoleAssignment Own -Role 'Mail Recipients' -User alan.reid"],
    base: { Identity: "Own" },
    samples: scopes,
  },
  "Set-ManagementRoleEntry": {
    before: ["$null = New-ManagementRole Own -Parent 'Mail Recipients'"],
    base: { Identity: "'Own\\Get-Mailbox'" },
    samples: { Parameters: ["Anr,Database", "{Anr, Database}"] },
  },
  "New-ManagementScope": {
    base: { Name: "x", RecipientRestrictionFilter: "\"City -eq 'Riga'\"" },
    samples: {
      ...ofRecipients,
      ServerRestrictionFilter: [ofServers, "Name -like 'HO*'", { without: ["RecipientRestrictionFilter"] }],
      DatabaseRestrictionFilter: [ofServers, "Name -like 'HO*'", { without: ["RecipientRestrictionFilter"] }],
      Exclusive: ["$true", "True", { and: "-Force" }],
    },
  },
  "Set-ManagementScope": {
    before: [serverScope, `$null = New-ManagementScope Databases -DatabaseRestrictionFilter "Name -like 'MB*'"`],
    base: { Identity: "Scope" },
    samples: {
      ...ofRecipients,
      ServerRestrictionFilter: [
        ofServers,
        "Name -like 'HO*'",
        { without: ["Identity"], and: "-Identity Servers", read: "Get-ManagementScope Servers" },
      ],
      DatabaseRestrictionFilter: [
        ofServers,
        "Name -like 'HO*'",
        { without: ["Identity"], and: "-Identity Databases", read: "Get-ManagementScope Databases" },
      ],
    },
  },
  "New-RoleAssignmentPolicy": { base: { Name: "x" } },
  "Set-RoleAssignmentPolicy": { base: { Identity: "Limited" } },
  "New-RoleGroup": {
    base: { Name: "x" },
    samples: { Members: ["tom.okafor", /Tom Okafor/], Roles: ["'Mail Recipients'", "{Mail Recipients}"] },
  },
  "Set-RoleGroup": {
    before: ["$null = New-RoleGroup Own -Roles 'Mail Recipients'"],
    base: { Identity: "Own" },
  },
  "New-SharingPolicy": {
    samples: {
      Domains: ["'tailspin.com:CalendarSharingFreeBusyDetail'", "{tailspin.com:CalendarSharingFreeBusyDetail}"],
    },
    base: { Name: "x", Domains: "'fabrikam.com: CalendarSharingFreeBusySimple'" },
  },
  "Set-SharingPolicy": {
    base: { Identity: "Partners" },
    samples: {
      Domains: ["'tailspin.com:CalendarSharingFreeBusyDetail'", "{tailspin.com:CalendarSharingFreeBusyDetail}"],
    },
  },
};
