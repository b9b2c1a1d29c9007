import {
  type DirectoryObject,
  findByIndex,
  followReference,
  getProperty,
  isList,
  isReference,
  type Topology,
} from "../../topology/index.js";
import { schema } from "../schema.js";

/** The servers that are members of a group. */
export function membersOf(topology: Topology, group: DirectoryObject): readonly DirectoryObject[] {
  return findByIndex(topology, "ExchangeServer", "availabilityGroup", group.guid);
}

/** The members that Stop-DatabaseAvailabilityGroup has taken out, in the order in which it did. */
export function stoppedMembers(topology: Topology, group: DirectoryObject): readonly DirectoryObject[] {
  const links = getProperty(schema, group, "StoppedServers");
  return (isList(links) ? links : []).flatMap((link) => {
    const target = isReference(link) ? followReference(topology, link) : null;
    return target?.state === "live" ? [target.object] : [];
  });
}

/** The members that take part. */
export function startedMembers(topology: Topology, group: DirectoryObject): readonly DirectoryObject[] {
  const stopped = new Set(stoppedMembers(topology, group).map(({ guid }) => guid));
  return membersOf(topology, group).filter(({ guid }) => !stopped.has(guid));
}

/** The group that a server is a member of, or `null`. */
export function groupOf(topology: Topology, server: DirectoryObject): DirectoryObject | null {
  const link = getProperty(schema, server, "DatabaseAvailabilityGroup");
  const target = isReference(link) ? followReference(topology, link) : null;
  return target?.state === "live" ? target.object : null;
}

/** Whether a server answers: it is in no group, or takes part in its own. */
export function takesPart(topology: Topology, server: DirectoryObject): boolean {
  const group = groupOf(topology, server);
  return group === null || !stoppedMembers(topology, group).some(({ guid }) => guid === server.guid);
}
