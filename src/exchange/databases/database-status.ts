import { type DirectoryObject, getProperty, type Topology } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { mountObstacle } from "../availability/quorum.js";
import { sentence } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { runs } from "../servers/running-services.js";
import { ByteQuantifiedSize } from "../types/byte-quantified-size.js";
import { linked } from "./copies.js";

/** A database that was mounted once and holds nothing: 136.1 MB, of which most is free (facts/nouns.json, example). */
const emptyDatabase = 142_671_872n;
const freeInEmptyDatabase = 139_395_072n;

/**
 * Whether a database is mounted: it is meant to be, its server's Information Store runs, and the server's availability
 * group lets it, which it does not without quorum.
 */
export function isUp(topology: Topology, database: DirectoryObject): boolean {
  if (getProperty(schema, database, "Mounted") !== true) return false;
  const server = linked(topology, getProperty(schema, database, "Server"));
  return server !== null && runs(topology, server, "MSExchangeIS") && mountObstacle(topology, server) === null;
}

const connecting = sentence({
  text: (server: string) => `The Admin RPC connection is being established with server "${server}".`,
  certainty: "captured",
  evidence: "facts/nouns.json, Get-MailboxDatabase: -Status -Verbose",
});
const checking = sentence({
  text: (guid: string) => `Checking the status of database "${guid}".`,
  certainty: "captured",
  evidence: "facts/nouns.json, Get-MailboxDatabase: -Status -Verbose",
});

/** With -Verbose: whom the cmdlet asks. */
function tellOfStatus(task: Task, database: DirectoryObject): void {
  const server = linked(task.topology, getProperty(schema, database, "Server"));
  if (server === null) return;
  task.cmdlet.writeVerbose(connecting.text(fqdnOf(server)));
  task.cmdlet.writeVerbose(checking.text(database.guid));
}

/** What -Status asks the server: whether the database is mounted, and how large its file is. */
export function statusOf(task: Task, database: DirectoryObject): ReadonlyMap<string, Value> {
  const isMounted = isUp(task.topology, database);
  tellOfStatus(task, database);
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
