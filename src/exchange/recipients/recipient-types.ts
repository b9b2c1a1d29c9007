import {
  type DirectoryObject,
  getProperty,
  type IdentityQuery,
  isReference,
  type PropertyValue,
} from "../../topology/index.js";
import type { Source } from "../noun/source.js";
import { schema } from "../schema.js";
import { enumeration } from "../types/enumeration.js";
import { isAccountDisabled } from "./account-disabled.js";

/**
 * What kinds of recipients there are. Users, with or without a mailbox, contacts, groups and dynamic groups are classes
 * of the directory; a recipient's RecipientTypeDetails says which of their kinds it is, its RecipientType which of fewer.
 */

/** The classes whose objects mail can go to. */
export const recipientClasses: readonly string[] = [
  "User",
  "Contact",
  "Group",
  "DynamicDistributionGroup",
  "MailPublicFolder",
];

const namespace = "Microsoft.Exchange.Data.Directory.Recipient";

/** Members by their bits (from memory). */
const details: readonly (readonly [name: string, bit: number])[] = [
  ["UserMailbox", 0],
  ["LinkedMailbox", 1],
  ["SharedMailbox", 2],
  ["LegacyMailbox", 3],
  ["RoomMailbox", 4],
  ["EquipmentMailbox", 5],
  ["MailContact", 6],
  ["MailUser", 7],
  ["MailUniversalDistributionGroup", 8],
  ["MailNonUniversalGroup", 9],
  ["MailUniversalSecurityGroup", 10],
  ["DynamicDistributionGroup", 11],
  ["PublicFolder", 12],
  ["SystemAttendantMailbox", 13],
  ["SystemMailbox", 14],
  ["MailForestContact", 15],
  ["User", 16],
  ["Contact", 17],
  ["UniversalDistributionGroup", 18],
  ["UniversalSecurityGroup", 19],
  ["NonUniversalGroup", 20],
  ["DisabledUser", 21],
  ["MicrosoftExchange", 22],
  ["ArbitrationMailbox", 23],
  ["MailboxPlan", 24],
  ["LinkedUser", 25],
  ["RoomList", 28],
  ["DiscoveryMailbox", 29],
  ["RoleGroup", 30],
  ["RemoteUserMailbox", 31],
  ["RemoteRoomMailbox", 33],
  ["RemoteEquipmentMailbox", 34],
  ["RemoteSharedMailbox", 35],
  ["PublicFolderMailbox", 36],
  ["TeamMailbox", 37],
  ["RemoteTeamMailbox", 38],
  ["MonitoringMailbox", 39],
  ["GroupMailbox", 40],
  ["LinkedRoomMailbox", 41],
  ["AuditLogMailbox", 42],
  ["SchedulingMailbox", 44],
  ["GuestMailUser", 45],
  ["AuxAuditLogMailbox", 46],
  ["SupervisoryReviewPolicyMailbox", 47],
];

export const recipientTypeDetails = enumeration(
  `${namespace}.RecipientTypeDetails`,
  ["None", ...details.map(([name]) => name)],
  { numbers: [0n, ...details.map(([, bit]) => 1n << BigInt(bit))], isFlags: true },
);

/** The number of a kind, as filters write it: `RecipientTypeDetailsValue`. */
export function typeDetailsNumber(kind: string): bigint {
  const bit = details.find(([name]) => name.toLowerCase() === kind.toLowerCase())?.[1];
  return bit === undefined ? 0n : 1n << BigInt(bit);
}

export const recipientType = enumeration(`${namespace}.RecipientType`, [
  "Invalid",
  "User",
  "UserMailbox",
  "MailUser",
  "Contact",
  "MailContact",
  "Group",
  "MailUniversalDistributionGroup",
  "MailUniversalSecurityGroup",
  "MailNonUniversalGroup",
  "DynamicDistributionGroup",
  "PublicFolder",
  "SystemAttendantMailbox",
  "SystemMailbox",
  "MicrosoftExchange",
]);

/** What a recipient's class keeps under a name; `null` where its class has no such property. */
export function attributeOf(object: DirectoryObject, name: string): PropertyValue {
  return Object.hasOwn(schema.get(object.class).properties, name) ? getProperty(schema, object, name) : null;
}

