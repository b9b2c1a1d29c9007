import { defineClass } from "../define-class.js";

/** The Exchange organization. */
export const exchangeOrganization = defineClass({
  name: "ExchangeOrganization",
  objectClass: ["top", "container", "msExchOrganizationContainer"],
  objectCategory: "ms-Exch-Organization-Container",
  container: { below: "configuration", path: ["CN=Services", "CN=Microsoft Exchange"] },
  properties: {
    LegacyExchangeDN: { holds: "string" },
    /** Whether setup makes the mailboxes that Exchange has for itself. */
    SystemMailboxes: { holds: "boolean", default: false },
    /** The nouns whose first objects setup has made. */
    SetupDone: { holds: "string", many: true },
  },
});

/** The administrative group; since Exchange 2007 there is one, of a fixed name. */
export const administrativeGroup = defineClass({
  name: "AdministrativeGroup",
  objectClass: ["top", "container", "msExchAdminGroup"],
  objectCategory: "ms-Exch-Admin-Group",
  container: { below: "organization", path: ["CN=Administrative Groups"] },
  properties: {
    LegacyExchangeDN: { holds: "string" },
  },
});

/** The name that Exchange 2007 and later give to their administrative group. */
export const administrativeGroupName = "Exchange Administrative Group (FYDIBOHF23SPDLT)";
