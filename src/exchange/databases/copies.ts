import {
  childrenOf,
  type DirectoryObject,
  followReference,
  isReference,
  type PropertyValue,
  type Topology,
} from "../../topology/index.js";

/** A copy of a database on a server. */
export interface Copy {
  readonly object: DirectoryObject;
  readonly server: DirectoryObject;
  readonly preference: number;
}

/** The copies of a database, the one that is to be active first before the others. */
export function copiesOf(topology: Topology, database: DirectoryObject): readonly Copy[] {
  const copies = childrenOf(topology, database.guid).flatMap((object): Copy[] => {
    if (object.class !== "DatabaseCopy") return [];
    const host = object.properties.HostServer ?? null;
    const target = isReference(host) ? followReference(topology, host) : null;
    const preference = object.properties.ActivationPreference;
    if (target?.state !== "live") return [];
    return [{ object, server: target.object, preference: typeof preference === "number" ? preference : 1 }];
  });
  return copies.sort((a, b) => a.preference - b.preference);
}

/** What a link leads to, or `null`. */
export function linked(topology: Topology, value: PropertyValue): DirectoryObject | null {
  const target = isReference(value) ? followReference(topology, value) : null;
  return target?.state === "live" ? target.object : null;
}
