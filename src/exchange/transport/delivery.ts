import {
  type DirectoryObject,
  followReference,
  getProperty,
  isReference,
  type Topology,
} from "../../topology/index.js";
import { changeFolder } from "../mailboxes/mailbox-content.js";
import { schema } from "../schema.js";

/**
 * Puts messages into the inbox of a mailbox; Get-MailboxStatistics and its kin show them there.
 * @param user as it is in this organization
 * @param size of all of them together, in bytes
 * @throws {Error} for a user that the organization has not: a mistake in our code
 */
export function deliverToMailbox(topology: Topology, user: DirectoryObject, size: bigint, count = 1): Topology {
  return changeFolder(topology, user, "/Inbox", count, size);
}

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
