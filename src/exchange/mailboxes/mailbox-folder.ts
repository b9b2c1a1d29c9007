import { type DirectoryObject, getObject } from "../../topology/index.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { resultSize, warnOfMore } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { mailbox } from "../recipients/mailbox.js";
import { ADObjectId, writtenId } from "../types/ad-object-id.js";
import { ByteQuantifiedSize, byteQuantifiedSizeName } from "../types/byte-quantified-size.js";
import { shownPath } from "./folder-names.js";
import { changeFolder, type Folder, foldersOf, isRecoverable } from "./mailbox-content.js";
import { folderNamed, topFolder } from "./named-folder.js";

const typeName = "Microsoft.Exchange.Data.Storage.Management.MailboxFolder";

/** A folder of a mailbox as its owner sees it. List and view from memory. */
export const mailboxFolder = defineNoun({
  noun: "MailboxFolder",
  tasks: "StoreTasks",
  identity: mailbox.identity,
  typeNames: [
    typeName,
    "Microsoft.Exchange.Data.Storage.Management.XsoMailboxConfigurationObject",
    "Microsoft.Exchange.Data.ConfigurableObject",
  ],
  properties: () => [
    computed("Name", "string", live("Name")),
    computed("Identity", "Microsoft.Exchange.Data.ObjectId", live("Identity")),
    computed("ParentFolder", "Microsoft.Exchange.Data.ObjectId", live("ParentFolder")),
    computed("FolderSize", byteQuantifiedSizeName, live("FolderSize")),
    computed("HasSubfolders", "bool", live("HasSubfolders")),
    computed("FolderClass", "string", live("FolderClass")),
    computed("FolderPath", "string", live("FolderPath")),
    computed("DefaultFolderType", "string", live("DefaultFolderType")),
    computed(
      "MailboxOwnerId",
      "Microsoft.Exchange.Data.Directory.ADObjectId",
      ({ topology, object }) => new ADObjectId(topology, object, "canonical"),
    ),
    fixed("IsValid", "bool", () => true),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "FolderPath" }, { property: "HasSubfolders" }],
    },
  ],
});

const messages = {
  taken: message({
    text: (name: string, parent: string) => `The folder "${name}" already exists in "${parent}".`,
    exception: "Microsoft.Exchange.Data.Storage.ObjectExistedException",
    category: "WriteError",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const making = sentence({
  text: (name: string, parent: string) => `Creating mailbox folder "${name}" in "${parent}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

/** What items a folder is for (documented: the classes of Outlook). */
const classes: Readonly<Record<string, string>> = {
  Calendar: "IPF.Appointment",
  Contacts: "IPF.Contact",
  Tasks: "IPF.Task",
  Notes: "IPF.StickyNote",
  Journal: "IPF.Journal",
};
const classOf = ({ type }: Folder): string => classes[type] ?? "IPF.Note";

const parentOf = ({ path }: Folder): string => {
  const slash = path.lastIndexOf("/");
  return slash > 0 ? path.slice(0, slash) : topFolder;
};

/** The folders right below one. */
function childrenOf(user: DirectoryObject, folder: Folder): readonly Folder[] {
  return foldersOf(user).filter(
    (each) =>
      each.path !== topFolder && !isRecoverable(each) && parentOf(each).toLowerCase() === folder.path.toLowerCase(),
  );
}

const below = (user: DirectoryObject, folder: Folder): readonly Folder[] =>
  childrenOf(user, folder).flatMap((child) => [child, ...below(user, child)]);

/** `anna:\Inbox\Projects`; the top of a mailbox is `anna:\`. */
const identityOf = (user: DirectoryObject, path: string) =>
  writtenId(`${user.name}:\\${path === topFolder ? "" : shownPath(user, path).slice(1).replaceAll("/", "\\")}`);

function write(task: Task, user: DirectoryObject, folder: Folder): void {
  const isTop = folder.path === topFolder;
  const path = shownPath(user, folder.path);
  writeRow(task, mailboxFolder, user, {
    Name: path.slice(path.lastIndexOf("/") + 1),
    Identity: identityOf(user, folder.path),
    ParentFolder: isTop ? null : identityOf(user, parentOf(folder)),
    FolderSize: new ByteQuantifiedSize(folder.size),
    HasSubfolders: childrenOf(user, folder).length > 0,
    FolderClass: classOf(folder),
    FolderPath: isTop ? "\\" : path.replaceAll("/", "\\"),
    DefaultFolderType: isTop ? "Root" : folder.type === "User Created" ? "None" : folder.type,
  });
}

const typed = (task: Task, parameter: string): string => {
  const value = task.value(parameter);
  return value instanceof IdParameter ? value.text : "";
};

function show(task: Task): void {
  const { user, folder } = folderNamed(task, typed(task, "Identity"));
  const found = task.isOn("Recurse")
    ? [folder, ...below(user, folder)]
    : task.isOn("GetChildren")
      ? childrenOf(user, folder)
      : [folder];
  const shown = task.isOn("MailFolderOnly") ? found.filter((each) => classOf(each) === "IPF.Note") : found;
  const limit = resultSize(task);
  for (const [index, each] of shown.entries()) {
    if (index >= limit) {
      warnOfMore(task);
      return;
    }
    write(task, user, each);
  }
}

function make(task: Task): void {
  const { user, folder } = folderNamed(task, typed(task, "Parent"));
  const name = task.text("Name") ?? "";
  const path = folder.path === topFolder ? `/${name}` : `${folder.path}/${name}`;
  if (foldersOf(user).some((each) => each.path.toLowerCase() === path.toLowerCase()))
    throw task.failure(messages.taken, [name, typed(task, "Parent")]);
  task.requireWrite(user);
  if (!task.shouldProcess(making.text(name, typed(task, "Parent")))) return;
  task.commit(changeFolder(task.topology, user, path, 0, 0n));
  const after = getObject(task.topology, user.guid) ?? user;
  const made = foldersOf(after).find((each) => each.path === path);
  if (made !== undefined) write(task, after, made);
}

export const mailboxFolderVerbs: NounVerbs = {
  Get: {
    taskClass: "StoreTasks.GetMailboxFolder",
    emulated: ["Identity", "GetChildren", "Recurse", "MailFolderOnly", "ResultSize"],
    accepted: [],
    defaultParameterSet: "Identity",
    process: show,
  },
  New: { taskClass: "StoreTasks.NewMailboxFolder", emulated: ["Name", "Parent"], accepted: [], process: make },
};
