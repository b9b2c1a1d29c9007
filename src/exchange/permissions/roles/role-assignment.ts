import {
  addObject,
  type DirectoryObject,
  findByIndex,
  followReference,
  getProperty,
  isReference,
  listObjects,
  type NewObject,
  reference,
  type Topology,
} from "../../../topology/index.js";
import type { PowerShellError } from "../../../values/errors.js";
import { toText } from "../../../values/text.js";
import { identityProperty, objectVersions, presentationTail, presentationTypes } from "../../noun/common-properties.js";
import type { Filter } from "../../noun/filters.js";
import { getVerb } from "../../noun/get-verb.js";
import { newVerb } from "../../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../../noun/noun.js";
import { removeVerb } from "../../noun/remove-verb.js";
import { setVerb } from "../../noun/set-verb.js";
import type { Source } from "../../noun/source.js";
import type { Task } from "../../noun/task.js";
import { writeFailure } from "../../noun/write-failure.js";
import { bool, computed, fixed, link } from "../../properties/property.js";
import { groupsAbove } from "../../recipients/groups/membership-links.js";
import { isRoleGroup, recipientIdentityProperties } from "../../recipients/recipient-types.js";
import { schema } from "../../schema.js";
import { enumeration } from "../../types/enumeration.js";
import { assignmentName, builtInAssignments } from "./built-in.js";
import { afterLateSetup } from "./late.js";
import { managementRole } from "./management-role.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = "Microsoft.Exchange.Data.Directory.Management.ExchangeRoleAssignmentPresentation";
const assigneeType = enumeration(`${configuration}.RoleAssigneeType`, [
  "User",
  "SecurityGroup",
  "RoleAssignmentPolicy",
  "MailboxPlan",
  "ForeignSecurityPrincipal",
  "RoleGroup",
]);
const delegationType = enumeration(`${configuration}.RoleAssignmentDelegationType`, [
  "Regular",
  "Delegating",
  "DelegatingOrgWide",
]);
const method = enumeration(`${configuration}.AssignmentMethod`, ["None", "Direct"]);

function assigneeOf({ topology, object }: Pick<Source, "topology" | "object">): DirectoryObject | null {
  const stored = getProperty(schema, object, "RoleAssignee");
  const target = isReference(stored) ? followReference(topology, stored) : null;
  return target?.state === "live" ? target.object : null;
}

/** Users, and groups: those that were made to have roles, and other universal security groups. */
const assigneeClasses = ["Group", "User"];

const assigneeQuery = { classes: assigneeClasses, properties: recipientIdentityProperties };

function assigneeTypeOf(source: Pick<Source, "topology" | "object">): string {
  const assignee = assigneeOf(source);
  if (assignee === null || assignee.class === "User") return "User";
  return isRoleGroup(assignee) ? "RoleGroup" : "SecurityGroup";
}

/** Who has a role. Order of the list: 2016 (facts/views.md); columns of the view from memory. */
export const roleAssignment = defineNoun({
  noun: "ManagementRoleAssignment",
  called: "management role assignment",
  tasks: "RbacTasks",
  class: {
    name: "RoleAssignment",
    objectClass: ["top", "msExchRoleAssignment"],
    objectCategory: "ms-Exch-Role-Assignment",
    container: { below: "organization", path: ["CN=RBAC", "CN=Role Assignments"] },
    properties: { IsDelegating: { holds: "boolean", default: false } },
    indexes: { assignee: { property: "RoleAssignee" }, role: { property: "Role" } },
  },
  typeNames: presentationTypes(typeName),
  properties: () => [
    computed("DataObject", typeName, ({ object }) => object.name),
    link("User", assigneeClasses, { attribute: "RoleAssignee", parameter: null, prints: "canonical" }),
    computed("AssignmentMethod", method.fullName, () => method("Direct")),
    identityProperty("name"),
    computed("EffectiveUserName", "string", (source) =>
      assigneeTypeOf(source) === "User" ? (assigneeOf(source)?.name ?? null) : "All Group Members",
    ),
    fixed("AssignmentChain", "string", () => ""),
    computed("RoleAssigneeType", assigneeType.fullName, (source) => assigneeType(assigneeTypeOf(source))),
    link("RoleAssignee", assigneeClasses, { parameter: null, prints: "canonical" }),
    link("Role", "ManagementRole", { parameter: null }),
    computed("RoleAssignmentDelegationType", delegationType.fullName, ({ object }) =>
      delegationType(getProperty(schema, object, "IsDelegating") === true ? "DelegatingOrgWide" : "Regular"),
    ),
    fixed("CustomRecipientWriteScope", "Microsoft.Exchange.Data.Directory.ADObjectId", () => null),
    fixed("CustomConfigWriteScope", "Microsoft.Exchange.Data.Directory.ADObjectId", () => null),
    fixed("RecipientReadScope", `${configuration}.ScopeType`, () => "Organization"),
    fixed("ConfigReadScope", `${configuration}.ScopeType`, () => "OrganizationConfig"),
    fixed("RecipientWriteScope", `${configuration}.RecipientWriteScopeType`, () => "Organization"),
    fixed("ConfigWriteScope", `${configuration}.ConfigWriteScopeType`, () => "OrganizationConfig"),
    bool("Enabled", { default: true }),
    computed("RoleAssigneeName", "string", (source) => assigneeOf(source)?.name ?? ""),
    ...presentationTail(objectVersions.exchange2010, { name: true, identity: "name" }).filter(
      ({ name }) => name !== "Identity",
    ),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Name" },
        { property: "Role" },
        { property: "RoleAssigneeName" },
        { property: "RoleAssigneeType" },
        { property: "AssignmentMethod" },
        { property: "EffectiveUserName" },
      ],
    },
  ],
});

