import {
  type DirectoryObject,
  findByIndex,
  followReference,
  getProperty,
  isReference,
  listObjects,
  type PropertyValue,
  pathOf,
  type Topology,
} from "../../topology/index.js";
import { groupsOf, membersOf } from "../recipients/groups/membership-links.js";
import { schema } from "../schema.js";

/** An object of the directory, in the organization as it stands. */
export interface Entry {
  readonly topology: Topology;
  readonly object: DirectoryObject;
}

/** What an object's class keeps under a name; `null` where its class has no such property. */
export function kept({ object }: Entry, property: string): PropertyValue {
  return Object.hasOwn(schema.get(object.class).properties, property) ? getProperty(schema, object, property) : null;
}

/** A text that is kept; the empty text where there is none. */
export function keptText(entry: Entry, property: string): string {
  const value = kept(entry, property);
  return typeof value === "string" ? value : "";
}

/** The objects that links lead to. */
export function linked(topology: Topology, value: PropertyValue): readonly DirectoryObject[] {
  return (Array.isArray(value) ? value : [value]).flatMap((each) => {
    const target = isReference(each) ? followReference(topology, each) : null;
    return target?.state === "live" ? [target.object] : [];
  });
}

/** Of which class the module says that an object is: the most derived one. */
export const objectClassOf = (object: DirectoryObject): string => schema.get(object.class).objectClass.at(-1) ?? "top";

/** Categories of ours for what is no object of Active Directory. */
const notInDirectory: readonly string[] = ["Windows-Service", "Certificate", "Network"];

/** Whether Active Directory has objects of the class. */
export function isInDirectory(className: string): boolean {
  const { objectClass, objectCategory } = schema.get(className);
  return objectClass.length > 1 && !notInDirectory.includes(objectCategory);
}

/** Whether an object lies in the partition that the whole forest shares. */
export const isConfiguration = (topology: Topology, object: DirectoryObject): boolean =>
  pathOf(topology, object).some(({ class: name }) => name === "Configuration");

/** Groups keep their members as links, role groups as a list. */
export function membersOfGroup({ topology, object }: Entry): readonly DirectoryObject[] {
  if (object.class === "Group") return membersOf(topology, object);
  return object.class === "RoleGroup" ? linked(topology, getProperty(schema, object, "Members")) : [];
}

/** The groups that have somebody as a direct member. */
export function groupsOfMember({ topology, object }: Entry): readonly DirectoryObject[] {
  const roleGroups = listObjects(topology, "RoleGroup").filter((group) =>
    linked(topology, getProperty(schema, group, "Members")).some(({ guid }) => guid === object.guid),
  );
  return [...groupsOf(topology, object), ...roleGroups];
}

/** Who reports to somebody. */
export function reportsOf({ topology, object }: Entry): readonly DirectoryObject[] {
  return ["User", "Contact"].flatMap((name) => findByIndex(topology, name, "manager", object.guid));
}
