import type { Commands } from "./command.js";
import { lowQuotas } from "./organization-commands.js";

const zone = ["'GMT Standard Time'", "GMT Standard Time"] as const;
const mailbox = { base: { Identity: "alan.reid" } };

const guid = "3e5b1a3c-0d3a-4a43-b6a1-4f1f2f5f9f01";
const credential =
  "-LinkedDomainController dc.fabrikam.com -LinkedCredential (New-Object PSCredential 'FABRIKAM\\admin',$password)";
const linked = ["'FABRIKAM\\tom'", "FABRIKAM\\tom", { and: credential }] as const;
/** Rooms have no password. */
const room = { and: "-Room -UserPrincipalName x@exchangeserverpro.net", without: ["Password", "UserPrincipalName"] };
const off = "-EmailAddressPolicyEnabled $false";
/** Of recipients whose addresses no policy makes. */
const ownAddresses = {
  EmailAddresses: ["SMTP:x@exchangeserverpro.net,y@fabrikam.com", /SMTP:x@exchangeserverpro\.net/],
} as const;
const changed = (noun: string, name: string): Commands => ({
  [`Set-${noun}`]: {
    before: [`Set-${noun} ${name} ${off}`],
    base: { Identity: name },
    samples: ownAddresses,
  },
});

const others = {
  AddressLists: ["'\\All Users','\\Offices'", "{\\All Users, \\Offices}"],
  GlobalAddressList: ["'Default Global Address List'", "\\Default Global Address List"],
  OfflineAddressBook: ["'Default Offline Address Book'", "\\Default Offline Address Book"],
  RoomList: ["'\\All Rooms'", "\\All Rooms"],
} as const;
const template = "SMTP:%g@fabrikam.com";
const templates = {
  EnabledEmailAddressTemplates: [`'${template}'`, `{${template}}`],
  DisabledEmailAddressTemplates: ["'smtp:%g@exchangeserverpro.net'", "{smtp:%g@exchangeserverpro.net}"],
  EnabledPrimarySMTPAddressTemplate: [
    "'%g@fabrikam.com'",
    /%g@fabrikam\.com/,
    { without: ["EnabledEmailAddressTemplates"] },
  ],
  Priority: ["2", "2"],
} as const;
const earlier =
  "$null = New-EmailAddressPolicy First -IncludedRecipients AllRecipients -EnabledEmailAddressTemplates 'SMTP:%s@fabrikam.com'";

const ruleValues = {
  CopyToFolder: ["'alan.reid:\\Notes'", "Notes"],
  MoveToFolder: ["'alan.reid:\\Notes'", "Notes"],
  Priority: ["2", "2"],
} as const;

const file = (name: string): string => `'\\\\HO-DC\\pst\\${name}.pst'`;

/** Requests to bring content into a mailbox or out of it; a file and a mailbox that was disabled are there. */
function request(kind: "Export" | "Import" | "Restore", base: Readonly<Record<string, string>>): Commands {
  const noun = `Mailbox${kind}Request`;
  const before = [
    `$null = New-MailboxExportRequest alan.reid -FilePath ${file("a")} -Name Before`,
    `$null = New-MailboxExportRequest alan.reid -FilePath ${file("c")} -Name Other`,
    "Start-Sleep 3600",
    "Disable-Mailbox emma.carlisle -Confirm:$false",
    "Clean-MailboxDatabase MB-HO-01",
  ];
  const made = Object.entries(base).map(([name, value]) => `-${name} ${value}`);
  const samples = {
    BadItemLimit: ["77", "77", { and: "-AcceptLargeDataLoss" }] as const,
    ...(kind === "Restore"
      ? {}
      : { Mailbox: ["sarah.jones", /Sarah Jones/] as const, FilePath: [file("c"), "\\\\HO-DC\\pst\\c.pst"] as const }),
  };
  return {
    [`New-${noun}`]: { before, base, samples },
    [`Set-${noun}`]: {
      before: [...before, `$own = New-${noun} -Name Own ${made.join(" ")} -Suspend`],
      base: { Identity: "$own.Identity" },
      samples,
    },
  };
}

const remote = "of moves between organizations: requests/remote-move.test.ts";

