import {
  addObject,
  type DirectoryObject,
  findByIndex,
  followReference,
  getProperty,
  isReference,
  listObjects,
  type NewObject,
  type PropertyValue,
  reference,
  type Topology,
} from "../../../topology/index.js";
import { toItems } from "../../../values/enumeration.js";
import type { PowerShellError } from "../../../values/errors.js";
import { toText } from "../../../values/text.js";
import type { Value } from "../../../values/value.js";
import { identityProperty, objectVersions, presentationTail, presentationTypes } from "../../noun/common-properties.js";
import { type Filter, getVerb } from "../../noun/get-verb.js";
import { newVerb } from "../../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../../noun/noun.js";
import { removeVerb } from "../../noun/remove-verb.js";
import { setVerb } from "../../noun/set-verb.js";
import type { Source } from "../../noun/source.js";
import type { Task } from "../../noun/task.js";
import { writeFailure } from "../../noun/write-failure.js";
import { bool, computed, fixed, link } from "../../properties/property.js";
import { currentUser } from "../../recipients/current-user.js";
import { groupsAbove, membersOf } from "../../recipients/groups/membership-links.js";
import { anyPrincipal, isRoleGroup, recipientIdentityProperties } from "../../recipients/recipient-types.js";
import { schema } from "../../schema.js";
import type { EnumerationType } from "../../types/enumeration.js";
import { enumeration } from "../../types/enumeration.js";
import {
  implicitScopes,
  refuseAdministrativeUnit,
  scopeParameters,
  scopesGiven,
  writeScopeOf,
} from "./assignment-scopes.js";
import { assignmentName, builtInAssignments } from "./built-in.js";
import { afterLateSetup } from "./late.js";
import { managementRole } from "./management-role.js";
import { managementScope } from "./management-scope.js";
import { policyOf, roleAssignmentPolicyClass } from "./policy-class.js";
import { configWriteScopeType, recipientWriteScopeType, scopeType } from "./scope-enumerations.js";
import { covers } from "./write-scope.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = "Microsoft.Exchange.Data.Directory.Management.ExchangeRoleAssignmentPresentation";
const assigneeType = enumeration(`${configuration}.RoleAssigneeType`, [
  "User",
  "SecurityGroup",
  "RoleAssignmentPolicy",
  "MailboxPlan",
  "ForeignSecurityPrincipal",
  "RoleGroup",
  "LinkedRoleGroup",
  "Computer",
]);
const delegationType = enumeration(`${configuration}.RoleAssignmentDelegationType`, [
  "Regular",
  "Delegating",
  "DelegatingOrgWide",
]);
const method = enumeration(`${configuration}.AssignmentMethod`, [
  "None",
  "Direct",
  "SecurityGroup",
  "RoleGroup",
  "RoleAssignmentPolicy",
]);

function assigneeOf({ topology, object }: Pick<Source, "topology" | "object">): DirectoryObject | null {
  const stored = getProperty(schema, object, "RoleAssignee");
  const target = isReference(stored) ? followReference(topology, stored) : null;
  return target?.state === "live" ? target.object : null;
}

/** Users, groups, policies for users, and computers that Exchange runs on. */
const assigneeClasses = ["Group", "User", roleAssignmentPolicyClass, "ExchangeServer"];
const assigneeQuery = { classes: assigneeClasses, properties: recipientIdentityProperties };

function kindOf(assignee: DirectoryObject | null): string {
  switch (assignee?.class) {
    case "Group":
      return isRoleGroup(assignee) ? "RoleGroup" : "SecurityGroup";
    case "ExchangeServer":
      return "Computer";
    case roleAssignmentPolicyClass:
      return roleAssignmentPolicyClass;
    default:
      return "User";
  }
}
const assigneeTypeOf = (source: Pick<Source, "topology" | "object">): string => kindOf(assigneeOf(source));

/** How somebody comes to what an assignment gives to its assignee. */
const methodOf = (kind: string): string => (kind === "User" || kind === "Computer" ? "Direct" : kind);

