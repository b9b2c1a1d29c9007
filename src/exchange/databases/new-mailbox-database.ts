import { addObject, type DirectoryObject, getProperty, type NewObject, reference } from "../../topology/index.js";
import { sentence } from "../noun/exchange-errors.js";
import { newVerb } from "../noun/new-verb.js";
import type { Task } from "../noun/task.js";
import { writeFailure } from "../noun/write-failure.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { accessServerFor } from "./access-server.js";
import { linked } from "./copies.js";
import { onDisk } from "./database-disk.js";
import { checkName, checkPath, freeLogFilePrefix, pathsFor } from "./database-files.js";
import { mailboxDatabase } from "./mailbox-database.js";

const restartStore = sentence({
  text: (server: string) =>
    `Please restart the Microsoft Exchange Information Store service on server ${server} after adding new mailbox databases.`,
  certainty: "captured",
  evidence: "facts/messages.md, new-mailboxdatabase.3 (2013)",
});

const existingFile = sentence({
  text: (name: string, path: string) =>
    `Recovery database '${name}' was created using existing file ${path}. The database must be brought into a clean shutdown state before it can be mounted.`,
  certainty: "captured",
  evidence: "facts/captures.jsonl, new-mailboxdatabase.1",
});

function make(task: Task): NewObject {
  const name = task.text("Name") ?? "";
  const server = resolveServer(task, "Server", "Mailbox");
  checkName(task, "MailboxDatabase", name);
  const isRecovery = task.isOn("Recovery");
  const { edbFilePath, logFolderPath } = pathsFor(task, server, name);
  checkPath(task, server, edbFilePath);
  if (isRecovery && ["CleanFile", "OtherFile"].includes(onDisk(task, server, edbFilePath))) {
    task.cmdlet.writeWarning(existingFile.text(name, edbFilePath));
  }
  const group = linked(task.topology, getProperty(schema, server, "DatabaseAvailabilityGroup"));
  return {
    class: "MailboxDatabase",
    name,
    properties: {
      Server: reference(server.guid),
      MasterServerOrAvailabilityGroup: reference((group ?? server).guid),
      Recovery: isRecovery,
      RpcClientAccessServer: accessServerFor(task.topology, server),
      EdbFilePath: edbFilePath,
      LogFolderPath: logFolderPath,
      LogFilePrefix: freeLogFilePrefix(task, server),
      // Mounting it is a command of its own.
      Mounted: false,
      DatabaseCreated: false,
      DataMoveReplicationConstraint: group === null || isRecovery ? "None" : "SecondCopy",
    },
  };
}

/** Every database has at least one copy: the one on its server. */
function addFirstCopy(task: Task, database: DirectoryObject): void {
  const server = linked(task.topology, getProperty(schema, database, "Server"));
  if (server === null) return;
  const copy = addObject(schema, task.topology, {
    class: "DatabaseCopy",
    name: server.name,
    parent: database.guid,
    properties: { HostServer: reference(server.guid), ActivationPreference: 1 },
  });
  if (!copy.ok) throw writeFailure(task, copy.failure);
  task.commit(copy.topology);
  if (task.info.release !== "2010") task.cmdlet.writeWarning(restartStore.text(server.name));
}

export const newMailboxDatabase = newVerb(mailboxDatabase, {
  taskClass: "SystemConfigurationTasks.NewMailboxDatabase",
  defaultParameterSet: "NonRecovery",
  emulated: ["Server", "Recovery"],
  // Folders are made when a database is mounted.
  accepted: ["SkipDatabaseLogFolderCreation"],
  make,
  sentence: sentence({
    text: (name: string) => `Creating mailbox database "${name}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  }),
  after: addFirstCopy,
});
