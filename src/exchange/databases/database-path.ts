import { getProperty } from "../../topology/index.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { schema } from "../schema.js";
import { copiesOf } from "./copies.js";
import { databaseQuery } from "./database.js";
import { actualFiles, namedFiles, stayingBehind } from "./database-disk.js";

/** Where the files of a database lie: what Move-DatabasePath works on. It gives no objects. */
export const databasePath = defineNoun({
  noun: "DatabasePath",
  identity: databaseQuery,
  typeNames: ["Microsoft.Exchange.Data.Directory.SystemConfiguration.Database"],
  properties: () => [],
  views: [],
});

const messages = {
  hasCopies: message({
    text: (name: string) =>
      `The files of database "${name}" can't be moved because it has more than one copy. Remove the other copies first.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
  noFile: message({
    text: (path: string) => `The database file "${path}" doesn't exist.`,
    exception: "System.IO.FileNotFoundException",
    category: "ObjectNotFound",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  noPath: message({
    text: () => "Specify the path to move the database file or the log files to: EdbFilePath or LogFolderPath.",
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const moving = sentence({
  text: (name: string) => `Moving database path "${name}".`,
  certainty: "memory",
  evidence: "facts/nouns.json, Move-DatabasePath",
});
const mustDismount = sentence({
  text: () =>
    "To perform the move operation, database must be temporarily dismounted, which will make it inaccessible to all users. Do you want to continue?",
  certainty: "memory",
  evidence: "facts/nouns.json, Move-DatabasePath",
});

/** Moves the files; a mounted database is down meanwhile and mounted again behind it. */
function move(task: Task): void {
  const object = task.resolve("Identity", databaseQuery, (identity) => task.notFound(identity));
  if (!task.has("EDBFilePath") && !task.has("LogFolderPath")) throw task.failure(messages.noPath, [], task.id(object));
  if (copiesOf(task.topology, object).length > 1) {
    throw task.failure(messages.hasCopies, [object.name], task.id(object));
  }
  task.requireWrite(object);
  if (!task.shouldProcess(moving.text(object.name))) return;
  const isUp = getProperty(schema, object, "Mounted") === true && !task.isOn("ConfigurationOnly");
  if (isUp && !task.isOn("Force") && !task.shouldContinue(mustDismount.text())) return;
  const now = namedFiles(object);
  const files = { edb: task.text("EDBFilePath") ?? now.edb, logs: task.text("LogFolderPath") ?? now.logs };
  const isTold = task.isOn("ConfigurationOnly");
  if (!isTold && actualFiles(object).edb.toLowerCase() !== now.edb.toLowerCase()) {
    throw task.failure(messages.noFile, [now.edb], task.id(object));
  }
  change(task, object, {
    properties: {
      EdbFilePath: files.edb,
      LogFolderPath: files.logs,
      FilesAt: isTold ? stayingBehind(object, files) : null,
    },
  });
}

export const databasePathVerbs: NounVerbs = {
  Move: {
    taskClass: "SystemConfigurationTasks.MoveDatabasePath",
    emulated: ["Identity", "EDBFilePath", "LogFolderPath", "ConfigurationOnly", "Force"],
    accepted: [],
    confirms: true,
    process: move,
  },
};
