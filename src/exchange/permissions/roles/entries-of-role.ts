import {
  type DirectoryObject,
  getObject,
  getProperty,
  isList,
  type Topology,
  updateObject,
} from "../../../topology/index.js";
import type { ExchangeRelease } from "../../catalogue/release.js";
import type { Task } from "../../noun/task.js";
import { writeFailure } from "../../noun/write-failure.js";
import { schema } from "../../schema.js";
import { partialRoles } from "./built-in.js";
import { builtInEntries, byNameDown, entryFrom, keptEntry, type RoleEntry } from "./role-entry.js";

/** The role that a role was made of; `null` for one that was made of none. */
export function parentRole(topology: Topology, role: DirectoryObject): DirectoryObject | null {
  const above = role.parent === null ? null : getObject(topology, role.parent);
  return above?.class === "ManagementRole" ? above : null;
}

/** Whether setup has made a role: nobody changes or removes it. */
export const isBuiltIn = (role: DirectoryObject): boolean => getProperty(schema, role, "IsCustom") !== true;

/** What a role allows, from the last name to the first. */
export function entriesOfRole(
  topology: Topology,
  role: DirectoryObject,
  release: ExchangeRelease,
): readonly RoleEntry[] {
  const kept = getProperty(schema, role, "RoleEntries");
  // Setup's roles of other releases come with their entries.
  if (isBuiltIn(role) && !(isList(kept) && kept.length > 0)) {
    const parent = parentRole(topology, role);
    return parent === null ? builtInEntries(role.name, release) : partOf(parent.name, role.name, release);
  }
  return isList(kept) ? kept.map((each) => entryFrom(String(each))).sort(byNameDown) : [];
}

/** The parent's entries, with those parameters of its Set that the part is for. */
function partOf(parent: string, name: string, release: ExchangeRelease): readonly RoleEntry[] {
  const [, , own = []] = partialRoles.find((each) => each[1] === name) ?? [];
  const others = partialRoles.filter((each) => each[0] === parent && each[1] !== name).flatMap((each) => each[2]);
  return builtInEntries(parent, release).map((entry) => ({
    ...entry,
    parameters: entry.parameters.filter((each) => own.includes(each) || !others.includes(each)),
  }));
}

/** Gives a role of one's own other entries. */
export function storeEntries(task: Task, role: DirectoryObject, entries: readonly RoleEntry[]): DirectoryObject {
  const result = updateObject(schema, task.topology, role.guid, {
    properties: { RoleEntries: entries.map(keptEntry) },
  });
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
  return result.object;
}
