import {
  type DirectoryObject,
  describeFailure,
  followReference,
  getProperty,
  isReference,
  type Topology,
  updateObject,
} from "../../topology/index.js";
import { declareInDirectory, schema } from "../schema.js";

/**
 * What mailboxes hold: how many messages, and how many bytes. It is kept on the user; MailboxStatistics and others read
 * it with {@link mailboxContents}, and whatever brings messages into a mailbox calls {@link deliverToMailbox}.
 */

const countProperty = "MailboxItemCount";
const sizeProperty = "MailboxItemSize";

declareInDirectory({
  noun: "mailbox contents",
  extension: {
    name: "User",
    properties: {
      [countProperty]: { holds: "number", default: 0 },
      [sizeProperty]: { holds: "bigint", default: 0n },
    },
  },
});

export interface MailboxContents {
  readonly items: number;
  /** In bytes. */
  readonly size: bigint;
}

/** What a mailbox holds. */
export function mailboxContents(user: DirectoryObject): MailboxContents {
  const items = getProperty(schema, user, countProperty);
  const size = getProperty(schema, user, sizeProperty);
  return { items: typeof items === "number" ? items : 0, size: typeof size === "bigint" ? size : 0n };
}

/**
 * Puts messages into a mailbox.
 * @param user as it is in this organization
 * @param size of all of them together, in bytes
 * @throws {Error} for a user that the organization has not: a mistake in our code
 */
export function deliverToMailbox(topology: Topology, user: DirectoryObject, size: bigint, count = 1): Topology {
  const before = mailboxContents(user);
  const result = updateObject(schema, topology, user.guid, {
    properties: { [countProperty]: before.items + count, [sizeProperty]: before.size + size },
  });
  if (!result.ok) throw new Error(describeFailure(result.failure));
  return result.topology;
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
