import { type DirectoryObject, getProperty, guidNamed, isReference } from "../../topology/index.js";
import { DateTime } from "../../values/date-time.js";
import { netText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { exchangeMessages } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed } from "../properties/property.js";
import { mailbox } from "../recipients/mailbox.js";
import { schema } from "../schema.js";
import { ByteQuantifiedSize, byteQuantifiedSizeName } from "../types/byte-quantified-size.js";
import { shownPath } from "./folder-names.js";
import { type Folder, foldersOf, isRecoverable, lastLogonOf, userCreated } from "./mailbox-content.js";
import { messagesOf } from "./mailbox-messages.js";

const typeName = "Microsoft.Exchange.Management.Tasks.MailboxFolderConfiguration";

const text = (name: string) => computed(name, "string", live(name));
const number = (name: string) => computed(name, "int", live(name));
const size = (name: string) => computed(name, byteQuantifiedSizeName, live(name));
const time = (name: string) => computed(name, "System.Nullable[datetime]", live(name));

/** The folders of a mailbox, each with what is in it. The order of the list is from memory. */
export const mailboxFolderStatistics = defineNoun({
  noun: "MailboxFolderStatistics",
  tasks: "Tasks",
  identity: mailbox.identity,
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    time("Date"),
    text("Name"),
    text("FolderPath"),
    text("FolderId"),
    text("FolderType"),
    number("ItemsInFolder"),
    number("DeletedItemsInFolder"),
    size("FolderSize"),
    number("ItemsInFolderAndSubfolders"),
    number("DeletedItemsInFolderAndSubfolders"),
    size("FolderAndSubfolderSize"),
    time("OldestItemReceivedDate"),
    time("NewestItemReceivedDate"),
    time("OldestDeletedItemReceivedDate"),
    time("NewestDeletedItemReceivedDate"),
    time("OldestItemLastModifiedDate"),
    time("NewestItemLastModifiedDate"),
    text("ManagedFolder"),
    text("DeletePolicy"),
    text("ArchivePolicy"),
    text("TopSubject"),
    size("TopSubjectSize"),
    number("TopSubjectCount"),
    text("TopSubjectClass"),
    text("TopSubjectPath"),
    time("TopSubjectReceivedTime"),
    text("TopSubjectFrom"),
    text("TopClientInfoForSubject"),
    number("TopClientInfoCountForSubject"),
    text("SearchFolders"),
    text("Identity"),
    computed("IsValid", "bool", () => true),
  ],
  // There is no view of it: the console makes a list.
  views: [],
});

const top = "/Top of Information Store";
const recoverable = "/Recoverable Items";

/** Whether a folder lies below another one: all but the recoverable items below the top of the mailbox. */
function isBelow(folder: Folder, above: Folder): boolean {
  if (above.path === top) return folder.path !== top && !isRecoverable(folder);
  if (above.path === recoverable) return folder.path !== recoverable && isRecoverable(folder);
  return folder.path.toLowerCase().startsWith(`${above.path.toLowerCase()}/`);
}

/** Which folders -FolderScope leaves: those of a type, and what lies below them. */
function inScope(task: Task, folders: readonly Folder[]): readonly Folder[] {
  const scope = task.has("FolderScope") ? netText(task.cmdlet.context, task.value("FolderScope")) : "All";
  if (scope === "All") return folders;
  if (scope === "RecoverableItems") return folders.filter(isRecoverable);
  const type = scope === "Personal" ? userCreated : scope;
  const roots = folders.filter((folder) => folder.type === type);
  return folders.filter((folder) => roots.includes(folder) || roots.some((root) => isBelow(folder, root)));
}

const ticksPerYear = 365n * 864_000_000_000n;

/** Dates of what is in a folder: nothing is kept of single items, so they follow from the mailbox and how much there is. */
function datesOf(user: DirectoryObject, { items }: Folder): Readonly<Record<string, Value>> {
  const newest = items === 0 ? null : (lastLogonOf(user) ?? user.whenCreated);
  if (newest === null) return {};
  const oldest = newest - (ticksPerYear * BigInt(items)) / 1000n;
  return {
    OldestItemReceivedDate: new DateTime(oldest, "Local"),
    NewestItemReceivedDate: new DateTime(newest, "Local"),
    OldestItemLastModifiedDate: new DateTime(oldest, "Local"),
    NewestItemLastModifiedDate: new DateTime(newest, "Local"),
  };
}

