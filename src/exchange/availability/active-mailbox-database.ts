import { type DirectoryObject, getProperty, isList } from "../../topology/index.js";
import { localTime } from "../../values/local-time.js";
import type { Value } from "../../values/value.js";
import { type Copy, copiesOf } from "../databases/copies.js";
import { activeOn, activeServer } from "../databases/database.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { isIn } from "../noun/exchange-object.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { computed } from "../properties/property.js";
import { declareInDirectory, schema } from "../schema.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { resolveServer } from "../servers/resolve-server.js";
import { enumeration } from "../types/enumeration.js";
import { activate, bestCopy, obstacle, passiveCopies } from "./activation.js";
import { copyStatus } from "./enumerations.js";
import { copiesOn, mailboxDatabaseOf } from "./find-copies.js";

const typeName = "Microsoft.Exchange.Management.SystemConfigurationTasks.DatabaseMoveResult";
const moveStatus = enumeration("Microsoft.Exchange.Management.SystemConfigurationTasks.MoveStatus", [
  "Unknown",
  "Succeeded",
  "Warning",
  "Failed",
  "Skipped",
]);
const told = (name: string, type: string) => computed(name, type, live(name), { certainty: "memory" });

/** What a switchover came to. View: facts/nouns.json, Move-ActiveMailboxDatabase; type and list from memory. */
export const activeMailboxDatabase = defineNoun({
  noun: "ActiveMailboxDatabase",
  identity: { classes: ["MailboxDatabase"], indexes: ["name"] },
  typeNames: [typeName],
  properties: () => [
    told("Identity", "string"),
    told("ActiveServerAtStart", "string"),
    told("ActiveServerAtEnd", "string"),
    told("Status", moveStatus.fullName),
    told("NumberOfLogsLost", "long"),
    told("RecoveryPointObjective", "System.Nullable[datetime]"),
    told("MountStatusAtMoveStart", copyStatus.fullName),
    told("MountStatusAtMoveEnd", copyStatus.fullName),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Identity", width: 15 },
        { property: "ActiveServerAtStart", width: 15 },
        { property: "ActiveServerAtEnd", width: 15 },
        { property: "Status", width: 10 },
        { property: "NumberOfLogsLost", width: 18, alignment: "left" },
        { property: "RecoveryPointObjective", width: 13 },
        { property: "MountStatusAtMoveStart", width: 11 },
        { property: "MountStatusAtMoveEnd", width: 11 },
      ],
    },
  ],
});

const refusal = {
  exception: "Microsoft.Exchange.Cluster.Replay.AmDbActionWrapperException",
  category: "InvalidOperation",
  certainty: "memory",
  evidence: "facts/nouns.json, Move-ActiveMailboxDatabase: the frame; the reasons are our wording",
} as const;

const refused = message({
  text: (reason: string, database: string, server: string) =>
    `An Active Manager operation failed. Error: The database action failed. Error: ${reason} [Database: ${database}, Server: ${server}]`,
  ...refusal,
});

const suppressed = message({
  text: (database: string, moves: string, within: string, server: string) =>
    `Active Manager operation failed. Error:The database action failed. Error: Move for database '${database}' was suppressed because too many moves have happened recently. ${moves} moves have  happened within ${within}.. [Databases: ${database}, Server: ${server}]`,
  exception: "Microsoft.Exchange.Cluster.Replay.AmDbMoveMoveSuppressedException",
  category: "InvalidOperation",
  hashes: { "Microsoft.Exchange.Management.SystemConfigurationTasks.MoveActiveMailboxDatabase": "2701F309" },
  certainty: "captured",
  evidence: "facts/captures.jsonl, move-activemailboxdatabase.1",
});

const moving = sentence({
  text: (database: string, from: string, to: string) =>
    `Moving mailbox database "${database}" from server "${from}" to server "${to}".`,
  certainty: "memory",
  evidence: "facts/nouns.json, Move-ActiveMailboxDatabase",
});
const anyServer = "<chosen by Active Manager>";

function refuse(task: Task, database: DirectoryObject, reason: string): never {
  const server = activeServer(task, database);
  throw task.failure(refused, [reason, database.name, server === null ? "" : fqdnOf(server)], task.id(database));
}

/** The copy that is to become active: the one that -ActivateOnServer names, or Active Manager's choice. */
function targetCopy(task: Task, database: DirectoryObject, wanted: DirectoryObject | null): Copy {
  if (passiveCopies(task, database).length === 0) {
    refuse(task, database, `The database '${database.name}' has no other copy that could be activated.`);
  }
  if (wanted === null) {
    const chosen = bestCopy(task, database);
    return chosen ?? refuse(task, database, `No copy of the database '${database.name}' can be activated.`);
  }
  const copy = passiveCopies(task, database).find(({ server }) => server.guid === wanted.guid);
  if (copy === undefined) {
    const reason = activeServer(task, database)?.guid === wanted.guid ? "is already active on" : "has no copy on";
    return refuse(task, database, `The database '${database.name}' ${reason} server '${wanted.name}'.`);
  }
  const stands = task.isOn("SkipHealthChecks") || task.isOn("SkipAllChecks") ? null : obstacle(task, copy);
  if (stands === null) return copy;
  return refuse(
    task,
    database,
    `An error occurred while trying to validate the specified database copy for possible activation. Error: ${stands}.`,
  );
}

