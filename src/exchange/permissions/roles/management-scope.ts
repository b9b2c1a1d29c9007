import {
  type DirectoryObject,
  distinguishedName,
  eachObject,
  getProperty,
  isReference,
  type PropertyValue,
  type Topology,
} from "../../../topology/index.js";
import { toItems } from "../../../values/enumeration.js";
import { configurationTail, configurationTypes, objectVersions } from "../../noun/common-properties.js";
import { message, sentence } from "../../noun/exchange-errors.js";
import { filterGiven } from "../../noun/filter-failure.js";
import { getVerb } from "../../noun/get-verb.js";
import { newVerb } from "../../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../../noun/noun.js";
import { removeVerb } from "../../noun/remove-verb.js";
import { setVerb } from "../../noun/set-verb.js";
import type { Task } from "../../noun/task.js";
import { IdParameter } from "../../parameters/id-parameter.js";
import type { Column } from "../../properties/kind.js";
import { bool, choice, fixed, link, text } from "../../properties/property.js";
import { schema } from "../../schema.js";
import { enumeration } from "../../types/enumeration.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${configuration}.ManagementScope`;

const restrictions = enumeration(`${configuration}.ScopeRestrictionType`, [
  "NotApplicable",
  "RecipientScope",
  "ServerScope",
  "DatabaseScope",
]);

/** Refuses a filter that cannot be read. */
const checkFilter: Column["check"] = (value, { task, parameter }) => {
  if (typeof value === "string" && value !== "") filterGiven(task, parameter, value);
};

/**
 * Which objects an assignment of a role lets somebody change: recipients, servers or databases, by a filter. Order of
 * the list from memory; columns of the view documented (New-ManagementScope, an example of the online service).
 */
export const managementScope = defineNoun({
  noun: "ManagementScope",
  called: "management scope",
  tasks: "RbacTasks",
  class: {
    name: "ManagementScope",
    objectClass: ["top", "msExchScope"],
    objectCategory: "ms-Exch-Scope",
    container: { below: "organization", path: ["CN=RBAC", "CN=Scopes"] },
  },
  typeNames: configurationTypes(typeName),
  properties: () => [
    link("RecipientRoot", ["OrganizationalUnit", "Container", "Domain"], { prints: "canonical" }),
    text("RecipientFilter", { parameter: "RecipientRestrictionFilter", check: checkFilter }),
    text("ServerFilter", { parameter: "ServerRestrictionFilter", check: checkFilter }),
    text("DatabaseFilter", { parameter: "DatabaseRestrictionFilter", check: checkFilter }),
    fixed("TenantOrganizationFilter", "string", () => ""),
    choice("ScopeRestrictionType", restrictions, { parameter: null, default: "RecipientScope" }),
    bool("Exclusive", { default: false }),
    ...configurationTail(objectVersions.exchange2010, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Name" },
        { property: "ScopeRestrictionType", alignment: "left" },
        { property: "Exclusive", alignment: "left" },
        { property: "RecipientRoot" },
        { property: "RecipientFilter" },
      ],
    },
  ],
});

const messages = {
  inUse: message({
    text: (scope: string, assignment: string) =>
      `The management scope "${scope}" can't be removed: the role assignment "${assignment}" uses it.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the rule is documented (Remove-ManagementScope), the text is not known",
  }),
  otherKind: message({
    text: (scope: string, kind: string) => `The management scope "${scope}" is a ${kind}; it has no such filter.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the rule is documented (Set-ManagementScope), the text is not known",
  }),
} as const;

const exclusive = sentence({
  text: (name: string) =>
    `Creating the exclusive scope "${name}" keeps everybody from changing the objects that match it, until a role assignment uses the scope. Do you want to continue?`,
  certainty: "unknown",
  evidence: "the warning is documented (New-ManagementScope -Force), the text is not known",
});

/** Which restrictions are given, and of what kind a scope with them is. */
const kinds: readonly (readonly [parameters: readonly string[], kind: string])[] = [
  [["ServerRestrictionFilter", "ServerList"], "ServerScope"],
  [["DatabaseRestrictionFilter", "DatabaseList"], "DatabaseScope"],
  [["RecipientRestrictionFilter", "RecipientRoot"], "RecipientScope"],
];
const kindGiven = (task: Task): string | null =>
  kinds.find(([parameters]) => parameters.some((name) => task.has(name)))?.[1] ?? null;

const lists: readonly (readonly [parameter: string, className: string, attribute: string])[] = [
  ["ServerList", "ExchangeServer", "ServerFilter"],
  ["DatabaseList", "MailboxDatabase", "DatabaseFilter"],
];

/** -ServerList and -DatabaseList: a filter over the distinguished names (from memory). */
function listFilters(task: Task): Record<string, PropertyValue> {
  const given: Record<string, PropertyValue> = {};
  for (const [parameter, className, attribute] of lists) {
    if (!task.has(parameter)) continue;
    const names = toItems(task.value(parameter)).flatMap((identity) => {
      if (!(identity instanceof IdParameter)) return [];
      const found = task.matches(identity, { classes: [className] });
      const object = task.single(found, identity.text, (each) => task.parameterNotFound(each));
      return [`DistinguishedName -eq '${distinguishedName(schema, task.topology, object).replaceAll("'", "''")}'`];
    });
    given[attribute] = names.join(" -or ");
  }
  return given;
}

/** The scopes that an assignment of roles uses. */
export function assignmentsWith(topology: Topology, scope: DirectoryObject): readonly DirectoryObject[] {
  return [...eachObject(topology, "RoleAssignment")].filter((assignment) =>
    ["CustomRecipientWriteScope", "CustomConfigWriteScope"].some((name) => {
      const target = getProperty(schema, assignment, name);
      return isReference(target) && target.guid === scope.guid;
    }),
  );
}

const isExclusive = (scope: DirectoryObject): boolean => getProperty(schema, scope, "Exclusive") === true;

export const managementScopeVerbs: NounVerbs = {
  Get: getVerb(managementScope, {
    filters: {
      Exclusive: (task) => {
        const wanted = task.isOn("Exclusive");
        return { keep: (scope) => isExclusive(scope) === wanted };
      },
      Orphan: (task) => {
        const wanted = task.isOn("Orphan");
        return { keep: (scope) => !wanted || assignmentsWith(task.topology, scope).length === 0 };
      },
    },
  }),
  New: newVerb(managementScope, {
    defaultParameterSet: "RecipientFilter",
    emulated: ["ServerList", "DatabaseList", "Force"],
    make: (task) => ({
      class: "ManagementScope",
      name: task.text("Name") ?? "",
      properties: { ScopeRestrictionType: kindGiven(task) ?? "RecipientScope", ...listFilters(task) },
    }),
    goOn: (task, { name }) =>
      !task.isOn("Exclusive") || task.isOn("Force") || task.shouldContinue(exclusive.text(name)),
  }),
  Set: setVerb(managementScope, {
    defaultParameterSet: "RecipientFilter",
    check: (task, scope) => {
      const kind = kindGiven(task);
      const own = String(getProperty(schema, scope, "ScopeRestrictionType"));
      if (kind !== null && kind !== own) throw task.failure(messages.otherKind, [scope.name, own]);
    },
  }),
  Remove: removeVerb(managementScope, {
    check: (task, scope) => {
      const [user] = assignmentsWith(task.topology, scope);
      if (user !== undefined) throw task.failure(messages.inUse, [scope.name, user.name]);
    },
  }),
};
