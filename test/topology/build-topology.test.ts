import { describe, expect, it } from "vitest";
import {
  buildTopology,
  canonicalName,
  compareTopologies,
  coreSchema,
  findByIndex,
  followReference,
  getProperty,
  isReference,
  listObjects,
  TopologyErrors,
  type TopologySpec,
} from "../../src/topology/index.js";

/** The faults that a description is refused for, a line each. */
function faults(spec: unknown): string[] {
  try {
    buildTopology(spec as TopologySpec);
  } catch (error) {
    if (error instanceof TopologyErrors) return error.errors.map((each) => each.message);
    throw error;
  }
  return [];
}

const twoSites: TopologySpec = {
  domain: "contoso.com",
  organization: "Contoso",
  sites: ["London", "Leeds"],
  servers: [
    { name: "LON-MBX1", site: "London", roles: ["Mailbox"], version: "14.2.247.5", edition: "Standard" },
    { name: "LON-CAS1", site: "London", roles: ["HubTransport", "ClientAccess"] },
    { name: "LDS-EX1", site: "leeds" },
    { name: "LDS-EX2", site: "Leeds" },
  ],
  availabilityGroups: [{ name: "DAG01", members: ["LDS-EX1", "LDS-EX2"], ipAddresses: ["10.0.0.5"] }],
  clientAccessArrays: [{ fqdn: "outlook.leeds.contoso.com", site: "Leeds" }],
  databases: [
    { name: "DB1", server: "LON-MBX1" },
    { name: "DB2", server: "LDS-EX1", copies: ["LDS-EX2"] },
    { name: "DB3", server: "LDS-EX1", rpcClientAccessServer: "lds-ex1.contoso.com" },
    { name: "RDB", server: "LDS-EX1", recovery: true },
  ],
  organizationalUnits: ["Sales/East", "Sales/West"],
  mailboxes: [
    "Alan Reid",
    { name: "Alan Reid", alias: "areid2", organizationalUnit: "Sales/East", database: "db1" },
    { name: "Ops", type: "SharedMailbox", emailAddresses: ["ops@contoso.com", "root@contoso.com"] },
  ],
};

