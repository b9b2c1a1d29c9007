import { followReference, getObject, getProperty, isReference } from "../../topology/index.js";
import { ticksPerDay } from "../../values/date-time.js";
import { localTime } from "../../values/local-time.js";
import { Guid } from "../../values/simple-values.js";
import type { Value } from "../../values/value.js";
import { defaultPolicy } from "../client-access/default-policy.js";
import { objectVersions, presentationTail } from "../noun/common-properties.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { stored } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import { policyOf, roleAssignmentPolicyClass } from "../permissions/roles/policy-class.js";
import {
  bool,
  choice,
  computed,
  count,
  fixed,
  guid,
  link,
  property,
  proxyAddress,
  quota,
  span,
  text,
  texts,
  time,
} from "../properties/property.js";
import { boolKind, bytesOf, intKind, nullable, plainDomainKind, unlimited } from "../properties/scalar-kinds.js";
import { moveRows } from "../requests/move-rows.js";
import { schema } from "../schema.js";
import { isSince2013 } from "../servers/roles.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { SmtpAddress, smtpAddressName } from "../types/proxy-address.js";
import { type ExchangeObjectVersion, serverVersionFrom } from "../types/versions.js";
import { isAccountDisabled } from "./account-disabled.js";
import { rootedBook } from "./address-lists/rooted-book.js";
import { mailEnabledProperties, toRecipients } from "./mail-enabled-properties.js";
import { deletedItemRetention, resourceTypes, userAccountControl } from "./mailbox-enumerations.js";
import {
  archiveQuotaRows,
  archiveStateRow,
  hierarchyRows,
  holdRows,
  locationRows,
  onlineIdRow,
  publicFolderRows,
  releaseRows,
  roomAccountRow,
  rootMailboxRow,
  sentItemsRows,
  sizeByRelease,
  softDeletedRows,
} from "./mailbox-rows-2013.js";
import { dataRows } from "./recipient-data.js";
import { recipientClasses } from "./recipient-types.js";

/**
 * The properties of a mailbox in the order of Format-List (facts/nouns.json, Get-Mailbox: the order of 2010 from
 * memory, checked against dumps of later versions). A property that the directory of the emulator does not hold has
 * the value that a plain mailbox has.
 */

const adObjectId = "Microsoft.Exchange.Data.Directory.ADObjectId";

const externalOofOptions = enumeration("Microsoft.Exchange.Data.Directory.Recipient.ExternalOofOptions", [
  "InternalOnly",
  "External",
]);
const archiveStatus = enumeration("Microsoft.Exchange.Data.Directory.Recipient.ArchiveStatusFlags", ["None", "Active"]);
/** From memory. */
const remoteRecipientType = enumeration(
  "Microsoft.Exchange.Data.Directory.Recipient.RemoteRecipientType",
  [
    "None",
    "ProvisionMailbox",
    "ProvisionArchive",
    "Migrated",
    "DeprovisionMailbox",
    "DeprovisionArchive",
    "RoomMailbox",
    "EquipmentMailbox",
    "SharedMailbox",
    "TeamMailbox",
  ],
  { isFlags: true, numbers: [0n, 1n, 2n, 4n, 8n, 16n, 32n, 64n, 96n, 128n] },
);
const no = (name: string) => fixed(name, "bool", () => false);
const yes = (name: string) => fixed(name, "bool", () => true);
const unset = (name: string, type: string) => fixed(name, type, () => null);
const emptyText = (name: string) => fixed(name, "string", () => "");
const emptyList = (name: string) =>
  fixed(name, "Microsoft.Exchange.Data.MultiValuedProperty[string]", () => multiValuedProperty([]));
const fixedByRelease = (name: string, value: (source: Source) => boolean) => ({ name, type: "bool", read: value });
const noGuid = "00000000-0000-0000-0000-000000000000";
const emptyGuid = (name: string) => fixed(name, "guid", () => new Guid(noGuid));

const databaseOf = (source: Source) => {
  const database = stored(source, "Database");
  if (!isReference(database)) return null;
  const target = followReference(source.topology, database);
  return target.state === "live" ? target.object : null;
};

/** The server on which the mailbox's database is active. */
export function serverOf(source: Source) {
  const database = databaseOf(source);
  const server = database === null ? null : getProperty(schema, database, "Server");
  return isReference(server) ? getObject(source.topology, server.guid) : null;
}

export const typeDetails = (source: Source): string => String(stored(source, "RecipientTypeDetails") ?? "");
const isOfType =
  (...kinds: readonly string[]) =>
  (source: Source): boolean =>
    kinds.includes(typeDetails(source));

const resourceKinds = { RoomMailbox: "Room", EquipmentMailbox: "Equipment" } as const;
const resourceType = (source: Source): Value => {
  const details = typeDetails(source);
  return details === "RoomMailbox" || details === "EquipmentMailbox" ? resourceTypes(resourceKinds[details]) : null;
};

