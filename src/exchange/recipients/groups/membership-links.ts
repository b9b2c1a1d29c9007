import {
  childrenOf,
  type DirectoryObject,
  findByIndex,
  followReference,
  getObject,
  getProperty,
  isReference,
  type Topology,
} from "../../../topology/index.js";
import { declareInDirectory, schema } from "../../schema.js";

/**
 * Who is a member of which group: an object for each pair, as Active Directory keeps them in a table of links. So a
 * group of 10,000 takes one more member as fast as an empty one, and a group follows no member's change.
 */

/** The class of the links. A link lies below its group, and its name is the GUID of the member. */
export const membershipClass = "GroupMembership";

declareInDirectory({
  noun: "GroupMembership",
  definition: {
    name: membershipClass,
    objectClass: ["top"],
    objectCategory: "Top",
    container: { belowClass: "Group", path: [] },
    properties: { Member: { holds: "reference" } },
    indexes: { member: { property: "Member" } },
  },
});

/** The link that makes somebody a member, or `undefined`. */
export function linkBetween(
  topology: Topology,
  group: DirectoryObject,
  member: DirectoryObject,
): DirectoryObject | undefined {
  return findByIndex(topology, membershipClass, "member", member.guid).find(({ parent }) => parent === group.guid);
}

/** The members of a group in the order in which they were added; those that were removed since are none. */
export function membersOf(topology: Topology, group: DirectoryObject): readonly DirectoryObject[] {
  return childrenOf(topology, group.guid).flatMap((link) => {
    const member = link.class === membershipClass ? getProperty(schema, link, "Member") : null;
    const target = isReference(member) ? followReference(topology, member) : null;
    return target?.state === "live" ? [target.object] : [];
  });
}

/** The links by which somebody is a member of groups. */
export function linksOf(topology: Topology, member: DirectoryObject): readonly DirectoryObject[] {
  return findByIndex(topology, membershipClass, "member", member.guid);
}

/** The groups that have somebody as a direct member. */
export function groupsOf(topology: Topology, member: DirectoryObject): readonly DirectoryObject[] {
  return linksOf(topology, member).flatMap(({ parent }) => {
    const group = parent === null ? null : getObject(topology, parent);
    return group === null ? [] : [group];
  });
}

/** All groups that somebody is in, directly or because a group of his is in them; each once, the nearest first. */
export function groupsAbove(topology: Topology, member: DirectoryObject): readonly DirectoryObject[] {
  const found = new Map<string, DirectoryObject>();
  let edge: readonly DirectoryObject[] = [member];
  while (edge.length > 0) {
    const next = edge.flatMap((each) => groupsOf(topology, each)).filter(({ guid }) => !found.has(guid));
    for (const group of next) found.set(group.guid, group);
    edge = next;
  }
  return [...found.values()];
}
