import { type DirectoryObject, listObjects } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import { objectStateOf } from "../noun/common-properties.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { computed, fixed } from "../properties/property.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { serverVersionOf } from "./exchange-server.js";
import { resolveServer, serverQuery } from "./resolve-server.js";
import { dutiesOfServer } from "./roles.js";
import { servicesByName } from "./running-services.js";

const typeName = "Microsoft.Exchange.Monitoring.ExchangeServicesStatus";
const strings = "Microsoft.Exchange.Data.MultiValuedProperty[string]";

/** Whether the services that a role needs run. View: captured in 2013 (test-servicehealth.1). */
export const serviceHealth = defineNoun({
  noun: "ServiceHealth",
  identity: serverQuery,
  typeNames: [typeName],
  certainty: "captured",
  properties: () => [
    computed("Role", "string", live("Role")),
    computed("RequiredServicesRunning", "bool", live("RequiredServicesRunning")),
    computed("ServicesNotRunning", strings, live("ServicesNotRunning")),
    computed("ServicesRunning", strings, live("ServicesRunning")),
    fixed("Identity", "Microsoft.Exchange.Data.ObjectId", () => null),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", objectStateOf.fullName, () => objectStateOf("New")),
  ],
  views: [
    {
      kind: "list",
      name: typeName,
      typeNames: [typeName],
      entries: [
        {
          items: [
            { property: "Role" },
            { property: "RequiredServicesRunning" },
            { property: "ServicesRunning" },
            { property: "ServicesNotRunning" },
          ],
        },
      ],
    },
  ],
});

const common = "IISAdmin MSExchangeADTopology MSExchangeServiceHost W3Svc WinRM";

/** What roles need beside what all need; 2013: captured (test-servicehealth.1), 2010: from memory (facts/nouns.json). */
const needs: Readonly<Record<"2010" | "2013", Readonly<Record<string, string>>>> = {
  "2010": {
    Mailbox:
      "MSExchangeIS MSExchangeMailboxAssistants MSExchangeMailSubmission MSExchangeRepl MSExchangeRPC MSExchangeSA MSExchangeSearch MSExchangeThrottling MSExchangeTransportLogSearch",
    ClientAccess:
      "MSExchangeAB MSExchangeFBA MSExchangeFDS MSExchangeMailboxReplication MSExchangeProtectedServiceHost MSExchangeRPC",
    UnifiedMessaging: "MSExchangeUM",
    HubTransport: "MSExchangeEdgeSync MSExchangeTransport MSExchangeTransportLogSearch",
  },
  "2013": {
    Mailbox:
      "MSExchangeDelivery MSExchangeIS MSExchangeMailboxAssistants MSExchangeRepl MSExchangeRPC MSExchangeSubmission MSExchangeThrottling MSExchangeTransportLogSearch",
    ClientAccess: "MSExchangeMailboxReplication MSExchangeRPC",
    UnifiedMessaging: "MSExchangeUM",
    HubTransport: "MSExchangeEdgeSync MSExchangeTransport MSExchangeTransportLogSearch",
  },
};

/** Roles in the order of the output, with what they are called in it. */
const roles = [
  ["Mailbox", "Mailbox Server Role"],
  ["ClientAccess", "Client Access Server Role"],
  ["UnifiedMessaging", "Unified Messaging Server Role"],
  ["HubTransport", "Hub Transport Server Role"],
] as const;

/** Case aside, as the output has them. */
function byName(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The server's own version decides, not the shell's. */
function needed(task: Task, server: DirectoryObject, role: string): readonly string[] {
  const isRecent = (serverVersionOf(task.source(server))?.major ?? 0) >= 15;
  const own = needs[isRecent ? "2013" : "2010"][role] ?? "";
  return `${common} ${own}`.split(" ").sort(byName);
}

function test(task: Task): void {
  const server = serverToTest(task);
  if (server === undefined) return;
  const services = servicesByName(task.topology, server);
  const isRunning = (name: string): boolean => services.get(name.toLowerCase())?.status === "Running";
  const own = dutiesOfServer(server);
  for (const [role, called] of roles) {
    if (!own.includes(role)) continue;
    const names = needed(task, server, role);
    const stopped = names.filter((name) => !isRunning(name));
    const values = new Map<string, Value>([
      ["Role", called],
      ["RequiredServicesRunning", stopped.length === 0],
      ["ServicesNotRunning", multiValuedProperty([...stopped])],
      ["ServicesRunning", multiValuedProperty(names.filter(isRunning))],
    ]);
    task.cmdlet.writeObject(serviceHealth.present({ ...task.source(server), live: values }));
  }
}

/** The server that -Server means, or the local one. */
function serverToTest(task: Task): DirectoryObject | undefined {
  return task.has("Server") ? resolveServer(task, "Server") : listObjects(task.topology, "ExchangeServer")[0];
}

export const serviceHealthVerbs: NounVerbs = {
  Test: {
    taskClass: "Microsoft.Exchange.Monitoring.TestServiceHealth",
    emulated: ["Server"],
    // Nothing is slow here, and no monitoring listens.
    accepted: ["ActiveDirectoryTimeout", "MonitoringContext"],
    process: test,
  },
};
