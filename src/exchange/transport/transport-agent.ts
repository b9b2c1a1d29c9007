import { notEmulated } from "../../runtime/errors.js";
import {
  addObject,
  childrenOf,
  type DirectoryObject,
  getProperty,
  type NewObject,
  removeObject,
  updateObject,
} from "../../topology/index.js";
import type { ExchangeRelease } from "../catalogue/release.js";
import { objectStateOf } from "../noun/common-properties.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs, type Verb, type VerbBehaviour } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { writeFailure } from "../noun/write-failure.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { bool, computed, fixed, text } from "../properties/property.js";
import { schema } from "../schema.js";
import { hasRole } from "../servers/roles.js";
import { localHubServer } from "./transport-servers.js";

const typeName = "Microsoft.Exchange.Management.AgentTasks.TransportAgent";
const tasks = "Microsoft.Exchange.Management.AgentTasks";

interface BuiltIn {
  readonly name: string;
  readonly since?: ExchangeRelease;
  readonly factory: string;
}

const agents = "Microsoft.Exchange.Transport.Agent";
/** Agents of a new server (captured: get-transportagent.1 of 2016, .3 of 2010; of 2013 and 2019 from memory). */
const builtIn: readonly BuiltIn[] = [
  {
    name: "Transport Rule Agent",
    factory: "Microsoft.Exchange.MessagingPolicies.TransportRuleAgent.TransportRuleAgentFactory",
  },
  {
    name: "DLP Policy Agent",
    since: "2016",
    factory: "Microsoft.Exchange.MessagingPolicies.TransportRuleAgent.DlpPolicyAgentFactory",
  },
  {
    name: "Retention Policy Agent",
    since: "2016",
    factory: "Microsoft.Exchange.MessagingPolicies.RetentionPolicyAgent.RetentionPolicyAgentFactory",
  },
  {
    name: "Supervisory Review Agent",
    since: "2016",
    factory: "Microsoft.Exchange.MessagingPolicies.SupervisoryReviewAgent.SupervisoryReviewAgentFactory",
  },
  { name: "Malware Agent", since: "2013", factory: `${agents}.Malware.MalwareAgentFactory` },
  {
    name: "Text Messaging Routing Agent",
    factory: "Microsoft.Exchange.TextMessaging.Agent.TextMessagingRoutingAgentFactory",
  },
  {
    name: "Text Messaging Delivery Agent",
    factory: "Microsoft.Exchange.TextMessaging.Agent.TextMessagingDeliveryAgentFactory",
  },
  {
    name: "System Probe Drop Smtp Agent",
    since: "2013",
    factory: `${agents}.SystemProbeDrop.SystemProbeDropSmtpAgentFactory`,
  },
  {
    name: "System Probe Drop Routing Agent",
    since: "2013",
    factory: `${agents}.SystemProbeDrop.SystemProbeDropRoutingAgentFactory`,
  },
];
const releases: readonly ExchangeRelease[] = ["2010", "2013", "2016", "2019"];

/** What works on messages as they pass a server; each server has a list of its own. */
export const transportAgent = defineNoun({
  noun: "TransportAgent",
  called: "transport agent",
  class: {
    name: "TransportAgent",
    objectClass: ["top"],
    objectCategory: "Container",
    container: { belowClass: "ExchangeServer", path: ["CN=Transport Agents"] },
    /** The place in the list, and the release that brought the agent. */
    properties: { Order: { holds: "number" }, Since: { holds: "string" } },
  },
  serverSetup: (server) =>
    hasRole(server, "HubTransport")
      ? builtIn.map(
          ({ name, since, factory }, index): NewObject => ({
            class: "TransportAgent",
            name,
            parent: server.guid,
            properties: {
              Enabled: true,
              Order: index + 1,
              TransportAgentFactory: factory,
              ...(since === undefined ? {} : { Since: since }),
            },
          }),
        )
      : [],
  typeNames: [typeName],
  certainty: "captured",
  properties: () => [
    bool("Enabled", { default: false, parameter: null }),
    computed("Priority", "int", ({ live }) => live?.get("Priority") ?? null),
    text("TransportAgentFactory"),
    text("AssemblyPath"),
    computed("Identity", "Microsoft.Exchange.Data.ObjectId", ({ object }) => object.name),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", objectStateOf.fullName, () => objectStateOf("New")),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // facts/views.md: counted in five captures.
      columns: [
        { property: "Identity", width: 50 },
        { property: "Enabled", width: 15, alignment: "left" },
        { property: "Priority", alignment: "left" },
      ],
    },
  ],
});

const messages = {
  notFound: message({
    text: (identity: string) => `Transport agent "${identity}" wasn't found.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the failure is known, its text is not",
  }),
  exists: message({
    text: (name: string) => `A transport agent named "${name}" already exists.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the failure is known, its text is not",
  }),
  badPriority: message({
    text: (count: string) => `The priority has to be between 1 and ${count}.`,
    exception: "System.ArgumentOutOfRangeException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "the failure is known, its text is not",
  }),
} as const;

const seen = { certainty: "captured", evidence: "facts: install-transportagent.2, .4, set-transportagent.1" } as const;
const restart = sentence({
  text: () => "The following service restart is required for the change(s) to take effect : MSExchangeTransport",
  ...seen,
});
const exit = sentence({ text: (shell: string) => `Please exit ${shell} to complete the installation.`, ...seen });

const orderOf = (agent: DirectoryObject): number => Number(getProperty(schema, agent, "Order") ?? 0);

