import { getProperty } from "../../topology/index.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { change } from "../noun/write.js";
import { schema } from "../schema.js";
import { copiesOf } from "./copies.js";
import { databaseQuery } from "./database.js";

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
  if (isUp && !task.isOn("Force") && !task.cmdlet.shouldContinue(mustDismount.text(), "Confirm")) return;
  const edbFilePath = task.text("EDBFilePath");
  const logFolderPath = task.text("LogFolderPath");
  change(task, object, {
    properties: {
      ...(edbFilePath === null ? {} : { EdbFilePath: edbFilePath }),
      ...(logFolderPath === null ? {} : { LogFolderPath: logFolderPath }),
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
