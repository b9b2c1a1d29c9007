import { canonicalName, domainOf, type PropertyValue } from "../../topology/index.js";
import { fromBase64 } from "../../values/bytes.js";
import { PSArray } from "../../values/collections.js";
import { localTime } from "../../values/local-time.js";
import { SmallInteger } from "../../values/numbers.js";
import { Guid } from "../../values/simple-values.js";
import { typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { typeDetailsNumber, typeDetailsOf } from "../recipients/recipient-types.js";
import { securityIdentifier } from "../recipients/security-identifier.js";
import { schema } from "../schema.js";
import { SecurityIdentifier } from "../types/security-identifier.js";
import { accountControl, accountControlFlag, isAccountEnabled } from "./account-control.js";
import {
  type Attribute,
  bool,
  collection,
  computed,
  dn,
  link,
  links,
  listOf,
  nothing,
  text,
  texts,
  textType,
  time,
} from "./attribute-kinds.js";
import {
  type Entry,
  groupsOfMember,
  kept,
  keptText,
  linked,
  membersOfGroup,
  objectClassOf,
  reportsOf,
} from "./entry.js";
import { groupCategoryOf, groupScopeOf, groupTypeNumber } from "./group-type.js";

/** The SID of an account; `null` of what is none. */
export function sidOf(entry: Entry): SecurityIdentifier | null {
  const isPrincipal = ["User", "Group", "RoleGroup", "Computer"].includes(entry.object.class);
  return isPrincipal ? new SecurityIdentifier(securityIdentifier(entry)) : null;
}

/** What every object has. */
const common: readonly Attribute[] = [
  computed("DistinguishedName", "distinguishedName", textType, dn),
  computed("CanonicalName", "canonicalName", textType, ({ topology, object }) => canonicalName(topology, object)),
  computed("CN", "cn", textType, ({ object }) => object.name),
  computed("Name", "name", textType, ({ object }) => object.name),
  computed("ObjectClass", "objectClass", textType, ({ object }) => objectClassOf(object)),
  computed(
    "ObjectCategory",
    "objectCategory",
    textType,
    ({ topology, object }) =>
      `CN=${schema.get(object.class).objectCategory},CN=Schema,CN=Configuration,${domainOf(topology, object)
        .split(".")
        .map((part) => `DC=${part}`)
        .join(",")}`,
  ),
  computed("ObjectGUID", "objectGUID", "System.Nullable`1[System.Guid]", ({ object }) => new Guid(object.guid)),
  computed("Created", "whenCreated", "System.DateTime", ({ object }, context) =>
    localTime(context, object.whenCreated),
  ),
  computed("Modified", "whenChanged", "System.DateTime", ({ object }, context) =>
    localTime(context, object.whenChanged),
  ),
  computed("uSNCreated", "uSNCreated", "System.Int64", ({ object }) => BigInt(object.usnCreated)),
  computed("uSNChanged", "uSNChanged", "System.Int64", ({ object }) => BigInt(object.usnChanged)),
  text("Description", "description", "Description"),
  text("DisplayName", "displayName", "DisplayName"),
  bool("ProtectedFromAccidentalDeletion", "", "ProtectedFromAccidentalDeletion"),
  computed("msExchVersion", "msExchVersion", "System.Int64", () => null),
];

/** What accounts have: users, computers, groups. */
const principal: readonly Attribute[] = [
  text("SamAccountName", "sAMAccountName", "SamAccountName"),
  computed("SID", "objectSid", "System.Security.Principal.SecurityIdentifier", sidOf),
  links("MemberOf", "memberOf", groupsOfMember),
];

/** What Exchange adds to whatever mail can go to. */
const recipient: readonly Attribute[] = [
  computed("EmailAddress", "mail", textType, (entry) => primaryAddress(entry) ?? (keptText(entry, "Mail") || null)),
  text("mailNickname", "mailNickname", "Alias"),
  texts("proxyAddresses", "proxyAddresses", "EmailAddresses"),
  text("legacyExchangeDN", "legacyExchangeDN", "LegacyExchangeDN"),
  text("targetAddress", "targetAddress", "ExternalEmailAddress"),
  bool("msExchHideFromAddressLists", "msExchHideFromAddressLists", "HiddenFromAddressListsEnabled"),
  ...Array.from({ length: 15 }, (_, index) => {
    const name = `extensionAttribute${index + 1}`;
    return text(name, name, `CustomAttribute${index + 1}`);
  }),
];

/** What people have, users as contacts. */
const person: readonly Attribute[] = [
  text("GivenName", "givenName", "FirstName"),
  text("Surname", "sn", "LastName"),
  text("Initials", "initials", "Initials"),
  text("Title", "title", "Title"),
  text("Department", "department", "Department"),
  text("Company", "company", "Company"),
  text("Division", "division", "Division"),
  text("Organization", "o", "Organization"),
  text("EmployeeID", "employeeID", "EmployeeID"),
  text("EmployeeNumber", "employeeNumber", "EmployeeNumber"),
  text("Office", "physicalDeliveryOfficeName", "Office"),
  text("OfficePhone", "telephoneNumber", "Phone"),
  text("MobilePhone", "mobile", "MobilePhone"),
  text("HomePhone", "homePhone", "HomePhone"),
  text("Fax", "facsimileTelephoneNumber", "Fax"),
  text("pager", "pager", "Pager"),
  text("StreetAddress", "streetAddress", "StreetAddress"),
  texts("POBox", "postOfficeBox", "PostOfficeBox"),
  text("City", "l", "City"),
  text("State", "st", "StateOrProvince"),
  text("PostalCode", "postalCode", "PostalCode"),
  text("Country", "c", "CountryOrRegion"),
  text("HomePage", "wWWHomePage", "WebPage"),
  text("info", "info", "Notes"),
  text("OtherName", "middleName", "OtherName"),
  link("Manager", "manager", "Manager"),
  links("directReports", "directReports", reportsOf),
];

/** The bytes of a picture that was imported; `null`: there is none. */
function pictureOf(entry: Entry): Value {
  const picture = kept(entry, "ThumbnailPhoto");
  if (typeof picture !== "string") return null;
  const bytes = fromBase64(picture).map((byte) => new SmallInteger("Byte", byte));
  return new PSArray(bytes, typeNamed("System.Byte"));
}

/** What accounts that log on have. */
const account: readonly Attribute[] = [
  computed("Enabled", "", "System.Boolean", isAccountEnabled),
  computed("userAccountControl", "userAccountControl", "System.Int32", accountControl),
  text("UserPrincipalName", "userPrincipalName", "UserPrincipalName"),
  time("AccountExpirationDate", "", "AccountExpirationDate"),
  time("PasswordLastSet", "", "PasswordLastSet"),
  computed("PasswordExpired", "", "System.Boolean", (entry) => kept(entry, "ResetPasswordOnNextLogon") === true),
  computed("LockedOut", "", "System.Boolean", () => false),
  nothing("LastLogonDate", "System.DateTime"),
  ...Object.values(accountControlFlag).map(({ name, property }) => bool(name, "", property)),
  texts("ServicePrincipalNames", "servicePrincipalName", "ServicePrincipalNames"),
  ...["AccountLockoutTime", "LastBadPasswordAttempt"].map((name) => nothing(name, "System.DateTime")),
  computed("thumbnailPhoto", "thumbnailPhoto", "System.Byte[]", pictureOf),
  ...["badPwdCount", "logonCount"].map((name) => computed(name, name, "System.Int32", () => 0)),
  ...["lastLogon", "lastLogonTimestamp", "PrimaryGroup", "userCertificate"].map((name) => nothing(name)),
];

const user: readonly Attribute[] = [
  ...account,
  text("HomeDirectory", "homeDirectory", "HomeDirectory"),
  text("HomeDrive", "homeDrive", "HomeDrive"),
  text("ProfilePath", "profilePath", "ProfilePath"),
  text("ScriptPath", "scriptPath", "ScriptPath"),
  text("LogonWorkstations", "userWorkstations", "LogonWorkstations"),
  link("homeMDB", "homeMDB", "Database"),
  computed("msExchHomeServerName", "msExchHomeServerName", textType, homeServer),
  computed("msExchMailboxGuid", "msExchMailboxGuid", "System.Guid", (entry) => {
    const guid = keptText(entry, "ExchangeGuid");
    return guid === "" ? null : new Guid(guid);
  }),
  computed("msExchRecipientTypeDetails", "msExchRecipientTypeDetails", "System.Int64", ({ object }) => {
    const kind = typeDetailsOf(object);
    return ["User", "DisabledUser"].includes(kind) ? null : typeDetailsNumber(kind);
  }),
];

const group: readonly Attribute[] = [
  computed("GroupCategory", "", "Microsoft.ActiveDirectory.Management.ADGroupCategory", groupCategoryOf),
  computed("GroupScope", "", "Microsoft.ActiveDirectory.Management.ADGroupScope", groupScopeOf),
  computed("groupType", "groupType", "System.Int32", groupTypeNumber),
  links("Members", "member", membersOfGroup),
  text("info", "info", "Notes"),
  text("HomePage", "wWWHomePage", "WebPage"),
  { ...link("ManagedBy", "managedBy", "ManagedBy"), stored: { property: "ManagedBy", kind: "links" } },
];

const computer: readonly Attribute[] = [
  ...account,
  text("DNSHostName", "dNSHostName", "DnsHostName"),
  text("OperatingSystem", "operatingSystem", "OperatingSystem"),
  text("OperatingSystemVersion", "operatingSystemVersion", "OperatingSystemVersion"),
  text("OperatingSystemServicePack", "operatingSystemServicePack", "OperatingSystemServicePack"),
  text("Location", "location", "Location"),
];

const unit: readonly Attribute[] = [
  text("City", "l", "City"),
  text("Country", "c", "CountryOrRegion"),
  text("PostalCode", "postalCode", "PostalCode"),
  text("State", "st", "StateOrProvince"),
  text("StreetAddress", "streetAddress", "StreetAddress"),
  link("ManagedBy", "managedBy", "ManagedBy"),
  computed("LinkedGroupPolicyObjects", "", collection, () => listOf([])),
];

const server: readonly Attribute[] = [
  text("networkName", "networkName", "Fqdn"),
  link("msExchServerSite", "msExchServerSite", "Site"),
  text("legacyExchangeDN", "legacyExchangeDN", "ExchangeLegacyDN"),
];

const site: readonly Attribute[] = [
  text("Location", "location", "Location"),
  { ...link("ManagedBy", "managedBy", "ManagedBy") },
  ...["InterSiteTopologyGenerator", "ReplicationSchedule", "UniversalGroupCachingRefreshSite"].map((name) =>
    computed(name, "", textType, () => null),
  ),
  computed("UniversalGroupCachingEnabled", "", "System.Boolean", () => false),
];

const subnet: readonly Attribute[] = [text("Location", "location", "Location"), link("Site", "siteObject", "Site")];

const tables: Readonly<Record<string, readonly Attribute[]>> = {
  User: [...principal, ...person, ...recipient, ...user],
  Contact: [...person, ...recipient, links("MemberOf", "memberOf", groupsOfMember)],
  Group: [...principal, ...recipient, ...group],
  RoleGroup: [...principal, ...group],
  DynamicDistributionGroup: recipient,
  Computer: [...principal, ...computer],
  OrganizationalUnit: unit,
  ExchangeServer: server,
  ADSite: site,
  NetworkSubnet: subnet,
};

/** The attributes of a class's objects by their names of both kinds, in lower case. */
const byClass = new Map<string, ReadonlyMap<string, Attribute>>();

/** The attributes of a class's objects: by the module's names and by the directory's, in lower case. */
export function attributesOf(className: string): ReadonlyMap<string, Attribute> {
  let found = byClass.get(className);
  if (found === undefined) {
    found = named([...common, ...(tables[className] ?? [])]);
    byClass.set(className, found);
  }
  return found;
}

function named(attributes: readonly Attribute[]): ReadonlyMap<string, Attribute> {
  const byName = new Map<string, Attribute>();
  for (const attribute of attributes) {
    const { name, ldap } = attribute;
    // Under the directory's name a property is called by it.
    if (ldap !== "" && ldap.toLowerCase() !== name.toLowerCase())
      byName.set(ldap.toLowerCase(), { ...attribute, name: ldap });
    byName.set(name.toLowerCase(), attribute);
  }
  return byName;
}

const everyName = new Set(Object.keys(tables).flatMap((name) => [...attributesOf(name).keys()]));

/** Whether objects of any class have an attribute of that name, the module's or the directory's. */
export const isAttributeName = (name: string): boolean => everyName.has(name.toLowerCase());

function primaryAddress(entry: Entry): string | null {
  const addresses = kept(entry, "EmailAddresses");
  const primary = (Array.isArray(addresses) ? addresses : []).find(
    (each: PropertyValue) => typeof each === "string" && each.startsWith("SMTP:"),
  );
  return typeof primary === "string" ? primary.slice("SMTP:".length) : null;
}

function homeServer(entry: Entry): Value {
  const [database] = linked(entry.topology, kept(entry, "Database"));
  if (database === undefined) return null;
  const [server] = linked(entry.topology, kept({ ...entry, object: database }, "Server"));
  return server === undefined ? null : keptText({ ...entry, object: server }, "ExchangeLegacyDN") || null;
}
