import { type DirectoryObject, getProperty, listObjects } from "../../topology/index.js";
import { localTime } from "../../values/local-time.js";
import type { Value } from "../../values/value.js";
import { activeServer } from "../databases/database.js";
import { isUp } from "../databases/database-status.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { runs } from "../servers/running-services.js";
import { rowsOf2010, rowsSince2013 } from "./copy-status-rows.js";
import { valuesSince2013 } from "./copy-status-values.js";
import { actionInitiator, contentIndexState, copyStatus } from "./enumerations.js";
import { copiesMeant, copiesOn, copyName, type DatabaseCopy } from "./find-copies.js";
import { takesPart } from "./members.js";

const typeName = "Microsoft.Exchange.Management.SystemConfigurationTasks.DatabaseCopyStatusEntry";
/**
 * State of a copy of a mailbox database. View: captured in 2016 (get-mailboxdatabasecopystatus.2); the lists as measured
 * on a server of 2010 (facts/nouns.json) and as captured in 2016 (get-mailboxdatabasecopystatus.4).
 */
export const mailboxDatabaseCopyStatus = defineNoun({
  noun: "MailboxDatabaseCopyStatus",
  identity: { classes: ["DatabaseCopy"] },
  typeNames: [typeName],
  certainty: "captured",
  properties: () => [
    ...rowsOf2010().map((row) => ({ ...row, until: "2010" as const })),
    ...rowsSince2013().map((row) => ({ since: "2013" as const, ...row })),
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

/** Since 2019 each mailbox has its index in itself (documented). */
function contentIndexOf({ info: { release } }: Task, status: string, database: DirectoryObject): string {
  if (release === "2019") return "NotApplicable";
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
  const index = contentIndexOf(task, status, database);
  const since2013 = task.info.release !== "2010";
  const initiator = String(getProperty(schema, object, "ActionInitiator"));
  const values = new Map<string, Value>([
    ["Identity", name],
    ["Id", name],
    ["Name", name],
    ["DatabaseName", database.name],
    ["Status", copyStatus(status)],
    ["MailboxServer", server.name],
    ["ActiveDatabaseCopy", active === null ? "" : since2013 ? active.name : active.name.toLowerCase()],
    ["ActivationSuspended", getProperty(schema, object, "ActivationSuspended") === true],
    ["ActionInitiator", actionInitiator(since2013 && initiator === "Unknown" ? "Service" : initiator)],
    ["SuspendComment", typeof comment === "string" ? comment : ""],
    ["ContentIndexState", contentIndexState(index)],
    ["LatestAvailableLogTime", log],
    ["LastCopyNotificationedLogTime", log],
    ["LastCopiedLogTime", log],
    ["LastInspectedLogTime", log],
    ["LastReplayedLogTime", log],
    ["ActiveCopy", isActive],
    ...(since2013 ? valuesSince2013(task, copy, { status, isActive, index }) : []),
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
  if (task.has("Server")) {
    const server = resolveServer(task, "Server", "Mailbox");
    const copies = copiesOn(task, server);
    // The server alone is looked for as the copies of all databases on it (facts: get-mailboxdatabasecopystatus.3).
    if (copies.length === 0) throw task.notFound(`*\\${server.name}`);
    return copies;
  }
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