describe("buildTopology", () => {
  const topology = buildTopology(twoSites);
  const databases = listObjects(topology, "MailboxDatabase");
  const target = (object: (typeof databases)[number] | undefined, property: string): string | undefined => {
    const value = object?.properties[property] ?? null;
    const found = isReference(value) ? followReference(topology, value) : undefined;
    return found?.state === "live" ? found.object.name : found?.state;
  };

  it("sets RpcClientAccessServer as Exchange does: array of the site, else the server, else another one of the site", () => {
    expect(databases.map((database) => [database.name, database.properties.RpcClientAccessServer])).toEqual([
      ["DB1", "LON-CAS1.contoso.com"],
      ["DB2", "outlook.leeds.contoso.com"],
      ["DB3", "lds-ex1.contoso.com"],
      ["RDB", "outlook.leeds.contoso.com"],
    ]);
  });

  it("names an array after the first label of its FQDN", () => {
    expect(listObjects(topology, "ClientAccessArray").map((array) => array.name)).toEqual(["outlook"]);
  });

  it("makes copies, and gives databases of a group to the group", () => {
    const copies = listObjects(topology, "DatabaseCopy").filter((copy) => copy.parent === databases[1]?.guid);
    expect(copies.map((copy) => [copy.name, copy.properties.ActivationPreference])).toEqual([
      ["LDS-EX1", 1],
      ["LDS-EX2", 2],
    ]);
    expect(databases.map((database) => target(database, "MasterServerOrAvailabilityGroup"))).toEqual([
      "LON-MBX1",
      "DAG01",
      "DAG01",
      "DAG01",
    ]);
    expect(databases.map((database) => database.properties.LogFilePrefix)).toEqual(["E00", "E00", "E01", "E02"]);
  });

  it("gives servers what it was told, in Exchange's order", () => {
    const [mailbox, access] = listObjects(topology, "ExchangeServer");
    expect(mailbox?.properties).toMatchObject({
      Edition: "Standard",
      AdminDisplayVersion: { kind: "serverVersion", major: 14, minor: 2, build: 247, revision: 5 },
      ExchangeLegacyDN:
        "/o=Contoso/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Configuration/cn=Servers/cn=LON-MBX1",
    });
    expect(access?.properties.ServerRole).toEqual(["ClientAccess", "HubTransport"]);
  });

  it("gives servers the version and the roles of the organization's release; arrays end with 2010", () => {
    const topology = buildTopology({
      domain: "contoso.com",
      release: "2013",
      servers: ["EX13", { name: "EX10", version: "14.3.123.4" }, { name: "EX16", version: "15.1.2507.6" }],
      clientAccessArrays: [{ fqdn: "outlook.contoso.com", site: "Default-First-Site-Name" }],
      databases: [
        { name: "DB13", server: "EX13" },
        { name: "DB10", server: "EX10" },
        { name: "DB16", server: "EX16" },
      ],
    });
    expect(listObjects(topology, "ExchangeServer").map(({ properties }) => properties.ServerRole)).toEqual([
      ["Mailbox", "ClientAccess"],
      ["Mailbox", "ClientAccess", "HubTransport"],
      ["Mailbox"],
    ]);
    expect(listObjects(topology, "MailboxDatabase").map(({ properties }) => properties.RpcClientAccessServer)).toEqual([
      "EX13.contoso.com",
      "outlook.contoso.com",
      "EX16.contoso.com",
    ]);
    expect(faults({ domain: "contoso.com", release: "2007" })).toEqual([
      'release: "2007" won\'t do. Give one of 2010, 2013, 2016, 2019.',
    ]);
  });

  it("spreads mailboxes without a database over those that can have them, and finds them by every index", () => {
    const users = listObjects(topology, "User");
    expect(users.map((user) => [canonicalName(topology, user), target(user, "Database")])).toEqual([
      ["contoso.com/Users/Alan Reid", "DB1"],
      ["contoso.com/Sales/East/Alan Reid", "DB1"],
      ["contoso.com/Users/Ops", "DB3"],
    ]);
    expect(findByIndex(topology, "User", "name", "ALAN REID")).toHaveLength(2);
    expect(findByIndex(topology, "User", "alias", "areid2")).toEqual([users[1]]);
    expect(findByIndex(topology, "User", "address", "smtp:root@contoso.com")).toEqual([users[2]]);
    expect(findByIndex(topology, "User", "database", databases[0]?.guid ?? "")).toEqual([users[0], users[1]]);
    expect(users[0] && getProperty(coreSchema, users[0], "RecipientTypeDetails")).toBe("UserMailbox");
  });

  it("gives the same for the same description", () => {
    const again = buildTopology(twoSites);
    expect(again).toEqual(topology);
    expect(compareTopologies(topology, again)).toEqual([]);
    expect(buildTopology({ ...twoSites, seed: 2 })).not.toEqual(topology);
  });
});

