import { type DirectoryObject, findByIndex } from "../../topology/index.js";
import type { Task } from "../noun/task.js";

/** The account under which a shell runs that was told no other. */
const usualAccount = "Administrator";

/** The user of the session, where the organization has the account. */
export function currentUser({ topology, cmdlet }: Task): DirectoryObject | null {
  const account = cmdlet.context.userName ?? usualAccount;
  return findByIndex(topology, "User", "samAccountName", account)[0] ?? null;
}
