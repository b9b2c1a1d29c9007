// Random breaking and mending: whatever is done, nobody is connected to what has stopped, no address has two holders, and
// undo leads back.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LabError, type Shell, toJSON } from "../../src/index.js";
import { Evaluation } from "../../src/network/evaluation.js";
import { networkOf } from "../../src/network/network.js";
import { outlookOf } from "../../src/network/outlook-client.js";
import { listObjects } from "../../src/topology/index.js";
import { run, shellOf } from "./support.js";

const servers = ["EX1", "EX2", "EX3", "EX4"];
const people = ["anna", "bela", "carl", "dora", "emil", "fred"];
const array = "mail.contoso.com";

/** Two sites, a DAG, a balancer, an NLB cluster, round robin: one of everything, all connected. */
function begin(): Shell {
  const shell = shellOf({
    domain: "contoso.com",
    sites: ["Paris", "Lyon"],
    domainControllers: [
      { name: "DC1", site: "Paris" },
      { name: "DC2", site: "Lyon" },
    ],
    servers: servers.map((name, index) => ({ name, site: index < 3 ? "Paris" : "Lyon" })),
    availabilityGroups: [{ name: "DAG1", members: ["EX1", "EX4"] }],
    clientAccessArrays: [
      { fqdn: array, site: "Paris" },
      { fqdn: "lyon.contoso.com", site: "Lyon" },
    ],
    databases: [
      { name: "DB1", server: "EX1", copies: ["EX4"] },
      { name: "DB2", server: "EX2" },
    ],
    mailboxes: people.map((alias) => ({ name: alias, alias })),
  });
  const { lab } = shell;
  lab.balancer({ name: "LB", address: "10.1.0.50", pool: ["EX1", "EX2"], affinity: "None" });
  lab.nlb({ name: "NLB", address: "10.1.0.60", members: ["EX2", "EX3"] });
  lab.dns.add(array, "10.1.0.50", { timeToLive: 300 });
  lab.dns.add("lyon.contoso.com", "10.2.1.13", { timeToLive: 300 });
  for (const name of people) lab.outlook(name).open();
  return shell;
}

/** Something that somebody does. What the lab refuses is no failure: then nothing has happened. */
const deeds: readonly ((shell: Shell, pick: (of: readonly string[]) => string) => void)[] = [
  ({ lab }, pick) => lab.host(pick(servers)).stop(),
  ({ lab }, pick) => lab.host(pick(servers)).start(),
  ({ lab }, pick) =>
    lab.host(pick(servers)).stopService(pick(["MSExchangeRPC", "MSExchangeIS", "W3SVC", "MSExchangeAB"])),
  ({ lab }, pick) => lab.host(pick(servers)).startService(pick(["MSExchangeRPC", "MSExchangeIS", "W3SVC"])),
  ({ lab }, pick) => lab.host(pick(["DC1", "DC2"])).stopService("DNS"),
  ({ lab }, pick) => lab.host(pick(["DC1", "DC2"])).startService("DNS"),
  ({ lab }, pick) =>
    lab.dns.change(array, { data: pick(["10.1.0.50", "10.1.0.60", "10.1.0.99", "10.1.1.10", "10.1.2.10"]) }),
  ({ lab }, pick) => lab.balancer("LB").change({ pool: [pick(servers), pick(servers)] }),
  ({ lab }, pick) => lab.balancer("LB").change({ healthCheck: pick(["Service", "Ping", "None"]) as "Ping" }),
  ({ lab }, pick) => lab.balancer("LB").change({ address: pick(["10.1.0.50", "10.1.0.51", "10.1.1.11"]) }),
  ({ lab }) => lab.balancer("LB").stop(),
  ({ lab }) => lab.balancer("LB").start(),
  ({ lab }, pick) => lab.host(pick(servers)).moveTo(pick(["Paris", "Lyon"])),
  ({ lab }, pick) => lab.host(pick(servers)).setAddresses(pick(["10.1.1.20", "10.1.0.50", "10.1.1.12", "10.2.0.50"])),
  ({ lab }, pick) => lab.moveCoreGroup("DAG1", pick(["EX1", "EX4"])),
  ({ lab }, pick) => {
    lab.outlook(pick(people)).repair();
  },
  ({ lab }, pick) => lab.outlook(pick(people)).moveTo({ location: pick(["Inside", "Outside", "VPN"]) as "VPN" }),
  ({ lab }, pick) => lab.outlook(pick(people)).close(),
  ({ lab }, pick) => {
    lab.outlook(pick(people)).open();
  },
  ({ lab }, pick) => lab.wait(Number(pick(["10", "200", "1200"]))),
  (shell, pick) => run(shell, `Stop-Service ${pick(["MSExchangeRPC", "MSExchangeIS"])}`),
];

/** Whether an Outlook that counts as connected is: its server is up, its services run, and its database is mounted. */
function falseConnections(shell: Shell): readonly string[] {
  const network = networkOf(shell.topology);
  const evaluation = new Evaluation(network);
  return listObjects(shell.topology, "OutlookClient").flatMap((object) => {
    const outlook = outlookOf(evaluation, object);
    if (outlook?.connection == null) return [];
    const host = network.host(outlook.connection.server);
    const isServing = host?.isUp === true && host.runs("MSExchangeRPC");
    return isServing ? [] : [`${outlook.name} on ${host?.name}`];
  });
}

/** Addresses that two hold: machines, clusters, balancers. */
function sharedAddresses({ topology }: Shell): readonly string[] {
  const { hosts, groups, balancers, nlbClusters } = networkOf(topology);
  const all = [
    ...[...hosts, ...groups].flatMap(({ addresses }) => addresses),
    ...[...balancers, ...nlbClusters].map(({ address }) => address),
  ];
  return all.filter((address, index) => all.indexOf(address) !== index);
}

describe("random breaking and mending", () => {
  it("leaves nobody connected to what has stopped, no address with two holders, and undo leads back", () => {
    const start = begin();
    const deed = fc.tuple(fc.nat(deeds.length - 1), fc.infiniteStream(fc.nat(100)));
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), (plan) => {
        const shell = start.fork();
        const before = JSON.stringify(toJSON(shell.topology));
        let steps = 0;
        for (const [index, numbers] of plan) {
          const topology = shell.topology;
          const pick = (of: readonly string[]): string => of[Number(numbers.next().value) % of.length] ?? "";
          try {
            deeds[index]?.(shell, pick);
            steps += 1;
          } catch (error) {
            if (!(error instanceof LabError)) throw error;
            expect(shell.topology).toBe(topology);
          }
          expect(sharedAddresses(shell)).toEqual([]);
          expect(falseConnections(shell)).toEqual([]);
          steps += 1;
        }
        while (steps-- > 0 && shell.undo());
        expect(JSON.stringify(toJSON(shell.topology))).toBe(before);
      }),
      { numRuns: 40, seed: 20 },
    );
  });
});
