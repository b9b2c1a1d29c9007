import {
  type DirectoryObject,
  getObject,
  getProperty,
  isList,
  isReference,
  listObjects,
  type PropertyValue,
} from "../../topology/index.js";
import { foldersOf } from "../mailboxes/mailbox-content.js";
import { canonicalIdentity } from "../noun/common-properties.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import {
  type Move,
  moveAsProperties,
  moveOf,
  restarted,
  resumed,
  suspended,
  usersWithMoves,
} from "../requests/move-state.js";
import { schema } from "../schema.js";
import { batchNameOfMoves, batchOf, mailboxOfUser, moveOfUser, usersOf } from "./migration-state.js";

/** What a batch does to the moves of its users. */

const own = (object: DirectoryObject, name: string): PropertyValue => getProperty(schema, object, name);
const guidIn = (object: DirectoryObject, name: string): string | null => {
  const link = own(object, name);
  return isReference(link) ? link.guid : null;
};
const ticks = (object: DirectoryObject, name: string): bigint | null => {
  const value = own(object, name);
  return typeof value === "bigint" ? value : null;
};

/** A failure in our words: why somebody is not migrated. */
interface Refusal {
  readonly failure: string;
}

const databaseNamed = (task: Task, name: string): string | null =>
  listObjects(task.topology, "MailboxDatabase").find((each) => each.name.toLowerCase() === name.toLowerCase())?.guid ??
  null;

/** The database that somebody goes to: his own line says it, else the batch, by turns; else another than his. */
function target(
  task: Task,
  user: DirectoryObject,
  present: string,
  kind: "Database" | "ArchiveDatabase",
): string | null {
  const batch = batchOf(task.topology, user);
  const line = String(own(user, `Target${kind}`) ?? "");
  if (line !== "") return databaseNamed(task, line);
  const listed = batch === null ? [] : own(batch, `Target${kind}s`);
  const names = isList(listed) ? listed.map(String) : [];
  const turn = batch === null ? 0 : usersOf(task.topology, batch).findIndex(({ guid }) => guid === user.guid);
  const name = names[turn % Math.max(1, names.length)];
  if (name !== undefined) return databaseNamed(task, name);
  const is = (database: DirectoryObject, property: string): boolean => own(database, property) === true;
  const free = listObjects(task.topology, "MailboxDatabase").filter(
    (each) =>
      is(each, "Mounted") &&
      !["Recovery", "IsExcludedFromProvisioning", "IsSuspendedFromProvisioning"].some((property) => is(each, property)),
  );
  return free.find(({ guid }) => guid !== present)?.guid ?? null;
}

function moveFor(task: Task, batch: DirectoryObject, user: DirectoryObject): Move | Refusal {
  const mailbox = mailboxOfUser(task.topology, user);
  if (mailbox === null || guidIn(mailbox, "Database") === null)
    return { failure: `A mailbox for the address "${user.name}" couldn't be found.` };
  const present = moveOf(mailbox);
  if (present !== null && present.completedAt === null)
    return { failure: `Mailbox '${canonicalIdentity(task.source(mailbox))}' is already being moved.` };
  const source = guidIn(mailbox, "Database") ?? "";
  const archive = guidIn(mailbox, "ArchiveDatabase");
  const kind = String(own(user, "MailboxType") ?? "").toLowerCase();
  const archiveOnly = kind === "archive" || (kind === "" && own(batch, "ArchiveOnly") === true);
  const primaryOnly = kind === "primary" || (kind === "" && own(batch, "PrimaryOnly") === true);
  if (archiveOnly && archive === null) return { failure: `The mailbox "${mailbox.name}" doesn't have an archive.` };
  const to = archiveOnly ? null : target(task, user, source, "Database");
  if (!archiveOnly && to === null) return { failure: "There is no database for the mailbox." };
  if (to === source)
    return {
      failure: `The mailbox ${mailbox.name} is already on the target database "${getObject(task.topology, source)?.name ?? ""}".`,
    };
  const archiveTo = archive === null || primaryOnly ? null : (target(task, user, archive, "ArchiveDatabase") ?? to);
  const folders = foldersOf(mailbox);
  const { clock } = task.topology;
  const startAfter = ticks(batch, "StartAfterTicks");
  return withEnd(task, batch, {
    source,
    target: to,
    archiveSource: archiveTo === null ? null : archive,
    archiveTarget: archiveTo,
    size: folders.reduce((sum, folder) => sum + folder.size, 0n),
    items: folders.reduce((sum, folder) => sum + folder.items, 0),
    queuedAt: clock,
    worked: 0n,
    activeSince: startAfter !== null && startAfter > clock ? startAfter : clock,
    suspendedAt: null,
    completedAt: null,
    suspendWhenReady: false,
    batchName: batchNameOfMoves(batch),
    suspendComment: "",
    badItemLimit: limitOf(own(user, "BadItemLimit") ?? own(batch, "BadItemLimit")),
    largeItemLimit: limitOf(own(batch, "LargeItemLimit")),
    priority: "Normal",
    protect: false,
    ignoreRuleLimitErrors: false,
    startAfter,
    completeAfter: null,
    preventCompletion: false,
  });
}

