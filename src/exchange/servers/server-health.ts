import type { DirectoryObject } from "../../topology/index.js";
import { localTime } from "../../values/local-time.js";
import type { Value } from "../../values/value.js";
import { objectStateOf } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import { defineNoun, type Gathering, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { computed, fixed } from "../properties/property.js";
import { writtenId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { availability, type Finding, findingsOn } from "./health-findings.js";
import { serverQuery } from "./resolve-server.js";
import { isSince2013 } from "./roles.js";

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

/** What the servers of a report say of a set: of one server, or of several together. */
interface Reported {
  /** Empty: several. */
  readonly server: string;
  readonly state: string;
  readonly value: string;
  readonly findings: readonly (readonly [server: DirectoryObject, finding: Finding])[];
}

function writeReport(task: Task, { server, state, value, findings }: Reported): void {
  const [[object, first] = []] = findings;
  if (object === undefined || first === undefined) return;
  const { name, group } = first.set;
  const values = new Map<string, Value>([
    ["Server", server],
    ["State", monitorState(state)],
    ["HealthSet", name],
    ["HealthGroup", group],
    ["AlertValue", alertValue(value)],
    ["Time", localTime(task.cmdlet.context, task.topology.clock)],
    ["MonitorCount", findings.length],
    ["HaImpactingMonitorCount", availability.has(name) ? findings.length : 0],
    ["Entries", multiValuedProperty(findings.map(([on, finding]) => entryOf(task, on, finding)))],
    ["Identity", writtenId(server === "" ? name : `${server}\\${name}`)],
  ]);
  task.cmdlet.writeObject(healthReport.present({ ...task.source(object), live: values }));
}

const setsIn = (findings: readonly Finding[]): readonly string[] => [...new Set(findings.map(({ set }) => set.name))];
const fine: ReadonlySet<string> = new Set(["Healthy", "Disabled"]);
const worstOf = (findings: readonly Finding[]): string =>
  findings.find(({ value }) => !fine.has(value))?.value ?? "Healthy";

function showReport(task: Task): void {
  const { server, findings } = asked(task);
  for (const name of setsIn(findings)) {
    const own = findings.filter(({ set }) => set.name === name);
    writeReport(task, {
      server: server.name,
      state: own[0]?.state ?? "NotApplicable",
      value: worstOf(own),
      findings: own.map((finding) => [server, finding] as const),
    });
  }
}

/** Without -GroupSize and -MinimumOnlinePercent (documented). */
const usualGroupSize = 12;
const usualOnlinePercent = 70;
const numberOf = (task: Task, parameter: string, usual: number): number => {
  const value = task.value(parameter);
  return typeof value === "number" ? value : usual;
};

type Asked = ReturnType<typeof asked>;

/** Several servers as one: a set is healthy when it is on enough of them (-MinimumOnlinePercent). */
function showTogether(task: Task, servers: readonly Asked[]): void {
  const percent = numberOf(task, "MinimumOnlinePercent", usualOnlinePercent);
  for (const name of new Set(servers.flatMap(({ findings }) => setsIn(findings)))) {
    const each = servers
      .map(({ server, findings }) => ({ server, own: findings.filter(({ set }) => set.name === name) }))
      .filter(({ own }) => own.length > 0);
    const isEnough = (count: number): boolean => count * 100 >= percent * each.length;
    const sound = each.filter(({ own }) => fine.has(worstOf(own)));
    const online = each.filter(({ own }) => own[0]?.state !== "Offline");
    const [state = "NotApplicable"] = each.map(({ own }) => own[0]?.state).filter((one) => one !== "Offline");
    writeReport(task, {
      server: "",
      state: online.length === each.length ? state : online.length > 0 ? "PartiallyOnline" : "Offline",
      value: isEnough(sound.length)
        ? "Healthy"
        : (each.map(({ own }) => worstOf(own)).find((one) => !fine.has(one)) ?? "Healthy"),
      findings: each.flatMap(({ server, own }) => own.map((finding) => [server, finding] as const)),
    });
  }
}

/** -RollupGroup: the servers of the pipeline, so many at a time as -GroupSize says. */
function reports(): Gathering {
  const servers: Asked[] = [];
  let last: Task | null = null;
  return {
    add: (task) => {
      if (!task.isOn("RollupGroup")) {
        showReport(task);
        return;
      }
      servers.push(asked(task));
      last = task;
    },
    end: () => {
      if (last === null) return;
      const size = Math.max(1, numberOf(last, "GroupSize", usualGroupSize));
      for (let i = 0; i < servers.length; i += size) showTogether(last, servers.slice(i, i + size));
    },
  };
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
  Get: {
    taskClass: "Microsoft.Exchange.Monitoring.GetHealthReport",
    emulated: [...emulated, "RollupGroup", "GroupSize", "MinimumOnlinePercent"],
    accepted: [],
    process: showReport,
    gather: reports,
  },
};
