import type { ClassExtension } from "../../topology/index.js";
import { ticksPerDay } from "../../values/date-time.js";

const megabyte = 1024n ** 2n;

/** What Get-ClientAccessServer shows of a server beside what every server has. Defaults: facts/nouns.json, from memory. */
export const clientAccessServerExtension: ClassExtension = {
  name: "ExchangeServer",
  properties: {
    /** Not set: `https://fqdn/Autodiscover/Autodiscover.xml`. Cleared: the empty text. */
    AutoDiscoverServiceInternalUri: { holds: "string" },
    /** Not set: the server's site. Otherwise a record `siteScope` with the names in `sites`. */
    AutoDiscoverSiteScope: { holds: "record" },
    /** Records `alternateAccount`, the latest first; see alternate-service-account.ts. */
    AlternateServiceAccounts: { holds: "record", many: true },
    /** The array of 2010 that it stands in for, since 2013. */
    ClientAccessArray: { holds: "reference" },
    IsOutOfService: { holds: "boolean", default: false },
    IrmLogEnabled: { holds: "boolean", default: true },
    IrmLogMaxAge: { holds: "bigint", default: 30n * ticksPerDay },
    IrmLogMaxDirectorySize: { holds: ["bigint", "record"], default: 250n * megabyte },
    IrmLogMaxFileSize: { holds: "bigint", default: 10n * megabyte },
    /** Not set: `Logging\IRMLogs` below the folder in which Exchange is installed. */
    IrmLogPath: { holds: "string" },
  },
};
