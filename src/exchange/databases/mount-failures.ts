import type { PowerShellError } from "../../values/errors.js";
import type { Value } from "../../values/value.js";
import { type ExchangeMessage, message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";

/** What Mount-Database says when a database can't be mounted: one frame, which differs by release, and reasons in it. */

const failed = { exception: "System.InvalidOperationException", category: "InvalidOperation" } as const;
const actionFailed = "An Active Manager operation failed. Error: The database action failed. Error:";

const of2010 = (name: string, reason: string, server: string): string =>
  `Couldn't mount the database that you specified. Specified database: ${name}; Error code: ${actionFailed} ${reason} [Database: ${name}, Server: ${server}].`;
const since2013 = (name: string, reason: string, server: string): string =>
  `Failed to mount database "${name}". Error: ${actionFailed} ${reason} [Database: ${name}, Server: ${server}]`;

type Frame = ExchangeMessage<[name: string, reason: string, server: string]>;

const frames: Readonly<Record<"of2010" | "since2013", Frame>> = {
  of2010: message({
    text: of2010,
    ...failed,
    certainty: "captured",
    evidence: "facts/nouns.json, Mount-Database: generic failure 2010; category and class from memory",
  }),
  since2013: message({
    text: since2013,
    ...failed,
    certainty: "captured",
    evidence: "facts/nouns.json, Mount-Database: 2013+/2016 wording, of a log of setup",
  }),
};

/** What the store says, by the name of its exception. */
const storeFailures = {
  MapiExceptionTooManyMountedDatabases: "hr=0x8004060e, ec=-2147219954",
  MapiExceptionDatabaseError: "hr=0x80004005, ec=1108",
  MapiExceptionJetErrorMissingLogFile: "hr=0x80004005, ec=-528",
  MapiExceptionCallFailed: "hr=0x80004005, ec=-2147467259",
  MapiExceptionNetworkError: "hr=0x80040115, ec=-2147221227",
} as const;

export type StoreFailure = keyof typeof storeFailures;

/** `Operation failed with message: MapiException…: Unable to mount database. (hr=…, ec=…)`, and a full stop on its own line. */
export function storeRefuses(failure: StoreFailure): string {
  const what =
    failure === "MapiExceptionNetworkError"
      ? "Unable to make admin interface connection to server."
      : "Unable to mount database.";
  return `Operation failed with message: ${failure}: ${what} (${storeFailures[failure]})\n.`;
}

/** The file is gone and its logs are not: a new one would not fit them (facts/nouns.json, Mount-Database). */
export function fileLost(name: string, path: string, generation: number): string {
  return `The mount operation is being prevented for database '${name}' because its database file at '${path}' is missing, but still has transaction log files, with the highest generation number being 0x${generation.toString(16).toUpperCase()}. Please either recover the database file from a backup, or remove the log files if your intention is to mount a newly-created empty database.`;
}

/** The failure of a release, as something to throw. */
export function mountFailure(task: Task, name: string, reason: string, server: string, target: Value): PowerShellError {
  const frame = task.info.release === "2010" ? frames.of2010 : frames.since2013;
  return task.failure(frame, [name, reason, server], target);
}
