import {
  type DirectoryObject,
  followReference,
  getProperty,
  isList,
  isReference,
  type PropertyValue,
  type Reference,
  reference,
  updateObject,
} from "../../../topology/index.js";
import { identityProperty, nameProperty } from "../../noun/common-properties.js";
import { message, sentence } from "../../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../../noun/noun.js";
import { stored } from "../../noun/read.js";
import type { Task } from "../../noun/task.js";
import { writeFailure } from "../../noun/write-failure.js";
import { MultiValuedChange } from "../../parameters/multi-valued-parameter.js";
import { computed } from "../../properties/property.js";
import { schema } from "../../schema.js";
import { afterLateSetup } from "./late.js";
import { roleGroup } from "./role-group.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.ReducedRecipient";
const principals = { classes: ["User", "RoleGroup"] };

/** A member of a role group, as recipients are shown. Properties and view from memory: the first of the real list. */
export const roleGroupMember = defineNoun({
  noun: "RoleGroupMember",
  tasks: "RbacTasks",
  identity: roleGroup.identity,
  typeNames: [typeName],
  properties: () => [
    computed("Alias", "string", (source) => String(stored(source, "Alias") ?? "")),
    computed("DisplayName", "string", (source) => String(stored(source, "DisplayName") ?? "")),
    nameProperty,
    computed("RecipientType", "string", (source) =>
      source.object.class === "RoleGroup" ? "Group" : stored(source, "Database") === null ? "User" : "UserMailbox",
    ),
    identityProperty("canonical"),
  ],
  // Their view is that of all recipients (recipients/recipient.ts).
  views: [],
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

const removing = sentence({
  text: (member: string, group: string) => `Removing member "${member}" from role group "${group}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

function groupOf(task: Task): DirectoryObject {
  return task.resolve("Identity", roleGroup.identity, (identity) => task.notFound(identity));
}

function membersOf(group: DirectoryObject): readonly Reference[] {
  const members: PropertyValue = getProperty(schema, group, "Members");
  return isList(members) ? members.filter(isReference) : [];
}

function store(task: Task, group: DirectoryObject, members: readonly Reference[]): void {
  const result = updateObject(schema, task.topology, group.guid, { properties: { Members: [...members] } });
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
}

const memberGiven = (task: Task): DirectoryObject =>
  task.resolve("Member", principals, (identity) => task.parameterNotFound(identity));

function add(task: Task): void {
  const group = groupOf(task);
  const member = memberGiven(task);
  const members = membersOf(group);
  if (members.some(({ guid }) => guid === member.guid))
    throw task.failure(messages.alreadyMember, [member.name, group.name]);
  store(task, group, [...members, reference(member.guid)]);
}

function remove(task: Task): void {
  const group = groupOf(task);
  const member = memberGiven(task);
  const members = membersOf(group);
  const kept = members.filter(({ guid }) => guid !== member.guid);
  if (kept.length === members.length) throw task.failure(messages.noMember, [member.name, group.name]);
  if (task.shouldProcess(removing.text(member.name, group.name))) store(task, group, kept);
}

/** -Members: the members from now on, or `@{Add=…;Remove=…}`. */
function update(task: Task): void {
  const group = groupOf(task);
  const change = task.value("Members");
  const find = (text: string): Reference =>
    reference(task.single(task.find(text, principals), text, (each) => task.parameterNotFound(each)).guid);
  store(task, group, membersAfter(change, membersOf(group), find));
}

function membersAfter(
  change: unknown,
  before: readonly Reference[],
  find: (text: string) => Reference,
): readonly Reference[] {
  if (!(change instanceof MultiValuedChange)) return [];
  if (change.replacement !== null) return change.replacement.map(find);
  const removed = new Set(change.remove.map((text) => find(text).guid));
  const kept = before.filter(({ guid }) => !removed.has(guid));
  const present = new Set(kept.map(({ guid }) => guid));
  return [...kept, ...change.add.map(find).filter(({ guid }) => !present.has(guid))];
}

const accepted = ["BypassSecurityGroupManagerCheck"];
const taskClass = (verb: string) => `RbacTasks.${verb}RoleGroupMember`;

export const roleGroupMemberVerbs: NounVerbs = afterLateSetup({
  Get: {
    taskClass: taskClass("Get"),
    emulated: ["Identity"],
    accepted: [],
    process: (task) => {
      for (const member of membersOf(groupOf(task))) {
        const target = followReference(task.topology, member);
        if (target.state === "live") task.cmdlet.writeObject(roleGroupMember.present(task.source(target.object)));
      }
    },
  },
  Add: { taskClass: taskClass("Add"), emulated: ["Identity", "Member"], accepted, process: add },
  Remove: {
    taskClass: taskClass("Remove"),
    emulated: ["Identity", "Member"],
    accepted,
    confirms: true,
    process: remove,
  },
  Update: { taskClass: taskClass("Update"), emulated: ["Identity", "Members"], accepted, process: update },
});
