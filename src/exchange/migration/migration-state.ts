import {
  childrenOf,
  type DirectoryObject,
  getObject,
  getProperty,
  isReference,
  listObjects,
  type PropertyValue,
  type Topology,
} from "../../topology/index.js";
import { type Move, moveOf, progressOf } from "../requests/move-state.js";
import { schema } from "../schema.js";
import { enumeration } from "../types/enumeration.js";

/**
 * Batches of migrations, and whom they migrate. Within an organization a batch makes a move request for each mailbox:
 * how far somebody is, his move tells; how far the batch is, its users tell.
 */

export const batchClass = "MigrationBatch";
export const userClass = "MigrationUser";
export const endpointClass = "MigrationEndpoint";

/** Members documented (Get-MigrationBatch -Status). */
export const batchStatus = enumeration("Microsoft.Exchange.Data.Storage.Management.MigrationBatchStatus", [
  "Created",
  "Syncing",
  "Stopping",
  "Stopped",
  "Completed",
  "Failed",
  "Removing",
  "Synced",
  "IncrementalSyncing",
  "Completing",
  "CompletedWithErrors",
  "SyncedWithErrors",
  "Corrupted",
  "Waiting",
  "Starting",
]);

/** Members documented (Get-MigrationUser -Status). */
export const userStatus = enumeration("Microsoft.Exchange.Data.Storage.Management.MigrationUserStatus", [
  "Queued",
  "Syncing",
  "Failed",
  "Synced",
  "IncrementalFailed",
  "Completing",
  "Completed",
  "CompletionFailed",
  "Corrupted",
  "Provisioning",
  "ProvisionUpdating",
  "CompletionSynced",
  "Validating",
  "IncrementalSyncing",
  "IncrementalSynced",
  "CompletedWithWarnings",
  "Stopped",
  "IncrementalStopped",
  "Starting",
  "Stopping",
  "Removing",
]);

export const userStatusSummary = enumeration("Microsoft.Exchange.Data.Storage.Management.MigrationUserStatusSummary", [
  "Active",
  "Failed",
  "Synced",
  "Completed",
  "Stopped",
]);

/** What moves of a batch are called. */
export const batchNameOfMoves = (batch: DirectoryObject): string => `MigrationService:${batch.name}`;

export const usersOf = (topology: Topology, batch: DirectoryObject): readonly DirectoryObject[] =>
  childrenOf(topology, batch.guid).filter((child) => child.class === userClass);

export function batchOf(topology: Topology, user: DirectoryObject): DirectoryObject | null {
  return user.parent === null ? null : getObject(topology, user.parent);
}

const own = (object: DirectoryObject, name: string): PropertyValue => getProperty(schema, object, name);

/** The mailbox that a migrated user is, where the organization has it. */
export function mailboxOfUser(topology: Topology, user: DirectoryObject): DirectoryObject | null {
  const link = own(user, "Mailbox");
  return isReference(link) ? getObject(topology, link.guid) : null;
}

/** The move that a batch has made for somebody; `null`: none, or somebody else has made his. */
export function moveOfUser(topology: Topology, user: DirectoryObject): Move | null {
  const mailbox = mailboxOfUser(topology, user);
  const batch = batchOf(topology, user);
  const move = mailbox === null ? null : moveOf(mailbox);
  return move !== null && batch !== null && move.batchName === batchNameOfMoves(batch) ? move : null;
}

export type UserStatus =
  | "Queued"
  | "Validating"
  | "Syncing"
  | "Synced"
  | "Completing"
  | "Completed"
  | "Stopped"
  | "Failed";

export function statusOfUser(topology: Topology, user: DirectoryObject): UserStatus {
  if (String(own(user, "Failure") ?? "") !== "") return "Failed";
  const move = moveOfUser(topology, user);
  if (move === null) return "Queued";
  const { status } = progressOf(move, topology.clock);
  switch (status) {
    case "Queued":
      return "Queued";
    case "InProgress":
      return "Syncing";
    case "Synced":
    case "AutoSuspended":
      return "Synced";
    case "CompletionInProgress":
      return "Completing";
    case "Suspended":
      return "Stopped";
    case "Completed":
      return "Completed";
  }
}

export function summaryOf(status: UserStatus): string {
  switch (status) {
    case "Queued":
    case "Validating":
    case "Syncing":
    case "Completing":
      return "Active";
    default:
      return status;
  }
}

/** How many users of a batch there are, by the summary of how far they are. */
export interface Counts {
  readonly total: number;
  readonly of: (summary: string) => number;
}

export function countsOf(topology: Topology, batch: DirectoryObject): Counts {
  const summaries = usersOf(topology, batch).map((user) => summaryOf(statusOfUser(topology, user)));
  return { total: summaries.length, of: (summary) => summaries.filter((each) => each === summary).length };
}

/** Whether a batch has been told to complete: at once, or at a time that has come. */
export function isCompleting(topology: Topology, batch: DirectoryObject): boolean {
  const after = own(batch, "CompleteAfterTicks");
  if (typeof after === "bigint") return after <= topology.clock;
  return own(batch, "AutoComplete") === true || own(batch, "CompletionAsked") === true;
}

export function statusOfBatch(topology: Topology, batch: DirectoryObject): string {
  if (own(batch, "StartedAt") === null) return "Created";
  if (own(batch, "IsStopped") === true) return "Stopped";
  const startAfter = own(batch, "StartAfterTicks");
  if (typeof startAfter === "bigint" && startAfter > topology.clock) return "Waiting";
  const counts = countsOf(topology, batch);
  const completing = isCompleting(topology, batch);
  const hasFailed = counts.of("Failed") > 0;
  if (counts.of("Active") > 0)
    return usersOf(topology, batch).some((user) => statusOfUser(topology, user) === "Completing")
      ? "Completing"
      : "Syncing";
  if (counts.total > 0 && counts.of("Failed") === counts.total) return "Failed";
  if (completing) return hasFailed ? "CompletedWithErrors" : "Completed";
  return hasFailed ? "SyncedWithErrors" : "Synced";
}

/** All users of all batches, batch by batch. */
export const allUsers = (topology: Topology): readonly DirectoryObject[] => listObjects(topology, userClass);
