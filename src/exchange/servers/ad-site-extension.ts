import type { ClassExtension } from "../../topology/index.js";

/** What Exchange keeps on a site, with the defaults of a new one (facts/nouns.json: from memory). */
export const adSiteExtension: ClassExtension = {
  name: "ADSite",
  properties: {
    HubSiteEnabled: { holds: "boolean", default: false },
    InboundMailEnabled: { holds: "boolean", default: true },
    PartnerId: { holds: "number", default: -1 },
  },
};
