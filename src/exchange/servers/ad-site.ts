import { configurationTail, nameIdentity, objectVersions } from "../noun/common-properties.js";
import { sentence } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type Verb, type VerbBehaviour } from "../noun/noun.js";
import { plain } from "../noun/read.js";
import { setVerb, store } from "../noun/set-verb.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.ADSite";

/** An Active Directory site, as Exchange sees it. Order of the list and view from memory (facts/nouns.json). */
export const adSite = defineNoun({
  noun: "ADSite",
  identity: { classes: ["ADSite"], wildcards: true },
  typeNames: [
    typeName,
    "Microsoft.Exchange.Data.Directory.SystemConfiguration.ADNonExchangeObject",
    "Microsoft.Exchange.Data.Directory.ADObject",
    "Microsoft.Exchange.Data.Directory.ADRawEntry",
    "Microsoft.Exchange.Data.ConfigurableObject",
  ],
  properties: () => [
    { name: "HubSiteEnabled", type: "bool", read: plain("HubSiteEnabled") },
    { name: "InboundMailEnabled", type: "bool", read: plain("InboundMailEnabled") },
    { name: "PartnerId", type: "int", read: plain("PartnerId") },
    { name: "MinorPartnerId", type: "int", read: () => -1 },
    {
      name: "ResponsibleForSites",
      type: "Microsoft.Exchange.Data.MultiValuedProperty[Microsoft.Exchange.Data.Directory.ADObjectId]",
      read: () => multiValuedProperty([]),
    },
    ...configurationTail(objectVersions.exchange2003, { name: true, identity: "canonical" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name", width: 30 }, { property: "HubSiteEnabled" }],
    },
  ],
  displayIdentity: nameIdentity,
});

const isTrue = (value: unknown): boolean => value === true;

export const adSiteVerbs: Readonly<Partial<Record<Verb, VerbBehaviour>>> = {
  Get: getVerb(adSite, { taskClass: "SystemConfigurationTasks.GetADSite" }),
  Set: setVerb(adSite, {
    taskClass: "SystemConfigurationTasks.SetADSite",
    setters: {
      HubSiteEnabled: store("HubSiteEnabled", (_task, value) => isTrue(value)),
      InboundMailEnabled: store("InboundMailEnabled", (_task, value) => isTrue(value)),
      PartnerId: store("PartnerId", (_task, value) => (typeof value === "number" ? value : null)),
    },
    sentence: sentence({
      text: (identity: string) => `Setting Active Directory site "${identity}".`,
      certainty: "unknown",
      evidence: "our wording: no capture of the question is known",
    }),
  }),
};
