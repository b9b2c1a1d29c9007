/**
 * The roles that setup makes and the role groups that have them: "Built-in role groups" and "Built-in management roles"
 * of the product's documentation; what Recipient Management, Help Desk and View-Only Configuration show is captured
 * (facts: get-managementroleassignment.2 to .4).
 */

export interface BuiltInGroup {
  readonly name: string;
  readonly description: string;
  /** Its roles; `null`: all but those that nobody has from the beginning. */
  readonly roles: readonly string[] | null;
  /** Setup of Exchange 2013 and later makes it, that of 2010 does not. */
  readonly since2013?: boolean;
}

/** In our own words. */
const delegates = "Members of this group have permissions to";
const group = (name: string, what: string, roles: string | null): BuiltInGroup => ({
  name,
  description: `${delegates} ${what}.`,
  roles: roles === null ? null : roles.split(", "),
});

export const organizationManagement = "Organization Management";

export const builtInGroups: readonly BuiltInGroup[] = [
  group(organizationManagement, "manage Exchange objects and their properties in the whole organization", null),
  group(
    "Recipient Management",
    "manage recipients",
    "Distribution Groups, Mail Enabled Public Folders, Mail Recipient Creation, Mail Recipients, Message Tracking, Migration, Move Mailboxes, Recipient Policies",
  ),
  group(
    "View-Only Organization Management",
    "see the properties of all objects",
    "Monitoring, View-Only Configuration, View-Only Recipients",
  ),
  group(
    "Public Folder Management",
    "manage public folders",
    "Mail Enabled Public Folders, Public Folder Replication, Public Folders",
  ),
  group("UM Management", "manage unified messaging", "UM Mailboxes, UM Prompts, Unified Messaging"),
  group("Help Desk", "see recipients and change the options of users", "User Options, View-Only Recipients"),
  group(
    "Records Management",
    "manage retention, journaling and transport rules",
    "Audit Logs, Journaling, Message Tracking, Retention Management, Transport Rules",
  ),
  group("Discovery Management", "search mailboxes and hold them", "Legal Hold, Mailbox Search"),
  group(
    "Server Management",
    "manage servers",
    "Database Copies, Databases, Exchange Connectors, Exchange Server Certificates, Exchange Servers, Exchange Virtual Directories, Monitoring, POP3 And IMAP4 Protocols, Receive Connectors, Transport Queues",
  ),
  group("Delegated Setup", "install servers that are prepared", "View-Only Configuration"),
  group(
    "Hygiene Management",
    "manage the agents against spam",
    "ApplicationImpersonation, Receive Connectors, Transport Agents, Transport Hygiene, View-Only Configuration, View-Only Recipients",
  ),
  {
    ...group(
      "Compliance Management",
      "manage settings of compliance in Exchange as policies ask for",
      "Audit Logs, Information Rights Management, Journaling, Message Tracking, Retention Management, Transport Rules, View-Only Audit Logs, View-Only Configuration, View-Only Recipients",
    ),
    since2013: true,
  },
];

/** Roles that Organization Management may give away and does not have itself. */
const notHeld: ReadonlySet<string> = new Set([
  "ApplicationImpersonation",
  "Mailbox Import Export",
  "Mailbox Search",
  "Reset Password",
  "Support Diagnostics",
  "UnScoped Role Management",
]);

/** Roles for administrators. */
const administrative =
  "Active Directory Permissions, Address Lists, ApplicationImpersonation, Audit Logs, Cmdlet Extension Agents, Database Availability Groups, Database Copies, Databases, Disaster Recovery, Distribution Groups, E-Mail Address Policies, Edge Subscriptions, Exchange Connectors, Exchange Server Certificates, Exchange Servers, Exchange Virtual Directories, Federated Sharing, Information Rights Management, Journaling, Legal Hold, Mail Enabled Public Folders, Mail Recipient Creation, Mail Recipients, Mail Tips, Mailbox Import Export, Mailbox Search, Message Tracking, Migration, Monitoring, Move Mailboxes, Organization Client Access, Organization Configuration, Organization Transport Settings, POP3 And IMAP4 Protocols, Public Folder Replication, Public Folders, Receive Connectors, Recipient Policies, Remote and Accepted Domains, Reset Password, Retention Management, Role Management, Security Group Creation and Membership, Send Connectors, Support Diagnostics, Transport Agents, Transport Hygiene, Transport Queues, Transport Rules, UM Mailboxes, UM Prompts, Unified Messaging, UnScoped Role Management, User Options, View-Only Audit Logs, View-Only Configuration, View-Only Recipients";

