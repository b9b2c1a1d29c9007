import { notEmulated } from "../../runtime/errors.js";
import { type DirectoryObject, getProperty, isList, isoFromTicks, listObjects } from "../../topology/index.js";
import { message } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { resolveServer, serverQuery } from "../servers/resolve-server.js";
import { machinesOf } from "../services/machines.js";
import { type EmulatedProcess, processesOf } from "../services/processes.js";
import { messagesOf, queuesOf } from "../transport/mail-flow/queues.js";
import { ByteQuantifiedSize } from "../types/byte-quantified-size.js";

/**
 * What a process of Exchange tells of itself, as XML: who it is, and of some components what they are doing. The frame
 * (`Diagnostics`, `ProcessInfo`, `Components`) and the ways to it that scripts use are documented; what a component tells is
 * from memory.
 */
export const exchangeDiagnosticInfo = defineNoun({
  noun: "ExchangeDiagnosticInfo",
  identity: serverQuery,
  // Nothing is of this type: what the cmdlet writes is text.
  typeNames: ["Microsoft.Exchange.Management.Diagnostics.ExchangeDiagnosticInfo"],
  properties: () => [],
  views: [],
});

const noProcess = message({
  text: (process: string, server: string) => `The process "${process}" doesn't run on server "${server}".`,
  exception: "System.InvalidOperationException",
  category: "InvalidOperation",
  certainty: "unknown",
  evidence: "the failure is known, its text is not",
});

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const element = (name: string, ...inside: readonly string[]): string => `<${name}>${inside.join("")}</${name}>`;
const leaf = (name: string, value: string | number | boolean): string => element(name, escaped(String(value)));

/** What a component of a process tells. */
type Component = (task: Task, server: DirectoryObject) => string;

const queueFolder = "C:\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\data";
const queueDatabase = `${queueFolder}\\Queue\\mail.que`;
/** Each resource of a transport server, with the pressure at which it changes (facts/captures.jsonl, get-exchangediagnosticinfo.2). */
const resources: readonly (readonly [
  name: string,
  mediumToHigh: number,
  highToMedium: number,
  lowToMedium: number,
  mediumToLow: number,
])[] = [
  ["PrivateBytes", 75, 73, 72, 71],
  ["SystemMemory", 94, 89, 88, 84],
  [`UsedVersionBuckets[${queueDatabase}]`, 1500, 1000, 999, 800],
  [`JetSessions[${queueDatabase}]`, 1500, 1400, 1000, 900],
  [`CheckpointDepth[${queueDatabase}]`, 300, 280, 250, 230],
  [`DatabaseUsedSpace[${queueFolder}\\Queue]`, 99, 97, 96, 94],
  [`UsedDiskSpace[${queueFolder}\\Queue]`, 99, 94, 90, 88],
  [`UsedDiskSpace[${queueFolder}]`, 99, 94, 90, 88],
];

/** Nothing here is short of anything: no resource is under pressure. */
function resourceThrottling(): string {
  const meters = resources.map(([name, mediumToHigh, highToMedium, lowToMedium, mediumToLow]) =>
    element(
      "ResourceMeter",
      leaf("Resource", name),
      leaf("CurrentResourceUse", "Low"),
      leaf("PreviousResourceUse", "Low"),
      leaf(
        "PressureTransitions",
        `[PressureTransitions: MediumToHigh=${mediumToHigh} HighToMedium=${highToMedium} LowToMedium=${lowToMedium} MediumToLow=${mediumToLow}]`,
      ),
      leaf("Pressure", 0),
    ),
  );
  return element("ResourceTracker", leaf("AggregateResourceUse", "Low"), ...meters);
}

function queueManager(task: Task, server: DirectoryObject): string {
  const queues = queuesOf(task.topology, server).map((queue) =>
    element("queue", leaf("Id", queue.name), leaf("MessageCount", messagesOf(task.topology, queue).length)),
  );
  return element("queues", ...queues);
}

