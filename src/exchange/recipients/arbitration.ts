import { type DirectoryObject, eachObject } from "../../topology/index.js";
import { message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { mailbox } from "./mailbox.js";
import { isArbitration } from "./recipient-types.js";

/** Arbitration mailboxes are Exchange's own: who means one says so (documented: -Arbitration). */

const last = message({
  text: (name: string) => `The arbitration mailbox "${name}" is used by Exchange and can't be removed.`,
  exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
  category: "InvalidOperation",
  certainty: "memory",
  evidence: "facts/nouns.json, Remove-Mailbox: the text is that of a blog's title",
});

/** The mailbox that -Identity means: with -Arbitration one of Exchange's own, without it never one. */
export function mailboxMeant(task: Task): DirectoryObject {
  const { where } = mailbox.identity;
  const query = {
    ...mailbox.identity,
    where: (object: DirectoryObject) => (where?.(object) ?? true) && isArbitration(object) === task.isOn("Arbitration"),
  };
  return task.resolve("Identity", query, (identity) => task.notFound(identity));
}

/** Refuses to take away the organization's last arbitration mailbox, unless a switch says that this is meant. */
export function checkLast(task: Task, object: DirectoryObject, allowed: string): void {
  if (task.isOn(allowed) || !isArbitration(object)) return;
  for (const each of eachObject(task.topology, "User")) if (each.guid !== object.guid && isArbitration(each)) return;
  throw task.failure(last, [object.name], task.id(object));
}
