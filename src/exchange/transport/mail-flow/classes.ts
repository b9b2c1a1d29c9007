import { defineClass, type NewObject, type Topology } from "../../../topology/index.js";
import { declareInDirectory } from "../../schema.js";
import { hubServers } from "../transport-servers.js";

/*
 * Queues, the messages in them and the tracking log are no objects of Active Directory: a server keeps them in files.
 * They are in the organization because mail that waits is part of its state: undo, forks and snapshots have it too.
 */

/** The queue in which every message begins. */
export const submissionQueue = "Submission";
/** Where messages wait for which no way is known. */
export const unreachableQueue = "Unreachable";

const noCategory = "Container";

export const messageQueueClass = defineClass({
  name: "MessageQueue",
  objectClass: ["top"],
  objectCategory: noCategory,
  container: { belowClass: "ExchangeServer", path: ["CN=Queues"] },
  properties: {
    DeliveryType: { holds: "string" },
    NextHopDomain: { holds: "string" },
    /** The GUID of the Send connector or the database that it is for. */
    NextHopConnector: { holds: "string" },
    Suspended: { holds: "boolean", default: false },
    LastError: { holds: "string" },
    RetryCount: { holds: "number", default: 0 },
    /** Ticks of UTC, as all times here. */
    FirstRetryTime: { holds: "bigint" },
    LastRetryTime: { holds: "bigint" },
    NextRetryTime: { holds: "bigint" },
    /** When its last message left; an empty queue goes away a while later. */
    LastUsed: { holds: "bigint", default: 0n },
  },
});

export const queuedMessageClass = defineClass({
  name: "QueuedMessage",
  objectClass: ["top"],
  objectCategory: noCategory,
  container: { belowClass: "MessageQueue", path: [] },
  properties: {
    Subject: { holds: "string" },
    InternetMessageId: { holds: "string" },
    /** An address; the empty text is that of delivery reports, to which nobody answers. */
    FromAddress: { holds: "string" },
    Recipients: { holds: "string", many: true },
    /** In bytes. */
    Size: { holds: "bigint" },
    DateReceived: { holds: "bigint" },
    SourceIP: { holds: "string" },
    MessageSourceName: { holds: "string" },
    Suspended: { holds: "boolean", default: false },
    LastError: { holds: "string" },
    RetryCount: { holds: "number", default: 0 },
    /** A record `content`: what is in the message, besides its subject. */
    Content: { holds: "record" },
    /** Whether rules and journaling have seen it: they do so once, on the first server. */
    Categorized: { holds: "boolean", default: false },
    /** Whether its recipients are those that get it. */
    Resolved: { holds: "boolean", default: false },
    /** What a delivery report is about: the id of the message. */
    Reference: { holds: "string" },
    /** The mailboxes whose Inbox rules have sent it on. */
    RuledBy: { holds: "string", many: true },
  },
});

export const trackingEventClass = defineClass({
  name: "MessageTrackingEvent",
  objectClass: ["top"],
  objectCategory: noCategory,
  container: { belowClass: "ExchangeServer", path: ["CN=Message Tracking"] },
  properties: {
    Timestamp: { holds: "bigint" },
    EventId: { holds: "string" },
    Source: { holds: "string" },
    ClientIp: { holds: "string" },
    ClientHostname: { holds: "string" },
    ServerHostname: { holds: "string" },
    SourceContext: { holds: "string" },
    ConnectorId: { holds: "string" },
    InternalMessageId: { holds: "bigint" },
    MessageId: { holds: "string" },
    Recipients: { holds: "string", many: true },
    RecipientStatus: { holds: "string", many: true },
    TotalBytes: { holds: "bigint" },
    RelatedRecipientAddress: { holds: "string" },
    Reference: { holds: "string", many: true },
    MessageSubject: { holds: "string" },
    Sender: { holds: "string" },
    ReturnPath: { holds: "string" },
    EventData: { holds: "string", many: true },
  },
  indexes: { messageId: { property: "MessageId" } },
});

/** Each server that moves mail has a submission queue from the beginning. */
function submissionQueues(topology: Topology): readonly NewObject[] {
  return hubServers(topology).map((server) => ({
    class: messageQueueClass.name,
    name: submissionQueue,
    parent: server.guid,
    properties: { DeliveryType: "Undefined", NextHopDomain: submissionQueue },
  }));
}

declareInDirectory({ noun: "Queue", definition: messageQueueClass, setup: submissionQueues });
declareInDirectory({ noun: "Message", definition: queuedMessageClass });
declareInDirectory({ noun: "MessageTrackingLog", definition: trackingEventClass });
