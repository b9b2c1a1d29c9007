import { type DirectoryObject, findByIndex, getProperty, isReference } from "../../topology/index.js";
import { netText } from "../../values/text.js";
import type { Filter } from "../noun/get-verb.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { mailboxOf, type RequestKind, workOf } from "./mailbox-request-state.js";
import { progressOf } from "./move-state.js";
import { userIn } from "./request-content.js";

/** What the parameters of Get leave of the requests. */

export const requestName = (request: DirectoryObject): string => String(getProperty(schema, request, "RequestName"));

const keep =
  (fits: (task: Task, request: DirectoryObject) => boolean) =>
  (task: Task): Filter => ({ keep: (request) => fits(task, request) });
const equal = (task: Task, parameter: string, value: unknown): boolean =>
  (task.text(parameter) ?? "").toLowerCase() === String(value ?? "").toLowerCase();

/** -Database, -RequestQueue: that of the mailbox. */
const inDatabase =
  (parameter: string) =>
  (task: Task): Filter => {
    const database = task.resolve(parameter, { classes: ["MailboxDatabase"] }, (identity) =>
      task.targetNotFound(identity, { classes: ["MailboxDatabase"] }),
    );
    const users = new Set(findByIndex(task.topology, "User", "database", database.guid).map(({ guid }) => guid));
    return { keep: (request) => users.has(mailboxOf(task.topology, request)?.guid ?? "") };
  };
/** Of a restore: the database in which the lost mailbox lies. */
const fromDatabase = (task: Task): Filter => {
  const database = task.resolve("SourceDatabase", { classes: ["MailboxDatabase"] }, (identity) =>
    task.targetNotFound(identity, { classes: ["MailboxDatabase"] }),
  );
  return {
    keep: (request) => {
      const source = getProperty(schema, request, "SourceDatabase");
      return isReference(source) && source.guid === database.guid;
    },
  };
};
const ofMailbox =
  (parameter: string) =>
  (task: Task): Filter => {
    const user = userIn(task, parameter);
    return { keep: (request) => mailboxOf(task.topology, request)?.guid === user.guid };
  };

export function filters(kind: RequestKind): Readonly<Record<string, (task: Task) => Filter>> {
  const shared = {
    Name: keep((task, request) => equal(task, "Name", requestName(request))),
    BatchName: keep((task, request) => equal(task, "BatchName", getProperty(schema, request, "BatchName"))),
    Status: keep(
      (task, request) =>
        progressOf(workOf(request), task.topology.clock).status === netText(task.cmdlet.context, task.value("Status")),
    ),
    Suspend: keep((task, request) => (workOf(request).suspendedAt !== null) === task.isOn("Suspend")),
    HighPriority: keep(
      (task, request) => /High|Emergency/.test(workOf(request).priority) === task.isOn("HighPriority"),
    ),
    RequestQueue: inDatabase("RequestQueue"),
  };
  return kind === "MailboxRestoreRequest"
    ? {
        ...shared,
        TargetMailbox: ofMailbox("TargetMailbox"),
        TargetDatabase: inDatabase("TargetDatabase"),
        SourceDatabase: fromDatabase,
      }
    : { ...shared, Mailbox: ofMailbox("Mailbox"), Database: inDatabase("Database") };
}
