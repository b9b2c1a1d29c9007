import {
  type ClassExtension,
  type DirectoryObject,
  getObject,
  getProperty,
  isRecord,
  listObjects,
  type NewObject,
  type PropertyDefinition,
  type Topology,
} from "../../topology/index.js";
import { declareInDirectory, schema } from "../schema.js";
import { accountControlFlag } from "./account-control.js";

/** What the module keeps that no noun of Exchange's has: attributes of accounts, computers, subnets. */

const holdsText = (...names: readonly string[]): Record<string, PropertyDefinition> =>
  Object.fromEntries(names.map((name) => [name, { holds: "string" } as const]));

const flags: Record<string, PropertyDefinition> = Object.fromEntries(
  Object.values(accountControlFlag).map(({ property }) => [property, { holds: "boolean" } as const]),
);

const accountProperties: Record<string, PropertyDefinition> = {
  ...flags,
  AccountDisabled: { holds: "boolean" },
  /** Made without one: it can't be turned on before it gets one. */
  HasNoPassword: { holds: "boolean" },
  AccountExpirationDate: { holds: "bigint" },
  PasswordLastSet: { holds: "bigint" },
  ServicePrincipalNames: { holds: "string", many: true },
};

const everywhere: Record<string, PropertyDefinition> = {
  ...holdsText("Description"),
  ProtectedFromAccidentalDeletion: { holds: "boolean" },
};
const people = holdsText("Division", "Organization", "EmployeeID", "EmployeeNumber", "OtherName", "Mail");

const extensions: readonly ClassExtension[] = [
  {
    name: "User",
    properties: {
      ...everywhere,
      ...people,
      ...accountProperties,
      ...holdsText("HomeDirectory", "HomeDrive", "ProfilePath", "ScriptPath", "LogonWorkstations"),
    },
  },
  { name: "Contact", properties: { ...everywhere, ...people } },
  { name: "Group", properties: { ...everywhere, ...holdsText("Mail", "WebPage") } },
  {
    name: "OrganizationalUnit",
    properties: {
      ...everywhere,
      ...holdsText("DisplayName", "City", "CountryOrRegion", "PostalCode", "StateOrProvince", "StreetAddress"),
      ManagedBy: { holds: "reference" },
    },
  },
  { name: "NetworkSubnet", properties: { ...everywhere, ...holdsText("Location") } },
  { name: "ADSite", properties: { ...everywhere, ...holdsText("Location"), ManagedBy: { holds: "reference" } } },
];
for (const extension of extensions) declareInDirectory({ noun: `ActiveDirectory ${extension.name}`, extension });

// Where the controllers' accounts lie in every domain.
declareInDirectory({
  noun: "Domain Controllers",
  setup: () => [{ class: "OrganizationalUnit", name: "Domain Controllers" }],
});

/** Windows of a server's time (documented). */
const systems = {
  old: { name: "Windows Server 2008 R2 Enterprise", version: "6.1 (7601)", servicePack: "Service Pack 1" },
  2013: { name: "Windows Server 2012 R2 Standard", version: "6.3 (9600)", servicePack: "" },
  2016: { name: "Windows Server 2016 Standard", version: "10.0 (14393)", servicePack: "" },
  2019: { name: "Windows Server 2019 Standard", version: "10.0 (17763)", servicePack: "" },
} as const;

declareInDirectory({
  noun: "ADComputer",
  definition: {
    name: "Computer",
    objectClass: ["top", "person", "organizationalPerson", "user", "computer"],
    objectCategory: "Computer",
    container: { below: "domain", path: ["CN=Computers"] },
    properties: {
      ...everywhere,
      ...accountProperties,
      ...holdsText("DisplayName", "SamAccountName", "UserPrincipalName", "DnsHostName", "Location"),
      ...holdsText("OperatingSystem", "OperatingSystemVersion", "OperatingSystemServicePack"),
      IsDomainController: { holds: "boolean" },
    },
    indexes: { samAccountName: { property: "SamAccountName", unique: "forest" } },
  },
  // The computers of the forest that are known: its Exchange servers and its domain controllers.
  lateSetup: (topology) => [
    ...listObjects(topology, "ExchangeServer").map((server) => accountOf(topology, server, "Fqdn", false)),
    ...listObjects(topology, "DomainController").map((server) => accountOf(topology, server, "DnsHostName", true)),
  ],
});

/** The account of a machine; a machine that is both has one. */
function accountOf(
  topology: Topology,
  server: DirectoryObject,
  nameProperty: string,
  isController: boolean,
): NewObject {
  const fqdn = getProperty(schema, server, nameProperty);
  const system = systems[releaseOf(server)];
  return {
    class: "Computer",
    name: server.name,
    ...(isController ? controllersUnit(topology) : {}),
    properties: {
      SamAccountName: `${server.name}$`,
      DnsHostName: typeof fqdn === "string" ? fqdn : null,
      IsDomainController: isController,
      OperatingSystem: system.name,
      OperatingSystemVersion: system.version,
      OperatingSystemServicePack: system.servicePack || null,
      PasswordLastSet: server.whenCreated,
    },
  };
}

/** The controllers' own unit, where the organization has it. */
function controllersUnit(topology: Topology): Pick<NewObject, "parent"> {
  const unit = listObjects(topology, "OrganizationalUnit").find(
    ({ name, parent }) => name === "Domain Controllers" && isDomain(topology, parent),
  );
  return unit === undefined ? {} : { parent: unit.guid };
}

const isDomain = (topology: Topology, guid: string | null): boolean =>
  guid !== null && getObject(topology, guid)?.class === "Domain";

/** By the build of Exchange; controllers have none. */
function releaseOf(server: DirectoryObject): keyof typeof systems {
  const version = server.class === "ExchangeServer" ? getProperty(schema, server, "AdminDisplayVersion") : null;
  if (!isRecord(version) || version.major !== 15) return "old";
  return version.minor === 0 ? 2013 : version.minor === 1 ? 2016 : 2019;
}
