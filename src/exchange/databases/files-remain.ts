import { type DirectoryObject, getProperty } from "../../topology/index.js";
import { sentence } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { leaveFile } from "./database-disk.js";

const filesRemain = sentence({
  text: (path: string, database: string) =>
    `The specified database has been removed. You must remove the database file located in ${path} from your computer manually if it exists. Specified database: ${database}`,
  certainty: "captured",
  evidence: "facts/nouns.json, Remove-MailboxDatabase (2013)",
});

/** The files of a removed database are still there, which is said. */
export function leaveFiles(task: Task, database: DirectoryObject): void {
  leaveFile(task, database);
  const path = getProperty(schema, database, "EdbFilePath");
  task.cmdlet.writeWarning(filesRemain.text(typeof path === "string" ? path : "", database.name));
}