/** A text of a recipient; the empty text where it has none. */
export function textOf(object: DirectoryObject, name: string): string {
  const value = attributeOf(object, name);
  return typeof value === "string" ? value : "";
}

/** Whether mail can go to it: it has an alias. */
export const isMailEnabled = (object: DirectoryObject): boolean => textOf(object, "Alias") !== "";
export const hasMailbox = (object: DirectoryObject): boolean =>
  object.class === "User" && (isReference(attributeOf(object, "Database")) || hasLostDatabase(object));

/** Whether somebody has taken the database from a mailbox in the directory itself, past Exchange: it is damaged then. */
export function hasLostDatabase(object: DirectoryObject): boolean {
  if (object.class !== "User" || isReference(attributeOf(object, "Database"))) return false;
  const details = textOf(object, "RecipientTypeDetails");
  return details.endsWith("Mailbox") && !details.startsWith("Remote") && textOf(object, "ExchangeGuid") !== "";
}

/** Whether a group has roles: New-RoleGroup and setup make such groups, universal security groups like others. */
export const isRoleGroup = (object: DirectoryObject): boolean =>
  object.class === "Group" && attributeOf(object, "IsRoleGroup") === true;

/** A member of {@link recipientTypeDetails}. */
/** Whether a user has an arbitration mailbox: one of Exchange's own. */
export const isArbitration = (object: DirectoryObject): boolean =>
  attributeOf(object, "RecipientTypeDetails") === "ArbitrationMailbox";

export function typeDetailsOf(object: DirectoryObject): string {
  switch (object.class) {
    case "Contact":
      return isMailEnabled(object) ? "MailContact" : "Contact";
    case "Group":
      return groupTypeDetails(object);
    case "DynamicDistributionGroup":
      return "DynamicDistributionGroup";
    case "MailPublicFolder":
      return "PublicFolder";
    default:
      return userTypeDetails(object);
  }
}

/** A user without mail whose account is off is a kind of its own. */
function userTypeDetails(user: DirectoryObject): string {
  const kind = textOf(user, "RecipientTypeDetails");
  return kind === "User" && isAccountDisabled(user) ? "DisabledUser" : kind;
}

function groupTypeDetails(group: DirectoryObject): string {
  if (isRoleGroup(group)) return "RoleGroup";
  const mail = isMailEnabled(group) ? "Mail" : "";
  const type = textOf(group, "GroupType");
  if (!type.includes("Universal")) return `${mail}NonUniversalGroup`;
  if (mail !== "" && attributeOf(group, "RoomList") === true) return "RoomList";
  return `${mail}Universal${type.includes("SecurityEnabled") ? "Security" : "Distribution"}Group`;
}

/** A member of {@link recipientType}. */
export function recipientTypeOf(object: DirectoryObject): string {
  if (hasMailbox(object)) return "UserMailbox";
  const kind = typeDetailsOf(object);
  switch (object.class) {
    case "User":
      return isMailEnabled(object) ? "MailUser" : "User";
    case "Group":
      if (!isMailEnabled(object)) return "Group";
      return kind === "RoomList" ? "MailUniversalDistributionGroup" : kind;
    default:
      return kind;
  }
}

export const typeDetailsRead = ({ object }: Source) => recipientTypeDetails(typeDetailsOf(object));
export const recipientTypeRead = ({ object }: Source) => recipientType(recipientTypeOf(object));

/** Properties that identities are compared with, where no index knows them. */
export const recipientIdentityProperties: readonly string[] = ["LegacyExchangeDN", "DisplayName"];

/** Recipients of any kind, by all their names. */
export const anyRecipient: IdentityQuery = {
  classes: recipientClasses,
  where: isMailEnabled,
  properties: recipientIdentityProperties,
};

/** What may manage a group or be its member: recipients, and users and groups that mail can't go to. */
export const anyPrincipal: IdentityQuery = { classes: recipientClasses, properties: recipientIdentityProperties };

/** Whether a mailbox has its archive in Exchange Online: it has a GUID for it and the domain, and no database. */
export const hasRemoteArchive = (object: DirectoryObject): boolean =>
  textOf(object, "ArchiveDomain") !== "" && !isReference(attributeOf(object, "ArchiveDatabase"));
