import { Single } from "../../values/numbers.js";
import { Version } from "../../values/simple-values.js";
import { objectStateOf } from "../noun/common-properties.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { live } from "../noun/read.js";
import { computed, fixed } from "../properties/property.js";
import { ByteQuantifiedSize } from "../types/byte-quantified-size.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { actionInitiator, contentIndexState, copyStatus } from "./enumerations.js";

/** The lists of Get-MailboxDatabaseCopyStatus: that of 2010, and the one three times as long since 2013. */

const times = "System.Nullable[datetime]";
const sizes = "Microsoft.Exchange.Data.ByteQuantifiedSize";

/** What the Replication service tells of a copy. */
const told = (name: string, type = "string"): ExchangeProperty => computed(name, type, live(name));
const toldTimes = (...names: readonly string[]): readonly ExchangeProperty[] => names.map((name) => told(name, times));
const none = (name: string, type = "System.Object"): ExchangeProperty => fixed(name, type, () => null);
const empty = (name: string): ExchangeProperty => fixed(name, "string", () => "");
const no = (name: string): ExchangeProperty => fixed(name, "bool", () => false);
/** No log is ever written here, so that none is counted. */
const zero = (name: string, type = "long"): ExchangeProperty => fixed(name, type, () => (type === "long" ? 0n : 0));
const float = (name: string): ExchangeProperty => fixed(name, "float", () => new Single(0));
const version = (name: string, minor: number): ExchangeProperty => fixed(name, "version", () => new Version(0, minor));

const backups = (): readonly ExchangeProperty[] => [
  ...[
    "LatestFullBackupTime",
    "LatestIncrementalBackupTime",
    "LatestDifferentialBackupTime",
    "LatestCopyBackupTime",
  ].map((name) => none(name, times)),
  ...[
    "SnapshotBackup",
    "SnapshotLatestFullBackup",
    "SnapshotLatestIncrementalBackup",
    "SnapshotLatestDifferentialBackup",
    "SnapshotLatestCopyBackup",
  ].map((name) => none(name, "System.Nullable[bool]")),
  no("LogReplayQueueIncreasing"),
  no("LogCopyQueueIncreasing"),
];

const logTimes = [
  "LatestAvailableLogTime",
  "LastCopyNotificationedLogTime",
  "LastCopiedLogTime",
  "LastInspectedLogTime",
  "LastReplayedLogTime",
] as const;
const logNumbers = [
  "LastLogGenerated",
  "LastLogCopyNotified",
  "LastLogCopied",
  "LastLogInspected",
  "LastLogReplayed",
] as const;
const logCounts = ["LogsReplayedSinceInstanceStart", "LogsCopiedSinceInstanceStart"] as const;

/** As measured on a server of 2010 (facts/nouns.json). */
export const rowsOf2010 = (): readonly ExchangeProperty[] => [
  told("Identity"),
  told("Name"),
  told("DatabaseName"),
  told("Status", copyStatus.fullName),
  told("MailboxServer"),
  told("ActiveDatabaseCopy"),
  told("ActivationSuspended", "bool"),
  told("ActionInitiator", actionInitiator.fullName),
  empty("ErrorMessage"),
  none("ErrorEventId", "System.Nullable[uint32]"),
  none("ExtendedErrorInfo"),
  told("SuspendComment"),
  zero("SinglePageRestore", "int"),
  told("ContentIndexState", contentIndexState.fullName),
  empty("ContentIndexErrorMessage"),
  zero("CopyQueueLength"),
  zero("ReplayQueueLength"),
  ...toldTimes(...logTimes),
  ...[...logNumbers, ...logCounts].map((name) => zero(name)),
  ...backups(),
  fixed("OutstandingDumpsterRequests", "System.Object[]", () => multiValuedProperty([])),
  none("OutgoingConnections", "System.Object[]"),
  none("IncomingLogCopyingNetwork"),
  none("SeedingNetwork"),
  told("ActiveCopy", "bool"),
];

/** A copy's last checks of availability and of redundancy. */
const checks = (kind: "Availability" | "Redundancy"): readonly ExchangeProperty[] => [
  told(`IsLastCopy${kind}ChecksPassed`, "System.Nullable[bool]"),
  told(`LastCopy${kind}ChecksPassedTime`, times),
  told(`LastCopy${kind}CheckFailedID`),
  told(`LastCopy${kind}CheckFailedErrorMsg`),
];

/** A disk of the captured server. */
const disk = { free: 1_728_485_810_176n, total: 2_198_886_936_576n, percent: 78 } as const;

