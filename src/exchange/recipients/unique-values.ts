import { type DirectoryObject, findByIndex, listObjects, type PropertyValue } from "../../topology/index.js";
import { message } from "../noun/exchange-errors.js";
import { isIn } from "../noun/exchange-object.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";

const messages = {
  valueInUse: message({
    text: (value: string, property: string) =>
      `The value "${value}" of property "${property}" is used by another recipient object. Please specify a unique value.`,
    exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
    category: "InvalidData",
    certainty: "memory",
    evidence: "remembered; class and category unknown",
  }),
  /** Domain controllers of Windows Server 2012 R2 and later see to it themselves (documented). */
  notUnique: message({
    text: (domainController: string) =>
      `An Active Directory Constraint Violation error occurred on ${domainController}. Additional information: The operation failed because UPN value provided for addition/modification is not unique forest-wide.`,
    exception: "Microsoft.Exchange.Data.Directory.ADConstraintViolationException",
    category: "NotSpecified",
    certainty: "documented",
    evidence:
      "facts/nouns.json, New-Mailbox: UPN not unique in forest; type and category from memory, its release is not known",
  }),
} as const;

const indexes = { UserPrincipalName: "userPrincipalName", SamAccountName: "samAccountName" } as const;

/** Whether another object has it, in any class that has such names. */
function isTaken(task: Task, index: string, value: string, self: DirectoryObject | null): boolean {
  return schema
    .classesSharing(index)
    .some((name) => findByIndex(task.topology, name, index, value).some(({ guid }) => guid !== self?.guid));
}

/** Refuses an account name that another user or group has. */
export function checkAccountName(
  task: Task,
  property: keyof typeof indexes,
  value: string,
  self: DirectoryObject | null,
): void {
  if (!isTaken(task, indexes[property], value, self)) return;
  const isRecent = isIn({ since: "2016" }, task.info.release);
  throw isRecent && property === "UserPrincipalName"
    ? task.failure(messages.notUnique, [task.domainController])
    : task.failure(messages.valueInUse, [value, property]);
}

/** An account name that nobody has: the one that is wanted, cut to what Windows takes, or with a number behind it. */
export function freeSamAccountName(task: Task, wanted: string, longest = longestSamAccountName): string {
  for (let number = 0; ; number++) {
    const suffix = number === 0 ? "" : String(number);
    const name = wanted.slice(0, longest - suffix.length) + suffix;
    if (!isTaken(task, "samAccountName", name, null)) return name;
  }
}

/** The account names of a new user: those that are given, or made of the alias. */
export function accountOf(task: Task, alias: string): Record<string, PropertyValue> {
  const [domain] = listObjects(task.topology, "Domain");
  const userPrincipalName = task.text("UserPrincipalName") ?? `${alias}@${domain?.name ?? ""}`;
  checkAccountName(task, "UserPrincipalName", userPrincipalName, null);
  const wanted = task.text("SamAccountName");
  if (wanted !== null) checkAccountName(task, "SamAccountName", wanted, null);
  return { UserPrincipalName: userPrincipalName, SamAccountName: wanted ?? freeSamAccountName(task, alias) };
}

const longestSamAccountName = 20;