describe("a wrong description", () => {
  it("is refused with all its faults, each with its place and how it should be", () => {
    expect(
      faults({
        domain: "contoso.com",
        sites: ["London"],
        servers: [
          { name: "EX01", site: "Lodon" },
          { name: "A-NAME-FAR-TOO-LONG" },
          { name: "EX02", roles: ["Mailbox", "Cas"], version: "SP3" },
          { name: "EX03", roles: ["ClientAccess"], sever: 1 },
          { name: "ex02" },
        ],
        databases: [
          { name: "DB1", server: "EX03" },
          { name: "DB2", server: "EX02", copies: ["EX01", "EX02"] },
          { name: "", server: "EX02" },
          { name: "RDB", server: "EX02", recovery: "yes" },
        ],
        availabilityGroups: [{ name: "DAG01", members: ["EX03", "EX09"] }],
        mailboxes: [{ name: "Alan Reid", database: "DB9" }, { name: "Bad", emailAddresses: ["nobody"] }, 5],
      }),
    ).toEqual([
      'servers[0].site: there is no site "Lodon". Described are: london.',
      'servers[1].name: "A-NAME-FAR-TOO-LONG" is no name for a computer: up to 15 letters, digits and hyphens.',
      'servers[2].roles[1]: "Cas" won\'t do. Give one of Mailbox, ClientAccess, UnifiedMessaging, HubTransport, Edge.',
      'servers[2].version: "SP3" is no version. Write it as 14.3.123.4.',
      'servers[3]: there is no field "sever". The fields are name, site, roles, edition, version.',
      'servers[4]: the name "ex02" is given twice.',
      "availabilityGroups[0].members[0]: the server EX03 lacks the Mailbox role.",
      'availabilityGroups[0].members[1]: there is no server "EX09". Described are: ex01, ex02, ex03.',
      "databases[0].server: the server EX03 lacks the Mailbox role.",
      'databases[1].copies[0]: copies need servers of one availability group: put EX02 and "EX01" into one.',
      'databases[1].copies[1]: the server "EX02" has a copy already.',
      'databases[2].name: "" won\'t do. Give a text such as "Mailbox Database 1".',
      'databases[3].recovery: "yes" won\'t do. Give true or false.',
      'mailboxes[0].database: there is no database "DB9". Described are: db1, db2, rdb.',
      'mailboxes[1].emailAddresses[0]: "nobody" is no address. Write it as name@domain.',
      'mailboxes[2].name: 5 won\'t do. Give a text such as "Alan Reid".',
    ]);
  });

  it.each<[string, unknown, string]>([
    ["no domain", {}, 'domain: it is missing. Give a text such as "contoso.com".'],
    [
      "a domain of one label",
      { domain: "contoso" },
      'domain: "contoso" is no DNS name of a domain. Write it as contoso.com.',
    ],
    [
      "no site",
      { domain: "contoso.com", sites: [] },
      "sites: a forest has at least one site. Leave it out for Default-First-Site-Name.",
    ],
    [
      "a time without zone",
      { domain: "contoso.com", now: "2013-06-03T09:00:00" },
      'now: "2013-06-03T09:00:00" is no point in time. Write it as 2013-06-03T09:00:00Z.',
    ],
    ["a text for a list", { domain: "contoso.com", servers: "EX01" }, 'servers: "EX01" won\'t do. Give a list.'],
    [
      "a text for mailboxes",
      { domain: "contoso.com", mailboxes: "Alan" },
      'mailboxes: "Alan" won\'t do. Give a list of names or descriptions.',
    ],
    [
      "mailboxes without a database",
      { domain: "contoso.com", mailboxes: ["Alan"] },
      "mailboxes[0]: a mailbox needs a database. Describe one that is no recovery database.",
    ],
  ])("%s", (_, spec, message) => {
    expect(faults(spec)[0]).toBe(message);
  });

  it("that gives a name, an alias or an address twice says who has it", () => {
    const base = { domain: "contoso.com", servers: ["EX01"], databases: [{ name: "DB1", server: "EX01" }] };
    expect(faults({ ...base, mailboxes: ["Alan Reid", "alan reid"] })).toContain(
      'mailboxes[1]: The name "alan reid" is taken by a User in the same container.',
    );
    expect(faults({ ...base, mailboxes: ["Alan Reid", { name: "A. R.", alias: "Alan.Reid" }] })).toEqual([
      'mailboxes[1]: The address "smtp:alan.reid@contoso.com" is taken by the User "Alan Reid".',
      'mailboxes[1]: The samAccountName "alan.reid" is taken by the User "Alan Reid".',
      'mailboxes[1]: The userPrincipalName "alan.reid@contoso.com" is taken by the User "Alan Reid".',
    ]);
    const site = "Default-First-Site-Name";
    const clientAccessArrays = ["a.contoso.com", "b.contoso.com"].map((fqdn) => ({ fqdn, site }));
    expect(faults({ domain: "contoso.com", clientAccessArrays })).toEqual([
      `clientAccessArrays[1].site: the site ${site} has the array a.contoso.com already, and a site has one at most.`,
    ]);
  });

  it("of 100 faults tells 25", () => {
    const mailboxes = Array.from({ length: 100 }, () => 1);
    const told = faults({
      domain: "contoso.com",
      servers: ["EX01"],
      databases: [{ name: "DB1", server: "EX01" }],
      mailboxes,
    });
    expect([told.length, told[25]]).toEqual([26, "and 75 more."]);
  });
});
