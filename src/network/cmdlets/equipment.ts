import { defineCmdlet } from "../../binding/define-cmdlet.js";
import { namesOf } from "../../cmdlets/session/scopes.js";
import type { CmdletRuntime } from "../../runtime/cmdlet.js";
import { PSArray } from "../../values/index.js";
import { addBalancer, changeBalancer, publish, removeBalancer, unpublish } from "../change/balancing.js";
import { installCertificate } from "../change/certificates.js";
import { membersInUse } from "../health-checks.js";
import { rpc } from "../listeners.js";
import type { Host } from "../machines.js";
import { type Balancer, networkOf, type PublishingRule } from "../network.js";
import { labType, textList } from "./lab-object.js";
import { change, given, labSource, labTypeName, named, oneOf, settledTopology, wordOf } from "./task.js";

/** A load balancer with the members that it sends connections to now. */
interface BalancerRow extends Balancer {
  readonly inUse: readonly Host[];
}

const balancerType = labType<BalancerRow>("Balancer", [
  { name: "Name", width: 16, value: ({ name }) => name },
  { name: "VirtualAddress", width: 15, value: ({ address }) => address },
  { name: "State", width: 5, value: ({ isUp }) => (isUp ? "Up" : "Down") },
  { name: "Affinity", width: 13, value: ({ affinity }) => affinity },
  { name: "Method", value: ({ method }) => method },
  { name: "HealthCheck", width: 11, value: ({ healthCheck }) => healthCheck },
  { name: "HealthInterval", typeName: "int", value: ({ healthInterval }) => healthInterval },
  { name: "Ports", typeName: "int[]", value: ({ ports }) => new PSArray([...ports]) },
  { name: "Pool", typeName: "string[]", width: 0, value: ({ pool }) => textList(pool.map(({ name }) => name)) },
  {
    name: "Healthy",
    typeName: "string[]",
    value: ({ inUse }) => textList(inUse.map(({ name }) => name)),
  },
]);

const healthChecks = ["Service", "Ping", "None"] as const;
const affinities = ["None", "SourceAddress"] as const;
const methods = ["RoundRobin", "LeastConnections"] as const;

const balancerSettings = {
  Port: { type: "int[]" },
  HealthCheck: oneOf(healthChecks),
  HealthInterval: { type: "int" },
  Affinity: oneOf(affinities),
  Method: oneOf(methods),
} as const;

interface BalancerSettings {
  readonly Port?: PSArray | undefined;
  readonly HealthCheck?: string | undefined;
  readonly HealthInterval?: number | undefined;
  readonly Affinity?: string | undefined;
  readonly Method?: string | undefined;
}

function settingsOf({ Port, HealthCheck, HealthInterval, Affinity, Method }: BalancerSettings) {
  return given({
    ports: Port?.items.map(Number),
    healthCheck: wordOf(healthChecks, HealthCheck),
    healthInterval: HealthInterval,
    affinity: wordOf(affinities, Affinity),
    method: wordOf(methods, Method),
  });
}

function writeBalancers(cmdlet: CmdletRuntime, names: readonly string[] | null, given?: PSArray): void {
  const { balancers, topology } = networkOf(settledTopology(cmdlet));
  const chosen = names === null ? named(cmdlet, "load balancer", balancers, given) : balancers;
  const wanted = new Set(names?.map((name) => name.toLowerCase()));
  for (const balancer of chosen) {
    if (names !== null && !wanted.has(balancer.name.toLowerCase())) continue;
    cmdlet.writeObject(balancerType.make({ ...balancer, inUse: membersInUse(balancer, rpc, topology.clock) }));
  }
}

const newLabBalancer = defineCmdlet({
  name: "New-LabBalancer",
  typeName: labTypeName("New-LabBalancer"),
  source: labSource,
  synopsis: "Makes a hardware or virtual load balancer: a virtual address in front of servers.",
  supportsShouldProcess: true,
  parameters: {
    Name: { type: "string", mandatory: true, position: 0 },
    VirtualAddress: { type: "string", mandatory: true, position: 1, aliases: ["Address"] },
    Pool: { type: "string[]", mandatory: true, position: 2 },
    ...balancerSettings,
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { Name: name = "", VirtualAddress: address = "" } = parameters;
      if (!cmdlet.shouldProcess(name)) return;
      const pool = namesOf(cmdlet, parameters.Pool);
      const spec = { name, address, pool, ...settingsOf(parameters) };
      if (change(cmdlet, (topology) => addBalancer(topology, spec))) writeBalancers(cmdlet, [name]);
    },
  }),
});

const getLabBalancer = defineCmdlet({
  name: "Get-LabBalancer",
  typeName: labTypeName("Get-LabBalancer"),
  source: labSource,
  synopsis: "Gives the load balancers.",
  parameters: { Name: { type: "string[]", position: 0, pipeline: "value,name" } },
  create: (parameters, cmdlet) => ({ process: () => writeBalancers(cmdlet, null, parameters.Name) }),
});

const states = ["Up", "Down"] as const;