/** The assignments that setup makes, once there are roles and groups. */
export function firstAssignments(topology: Topology): readonly NewObject[] {
  const groups = new Map(
    listObjects(topology, "Group")
      .filter(isRoleGroup)
      .map(({ name, guid }) => [name, guid]),
  );
  const roles = new Map(listObjects(topology, "ManagementRole").map(({ name, guid }) => [name, guid]));
  return builtInAssignments().flatMap(({ group, role, isDelegating }) => {
    const assignee = groups.get(group);
    const given = roles.get(role);
    if (assignee === undefined || given === undefined) return [];
    const properties = { Role: reference(given), RoleAssignee: reference(assignee), IsDelegating: isDelegating };
    return [{ class: "RoleAssignment", name: assignmentName(role, group, isDelegating), properties }];
  });
}

/** The assignments of somebody, with those of the groups that he is in, directly or through other groups. */
function ofAssignee(task: Task): Filter {
  const missing = (identity: string): PowerShellError => task.parameterNotFound(identity);
  const assignee = task.resolve("RoleAssignee", assigneeQuery, missing);
  const holders = [assignee, ...groupsAbove(task.topology, assignee)];
  return { from: holders.flatMap(({ guid }) => findByIndex(task.topology, "RoleAssignment", "assignee", guid)) };
}

function ofRole(task: Task): Filter {
  const role = task.resolve("Role", managementRole.identity, (identity) => task.parameterNotFound(identity));
  const assignments = new Set(findByIndex(task.topology, "RoleAssignment", "role", role.guid).map(({ guid }) => guid));
  return { keep: ({ guid }) => assignments.has(guid) };
}

const equals =
  (parameter: string, property: string) =>
  (task: Task): Filter => {
    const wanted = task.isOn(parameter);
    return { keep: (object) => (getProperty(schema, object, property) === true) === wanted };
  };

/** Gives somebody a role; the assignment is called `role-assignee` unless it has a name. */
export function assign(task: Task, role: DirectoryObject, assignee: DirectoryObject): DirectoryObject {
  const properties = { Role: reference(role.guid), RoleAssignee: reference(assignee.guid) };
  const name = assignmentName(role.name, assignee.name, false);
  const result = addObject(schema, task.topology, { class: "RoleAssignment", name, properties });
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
  return result.object;
}

export const roleAssignmentVerbs: NounVerbs = afterLateSetup({
  Get: getVerb(roleAssignment, {
    // What has an index comes first.
    filters: {
      RoleAssignee: ofAssignee,
      Role: ofRole,
      Delegating: equals("Delegating", "IsDelegating"),
      Enabled: equals("Enabled", "Enabled"),
      RoleAssigneeType: (task) => {
        const wanted = toText(task.cmdlet.context, task.value("RoleAssigneeType")).toLowerCase();
        return {
          keep: (object) => assigneeTypeOf({ topology: task.topology, object }).toLowerCase() === wanted,
        };
      },
    },
  }),
  New: newVerb(roleAssignment, {
    emulated: ["Role", "SecurityGroup", "User", "Delegating"],
    make: (task) => {
      const role = task.resolve("Role", managementRole.identity, (identity) => task.parameterNotFound(identity));
      const parameter = task.has("User") ? "User" : "SecurityGroup";
      const classes = [parameter === "User" ? "User" : "Group"];
      const assignee = task.resolve(parameter, { ...assigneeQuery, classes }, (identity) =>
        task.parameterNotFound(identity),
      );
      const isDelegating = task.isOn("Delegating");
      return {
        class: "RoleAssignment",
        name: task.text("Name") ?? assignmentName(role.name, assignee.name, isDelegating),
        properties: {
          Role: reference(role.guid),
          RoleAssignee: reference(assignee.guid),
          IsDelegating: isDelegating,
        },
      };
    },
  }),
  Set: setVerb(roleAssignment),
  Remove: removeVerb(roleAssignment),
});
