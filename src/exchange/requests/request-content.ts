import { findNode } from "../../cmdlets/management/paths.js";
import { type DirectoryObject, getProperty, isReference, type PropertyValue, reference } from "../../topology/index.js";
import { toItems } from "../../values/enumeration.js";
import { toText } from "../../values/text.js";
import { type Folder, foldersOf, isRecoverable } from "../mailboxes/mailbox-content.js";
import { message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { addressesIn } from "../recipients/addresses.js";
import { mailbox } from "../recipients/mailbox.js";
import { hasMailbox } from "../recipients/recipient-types.js";
import { schema } from "../schema.js";
import { filtered } from "./content-filter.js";
import { foldersIn, type RequestKind } from "./mailbox-request-state.js";

/** What a request for a mailbox copies, by the parameters of New. */

const permanent = "Microsoft.Exchange.MailboxReplicationService.RemotePermanentException";
const recipientTask = "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException";
const messages = {
  notUnc: message({
    text: (path: string) => `The path "${path}" isn't a UNC path. Write it as \\\\server\\share\\file.pst.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (facts/nouns.json), the text is not known",
  }),
  otherOwner: message({
    text: (source: string, target: string) =>
      `The LegacyExchangeDN of the source mailbox, "${source}", isn't that of the target mailbox, "${target}", or one of its X500 addresses. To restore it anyway, use the AllowLegacyDNMismatch parameter.`,
    exception: permanent,
    category: "NotSpecified",
    certainty: "unknown",
    evidence: "the rule is documented (New-MailboxRestoreRequest -AllowLegacyDNMismatch), the text is not known",
  }),
  noFile: message({
    text: (path: string) => `Unable to open PST file '${path}'. Error details: Could not find file '${path}'.`,
    exception: permanent,
    category: "NotSpecified",
    certainty: "memory",
    evidence: "facts/nouns.json, New-MailboxExportRequest: as for a share that can't be opened",
  }),
  denied: message({
    text: (path: string) => `Unable to open PST file '${path}'. Error details: Access to the path '${path}' is denied.`,
    exception: permanent,
    category: "NotSpecified",
    certainty: "memory",
    evidence: "facts/nouns.json, New-MailboxExportRequest",
  }),
  noArchive: message({
    text: (user: string) => `The mailbox "${user}" has no archive.`,
    exception: recipientTask,
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

export function userIn(task: Task, parameter: string): DirectoryObject {
  return task.resolve(parameter, mailbox.identity, (identity) => task.notFound(identity));
}

/** `Inbox`, `#Inbox#` (a well-known folder in any language), `Inbox/*`: whether one of the patterns means a folder. */
function named(task: Task, parameter: string, folder: Folder): boolean {
  const path = folder.path.slice(1).toLowerCase();
  return toItems(task.value(parameter)).some((item) => {
    const pattern = toText(task.cmdlet.context, item)
      .replace(/^[\\/]/, "")
      .toLowerCase()
      .replaceAll("\\", "/");
    const root = pattern.replace(/\/\*$/, "");
    if (root === `#${folder.type.toLowerCase()}#`) return true;
    return path === root || (pattern.endsWith("/*") && path.startsWith(`${root}/`));
  });
}

/** What -IncludeFolders, -ExcludeFolders and -ExcludeDumpster leave of the folders. */
function chosen(task: Task, folders: readonly Folder[]): readonly Folder[] {
  return folders.filter((folder) => {
    if (folder.items === 0 || (task.isOn("ExcludeDumpster") && isRecoverable(folder))) return false;
    if (task.has("IncludeFolders") && !named(task, "IncludeFolders", folder)) return false;
    return !(task.has("ExcludeFolders") && named(task, "ExcludeFolders", folder));
  });
}

export function filePath(task: Task): string {
  const path = task.text("FilePath") ?? "";
  if (!/^\\\\[^\\]+\\[^\\]+\\.+/.test(path)) throw task.failure(messages.notUnc, [path]);
  return path;
}

function archiveChecked(task: Task, user: DirectoryObject, parameter: string): boolean {
  const isType = parameter === "TargetIsArchive" && task.text("TargetType") === "Archive";
  if (!task.isOn(parameter) && !isType) return false;
  if (!isReference(getProperty(schema, user, "ArchiveDatabase"))) throw task.failure(messages.noArchive, [user.name]);
  return true;
}

/** What lies below -SourceRootFolder, as if that were the top; all of it where none is given. */
function rooted(task: Task, folders: readonly Folder[]): readonly Folder[] {
  const given = task.text("SourceRootFolder");
  if (given === null) return folders;
  const root = `/${given.replaceAll("\\", "/").replace(/^\/|\/$/g, "")}`.toLowerCase();
  return folders.flatMap((folder) => {
    const path = folder.path.toLowerCase();
    if (path === root) return [{ ...folder, path: folder.path.slice(folder.path.lastIndexOf("/")) }];
    return path.startsWith(`${root}/`) ? [{ ...folder, path: folder.path.slice(root.length) }] : [];
  });
}

/** Below -TargetRootFolder, where one is given. */
function moved(task: Task, folders: readonly Folder[]): readonly Folder[] {
  const root = task.text("TargetRootFolder");
  if (root === null) return folders;
  const top = `/${root.replaceAll("\\", "/").replace(/^\/|\/$/g, "")}`;
  return folders.map((folder) => ({ ...folder, path: `${top}${folder.path}` }));
}

const legacyNameOf = (object: DirectoryObject): string => String(getProperty(schema, object, "LegacyExchangeDN") ?? "");

/** Whether a mailbox was a user's: it has his name, or he keeps the name as an X500 address. */
function isKnownTo(user: DirectoryObject, legacyName: string): boolean {
  const wanted = legacyName.toLowerCase();
  return [legacyNameOf(user), ...addressesIn(user).map((address) => address.replace(/^x500:/i, ""))].some(
    (name) => name.toLowerCase() === wanted,
  );
}

/** The folders that a request copies, and the mailbox that it is about. */
export function contentFor(
  task: Task,
  kind: RequestKind,
): { readonly user: DirectoryObject; readonly folders: readonly Folder[] } {
  if (kind === "MailboxExportRequest") {
    const user = userIn(task, "Mailbox");
    const path = filePath(task);
    // Windows denies to open a folder as a file.
    if (findNode(task.cmdlet, path)?.node.kind === "directory") throw task.failure(messages.denied, [path]);
    // An archive begins empty, and nothing here puts anything into it.
    const folders = archiveChecked(task, user, "IsArchive") ? [] : filtered(task, user, foldersOf(user));
    return { user, folders: moved(task, chosen(task, rooted(task, folders))) };
  }
  if (kind === "MailboxImportRequest") {
    const user = userIn(task, "Mailbox");
    const path = filePath(task);
    const node = findNode(task.cmdlet, path)?.node;
    if (node?.kind !== "file") throw task.failure(messages.noFile, [path]);
    archiveChecked(task, user, "IsArchive");
    return { user, folders: moved(task, chosen(task, rooted(task, foldersIn(node.text)))) };
  }
  const user = userIn(task, "TargetMailbox");
  const source = restored(task);
  archiveChecked(task, user, "TargetIsArchive");
  if (!task.has("SourceMailbox") && !task.isOn("AllowLegacyDNMismatch") && !isKnownTo(user, legacyNameOf(source)))
    throw task.failure(messages.otherOwner, [legacyNameOf(source), legacyNameOf(user)]);
  const folders = archiveChecked(task, source, "SourceIsArchive") ? [] : foldersOf(source);
  return { user, folders: moved(task, chosen(task, rooted(task, folders))) };
}

/** The mailbox that a restore has its items from: a lost one, or one that somebody has. */
function restored(task: Task): DirectoryObject {
  if (task.has("SourceMailbox")) return userIn(task, "SourceMailbox");
  return task.resolve(
    "SourceStoreMailbox",
    {
      classes: ["DisconnectedMailbox", "User"],
      where: (object) => object.class !== "User" || hasMailbox(object),
      properties: ["DisplayName", "ExchangeGuid"],
    },
    (identity) => task.notFound(identity),
  );
}

/** Where a restore has its items from. */
export function sourceDatabase(task: Task, kind: RequestKind): Record<string, PropertyValue> {
  if (kind !== "MailboxRestoreRequest" || !task.has("SourceDatabase")) return {};
  const database = task.resolve("SourceDatabase", { classes: ["MailboxDatabase"] }, (identity) =>
    task.targetNotFound(identity, { classes: ["MailboxDatabase"] }),
  );
  return { SourceDatabase: reference(database.guid) };
}

/** What becomes of items that are there already, and of those that a folder hides. */
export function copyOptions(task: Task): Record<string, PropertyValue> {
  const names = ["ConflictResolutionOption", "AssociatedMessagesCopyOption", "SourceRootFolder", "TargetRootFolder"];
  const given = names.flatMap((name) => (task.text(name) === null ? [] : [[name, task.text(name)] as const]));
  const lists = ["IncludeFolders", "ExcludeFolders"].flatMap((name) =>
    task.has(name) ? [[name, toItems(task.value(name)).map((item) => toText(task.cmdlet.context, item))] as const] : [],
  );
  return { ...Object.fromEntries([...given, ...lists]), ExcludeDumpster: task.isOn("ExcludeDumpster") };
}
