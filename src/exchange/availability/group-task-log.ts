import { isoFromTicks } from "../../topology/index.js";
import { sentence } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";

/** Tasks that work on the cluster of a group keep a log, and point to it before they say what has failed. */

const unsuccessful = sentence({
  text: (place: string) =>
    `The operation wasn't successful because an error was encountered. You may find more details in log file ${place}.`,
  certainty: "captured",
  evidence:
    "facts/captures.jsonl, start-databaseavailabilitygroup.1; facts/nouns.json, Add-DatabaseAvailabilityGroupServer",
});

/** Behind `20:57:47`. */
const secondsEnd = 8;

/** `dagtask_2020-12-04_20-57-47.659_start-databaseavailabilitygroup.log`; that of Add- misspells its cmdlet. */
function logFile(task: Task): string {
  const [date = "", time = ""] = isoFromTicks(task.topology.clock).split("T");
  const stamp = `${date}_${time.slice(0, secondsEnd).replaceAll(":", "-")}.000`;
  const cmdlet = task.info.name.toLowerCase().replace("add-databaseavailability", "add-databaseavailabilty");
  return `C:\\ExchangeSetupLogs\\DagTasks\\dagtask_${stamp}_${cmdlet}.log`;
}

/** Warns that the task has failed; since 2013 it says on which server the log lies. */
export function warnOfFailure(task: Task): void {
  const on = task.info.release === "2010" ? "" : ` on "${task.session.serverName}"`;
  task.cmdlet.writeWarning(unsuccessful.text(`"${logFile(task)}"${on}`));
}
