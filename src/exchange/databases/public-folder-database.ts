import {
  countObjects,
  type DirectoryObject,
  eachObject,
  findByIndex,
  getProperty,
  isList,
  isReference,
  type NewObject,
  reference,
} from "../../topology/index.js";
import { configurationTail, nameProperty, objectVersions } from "../noun/common-properties.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs, taskClassOf } from "../noun/noun.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { change, remove } from "../noun/write.js";
import { bool, fixed, property, quota, schedule, size, texts, uint } from "../properties/property.js";
import { bytesOf, spanLimitKind, unlimited } from "../properties/scalar-kinds.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { linked } from "./copies.js";
import { checkName, checkPath, freeLogFilePrefix, pathsFor } from "./database-files.js";
import { databaseProperties, databaseTypes } from "./database-properties.js";
import { statusOf } from "./database-status.js";
import { leaveFiles } from "./files-remain.js";

const typeNames = databaseTypes("PublicFolderDatabase");
const [typeName = ""] = typeNames;
/** Every quarter of an hour, in minutes. */
const replicationPeriod = 15;
const always: readonly string[] = ["Sun.12:00 AM-Sun.12:00 AM"];

/**
 * A public folder database, up to Exchange 2010. Order of the list and view: from memory (facts/nouns.json has
 * neither); defaults as documented for Set-PublicFolderDatabase.
 */
export const publicFolderDatabase = defineNoun({
  noun: "PublicFolderDatabase",
  called: "public folder database",
  class: {
    name: "PublicFolderDatabase",
    objectClass: ["top", "msExchMDB", "msExchPublicMDB"],
    objectCategory: "ms-Exch-Public-MDB",
    container: { below: "administrativeGroup", path: ["CN=Databases"] },
    properties: {
      Server: { holds: "reference" },
      MasterServerOrAvailabilityGroup: { holds: "reference" },
      RpcClientAccessServer: { holds: "string" },
      Mounted: { holds: "boolean", default: false },
    },
    indexes: { server: { property: "Server" } },
  },
  typeNames,
  certainty: "memory",
  properties: () => [
    fixed("Alias", "string", () => ""),
    fixed("FirstInstance", "bool", () => false),
    property("ItemRetentionPeriod", spanLimitKind, { default: unlimited }),
    quota("MaxItemSize", { default: bytesOf("10MB") }),
    quota("ProhibitPostQuota", { default: bytesOf("2GB") }),
    uint("ReplicationPeriod", { default: replicationPeriod }),
    size("ReplicationMessageSize", { default: bytesOf("300KB") }),
    schedule("ReplicationSchedule", { default: always }),
    bool("UseCustomReferralServerList", { default: false }),
    texts("CustomReferralServerList"),
    ...databaseProperties(),
    fixed("IsMailboxDatabase", "bool", () => false),
    fixed("IsPublicFolderDatabase", "bool", () => true),
    ...configurationTail(objectVersions.exchange2010, {
      name: false,
      identity: "name",
      adminDisplayName: ({ object }) => object.name,
    }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: nameProperty.name, width: 30 },
        { property: "Server", width: 15 },
        { property: "Recovery", width: 15 },
        { property: "ReplicationType" },
      ],
    },
  ],
});

const messages = {
  oneOnAServer: message({
    text: (server: string, database: string) =>
      `The server "${server}" already has the public folder database "${database}". There can be only one on a server.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
  hasReplicas: message({
    text: (name: string) =>
      `The public folder database "${name}" contains folder replicas. Before deleting the public folder database, remove the folders or move the replicas to another public folder database. For detailed instructions about how to remove a public folder database, see http://go.microsoft.com/fwlink/?linkid=81409&clcid=0x409.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    hashes: { "Microsoft.Exchange.Management.SystemConfigurationTasks.RemovePublicFolderDatabase": "70BAB383" },
    certainty: "captured",
    evidence: "facts/nouns.json, Remove-PublicFolderDatabase: replicas present (2010)",
  }),
  isDefault: message({
    text: (name: string, databases: string) =>
      `Unable to delete public folder database "${name}" because it is the default public folder database for the following mailbox databases: "${databases}".`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "memory",
    evidence: "facts/nouns.json, Remove-PublicFolderDatabase: wording approximate",
  }),
} as const;