const accountControl = ({ object }: Source): string => (isAccountDisabled(object) ? "AccountDisabled" : "None");

export const mailboxProperties = (): readonly ExchangeProperty[] => [
  link("Database", "MailboxDatabase", { parameter: null }),
  fixed("DeletedItemFlags", deletedItemRetention.fullName, () => deletedItemRetention("DatabaseDefault"), {
    until: "2010",
  }),
  ...sentItemsRows(),
  bool("UseDatabaseRetentionDefaults", { default: true }),
  bool("RetainDeletedItemsUntilBackup", { default: false }),
  bool("DeliverToMailboxAndForward", { default: false }),
  ...hierarchyRows(),
  bool("LitigationHoldEnabled", { default: false }),
  bool("SingleItemRecoveryEnabled", { default: false }),
  bool("RetentionHoldEnabled", { default: false }),
  time("EndDateForRetentionHold"),
  time("StartDateForRetentionHold"),
  text("RetentionComment"),
  text("RetentionUrl"),
  time("LitigationHoldDate"),
  text("LitigationHoldOwner"),
  ...holdRows(),
  link("ManagedFolderMailboxPolicy", "ManagedFolderMailboxPolicy"),
  link("RetentionPolicy", "RetentionPolicy"),
  link("AddressBookPolicy", "AddressBookPolicy"),
  bool("CalendarRepairDisabled", { default: false }),
  { name: "ExchangeGuid", type: "guid", read: (source) => new Guid(String(stored(source, "ExchangeGuid") ?? "")) },
  ...locationRows(),
  fixed(
    "ExchangeSecurityDescriptor",
    "System.Security.AccessControl.RawSecurityDescriptor",
    () => "System.Security.AccessControl.RawSecurityDescriptor",
  ),
  computed("ExchangeUserAccountControl", userAccountControl.fullName, (source) =>
    userAccountControl(accountControl(source)),
  ),
  { name: "AdminDisplayVersion", type: "Microsoft.Exchange.Data.ServerVersion", read: serverVersion, since: "2013" },
  bool("MessageTrackingReadStatusEnabled", { default: true }),
  choice("ExternalOofOptions", externalOofOptions, { default: "External" }),
  link("ForwardingAddress", recipientClasses, toRecipients),
  proxyAddress("ForwardingSmtpAddress"),
  span("RetainDeletedItemsFor", { default: 14n * ticksPerDay }),
  yes("IsMailboxEnabled"),
  texts("Languages"),
  link("OfflineAddressBook", "OfflineAddressBook", rootedBook),
  quota("ProhibitSendQuota", { default: unlimited }),
  quota("ProhibitSendReceiveQuota", { default: unlimited }),
  quota("RecoverableItemsQuota", { default: bytesOf("30GB") }),
  quota("RecoverableItemsWarningQuota", { default: bytesOf("20GB") }),
  // facts/nouns.json; captured: get-mailbox.3
  quota("CalendarLoggingQuota", { default: bytesOf("6GB"), since: "2013" }),
  bool("DowngradeHighPriorityMessagesEnabled", { default: false }),
  emptyList("ProtocolSettings"),
  count("RecipientLimits", { default: unlimited }),
  bool("ImListMigrationCompleted", { default: false, since: "2013", certainty: "memory" }),
  { name: "IsResource", type: "bool", read: isOfType("RoomMailbox", "EquipmentMailbox") },
  { name: "IsLinked", type: "bool", read: isOfType("LinkedMailbox") },
  { name: "IsShared", type: "bool", read: isOfType("SharedMailbox") },
  rootMailboxRow(),
  text("LinkedMasterAccount", {
    parameter: null,
    absent: (source) => (accountControl(source) === "None" ? "" : "NT AUTHORITY\\SELF"),
  }),
  bool("ResetPasswordOnNextLogon", { default: false }),
  property("ResourceCapacity", nullable(intKind)),
  texts("ResourceCustom"),
  computed("ResourceType", `System.Nullable[${resourceTypes.fullName}]`, resourceType),
  roomAccountRow(),
  text("SamAccountName"),
  property("SCLDeleteThreshold", nullable(intKind)),
  property("SCLDeleteEnabled", nullable(boolKind)),
  property("SCLRejectThreshold", nullable(intKind)),
  property("SCLRejectEnabled", nullable(boolKind)),
  property("SCLQuarantineThreshold", nullable(intKind)),
  property("SCLQuarantineEnabled", nullable(boolKind)),
  property("SCLJunkThreshold", nullable(intKind)),
  property("SCLJunkEnabled", nullable(boolKind)),
  bool("AntispamBypassEnabled", { default: false }),
  { name: "ServerLegacyDN", type: "string", read: (source) => serverText(source, "ExchangeLegacyDN") },
  // Captures of 2010 to 2016 show it in lower case, unlike the server of a database; one of 2019 (get-mailbox.2) does not.
  {
    name: "ServerName",
    type: "string",
    read: (source) => {
      const name = serverOf(source)?.name ?? "";
      return source.release === "2019" ? name : name.toLowerCase();
    },
  },
  bool("UseDatabaseQuotaDefaults", { default: true }),
  quota("IssueWarningQuota", { default: unlimited }),
  // Captured: get-mailbox.3 (2013 and later).
  sizeByRelease("RulesQuota", "64KB", "256KB"),
  text("Office"),
  text("UserPrincipalName"),
  no("UMEnabled"),
  property("MaxSafeSenders", nullable(intKind)),
  property("MaxBlockedSenders", nullable(intKind)),
  emptyText("ReconciliationId"),
  fixed("WindowsLiveID", smtpAddressName, () => new SmtpAddress("")),
  onlineIdRow(),
  link("ThrottlingPolicy", "ThrottlingPolicy"),
  link("RoleAssignmentPolicy", roleAssignmentPolicyClass, {
    absent: ({ topology, object }) => {
      const policy = policyOf(topology, object);
      return policy === null ? null : new ADObjectId(topology, policy, "name");
    },
  }),
  ...publicFolderRows(),
  link("SharingPolicy", "SharingPolicy", {
    absent: ({ topology }) => {
      const policy = defaultPolicy(topology, "SharingPolicy");
      return policy === null ? null : new ADObjectId(topology, policy, "name");
    },
  }),
  unset("RemoteAccountPolicy", adObjectId),
  unset("MailboxPlan", adObjectId),
  link("ArchiveDatabase", "MailboxDatabase", { parameter: null }),
  guid("ArchiveGuid", { parameter: null, default: noGuid }),
  texts("ArchiveName"),
  { ...fixed("JournalArchiveAddress", smtpAddressName, () => new SmtpAddress("")), since: "2013", certainty: "memory" },
  ...archiveQuotaRows(),
  property("ArchiveDomain", plainDomainKind),
  choice("ArchiveStatus", archiveStatus, { default: "None" }),
  archiveStateRow(),
  choice("RemoteRecipientType", remoteRecipientType, { default: "None" }),
  unset("DisabledArchiveDatabase", adObjectId),
  emptyGuid("DisabledArchiveGuid"),
  link("QueryBaseDN", "OrganizationalUnit", { prints: "canonical" }),
  no("QueryBaseDNRestrictionEnabled"),
  ...moveRows(),
  ...releaseRows(),
  no("IsPersonToPersonTextMessagingEnabled"),
  fixedByRelease("IsMachineToPersonTextMessagingEnabled", ({ release }) => release === "2010"),
  texts("UserSMimeCertificate"),
  texts("UserCertificate"),
  bool("CalendarVersionStoreDisabled", { default: false }),
  text("ImmutableId"),
  texts("PersistedCapabilities", { parameter: null }),
  unset("SKUAssigned", "System.Nullable[bool]"),
  bool("AuditEnabled", { default: false }),
  span("AuditLogAgeLimit", { default: 90n * ticksPerDay }),
  texts("AuditAdmin", {
    default: [
      "Update",
      "Move",
      "MoveToDeletedItems",
      "SoftDelete",
      "HardDelete",
      "FolderBind",
      "SendAs",
      "SendOnBehalf",
      "Create",
    ],
  }),
  texts("AuditDelegate", { default: ["Update", "SoftDelete", "HardDelete", "SendAs", "Create"] }),
  texts("AuditOwner"),
  {
    name: "WhenMailboxCreated",
    type: "System.Nullable[datetime]",
    read: ({ object }, context) => localTime(context, object.whenCreated),
  },
  unset("UsageLocation", "Microsoft.Exchange.Data.Directory.CountryInfo"),
  ...softDeletedRows(),
  emptyList("Extensions"),
  ...dataRows(),
  ...mailEnabledProperties(false),
  ...presentationTail(mailboxVersion, { name: true, identity: "canonical" }),
];

/** Mailboxes on servers of 2013 and later have the version of that release. */
function mailboxVersion(source: Source): ExchangeObjectVersion {
  const server = serverOf(source);
  return server !== null && isSince2013(server) ? objectVersions.exchange2013 : objectVersions.exchange2010;
}

function serverText(source: Source, property: string): string {
  const server = serverOf(source);
  const value = server === null ? null : getProperty(schema, server, property);
  return typeof value === "string" ? value : "";
}

function serverVersion(source: Source): Value {
  const server = serverOf(source);
  return server === null ? null : serverVersionFrom(getProperty(schema, server, "AdminDisplayVersion"));
}
