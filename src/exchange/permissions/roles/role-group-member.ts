import type { DirectoryObject } from "../../../topology/index.js";
import { message, sentence } from "../../noun/exchange-errors.js";
import { getVerb } from "../../noun/get-verb.js";
import { type NounVerbs, type VerbBehaviour, variantOf } from "../../noun/noun.js";
import type { Task } from "../../noun/task.js";
import { MultiValuedChange } from "../../parameters/multi-valued-parameter.js";
import { requireManager } from "../../recipients/groups/group-manager.js";
import { addMember, removeMember } from "../../recipients/groups/group-members.js";
import { linkBetween, membersOf } from "../../recipients/groups/membership-links.js";
import { recipient } from "../../recipients/recipient.js";
import { recipientIdentityProperties } from "../../recipients/recipient-types.js";
import { roleGroup } from "./role-group.js";

const principals = { classes: ["User", "Group"], properties: recipientIdentityProperties };

/** A member of a role group: shown as recipients are; what -Identity means is the group. */
export const roleGroupMember = variantOf(recipient, {
  noun: "RoleGroupMember",
  tasks: "RbacTasks",
  identity: { ...roleGroup.identity, wildcards: false },
});

const messages = {
  alreadyMember: message({
    text: (member: string, group: string) => `The recipient "${member}" is already a member of the group "${group}".`,
    exception: "Microsoft.Exchange.Management.RecipientTasks.MemberAlreadyExistsException",
    category: "InvalidArgument",
    certainty: "memory",
    evidence: "remembered of Add-DistributionGroupMember",
  }),
  noMember: message({
    text: (member: string, group: string) => `The recipient "${member}" isn't a member of the group "${group}".`,
    exception: "Microsoft.Exchange.Management.RecipientTasks.MemberNotFoundException",
    category: "InvalidArgument",
    certainty: "memory",
    evidence: "remembered of Remove-DistributionGroupMember",
  }),
} as const;

const sentences = {
  Add: sentence({
    text: (member: string, group: string) => `Adding member "${member}" to role group "${group}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  }),
  Remove: sentence({
    text: (member: string, group: string) => `Removing member "${member}" from role group "${group}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  }),
  Update: sentence({
    text: (group: string) => `Updating the members of role group "${group}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  }),
} as const;

const groupOf = (task: Task): DirectoryObject =>
  task.resolve("Identity", roleGroup.identity, (identity) => task.notFound(identity));

/** A verb that brings one member or takes it away. */
function memberVerb(verb: "Add" | "Remove"): VerbBehaviour {
  const adds = verb === "Add";
  return {
    taskClass: `RbacTasks.${verb}RoleGroupMember`,
    emulated: ["Identity", "Member", "BypassSecurityGroupManagerCheck"],
    accepted: [],
    ...(adds ? {} : { confirms: true }),
    process: (task) => {
      const group = groupOf(task);
      const member = task.resolve("Member", principals, (identity) => task.parameterNotFound(identity));
      const isMember = linkBetween(task.topology, group, member) !== undefined;
      if (adds === isMember)
        throw task.failure(adds ? messages.alreadyMember : messages.noMember, [member.name, group.name]);
      requireManager(task, group);
      task.requireWrite(group);
      if (!task.shouldProcess(sentences[verb].text(member.name, group.name))) return;
      if (adds) addMember(task, group, member);
      else removeMember(task, group, member);
    },
  };
}

/** -Members: the members from now on, or `@{Add=…;Remove=…}`. */
function update(task: Task): void {
  const group = groupOf(task);
  const change = task.value("Members");
  const find = (text: string): DirectoryObject =>
    task.single(task.find(text, principals), text, (each) => task.parameterNotFound(each));
  const present = membersOf(task.topology, group);
  const [gone, added] = changesIn(change, present, find);
  requireManager(task, group);
  task.requireWrite(group);
  if (!task.shouldProcess(sentences.Update.text(group.name))) return;
  for (const member of gone) removeMember(task, group, member);
  for (const member of added) addMember(task, group, member);
}

type Members = readonly DirectoryObject[];

function changesIn(
  change: unknown,
  present: Members,
  find: (text: string) => DirectoryObject,
): readonly [gone: Members, added: Members] {
  if (!(change instanceof MultiValuedChange)) return [present, []];
  if (change.replacement === null) return [change.remove.map(find), change.add.map(find)];
  const wanted = change.replacement.map(find);
  const staying = new Set(wanted.map(({ guid }) => guid));
  return [present.filter(({ guid }) => !staying.has(guid)), wanted];
}

export const roleGroupMemberVerbs: NounVerbs = {
  Get: getVerb(roleGroupMember, {
    limited: true,
    arrange: (task, groups) => Array.from(groups, (group) => membersOf(task.topology, group)).flat(),
  }),
  Add: memberVerb("Add"),
  Remove: memberVerb("Remove"),
  Update: {
    taskClass: "RbacTasks.UpdateRoleGroupMember",
    emulated: ["Identity", "Members", "BypassSecurityGroupManagerCheck"],
    accepted: [],
    process: update,
  },
};
