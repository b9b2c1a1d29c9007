import { defineClass } from "../define-class.js";

/** The roles that a server of Exchange 2007 or 2010 may have, in the order in which Exchange lists them. */
export const serverRoles = ["Mailbox", "ClientAccess", "UnifiedMessaging", "HubTransport", "Edge"] as const;

/** A role of a server. */
export type ServerRole = (typeof serverRoles)[number];

/** The editions of a server. */
export const serverEditions = [
  "Standard",
  "StandardEvaluation",
  "Enterprise",
  "EnterpriseEvaluation",
  "Coexistence",
  "CoexistenceEvaluation",
] as const;

/** The edition of a server. */
export type ServerEdition = (typeof serverEditions)[number];

/** A server of the organization. ClientAccessServer, MailboxServer and TransportServer are views of the same object. */
export const exchangeServer = defineClass({
  name: "ExchangeServer",
  objectClass: ["top", "server", "msExchExchangeServer"],
  objectCategory: "ms-Exch-Exchange-Server",
  container: { below: "administrativeGroup", path: ["CN=Servers"] },
  properties: {
    Fqdn: { holds: "string" },
    /** The site that the server is in. */
    Site: { holds: "reference" },
    /** Members of `serverRoles`, in that order. */
    ServerRole: { holds: "string", many: true },
    /** A member of `serverEditions`. */
    Edition: { holds: "string" },
    /** A record `serverVersion`: numbers major, minor, build, revision. */
    AdminDisplayVersion: { holds: "record" },
    ExchangeLegacyDN: { holds: "string" },
    DataPath: { holds: "string" },
    /** The group that the server is a member of. */
    DatabaseAvailabilityGroup: { holds: "reference" },
    /** The machine is switched off; then none of its services runs. */
    IsDown: { holds: "boolean", default: false },
  },
  indexes: {
    fqdn: { property: "Fqdn", unique: "class" },
    legacyDN: { property: "ExchangeLegacyDN", unique: "forest" },
    site: { property: "Site" },
    availabilityGroup: { property: "DatabaseAvailabilityGroup" },
  },
});
