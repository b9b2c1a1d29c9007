import { type DirectoryObject, listObjects } from "../../topology/index.js";
import { Guid } from "../../values/simple-values.js";
import type { Value } from "../../values/value.js";
import { objectStateOf, serverIdentity } from "../noun/common-properties.js";
import { sentence } from "../noun/exchange-errors.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { defineNoun, type Noun, type NounVerbs, type Verb, type VerbBehaviour } from "../noun/noun.js";
import { stored, texts } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { computed, fixed } from "../properties/property.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { enumeration } from "../types/enumeration.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { unreachableQueue } from "./mail-flow/classes.js";
import { dispatch } from "./mail-flow/dispatch.js";
import { messagesOf } from "./mail-flow/queues.js";
import { resubmit } from "./mail-flow/resubmit.js";
import {
  actOnQueues,
  getOfQueues,
  identified,
  nullableTime,
  type QueueAction,
  shownTime,
  viewerNamespace,
} from "./queue-viewer.js";

const typeName = `${viewerNamespace}.ExtensibleQueueInfo`;

const queueStatus = enumeration(`${viewerNamespace}.QueueStatus`, [
  "None",
  "Active",
  "Ready",
  "Retry",
  "Suspended",
  "Connecting",
]);
const deliveryType = enumeration("Microsoft.Exchange.Data.DeliveryType", [
  "Undefined",
  "DnsConnectorDelivery",
  "MapiDelivery",
  "NonSmtpGatewayDelivery",
  "SmartHostConnectorDelivery",
  "SmtpRelayToRemoteAdSite",
  "SmtpRelayToTiRg",
  "SmtpRelayWithinAdSite",
  "SmtpRelayWithinAdSiteToEdge",
  "Unreachable",
  "ShadowRedundancy",
  "Heartbeat",
  "DeliveryAgent",
  "SmtpDeliveryToMailbox",
]);

const textOf =
  (property: string) =>
  (source: Source): string =>
    String(stored(source, property) ?? "");
const countOf = ({ topology, object }: Source): number => messagesOf(topology, object).length;

/** By priority: high, normal, low, none. */
const perPriority = (counts: readonly number[]): Value => multiValuedProperty([...counts], "System.Int32");

/** Whether what waits goes out of the organization. */
const categoryOf = (source: Source): string =>
  /Connector|Gateway|Agent|Unreachable/.test(typeOf(source)) ? "External" : "Internal";

/** What a queue is doing. */
function statusOf(source: Source): string {
  if (stored(source, "Suspended") === true) return "Suspended";
  const hasTrouble = stored(source, "NextRetryTime") !== null && source.object.name !== unreachableQueue;
  return hasTrouble && countOf(source) > 0 ? "Retry" : "Ready";
}

/** From 2013 on mail goes into a mailbox by SMTP (facts/nouns.json). */
function typeOf(source: Source): string {
  const type = textOf("DeliveryType")(source);
  return type === "MapiDelivery" && source.release !== "2010" ? "SmtpDeliveryToMailbox" : type;
}

const identity = (name: string): ExchangeProperty =>
  computed(
    name,
    `${viewerNamespace}.QueueIdentity`,
    ({ topology, object }) => new ADObjectId(topology, object, "server"),
  );

const noConnector = "00000000-0000-0000-0000-000000000000";

