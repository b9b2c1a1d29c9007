import type { DirectoryObject, IdentityQuery } from "../../topology/index.js";
import { exchangeMessages } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { hasRole } from "./roles.js";

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
