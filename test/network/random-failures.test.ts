// Random breaking and mending: whatever is done, nobody is connected to what has stopped, no address has two holders, and
// undo leads back.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LabError, type Shell, toJSON } from "../../src/index.js";
import { Evaluation } from "../../src/network/evaluation.js";
import { guidField } from "../../src/network/fields.js";
import type { Host } from "../../src/network/machines.js";
import { type Network, networkOf } from "../../src/network/network.js";
import { outlookOf } from "../../src/network/outlook-client.js";
import { getObject, listObjects } from "../../src/topology/index.js";
import { run, shellOf } from "./support.js";

const servers = ["EX1", "EX2", "EX3", "EX4", "EX5"];
/** Of the group: two of them are needed. */
const members = ["EX1", "EX4", "EX5"];
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
    availabilityGroups: [{ name: "DAG1", members }],
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
  ({ lab }, pick) => lab.host(pick([...servers, "DC1", "DC2"])).restart(),
  ({ lab }, pick) =>
    lab.host(pick(servers)).stopService(pick(["MSExchangeRPC", "MSExchangeIS", "W3SVC", "MSExchangeAB"])),
  ({ lab }, pick) => lab.host(pick(servers)).startService(pick(["MSExchangeRPC", "MSExchangeIS", "W3SVC"])),
  ({ lab }, pick) => lab.host(pick(["DC1", "DC2"])).stopService("DNS"),
  ({ lab }, pick) => lab.host(pick(["DC1", "DC2"])).startService("DNS"),
  ({ lab }, pick) =>
    lab.dns.change(array, {
      data: pick(["10.1.0.50", "10.1.0.60", "10.1.0.99", "10.1.1.10", "10.1.2.10", "10.2.1.14"]),
    }),
  ({ lab }, pick) => lab.balancer("LB").change({ pool: [pick(servers), pick(servers)] }),
  ({ lab }, pick) => lab.balancer("LB").change({ healthCheck: pick(["Service", "Ping", "None"]) as "Ping" }),
  ({ lab }, pick) => lab.balancer("LB").change({ address: pick(["10.1.0.50", "10.1.0.51", "10.1.1.11"]) }),
  ({ lab }) => lab.balancer("LB").stop(),
  ({ lab }) => lab.balancer("LB").start(),
  ({ lab }, pick) => lab.host(pick(servers)).moveTo(pick(["Paris", "Lyon"])),
  ({ lab }, pick) => lab.host(pick(servers)).setAddresses(pick(["10.1.1.20", "10.1.0.50", "10.1.1.12", "10.2.0.50"])),
  ({ lab }, pick) => lab.moveCoreGroup("DAG1", pick(members)),
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
  (shell, pick) => run(shell, `Start-Service ${pick(["MSExchangeRPC", "MSExchangeIS"])}`),
  ({ lab }, pick) => lab.balancer("LB").change({ healthInterval: Number(pick(["0", "10", "60"])) }),
  // A site loses its power, and two of three members with it.
  (shell) => run(shell, "Stop-LabHost EX4,EX5"),
  (shell) => run(shell, "Start-LabHost EX4,EX5"),
  ({ lab }, pick) => lab.host(pick(members)).stopService("MSExchangeRepl"),
  (shell, pick) =>
    run(shell, `Set-DatabaseAvailabilityGroup DAG1 -DatacenterActivationMode ${pick(["Off", "DagOnly"])}`),
  (shell, pick) => {
    shell.run(`Stop-DatabaseAvailabilityGroup DAG1 -MailboxServer ${pick(members)} -Confirm:$false`);
  },
  (shell) => {
    shell.run("Restore-DatabaseAvailabilityGroup DAG1 -Confirm:$false; Start-DatabaseAvailabilityGroup DAG1");
  },
  (shell, pick) => {
    run(shell, "Import-Module NetworkLoadBalancingClusters");
    shell.run(`${pick(["Stop", "Start"])}-NlbClusterNode -HostName ${pick(["EX2", "EX3"])}`);
  },
  (shell, pick) => {
    shell.run(`Get-Service MSExchangeRPC -ComputerName ${pick(servers)} | Restart-Service`);
  },
  (shell, pick) => {
    shell.run(`Test-Connection ${pick([...servers, array])} -Count 2; Restart-Computer ${pick(["EX2", "EX3", "EX4"])}`);
  },
];

/** Whether a server may have databases mounted: it is up, and if it is in the group, two of the three members are. */
function mayMount(network: Network, server: Host | null): boolean {
  const up = network.hosts.filter(({ name, isUp }) => members.includes(name) && isUp).length;
  return server?.isUp === true && server.runs("MSExchangeIS") && (!members.includes(server.name) || up > 1);
}

/** Outlooks that count as connected and cannot be: their server is down or its service, or nobody has the mailbox. */
function falseConnections(shell: Shell): readonly string[] {
  const network = networkOf(shell.topology);
  const evaluation = new Evaluation(network);
  return listObjects(shell.topology, "OutlookClient").flatMap((object) => {
    const outlook = outlookOf(evaluation, object);
    if (outlook?.connection == null) return [];
    const host = network.host(outlook.connection.server);
    const isServing = host?.isUp === true && host.runs("MSExchangeRPC");
    const guid = outlook.mailbox === null ? null : guidField(outlook.mailbox, "Database");
    const database = guid === null ? null : getObject(shell.topology, guid);
    const home = database === null ? null : network.host(guidField(database, "Server"));
    return isServing && mayMount(network, home) ? [] : [`${outlook.name} on ${host?.name}`];
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
      fc.property(fc.array(deed, { maxLength: 16 }), (plan) => {
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
