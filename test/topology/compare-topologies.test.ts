import { describe, expect, it } from "vitest";
import {
  addObject,
  buildTopology,
  compareTopologies,
  reference,
  removeObject,
  topologies,
  updateObject,
} from "../../src/topology/index.js";
import { done, named, schema } from "./support.js";

const start = topologies.headOffice;
const site = named(start, "ADSite", "HeadOffice");

describe("compareTopologies", () => {
  it("tells each property that differs", () => {
    const database = named(start, "MailboxDatabase", "MB-HO-01");
    const properties = { RpcClientAccessServer: "outlook-ho.exchangeserverpro.net" };
    const { topology } = done(updateObject(schema, start, database.guid, { name: "MB-HO-1", properties }));
    const rest = { change: "changed", class: "MailboxDatabase", guid: database.guid, name: "MB-HO-1" };
    expect(compareTopologies(start, topology)).toEqual([
      { ...rest, property: "Name", old: "MB-HO-01", new: "MB-HO-1" },
      {
        ...rest,
        property: "RpcClientAccessServer",
        old: "HO-EX2010-MB1.exchangeserverpro.net",
        new: "outlook-ho.exchangeserverpro.net",
      },
    ]);
  });

  it("tells what is new and what is gone, containers too", () => {
    const properties = { Fqdn: "outlook-ho.exchangeserverpro.net", Site: reference(site.guid) };
    const { topology } = done(
      addObject(schema, start, { class: "ClientAccessArray", name: "cas-headoffice", properties }),
    );
    const told = compareTopologies(start, topology).map((each) => [
      each.change,
      each.class,
      each.name,
      each.property,
      each.new,
    ]);
    expect(told).toEqual([
      ["added", "Container", "Arrays", "Name", "Arrays"],
      ["added", "Container", "Arrays", "Parent", reference(start.anchors.administrativeGroup ?? "")],
      ["added", "ClientAccessArray", "cas-headoffice", "Name", "cas-headoffice"],
      ["added", "ClientAccessArray", "cas-headoffice", "Parent", reference(told.length > 0 ? parentOf(topology) : "")],
      ["added", "ClientAccessArray", "cas-headoffice", "Fqdn", "outlook-ho.exchangeserverpro.net"],
      ["added", "ClientAccessArray", "cas-headoffice", "Site", reference(site.guid)],
    ]);
    const back = compareTopologies(topology, start);
    expect(back.map((each) => [each.change, each.property, each.new])).toEqual(
      ["Name", "Parent", "Name", "Parent", "Fqdn", "Site"].map((property) => ["removed", property, null]),
    );
  });

  it("sees a removed and remade object as two", () => {
    const removed = done(removeObject(schema, start, site.guid, { recursive: true })).topology;
    const { topology } = done(addObject(schema, removed, { class: "ADSite", name: "HeadOffice" }));
    const sites = compareTopologies(start, topology).filter(
      (each) => each.class === "ADSite" && each.property === "Name",
    );
    expect(sites.map((each) => each.change)).toEqual(["removed", "added"]);
  });

  it("compares organizations that have nothing to do with each other", () => {
    const other = buildTopology({ domain: "fabrikam.com", seed: 7 });
    const changes = compareTopologies(topologies.empty, other);
    expect(new Set(changes.map((each) => each.change))).toEqual(new Set(["added", "removed"]));
    expect(compareTopologies(other, other)).toEqual([]);
  });
});

function parentOf(topology: typeof start): string {
  return named(topology, "ClientAccessArray", "cas-headoffice").parent ?? "";
}
