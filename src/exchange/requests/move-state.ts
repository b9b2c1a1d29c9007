import {
  type DirectoryObject,
  findByIndex,
  getProperty,
  isRecord,
  isReference,
  type PropertyValue,
  type Reference,
  reference,
  type Topology,
  updateObject,
} from "../../topology/index.js";
import { ticksPerSecond } from "../../values/date-time.js";
import { declareInDirectory, schema } from "../schema.js";

/**
 * The move of a mailbox, as its user keeps it: from where to where, and how far it is. The Mailbox Replication service
 * works on it while the emulated clock runs: 30 seconds in the queue, then 5 MB a second, then 10 seconds to switch over.
 */
export interface Move {
  /** The databases' GUIDs. */
  readonly source: string;
  /** `null`: the mailbox stays, only its archive moves. */
  readonly target: string | null;
  readonly archiveSource: string | null;
  readonly archiveTarget: string | null;
  /** Bytes and items to copy. */
  readonly size: bigint;
  readonly items: number;
  readonly queuedAt: bigint;
  /** Ticks of work that were done before `activeSince`. */
  readonly worked: bigint;
  /** Since when it is worked on; `null` while it is suspended. */
  readonly activeSince: bigint | null;
  readonly suspendedAt: bigint | null;
  readonly completedAt: bigint | null;
  readonly suspendWhenReady: boolean;
  readonly batchName: string;
  readonly suspendComment: string;
  readonly badItemLimit: number | "unlimited";
  readonly largeItemLimit: number | "unlimited";
  readonly priority: string;
  readonly protect: boolean;
  readonly ignoreRuleLimitErrors: boolean;
  /** -StartAfter: not worked on before. */
  readonly startAfter: bigint | null;
  /** -CompleteAfter: copied and kept up to date, not switched over before. */
  readonly completeAfter: bigint | null;
  /** Kept up to date for good, until somebody says otherwise. */
  readonly preventCompletion: boolean;
}

const property = "MoveRequest";
/** `open` or `done`: so that the moves are found without a look at each user. */
const stateProperty = "MoveState";
const stateIndex = "moveState";

declareInDirectory({
  noun: "moves of mailboxes",
  extension: {
    name: "User",
    properties: { [property]: { holds: "record" }, [stateProperty]: { holds: "string" } },
    indexes: { [stateIndex]: { property: stateProperty } },
  },
  passing: completeMoves,
});

/** The users whose mailboxes have a move, running ones first. */
export function usersWithMoves(topology: Topology): readonly DirectoryObject[] {
  return ["open", "done"].flatMap((state) => findByIndex(topology, "User", stateIndex, state));
}

export function moveOf(user: DirectoryObject): Move | null {
  const kept = user.class === "User" ? getProperty(schema, user, property) : null;
  if (!isRecord(kept) || kept.kind !== "moveRequest") return null;
  const bigint = (name: string): bigint | null => (typeof kept[name] === "bigint" ? kept[name] : null);
  const text = (name: string): string => (typeof kept[name] === "string" ? kept[name] : "");
  const limit = (name: string): number | "unlimited" => {
    const value = kept[name];
    return typeof value === "number" ? value : "unlimited";
  };
  return {
    source: guidOf(kept.source) ?? "",
    target: guidOf(kept.target),
    archiveSource: guidOf(kept.archiveSource),
    archiveTarget: guidOf(kept.archiveTarget),
    size: bigint("size") ?? 0n,
    items: typeof kept.items === "number" ? kept.items : 0,
    queuedAt: bigint("queuedAt") ?? 0n,
    worked: bigint("worked") ?? 0n,
    activeSince: bigint("activeSince"),
    suspendedAt: bigint("suspendedAt"),
    completedAt: bigint("completedAt"),
    suspendWhenReady: kept.suspendWhenReady === true,
    batchName: text("batchName"),
    suspendComment: text("suspendComment"),
    badItemLimit: limit("badItemLimit"),
    largeItemLimit: limit("largeItemLimit"),
    priority: text("priority"),
    protect: kept.protect === true,
    ignoreRuleLimitErrors: kept.ignoreRuleLimitErrors === true,
    startAfter: bigint("startAfter"),
    completeAfter: bigint("completeAfter"),
    preventCompletion: kept.preventCompletion === true,
  };
}

function guidOf(value: PropertyValue | undefined): string | null {
  return value !== undefined && isReference(value) ? value.guid : null;
}

/** The properties of a user that keep a move; `null`: none. */
export function moveAsProperties(move: Move | null): Record<string, PropertyValue> {
  if (move === null) return { [property]: null, [stateProperty]: null };
  const link = (guid: string | null): Reference | null => (guid === null ? null : reference(guid));
  const { source, target, archiveSource, archiveTarget, ...rest } = move;
  const links = {
    source: link(source),
    target: link(target),
    archiveSource: link(archiveSource),
    archiveTarget: link(archiveTarget),
  };
  return {
    [property]: { kind: "moveRequest", ...rest, ...links },
    [stateProperty]: move.completedAt === null ? "open" : "done",
  };
}

const queueTime = 30n * ticksPerSecond;
const preparationTime = 5n * ticksPerSecond;
const switchTime = 10n * ticksPerSecond;
const bytesPerSecond = 5n * 1024n * 1024n;

