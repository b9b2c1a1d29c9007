import type { DirectoryObject } from "../../topology/index.js";
import { canonicalIdentity, objectVersions, presentationTail, presentationTypes } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { MultiValuedChange } from "../parameters/multi-valued-parameter.js";
import { computed } from "../properties/property.js";
import { anyPrincipal, recipientTypeDetails, textOf, typeDetailsOf } from "../recipients/recipient-types.js";
import { sidOf } from "../recipients/security-identifier.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.ExtendedSecurityPrincipal";

const isPrincipal = ({ class: name, properties }: DirectoryObject): boolean =>
  name === "User" || (name === "Group" && String(properties.GroupType ?? "").includes("SecurityEnabled"));

/** Who may get permissions: users and security groups. Order and view from memory. */
export const securityPrincipal = defineNoun({
  noun: "SecurityPrincipal",
  tasks: "RecipientTasks",
  identity: { ...anyPrincipal, classes: ["User", "Group"], where: isPrincipal, wildcards: "several" },
  typeNames: presentationTypes(typeName),
  properties: () => [
    computed("DisplayName", "string", ({ object }) => textOf(object, "DisplayName") || object.name),
    computed("SID", "System.Security.Principal.SecurityIdentifier", sidOf),
    computed("SamAccountName", "string", ({ object }) => textOf(object, "SamAccountName")),
    computed("Type", "string", ({ object }) => (object.class === "User" ? "User" : "Group")),
    computed("RecipientTypeDetails", recipientTypeDetails.fullName, ({ object }) =>
      recipientTypeDetails(typeDetailsOf(object)),
    ),
    ...presentationTail(objectVersions.exchange2003, { name: true, identity: "canonical" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "Type" }, { property: "SamAccountName" }],
    },
  ],
  displayIdentity: canonicalIdentity,
});

/** -Types: `User`, `GlobalSecurityGroup`, `UniversalSecurityGroup`, … (documented values). */
function ofTypes(task: Task): (object: DirectoryObject) => boolean {
  const value = task.value("Types");
  const wanted = value instanceof MultiValuedChange ? value.applyTo([]).map((each) => each.toLowerCase()) : [];
  return ({ class: name, properties }) => {
    if (name === "User") return wanted.includes("user");
    const type = String(properties.GroupType ?? "");
    return wanted.some(
      (each) => each.endsWith("securitygroup") && type.toLowerCase().startsWith(each.replace("securitygroup", "")),
    );
  };
}

export const securityPrincipalVerbs: NounVerbs = {
  Get: getVerb(securityPrincipal, {
    limited: true,
    filters: {
      Types: (task) => ({ keep: ofTypes(task) }),
      // Role groups take users with mailboxes, and universal security groups (documented).
      RoleGroupAssignable: () => ({
        keep: ({ class: name, properties }) =>
          name === "Group" ? String(properties.GroupType ?? "").startsWith("Universal") : properties.Database != null,
      }),
    },
    // There is one domain.
    accepted: ["IncludeDomainLocalFrom"],
  }),
};
