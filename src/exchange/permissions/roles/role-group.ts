import { findByIndex, reference, removeObject } from "../../../topology/index.js";
import { objectVersions, presentationTail, presentationTypes } from "../../noun/common-properties.js";
import { getVerb } from "../../noun/get-verb.js";
import { newVerb } from "../../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../../noun/noun.js";
import { noSuchController } from "../../noun/other-forest.js";
import { multiValued, texts } from "../../noun/read.js";
import { removeVerb } from "../../noun/remove-verb.js";
import { setVerb } from "../../noun/set-verb.js";
import type { Task } from "../../noun/task.js";
import { writeFailure } from "../../noun/write-failure.js";
import { computed, fixed, text } from "../../properties/property.js";
import { currentUser } from "../../recipients/current-user.js";
import { managedByRow } from "../../recipients/groups/group.js";
import { requireManager } from "../../recipients/groups/group-manager.js";
import { addMember, principalsIn } from "../../recipients/groups/group-members.js";
import { leaveGroups } from "../../recipients/groups/leave-groups.js";
import { membersOf } from "../../recipients/groups/membership-links.js";
import { isRoleGroup, recipientIdentityProperties } from "../../recipients/recipient-types.js";
import { declareInDirectory, schema } from "../../schema.js";
import { ADObjectId } from "../../types/ad-object-id.js";
import { enumeration } from "../../types/enumeration.js";
import { scopesGiven } from "./assignment-scopes.js";
import { organizationManagement } from "./built-in.js";
import { afterLateSetup } from "./late.js";
import { assign, firstAssignments } from "./role-assignment.js";
import { assignmentsRow, rolesGiven, rolesRow } from "./roles-of.js";
import { securityGroups, securityGroupsUnit } from "./security-groups.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.RoleGroup";
const roleGroupType = enumeration("Microsoft.Exchange.Data.Directory.RoleGroupType", [
  "Standard",
  "Linked",
  "PartnerLinked",
]);
const idList = "Microsoft.Exchange.Data.MultiValuedProperty[Microsoft.Exchange.Data.Directory.ADObjectId]";

/** A group whose members have roles: a universal security group, which Get-Group shows as well. Order of the list and view: 2016 (facts: get-rolegroup.1, new-rolegroup.1). */
export const roleGroup = defineNoun({
  noun: "RoleGroup",
  called: "role group",
  tasks: "RbacTasks",
  class: "Group",
  identity: { classes: ["Group"], where: isRoleGroup, wildcards: "several", properties: recipientIdentityProperties },
  setup: securityGroups,
  typeNames: presentationTypes(typeName),
  properties: () => [
    managedByRow,
    computed("RoleAssignments", idList, assignmentsRow),
    computed("Roles", idList, rolesRow),
    text("DisplayName"),
    fixed("ExternalDirectoryObjectId", "string", () => "", { since: "2013" }),
    computed("Members", idList, ({ topology, object }) =>
      multiValued(membersOf(topology, object).map((member) => new ADObjectId(topology, member, "canonical"))),
    ),
    text("SamAccountName"),
    text("Description"),
    fixed("RoleGroupType", roleGroupType.fullName, () => roleGroupType("Standard")),
    fixed("LinkedGroup", "string", () => ""),
    fixed("Capabilities", "Microsoft.Exchange.Data.MultiValuedProperty[string]", () => texts([])),
    fixed("LinkedPartnerGroupId", "string", () => "", { since: "2013" }),
    fixed("LinkedPartnerOrganizationId", "string", () => "", { since: "2013" }),
    ...presentationTail(objectVersions.exchange2010, { name: true, identity: "canonical", objectState: "Changed" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      autoSize: true,
      wrap: true,
      columns: [
        { property: "Name" },
        { label: "AssignedRoles", property: "Roles" },
        { property: "RoleAssignments" },
        { property: "ManagedBy" },
      ],
    },
  ],
});

// Behind those of the roles and groups that it needs.
declareInDirectory({ noun: "the first role assignments", lateSetup: firstAssignments });

/** Who makes a group manages it, beside Organization Management (facts: get-rolegroup.1). */
function usualManagers(task: Task) {
  const management = task.find(organizationManagement, roleGroup.identity);
  const user = currentUser(task);
  return [...management, ...(user === null ? [] : [user])].map(({ guid }) => reference(guid));
}

/** Groups that stand for one of another forest, of which no domain controller answers here. */
const linked = {
  name: "CrossForest",
  parameters: ["LinkedDomainController", "LinkedForeignGroup", "LinkedCredential"],
};

/** The account with which the other forest would be asked. */
const unasked = ["LinkedCredential"];

function refuseLinked(task: Task): void {
  if (task.has("LinkedForeignGroup") || task.has("LinkedDomainController"))
    throw task.failure(noSuchController, [task.text("LinkedDomainController") ?? ""]);
}

export const roleGroupVerbs: NounVerbs = afterLateSetup({
  // Groups that stand for partners' groups are of the online service.
  Get: getVerb(roleGroup, { limited: true, accepted: ["ShowPartnerLinked"] }),
  New: {
    ownSet: linked,
    ...newVerb(roleGroup, {
      emulated: [
        "Roles",
        "Members",
        "CustomRecipientWriteScope",
        "CustomConfigWriteScope",
        "RecipientOrganizationalUnitScope",
        "LinkedDomainController",
        "LinkedForeignGroup",
      ],
      accepted: unasked,
      defaultParameterSet: "Default",
      make: (task) => {
        refuseLinked(task);
        rolesGiven(task);
        scopesGiven(task);
        principalsIn(task, "Members");
        const name = task.text("Name") ?? "";
        const parent = securityGroupsUnit(task.topology);
        return {
          class: "Group",
          name,
          ...(parent === undefined ? {} : { parent }),
          properties: {
            IsRoleGroup: true,
            GroupType: "Universal, SecurityEnabled",
            ...(task.has("SamAccountName") ? {} : { SamAccountName: name }),
            ...(task.has("ManagedBy") ? {} : { ManagedBy: usualManagers(task) }),
          },
        };
      },
      after: (task, group) => {
        for (const member of principalsIn(task, "Members")) addMember(task, group, member);
        const scopes = scopesGiven(task);
        for (const role of rolesGiven(task)) assign(task, role, group, scopes);
      },
    }),
  },
  Set: {
    ownSet: linked,
    ...setVerb(roleGroup, {
      emulated: ["LinkedDomainController", "LinkedForeignGroup", "BypassSecurityGroupManagerCheck"],
      accepted: unasked,
      defaultParameterSet: "Default",
      check: (task, object) => {
        requireManager(task, object);
        refuseLinked(task);
      },
    }),
  },
  Remove: removeVerb(roleGroup, {
    emulated: ["BypassSecurityGroupManagerCheck"],
    check: requireManager,
    // Nobody has a role through a group that is gone.
    after: (task, group) => {
      leaveGroups(task, group);
      for (const { guid } of findByIndex(task.topology, "RoleAssignment", "assignee", group.guid)) {
        const result = removeObject(schema, task.topology, guid, { recursive: true });
        if (!result.ok) throw writeFailure(task, result.failure);
        task.commit(result.topology);
      }
    },
  }),
});
