import {
  type DirectoryObject,
  findByIndex,
  getProperty,
  type IdentityQuery,
  isReference,
} from "../../topology/index.js";
import { mountObstacle } from "../availability/quorum.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { schema } from "../schema.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { runs } from "../servers/running-services.js";
import { linked } from "./copies.js";
import { actualFiles, emptyDatabase, hasLogs, namedFiles, onDisk, wasCreated } from "./database-disk.js";
import { fileLost, mountFailure, type StoreFailure, storeRefuses } from "./mount-failures.js";

/** How cmdlets for databases of both kinds find them. */
export const databaseQuery: IdentityQuery = {
  classes: ["MailboxDatabase", "PublicFolderDatabase"],
  indexes: ["name"],
};

/** A database of either kind: what Mount- and Dismount-Database work on. They give no objects. */
export const database = defineNoun({
  noun: "Database",
  identity: databaseQuery,
  typeNames: ["Microsoft.Exchange.Data.Directory.SystemConfiguration.Database"],
  properties: () => [],
  views: [],
});

const sentences = {
  mount: sentence({
    text: (name: string) => `Mounting database "${name}".`,
    certainty: "captured",
    evidence: "facts/nouns.json, Mount-Database",
  }),
  mountForcefully: sentence({
    text: (name: string) => `Mounting the database, "${name}", forcefully.`,
    certainty: "captured",
    evidence: "facts/nouns.json, Mount-Database",
  }),
  /** The caption is that of all questions; the words are from memory. */
  makeEmpty: sentence({
    text: () =>
      "At least one of this database's files is missing. Mounting this database will force the creation of an empty database. Do you want to continue?",
    certainty: "memory",
    evidence: "facts/nouns.json, Mount-Database: database file missing",
  }),
  dismount: sentence({
    text: (name: string) => `Dismounting database "${name}".`,
    certainty: "memory",
    evidence: "facts/nouns.json, Dismount-Database",
  }),
} as const;

/** How many databases a server may have mounted, without recovery databases: 5 with Standard, 100 with Enterprise. */
const mostMounted = { standard: 5, enterprise: 100 } as const;

function limitOf(server: DirectoryObject): number {
  const edition = getProperty(schema, server, "Edition");
  // Without a licence a server is one of Standard; trial editions work like what they are a trial of.
  return typeof edition === "string" && edition.startsWith("Enterprise")
    ? mostMounted.enterprise
    : mostMounted.standard;
}

const isMounted = (object: DirectoryObject): boolean => getProperty(schema, object, "Mounted") === true;

function isRecovery(object: DirectoryObject): boolean {
  return object.class === "MailboxDatabase" && getProperty(schema, object, "Recovery") === true;
}

/** Refuses one mounted database more than the server's edition allows. */
function checkLimit(task: Task, object: DirectoryObject): void {
  const server = linked(task.topology, getProperty(schema, object, "Server"));
  if (server === null) return;
  // Of recovery databases, which don't count among the others, one at a time is mounted (documented).
  const alike = databaseQuery.classes
    .flatMap((name) => findByIndex(task.topology, name, "server", server.guid))
    .filter((other) => isMounted(other) && isRecovery(other) === isRecovery(object));
  if (alike.length < (isRecovery(object) ? 1 : limitOf(server))) return;
  throw refused(task, object, server, storeRefuses("MapiExceptionTooManyMountedDatabases"));
}

const refused = (task: Task, object: DirectoryObject, server: DirectoryObject, reason: string) =>
  mountFailure(task, object.name, reason, fqdnOf(server), task.id(object));

const reasons = {
  NoQuorum: "",
  NotInCluster: "",
  Held: " Error: Automount consensus not reached (Reason: ConcensusUnanimity does not allow auto mount. (IsAllNodesUp: False))",
} as const;

const activeManagerRefuses = message({
  text: (name: string, reason: string, server: string) =>
    `Couldn't mount the database that you specified. Specified database: ${name}; Error code: An Active Manager operation failed. Error: An Active Manager operation encountered an error. To perform this operation, the server must be a member of a database availability group, and the database availability group must have quorum.${reason} [Server: ${server}].`,
  exception: "System.InvalidOperationException",
  category: "InvalidOperation",
  certainty: "memory",
  evidence: "the rule is documented (Datacenter Activation Coordination, quorum); the words are from memory",
});

