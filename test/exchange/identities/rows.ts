/** How the objects of one noun are named: each form is an argument of -Identity, as it is typed. */
export interface IdentityRow {
  readonly noun: string;
  /** What gives the one object that all forms mean: `$o`. */
  readonly object: string;
  readonly forms: readonly string[];
  /** Another parameter that names it; left out: Identity. */
  readonly parameter?: string;
  /** What a Get needs beside the name to show one object, or the same of it every time. */
  readonly get?: string;
  /** Further arguments of other cmdlets, by verb. */
  readonly more?: Readonly<Record<string, string>>;
  /** Cmdlets that mean something else by their identity, or that the forms do not fit, by verb: why. */
  readonly apart?: Readonly<Record<string, string>>;
  /** Further forms for some cmdlets only, by verb. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
  /** The organization with mobile devices. */
  readonly devices?: boolean;
}

const quoted = (text: string): string => `'${text}'`;

/** What every object of the directory is found by. `$canonical` is its canonical name. */
const placed = [
  "$o.DistinguishedName",
  "$o.DistinguishedName.ToLower()",
  "$o.Guid",
  "$o.Guid.ToString()",
  "$o.Identity",
  "$o.Identity.ToString()",
  "$o.Identity.ToString().ToUpper()",
  "$o",
  "$canonical",
];
const named = (name: string): readonly string[] => [quoted(name), quoted(name.toUpperCase()), ...placed];

const configuration = (noun: string, name: string, more: Partial<IdentityRow> = {}): IdentityRow => ({
  noun,
  object: `Get-${noun} '${name}'`,
  ...more,
  forms: [...named(name), ...(more.forms ?? [])],
});

const server = "HO-EX2010-MB1";
const serverForms = [
  "'ho-ex2010-mb1.exchangeserverpro.net'",
  "(Get-ExchangeServer HO-EX2010-MB1).ExchangeLegacyDN",
  "(Get-ExchangeServer HO-EX2010-MB1)",
];
const ofServer = (noun: string, more: Partial<IdentityRow> = {}): IdentityRow =>
  configuration(noun, server, { forms: serverForms, ...more });

/** `SERVER\name (Default Web Site)`; the name alone means the directory of the session's server. */
const directory = (noun: string, name: string): IdentityRow =>
  configuration(noun, `${server}\\${name} (Default Web Site)`, {
    forms: [`'${server}.exchangeserverpro.net\\${name} (Default Web Site)'`],
  });

/** `\Offices\Riga`. */
const list = (noun: string, name: string, more: Partial<IdentityRow> = {}): IdentityRow =>
  configuration(noun, name, { forms: [quoted(`\\${name}`)], ...more });

const own = "exchangeserverpro.net";
const account = (name: string): readonly string[] => [`'ESPNET\\${name}'`, `'espnet\\${name.toUpperCase()}'`];
const addresses = (address: string): readonly string[] => [
  quoted(address),
  quoted(`SMTP:${address}`),
  quoted(`smtp:${address.toUpperCase()}`),
];
/** All names of a user with a mailbox; the first is his name. */
const alan = [
  ...named("Alan Reid"),
  ...account("alan.reid"),
  "'alan.reid'",
  ...addresses(`alan.reid@${own}`),
  ...addresses("second.name@fabrikam.com"),
  "'x500:/o=Old/cn=alan'",
  "'/o=Old/cn=alan'",
  "(Get-Mailbox alan.reid).LegacyExchangeDN",
  "(Get-User alan.reid).Sid.ToString()",
  "'Display of Alan'",
  "(Get-Mailbox alan.reid)",
  "(Get-User alan.reid)",
  "(Get-Recipient alan.reid)",
];
const ofMailbox = (noun: string, more: Partial<IdentityRow> = {}): IdentityRow => ({
  noun,
  object: "Get-Mailbox alan.reid",
  ...more,
  forms: alan,
});
const recipient = (
  noun: string,
  name: string,
  forms: readonly string[],
  more: Partial<IdentityRow> = {},
): IdentityRow => configuration(noun, name, { ...more, forms });

