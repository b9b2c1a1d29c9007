import { type DirectoryObject, eachObject, findByIndex, removeObject } from "../../../topology/index.js";
import { keepOneDefault } from "../../client-access/default-policy.js";
import { configurationTail, configurationTypes } from "../../noun/common-properties.js";
import { message } from "../../noun/exchange-errors.js";
import { getVerb } from "../../noun/get-verb.js";
import { newVerb } from "../../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../../noun/noun.js";
import { removeVerb } from "../../noun/remove-verb.js";
import { setVerb } from "../../noun/set-verb.js";
import type { Task } from "../../noun/task.js";
import { writeFailure } from "../../noun/write-failure.js";
import { bool, computed, text } from "../../properties/property.js";
import { schema } from "../../schema.js";
import { ExchangeObjectVersion } from "../../types/versions.js";
import { defaultPolicyName } from "./built-in.js";
import { afterLateSetup } from "./late.js";
import { policyOf, roleAssignmentPolicyClass } from "./policy-class.js";
import { assign } from "./role-assignment.js";
import { assignmentsRow, rolesGiven, rolesRow } from "./roles-of.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.RoleAssignmentPolicy";
const idList = "Microsoft.Exchange.Data.MultiValuedProperty[Microsoft.Exchange.Data.Directory.ADObjectId]";

/** The version of these policies (from memory). */
const policyVersion = new ExchangeObjectVersion(0, 11, "14.0.509.0");

/** Which roles users have for their own mailboxes. Order from memory. There is no view: Get shows the list. */
export const roleAssignmentPolicy = defineNoun({
  noun: "RoleAssignmentPolicy",
  called: "role assignment policy",
  tasks: "RbacTasks",
  class: {
    name: roleAssignmentPolicyClass,
    objectClass: ["top", "msExchRBACPolicy"],
    objectCategory: "ms-Exch-RBAC-Policy",
    container: { below: "organization", path: ["CN=RBAC", "CN=Policies"] },
    properties: { IsOfSetup: { holds: "boolean", default: false } },
  },
  setup: () => [
    {
      class: roleAssignmentPolicyClass,
      name: defaultPolicyName,
      properties: {
        IsDefault: true,
        IsOfSetup: true,
        Description: "What users may change of their own mailboxes, unless they have another policy.",
      },
    },
  ],
  typeNames: configurationTypes(typeName, "Microsoft.Exchange.Data.Directory.SystemConfiguration.MailboxPolicy"),
  properties: () => [
    bool("IsDefault", { default: false }),
    text("Description"),
    computed("RoleAssignments", idList, assignmentsRow),
    computed("AssignedRoles", idList, rolesRow),
    ...configurationTail(policyVersion, { name: true, identity: "name" }),
  ],
  views: [],
});

const messages = {
  isDefault: message({
    text: (policy: string) => `The role assignment policy "${policy}" is the default policy; it can't be removed.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Remove-RoleAssignmentPolicy), the text is not known",
  }),
  inUse: message({
    text: (policy: string, mailbox: string) =>
      `The role assignment policy "${policy}" can't be removed: the mailbox "${mailbox}" has it.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Remove-RoleAssignmentPolicy), the text is not known",
  }),
  notForUsers: message({
    text: (role: string) => `The management role "${role}" is not for users; a role assignment policy can't have it.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (New-RoleAssignmentPolicy -Roles), the text is not known",
  }),
} as const;

function userRoles(task: Task): readonly DirectoryObject[] {
  const roles = rolesGiven(task);
  const other = roles.find((role) => role.properties.IsEndUserRole !== true);
  if (other !== undefined) throw task.failure(messages.notForUsers, [other.name]);
  return roles;
}

function checkRemoval(task: Task, policy: DirectoryObject): void {
  if (policy.properties.IsDefault === true) throw task.failure(messages.isDefault, [policy.name]);
  for (const user of eachObject(task.topology, "User")) {
    if (policyOf(task.topology, user)?.guid === policy.guid)
      throw task.failure(messages.inUse, [policy.name, user.name]);
  }
}

/** Nobody has a role through a policy that is gone. */
function removeAssignments(task: Task, policy: DirectoryObject): void {
  for (const { guid } of findByIndex(task.topology, "RoleAssignment", "assignee", policy.guid)) {
    const result = removeObject(schema, task.topology, guid, { recursive: true });
    if (!result.ok) throw writeFailure(task, result.failure);
    task.commit(result.topology);
  }
}

export const roleAssignmentPolicyVerbs: NounVerbs = afterLateSetup({
  Get: getVerb(roleAssignmentPolicy),
  New: newVerb(roleAssignmentPolicy, {
    emulated: ["Roles"],
    make: (task) => {
      userRoles(task);
      return { class: roleAssignmentPolicyClass, name: task.text("Name") ?? "" };
    },
    after: (task, policy) => {
      for (const role of userRoles(task)) assign(task, role, policy);
      keepOneDefault(task, policy);
    },
  }),
  Set: setVerb(roleAssignmentPolicy, { after: keepOneDefault }),
  Remove: removeVerb(roleAssignmentPolicy, { check: checkRemoval, after: removeAssignments }),
});
