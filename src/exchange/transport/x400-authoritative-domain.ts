import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { exchangeMessages } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { newVerb } from "../noun/new-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { removeVerb } from "../noun/remove-verb.js";
import { setVerb } from "../noun/set-verb.js";
import { bool, text } from "../properties/property.js";

const typeName = "Microsoft.Exchange.Data.Directory.SystemConfiguration.X400AuthoritativeDomain";

/** A domain of X.400 that the organization answers for: `C=US;A=att;P=Contoso`. Order and view from memory. */
export const x400AuthoritativeDomain = defineNoun({
  noun: "X400AuthoritativeDomain",
  called: "X.400 authoritative domain",
  class: {
    name: "X400AuthoritativeDomain",
    objectClass: ["top", "msExchAcceptedDomain", "msExchX400AuthoritativeDomain"],
    objectCategory: "ms-Exch-Accepted-Domain",
    container: { below: "organization", path: ["CN=Transport Settings", "CN=Accepted Domains"] },
  },
  typeNames: configurationTypes(typeName),
  properties: () => [
    text("X400DomainName", {
      type: "Microsoft.Exchange.Data.X400Domain",
      check: (value, { task }) => {
        const parts = String(value ?? "").split(";");
        // Attributes and their order are documented: country, ADMD, PRMD, organization, units.
        if (!parts.every((part) => /^(C|A|P|O|OU[1-4])=[^;=]*$/i.test(part.trim())))
          throw task.failure(exchangeMessages.badValue, [`"${String(value)}" isn't an X.400 domain.`]);
      },
    }),
    bool("X400ExternalRelay", { default: false }),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Name" }, { property: "X400DomainName" }, { property: "X400ExternalRelay" }],
    },
  ],
});

export const x400AuthoritativeDomainVerbs: NounVerbs = {
  Get: getVerb(x400AuthoritativeDomain),
  New: newVerb(x400AuthoritativeDomain),
  Set: setVerb(x400AuthoritativeDomain),
  Remove: removeVerb(x400AuthoritativeDomain),
};
