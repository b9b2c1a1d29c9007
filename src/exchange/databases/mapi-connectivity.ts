import { type DirectoryObject, findByIndex, getObject, getProperty, listObjects } from "../../topology/index.js";
import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { property } from "../../values/signatures.js";
import { defineType, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { message } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { computed, fixed } from "../properties/property.js";
import { recipientIdentityProperties } from "../recipients/recipient-types.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { runs } from "../servers/running-services.js";
import { EnhancedTimeSpan } from "../types/enhanced-time-span.js";
import { enumeration } from "../types/enumeration.js";
import { copiesOf, linked } from "./copies.js";
import { isUp } from "./database-status.js";
import { mailboxDatabase } from "./mailbox-database.js";

const typeName = "Microsoft.Exchange.Monitoring.MapiTransactionOutcome";
const resultTypeName = "Microsoft.Exchange.Monitoring.MapiTransactionResult";
const resultOf = enumeration("Microsoft.Exchange.Monitoring.MapiTransactionResultEnum", [
  "Undefined",
  "Success",
  "Failure",
]);

/** What a test came to; scripts ask for `.Result.Value` (from memory). */
class TransactionResult extends ValueObject {
  constructor(readonly isSuccess: boolean) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(resultTypeName);
  }
  equalityKey(): string {
    return this.toNetText();
  }
  toNetText(): string {
    return this.isSuccess ? "Success" : "*FAILURE*";
  }
}

heapClass("TransactionResult", TransactionResult);

defineType({
  fullName: resultTypeName,
  members: () => [
    property<TransactionResult>("Microsoft.Exchange.Monitoring.MapiTransactionResultEnum Value", ({ isSuccess }) =>
      resultOf(isSuccess ? "Success" : "Failure"),
    ),
  ],
});

/** A logon to a mailbox takes about as long here (from memory). */
const latency = 150_000n;

/**
 * Whether a Mailbox server answers a logon by MAPI. It is asked straight, without Client Access in between. View:
 * captured in 2016 (test-mapiconnectivity.3); list from memory.
 */
export const mapiConnectivity = defineNoun({
  noun: "MAPIConnectivity",
  identity: mailboxDatabase.identity,
  typeNames: [typeName],
  properties: () => [
    computed("Server", "string", live("Server")),
    computed("Database", "string", live("Database")),
    computed("Mailbox", "string", live("Mailbox")),
    computed("IsArchive", "bool", live("IsArchive")),
    computed("Result", resultTypeName, live("Result")),
    computed("Latency", "Microsoft.Exchange.Data.EnhancedTimeSpan", live("Latency")),
    computed("Error", "string", live("Error")),
    fixed("Identity", "Microsoft.Exchange.Data.ObjectId", () => null),
    fixed("IsValid", "bool", () => true),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      wrap: true,
      columns: [
        { property: "Server", label: "MailboxServer", width: 18 },
        { property: "Database", width: 18 },
        { property: "Result", width: 9 },
        { property: "Error" },
      ],
    },
  ],
});

/**
 * Why nobody can log on to a database; `""` when they can. The words are ours: no capture of a failure is known. A passive
 * copy is open for reading, unless replication to it is suspended.
 */
function failureOf(task: Task, database: DirectoryObject, server: DirectoryObject | null): string {
  if (server === null) return "The database is on no server.";
  if (!runs(task.topology, server, "MSExchangeIS")) {
    return "The Microsoft Exchange Information Store service is not running.";
  }
  if (server.guid !== activeOn(task, database)?.guid) {
    const copy = copiesOf(task.topology, database).find((each) => each.server.guid === server.guid);
    if (copy === undefined) return "The server has no copy of the database.";
    return getProperty(schema, copy.object, "Suspended") === true ? "The database copy is suspended." : "";
  }
  return isUp(task.topology, database) ? "" : "The database is dismounted.";
}

const activeOn = (task: Task, database: DirectoryObject): DirectoryObject | null =>
  linked(task.topology, getProperty(schema, database, "Server"));

/** What a logon is tried to. */
interface Logon {
  readonly database: DirectoryObject;
  readonly mailbox: string;
  readonly isArchive?: boolean;
  /** The server of the copy; left out: that of the active one. */
  readonly server?: DirectoryObject | null;
}

