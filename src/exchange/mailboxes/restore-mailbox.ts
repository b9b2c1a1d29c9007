import { type DirectoryObject, getObject, getProperty } from "../../topology/index.js";
import { DateTime } from "../../values/date-time.js";
import { toItems } from "../../values/enumeration.js";
import { localTime, offsetOfLocal } from "../../values/local-time.js";
import { netText, toText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { isUp } from "../databases/database-status.js";
import { identityProperty } from "../noun/common-properties.js";
import { exchangeMessages, message, sentence } from "../noun/exchange-errors.js";
import { defineNoun, type VerbBehaviour } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { addressesIn, primaryOf } from "../recipients/addresses.js";
import { mailbox } from "../recipients/mailbox.js";
import { schema } from "../schema.js";
import { ByteQuantifiedSize, byteQuantifiedSizeName } from "../types/byte-quantified-size.js";
import { disconnectedIn } from "./disconnected-mailbox.js";
import { changeFolder, type Folder, foldersOf, isRecoverable } from "./mailbox-content.js";
import { messagesOf, type StoredMessage } from "./mailbox-messages.js";

// What the type is called is not known.
const typeName = "Microsoft.Exchange.Management.RecipientTasks.RestoreMailboxResult";

/** What a restore did (2010). From memory, and what this organization knows of it. */
const restoreResult = defineNoun({
  noun: "the results of Restore-Mailbox",
  identity: mailbox.identity,
  typeNames: [typeName],
  properties: () => [
    identityProperty("canonical"),
    computed("DisplayName", "string", live("DisplayName")),
    computed("SourceDatabase", "string", live("SourceDatabase")),
    computed("SourceMailbox", "string", live("SourceMailbox")),
    computed("TargetFolder", "string", live("TargetFolder")),
    computed("MailboxSize", byteQuantifiedSizeName, live("MailboxSize")),
    fixed("MoveType", "string", () => "Restore"),
    computed("MoveStage", "string", live("MoveStage")),
    computed("StartTime", "datetime", live("Time")),
    computed("EndTime", "datetime", live("Time")),
    fixed("StatusCode", "int", () => 0),
    computed("StatusMessage", "string", live("StatusMessage")),
  ],
  views: [],
});

const taskError = "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException";
const messages = {
  notRecovery: message({
    text: (database: string) => `The database "${database}" isn't a recovery database.`,
    exception: taskError,
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (Restore-Mailbox), the text is not known",
  }),
  notMounted: message({
    text: (database: string) => `The recovery database "${database}" isn't mounted.`,
    exception: taskError,
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Restore-Mailbox), the text is not known",
  }),
  notInDatabase: message({
    text: (identity: string, database: string) => `Mailbox "${identity}" doesn't exist on database "${database}".`,
    exception: "Microsoft.Exchange.Management.RecipientTasks.MdbAdminTaskException",
    category: "NotSpecified",
    certainty: "derived",
    evidence: "the text is that of Connect-Mailbox, connect-mailbox.1",
  }),
} as const;

const restoring = sentence({
  text: (source: string, database: string, target: string, address: string) =>
    `Recovering mailbox content from mailbox '${source}' in the recovery database '${database}' to the mailbox for '${target} (${address})'. This operation may take a long time to complete.`,
  certainty: "captured",
  evidence: "facts/captures.jsonl, restore-mailbox.1",
});

const display = (object: DirectoryObject): string => String(getProperty(schema, object, "DisplayName") ?? object.name);

function recoveryDatabase(task: Task): DirectoryObject {
  const database = task.resolve("RecoveryDatabase", { classes: ["MailboxDatabase"] }, (identity) =>
    task.failure(exchangeMessages.databaseNotFound, [identity]),
  );
  if (getProperty(schema, database, "Recovery") !== true) throw task.failure(messages.notRecovery, [database.name]);
  return database;
}

