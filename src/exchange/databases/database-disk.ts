import { findNode } from "../../cmdlets/management/paths.js";
import {
  childrenOf,
  type DirectoryObject,
  findByIndex,
  getObject,
  getProperty,
  isList,
  isRecord,
  type PropertyDefinition,
  type PropertyValue,
} from "../../topology/index.js";
import type { Task } from "../noun/task.js";
import { change, remove } from "../noun/write.js";
import { declareInDirectory, schema } from "../schema.js";
import { linked } from "./copies.js";

/**
 * The files of databases on the disks of their servers, as far as cmdlets notice them. A database that was mounted once
 * has its file and its logs where the directory says, unless only the directory was told otherwise
 * (Move-DatabasePath -ConfigurationOnly). A database that was removed leaves its file behind. Beside these there are
 * the files of the session: those at `C:\…` lie on the server of the session, those at `\\EX01\C$\…` on another.
 */

const properties: Readonly<Record<string, PropertyDefinition>> = {
  /** A record `files`: texts edb and logs. Not set: the files lie where the directory says. */
  FilesAt: { holds: "record" },
};
declareInDirectory({ noun: "files of mailbox databases", extension: { name: "MailboxDatabase", properties } });
declareInDirectory({
  noun: "files of public folder databases",
  extension: { name: "PublicFolderDatabase", properties },
});
declareInDirectory({
  noun: "files that databases left",
  extension: {
    name: "ExchangeServer",
    /** Paths of database files that belong to no database any more; they were closed in good order. */
    properties: { LeftDatabaseFiles: { holds: "string", many: true } },
  },
});

/** Where a database's files lie: full paths on its server's disks. */
export interface DatabaseFiles {
  readonly edb: string;
  readonly logs: string;
}

const textOf = (object: DirectoryObject, property: string): string =>
  String(getProperty(schema, object, property) ?? "");

/** Where the directory says that the files of a database lie. */
export function namedFiles(database: DirectoryObject): DatabaseFiles {
  return { edb: textOf(database, "EdbFilePath"), logs: textOf(database, "LogFolderPath") };
}

/** Where they lie. */
export function actualFiles(database: DirectoryObject): DatabaseFiles {
  const at = getProperty(schema, database, "FilesAt");
  if (!isRecord(at)) return namedFiles(database);
  return { edb: String(at.edb ?? ""), logs: String(at.logs ?? "") };
}

/** Whether a database was ever mounted, and so has files. */
export const wasCreated = (database: DirectoryObject): boolean =>
  getProperty(schema, database, "DatabaseCreated") !== false;

/** What a path of a server's disk holds. */
export type OnDisk =
  | "Nothing"
  /** A database's file that was closed in good order. */
  | "CleanFile"
  /** A file of unknown origin: what was copied or restored lacks what its logs still hold. */
  | "OtherFile"
  | "Folder";

/** What lies at a path of a server. */
export function onDisk(task: Task, server: DirectoryObject, path: string): OnDisk {
  const key = path.toLowerCase();
  const owned = databasesOn(task, server).some(
    (database) => wasCreated(database) && actualFiles(database).edb.toLowerCase() === key,
  );
  if (owned || leftFiles(server).some((left) => left.toLowerCase() === key)) return "CleanFile";
  const found = findNode(task.cmdlet, pathFromSession(task, server, path));
  if (found === undefined) return "Nothing";
  return found.node.kind === "directory" ? "Folder" : "OtherFile";
}

/** Whether a folder of a server has files of the session that are transaction logs. */
export function hasLogs(task: Task, server: DirectoryObject, folder: string): boolean {
  const found = findNode(task.cmdlet, pathFromSession(task, server, folder));
  if (found?.node.kind !== "directory") return false;
  return [...found.node.children.keys()].some((name) => name.endsWith(".log"));
}

/** A path of a server's disk as the session reaches it: the server of the session by its drives, others by their shares. */
function pathFromSession(task: Task, server: DirectoryObject, path: string): string {
  if (server.name.toLowerCase() === task.session.serverName.toLowerCase()) return path;
  return `\\\\${server.name}\\${path.replace(/^([a-z]):/i, "$1$")}`;
}

function databasesOn(task: Task, server: DirectoryObject): readonly DirectoryObject[] {
  return ["MailboxDatabase", "PublicFolderDatabase"].flatMap((name) =>
    findByIndex(task.topology, name, "server", server.guid),
  );
}

function leftFiles(server: DirectoryObject): readonly string[] {
  const list = getProperty(schema, server, "LeftDatabaseFiles");
  return isList(list) ? list.flatMap((each) => (typeof each === "string" ? [each] : [])) : [];
}

/** What becomes of {@link actualFiles} when only the directory is told of new paths. */
export function stayingBehind(database: DirectoryObject, named: DatabaseFiles): PropertyValue {
  const { edb, logs } = actualFiles(database);
  const same = named.edb.toLowerCase() === edb.toLowerCase() && named.logs.toLowerCase() === logs.toLowerCase();
  return same || !wasCreated(database) ? null : { kind: "files", edb, logs };
}

/** A database is removed: its file stays on the server that it was active on. */
export function leaveFile(task: Task, database: DirectoryObject): void {
  const server = linked(task.topology, getProperty(schema, database, "Server"));
  const now = server === null ? null : getObject(task.topology, server.guid);
  if (now === null || !wasCreated(database)) return;
  change(task, now, { properties: { LeftDatabaseFiles: [...leftFiles(now), actualFiles(database).edb] } });
}

/** A new file takes the place of a lost one: nothing of what the database held is in it. */
export function emptyDatabase(task: Task, database: DirectoryObject): void {
  for (const user of [...findByIndex(task.topology, "User", "database", database.guid)]) {
    change(task, user, {
      properties: { ContentOrigin: "empty", FolderChanges: [], Messages: [], LastLogon: null },
    });
  }
  for (const child of childrenOf(task.topology, database.guid)) {
    if (child.class === "DisconnectedMailbox") remove(task, child);
  }
}
