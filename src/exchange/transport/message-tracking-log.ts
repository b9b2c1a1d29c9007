import { type DirectoryObject, findByIndex, guidNamed, isList, parseGuid } from "../../topology/index.js";
import { PSArray } from "../../values/collections.js";
import { DateTime } from "../../values/date-time.js";
import { toItems } from "../../values/enumeration.js";
import { Guid } from "../../values/simple-values.js";
import { toText } from "../../values/text.js";
import { typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { sentence } from "../noun/exchange-errors.js";
import { type Filter, getVerb } from "../noun/get-verb.js";
import { defineNoun, type Noun, type NounVerbs } from "../noun/noun.js";
import { stored, texts } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { computed, fixed } from "../properties/property.js";
import { serverVersionOf } from "../servers/exchange-server.js";
import { serverAbove } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { holderOf } from "./mail-flow/recipients.js";
import { letTransportRun, shownTime } from "./queue-viewer.js";
import { localHubServer } from "./transport-servers.js";

const typeName = "Microsoft.Exchange.Management.TransportLogSearchTasks.MessageTrackingEvent";
const stringList = "string[]";
const textArray = (items: readonly string[]): Value => new PSArray([...items], typeNamed("System.String"));

const latencyType = enumeration("Microsoft.Exchange.Management.TransportLogSearchTasks.MessageLatencyType", [
  "None",
  "LocalServer",
  "EndToEnd",
]);

const textOf = (name: string, property = name) =>
  computed(name, "string", (source) => String(stored(source, property) ?? ""));

const listOf = (property: string) => (source: Source) => {
  const items = stored(source, property);
  return textArray(isList(items) ? items.map(String) : []);
};

const countRecipients = (source: Source): number => {
  const items = stored(source, "Recipients");
  return isList(items) ? items.length : 0;
};

/** `[MailboxDatabaseName, DB01]` */
const pairs = (source: Source) => {
  const items = stored(source, "EventData");
  return texts(isList(items) ? items.map((item) => `[${String(item).replace("=", ", ")}]`) : []);
};

/** From 2013 on a failure stands in a frame (facts/captures.jsonl, get-messagetrackinglog.2, .4, .5). */
function statuses(source: Source): Value {
  const items = stored(source, "RecipientStatus");
  const plain = isList(items) ? items.map(String) : [];
  const isFramed = source.release !== "2010" && stored(source, "EventId") === "FAIL";
  return textArray(isFramed ? plain.map((text) => `[{LED=${text}};{MSG=};{FQDN=};{IP=};{LRT=}]`) : plain);
}

/** One for all events of a message. */
function networkId({ topology, object }: Source): Guid {
  return new Guid(guidNamed(topology.ids.seed, `network|${String(object.properties.MessageId ?? "")}`));
}

/** What it answers; from 2013 on nothing where it answers nothing (facts/captures.jsonl, get-messagetrackinglog.2 to .6). */
function reference(source: Source): Value {
  const items = stored(source, "Reference");
  const isListed = source.release === "2010" || (isList(items) && items.length > 0);
  return isListed ? listOf("Reference")(source) : null;
}

/** Whether somebody of the organization has sent it. */
function directionality(source: Source): string {
  const from = String(stored(source, "ReturnPath") ?? "");
  return from === "<>" || holderOf(source.topology, from) !== undefined ? "Originating" : "Incoming";
}

/** `15.01.2176.009`: the version of the server that wrote the line. */
function schemaVersion(source: Source): string {
  const server = serverAbove(source.topology, source.object);
  const version = server === null ? null : serverVersionOf({ ...source, object: server });
  if (version === null) return "";
  const { major, minor, build, revision } = version;
  const padded = (number: number, digits: number): string => String(number).padStart(digits, "0");
  return `${major}.${padded(minor, 2)}.${padded(build, 4)}.${padded(revision, 3)}`;
}

const wholeNumber = (property: string) => (source: Source) => {
  const value = stored(source, property);
  return typeof value === "bigint" ? value : null;
};

/** What happened to messages. Order: 2010 SP3, measured (facts/nouns.json); class name from memory. */
export const messageTrackingLog: Noun = defineNoun({
  noun: "MessageTrackingLog",
  tasks: "TransportLogSearchTasks",
  identity: { classes: ["MessageTrackingEvent"] },
  certainty: "captured",
  typeNames: [typeName],
  properties: () => [
    computed("Timestamp", "datetime", shownTime("Timestamp")),
    textOf("ClientIp"),
    textOf("ClientHostname"),
    fixed("ServerIp", "string", () => ""),
    textOf("ServerHostname"),
    textOf("SourceContext"),
    textOf("ConnectorId"),
    textOf("Source"),
    textOf("EventId"),
    computed("InternalMessageId", "long", wholeNumber("InternalMessageId")),
    textOf("MessageId"),
    computed("NetworkMessageId", "guid", networkId, { since: "2013" }),
    computed("Recipients", stringList, listOf("Recipients")),
    computed("RecipientStatus", stringList, statuses),
    computed("TotalBytes", "System.Nullable[long]", wholeNumber("TotalBytes")),
    computed("RecipientCount", "System.Nullable[int]", countRecipients),
    textOf("RelatedRecipientAddress"),
    computed("Reference", stringList, reference),
    textOf("MessageSubject"),
    textOf("Sender"),
    textOf("ReturnPath"),
    computed("Directionality", "string", directionality, { since: "2013" }),
    fixed("TenantId", "string", () => "", { since: "2013" }),
    fixed("OriginalClientIp", "string", () => "", { since: "2013" }),
    fixed("MessageInfo", "string", () => "", { certainty: "memory" }),
    fixed("MessageLatency", "Microsoft.Exchange.Data.EnhancedTimeSpan", () => null),
    fixed("MessageLatencyType", latencyType.fullName, () => latencyType("None")),
    computed("EventData", "System.Collections.Generic.KeyValuePair[string,object][]", pairs),
    // Order of the later ones: facts/captures.jsonl, get-messagetrackinglog.2, .4 and .6 of 2016.
    fixed("TransportTrafficType", "string", () => mail, { since: "2016" }),
    computed("SchemaVersion", "string", schemaVersion, { since: "2016" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "EventId", width: 8 },
        { property: "Source", width: 8 },
        { property: "Sender" },
        { property: "Recipients" },
        { property: "MessageSubject" },
      ],
      until: "2013",
    },
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      // facts/captures.jsonl, get-messagetrackinglog.1 and .3: widths in a window of 210 columns
      columns: [
        { property: "Timestamp", width: 22 },
        { property: "EventId", width: 16 },
        { property: "Source", width: 13 },
        { property: "Sender" },
        { property: "Recipients" },
        { property: "MessageSubject" },
      ],
      since: "2016",
    },
  ],
});

