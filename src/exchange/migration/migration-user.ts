import { type DirectoryObject, getProperty, parseGuid } from "../../topology/index.js";
import { localTime } from "../../values/local-time.js";
import { Guid } from "../../values/simple-values.js";
import { netText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { message } from "../noun/exchange-errors.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs, taskClassOf, type VerbBehaviour } from "../noun/noun.js";
import { live } from "../noun/read.js";
import { removeVerb } from "../noun/remove-verb.js";
import { usualSentence } from "../noun/sentences.js";
import { setVerb } from "../noun/set-verb.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { computed, count, fixed, text } from "../properties/property.js";
import { copiedAt, type Progress, progressOf } from "../requests/move-state.js";
import { reportOf } from "../requests/report.js";
import { schema } from "../schema.js";
import { ByteQuantifiedSize, byteQuantifiedSizeName } from "../types/byte-quantified-size.js";
import { removeMove, startUser, stopUser } from "./inject-moves.js";
import {
  batchClass,
  batchOf,
  mailboxOfUser,
  moveOfUser,
  statusOfUser,
  summaryOf,
  userClass,
  userStatus,
  userStatusSummary,
} from "./migration-state.js";

const management = "Microsoft.Exchange.Data.Storage.Management";
const userType = `${management}.MigrationUser`;
const statisticsType = `${management}.MigrationUserStatistics`;

const guidOfMailbox = ({ topology, object }: Source): Value => {
  const mailbox = mailboxOfUser(topology, object);
  const guid = mailbox === null ? null : getProperty(schema, mailbox, "ExchangeGuid");
  return typeof guid === "string" ? new Guid(guid) : null;
};
const failure = ({ object }: Source): string => String(getProperty(schema, object, "Failure") ?? "");

/** When everything of somebody was copied, or switched over: both are synchronizations. */
const lastSync = ({ topology, object }: Source): bigint | null => {
  const move = moveOfUser(topology, object);
  return move === null ? null : (move.completedAt ?? copiedAt(move, topology.clock));
};

/** What somebody's migration and its statistics both begin with. */
const commonRows = (): readonly ExchangeProperty[] => [
  computed("Identity", `${management}.MigrationUserId`, ({ object }) => object.name),
  computed("Guid", "guid", ({ object }) => new Guid(object.guid)),
  computed("Identifier", "string", ({ object }) => object.name, { since: "2016" }),
  computed(
    "BatchId",
    `${management}.MigrationBatchId`,
    ({ topology, object }) => batchOf(topology, object)?.name ?? "",
  ),
  computed("MailboxIdentifier", "string", ({ object }) => object.name, { since: "2016" }),
  fixed("RecipientType", `${management}.MigrationUserRecipientType`, () => "Mailbox"),
  computed("MailboxGuid", "System.Nullable[guid]", guidOfMailbox),
  computed("Status", userStatus.fullName, ({ topology, object }) => userStatus(statusOfUser(topology, object))),
  computed("StatusSummary", userStatusSummary.fullName, ({ topology, object }) =>
    userStatusSummary(summaryOf(statusOfUser(topology, object))),
  ),
  computed("LastSuccessfulSyncTime", "System.Nullable[datetime]", (source, context) => {
    const ticks = lastSync(source);
    return ticks === null ? null : localTime(context, ticks);
  }),
  computed("ErrorSummary", "string", failure),
];

/** Somebody whom a batch migrates. Names documented, order and view from memory. */
export const migrationUser = defineNoun({
  noun: "MigrationUser",
  called: "migration user",
  class: {
    name: userClass,
    objectClass: ["top"],
    objectCategory: "Migration-User",
    container: { belowClass: batchClass, path: [] },
    properties: { Mailbox: { holds: "reference" }, Failure: { holds: "string" } },
  },
  tasks: "Migration.MigrationService.User",
  identity: { classes: [userClass] },
  typeNames: [userType, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    ...commonRows(),
    text("TargetDatabase", { parameter: null }),
    text("TargetArchiveDatabase", { parameter: null }),
    text("MailboxType", { parameter: null }),
    count("BadItemLimit"),
    count("LargeItemLimit", { since: "2016" }),
    computed("RequestGuid", "guid", ({ topology, object }) => {
      const mailbox = mailboxOfUser(topology, object);
      return moveOfUser(topology, object) === null || mailbox === null ? null : new Guid(mailbox.guid);
    }),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", "string", () => "New"),
  ],
  views: [
    {
      kind: "table",
      name: userType,
      typeNames: [userType],
      columns: [
        { property: "Identity" },
        { property: "BatchId", label: "Batch" },
        { property: "Status", alignment: "left" },
        { property: "LastSuccessfulSyncTime", label: "LastSyncTime", alignment: "left" },
      ],
    },
  ],
});

const ofMove = (name: string, type: string, read: (progress: Progress, items: number, size: bigint) => Value) =>
  computed(name, type, ({ topology, object }) => {
    const move = moveOfUser(topology, object);
    return move === null ? null : read(progressOf(move, topology.clock), move.items, move.size);
  });

/** How far somebody is. Names documented, order and view from memory. */
export const migrationUserStatistics = defineNoun({
  noun: "MigrationUserStatistics",
  tasks: "Migration.MigrationService.User",
  identity: { classes: [userClass] },
  typeNames: [statisticsType, userType, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    ...commonRows(),
    fixed("SkippedItemCount", "System.Nullable[long]", () => 0),
    ofMove("SyncedItemCount", "System.Nullable[long]", ({ transferred }, items, size) =>
      size === 0n ? items : Number((BigInt(items) * transferred) / size),
    ),
    ofMove("TotalItemsInSourceMailboxCount", "System.Nullable[long]", (_progress, items) => items),
    ofMove(
      "EstimatedTotalTransferSize",
      byteQuantifiedSizeName,
      (_progress, _items, size) => new ByteQuantifiedSize(size),
    ),
    ofMove("EstimatedTotalTransferCount", "System.Nullable[uint64]", (_progress, items) => items),
    ofMove("BytesTransferred", byteQuantifiedSizeName, ({ transferred }) => new ByteQuantifiedSize(transferred)),
    ofMove("PercentageComplete", "System.Nullable[int]", ({ percent }) => percent),
    computed("QueuedTime", "System.Nullable[datetime]", ({ topology, object }, context) => {
      const move = moveOfUser(topology, object);
      return move === null ? null : localTime(context, move.queuedAt);
    }),
    computed("Error", "string", failure),
    fixed("MigrationType", `${management}.MigrationType`, () => "ExchangeLocalMove"),
    fixed("SkippedItems", "Microsoft.Exchange.Data.MultiValuedProperty[MigrationUserSkippedItem]", () => null),
    fixed("DiagnosticInfo", "string", () => null),
    computed("Report", "string", live("Report")),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", "string", () => "New"),
  ],
  views: [
    {
      kind: "table",
      name: statisticsType,
      typeNames: [statisticsType],
      columns: [
        { property: "Identity" },
        { property: "BatchId", label: "Batch" },
        { property: "Status", alignment: "left" },
        { property: "SyncedItemCount", label: "Items Synced", alignment: "left" },
        { property: "SkippedItemCount", label: "Items Skipped", alignment: "left" },
      ],
    },
  ],
});

const isRunning = message({
  text: (user: string) => `The migration user "${user}" can't be removed while its batch completes.`,
  exception: "Microsoft.Exchange.Migration.MigrationPermanentException",
  category: "InvalidOperation",
  certainty: "unknown",
  evidence: "our wording: the real text is not known",
});

/** Start- and Stop-MigrationUser: what the batch's own verbs do, for one. */
function changing(
  verb: "Start" | "Stop",
  act: (task: Task, batch: DirectoryObject, user: DirectoryObject) => void,
): VerbBehaviour {
  const question = usualSentence(migrationUser, verb);
  return {
    taskClass: taskClassOf(migrationUser, verb),
    emulated: ["Identity"],
    accepted: [],
    process: (task) => {
      const user = task.resolve("Identity", migrationUser.identity, (identity) => task.notFound(identity));
      const batch = batchOf(task.topology, user);
      task.requireWrite(user);
      if (batch !== null && task.shouldProcess(question.text(user.name))) act(task, batch, user);
    },
  };
}

const called = "migration user";

export const migrationUserVerbs: NounVerbs = {
  Get: getVerb(migrationUser, {
    defaultParameterSet: "StatusAndBatchId",
    limited: true,
    filters: {
      BatchId: (task) => {
        const batch = task.resolve("BatchId", { classes: [batchClass] }, (identity) => task.notFound(identity));
        return { keep: (user) => user.parent === batch.guid };
      },
      MailboxGuid: (task) => {
        const guid = parseGuid(task.text("MailboxGuid") ?? "");
        return {
          keep: (user) => {
            const mailbox = mailboxOfUser(task.topology, user);
            return mailbox !== null && getProperty(schema, mailbox, "ExchangeGuid") === guid;
          },
        };
      },
      Status: (task) => {
        const wanted = netText(task.cmdlet.context, task.value("Status"));
        return { keep: (user) => statusOfUser(task.topology, user) === wanted };
      },
      StatusSummary: (task) => {
        const wanted = netText(task.cmdlet.context, task.value("StatusSummary"));
        return { keep: (user) => summaryOf(statusOfUser(task.topology, user)) === wanted };
      },
    },
  }),
  Set: setVerb(migrationUser, {
    // What was copied is kept up to date anyway.
    accepted: ["SyncNow"],
  }),
  Start: changing("Start", startUser),
  Stop: changing("Stop", (task, _batch, user) => stopUser(task, user)),
  Remove: removeVerb(migrationUser, {
    accepted: ["Force"],
    check: (task, user) => {
      if (statusOfUser(task.topology, user) === "Completing") throw task.failure(isRunning, [user.name]);
    },
    after: removeMove,
  }),
};

export const migrationUserStatisticsVerbs: NounVerbs = {
  Get: getVerb(migrationUserStatistics, {
    accepted: ["Diagnostic", "DiagnosticArgument", "IncludeSkippedItems", "LimitSkippedItemsTo", "SkipSubscription"],
    live: {
      IncludeReport: (task, user) => {
        const move = moveOfUser(task.topology, user);
        return new Map(move === null ? [] : [["Report", reportOf(task, move, called)] as const]);
      },
    },
  }),
};
