import {
  countObjects,
  type DirectoryObject,
  findByName,
  getProperty,
  listObjects,
  type NewObject,
  type PropertyValue,
  reference,
} from "../../topology/index.js";
import { defaultPolicy } from "../client-access/default-policy.js";
import { exchangeMessages, message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { firstPolicy, roleAssignmentPolicyClass } from "../permissions/roles/policy-class.js";
import { defaultRetentionPolicy } from "../retention/default-retention-policy.js";
import { schema } from "../schema.js";
import { isAccountDisabled } from "./account-disabled.js";
import { migrationCapability } from "./mailbox-kinds.js";
import { mailEnabled } from "./recipient-writing.js";

/** What a user gets with a mailbox: New-Mailbox and Enable-Mailbox make the same. */

const messages = {
  noDatabase: message({
    text: () =>
      "Load balancing failed to find a valid mailbox database. Specify a database, or make sure that one is mounted and not excluded from provisioning.",
    exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the first words are remembered, the rest is ours",
  }),
} as const;

/** The database that -Database means, or one of those that take new mailboxes, in turn. */
export function databaseFor(task: Task): DirectoryObject {
  if (task.value("Database") !== null) {
    return task.resolve("Database", { classes: ["MailboxDatabase"] }, (identity) =>
      task.failure(exchangeMessages.databaseNotFound, [identity]),
    );
  }
  const open = listObjects(task.topology, "MailboxDatabase").filter(takesMailboxes);
  const chosen = open[countObjects(task.topology, "User") % Math.max(1, open.length)];
  if (chosen === undefined) throw task.failure(messages.noDatabase, []);
  return chosen;
}

function takesMailboxes(database: DirectoryObject): boolean {
  const is = (property: string): boolean => getProperty(schema, database, property) === true;
  return is("Mounted") && !is("Recovery") && !is("IsExcludedFromProvisioning") && !is("IsSuspendedFromProvisioning");
}

const kinds = [
  "Room",
  "Equipment",
  "Shared",
  "Linked",
  "Arbitration",
  "Discovery",
  "PublicFolder",
  "AuditLog",
  "AuxAuditLog",
  "SupervisoryReviewPolicy",
];

/** Of which type the mailbox becomes, by the switch that is given. */
export function typeOfMailbox(task: Task): string {
  for (const kind of kinds) if (task.isOn(kind)) return `${kind}Mailbox`;
  if (task.isOn("Migration")) return "ArbitrationMailbox";
  if (task.isOn("LinkedRoom")) return "LinkedRoomMailbox";
  return task.value("LinkedMasterAccount") === null ? "UserMailbox" : "LinkedMailbox";
}

const archiveNames = { "2010": "Personal Archive", later: "In-Place Archive" } as const;

/**
 * The properties of an archive: in Exchange Online with -RemoteArchive, where the synchronization is to make it, else
 * beside the mailbox or in -ArchiveDatabase.
 * @param policy the retention policy that the mailbox has already
 */
export function archiveProperties(
  task: Task,
  name: string,
  database: PropertyValue,
  policy: PropertyValue = null,
): Record<string, PropertyValue> {
  return { ...archiveItself(task, name, database), ...(policy === null ? defaultRetention(task) : {}) };
}

/** Who gets an archive and has no retention policy has the one that setup has made (documented). */
function defaultRetention(task: Task): Record<string, PropertyValue> {
  const [policy] = findByName(task.topology, ["RetentionPolicy"], defaultRetentionPolicy(task.topology));
  return policy === undefined || task.has("RetentionPolicy") ? {} : { RetentionPolicy: reference(policy.guid) };
}

function archiveItself(task: Task, name: string, database: PropertyValue): Record<string, PropertyValue> {
  if (task.isOn("RemoteArchive")) return remoteArchiveProperties(task, name);
  const own = task.value("ArchiveDatabase") === null ? null : archiveDatabase(task);
  const kind = archiveNames[task.info.release === "2010" ? "2010" : "later"];
  return {
    ArchiveDatabase: own === null ? database : reference(own.guid),
    ArchiveGuid: task.text("ArchiveGuid") ?? task.cmdlet.context.newGuid(),
    ArchiveName: [`${kind} - ${name}`],
  };
}

function remoteArchiveProperties(task: Task, name: string): Record<string, PropertyValue> {
  const kind = archiveNames[task.info.release === "2010" ? "2010" : "later"];
  return {
    ArchiveGuid: task.cmdlet.context.newGuid(),
    ArchiveName: [`${kind} - ${name}`],
    ArchiveDomain: task.text("ArchiveDomain"),
    RemoteRecipientType: "ProvisionArchive",
  };
}

function archiveDatabase(task: Task): DirectoryObject {
  return task.resolve("ArchiveDatabase", { classes: ["MailboxDatabase"] }, (identity) =>
    task.failure(exchangeMessages.databaseNotFound, [identity]),
  );
}

/**
 * The properties that make a user a mailbox.
 * @param object the user that gets the mailbox, as it is or as it is going to be made
 */
export function mailboxPropertiesFor(
  task: Task,
  object: DirectoryObject | NewObject,
  properties: Readonly<Record<string, PropertyValue>> = {},
): Record<string, PropertyValue> {
  const database = reference(databaseFor(task).guid);
  const display = task.text("DisplayName") ?? object.name;
  const kind = typeOfMailbox(task);
  const off = isAccountDisabled({ properties: { RecipientTypeDetails: kind } }) ? { AccountDisabled: true } : {};
  const own = { ...properties, ...off, Database: database, RecipientTypeDetails: kind };
  return {
    ...mailEnabled(task, { object, properties: own }),
    ...policyFor(task),
    ContentOrigin: "empty",
    ExchangeGuid: task.cmdlet.context.newGuid(),
    ...publicFolderProperties(task),
    ...(task.isOn("Migration") ? { PersistedCapabilities: [migrationCapability] } : {}),
    ...(task.isOn("Archive") || task.isOn("RemoteArchive") ? archiveProperties(task, display, database) : {}),
    ...furtherProperties(task),
  };
}

const oldFolders = message({
  text: () =>
    "An existing Public Folder deployment has been detected. To migrate existing Public Folder data, create new Public Folder mailbox using -HoldForMigration switch.",
  exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
  category: "InvalidOperation",
  certainty: "documented",
  evidence: "facts/nouns.json, Get-PublicFolder: 2013 coexistence; type and category from memory",
});

/** What a new public folder mailbox is to do; held for a migration it serves nobody. */
function publicFolderProperties(task: Task): Record<string, PropertyValue> {
  const isHeld = task.isOn("HoldForMigration");
  const isExcluded =
    task.has("IsExcludedFromServingHierarchy") && task.value("IsExcludedFromServingHierarchy") === true;
  if (!task.isOn("PublicFolder")) return {};
  if (!isHeld && listObjects(task.topology, "PublicFolderDatabase").length > 0) throw task.failure(oldFolders, []);
  return {
    HiddenFromAddressListsEnabled: true,
    ...(isHeld ? { IsHierarchyReady: false } : {}),
    ...(isExcluded ? { IsExcludedFromServingHierarchy: true } : {}),
  };
}

/** Parameters of New- and Enable-Mailbox that Set has not, or that other nouns show. */
function furtherProperties(task: Task): Record<string, PropertyValue> {
  const master = task.value("LinkedMasterAccount");
  const remote = task.has("RemotePowerShellEnabled") ? task.value("RemotePowerShellEnabled") !== false : null;
  const mobile = task.has("ActiveSyncMailboxPolicy")
    ? task.resolve("ActiveSyncMailboxPolicy", { classes: ["MobileMailboxPolicy"] }, (id) => task.parameterNotFound(id))
    : null;
  return {
    ...(master instanceof IdParameter ? { LinkedMasterAccount: master.text } : {}),
    ...(mobile === null ? {} : { ActiveSyncMailboxPolicy: reference(mobile.guid) }),
    ...(remote === null ? {} : { RemotePowerShellEnabled: remote }),
  };
}

/** A new mailbox has the policy that is the default now; it keeps that when another one becomes it. */
function policyFor(task: Task): Record<string, PropertyValue> {
  if (task.has(roleAssignmentPolicyClass)) return {};
  const { topology } = task;
  const policy = defaultPolicy(topology, roleAssignmentPolicyClass);
  const isUsual = policy === null || policy.guid === firstPolicy(topology)?.guid;
  return isUsual ? {} : { [roleAssignmentPolicyClass]: reference(policy.guid) };
}
