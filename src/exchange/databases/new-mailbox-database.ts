import {
  addObject,
  type DirectoryObject,
  findByIndex,
  getProperty,
  type NewObject,
  type PropertyValue,
  reference,
} from "../../topology/index.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { newVerb } from "../noun/new-verb.js";
import type { Task } from "../noun/task.js";
import { writeFailure } from "../noun/write-failure.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { accessServerFor } from "./access-server.js";
import { linked, mailboxDatabase } from "./mailbox-database.js";

const messages = {
  nameTooLong: message({
    text: (name: string) => `The name "${name}" is too long. The name of a database has at most 64 characters.`,
    exception: "Microsoft.Exchange.Data.DataValidationException",
    category: "InvalidData",
    certainty: "unknown",
    evidence: "the limit is documented, the text is not known",
  }),
  pathTaken: message({
    text: (path: string, database: string) => `The path "${path}" is already used by the database "${database}".`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording for a rule from memory",
  }),
} as const;

const restartStore = sentence({
  text: (server: string) =>
    `Please restart the Microsoft Exchange Information Store service on server ${server} after adding new mailbox databases.`,
  certainty: "captured",
  evidence: "facts/messages.md, new-mailboxdatabase.3 (2013)",
});

const longestName = 64;

/** E00, E01, …: the first that no database of the server has. */
function freeLogFilePrefix(task: Task, server: DirectoryObject): string {
  const taken = new Set(
    findByIndex(task.topology, "MailboxDatabase", "server", server.guid).map((database) =>
      getProperty(schema, database, "LogFilePrefix"),
    ),
  );
  for (let n = 0; ; n++) {
    const prefix = `E${n.toString(16).toUpperCase().padStart(2, "0")}`;
    if (!taken.has(prefix)) return prefix;
  }
}

/** Names are checked before paths, which are made of them when none are given. */
function checkName(task: Task, name: string): void {
  if (name.length > longestName) throw task.failure(messages.nameTooLong, [name]);
  const [existing] = findByIndex(task.topology, "MailboxDatabase", "name", name);
  if (existing !== undefined) {
    throw writeFailure(task, { kind: "duplicateName", class: "MailboxDatabase", name, existing });
  }
}

/** Two databases of a server cannot share a file. */
function checkPath(task: Task, server: DirectoryObject, edbFilePath: string): void {
  for (const database of findByIndex(task.topology, "MailboxDatabase", "server", server.guid)) {
    const other = getProperty(schema, database, "EdbFilePath");
    if (typeof other === "string" && other.toLowerCase() === edbFilePath.toLowerCase()) {
      throw task.failure(messages.pathTaken, [edbFilePath, database.name]);
    }
  }
}

function pathsFor(
  task: Task,
  server: DirectoryObject,
  name: string,
): { readonly edbFilePath: string; readonly logFolderPath: string } {
  const dataPath = getProperty(schema, server, "DataPath");
  const folder = `${typeof dataPath === "string" ? dataPath : ""}\\${name}`;
  return {
    edbFilePath: task.text("EdbFilePath") ?? `${folder}\\${name}.edb`,
    logFolderPath: task.text("LogFolderPath") ?? folder,
  };
}

/** The objects that the parameters name; organizations have none of these classes so far, so that none is found. */
function link(task: Task, parameter: string, className: string): PropertyValue {
  if (task.value(parameter) === null) return null;
  return reference(
    task.resolve(parameter, { classes: [className] }, (identity) => task.parameterNotFound(identity)).guid,
  );
}

function make(task: Task): NewObject {
  const name = task.text("Name") ?? "";
  const server = resolveServer(task, "Server", "Mailbox");
  checkName(task, name);
  const isRecovery = task.isOn("Recovery");
  const { edbFilePath, logFolderPath } = pathsFor(task, server, name);
  checkPath(task, server, edbFilePath);
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
      IsExcludedFromProvisioning: task.isOn("IsExcludedFromProvisioning"),
      IsSuspendedFromProvisioning: task.isOn("IsSuspendedFromProvisioning"),
      OfflineAddressBook: link(task, "OfflineAddressBook", "OfflineAddressBook"),
      PublicFolderDatabase: link(task, "PublicFolderDatabase", "PublicFolderDatabase"),
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
  emulated: [
    "Name",
    "Server",
    "Recovery",
    "EdbFilePath",
    "LogFolderPath",
    "IsExcludedFromProvisioning",
    "IsSuspendedFromProvisioning",
    "OfflineAddressBook",
    "PublicFolderDatabase",
  ],
  make,
  sentence: sentence({
    text: (name: string) => `Creating mailbox database "${name}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  }),
  after: addFirstCopy,
});
