import {
  type DirectoryObject,
  getProperty,
  isReference,
  type PropertyValue,
  parseGuid,
  reference,
  removeObject,
  updateObject,
} from "../../topology/index.js";
import { givenProperties } from "../noun/columns.js";
import { exchangeMessages, message, sentence } from "../noun/exchange-errors.js";
import type { VerbBehaviour } from "../noun/noun.js";
import { settableColumns } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { writeFailure } from "../noun/write-failure.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { mailbox } from "../recipients/mailbox.js";
import { mailboxPropertiesFor } from "../recipients/mailbox-making.js";
import { schema } from "../schema.js";
import { disconnectedIn } from "./disconnected-mailbox.js";

const messages = {
  notInDatabase: message({
    text: (identity: string, database: string) => `Mailbox "${identity}" doesn't exist on database "${database}".`,
    exception: "Microsoft.Exchange.Management.RecipientTasks.MdbAdminTaskException",
    hashes: { "Microsoft.Exchange.Management.MapiTasks.ConnectMailbox": "762CA2D5" },
    category: "NotSpecified",
    certainty: "captured",
    evidence: "facts/captures.jsonl, connect-mailbox.1",
  }),
  noUser: message({
    text: (mailbox: string) =>
      `No user matches the mailbox "${mailbox}". Say with the User parameter which user is to have it.`,
    exception: "Microsoft.Exchange.Management.RecipientTasks.MdbAdminTaskException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  hasMailbox: message({
    text: (user: string) => `The user "${user}" already has a mailbox.`,
    exception: "Microsoft.Exchange.Management.RecipientTasks.MdbAdminTaskException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const connecting = sentence({
  text: (mailbox: string, user: string) => `Connecting mailbox "${mailbox}" to user "${user}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

const textOf = (object: DirectoryObject, property: string): string =>
  String(getProperty(schema, object, property) ?? "");

/** The database that -Database means. */
export function databaseParameter(task: Task): DirectoryObject {
  return task.resolve("Database", { classes: ["MailboxDatabase"] }, (identity) =>
    task.failure(exchangeMessages.databaseNotFound, [identity]),
  );
}

/**
 * The mailbox without a user that a parameter means in a database: by GUID, display name or legacy name.
 * @throws {PowerShellError} when there is none, or more than one
 */
export function disconnectedMailboxFor(task: Task, database: DirectoryObject, parameter = "Identity"): DirectoryObject {
  const identity = task.value(parameter);
  const text = identity instanceof IdParameter ? identity.text : "";
  const guid = parseGuid(text) ?? (identity instanceof IdParameter ? identity.guid : null);
  const wanted = text.toLowerCase();
  const found = disconnectedIn(task.topology, database).filter(
    (lost) =>
      lost.name === guid ||
      lost.guid === guid ||
      textOf(lost, "DisplayName").toLowerCase() === wanted ||
      textOf(lost, "LegacyExchangeDN").toLowerCase() === wanted,
  );
  return task.single(found, text, () => task.failure(messages.notInDatabase, [text, database.name], identity));
}

/** Whom the mailbox is for: -User, or the user that is called like it. */
function userFor(task: Task, lost: DirectoryObject): DirectoryObject {
  if (task.value("User") !== null) {
    return task.resolve("User", { classes: ["User"], properties: ["DisplayName"] }, (identity) =>
      task.parameterNotFound(identity),
    );
  }
  const name = textOf(lost, "DisplayName");
  const found = task
    .find(name, { classes: ["User"], properties: ["DisplayName"] })
    .filter((user) => !isReference(getProperty(schema, user, "Database")));
  return task.single(found, name, () => task.failure(messages.noUser, [name]));
}

/** What the user gets: all of a new mailbox, with the content and the names of the old one. */
function propertiesFor(
  task: Task,
  user: DirectoryObject,
  lost: DirectoryObject,
  database: DirectoryObject,
): Record<string, PropertyValue> {
  const isArchive = getProperty(schema, lost, "IsArchive") === true;
  const hasIt = isReference(getProperty(schema, user, isArchive ? "ArchiveDatabase" : "Database"));
  if (hasIt) throw task.failure(messages.hasMailbox, [user.name]);
  if (isArchive) {
    return {
      ArchiveDatabase: reference(database.guid),
      ArchiveGuid: lost.name,
      ArchiveName: [textOf(lost, "DisplayName")],
    };
  }
  return {
    ...mailboxPropertiesFor(task, user),
    ExchangeGuid: lost.name,
    LegacyExchangeDN: getProperty(schema, lost, "LegacyExchangeDN"),
    ContentOrigin: getProperty(schema, lost, "ContentOrigin"),
    FolderChanges: getProperty(schema, lost, "FolderChanges"),
    Messages: getProperty(schema, lost, "Messages"),
    ...policiesGiven(task),
    LastLogon: getProperty(schema, lost, "LastLogon"),
  };
}

const policyParameters = ["AddressBookPolicy", "ManagedFolderMailboxPolicy", "RetentionPolicy"];

/** The policies that the parameters name. */
function policiesGiven(task: Task): Record<string, PropertyValue> {
  const columns = settableColumns(mailbox);
  const wanted = policyParameters.flatMap((name) => {
    const column = columns.get(name);
    return column === undefined ? [] : [[name, column] as const];
  });
  return givenProperties(task, new Map(wanted), null);
}

/** Connect-Mailbox: a mailbox that has lost its user gets one again. */
export const connectMailbox: VerbBehaviour = {
  taskClass: "MapiTasks.ConnectMailbox",
  emulated: [
    "Identity",
    "Database",
    "User",
    "Alias",
    "Room",
    "Equipment",
    "Shared",
    "ValidateOnly",
    "LinkedMasterAccount",
    "ActiveSyncMailboxPolicy",
    ...policyParameters,
  ],
  // Whether it is an archive, the mailbox itself knows.
  accepted: [
    "Archive",
    "Force",
    "AllowLegacyDNMismatch",
    "LinkedCredential",
    "LinkedDomainController",
    "ManagedFolderMailboxPolicyAllowed",
  ],
  defaultParameterSet: "User",
  process: (task) => {
    const database = databaseParameter(task);
    const lost = disconnectedMailboxFor(task, database);
    const user = userFor(task, lost);
    const properties = propertiesFor(task, user, lost, database);
    if (task.isOn("ValidateOnly")) return;
    task.requireWrite(user);
    if (!task.shouldProcess(connecting.text(textOf(lost, "DisplayName"), user.name))) return;
    const updated = updateObject(schema, task.topology, user.guid, { properties });
    if (!updated.ok) throw writeFailure(task, updated.failure);
    const removed = removeObject(schema, updated.topology, lost.guid);
    if (!removed.ok) throw writeFailure(task, removed.failure);
    task.commit(removed.topology);
  },
};
