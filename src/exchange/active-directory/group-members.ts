import type { CmdletInfo } from "../../runtime/commands.js";
import { addObject, type DirectoryObject, reference, removeObject, updateObject } from "../../topology/index.js";
import { PSArray } from "../../values/collections.js";
import { linkBetween, membershipClass } from "../recipients/groups/membership-links.js";
import { schema } from "../schema.js";
import { dn } from "./attribute-kinds.js";
import { attributesOf } from "./attributes.js";
import { type DirectoryTask, directoryCmdlet } from "./directory-task.js";
import { ADEntity, entityType, entityTypeName } from "./entity.js";
import { groupsOfMember, membersOfGroup } from "./entry.js";
import { directoryFailures } from "./failures.js";
import { writeEntity } from "./get-cmdlets.js";
import { entityKinds, identityOf, isOfKind, objectOf } from "./kinds.js";
import { identityParameter } from "./set-cmdlets.js";

const { group, principal } = entityKinds;

/** As Get-ADGroupMember's objects spell them (captured: lists of members in public console output). */
const memberProperties = ["distinguishedName", "name", "objectClass", "objectGUID", "SamAccountName", "SID"];

function writeMember(task: DirectoryTask, object: DirectoryObject): void {
  const entry = task.entry(object);
  const { context } = task.cmdlet;
  const properties = memberProperties.flatMap((name) => {
    const attribute = attributesOf(object.class).get(name.toLowerCase());
    return attribute === undefined
      ? []
      : [{ name, typeName: attribute.typeName, value: attribute.read(entry, context) }];
  });
  task.cmdlet.writeObject(new ADEntity(entityType("ADPrincipal"), dn(entry), object.guid, properties));
}

/** Members of members in place of groups, each once. */
function* deepMembers(task: DirectoryTask, of: DirectoryObject, seen: Set<string>): Generator<DirectoryObject> {
  for (const member of membersOfGroup(task.entry(of))) {
    if (seen.has(member.guid)) continue;
    seen.add(member.guid);
    if (isOfKind(group, member)) yield* deepMembers(task, member, seen);
    else yield member;
  }
}

const getGroupMember = directoryCmdlet({
  name: "Get-ADGroupMember",
  synopsis: "Gives the members of a group; contacts are none for it.",
  parameters: { ...identityParameter(group), Recursive: { type: "switch" } },
  process: (task) => {
    const object = identityOf(task, group);
    const members = task.isOn("Recursive") ? deepMembers(task, object, new Set()) : membersOfGroup(task.entry(object));
    for (const member of members) if (isOfKind(principal, member)) writeMember(task, member);
  },
});

/** The objects that a parameter of several identities means. */
function principalsOf(task: DirectoryTask, parameter: string): readonly DirectoryObject[] {
  const given = task.value(parameter);
  const items = given instanceof PSArray ? given.items : [];
  return items.flatMap((item) => {
    if (!(item instanceof ADEntity)) return [];
    // By a distinguished name also what is no account: a contact.
    const isByName = item.guid !== null || item.identity.includes("=");
    return [objectOf(task, isByName ? entityKinds.object : principal, item)];
  });
}

const isMember = (task: DirectoryTask, of: DirectoryObject, member: DirectoryObject): boolean =>
  membersOfGroup(task.entry(of)).some(({ guid }) => guid === member.guid);

function setRoleGroup(task: DirectoryTask, of: DirectoryObject, members: readonly DirectoryObject[]): void {
  const properties = { Members: members.map(({ guid }) => reference(guid)) };
  task.written(updateObject(schema, task.topology, of.guid, { properties }));
}

function add(task: DirectoryTask, of: DirectoryObject, member: DirectoryObject): void {
  if (isMember(task, of, member)) throw task.failure(directoryFailures.alreadyMember, []);
  if (of.class === "RoleGroup") {
    setRoleGroup(task, of, [...membersOfGroup(task.entry(of)), member]);
    return;
  }
  task.written(
    addObject(schema, task.topology, {
      class: membershipClass,
      name: member.guid,
      parent: of.guid,
      properties: { Member: reference(member.guid) },
    }),
  );
}

function remove(task: DirectoryTask, of: DirectoryObject, member: DirectoryObject): void {
  if (!isMember(task, of, member)) throw task.failure(directoryFailures.notMember, []);
  if (of.class === "RoleGroup") {
    setRoleGroup(
      task,
      of,
      membersOfGroup(task.entry(of)).filter(({ guid }) => guid !== member.guid),
    );
    return;
  }
  const link = linkBetween(task.topology, of, member);
  if (link !== undefined) task.written(removeObject(schema, task.topology, link.guid));
}

/** Whether a member is one already, or is none: the whole command is refused, nothing of it is done. */
function changeMembers(verb: "Add" | "Remove"): CmdletInfo {
  const change = verb === "Add" ? add : remove;
  return directoryCmdlet({
    name: `${verb}-ADGroupMember`,
    synopsis: verb === "Add" ? "Makes somebody a member of a group." : "Takes members out of a group.",
    confirms: verb === "Add" ? "Medium" : "High",
    parameters: {
      ...identityParameter(group),
      Members: { type: `${entityTypeName("ADPrincipal")}[]`, mandatory: true, position: 1 },
      PassThru: { type: "switch" },
      ...(verb === "Add" ? { MemberTimeToLive: { type: "timespan", since: 5, coverage: "refused" } } : {}),
    },
    process: (task) => {
      const object = identityOf(task, group);
      const members = principalsOf(task, "Members");
      if (!task.cmdlet.shouldProcess(task.dn(object), "Set")) return;
      const before = task.topology;
      try {
        for (const member of members) change(task, object, member);
      } catch (error) {
        task.commit(before);
        throw error;
      }
      if (task.isOn("PassThru")) writeEntity(task, group, object, group.properties);
    },
  });
}

const getMembership = directoryCmdlet({
  name: "Get-ADPrincipalGroupMembership",
  synopsis: "Gives the groups that somebody is a member of.",
  parameters: {
    ...identityParameter(principal),
    ResourceContextPartition: { type: "string", coverage: "accepted" },
    ResourceContextServer: { type: "string", coverage: "accepted" },
  },
  process: (task) => {
    const object = identityOf(task, principal);
    for (const of of groupsOfMember(task.entry(object))) writeEntity(task, group, of, group.properties);
  },
});

function changeMembership(verb: "Add" | "Remove"): CmdletInfo {
  const change = verb === "Add" ? add : remove;
  return directoryCmdlet({
    name: `${verb}-ADPrincipalGroupMembership`,
    synopsis: verb === "Add" ? "Makes somebody a member of groups." : "Takes somebody out of groups.",
    confirms: verb === "Add" ? "Medium" : "High",
    parameters: {
      ...identityParameter(principal),
      MemberOf: { type: `${entityTypeName("ADGroup")}[]`, mandatory: true, position: 1 },
      PassThru: { type: "switch" },
    },
    process: (task) => {
      const member = identityOf(task, principal);
      const given = task.value("MemberOf");
      const groups = (given instanceof PSArray ? given.items : []).flatMap((item) =>
        item instanceof ADEntity ? [objectOf(task, group, item)] : [],
      );
      for (const of of groups) if (task.cmdlet.shouldProcess(task.dn(of), "Set")) change(task, of, member);
      if (task.isOn("PassThru")) writeEntity(task, principal, member, principal.properties);
    },
  });
}

export const memberCmdlets: readonly CmdletInfo[] = [
  getGroupMember,
  changeMembers("Add"),
  changeMembers("Remove"),
  getMembership,
  changeMembership("Add"),
  changeMembership("Remove"),
];
