import type { ParameterDeclarations } from "../../binding/declaration.js";
import type { CmdletInfo } from "../../runtime/commands.js";
import type { DirectoryObject } from "../../topology/index.js";
import { PSArray } from "../../values/collections.js";
import { toText } from "../../values/text.js";
import { attributesOf, isAttributeName } from "./attributes.js";
import { type DirectoryTask, directoryCmdlet } from "./directory-task.js";
import { entityTypeName } from "./entity.js";
import { directoryFailures } from "./failures.js";
import { type EntityKind, entityKinds, entityOf, identityOf } from "./kinds.js";
import { search, searchScope } from "./search.js";

/** The parameters of a Get cmdlet: of one object, or of a search. */
export function getParameters({ type }: EntityKind): ParameterDeclarations {
  const searching = ["Filter", "LdapFilter"];
  return {
    Filter: { type: "string", mandatory: true, sets: ["Filter"] },
    LDAPFilter: { type: "string", mandatory: true, sets: ["LdapFilter"] },
    Identity: {
      type: entityTypeName(type),
      mandatory: true,
      position: 0,
      pipeline: "value",
      sets: ["Identity"],
    },
    Properties: { type: "string[]", aliases: ["Property"] },
    SearchBase: { type: "string", sets: searching, allowEmptyString: true },
    SearchScope: { type: searchScope.fullName, sets: searching },
    ResultSetSize: { type: "System.Nullable[int]", sets: searching, allowNull: true },
    ResultPageSize: { type: "int", sets: searching, coverage: "accepted" },
    Partition: { type: "string", sets: ["Identity"], coverage: "accepted" },
  };
}

/** The properties that -Properties asks for, beside those that come anyway; `null`: all that there are. */
export function askedProperties(task: DirectoryTask, kind: EntityKind): readonly string[] | null {
  const given = task.value("Properties");
  const names = given instanceof PSArray ? given.items.map((item) => toText(task.cmdlet.context, item)) : [];
  if (names.includes("*")) return null;
  const bad = names.find((name) => !isAttributeName(name));
  if (bad !== undefined) throw task.failure(directoryFailures.badProperties, [bad]);
  return [...kind.properties, ...names];
}

/** Writes an object with the properties that were asked for. */
export function writeEntity(
  task: DirectoryTask,
  kind: EntityKind,
  object: DirectoryObject,
  properties: readonly string[] | null,
): void {
  const { context } = task.cmdlet;
  const entry = task.entry(object);
  const names = properties ?? presentNames(task, object);
  task.cmdlet.writeObject(entityOf(context, kind.type, entry, names));
}

/** With `*`: all properties of the module's own, and the directory's attributes that have a value. */
function presentNames(task: DirectoryTask, object: DirectoryObject): readonly string[] {
  const { context } = task.cmdlet;
  const entry = task.entry(object);
  return [...attributesOf(object.class).values()].flatMap(({ name, ldap, read }) => {
    const value = name === ldap ? read(entry, context) : true;
    const isEmpty = value === null || (value instanceof PSArray && value.items.length === 0);
    return isEmpty ? [] : [name];
  });
}

/** A Get cmdlet of a kind of objects. */
export function getCmdlet(noun: string, kind: EntityKind, what: string, since?: 3): CmdletInfo {
  return directoryCmdlet({
    name: `Get-${noun}`,
    synopsis: `Gives ${what}.`,
    defaultParameterSet: kind.inConfiguration === true ? "Identity" : "Filter",
    parameters: getParameters(kind),
    ...(since === undefined ? {} : { since }),
    process: (task) => {
      const properties = askedProperties(task, kind);
      if (task.has("Identity")) {
        writeEntity(task, kind, identityOf(task, kind), properties);
        return;
      }
      const limit = task.value("ResultSetSize");
      let left = typeof limit === "number" ? limit : Number.POSITIVE_INFINITY;
      for (const object of search(task, kind)) {
        if (left-- <= 0) return;
        writeEntity(task, kind, object, properties);
      }
    },
  });
}

export const getCmdlets: readonly CmdletInfo[] = [
  getCmdlet("ADUser", entityKinds.user, "users of Active Directory"),
  getCmdlet("ADGroup", entityKinds.group, "groups of Active Directory"),
  getCmdlet("ADComputer", entityKinds.computer, "computer accounts of Active Directory"),
  getCmdlet("ADObject", entityKinds.object, "objects of Active Directory of any class"),
  getCmdlet("ADOrganizationalUnit", entityKinds.unit, "organizational units of Active Directory"),
  getCmdlet("ADReplicationSite", entityKinds.site, "sites of Active Directory", 3),
  getCmdlet("ADReplicationSubnet", entityKinds.subnet, "subnets of Active Directory's sites", 3),
];
