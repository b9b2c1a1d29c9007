import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildTopology,
  canonicalName,
  distinguishedName,
  findByCanonicalName,
  findByDistinguishedName,
  findByName,
  type IdentityQuery,
  matchesName,
  resolveIdentity,
  topologies,
} from "../../src/topology/index.js";
import { named, schema } from "./support.js";

const topology = buildTopology({
  domain: "contoso.com",
  organization: "Contoso",
  servers: ["EX01"],
  databases: [
    { name: "DB1", server: "EX01" },
    { name: "DB2", server: "EX01" },
  ],
  organizationalUnits: ["Sales"],
  mailboxes: [
    "Alan Reid",
    { name: "Alan Reid", organizationalUnit: "Sales", alias: "areid", displayName: "Alan Reid (Sales)" },
    { name: "Reid, Anna", emailAddresses: ["anna@contoso.com", "a.reid@fabrikam.com"] },
  ],
});
const users: IdentityQuery = { classes: ["User"] };
const anna = named(topology, "User", "Reid, Anna");

const found = (text: string, query: IdentityQuery = users): string[] =>
  resolveIdentity(topology, text, query).map((object) => canonicalName(topology, object));

describe("an identity", () => {
  it.each([
    ["a name", "reid, anna"],
    ["an alias", "REID.ANNA"],
    ["a primary address", "Anna@contoso.com"],
    ["a further address", "a.reid@FABRIKAM.com"],
    ["an address with its prefix", "smtp:a.reid@fabrikam.com"],
    ["a logon name", "reid.anna@contoso.com"],
    ["a GUID", anna.guid],
    ["a GUID in braces", `{${anna.guid.toUpperCase()}}`],
    ["a distinguished name", "cn=Reid\\, Anna, CN=Users, DC=contoso, DC=com"],
    ["a distinguished name with a hexadecimal escape", "CN=Reid\\2C Anna,CN=Users,DC=contoso,DC=com"],
    ["a canonical name", "contoso.com/users/Reid, Anna"],
  ])("is found by %s", (_, text) => {
    expect(found(text)).toEqual(["contoso.com/Users/Reid, Anna"]);
  });

  it("gives all that a name may mean, in the order of their making", () => {
    expect(found("Alan Reid")).toEqual(["contoso.com/Users/Alan Reid", "contoso.com/Sales/Alan Reid"]);
    expect(found("areid")).toEqual(["contoso.com/Sales/Alan Reid"]);
  });

  it("gives nothing for what isn't there", () => {
    for (const text of [
      "nobody",
      "CN=Nobody,CN=Users,DC=contoso,DC=com",
      "contoso.com/Nowhere/Alan Reid",
      "",
      "CN=",
      "=",
    ]) {
      expect(found(text)).toEqual([]);
    }
    expect(found("DB1")).toEqual([]);
    expect(found(anna.guid, { classes: ["MailboxDatabase"] })).toEqual([]);
    expect(found("DB1", { classes: ["Unheard"] })).toEqual([]);
  });

  it("is looked up in the indexes asked for", () => {
    expect(found("reid.anna", { ...users, indexes: ["name", "address"] })).toEqual([]);
    expect(found("reid.anna", { ...users, indexes: ["alias"] })).toHaveLength(1);
  });

  it("is looked up in properties without an index when nothing else finds it", () => {
    const query = { ...users, properties: ["DisplayName", "LegacyExchangeDN"] };
    expect(found("alan reid (sales)", query)).toEqual(["contoso.com/Sales/Alan Reid"]);
    expect(found(String(anna.properties.LegacyExchangeDN), query)).toEqual(["contoso.com/Users/Reid, Anna"]);
  });

  it("leaves out what doesn't count", () => {
    expect(found("Alan Reid", { ...users, where: (object) => object.properties.Alias === "areid" })).toHaveLength(1);
  });

  it("may have asterisks, where the cmdlet takes them", () => {
    const databases = { classes: ["MailboxDatabase"], wildcards: true };
    expect(resolveIdentity(topology, "db*", databases).map((object) => object.name)).toEqual(["DB1", "DB2"]);
    expect(resolveIdentity(topology, "db*", { classes: ["MailboxDatabase"] })).toEqual([]);
    expect(findByName(topology, ["MailboxDatabase", "ExchangeServer"], "*1").map((object) => object.name)).toEqual([
      "EX01",
      "DB1",
    ]);
    expect(findByName(topology, ["MailboxDatabase"], "db2").map((object) => object.name)).toEqual(["DB2"]);
  });

  it("of a server, an array and a database is found by host name and legacy name", () => {
    const servers = { classes: ["ExchangeServer"] };
    const [server] = resolveIdentity(topology, "ex01.CONTOSO.com", servers);
    expect(server?.name).toBe("EX01");
    expect(resolveIdentity(topology, String(server?.properties.ExchangeLegacyDN), servers)).toEqual([server]);
  });
});

describe("matchesName", () => {
  it.each([
    ["*", "", true],
    ["a*", "Anna", true],
    ["*na", "Anna", true],
    ["a*a", "a", false],
    ["a*n*a", "anna", true],
    ["*n*n*n*", "anna", false],
    ["an.a", "anna", false],
    ["[ab]*", "anna", false],
    ["a**a", "anna", true],
  ])("%s, %s: %s", (pattern, name, matches) => {
    expect(matchesName(pattern, name)).toBe(matches);
  });

  it("agrees with the obvious way", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (pattern, name) => {
        const obvious = new RegExp(`^${pattern.replaceAll("*", "[^]*")}$`);
        expect(matchesName(pattern, name)).toBe(obvious.test(name));
      }),
    );
  });

  it("takes no longer for patterns made to be slow", () => {
    expect(matchesName(`${"*a".repeat(2000)}b`, "a".repeat(50_000))).toBe(false);
  });
});

describe("distinguished and canonical names", () => {
  it("lead back to their object, for all objects", () => {
    for (const each of [topology, topologies.headOffice]) {
      for (const className of Object.keys(each.tables)) {
        for (const object of resolveIdentity(each, "*", { classes: [className], wildcards: true })) {
          expect(findByDistinguishedName(each, distinguishedName(schema, each, object))).toBe(object);
          expect(findByCanonicalName(each, canonicalName(each, object))).toEqual([object]);
        }
      }
    }
  });

  it.each([
    "CN=a\\",
    "a,b",
    "DC=com",
    "CN=x",
    "CN=\\FF,DC=contoso,DC=com",
    "OU=Sales",
    ",,,",
    "CN=x,DC=fabrikam,DC=com",
  ])("%s leads nowhere, and does no harm", (text) => {
    expect(findByDistinguishedName(topology, text)).toBeNull();
  });
});
