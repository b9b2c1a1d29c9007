import { type DirectoryObject, eachObject, getProperty, isReference, listObjects } from "../../topology/index.js";
import { netText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { byFilter } from "../noun/filters.js";
import { resultSize } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live, texts } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { MultiValuedChange } from "../parameters/multi-valued-parameter.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { schema } from "../schema.js";
import { serverQuery } from "../servers/resolve-server.js";
import { isSince2013 } from "../servers/roles.js";
import { serverAbove } from "../types/ad-object-id.js";
import { messagesOf } from "./mail-flow/queues.js";
import { queue } from "./queue.js";
import { letTransportRun } from "./queue-viewer.js";
import { hubServers } from "./transport-servers.js";

const typeName = "Microsoft.Exchange.Data.QueueDigest.QueueDigestPresentationObject";

/**
 * The delivery queues of several servers together, since 2013: those with ten messages or more (documented), by what
 * -GroupBy says. Names and view from memory.
 */
export const queueDigest = defineNoun({
  noun: "QueueDigest",
  tasks: "QueueDigest",
  identity: serverQuery,
  typeNames: [typeName],
  certainty: "memory",
  properties: () => [
    computed("GroupByValue", "string", live("GroupByValue")),
    computed("MessageCount", "int", live("MessageCount")),
    fixed("DeferredMessageCount", "int", () => 0),
    fixed("LockedMessageCount", "int", () => 0),
    fixed("StaleMessageCount", "int", () => 0),
    computed("Details", "string[]", live("Details")),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "GroupByValue" },
        { property: "MessageCount", width: 12, alignment: "left" },
        { property: "DeferredMessageCount", width: 20, alignment: "left" },
        { property: "StaleMessageCount", width: 17, alignment: "left" },
        { property: "Details" },
      ],
    },
  ],
});

/** Queues with fewer messages are not shown (documented). */
const fewest = 10;

function resolved(task: Task, parameter: string, className: string): readonly DirectoryObject[] {
  const given = task.value(parameter);
  const names = given instanceof MultiValuedChange ? given.applyTo([]) : [];
  return names.map((name) =>
    task.single(task.find(name, { classes: [className] }), name, (identity) => task.parameterNotFound(identity)),
  );
}

const linksTo = (server: DirectoryObject, property: string, places: readonly DirectoryObject[]): boolean => {
  const link = getProperty(schema, server, property);
  return isReference(link) && places.some(({ guid }) => guid === link.guid);
};

/** The servers of -Server, -Dag or -Site; with -Forest all. */
function serversMeant(task: Task): readonly DirectoryObject[] {
  const all = hubServers(task.topology).filter(isSince2013);
  if (task.has("Server")) {
    const named = resolved(task, "Server", "ExchangeServer");
    return all.filter(({ guid }) => named.some((server) => server.guid === guid));
  }
  if (task.has("Dag")) {
    const groups = resolved(task, "Dag", "DatabaseAvailabilityGroup");
    return all.filter((server) => linksTo(server, "DatabaseAvailabilityGroup", groups));
  }
  if (!task.has("Site")) return all;
  const sites = resolved(task, "Site", "ADSite");
  return all.filter((server) => linksTo(server, "Site", sites));
}

/** What queues are put together by. */
function groupOf(task: Task, each: DirectoryObject): string {
  const by = task.text("GroupBy") ?? "NextHopDomain";
  if (by === "ServerName") return serverAbove(task.topology, each)?.name ?? "";
  const wanted = by === "NextHopKey" ? "NextHopConnector" : by;
  const property = queue.properties.find(({ name }) => name === wanted);
  const { context } = task.cmdlet;
  return property === undefined ? "" : netText(context, property.read(task.source(each), context));
}

function show(task: Task): void {
  letTransportRun(task);
  const servers = new Set(serversMeant(task).map(({ guid }) => guid));
  const filter = task.has("Filter") ? byFilter(task, queue) : null;
  const groups = new Map<string, { count: number; readonly names: string[] }>();
  for (const each of eachObject(task.topology, "MessageQueue")) {
    const server = serverAbove(task.topology, each);
    const count = messagesOf(task.topology, each).length;
    if (server === null || !servers.has(server.guid) || count < fewest) continue;
    if (filter !== null && "keep" in filter && !filter.keep(each)) continue;
    const key = groupOf(task, each);
    const group = groups.get(key) ?? { count: 0, names: [] };
    group.count += count;
    group.names.push(`${server.name}\\${each.name}`);
    groups.set(key, group);
  }
  const [organization] = listObjects(task.topology, "ExchangeOrganization");
  if (organization === undefined) return;
  const isBrief = task.text("DetailsLevel") === "None";
  for (const [value, { count, names }] of [...groups].slice(0, resultSize(task))) {
    const row: Readonly<Record<string, Value>> = {
      GroupByValue: value,
      MessageCount: count,
      Details: texts(isBrief ? [] : names),
    };
    writeRow(task, queueDigest, organization, row);
  }
}

export const queueDigestVerbs: NounVerbs = {
  Get: {
    taskClass: "QueueDigest.GetQueueDigest",
    emulated: ["Server", "Dag", "Site", "Forest", "Filter", "GroupBy", "DetailsLevel", "ResultSize"],
    // Nothing is slow here.
    accepted: ["Timeout"],
    defaultParameterSet: "Server",
    process: show,
  },
};
