import {
  childrenOf,
  type DirectoryObject,
  findByIndex,
  getProperty,
  guidNamed,
  type NewObject,
  type Topology,
} from "../../../topology/index.js";
import { toItems } from "../../../values/enumeration.js";
import { toText } from "../../../values/text.js";
import { WildcardPattern } from "../../../values/wildcard.js";
import { configurationTail, configurationTypes } from "../../noun/common-properties.js";
import { message } from "../../noun/exchange-errors.js";
import { type Filter, getVerb } from "../../noun/get-verb.js";
import { newVerb } from "../../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../../noun/noun.js";
import { texts } from "../../noun/read.js";
import { removeVerb } from "../../noun/remove-verb.js";
import type { Source } from "../../noun/source.js";
import type { Task } from "../../noun/task.js";
import { bool, computed, fixed, text } from "../../properties/property.js";
import { schema } from "../../schema.js";
import { ADObjectId } from "../../types/ad-object-id.js";
import { ExchangeObjectVersion } from "../../types/versions.js";
import { builtInRoles, partialRoles } from "./built-in.js";
import { entriesOfRole, isBuiltIn, parentRole } from "./entries-of-role.js";
import { type ImplicitScopes, implicitScopesOf } from "./implicit-scopes.js";
import { afterLateSetup } from "./late.js";
import { entryText, keptEntry, type RoleEntry } from "./role-entry.js";
import { scopeType } from "./scope-enumerations.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${configuration}.ExchangeRole`;

const roleGuid = (topology: Topology, name: string): string => guidNamed(topology.ids.seed, `role ${name}`);

/** The roles that setup makes, and below two of them those that are a part of them. */
function firstRoles(topology: Topology): readonly NewObject[] {
  const role = (name: string, roleType: string, isEndUserRole: boolean, parent?: string): NewObject => ({
    class: "ManagementRole",
    name,
    guid: roleGuid(topology, name),
    ...(parent === undefined ? {} : { parent: roleGuid(topology, parent) }),
    properties: { RoleType: roleType, IsEndUserRole: isEndUserRole },
  });
  return [
    ...builtInRoles.map(({ name, roleType, isEndUserRole }) => role(name, roleType, isEndUserRole)),
    ...partialRoles.map(([parent, name]) => role(name, parent, true, parent)),
  ];
}

const roleTypeOf = (role: DirectoryObject): string => String(getProperty(schema, role, "RoleType"));
const scope = (name: string, which: keyof ImplicitScopes) =>
  computed(name, scopeType.fullName, ({ object }) => scopeType(implicitScopesOf(roleTypeOf(object))[which]));

/** The version of roles (from memory). */
const roleVersion = new ExchangeObjectVersion(0, 12, "14.0.451.0");

/** A role: what somebody may do. Order of the list from memory; view captured. */
export const managementRole = defineNoun({
  noun: "ManagementRole",
  called: "management role",
  tasks: "RbacTasks",
  class: {
    name: "ManagementRole",
    objectClass: ["top", "msExchRole"],
    objectCategory: "ms-Exch-Role",
    container: { below: "organization", path: ["CN=RBAC", "CN=Roles"] },
    properties: { RoleEntries: { holds: "string", many: true }, IsCustom: { holds: "boolean", default: false } },
  },
  identity: { classes: ["ManagementRole"], owner: "ManagementRole", wildcards: true },
  lateSetup: firstRoles,
  typeNames: configurationTypes(typeName),
  properties: () => [
    computed("RoleEntries", "Microsoft.Exchange.Data.MultiValuedProperty[RoleEntry]", (source) =>
      texts(entriesOf(source).map(entryText)),
    ),
    text("RoleType", { default: "Custom", parameter: null }),
    scope("ImplicitRecipientReadScope", "recipientRead"),
    scope("ImplicitRecipientWriteScope", "recipientWrite"),
    scope("ImplicitConfigReadScope", "configRead"),
    scope("ImplicitConfigWriteScope", "configWrite"),
    computed("IsRootRole", "bool", ({ topology, object }) => parentRole(topology, object) === null),
    bool("IsEndUserRole", { default: false, parameter: null }),
    fixed("MailboxPlanIndex", "string", () => ""),
    text("Description"),
    computed("Parent", "Microsoft.Exchange.Data.Directory.ADObjectId", ({ topology, object }) => {
      const parent = parentRole(topology, object);
      return parent === null ? null : new ADObjectId(topology, parent, "path");
    }),
    fixed("IsDeprecated", "bool", () => false),
    ...configurationTail(roleVersion, { name: true, identity: "path" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      autoSize: true,
      // facts/views.md, get-managementrole.1 to .3
      columns: [{ property: "Name" }, { property: "RoleType" }],
    },
  ],
});

const entriesOf = ({ topology, object, release }: Source): readonly RoleEntry[] =>
  entriesOfRole(topology, object, release);

const messages = {
  builtIn: message({
    text: (role: string) => `The management role "${role}" can't be removed: it is a built-in role.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Remove-ManagementRole), the text is not known",
  }),
  hasChildren: message({
    text: (role: string) =>
      `The management role "${role}" has child roles. Use the Recurse switch to remove them as well.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Remove-ManagementRole -Recurse), the text is not known",
  }),
  isAssigned: message({
    text: (role: string, assignment: string) =>
      `The management role "${role}" can't be removed: the role assignment "${assignment}" gives it to somebody.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Remove-ManagementRole), the text is not known",
  }),
  unScoped: message({
    text: (role: string) => `The management role "${role}" is unscoped. Use the UnScopedTopLevel switch.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Remove-ManagementRole -UnScopedTopLevel), the text is not known",
  }),
} as const;

