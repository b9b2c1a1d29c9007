import { getProperty, listObjects } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live, texts } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { computed, fixed } from "../properties/property.js";
import { schema } from "../schema.js";
import { serverAbove } from "../types/ad-object-id.js";
import { agentsOf } from "./transport-agent.js";
import { localHubServer } from "./transport-servers.js";

const typeName = "Microsoft.Exchange.Management.AgentTasks.TransportEvent";

/** Where agents can work on a message, in the order in which it comes there; which event an agent waits for: from memory. */
const events: readonly (readonly [event: string, ...agents: string[]])[] = [
  ["OnConnectEvent"],
  ["OnHeloCommand"],
  ["OnEhloCommand"],
  ["OnAuthCommand"],
  ["OnEndOfAuthentication"],
  ["OnMailCommand"],
  ["OnRcptCommand"],
  ["OnDataCommand"],
  ["OnEndOfHeaders"],
  ["OnEndOfData"],
  ["OnHelpCommand"],
  ["OnNoopCommand"],
  ["OnReject"],
  ["OnRsetCommand"],
  ["OnDisconnectEvent"],
  ["OnSubmittedMessage", "Text Messaging Routing Agent"],
  ["OnResolvedMessage"],
  ["OnRoutedMessage", "Transport Rule Agent"],
  ["OnCategorizedMessage"],
];

/** Which agents work on messages, and when. List and view from memory. */
export const transportPipeline = defineNoun({
  noun: "TransportPipeline",
  tasks: "AgentTasks",
  identity: { classes: [] },
  typeNames: [typeName],
  properties: () => [
    computed("Event", "string", live("Event")),
    computed("TransportAgents", "Microsoft.Exchange.Data.MultiValuedProperty[string]", live("TransportAgents")),
    fixed("IsValid", "bool", () => true),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [{ property: "Event" }, { property: "TransportAgents" }],
    },
  ],
});

const nothingYet = sentence({
  text: () =>
    "The transport pipeline can't be shown: no message has gone through the Microsoft Exchange Transport service since it was started.",
  certainty: "unknown",
  evidence: "the rule is documented, the text is not known",
});

/** The agents load with the first message (documented): before it, there is nothing to show. */
function show(task: Task): void {
  const server = localHubServer(task);
  const hasWorked = listObjects(task.topology, "MessageTrackingEvent").some(
    (event) => serverAbove(task.topology, event)?.guid === server?.guid,
  );
  if (server === undefined || !hasWorked) {
    task.cmdlet.writeWarning(nothingYet.text());
    return;
  }
  const enabled = agentsOf(task).filter((agent) => getProperty(schema, agent, "Enabled") === true);
  for (const [event, ...names] of events) {
    const values = new Map<string, Value>([
      ["Event", event],
      ["TransportAgents", texts(enabled.map(({ name }) => name).filter((name) => names.includes(name)))],
    ]);
    task.cmdlet.writeObject(transportPipeline.present({ ...task.source(server), live: values }));
  }
}

export const transportPipelineVerbs: NounVerbs = {
  Get: { taskClass: "AgentTasks.GetTransportPipeline", emulated: [], accepted: [], process: show },
};
