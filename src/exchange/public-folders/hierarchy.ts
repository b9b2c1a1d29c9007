import {
  childrenOf,
  type DirectoryObject,
  getObject,
  getProperty,
  guidNamed,
  isReference,
  listObjects,
  type NewObject,
  type Topology,
} from "../../topology/index.js";
import { message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { isPublicFolderMailbox, rootMailbox } from "../recipients/mailbox-rows-2013.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";

/**
 * The tree of public folders: what users see lies below IPM_SUBTREE, which is the path `\`; what the system keeps lies
 * below NON_IPM_SUBTREE. The tree is one for the organization; each public folder database knows it.
 */

export const folderClass = "PublicFolder";
/** What a mail-enabled folder has in the directory of the domain. */
export const mailFolderClass = "MailPublicFolder";
export const visibleRoot = "IPM_SUBTREE";
export const systemRoot = "NON_IPM_SUBTREE";

/** What every hierarchy has below NON_IPM_SUBTREE (from memory). */
const systemFolders = ["EFORMS REGISTRY", "OFFLINE ADDRESS BOOK", "SCHEDULE+ FREE BUSY", "schema-root", "StoreEvents"];

const setupGuid = (topology: Topology, name: string): string =>
  guidNamed(topology.ids.seed, `${folderClass}|setup|${name}`);

/** The folders that a hierarchy has from the beginning. */
export function setupFolders(topology: Topology): readonly NewObject[] {
  const parent = setupGuid(topology, systemRoot);
  return [
    ...[visibleRoot, systemRoot].map((name) => ({ class: folderClass, name, guid: setupGuid(topology, name) })),
    ...systemFolders.map((name) => ({ class: folderClass, name, parent, guid: setupGuid(topology, name) })),
  ];
}

function rootNamed(topology: Topology, name: string): DirectoryObject | null {
  return (
    listObjects(topology, folderClass).find(
      (folder) => folder.name === name && parentFolder(topology, folder) === null,
    ) ?? null
  );
}

/** The folder above; `null` for the two roots. */
export function parentFolder(topology: Topology, folder: DirectoryObject): DirectoryObject | null {
  const parent = folder.parent === null ? null : getObject(topology, folder.parent);
  return parent?.class === folderClass ? parent : null;
}

/** The folders right below a folder, by name. */
export function subfolders(topology: Topology, folder: DirectoryObject): readonly DirectoryObject[] {
  const key = ({ name }: DirectoryObject): string => name.toLowerCase();
  return childrenOf(topology, folder.guid)
    .filter((child) => child.class === folderClass)
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** A folder and all below it, each before what is below it. */
export function* withSubfolders(topology: Topology, folder: DirectoryObject): Generator<DirectoryObject> {
  yield folder;
  for (const child of subfolders(topology, folder)) yield* withSubfolders(topology, child);
}

/** `\Sales\East`; `\` for IPM_SUBTREE. */
export function folderPath(topology: Topology, folder: DirectoryObject): string {
  const parent = parentFolder(topology, folder);
  if (parent === null) return folder.name === visibleRoot ? "\\" : `\\${folder.name}`;
  const above = folderPath(topology, parent);
  return above === "\\" ? `\\${folder.name}` : `${above}\\${folder.name}`;
}

/** The path of the folder above; the empty text above a root. */
export function parentPath(topology: Topology, folder: DirectoryObject): string {
  const parent = parentFolder(topology, folder);
  return parent === null ? "" : folderPath(topology, parent);
}

/** The id that the store gives to a folder. */
export const entryId = ({ guid }: DirectoryObject): string =>
  `000000001A447390AA6611CD9BC800AA002FC45A0300${guid.replaceAll("-", "").toUpperCase()}0000`;

/** The folder that a path or an entry id means. */
export function folderAt(topology: Topology, text: string): DirectoryObject | null {
  if (/^0{8}[0-9a-f]+$/i.test(text))
    return listObjects(topology, folderClass).find((folder) => entryId(folder) === text.toUpperCase()) ?? null;
  const names = text.split("\\").filter((name) => name !== "");
  const [first = ""] = names;
  const isSystem = first.toUpperCase() === systemRoot;
  let folder = rootNamed(topology, isSystem ? systemRoot : visibleRoot);
  const below = isSystem || first.toUpperCase() === visibleRoot ? names.slice(1) : names;
  for (const name of below) {
    if (folder === null) return null;
    folder = subfolders(topology, folder).find((child) => child.name.toLowerCase() === name.toLowerCase()) ?? null;
  }
  return folder;
}

/** What a folder has in place of its mail object's GUID, when somebody has said that it has none. */
export const noMailObject = "none";

/** The mail object of a folder: the one that it names, as Set-PublicFolder can say, or the one that names it. */
export function mailObjectOf(topology: Topology, folder: DirectoryObject): DirectoryObject | null {
  const own = folder.properties.MailObject;
  if (own === noMailObject) return null;
  if (typeof own === "string") return getObject(topology, own);
  return listObjects(topology, mailFolderClass).find((mail) => folderGuidOf(mail) === folder.guid) ?? null;
}

/** The folder of a mail object. */
export function folderGuidOf(mail: DirectoryObject): string | null {
  const link = getProperty(schema, mail, "Folder");
  return isReference(link) ? link.guid : null;
}

const messages = {
  notFound: message({
    text: (path: string) =>
      `There is no existing PublicFolder that matches the following Identity: '${path}'. Please make sure that you specified the correct PublicFolder Identity and that you have the necessary permissions to view PublicFolder.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    category: "NotSpecified",
    certainty: "captured",
    evidence: "facts/nouns.json, Get-PublicFolder: seen of 2007; category from memory",
  }),
  noMailboxes: message({
    text: () =>
      "No active public folder mailboxes were found. This happens when no public folder mailboxes are provisioned or they are provisioned in HoldForMigration mode. If you're not currently performing a migration, create a public folder mailbox.",
    exception: "Microsoft.Exchange.Data.Storage.ObjectNotFoundException",
    category: "NotSpecified",
    certainty: "captured",
    evidence: "facts/nouns.json, Get-PublicFolder",
  }),
  noDatabase: message({
    text: (server: string) => `The server "${server}" has no mounted public folder database.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

/** A folder is not there. */
export const folderNotFound = (task: Task, path: string) => task.failure(messages.notFound, [path]);

/** The public folder databases that are mounted. */
export function mountedDatabases(topology: Topology): readonly DirectoryObject[] {
  return listObjects(topology, "PublicFolderDatabase").filter(
    (database) => getProperty(schema, database, "Mounted") === true,
  );
}

/**
 * What answers for the hierarchy: in Exchange 2010 the public folder database of -Server, or the first one; since 2013
 * the public folder mailbox of -Mailbox, or the one that has the writable hierarchy.
 * @throws {PowerShellError} where none is mounted, or active
 */
export function answeringStore(task: Task, path: string): DirectoryObject {
  const asked = mailboxAsked(task);
  return task.info.release === "2010" ? answeringDatabase(task, path) : (asked ?? activeMailbox(task));
}

function mailboxAsked(task: Task): DirectoryObject | null {
  if (task.value("Mailbox") === null) return null;
  return task.resolve("Mailbox", { classes: ["User"], where: isPublicFolderMailbox }, (identity) =>
    task.parameterNotFound(identity),
  );
}

/** The first mailbox; one that is held for a migration is not active. */
function activeMailbox(task: Task): DirectoryObject {
  const root = rootMailbox(task.topology);
  if (root === undefined || getProperty(schema, root, "IsHierarchyReady") === false)
    throw task.failure(messages.noMailboxes, []);
  return root;
}

function answeringDatabase(task: Task, path: string): DirectoryObject {
  const databases = mountedDatabases(task.topology);
  if (task.value("Server") === null) {
    const [first] = databases;
    if (first === undefined) throw folderNotFound(task, path);
    return first;
  }
  const server = resolveServer(task, "Server");
  const ofServer = databases.find((database) => {
    const link = getProperty(schema, database, "Server");
    return isReference(link) && link.guid === server.guid;
  });
  if (ofServer === undefined) throw task.failure(messages.noDatabase, [server.name]);
  return ofServer;
}

/** The mailbox that holds a folder's content; null before 2013. */
export function contentMailboxOf(topology: Topology, folder: DirectoryObject): DirectoryObject | null {
  const link = getProperty(schema, folder, "ContentMailbox");
  return isReference(link) ? getObject(topology, link.guid) : (rootMailbox(topology) ?? null);
}

/** The folder that a parameter means; left out, the root. */
export function folderOf(task: Task, parameter = "Identity"): DirectoryObject {
  const given = task.value(parameter);
  const text = given instanceof IdParameter ? given.text : "\\";
  answeringStore(task, text);
  const found = given instanceof IdParameter ? folderMeant(task.topology, given) : folderAt(task.topology, text);
  if (found === null) throw folderNotFound(task, text);
  return found;
}

/** An object that was handed over is a folder, or the mail object of one. */
function folderMeant(topology: Topology, { guid, text }: IdParameter): DirectoryObject | null {
  if (guid === null) return folderAt(topology, text);
  const object = getObject(topology, guid);
  if (object?.class === folderClass) return object;
  const folder = object?.class === mailFolderClass ? folderGuidOf(object) : null;
  return folder === null ? null : getObject(topology, folder);
}
