import { type DirectoryObject, findByIndex, getProperty } from "../../../topology/index.js";
import { toItems } from "../../../values/enumeration.js";
import type { Value } from "../../../values/value.js";
import { multiValued } from "../../noun/read.js";
import type { Source } from "../../noun/source.js";
import type { Task } from "../../noun/task.js";
import { IdParameter } from "../../parameters/id-parameter.js";
import { schema } from "../../schema.js";
import { ADObjectId } from "../../types/ad-object-id.js";
import { roleOf } from "./assignment-scopes.js";
import { managementRole } from "./management-role.js";

/** What role groups and policies show of their roles. */

/** The assignments of a group or policy that are no delegating ones, by name. */
function assignmentsOf({ topology, object }: Pick<Source, "topology" | "object">): readonly DirectoryObject[] {
  return findByIndex(topology, "RoleAssignment", "assignee", object.guid)
    .filter((assignment) => getProperty(schema, assignment, "IsDelegating") !== true)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

export const assignmentsRow = (source: Source): Value =>
  multiValued(assignmentsOf(source).map((each) => new ADObjectId(source.topology, each, "name")));

export const rolesRow = (source: Source): Value =>
  multiValued(
    assignmentsOf(source).flatMap((assignment) => {
      const role = roleOf(source.topology, assignment);
      return role === null ? [] : [new ADObjectId(source.topology, role, "path")];
    }),
  );

/** The roles that -Roles names. */
export function rolesGiven(task: Task): readonly DirectoryObject[] {
  return toItems(task.value("Roles")).flatMap((given) => {
    if (!(given instanceof IdParameter)) return [];
    const found = task.matches(given, managementRole.identity);
    return [task.single(found, given.text, (identity) => task.parameterNotFound(identity))];
  });
}
