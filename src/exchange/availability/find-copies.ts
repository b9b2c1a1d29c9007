import { type DirectoryObject, findByIndex, getObject, matchesName } from "../../topology/index.js";
import { type Copy, copiesOf } from "../databases/copies.js";
import { databaseQuery } from "../databases/database.js";
import { mailboxDatabase } from "../databases/mailbox-database.js";
import { message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";

/** A copy with its database. */
export interface DatabaseCopy extends Copy {
  readonly database: DirectoryObject;
}

/** `DB01\EX01`, as copies are called. */
export const copyName = ({ database, server }: DatabaseCopy): string => `${database.name}\\${server.name}`;

const withDatabase = (task: Task, database: DirectoryObject): readonly DatabaseCopy[] =>
  copiesOf(task.topology, database).map((copy) => ({ ...copy, database }));

/** The copy that an object of the directory stands for. */
function copyOfObject(task: Task, object: DirectoryObject): readonly DatabaseCopy[] {
  if (object.class === "MailboxDatabase") return withDatabase(task, object);
  const database = object.parent === null ? null : getObject(task.topology, object.parent);
  if (object.class !== "DatabaseCopy" || database === null) return [];
  return withDatabase(task, database).filter((copy) => copy.object.guid === object.guid);
}

/**
 * The copies that an identity means: `DB01\EX01`; `DB01`, all of the database's; `*\EX01`, all on the server. Both parts
 * may have asterisks.
 */
export function copiesMeant(task: Task, { text, guid }: IdParameter): readonly DatabaseCopy[] {
  const object = guid === null ? null : getObject(task.topology, guid);
  if (object !== null) return copyOfObject(task, object);
  const backslash = text.indexOf("\\");
  const databaseName = backslash < 0 ? text : text.slice(0, backslash);
  const serverName = backslash < 0 ? "*" : text.slice(backslash + 1);
  // All databases, but one server: the server knows its copies.
  if (databaseName === "*" && !serverName.includes("*")) return copiesNamed(task, serverName);
  return task
    .find(databaseName, mailboxDatabase.identity)
    .flatMap((database) => withDatabase(task, database))
    .filter(({ server }) => matchesName(serverName, server.name));
}

function copiesNamed(task: Task, serverName: string): readonly DatabaseCopy[] {
  return findByIndex(task.topology, "ExchangeServer", "name", serverName).flatMap((server) => copiesOn(task, server));
}

/** The copies on a server. */
export function copiesOn(task: Task, server: DirectoryObject): readonly DatabaseCopy[] {
  return findByIndex(task.topology, "DatabaseCopy", "server", server.guid).flatMap((object) =>
    copyOfObject(task, object),
  );
}

const whichServer = message({
  text: (identity: string) =>
    `The identity "${identity}" means more than one copy. Write the database and the server: Database\\Server.`,
  exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectAmbiguousException",
  category: "NotSpecified",
  certainty: "unknown",
  evidence: "our wording: the real text is not known",
});

/** The one copy that -Identity means. */
export function oneCopy(task: Task): DatabaseCopy {
  const identity = task.value("Identity");
  if (!(identity instanceof IdParameter)) throw task.notFound("");
  const [copy, ...others] = copiesMeant(task, identity);
  if (copy === undefined) throw task.notFound(identity.text);
  if (others.length > 0) throw task.failure(whichServer, [identity.text]);
  return copy;
}

/** The database that -Identity means, among mailbox databases. */
export function mailboxDatabaseOf(task: Task): DirectoryObject {
  const query = { ...databaseQuery, classes: ["MailboxDatabase"] };
  return task.resolve("Identity", query, (identity) => task.notFound(identity));
}
