// The part `network` of a description: what differs from what is derived.
import { describe, expect, it } from "vitest";
import { fromJSON, toJSON } from "../../src/index.js";
import { networkOf } from "../../src/network/network.js";
import { buildTopology, compareTopologies, type TopologySpec } from "../../src/topology/index.js";
import { serverOf, shellOf } from "./support.js";

const plain: TopologySpec = {
  domain: "contoso.com",
  servers: ["EX01", "EX02"],
  databases: [{ name: "DB", server: "EX01", rpcClientAccessServer: "outlook.contoso.com" }],
  mailboxes: [{ name: "Anna Lind", alias: "anna" }],
};

const described: TopologySpec = {
  ...plain,
  network: {
    subnets: [{ prefix: "192.168.10.0/24", site: "Default-First-Site-Name" }],
    hosts: [
      { name: "EX01", addresses: ["192.168.10.21"], windowsVersion: "Windows Server 2008" },
      { name: "EX02", isDown: true },
    ],
    zones: [{ name: "fabrikam.com", view: "Outside" }],
    records: [
      { name: "outlook.contoso.com", data: "192.168.10.50", timeToLive: 300 },
      { name: "mail.fabrikam.com", data: "outlook.contoso.com", type: "CNAME", view: "Outside" },
    ],
    balancers: [{ name: "LB01", address: "192.168.10.50", pool: ["EX01", "EX02"], ports: [135, 443] }],
    publishing: [{ name: "HTTPS", address: "203.0.113.10", port: 443, target: "192.168.10.50" }],
  },
};

describe("a described network", () => {
  it("has what the description says, and the rest derived", () => {
    const shell = shellOf(described);
    const { lab } = shell;
    expect(lab.host("EX01").addresses).toEqual(["192.168.10.21"]);
    expect(lab.host("EX01").windowsVersion).toBe("Windows Server 2008");
    expect(lab.host("EX02").isUp).toBe(false);
    expect(lab.host("DC01").addresses).toEqual(["192.168.10.10"]);
    expect(networkOf(shell.topology).siteAt("192.168.10.50")?.name).toBe("Default-First-Site-Name");
    expect(lab.dns.zones("Outside")).toEqual(["contoso.com", "fabrikam.com"]);
    lab.outlook("anna").open();
    expect(serverOf(shell, "anna")).toBe("EX01");
    expect(shell.run("Get-Service MSExchangeRPC -ComputerName EX02").errors.length).toBe(1);
    expect(shell.run("Get-LabFirewallRule | fl").text).toBe(
      [
        "",
        "",
        "Name            : HTTPS",
        "ExternalAddress : 203.0.113.10",
        "Port            : 443",
        "Target          : 192.168.10.50",
        "",
        "",
        "",
        "",
      ].join("\n"),
    );
  });

  it("leaves an organization without it as it was", () => {
    const classes = compareTopologies(buildTopology(plain), buildTopology({ ...plain, network: {} }));
    expect(classes).toEqual([]);
  });

  it("goes to JSON and back", () => {
    const { topology } = shellOf(described);
    expect(toJSON(fromJSON(toJSON(topology)))).toEqual(toJSON(topology));
  });

  it("tells all faults with their places", () => {
    const faulty = {
      ...plain,
      network: {
        subnets: [{ prefix: "192.168.10", site: "Nowhere" }],
        hosts: [{ name: "EX03" }, { name: "EX01", addresses: ["10.1.0.300"] }, { name: "EX02", isDown: "yes" }],
        records: [{ name: "outlook.fabrikam.com", data: "10.1.0.50" }],
        balancers: [
          { name: "A", address: "10.1.0.50", pool: ["EX09"], ports: [70_000] },
          { name: "B", address: "10.1.0.50", pool: [] },
        ],
        publishing: [{ name: "HTTPS", address: "outside", port: 443 }],
        routers: [],
      },
    } as unknown as TopologySpec;
    expect(() => buildTopology(faulty)).toThrow(
      [
        "The topology has 11 faults:",
        'network: there is no field "routers". The fields are subnets, hosts, zones, records, balancers, publishing.',
        'network.subnets[0].prefix: "192.168.10" is no subnet. Write it as 10.1.0.0/16.',
        'network.subnets[0].site: there is no site "Nowhere". Described are: default-first-site-name.',
        'network.hosts[0].name: there is no server or domain controller "EX03". Described are: ex01, ex02, dc01.',
        'network.hosts[1].addresses[0]: "10.1.0.300" is no IPv4 address. Write it as 10.1.0.50.',
        'network.hosts[2].isDown: "yes" won\'t do. Give true or false.',
        "network.records[0].name: no zone holds outlook.fabrikam.com (Inside). There are contoso.com.",
        'network.balancers[0].pool[0]: there is no server or domain controller "EX09". Described are: ex01, ex02, dc01.',
        "network.balancers[0].ports[0]: 70000 won't do. Give a whole number up to 65535.",
        "network.balancers[1].address: 10.1.0.50 is given twice, first in network.balancers[0].address.",
        'network.publishing[0].address: "outside" is no IPv4 address. Write it as 10.1.0.50.',
      ].join("\n  "),
    );
  });
});