/** -IncludeAnalysis: the subject whose messages take most of the folder, of those that are known singly. */
function analysisOf(user: DirectoryObject, folder: Folder): Readonly<Record<string, Value>> {
  const inside = messagesOf(user).filter((each) => each.folder.toLowerCase() === folder.path.toLowerCase());
  const sizes = new Map<string, bigint>();
  for (const { subject, size } of inside) sizes.set(subject, (sizes.get(subject) ?? 0n) + size);
  const [largest] = [...sizes].sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0));
  if (largest === undefined) return {};
  const [subject, total] = largest;
  const [newest, ...others] = inside
    .filter((each) => each.subject === subject)
    .sort((a, b) => Number(b.received - a.received));
  if (newest === undefined) return {};
  return {
    TopSubject: subject,
    TopSubjectSize: new ByteQuantifiedSize(total),
    TopSubjectCount: others.length + 1,
    TopSubjectClass: "IPM.Note",
    TopSubjectPath: shownPath(user, folder.path),
    TopSubjectReceivedTime: new DateTime(newest.received, "Local"),
    TopSubjectFrom: newest.from,
  };
}

function valuesOf(task: Task, user: DirectoryObject, folder: Folder, all: readonly Folder[]): Record<string, Value> {
  const whole = [folder, ...all.filter((other) => isBelow(other, folder))];
  const count = (folders: readonly Folder[]): number => folders.reduce((sum, { items }) => sum + items, 0);
  const identity = task.value("Identity");
  const mailboxName = identity instanceof IdParameter ? identity.text : user.name;
  const path = shownPath(user, folder.path);
  return {
    Date: new DateTime(user.whenCreated, "Local"),
    Name: path.slice(path.lastIndexOf("/") + 1),
    FolderPath: path,
    FolderId: guidNamed(task.topology.ids.seed, `${user.guid} ${folder.path}`).replaceAll("-", "").toUpperCase(),
    FolderType: folder.type,
    ItemsInFolder: folder.items,
    DeletedItemsInFolder: 0,
    FolderSize: new ByteQuantifiedSize(folder.size),
    ItemsInFolderAndSubfolders: count(whole),
    DeletedItemsInFolderAndSubfolders: 0,
    FolderAndSubfolderSize: new ByteQuantifiedSize(whole.reduce((sum, each) => sum + each.size, 0n)),
    ...(task.isOn("IncludeOldestAndNewestItems") ? datesOf(user, folder) : {}),
    ...(task.isOn("IncludeAnalysis") ? analysisOf(user, folder) : {}),
    // facts/captures.jsonl, get-mailboxfolderstatistics.1: the mailbox as it was typed, a backslash, the folder.
    Identity: `${mailboxName}${path.replaceAll("/", "\\")}`,
  };
}

/** An archive has the same folders, with nothing in them. */
const emptied = (folders: readonly Folder[]): readonly Folder[] =>
  folders.filter(({ type }) => type !== userCreated).map((folder) => ({ ...folder, items: 0, size: 0n }));

function show(task: Task): void {
  const user = task.resolve("Identity", mailbox.identity, (identity) =>
    task.failure(exchangeMessages.objectNotFound, [identity, task.domainController]),
  );
  const wantsArchive = task.isOn("Archive");
  if (wantsArchive && !isReference(getProperty(schema, user, "ArchiveDatabase"))) throw task.notFound(user.name);
  const all = wantsArchive ? emptied(foldersOf(user)) : foldersOf(user);
  for (const folder of inScope(task, all))
    writeRow(task, mailboxFolderStatistics, user, valuesOf(task, user, folder, all));
}

export const mailboxFolderStatisticsVerbs: NounVerbs = {
  Get: {
    taskClass: "Tasks.GetMailboxFolderStatistics",
    emulated: ["Identity", "Archive", "FolderScope", "IncludeAnalysis", "IncludeOldestAndNewestItems"],
    // The mailboxes of the audit log are found without it.
    accepted: ["AuditLog"],
    defaultParameterSet: "Identity",
    process: show,
  },
};
