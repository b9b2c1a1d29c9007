import { type DirectoryObject, findByIndex, getProperty, isReference, type Topology } from "../../topology/index.js";
import { schema } from "../schema.js";
import { hasRole, isSince2013 } from "../servers/roles.js";

const textOf = (object: DirectoryObject | undefined, property: string): string | null => {
  const value = object === undefined ? null : getProperty(schema, object, property);
  return typeof value === "string" ? value : null;
};

/**
 * The RpcClientAccessServer that a new database on a server gets: the FQDN of the site's array (arrays end with Exchange 2010); else the server's own
 * when it is a Client Access server; else that of the site's first one; `null` when the site has none.
 */
export function accessServerFor(topology: Topology, server: DirectoryObject): string | null {
  const site = getProperty(schema, server, "Site");
  if (isReference(site) && !isSince2013(server)) {
    const array = textOf(findByIndex(topology, "ClientAccessArray", "site", site.guid)[0], "Fqdn");
    if (array !== null) return array;
  }
  if (hasRole(server, "ClientAccess")) return textOf(server, "Fqdn");
  if (!isReference(site)) return null;
  const other = findByIndex(topology, "ExchangeServer", "site", site.guid).find((found) =>
    hasRole(found, "ClientAccess"),
  );
  return textOf(other, "Fqdn");
}
