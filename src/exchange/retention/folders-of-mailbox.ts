import {
  type DirectoryObject,
  followReference,
  getProperty,
  isReference,
  type Topology,
  valuesOf,
} from "../../topology/index.js";
import { schema } from "../schema.js";

function followed(topology: Topology, object: DirectoryObject, property: string): readonly DirectoryObject[] {
  return valuesOf(getProperty(schema, object, property)).flatMap((link) => {
    const target = isReference(link) ? followReference(topology, link) : null;
    return target?.state === "live" ? [target.object] : [];
  });
}

/** The managed folders that a mailbox has by its policy. */
export function managedFoldersOf(topology: Topology, user: DirectoryObject): readonly DirectoryObject[] {
  return followed(topology, user, "ManagedFolderMailboxPolicy").flatMap((policy) =>
    followed(topology, policy, "ManagedFolderLinks"),
  );
}
