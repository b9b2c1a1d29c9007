import { type DirectoryObject, getProperty } from "../../../topology/index.js";
import { schema } from "../../schema.js";
import type { DirectoryEntry } from "./directory-entry.js";
import { bitsOf, extendedRightBit } from "./rights.js";

/**
 * The access lists that objects have from the beginning. Of users, groups and contacts it is the default security
 * descriptor of their class, which the specification of Active Directory's schema documents; of Receive connectors it
 * follows the permission groups (documented: "Receive connectors", permissions); what the preparation of the forest
 * adds to the domain and to the organization is from memory, and shorter than the real one.
 */

/** Stands for the domain's name before the accounts of a domain, until an object shows its entries. */
export const ownDomain = "%DOMAIN%\\";

const entry = (
  principal: string,
  rights: readonly string[],
  more: Partial<Omit<DirectoryEntry, "principal" | "bits">> = {},
): DirectoryEntry => ({
  principal,
  bits: bitsOf(rights),
  deny: false,
  inheritance: "None",
  about: null,
  onto: null,
  ...more,
});
const each = (
  principal: string,
  rights: readonly string[],
  about: readonly string[],
  more: Partial<Omit<DirectoryEntry, "principal" | "bits">> = {},
): readonly DirectoryEntry[] => about.map((name) => entry(principal, rights, { ...more, about: name }));

const self = "NT AUTHORITY\\SELF";
const everybodyHere = "NT AUTHORITY\\Authenticated Users";
const full = ["GenericAll"];
const read = ["ReadProperty"];
const change = ["ReadProperty", "WriteProperty"];
const use = ["ExtendedRight"];
const account = (name: string): string => `${ownDomain}${name}`;

const owners: readonly DirectoryEntry[] = [account("Domain Admins"), "NT AUTHORITY\\SYSTEM"].map((name) =>
  entry(name, full),
);
const operators: readonly DirectoryEntry[] = [...owners, entry("BUILTIN\\Account Operators", full)];
const groupsOfToken = each(
  "BUILTIN\\Windows Authorization Access Group",
  read,
  ["Token-Groups-Global-And-Universal"],
  {},
);

const ofUsers = (): readonly DirectoryEntry[] => [
  ...operators,
  entry(self, ["GenericRead"]),
  ...each(self, use, ["User-Change-Password", "Send-As", "Receive-As"]),
  ...each(self, change, ["Personal-Information", "Email-Information", "Web-Information"]),
  ...each(account("RAS and IAS Servers"), read, [
    "RAS-Information",
    "User-Account-Restrictions",
    "Membership",
    "User-Logon",
  ]),
  entry(everybodyHere, ["ReadControl"]),
  ...each(everybodyHere, read, [
    "General-Information",
    "Personal-Information",
    "Web-Information",
    "Public-Information",
  ]),
  ...each("Everyone", use, ["User-Change-Password"]),
  ...each(account("Cert Publishers"), change, ["X509-Cert"]),
  ...groupsOfToken,
  ...each("BUILTIN\\Terminal Server License Servers", change, ["Terminal-Server", "Terminal-Server-License-Server"]),
];

const ofGroups = (): readonly DirectoryEntry[] => [
  ...operators,
  entry(self, ["GenericRead"]),
  entry(everybodyHere, ["GenericRead"]),
  ...each(everybodyHere, use, ["Send-To"]),
  ...groupsOfToken,
];

const ofContacts = (): readonly DirectoryEntry[] => [...operators, entry(everybodyHere, ["GenericRead"])];
const ofOthers = (): readonly DirectoryEntry[] => [...owners, entry(everybodyHere, ["GenericRead"])];

const below = { inheritance: "All" };
const users = { inheritance: "Descendents", onto: "User" };

const ofDomains = (): readonly DirectoryEntry[] => [
  ...ofOthers(),
  entry("BUILTIN\\Pre-Windows 2000 Compatible Access", ["ListChildren"], below),
  entry("BUILTIN\\Pre-Windows 2000 Compatible Access", ["GenericRead"], users),
  entry(account("Enterprise Admins"), full, below),
  entry("BUILTIN\\Administrators", ["GenericRead", "CreateChild", "GenericWrite", "WriteDacl", "WriteOwner"], below),
  ...each(account("Exchange Windows Permissions"), use, ["User-Force-Change-Password"], users),
  entry(account("Exchange Windows Permissions"), ["WriteDacl"], users),
  ...each(account("Exchange Servers"), read, ["Exchange-Information", "Exchange-Personal-Information"], below),
  ...each(account("Exchange Trusted Subsystem"), change, ["Exchange-Information", "Personal-Information"], below),
  ...each(account("Exchange Trusted Subsystem"), change, ["Public-Information"], below),
  ...each(account("Organization Management"), change, ["Exchange-Information"], below),
];

