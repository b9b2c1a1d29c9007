import { type DirectoryObject, getProperty, isList, isRecord, type PropertyValue } from "../../topology/index.js";
import { localTime } from "../../values/local-time.js";
import type { Value } from "../../values/value.js";
import { objectStateOf } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { computed, fixed } from "../properties/property.js";
import { declareInDirectory, schema } from "../schema.js";
import { writtenId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { type HealthSet, healthSets, type Monitor } from "./health-sets.js";
import { serverQuery } from "./resolve-server.js";
import { isSince2013 } from "./roles.js";
import { servicesByName } from "./running-services.js";
import { componentStateOf } from "./server-component-state.js";

const monitoring = "Microsoft.Exchange.Monitoring";
// What the types are called is not known.
const typeName = `${monitoring}.ServerHealth`;
const reportType = `${monitoring}.HealthReport`;
const time = "System.Nullable[datetime]";

const alertValue = enumeration(`${monitoring}.AlertValue`, [
  "Unknown",
  "Healthy",
  "Degraded",
  "Unhealthy",
  "Repairing",
  "Disabled",
]);
const monitorState = enumeration(`${monitoring}.HealthState`, [
  "NotApplicable",
  "Online",
  "PartiallyOnline",
  "Offline",
  "Functional",
  "Sidelined",
]);

declareInDirectory({
  noun: "ServerHealth",
  // Records `alert`: set, monitor and target, and what the monitor says, where it isn't what the services tell.
  extension: { name: "ExchangeServer", properties: { HealthAlerts: { holds: "record", many: true } } },
});

/** How one monitor of a server finds what it watches (2013 and later). Order: 2016 (get-serverhealth.2), view: .3. */
export const serverHealth = defineNoun({
  noun: "ServerHealth",
  identity: serverQuery,
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  certainty: "captured",
  properties: () => [
    computed("Server", "string", live("Server")),
    computed("CurrentHealthSetState", monitorState.fullName, live("State")),
    computed("Name", "string", live("Name")),
    computed("TargetResource", "string", live("TargetResource")),
    computed("HealthSetName", "string", live("HealthSetName")),
    computed("HealthGroupName", "string", live("HealthGroupName")),
    computed("AlertValue", alertValue.fullName, live("AlertValue")),
    computed("FirstAlertObservedTime", time, live("FirstAlertObservedTime")),
    fixed("Description", "string", () => ""),
    computed("IsHaImpacting", "bool", live("IsHaImpacting")),
    fixed("RecurranceInterval", "int", () => 0),
    computed("DefinitionCreatedTime", time, live("Time")),
    fixed("HealthSetDescription", "string", () => ""),
    computed("ServerComponentName", "string", live("ServerComponent")),
    computed("LastTransitionTime", time, live("Time")),
    computed("LastExecutionTime", time, live("Time")),
    fixed("LastExecutionResult", "string", () => "Succeeded"),
    computed("ResultId", "long", live("Number")),
    computed("WorkItemId", "long", live("Number")),
    fixed("IsStale", "bool", () => false),
    fixed("Error", "string", () => ""),
    fixed("Exception", "string", () => ""),
    fixed("IsNotified", "bool", () => false),
    fixed("LastFailedProbeId", "int", () => -1),
    fixed("LastFailedProbeResultId", "int", () => -1),
    fixed("ServicePriority", "int", () => 0),
    computed("Identity", "Microsoft.Exchange.Data.ObjectId", live("Identity")),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", objectStateOf.fullName, () => objectStateOf("New")),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Server", width: 15 },
        { property: "CurrentHealthSetState", label: "State", width: 15, alignment: "left" },
        { property: "Name", width: 20 },
        { property: "TargetResource", width: 20 },
        { property: "HealthSetName", width: 15 },
        { property: "AlertValue", width: 10, alignment: "left" },
        { property: "ServerComponentName", label: "ServerComponent", width: 10 },
      ],
    },
  ],
});

/** What the monitors of a set come to (2013 and later). View: columns documented, widths and list from memory. */
export const healthReport = defineNoun({
  noun: "HealthReport",
  identity: serverQuery,
  typeNames: [reportType, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("Server", "string", live("Server")),
    computed("State", monitorState.fullName, live("State")),
    computed("HealthSet", "string", live("HealthSet")),
    computed("HealthGroup", "string", live("HealthGroup")),
    computed("AlertValue", alertValue.fullName, live("AlertValue")),
    computed("LastTransitionTime", time, live("Time")),
    computed("MonitorCount", "int", live("MonitorCount")),
    computed("HaImpactingMonitorCount", "int", live("HaImpactingMonitorCount")),
    computed("Entries", `Microsoft.Exchange.Data.MultiValuedProperty[${typeName}]`, live("Entries")),
    computed("Identity", "Microsoft.Exchange.Data.ObjectId", live("Identity")),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", objectStateOf.fullName, () => objectStateOf("New")),
  ],
  views: [
    {
      kind: "table",
      name: reportType,
      typeNames: [reportType],
      columns: [
        { property: "Server", width: 15 },
        { property: "State", width: 20, alignment: "left" },
        { property: "HealthSet", width: 20 },
        { property: "AlertValue", width: 14, alignment: "left" },
        { property: "LastTransitionTime", width: 22, alignment: "left" },
        { property: "MonitorCount", width: 12, alignment: "left" },
      ],
    },
  ],
});

const messages = {
  tooOld: message({
    text: (server: string) => `The server "${server}" runs a version of Exchange whose health isn't watched.`,
    exception: "System.InvalidOperationException",
    category: "InvalidOperation",
    certainty: "unknown",
    evidence: "the health sets are there since 2013 (documented), the text is not known",
  }),
} as const;

