import { childrenOf, type DirectoryObject, getProperty, type Topology } from "../../topology/index.js";
import type { Task } from "../noun/task.js";
import { currentUser } from "../recipients/current-user.js";
import { mailbox } from "../recipients/mailbox.js";
import { hasMailbox } from "../recipients/recipient-types.js";
import { schema } from "../schema.js";

export const ruleClass = "InboxRule";

/** The mailbox whose rules are meant: that of -Mailbox, or that of whoever runs the shell. */
export function ruleOwner(task: Task): DirectoryObject {
  if (task.value("Mailbox") !== null)
    return task.resolve("Mailbox", mailbox.identity, (identity) => task.notFound(identity));
  const user = currentUser(task);
  if (user === null || !hasMailbox(user)) throw task.notFound(user?.name ?? "Administrator");
  return user;
}

const priority = (rule: DirectoryObject): number => Number(getProperty(schema, rule, "Priority"));

/** The rules of a mailbox in the order in which they run. */
export function rulesOf(topology: Topology, user: DirectoryObject): DirectoryObject[] {
  return childrenOf(topology, user.guid)
    .filter((child) => child.class === ruleClass)
    .sort((a, b) => priority(a) - priority(b));
}
