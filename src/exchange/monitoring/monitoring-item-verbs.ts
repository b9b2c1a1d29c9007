import type { DirectoryObject } from "../../topology/index.js";
import { localTime } from "../../values/local-time.js";
import { Guid } from "../../values/simple-values.js";
import type { Value } from "../../values/value.js";
import { objectStateOf } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { resolveServer, serverQuery } from "../servers/resolve-server.js";
import { servicesByName } from "../servers/running-services.js";
import { writtenId } from "../types/ad-object-id.js";
import { identityOfItem, itemsNamed, type MonitoringItem } from "./monitoring-items.js";

/** Get-MonitoringItemIdentity and Invoke-MonitoringProbe, since 2013: what watches a server, and one try of a probe. */

const namespace = "Microsoft.Exchange.Monitoring";
const identityType = `${namespace}.MonitoringItemIdentity`;
const resultType = `${namespace}.MonitoringProbeResult`;
const time = "System.Nullable[datetime]";
const told = (name: string, type = "string") => computed(name, type, live(name));
const tail = () => [
  told("Identity", "Microsoft.Exchange.Data.ObjectId"),
  fixed("IsValid", "bool", () => true),
  fixed("ObjectState", objectStateOf.fullName, () => objectStateOf("New")),
];

/** View: the four columns of the documented example; the list from memory. */
export const monitoringItemIdentity = defineNoun({
  noun: "MonitoringItemIdentity",
  identity: serverQuery,
  typeNames: [identityType, "Microsoft.Exchange.Data.ConfigurableObject"],
  certainty: "memory",
  properties: () => [
    told("Server"),
    told("HealthSetName"),
    told("Name"),
    told("TargetResource"),
    told("ItemType"),
    ...tail(),
  ],
  views: [
    {
      kind: "table",
      name: identityType,
      typeNames: [identityType],
      columns: [
        { property: "ItemType", width: 10 },
        { property: "HealthSetName", width: 25 },
        { property: "Name", width: 45 },
        { property: "TargetResource" },
      ],
    },
  ],
});

/** What one try of a probe came to; all from memory. */
export const monitoringProbe = defineNoun({
  noun: "MonitoringProbe",
  identity: serverQuery,
  typeNames: [resultType, "Microsoft.Exchange.Data.ConfigurableObject"],
  certainty: "memory",
  properties: () => [
    told("Server"),
    told("MonitorIdentity"),
    told("RequestId", "guid"),
    told("ExecutionStartTime", time),
    told("ExecutionEndTime", time),
    told("Error"),
    fixed("Exception", "string", () => ""),
    fixed("PoisonedCount", "byte", () => 0),
    fixed("ExecutionId", "int", () => 0),
    fixed("SampleValue", "double", () => 0),
    fixed("ExecutionContext", "string", () => ""),
    told("FailureContext"),
    fixed("ExtensionXml", "string", () => ""),
    told("ResultType"),
    fixed("RetryCount", "byte", () => 0),
    told("ResultName"),
    fixed("IsNotified", "bool", () => false),
    fixed("ResultId", "int", () => 0),
    told("ServiceName"),
    ...tail(),
  ],
  views: [],
});

const notFound = message({
  text: (identity: string, server: string) => `The server "${server}" has no monitoring item "${identity}".`,
  exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
  category: "ObjectNotFound",
  certainty: "unknown",
  evidence: "the failure is known, its text is not",
});

function itemsMeant(task: Task, server: DirectoryObject): readonly MonitoringItem[] {
  const identity = task.text("Identity") ?? "";
  const items = itemsNamed(identity);
  if (items.length === 0) throw task.failure(notFound, [identity, server.name], task.id(server));
  return items;
}

function show(task: Task): void {
  const server = resolveServer(task, "Server");
  for (const item of itemsMeant(task, server)) {
    const values: Readonly<Record<string, Value>> = {
      Server: server.name,
      HealthSetName: item.set,
      Name: item.name,
      TargetResource: item.target,
      ItemType: item.type,
      Identity: writtenId(identityOfItem(item)),
    };
    writeRow(task, monitoringItemIdentity, server, values);
  }
}

/** A probe fails where the service that it tries does not run. */
function invoke(task: Task): void {
  const server = resolveServer(task, "Server");
  const [probe] = itemsMeant(task, server).filter(({ type }) => type === "Probe");
  if (probe === undefined) throw task.failure(notFound, [task.text("Identity") ?? "", server.name], task.id(server));
  const service = servicesByName(task.topology, server).get(probe.service?.toLowerCase() ?? "");
  const failure =
    service === undefined || service.status === "Running" ? "" : `The service ${probe.service ?? ""} isn't running.`;
  const now = localTime(task.cmdlet.context, task.topology.clock);
  writeRow(task, monitoringProbe, server, {
    Server: server.name,
    MonitorIdentity: identityOfItem(probe),
    RequestId: new Guid(task.cmdlet.context.newGuid()),
    ExecutionStartTime: now,
    ExecutionEndTime: now,
    Error: failure,
    FailureContext: failure,
    ResultType: failure === "" ? "Succeeded" : "Failed",
    ResultName: identityOfItem(probe).replaceAll("\\", "/"),
    ServiceName: probe.set,
    Identity: writtenId(identityOfItem(probe)),
  });
}

export const monitoringItemIdentityVerbs: NounVerbs = {
  Get: {
    taskClass: `${namespace}.GetMonitoringItemIdentity`,
    emulated: ["Identity", "Server"],
    accepted: [],
    process: show,
  },
};

export const monitoringProbeVerbs: NounVerbs = {
  Invoke: {
    taskClass: `${namespace}.InvokeMonitoringProbe`,
    emulated: ["Identity", "Server"],
    // As whom and where a probe tries does not matter here: it looks at the service.
    accepted: [
      "Account",
      "Endpoint",
      "ItemTargetExtension",
      "Password",
      "PropertyOverride",
      "SecondaryAccount",
      "SecondaryEndpoint",
      "SecondaryPassword",
      "TimeOutSeconds",
    ],
    process: invoke,
  },
};
