import { listObjects } from "../../topology/index.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";

/** The names that may stand behind the @ of accounts: the domains of the forest. What it gives is text. */
export const userPrincipalNamesSuffix = defineNoun({
  noun: "UserPrincipalNamesSuffix",
  identity: { classes: ["Domain"] },
  typeNames: ["Microsoft.Exchange.Management.RecipientTasks.UserPrincipalNamesSuffix"],
  properties: () => [],
  views: [],
});

export const userPrincipalNamesSuffixVerbs: NounVerbs = {
  Get: {
    taskClass: "RecipientTasks.GetUserPrincipalNamesSuffix",
    emulated: [],
    // No unit has suffixes of its own here.
    accepted: ["OrganizationalUnit"],
    process: (task) => {
      for (const { name } of listObjects(task.topology, "Domain")) task.cmdlet.writeObject(name);
    },
  },
};

/** Other forests and domains that this one trusts: there are none. */
export const trust = defineNoun({
  noun: "Trust",
  identity: { classes: ["Domain"] },
  typeNames: ["Microsoft.Exchange.Data.Directory.ADDomainTrustInfo"],
  properties: () => [],
  views: [],
});

export const trustVerbs: NounVerbs = {
  Get: { taskClass: "SystemConfigurationTasks.GetTrust", emulated: [], accepted: ["DomainName"], process: () => {} },
};
