import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { link } from "../noun/read.js";
import { computed, fixed } from "../properties/property.js";
import { hasRole } from "../servers/roles.js";
import { edgeSubscribing } from "./edge-synchronization.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.EdgeSubscription";

/**
 * The subscription of an Edge Transport server: there is none before somebody subscribes one, which takes a file that only
 * such a server writes. Order and view from memory.
 */
export const edgeSubscription = defineNoun({
  noun: "EdgeSubscription",
  called: "Edge Subscription",
  identity: { classes: ["ExchangeServer"], where: (server) => hasRole(server, "Edge") },
  typeNames: configurationTypes(typeName),
  properties: () => [
    computed("Site", "Microsoft.Exchange.Data.Directory.ADObjectId", link("Site", "canonical")),
    computed("Domain", "string", ({ object }) =>
      String(object.properties.Fqdn ?? "")
        .split(".")
        .slice(1)
        .join("."),
    ),
    fixed("LeaseTicket", "string", () => ""),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "Site" }, { property: "Domain" }],
    },
  ],
});

export const edgeSubscriptionVerbs: NounVerbs = {
  Get: getVerb(edgeSubscription),
  ...edgeSubscribing(edgeSubscription),
};