const setLabBalancer = defineCmdlet({
  name: "Set-LabBalancer",
  typeName: labTypeName("Set-LabBalancer"),
  source: labSource,
  synopsis: "Changes load balancers: address, pool, health check, affinity, or whether they are up.",
  supportsShouldProcess: true,
  parameters: {
    Name: { type: "string[]", mandatory: true, position: 0, pipeline: "value,name" },
    VirtualAddress: { type: "string", aliases: ["Address"] },
    Pool: { type: "string[]" },
    State: oneOf(states),
    ...balancerSettings,
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { Pool, State, VirtualAddress } = parameters;
      const changes = {
        ...settingsOf(parameters),
        ...given({
          address: VirtualAddress,
          pool: Pool === undefined ? undefined : namesOf(cmdlet, Pool),
          isUp: State === undefined ? undefined : wordOf(states, State) === "Up",
        }),
      };
      const { balancers } = networkOf(settledTopology(cmdlet));
      for (const { name } of named(cmdlet, "load balancer", balancers, parameters.Name)) {
        if (cmdlet.shouldProcess(name)) change(cmdlet, (topology) => changeBalancer(topology, name, changes));
      }
    },
  }),
});

const removeLabBalancer = defineCmdlet({
  name: "Remove-LabBalancer",
  typeName: labTypeName("Remove-LabBalancer"),
  source: labSource,
  synopsis: "Removes load balancers.",
  supportsShouldProcess: true,
  parameters: { Name: { type: "string[]", mandatory: true, position: 0, pipeline: "value,name" } },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { balancers } = networkOf(settledTopology(cmdlet));
      for (const { name } of named(cmdlet, "load balancer", balancers, parameters.Name)) {
        if (cmdlet.shouldProcess(name)) change(cmdlet, (topology) => removeBalancer(topology, name));
      }
    },
  }),
});

const ruleType = labType<PublishingRule>("FirewallRule", [
  { name: "Name", width: 24, value: ({ name }) => name },
  { name: "ExternalAddress", width: 15, value: ({ externalAddress }) => externalAddress },
  { name: "Port", typeName: "int", width: 5, value: ({ port }) => port },
  { name: "Target", width: 0, value: ({ target }) => target },
]);

const newLabFirewallRule = defineCmdlet({
  name: "New-LabFirewallRule",
  typeName: labTypeName("New-LabFirewallRule"),
  source: labSource,
  synopsis: "Lets connections from outside to an address and a port through to an inner address.",
  supportsShouldProcess: true,
  parameters: {
    Name: { type: "string", mandatory: true, position: 0 },
    ExternalAddress: { type: "string", mandatory: true, position: 1 },
    Port: { type: "int", mandatory: true, position: 2 },
    Target: { type: "string", position: 3 },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { Name: name = "", ExternalAddress: address = "", Port: port = 0, Target } = parameters;
      if (!cmdlet.shouldProcess(name)) return;
      const spec = { name, address, port, ...given({ target: Target }) };
      if (!change(cmdlet, (topology) => publish(topology, spec))) return;
      const made = networkOf(settledTopology(cmdlet)).publishing.find((rule) => rule.name === name);
      if (made !== undefined) cmdlet.writeObject(ruleType.make(made));
    },
  }),
});

const getLabFirewallRule = defineCmdlet({
  name: "Get-LabFirewallRule",
  typeName: labTypeName("Get-LabFirewallRule"),
  source: labSource,
  synopsis: "Gives what the firewall lets in.",
  parameters: { Name: { type: "string[]", position: 0, pipeline: "value,name" } },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { publishing } = networkOf(settledTopology(cmdlet));
      for (const rule of named(cmdlet, "firewall rule", publishing, parameters.Name)) {
        cmdlet.writeObject(ruleType.make(rule));
      }
    },
  }),
});

const removeLabFirewallRule = defineCmdlet({
  name: "Remove-LabFirewallRule",
  typeName: labTypeName("Remove-LabFirewallRule"),
  source: labSource,
  synopsis: "Takes rules of the firewall back.",
  supportsShouldProcess: true,
  parameters: { Name: { type: "string[]", mandatory: true, position: 0, pipeline: "value,name" } },
  create: (parameters, cmdlet) => ({
    process(): void {
      const { publishing } = networkOf(settledTopology(cmdlet));
      for (const { name } of named(cmdlet, "firewall rule", publishing, parameters.Name)) {
        if (cmdlet.shouldProcess(name)) change(cmdlet, (topology) => unpublish(topology, name));
      }
    },
  }),
});

const installLabCertificate = defineCmdlet({
  name: "Install-LabCertificate",
  typeName: labTypeName("Install-LabCertificate"),
  source: labSource,
  synopsis: "Gives servers a certificate with some names that clients trust, and lets IIS use it.",
  supportsShouldProcess: true,
  parameters: {
    Server: { type: "string[]", mandatory: true, position: 0, pipeline: "value", aliases: ["Name"] },
    DomainName: { type: "string[]", mandatory: true, position: 1 },
  },
  create: (parameters, cmdlet) => ({
    process(): void {
      const names = namesOf(cmdlet, parameters.DomainName);
      for (const server of namesOf(cmdlet, parameters.Server)) {
        if (cmdlet.shouldProcess(server)) change(cmdlet, (topology) => installCertificate(topology, [server], names));
      }
    },
  }),
});

export const equipmentCmdlets = [
  installLabCertificate,
  newLabBalancer,
  getLabBalancer,
  setLabBalancer,
  removeLabBalancer,
  newLabFirewallRule,
  getLabFirewallRule,
  removeLabFirewallRule,
];
export const equipmentViews = [...balancerType.views, ...ruleType.views];