/** Sets that decide whether databases stay on a server, from memory. */
const availability: ReadonlySet<string> = new Set(["DataProtection", "Store", "Search"]);

/** What a monitor said, where it isn't what the services tell. */
export interface HealthAlert {
  readonly set: string;
  readonly monitor: string;
  readonly target: string;
  readonly value: string;
}

/** The records that keep what monitors of a server say. */
export const alertRecords = (alerts: readonly HealthAlert[]): PropertyValue =>
  alerts.map((alert) => ({ kind: "alert", ...alert }));

function alertsOf(server: DirectoryObject): readonly HealthAlert[] {
  const stored = getProperty(schema, server, "HealthAlerts");
  return (isList(stored) ? stored : []).flatMap((each) =>
    isRecord(each)
      ? [
          {
            set: String(each.set),
            monitor: String(each.monitor),
            target: String(each.target),
            value: String(each.value),
          },
        ]
      : [],
  );
}

/** One monitor of a server as it is now. */
interface Finding {
  readonly set: HealthSet;
  readonly monitor: Monitor;
  readonly value: string;
  readonly state: string;
  readonly number: bigint;
}

function findingsOn(task: Task, server: DirectoryObject): readonly Finding[] {
  const services = servicesByName(task.topology, server);
  const isStopped = (name: string | undefined): boolean => {
    const service = services.get(name?.toLowerCase() ?? "");
    return service !== undefined && service.status !== "Running";
  };
  const said = alertsOf(server);
  return healthSets.flatMap((set, place) =>
    set.monitors.map((monitor, index): Finding => {
      const alert = said.find(
        (each) => each.set === set.name && each.monitor === monitor.name && each.target === monitor.target,
      );
      const value = alert?.value ?? (isStopped(monitor.service) ? "Unhealthy" : "Healthy");
      return { set, monitor, value, state: stateOf(server, set), number: BigInt(5_000_000 + place * 1000 + index) };
    }),
  );
}

function stateOf(server: DirectoryObject, { component }: HealthSet): string {
  if (component === "None") return "NotApplicable";
  return componentStateOf(server, component) === "Active" ? "Online" : "Offline";
}

/** The findings on the server that -Identity means, of the set that -HealthSet names. */
function asked(task: Task): { readonly server: DirectoryObject; readonly findings: readonly Finding[] } {
  const server = task.resolve("Identity", serverQuery, (identity) => task.notFound(identity));
  if (!isSince2013(server)) throw task.failure(messages.tooOld, [server.name], task.id(server));
  const wanted = task.text("HealthSet")?.toLowerCase();
  const findings = findingsOn(task, server).filter(
    ({ set }) =>
      (wanted === undefined || set.name.toLowerCase() === wanted) &&
      (!task.isOn("HaImpactingOnly") || availability.has(set.name)),
  );
  return { server, findings };
}

function entryOf(task: Task, server: DirectoryObject, { set, monitor, value, state, number }: Finding): Value {
  const now = localTime(task.cmdlet.context, task.topology.clock);
  const values = new Map<string, Value>([
    ["Server", server.name],
    ["State", monitorState(state)],
    ["Name", monitor.name],
    ["TargetResource", monitor.target],
    ["HealthSetName", set.name],
    ["HealthGroupName", set.group],
    ["AlertValue", alertValue(value)],
    ["FirstAlertObservedTime", value === "Healthy" ? null : now],
    ["IsHaImpacting", availability.has(set.name)],
    ["Time", now],
    ["ServerComponent", set.component],
    ["Number", number],
    ["Identity", writtenId(`${set.name}\\${monitor.name}\\${monitor.target}`)],
  ]);
  return serverHealth.present({ ...task.source(server), live: values });
}

function showReport(task: Task): void {
  const { server, findings } = asked(task);
  for (const name of new Set(findings.map(({ set }) => set.name))) {
    const own = findings.filter(({ set }) => set.name === name);
    const [first] = own;
    if (first === undefined) continue;
    const worst = own.find(({ value }) => value !== "Healthy")?.value ?? "Healthy";
    const values = new Map<string, Value>([
      ["Server", server.name],
      ["State", monitorState(first.state)],
      ["HealthSet", name],
      ["HealthGroup", first.set.group],
      ["AlertValue", alertValue(worst)],
      ["Time", localTime(task.cmdlet.context, task.topology.clock)],
      ["MonitorCount", own.length],
      ["HaImpactingMonitorCount", availability.has(name) ? own.length : 0],
      ["Entries", multiValuedProperty(own.map((finding) => entryOf(task, server, finding)))],
      ["Identity", writtenId(`${server.name}\\${name}`)],
    ]);
    task.cmdlet.writeObject(healthReport.present({ ...task.source(server), live: values }));
  }
}

const emulated = ["Identity", "HealthSet", "HaImpactingOnly"];

export const serverHealthVerbs: NounVerbs = {
  Get: {
    taskClass: "Microsoft.Exchange.Monitoring.GetServerHealth",
    emulated,
    accepted: [],
    process: (task) => {
      const { server, findings } = asked(task);
      for (const finding of findings) task.cmdlet.writeObject(entryOf(task, server, finding));
    },
  },
};

export const healthReportVerbs: NounVerbs = {
  // Several servers as one group are not emulated.
  Get: {
    taskClass: "Microsoft.Exchange.Monitoring.GetHealthReport",
    emulated,
    accepted: [],
    process: showReport,
  },
};
