import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addObject,
  canonicalName,
  compareTopologies,
  coreSchema,
  danglingReferences,
  defineClass,
  describeFailure,
  distinguishedName,
  drawGuid,
  eachObject,
  findByDistinguishedName,
  findByIndex,
  followReference,
  fromJSON,
  getObject,
  getProperty,
  listObjects,
  reference,
  removeObject,
  setClock,
  type Topology,
  ticksFromIso,
  toJSON,
  topologies,
  updateObject,
  usedClasses,
} from "../../src/topology/index.js";
import { done, named, schema } from "./support.js";

const start = topologies.headOffice;
const site = named(start, "ADSite", "HeadOffice");
const newArray = {
  class: "ClientAccessArray",
  name: "cas-headoffice",
  properties: { Fqdn: "outlook-ho.exchangeserverpro.net", Site: reference(site.guid) },
};

describe("addObject", () => {
  const { topology, object } = done(addObject(schema, start, newArray));

  it("puts the object into its class's container, which it makes if need be", () => {
    expect(distinguishedName(schema, topology, object)).toMatch(
      /^CN=cas-headoffice,CN=Arrays,CN=Exchange Administrative Group/,
    );
    expect(listObjects(topology, "ClientAccessArray")).toEqual([object]);
    expect(findByIndex(topology, "ClientAccessArray", "fqdn", "OUTLOOK-HO.exchangeserverpro.net")).toEqual([object]);
    expect(findByIndex(topology, "ClientAccessArray", "site", site.guid)).toEqual([object]);
  });

  it("leaves the old organization as it was, and shares with it what is the same", () => {
    expect(listObjects(start, "ClientAccessArray")).toEqual([]);
    expect(topology.tables.User).toBe(start.tables.User);
    expect(Object.isFrozen(topology) && Object.isFrozen(topology.tables.ClientAccessArray)).toBe(true);
  });

  it("refuses a second array of the site, a taken name, a taken FQDN", () => {
    const kinds = [
      { ...newArray, name: "other", properties: { ...newArray.properties, Fqdn: "other.exchangeserverpro.net" } },
      { ...newArray, name: "CAS-HeadOffice", properties: {} },
      { ...newArray, name: "other", properties: { Fqdn: "Outlook-HO.exchangeserverpro.net" } },
    ].map((input) => {
      const result = addObject(schema, topology, input);
      return result.ok ? "done" : `${result.failure.kind}: ${describeFailure(result.failure)}`;
    });
    expect(kinds).toEqual([
      `duplicateValue: The site "${site.guid}" is taken by the ClientAccessArray "cas-headoffice".`,
      'duplicateName: The name "CAS-HeadOffice" is taken by a ClientAccessArray in the same container.',
      'duplicateValue: The fqdn "outlook-ho.exchangeserverpro.net" is taken by the ClientAccessArray "cas-headoffice".',
    ]);
  });

  it.each([
    ["", "it is empty"],
    ["x".repeat(65), "it has 65 characters, and 64 are allowed"],
    ["a\nb", "it has control characters"],
  ])("refuses the name %j", (name, reason) => {
    const result = addObject(schema, start, { class: "ADSite", name });
    expect(result.ok ? null : result.failure).toEqual({ kind: "badName", class: "ADSite", name, reason });
  });

  it("refuses a parent that isn't there, is missing, or is of a wrong class", () => {
    const copy = { class: "DatabaseCopy", name: "HO-EX2010-MB2" };
    const parents = [undefined, site.guid, "00000000-0000-4000-8000-000000000000"];
    const kinds = parents.map((parent) => {
      const result = addObject(schema, start, parent === undefined ? copy : { ...copy, parent });
      return result.ok ? "done" : result.failure.kind;
    });
    expect(kinds).toEqual(["noParent", "noParent", "noParent"]);
    expect(addObject(schema, start, { ...copy, parent: named(start, "MailboxDatabase", "MB-HO-01").guid }).ok).toBe(
      true,
    );
  });

  it("throws for what only a program can get wrong", () => {
    expect(() => addObject(schema, start, { class: "Nonsense", name: "x" })).toThrow(
      'There is no class "Nonsense" in the schema.',
    );
    expect(() => addObject(schema, start, { ...newArray, properties: { Fqnd: "x" } })).toThrow(
      "ClientAccessArray.Fqnd: the class ClientAccessArray has no such property.",
    );
    expect(() => addObject(schema, start, { ...newArray, properties: { Fqdn: 5 } })).toThrow(
      "ClientAccessArray.Fqdn: it holds string, not number.",
    );
    expect(() => addObject(schema, start, { ...newArray, properties: JSON.parse('{"__proto__":"x"}') })).toThrow(
      "has no such property",
    );
    expect(() => addObject(schema, start, { ...newArray, guid: site.guid })).toThrow("is in use");
  });

  it("takes classes that came later", () => {
    const connector = defineClass({
      name: "ReceiveConnector",
      objectClass: ["top", "msExchSmtpReceiveConnector"],
      objectCategory: "ms-Exch-Smtp-Receive-Connector",
      container: { belowClass: "ExchangeServer", path: ["CN=Protocols", "CN=SMTP Receive Connectors"] },
      properties: { Bindings: { holds: "string", many: true } },
    });
    const extended = coreSchema.with(connector);
    const server = named(start, "ExchangeServer", "HO-EX2010-MB1");
    const result = done(
      addObject(extended, start, { class: "ReceiveConnector", name: "Default, HO", parent: server.guid }),
    );
    const dn = distinguishedName(extended, result.topology, result.object);
    expect(dn).toMatch(/^CN=Default\\, HO,CN=SMTP Receive Connectors,CN=Protocols,CN=HO-EX2010-MB1,CN=Servers,/);
    expect(findByDistinguishedName(result.topology, dn)).toBe(result.object);
    expect(getProperty(extended, result.object, "Bindings")).toEqual([]);
  });
});

