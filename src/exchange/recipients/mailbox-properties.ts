import { canonicalName, followReference, getObject, getProperty, isReference } from "../../topology/index.js";
import { DateTime } from "../../values/date-time.js";
import { Guid } from "../../values/simple-values.js";
import type { Value } from "../../values/value.js";
import { objectVersions, presentationTail } from "../noun/common-properties.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { link, plain, quota, size, span, stored } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import { schema } from "../schema.js";
import { byteQuantifiedSizeName } from "../types/byte-quantified-size.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { ProxyAddress, proxyAddressName, SmtpAddress, smtpAddressName } from "../types/proxy-address.js";
import { Unlimited, unlimitedType, unlimitedWord } from "../types/unlimited.js";
import { serverVersionFrom } from "../types/versions.js";

/**
 * The properties of a mailbox in the order of Format-List (facts/nouns.json, Get-Mailbox: the order of 2010 from
 * memory, checked against dumps of later versions). A property that the directory of the emulator does not hold has
 * the value that a plain mailbox has.
 */

const adObjectId = "Microsoft.Exchange.Data.Directory.ADObjectId";
const sizeQuota = `Microsoft.Exchange.Data.Unlimited[${byteQuantifiedSizeName}]`;

/** A property whose value never differs here. */
const fixed = (name: string, type: string, value: () => Value): ExchangeProperty => ({ name, type, read: value });
const no = (name: string) => fixed(name, "bool", () => false);
const yes = (name: string) => fixed(name, "bool", () => true);
const unset = (name: string, type: string) => fixed(name, type, () => null);
const emptyText = (name: string) => fixed(name, "string", () => "");
const emptyList = (name: string) =>
  fixed(name, "Microsoft.Exchange.Data.MultiValuedProperty[string]", () => multiValuedProperty([]));
const text = (name: string): ExchangeProperty => ({
  name,
  type: "string",
  read: (source) => plain(name)(source) ?? "",
});
const flag = (name: string): ExchangeProperty => ({ name, type: "bool", read: plain(name) });
const quotaOf = (name: string): ExchangeProperty => ({ name, type: sizeQuota, read: quota(name) });
const named = (name: string, value: string) => fixed(name, "string", () => value);
const emptyGuid = (name: string) => fixed(name, "guid", () => new Guid("00000000-0000-0000-0000-000000000000"));
const list = (name: string, items: readonly string[]) =>
  fixed(name, "Microsoft.Exchange.Data.MultiValuedProperty[string]", () => multiValuedProperty([...items]));

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
  return details === "RoomMailbox" || details === "EquipmentMailbox" ? resourceKinds[details] : null;
};

export function addressesOf(source: Source): readonly string[] {
  const addresses = stored(source, "EmailAddresses");
  return Array.isArray(addresses) ? addresses.filter((address): address is string => typeof address === "string") : [];
}
const primaryAddress = (source: Source): SmtpAddress => {
  const primary = addressesOf(source).find((address) => address.startsWith("SMTP:"));
  return new SmtpAddress(primary?.slice("SMTP:".length) ?? "");
};

const unlimitedCount = (name: string): ExchangeProperty => ({
  name,
  type: "Microsoft.Exchange.Data.Unlimited[int]",
  read: ({ release }) => new Unlimited(unlimitedType("System.Int32"), null, unlimitedWord(release)),
});

const accountControl = (source: Source): string =>
  isOfType("SharedMailbox", "RoomMailbox", "EquipmentMailbox", "DiscoveryMailbox", "ArbitrationMailbox")(source)
    ? "AccountDisabled"
    : "None";

const unit = ({ topology, object }: Source): string => {
  const parent = object.parent === null ? null : getObject(topology, object.parent);
  return parent === null ? "" : canonicalName(topology, parent);
};