/** Whom the preparation of the forest keeps out of mailboxes, though they manage the organization. */
const administrators = ["Administrator", "Domain Admins", "Enterprise Admins", "Organization Management"];

const ofOrganizations = (): readonly DirectoryEntry[] => [
  ...administrators.flatMap((name) => each(account(name), use, ["Send-As", "Receive-As"], { ...below, deny: true })),
  ...ofOthers(),
  entry(account("Enterprise Admins"), full, below),
  entry(account("Organization Management"), full, below),
  entry(account("Exchange Trusted Subsystem"), full, below),
  entry(account("Exchange Servers"), ["GenericRead", "WriteProperty"], below),
  ...each(
    account("Exchange Servers"),
    use,
    ["ms-Exch-Store-Read-Access", "ms-Exch-Store-Read-Write-Access", "ms-Exch-Store-Transport-Access"],
    below,
  ),
  entry(account("Public Folder Management"), ["GenericRead"], below),
  entry(account("Delegated Setup"), ["GenericRead"], below),
];

const submit = "ms-Exch-SMTP-Submit";
const routing = "ms-Exch-Accept-Headers-Routing";
const anySender = "ms-Exch-SMTP-Accept-Any-Sender";
const ourSender = "ms-Exch-SMTP-Accept-Authoritative-Domain-Sender";
const anyRecipient = "ms-Exch-SMTP-Accept-Any-Recipient";
const noFilter = "ms-Exch-Bypass-Anti-Spam";
const legacy = [
  submit,
  anySender,
  anyRecipient,
  ourSender,
  noFilter,
  "ms-Exch-SMTP-Accept-Authentication-Flag",
  "ms-Exch-Bypass-Message-Size-Limit",
  routing,
  "ms-Exch-SMTP-Accept-Exch50",
];
const server = [...legacy, "ms-Exch-Accept-Headers-Organization", "ms-Exch-Accept-Headers-Forest"];

/** What each permission group of a Receive connector gives, and to whom. */
const ofPermissionGroups: Readonly<Record<string, readonly (readonly [who: string, rights: readonly string[]])[]>> = {
  AnonymousUsers: [["NT AUTHORITY\\ANONYMOUS LOGON", [submit, anySender, ourSender, routing]]],
  ExchangeUsers: [[everybodyHere, [submit, anyRecipient, noFilter, routing]]],
  ExchangeServers: [
    ["MS Exchange\\Hub Transport Servers", server],
    ["MS Exchange\\Edge Transport Servers", server],
    ["MS Exchange\\Externally Secured Servers", legacy.filter((right) => right !== "ms-Exch-SMTP-Accept-Exch50")],
    [account("Exchange Servers"), server],
  ],
  ExchangeLegacyServers: [[account("ExchangeLegacyInterop"), legacy]],
  Partners: [["MS Exchange\\Partner Servers", [submit, routing]]],
};

function ofReceiveConnector(connector: DirectoryObject): readonly DirectoryEntry[] {
  const groups = String(getProperty(schema, connector, "PermissionGroups")).split(", ");
  const given = groups.flatMap((group) => ofPermissionGroups[group] ?? []);
  return [...given.flatMap(([who, rights]) => each(who, use, rights, below)), ...ofOthers()];
}

const byClass: Readonly<Record<string, (object: DirectoryObject) => readonly DirectoryEntry[]>> = {
  User: ofUsers,
  Computer: ofUsers,
  Group: ofGroups,
  Contact: ofContacts,
  DynamicDistributionGroup: ofContacts,
  Domain: ofDomains,
  ExchangeOrganization: ofOrganizations,
  ReceiveConnector: ofReceiveConnector,
};

/** What an object's access list has before anybody changes it. */
export function firstEntries(object: DirectoryObject): readonly DirectoryEntry[] {
  const make = Object.hasOwn(byClass, object.class) ? byClass[object.class] : undefined;
  return (make ?? ofOthers)(object);
}

/** Whether an entry gives or denies extended rights: one of them, or all. */
export const isAboutRights = (entry: DirectoryEntry): boolean => (entry.bits & extendedRightBit) !== 0n;
