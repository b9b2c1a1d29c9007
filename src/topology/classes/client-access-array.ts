import { defineClass } from "../define-class.js";

/**
 * A Client Access array: one FQDN tied to one site. Its members aren't stored: they are the site's Client Access
 * servers at any time.
 */
export const clientAccessArray = defineClass({
  name: "ClientAccessArray",
  objectClass: ["top", "server", "msExchExchangeServer", "msExchClientAccessArray"],
  objectCategory: "ms-Exch-Client-Access-Array-2",
  container: { below: "administrativeGroup", path: ["CN=Arrays"] },
  properties: {
    Fqdn: { holds: "string" },
    Site: { holds: "reference" },
    ExchangeLegacyDN: { holds: "string" },
  },
  indexes: {
    fqdn: { property: "Fqdn", unique: "class" },
    legacyDN: { property: "ExchangeLegacyDN", unique: "forest" },
    site: { property: "Site", unique: "class" },
  },
});
