import { type DirectoryObject, eachObject, getProperty, isReference, type Topology } from "../../topology/index.js";
import { schema } from "../schema.js";

/** The first user whose property leads to a policy; asked for too rarely to keep an index of. */
export function firstUserOf(topology: Topology, property: string, policy: DirectoryObject): DirectoryObject | null {
  for (const user of eachObject(topology, "User")) {
    const own = getProperty(schema, user, property);
    if (isReference(own) && own.guid === policy.guid) return user;
  }
  return null;
}
