import type { ParameterDeclarations } from "../../binding/declaration.js";
import type { CmdletInfo } from "../../runtime/commands.js";
import {
  addObject,
  findByDistinguishedName,
  indexHas,
  type NewObject,
  type PropertyValue,
  updateObject,
} from "../../topology/index.js";
import { schema } from "../schema.js";
import { attributeParameters, declared, givenAttributes } from "./account-parameters.js";
import { assigned, pairsOf } from "./changes.js";
import { type DirectoryTask, directoryCmdlet } from "./directory-task.js";
import { directoryFailures } from "./failures.js";
import { writeEntity } from "./get-cmdlets.js";
import { groupCategory, groupScope, groupTypeText } from "./group-type.js";
import { type EntityKind, entityKinds } from "./kinds.js";
import { setPassword } from "./passwords.js";

interface NewOptions {
  readonly noun: string;
  readonly kind: EntityKind;
  /** The class of the directory. */
  readonly className: string;
  /** In distinguished names. */
  readonly naming: "CN" | "OU";
  readonly attributes: Parameters<typeof declared>[0];
  readonly what: string;
  readonly since?: 3;
  readonly own?: ParameterDeclarations;
  /** What a new object has beside what was given. */
  readonly properties?: (task: DirectoryTask, name: string) => Record<string, PropertyValue>;
  /** Whether -Enabled waits until the password is set. */
  readonly hasPassword?: boolean;
  /** The cmdlet has no -Path: its objects lie in one place. */
  readonly hasNoPath?: boolean;
}

/** The container that -Path names. */
function parentOf(task: DirectoryTask, target: string): Pick<NewObject, "parent"> {
  const path = task.text("Path");
  if (path === null || path === "") return {};
  const found = findByDistinguishedName(task.topology, path);
  if (found === null) throw task.failure(directoryFailures.baseNotFound, [], target);
  return { parent: found.guid };
}

/** The attributes of -OtherAttributes, by the directory's names. */
function otherAttributes(task: DirectoryTask, object: Parameters<typeof assigned>[1]): Record<string, PropertyValue> {
  const changes = pairsOf(task, "OtherAttributes").map(([name, value]) => assigned(task, object, name, value));
  return Object.assign({}, ...changes) as Record<string, PropertyValue>;
}

/** A New cmdlet; all its parameters take properties of objects from the pipeline. */
function newCmdlet(options: NewOptions): CmdletInfo {
  const { noun, kind, className, naming, attributes, what, since, own = {} } = options;
  return directoryCmdlet({
    name: `New-${noun}`,
    synopsis: `Makes ${what}.`,
    confirms: "Medium",
    ...(since === undefined ? {} : { since }),
    parameters: {
      Name: { type: "string", mandatory: true, position: 0, pipeline: "name" },
      ...own,
      ...(options.hasNoPath === true ? {} : { Path: { type: "string", pipeline: "name" } }),
      ...declared(attributes, { pipeline: "name" }),
      OtherAttributes: { type: "hashtable" },
      Instance: { type: "object", coverage: "refused" },
      PassThru: { type: "switch" },
    },
    process: (task) => {
      const name = task.text("Name") ?? "";
      const where = task.text("Path") ?? defaultPath(task, className);
      const target = `${naming}=${name},${where}`;
      const base = {
        class: className,
        name,
        ...parentOf(task, target),
        properties: options.properties?.(task, name) ?? {},
      };
      const given = { ...givenAttributes(task, attributes, base), ...otherAttributes(task, base) };
      const off = options.hasPassword === true ? { AccountDisabled: true, HasNoPassword: true } : {};
      const properties: Record<string, PropertyValue> = { ...base.properties, ...given, ...off };
      if (!task.cmdlet.shouldProcess(target, "New")) return;
      checkAccountName(task, properties.SamAccountName ?? null, className, target);
      const made = task.written(addObject(schema, task.topology, { ...base, properties }), target);
      if (options.hasPassword === true) finishAccount(task, made.guid, given.AccountDisabled === false, target);
      if (task.isOn("PassThru")) {
        const now = task.written(updateObject(schema, task.topology, made.guid, {}));
        writeEntity(task, kind, now, kind.properties);
      }
    },
  });
}

