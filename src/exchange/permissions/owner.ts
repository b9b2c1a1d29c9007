import { defineNoun, type NounView } from "../noun/noun.js";
import { live } from "../noun/read.js";
import { computed, fixed } from "../properties/property.js";
import { placeIdentity } from "./permission-rows.js";

const typeName = "Microsoft.Exchange.Management.RecipientTasks.OwnerPresentationObject";

/** What -Owner of Get-ADPermission and Get-MailboxPermission gives (type, list and view from memory). */
export const objectOwner = defineNoun({
  noun: "the owners of objects",
  identity: { classes: [] },
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("Owner", "Microsoft.Exchange.Configuration.Tasks.SecurityPrincipalIdParameter", live("Owner")),
    placeIdentity,
    fixed("IsValid", "bool", () => true),
  ],
  views: [],
});

export const ownerView: NounView = {
  kind: "table",
  name: typeName,
  typeNames: [typeName],
  columns: [{ property: "Identity" }, { property: "Owner" }],
};