/** As captured in 2016 (get-mailboxdatabasecopystatus.4), of an active and of a passive copy. */
export const rowsSince2013 = (): readonly ExchangeProperty[] => [
  told("Identity"),
  told("Id"),
  told("Name"),
  told("DatabaseName"),
  told("Status", copyStatus.fullName),
  told("InstanceStartTime", times),
  told("LastStatusTransitionTime", times),
  fixed("InternalStartupMessage", "string", () => "StartupSucceeded"),
  told("InternalStartupMessageTimeUtc", times),
  told("MailboxServer"),
  told("ActiveDatabaseCopy"),
  told("ActiveCopy", "bool"),
  told("ActivationPreference", "int"),
  told("StatusRetrievedTime", times),
  told("WorkerProcessId", "System.Nullable[int]"),
  ...checks("Availability"),
  ...checks("Redundancy"),
  told("ActivationSuspended", "bool"),
  told("ActionInitiator", actionInitiator.fullName),
  empty("ErrorMessage"),
  none("ErrorEventId", "System.Nullable[uint32]"),
  none("ExtendedErrorInfo"),
  told("SuspendComment"),
  none("RequiredLogsPresent", "System.Nullable[bool]"),
  zero("SinglePageRestore", "int"),
  told("ContentIndexState", contentIndexState.fullName),
  empty("ContentIndexErrorMessage"),
  told("ContentIndexErrorCode", "System.Nullable[int]"),
  told("ContentIndexVersion", "System.Nullable[int]"),
  told("ContentIndexCrawlVersion", "System.Nullable[int]"),
  told("ContentIndexBacklog", "System.Nullable[int]"),
  told("ContentIndexRetryQueueSize", "System.Nullable[int]"),
  none("ContentIndexMailboxesToCrawl", "System.Nullable[int]"),
  none("ContentIndexSeedingPercent", "System.Nullable[int]"),
  empty("ContentIndexSeedingSource"),
  empty("ContentIndexServerSource"),
  no("SeedingSourceForDB"),
  no("SeedingSourceForCI"),
  empty("SeedingThrottleStatus"),
  zero("RecentServerCpuPercentage", "int"),
  float("RecentServerCpuPercentageFloat"),
  no("IsFileModeReplicationBeingThrottled"),
  ...["RecentDiskReadLatencyMs", "RecentDiskReadsPerSec", "RecentDiskWriteLatencyMs", "RecentDiskWritesPerSec"].map(
    float,
  ),
  zero("CopyQueueLength"),
  zero("ReplayQueueLength"),
  ...["ReplaySuspended", "ResumeBlocked", "ReseedBlocked", "InPlaceReseedBlocked"].map(no),
  version("MinimumSupportedDatabaseSchemaVersion", 121),
  version("MaximumSupportedDatabaseSchemaVersion", 174),
  none("RequestedDatabaseSchemaVersion", "version"),
  ...toldTimes(...logTimes, "CurrentReplayLogTime"),
  ...logNumbers.map((name) => zero(name)),
  zero("LowestLogPresent"),
  no("LastLogInfoIsStale"),
  ...toldTimes("LastLogInfoFromCopierTime", "LastLogInfoFromClusterTime"),
  zero("LastLogInfoFromClusterGen"),
  told("ReplicationIsInBlockMode", "bool"),
  no("ReplicationIsInScavengeMode"),
  told("ActivationDisabledAndMoveNow", "bool"),
  told(
    "AutoActivationPolicy",
    "Microsoft.Exchange.Data.Directory.SystemConfiguration.DatabaseCopyAutoActivationPolicyType",
  ),
  ...logCounts.map((name) => zero(name)),
  ...backups(),
  told("ReplayLagStatus"),
  none("DatabaseSeedStatus"),
  fixed("OutstandingDumpsterRequests", "System.Object[]", () => multiValuedProperty([])),
  told("OutgoingConnections", "System.Object[]"),
  none("IncomingLogCopyingNetwork"),
  none("SeedingNetwork"),
  fixed("DiskFreeSpacePercent", "int", () => disk.percent),
  fixed("DiskFreeSpace", sizes, () => new ByteQuantifiedSize(disk.free)),
  fixed("DiskTotalSpace", sizes, () => new ByteQuantifiedSize(disk.total)),
  empty("ExchangeVolumeMountPoint"),
  told("DatabaseVolumeMountPoint"),
  told("DatabaseVolumeName"),
  no("DatabasePathIsOnMountedFolder"),
  told("LogVolumeMountPoint"),
  told("LogVolumeName"),
  no("LogPathIsOnMountedFolder"),
  empty("LastDatabaseVolumeName"),
  none("LastDatabaseVolumeNameTransitionTime", times),
  empty("VolumeInfoError"),
  zero("MaxLogToReplay"),
  told("IsPrimaryActiveManager", "bool"),
  no("IsActiveManagerRoleUnknown"),
  fixed("MetaCacheDatabaseStatus", "string", () => "Disabled", { since: "2016" }),
  { ...empty("MetaCacheDatabaseFilePath"), since: "2016" },
  { ...none("MetaCacheDatabaseLastReset", times), since: "2016" },
  zero("LowestRequiredLog"),
  zero("HighestRequiredLog"),
  fixed("IsValid", "bool", () => true),
  fixed("ObjectState", objectStateOf.fullName, () => objectStateOf("Unchanged")),
];
