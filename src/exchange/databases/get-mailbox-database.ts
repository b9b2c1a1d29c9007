import { type DirectoryObject, eachObject, findByIndex } from "../../topology/index.js";
import { getVerb } from "../noun/get-verb.js";
import type { Task } from "../noun/task.js";
import { resolveServer } from "../servers/resolve-server.js";
import { statusOf } from "./database-status.js";
import { mailboxDatabase } from "./mailbox-database.js";

/** The databases that have a copy on a server, in the order of the organization. */
function* databasesOn(task: Task, server: DirectoryObject): Generator<DirectoryObject> {
  const hosted = new Set(findByIndex(task.topology, "DatabaseCopy", "server", server.guid).map((copy) => copy.parent));
  for (const database of eachObject(task.topology, "MailboxDatabase")) if (hosted.has(database.guid)) yield database;
}

export const getMailboxDatabase = getVerb(mailboxDatabase, {
  taskClass: "SystemConfigurationTasks.GetMailboxDatabase",
  defaultParameterSet: "Identity",
  // Older servers are not part of the organizations that can be built, and no mailbox moves keep dumpsters.
  accepted: ["IncludePreExchange2010", "DumpsterStatistics"],
  filters: { Server: (task) => ({ from: databasesOn(task, resolveServer(task, "Server")) }) },
  live: { Status: statusOf },
});
