import { defineClass } from "../define-class.js";

/** A domain of the forest. Its name is its DNS name, and it is the root of the names of all that it holds. */
export const domain = defineClass({
  name: "Domain",
  naming: "DC",
  objectClass: ["top", "domain", "domainDNS"],
  objectCategory: "Domain-DNS",
  container: { root: true },
  properties: {
    NetBIOSName: { holds: "string" },
  },
});

/** The partition that holds what the whole forest shares. */
export const configuration = defineClass({
  name: "Configuration",
  objectClass: ["top", "configuration"],
  objectCategory: "Configuration",
  container: { belowClass: "Domain", path: [] },
  properties: {},
});

/** A plain container, such as CN=Users or CN=Databases. */
export const container = defineClass({
  name: "Container",
  objectClass: ["top", "container"],
  objectCategory: "Container",
  container: { below: "domain", path: [] },
  properties: {},
});

/** An organizational unit. */
export const organizationalUnit = defineClass({
  name: "OrganizationalUnit",
  naming: "OU",
  objectClass: ["top", "organizationalUnit"],
  objectCategory: "Organizational-Unit",
  container: { below: "domain", path: [] },
  properties: {},
});

/** An Active Directory site. */
export const site = defineClass({
  name: "ADSite",
  objectClass: ["top", "site"],
  objectCategory: "Site",
  container: { below: "configuration", path: ["CN=Sites"] },
  properties: {},
});

/** A domain controller, as the object that stands for it in its site. */
export const domainController = defineClass({
  name: "DomainController",
  objectClass: ["top", "server"],
  objectCategory: "Server",
  container: { belowClass: "ADSite", path: ["CN=Servers"] },
  properties: {
    DnsHostName: { holds: "string" },
    Domain: { holds: "reference" },
    IsGlobalCatalog: { holds: "boolean", default: true },
    /** The machine is switched off; then none of its services runs. */
    IsDown: { holds: "boolean", default: false },
  },
  indexes: {
    fqdn: { property: "DnsHostName", unique: "class" },
  },
});
