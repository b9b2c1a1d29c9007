import { type DirectoryObject, getProperty } from "../../topology/index.js";
import { schema } from "../schema.js";

/** The FQDN of a server; its name when it has none. */
export function fqdnOf(server: DirectoryObject): string {
  const fqdn = getProperty(schema, server, "Fqdn");
  return typeof fqdn === "string" ? fqdn : server.name;
}
