import { type DirectoryObject, getProperty, guidNamed, type PropertyValue } from "../../topology/index.js";
import { DateTime } from "../../values/date-time.js";
import { timeSpanText } from "../../values/format/time-span-format.js";
import { localTime } from "../../values/local-time.js";
import type { Value } from "../../values/value.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { machinesOf } from "../services/machines.js";
import { processesOf } from "../services/processes.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { autoActivationPolicy } from "./enumerations.js";
import { copyName, type DatabaseCopy } from "./find-copies.js";
import { groupOf } from "./members.js";
import { clusterOf } from "./quorum.js";
import { replayLagOf, replayLagText } from "./replay-lag.js";

const textOf = (value: PropertyValue): string => (typeof value === "string" ? value : "");

/** When replication of a copy stopped, in ticks; null: it goes on. */
function stoppedAt({ object }: DatabaseCopy): bigint | null {
  const suspended = getProperty(schema, object, "SuspendedAt");
  return typeof suspended === "bigint" ? suspended : null;
}

/** States in which a copy counts for the availability of its database. */
const sound: ReadonlySet<string> = new Set(["Mounted", "Healthy"]);

/** The checks that Active Manager makes of each copy; the words of a failed one as captured, but for what it quotes. */
function checked(task: Task, copy: DatabaseCopy, status: string): Iterable<readonly [string, Value]> {
  const { context } = task.cmdlet;
  const passes = sound.has(status);
  const since = stoppedAt(copy) ?? copy.object.whenCreated;
  const passed = localTime(context, passes ? task.topology.clock : since);
  const comment = textOf(getProperty(schema, copy.object, "SuspendComment")) || "None specified.";
  const duration = timeSpanText(task.topology.clock - since);
  const failure = `Passive database copy '${copyName(copy)}' has an unhealthy status '${status}' for duration ${duration}. [SuspendComment: ${comment}]`;
  return ["Availability", "Redundancy"].flatMap((kind) => [
    [`IsLastCopy${kind}ChecksPassed`, passes] as const,
    [`LastCopy${kind}ChecksPassedTime`, passed] as const,
    [`LastCopy${kind}CheckFailedID`, passes ? "None" : `DatabaseCheckPassiveCopyStatusIsOkFor${kind}`] as const,
    [`LastCopy${kind}CheckFailedErrorMsg`, passes ? "" : failure] as const,
  ]);
}

/** The volumes of files, as paths of Windows name them. */
function volumes(task: Task, { database, server }: DatabaseCopy): Iterable<readonly [string, Value]> {
  return ["Database", "Log"].flatMap((kind) => {
    const path = textOf(getProperty(schema, database, kind === "Log" ? "LogFolderPath" : "EdbFilePath"));
    const drive = path.slice(0, "C:\\".length);
    const volume = guidNamed(task.topology.ids.seed, `volume ${server.guid} ${drive}`);
    return [[`${kind}VolumeMountPoint`, drive] as const, [`${kind}VolumeName`, `\\\\?\\Volume{${volume}}\\`] as const];
  });
}

/** The store's process on a server; null where it does not run. */
function storeProcess(task: Task, server: DirectoryObject): number | null {
  const machine = machinesOf(task.topology).find(({ object }) => object.guid === server.guid);
  if (machine === undefined) return null;
  return processesOf(task.cmdlet.context, machine).find(({ name }) => /store/i.test(name))?.id ?? null;
}

/** The content index of a copy: captured in 2016 of a healthy and of a suspended one. */
function contentIndex(state: string): Iterable<readonly [string, Value]> {
  const isHealthy = state === "Healthy";
  return [
    ["ContentIndexErrorCode", state === "NotApplicable" ? null : isHealthy ? 1 : 0],
    ["ContentIndexVersion", isHealthy ? 22 : null],
    ["ContentIndexCrawlVersion", isHealthy ? 0 : null],
    ["ContentIndexBacklog", isHealthy ? 0 : null],
    ["ContentIndexRetryQueueSize", isHealthy ? 0 : null],
  ];
}

/** What the Replication service tells of a copy since 2013, beside what it told before. */
export function valuesSince2013(
  task: Task,
  copy: DatabaseCopy,
  { status, isActive, index }: { readonly status: string; readonly isActive: boolean; readonly index: string },
): ReadonlyMap<string, Value> {
  const { context } = task.cmdlet;
  const { object, server } = copy;
  const now = localTime(context, task.topology.clock);
  const started = object.whenCreated;
  const stopped = stoppedAt(copy);
  const lag = isActive ? { isEnabled: false, configured: 0n, actual: 0n } : replayLagOf(task.topology, object, stopped);
  const isDown = status === "ServiceDown";
  const replayed = isActive || isDown ? null : localTime(context, task.topology.clock - lag.actual);
  const group = groupOf(task.topology, server);
  return new Map<string, Value>([
    ["InstanceStartTime", isDown ? null : localTime(context, started)],
    ["LastStatusTransitionTime", isActive ? null : localTime(context, stopped ?? started)],
    ["InternalStartupMessageTimeUtc", isDown ? null : new DateTime(started, "Utc")],
    ["ActivationPreference", copy.preference],
    ["StatusRetrievedTime", now],
    ["WorkerProcessId", isDown ? null : storeProcess(task, server)],
    ...checked(task, copy, status),
    ...contentIndex(index),
    ["LastReplayedLogTime", replayed],
    ["CurrentReplayLogTime", replayed],
    ["LastLogInfoFromCopierTime", isDown || stopped !== null ? null : now],
    ["LastLogInfoFromClusterTime", group === null ? null : now],
    ["ReplicationIsInBlockMode", group !== null && sound.has(status)],
    ["ActivationDisabledAndMoveNow", getProperty(schema, server, "DatabaseCopyActivationDisabledAndMoveNow") === true],
    ["AutoActivationPolicy", autoActivationPolicy(textOf(getProperty(schema, object, "AutoActivationPolicy")))],
    ["ReplayLagStatus", replayLagText(object, lag)],
    ["OutgoingConnections", isActive ? multiValuedProperty([]) : null],
    ...volumes(task, copy),
    ["IsPrimaryActiveManager", group !== null && clusterOf(task.topology, group).owner?.guid === server.guid],
  ]);
}
