import { type DirectoryObject, findByIndex, getProperty, isReference } from "../../topology/index.js";
import { Guid } from "../../values/simple-values.js";
import type { Value } from "../../values/value.js";
import { localServer } from "../connectivity/test-users.js";
import { linked } from "../databases/copies.js";
import { isUp } from "../databases/database-status.js";
import { databaseParameter } from "../mailboxes/connect-mailbox.js";
import { storeMailboxFor } from "../mailboxes/store-mailbox.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { mailbox } from "../recipients/mailbox.js";
import { schema } from "../schema.js";
import { fqdnOf } from "../servers/fqdn-of.js";
import { resolveServer } from "../servers/resolve-server.js";
import { runs } from "../servers/running-services.js";
import { repairJob, repairJobVerbs, startJob } from "./repair-job.js";

/** Test-ExchangeSearch, New-MailboxRepairRequest and New-PublicFolderDatabaseRepairRequest: the insides of databases. */

const searchType = "Microsoft.Exchange.Monitoring.ExchangeSearchTestResult";

/** Whether a mailbox is searched by an index that is current. Columns documented; widths from memory. */
export const exchangeSearch = defineNoun({
  noun: "ExchangeSearch",
  identity: mailbox.identity,
  typeNames: [searchType, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    ...["Database", "Server", "Mailbox"].map((name) => computed(name, "string", live(name))),
    computed("ResultFound", "bool", live("ResultFound")),
    computed("SearchTimeInSeconds", "double", live("SearchTimeInSeconds")),
    computed("Error", "string", live("Error")),
    fixed("Identity", "Microsoft.Exchange.Data.ObjectId", () => null),
    fixed("IsValid", "bool", () => true),
  ],
  views: [
    {
      kind: "table",
      name: searchType,
      typeNames: [searchType],
      columns: [
        { property: "Database", width: 20 },
        { property: "Server", width: 20 },
        { property: "Mailbox", width: 20 },
        { property: "ResultFound", width: 11 },
        { property: "SearchTimeInSeconds", label: "SearchTi\nmeInSeco\nnds", width: 8, alignment: "right" },
        { property: "Error" },
      ],
    },
  ],
});

/** An item of the test is found after about as long (from memory). */
const seconds = 4;

/** Why nothing is found; `""`: it is. Our words, but for those of the databases. */
function searchFailure(task: Task, database: DirectoryObject, server: DirectoryObject | null): string {
  if (server === null || !isUp(task.topology, database)) return "The database isn't mounted.";
  if (getProperty(schema, database, "IndexEnabled") !== true) return "The database isn't indexed.";
  const service = task.info.release === "2010" ? "MSExchangeSearch" : "MSExchangeFastSearch";
  return runs(task.topology, server, service) ? "" : `The service ${service} isn't running on server ${server.name}.`;
}

function testDatabase(task: Task, database: DirectoryObject, user: DirectoryObject | null): void {
  const server = linked(task.topology, getProperty(schema, database, "Server"));
  const failure = searchFailure(task, database, server);
  writeRow(task, exchangeSearch, database, {
    Database: database.name,
    Server: server?.name ?? "",
    Mailbox: user?.name ?? `SystemMailbox{${database.guid}}`,
    ResultFound: failure === "",
    SearchTimeInSeconds: failure === "" ? seconds : -1,
    Error: failure,
  });
}

const messages = {
  noArchive: message({
    text: (user: string) => `The mailbox "${user}" has no archive.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    category: "InvalidData",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  dismounted: message({
    text: (database: string) => `The database "${database}" isn't mounted: nothing in it can be repaired.`,
    exception: "Microsoft.Exchange.Management.StoreTasks.OnlineIsIntegException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (New-MailboxRepairRequest), the text is not known",
  }),
} as const;

function testSearch(task: Task): void {
  if (task.has("Identity")) {
    const user = task.resolve("Identity", mailbox.identity, (identity) => task.notFound(identity));
    const kept = getProperty(schema, user, task.isOn("Archive") ? "ArchiveDatabase" : "Database");
    if (!isReference(kept)) throw task.failure(messages.noArchive, [user.name]);
    const database = linked(task.topology, kept);
    if (database !== null) testDatabase(task, database, user);
    return;
  }
  if (task.has("MailboxDatabase")) {
    const query = { classes: ["MailboxDatabase"] };
    testDatabase(
      task,
      task.resolve("MailboxDatabase", query, (identity) => task.notFound(identity)),
      null,
    );
    return;
  }
  const server = task.has("Server") ? resolveServer(task, "Server", "Mailbox") : localServer(task);
  for (const database of findByIndex(task.topology, "MailboxDatabase", "server", server.guid))
    if (getProperty(schema, database, "Recovery") !== true) testDatabase(task, database, null);
}

export const exchangeSearchVerbs: NounVerbs = {
  Test: {
    taskClass: "Microsoft.Exchange.Monitoring.TestExchangeSearch",
    emulated: ["Identity", "Archive", "MailboxDatabase", "Server"],
    accepted: ["IndexingTimeoutInSeconds", "MonitoringContext"],
    defaultParameterSet: "Server",
    process: testSearch,
  },
};

