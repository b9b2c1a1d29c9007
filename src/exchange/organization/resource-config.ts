import { configurationTail, configurationTypes, objectVersions } from "../noun/common-properties.js";
import { exchangeMessages } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { setVerb } from "../noun/set-verb.js";
import { texts } from "../properties/property.js";

/** What rooms and equipment may have: `Room/TV`, `Equipment/Laptop` (documented form; list from memory). */
export const resourceConfig = defineNoun({
  noun: "ResourceConfig",
  called: "resource configuration",
  class: {
    name: "ResourceConfig",
    objectClass: ["top", "msExchResourceSchema"],
    objectCategory: "ms-Exch-Resource-Schema",
    container: { below: "organization", path: ["CN=Global Settings"] },
  },
  setup: () => [{ class: "ResourceConfig", name: "Resource Schema" }],
  singleton: true,
  typeNames: configurationTypes("Microsoft.Exchange.Data.Directory.SystemConfiguration.ResourceBookingConfig"),
  properties: () => [
    texts("ResourcePropertySchema", {
      check: (value, { task }) => {
        const wrong = (Array.isArray(value) ? value.map(String) : []).find(
          (each) => !/^(Room|Equipment)\/[^/]+$/i.test(each),
        );
        if (wrong !== undefined)
          throw task.failure(exchangeMessages.badValue, [
            `"${wrong}" isn't a resource property. Write it as Room/Name or Equipment/Name.`,
          ]);
      },
    }),
    ...configurationTail(objectVersions.exchange2007, { name: true, identity: "name" }),
  ],
  views: [],
});

export const resourceConfigVerbs: NounVerbs = {
  Get: getVerb(resourceConfig, { emulated: ["Identity"] }),
  Set: setVerb(resourceConfig),
};
