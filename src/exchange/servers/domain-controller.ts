import { type DirectoryObject, domainOf, getProperty, listObjects, pathOf } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { configurationTail, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { link, plain } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import { computed } from "../properties/property.js";
import { schema } from "../schema.js";
import { ADObjectId } from "../types/ad-object-id.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.ADServer";
const id = "Microsoft.Exchange.Data.Directory.ADObjectId";

/** The site that a domain controller's object lies in. */
function siteOf({ topology, object }: Source): Value {
  const site = pathOf(topology, object).findLast(({ class: name }) => name === "ADSite");
  return site === undefined ? null : new ADObjectId(topology, site, "canonical");
}

/** A domain controller. Names, order and view are from memory: no capture is known. */
export const domainController = defineNoun({
  noun: "DomainController",
  identity: { classes: ["DomainController"], wildcards: true },
  typeNames: [
    typeName,
    "Microsoft.Exchange.Data.Directory.SystemConfiguration.ADNonExchangeObject",
    "Microsoft.Exchange.Data.Directory.ADObject",
    "Microsoft.Exchange.Data.Directory.ADRawEntry",
    "Microsoft.Exchange.Data.ConfigurableObject",
  ],
  properties: () => [
    computed("DnsHostName", "string", plain("DnsHostName")),
    computed("ADSite", id, siteOf),
    computed("Domain", id, link("Domain", "name")),
    computed("IsGlobalCatalog", "bool", plain("IsGlobalCatalog"), { certainty: "unknown" }),
    ...configurationTail(objectVersions.exchange2003, { name: true, identity: "canonical" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "DnsHostName", width: 40 }, { property: "ADSite" }],
    },
  ],
});

export const domainControllerVerbs: NounVerbs = {
  Get: getVerb(domainController, {
    defaultParameterSet: "DomainController",
    unnamed: true,
    filters: {
      DomainName: (task) => ({ keep: named(task.text("DomainName"), (object) => domainOf(task.topology, object)) }),
      // There is one forest, named like its first domain.
      Forest: (task) => ({
        keep: named(task.text("Forest"), () => listObjects(task.topology, "Domain")[0]?.name ?? ""),
      }),
      GlobalCatalog: () => ({ keep: (object) => getProperty(schema, object, "IsGlobalCatalog") === true }),
    },
  }),
};

function named(wanted: string | null, nameOf: (object: DirectoryObject) => string) {
  const key = (wanted ?? "").toLowerCase();
  return (object: DirectoryObject): boolean => nameOf(object).toLowerCase() === key;
}
