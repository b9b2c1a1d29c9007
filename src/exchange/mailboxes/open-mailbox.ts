import { type DirectoryObject, getProperty } from "../../topology/index.js";
import { linked } from "../databases/copies.js";
import { type ExchangeMessage, message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { runs } from "../servers/running-services.js";

/** Who works on a mailbox logs on to its server's store first; where that does not run, this is said. */

const text = (attendant: string) => `Cannot open mailbox ${attendant}.`;

/** The Mailbox Replication service says so. */
export const noStoreForMove = message({
  text,
  exception: "Microsoft.Exchange.MailboxReplicationService.RemoteTransientException",
  category: "NotSpecified",
  hashes: { "Microsoft.Exchange.Management.RecipientTasks.NewMoveRequest": "66F6F8F" },
  certainty: "captured",
  evidence: "facts/captures.jsonl, new-moverequest.2 (2013)",
});

/** Cmdlets that read or write what is in a mailbox. */
export const noStore = message({
  text,
  exception: "Microsoft.Exchange.Data.Storage.ConnectionFailedTransientException",
  category: "NotSpecified",
  hashes: { "Microsoft.Exchange.Management.StoreTasks.SetMailboxAutoReplyConfiguration": "3FCFF55A" },
  certainty: "captured",
  evidence: "facts/captures.jsonl, set-mailboxautoreplyconfiguration.1 (2016)",
});

/**
 * Refuses to go on where the store of a database's server doesn't run.
 * @throws {PowerShellError} which names the server by its system attendant's mailbox
 */
export function requireStore(
  task: Task,
  database: DirectoryObject,
  failure: ExchangeMessage<[attendant: string]>,
): void {
  const server = linked(task.topology, getProperty(schema, database, "Server"));
  if (server === null || runs(task.topology, server, "MSExchangeIS")) return;
  const legacy = String(getProperty(schema, server, "ExchangeLegacyDN") ?? "");
  throw task.failure(failure, [`${legacy}/cn=Microsoft System Attendant`]);
}