/** The agents of the server on which the session runs, in the order in which they work. */
export function agentsOf(task: Task): readonly DirectoryObject[] {
  const service = task.text("TransportService");
  if (service !== null && service.toLowerCase() !== "hub")
    throw notEmulated(`the agents of the transport service ${service}`, "Those of Hub are known.");
  const server = localHubServer(task);
  if (server === undefined) return [];
  const now = releases.indexOf(task.info.release);
  return agentsBelow(task, server)
    .filter((agent) => releases.indexOf((getProperty(schema, agent, "Since") ?? "2010") as ExchangeRelease) <= now)
    .sort((a, b) => orderOf(a) - orderOf(b));
}

function agentsBelow(task: Task, server: DirectoryObject): DirectoryObject[] {
  const below = (parent: DirectoryObject): DirectoryObject[] =>
    childrenOf(task.topology, parent.guid).flatMap((child) =>
      child.class === "TransportAgent" ? [child] : child.name === "Transport Agents" ? below(child) : [],
    );
  return below(server);
}

/** The agent that -Identity names: by its name alone. */
function agentNamed(task: Task): DirectoryObject {
  const identity = task.value("Identity");
  const name = identity instanceof IdParameter ? identity.text : "";
  const found = agentsOf(task).find((agent) => agent.name.toLowerCase() === name.toLowerCase());
  if (found === undefined) throw task.failure(messages.notFound, [name]);
  return found;
}

function show(task: Task, agent: DirectoryObject): void {
  const priority = agentsOf(task).findIndex(({ guid }) => guid === agent.guid) + 1;
  const live = new Map([["Priority", priority]]);
  task.cmdlet.writeObject(transportAgent.present({ ...task.source(agent), live }));
}

function write(task: Task, agent: DirectoryObject, properties: NonNullable<NewObject["properties"]>): DirectoryObject {
  const result = updateObject(schema, task.topology, agent.guid, { properties });
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
  return result.object;
}

const warnOfRestart = (task: Task): void => task.cmdlet.writeWarning(restart.text());

/** A verb that changes an agent and asks for a restart of the service. */
function changing(
  verb: Verb,
  doing: string,
  emulated: readonly string[],
  change: (task: Task, agent: DirectoryObject) => void,
): VerbBehaviour {
  const question = sentence({
    text: (name: string) => `${doing} transport agent "${name}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  });
  return {
    taskClass: `${tasks}.${verb}TransportAgent`,
    emulated: ["Identity", "TransportService", ...emulated],
    accepted: [],
    confirms: verb === "Disable" || verb === "Uninstall",
    process: (task) => {
      const agent = agentNamed(task);
      task.requireWrite(agent);
      if (!task.shouldProcess(question.text(agent.name))) return;
      change(task, agent);
      warnOfRestart(task);
    },
  };
}

/** Puts an agent into its place. */
function move(task: Task, agent: DirectoryObject): void {
  if (!task.has("Priority")) return;
  const wanted = Number(task.text("Priority"));
  const others = agentsOf(task).filter(({ guid }) => guid !== agent.guid);
  if (wanted < 1 || wanted > others.length + 1) throw task.failure(messages.badPriority, [String(others.length + 1)]);
  const order = [...others.slice(0, wanted - 1), agent, ...others.slice(wanted - 1)];
  for (const [index, each] of order.entries()) write(task, each, { Order: index + 1 });
}

function install(task: Task): void {
  const name = task.text("Name") ?? "";
  const all = agentsOf(task);
  const server = localHubServer(task);
  if (server === undefined) throw task.failure(messages.notFound, [name]);
  if (all.some((agent) => agent.name.toLowerCase() === name.toLowerCase())) throw task.failure(messages.exists, [name]);
  task.requireWrite(server);
  if (!task.shouldProcess(installing.text(name))) return;
  const result = addObject(schema, task.topology, {
    class: "TransportAgent",
    name,
    parent: server.guid,
    properties: {
      TransportAgentFactory: task.text("TransportAgentFactory"),
      AssemblyPath: task.text("AssemblyPath"),
      Order: Math.max(0, ...all.map(orderOf)) + 1,
    },
  });
  if (!result.ok) throw writeFailure(task, result.failure);
  task.commit(result.topology);
  show(task, result.object);
  task.cmdlet.writeWarning(exit.text(task.info.release === "2010" ? "Powershell" : "Windows PowerShell"));
  warnOfRestart(task);
}

const installing = sentence({
  text: (name: string) => `Installing transport agent "${name}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

export const transportAgentVerbs: NounVerbs = {
  Get: {
    ...getVerb(transportAgent, { taskClass: `${tasks}.GetTransportAgent`, emulated: ["TransportService"] }),
    process: (task) => {
      if (task.has("Identity")) show(task, agentNamed(task));
      else for (const agent of agentsOf(task)) show(task, agent);
    },
  },
  Enable: changing("Enable", "Enabling", [], (task, agent) => write(task, agent, { Enabled: true })),
  Disable: changing("Disable", "Disabling", [], (task, agent) => write(task, agent, { Enabled: false })),
  Set: changing("Set", "Setting", ["Priority"], move),
  Install: {
    taskClass: `${tasks}.InstallTransportAgent`,
    emulated: ["Name", "TransportAgentFactory", "AssemblyPath", "TransportService"],
    accepted: [],
    process: install,
  },
  Uninstall: changing("Uninstall", "Uninstalling", [], (task, agent) => {
    const result = removeObject(schema, task.topology, agent.guid);
    if (!result.ok) throw writeFailure(task, result.failure);
    task.commit(result.topology);
  }),
};
