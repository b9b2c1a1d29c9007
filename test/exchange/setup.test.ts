import { describe, expect, it } from "vitest";
import { schema } from "../../src/exchange/index.js";
import { buildTopology, createShell, fromJSON, toJSON, topologies } from "../../src/index.js";

/** An organization with a server for each choice of roles. */
const organizationOf = (version: string) =>
  buildTopology({
    domain: "contoso.com",
    servers: [
      { name: "ALL", version },
      { name: "MBX", version, roles: ["Mailbox"] },
      { name: "CAS", version, roles: ["ClientAccess"] },
      { name: "HUB", version, roles: ["HubTransport"] },
    ],
    databases: [{ name: "DB01", server: "MBX" }],
    mailboxes: ["Alan Reid"],
  });

describe("setup", () => {
  it.each([
    ["the head office", topologies.headOffice],
    ["2010", organizationOf("14.3.123.4")],
    ["2013", organizationOf("15.0.847.32")],
    ["2016", organizationOf("15.1.225.42")],
    ["2019", organizationOf("15.2.221.12")],
  ])("gives its objects what their classes allow, and nothing that is so by default: %s", (_, start) => {
    const { topology } = createShell({ topology: start });
    // Reading JSON checks each property, and leaves out what is the default.
    expect(toJSON(fromJSON(toJSON(topology)))).toEqual(toJSON(topology));
  });

  it("knows classes that do not contradict each other", () => {
    for (const { name, properties } of schema.classes) expect(Object.keys(properties), name).not.toContain("Name");
  });
});

it("what is made late takes no GUID of what was there", () => {
  const shell = createShell();
  const namesByGuid = (): Map<string, string> =>
    new Map(
      toJSON(shell.topology).classes.flatMap(({ class: type, objects }) =>
        objects.map((object): [string, string] => {
          const { guid, name } = object as { readonly guid: string; readonly name: string };
          return [guid, `${type} ${name}`];
        }),
      ),
    );
  const before = namesByGuid();
  shell.run("Get-ManagementRole | Out-Null");
  const after = namesByGuid();
  expect(after.size).toBeGreaterThan(before.size);
  expect([...before].filter(([guid, name]) => after.get(guid) !== name)).toEqual([]);
});
