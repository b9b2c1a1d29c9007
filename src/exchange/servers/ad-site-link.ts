import { listObjects, reference } from "../../topology/index.js";
import { configurationTail, nameIdentity, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { plain } from "../noun/read.js";
import { setVerb } from "../noun/set-verb.js";
import { computed, int, links, property, quota } from "../properties/property.js";
import { intKind, nullable, unlimited } from "../properties/scalar-kinds.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.ADSiteLink";

/** What Active Directory gives its first link, and Exchange a link without a cost of its own (documented). */
const usualCost = 100;

/** A link between sites; setup of the forest makes one for all. Order of the list and view from memory. */
export const adSiteLink = defineNoun({
  noun: "ADSiteLink",
  called: "Active Directory site link",
  class: {
    name: "ADSiteLink",
    objectClass: ["top", "siteLink"],
    objectCategory: "Site-Link",
    container: { below: "configuration", path: ["CN=Sites", "CN=Inter-Site Transports", "CN=IP"] },
  },
  setup: (topology) => [
    {
      class: "ADSiteLink",
      name: "DEFAULTIPSITELINK",
      properties: { Sites: listObjects(topology, "ADSite").map(({ guid }) => reference(guid)) },
    },
  ],
  typeNames: [
    typeName,
    "Microsoft.Exchange.Data.Directory.SystemConfiguration.ADNonExchangeObject",
    "Microsoft.Exchange.Data.Directory.ADObject",
    "Microsoft.Exchange.Data.Directory.ADRawEntry",
    "Microsoft.Exchange.Data.ConfigurableObject",
  ],
  properties: () => [
    // Exchange's own cost goes before Active Directory's.
    computed("Cost", "int", (source) => plain("ExchangeCost")(source) ?? plain("ADCost")(source)),
    int("ADCost", { default: usualCost, parameter: null }),
    property("ExchangeCost", nullable(intKind)),
    quota("MaxMessageSize", { default: unlimited }),
    links("Sites", "ADSite", { prints: "canonical", parameter: null }),
    ...configurationTail(objectVersions.exchange2003, { name: true, identity: "canonical" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "ADCost" }, { property: "ExchangeCost" }, { property: "Sites" }],
    },
  ],
  displayIdentity: nameIdentity,
});

export const adSiteLinkVerbs: NounVerbs = {
  Get: getVerb(adSiteLink),
  Set: setVerb(adSiteLink),
};
