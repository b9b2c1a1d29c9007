import { type DirectoryObject, getProperty } from "../../topology/index.js";
import { schema } from "../schema.js";

/** The roles of a server, in Exchange's order. */
export function rolesOf(server: DirectoryObject): readonly string[] {
  const roles = getProperty(schema, server, "ServerRole");
  return Array.isArray(roles) ? roles.filter((role): role is string => typeof role === "string") : [];
}