/** For whom an assignment is, in the words of the view. */
function effectiveName(source: Pick<Source, "topology" | "object">): string | null {
  switch (assigneeTypeOf(source)) {
    case "RoleGroup":
    case "SecurityGroup":
      return "All Group Members";
    case roleAssignmentPolicyClass:
      return "All Policy Assignees";
    default:
      return assigneeOf(source)?.name ?? null;
  }
}

const scope = (name: string, type: EnumerationType, read: (source: Source) => string) =>
  computed(name, type.fullName, (source) => type(read(source)));

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
    properties: {
      IsDelegating: { holds: "boolean", default: false },
      RecipientWriteScopeType: { holds: "string" },
      ConfigWriteScopeType: { holds: "string" },
    },
    indexes: { assignee: { property: "RoleAssignee" }, role: { property: "Role" } },
  },
  typeNames: presentationTypes(typeName),
  properties: () => [
    computed("DataObject", typeName, ({ object }) => object.name),
    link("User", assigneeClasses, { attribute: "RoleAssignee", parameter: null, prints: "canonical" }),
    computed("AssignmentMethod", method.fullName, () => method("Direct")),
    identityProperty("name"),
    computed("EffectiveUserName", "string", effectiveName),
    fixed("AssignmentChain", "string", () => ""),
    computed("RoleAssigneeType", assigneeType.fullName, (source) => assigneeType(assigneeTypeOf(source))),
    link("RoleAssignee", assigneeClasses, { parameter: null, prints: "canonical" }),
    link("Role", "ManagementRole", { parameter: null }),
    computed("RoleAssignmentDelegationType", delegationType.fullName, ({ object }) =>
      delegationType(getProperty(schema, object, "IsDelegating") === true ? "DelegatingOrgWide" : "Regular"),
    ),
    link("CustomRecipientWriteScope", ["ManagementScope", "OrganizationalUnit", "Container", "Domain"], {
      parameter: null,
    }),
    link("CustomConfigWriteScope", "ManagementScope", { parameter: null }),
    scope("RecipientReadScope", scopeType, (s) => implicitScopes(s.topology, s.object).recipientRead),
    scope("ConfigReadScope", scopeType, (s) => implicitScopes(s.topology, s.object).configRead),
    scope("RecipientWriteScope", recipientWriteScopeType, recipientWrite),
    scope("ConfigWriteScope", configWriteScopeType, configWrite),
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

type Placed = Pick<Source, "topology" | "object">;
function recipientWrite({ topology, object }: Placed): string {
  return writeScopeOf(topology, object, "Recipient").type;
}
function configWrite({ topology, object }: Placed): string {
  return writeScopeOf(topology, object, "Config").type;
}

/** The assignments that setup makes, once there are roles and groups. */
export function firstAssignments(topology: Topology): readonly NewObject[] {
  const assignees = [
    ...listObjects(topology, "Group").filter(isRoleGroup),
    ...listObjects(topology, roleAssignmentPolicyClass),
  ];
  const byName = new Map(assignees.map(({ name, guid }) => [name, guid]));
  const roles = new Map(listObjects(topology, "ManagementRole").map(({ name, guid }) => [name, guid]));
  return builtInAssignments().flatMap(({ assignee: name, role, isDelegating }) => {
    const assignee = byName.get(name);
    const given = roles.get(role);
    if (assignee === undefined || given === undefined) return [];
    const properties = { Role: reference(given), RoleAssignee: reference(assignee), IsDelegating: isDelegating };
    return [{ class: "RoleAssignment", name: assignmentName(role, name, isDelegating), properties }];
  });
}

/** Somebody, the groups that he is in, directly or through other groups, and the policy of his mailbox. */
export function holdersFor(topology: Topology, assignee: DirectoryObject): readonly DirectoryObject[] {
  const policy = policyOf(topology, assignee);
  return [assignee, ...groupsAbove(topology, assignee), ...(policy === null ? [] : [policy])];
}

export const assignmentsOf = (topology: Topology, { guid }: DirectoryObject): readonly DirectoryObject[] =>
  findByIndex(topology, "RoleAssignment", "assignee", guid);

function assigneeGiven(task: Task): DirectoryObject {
  const missing = (identity: string): PowerShellError => task.parameterNotFound(identity);
  return task.resolve("RoleAssignee", assigneeQuery, missing);
}

const ofAssignee = (task: Task): Filter => ({
  from: holdersFor(task.topology, assigneeGiven(task)).flatMap((each) => assignmentsOf(task.topology, each)),
});

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

const wordOf = (task: Task, parameter: string): string =>
  toText(task.cmdlet.context, task.value(parameter)).toLowerCase();

/** Assignments of which something has the name that is given. */
const byName =
  (parameter: string, read: (source: Placed) => string) =>
  (task: Task): Filter => {
    const wanted = wordOf(task, parameter);
    return { keep: (object) => read({ topology: task.topology, object }).toLowerCase() === wanted };
  };

/** Assignments whose scope is the one that a parameter names. */
const withScope =
  (parameter: string, property: string, type: string | null, query = managementScope.identity) =>
  (task: Task): Filter => {
    const scope = task.resolve(parameter, query, (identity) => task.parameterNotFound(identity));
    return {
      keep: (object) => {
        const target = getProperty(schema, object, property);
        const own = getProperty(schema, object, property.replace("Custom", "").concat("Type"));
        return isReference(target) && target.guid === scope.guid && (type === null || own === type);
      },
    };
  };

/** Assignments that let somebody change an object. */
const writing =
  (parameter: string, query: typeof anyPrincipal, which: "Recipient" | "Config") =>
  (task: Task): Filter => {
    const object = task.resolve(parameter, query, (identity) => task.parameterNotFound(identity));
    const { topology } = task;
    const question = { context: task.cmdlet.context, topology, user: currentUser(task)?.guid ?? null };
    return { keep: (assignment) => covers(question, writeScopeOf(topology, assignment, which), object) };
  };

const units = { classes: ["OrganizationalUnit", "Container", "Domain"] };

/** The users for whom an assignment is: members of the group, also through other groups, or who has the policy. */
function usersOf(topology: Topology, assignee: DirectoryObject, seen = new Set<string>()): readonly DirectoryObject[] {
  if (seen.has(assignee.guid)) return [];
  seen.add(assignee.guid);
  switch (assignee.class) {
    case "Group":
      return membersOf(topology, assignee).flatMap((member) => usersOf(topology, member, seen));
    case roleAssignmentPolicyClass:
      return listObjects(topology, "User").filter((user) => policyOf(topology, user)?.guid === assignee.guid);
    default:
      return [assignee];
  }
}

/** -GetEffectiveUsers: an object for each user; else the assignments, with how -RoleAssignee comes to each. */
function arrange(task: Task, found: Iterable<DirectoryObject>): Iterable<DirectoryObject> {
  const { topology } = task;
  const methods = new Set(toItems(task.value("AssignmentMethod")).map((each) => toText(task.cmdlet.context, each)));
  const somebody = task.has("RoleAssignee") ? assigneeGiven(task) : null;
  const write = (object: DirectoryObject, how: string, user: string | null): void => {
    const values: [string, Value][] = [["AssignmentMethod", method(how)]];
    if (user !== null) values.push(["EffectiveUserName", user]);
    task.cmdlet.writeObject(roleAssignment.present({ ...task.source(object), live: new Map(values) }));
  };
  for (const object of found) {
    const assignee = assigneeOf({ topology, object });
    const isOwn = somebody !== null && assignee?.guid === somebody.guid;
    const how = isOwn || somebody === null ? "Direct" : methodOf(kindOf(assignee));
    if (methods.size > 0 && !methods.has(how)) continue;
    if (!task.isOn("GetEffectiveUsers")) write(object, how, null);
    else if (assignee !== null)
      for (const user of usersOf(topology, assignee)) write(object, methodOf(kindOf(assignee)), user.name);
  }
  return [];
}

/** Gives somebody a role; the assignment is called `role-assignee` unless it has a name. */
export function assign(
  task: Task,
  role: DirectoryObject,
  assignee: DirectoryObject,
  scopes: Readonly<Record<string, PropertyValue>> = {},
): DirectoryObject {
  const properties = { Role: reference(role.guid), RoleAssignee: reference(assignee.guid), ...scopes };
  const name = freeName(task, assignmentName(role.name, assignee.name, false));
  const result = addObject(schema, task.topology, { class: "RoleAssignment", name, properties });
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
  return result.object;
}

/** The same role may be given twice, with other scopes: the second is called `…-1`. */
function freeName(task: Task, name: string): string {
  let free = name;
  for (let number = 1; findByIndex(task.topology, "RoleAssignment", "name", free).length > 0; number++)
    free = `${name.slice(0, 60)}-${number}`;
  return free;
}

const assigneeParameters: readonly (readonly [parameter: string, className: string])[] = [
  ["User", "User"],
  ["SecurityGroup", "Group"],
  ["Policy", roleAssignmentPolicyClass],
  ["Computer", "ExchangeServer"],
];

function make(task: Task): NewObject {
  const role = task.resolve("Role", managementRole.identity, (identity) => task.parameterNotFound(identity));
  const [parameter, className] = assigneeParameters.find(([name]) => task.has(name)) ?? ["User", "User"];
  const query = { ...assigneeQuery, classes: [className] };
  const assignee = task.resolve(parameter, query, (identity) => task.parameterNotFound(identity));
  const isDelegating = task.isOn("Delegating");
  return {
    class: "RoleAssignment",
    name: task.text("Name") ?? freeName(task, assignmentName(role.name, assignee.name, isDelegating)),
    properties: {
      Role: reference(role.guid),
      RoleAssignee: reference(assignee.guid),
      IsDelegating: isDelegating,
      ...scopesGiven(task),
    },
  };
}

const scopeSetter = (task: Task) => ({ properties: scopesGiven(task) });

export const roleAssignmentVerbs: NounVerbs = afterLateSetup({
  Get: getVerb(roleAssignment, {
    defaultParameterSet: "RoleAssignee",
    emulated: ["GetEffectiveUsers", "AssignmentMethod"],
    // What has an index comes first.
    filters: {
      RoleAssignee: ofAssignee,
      Role: ofRole,
      Delegating: equals("Delegating", "IsDelegating"),
      Enabled: equals("Enabled", "Enabled"),
      RoleAssigneeType: byName("RoleAssigneeType", assigneeTypeOf),
      RecipientWriteScope: byName("RecipientWriteScope", recipientWrite),
      ConfigWriteScope: byName("ConfigWriteScope", configWrite),
      CustomRecipientWriteScope: withScope(
        "CustomRecipientWriteScope",
        "CustomRecipientWriteScope",
        "CustomRecipientScope",
      ),
      ExclusiveRecipientWriteScope: withScope(
        "ExclusiveRecipientWriteScope",
        "CustomRecipientWriteScope",
        "ExclusiveRecipientScope",
      ),
      CustomConfigWriteScope: withScope("CustomConfigWriteScope", "CustomConfigWriteScope", "CustomConfigScope"),
      ExclusiveConfigWriteScope: withScope(
        "ExclusiveConfigWriteScope",
        "CustomConfigWriteScope",
        "ExclusiveConfigScope",
      ),
      RecipientOrganizationalUnitScope: withScope(
        "RecipientOrganizationalUnitScope",
        "CustomRecipientWriteScope",
        "OU",
        units,
      ),
      RecipientAdministrativeUnitScope: (task) => {
        refuseAdministrativeUnit(task);
        return { keep: () => false };
      },
      Exclusive: (task) => {
        const wanted = task.isOn("Exclusive");
        const isExclusive = (source: Placed): boolean =>
          [recipientWrite(source), configWrite(source)].some((type) => type.startsWith("Exclusive"));
        return { keep: (object) => isExclusive({ topology: task.topology, object }) === wanted };
      },
      WritableRecipient: writing("WritableRecipient", anyPrincipal, "Recipient"),
      WritableServer: writing("WritableServer", { classes: ["ExchangeServer"] }, "Config"),
      WritableDatabase: writing("WritableDatabase", { classes: ["MailboxDatabase"] }, "Config"),
    },
    arrange,
  }),
  New: newVerb(roleAssignment, {
    emulated: ["Role", ...assigneeParameters.map(([name]) => name), "Delegating", ...scopeParameters],
    accepted: ["UnScopedTopLevel"],
    make,
  }),
  Set: setVerb(roleAssignment, {
    setters: Object.fromEntries(scopeParameters.map((name) => [name, scopeSetter])),
  }),
  Remove: removeVerb(roleAssignment),
});