/** Roles for users, which role assignment policies give. */
const ofUsers =
  "MyBaseOptions, MyContactInformation, MyDiagnostics, MyDistributionGroupMembership, MyDistributionGroups, MyProfileInformation, MyRetentionPolicies, MyTextMessaging, MyVoiceMail";

/** Roles that hold a part of another one (from memory): `MyContactInformation\MyMobileInformation`. */
export const partialRoles: readonly (readonly [parent: string, name: string, parameters: readonly string[]])[] = [
  [
    "MyContactInformation",
    "MyAddressInformation",
    ["City", "CountryOrRegion", "Fax", "Office", "Phone", "PostalCode", "StateOrProvince", "StreetAddress"],
  ],
  ["MyContactInformation", "MyMobileInformation", ["MobilePhone", "Pager"]],
  ["MyContactInformation", "MyPersonalInformation", ["HomePhone", "WebPage"]],
  ["MyProfileInformation", "MyDisplayName", ["DisplayName"]],
  ["MyProfileInformation", "MyName", ["FirstName", "Initials", "LastName", "Notes"]],
];

/** The policy that mailboxes have which were given no other, and its roles (from memory). */
export const defaultPolicyName = "Default Role Assignment Policy";
const ofDefaultPolicy = [
  "MyBaseOptions",
  "MyContactInformation",
  "MyDistributionGroupMembership",
  "MyTextMessaging",
  "MyVoiceMail",
];

export interface BuiltInRole {
  readonly name: string;
  readonly roleType: string;
  readonly isEndUserRole: boolean;
}

const role = (name: string, isEndUserRole: boolean): BuiltInRole => ({
  name,
  roleType: roleTypeOf(name),
  isEndUserRole,
});

export const builtInRoles: readonly BuiltInRole[] = [
  ...administrative.split(", ").map((name) => role(name, false)),
  ...ofUsers.split(", ").map((name) => role(name, true)),
];

/** `View-Only Configuration` is of the type ViewOnlyConfiguration. */
function roleTypeOf(name: string): string {
  if (name === "E-Mail Address Policies") return "EmailAddressPolicies";
  return name
    .split(/[ -]/)
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join("");
}

/** Who has a role, or may give it away, from the beginning. */
export interface BuiltInAssignment {
  /** A role group, or the policy for users. */
  readonly assignee: string;
  readonly role: string;
  readonly isDelegating: boolean;
}

export function builtInAssignments(): readonly BuiltInAssignment[] {
  const all = builtInRoles.filter(({ isEndUserRole }) => !isEndUserRole).map(({ name }) => name);
  const held = builtInGroups.flatMap(({ name, roles }) =>
    (roles ?? all.filter((each) => !notHeld.has(each))).map((each) => ({
      assignee: name,
      role: each,
      isDelegating: false,
    })),
  );
  const given = builtInRoles.map(({ name }) => ({ assignee: organizationManagement, role: name, isDelegating: true }));
  const ofUsers = ofDefaultPolicy.map((each) => ({ assignee: defaultPolicyName, role: each, isDelegating: false }));
  return [...held, ...given, ...ofUsers];
}

/** Names of the directory are no longer. */
const longestName = 64;

/** `Mail Recipients-Help Desk`; what is too long is cut. */
export function assignmentName(roleName: string, assignee: string, isDelegating: boolean): string {
  return `${roleName}-${assignee}${isDelegating ? "-Delegating" : ""}`.slice(0, longestName);
}
