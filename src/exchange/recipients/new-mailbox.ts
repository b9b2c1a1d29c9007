import type { NewObject } from "../../topology/index.js";
import { newVerb } from "../noun/new-verb.js";
import type { VerbBehaviour } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { accountState, accountStateParameters } from "./account-password.js";
import { defaultAlias } from "./addresses.js";
import { mailbox } from "./mailbox.js";
import { mailboxPropertiesFor } from "./mailbox-making.js";
import { unitFor } from "./recipient-writing.js";
import { accountOf } from "./unique-values.js";

function make(task: Task): NewObject {
  const name = task.text("Name") ?? "";
  // Rooms, equipment and shared mailboxes count as recipients without an account.
  const isResource = ["Room", "Equipment", "Shared"].some((kind) => task.isOn(kind));
  const alias = task.text("Alias") ?? defaultAlias(name, isResource ? null : task.text("UserPrincipalName"));
  const hasAccount = task.has("EnableRoomMailboxAccount") && task.value("EnableRoomMailboxAccount") === true;
  const account = accountOf(task, alias);
  const object: NewObject = { class: "User", name, ...unitFor(task) };
  const person = {
    ...account,
    Alias: alias,
    DisplayName: task.text("DisplayName") ?? name,
    FirstName: task.text("FirstName"),
    LastName: task.text("LastName"),
    Initials: task.text("Initials"),
    Phone: task.text("Phone"),
  };
  const state = accountState(task, account.SamAccountName);
  const properties = { ...mailboxPropertiesFor(task, object, person), ...state };
  return { ...object, properties: hasAccount ? { ...properties, AccountDisabled: false } : properties };
}

const made = newVerb(mailbox, {
  defaultParameterSet: "User",
  emulated: [
    "Database",
    "OrganizationalUnit",
    "FirstName",
    "LastName",
    "Initials",
    "Phone",
    "Room",
    "Equipment",
    "Shared",
    "Arbitration",
    "Discovery",
    "Archive",
    "RemoteArchive",
    "ArchiveDatabase",
    "LinkedMasterAccount",
    "PrimarySmtpAddress",
    "ActiveSyncMailboxPolicy",
    "RemotePowerShellEnabled",
    "PublicFolder",
    "HoldForMigration",
    "IsExcludedFromServingHierarchy",
    "AuditLog",
    "AuxAuditLog",
    "SupervisoryReviewPolicy",
    "Migration",
    "LinkedRoom",
    "EnableRoomMailboxAccount",
    ...accountStateParameters,
  ],
  accepted: [
    "Force",
    "LinkedDomainController",
    "LinkedCredential",
    // Nobody is asked whether old rules for folders are meant.
    "ManagedFolderMailboxPolicyAllowed",
    "RoomMailboxPassword",
  ],
  make,
});

/** Mailboxes to which nobody logs on with an account of its own. */
const shared = [
  "Room",
  "Equipment",
  "Shared",
  "Linked",
  "LinkedRoomMailbox",
  "Arbitration",
  "Discovery",
  "Migration",
  "AuditLog",
  "AuxAuditLog",
];

/**
 * New-Mailbox: a user with a mailbox. Only who is to log on needs a password, and since 2013 a name to log on with (syntax
 * of the reference of 2007 and 2013). The reference has a mandatory switch since 2016 that belongs to a set of its own,
 * which it does not tell.
 */
export const newMailbox: VerbBehaviour = {
  ...made,
  optional: ["SupervisoryReviewPolicy"],
  inSets: { Arbitration: ["Arbitration"] },
  optionalIn: {
    Password: { sets: [...shared, "DisabledUser"] },
    UserPrincipalName: { sets: [...shared, "DisabledUser"], since: "2013" },
  },
};