const childRoles = (topology: Topology, role: DirectoryObject): readonly DirectoryObject[] =>
  childrenOf(topology, role.guid).filter((child) => child.class === "ManagementRole");
const rolesBelow = (topology: Topology, role: DirectoryObject): readonly DirectoryObject[] =>
  childRoles(topology, role).flatMap((child) => [child, ...rolesBelow(topology, child)]);

const textsOf = (task: Task, parameter: string): readonly string[] =>
  toItems(task.value(parameter)).map((item) => toText(task.cmdlet.context, item));

/** Roles with an entry of a kind and name; with parameters, one that has all of these. */
function holding(type: RoleEntry["type"], parameter: "Cmdlet" | "Script") {
  return (task: Task): Filter => {
    const name = new WildcardPattern(task.text(parameter) ?? "", true);
    return {
      keep: (role) => entriesOf(task.source(role)).some((entry) => entry.type === type && name.isMatch(entry.name)),
    };
  };
}
function withParameters(type: RoleEntry["type"], parameter: "CmdletParameters" | "ScriptParameters") {
  const nameParameter = type === "Cmdlet" ? "Cmdlet" : "Script";
  return (task: Task): Filter => {
    const name = new WildcardPattern(task.text(nameParameter) ?? "*", true);
    const wanted = textsOf(task, parameter).map((each) => new WildcardPattern(each, true));
    const fits = (entry: RoleEntry): boolean =>
      entry.type === type &&
      name.isMatch(entry.name) &&
      wanted.every((each) => entry.parameters.some((own) => each.isMatch(own)));
    return { keep: (role) => entriesOf(task.source(role)).some(fits) };
  };
}

/** What a new role has of its parent's entries: all, or those of -EnabledCmdlets. */
function enabledEntries(task: Task, parent: DirectoryObject): readonly RoleEntry[] {
  const all = entriesOf(task.source(parent));
  if (!task.has("EnabledCmdlets")) return all;
  const wanted = new Set(textsOf(task, "EnabledCmdlets").map((name) => name.toLowerCase()));
  return all.filter(({ type, name }) => type !== "Cmdlet" || wanted.has(name.toLowerCase()));
}

function make(task: Task): NewObject {
  const name = task.text("Name") ?? "";
  if (task.isOn("UnScopedTopLevel"))
    return { class: "ManagementRole", name, properties: { RoleType: "UnScoped", IsCustom: true, RoleEntries: [] } };
  const parent = task.resolve("Parent", managementRole.identity, (identity) => task.parameterNotFound(identity));
  return {
    class: "ManagementRole",
    name,
    parent: parent.guid,
    properties: {
      RoleType: roleTypeOf(parent),
      IsEndUserRole: getProperty(schema, parent, "IsEndUserRole"),
      IsCustom: true,
      RoleEntries: enabledEntries(task, parent).map(keptEntry),
    },
  };
}

function checkRemoval(task: Task, role: DirectoryObject): void {
  if (isBuiltIn(role)) throw task.failure(messages.builtIn, [role.name]);
  if (roleTypeOf(role) === "UnScoped" && !task.isOn("UnScopedTopLevel"))
    throw task.failure(messages.unScoped, [role.name]);
  const below = rolesBelow(task.topology, role);
  if (below.length > 0 && !task.isOn("Recurse")) throw task.failure(messages.hasChildren, [role.name]);
  for (const each of [role, ...below]) {
    const [assignment] = findByIndex(task.topology, "RoleAssignment", "role", each.guid);
    if (assignment !== undefined) throw task.failure(messages.isAssigned, [each.name, assignment.name]);
  }
}

export const managementRoleVerbs: NounVerbs = afterLateSetup({
  Get: {
    optional: ["Identity"],
    ...getVerb(managementRole, {
      defaultParameterSet: "Identity",
      emulated: ["GetChildren", "Recurse"],
      filters: {
        RoleType: (task) => {
          const wanted = toText(task.cmdlet.context, task.value("RoleType")).toLowerCase();
          return { keep: (role) => roleTypeOf(role).toLowerCase() === wanted };
        },
        Cmdlet: holding("Cmdlet", "Cmdlet"),
        Script: holding("Script", "Script"),
        CmdletParameters: withParameters("Cmdlet", "CmdletParameters"),
        ScriptParameters: withParameters("Script", "ScriptParameters"),
      },
      arrange: (task, roles) => {
        if (task.isOn("GetChildren")) return [...roles].flatMap((role) => childRoles(task.topology, role));
        if (!task.isOn("Recurse")) return roles;
        return [...roles].flatMap((role) => [role, ...rolesBelow(task.topology, role)]);
      },
    }),
  },
  New: newVerb(managementRole, {
    defaultParameterSet: "NewDerivedRole",
    emulated: ["Parent", "UnScopedTopLevel", "EnabledCmdlets"],
    make,
  }),
  Remove: removeVerb(managementRole, {
    emulated: ["Recurse", "UnScopedTopLevel"],
    check: checkRemoval,
  }),
});