const copyTime = ({ size }: Move): bigint => preparationTime + (size * ticksPerSecond) / bytesPerSecond;

/** Where a move is. */
export interface Progress {
  readonly status:
    | "Queued"
    | "InProgress"
    | "CompletionInProgress"
    | "Synced"
    | "AutoSuspended"
    | "Suspended"
    | "Completed";
  /** What later releases say in more detail. */
  readonly detail: string;
  readonly percent: number;
  readonly transferred: bigint;
}

const percentWhenCopied = 95;
const percentWhenPrepared = 20;

/** How much work was done by a time. */
function workedBy(move: Move, now: bigint): bigint {
  const active = move.activeSince === null ? 0n : now - move.activeSince;
  const worked = move.worked + (active > 0n ? active : 0n);
  const ready = queueTime + copyTime(move);
  return worked > ready && waits(move, now) ? ready : worked;
}

/** Whether a move that is copied is not to switch over yet. */
const waits = ({ suspendWhenReady, preventCompletion, completeAfter }: Move, now: bigint): boolean =>
  suspendWhenReady || preventCompletion || (completeAfter !== null && now < completeAfter);

export function progressOf(move: Move, now: bigint): Progress {
  const { size } = move;
  if (move.completedAt !== null) return { status: "Completed", detail: "Completed", percent: 100, transferred: size };
  const worked = workedBy(move, now);
  const copied = copiedAfter(move, worked);
  if (move.activeSince === null) return { status: "Suspended", detail: "Suspended", ...copied };
  if (worked < queueTime) return { status: "Queued", detail: "Queued", ...copied };
  const copying = worked - queueTime;
  if (copying >= copyTime(move)) {
    if (move.suspendWhenReady) return { status: "AutoSuspended", detail: "AutoSuspended", ...copied };
    if (waits(move, now)) return { status: "Synced", detail: "Synced", ...copied };
    return { status: "CompletionInProgress", detail: "Completion", ...copied };
  }
  const detail = copying < preparationTime ? "CreatingFolderHierarchy" : "CopyingMessages";
  return { status: "InProgress", detail, ...copied };
}

function copiedAfter(move: Move, worked: bigint): Pick<Progress, "percent" | "transferred"> {
  const { size } = move;
  const copying = worked - queueTime;
  if (copying < 0n) return { percent: 0, transferred: 0n };
  if (copying < preparationTime) return { percent: 10, transferred: 0n };
  const seconds = copying - preparationTime;
  const done = copying >= copyTime(move) ? size : (seconds * bytesPerSecond) / ticksPerSecond;
  const transferred = done > size ? size : done;
  const share = size === 0n ? 1 : Number(transferred) / Number(size);
  return { percent: Math.floor(percentWhenPrepared + (percentWhenCopied - percentWhenPrepared) * share), transferred };
}

/** The move put to rest, or going on. */
export function suspended(move: Move, now: bigint, comment: string): Move {
  return { ...move, worked: workedBy(move, now), activeSince: null, suspendedAt: now, suspendComment: comment };
}
export function resumed(move: Move, now: bigint): Move {
  const { status } = progressOf(move, now);
  return {
    ...restarted(move, now),
    suspendedAt: null,
    suspendWhenReady: status === "AutoSuspended" ? false : move.suspendWhenReady,
  };
}

/** The move with its work so far put down, going on from now, or from when it may begin. */
export function restarted(move: Move, now: bigint): Move {
  const { startAfter } = move;
  const activeSince = startAfter !== null && startAfter > now ? startAfter : now;
  return { ...move, worked: workedBy(move, now), activeSince };
}

/** When a move is done, if nothing comes between; `null` while it rests. */
export function dueAt(move: Move): bigint | null {
  const { activeSince, completeAfter } = move;
  if (activeSince === null || move.suspendWhenReady || move.preventCompletion) return null;
  const copied = activeSince + queueTime + copyTime(move) - move.worked;
  return (completeAfter !== null && completeAfter > copied ? completeAfter : copied) + switchTime;
}

/** When everything was copied for the first time; `null` before. */
export function copiedAt(move: Move, now: bigint): bigint | null {
  const { activeSince, completedAt } = move;
  if (activeSince === null) return null;
  const copied = activeSince + queueTime + copyTime(move) - move.worked;
  return copied <= (completedAt ?? now) ? copied : null;
}

/** Moves that are through: the mailboxes are where they were to go. */
function completeMoves(topology: Topology): Topology {
  let passed = topology;
  for (const user of findByIndex(topology, "User", stateIndex, "open")) {
    const move = moveOf(user);
    const due = move === null ? null : dueAt(move);
    if (move === null || due === null || due > topology.clock) continue;
    const result = updateObject(schema, passed, user.guid, {
      properties: {
        ...moveAsProperties({ ...move, completedAt: due }),
        ...(move.target === null ? {} : { Database: reference(move.target) }),
        ...(move.archiveTarget === null ? {} : { ArchiveDatabase: reference(move.archiveTarget) }),
      },
    });
    if (result.ok) passed = result.topology;
  }
  return passed;
}
