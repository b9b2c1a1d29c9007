import {
  type DirectoryObject,
  getObject,
  getProperty,
  isList,
  isRecord,
  type PropertyValue,
} from "../../topology/index.js";
import { toItems } from "../../values/enumeration.js";
import { toText } from "../../values/text.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import { exchangeMessages, message, sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs, taskClassOf } from "../noun/noun.js";
import { live, multiValued } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { MultiValuedChange } from "../parameters/multi-valued-parameter.js";
import { folderRight, rightsIn, shownRights, union, without } from "../permissions/folder-rights.js";
import { folderPermissionViews } from "../permissions/mailbox-folder-permission.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { anyRecipient } from "../recipients/recipient-types.js";
import { declareInDirectory, schema } from "../schema.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { answeringStore, folderClass, folderOf, folderPath } from "./hierarchy.js";

const typeName = "Microsoft.Exchange.Management.MapiTasks.Presentation.PublicFolderClientPermissionEntry";

/** Who may do what in a folder: a recipient by its GUID, or `Default`, `Anonymous`. */
interface Entry {
  readonly user: string;
  readonly rights: readonly string[];
}

const attribute = "ClientPermissions";
declareInDirectory({
  noun: "the client permissions of public folders",
  extension: { name: folderClass, properties: { [attribute]: { holds: "record", many: true } } },
});

/** What a hierarchy begins with (documented; since 2013 who has not signed in may do nothing). */
const usual = (release: ExchangeRelease): readonly Entry[] => [
  { user: "Default", rights: rightsIn(["Author"]) ?? [] },
  { user: "Anonymous", rights: release === "2010" ? (rightsIn(["CreateItems"]) ?? []) : [] },
];
const wellKnown = ["Default", "Anonymous"];

function entriesOf(task: Task, folder: DirectoryObject): readonly Entry[] {
  const stored = getProperty(schema, folder, attribute);
  const entries = isList(stored) ? stored.flatMap(entryFrom) : [];
  return entries.length === 0 ? usual(task.info.release) : entries;
}

function entryFrom(value: PropertyValue): Entry[] {
  if (!isRecord(value) || value.kind !== "clientPermission") return [];
  const { user, rights } = value;
  return typeof user === "string" && Array.isArray(rights) ? [{ user, rights: rights.map(String) }] : [];
}

const asProperty = (entries: readonly Entry[]): PropertyValue =>
  entries.map(({ user, rights }) => ({ kind: "clientPermission", user, rights: [...rights] }));

/** Who may do what in a public folder. View and order from memory. */
export const publicFolderClientPermission = defineNoun({
  noun: "PublicFolderClientPermission",
  tasks: "MapiTasks",
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("FolderName", "string", ({ object }) => object.name, { since: "2013" }),
    computed(
      "Identity",
      "Microsoft.Exchange.Data.Mapi.PublicFolderId",
      ({ topology, object }) => folderPath(topology, object),
      { until: "2010" },
    ),
    computed("User", "Microsoft.Exchange.Management.MapiTasks.PublicFolderUser", live("User")),
    computed(
      "AccessRights",
      `Microsoft.Exchange.Data.MultiValuedProperty[${folderRight.fullName}]`,
      live("AccessRights"),
    ),
    fixed("SharingPermissionFlags", "string", () => null, { since: "2016", certainty: "captured" }),
    computed("Identity", "Microsoft.Exchange.Data.ObjectId", live("User"), { since: "2013" }),
    fixed("IsValid", "bool", () => true),
  ],
  views: [
    {
      until: "2010",
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Identity", width: 20 }, { property: "User", width: 20 }, { property: "AccessRights" }],
    },
    ...folderPermissionViews(typeName).flatMap((view) =>
      view.until === "2013" ? [{ ...view, since: "2013" as const }] : [view],
    ),
  ],
});

