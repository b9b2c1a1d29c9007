import { type DirectoryObject, getProperty, listObjects } from "../../topology/index.js";
import { localTime } from "../../values/local-time.js";
import type { Value } from "../../values/value.js";
import { activeServer } from "../databases/database.js";
import { isUp } from "../databases/database-status.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { computed, fixed } from "../properties/property.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { runs } from "../servers/running-services.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { actionInitiator, contentIndexState, copyStatus } from "./enumerations.js";
import { copiesMeant, copiesOn, copyName, type DatabaseCopy } from "./find-copies.js";
import { takesPart } from "./members.js";

const typeName = "Microsoft.Exchange.Management.SystemConfigurationTasks.DatabaseCopyStatusEntry";
const times = "System.Nullable[datetime]";

/** What the Replication service tells of a copy. */
const told = (name: string, type: string): ExchangeProperty => computed(name, type, live(name));
const none = (name: string, type: string): ExchangeProperty => fixed(name, type, () => null);
/** No log is ever written here, so that none is counted. */
const zero = (name: string): ExchangeProperty => fixed(name, "long", () => 0n);

/**
 * State of a copy of a mailbox database. View: captured in 2016 (get-mailboxdatabasecopystatus.2); the list as measured
 * on a server of 2010 (facts/nouns.json).
 */
export const mailboxDatabaseCopyStatus = defineNoun({
  noun: "MailboxDatabaseCopyStatus",
  identity: { classes: ["DatabaseCopy"] },
  typeNames: [typeName],
  certainty: "captured",
  properties: () => [
    told("Identity", "string"),
    { ...told("Id", "string"), since: "2013" },
    told("Name", "string"),
    told("DatabaseName", "string"),
    told("Status", copyStatus.fullName),
    told("MailboxServer", "string"),
    told("ActiveDatabaseCopy", "string"),
    told("ActivationSuspended", "bool"),
    told("ActionInitiator", actionInitiator.fullName),
    fixed("ErrorMessage", "string", () => ""),
    none("ErrorEventId", "System.Nullable[uint32]"),
    none("ExtendedErrorInfo", "System.Object"),
    told("SuspendComment", "string"),
    fixed("SinglePageRestore", "int", () => 0),
    told("ContentIndexState", contentIndexState.fullName),
    fixed("ContentIndexErrorMessage", "string", () => ""),
    zero("CopyQueueLength"),
    zero("ReplayQueueLength"),
    ...[
      "LatestAvailableLogTime",
      "LastCopyNotificationedLogTime",
      "LastCopiedLogTime",
      "LastInspectedLogTime",
      "LastReplayedLogTime",
    ].map((name) => told(name, times)),
    ...[
      "LastLogGenerated",
      "LastLogCopyNotified",
      "LastLogCopied",
      "LastLogInspected",
      "LastLogReplayed",
      "LogsReplayedSinceInstanceStart",
      "LogsCopiedSinceInstanceStart",
    ].map(zero),
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
    fixed("LogReplayQueueIncreasing", "bool", () => false),
    fixed("LogCopyQueueIncreasing", "bool", () => false),
    fixed("OutstandingDumpsterRequests", "System.Object[]", () => multiValuedProperty([])),
    fixed("OutgoingConnections", "System.Object[]", () => null),
    none("IncomingLogCopyingNetwork", "System.Object"),
    none("SeedingNetwork", "System.Object"),
    told("ActiveCopy", "bool"),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Name", width: 45 },
        { property: "Status", width: 15 },
        { property: "CopyQueueLength", width: 9, alignment: "left" },
        { property: "ReplayQueueLength", width: 11, alignment: "left" },
        { property: "LastInspectedLogTime", width: 22 },
        { property: "ContentIndexState", width: 12 },
      ],
    },
  ],
  displayIdentity: ({ object }) => object.name,
});

