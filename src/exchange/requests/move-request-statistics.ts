import { followReference, getObject, getProperty, isReference, listObjects } from "../../topology/index.js";
import { ticksPerSecond } from "../../values/date-time.js";
import { localTime } from "../../values/local-time.js";
import { UInt64 } from "../../values/numbers.js";
import { Guid } from "../../values/simple-values.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import { computed, fixed } from "../properties/property.js";
import { schema } from "../schema.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { ByteQuantifiedSize, byteQuantifiedSizeName } from "../types/byte-quantified-size.js";
import { EnhancedTimeSpan, enhancedTimeSpanName } from "../types/enhanced-time-span.js";
import { Unlimited, unlimitedType, unlimitedWord } from "../types/unlimited.js";
import { serverVersionFrom } from "../types/versions.js";
import {
  databaseProperty,
  flagsProperty,
  moveIdentity,
  moveIn,
  moveRequest,
  ofMove,
  typeDetailsProperty,
  userText,
} from "./move-request.js";
import { copiedAt, type Move, moveOf } from "./move-state.js";
import { movesMeant } from "./queues.js";
import { reportLines, reportOf, startOf } from "./report.js";
import {
  replication,
  requestDirection,
  requestPriority,
  requestState,
  requestStatus,
  requestStyle,
  syncStage,
} from "./request-enumerations.js";

const typeName = "Microsoft.Exchange.MailboxReplicationService.MoveRequestStatistics";
type Marks = Pick<ExchangeProperty, "since">;

const since2013 = { since: "2013" } as const;
const moment = (name: string, of: (move: Move, now: bigint) => bigint | null, marks: Marks = {}) =>
  computed(
    name,
    "System.Nullable[datetime]",
    (source, context) => {
      const found = moveIn(source);
      const ticks = found === null ? null : of(found.move, source.topology.clock);
      return ticks === null ? null : localTime(context, ticks);
    },
    marks,
  );
const duration = (name: string, of: (move: Move, now: bigint) => bigint, marks: Marks = {}) =>
  ofMove(
    name,
    enhancedTimeSpanName,
    (move, _progress, { topology }) => new EnhancedTimeSpan(of(move, topology.clock)),
    marks,
  );
/** Nothing stalls or fails here. */
const noTime = (names: readonly string[]) => names.map((name) => duration(name, () => 0n, since2013));
const none = (name: string, type = "string", marks: Marks = {}) => fixed(name, type, () => null, marks);

const endOf = (move: Move, now: bigint): bigint => move.completedAt ?? now;

function serverOf({ topology }: Source, database: string | null) {
  const object = database === null ? null : getObject(topology, database);
  const server = object === null ? null : getProperty(schema, object, "Server");
  const target = server !== null && isReference(server) ? followReference(topology, server) : null;
  return target?.state === "live" ? target.object : null;
}
const serverName = (name: string, of: (move: Move) => string | null) =>
  ofMove(name, "string", (move, _progress, source) => {
    const server = serverOf(source, of(move));
    return server === null ? "" : String(getProperty(schema, server, "Fqdn") ?? "");
  });
const serverVersion = (name: string, of: (move: Move) => string | null) =>
  ofMove(name, "Microsoft.Exchange.Data.ServerVersion", (move, _progress, source) => {
    const server = serverOf(source, of(move));
    return server === null ? null : serverVersionFrom(getProperty(schema, server, "AdminDisplayVersion"));
  });
const limit = (name: string, of: (move: Move) => number | "unlimited", marks: Marks = {}) =>
  ofMove(
    name,
    "Microsoft.Exchange.Data.Unlimited[System.Int32]",
    (move, _progress, { release }) => {
      const value = of(move);
      return new Unlimited(unlimitedType("System.Int32"), value === "unlimited" ? null : value, unlimitedWord(release));
    },
    marks,
  );
const sourceOf = (move: Move): string | null => (move.target === null ? null : move.source);

const adObjectId = "Microsoft.Exchange.Data.Directory.ADObjectId";
const quarterOfAnHour = 15n * 60n * ticksPerSecond;
const thirtyDays = 30n * 24n * 3600n * ticksPerSecond;

