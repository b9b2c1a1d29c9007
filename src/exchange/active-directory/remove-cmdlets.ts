import type { CmdletInfo } from "../../runtime/commands.js";
import {
  type DirectoryObject,
  findByDistinguishedName,
  getObject,
  hasChildren,
  parseGuid,
  removeObject,
  updateObject,
} from "../../topology/index.js";
import { leaveBehind } from "../mailboxes/disconnected-mailbox.js";
import { linksOf } from "../recipients/groups/membership-links.js";
import { schema } from "../schema.js";
import { type DirectoryTask, directoryCmdlet } from "./directory-task.js";
import { isInDirectory, kept } from "./entry.js";
import { directoryFailures } from "./failures.js";
import { type EntityKind, entityKinds, identityOf } from "./kinds.js";
import { identityParameter } from "./set-cmdlets.js";

/** Whether anything lies below an object that Active Directory knows of: links to members are no objects there. */
function isLeaf(task: DirectoryTask, object: DirectoryObject): boolean {
  return !hasChildren(task.topology, object.guid) || object.class === "Group";
}

/** Whoever is gone is a member of nothing, and a mailbox without its user is left behind in its database. */
function remove(task: DirectoryTask, object: DirectoryObject): void {
  for (const link of linksOf(task.topology, object)) task.written(removeObject(schema, task.topology, link.guid));
  task.written(removeObject(schema, task.topology, object.guid, { recursive: true }));
  if (object.class === "User") task.commit(leaveBehind(task.topology, object, { mailbox: true, archive: true }));
}

function removeCmdlet(noun: string, kind: EntityKind, what: string, since?: 3): CmdletInfo {
  const isContainer = kind.type === "ADObject" || kind.type === "ADOrganizationalUnit";
  return directoryCmdlet({
    name: `Remove-${noun}`,
    synopsis: `Removes ${what}.`,
    confirms: "High",
    ...(since === undefined ? {} : { since }),
    parameters: {
      ...identityParameter(kind),
      ...(isContainer ? { Recursive: { type: "switch" } } : {}),
    },
    process: (task) => {
      const object = identityOf(task, kind);
      if (!task.cmdlet.shouldProcess(task.dn(object), "Remove")) return;
      if (kept(task.entry(object), "ProtectedFromAccidentalDeletion") === true)
        throw task.failure(directoryFailures.accessDenied, []);
      if (!isInDirectory(object.class) || (!isLeaf(task, object) && !task.isOn("Recursive")))
        throw task.failure(directoryFailures.notLeaf, []);
      remove(task, object);
    },
  });
}

const moveObject = directoryCmdlet({
  name: "Move-ADObject",
  synopsis: "Moves an object of Active Directory into another container.",
  confirms: "Medium",
  parameters: {
    ...identityParameter(entityKinds.object),
    TargetPath: { type: "string", mandatory: true, position: 1 },
    TargetServer: { type: "string", coverage: "refused" },
    PassThru: { type: "switch", coverage: "refused" },
  },
  process: (task) => {
    const object = identityOf(task, entityKinds.object);
    const path = task.text("TargetPath") ?? "";
    const places = task.topology;
    const target = entityPlace(task, path);
    if (!task.cmdlet.shouldProcess(task.dn(object), "Move")) return;
    task.written(updateObject(schema, places, object.guid, { parent: target.guid }));
  },
});

/** The container that a distinguished name or a GUID names. */
function entityPlace(task: DirectoryTask, path: string): DirectoryObject {
  const found = findPlace(task, path);
  if (found === null) throw task.failure(directoryFailures.baseNotFound, []);
  return found;
}

function findPlace({ topology }: DirectoryTask, path: string): DirectoryObject | null {
  return findByDistinguishedName(topology, path) ?? getObject(topology, parseGuid(path) ?? "");
}

const renameObject = directoryCmdlet({
  name: "Rename-ADObject",
  synopsis: "Gives an object of Active Directory another name.",
  confirms: "Medium",
  parameters: {
    ...identityParameter(entityKinds.object),
    NewName: { type: "string", mandatory: true, position: 1 },
    PassThru: { type: "switch", coverage: "refused" },
  },
  process: (task) => {
    const object = identityOf(task, entityKinds.object);
    if (!task.cmdlet.shouldProcess(task.dn(object), "Rename")) return;
    task.written(updateObject(schema, task.topology, object.guid, { name: task.text("NewName") ?? "" }));
  },
});

export const removeCmdlets: readonly CmdletInfo[] = [
  removeCmdlet("ADUser", entityKinds.user, "a user from Active Directory"),
  removeCmdlet("ADGroup", entityKinds.group, "a group from Active Directory"),
  removeCmdlet("ADComputer", entityKinds.computer, "a computer account from Active Directory"),
  removeCmdlet("ADOrganizationalUnit", entityKinds.unit, "an organizational unit"),
  removeCmdlet("ADObject", entityKinds.object, "an object of Active Directory of any class"),
  removeCmdlet("ADReplicationSite", entityKinds.site, "a site of Active Directory", 3),
  removeCmdlet("ADReplicationSubnet", entityKinds.subnet, "a subnet from Active Directory", 3),
  moveObject,
  renameObject,
];
