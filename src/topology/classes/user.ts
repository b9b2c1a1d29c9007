import { defineClass } from "../define-class.js";

/**
 * A user account, with or without a mailbox: Get-User, Get-Mailbox, Get-CASMailbox and Get-Recipient show the same
 * object. It has a mailbox when `Database` is set.
 */
export const user = defineClass({
  name: "User",
  objectClass: ["top", "person", "organizationalPerson", "user"],
  objectCategory: "Person",
  container: { below: "domain", path: ["CN=Users"] },
  properties: {
    SamAccountName: { holds: "string" },
    UserPrincipalName: { holds: "string" },
    FirstName: { holds: "string" },
    LastName: { holds: "string" },
    DisplayName: { holds: "string" },
    Alias: { holds: "string" },
    /** Addresses with their prefix: `SMTP:` for the primary one, `smtp:` for the others, `x500:` and so on. */
    EmailAddresses: { holds: "string", many: true },
    /** Not indexed: it is long, and asked for too rarely to be kept twice for 100,000 users. */
    LegacyExchangeDN: { holds: "string" },
    /** The mailbox database. */
    Database: { holds: "reference" },
    ExchangeGuid: { holds: "string" },
    RecipientTypeDetails: { holds: "string", default: "User" },
  },
  indexes: {
    alias: { property: "Alias" },
    address: { property: "EmailAddresses", unique: "forest" },
    samAccountName: { property: "SamAccountName", unique: "forest" },
    userPrincipalName: { property: "UserPrincipalName", unique: "forest" },
    database: { property: "Database" },
  },
});
