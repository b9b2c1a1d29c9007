import {
  addObject,
  type DirectoryObject,
  getObject,
  isReference,
  reference,
  removeObject,
} from "../../../topology/index.js";
import { canonicalIdentity } from "../../noun/common-properties.js";
import { type ExchangeMessage, message, sentence } from "../../noun/exchange-errors.js";
import { getVerb } from "../../noun/get-verb.js";
import { type NounVerbs, type VerbBehaviour, variantOf } from "../../noun/noun.js";
import type { Task } from "../../noun/task.js";
import { writeFailure } from "../../noun/write-failure.js";
import { linkKind } from "../../properties/link-kind.js";
import { listKind } from "../../properties/list-kind.js";
import { schema } from "../../schema.js";
import { ADObjectId } from "../../types/ad-object-id.js";
import { currentUser } from "../current-user.js";
import { recipient } from "../recipient.js";
import { anyPrincipal, isMailEnabled, recipientIdentityProperties } from "../recipient-types.js";
import { requireManager } from "./group-manager.js";
import { linkBetween, membershipClass, membersOf } from "./membership-links.js";

/** Get-, Add-, Remove- and Update-DistributionGroupMember. */

const tasks = "Microsoft.Exchange.Management.RecipientTasks";

const messages = {
  groupNotFound: message({
    text: (identity: string, domainController: string) =>
      `The operation could not be performed because object '${identity}' could not be found on '${domainController}'.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    hashes: { [`${tasks}.GetDistributionGroupMember`]: "6B6149EC" },
    category: "InvalidData",
    hasNoTarget: true,
    certainty: "captured",
    evidence: "facts/captures.jsonl, get-distributiongroupmember.1",
  }),
  alreadyMember: message({
    text: (member: string, group: string) => `The recipient "${member}" is already a member of the group "${group}".`,
    exception: `${tasks}.MemberAlreadyExistsException`,
    category: "NotSpecified",
    certainty: "memory",
    evidence: "facts/nouns.json, Add-DistributionGroupMember",
  }),
  notMember: message({
    text: (member: string, group: string) => `The recipient "${member}" isn't a member of the group "${group}".`,
    exception: `${tasks}.MemberNotFoundException`,
    category: "NotSpecified",
    certainty: "unknown",
    evidence: "the failure is known, its text is not",
  }),
  ownMember: message({
    text: (group: string) => `The group "${group}" can't be a member of itself.`,
    exception: `${tasks}.RecipientTaskException`,
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is Active Directory's, the text is not known",
  }),
} as const;

