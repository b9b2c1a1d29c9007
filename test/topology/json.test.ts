import { describe, expect, it } from "vitest";
import {
  addObject,
  adoptSchema,
  compareTopologies,
  coreSchema,
  defineClass,
  fromJSON,
  listObjects,
  reference,
  removeObject,
  resolveIdentity,
  type Topology,
  toJSON,
  topologies,
  updateObject,
} from "../../src/topology/index.js";
import { done, named, schema } from "./support.js";

const start = topologies.headOffice;

/** An organization with a past: something renamed, something gone, a 64-bit number. */
function worn(): Topology {
  const copy = listObjects(start, "DatabaseCopy")[0];
  const renamed = done(
    updateObject(schema, start, named(start, "ADSite", "HeadOffice").guid, { name: "London" }),
  ).topology;
  const removed = done(removeObject(schema, renamed, named(start, "ExchangeServer", "HO-EX2010-MB2").guid)).topology;
  return done(updateObject(schema, removed, copy?.guid ?? "", { properties: { ReplayLagTime: 72_000_000_000n } }))
    .topology;
}

describe("JSON", () => {
  it("loses nothing", () => {
    const topology = worn();
    const text = JSON.stringify(toJSON(topology));
    const back = fromJSON(schema, text);
    expect(compareTopologies(topology, back)).toEqual([]);
    expect(toJSON(back)).toEqual(toJSON(topology));
    expect(Object.isFrozen(back)).toBe(true);
    const order = (each: Topology): string[] => listObjects(each, "MailboxDatabase").map((database) => database.name);
    expect(order(back)).toEqual(order(topology));
    expect(resolveIdentity(back, "alan.reid@exchangeserverpro.net", { classes: ["User"] })).toHaveLength(1);
    expect(listObjects(back, "DatabaseCopy")[0]?.properties.ReplayLagTime).toBe(72_000_000_000n);
    const site = { class: "ADSite", name: "Next" };
    expect(done(addObject(schema, back, site)).object).toEqual(done(addObject(schema, topology, site)).object);
  });

  it.each<[string, (json: ReturnType<typeof parsed>) => unknown, string]>([
    ["no JSON", () => "{", "This text is no JSON: "],
    [
      "another thing",
      () => ({ a: 1 }),
      'format: this is no topology. The JSON of one begins with "format": "ems-emulator/topology".',
    ],
    ["null", () => null, "an object is needed, not null."],
    [
      "a newer version",
      (json) => ({ ...json, version: 2 }),
      "version: this is version 2 of the form, and version 1 can be read.",
    ],
    ["no clock", ({ clock, ...rest }) => rest, "clock: it is missing; a text is needed."],
    [
      "a wrong clock",
      (json) => ({ ...json, clock: "noon" }),
      'clock: "noon" is no point in time. Write it as 2013-06-03T09:00:00Z.',
    ],
    [
      "a class of its own",
      (json) => change(json, (first) => ({ ...first, class: "Thing" })),
      'classes[0].class: the schema has no class "Thing".',
    ],
    ["no GUID", (json) => changeObject(json, { guid: 5 }), "classes[0].objects[0].guid: a text is needed, not 5."],
    [
      "a wrong GUID",
      (json) => changeObject(json, { guid: "x" }),
      'classes[0].objects[0].guid: a GUID is needed, not "x".',
    ],
    [
      "an unknown property",
      (json) => changeObject(json, { properties: { Colour: "red" } }),
      "classes[0].objects[0].properties: Domain.Colour: the class Domain has no such property.",
    ],
    [
      "a wrong value",
      (json) => changeObject(json, { properties: { NetBIOSName: 5 } }),
      "classes[0].objects[0].properties: Domain.NetBIOSName: it holds string, not number.",
    ],
    [
      "a wrong 64-bit number",
      (json) => changeObject(json, { properties: { NetBIOSName: { $int64: "x" } } }),
      'classes[0].objects[0].properties.NetBIOSName: a 64-bit integer is written as { "$int64": "123" }.',
    ],
    [
      "a prototype",
      (json) => changeObject(json, { properties: JSON.parse('{"__proto__":{"kind":"x"}}') }),
      "Domain.__proto__: the class Domain has no such property.",
    ],
    [
      "an orphan",
      (json) => changeObject(json, { guid: "00000000-0000-4000-8000-000000000000" }),
      "anchors.domain: there is no object",
    ],
    ["a wrong anchor", (json) => ({ ...json, anchors: [] }), "anchors: an object is needed, not a list."],
    [
      "the same object twice",
      (json) => ({ ...json, classes: [...json.classes, json.classes[0]] }),
      "classes: two objects have the GUID",
    ],
  ])("that holds %s is refused", (_, spoil, message) => {
    expect(() => fromJSON(schema, spoil(parsed()))).toThrow(message);
  });

  it("with objects below themselves is refused", () => {
    const json = parsed();
    const units = json.classes.find((each) => each.class === "OrganizationalUnit")?.objects as {
      guid: string;
      parent: string;
    }[];
    const [one, two] = units;
    if (one === undefined || two === undefined) throw new Error("Two units are needed.");
    [one.parent, two.parent] = [two.guid, one.guid];
    expect(() => fromJSON(schema, json)).toThrow(
      'classes: OrganizationalUnit "Head Office": the object is below itself.',
    );
    one.parent = "00000000-0000-4000-8000-000000000000";
    expect(() => fromJSON(schema, json)).toThrow("its parent 00000000-0000-4000-8000-000000000000 does not exist.");
  });

  it("with a name given twice is refused", () => {
    const json = parsed();
    const sites = json.classes.find((each) => each.class === "ADSite")?.objects as { name: string }[];
    for (const site of sites) site.name = "Same";
    expect(() => fromJSON(schema, json)).toThrow(
      'ADSite "Same": The name "Same" is taken by a ADSite in the same container.',
    );
  });

  it("nested without end is refused, not run into the ground", () => {
    let deep: unknown = "x";
    for (let depth = 0; depth < 5000; depth++) deep = [deep];
    expect(() => fromJSON(schema, changeObject(parsed(), { properties: { NetBIOSName: deep } }))).toThrow(
      "nest at most 32 deep",
    );
  });
});

