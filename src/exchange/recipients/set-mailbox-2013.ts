import { getProperty, isList } from "../../topology/index.js";
import type { Setter } from "../noun/set-verb.js";
import { schema } from "../schema.js";

/** What Set-Mailbox does since Exchange 2013 beside storing values. */

/** What an arbitration mailbox does for the organization, by the parameter that says so: its capabilities. */
const duties = [
  "ClientExtensions",
  "GMGen",
  "Management",
  "MessageTracking",
  "Migration",
  "OABGen",
  "OMEncryption",
  "OMEncryptionStore",
  "PstProvider",
  "UMDataStorage",
  "UMGrammar",
] as const;

/** PersistedCapabilities is a list of `OrganizationCapability…` (documented: re-creating arbitration mailboxes). */
const capability = (name: string): string => `OrganizationCapability${name}`;

/** All that are given at once, as they change one list. */
const duty: Setter = (task, _value, mailbox) => {
  const given = duties.filter((name) => task.has(name));
  const kept = getProperty(schema, mailbox, "PersistedCapabilities");
  const others = (isList(kept) ? kept.map(String) : []).filter((each) => !given.map(capability).includes(each));
  const added = given.filter((name) => task.value(name) === true).map(capability);
  return { properties: { PersistedCapabilities: [...others, ...added] } };
};

/** The account of a room, or of a mailbox whose owner has gone. */
const account =
  (isOn: boolean): Setter =>
  (_task, value) => ({ properties: { AccountDisabled: (value === true) !== isOn } });

export const setters2013: Readonly<Record<string, Setter>> = {
  ...Object.fromEntries(duties.map((name) => [name, duty])),
  AccountDisabled: account(false),
  EnableRoomMailboxAccount: account(true),
};

/** Limits inside a mailbox, passwords, and switches that say of which kind the mailbox is: nothing shows them. */
export const accepted2013: readonly string[] = [
  "Arbitration",
  "PublicFolder",
  "AuditLog",
  "AuxAuditLog",
  "DumpsterMessagesPerFolderCountReceiveQuota",
  "DumpsterMessagesPerFolderCountWarningQuota",
  "ExtendedPropertiesCountQuota",
  "FolderHierarchyChildrenCountReceiveQuota",
  "FolderHierarchyChildrenCountWarningQuota",
  "FolderHierarchyDepthReceiveQuota",
  "FolderHierarchyDepthWarningQuota",
  "FoldersCountReceiveQuota",
  "FoldersCountWarningQuota",
  "MailboxMessagesPerFolderCountReceiveQuota",
  "MailboxMessagesPerFolderCountWarningQuota",
  "SystemMessageSizeShutoffQuota",
  "SystemMessageSizeWarningQuota",
  "Password",
  "OldPassword",
  "NewPassword",
  "RoomMailboxPassword",
  "SkipDualWrite",
  // For the service alone; which attributes there are is not told.
  "AttributesToClear",
];
