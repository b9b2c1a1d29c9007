import { describe, expect, it } from "vitest";
import {
  canonicalName,
  coreSchema,
  countObjects,
  danglingReferences,
  distinguishedName,
  followReference,
  isReference,
  listObjects,
  startingPointsOf,
  type Topology,
  topologies,
} from "../../src/topology/index.js";

const names = (topology: Topology, className: string): string[] =>
  listObjects(topology, className).map((object) => object.name);

/** What a link of an object leads to, by name. */
function linked(
  topology: Topology,
  object: { properties: Readonly<Record<string, unknown>> },
  property: string,
): string {
  const value = object.properties[property];
  if (!isReference(value as never)) return "";
  const target = followReference(topology, value as never);
  return target.state === "live" ? target.object.name : target.state;
}

describe("the starting points of a later release", () => {
  const servers = (topology: Topology): unknown[] =>
    listObjects(topology, "ExchangeServer").map(({ name, properties }) => [
      name,
      properties.AdminDisplayVersion,
      properties.ServerRole,
      properties.DataPath,
    ]);

  it("are the same organizations with servers of that release", () => {
    const version = { kind: "serverVersion", major: 15, minor: 1, build: 2507, revision: 6 };
    expect(servers(startingPointsOf("2016").contoso)).toEqual([
      ["EX01", version, ["Mailbox"], "C:\\Program Files\\Microsoft\\Exchange Server\\V15\\Mailbox"],
    ]);
    expect(servers(startingPointsOf("2013").contoso)[0]).toContainEqual(["Mailbox", "ClientAccess"]);
    expect(names(startingPointsOf("2019").headOffice, "MailboxDatabase")).toEqual(
      names(topologies.headOffice, "MailboxDatabase"),
    );
  });

  it("and those of 2010 are what topologies has", () => {
    expect(startingPointsOf("2010").headOffice).toBe(topologies.headOffice);
  });
});

describe("headOffice", () => {
  const topology = topologies.headOffice;

  it("has the sites and servers of the article", () => {
    expect(names(topology, "ADSite")).toEqual(["HeadOffice", "BranchOffice"]);
    const servers = listObjects(topology, "ExchangeServer");
    expect(servers.map((server) => [server.properties.Fqdn, linked(topology, server, "Site")])).toEqual([
      ["HO-EX2010-MB1.exchangeserverpro.net", "HeadOffice"],
      ["HO-EX2010-MB2.exchangeserverpro.net", "HeadOffice"],
      ["BR-EX2010-MB.exchangeserverpro.net", "BranchOffice"],
    ]);
    expect(servers.map((server) => server.properties.ServerRole)).toEqual(
      servers.map(() => ["Mailbox", "ClientAccess", "HubTransport"]),
    );
    expect(countObjects(topology, "ClientAccessArray")).toBe(0);
  });

  it("lists the databases in the article's order, each with the server that the article shows", () => {
    const rows = listObjects(topology, "MailboxDatabase").map((database) => [
      database.name,
      database.properties.RpcClientAccessServer,
    ]);
    expect(rows).toEqual([
      ["MB-HO-01", "HO-EX2010-MB1.exchangeserverpro.net"],
      ["MB-HO-02", "HO-EX2010-MB1.exchangeserverpro.net"],
      ["MB-BR-01", "BR-EX2010-MB.exchangeserverpro.net"],
      ["MB-HO-03", "HO-EX2010-MB1.exchangeserverpro.net"],
      ["RDB-HO-01", "HO-EX2010-MB1.exchangeserverpro.net"],
    ]);
    const recovery = listObjects(topology, "MailboxDatabase").filter(
      (database) => database.properties.Recovery === true,
    );
    expect(recovery.map((database) => database.name)).toEqual(["RDB-HO-01"]);
  });

  it("puts objects where Exchange puts them", () => {
    const [database] = listObjects(topology, "MailboxDatabase");
    const [server] = listObjects(topology, "ExchangeServer");
    if (database === undefined || server === undefined) throw new Error("The organization is empty.");
    const group =
      "CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,CN=Exchange Server Pro,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=exchangeserverpro,DC=net";
    expect(distinguishedName(coreSchema, topology, database)).toBe(`CN=MB-HO-01,CN=Databases,${group}`);
    expect(distinguishedName(coreSchema, topology, server)).toBe(`CN=HO-EX2010-MB1,CN=Servers,${group}`);
    const [site] = listObjects(topology, "ADSite");
    expect(site && canonicalName(topology, site)).toBe("exchangeserverpro.net/Configuration/Sites/HeadOffice");
  });

  it("has people in all databases but the recovery database", () => {
    const used = new Set(listObjects(topology, "User").map((user) => linked(topology, user, "Database")));
    expect([...used].sort()).toEqual(["MB-BR-01", "MB-HO-01", "MB-HO-02", "MB-HO-03"]);
  });
});

describe("contoso", () => {
  it("has one site, one server, one database and a few people", () => {
    const topology = topologies.contoso;
    expect(names(topology, "ADSite")).toEqual(["Default-First-Site-Name"]);
    expect(names(topology, "ExchangeServer")).toEqual(["EX01"]);
    expect(names(topology, "MailboxDatabase")).toEqual(["Mailbox Database 0639043316"]);
    expect(names(topology, "User")).toEqual([
      "Administrator",
      "Alan Reid",
      "Sarah Jones",
      "Emma Carlisle",
      "Tom Okafor",
    ]);
    const [alan] = listObjects(topology, "User").slice(1);
    expect(alan && canonicalName(topology, alan)).toBe("contoso.com/Users/Alan Reid");
    expect(alan?.properties.EmailAddresses).toEqual(["SMTP:alan.reid@contoso.com"]);
  });
});

describe("empty", () => {
  it("has a forest and an organization, and no server yet", () => {
    const topology = topologies.empty;
    expect(names(topology, "ExchangeOrganization")).toEqual(["First Organization"]);
    expect(names(topology, "DomainController")).toEqual(["DC01"]);
    expect(["ExchangeServer", "MailboxDatabase", "User"].map((name) => countObjects(topology, name))).toEqual([
      0, 0, 0,
    ]);
  });
});

describe("every starting point", () => {
  it.each(["headOffice", "contoso", "empty"] as const)(
    "%s is made once, is frozen, and has no link that leads nowhere",
    (name) => {
      const topology = topologies[name];
      expect(topologies[name]).toBe(topology);
      expect(Object.isFrozen(topology)).toBe(true);
      expect(unfrozen(topology)).toEqual([]);
      expect(danglingReferences(topology)).toEqual([]);
    },
  );
});

/** The paths below a value at which something can still be changed. */
function unfrozen(value: unknown, path = "topology"): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Object.isFrozen(value) ? [] : [path];
  return [...own, ...Object.entries(value).flatMap(([name, part]) => unfrozen(part, `${path}.${name}`))];
}
