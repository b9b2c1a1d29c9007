import { type DirectoryObject, getObject, isList, listObjects } from "../../topology/index.js";
import { DateTime, ticksPerDay } from "../../values/date-time.js";
import { parseIPAddress } from "../../values/simple-value-parsing.js";
import { sentence } from "../noun/exchange-errors.js";
import type { Filter } from "../noun/filters.js";
import { defineNoun, type Noun, type NounVerbs, type Verb, type VerbBehaviour } from "../noun/noun.js";
import { stored, texts } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { computed, fixed } from "../properties/property.js";
import { ADObjectId, nameWithQueue, serverAbove } from "../types/ad-object-id.js";
import { ByteQuantifiedSize, byteQuantifiedSizeName } from "../types/byte-quantified-size.js";
import { enumeration } from "../types/enumeration.js";
import { exportMessage } from "./export-message.js";
import { reportFailures } from "./mail-flow/categorize.js";
import type { Courier } from "./mail-flow/courier.js";
import { dispatch } from "./mail-flow/dispatch.js";
import { mailOf } from "./mail-flow/mail.js";
import { queue } from "./queue.js";
import {
  actOnQueues,
  getOfQueues,
  nullableTime,
  type QueueAction,
  shownTime,
  viewerNamespace,
} from "./queue-viewer.js";
import { redirectMessages } from "./redirect-messages.js";

const typeName = `${viewerNamespace}.ExtensibleMessageInfo`;

const messageStatus = enumeration(`${viewerNamespace}.MessageStatus`, [
  "None",
  "Active",
  "Suspended",
  "PendingRemove",
  "PendingSuspend",
  "Ready",
  "Retry",
  "Locked",
]);

const textOf =
  (property: string) =>
  (source: Source): string =>
    String(stored(source, property) ?? "");

function statusOf(source: Source): string {
  if (stored(source, "Suspended") === true) return "Suspended";
  return Number(stored(source, "RetryCount") ?? 0) === 0 ? "Ready" : "Retry";
}

function expiration(source: Source): DateTime | null {
  const received = stored(source, "DateReceived");
  return typeof received === "bigint" ? new DateTime(received + 2n * ticksPerDay, "Local") : null;
}

function sizeOf(source: Source): ByteQuantifiedSize | null {
  const size = stored(source, "Size");
  return typeof size === "bigint" ? new ByteQuantifiedSize(size) : null;
}

const queueAbove = ({ topology, object }: Source): ADObjectId | null => {
  const above = object.parent === null ? null : getObject(topology, object.parent);
  return above === null ? null : new ADObjectId(topology, above, "server");
};

/** A message in a queue. All of it from memory (facts/nouns.json has the columns only). */
export const message: Noun = defineNoun({
  noun: "Message",
  tasks: "QueueViewerTasks",
  identity: { classes: ["QueuedMessage"] },
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed(
      "Identity",
      `${viewerNamespace}.MessageIdentity`,
      ({ topology, object }) => new ADObjectId(topology, object, "queue"),
    ),
    computed("Subject", "string", textOf("Subject")),
    computed("InternetMessageId", "string", textOf("InternetMessageId")),
    computed("FromAddress", "string", (source) => textOf("FromAddress")(source) || "<>"),
    computed("Status", messageStatus.fullName, (source) => messageStatus(statusOf(source))),
    computed("Size", byteQuantifiedSizeName, sizeOf),
    computed("MessageSourceName", "string", textOf("MessageSourceName")),
    computed("SourceIP", "ipaddress", (source) => parseIPAddress(String(textOf("SourceIP")(source) ?? "")) ?? null),
    fixed("SCL", "int", () => -1),
    computed("DateReceived", "datetime", shownTime("DateReceived")),
    computed("ExpirationTime", nullableTime, expiration),
    computed("LastError", "string", textOf("LastError")),
    computed("RetryCount", "int", (source) => Number(stored(source, "RetryCount") ?? 0)),
    computed("Queue", `${viewerNamespace}.QueueIdentity`, queueAbove),
    computed("Recipients", `${viewerNamespace}.RecipientInfo[]`, ({ live }) => live?.get("Recipients") ?? null),
    fixed("IsValid", "bool", () => true),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: ["Identity", "FromAddress", "Status", "Queue", "Subject"].map((property) => ({ property })),
    },
  ],
  displayIdentity: ({ topology, object }) => nameWithQueue(topology, object),
});