/** What was asked for, beside the two mailboxes' place. */
interface Wanted {
  /** The mailbox in the recovery database; `null`: that of the user himself, whose folders it comes back to. */
  readonly source: string | null;
  readonly folder: string | null;
  /** Paths in small letters, from the top of the mailbox; `null`: all. */
  readonly included: readonly string[] | null;
  readonly excluded: readonly string[];
  readonly isOnlyChecked: boolean;
  /** What is in a folder already comes once more. */
  readonly hasDuplicates: boolean;
  /** The messages that the filters want; `null`: all of a folder. */
  readonly keeps: ((message: StoredMessage) => boolean) | null;
}

function wantedBy(task: Task): Wanted {
  const given = task.value("RecoveryMailbox");
  const paths = (parameter: string): readonly string[] =>
    toItems(task.value(parameter)).map((item) =>
      `/${toText(task.cmdlet.context, item)
        .replaceAll("\\", "/")
        .replace(/^\/|\/$/g, "")}`.toLowerCase(),
    );
  const included = paths("IncludeFolders");
  return {
    source: given === null ? null : given instanceof IdParameter ? given.text : toText(task.cmdlet.context, given),
    folder: task.text("TargetFolder"),
    included: included.length === 0 ? null : included,
    excluded: paths("ExcludeFolders"),
    isOnlyChecked: task.isOn("ValidateOnly"),
    hasDuplicates: task.isOn("AllowDuplicates"),
    keeps: keeperOf(task),
  };
}

/**
 * The mailbox in the recovery database: one without a user that lies there, or the backup of one that somebody has. A
 * backup holds here what the mailbox holds.
 */
function sourceIn(task: Task, database: DirectoryObject, name: string): DirectoryObject {
  const lost = disconnectedIn(task.topology, database).find(
    (each) => each.name === name || display(each).toLowerCase() === name.toLowerCase(),
  );
  const [source = lost] = lost === undefined ? task.find(name, mailbox.identity) : [lost];
  if (source === undefined) throw task.failure(messages.notInDatabase, [name, database.name]);
  return source;
}

function chosen({ included, excluded }: Wanted, folders: readonly Folder[]): readonly Folder[] {
  const isIn = ({ path }: Folder, roots: readonly string[]): boolean =>
    roots.some((root) => path.toLowerCase() === root || path.toLowerCase().startsWith(`${root}/`));
  return folders.filter(
    (folder) =>
      folder.items > 0 &&
      !isRecoverable(folder) &&
      (included === null || isIn(folder, included)) &&
      !isIn(folder, excluded),
  );
}

const keywordParameters = [
  "SubjectKeywords",
  "SenderKeywords",
  "RecipientKeywords",
  "ContentKeywords",
  "AllContentKeywords",
  "AttachmentFilenames",
  "StartDate",
  "EndDate",
];

/**
 * The messages that all of the filters want. Of single messages subject, sender, recipients and time are known, and of
 * those alone that were delivered here: other filters find nothing.
 */
function keeperOf(task: Task): ((message: StoredMessage) => boolean) | null {
  if (!keywordParameters.some((name) => task.has(name))) return null;
  const words = (parameter: string): readonly string[] =>
    toItems(task.value(parameter)).map((item) => toText(task.cmdlet.context, item).toLowerCase());
  const given = new Map(keywordParameters.filter((name) => task.has(name)).map((name) => [name, words(name)]));
  const hasOne = (parameter: string, where: readonly string[]): boolean =>
    given.get(parameter)?.some((word) => where.some((text) => text.toLowerCase().includes(word))) ?? true;
  const time = (parameter: string): bigint | null => {
    const value = task.value(parameter);
    if (!(value instanceof DateTime)) return null;
    return value.kind === "Utc" ? value.ticks : value.ticks - offsetOfLocal(task.cmdlet.context, value.ticks);
  };
  const [start, end] = [time("StartDate"), time("EndDate")];
  return ({ subject, from, to, received }) =>
    hasOne("SubjectKeywords", [subject]) &&
    hasOne("SenderKeywords", [from]) &&
    hasOne("RecipientKeywords", to) &&
    hasOne("AllContentKeywords", [subject]) &&
    hasOne("ContentKeywords", []) &&
    hasOne("AttachmentFilenames", []) &&
    (start === null || received >= start) &&
    (end === null || received <= end);
}

