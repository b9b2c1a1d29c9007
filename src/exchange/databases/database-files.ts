import { type DirectoryObject, findByIndex, getProperty } from "../../topology/index.js";
import { message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { writeFailure } from "../noun/write-failure.js";
import { schema } from "../schema.js";

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

/** The databases of both kinds on a server. */
function databasesOf(task: Task, server: DirectoryObject): readonly DirectoryObject[] {
  return ["MailboxDatabase", "PublicFolderDatabase"].flatMap((name) =>
    findByIndex(task.topology, name, "server", server.guid),
  );
}

const longestName = 64;

/** E00, E01, …: the first that no database of the server has. */
export function freeLogFilePrefix(task: Task, server: DirectoryObject): string {
  const taken = new Set(databasesOf(task, server).map((database) => getProperty(schema, database, "LogFilePrefix")));
  for (let n = 0; ; n++) {
    const prefix = `E${n.toString(16).toUpperCase().padStart(2, "0")}`;
    if (!taken.has(prefix)) return prefix;
  }
}

/** Names are checked before paths, which are made of them when none are given. */
export function checkName(task: Task, className: string, name: string): void {
  if (name.length > longestName) throw task.failure(messages.nameTooLong, [name]);
  const [existing] = findByIndex(task.topology, className, "name", name);
  if (existing !== undefined) {
    throw writeFailure(task, { kind: "duplicateName", class: className, name, existing });
  }
}

/** Two databases of a server cannot share a file. */
export function checkPath(task: Task, server: DirectoryObject, edbFilePath: string): void {
  for (const database of databasesOf(task, server)) {
    const other = getProperty(schema, database, "EdbFilePath");
    if (typeof other === "string" && other.toLowerCase() === edbFilePath.toLowerCase()) {
      throw task.failure(messages.pathTaken, [edbFilePath, database.name]);
    }
  }
}

export function pathsFor(
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
