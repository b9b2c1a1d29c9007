import {
  type DirectoryObject,
  getProperty,
  isRecord,
  listObjects,
  matchesName,
  resolveIdentity,
  updateObject,
  valuesOf,
} from "../../topology/index.js";
import { netText } from "../../values/text.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live } from "../noun/read.js";
import { nothingModified } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { writeFailure } from "../noun/write-failure.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { declareInDirectory, schema } from "../schema.js";
import { writtenId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { eventCategories } from "./event-categories.js";
import { resolveServer, serverQuery } from "./resolve-server.js";

const typeName = "Microsoft.Exchange.Management.SystemConfigurationTasks.EventCategoryObject";

/** Documented: how much of a category's events is written, as the registry has it. */
const level = enumeration(
  "Microsoft.Exchange.Diagnostics.ExEventLog+EventLevel",
  ["Lowest", "Low", "Medium", "High", "Expert"],
  { numbers: [0n, 1n, 3n, 5n, 7n] },
);

const attribute = "EventLogLevels";
declareInDirectory({
  noun: "the event log levels of servers",
  extension: { name: "ExchangeServer", properties: { [attribute]: { holds: "record", many: true } } },
});

/** How much a server writes into its event log. View from memory. */
export const eventLogLevel = defineNoun({
  noun: "EventLogLevel",
  identity: serverQuery,
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("Identity", "Microsoft.Exchange.Data.ObjectId", live("Identity")),
    fixed("IsValid", "bool", () => true),
    computed("EventLevel", level.fullName, live("EventLevel")),
    computed("Name", "string", live("Name")),
    computed("Number", "int", live("Number")),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Identity", width: 90 },
        { property: "EventLevel", alignment: "left" },
      ],
    },
  ],
});

const messages = {
  notFound: message({
    text: (identity: string) => `The event category "${identity}" couldn't be found.`,
    exception: "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
  noLevel: message({
    text: (text: string) => `"${text}" isn't a level of event logging: ${level.members.join(", ")}.`,
    exception: "System.ArgumentException",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const setting = sentence({
  text: (identity: string, to: string) => `Setting the event log level of "${identity}" to "${to}".`,
  certainty: "unknown",
  evidence: "our wording: no capture of the question is known",
});

/** A category of a server: `MSExchangeTransport\SmtpReceive`. */
interface Category {
  readonly server: DirectoryObject;
  readonly name: string;
  /** Its place among those of its source, from 1. */
  readonly number: number;
  /** Whether it is written with the server's name. */
  readonly isFar: boolean;
}

function levelsOf(server: DirectoryObject): ReadonlyMap<string, string> {
  return new Map(
    valuesOf(getProperty(schema, server, attribute)).flatMap((each) =>
      isRecord(each) ? [[String(each.category).toLowerCase(), String(each.level)] as const] : [],
    ),
  );
}

function categoriesOf(server: DirectoryObject, isFar: boolean): readonly Category[] {
  const counts = new Map<string, number>();
  return eventCategories().map((name) => {
    const source = name.slice(0, name.lastIndexOf("\\"));
    const number = (counts.get(source) ?? 0) + 1;
    counts.set(source, number);
    return { server, name, number, isFar };
  });
}

/** The server on which the session runs. */
function localServer(task: Task): DirectoryObject | undefined {
  const servers = listObjects(task.topology, "ExchangeServer");
  return servers.find(({ name }) => name === task.session.serverName) ?? servers[0];
}

/** `Source\Category`, `Source`, `SERVER\Source\Category`, with asterisks. */
function named(task: Task, identity: string): readonly Category[] {
  const [first = "", ...rest] = identity.split("\\");
  const [other] = rest.length === 0 ? [] : resolveIdentity(task.topology, first, serverQuery);
  const server = other ?? localServer(task);
  if (server === undefined) return [];
  const wanted = other === undefined ? identity : rest.join("\\");
  return categoriesOf(server, other !== undefined).filter(
    ({ name }) => matchesName(wanted, name) || matchesName(`${wanted}\\*`, name),
  );
}

function given(task: Task): readonly Category[] {
  const identity = task.value("Identity");
  if (task.has("Server")) return categoriesOf(resolveServer(task, "Server"), true);
  if (!(identity instanceof IdParameter)) {
    const server = localServer(task);
    return server === undefined ? [] : categoriesOf(server, false);
  }
  const found = named(task, identity.text);
  if (found.length === 0) throw task.failure(messages.notFound, [identity.text]);
  return found;
}

const identityOf = ({ server, name, isFar }: Category): string => (isFar ? `${server.name}\\${name}` : name);

function write(task: Task, category: Category): void {
  const kept = levelsOf(category.server).get(category.name.toLowerCase()) ?? "Lowest";
  writeRow(task, eventLogLevel, category.server, {
    Identity: writtenId(identityOf(category)),
    EventLevel: level(kept),
    Name: category.name.slice(category.name.lastIndexOf("\\") + 1),
    Number: category.number,
  });
}

function set(task: Task): void {
  const value = task.value("Level");
  const text = value instanceof IdParameter ? value.text : netText(task.cmdlet.context, value);
  const to = level.members.find((member) => member.toLowerCase() === text.toLowerCase());
  if (to === undefined) throw task.failure(messages.noLevel, [text]);
  for (const category of given(task)) {
    const { guid } = category.server;
    const [server = category.server] = task.find(guid, serverQuery);
    task.requireWrite(server);
    if (!task.shouldProcess(setting.text(identityOf(category), to))) continue;
    const levels = new Map(levelsOf(server));
    levels.set(category.name.toLowerCase(), to);
    const kept = [...levels].filter(([, each]) => each !== "Lowest");
    const properties = {
      [attribute]: kept.map(([name, each]) => ({ kind: "eventLevel", category: name, level: each })),
    };
    const result = updateObject(schema, task.topology, guid, { properties });
    if (!result.ok) throw writeFailure(task, result.failure);
    if (result.changed) task.commit(result.topology);
    else task.cmdlet.writeWarning(nothingModified.text(identityOf(category)));
  }
}

export const eventLogLevelVerbs: NounVerbs = {
  Get: {
    taskClass: "SystemConfigurationTasks.GetEventLogLevel",
    emulated: ["Identity", "Server"],
    accepted: [],
    defaultParameterSet: "Identity",
    process: (task) => {
      for (const category of given(task)) write(task, category);
    },
  },
  Set: {
    taskClass: "SystemConfigurationTasks.SetEventLogLevel",
    emulated: ["Identity", "Level"],
    accepted: [],
    process: set,
  },
};
