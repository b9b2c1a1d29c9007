import { type DirectoryObject, getObject, getProperty, isReference, valuesOf } from "../../../topology/index.js";
import { message } from "../../noun/exchange-errors.js";
import type { Task } from "../../noun/task.js";
import { allGroupsOf } from "../../permissions/directory/effective-access.js";
import { schema } from "../../schema.js";
import { ADObjectId } from "../../types/ad-object-id.js";
import { currentUser } from "../current-user.js";

const notManager = message({
  text: () => "You don't have sufficient permissions. This operation can only be performed by a manager of the group.",
  exception: "Microsoft.Exchange.Management.RecipientTasks.OperationRequiresGroupManagerException",
  category: "InvalidOperation",
  certainty: "memory",
  evidence: "facts/nouns.json, Add-DistributionGroupMember; which groups it is asked of: documented of the parameter",
});

const isSecurity = ({ class: name, properties }: DirectoryObject): boolean =>
  name === "RoleGroup" || String(properties.GroupType ?? "").includes("SecurityEnabled");

/**
 * Refuses to change a security group or a role group that the session's user does not manage, by name or as a member of a
 * group, unless -BypassSecurityGroupManagerCheck says that he may. The administrator of an organization that has no account
 * for him belongs to its role groups, and has made the groups that nobody manages.
 */
export function requireManager(task: Task, group: DirectoryObject): void {
  if (!isSecurity(group) || task.isOn("BypassSecurityGroupManagerCheck")) return;
  const managers = valuesOf(getProperty(schema, group, "ManagedBy")).flatMap((each) => {
    const manager = isReference(each) ? getObject(task.topology, each.guid) : null;
    return manager === null ? [] : [manager];
  });
  const user = currentUser(task);
  const own = user === null ? [] : [user, ...allGroupsOf(task.topology, user)].map(({ guid }) => guid);
  const manages =
    user === null
      ? managers.length === 0 || managers.some(({ class: name }) => name === "RoleGroup")
      : managers.some(({ guid }) => own.includes(guid));
  if (!manages) throw task.failure(notManager, [], new ADObjectId(task.topology, group, "canonical"));
}
