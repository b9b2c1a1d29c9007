import {
  type DirectoryObject,
  getObject,
  getProperty,
  isList,
  type NewObject,
  type ObjectChange,
  type PropertyValue,
  parseGuid,
  reference,
} from "../../topology/index.js";
import { UInt64 } from "../../values/numbers.js";
import { CultureInfo } from "../../values/types/culture-info.js";
import { exchangeMessages, message, sentence } from "../noun/exchange-errors.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs, taskClassOf } from "../noun/noun.js";
import { usualSentence } from "../noun/sentences.js";
import { type Setter, setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { change, remove } from "../noun/write.js";
import { bool, computed, fixed, links, property, schedule } from "../properties/property.js";
import { nullable, quotaKind, spanKind, textual } from "../properties/scalar-kinds.js";
import { isPublicFolderMailbox } from "../recipients/mailbox-rows-2013.js";
import { schema } from "../schema.js";
import { Unlimited } from "../types/unlimited.js";
import { contentRows, folderRows, lostAndMailRows } from "./folder-rows-2013.js";
import {
  answeringStore,
  contentMailboxOf,
  entryId,
  folderAt,
  folderClass,
  folderOf,
  folderPath,
  mailFolderClass,
  mailObjectOf,
  noMailObject,
  parentPath,
  setupFolders,
  subfolders,
  systemRoot,
  visibleRoot,
  withSubfolders,
} from "./hierarchy.js";

const typeName = "Microsoft.Exchange.Data.Mapi.PublicFolder";
const idType = "Microsoft.Exchange.Data.Mapi.PublicFolderId";

const localeKind = {
  ...textual("culture", "System.Globalization.CultureInfo", (stored) => String(stored)),
  parameterType: "cultureinfo",
  take: (given: unknown): PropertyValue => (given instanceof CultureInfo ? given.name : null),
};

const age = (name: string) => property(name, nullable(spanKind));
/** A limit of the folder's own; without one it shows nothing. */
const limit = (name: string) => property(name, quotaKind);

/** Which settings of its own a folder has as long as the database's do not count. */
const defaults: readonly (readonly [flag: string, settings: readonly string[]])[] = [
  ["UseDatabaseAgeDefaults", ["AgeLimit"]],
  ["UseDatabaseQuotaDefaults", ["IssueWarningQuota", "ProhibitPostQuota", "MaxItemSize"]],
  ["UseDatabaseReplicationSchedule", ["ReplicationSchedule"]],
  ["UseDatabaseRetentionDefaults", ["RetainDeletedItemsFor"]],
];
const flag = (name: string) => bool(name, { default: true, until: "2010" });

/** A public folder. Names and order of the list: facts/nouns.json, Get-PublicFolder (from memory). */
export const publicFolder = defineNoun({
  noun: "PublicFolder",
  called: "public folder",
  class: {
    name: folderClass,
    objectClass: ["top", "container"],
    objectCategory: "Container",
    container: { below: "administrativeGroup", path: ["CN=Folder Hierarchies", "CN=Public Folders"] },
    properties: {
      /** Records `item`: what lies in the folder. */
      Items: { holds: "record", many: true },
      /** The public folder mailbox that holds them, since Exchange 2013. */
      ContentMailbox: { holds: "reference" },
      /** The GUID of its mail object, where that does not say itself of which folder it is; `none`. */
      MailObject: { holds: "string" },
    },
  },
  setup: setupFolders,
  tasks: "MapiTasks",
  typeNames: [typeName, "Microsoft.Exchange.Data.Mapi.MapiObject", "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    age("AgeLimit"),
    ...contentRows(),
    computed("EntryId", "string", ({ object }) => entryId(object)),
    { ...property("EformsLocaleId", localeKind), certainty: "memory" },
    ...folderRows(),
    computed("HasSubFolders", "bool", ({ topology, object }) => subfolders(topology, object).length > 0),
    bool("HiddenFromAddressListsEnabled", { default: false, until: "2010" }),
    limit("IssueWarningQuota"),
    { ...age("LocalReplicaAgeLimit"), until: "2010" },
    computed("MailEnabled", "bool", ({ topology, object }) => mailObjectOf(topology, object) !== null),
    ...lostAndMailRows(),
    limit("MaxItemSize"),
    computed("Name", "string", ({ object }) => object.name),
    computed("ParentPath", "string", ({ topology, object }) => parentPath(topology, object)),
    bool("PerUserReadStateEnabled", { default: true }),
    limit("ProhibitPostQuota"),
    links("Replicas", "PublicFolderDatabase", { until: "2010" }),
    schedule("ReplicationSchedule", { until: "2010" }),
    age("RetainDeletedItemsFor"),
    flag("UseDatabaseAgeDefaults"),
    flag("UseDatabaseQuotaDefaults"),
    flag("UseDatabaseReplicationSchedule"),
    flag("UseDatabaseRetentionDefaults"),
    fixed("FolderType", "string", () => ""),
    fixed("HasRules", "bool", () => false),
    fixed("HasModerator", "bool", () => false),
    fixed("IsValid", "bool", () => true),
    computed("OriginatingServer", "string", ({ session }) => session.fqdn),
    computed("MapiIdentity", idType, ({ topology, object }) => folderPath(topology, object)),
    computed("Identity", idType, ({ topology, object }) => folderPath(topology, object)),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { label: "Parent Path", property: "ParentPath" }],
    },
  ],
  displayIdentity: ({ topology, object }) => folderPath(topology, object),
});

