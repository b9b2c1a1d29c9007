import {
  type DirectoryObject,
  followReference,
  isReference,
  type PropertyValue,
  type Topology,
  valuesOf,
} from "../../topology/index.js";

/** The objects that a property's links lead to; those that are gone are left out. */
export function followed(topology: Topology, links: PropertyValue): readonly DirectoryObject[] {
  return valuesOf(links).flatMap((link) => {
    const target = isReference(link) ? followReference(topology, link) : null;
    return target?.state === "live" ? [target.object] : [];
  });
}