describe("updateObject", () => {
  const database = named(start, "MailboxDatabase", "MB-HO-01");

  it("changes properties, and with them the dates and indexes", () => {
    const later = setClock(start, ticksFromIso("2013-06-04T10:00:00Z"));
    const user = named(start, "User", "Alan Reid");
    const { topology, object } = done(updateObject(schema, later, user.guid, { properties: { Alias: "areid" } }));
    expect(findByIndex(topology, "User", "alias", "alan.reid")).toEqual([]);
    expect(findByIndex(topology, "User", "alias", "areid")).toEqual([object]);
    expect([object.whenCreated, object.whenChanged]).toEqual([user.whenCreated, later.clock]);
    expect(object.usnChanged).toBe(start.usn + 1);
    expect(getObject(start, user.guid)).toBe(user);
  });

  it("says when nothing was changed", () => {
    const same = { properties: { RpcClientAccessServer: "HO-EX2010-MB1.exchangeserverpro.net", Recovery: false } };
    const result = done(updateObject(schema, start, database.guid, same));
    expect(result.changed).toBe(false);
    expect(result.topology).toBe(start);
  });

  it("takes a property back with null, down to the class's default", () => {
    const set = done(updateObject(schema, start, database.guid, { properties: { Recovery: true, EdbFilePath: null } }));
    expect(Object.hasOwn(set.object.properties, "EdbFilePath")).toBe(false);
    const unset = done(updateObject(schema, set.topology, database.guid, { properties: { Recovery: false } }));
    expect(Object.hasOwn(unset.object.properties, "Recovery")).toBe(false);
    expect(getProperty(schema, unset.object, "Recovery")).toBe(false);
  });

  it("gives a function the object as it is", () => {
    const user = named(start, "User", "Alan Reid");
    const { object } = done(
      updateObject(schema, start, user.guid, ({ properties }) => ({
        properties: { EmailAddresses: [...(properties.EmailAddresses as string[]), "smtp:alan@exchangeserverpro.net"] },
      })),
    );
    expect(object.properties.EmailAddresses).toEqual([
      "SMTP:alan.reid@exchangeserverpro.net",
      "smtp:alan@exchangeserverpro.net",
    ]);
  });

  it("renames; links follow, because they hold GUIDs", () => {
    const { topology, object } = done(updateObject(schema, start, site.guid, { name: "London" }));
    expect(findByIndex(topology, "ADSite", "name", "HeadOffice")).toEqual([]);
    const server = named(topology, "ExchangeServer", "HO-EX2010-MB1");
    const link = server.properties.Site;
    expect(followReference(topology, link as never)).toEqual({ state: "live", object });
    const controller = named(topology, "DomainController", "HO-DC");
    expect(canonicalName(topology, controller)).toBe("exchangeserverpro.net/Configuration/Sites/London/Servers/HO-DC");
    expect(findByDistinguishedName(topology, distinguishedName(schema, topology, controller))).toBe(controller);
  });

  it("moves an object with all below it, but not below itself", () => {
    const unit = named(start, "OrganizationalUnit", "Head Office");
    const branch = named(start, "OrganizationalUnit", "Branch Office");
    const { topology } = done(updateObject(schema, start, unit.guid, { parent: branch.guid }));
    expect(canonicalName(topology, named(topology, "User", "Alan Reid"))).toBe(
      "exchangeserverpro.net/Branch Office/Head Office/Alan Reid",
    );
    const refused = updateObject(schema, topology, branch.guid, { parent: unit.guid });
    expect(refused.ok ? "done" : refused.failure.kind).toBe("cyclicMove");
  });

  it("refuses what isn't there and what is taken", () => {
    const kinds = [
      updateObject(schema, start, "00000000-0000-4000-8000-000000000000", { name: "x" }),
      updateObject(schema, start, database.guid, { name: "mb-ho-02" }),
      updateObject(schema, start, named(start, "User", "Alan Reid").guid, {
        properties: { EmailAddresses: ["smtp:SARAH.JONES@exchangeserverpro.net"] },
      }),
      updateObject(schema, start, site.guid, { name: "" }),
    ].map((result) => (result.ok ? "done" : result.failure.kind));
    expect(kinds).toEqual(["notFound", "duplicateName", "duplicateValue", "badName"]);
    expect(done(updateObject(schema, start, database.guid, { name: "MB-ho-01" })).object.name).toBe("MB-ho-01");
  });
});