const mapi = "Microsoft.Exchange.Data.Mapi";
const messages = {
  exists: message({
    text: (path: string) => `The public folder "${path}" already exists.`,
    exception: `${mapi}.Common.MapiObjectAlreadyExistsException`,
    category: "NotSpecified",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  hasSubfolders: message({
    text: (path: string) =>
      `The public folder "${path}" has subfolders. Use the Recurse parameter to remove them, too.`,
    exception: `${mapi}.Common.MapiPartialCompletionException`,
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
  isRoot: message({
    text: (path: string) => `The public folder "${path}" belongs to the hierarchy and can't be removed or renamed.`,
    exception: `${mapi}.Common.MapiOperationException`,
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  badName: message({
    text: (name: string) => `"${name}" is no name for a public folder: it can't be empty or contain a backslash.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const removing = sentence({
  text: (path: string) => `Removing public folder "${path}".`,
  certainty: "memory",
  evidence: "facts/nouns.json, Get-PublicFolder",
});

/** How many folders come without -ResultSize (documented). */
const usualResults = 10_000;

function resultLimit(task: Task): number {
  const size = task.value("ResultSize");
  if (!(size instanceof Unlimited)) return usualResults;
  return size.value instanceof UInt64 ? Number(size.value.value) : Number.POSITIVE_INFINITY;
}

function show(task: Task): void {
  const folder = folderOf(task);
  const { topology } = task;
  const resident = task.isOn("ResidentFolders") ? answeringStore(task, "\\") : null;
  const isWanted = (each: DirectoryObject): boolean =>
    resident === null || contentMailboxOf(topology, each)?.guid === resident.guid;
  // Nothing is ever lost here.
  if (task.isOn("LostAndFound")) return;
  const found = task.isOn("Recurse")
    ? withSubfolders(topology, folder)
    : task.isOn("GetChildren")
      ? subfolders(topology, folder)
      : [folder];
  const limit = resultLimit(task);
  let count = 0;
  for (const each of found) {
    if (!isWanted(each)) continue;
    if (count === limit) {
      task.cmdlet.writeWarning(moreResults.text());
      return;
    }
    count++;
    task.cmdlet.writeObject(publicFolder.present(task.source(each)));
  }
}
const moreResults = sentence({
  text: () =>
    "There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter.",
  certainty: "captured",
  evidence: "facts/nouns.json, general rules",
});

function checkName(task: Task, name: string): void {
  if (name === "" || name.includes("\\")) throw task.failure(messages.badName, [name]);
}

/** A new folder has the replicas and permissions of the one above it; right below the root, one in the database that answers. */
function make(task: Task): NewObject {
  const name = task.text("Name") ?? "";
  checkName(task, name);
  const parent = folderOf(task, "Path");
  const store = answeringStore(task, name);
  const above = folderPath(task.topology, parent);
  const path = `${above === "\\" ? "" : above}\\${name}`;
  if (folderAt(task.topology, path) !== null) throw task.failure(messages.exists, [path]);
  const replicas = getProperty(schema, parent, "Replicas");
  const permissions = getProperty(schema, parent, "ClientPermissions");
  return {
    class: folderClass,
    name,
    parent: parent.guid,
    properties:
      store.class === "User"
        ? { ContentMailbox: reference(store.guid), ClientPermissions: permissions }
        : {
            Replicas: isList(replicas) && replicas.length > 0 ? replicas : [reference(store.guid)],
            ClientPermissions: permissions,
          },
  };
}

const isSystem = (folder: DirectoryObject): boolean => [visibleRoot, systemRoot].includes(folder.name.toUpperCase());

function checkNotRoot(task: Task, folder: DirectoryObject): void {
  const path = folderPath(task.topology, folder);
  if (isSystem(folder) && ["\\", `\\${systemRoot}`].includes(path)) throw task.failure(messages.isRoot, [path]);
}

/** A setting of its own puts the database's out of force; to use the database's again takes its own away. */
function complete(task: Task, _folder: DirectoryObject, given: ObjectChange): ObjectChange {
  const properties: Record<string, PropertyValue> = { ...given.properties };
  for (const [name, settings] of defaults) {
    if (properties[name] === true) for (const setting of settings) properties[setting] = null;
    else if (!task.has(name) && settings.some((setting) => task.has(setting) && properties[setting] !== null))
      properties[name] = false;
  }
  return { ...given, properties };
}

/** -OverrideContentMailbox: another mailbox has the content from now on. */
const contentElsewhere: Setter = (task) => {
  const mailbox = task.resolve(
    "OverrideContentMailbox",
    { classes: ["User"], where: isPublicFolderMailbox },
    (identity) => task.parameterNotFound(identity),
  );
  return { properties: { ContentMailbox: reference(mailbox.guid) } };
};

/** -Path: the folder goes below another one. */
const below: Setter = (task) => ({ parent: folderOf(task, "Path").guid });

/**
 * -MailEnabled and -MailRecipientGuid: whether the folder has a mail object, and which; the objects are made by
 * Enable-MailPublicFolder, or are there already in a migration.
 */
const mailEnabledSetter: Setter = (task, value) =>
  value === true
    ? task.has("MailRecipientGuid")
      ? {}
      : { properties: { MailObject: null } }
    : { properties: { MailObject: noMailObject } };
const mailObjectSetter: Setter = (task) => {
  const guid = parseGuid(task.text("MailRecipientGuid") ?? "") ?? "";
  if (getObject(task.topology, guid)?.class !== mailFolderClass) throw task.parameterNotFound(guid);
  return { properties: { MailObject: guid } };
};

function removeFolder(task: Task): void {
  const folder = folderOf(task);
  checkNotRoot(task, folder);
  const path = folderPath(task.topology, folder);
  if (subfolders(task.topology, folder).length > 0 && !task.isOn("Recurse"))
    throw task.failure(messages.hasSubfolders, [path]);
  task.requireWrite(folder);
  if (!task.shouldProcess(removing.text(path))) return;
  for (const each of [...withSubfolders(task.topology, folder)]) {
    const mail = mailObjectOf(task.topology, each);
    if (mail !== null) remove(task, mail);
  }
  remove(task, folder);
}

const updating = usualSentence(publicFolder, "Update");

/** Update-PublicFolder: the database of a server is to catch up; here all databases have what is in a folder. */
function update(task: Task): void {
  const folder = folderOf(task);
  const database = answeringStore(task, folder.name);
  const replicas = getProperty(schema, folder, "Replicas");
  const has =
    isList(replicas) &&
    replicas.some((each) => typeof each === "object" && each !== null && "guid" in each && each.guid === database.guid);
  if (!has) throw task.failure(exchangeMessages.parameterObjectNotFound, [database.name]);
  task.shouldProcess(updating.text(folderPath(task.topology, folder)));
}

export const publicFolderVerbs: NounVerbs = {
  Get: {
    taskClass: taskClassOf(publicFolder, "Get"),
    emulated: [
      ...["Identity", "Recurse", "GetChildren", "ResultSize", "Server", "Mailbox", "ResidentFolders", "LostAndFound"],
    ],
    // There is one organization.
    accepted: ["Organization"],
    defaultParameterSet: "Identity",
    process: show,
  },
  New: newVerb(publicFolder, { emulated: ["Path", "Server", "Mailbox"], make }),
  Set: setVerb(publicFolder, {
    emulated: ["Identity", "Server"],
    accepted: ["Force"],
    setters: {
      OverrideContentMailbox: contentElsewhere,
      Path: below,
      MailRecipientGuid: mailObjectSetter,
      MailEnabled: mailEnabledSetter,
    },
    find: (task) => folderOf(task),
    complete,
    check: (task, folder, { name }) => {
      if (name === undefined) return;
      checkNotRoot(task, folder);
      checkName(task, name);
    },
    after: (task, folder) => {
      const mail = mailObjectOf(task.topology, folder);
      const hidden = getProperty(schema, folder, "HiddenFromAddressListsEnabled");
      if (mail !== null && task.has("HiddenFromAddressListsEnabled"))
        change(task, mail, { properties: { HiddenFromAddressListsEnabled: hidden } });
    },
  }),
  Remove: {
    taskClass: taskClassOf(publicFolder, "Remove"),
    emulated: ["Identity", "Recurse", "Server"],
    accepted: [],
    confirms: true,
    process: removeFolder,
  },
  Update: {
    taskClass: taskClassOf(publicFolder, "Update"),
    emulated: ["Identity", "Server"],
    accepted: [],
    process: update,
  },
};