const lastOne = sentence({
  text: () =>
    "You are attempting to remove the last public folder database in the organization. If you remove this database, all its contents will be lost and only users running Outlook 2007 or later will be able to connect to your Exchange organization. Are you sure that you want to delete the last public folder database?",
  certainty: "memory",
  evidence: "facts/nouns.json, Remove-PublicFolderDatabase",
});

function make(task: Task): NewObject {
  const name = task.text("Name") ?? "";
  const server = resolveServer(task, "Server", "Mailbox");
  const [present] = findByIndex(task.topology, "PublicFolderDatabase", "server", server.guid);
  if (present !== undefined) throw task.failure(messages.oneOnAServer, [server.name, present.name]);
  checkName(task, "PublicFolderDatabase", name);
  const { edbFilePath, logFolderPath } = pathsFor(task, server, name);
  checkPath(task, server, edbFilePath);
  const fqdn = getProperty(schema, server, "Fqdn");
  return {
    class: "PublicFolderDatabase",
    name,
    properties: {
      Server: reference(server.guid),
      MasterServerOrAvailabilityGroup: reference(server.guid),
      // Outlook connects straight to the Mailbox server.
      RpcClientAccessServer: typeof fqdn === "string" ? fqdn : null,
      EdbFilePath: edbFilePath,
      LogFolderPath: logFolderPath,
      LogFilePrefix: freeLogFilePrefix(task, server),
      DatabaseCreated: false,
    },
  };
}

/** Mailbox databases without a public folder database get the first one (from memory). */
function becomeDefault(task: Task, made: DirectoryObject): void {
  for (const database of [...eachObject(task.topology, "MailboxDatabase")]) {
    const current = getProperty(schema, database, "PublicFolderDatabase");
    if (linked(task.topology, current) !== null || getProperty(schema, database, "Recovery") === true) continue;
    change(task, database, { properties: { PublicFolderDatabase: reference(made.guid) } });
  }
}

function checkUnused(task: Task, database: DirectoryObject): void {
  const users: string[] = [];
  for (const mailboxDatabase of eachObject(task.topology, "MailboxDatabase")) {
    const target = getProperty(schema, mailboxDatabase, "PublicFolderDatabase");
    if (isReference(target) && target.guid === database.guid) users.push(mailboxDatabase.name);
  }
  if (users.length > 0) throw task.failure(messages.isDefault, [database.name, users.join(", ")], task.id(database));
}

function checkEmpty(task: Task, database: DirectoryObject): void {
  for (const folder of eachObject(task.topology, "PublicFolder")) {
    const replicas = getProperty(schema, folder, "Replicas");
    const isHere = isList(replicas) && replicas.some((each) => isReference(each) && each.guid === database.guid);
    if (isHere) throw task.failure(messages.hasReplicas, [database.name], task.id(database));
  }
}

const removing = sentence({
  text: (name: string) => `Removing public folder database "${name}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

/** The last one may go although mailbox databases name it: a second question, or -RemoveLastAllowed, makes sure. */
function removeDatabase(task: Task): void {
  const database = task.resolve("Identity", publicFolderDatabase.identity, (identity) => task.notFound(identity));
  const isLast = countObjects(task.topology, "PublicFolderDatabase") === 1;
  if (!isLast) {
    checkUnused(task, database);
    checkEmpty(task, database);
  }
  task.requireWrite(database);
  if (!task.shouldProcess(removing.text(database.name))) return;
  if (isLast && !task.isOn("RemoveLastAllowed") && !task.shouldContinue(lastOne.text())) return;
  remove(task, database);
  leaveFiles(task, database);
}

export const publicFolderDatabaseVerbs: NounVerbs = {
  Get: getVerb(publicFolderDatabase, {
    defaultParameterSet: "Identity",
    accepted: ["IncludePreExchange2010", "IncludeCorrupted"],
    filters: {
      Server: (task) => ({
        from: findByIndex(task.topology, "PublicFolderDatabase", "server", resolveServer(task, "Server").guid),
      }),
    },
    live: { Status: statusOf },
  }),
  New: newVerb(publicFolderDatabase, { emulated: ["Server"], make, after: becomeDefault }),
  Set: setVerb(publicFolderDatabase),
  Remove: {
    taskClass: taskClassOf(publicFolderDatabase, "Remove"),
    emulated: ["Identity", "RemoveLastAllowed"],
    accepted: [],
    confirms: true,
    process: removeDatabase,
  },
};