/** The account's name is looked at before its place. */
function checkAccountName(task: DirectoryTask, name: PropertyValue, className: string, target: string): void {
  const index = "samAccountName";
  const classes = typeof name === "string" ? schema.classesSharing(index) : [];
  if (!classes.some((each) => indexHas(task.topology, each, index, String(name)))) return;
  throw className === "Group"
    ? task.failure(directoryFailures.groupExists, [], target)
    : task.failure(directoryFailures.accountExists, [], target);
}

/** Where new objects of a class lie unless -Path says otherwise. */
function defaultPath(task: DirectoryTask, className: string): string {
  const domain = task.dn(task.domain);
  switch (className) {
    case "Computer":
      return `CN=Computers,${domain}`;
    case "OrganizationalUnit":
      return domain;
    case "ADSite":
      return `CN=Sites,CN=Configuration,${domain}`;
    case "NetworkSubnet":
      return `CN=Subnets,CN=Sites,CN=Configuration,${domain}`;
    default:
      return `CN=Users,${domain}`;
  }
}

/** The password first: without a good one the account is made, and stays off. */
function finishAccount(task: DirectoryTask, guid: string, isWanted: boolean, target: string): void {
  const account = task.written(updateObject(schema, task.topology, guid, {}));
  const needsNone = account.properties.PasswordNotRequired === true;
  if (task.has("AccountPassword")) setPassword(task, account, task.value("AccountPassword"), target);
  else if (isWanted && !needsNone) throw task.failure(directoryFailures.badPassword, [], target);
  if (isWanted) task.written(updateObject(schema, task.topology, guid, { properties: { AccountDisabled: false } }));
}

export const newCmdlets: readonly CmdletInfo[] = [
  newCmdlet({
    noun: "ADUser",
    kind: entityKinds.user,
    className: "User",
    naming: "CN",
    attributes: attributeParameters.user,
    what: "a user of Active Directory",
    hasPassword: true,
    own: {
      AccountPassword: { type: "securestring", pipeline: "name" },
      Type: { type: "string", coverage: "refused" },
      ServicePrincipalNames: { type: "string[]", coverage: "refused" },
    },
    properties: (_task, name) => ({ SamAccountName: name, RecipientTypeDetails: "User" }),
  }),
  newCmdlet({
    noun: "ADGroup",
    kind: entityKinds.group,
    className: "Group",
    naming: "CN",
    attributes: attributeParameters.group,
    what: "a group of Active Directory",
    own: {
      GroupScope: { type: groupScope.fullName, mandatory: true, position: 1, pipeline: "name" },
      GroupCategory: { type: groupCategory.fullName, pipeline: "name" },
    },
    properties: (task, name) => ({
      SamAccountName: name,
      GroupType: groupTypeText(task.text("GroupScope") ?? "Global", task.text("GroupCategory") ?? "Security"),
    }),
  }),
  newCmdlet({
    noun: "ADComputer",
    kind: entityKinds.computer,
    className: "Computer",
    naming: "CN",
    attributes: attributeParameters.computer,
    what: "a computer account of Active Directory",
    properties: (_task, name) => ({ SamAccountName: `${name}$` }),
  }),
  newCmdlet({
    noun: "ADOrganizationalUnit",
    kind: entityKinds.unit,
    className: "OrganizationalUnit",
    naming: "OU",
    attributes: attributeParameters.unit,
    what: "an organizational unit",
    properties: () => ({ ProtectedFromAccidentalDeletion: true }),
  }),
  newCmdlet({
    noun: "ADReplicationSite",
    kind: entityKinds.site,
    className: "ADSite",
    naming: "CN",
    attributes: attributeParameters.site,
    what: "a site of Active Directory",
    since: 3,
    hasNoPath: true,
  }),
];
