import {
  type DirectoryObject,
  getObject,
  getProperty,
  isList,
  isRecord,
  type PropertyValue,
  updateObject,
} from "../../topology/index.js";
import { toItems } from "../../values/enumeration.js";
import { netText } from "../../values/text.js";
import { shownPath } from "../mailboxes/folder-names.js";
import type { Folder } from "../mailboxes/mailbox-content.js";
import { folderNamed } from "../mailboxes/named-folder.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { defineNoun, type Noun, type NounVerbs } from "../noun/noun.js";
import { live, multiValued } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { writeFailure } from "../noun/write-failure.js";
import { computed, fixed } from "../properties/property.js";
import { mailbox } from "../recipients/mailbox.js";
import { anyPrincipal } from "../recipients/recipient-types.js";
import { declareInDirectory, schema } from "../schema.js";
import { writtenId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { writeRow } from "./permission-rows.js";

const tasks = "Microsoft.Exchange.Management.StoreTasks";
const typeName = `${tasks}.MailboxFolderPermission`;

/** Single rights, and roles that are several of them (documented: Add-MailboxFolderPermission). */
const rights = enumeration(`${tasks}.MailboxFolderAccessRight`, [
  "None",
  "Owner",
  "PublishingEditor",
  "Editor",
  "PublishingAuthor",
  "Author",
  "NonEditingAuthor",
  "Reviewer",
  "Contributor",
  "AvailabilityOnly",
  "LimitedDetails",
  "ReadItems",
  "CreateItems",
  "EditOwnedItems",
  "DeleteOwnedItems",
  "EditAllItems",
  "DeleteAllItems",
  "CreateSubfolders",
  "FolderOwner",
  "FolderContact",
  "FolderVisible",
]);

const attribute = "FolderPermissions";
declareInDirectory({
  noun: "the permissions of folders",
  extension: { name: "User", properties: { [attribute]: { holds: "record", many: true } } },
});

/**
 * The views of permissions on folders: since 2016 with what delegates have (facts: get-mailboxfolderpermission.1,
 * add-publicfolderclientpermission.1).
 */
export function folderPermissionViews(name: string): Noun["views"] {
  const columns = [
    { property: "FolderName", width: 20 },
    { property: "User", width: 20 },
    { property: "AccessRights" },
  ];
  const view = { kind: "table", name, typeNames: [name] } as const;
  return [
    { ...view, columns, until: "2013" },
    { ...view, columns: [...columns, { property: "SharingPermissionFlags" }], since: "2016" },
  ];
}

/** Who may do what in a folder. Order of the list from memory; view captured (facts: get-mailboxfolderpermission.1). */
export const mailboxFolderPermission = defineNoun({
  noun: "MailboxFolderPermission",
  tasks: "StoreTasks",
  identity: mailbox.identity,
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("FolderName", "string", live("FolderName")),
    computed("User", `${tasks}.MailboxFolderUserId`, live("User")),
    computed("AccessRights", `System.Collections.ObjectModel.Collection[${rights.fullName}]`, live("AccessRights")),
    fixed("SharingPermissionFlags", "string", () => null, { since: "2016", certainty: "captured" }),
    computed("Identity", "Microsoft.Exchange.Data.ObjectId", live("Identity")),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", "string", () => "New", { since: "2013" }),
  ],
  views: folderPermissionViews(typeName),
});

const messages = {
  noUser: message({
    text: (user: string) => `The user "${user}" is either not valid SMTP address, or there is no matching information.`,
    exception: `${tasks}.InvalidExternalUserIdException`,
    category: "NotSpecified",
    certainty: "memory",
    evidence: "remembered",
  }),
  present: message({
    text: (user: string) => `An existing permission entry was found for user: ${user}.`,
    exception: `${tasks}.UserAlreadyExistsInPermissionEntryException`,
    category: "NotSpecified",
    certainty: "memory",
    evidence: "remembered",
  }),
  absent: message({
    text: (user: string) => `There is no existing permission entry found for user: ${user}.`,
    exception: `${tasks}.UserNotFoundInPermissionEntryException`,
    category: "NotSpecified",
    certainty: "memory",
    evidence: "remembered",
  }),
} as const;

const ours = { certainty: "unknown", evidence: "our wording: no capture of the question is known" } as const;
const sentences = {
  Add: sentence({
    text: (folder: string, user: string) => `Adding permission of "${user}" on folder "${folder}".`,
    ...ours,
  }),
  Set: sentence({
    text: (folder: string, user: string) => `Setting permission of "${user}" on folder "${folder}".`,
    ...ours,
  }),
  Remove: sentence({
    text: (folder: string, user: string) => `Removing permission of "${user}" on folder "${folder}".`,
    ...ours,
  }),
} as const;

/** Who is not named, and who has not signed in: every folder has an entry for each of them. */
const everybody = ["Default", "Anonymous"] as const;

interface Entry {
  readonly folder: string;
  /** GUID of somebody, or one of {@link everybody}. */
  readonly user: string;
  readonly rights: readonly string[];
}

function entriesOf(user: DirectoryObject): readonly Entry[] {
  const stored = getProperty(schema, user, attribute);
  return (isList(stored) ? stored : []).flatMap((each) => {
    if (!isRecord(each)) return [];
    const names = each.rights;
    return [
      { folder: String(each.folder), user: String(each.user), rights: Array.isArray(names) ? names.map(String) : [] },
    ];
  });
}

