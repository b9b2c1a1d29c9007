import {
  type DirectoryObject,
  getProperty,
  listObjects,
  type NewObject,
  type PropertyValue,
  reference,
} from "../../topology/index.js";
import { DateTime } from "../../values/date-time.js";
import { toItems } from "../../values/enumeration.js";
import { offsetOfLocal } from "../../values/local-time.js";
import { netText, toText } from "../../values/text.js";
import { canonicalIdentity } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { type NounVerbs, taskClassOf, type Verb, type VerbBehaviour } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { usualSentence } from "../noun/sentences.js";
import { type Setter, setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { add, change } from "../noun/write.js";
import { currentUser } from "../recipients/current-user.js";
import { mailbox } from "../recipients/mailbox.js";
import { schema } from "../schema.js";
import { removeMovesOf, startUser, stopUser, updateMoves } from "./inject-moves.js";
import { migrationBatch } from "./migration-batch.js";
import { type MigrationRow, rowsGiven } from "./migration-csv.js";
import { batchClass, endpointClass, statusOfBatch, userClass, usersOf } from "./migration-state.js";

const permanent = "Microsoft.Exchange.Migration.MigrationPermanentException";
const messages = {
  exists: message({
    text: (name: string) => `The migration batch "${name}" already exists.`,
    exception: "Microsoft.Exchange.Migration.MigrationBatchAlreadyExistsException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  nobody: message({
    text: () => "The batch has nobody to migrate. Use the CSVData, Users or UserIds parameter.",
    exception: permanent,
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  wrongState: message({
    text: (name: string, status: string, doing: string) =>
      `The migration batch "${name}" can't be ${doing}: it is ${status}.`,
    exception: "Microsoft.Exchange.Migration.MigrationBatchCannotBeProcessedException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
  noPublicFolders: message({
    text: (database: string) => `The public folders of "${database}" are in public folder mailboxes already.`,
    exception: permanent,
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "our wording: the hierarchy of this organization is one for all editions",
  }),
} as const;

/** A point in time that a parameter gives, in UTC ticks. */
function utcTicks(task: Task, parameter: string): bigint | null {
  const value = task.value(parameter);
  if (!(value instanceof DateTime)) return null;
  return value.kind === "Utc" ? value.ticks : value.ticks - offsetOfLocal(task.cmdlet.context, value.ticks);
}

/** Whom -CSVData, -Users or -UserIds name. */
function rowsOf(task: Task): readonly MigrationRow[] {
  if (task.has("CSVData")) return rowsGiven(task);
  const given = ["Users", "UserIds"].filter((name) => task.has(name));
  const names = given.flatMap((name) => toItems(task.value(name)).map((item) => toText(task.cmdlet.context, item)));
  if (names.length === 0) throw task.failure(messages.nobody, []);
  return names.map((emailAddress) => ({ emailAddress }));
}

function addUsers(task: Task, batch: DirectoryObject, rows: readonly MigrationRow[]): void {
  const present = new Set(usersOf(task.topology, batch).map(({ name }) => name.toLowerCase()));
  for (const { emailAddress, ...own } of rows) {
    if (present.has(emailAddress.toLowerCase())) continue;
    present.add(emailAddress.toLowerCase());
    const [found] = task.find(emailAddress, mailbox.identity);
    const limit = Number(own.badItemLimit);
    add(task, {
      class: userClass,
      name: emailAddress,
      parent: batch.guid,
      properties: {
        Mailbox: found === undefined ? null : reference(found.guid),
        TargetDatabase: own.targetDatabase ?? null,
        TargetArchiveDatabase: own.targetArchiveDatabase ?? null,
        MailboxType: own.mailboxType ?? null,
        BadItemLimit: own.badItemLimit === undefined || Number.isNaN(limit) ? null : limit,
      },
    });
  }
}

function make(task: Task): NewObject {
  const name = task.text("Name") ?? "";
  if (listObjects(task.topology, batchClass).some((each) => each.name.toLowerCase() === name.toLowerCase()))
    throw task.failure(messages.exists, [name]);
  if (task.has("SourcePublicFolderDatabase"))
    throw task.failure(messages.noPublicFolders, [task.text("SourcePublicFolderDatabase") ?? ""]);
  const remote = ["SourceEndpoint", "TargetEndpoint"].find((parameter) => task.has(parameter));
  const endpoint =
    remote === undefined
      ? null
      : task.resolve(remote, { classes: [endpointClass] }, (identity) => task.parameterNotFound(identity));
  const user = currentUser(task);
  return {
    class: batchClass,
    name,
    properties: {
      ListedCount: new Set(rowsOf(task).map(({ emailAddress }) => emailAddress.toLowerCase())).size,
      SubmittedByUser: user === null ? null : canonicalIdentity(task.source(user)),
      AutoComplete: task.isOn("AutoComplete"),
      StartAfterTicks: utcTicks(task, "StartAfter"),
      CompleteAfterTicks: utcTicks(task, "CompleteAfter"),
      ...(endpoint === null
        ? {}
        : { SourceEndpoint: reference(endpoint.guid), RemoteServer: getProperty(schema, endpoint, "RemoteServer") }),
    },
  };
}

function start(task: Task, batch: DirectoryObject): void {
  const started = change(task, batch, { properties: { StartedAt: task.topology.clock, IsStopped: null } });
  for (const user of usersOf(task.topology, started)) startUser(task, started, user);
}

/** The batch that -Identity means; without one, the only one. */
function theOne(task: Task): DirectoryObject {
  if (task.has("Identity")) return task.resolve("Identity", migrationBatch.identity, (id) => task.notFound(id));
  return task.single(listObjects(task.topology, batchClass), "", () => task.notFound(""));
}

function changing(
  verb: Extract<Verb, "Complete" | "Start" | "Stop">,
  from: readonly string[],
  options: Pick<VerbBehaviour, "accepted"> & Partial<VerbBehaviour>,
  act: (task: Task, batch: DirectoryObject) => void,
): VerbBehaviour {
  const question = usualSentence(migrationBatch, verb);
  const doing = { Complete: "completed", Start: "started", Stop: "stopped" }[verb];
  return {
    taskClass: taskClassOf(migrationBatch, verb),
    emulated: ["Identity"],
    ...options,
    process: (task) => {
      const batch = theOne(task);
      const status = statusOfBatch(task.topology, batch);
      if (!from.includes(status)) throw task.failure(messages.wrongState, [batch.name, status, doing]);
      task.requireWrite(batch);
      if (task.shouldProcess(question.text(batch.name))) act(task, batch);
    },
  };
}

const moment =
  (parameter: "StartAfter" | "CompleteAfter"): Setter =>
  (task) => ({ properties: { [`${parameter}Ticks`]: utcTicks(task, parameter) } });

/** How the service works, and what moves carry that is not seen of a batch. */
const unseen = [
  "AllowUnknownColumnsInCsv",
  "AutoRetryCount",
  "MoveOptions",
  "SkipMerging",
  "SkipMoving",
  "SkipReports",
];

/** -CSVData of Set: how many there are then; they are added once that is written. */
const furtherUsers: Setter = (task, _value, batch) => {
  const names = [
    ...usersOf(task.topology, batch).map(({ name }) => name),
    ...rowsGiven(task).map((row) => row.emailAddress),
  ];
  return { properties: { ListedCount: new Set(names.map((name) => name.toLowerCase())).size } };
};

export const migrationBatchVerbs: NounVerbs = {
  Get: {
    ...getVerb(migrationBatch, {
      defaultParameterSet: "Identity",
      accepted: ["Diagnostic", "DiagnosticArgument", "IncludeReport"],
      filters: {
        Status: (task) => {
          const wanted = netText(task.cmdlet.context, task.value("Status"));
          return { keep: (batch) => statusOfBatch(task.topology, batch) === wanted };
        },
        Endpoint: (task) => {
          const endpoint = task.resolve("Endpoint", { classes: [endpointClass] }, (id) => task.parameterNotFound(id));
          const leads = (value: PropertyValue): boolean =>
            typeof value === "object" && value !== null && "guid" in value && value.guid === endpoint.guid;
          return { keep: (batch) => leads(getProperty(schema, batch, "SourceEndpoint")) };
        },
      },
    }),
    noSets: ["BatchesByEndpoint"],
  },
  New: {
    ...newVerb(migrationBatch, {
      defaultParameterSet: "Onboarding",
      emulated: [
        "CSVData",
        "Users",
        "UserIds",
        "Local",
        "SourceEndpoint",
        "TargetEndpoint",
        "SourcePublicFolderDatabase",
        "AutoStart",
        "AutoComplete",
        "StartAfter",
        "CompleteAfter",
        "AllowUnknownColumnsInCsv",
      ],
      accepted: [
        ...unseen,
        "DisableOnCopy",
        "DisallowExistingUsers",
        "Locale",
        "PublicFolderToUnifiedGroup",
        "SkipSteps",
        "TimeZone",
        "WorkflowControlFlags",
        "WorkflowTemplate",
        "WorkloadType",
      ].filter((name) => name !== "AllowUnknownColumnsInCsv"),
      make,
      after: (task, batch) => {
        addUsers(task, batch, rowsOf(task));
        if (task.isOn("AutoStart")) start(task, batch);
      },
    }),
  },
  Set: setVerb(migrationBatch, {
    emulated: ["Identity", "AllowUnknownColumnsInCsv"],
    find: theOne,
    setters: { StartAfter: moment("StartAfter"), CompleteAfter: moment("CompleteAfter"), CSVData: furtherUsers },
    // A batch is always up to date here, and there are no public folders to have it from.
    accepted: [...unseen, "SourcePublicFolderDatabase", "SyncNow", "Update"].filter(
      (name) => name !== "AllowUnknownColumnsInCsv",
    ),
    after: (task, batch) => {
      if (task.has("CSVData")) {
        addUsers(task, batch, rowsGiven(task));
        const isRunning = !["Created", "Stopped"].includes(statusOfBatch(task.topology, batch));
        for (const user of isRunning ? usersOf(task.topology, batch) : []) startUser(task, batch, user);
      }
      updateMoves(task, batch);
    },
  }),
  Start: changing(
    "Start",
    ["Created", "Stopped", "Failed", "SyncedWithErrors", "CompletedWithErrors"],
    { accepted: ["Validate"] },
    start,
  ),
  Stop: changing("Stop", ["Syncing", "Waiting", "Synced", "SyncedWithErrors"], { accepted: [] }, (task, batch) => {
    for (const user of usersOf(task.topology, batch)) stopUser(task, user);
    change(task, batch, { properties: { IsStopped: true } });
  }),
  Complete: changing(
    "Complete",
    ["Synced", "SyncedWithErrors", "Syncing"],
    { emulated: ["Identity", "NotificationEmails"], accepted: ["SyncAndComplete"] },
    (task, batch) => {
      const emails = task.has("NotificationEmails")
        ? {
            NotificationEmails: toItems(task.value("NotificationEmails")).map((each) =>
              netText(task.cmdlet.context, each),
            ),
          }
        : {};
      updateMoves(
        task,
        change(task, batch, { properties: { CompletionAsked: true, CompleteAfterTicks: null, ...emails } }),
      );
    },
  ),
  Remove: removeVerb(migrationBatch, {
    emulated: ["Identity"],
    accepted: ["Force"],
    find: theOne,
    check: (task, batch) => {
      const status = statusOfBatch(task.topology, batch);
      if (status === "Completing") throw task.failure(messages.wrongState, [batch.name, status, "removed"]);
    },
    after: removeMovesOf,
  }),
};
