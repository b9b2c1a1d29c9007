import { type DirectoryObject, findByIndex } from "../../topology/index.js";
import { message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";

const messages = {
  valueInUse: message({
    text: (value: string, property: string) =>
      `The value "${value}" of property "${property}" is used by another recipient object. Please specify a unique value.`,
    exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
    category: "InvalidData",
    certainty: "memory",
    evidence: "remembered; class and category unknown",
  }),
} as const;

const indexes = { UserPrincipalName: "userPrincipalName", SamAccountName: "samAccountName" } as const;

/** Refuses an account name that another user has. */
export function checkAccountName(
  task: Task,
  property: keyof typeof indexes,
  value: string,
  self: DirectoryObject | null,
): void {
  const taken = findByIndex(task.topology, "User", indexes[property], value).some(({ guid }) => guid !== self?.guid);
  if (taken) throw task.failure(messages.valueInUse, [value, property]);
}

/** An account name that nobody has: the one that is wanted, cut to what Windows takes, or with a number behind it. */
export function freeSamAccountName(task: Task, wanted: string): string {
  for (let number = 0; ; number++) {
    const suffix = number === 0 ? "" : String(number);
    const name = wanted.slice(0, longestSamAccountName - suffix.length) + suffix;
    if (findByIndex(task.topology, "User", "samAccountName", name).length === 0) return name;
  }
}

const longestSamAccountName = 20;
