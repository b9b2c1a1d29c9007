import type { Value } from "../../values/value.js";
import { enumeration } from "../types/enumeration.js";
import type { Move } from "./move-state.js";

/** The namespace of what moves, exports and imports have in common. */
export const replication = "Microsoft.Exchange.MailboxReplicationService";

/** How far a request is, as the attribute msExchMailboxMoveStatus has it (documented numbers). */
export const requestStatus = enumeration(
  `${replication}.RequestStatus`,
  [
    "None",
    "Queued",
    "InProgress",
    "AutoSuspended",
    "CompletionInProgress",
    "Synced",
    "Completed",
    "CompletedWithWarning",
    "Suspended",
    "Failed",
  ],
  { numbers: [0n, 1n, 2n, 3n, 4n, 5n, 10n, 11n, 98n, 99n] },
);
export const requestStyle = enumeration(`${replication}.RequestStyle`, ["None", "IntraOrg", "CrossOrg"]);
export const requestDirection = enumeration(`${replication}.RequestDirection`, ["None", "Pull", "Push"]);

/** What becomes of an item that is there already: members documented, their numbers from memory. */
export const conflictResolutionOption = enumeration("Microsoft.Exchange.Data.ConflictResolutionOption", [
  "KeepSourceItem",
  "KeepLatestItem",
  "KeepAll",
  "ForceCopy",
  "UpdateFromSource",
  "KeepTargetItem",
]);
/** What becomes of the items that a folder hides: members documented, their numbers from memory. */
export const associatedMessagesCopyOption = enumeration("Microsoft.Exchange.Data.FAICopyOption", [
  "DoNotCopy",
  "MapByMessageClass",
  "Copy",
]);

/** Members documented (Get-MoveRequest -Flags), their bits from memory. */
export const requestFlags = enumeration(
  `${replication}.RequestFlags`,
  [
    "None",
    "CrossOrg",
    "IntraOrg",
    "Push",
    "Pull",
    "Offline",
    "Protected",
    "RemoteLegacy",
    "HighPriority",
    "Suspend",
    "SuspendWhenReadyToComplete",
    "MoveOnlyPrimaryMailbox",
    "MoveOnlyArchiveMailbox",
    "TargetIsAggregatedMailbox",
    "Join",
  ],
  { isFlags: true },
);

/** What StatusDetail says; members from memory. */
export const requestState = enumeration(`${replication}.RequestState`, [
  "None",
  "Queued",
  "InProgress",
  "InitialSeeding",
  "CreatingMailbox",
  "CreatingFolderHierarchy",
  "LoadingMessages",
  "CopyingMessages",
  "IncrementalSync",
  "Synced",
  "Completion",
  "AutoSuspended",
  "Suspended",
  "Completed",
  "CompletedWithWarning",
  "Failed",
]);

/** Where the copying stands; members from memory. */
export const syncStage = enumeration(`${replication}.SyncStage`, [
  "None",
  "CreatingMailbox",
  "MailboxCreated",
  "CreatingFolderHierarchy",
  "CreatingInitialSyncCheckpoint",
  "LoadingMessages",
  "CopyingMessages",
  "IncrementalSync",
  "FinalIncrementalSync",
  "Cleanup",
  "SyncFinished",
]);

export const requestPriority = enumeration(`${replication}.RequestPriority`, [
  "Lowest",
  "Lower",
  "Low",
  "Normal",
  "High",
  "Higher",
  "Highest",
  "Emergency",
]);

/** `IntraOrg, Pull`, as the directory keeps flags of a move. */
export function flagNamesOf(move: Move): readonly string[] {
  const high = /High|Emergency/.test(move.priority);
  return [
    "IntraOrg",
    "Pull",
    ...(move.protect ? ["Protected"] : []),
    ...(high ? ["HighPriority"] : []),
    ...(move.suspendedAt === null ? [] : ["Suspend"]),
    ...(move.suspendWhenReady ? ["SuspendWhenReadyToComplete"] : []),
    ...(move.target === null ? ["MoveOnlyArchiveMailbox"] : []),
  ];
}
export const flagsOf = (move: Move): Value => requestFlags(flagNamesOf(move).join(","));