/** The setting overrides that count for the server. */
function variantConfiguration(task: Task, server: DirectoryObject): string {
  const textOf = (override: DirectoryObject, property: string): string =>
    String(getProperty(schema, override, property) ?? "");
  const overrides = listObjects(task.topology, "SettingOverride")
    .filter((override) => {
      const servers = getProperty(schema, override, "Server");
      const names = isList(servers) ? servers.map((name) => String(name).toLowerCase()) : [];
      return names.length === 0 || names.includes(server.name.toLowerCase());
    })
    .map((override) => {
      const parameters = getProperty(schema, override, "Parameters");
      return element(
        "SettingOverride",
        leaf("Name", override.name),
        leaf("Reason", textOf(override, "Reason")),
        leaf("ModifiedBy", textOf(override, "ModifiedBy")),
        leaf("ComponentName", textOf(override, "ComponentName")),
        leaf("SectionName", textOf(override, "SectionName")),
        leaf("Status", "Accepted"),
        leaf(
          "Message",
          "This override synced to the server but whether it applies to the services running on this server depends on the override parameters, current configuration and the context in which the services read the configuration.",
        ),
        element("Parameters", ...(isList(parameters) ? parameters : []).map((each) => leaf("Parameter", String(each)))),
      );
    });
  return element("Overrides", leaf("Updated", isoFromTicks(task.topology.clock)), ...overrides);
}

const components: ReadonlyMap<string, Component> = new Map([
  ["ResourceThrottling", resourceThrottling],
  ["QueueManager", queueManager],
  ["VariantConfiguration", variantConfiguration],
]);

function processInfo(task: Task, server: DirectoryObject, { id, handles, memory }: EmulatedProcess): string {
  const now = isoFromTicks(task.topology.clock);
  return element(
    "ProcessInfo",
    leaf("id", id),
    leaf("serverName", server.name),
    leaf("startTime", now),
    leaf("currentTime", now),
    leaf("lifetime", "00:00:00"),
    leaf("threadCount", Math.ceil(handles / 20)),
    leaf("handleCount", handles),
    leaf("workingSet", new ByteQuantifiedSize(BigInt(memory)).toNetText()),
  );
}

function processesOn(task: Task, server: DirectoryObject): readonly EmulatedProcess[] {
  const machine = machinesOf(task.topology).find(({ object }) => object.guid === server.guid);
  return machine === undefined ? [] : processesOf(task.cmdlet.context, machine);
}

/** Without a process: those of the server that can be asked. */
function processLocator(task: Task, server: DirectoryObject): string {
  const own = processesOn(task, server).filter(({ name }) => /exchange/i.test(name));
  const each = own.map(({ id, name }) => element("Process", leaf("id", id), leaf("name", name)));
  return element("ProcessLocator", leaf("count", own.length), ...each);
}

/** The process that a name means: its own, or the one of a service of that name. */
function processNamed(task: Task, server: DirectoryObject, name: string): EmulatedProcess {
  const all = processesOn(task, server);
  const wanted = name.toLowerCase();
  const known = [wanted, aliases.get(wanted) ?? wanted];
  const found = all.find((each) => known.includes(each.name.toLowerCase()) || String(each.id) === wanted);
  if (found === undefined) throw task.failure(noProcess, [name, server.name], task.id(server));
  return found;
}

/** The transport's worker is one with its service here. */
const aliases: ReadonlyMap<string, string> = new Map([["edgetransport", "msexchangetransport"]]);

function show(task: Task): void {
  const [local] = listObjects(task.topology, "ExchangeServer").filter(({ name }) => name === task.session.serverName);
  const server = task.has("Server") ? resolveServer(task, "Server") : local;
  if (server === undefined) return;
  const name = task.text("Process");
  if (name === null) {
    task.cmdlet.writeObject(element("Diagnostics", processLocator(task, server)));
    return;
  }
  const process = processNamed(task, server, name);
  const wanted = task.text("Component");
  const found = [...components].find(([name]) => name.toLowerCase() === wanted?.toLowerCase());
  if (wanted !== null && found === undefined)
    throw notEmulated(
      `the component ${wanted} of Get-ExchangeDiagnosticInfo`,
      `Emulated are: ${[...components.keys()].join(", ")}.`,
    );
  const inside =
    found === undefined
      ? [...components.keys()].map((each) => leaf("Component", each))
      : [element(found[0], found[1](task, server))];
  task.cmdlet.writeObject(element("Diagnostics", processInfo(task, server, process), element("Components", ...inside)));
}

export const exchangeDiagnosticInfoVerbs: NounVerbs = {
  Get: {
    taskClass: "Microsoft.Exchange.Management.Diagnostics.GetExchangeDiagnosticInfo",
    emulated: ["Server", "Process", "Component"],
    // What an argument asks for is told anyway; nothing is cut off.
    accepted: ["Argument", "Unlimited"],
    process: show,
  },
};