/** How far a move is. The order of the list: facts/captures.jsonl, get-moverequeststatistics.1 (2016). */
export const moveRequestStatistics = defineNoun({
  noun: "MoveRequestStatistics",
  tasks: "RecipientTasks",
  identity: moveRequest.identity,
  typeNames: [typeName, `${replication}.RequestStatisticsBase`, "Microsoft.Exchange.Data.ConfigurableObject"],
  certainty: "derived",
  properties: () => [
    computed(
      "MailboxIdentity",
      "Microsoft.Exchange.Data.Directory.ADObjectId",
      ({ topology, object }) => new ADObjectId(topology, object, "canonical"),
    ),
    computed(
      "DistinguishedName",
      "string",
      ({ topology, object }) => new ADObjectId(topology, object, "canonical").distinguishedName,
    ),
    userText("DisplayName"),
    userText("Alias"),
    computed("ExchangeGuid", "guid", ({ object }) => new Guid(String(getProperty(schema, object, "ExchangeGuid")))),
    ofMove("ArchiveGuid", "System.Nullable[guid]", (move, _progress, { object }) =>
      move.archiveTarget === null ? null : new Guid(String(getProperty(schema, object, "ArchiveGuid"))),
    ),
    ofMove("Status", requestStatus.fullName, (_move, { status }) => requestStatus(status)),
    ofMove("StatusDetail", requestState.fullName, (_move, { detail }) => requestState(detail)),
    ofMove("SyncStage", syncStage.fullName, (_move, { detail }) => syncStage(stages[detail] ?? "None")),
    flagsProperty(),
    fixed("RequestStyle", requestStyle.fullName, () => requestStyle("IntraOrg")),
    fixed("Direction", requestDirection.fullName, () => requestDirection("Pull")),
    fixed("IsOffline", "bool", () => false),
    ofMove("Protect", "bool", ({ protect }) => protect),
    fixed("DoNotPreserveMailboxSignature", "bool", () => false, since2013),
    ofMove("Priority", requestPriority.fullName, ({ priority }) => requestPriority(priority)),
    fixed("WorkloadType", `${replication}.RequestWorkloadType`, () => "Local", since2013),
    ofMove("Suspend", "bool", ({ suspendedAt }) => suspendedAt !== null),
    ofMove("SuspendWhenReadyToComplete", "bool", ({ suspendWhenReady }) => suspendWhenReady),
    ofMove("IgnoreRuleLimitErrors", "bool", ({ ignoreRuleLimitErrors }) => ignoreRuleLimitErrors),
    typeDetailsProperty(),
    serverVersion("SourceVersion", sourceOf),
    databaseProperty("SourceDatabase", sourceOf),
    serverName("SourceServer", sourceOf),
    serverVersion("TargetVersion", ({ target }) => target),
    databaseProperty("TargetDatabase", ({ target }) => target),
    serverName("TargetServer", ({ target }) => target),
    databaseProperty("SourceArchiveDatabase", ({ archiveSource }) => archiveSource),
    serverVersion("SourceArchiveVersion", ({ archiveSource }) => archiveSource),
    serverName("SourceArchiveServer", ({ archiveSource }) => archiveSource),
    databaseProperty("TargetArchiveDatabase", ({ archiveTarget }) => archiveTarget),
    serverVersion("TargetArchiveVersion", ({ archiveTarget }) => archiveTarget),
    serverName("TargetArchiveServer", ({ archiveTarget }) => archiveTarget),
    none("RemoteHostName"),
    none("RemoteGlobalCatalog"),
    ofMove("BatchName", "string", ({ batchName }) => batchName),
    moment("StartAfter", ({ startAfter }) => startAfter, since2013),
    moment("CompleteAfter", ({ completeAfter }) => completeAfter, since2013),
    duration("EffectiveIncrementalSyncInterval", () => quarterOfAnHour, since2013),
    none("ConfiguredIncrementalSyncInterval", enhancedTimeSpanName, since2013),
    none("RemoteCredentialUsername"),
    none("RemoteDatabase", adObjectId, since2013),
    none("RemoteDatabaseName"),
    none("RemoteArchiveDatabase", adObjectId, since2013),
    none("RemoteArchiveDatabaseName"),
    none("TargetDeliveryDomain"),
    none("ArchiveDomain", "string", since2013),
    limit("BadItemLimit", ({ badItemLimit }) => badItemLimit),
    fixed("BadItemsEncountered", "int", () => 0),
    limit("LargeItemLimit", ({ largeItemLimit }) => largeItemLimit, since2013),
    fixed("LargeItemsEncountered", "int", () => 0, since2013),
    fixed("AllowLargeItems", "bool", () => true, since2013),
    moment("QueuedTimestamp", ({ queuedAt }) => queuedAt),
    moment("StartTimestamp", startOf),
    moment("LastUpdateTimestamp", endOf),
    moment("LastSuccessfulSyncTimestamp", copiedAt, since2013),
    moment("InitialSeedingCompletedTimestamp", copiedAt, since2013),
    moment("FinalSyncTimestamp", ({ completedAt }) => completedAt, since2013),
    moment("CompletionTimestamp", ({ completedAt }) => completedAt),
    moment("SuspendedTimestamp", ({ suspendedAt }) => suspendedAt),
    duration("OverallDuration", (move, now) => endOf(move, now) - move.queuedAt),
    duration("TotalSuspendedDuration", (move, now) => (move.suspendedAt === null ? 0n : now - move.suspendedAt)),
    duration("TotalFailedDuration", () => 0n),
    duration("TotalQueuedDuration", (move, now) => (startOf(move, now) ?? now) - move.queuedAt),
    duration("TotalInProgressDuration", (move, now) => {
      const start = startOf(move, now);
      return start === null ? 0n : endOf(move, now) - start;
    }),
    ...noTime([
      "TotalStalledDueToContentIndexingDuration",
      "TotalStalledDueToMdbReplicationDuration",
      "TotalStalledDueToMailboxLockedDuration",
      "TotalStalledDueToReadThrottle",
      "TotalStalledDueToWriteThrottle",
      "TotalStalledDueToReadCpu",
      "TotalStalledDueToWriteCpu",
      "TotalStalledDueToReadUnknown",
      "TotalStalledDueToWriteUnknown",
      "TotalTransientFailureDuration",
      "TotalIdleDuration",
    ]),
    ofMove("MRSServerName", "string", (_move, { status }, { topology }) => {
      const [server] = listObjects(topology, "ExchangeServer");
      return status === "Queued" || server === undefined ? "" : String(getProperty(schema, server, "Fqdn") ?? "");
    }),
    ofMove("TotalMailboxSize", byteQuantifiedSizeName, ({ size }) => new ByteQuantifiedSize(size)),
    ofMove("TotalMailboxItemCount", "uint64", ({ items }) => new UInt64(BigInt(items))),
    ofMove("TotalArchiveSize", byteQuantifiedSizeName, ({ archiveTarget }) =>
      archiveTarget === null ? null : new ByteQuantifiedSize(0n),
    ),
    ofMove("TotalArchiveItemCount", "System.Nullable[uint64]", ({ archiveTarget }) =>
      archiveTarget === null ? null : new UInt64(0n),
    ),
    ofMove("BytesTransferred", byteQuantifiedSizeName, (_move, { transferred }) => new ByteQuantifiedSize(transferred)),
    fixed("BytesTransferredPerMinute", byteQuantifiedSizeName, () => new ByteQuantifiedSize(0n), since2013),
    ofMove(
      "ItemsTransferred",
      "System.Nullable[uint64]",
      ({ items, size }, { transferred }) =>
        new UInt64(size === 0n ? BigInt(items) : (BigInt(items) * transferred) / size),
    ),
    ofMove("PercentComplete", "int", (_move, { percent }) => percent),
    fixed("CompletedRequestAgeLimit", enhancedTimeSpanName, () => new EnhancedTimeSpan(thirtyDays), since2013),
    none("PositionInQueue", "string", since2013),
    none("InternalFlags", "string", since2013),
    none("FailureCode", "System.Nullable[int]"),
    none("FailureType"),
    none("FailureSide"),
    ofMove("Message", "string", ({ suspendComment }) => suspendComment),
    none("FailureTimestamp", "System.Nullable[datetime]"),
    fixed("IsValid", "bool", () => true),
    none("ValidationMessage"),
    none("RequestGuid", "guid", since2013),
    databaseProperty("RequestQueue", ({ target, archiveTarget }) => target ?? archiveTarget),
    none("MigrationMailboxGuid", "guid", since2013),
    none("SourceEndpointGuid", "guid", since2013),
    moveIdentity,
    none("DiagnosticInfo", "string", since2013),
    computed("Report", "string", (source) => live("Report")(source)),
  ],
  views: (["2010", "2013"] as const).map((release) => ({
    kind: "table",
    name: typeName,
    typeNames: [typeName],
    // facts/captures.jsonl, get-moverequeststatistics.2, .3, get-moverequest.2
    autoSize: true,
    columns: [
      { property: "DisplayName" },
      { property: release === "2010" ? "Status" : "StatusDetail" },
      { property: "TotalMailboxSize" },
      { property: "TotalArchiveSize" },
      { property: "PercentComplete", alignment: "left" },
    ],
    ...(release === "2010" ? { until: "2010" } : { since: "2013" }),
  })),
});

