import { type DirectoryObject, eachObject, type IdentityQuery } from "../../topology/index.js";
import type { PowerShellError } from "../../values/errors.js";
import { message } from "../noun/exchange-errors.js";
import { once } from "../noun/once.js";
import type { Task } from "../noun/task.js";
import { mailbox } from "./mailbox.js";
import { hasMailbox, isArbitration, recipientIdentityProperties } from "./recipient-types.js";

/** Arbitration mailboxes are Exchange's own: who means one says so (documented: -Arbitration). */

const last = message({
  text: (name: string) => `The arbitration mailbox "${name}" is used by Exchange and can't be removed.`,
  exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
  category: "InvalidOperation",
  certainty: "memory",
  evidence: "facts/nouns.json, Remove-Mailbox: the text is that of a blog's title",
});

const meant = (arbitration: boolean) =>
  once((): IdentityQuery => {
    const { where } = mailbox.identity;
    return {
      ...mailbox.identity,
      where: (object) => (where?.(object) ?? true) && isArbitration(object) === arbitration,
    };
  });
const ownOfExchange = meant(true);
const ofUsers = meant(false);

const notMailbox = message({
  text: (name: string) => `${name} isn't a mailbox user.`,
  exception: "Microsoft.Exchange.Management.RecipientTasks.RecipientTaskException",
  category: "InvalidArgument",
  certainty: "documented",
  evidence: "facts/nouns.json, Remove-Mailbox: the text is documented; type and category from memory",
});

const withoutMailbox: IdentityQuery = {
  classes: ["User"],
  properties: recipientIdentityProperties,
  where: (user) => !hasMailbox(user),
};

/** Nobody has the mailbox that is to be taken away: a user without one is told apart from nobody. */
export function noMailbox(task: Task, identity: string): PowerShellError {
  const [user] = task.info.name.startsWith("Set-") ? [] : task.find(identity, withoutMailbox);
  return user === undefined ? task.notFound(identity) : task.failure(notMailbox, [user.name], task.id(user));
}

/** The mailbox that -Identity means: with -Arbitration one of Exchange's own, without it never one. */
export function mailboxMeant(task: Task): DirectoryObject {
  const query = task.isOn("Arbitration") ? ownOfExchange() : ofUsers();
  return task.resolve("Identity", query, (identity) => noMailbox(task, identity));
}

/** Refuses to take away the organization's last arbitration mailbox, unless a switch says that this is meant. */
export function checkLast(task: Task, object: DirectoryObject, allowed: string): void {
  if (task.isOn(allowed) || !isArbitration(object)) return;
  for (const each of eachObject(task.topology, "User")) if (each.guid !== object.guid && isArbitration(each)) return;
  throw task.failure(last, [object.name], task.id(object));
}