const limitOf = (value: PropertyValue): number | "unlimited" =>
  typeof value === "number" ? value : value === null ? 0 : "unlimited";

/** When a move may complete: as the batch says; in 2013 one that may not rests by itself. */
function withEnd(task: Task, batch: DirectoryObject, move: Move): Move {
  const completeAfter = ticks(batch, "CompleteAfterTicks");
  const waits = completeAfter === null && own(batch, "AutoComplete") !== true && own(batch, "CompletionAsked") !== true;
  const rests = task.info.release === "2013";
  return { ...move, completeAfter, suspendWhenReady: waits && rests, preventCompletion: waits && !rests };
}

const store = (task: Task, mailbox: DirectoryObject, move: Move | null): void => {
  change(task, mailbox, { properties: moveAsProperties(move) });
};

/** Begins with somebody, or goes on where the batch was stopped; who failed is tried again. */
export function startUser(task: Task, batch: DirectoryObject, user: DirectoryObject): void {
  const mailbox = mailboxOfUser(task.topology, user);
  const present = moveOfUser(task.topology, user);
  if (present !== null && mailbox !== null) {
    if (present.completedAt === null) store(task, mailbox, withEnd(task, batch, resumed(present, task.topology.clock)));
    return;
  }
  const move = elsewhere(batch) ?? moveFor(task, batch, user);
  if ("failure" in move) {
    change(task, user, { properties: { Failure: move.failure } });
    return;
  }
  change(task, user, { properties: { Failure: null } });
  if (mailbox !== null) store(task, mailbox, move);
}

/** Who comes from another organization does not come: nobody there answers. */
function elsewhere(batch: DirectoryObject): Refusal | null {
  const server = String(own(batch, "RemoteServer") ?? "");
  return server === "" ? null : { failure: `The connection to the server '${server}' could not be completed.` };
}

export function stopUser(task: Task, user: DirectoryObject): void {
  const mailbox = mailboxOfUser(task.topology, user);
  const move = moveOfUser(task.topology, user);
  if (mailbox !== null && move !== null && move.completedAt === null)
    store(task, mailbox, suspended(move, task.topology.clock, ""));
}

/** What the batch says now counts for the moves that go on. */
export function updateMoves(task: Task, batch: DirectoryObject): void {
  for (const user of usersOf(task.topology, batch)) {
    const mailbox = mailboxOfUser(task.topology, user);
    const move = moveOfUser(task.topology, user);
    if (mailbox === null || move === null || move.completedAt !== null) continue;
    const next = withEnd(task, batch, move.activeSince === null ? move : restarted(move, task.topology.clock));
    store(task, mailbox, next);
  }
}

/** Takes away the moves that a batch has made; it may be gone itself. */
export function removeMovesOf(task: Task, batch: DirectoryObject): void {
  const name = batchNameOfMoves(batch);
  for (const mailbox of usersWithMoves(task.topology))
    if (moveOf(mailbox)?.batchName === name) store(task, mailbox, null);
}

/** Takes away the move that a batch has made for somebody. */
export function removeMove(task: Task, user: DirectoryObject): void {
  const mailbox = mailboxOfUser(task.topology, user);
  if (mailbox !== null && moveOfUser(task.topology, user) !== null) store(task, mailbox, null);
}