/** The state that a copy is in. */
export function statusOfCopy(task: Task, { database, object, server }: DatabaseCopy): string {
  if (!takesPart(task.topology, server) || !runs(task.topology, server, "MSExchangeRepl")) return "ServiceDown";
  if (activeServer(task, database)?.guid === server.guid) {
    return isUp(task.topology, database) ? "Mounted" : "Dismounted";
  }
  return getProperty(schema, object, "Suspended") === true ? "Suspended" : "Healthy";
}

function contentIndexOf(status: string, database: DirectoryObject): string {
  if (getProperty(schema, database, "IndexEnabled") !== true) return "Disabled";
  if (status === "ServiceDown") return "Unknown";
  return status === "Suspended" ? "Suspended" : "Healthy";
}

/** Up to when a passive copy has the logs: until now, or until it was suspended. */
function lastLog(task: Task, { object }: DatabaseCopy, isActive: boolean): Value {
  if (isActive) return null;
  const suspended = getProperty(schema, object, "SuspendedAt");
  return localTime(task.cmdlet.context, typeof suspended === "bigint" ? suspended : task.topology.clock);
}

function present(task: Task, copy: DatabaseCopy): void {
  const { database, object, server } = copy;
  const active = activeServer(task, database);
  const isActive = active?.guid === server.guid;
  const status = statusOfCopy(task, copy);
  const log = status === "ServiceDown" ? null : lastLog(task, copy, isActive);
  const comment = getProperty(schema, object, "SuspendComment");
  const name = copyName(copy);
  const values = new Map<string, Value>([
    ["Identity", name],
    ["Id", name],
    ["Name", name],
    ["DatabaseName", database.name],
    ["Status", copyStatus(status)],
    ["MailboxServer", server.name],
    ["ActiveDatabaseCopy", active === null ? "" : active.name.toLowerCase()],
    ["ActivationSuspended", getProperty(schema, object, "ActivationSuspended") === true],
    ["ActionInitiator", actionInitiator(String(getProperty(schema, object, "ActionInitiator")))],
    ["SuspendComment", typeof comment === "string" ? comment : ""],
    ["ContentIndexState", contentIndexState(contentIndexOf(status, database))],
    ["LatestAvailableLogTime", log],
    ["LastCopyNotificationedLogTime", log],
    ["LastCopiedLogTime", log],
    ["LastInspectedLogTime", log],
    ["LastReplayedLogTime", log],
    ["ActiveCopy", isActive],
  ]);
  task.cmdlet.writeObject(mailboxDatabaseCopyStatus.present({ ...task.source(object), live: values }));
}

/** The copies that the parameters mean; without any, those of all databases of the local server. */
function copiesAsked(task: Task): readonly DatabaseCopy[] {
  const identity = task.value("Identity");
  if (identity instanceof IdParameter) {
    const found = copiesMeant(task, identity);
    if (found.length === 0) throw task.notFound(identity.text);
    return found;
  }
  if (task.has("Server")) return copiesOn(task, resolveServer(task, "Server", "Mailbox"));
  const [local] = listObjects(task.topology, "ExchangeServer");
  return local === undefined ? [] : copiesOn(task, local);
}

export const mailboxDatabaseCopyStatusVerbs: NounVerbs = {
  Get: {
    taskClass: "SystemConfigurationTasks.GetMailboxDatabaseCopyStatus",
    emulated: ["Identity", "Server", "Active", "Local"],
    // Nothing fails and nothing is sent here.
    accepted: ["ConnectionStatus", "ExtendedErrorInfo", "UseServerCache"],
    defaultParameterSet: "Identity",
    process: (task) => {
      const local = task.session.serverName;
      for (const copy of copiesAsked(task)) {
        if (task.isOn("Active") && activeServer(task, copy.database)?.guid !== copy.server.guid) continue;
        if (task.isOn("Local") && copy.server.name !== local) continue;
        present(task, copy);
      }
    },
  },
};