describe("removeObject", () => {
  const server = named(start, "ExchangeServer", "BR-EX2010-MB");

  it("leaves links that can be seen to lead nowhere, with the name of what was there", () => {
    const { topology } = done(removeObject(schema, start, server.guid));
    expect(getObject(topology, server.guid)).toBeNull();
    expect(findByIndex(topology, "ExchangeServer", "fqdn", "br-ex2010-mb.exchangeserverpro.net")).toEqual([]);
    const dangling = danglingReferences(topology).map(({ object, property, target }) => [
      object.class,
      object.name,
      property,
      target.state === "removed" ? target.tombstone.name : target.state,
    ]);
    expect(dangling).toEqual([
      ["MailboxDatabase", "MB-BR-01", "Server", "BR-EX2010-MB"],
      ["MailboxDatabase", "MB-BR-01", "MasterServerOrAvailabilityGroup", "BR-EX2010-MB"],
      ["DatabaseCopy", "BR-EX2010-MB", "HostServer", "BR-EX2010-MB"],
    ]);
  });

  it("keeps the order of the others, and puts a new one of the same name at the end", () => {
    const database = named(start, "MailboxDatabase", "MB-HO-02");
    const removed = done(removeObject(schema, start, database.guid, { recursive: true })).topology;
    const { topology } = done(addObject(schema, removed, { class: "MailboxDatabase", name: "MB-HO-02" }));
    expect(listObjects(topology, "MailboxDatabase").map((each) => each.name)).toEqual([
      "MB-HO-01",
      "MB-BR-01",
      "MB-HO-03",
      "RDB-HO-01",
      "MB-HO-02",
    ]);
  });

  it("refuses an object that isn't empty, unless told to take all", () => {
    const refused = removeObject(schema, start, site.guid);
    expect(refused.ok ? null : [refused.failure.kind, describeFailure(refused.failure)]).toEqual([
      "notEmpty",
      'The ADSite "HeadOffice" has 1 objects below it.',
    ]);
    const { topology } = done(removeObject(schema, start, site.guid, { recursive: true }));
    expect(listObjects(topology, "DomainController").map((each) => each.name)).toEqual(["BR-DC"]);
    const twice = removeObject(schema, topology, site.guid);
    expect(twice.ok ? null : twice.failure.kind).toBe("notFound");
  });
});

describe("the clock and the GUIDs", () => {
  it("are part of the organization", () => {
    const drawn = drawGuid(start);
    expect(drawGuid(start).guid).toBe(drawn.guid);
    expect(drawGuid(drawn.topology).guid).not.toBe(drawn.guid);
    expect(done(addObject(schema, start, { class: "ADSite", name: "X" })).object.guid).toBe(drawn.guid);
    expect(() => setClock(start, -1n)).toThrow("the time must lie in the years 1 to 9999");
  });
});

describe("any series of writes", () => {
  /** All that can be asked of an organization, from the objects alone. */
  function inStep(topology: Topology): void {
    for (const className of usedClasses(topology)) {
      const objects = [...eachObject(topology, className)];
      for (const object of objects) {
        expect(getObject(topology, object.guid)).toBe(object);
        expect(findByIndex(topology, className, "name", object.name)).toContain(object);
        expect(findByDistinguishedName(topology, distinguishedName(schema, topology, object))).toBe(object);
      }
      expect(topology.tables[className]?.count).toBe(objects.length);
    }
  }

  it("keeps tables and indexes in step, and survives JSON", () => {
    const name = fc.constantFrom("a", "B", "c, d", "e=f", " g", "h/i", "#j", 'k"l\\m');
    const step = fc.record({ op: fc.constantFrom("add", "rename", "move", "remove"), at: fc.nat(20), name });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let topology = topologies.empty;
        for (const { op, at, name: chosen } of steps) {
          const units = listObjects(topology, "OrganizationalUnit");
          const unit = units[at % (units.length || 1)];
          const input = { class: "OrganizationalUnit", name: chosen };
          const result =
            op === "add" || unit === undefined
              ? addObject(schema, topology, unit === undefined ? input : { ...input, parent: unit.guid })
              : op === "rename"
                ? updateObject(schema, topology, unit.guid, { name: chosen })
                : op === "move"
                  ? updateObject(schema, topology, unit.guid, { parent: units[(at * 7) % units.length]?.guid ?? "" })
                  : removeObject(schema, topology, unit.guid, { recursive: at % 2 === 0 });
          if (result.ok) topology = result.topology;
        }
        inStep(topology);
        const back = fromJSON(schema, JSON.stringify(toJSON(topology)));
        expect(compareTopologies(topology, back)).toEqual([]);
        expect(toJSON(back)).toEqual(toJSON(topology));
        inStep(back);
      }),
      { numRuns: 60 },
    );
  });
});