const noEntry = message({
  text: (user: string) => `There is no existing permission entry found for user: ${user}.`,
  exception: "Microsoft.Exchange.Management.StoreTasks.UserNotFoundInPermissionEntryException",
  category: "NotSpecified",
  hashes: { "Microsoft.Exchange.Management.StoreTasks.GetPublicFolderClientPermission": "91D3F338" },
  certainty: "captured",
  evidence: "facts/captures.jsonl, get-publicfolderclientpermission.1: seen of Exchange Online",
});
const adding = sentence({
  text: (user: string, path: string, rights: string) =>
    `Adding the access rights "${rights}" of user "${user}" to public folder "${path}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});
const removing = sentence({
  text: (user: string, path: string, rights: string) =>
    `Removing the access rights "${rights}" of user "${user}" from public folder "${path}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

/** The user that -User means, as entries keep it. */
function userOf(task: Task): string {
  const identity = task.value("User");
  const typed = identity instanceof IdParameter ? identity.text : (task.text("User") ?? "");
  const known = wellKnown.find((name) => name.toLowerCase() === typed.toLowerCase());
  if (known !== undefined) return known;
  return task.resolve("User", anyRecipient, (name) => task.failure(exchangeMessages.parameterObjectNotFound, [name]))
    .guid;
}

/** By the place in the domain; since 2013, as permissions in mailboxes, by the display name. */
function shownUser(task: Task, user: string): string {
  const object = getObject(task.topology, user);
  const display = object === null ? null : getProperty(schema, object, "DisplayName");
  if (task.info.release !== "2010" && object !== null)
    return typeof display === "string" && display !== "" ? display : object.name;
  return object === null ? user : new ADObjectId(task.topology, object, "canonical").toNetText();
}

/** In errors since 2013 by the name alone (the capture). */
function saidUser(task: Task, user: string): string {
  return task.info.release === "2010" ? shownUser(task, user) : (getObject(task.topology, user)?.name ?? user);
}

function rightsOf(task: Task): readonly string[] {
  const given = task.value("AccessRights");
  const texts =
    given instanceof MultiValuedChange
      ? (given.replacement ?? given.add)
      : toItems(given).map((item) => toText(task.cmdlet.context, item));
  const names = texts.flatMap((text) => text.split(","));
  const rights = rightsIn(names);
  if (rights === null)
    throw task.failure(exchangeMessages.badValue, [
      `"${names.join(", ")}" isn't a list of access rights. There are ${folderRight.members.join(", ")}.`,
    ]);
  return rights;
}

function write(task: Task, folder: DirectoryObject, { user, rights }: Entry): void {
  writeRow(task, publicFolderClientPermission, folder, {
    User: shownUser(task, user),
    AccessRights: multiValued(shownRights(rights).map(folderRight), folderRight.fullName),
  });
}

function show(task: Task): void {
  const folder = folderOf(task);
  // All public folder mailboxes know who may do what; the one that is asked must be one.
  if (task.has("Mailbox")) answeringStore(task, folder.name);
  const wanted = task.has("User") ? userOf(task) : null;
  const found = entriesOf(task, folder).filter(({ user }) => wanted === null || user === wanted);
  if (wanted !== null && found.length === 0) throw task.failure(noEntry, [saidUser(task, wanted)]);
  for (const entry of found) write(task, folder, entry);
}

function add(task: Task): void {
  const folder = folderOf(task);
  const [user, rights] = [userOf(task), rightsOf(task)];
  const path = folderPath(task.topology, folder);
  task.requireWrite(folder);
  if (!task.shouldProcess(adding.text(shownUser(task, user), path, shownRights(rights).join(", ")))) return;
  const entries = entriesOf(task, folder);
  const present = entries.find((entry) => entry.user === user);
  const next = { user, rights: union(present?.rights ?? [], rights) };
  const changed = present === undefined ? [...entries, next] : entries.map((each) => (each === present ? next : each));
  write(task, change(task, folder, { properties: { [attribute]: asProperty(changed) } }), next);
}

/** Default and Anonymous stay, without a right; others go with their last one. */
function removeRights(task: Task): void {
  const folder = folderOf(task);
  const user = userOf(task);
  const entries = entriesOf(task, folder);
  const present = entries.find((entry) => entry.user === user);
  if (present === undefined) throw task.failure(noEntry, [saidUser(task, user)]);
  const rights = task.has("AccessRights") ? rightsOf(task) : present.rights;
  const path = folderPath(task.topology, folder);
  task.requireWrite(folder);
  if (!task.shouldProcess(removing.text(shownUser(task, user), path, shownRights(rights).join(", ")))) return;
  const left = without(present.rights, rights);
  const gone = left.length === 0 && !wellKnown.includes(user);
  const changed = entries.flatMap((entry) => (entry !== present ? [entry] : gone ? [] : [{ user, rights: left }]));
  change(task, folder, { properties: { [attribute]: asProperty(changed) } });
}

const emulated = ["Identity", "User", "AccessRights", "Server"];
const noun = publicFolderClientPermission;

export const publicFolderClientPermissionVerbs: NounVerbs = {
  Get: {
    taskClass: taskClassOf(noun, "Get"),
    emulated: ["Identity", "User", "Server", "Mailbox"],
    accepted: [],
    process: show,
  },
  Add: { taskClass: taskClassOf(noun, "Add"), emulated, accepted: [], process: add },
  Remove: { taskClass: taskClassOf(noun, "Remove"), emulated, accepted: [], confirms: true, process: removeRights },
};
