import {
  type DirectoryObject,
  findByCanonicalName,
  findByDistinguishedName,
  listObjects,
  pathOf,
  type Topology,
} from "../../topology/index.js";
import { isRecipient } from "../permissions/roles/write-scope.js";

/** How much of the forest a session sees: Set-ADServerSettings -RecipientViewRoot and -ViewEntireForest. */

/** The place that a root means: the canonical or distinguished name of a unit, a container or the domain. */
export function viewRootNamed(topology: Topology, text: string): DirectoryObject | null {
  const wanted = text.replace(/\/+$/, "");
  return findByCanonicalName(topology, wanted)[0] ?? findByDistinguishedName(topology, wanted);
}

/** Where the recipients that the session sees lie; `null`: all are seen. */
export function viewRootOf(topology: Topology): DirectoryObject | null {
  const [organization] = listObjects(topology, "ExchangeOrganization");
  const { SessionRecipientViewRoot: root = null, SessionViewEntireForest: everything = false } =
    organization?.properties ?? {};
  if (everything === true || typeof root !== "string" || root === "") return null;
  const found = viewRootNamed(topology, root);
  return found === null || found.class === "Domain" ? null : found;
}

/** Whether a recipient, or a part of one, lies below a root; what is no recipient is always seen. */
export function isBelowRoot(topology: Topology, object: DirectoryObject, root: DirectoryObject): boolean {
  const path = pathOf(topology, object);
  return !path.some(isRecipient) || path.some(({ guid }) => guid === root.guid);
}