describe("adoptSchema", () => {
  it("adds the indexes of a larger schema, once", () => {
    const larger = coreSchema.extend({ name: "User", indexes: { displayName: { property: "DisplayName" } } }).with(
      defineClass({
        name: "AcceptedDomain",
        objectClass: ["top", "msExchAcceptedDomain"],
        objectCategory: "ms-Exch-Accepted-Domain",
        container: { below: "organization", path: ["CN=Transport Settings", "CN=Accepted Domains"] },
        properties: { DomainName: { holds: "string" } },
      }),
    );
    const adopted = adoptSchema(larger, start);
    expect(compareTopologies(start, adopted)).toEqual([]);
    expect(resolveIdentity(adopted, "Help Desk", { classes: ["User"], indexes: ["displayName"] })).toHaveLength(1);
    expect(adoptSchema(larger, adopted)).toBe(adopted);
    expect(adoptSchema(coreSchema, start)).toBe(start);
    const user = named(start, "User", "Help Desk");
    const change = { properties: { DisplayName: "Service Desk" } };
    expect(() => updateObject(larger, start, user.guid, change)).toThrow("pass the topology through adoptSchema");
    expect(done(updateObject(larger, adopted, user.guid, change)).changed).toBe(true);
  });
});

interface LooseJson {
  [field: string]: unknown;
  clock: unknown;
  classes: { class: string; objects: Record<string, unknown>[] }[];
}

/** The JSON of an organization as something that may be spoilt. */
function parsed(): LooseJson {
  return JSON.parse(JSON.stringify(toJSON(start)));
}

function change(json: LooseJson, first: (entry: LooseJson["classes"][number]) => unknown): unknown {
  const [entry, ...rest] = json.classes;
  return { ...json, classes: [entry && first(entry), ...rest] };
}

function changeObject(json: LooseJson, fields: Record<string, unknown>): unknown {
  return change(json, (entry) => ({ ...entry, objects: [{ ...entry.objects[0], ...fields }] }));
}

describe("links", () => {
  it("survive as links", () => {
    const back = fromJSON(schema, toJSON(start));
    const site = named(start, "ADSite", "HeadOffice");
    expect(named(back, "ExchangeServer", "HO-EX2010-MB1").properties.Site).toEqual(reference(site.guid));
  });
});
