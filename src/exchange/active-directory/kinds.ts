import {
  type DirectoryObject,
  eachObject,
  findByDistinguishedName,
  findByIndex,
  getObject,
  parseGuid,
} from "../../topology/index.js";
import type { ValueContext } from "../../values/value-context.js";
import { dn } from "./attribute-kinds.js";
import { attributesOf, sidOf } from "./attributes.js";
import type { DirectoryTask } from "./directory-task.js";
import { ADEntity, type EntityName, entityType } from "./entity.js";
import { type Entry, isInDirectory } from "./entry.js";
import { directoryFailures } from "./failures.js";

/** A kind of object that the module has cmdlets for. */
export interface EntityKind {
  readonly type: EntityName;
  /** Classes of the directory; left out: all. */
  readonly classes?: readonly string[];
  /** What its objects come with unless -Properties asks for more. */
  readonly properties: readonly string[];
  /** Its objects lie in the configuration, and -Identity takes a bare name. */
  readonly inConfiguration?: boolean;
}

const base = ["DistinguishedName", "Name", "ObjectClass", "ObjectGUID"] as const;

/** The kinds with their default properties (documented; lists of captures agree for users, groups and computers). */
export const entityKinds = {
  user: {
    type: "ADUser",
    classes: ["User"],
    properties: [...base, "Enabled", "GivenName", "SamAccountName", "SID", "Surname", "UserPrincipalName"],
  },
  group: {
    type: "ADGroup",
    classes: ["Group", "RoleGroup"],
    properties: [...base, "GroupCategory", "GroupScope", "SamAccountName", "SID"],
  },
  computer: {
    type: "ADComputer",
    classes: ["Computer"],
    properties: [...base, "DNSHostName", "Enabled", "SamAccountName", "SID", "UserPrincipalName"],
  },
  account: {
    type: "ADAccount",
    classes: ["User", "Computer"],
    properties: [...base, "Enabled", "SamAccountName", "SID"],
  },
  principal: {
    type: "ADPrincipal",
    classes: ["User", "Group", "RoleGroup", "Computer"],
    properties: [...base, "SamAccountName", "SID"],
  },
  unit: {
    type: "ADOrganizationalUnit",
    classes: ["OrganizationalUnit"],
    properties: [
      ...base,
      "City",
      "Country",
      "LinkedGroupPolicyObjects",
      "ManagedBy",
      "PostalCode",
      "State",
      "StreetAddress",
    ],
  },
  object: { type: "ADObject", properties: base },
  site: {
    type: "ADReplicationSite",
    classes: ["ADSite"],
    inConfiguration: true,
    properties: [
      ...base,
      "InterSiteTopologyGenerator",
      "ManagedBy",
      "ReplicationSchedule",
      "UniversalGroupCachingEnabled",
      "UniversalGroupCachingRefreshSite",
    ],
  },
  subnet: {
    type: "ADReplicationSubnet",
    classes: ["NetworkSubnet"],
    inConfiguration: true,
    properties: [...base, "Location", "Site"],
  },
} as const satisfies Readonly<Record<string, EntityKind>>;

/** Whether an object is of a kind. */
export function isOfKind({ classes }: EntityKind, object: DirectoryObject): boolean {
  return classes === undefined ? isInDirectory(object.class) : classes.includes(object.class);
}

/** An object of the module with the named properties; those that its class does not know are left out. */
export function entityOf(
  context: ValueContext,
  type: EntityName,
  entry: Entry,
  properties: readonly string[],
): ADEntity {
  const known = attributesOf(entry.object.class);
  const loaded = properties.map((name) => {
    const attribute = known.get(name.toLowerCase());
    return attribute === undefined
      ? { name, typeName: "System.String", value: null }
      : { name: attribute.name, typeName: attribute.typeName, value: attribute.read(entry, context) };
  });
  return new ADEntity(entityType(type), dn(entry), entry.object.guid, loaded);
}

/** The object that an -Identity means. @throws the module's failure where there is none */
export function objectOf(task: DirectoryTask, kind: EntityKind, identity: ADEntity): DirectoryObject {
  const [found, ...others] = candidates(task, kind, identity).filter((object) => isOfKind(kind, object));
  const under = task.dn(task.domain);
  const where = kind.inConfiguration === true ? `CN=Sites,CN=Configuration,${under}` : under;
  if (found === undefined) throw task.failure(directoryFailures.notFound, [identity.identity, where], identity);
  if (others.length > 0) throw task.failure(directoryFailures.ambiguous, [identity.identity, where], identity);
  return found;
}

/** The object of -Identity. */
export function identityOf(task: DirectoryTask, kind: EntityKind, parameter = "Identity"): DirectoryObject {
  const identity = task.value(parameter);
  if (!(identity instanceof ADEntity)) throw task.failure(directoryFailures.notFound, ["", task.dn(task.domain)]);
  return objectOf(task, kind, identity);
}

function candidates(
  { topology }: DirectoryTask,
  kind: EntityKind,
  { identity, guid }: ADEntity,
): readonly DirectoryObject[] {
  const exact = guid ?? parseGuid(identity);
  const byGuid = exact === null ? null : getObject(topology, exact);
  if (byGuid !== null) return [byGuid];
  if (identity.includes("=")) {
    const found = findByDistinguishedName(topology, identity);
    return found === null ? [] : [found];
  }
  const { classes = [] } = kind;
  if (/^S-1-\d/i.test(identity)) return withSid({ topology, classes, sid: identity });
  const index = kind.inConfiguration === true ? "name" : "samAccountName";
  return classes.flatMap((name) => {
    // Computers' account names end in a dollar sign, which nobody types.
    const keys = name === "Computer" ? [identity, `${identity}$`] : [identity];
    return kind.type === "ADOrganizationalUnit" ? [] : keys.flatMap((key) => namedIn(topology, name, index, key));
  });
}

function namedIn(topology: DirectoryTask["topology"], name: string, index: string, key: string) {
  if (name === "RoleGroup") return findByIndex(topology, name, "name", key);
  return findByIndex(topology, name, index, key);
}

function withSid({
  topology,
  classes,
  sid,
}: Pick<DirectoryTask, "topology"> & { classes: readonly string[]; sid: string }) {
  const wanted = sid.toUpperCase();
  const found: DirectoryObject[] = [];
  for (const name of classes) {
    for (const object of eachObject(topology, name))
      if (sidOf({ topology, object })?.text === wanted) found.push(object);
  }
  return found;
}
