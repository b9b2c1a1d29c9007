import {
  canonicalName,
  type DirectoryObject,
  eachObject,
  getProperty,
  isoFromTicks,
  listObjects,
  type Topology,
} from "../../topology/index.js";
import { TimeSpan, ticksPerDay } from "../../values/date-time.js";
import { objectStateOf } from "../noun/common-properties.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { defineNoun, type Noun, type NounVerbs } from "../noun/noun.js";
import { stored } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { add, remove } from "../noun/write.js";
import { computed, fixed } from "../properties/property.js";
import { currentUser } from "../recipients/current-user.js";
import { schema } from "../schema.js";
import { resolveServer } from "../servers/resolve-server.js";
import { dutiesOfServer, versionOf } from "../servers/roles.js";
import { serverAbove, writtenId } from "../types/ad-object-id.js";

/**
 * Overrides of what watches servers, since 2013: for one server, or for all. One that switches a monitor off (`Enabled`, 0)
 * shows in Get-ServerHealth; what other properties of probes and responders do is not emulated, as none of them runs.
 */

const typeName = "Microsoft.Exchange.Monitoring.ActiveMonitoring.MonitoringOverrideObject";
const classes = { Server: "ServerMonitoringOverride", Global: "GlobalMonitoringOverride" } as const;
type Scope = keyof typeof classes;

const text = (name: string) => computed(name, "string", (source) => String(stored(source, name) ?? ""));

/** `2024-09-29 17:40:49Z`, as recorded. */
const utc = (name: string) =>
  computed(name, "string", (source: Source) => {
    const ticks = stored(source, name);
    return typeof ticks === "bigint" ? `${isoFromTicks(ticks).slice(0, 19).replace("T", " ")}Z` : "";
  });

const kept = {
  ItemType: { holds: "string" },
  PropertyName: { holds: "string" },
  PropertyValue: { holds: "string" },
  HealthSetName: { holds: "string" },
  MonitoringItemName: { holds: "string" },
  TargetResource: { holds: "string" },
  ExpirationTime: { holds: "bigint" },
  ApplyVersion: { holds: "string" },
  CreatedBy: { holds: "string" },
  CreatedTime: { holds: "bigint" },
  BuildRange: { holds: "string" },
  Roles: { holds: "string" },
} as const;

const identityOf = (object: DirectoryObject): string =>
  ["HealthSetName", "MonitoringItemName", "TargetResource"]
    .map((name) => String(getProperty(schema, object, name) ?? ""))
    .filter((part) => part !== "")
    .join("\\");

/** List: recorded of 2019 (HealthChecker's GetServerMonitoringOverride.xml; facts/types.json). No view is known. */
function overrideNoun(scope: Scope): Noun {
  const noun = classes[scope];
  return defineNoun({
    noun,
    called: "monitoring override",
    class: {
      name: noun,
      objectClass: ["top", "msExchMonitoringOverride"],
      objectCategory: "ms-Exch-Monitoring-Override",
      container:
        scope === "Server"
          ? { belowClass: "ExchangeServer", path: ["CN=Monitoring Overrides"] }
          : { below: "organization", path: ["CN=Monitoring Settings", "CN=Overrides"] },
      properties: kept,
    },
    identity: { classes: [noun] },
    typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
    certainty: "captured",
    properties: () => [
      ...["ItemType", "PropertyName", "PropertyValue", "HealthSetName", "MonitoringItemName", "TargetResource"].map(
        text,
      ),
      utc("ExpirationTime"),
      text("ApplyVersion"),
      text("CreatedBy"),
      utc("CreatedTime"),
      computed("Identity", "Microsoft.Exchange.Data.ObjectId", ({ object }) => writtenId(identityOf(object))),
      fixed("IsValid", "bool", () => true),
      fixed("ObjectState", objectStateOf.fullName, () => objectStateOf("New")),
    ],
    views: [],
    displayIdentity: ({ object }) => (object.class === noun ? identityOf(object) : object.name),
  });
}

export const serverMonitoringOverride = overrideNoun("Server");
export const globalMonitoringOverride = overrideNoun("Global");