/** Refuses what the server's availability group does not allow. */
function checkGroup(task: Task, object: DirectoryObject): void {
  const server = linked(task.topology, getProperty(schema, object, "Server"));
  const obstacle = server === null ? null : mountObstacle(task.topology, server);
  if (server === null || obstacle === null) return;
  const fqdn = getProperty(schema, server, "Fqdn");
  const where = typeof fqdn === "string" ? fqdn : server.name;
  throw task.failure(activeManagerRefuses, [object.name, reasons[obstacle], where], task.id(object));
}

/** Refuses where nobody answers on the server: the machine is off, or its Information Store is stopped. */
function checkStore(task: Task, object: DirectoryObject, server: DirectoryObject): void {
  if (runs(task.topology, server, "MSExchangeIS")) return;
  throw refused(task, object, server, storeRefuses("MapiExceptionNetworkError"));
}

const firstGenerations = 0x1000;
const generationRange = 0x20000;

/** The generation of the newest log of a database: it has grown for years, how far follows from its GUID. */
const newestLog = ({ guid }: DirectoryObject): number =>
  firstGenerations + (Number.parseInt(guid.slice(0, 8), 16) % generationRange);

/**
 * Whether the files let the database be mounted: as it is, or empty, with a new file.
 * @returns whether a new file takes the place of a lost one; `null` when the question about it was declined
 */
function checkFiles(task: Task, object: DirectoryObject, server: DirectoryObject): boolean | null {
  const { edb, logs } = namedFiles(object);
  const found = onDisk(task, server, edb);
  if (found === "CleanFile") return false;
  if (found === "Folder") throw refused(task, object, server, storeRefuses("MapiExceptionCallFailed"));
  if (found === "OtherFile") {
    const hasOwn = wasCreated(object) && actualFiles(object).logs.toLowerCase() === logs.toLowerCase();
    const failure: StoreFailure =
      hasOwn || hasLogs(task, server, logs) ? "MapiExceptionDatabaseError" : "MapiExceptionJetErrorMissingLogFile";
    throw refused(task, object, server, storeRefuses(failure));
  }
  // The first mount makes the file.
  if (!wasCreated(object)) return false;
  if (actualFiles(object).logs.toLowerCase() === logs.toLowerCase()) {
    throw refused(task, object, server, fileLost(object.name, edb, newestLog(object)));
  }
  if (!task.isOn("Force") && !task.shouldContinue(sentences.makeEmpty.text())) return null;
  return true;
}

function mount(task: Task): void {
  const object = task.resolve("Identity", databaseQuery, (identity) => task.notFound(identity));
  const asked = task.isOn("Force") ? sentences.mountForcefully : sentences.mount;
  task.requireWrite(object);
  if (!task.shouldProcess(asked.text(object.name))) return;
  checkGroup(task, object);
  const server = linked(task.topology, getProperty(schema, object, "Server"));
  if (server !== null) checkStore(task, object, server);
  // One that is mounted already stays so, without a word (from memory).
  if (isMounted(object)) return;
  checkLimit(task, object);
  const isEmptied = server === null ? false : checkFiles(task, object, server);
  if (isEmptied === null) return;
  if (isEmptied) emptyDatabase(task, object);
  change(task, object, { properties: { Mounted: true, DatabaseCreated: true, FilesAt: null } });
}

function dismount(task: Task): void {
  const object = task.resolve("Identity", databaseQuery, (identity) => task.notFound(identity));
  task.requireWrite(object);
  if (!task.shouldProcess(sentences.dismount.text(object.name))) return;
  change(task, object, { properties: { Mounted: false } });
}

export const databaseVerbs: NounVerbs = {
  Mount: {
    taskClass: "SystemConfigurationTasks.MountDatabase",
    emulated: ["Identity", "Force"],
    // No database loses data here, and no file grows.
    accepted: ["AcceptDataLoss", "NewCapacity"],
    process: mount,
  },
  Dismount: {
    taskClass: "SystemConfigurationTasks.DismountDatabase",
    emulated: ["Identity"],
    accepted: [],
    confirms: true,
    process: dismount,
  },
};

/** The databases, of both kinds, whose active copy is on a server. */
export function activeOn(task: Task, server: DirectoryObject): readonly DirectoryObject[] {
  return databaseQuery.classes.flatMap((name) => findByIndex(task.topology, name, "server", server.guid));
}

/** The server that a database is active on, or `null`. */
export function activeServer(task: Task, object: DirectoryObject): DirectoryObject | null {
  const server = getProperty(schema, object, "Server");
  return isReference(server) ? linked(task.topology, server) : null;
}
