import { type DirectoryObject, getProperty, type IdentityQuery } from "../../topology/index.js";
import { exchangeMessages } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { serverVersionFrom } from "../types/versions.js";

/** Whether a server has a role. */
export function hasRole(server: DirectoryObject, role: string): boolean {
  const roles = getProperty(schema, server, "ServerRole");
  return Array.isArray(roles) && roles.includes(role);
}

const firstOf2013 = 15;

/** Whether a server runs Exchange 2013 or later. */
export function isSince2013(server: DirectoryObject): boolean {
  return (serverVersionFrom(getProperty(schema, server, "AdminDisplayVersion"))?.major ?? 0) >= firstOf2013;
}

/** How servers are named: name, FQDN, legacy name, GUID, distinguished name. */
export const serverQuery: IdentityQuery = { classes: ["ExchangeServer"], indexes: ["name", "fqdn", "legacyDN"] };
const withRole = (role: string): IdentityQuery => ({ ...serverQuery, where: (server) => hasRole(server, role) });

/**
 * The server that a parameter means.
 * @param role a server without it counts as not found
 */
export function resolveServer(task: Task, parameter: string, role?: string): DirectoryObject {
  return task.resolve(parameter, role === undefined ? serverQuery : withRole(role), (identity) =>
    task.failure(exchangeMessages.parameterObjectNotFound, [identity]),
  );
}
