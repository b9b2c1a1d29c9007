import {
  type DirectoryObject,
  eachObject,
  getProperty,
  isReference,
  listObjects,
  parseGuid,
  type Topology,
} from "../../topology/index.js";
import { exchangeMessages } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { mailboxOf, workOf } from "./mailbox-request-state.js";
import { moveRequest } from "./move-request.js";
import { type Move, moveOf, progressOf, usersWithMoves } from "./move-state.js";

/**
 * Requests by where they wait and who works on them: -RequestQueue and -MoveRequestQueue name the database in which a
 * request is kept, -MRSInstance the server whose Mailbox Replication service has it.
 */

function databaseIn(task: Task, parameter: string): DirectoryObject {
  return task.resolve(parameter, { classes: ["MailboxDatabase"] }, (identity) =>
    task.failure(exchangeMessages.databaseNotFound, [identity]),
  );
}

/** The server whose service does all the work here. */
function workingServer(topology: Topology): DirectoryObject | undefined {
  return listObjects(topology, "ExchangeServer")[0];
}

/** Whether -MRSInstance names the server that works, and it has begun with the work. */
function isWorkedOn(task: Task, work: Move): boolean {
  const server = workingServer(task.topology);
  const fqdn = server === undefined ? "" : String(getProperty(schema, server, "Fqdn") ?? "");
  const wanted = (task.text("MRSInstance") ?? "").toLowerCase();
  const { status } = progressOf(work, task.topology.clock);
  return wanted === fqdn.toLowerCase() && status !== "Queued" && status !== "Completed";
}

/** The mailboxes whose moves Get-MoveRequestStatistics and Remove-MoveRequest mean. */
export function movesMeant(task: Task): readonly DirectoryObject[] {
  const isNamed = task.has("Identity") || !(task.has("MoveRequestQueue") || task.has("MRSInstance"));
  if (isNamed) return [task.resolve("Identity", moveRequest.identity, (identity) => task.notFound(identity))];
  const queue = task.has("MoveRequestQueue") ? databaseIn(task, "MoveRequestQueue").guid : null;
  const guid = task.has("MailboxGuid") ? parseGuid(task.text("MailboxGuid") ?? "") : null;
  const found = usersWithMoves(task.topology).filter((user) => {
    const move = moveOf(user);
    if (move === null || (guid !== null && getProperty(schema, user, "ExchangeGuid") !== guid)) return false;
    return queue === null ? isWorkedOn(task, move) : (move.target ?? move.archiveTarget) === queue;
  });
  if (guid !== null && found.length === 0) throw task.notFound(guid);
  return found;
}

/** The requests of a class that -RequestQueue, -MRSInstance and -RequestGuid mean. */
export function requestsMeant(task: Task, className: string): readonly DirectoryObject[] {
  const queue = task.has("RequestQueue") ? databaseIn(task, "RequestQueue").guid : null;
  const guid = task.has("RequestGuid") ? parseGuid(task.text("RequestGuid") ?? "") : null;
  const found = [...eachObject(task.topology, className)].filter((request) => {
    if (guid !== null && request.guid !== guid) return false;
    if (queue === null) return isWorkedOn(task, workOf(request));
    const user = mailboxOf(task.topology, request);
    const database = user === null ? null : getProperty(schema, user, "Database");
    return isReference(database) && database.guid === queue;
  });
  if (guid !== null && found.length === 0) throw task.notFound(guid);
  return found;
}
