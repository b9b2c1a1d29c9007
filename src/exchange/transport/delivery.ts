import {
  type DirectoryObject,
  followReference,
  getProperty,
  isReference,
  type Topology,
} from "../../topology/index.js";
import { schema } from "../schema.js";

/** The database of a mailbox; `null` for a user without one. */
export function databaseOf(topology: Topology, user: DirectoryObject): DirectoryObject | null {
  return linked(topology, user, "Database");
}

/** The server on which a database is active. */
export function activeServerOf(topology: Topology, database: DirectoryObject): DirectoryObject | null {
  return linked(topology, database, "Server");
}

function linked(topology: Topology, object: DirectoryObject, property: string): DirectoryObject | null {
  const link = getProperty(schema, object, property);
  const target = isReference(link) ? followReference(topology, link) : null;
  return target?.state === "live" ? target.object : null;
}
