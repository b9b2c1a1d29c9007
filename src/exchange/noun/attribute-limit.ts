import { isList, type PropertyValue } from "../../topology/index.js";
import { message } from "./exchange-errors.js";
import type { Task } from "./task.js";

const tooMany = message({
  text: () => "The administrative limit for this request was exceeded.",
  exception: "Microsoft.Exchange.Data.Directory.AdminLimitExceededException",
  category: "NotSpecified",
  certainty: "captured",
  evidence: "facts/captures.jsonl, shell.6; the type's namespace from memory",
});

/** An attribute that is no link holds about as many values as fit into one page of the directory's database (documented). */
const mostValues = 1300;

/** Refuses more values than an attribute of the directory holds; links to other objects are stored elsewhere. */
export function checkValues(task: Task, properties: Readonly<Record<string, PropertyValue>>): void {
  for (const value of Object.values(properties)) {
    if (isList(value) && value.length > mostValues && typeof value[0] === "string") throw task.failure(tooMany, []);
  }
}
