import {
  type DirectoryObject,
  getObject,
  getProperty,
  isReference,
  listObjects,
  type PropertyValue,
  updateObject,
} from "../../topology/index.js";

import { DateTime } from "../../values/date-time.js";
import { offsetOfLocal } from "../../values/local-time.js";
import { netText } from "../../values/text.js";
import { foldersOf } from "../mailboxes/mailbox-content.js";
import { noStoreForMove, requireStore } from "../mailboxes/open-mailbox.js";
import { canonicalIdentity } from "../noun/common-properties.js";
import { exchangeMessages, message, sentence } from "../noun/exchange-errors.js";
import { type Filter, getVerb } from "../noun/get-verb.js";
import type { NounVerbs, VerbBehaviour } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { writeFailure } from "../noun/write-failure.js";
import { mailbox } from "../recipients/mailbox.js";
import { schema } from "../schema.js";
import { limitIn, requireAcceptedLoss } from "./data-loss.js";
import { lockLeftBy, requireUnlocked } from "./mailbox-lock.js";
import { moveRequest, nameOfMove } from "./move-request.js";
import { moveRequestStatistics } from "./move-request-statistics.js";
import {
  type Move,
  moveAsProperties,
  moveOf,
  progressOf,
  restarted,
  resumed,
  suspended,
  usersWithMoves,
} from "./move-state.js";
import { movesMeant } from "./queues.js";
import { refuseRemote, refuseRemoteSettings, remoteParameters, unreached } from "./remote-move.js";
import { flagNamesOf } from "./request-enumerations.js";

const recipientTask = "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException";

