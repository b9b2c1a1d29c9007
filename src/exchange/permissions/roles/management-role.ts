import { getProperty } from "../../../topology/index.js";
import { toText } from "../../../values/text.js";
import { configurationTail, configurationTypes, objectVersions } from "../../noun/common-properties.js";
import { getVerb } from "../../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../../noun/noun.js";
import { bool, fixed, link, text } from "../../properties/property.js";
import { schema } from "../../schema.js";
import { builtInRoles } from "./built-in.js";
import { afterLateSetup } from "./late.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.ExchangeRole";

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
  },
  lateSetup: () =>
    builtInRoles.map(({ name, roleType, isEndUserRole }) => ({
      class: "ManagementRole",
      name,
      properties: { RoleType: roleType, IsEndUserRole: isEndUserRole },
    })),
  typeNames: configurationTypes(typeName),
  properties: () => [
    text("RoleType", { default: "Custom" }),
    link("Parent", "ManagementRole", { attribute: "ParentRole", parameter: null }),
    text("Description"),
    fixed("IsRootRole", "bool", () => true),
    bool("IsEndUserRole", { default: false }),
    ...configurationTail(objectVersions.exchange2010, { name: true, identity: "name" }),
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

export const managementRoleVerbs: NounVerbs = afterLateSetup({
  Get: {
    optional: ["Identity"],
    ...getVerb(managementRole, {
      defaultParameterSet: "Identity",
      filters: {
        RoleType: (task) => {
          const wanted = toText(task.cmdlet.context, task.value("RoleType")).toLowerCase();
          return { keep: (role) => String(getProperty(schema, role, "RoleType")).toLowerCase() === wanted };
        },
      },
    }),
  },
});
