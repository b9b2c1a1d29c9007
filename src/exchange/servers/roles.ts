import {
  type DirectoryObject,
  dutiesOf,
  getProperty,
  listedRoles,
  listObjects,
  type Topology,
} from "../../topology/index.js";
import { schema } from "../schema.js";
import { type ServerVersion, serverVersionFrom } from "../types/versions.js";

/** The build of a server; null when it has none. */
export function versionOf(server: DirectoryObject): ServerVersion | null {
  return serverVersionFrom(getProperty(schema, server, "AdminDisplayVersion"));
}

/** What the directory keeps: of 2013 and later perhaps more than is listed. */
function storedRoles(server: DirectoryObject): readonly string[] {
  const roles = getProperty(schema, server, "ServerRole");
  return Array.isArray(roles) ? roles.filter((role): role is string => typeof role === "string") : [];
}

/** The roles that a server is said to have, in Exchange's order: `Mailbox` alone since 2016. */
export function rolesOf(server: DirectoryObject): readonly string[] {
  return listedRoles(versionOf(server) ?? unknownVersion, storedRoles(server));
}

/** All that a server does, by the names of the roles of 2010: since 2016 a Mailbox server is a Client Access server too. */
export function dutiesOfServer(server: DirectoryObject): readonly string[] {
  return dutiesOf(versionOf(server) ?? unknownVersion, storedRoles(server));
}

const unknownVersion = { major: 0, minor: 0 };

/** Whether a server does what a role of 2010 says. */
export function hasRole(server: DirectoryObject, role: string): boolean {
  return dutiesOfServer(server).includes(role);
}

const firstOf2013 = 15;

/** Whether a server runs Exchange 2013 or later. */
export function isSince2013(server: DirectoryObject): boolean {
  return (versionOf(server)?.major ?? 0) >= firstOf2013;
}

/** Whether an organization has servers of Exchange 2013 or later. */
export function hasServersSince2013(topology: Topology): boolean {
  return listObjects(topology, "ExchangeServer").some(isSince2013);
}