/** The folders with what the filters leave of them. */
function filtered({ keeps }: Wanted, source: DirectoryObject, folders: readonly Folder[]): readonly Folder[] {
  if (keeps === null) return folders;
  const found = messagesOf(source).filter(keeps);
  return folders.map((folder) => {
    const inside = found.filter((each) => each.folder.toLowerCase() === folder.path.toLowerCase());
    return { ...folder, items: inside.length, size: inside.reduce((sum, { size }) => sum + size, 0n) };
  });
}

/** The folder that a restore makes for itself: from memory. */
const folderFor = (source: string, time: string): string => `Recovered Data - ${source} - ${time}`.replaceAll("/", "-");

function restore(task: Task): void {
  const wanted = wantedBy(task);
  const user = task.resolve("Identity", mailbox.identity, (identity) => task.notFound(identity));
  const database = recoveryDatabase(task);
  const source = wanted.source === null ? user : sourceIn(task, database, wanted.source);
  const address = primaryOf(addressesIn(user));
  task.requireWrite(user);
  if (!task.shouldProcess(restoring.text(display(source), database.name, display(user), address))) return;
  if (!isUp(task.topology, database)) throw task.failure(messages.notMounted, [database.name]);
  const { context } = task.cmdlet;
  const now = localTime(context, task.topology.clock);
  const top = wanted.folder === null ? "" : `/${wanted.folder}/${folderFor(display(source), netText(context, now))}`;
  const folders = chosen(wanted, filtered(wanted, source, foldersOf(source)));
  const { isOnlyChecked } = wanted;
  // What comes back to its own place is there already.
  const isThere = !wanted.hasDuplicates && wanted.folder === null && source.guid === user.guid;
  if (!isOnlyChecked && !isThere) {
    for (const { path, items, size } of folders) {
      const target = getObject(task.topology, user.guid) ?? user;
      task.commit(changeFolder(task.topology, target, `${top}${path}`, items, size));
    }
  }
  const values: Readonly<Record<string, Value>> = {
    DisplayName: display(user),
    SourceDatabase: database.name,
    SourceMailbox: display(source),
    TargetFolder: top.slice(1),
    MailboxSize: new ByteQuantifiedSize(folders.reduce((sum, { size }) => sum + size, 0n)),
    MoveStage: isOnlyChecked ? "Validation" : "Completed",
    Time: now,
    StatusMessage: isOnlyChecked
      ? "The parameters are right; nothing was restored."
      : "The mailbox in the recovery database has been restored to the target mailbox.",
  };
  writeRow(task, restoreResult, user, values);
}

export const restoreMailbox: VerbBehaviour = {
  taskClass: "RecipientTasks.RestoreMailbox",
  emulated: [
    "Identity",
    "RecoveryDatabase",
    "RecoveryMailbox",
    "TargetFolder",
    "IncludeFolders",
    "ExcludeFolders",
    "ValidateOnly",
    "AllowDuplicates",
    ...keywordParameters,
  ],
  // Nothing is bad or slow here; what is restored lies in a folder of its own. Words are compared whatever their language.
  accepted: ["Locale", "BadItemLimit", "GlobalCatalog", "MaxThreads"],
  confirms: true,
  defaultParameterSet: "Identity",
  // Documented: without the mailbox and the folder, the user's own mailbox comes back to where it was.
  ownSet: { name: "RecoveryMailbox", parameters: ["RecoveryMailbox", "TargetFolder"] },
  process: restore,
};
