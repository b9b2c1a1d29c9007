import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { choice, int, text, texts } from "../properties/property.js";
import { enumeration } from "../types/enumeration.js";
import { configuration } from "./virtual-directory-rows.js";

const typeName = `${configuration}.OutlookProvider`;
const className = "OutlookProvider";

const providerFlags = enumeration(`${configuration}.OutlookProviderFlags`, ["None", "ServerExclusiveConnect"]);

/** The providers of every organization, in the order in which they are listed: RPC, RPC over HTTP, the web. */
const builtIn = ["EXCH", "EXPR", "WEB"];

/** What Autodiscover tells Outlook for a way to connect. Defaults: facts/nouns.json, documented; view from memory. */
export const outlookProvider = defineNoun({
  noun: "OutlookProvider",
  called: "Outlook provider",
  class: {
    name: className,
    objectClass: ["top", "msExchAutoDiscoverConfig"],
    objectCategory: "ms-Exch-Auto-Discover-Config",
    container: { below: "organization", path: ["CN=Client Access", "CN=AutoDiscover", "CN=Outlook"] },
  },
  setup: () => builtIn.map((name) => ({ class: className, name })),
  typeNames: configurationTypes(typeName),
  properties: () => [
    text("CertPrincipalName"),
    text("Server"),
    int("TTL", { default: 1 }),
    choice("OutlookProviderFlags", providerFlags, { default: "None" }),
    texts("RequiredClientVersions", { since: "2013" }),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "Server" }, { property: "CertPrincipalName" }, { property: "TTL" }],
    },
  ],
});

export const outlookProviderVerbs: NounVerbs = {
  Get: getVerb(outlookProvider),
  New: newVerb(outlookProvider),
  Set: setVerb(outlookProvider),
  Remove: removeVerb(outlookProvider),
};