/** A server's queue for one next hop. Order: 2013, facts/nouns.json, without what is newer than 2010 (memory). */
export const queue: Noun = defineNoun({
  noun: "Queue",
  tasks: "QueueViewerTasks",
  identity: { classes: ["MessageQueue"], wildcards: true, owner: "ExchangeServer" },
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("DeliveryType", deliveryType.fullName, (source) => deliveryType(typeOf(source))),
    computed("NextHopDomain", "string", textOf("NextHopDomain")),
    fixed("TlsDomain", "string", () => ""),
    computed(
      "NextHopConnector",
      "guid",
      (source) => new Guid(String(textOf("NextHopConnector")(source) || noConnector)),
    ),
    computed("Status", queueStatus.fullName, (source) => queueStatus(statusOf(source))),
    computed("MessageCount", "int", countOf),
    computed("LastError", "string", textOf("LastError")),
    computed("RetryCount", "int", (source) => Number(stored(source, "RetryCount") ?? 0), { since: "2013" }),
    computed("LastRetryTime", nullableTime, shownTime("LastRetryTime")),
    computed("NextRetryTime", nullableTime, shownTime("NextRetryTime")),
    computed("FirstRetryTime", nullableTime, shownTime("FirstRetryTime"), { since: "2013" }),
    fixed("DeferredMessageCount", "int", () => 0),
    // Order from facts/captures.jsonl, get-queue.1 (2013); messages here all have the normal priority.
    fixed("LockedMessageCount", "int", () => 0, { since: "2013" }),
    computed("MessageCountsPerPriority", "int[]", (source) => perPriority([0, countOf(source), 0, 0]), {
      since: "2013",
    }),
    fixed("DeferredMessageCountsPerPriority", "int[]", () => perPriority([0, 0, 0, 0]), { since: "2013" }),
    fixed("RiskLevel", "Microsoft.Exchange.Transport.RiskLevel", () => "Normal", { since: "2013" }),
    fixed("OutboundIPPool", "int", () => 0, { since: "2013" }),
    computed("NextHopCategory", "Microsoft.Exchange.Transport.NextHopCategory", categoryOf, { since: "2013" }),
    ...["IncomingRate", "OutgoingRate", "Velocity"].map((name) => fixed(name, "double", () => 0, { since: "2013" })),
    fixed("OverrideSource", "string", () => "", { since: "2013" }),
    identity("QueueIdentity"),
    fixed("PriorityDescriptions", "string[]", () => texts(["High", "Normal", "Low", "None"]), { since: "2013" }),
    identity("Identity"),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", objectStateOf.fullName, () => objectStateOf("New"), { since: "2013" }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      until: "2010",
      // facts/captures.jsonl, get-queue.2 (2007)
      columns: [
        { property: "Identity" },
        { property: "DeliveryType", width: 12 },
        { property: "Status", width: 6 },
        { property: "MessageCount", width: 12, alignment: "left" },
        { property: "NextHopDomain" },
      ],
    },
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      since: "2013",
      // From memory.
      columns: [
        { property: "Identity" },
        { property: "DeliveryType", width: 12 },
        { property: "Status", width: 6 },
        { property: "MessageCount", width: 12, alignment: "left" },
        { property: "Velocity", width: 8, alignment: "left" },
        { property: "RiskLevel", width: 9, alignment: "left" },
        { property: "OutboundIPPool", width: 14, alignment: "left" },
        { property: "NextHopDomain" },
      ],
    },
  ],
  displayIdentity: serverIdentity,
});

/** Our wording: no capture of the questions is known. */
const question = (doing: string) =>
  sentence({
    text: (name: string) => `${doing} the queue "${name}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  });

const act = (verb: Verb, action: QueueAction): VerbBehaviour =>
  actOnQueues(
    queue,
    verb,
    (task) => identified(task, queue),
    ({ topology }) => listObjects(topology, "MessageQueue"),
    action,
  );

/** Whether what waits in a queue goes where -Include or -Exclude says: `Internal` or `External`. */
const isMeant = (task: Task, object: DirectoryObject, parameter: string): boolean =>
  (task.text(parameter) ?? "").split(", ").includes(categoryOf(task.source(object)));

export const queueVerbs: NounVerbs = {
  Get: getOfQueues(queue, {
    defaultParameterSet: "Server",
    filters: {
      Include: (task) => ({ keep: (object) => isMeant(task, object, "Include") }),
      Exclude: (task) => ({ keep: (object) => !isMeant(task, object, "Exclude") }),
    },
  }),
  Suspend: act("Suspend", {
    sentence: question("Suspending"),
    confirms: true,
    act: (courier, object) => {
      courier.change(object, { properties: { Suspended: true } });
    },
  }),
  Resume: act("Resume", {
    sentence: question("Resuming"),
    act: (courier, object) => dispatch(courier, courier.change(object, { properties: { Suspended: false } })),
  }),
  Retry: act("Retry", {
    sentence: question("Retrying"),
    emulated: ["Resubmit"],
    act: (courier, object, task) => (task.isOn("Resubmit") ? resubmit(courier, object) : dispatch(courier, object)),
  }),
};
