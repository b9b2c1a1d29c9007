import {
  type DirectoryObject,
  eachObject,
  findByIndex,
  getObject,
  getProperty,
  isReference,
} from "../../topology/index.js";
import { getVerb } from "../noun/get-verb.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { isSince2013 } from "../servers/roles.js";
import { statusOf } from "./database-status.js";
import { mailboxDatabase } from "./mailbox-database.js";

/** The databases that have a copy on a server, in the order of the organization. */
function* databasesOn(task: Task, server: DirectoryObject): Generator<DirectoryObject> {
  const hosted = new Set(findByIndex(task.topology, "DatabaseCopy", "server", server.guid).map((copy) => copy.parent));
  for (const database of eachObject(task.topology, "MailboxDatabase")) if (hosted.has(database.guid)) yield database;
}

/**
 * Since 2013 databases of older servers are left out, unless -IncludePreExchange2013 asks for them (documented) or they
 * are named.
 */
function* ofThisGeneration(task: Task, databases: Iterable<DirectoryObject>): Generator<DirectoryObject> {
  const all = task.isOn("IncludePreExchange2013") || task.info.release === "2010" || task.value("Identity") !== null;
  for (const database of databases) if (all || isOnServerSince2013(task, database)) yield database;
}

function isOnServerSince2013(task: Task, database: DirectoryObject): boolean {
  const link = getProperty(schema, database, "Server");
  const server = isReference(link) ? getObject(task.topology, link.guid) : null;
  return server === null || isSince2013(server);
}

export const getMailboxDatabase = getVerb(mailboxDatabase, {
  taskClass: "SystemConfigurationTasks.GetMailboxDatabase",
  defaultParameterSet: "Identity",
  // Servers before 2010 are not part of the organizations that can be built, no mailbox moves keep dumpsters, and no
  // database's object is damaged.
  accepted: ["IncludePreExchange2010", "IncludeCorrupted", "DumpsterStatistics"],
  emulated: ["IncludePreExchange2013"],
  arrange: ofThisGeneration,
  filters: { Server: (task) => ({ from: databasesOn(task, resolveServer(task, "Server")) }) },
  live: { Status: statusOf },
});