export const recipientCommands: Commands = {
  "New-Mailbox": {
    base: { Name: "x", UserPrincipalName: "x@exchangeserverpro.net", Password: "$password" },
    samples: {
      Database: ["MB-BR-01", "MB-BR-01"],
      ArchiveDatabase: ["MB-BR-01", "MB-BR-01", { and: "-Archive" }],
      LinkedMasterAccount: [linked[0], linked[1], { and: credential, without: ["Password"] }],
      ResourceCapacity: ["17", "17", room],
      Office: ["Riga", "Riga", room],
    },
  },
  "Enable-Mailbox": {
    base: { Identity: "Plain" },
    samples: {
      Database: ["MB-BR-01", "MB-BR-01"],
      ArchiveDatabase: ["MB-BR-01", "MB-BR-01", { and: "-Archive" }],
      ArchiveGuid: [guid, guid, { and: "-Archive" }],
      LinkedMasterAccount: linked,
    },
  },
  "Set-Mailbox": {
    before: [
      lowQuotas("Set-Mailbox alan.reid"),
      "Set-Mailbox alan.reid -EmailAddressPolicyEnabled $false",
      "$null = Enable-Mailbox alan.reid -Archive",
      "$null = New-RetentionPolicy Other",
    ],
    base: { Identity: "alan.reid" },
    elsewhere: { ResourceCustom: "of resources only: recipients/resource-properties.test.ts" },
    samples: {
      ...ownAddresses,
      RetentionPolicy: ["Other", "Other"],
      ProhibitSendReceiveQuota: ["unlimited", "unlimited"],
      ForwardingSmtpAddress: ["x@fabrikam.com", "smtp:x@fabrikam.com"],
      Database: ["MB-BR-01", "MB-BR-01", { and: "-Force" }],
      ArchiveDatabase: ["MB-BR-01", "MB-BR-01", { and: "-Force" }],
      LinkedMasterAccount: linked,
    },
  },
  "Set-User": {
    before: ["Set-Mailbox alan.reid -EmailAddressPolicyEnabled $false"],
    base: { Identity: "alan.reid" },
    samples: { LinkedMasterAccount: linked },
  },
  "New-MailUser": {
    base: {
      Name: "x",
      ExternalEmailAddress: "x@fabrikam.com",
      UserPrincipalName: "x@exchangeserverpro.net",
      Password: "$password",
    },
  },
  "Enable-MailUser": { base: { Identity: "Plain", ExternalEmailAddress: "x@fabrikam.com" } },
  ...changed("MailUser", "'Mona Mailuser'"),
  "New-MailContact": { base: { Name: "x", ExternalEmailAddress: "x@fabrikam.com" } },
  "Enable-MailContact": { base: { Identity: "Pat", ExternalEmailAddress: "x@fabrikam.com" } },
  ...changed("MailContact", "'Carla Contact'"),
  "Set-Contact": { before: [`Set-MailContact 'Carla Contact' ${off}`], base: { Identity: "'Carla Contact'" } },
  "Set-Group": { before: [`Set-DistributionGroup 'Sales Team' ${off}`], base: { Identity: "'Sales Team'" } },
  "New-DistributionGroup": { base: { Name: "x" } },
  "Enable-DistributionGroup": { base: { Identity: "Readers" } },
  ...changed("DistributionGroup", "'Sales Team'"),
  "New-DynamicDistributionGroup": { base: { Name: "x", IncludedRecipients: "MailboxUsers" } },
  ...changed("DynamicDistributionGroup", "'All Staff'"),
  "Enable-MailPublicFolder": {
    before: ["Disable-MailPublicFolder \\Board -Confirm:$false"],
    base: { Identity: "\\Board" },
    read: "Get-MailPublicFolder \\Board",
  },
  ...changed("MailPublicFolder", "\\Board"),
  "New-AddressList": {
    base: { Name: "x", IncludedRecipients: "AllRecipients" },
    samples: { Container: ["'\\Offices'", "\\Offices"] },
  },
  "Set-AddressList": { base: { Identity: "Offices" } },
  "New-GlobalAddressList": { base: { Name: "x", IncludedRecipients: "AllRecipients" } },
  "Set-GlobalAddressList": { base: { Identity: "Other" } },
  "New-OfflineAddressBook": { base: { Name: "x", AddressLists: "'\\Offices'" } },
  "Set-OfflineAddressBook": { base: { Identity: "Other" } },
  "New-AddressBookPolicy": {
    base: {
      Name: "x",
      AddressLists: "'\\Offices'",
      GlobalAddressList: "Other",
      OfflineAddressBook: "Other",
      RoomList: "'\\Offices'",
    },
    samples: others,
  },
  "Set-AddressBookPolicy": { base: { Identity: "Tailspin" }, samples: others },
  "New-EmailAddressPolicy": {
    base: {
      Name: "x",
      IncludedRecipients: "AllRecipients",
      EnabledEmailAddressTemplates: "'SMTP:%m@fabrikam.com'",
      Priority: "1",
    },
    before: [earlier],
    samples: templates,
  },
  "Set-EmailAddressPolicy": {
    samples: templates,
    before: [
      earlier,
      "$null = New-EmailAddressPolicy Own -Priority 1 -IncludedRecipients AllRecipients -EnabledEmailAddressTemplates 'SMTP:%m@fabrikam.com'",
    ],
    base: { Identity: "Own" },
  },
  "Set-MailboxAutoReplyConfiguration": {
    ...mailbox,
    samples: { EndTime: ["'6/9/2013 10:00 AM'", "6/9/2013 10:00:00 AM"] },
  },
  "Set-CalendarProcessing": { base: { Identity: "boardroom" } },
  "Set-MailboxCalendarConfiguration": {
    ...mailbox,
    samples: {
      WorkingHoursTimeZone: zone,
      WorkingHoursStartTime: ["07:30:00", "07:30:00"],
      WorkingHoursEndTime: ["18:15:00", "18:15:00"],
    },
  },
  "Set-MailboxMessageConfiguration": mailbox,
  "Set-MailboxRegionalConfiguration": {
    ...mailbox,
    samples: {
      TimeZone: zone,
      DateFormat: ["yyyy-MM-dd", "yyyy-MM-dd"],
      TimeFormat: ["HH:mm", "HH:mm"],
    },
  },
  "Set-MailboxSpellingConfiguration": mailbox,
  "Set-MailboxJunkEmailConfiguration": mailbox,
  "New-MailboxFolder": { base: { Name: "x", Parent: "'alan.reid:\\'" } },
  "Set-MailboxFolderPermission": {
    before: ["$null = Add-MailboxFolderPermission 'alan.reid:\\Calendar' -User tom.okafor -AccessRights Reviewer"],
    base: { Identity: "'alan.reid:\\Calendar'", User: "tom.okafor", AccessRights: "Editor" },
    read: "Get-MailboxFolderPermission 'alan.reid:\\Calendar' -User tom.okafor",
    samples: { AccessRights: ["Editor", "{Editor}"] },
    elsewhere: { User: "says which entry is meant" },
  },
  // Get of 2010 has no -Identity.
  "New-MailboxSearch": {
    base: { Name: "x" },
    read: "Get-MailboxSearch",
    samples: { Name: ["y", "y"] },
  },
  "Set-MailboxSearch": {
    before: [
      "$null = New-MailboxSearch Own -EstimateOnly -SourceMailboxes sarah.jones -TargetMailbox sarah.jones",
      "Stop-MailboxSearch Own",
    ],
    base: { Identity: "Own" },
    read: "Get-MailboxSearch",
    samples: { Name: ["Renamed", "Renamed"] },
  },
  "New-InboxRule": {
    before: ["$null = New-InboxRule First -Mailbox alan.reid -From sarah.jones -DeleteMessage $true"],
    base: { Name: "x", Mailbox: "alan.reid", From: "sarah.jones", DeleteMessage: "$true", Priority: "1" },
    samples: ruleValues,
  },
  "Set-InboxRule": {
    before: [
      "$made = New-InboxRule First -Mailbox alan.reid -From sarah.jones -DeleteMessage $true",
      "$null = New-InboxRule Second -Mailbox alan.reid -From sarah.jones -MarkAsRead $true",
    ],
    base: { Identity: "$made.Identity" },
    samples: ruleValues,
  },
  "New-MoveRequest": {
    base: { Identity: "alan.reid", TargetDatabase: "MB-HO-02" },
    samples: { TargetDatabase: ["MB-BR-01", "MB-BR-01"] },
    elsewhere: { RemoteHostName: remote },
  },
  "Set-MoveRequest": {
    before: ["$null = New-MoveRequest alan.reid -TargetDatabase MB-HO-02 -Suspend"],
    base: { Identity: "alan.reid" },
    elsewhere: { RemoteHostName: remote },
  },
  ...request("Export", { Mailbox: "alan.reid", FilePath: file("b") }),
  ...request("Import", { Mailbox: "alan.reid", FilePath: file("a") }),
  ...request("Restore", {
    SourceStoreMailbox: "'Emma Carlisle'",
    SourceDatabase: "MB-HO-01",
    TargetMailbox: "alan.reid -AllowLegacyDNMismatch",
  }),
};