/** The DTMF digits of a name, as the directory keeps them for Outlook Voice Access. */
const keypad = ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];
const digits = (name: string): string => {
  let result = "";
  for (const letter of name.toLowerCase()) {
    const key = keypad.findIndex((letters) => letters.includes(letter));
    if (key >= 0) result += String(key + 2);
    else if (letter >= "0" && letter <= "9") result += letter;
  }
  return result;
};
const dtmf = (source: Source): Value => {
  const [first, last] = [String(stored(source, "FirstName") ?? ""), String(stored(source, "LastName") ?? "")];
  const entries = [`emailAddress:${digits(primaryAddress(source).local)}`];
  if (first !== "" || last !== "")
    entries.push(`lastNameFirstName:${digits(last + first)}`, `firstNameLastName:${digits(first + last)}`);
  return multiValuedProperty(entries);
};

const customAttributes = [1, 10, 11, 12, 13, 14, 15, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => text(`CustomAttribute${n}`));
const extensionAttributes = [1, 2, 3, 4, 5].map((n) => emptyList(`ExtensionCustomAttribute${n}`));

export const mailboxProperties: readonly ExchangeProperty[] = [
  { name: "Database", type: adObjectId, read: link("Database", "name") },
  { ...named("DeletedItemFlags", "DatabaseDefault"), until: "2010" },
  flag("UseDatabaseRetentionDefaults"),
  no("RetainDeletedItemsUntilBackup"),
  flag("DeliverToMailboxAndForward"),
  flag("LitigationHoldEnabled"),
  flag("SingleItemRecoveryEnabled"),
  flag("RetentionHoldEnabled"),
  unset("EndDateForRetentionHold", "System.Nullable[datetime]"),
  unset("StartDateForRetentionHold", "System.Nullable[datetime]"),
  text("RetentionComment"),
  text("RetentionUrl"),
  unset("LitigationHoldDate", "System.Nullable[datetime]"),
  emptyText("LitigationHoldOwner"),
  unset("ManagedFolderMailboxPolicy", adObjectId),
  unset("RetentionPolicy", adObjectId),
  unset("AddressBookPolicy", adObjectId),
  flag("CalendarRepairDisabled"),
  { name: "ExchangeGuid", type: "guid", read: (source) => new Guid(String(stored(source, "ExchangeGuid") ?? "")) },
  fixed(
    "ExchangeSecurityDescriptor",
    "System.Security.AccessControl.RawSecurityDescriptor",
    () => "System.Security.AccessControl.RawSecurityDescriptor",
  ),
  {
    name: "ExchangeUserAccountControl",
    type: "Microsoft.Exchange.Data.Directory.Recipient.UserAccountControlFlags",
    read: accountControl,
  },
  { name: "AdminDisplayVersion", type: "Microsoft.Exchange.Data.ServerVersion", read: serverVersion, since: "2013" },
  flag("MessageTrackingReadStatusEnabled"),
  named("ExternalOofOptions", "External"),
  { name: "ForwardingAddress", type: adObjectId, read: link("ForwardingAddress", "canonical") },
  {
    name: "ForwardingSmtpAddress",
    type: proxyAddressName,
    read: (source) => proxyOrNull(stored(source, "ForwardingSmtpAddress")),
  },
  {
    name: "RetainDeletedItemsFor",
    type: "Microsoft.Exchange.Data.EnhancedTimeSpan",
    read: span("RetainDeletedItemsFor"),
  },
  yes("IsMailboxEnabled"),
  emptyList("Languages"),
  { name: "OfflineAddressBook", type: adObjectId, read: () => null },
  quotaOf("ProhibitSendQuota"),
  quotaOf("ProhibitSendReceiveQuota"),
  quotaOf("RecoverableItemsQuota"),
  quotaOf("RecoverableItemsWarningQuota"),
  no("DowngradeHighPriorityMessagesEnabled"),
  emptyList("ProtocolSettings"),
  unlimitedCount("RecipientLimits"),
  { name: "IsResource", type: "bool", read: isOfType("RoomMailbox", "EquipmentMailbox") },
  { name: "IsLinked", type: "bool", read: isOfType("LinkedMailbox") },
  { name: "IsShared", type: "bool", read: isOfType("SharedMailbox") },
  {
    name: "LinkedMasterAccount",
    type: "string",
    read: (source) => (accountControl(source) === "None" ? "" : "NT AUTHORITY\\SELF"),
  },
  no("ResetPasswordOnNextLogon"),
  { name: "ResourceCapacity", type: "System.Nullable[int]", read: plain("ResourceCapacity") },
  emptyList("ResourceCustom"),
  { name: "ResourceType", type: "string", read: resourceType },
  text("SamAccountName"),
  unset("SCLDeleteThreshold", "System.Nullable[int]"),
  unset("SCLDeleteEnabled", "System.Nullable[bool]"),
  unset("SCLRejectThreshold", "System.Nullable[int]"),
  unset("SCLRejectEnabled", "System.Nullable[bool]"),
  unset("SCLQuarantineThreshold", "System.Nullable[int]"),
  unset("SCLQuarantineEnabled", "System.Nullable[bool]"),
  unset("SCLJunkThreshold", "System.Nullable[int]"),
  unset("SCLJunkEnabled", "System.Nullable[bool]"),
  flag("AntispamBypassEnabled"),
  { name: "ServerLegacyDN", type: "string", read: (source) => serverText(source, "ExchangeLegacyDN") },
  // Captures show it in lower case, unlike the server of a database.
  { name: "ServerName", type: "string", read: (source) => serverOf(source)?.name.toLowerCase() ?? "" },
  flag("UseDatabaseQuotaDefaults"),
  quotaOf("IssueWarningQuota"),
  { name: "RulesQuota", type: byteQuantifiedSizeName, read: size("RulesQuota") },
  text("Office"),
  text("UserPrincipalName"),
  no("UMEnabled"),
  unset("MaxSafeSenders", "System.Nullable[int]"),
  unset("MaxBlockedSenders", "System.Nullable[int]"),
  emptyText("ReconciliationId"),
  fixed("WindowsLiveID", smtpAddressName, () => new SmtpAddress("")),
  unset("ThrottlingPolicy", adObjectId),
  named("RoleAssignmentPolicy", "Default Role Assignment Policy"),
  named("SharingPolicy", "Default Sharing Policy"),
  unset("RemoteAccountPolicy", adObjectId),
  unset("MailboxPlan", adObjectId),
  { name: "ArchiveDatabase", type: adObjectId, read: link("ArchiveDatabase", "name") },
  emptyGuid("ArchiveGuid"),
  emptyList("ArchiveName"),
  quotaOf("ArchiveQuota"),
  quotaOf("ArchiveWarningQuota"),
  unset("ArchiveDomain", "Microsoft.Exchange.Data.SmtpDomain"),
  named("ArchiveStatus", "None"),
  named("RemoteRecipientType", "None"),
  unset("DisabledArchiveDatabase", adObjectId),
  emptyGuid("DisabledArchiveGuid"),
  unset("QueryBaseDN", adObjectId),
  no("QueryBaseDNRestrictionEnabled"),
  unset("MailboxMoveTargetMDB", adObjectId),
  unset("MailboxMoveSourceMDB", adObjectId),
  named("MailboxMoveFlags", "None"),
  emptyText("MailboxMoveRemoteHostName"),
  emptyText("MailboxMoveBatchName"),
  named("MailboxMoveStatus", "None"),
  no("IsPersonToPersonTextMessagingEnabled"),
  yes("IsMachineToPersonTextMessagingEnabled"),
  emptyList("UserSMimeCertificate"),
  emptyList("UserCertificate"),
  no("CalendarVersionStoreDisabled"),
  emptyText("ImmutableId"),
  emptyList("PersistedCapabilities"),
  unset("SKUAssigned", "System.Nullable[bool]"),
  flag("AuditEnabled"),
  { name: "AuditLogAgeLimit", type: "Microsoft.Exchange.Data.EnhancedTimeSpan", read: span("AuditLogAgeLimit") },
  list("AuditAdmin", [
    "Update",
    "Move",
    "MoveToDeletedItems",
    "SoftDelete",
    "HardDelete",
    "FolderBind",
    "SendAs",
    "SendOnBehalf",
    "Create",
  ]),
  list("AuditDelegate", ["Update", "SoftDelete", "HardDelete", "SendAs", "Create"]),
  emptyList("AuditOwner"),
  {
    name: "WhenMailboxCreated",
    type: "System.Nullable[datetime]",
    read: ({ object }) => new DateTime(object.whenCreated, "Local"),
  },
  unset("UsageLocation", "Microsoft.Exchange.Data.Directory.CountryInfo"),
  emptyList("Extensions"),
  no("HasPicture"),
  no("HasSpokenName"),
  emptyList("AcceptMessagesOnlyFrom"),
  emptyList("AcceptMessagesOnlyFromDLMembers"),
  emptyList("AcceptMessagesOnlyFromSendersOrMembers"),
  list("AddressListMembership", [
    "\\Mailboxes(VLV)",
    "\\All Mailboxes(VLV)",
    "\\All Recipients(VLV)",
    "\\Default Global Address List",
    "\\All Users",
  ]),
  text("Alias"),
  unset("ArbitrationMailbox", adObjectId),
  emptyList("BypassModerationFromSendersOrMembers"),
  { name: "OrganizationalUnit", type: "string", read: unit },
  ...customAttributes,
  ...extensionAttributes,
  text("DisplayName"),
  {
    name: "EmailAddresses",
    type: "Microsoft.Exchange.Data.ProxyAddressCollection",
    read: (source) =>
      multiValuedProperty(
        addressesOf(source).map((address) => new ProxyAddress(address)),
        proxyAddressName,
      ),
  },
  emptyList("GrantSendOnBehalfTo"),
  emptyText("ExternalDirectoryObjectId"),
  flag("HiddenFromAddressListsEnabled"),
  unset("LastExchangeChangedTime", "System.Nullable[datetime]"),
  text("LegacyExchangeDN"),
  quotaOf("MaxSendSize"),
  quotaOf("MaxReceiveSize"),
  emptyList("ModeratedBy"),
  flag("ModerationEnabled"),
  list("PoliciesIncluded", ["{26491cfc-9e50-4857-861b-0cb8df22b5d7}"]),
  emptyList("PoliciesExcluded"),
  flag("EmailAddressPolicyEnabled"),
  { name: "PrimarySmtpAddress", type: smtpAddressName, read: primaryAddress },
  named("RecipientType", "UserMailbox"),
  {
    name: "RecipientTypeDetails",
    type: "Microsoft.Exchange.Data.Directory.Recipient.RecipientTypeDetails",
    read: typeDetails,
  },
  emptyList("RejectMessagesFrom"),
  emptyList("RejectMessagesFromDLMembers"),
  emptyList("RejectMessagesFromSendersOrMembers"),
  flag("RequireSenderAuthenticationEnabled"),
  text("SimpleDisplayName"),
  named("SendModerationNotifications", "Always"),
  { name: "UMDtmfMap", type: "Microsoft.Exchange.Data.MultiValuedProperty[string]", read: dtmf },
  { name: "WindowsEmailAddress", type: smtpAddressName, read: primaryAddress },
  text("MailTip"),
  emptyList("MailTipTranslations"),
  ...presentationTail(objectVersions.exchange2010, { name: true, identity: "canonical" }),
];

function proxyOrNull(address: unknown): Value {
  return typeof address === "string" && address !== "" ? new ProxyAddress(address) : null;
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