const moreThanShown = sentence({
  text: () =>
    "There are more results available than are currently displayed. To view them, increase the value of the ResultSize parameter.",
  certainty: "captured",
  evidence: "facts/nouns.json: 2010 SP3, with its own word",
});

const lower = (value: unknown): string => String(value ?? "").toLowerCase();

/** All traffic here is mail. */
const mail = "Email";

/** Events whose property is the given text. */
const same =
  (parameter: string, property: string) =>
  (task: Task): Filter => {
    const wanted = lower(task.text(parameter));
    return { keep: (event) => lower(stored(task.source(event), property)) === wanted };
  };

/** Events that have one of the given texts among those of a property. */
const among =
  (parameter: string, property: string) =>
  (task: Task): Filter => {
    const wanted = new Set(toItems(task.value(parameter)).map((item) => lower(toText(task.cmdlet.context, item))));
    return {
      keep: (event) => {
        const items = stored(task.source(event), property);
        return isList(items) && items.some((item) => wanted.has(lower(item)));
      },
    };
  };

/** Events from a time on, or up to it. */
const bounded =
  (parameter: "Start" | "End") =>
  (task: Task): Filter => {
    const given = task.value(parameter);
    return {
      keep: (event) => {
        const time = stored(task.source(event), "Timestamp");
        if (!(given instanceof DateTime) || typeof time !== "bigint") return true;
        const { ticks } = new DateTime(time, "Local");
        return parameter === "Start" ? ticks >= given.ticks : ticks <= given.ticks;
      },
    };
  };

/** The subject has the given text in it. */
function bySubject(task: Task): Filter {
  const wanted = lower(task.text("MessageSubject"));
  return { keep: (event) => lower(stored(task.source(event), "MessageSubject")).includes(wanted) };
}

/** The events of a message, by the GUID that it keeps on its way. */
function byNetworkId(task: Task): Filter {
  const wanted = parseGuid(task.text("NetworkMessageId") ?? "");
  return { keep: (event) => wanted !== null && networkId(task.source(event)).text === wanted };
}

/** Each server has a log of its own; without -Server it is the local one's. */
function onOneServer(task: Task, events: Iterable<DirectoryObject>): Iterable<DirectoryObject> {
  if (task.has("Server")) return events;
  const local = localHubServer(task)?.guid;
  return [...events].filter((event) => serverAbove(task.topology, event)?.guid === local);
}

const get = getVerb(messageTrackingLog, {
  limited: true,
  more: moreThanShown,
  filters: {
    MessageId: (task) => ({
      from: findByIndex(task.topology, "MessageTrackingEvent", "messageId", task.text("MessageId") ?? ""),
    }),
    EventId: same("EventId", "EventId"),
    Sender: same("Sender", "Sender"),
    InternalMessageId: same("InternalMessageId", "InternalMessageId"),
    Recipients: among("Recipients", "Recipients"),
    Reference: among("Reference", "Reference"),
    MessageSubject: bySubject,
    NetworkMessageId: byNetworkId,
    Source: same("Source", "Source"),
    TransportTrafficType: (task) => {
      const isMail = lower(task.text("TransportTrafficType")) === lower(mail);
      return { keep: () => isMail };
    },
    Start: bounded("Start"),
    End: bounded("End"),
  },
  arrange: onOneServer,
});

export const messageTrackingLogVerbs: NounVerbs = {
  Get: {
    ...get,
    // The log has no identities.
    emulated: get.emulated.filter((parameter) => parameter !== "Identity"),
    process: (task) => {
      letTransportRun(task);
      get.process(task);
    },
  },
};