const folder = [
  "'\\Board\\Minutes'",
  "'\\board\\MINUTES'",
  "'Board\\Minutes'",
  "$o",
  "$o.Identity",
  "$o.Identity.ToString()",
  "$o.EntryId",
];
const request = (noun: string, kind: "Export" | "Import", name: string): IdentityRow => ({
  noun,
  object: `Get-Mailbox${kind}Request -Name ${name}`,
  forms: [
    `'Alan Reid\\${name}'`,
    `'alan.reid\\${name}'`,
    `'alan.reid@${own}\\${name}'`,
    `'${own}/Head Office/Alan Reid\\${name}'`,
    "$o.Identity",
    "$o.Identity.ToString()",
    "$o.RequestGuid",
    "$o.RequestGuid.ToString()",
    "$o",
  ],
});

export const identityRows: readonly IdentityRow[] = [
  // Servers and access.
  ofServer("ExchangeServer"),
  ofServer("ClientAccessServer"),
  ofServer("MailboxServer"),
  ofServer("TransportServer"),
  configuration("ClientAccessArray", "outlook", { forms: ["'outlook.exchangeserverpro.net'", "$o.ExchangeLegacyDN"] }),
  configuration("OutlookAnywhere", "BR-EX2010-MB\\Rpc (Default Web Site)"),
  configuration("OutlookProvider", "EXPR"),
  directory("AutodiscoverVirtualDirectory", "Autodiscover"),
  directory("OwaVirtualDirectory", "owa"),
  directory("EcpVirtualDirectory", "ecp"),
  directory("WebServicesVirtualDirectory", "EWS"),
  directory("ActiveSyncVirtualDirectory", "Microsoft-Server-ActiveSync"),
  directory("OabVirtualDirectory", "OAB"),
  directory("PowerShellVirtualDirectory", "PowerShell"),
  configuration("ThrottlingPolicy", "Blackberry"),
  configuration("ADSite", "HeadOffice"),
  {
    noun: "EventLogLevel",
    object: "Get-EventLogLevel 'HO-EX2010-MB1\\MSExchangeTransport\\Pickup'",
    forms: [
      "'HO-EX2010-MB1\\MSExchangeTransport\\Pickup'",
      "'ho-ex2010-mb1\\msexchangetransport\\pickup'",
      "$o.Identity",
      "$o.Identity.ToString()",
      "$o",
    ],
    more: { Set: "-Level High" },
  },
  ofMailbox("CASMailbox"),
  ofMailbox("ThrottlingPolicyAssociation"),

  // Databases.
  configuration("MailboxDatabase", "MB-HO-01"),
  configuration("PublicFolderDatabase", "PF01"),
  { ...configuration("Database", "MB-HO-01"), object: "Get-MailboxDatabase MB-HO-01" },
  {
    ...configuration("DatabasePath", "MB-HO-02"),
    object: "Get-MailboxDatabase MB-HO-02",
    more: { Move: "-EdbFilePath D:\\x\\x.edb" },
  },
  configuration("DatabaseAvailabilityGroup", "DAG1", {
    more: { Start: "-MailboxServer HO-EX2010-MB1", Stop: "-MailboxServer HO-EX2010-MB1" },
  }),
  {
    ...configuration("DatabaseAvailabilityGroupServer", "DAG1"),
    object: "Get-DatabaseAvailabilityGroup DAG1",
    more: { Add: "-MailboxServer BR-EX2010-MB", Remove: "-MailboxServer HO-EX2010-MB2" },
  },
  {
    noun: "DatabaseAvailabilityGroupNetwork",
    object: "@(Get-DatabaseAvailabilityGroupNetwork)[0]",
    forms: ["$o.Identity", "$o.Identity.ToString()", '"dag1\\$($o.Name.ToUpper())"', "$o"],
  },
  {
    noun: "MailboxDatabaseCopy",
    object: "Get-MailboxDatabaseCopyStatus MB-HO-01\\HO-EX2010-MB2",
    forms: [
      "'MB-HO-01\\HO-EX2010-MB2'",
      "'mb-ho-01\\ho-ex2010-mb2'",
      "$o.Name",
      "$o.Identity",
      "$o.Identity.ToString()",
      "$o",
    ],
    apart: { Add: "names the database" },
  },
  {
    ...configuration("MailboxDatabaseCopy", "MB-HO-02"),
    object: "Get-MailboxDatabase MB-HO-02",
    more: { Add: "-MailboxServer HO-EX2010-MB1" },
    apart: {
      Remove: "names a copy",
      Resume: "names a copy",
      Set: "names a copy",
      Suspend: "names a copy",
      Update: "names a copy",
    },
  },
  {
    noun: "MailboxDatabaseCopyStatus",
    object: "Get-MailboxDatabaseCopyStatus MB-HO-01\\HO-EX2010-MB2",
    forms: [
      "'MB-HO-01\\HO-EX2010-MB2'",
      "'mb-ho-01\\ho-ex2010-mb2'",
      "$o.Name",
      "$o.Identity",
      "$o.Identity.ToString()",
      "$o",
    ],
  },
  {
    ...configuration("ActiveMailboxDatabase", "MB-HO-01"),
    object: "Get-MailboxDatabase MB-HO-01",
    more: { Move: "-ActivateOnServer HO-EX2010-MB2" },
  },
  { ...ofServer("ReplicationHealth"), object: "Get-ExchangeServer HO-EX2010-MB1" },
  { ...configuration("MAPIConnectivity", "alan.reid"), object: "Get-Mailbox alan.reid", forms: alan },

  // Recipients.
  ...["Mailbox", "User", "Recipient"].map(
    (noun): IdentityRow => ({
      noun,
      object: `Get-${noun} 'Alan Reid'`,
      forms: alan,
      apart: { Connect: "names a mailbox that no user has" },
      more: { Restore: "-RecoveryDatabase RDB-HO-01" },
    }),
  ),
  recipient(
    "MailUser",
    "Mona Mailuser",
    [
      "'mona'",
      ...account("mona"),
      ...addresses(`mona@${own}`),
      ...addresses("mona@fabrikam.com"),
      "$o.LegacyExchangeDN",
      "(Get-User mona).Sid.ToString()",
    ],
    { more: { Enable: "-ExternalEmailAddress x@fabrikam.com" } },
  ),
  recipient(
    "MailContact",
    "Carla Contact",
    ["'CarlaContact'", ...addresses("carla@fabrikam.com"), "$o.LegacyExchangeDN"],
    { more: { Enable: "-ExternalEmailAddress x@fabrikam.com" } },
  ),
  recipient("Contact", "Carla Contact", [
    "'CarlaContact'",
    ...addresses("carla@fabrikam.com"),
    "(Get-MailContact CarlaContact).LegacyExchangeDN",
    "(Get-MailContact CarlaContact)",
  ]),
  recipient("Group", "Sales Team", [
    "'SalesTeam'",
    ...account("Sales Team"),
    ...addresses(`SalesTeam@${own}`),
    "(Get-DistributionGroup SalesTeam).LegacyExchangeDN",
    "$o.Sid.ToString()",
    "(Get-DistributionGroup SalesTeam)",
  ]),
  recipient("DistributionGroup", "Sales Team", [
    "'SalesTeam'",
    ...account("Sales Team"),
    ...addresses(`SalesTeam@${own}`),
    "$o.LegacyExchangeDN",
    "(Get-Group SalesTeam).Sid.ToString()",
    "(Get-Group SalesTeam)",
  ]),
  {
    ...recipient("DistributionGroupMember", "Sales Team", [
      "'SalesTeam'",
      ...account("Sales Team"),
      ...addresses(`SalesTeam@${own}`),
      "$o.LegacyExchangeDN",
    ]),
    object: "Get-DistributionGroup SalesTeam",
    more: { Add: "-Member tom.okafor", Remove: "-Member alan.reid", Update: "-Members tom.okafor" },
  },
  recipient("DynamicDistributionGroup", "All Staff", [
    "'AllStaff'",
    ...addresses(`AllStaff@${own}`),
    "$o.LegacyExchangeDN",
  ]),
  recipient("MailPublicFolder", "Board", ["'\\Board'", ...addresses(`Board@${own}`), "$o.LegacyExchangeDN"], {
    apart: { Enable: "names a folder that has no mail yet", Disable: "names the folder: its row follows" },
  }),
  {
    noun: "MailPublicFolder",
    object: "Get-PublicFolder \\Board",
    forms: [
      "'\\Board'",
      "'\\BOARD'",
      "$o",
      "$o.Identity",
      "$o.Identity.ToString()",
      "$o.EntryId",
      "(Get-MailPublicFolder Board)",
    ],
    apart: { Enable: "has mail already" },
  },
  ...["MailboxStatistics", "MailboxFolderStatistics", "MailboxAutoReplyConfiguration", "CalendarProcessing"].map(
    (noun) => ofMailbox(noun),
  ),
  ofMailbox("MailboxPermission", {
    more: { Add: "-User tom.okafor -AccessRights FullAccess", Remove: "-User tom.okafor -AccessRights FullAccess" },
  }),
  {
    ...ofMailbox("ADPermission"),
    // Any object of the directory: no addresses, no aliases.
    forms: [
      ...named("Alan Reid"),
      ...account("alan.reid"),
      "(Get-User alan.reid).Sid.ToString()",
      "(Get-Mailbox alan.reid)",
      "(Get-User alan.reid)",
    ],
    more: { Add: "-User tom.okafor -ExtendedRights Send-As", Remove: "-User tom.okafor -ExtendedRights Send-As" },
  },
  {
    noun: "MailboxFolderPermission",
    object: "Get-Mailbox alan.reid",
    forms: [
      "'alan.reid:\\Calendar'",
      "'Alan Reid:\\calendar'",
      "'alan.reid@exchangeserverpro.net:\\Calendar'",
      "'ESPNET\\alan.reid:\\Calendar'",
      '"$($o.DistinguishedName):\\Calendar"',
      '"$($o.Guid):\\Calendar"',
      '"$($o.Identity):\\Calendar"',
      '"$($o.LegacyExchangeDN):\\Calendar"',
    ],
    more: {
      Add: "-User tom.okafor -AccessRights Reviewer",
      Set: "-User Default -AccessRights Reviewer",
      Remove: "-User Default",
    },
  },
  {
    ...ofMailbox("MailboxFolderPermission"),
    forms: alan,
    apart: { Add: "of the whole mailbox", Set: "of the whole mailbox", Remove: "of the whole mailbox" },
  },
  {
    noun: "MoveRequest",
    object: "Get-MoveRequest sarah.jones",
    forms: [
      ...named("Sarah Jones"),
      "'sarah.jones'",
      ...account("sarah.jones"),
      ...addresses(`sarah.jones@${own}`),
      "(Get-Mailbox sarah.jones)",
      "(Get-Mailbox sarah.jones).LegacyExchangeDN",
    ],
    apart: { New: "of a mailbox that does not move yet" },
    more: { Set: "-SuspendWhenReadyToComplete:$true" },
  },
  {
    ...ofMailbox("MoveRequest"),
    more: { New: "-TargetDatabase MB-HO-03" },
    apart: { Get: "no move", Remove: "no move", Set: "no move", Resume: "no move", Suspend: "no move" },
  },
  {
    noun: "MoveRequestStatistics",
    object: "Get-MoveRequest sarah.jones",
    forms: [
      ...named("Sarah Jones"),
      "'sarah.jones'",
      ...account("sarah.jones"),
      ...addresses(`sarah.jones@${own}`),
      "(Get-Mailbox sarah.jones)",
    ],
  },
  request("MailboxExportRequest", "Export", "Out"),
  request("MailboxExportRequestStatistics", "Export", "Out"),
  request("MailboxImportRequest", "Import", "In"),
  request("MailboxImportRequestStatistics", "Import", "In"),
  configuration("EmailAddressPolicy", "Own"),
  list("AddressList", "Offices", { more: { Move: "-Target \\" }, apart: { Move: "lies at the root already" } }),
  {
    ...list("AddressList", "Offices\\Riga"),
    object: "Get-AddressList '\\Offices\\Riga'",
    forms: ["'\\Offices\\Riga'", "'Riga'", ...placed],
    more: { Move: "-Target \\" },
  },
  list("GlobalAddressList", "Other"),
  list("OfflineAddressBook", "Other", { more: { Move: "-Server HO-EX2010-MB2" } }),
  configuration("RetentionPolicy", "Policy"),
  configuration("RetentionPolicyTag", "Tag"),
  {
    noun: "InboxRule",
    object: "Get-InboxRule -Mailbox alan.reid",
    forms: [
      "'alan.reid\\Rule'",
      "'Alan Reid\\Rule'",
      "'alan.reid@exchangeserverpro.net\\Rule'",
      '"alan.reid\\$($o.RuleIdentity)"',
      "$o.Identity",
      "$o.Identity.ToString()",
      "$o",
    ],
  },
  {
    noun: "ActiveSyncDevice",
    object: "@(Get-ActiveSyncDevice)[0]",
    forms: [
      "$o.Guid",
      "$o.Guid.ToString()",
      "$o.DistinguishedName",
      "$o.Identity",
      "$o.Identity.ToString()",
      "$o",
      "$canonical",
      "$o.Name",
    ],
    devices: true,
  },
  {
    noun: "ActiveSyncDeviceStatistics",
    object: "@(Get-ActiveSyncDevice)[0]",
    forms: ["$o.Guid", "$o.Guid.ToString()", "$o.DistinguishedName", "$o.Identity", "$o.Identity.ToString()", "$o"],
    devices: true,
  },
  configuration("ActiveSyncMailboxPolicy", "Strict"),
  ...["PublicFolder", "PublicFolderStatistics"].map(
    (noun): IdentityRow => ({
      noun,
      object: "Get-PublicFolder \\Board\\Minutes",
      forms: folder,
      more: { Update: "-Server HO-EX2010-MB1" },
    }),
  ),
  ...["PublicFolderClientPermission", "PublicFolderAdministrativePermission"].map(
    (noun): IdentityRow => ({
      noun,
      object: "Get-PublicFolder \\Board\\Minutes",
      forms: folder,
      more: {
        Add: `-User tom.okafor -AccessRights ${noun === "PublicFolderClientPermission" ? "Reviewer" : "ViewInformationStore"}`,
        Remove: `-User ${noun === "PublicFolderClientPermission" ? "Default -AccessRights Author" : "tom.okafor -AccessRights ViewInformationStore"}`,
      },
    }),
  ),

  // Transport.
  configuration("AcceptedDomain", "Fabrikam", { forms: ["'fabrikam.com'"] }),
  configuration("RemoteDomain", "Default"),
  configuration("SendConnector", "Internet"),
  configuration("ReceiveConnector", "HO-EX2010-MB1\\Apps", {
    forms: ["'Apps'", "'HO-EX2010-MB1.exchangeserverpro.net\\Apps'"],
  }),
  configuration("TransportRule", "Rule"),
  configuration("JournalRule", "Journal"),
  {
    noun: "Queue",
    object: "Get-Queue HO-EX2010-MB1\\Submission",
    forms: [
      "'HO-EX2010-MB1\\Submission'",
      "'ho-ex2010-mb1\\submission'",
      "'Submission'",
      "$o.Identity",
      "$o.Identity.ToString()",
      "$o",
    ],
  },
  {
    noun: "Message",
    object: "@(Get-Message -Server HO-EX2010-MB1)[0]",
    forms: ["$o.Identity", "$o.Identity.ToString()", "$o.Identity.ToString().ToLower()", "$o"],
    more: { Remove: "-WithNDR:$false" },
  },
  configuration("EdgeSubscription", "EDGE01"),

  // Permissions.
  configuration("RoleGroup", "Helpers"),
  {
    ...configuration("RoleGroupMember", "Helpers"),
    object: "Get-RoleGroup Helpers",
    more: { Add: "-Member alan.reid", Remove: "-Member tom.okafor", Update: "-Members alan.reid" },
  },
  { ...configuration("ManagementRole", "Tier1"), forms: ["'Tier1'", "'TIER1'", "'Mail Recipients\\Tier1'", ...placed] },
  {
    noun: "ManagementRoleEntry",
    object: "Get-ManagementRoleEntry 'Tier1\\Get-Mailbox'",
    forms: ["'Tier1\\Get-Mailbox'", "'tier1\\get-mailbox'", "$o.Identity", "$o.Identity.ToString()", "$o"],
    more: { Set: "-Parameters Anr" },
    apart: { Add: "names an entry that the role does not have" },
  },
  configuration("ManagementRoleAssignment", "Own"),
  configuration("RoleAssignmentPolicy", "Limited"),
  configuration("ManagementScope", "Scope"),
];