const requestType = "Microsoft.Exchange.Management.StoreTasks.OnlineIsIntegRequest";

/** A request to the store. The view of 2010 from memory. */
function requestNoun(name: string) {
  const type = name.startsWith("Mailbox") ? requestType : `${requestType}OfPublicFolders`;
  return defineNoun({
    noun: name,
    tasks: "StoreTasks",
    identity: mailbox.identity,
    typeNames: [type],
    properties: () => [
      computed("RequestID", "guid", live("RequestID")),
      ...["Mailbox", "ArchiveMailbox", "Database", "Server"].map((each) => computed(each, "string", live(each))),
    ],
    views: [
      {
        kind: "table",
        name: type,
        typeNames: [type],
        columns: [
          { property: "RequestID", width: 38 },
          ...["Mailbox", "ArchiveMailbox", "Database", "Server"].map((property) => ({ property })),
        ],
      },
      ...(name.startsWith("Mailbox") ? repairJob.views : []),
    ],
  });
}

export const mailboxRepairRequest = requestNoun("MailboxRepairRequest");
export const publicFolderRepairRequest = requestNoun("PublicFolderDatabaseRepairRequest");

const repairing = sentence({
  text: (what: string) => `Creating a repair request for "${what}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

const textIn = (object: DirectoryObject, name: string): string | null => {
  const value = getProperty(schema, object, name);
  return typeof value === "string" ? value : null;
};

interface Repair {
  readonly database: DirectoryObject;
  readonly mailboxName: string;
  readonly isArchive: boolean;
  /** The mailbox's own GUID; `null`: all of the database. */
  readonly guid: string | null;
}

function request(
  task: Task,
  noun: ReturnType<typeof requestNoun>,
  { database, mailboxName, isArchive, guid }: Repair,
): void {
  const server = linked(task.topology, getProperty(schema, database, "Server"));
  if (server === null || !isUp(task.topology, database)) throw task.failure(messages.dismounted, [database.name]);
  task.requireWrite(database);
  if (!task.shouldProcess(repairing.text(mailboxName === "" ? database.name : mailboxName))) return;
  if (noun === mailboxRepairRequest && task.info.release !== "2010") {
    startJob(task, database, guid);
    return;
  }
  const values: Readonly<Record<string, Value>> = {
    RequestID: new Guid(task.cmdlet.context.newGuid()),
    Mailbox: isArchive ? "" : mailboxName,
    ArchiveMailbox: isArchive ? mailboxName : "",
    Database: database.name,
    Server: fqdnOf(server),
  };
  writeRow(task, noun, database, values);
}

/** The mailbox of -Mailbox or its archive, all of -Database, or the one of -StoreMailbox in it. */
function repairMailbox(task: Task): void {
  if (task.has("Mailbox")) {
    const user = task.resolve("Mailbox", mailbox.identity, (identity) => task.notFound(identity));
    const isArchive = task.isOn("Archive");
    const database = linked(task.topology, getProperty(schema, user, isArchive ? "ArchiveDatabase" : "Database"));
    if (database === null) throw task.failure(messages.noArchive, [user.name]);
    const guid = textIn(user, isArchive ? "ArchiveGuid" : "ExchangeGuid");
    request(task, mailboxRepairRequest, { database, mailboxName: user.name, isArchive, guid });
    return;
  }
  const database = databaseParameter(task);
  const lost = task.has("StoreMailbox") ? storeMailboxFor(task, database, "StoreMailbox") : null;
  const guid = lost === null ? null : textIn(lost, "ExchangeGuid");
  request(task, mailboxRepairRequest, { database, mailboxName: lost?.name ?? "", isArchive: false, guid });
}

/** Nothing is corrupt here: whatever is looked for, and whether it is only looked for, comes to the same. */
const accepted = ["CorruptionType", "DetectOnly"];

/** New of 2010 tells what was asked of the store; since 2013 there are jobs, which are seen and removed. */
export const mailboxRepairRequestVerbs: NounVerbs = {
  ...repairJobVerbs,
  New: {
    taskClass: "StoreTasks.NewMailboxRepairRequest",
    emulated: ["Mailbox", "Archive", "Database", "StoreMailbox", "CorruptionType", "DetectOnly"],
    accepted: ["Force"],
    defaultParameterSet: "Mailbox",
    process: repairMailbox,
  },
};

export const publicFolderRepairRequestVerbs: NounVerbs = {
  New: {
    taskClass: "StoreTasks.NewPublicFolderDatabaseRepairRequest",
    emulated: ["Database"],
    accepted,
    process: (task) => {
      const database = task.resolve("Database", { classes: ["PublicFolderDatabase"] }, (id) => task.notFound(id));
      request(task, publicFolderRepairRequest, { database, mailboxName: "", isArchive: false, guid: null });
    },
  },
};