const refusal = {
  certainty: "unknown",
  evidence: "the failure is known, its text is not",
} as const;

const messages = {
  badIdentity: message({
    text: (identity: string) =>
      `"${identity}" doesn't name a monitoring item. Write the health set, a backslash and the item: HealthSet\\Item, or HealthSet\\Item\\TargetResource.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    ...refusal,
  }),
  exists: message({
    text: (property: string, identity: string) => `There is already an override of ${property} of "${identity}".`,
    exception: "System.InvalidOperationException",
    category: "ResourceExists",
    ...refusal,
  }),
  missing: message({
    text: (property: string, identity: string) => `There is no override of ${property} of "${identity}".`,
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    category: "ObjectNotFound",
    ...refusal,
  }),
} as const;

const question = (doing: string) =>
  sentence({
    text: (property: string, identity: string) => `${doing} the monitoring override of ${property} of "${identity}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  });
const adding = question("Adding");
const removing = question("Removing");

/** What -Identity names: `HealthSet\Item`, or `HealthSet\Item\TargetResource`. */
function itemNamed(task: Task): Readonly<Record<"HealthSetName" | "MonitoringItemName" | "TargetResource", string>> {
  const identity = task.text("Identity") ?? "";
  const [HealthSetName = "", MonitoringItemName = "", ...rest] = identity.split("\\");
  if (HealthSetName === "" || MonitoringItemName === "") throw task.failure(messages.badIdentity, [identity]);
  return { HealthSetName, MonitoringItemName, TargetResource: rest.join("\\") };
}

function overridesOf(topology: Topology, scope: Scope, server: DirectoryObject | null): readonly DirectoryObject[] {
  return listObjects(topology, classes[scope]).filter(
    (each) => server === null || serverAbove(topology, each)?.guid === server.guid,
  );
}

const same = (a: unknown, b: unknown): boolean => String(a ?? "").toLowerCase() === String(b ?? "").toLowerCase();

/** Whether an override is of an item's property. */
function isOf(override: DirectoryObject, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([name, value]) => same(getProperty(schema, override, name), value));
}

function wantedOf(task: Task): Readonly<Record<string, string>> {
  return { ...itemNamed(task), ItemType: task.text("ItemType") ?? "", PropertyName: task.text("PropertyName") ?? "" };
}

/** How long an override stays that names no version: a year is the most that can be asked for (documented). */
const longest = 365n * ticksPerDay;

function addOverride(task: Task, scope: Scope): void {
  const server = scope === "Server" ? resolveServer(task, "Server") : null;
  const wanted = wantedOf(task);
  const identity = task.text("Identity") ?? "";
  const { PropertyName: property = "" } = wanted;
  if (overridesOf(task.topology, scope, server).some((each) => isOf(each, wanted)))
    throw task.failure(messages.exists, [property, identity]);
  if (server !== null) task.requireWrite(server);
  if (!task.shouldProcess(adding.text(property, identity))) return;
  const duration = task.value("Duration");
  const hasVersion = task.has("ApplyVersion") || task.has("BuildRange");
  const expires = duration instanceof TimeSpan ? duration.ticks : hasVersion ? null : longest;
  const user = currentUser(task);
  add(task, {
    class: classes[scope],
    name: `${wanted.ItemType}~${identity.replaceAll("\\", "~")}~${property}`,
    ...(server === null ? {} : { parent: server.guid }),
    properties: {
      ...wanted,
      PropertyValue: task.text("PropertyValue"),
      ExpirationTime: expires === null ? null : task.topology.clock + expires,
      ApplyVersion: task.text("ApplyVersion"),
      BuildRange: task.text("BuildRange"),
      Roles: task.text("Roles"),
      CreatedBy: user === null ? "" : canonicalName(task.topology, user),
      CreatedTime: task.topology.clock,
    },
  });
}

function removeOverride(task: Task, scope: Scope): void {
  const server = scope === "Server" ? resolveServer(task, "Server") : null;
  const narrowing = ["BuildRange", "Roles"].filter((name) => task.has(name));
  const wanted = {
    ...wantedOf(task),
    ...Object.fromEntries(narrowing.map((name) => [name, task.text(name) ?? ""])),
  };
  const identity = task.text("Identity") ?? "";
  const property = task.text("PropertyName") ?? "";
  const [found] = overridesOf(task.topology, scope, server).filter((each) => isOf(each, wanted));
  if (found === undefined) throw task.failure(messages.missing, [property, identity]);
  task.requireWrite(found);
  if (task.shouldProcess(removing.text(property, identity))) remove(task, found);
}

const numbers = (text: string): readonly number[] => text.split(".").map(Number);

/** Which of two versions is the later: a positive number for the first. */
function compared(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether an override counts for a server: it has not run out, and is of its version and one of its roles. */
function applies(topology: Topology, override: DirectoryObject, server: DirectoryObject): boolean {
  const expires = getProperty(schema, override, "ExpirationTime");
  if (typeof expires === "bigint" && expires <= topology.clock) return false;
  const version = versionOf(server);
  const own = version === null ? [] : [version.major, version.minor, version.build, version.revision];
  const only = getProperty(schema, override, "ApplyVersion");
  if (typeof only === "string" && compared(numbers(only), own) !== 0) return false;
  const range = getProperty(schema, override, "BuildRange");
  if (typeof range === "string") {
    const [first = "0", last = first] = range.split(/[-,]/);
    if (compared(own, numbers(first)) < 0 || compared(own, numbers(last)) > 0) return false;
  }
  const roles = getProperty(schema, override, "Roles");
  const duties = dutiesOfServer(server).map((role) => role.toLowerCase());
  return typeof roles !== "string" || roles.split(/[,;]\s*/).some((role) => duties.includes(role.toLowerCase()));
}

/** Whether a monitor of a server is switched off. */
export function isSwitchedOff(
  topology: Topology,
  server: DirectoryObject,
  monitor: { readonly set: string; readonly name: string; readonly target: string },
): boolean {
  const wanted = {
    ItemType: "Monitor",
    PropertyName: "Enabled",
    HealthSetName: monitor.set,
    MonitoringItemName: monitor.name,
  };
  return [...overridesOf(topology, "Server", server), ...eachObject(topology, classes.Global)].some((each) => {
    const target = getProperty(schema, each, "TargetResource") ?? "";
    return (
      isOf(each, wanted) &&
      (target === "" || same(target, monitor.target)) &&
      /^(0|false)$/i.test(String(getProperty(schema, each, "PropertyValue"))) &&
      applies(topology, each, server)
    );
  });
}

const namespace = "Microsoft.Exchange.Monitoring";
const item = ["Identity", "ItemType", "PropertyName"];
const narrowing = ["BuildRange", "Roles"];

function overrideVerbs(noun: Noun, scope: Scope): NounVerbs {
  const where = scope === "Server" ? ["Server"] : [];
  const more = scope === "Global" ? narrowing : [];
  return {
    Get: {
      taskClass: `${namespace}.Get${noun.noun}`,
      emulated: where,
      accepted: [],
      process: (task) => {
        const server = scope === "Server" ? resolveServer(task, "Server") : null;
        for (const each of overridesOf(task.topology, scope, server))
          task.cmdlet.writeObject(noun.present(task.source(each)));
      },
    },
    Add: {
      taskClass: `${namespace}.Add${noun.noun}`,
      emulated: [...item, ...where, ...more, "PropertyValue", "ApplyVersion", "Duration"],
      defaultParameterSet: "Duration",
      accepted: [],
      process: (task) => addOverride(task, scope),
    },
    Remove: {
      taskClass: `${namespace}.Remove${noun.noun}`,
      emulated: [...item, ...where, ...more],
      accepted: [],
      confirms: true,
      process: (task) => removeOverride(task, scope),
    },
  };
}

export const serverMonitoringOverrideVerbs = overrideVerbs(serverMonitoringOverride, "Server");
export const globalMonitoringOverrideVerbs = overrideVerbs(globalMonitoringOverride, "Global");