const mostMoves = 3;
const movesWithin = { text: "01:00:00", ticks: 36_000_000_000n } as const;

declareInDirectory({
  noun: "moves of databases",
  /** When the database was last moved to other copies, in ticks: the last hour's. */
  extension: { name: "MailboxDatabase", properties: { RecentMoves: { holds: "bigint", many: true } } },
});

/** Since 2016 a database is moved three times an hour at most (the capture), unless -SkipMoveSuppressionChecks lets it. */
function checkMoves(task: Task, database: DirectoryObject, from: DirectoryObject | null): void {
  const { clock } = task.topology;
  const all = getProperty(schema, database, "RecentMoves");
  const recent = (isList(all) ? all : []).filter(
    (at): at is bigint => typeof at === "bigint" && clock - at < movesWithin.ticks,
  );
  const isChecked = isIn({ since: "2016" }, task.info.release) && !task.isOn("SkipMoveSuppressionChecks");
  if (isChecked && recent.length >= mostMoves && !task.isOn("SkipAllChecks")) {
    const server = from === null ? "" : fqdnOf(from).toLowerCase();
    const parts: [string, string, string, string] = [database.name, `${recent.length}`, movesWithin.text, server];
    throw task.failure(suppressed, parts, task.id(database));
  }
  change(task, database, { properties: { RecentMoves: [...recent, clock] } });
}

/** `Mounted` or `Dismounted`. */
const mountState = (database: DirectoryObject): Value =>
  copyStatus(getProperty(schema, database, "Mounted") === true ? "Mounted" : "Dismounted");

function move(task: Task, database: DirectoryObject, wanted: DirectoryObject | null): void {
  const from = activeServer(task, database);
  const asked = wanted === null ? anyServer : fqdnOf(wanted);
  const target = targetCopy(task, database, wanted);
  task.requireWrite(database);
  if (!task.shouldProcess(moving.text(database.name, from === null ? "" : fqdnOf(from), asked))) return;
  checkMoves(task, database, from);
  activate(task, database, target, getProperty(schema, database, "Mounted") === true);
  const values = new Map<string, Value>([
    ["Identity", database.name],
    ["ActiveServerAtStart", from === null ? "" : from.name.toLowerCase()],
    ["ActiveServerAtEnd", target.server.name.toLowerCase()],
    ["Status", moveStatus("Succeeded")],
    ["NumberOfLogsLost", 0n],
    ["RecoveryPointObjective", localTime(task.cmdlet.context, task.topology.clock)],
    ["MountStatusAtMoveStart", mountState(database)],
    ["MountStatusAtMoveEnd", mountState(database)],
  ]);
  task.cmdlet.writeObject(activeMailboxDatabase.present({ ...task.source(database), live: values }));
}

/** The databases whose first copy by preference is on a server, and another one active. */
function movePreferred(task: Task): void {
  const server = resolveServer(task, "ActivatePreferredOnServer", "Mailbox");
  for (const { database } of copiesOn(task, server)) {
    const [first] = copiesOf(task.topology, database);
    if (first?.server.guid !== server.guid || activeServer(task, database)?.guid === server.guid) continue;
    move(task, database, server);
  }
}

/** One database, all that are active on -Server, or all that would rather be on -ActivatePreferredOnServer. */
function process(task: Task): void {
  if (task.has("ActivatePreferredOnServer")) {
    movePreferred(task);
    return;
  }
  const wanted = task.has("ActivateOnServer") ? resolveServer(task, "ActivateOnServer", "Mailbox") : null;
  if (!task.has("Server")) {
    move(task, mailboxDatabaseOf(task), wanted);
    return;
  }
  const server = resolveServer(task, "Server", "Mailbox");
  for (const database of activeOn(task, server)) {
    // What has no other copy stays: public folders, recovery databases.
    if (database.class === "MailboxDatabase" && passiveCopies(task, database).length > 0) move(task, database, wanted);
  }
}

export const activeMailboxDatabaseVerbs: NounVerbs = {
  Move: {
    taskClass: "SystemConfigurationTasks.MoveActiveMailboxDatabase",
    emulated: [
      "Identity",
      "Server",
      "ActivateOnServer",
      "ActivatePreferredOnServer",
      "SkipHealthChecks",
      "SkipAllChecks",
      "SkipMoveSuppressionChecks",
    ],
    // No copy lags behind here, so that neither loss nor load can stand in the way.
    accepted: [
      "MountDialOverride",
      "MoveComment",
      "MoveAllDatabasesOrNone",
      "SkipActiveCopyChecks",
      "SkipClientExperienceChecks",
      "SkipCpuChecks",
      "SkipLagChecks",
      "SkipMaximumActiveDatabasesChecks",
      "TerminateOnWarning",
    ],
    defaultParameterSet: "Identity",
    confirms: true,
    process,
  },
};