/** What others see of a calendar from the beginning is whether there is time. */
const usual = (folder: Folder, user: string): Entry => ({
  folder: folder.path,
  user,
  rights: [user === "Default" && folder.type === "Calendar" ? "AvailabilityOnly" : "None"],
});

/** The entries of a folder, those for everybody first. */
function entriesIn(user: DirectoryObject, folder: Folder): readonly Entry[] {
  const own = entriesOf(user).filter((entry) => entry.folder.toLowerCase() === folder.path.toLowerCase());
  const shared = everybody.map((name) => own.find((entry) => entry.user === name) ?? usual(folder, name));
  return [...shared, ...own.filter((entry) => !everybody.some((name) => name === entry.user))];
}

/** `anna:\\Calendar\\Work`. */
function folderGiven(task: Task): readonly [DirectoryObject, Folder] {
  const { user, folder } = folderNamed(task, task.text("Identity") ?? "");
  return [user, folder];
}

/** Whom -User means. */
function userGiven(task: Task): string {
  const text = task.text("User") ?? "";
  const shared = everybody.find((name) => name.toLowerCase() === text.toLowerCase());
  if (shared !== undefined) return shared;
  return task.single(task.find(text, anyPrincipal), text, () => task.failure(messages.noUser, [text])).guid;
}

function nameOf(task: Task, user: string): string {
  const object = getObject(task.topology, user);
  if (object === null) return user;
  const display = getProperty(schema, object, "DisplayName");
  return typeof display === "string" && display !== "" ? display : object.name;
}

function write(task: Task, user: DirectoryObject, folder: Folder, entry: Entry): void {
  writeRow(task, mailboxFolderPermission, user, {
    FolderName: shownPath(user, folder.path).split("/").at(-1) ?? "",
    User: nameOf(task, entry.user),
    AccessRights: multiValued(entry.rights.map(rights), rights.fullName),
    Identity: writtenId(nameOf(task, entry.user)),
  });
}

function show(task: Task): void {
  const [user, folder] = folderGiven(task);
  const wanted = task.has("User") ? userGiven(task) : null;
  const shown = entriesIn(user, folder).filter((entry) => wanted === null || entry.user === wanted);
  if (wanted !== null && shown.length === 0) throw task.failure(messages.absent, [nameOf(task, wanted)]);
  for (const entry of shown) write(task, user, folder, entry);
}

function store(task: Task, user: DirectoryObject, gone: Entry, added: Entry | null): void {
  const isSame = (entry: Entry): boolean =>
    entry.user === gone.user && entry.folder.toLowerCase() === gone.folder.toLowerCase();
  const entries = [...entriesOf(user).filter((entry) => !isSame(entry)), ...(added === null ? [] : [added])];
  const kept: readonly PropertyValue[] = entries.map((entry) => ({
    kind: "folderPermission",
    ...entry,
    rights: [...entry.rights],
  }));
  const result = updateObject(schema, task.topology, user.guid, { properties: { [attribute]: kept } });
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
}

function change(verb: "Add" | "Set" | "Remove") {
  return (task: Task): void => {
    const [user, folder] = folderGiven(task);
    const principal = userGiven(task);
    const name = nameOf(task, principal);
    const present = entriesIn(user, folder).find((entry) => entry.user === principal);
    if (verb === "Add" && present !== undefined) throw task.failure(messages.present, [name]);
    if (verb !== "Add" && present === undefined) throw task.failure(messages.absent, [name]);
    task.requireWrite(user);
    if (!task.shouldProcess(sentences[verb].text(task.text("Identity") ?? "", name))) return;
    const given = new Set(toItems(task.value("AccessRights")).map((each) => netText(task.cmdlet.context, each)));
    const entry: Entry = {
      folder: folder.path,
      user: principal,
      rights: rights.members.filter((each) => given.has(each)),
    };
    store(task, user, entry, verb === "Remove" ? null : entry);
    if (verb === "Add") write(task, user, folder, entry);
  };
}

/** -ResetDelegateUserCollection: the hidden lists of delegates are made anew; here they are never broken. */
function resetDelegates(task: Task): void {
  const [user] = folderGiven(task);
  task.requireWrite(user);
  task.shouldProcess(resetting.text(task.text("Identity") ?? ""));
}
const resetting = sentence({ text: (folder: string) => `Resetting the delegates of folder "${folder}".`, ...ours });

const taskClass = (verb: string): string => `StoreTasks.${verb}MailboxFolderPermission`;

export const mailboxFolderPermissionVerbs: NounVerbs = {
  Get: {
    taskClass: taskClass("Get"),
    emulated: ["Identity", "User"],
    // There are no mailboxes of groups outside the service.
    accepted: ["GroupMailbox"],
    process: show,
  },
  Add: {
    taskClass: taskClass("Add"),
    emulated: ["Identity", "User", "AccessRights"],
    accepted: [],
    process: change("Add"),
  },
  Set: {
    taskClass: taskClass("Set"),
    emulated: ["Identity", "User", "AccessRights"],
    accepted: [],
    process: change("Set"),
  },
  Remove: {
    taskClass: taskClass("Remove"),
    emulated: ["Identity", "User", "ResetDelegateUserCollection"],
    accepted: [],
    confirms: true,
    defaultParameterSet: "Identity",
    process: (task) => (task.isOn("ResetDelegateUserCollection") ? resetDelegates(task) : change("Remove")(task)),
  },
};
