import {
  countObjects,
  type DirectoryObject,
  eachObject,
  findByIndex,
  getProperty,
  isReference,
  listObjects,
  pathOf,
  removeObject,
  type Topology,
  updateObject,
  usedClasses,
  type WriteResult,
} from "../../topology/index.js";
import { sentence } from "../noun/exchange-errors.js";
import { schema } from "../schema.js";
import { rolesOf } from "./roles.js";

/** What Exchange's setup does when it takes roles from a server, or all of Exchange. */

const remembered = { certainty: "memory", evidence: "remembered of setup's checks" } as const;

/** Why setup refuses. */
const obstacles = {
  mailboxes: sentence({
    text: (database: string) =>
      `Uninstall cannot proceed. Database '${database}': This mailbox database contains one or more mailboxes, mailbox plans, archive mailboxes, or arbitration mailboxes. Before you can remove the Mailbox server role, you must move or disable all of them.`,
    ...remembered,
  }),
  group: sentence({
    text: (group: string) =>
      `Uninstall cannot proceed. This server is a member of the database availability group '${group}'. You must remove it from the group before Setup can continue.`,
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
  connectors: sentence({
    text: (count: string) =>
      `This computer is configured as a source transport server for ${count} connector(s) in the organization. These connectors must be moved or deleted before Setup can continue.`,
    ...remembered,
  }),
} as const;

/** Whether a link of an object leads to the server. */
function leadsTo(object: DirectoryObject, property: string, server: DirectoryObject): boolean {
  const value = getProperty(schema, object, property);
  return (Array.isArray(value) ? value : [value]).some((each) => isReference(each) && each.guid === server.guid);
}

const databasesOn = (topology: Topology, server: DirectoryObject): readonly DirectoryObject[] =>
  ["MailboxDatabase", "PublicFolderDatabase"].flatMap((name) =>
    countObjects(topology, name) === 0
      ? []
      : listObjects(topology, name).filter((database) => leadsTo(database, "Server", server)),
  );

function hasMailboxes(topology: Topology, database: DirectoryObject): boolean {
  if (findByIndex(topology, "User", "database", database.guid).length > 0) return true;
  for (const user of eachObject(topology, "User")) if (leadsTo(user, "ArchiveDatabase", database)) return true;
  return false;
}

/** What stands in the way of taking roles from a server: sentences, none when it can be done. */
export function uninstallObstacles(
  topology: Topology,
  server: DirectoryObject,
  roles: readonly string[],
): readonly string[] {
  const found: string[] = [];
  if (roles.includes("Mailbox")) {
    for (const database of databasesOn(topology, server))
      if (hasMailboxes(topology, database)) found.push(obstacles.mailboxes.text(database.name));
    for (const group of listObjects(topology, "DatabaseAvailabilityGroup"))
      if (leadsTo(server, "DatabaseAvailabilityGroup", group)) found.push(obstacles.group.text(group.name));
  }
  if (roles.includes("HubTransport")) {
    const connectors = listObjects(topology, "SendConnector").filter((connector) =>
      leadsTo(connector, "SourceTransportServers", server),
    );
    if (connectors.length > 0) found.push(obstacles.connectors.text(String(connectors.length)));
  }
  return found;
}

/** Whether an object below a server is there because of a role. */
function isOfRole({ class: name }: DirectoryObject, role: string): boolean {
  switch (role) {
    case "ClientAccess":
      return name.endsWith("VirtualDirectory") || name === "RpcClientAccess";
    case "HubTransport":
      return name === "ReceiveConnector" || name === "MessageQueue";
    default:
      return false;
  }
}

/**
 * An organization in which a server has lost roles; with its last one the server itself goes, and what is below it.
 * Databases keep the names of servers that they have. Only after {@link uninstallObstacles} has found nothing.
 */
export function withoutRoles(topology: Topology, server: DirectoryObject, roles: readonly string[]): Topology {
  const left = rolesOf(server).filter((role) => !roles.includes(role));
  let next = topology;
  const keep = (result: WriteResult): void => {
    if (!result.ok) throw new Error(`Setup of ${server.name}: ${result.failure.kind}`);
    next = result.topology;
  };
  if (roles.includes("Mailbox"))
    for (const { guid } of databasesOn(topology, server)) keep(removeObject(schema, next, guid, { recursive: true }));
  if (left.length === 0) {
    keep(removeObject(schema, next, server.guid, { recursive: true }));
    return next;
  }
  for (const name of usedClasses(next)) {
    const gone = listObjects(next, name).filter(
      (object) =>
        roles.some((role) => isOfRole(object, role)) && pathOf(next, object).some(({ guid }) => guid === server.guid),
    );
    for (const { guid } of gone) keep(removeObject(schema, next, guid, { recursive: true }));
  }
  keep(updateObject(schema, next, server.guid, { properties: { ServerRole: left } }));
  return next;
}
