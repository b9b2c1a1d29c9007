import {
  addObject,
  childrenOf,
  type DirectoryObject,
  defineClass,
  describeFailure,
  getObject,
  getProperty,
  isReference,
  type PropertyValue,
  type Topology,
} from "../../topology/index.js";
import { ticksPerDay } from "../../values/date-time.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import { declareInDirectory, schema } from "../schema.js";
import { contentProperties, lastLogonOf } from "./mailbox-content.js";

/**
 * A mailbox that has lost its user: it stays in its database until the database's retention is over. No object of Active
 * Directory; its name is the mailbox's GUID.
 */
const className = "DisconnectedMailbox";

declareInDirectory({
  noun: "disconnected mailboxes",
  definition: defineClass({
    name: className,
    objectClass: ["top"],
    objectCategory: "Disconnected-Mailbox",
    container: { belowClass: "MailboxDatabase", path: [] },
    properties: {
      ...contentProperties,
      ExchangeGuid: { holds: "string" },
      DisplayName: { holds: "string" },
      LegacyExchangeDN: { holds: "string" },
      RecipientTypeDetails: { holds: "string", default: "UserMailbox" },
      IsArchive: { holds: "boolean", default: false },
      DisconnectedAt: { holds: "bigint" },
      /** Whether the store has compared itself with the directory since. */
      Noticed: { holds: "boolean", default: false },
    },
  }),
});

const noGuid = "00000000-0000-0000-0000-000000000000";

/** Leaves behind what a user loses: the mailbox, the archive, or both. */
export function leaveBehind(
  topology: Topology,
  user: DirectoryObject,
  parts: { readonly mailbox: boolean; readonly archive: boolean },
): Topology {
  let next = topology;
  const text = (property: string): string => String(getProperty(schema, user, property) ?? "");
  const shared = {
    LegacyExchangeDN: text("LegacyExchangeDN"),
    RecipientTypeDetails: text("RecipientTypeDetails"),
    DisconnectedAt: topology.clock,
  };
  const [database, archive] = [getProperty(schema, user, "Database"), getProperty(schema, user, "ArchiveDatabase")];
  if (parts.mailbox && isReference(database)) {
    next = add(next, database.guid, text("ExchangeGuid"), {
      ...shared,
      DisplayName: text("DisplayName"),
      ContentOrigin: getProperty(schema, user, "ContentOrigin"),
      FolderChanges: getProperty(schema, user, "FolderChanges"),
      Messages: getProperty(schema, user, "Messages"),
      LastLogon: lastLogonOf(user),
    });
  }
  const archiveGuid = text("ArchiveGuid");
  if (parts.archive && isReference(archive) && archiveGuid !== "" && archiveGuid !== noGuid) {
    const [name] = [getProperty(schema, user, "ArchiveName")].flat();
    next = add(next, archive.guid, archiveGuid, {
      ...shared,
      DisplayName: String(name ?? ""),
      ContentOrigin: "empty",
      IsArchive: true,
    });
  }
  return next;
}

function add(
  topology: Topology,
  database: string,
  guid: string,
  properties: Readonly<Record<string, PropertyValue>>,
): Topology {
  if (getObject(topology, database) === null) return topology;
  const result = addObject(schema, topology, {
    class: className,
    name: guid,
    parent: database,
    properties: { ...properties, ExchangeGuid: guid },
  });
  if (!result.ok) throw new Error(describeFailure(result.failure));
  return result.topology;
}

/** The mailboxes without a user that a database still keeps. */
export function disconnectedIn(topology: Topology, database: DirectoryObject): readonly DirectoryObject[] {
  const retention = getProperty(schema, database, "MailboxRetention");
  return childrenOf(topology, database.guid).filter((child) => {
    if (child.class !== className) return false;
    const at = getProperty(schema, child, "DisconnectedAt");
    return typeof retention !== "bigint" || typeof at !== "bigint" || topology.clock < at + retention;
  });
}

export const isDisconnected = (object: DirectoryObject): boolean => object.class === className;

/**
 * Since when a mailbox counts as disconnected, in ticks. The store of 2010 finds out when it compares itself with the
 * directory: with Clean-MailboxDatabase, or in its nightly maintenance; later releases are told at once (from memory).
 */
export function disconnectDateOf(topology: Topology, object: DirectoryObject, release: ExchangeRelease): bigint | null {
  if (!isDisconnected(object)) return null;
  const at = getProperty(schema, object, "DisconnectedAt");
  if (typeof at !== "bigint") return null;
  const isNoticed = getProperty(schema, object, "Noticed") === true || topology.clock >= at + ticksPerDay;
  return release !== "2010" || isNoticed ? at : null;
}
