import type { DirectoryObject } from "../../topology/index.js";
import { getProperty } from "../../topology/index.js";
import { linked } from "../databases/copies.js";
import type { Task } from "../noun/task.js";
import { mailbox } from "../recipients/mailbox.js";
import { schema } from "../schema.js";
import { disconnectedMailboxFor } from "./connect-mailbox.js";

/**
 * The mailbox that a parameter means among those of a database: somebody's, or one that has lost its user.
 * @returns a `User` or a `DisconnectedMailbox`
 * @throws {PowerShellError} when the database has none of that name
 */
export function storeMailboxFor(task: Task, database: DirectoryObject, parameter: string): DirectoryObject {
  const [user] = task
    .find(task.text(parameter) ?? "", mailbox.identity)
    .filter((each) => linked(task.topology, getProperty(schema, each, "Database"))?.guid === database.guid);
  return user ?? disconnectedMailboxFor(task, database, parameter);
}