/** -Queue: what waits in the queues that it means. */
function inQueue(task: Task): Filter {
  const identity = task.value("Queue");
  if (!(identity instanceof IdParameter)) return { from: [] };
  const queues = new Set(task.matches(identity, queue.identity).map(({ guid }) => guid));
  if (queues.size === 0) throw task.parameterNotFound(identity.text);
  return { keep: ({ parent }) => parent !== null && queues.has(parent) };
}

/** `SERVER\queue\number`, `queue\number`, a number alone: the message in all queues that have it. */
function identified(task: Task): readonly DirectoryObject[] {
  const identity = task.value("Identity");
  if (!(identity instanceof IdParameter)) return [];
  if (identity.guid !== null) return task.matches(identity, message.identity);
  const wanted = identity.text.toLowerCase();
  return listObjects(task.topology, "QueuedMessage").filter((each) => {
    const full = nameWithQueue(task.topology, each).toLowerCase();
    return full === wanted || full.endsWith(`\\${wanted}`) || starred(wanted, full);
  });
}

/** `SERVER\*\17`: in whichever queue. */
function starred(wanted: string, full: string): boolean {
  const parts = wanted.split("\\");
  const own = full.split("\\");
  return parts.length === own.length && parts.every((part, index) => part === "*" || part === own[index]);
}

/** Our wording: no capture of the questions is known. */
const question = (doing: string) =>
  sentence({
    text: (name: string) => `${doing} the message "${name}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  });

const act = (verb: Verb, action: QueueAction): VerbBehaviour =>
  actOnQueues(message, verb, identified, ({ topology }) => listObjects(topology, "QueuedMessage"), action);

/** Takes a message out; its sender is told unless -WithNDR says otherwise (documented: true when left out). */
function removeMessage(courier: Courier, object: DirectoryObject, task: Task): void {
  const server = serverAbove(courier.topology, object);
  const mail = mailOf(object);
  courier.remove(object);
  if (server === null) return;
  const isTold = !task.has("WithNDR") || task.isOn("WithNDR");
  const status = "550 4.3.2 QUEUE.Admin; message deleted by administrative action";
  if (!isTold) {
    courier.track(server, mail, { id: "FAIL", source: "ADMIN", status: mail.recipients.map(() => status) });
    return;
  }
  const failed = mail.recipients.map((address) => ({ address, status }));
  for (const next of reportFailures(courier, server, mail, failed, { source: "ADMIN" })) dispatch(courier, next);
}

function resumeMessage(courier: Courier, object: DirectoryObject): void {
  courier.change(object, { properties: { Suspended: false } });
  const above = object.parent === null ? null : getObject(courier.topology, object.parent);
  if (above !== null) dispatch(courier, above);
}

function recipientsOf(task: Task, object: DirectoryObject) {
  const recipients = stored(task.source(object), "Recipients");
  return new Map([["Recipients", texts(isList(recipients) ? recipients.map(String) : [])]]);
}

export const messageVerbs: NounVerbs = {
  Get: getOfQueues(message, {
    defaultParameterSet: "Filter",
    filters: { Queue: inQueue },
    live: { IncludeRecipientInfo: recipientsOf },
    find: identified,
    // No component takes time here: a message that waits has come to its queue at once.
    accepted: ["IncludeComponentLatencyInfo"],
  }),
  Export: exportMessage(message, identified),
  Redirect: redirectMessages,
  Suspend: act("Suspend", {
    sentence: question("Suspending"),
    confirms: true,
    act: (courier, object) => {
      courier.change(object, { properties: { Suspended: true } });
    },
  }),
  Resume: act("Resume", { sentence: question("Resuming"), act: resumeMessage }),
  Remove: act("Remove", {
    sentence: question("Removing"),
    confirms: true,
    emulated: ["WithNDR"],
    act: removeMessage,
  }),
};