const stages: Readonly<Record<string, string>> = {
  CreatingFolderHierarchy: "CreatingFolderHierarchy",
  CopyingMessages: "CopyingMessages",
  Completion: "FinalIncrementalSync",
  Completed: "SyncFinished",
  AutoSuspended: "IncrementalSync",
  Synced: "IncrementalSync",
};

export const moveRequestStatisticsVerbs: NounVerbs = {
  Get: {
    taskClass: "RecipientTasks.GetMoveRequestStatistics",
    emulated: ["Identity", "IncludeReport", "ReportOnly", "MailboxGuid", "MoveRequestQueue", "MRSInstance"],
    // They add what support reads: the service's own notes, whose content is no part of the picture.
    accepted: ["Diagnostic", "DiagnosticArgument"],
    defaultParameterSet: "IdentityOnPremises",
    process: (task) => {
      for (const user of movesMeant(task)) {
        const move = moveOf(user);
        if (move !== null && task.isOn("ReportOnly")) {
          for (const line of reportLines(task, move, "move request")) task.cmdlet.writeObject(line);
          continue;
        }
        const report = move !== null && task.isOn("IncludeReport") ? reportOf(task, move, "move request") : null;
        const values = report === null ? {} : { live: new Map([["Report", report]]) };
        task.cmdlet.writeObject(moveRequestStatistics.present({ ...task.source(user), ...values }));
      }
    },
  },
};
