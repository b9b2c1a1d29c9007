import {
  childNamed,
  type DirectoryObject,
  findByIndex,
  guidNamed,
  listObjects,
  type NewObject,
  reference,
  type Topology,
} from "../../../topology/index.js";
import { membershipClass } from "../../recipients/groups/membership-links.js";
import { hasServersSince2013 } from "../../servers/roles.js";
import { builtInGroups, organizationManagement } from "./built-in.js";

/**
 * The groups that the preparation of Active Directory makes, in a unit of their own: the role groups, and those that
 * give servers their rights. Universal security groups, all of them.
 */

const unitName = "Microsoft Exchange Security Groups";

/** Groups in the same unit that have no roles: who is in them are computers and services. */
const otherGroups: readonly (readonly [name: string, description: string])[] = [
  ["Exchange Servers", "The computers on which Exchange runs."],
  ["Exchange Trusted Subsystem", "What the Exchange servers may do for those who manage them."],
  ["Exchange Windows Permissions", "What the Exchange servers may change of accounts and groups."],
  ["ExchangeLegacyInterop", "Servers of older releases that mail is exchanged with."],
  ["Exchange All Hosted Organizations", "The groups of all organizations that are hosted here."],
];

const unitGuid = (topology: Topology): string => guidNamed(topology.ids.seed, `unit ${unitName}`);
const groupGuid = (topology: Topology, name: string): string => guidNamed(topology.ids.seed, `${unitName}/${name}`);

/** The unit of the groups, where there is one already. */
export function securityGroupsUnit(topology: Topology): string | undefined {
  const [domain] = listObjects(topology, "Domain");
  return domain === undefined ? undefined : childNamed(topology, domain.guid, "OU", unitName);
}

/** All of it, for setup. */
export function securityGroups(topology: Topology): readonly NewObject[] {
  const present = securityGroupsUnit(topology);
  const parent = present ?? unitGuid(topology);
  const unit: NewObject = { class: "OrganizationalUnit", name: unitName, guid: parent };
  const group = (name: string, description: string, isRoleGroup: boolean): NewObject => ({
    class: "Group",
    name,
    parent,
    guid: groupGuid(topology, name),
    properties: {
      SamAccountName: name,
      Description: description,
      GroupType: "Universal, SecurityEnabled",
      ...(isRoleGroup
        ? { IsRoleGroup: true, ManagedBy: [reference(groupGuid(topology, organizationManagement))] }
        : {}),
    },
  });
  return [
    ...(present === undefined ? [unit] : []),
    ...builtInGroups
      .filter(({ since2013 }) => since2013 !== true || hasServersSince2013(topology))
      .map(({ name, description }) => group(name, description, true)),
    ...otherGroups.map(([name, description]) => group(name, description, false)),
    ...administratorsOf(topology).map((user) => memberOf(groupGuid(topology, organizationManagement), user)),
  ];
}

/** Who has installed Exchange manages it. */
const administratorsOf = (topology: Topology): readonly DirectoryObject[] =>
  findByIndex(topology, "User", "samAccountName", "Administrator");

const memberOf = (group: string, { guid }: DirectoryObject): NewObject => ({
  class: membershipClass,
  name: guid,
  parent: group,
  properties: { Member: reference(guid) },
});