/** A logon to a mailbox, or to the system mailbox of a database. */
function tryLogon(task: Task, { database, mailbox, isArchive = false, ...where }: Logon): void {
  const server = where.server ?? activeOn(task, database);
  const failure = failureOf(task, database, server);
  const values = new Map<string, Value>([
    ["Server", server?.name ?? ""],
    ["Database", database.name],
    ["Mailbox", mailbox],
    ["IsArchive", isArchive],
    ["Result", new TransactionResult(failure === "")],
    ["Latency", new EnhancedTimeSpan(failure === "" ? latency : 0n)],
    ["Error", failure],
  ]);
  task.cmdlet.writeObject(mapiConnectivity.present({ ...task.source(database), live: values }));
}

const systemMailbox = (database: DirectoryObject): string => `SystemMailbox{${database.guid}}`;

/** The databases that are active on a server, with its passive copies where they are asked for; nobody logs on to recovery databases. */
function databasesOf(task: Task, server: DirectoryObject): readonly DirectoryObject[] {
  const active = findByIndex(task.topology, "MailboxDatabase", "server", server.guid);
  const copies = findByIndex(task.topology, "DatabaseCopy", "server", server.guid).flatMap(({ parent }) => {
    const database = parent === null ? null : getObject(task.topology, parent);
    return database === null || database.class !== "MailboxDatabase" || active.includes(database) ? [] : [database];
  });
  return [...active, ...(task.isOn("IncludePassive") ? copies : [])].filter(
    (database) => getProperty(schema, database, "Recovery") !== true,
  );
}

function test(task: Task): void {
  if (task.has("Identity")) {
    const query = {
      classes: ["User"],
      properties: recipientIdentityProperties,
      where: (user: DirectoryObject) => databaseOf(task, user) !== null,
    };
    const user = task.resolve("Identity", query, (identity) => task.notFound(identity));
    const wantsArchive = task.isOn("Archive");
    const database = wantsArchive ? archiveOf(task, user) : databaseOf(task, user);
    if (database === null) throw task.failure(messages.noArchive, [user.name]);
    tryLogon(task, { database, mailbox: user.name, isArchive: wantsArchive, server: copyServer(task) });
    return;
  }
  if (task.has("Database")) {
    const database = task.resolve("Database", mailboxDatabase.identity, (identity) => task.notFound(identity));
    tryLogon(task, { database, mailbox: systemMailbox(database), server: copyServer(task) });
    return;
  }
  const [local] = listObjects(task.topology, "ExchangeServer");
  const server = task.has("Server") ? resolveServer(task, "Server", "Mailbox") : local;
  if (server === undefined) return;
  for (const database of databasesOf(task, server)) {
    tryLogon(task, { database, mailbox: systemMailbox(database), server });
  }
}

/** The server of the copy that -CopyOnServer asks for; without it, the active one is tried. */
const copyServer = (task: Task): DirectoryObject | null =>
  task.has("CopyOnServer") ? resolveServer(task, "CopyOnServer", "Mailbox") : null;

const databaseOf = (task: Task, user: DirectoryObject): DirectoryObject | null =>
  linked(task.topology, getProperty(schema, user, "Database"));

const archiveOf = (task: Task, user: DirectoryObject): DirectoryObject | null =>
  linked(task.topology, getProperty(schema, user, "ArchiveDatabase"));

const messages = {
  noArchive: message({
    text: (user: string) => `The mailbox "${user}" has no archive to log on to.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    category: "InvalidData",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

export const mapiConnectivityVerbs: NounVerbs = {
  Test: {
    taskClass: "Microsoft.Exchange.Monitoring.TestMapiConnectivity",
    emulated: ["Identity", "Archive", "Database", "Server", "CopyOnServer", "IncludePassive"],
    // Nothing is slow here, and no monitoring listens.
    accepted: ["ActiveDirectoryTimeout", "AllConnectionsTimeout", "PerConnectionTimeout", "MonitoringContext"],
    defaultParameterSet: "Server",
    process: test,
  },
};
