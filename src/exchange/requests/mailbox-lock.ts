import { type DirectoryObject, getObject, getProperty, type PropertyValue } from "../../topology/index.js";
import { linked } from "../databases/copies.js";
import { message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { declareInDirectory, schema } from "../schema.js";
import { runs } from "../servers/running-services.js";
import type { Move } from "./move-state.js";

/**
 * A mailbox that is moved is locked at its source. A move that is given up while the source's store can't be told leaves
 * the lock behind, until the store notices that nobody is there any more.
 */

const property = "MoveLockedUntil";
declareInDirectory({
  noun: "mailboxes that are locked",
  /** Ticks. */
  extension: { name: "User", properties: { [property]: { holds: "bigint" } } },
});

const locked = message({
  text: () =>
    [
      "Couldn't switch the mailbox into Sync Source mode.",
      "This could be because of one of the following reasons:",
      "  Another administrator is currently moving the mailbox.",
      "  The mailbox is locked.",
      "  The Microsoft Exchange Mailbox Replication service (MRS) doesn't have the correct permissions.",
      "  Network errors are preventing MRS from cleanly closing its session with the Mailbox server. If this is the case, MRS may continue to encounter this error for up to 2 hours - this duration is controlled by the TCP KeepAlive settings on the Mailbox server.",
      "Wait for the mailbox to be released before attempting to move this mailbox again.",
    ].join("\n"),
  exception: "Microsoft.Exchange.MailboxReplicationService.RemoteTransientException",
  category: "NotSpecified",
  hashes: { "Microsoft.Exchange.Management.Migration.MailboxReplication.MoveRequest.NewMoveRequest": "7BDCC377" },
  certainty: "captured",
  evidence: "facts/captures.jsonl, new-moverequest.1 (2016)",
});

/** Two hours, as the text says. */
const longest = 72_000_000_000n;

/** Refuses to move a mailbox that is still locked. */
export function requireUnlocked(task: Task, user: DirectoryObject): void {
  const until = getProperty(schema, user, property);
  if (typeof until === "bigint" && task.topology.clock < until) throw task.failure(locked, []);
}

/** What a move that is given up leaves with the mailbox. */
export function lockLeftBy(task: Task, move: Move): Record<string, PropertyValue> {
  const database = getObject(task.topology, move.source);
  const server = database === null ? null : linked(task.topology, getProperty(schema, database, "Server"));
  const isWorkedOn = move.completedAt === null && move.suspendedAt === null;
  const isTold = server === null || runs(task.topology, server, "MSExchangeIS");
  return isTold || !isWorkedOn ? {} : { [property]: task.topology.clock + longest };
}
