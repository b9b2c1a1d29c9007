import { type DirectoryObject, findByIndex, type Topology } from "../../topology/index.js";

/** The account under which the shell runs, as its environment says. */
const account = "Administrator";

/** The user of the session, where the organization has the account. */
export function currentUser(topology: Topology): DirectoryObject | null {
  return findByIndex(topology, "User", "samAccountName", account)[0] ?? null;
}