const sentences = {
  add: sentence({
    text: (member: string, group: string) =>
      `Adding distribution group member "${member}" on distribution group "${group}".`,
    certainty: "unknown",
    evidence: "made after the sentence of Remove-DistributionGroupMember",
  }),
  remove: sentence({
    text: (member: string, group: string) =>
      `Removing distribution group member "${member}" on distribution group "${group}".`,
    certainty: "memory",
    evidence: "facts/nouns.json, Remove-DistributionGroupMember",
  }),
  update: sentence({
    text: (group: string) => `Updating the members of distribution group "${group}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  }),
} as const;

/** What the cmdlets give is a recipient; what their -Identity means is a group. */
const groupMember = variantOf(recipient, {
  noun: "DistributionGroupMember",
  identity: { classes: ["Group"], where: isMailEnabled, properties: recipientIdentityProperties },
});

const principals = listKind(linkKind(anyPrincipal.classes, { query: anyPrincipal, prints: "canonical" }));

/** The users, contacts and groups that a parameter of several identities means. */
export function principalsIn(task: Task, parameter: string): readonly DirectoryObject[] {
  if (!task.has(parameter)) return [];
  const taken = principals.take(task.value(parameter), { task, parameter, object: null, current: [] });
  return (Array.isArray(taken) ? taken : []).flatMap((each) => {
    const object = isReference(each) ? getObject(task.topology, each.guid) : null;
    return object === null ? [] : [object];
  });
}

function between<Failure extends ExchangeMessage<[string, string]>>(
  task: Task,
  failure: Failure,
  member: DirectoryObject,
  group: DirectoryObject,
) {
  const target = new ADObjectId(task.topology, group, "canonical");
  const name = (object: DirectoryObject): string => canonicalIdentity(task.source(object));
  return task.failure(failure, [name(member), name(group)], target);
}

/** Makes somebody a member; whoever is one already stays it. */
export function addMember(task: Task, group: DirectoryObject, member: DirectoryObject): void {
  if (linkBetween(task.topology, group, member) !== undefined) return;
  if (group.guid === member.guid) throw task.failure(messages.ownMember, [canonicalIdentity(task.source(group))]);
  const result = addObject(schema, task.topology, {
    class: membershipClass,
    name: member.guid,
    parent: group.guid,
    properties: { Member: reference(member.guid) },
  });
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
}

/** Takes somebody out; whoever is no member stays none. */
export function removeMember(task: Task, group: DirectoryObject, member: DirectoryObject): void {
  const link = linkBetween(task.topology, group, member);
  if (link === undefined) return;
  const result = removeObject(schema, task.topology, link.guid);
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
}

function groupOf(task: Task): DirectoryObject {
  return task.resolve("Identity", groupMember.identity, (identity) => {
    const isGet = task.info.name.startsWith("Get-");
    return isGet ? task.failure(messages.groupNotFound, [identity, task.domainController]) : task.notFound(identity);
  });
}

/** The one that -Member means; left out, the user of the session. */
function memberOf(task: Task): DirectoryObject {
  if (task.value("Member") !== null)
    return task.resolve("Member", anyPrincipal, (identity) => task.parameterNotFound(identity));
  const self = currentUser(task);
  if (self === null) throw task.parameterNotFound("");
  return self;
}

const listing = getVerb(groupMember, {
  limited: true,
  arrange: (task, groups) => Array.from(groups, (group) => membersOf(task.topology, group)).flat(),
});

const get: VerbBehaviour = {
  ...listing,
  process: (task) => {
    groupOf(task);
    listing.process(task);
  },
};

/** A verb that brings one member or takes it away. */
function memberVerb(verb: "Add" | "Remove"): VerbBehaviour {
  const adds = verb === "Add";
  const { text } = adds ? sentences.add : sentences.remove;
  return {
    taskClass: `RecipientTasks.${verb}DistributionGroupMember`,
    emulated: ["Identity", "Member", "BypassSecurityGroupManagerCheck"],
    accepted: [],
    ...(adds ? {} : { confirms: true }),
    process: (task) => {
      const group = groupOf(task);
      const member = memberOf(task);
      const isMember = linkBetween(task.topology, group, member) !== undefined;
      if (adds === isMember) throw between(task, adds ? messages.alreadyMember : messages.notMember, member, group);
      requireManager(task, group);
      task.requireWrite(group);
      if (!task.shouldProcess(text(member.name, group.name))) return;
      if (adds) addMember(task, group, member);
      else removeMember(task, group, member);
    },
  };
}

/** Update: these are the members, and nobody else. */
const update: VerbBehaviour = {
  taskClass: "RecipientTasks.UpdateDistributionGroupMember",
  emulated: ["Identity", "Members", "BypassSecurityGroupManagerCheck"],
  accepted: [],
  confirms: true,
  process: (task) => {
    const group = groupOf(task);
    const wanted = principalsIn(task, "Members");
    requireManager(task, group);
    task.requireWrite(group);
    if (!task.shouldProcess(sentences.update.text(group.name))) return;
    const staying = new Set(wanted.map(({ guid }) => guid));
    for (const member of membersOf(task.topology, group))
      if (!staying.has(member.guid)) removeMember(task, group, member);
    for (const member of wanted) addMember(task, group, member);
  },
};

export const distributionGroupMember = groupMember;

export const distributionGroupMemberVerbs: NounVerbs = {
  Get: get,
  Add: memberVerb("Add"),
  Remove: memberVerb("Remove"),
  Update: update,
};