const messages = {
  beingMoved: message({
    text: (mailboxName: string, database: string) =>
      `Mailbox '${mailboxName}' is already being moved to '${database}'.`,
    exception: recipientTask,
    category: "InvalidArgument",
    certainty: "documented",
    evidence: "facts/messages.md, New-MoveRequest; category and class from memory",
  }),
  alreadyMoved: message({
    text: (mailboxName: string) =>
      `Mailbox '${mailboxName}' already has a completed move request associated with it. Before you create a new move request for the mailbox, run the Remove-MoveRequest cmdlet to clear the completed move request.`,
    exception: recipientTask,
    category: "InvalidArgument",
    certainty: "memory",
    evidence: "remembered; facts/nouns.json, New-MoveRequest, is not sure of the words either",
  }),
  onTarget: message({
    text: (mailboxName: string, database: string) =>
      `The mailbox ${mailboxName} is already on the target database "${database}".`,
    exception: recipientTask,
    category: "InvalidArgument",
    certainty: "memory",
    evidence: "facts/nouns.json, New-MoveRequest",
  }),
  noTarget: message({
    text: () =>
      "There is no other mounted mailbox database that takes new mailboxes. Use the TargetDatabase parameter.",
    exception: recipientTask,
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  noArchive: message({
    text: (mailboxName: string) => `The mailbox "${mailboxName}" doesn't have an archive to move.`,
    exception: recipientTask,
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  completed: message({
    text: (mailboxName: string) => `The move request of the mailbox "${mailboxName}" is completed.`,
    exception: recipientTask,
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const badItems = sentence({
  text: () =>
    "When an item can't be read from the source database or it can't be written to the destination database, it will be considered corrupted. By specifying a non-zero BadItemLimit, you are requesting Exchange not copy such items to the destination mailbox. At move completion, these corrupted items will not be available in the destination mailbox.",
  certainty: "memory",
  evidence: "facts/nouns.json, New-MoveRequest",
});
const question = (doing: string, certainty: "captured" | "memory" | "unknown") =>
  sentence({
    text: (name: string) => `${doing} move request "${name}".`,
    certainty,
    evidence: "facts/nouns.json, Remove-/Suspend-/Resume-MoveRequest; remove-moverequest.1",
  });
const questions = {
  removeCompleted: question("Removing completed", "captured"),
  remove: question("Removing", "memory"),
  suspend: question("Suspending", "memory"),
  resume: question("Resuming", "unknown"),
  set: question("Setting", "unknown"),
  create: question("Creating", "unknown"),
} as const;

const guidIn = (user: DirectoryObject, property: string): string | null => {
  const link = getProperty(schema, user, property);
  return isReference(link) ? link.guid : null;
};

/** The database that a parameter means. */
function databaseIn(task: Task, parameter: string): DirectoryObject | null {
  if (task.value(parameter) === null) return null;
  return task.resolve(parameter, { classes: ["MailboxDatabase"] }, (identity) =>
    task.failure(exchangeMessages.databaseNotFound, [identity]),
  );
}

/** Another database than the mailbox's, of those that take new mailboxes. */
function otherDatabase(task: Task, source: string): DirectoryObject {
  const is = (database: DirectoryObject, property: string): boolean => getProperty(schema, database, property) === true;
  const found = listObjects(task.topology, "MailboxDatabase").find(
    (database) =>
      database.guid !== source &&
      is(database, "Mounted") &&
      !["Recovery", "IsExcludedFromProvisioning", "IsSuspendedFromProvisioning"].some((name) => is(database, name)),
  );
  if (found === undefined) throw task.failure(messages.noTarget, []);
  return found;
}

/** Where mailbox and archive go. */
function routeOf(
  task: Task,
  user: DirectoryObject,
): Pick<Move, "source" | "target" | "archiveSource" | "archiveTarget"> {
  const identity = task.value("Identity");
  const name = canonicalIdentity(task.source(user));
  const source = guidIn(user, "Database") ?? "";
  const archive = guidIn(user, "ArchiveDatabase");
  const archiveOnly = task.isOn("ArchiveOnly");
  if (archiveOnly && archive === null) throw task.failure(messages.noArchive, [name], identity);
  const target = archiveOnly ? null : (databaseIn(task, "TargetDatabase") ?? otherDatabase(task, source));
  if (target?.guid === source) throw task.failure(messages.onTarget, [user.name, target.name], identity);
  const movesArchive = archive !== null && !task.isOn("PrimaryOnly");
  const archiveTarget = movesArchive
    ? (databaseIn(task, "ArchiveTargetDatabase") ?? target ?? otherDatabase(task, archive))
    : null;
  return {
    source,
    target: target?.guid ?? null,
    archiveSource: archiveTarget === null ? null : archive,
    archiveTarget: archiveTarget?.guid ?? null,
  };
}

function newMove(task: Task, user: DirectoryObject): Move {
  const now = task.topology.clock;
  const folders = foldersOf(user);
  const isSuspended = task.isOn("Suspend");
  const startAfter = utcTicksIn(task, "StartAfter");
  const begin = startAfter !== null && startAfter > now ? startAfter : now;
  return {
    ...routeOf(task, user),
    size: folders.reduce((sum, folder) => sum + folder.size, 0n),
    items: folders.reduce((sum, folder) => sum + folder.items, 0),
    queuedAt: now,
    worked: 0n,
    activeSince: isSuspended ? null : begin,
    suspendedAt: isSuspended ? now : null,
    completedAt: null,
    suspendWhenReady: task.isOn("SuspendWhenReadyToComplete"),
    batchName: task.text("BatchName") ?? "",
    suspendComment: task.text("SuspendComment") ?? "",
    badItemLimit: limitIn(task, "BadItemLimit"),
    largeItemLimit: limitIn(task, "LargeItemLimit"),
    priority: task.text("Priority") ?? "Normal",
    protect: task.isOn("Protect"),
    ignoreRuleLimitErrors: task.isOn("IgnoreRuleLimitErrors"),
    startAfter,
    completeAfter: utcTicksIn(task, "CompleteAfter"),
    preventCompletion: task.isOn("PreventCompletion"),
  };
}

/** A point in time that a parameter gives, in UTC ticks. */
function utcTicksIn(task: Task, parameter: string): bigint | null {
  const value = task.value(parameter);
  if (!(value instanceof DateTime)) return null;
  return value.kind === "Utc" ? value.ticks : value.ticks - offsetOfLocal(task.cmdlet.context, value.ticks);
}

function store(task: Task, user: DirectoryObject, move: Move | null): DirectoryObject {
  return updated(task, user, moveAsProperties(move));
}

function updated(task: Task, user: DirectoryObject, properties: Record<string, PropertyValue>): DirectoryObject {
  const result = updateObject(schema, task.topology, user.guid, { properties });
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
  return result.object;
}

function refuseSecond(task: Task, user: DirectoryObject): void {
  const move = moveOf(user);
  if (move === null) return;
  const name = canonicalIdentity(task.source(user));
  if (move.completedAt !== null) throw task.failure(messages.alreadyMoved, [name], task.value("Identity"));
  const target = listObjects(task.topology, "MailboxDatabase").find(({ guid }) => guid === move.target);
  throw task.failure(messages.beingMoved, [name, target?.name ?? ""], task.value("Identity"));
}

function create(task: Task): void {
  refuseRemote(task);
  requireAcceptedLoss(task);
  const user = task.resolve("Identity", mailbox.identity, (identity) => task.notFound(identity));
  refuseSecond(task, user);
  const move = newMove(task, user);
  for (const guid of [move.source, move.target]) {
    const database = guid === null ? null : getObject(task.topology, guid);
    if (database !== null) requireStore(task, database, noStoreForMove);
  }
  requireUnlocked(task, user);
  task.requireWrite(user);
  if (!task.shouldProcess(questions.create.text(nameOfMove(user)))) return;
  if (move.badItemLimit !== 0) task.cmdlet.writeWarning(badItems.text());
  task.cmdlet.writeObject(moveRequestStatistics.present(task.source(store(task, user, move))));
}

/** The move that -Identity means, changed. */
function changing(
  verb: string,
  options: Pick<VerbBehaviour, "emulated"> & Partial<VerbBehaviour>,
  ask: (name: string, move: Move) => string,
  change: (task: Task, move: Move, name: string) => Move | null,
): VerbBehaviour {
  return {
    taskClass: `RecipientTasks.${verb}MoveRequest`,
    accepted: [],
    ...options,
    process: (task) => {
      const [user] = movesMeant(task);
      const move = user === undefined ? null : moveOf(user);
      if (user === undefined || move === null) return;
      const name = nameOfMove(user);
      const changed = change(task, move, name);
      task.requireWrite(user);
      if (!task.shouldProcess(ask(name, move))) return;
      const now = store(task, user, changed);
      if (changed === null) updated(task, now, lockLeftBy(task, move));
    },
  };
}

function unlessCompleted(task: Task, move: Move, name: string): void {
  if (move.completedAt !== null) throw task.failure(messages.completed, [name], task.value("Identity"));
}

/** Other databases: what was copied to the old ones is lost, and the move begins anew. */
function withTargets(task: Task, move: Move): Move {
  const target = databaseIn(task, "TargetDatabase")?.guid ?? move.target;
  const archiveTarget = databaseIn(task, "ArchiveTargetDatabase")?.guid ?? move.archiveTarget;
  if (target === move.target && archiveTarget === move.archiveTarget) return move;
  const moved = { ...move, target, archiveTarget };
  if (move.activeSince === null) return { ...moved, worked: 0n };
  return { ...restarted(moved, task.topology.clock), worked: 0n };
}

function settings(task: Task, given: Move): Move {
  // What was done stays done, also when it was less than the new times would have allowed.
  const move = given.activeSince === null ? given : restarted(given, task.topology.clock);
  const text = (name: string, present: string): string => (task.has(name) ? (task.text(name) ?? "") : present);
  const on = (name: string, present: boolean): boolean => (task.has(name) ? task.isOn(name) : present);
  const startAfter = task.has("StartAfter") ? utcTicksIn(task, "StartAfter") : move.startAfter;
  const changed = {
    ...withTargets(task, move),
    badItemLimit: task.has("BadItemLimit") ? limitIn(task, "BadItemLimit") : move.badItemLimit,
    largeItemLimit: task.has("LargeItemLimit") ? limitIn(task, "LargeItemLimit") : move.largeItemLimit,
    batchName: text("BatchName", move.batchName),
    priority: text("Priority", move.priority),
    protect: on("Protect", move.protect),
    suspendWhenReady: on("SuspendWhenReadyToComplete", move.suspendWhenReady),
    ignoreRuleLimitErrors: on("IgnoreRuleLimitErrors", move.ignoreRuleLimitErrors),
    startAfter,
    completeAfter: task.has("CompleteAfter") ? utcTicksIn(task, "CompleteAfter") : move.completeAfter,
    preventCompletion: on("PreventCompletion", move.preventCompletion),
  };
  return changed.activeSince === null ? changed : restarted(changed, task.topology.clock);
}

const byMove =
  (fits: (task: Task, move: Move) => boolean) =>
  (task: Task): Filter => ({
    keep: (user) => {
      const move = moveOf(user);
      return move !== null && fits(task, move);
    },
  });

function byDatabase(parameter: string, guidOf: (move: Move) => readonly (string | null)[]) {
  return (task: Task): Filter => {
    const database = databaseIn(task, parameter);
    return byMove((_task, move) => database !== null && guidOf(move).includes(database.guid))(task);
  };
}

const creation = [
  "Identity",
  "TargetDatabase",
  "ArchiveTargetDatabase",
  "ArchiveOnly",
  "PrimaryOnly",
  "BadItemLimit",
  "AcceptLargeDataLoss",
  "BatchName",
  "Priority",
  "Protect",
  "IgnoreRuleLimitErrors",
  "Suspend",
  "SuspendComment",
  "SuspendWhenReadyToComplete",
  "LargeItemLimit",
  "StartAfter",
  "CompleteAfter",
  "PreventCompletion",
];

/** Since 2013: what is left out of a mailbox, how often it is looked at again, how long the request is kept. */
const moveDetails = [
  "CompletedRequestAgeLimit",
  "IncrementalSyncInterval",
  "InternalFlags",
  "MoveOptions",
  "RequestExpiryInterval",
  "SkipMoving",
];

export const moveRequestVerbs: NounVerbs = {
  Get: getVerb(moveRequest, {
    limited: true,
    defaultParameterSet: "Identity",
    // A mailbox that was moved away is gone here at once.
    accepted: ["IncludeSoftDeletedObjects"],
    all: (task) => usersWithMoves(task.topology),
    filters: {
      MoveStatus: byMove(
        (task, move) =>
          progressOf(move, task.topology.clock).status === netText(task.cmdlet.context, task.value("MoveStatus")),
      ),
      BatchName: byMove((task, move) => move.batchName.toLowerCase() === (task.text("BatchName") ?? "").toLowerCase()),
      SourceDatabase: byDatabase("SourceDatabase", (move) => [
        move.target === null ? null : move.source,
        move.archiveSource,
      ]),
      TargetDatabase: byDatabase("TargetDatabase", (move) => [move.target, move.archiveTarget]),
      Suspend: byMove((task, move) => (move.suspendedAt !== null) === task.isOn("Suspend")),
      SuspendWhenReadyToComplete: byMove(
        (task, move) => move.suspendWhenReady === task.isOn("SuspendWhenReadyToComplete"),
      ),
      Protect: byMove((task, move) => move.protect === task.isOn("Protect")),
      // All moves are online, within the organization, of mailboxes that are read while they are moved.
      Offline: byMove((task) => !task.isOn("Offline")),
      RemoteHostName: byMove(() => false),
      Flags: byMove((task, move) => {
        const flags = flagNamesOf(move);
        return netText(task.cmdlet.context, task.value("Flags"))
          .split(", ")
          .every((flag) => flags.includes(flag));
      }),
      HighPriority: byMove((task, move) => /High|Emergency/.test(move.priority) === task.isOn("HighPriority")),
    },
  }),
  New: {
    taskClass: "RecipientTasks.NewMoveRequest",
    emulated: [...creation, ...remoteParameters],
    accepted: [
      ...unreached,
      "AllowLargeItems",
      "DoNotPreserveMailboxSignature",
      "MRSServer",
      "ForceOffline",
      ...moveDetails,
      "ForcePull",
      "ForcePush",
      "WorkloadType",
    ],
    // The reference calls it mandatory of all moves between forests; only those of older forests ask for one.
    optional: ["RemoteGlobalCatalog"],
    defaultParameterSet: "MigrationLocal",
    process: create,
  },
  Set: changing(
    "Set",
    {
      emulated: [
        "Identity",
        "AcceptLargeDataLoss",
        "BadItemLimit",
        "BatchName",
        "Priority",
        "Protect",
        "SuspendWhenReadyToComplete",
        "IgnoreRuleLimitErrors",
        "RemoteCredential",
        "RemoteGlobalCatalog",
        "RemoteHostName",
        "LargeItemLimit",
        "StartAfter",
        "CompleteAfter",
        "PreventCompletion",
        "TargetDatabase",
        "ArchiveTargetDatabase",
      ],
      accepted: moveDetails,
    },
    (name) => questions.set.text(name),
    (task, move, name) => {
      unlessCompleted(task, move, name);
      requireAcceptedLoss(task);
      refuseRemoteSettings(task, name);
      return settings(task, move);
    },
  ),
  Suspend: changing(
    "Suspend",
    { emulated: ["Identity", "SuspendComment"], confirms: true },
    (name) => questions.suspend.text(name),
    (task, move, name) => {
      unlessCompleted(task, move, name);
      return suspended(move, task.topology.clock, task.text("SuspendComment") ?? "");
    },
  ),
  Resume: changing(
    "Resume",
    { emulated: ["Identity", "SuspendWhenReadyToComplete"] },
    (name) => questions.resume.text(name),
    (task, move, name) => {
      unlessCompleted(task, move, name);
      const next = resumed(move, task.topology.clock);
      return task.isOn("SuspendWhenReadyToComplete") ? { ...next, suspendWhenReady: true } : next;
    },
  ),
  Remove: changing(
    "Remove",
    {
      emulated: ["Identity", "MailboxGuid", "MoveRequestQueue"],
      accepted: ["Force"],
      confirms: true,
      defaultParameterSet: "Identity",
    },
    (name, move) => (move.completedAt === null ? questions.remove : questions.removeCompleted).text(name),
    () => null,
  ),
};
