import { type DirectoryObject, eachObject, findByIndex, getProperty } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { getVerb } from "../noun/get-verb.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { ByteQuantifiedSize } from "../types/byte-quantified-size.js";
import { linked, mailboxDatabase } from "./mailbox-database.js";

/** A database that was mounted once and holds nothing: 136.1 MB, of which most is free (facts/nouns.json, example). */
const emptyDatabase = 142_671_872n;
const freeInEmptyDatabase = 139_395_072n;

/** What -Status asks the server: whether the database is mounted, and how large its file is. */
function statusOf(task: Task, database: DirectoryObject): ReadonlyMap<string, Value> {
  const isMounted = getProperty(schema, database, "Mounted") === true;
  const values = new Map<string, Value>([["Mounted", isMounted]]);
  if (!isMounted) return values;
  const server = linked(task.topology, getProperty(schema, database, "Server"));
  const fqdn = server === null ? null : getProperty(schema, server, "Fqdn");
  return values
    .set("MountedOnServer", typeof fqdn === "string" ? fqdn : null)
    .set("BackupInProgress", false)
    .set("DatabaseSize", new ByteQuantifiedSize(emptyDatabase))
    .set("AvailableNewMailboxSpace", new ByteQuantifiedSize(freeInEmptyDatabase));
}

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
