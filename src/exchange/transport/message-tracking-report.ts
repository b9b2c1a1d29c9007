import { type DirectoryObject, findByIndex, isList, listObjects } from "../../topology/index.js";
import { ValueObject } from "../../values/dictionary.js";
import type { DotNetType } from "../../values/dotnet-type.js";
import { toItems } from "../../values/enumeration.js";
import { heapClass } from "../../values/heap/heap-class.js";
import { localTime } from "../../values/local-time.js";
import { property } from "../../values/signatures.js";
import { toText } from "../../values/text.js";
import { defineType, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { message } from "../noun/exchange-errors.js";
import { resultSize, warnOfMore } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { live, texts } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { IdParameter } from "../parameters/id-parameter.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { addressesIn } from "../recipients/addresses.js";
import { mailbox } from "../recipients/mailbox.js";
import { textOf } from "../recipients/recipient-types.js";
import { enumeration } from "../types/enumeration.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { SmtpAddress, smtpAddressName } from "../types/proxy-address.js";
import { holderOf } from "./mail-flow/recipients.js";
import { letTransportRun } from "./queue-viewer.js";

/**
 * Delivery reports: what a user sees who asks what became of a message. Search-MessageTrackingReport finds messages that a
 * mailbox has sent or got, Get-MessageTrackingReport tells of one. Properties documented, their order from memory.
 */

const tracking = "Microsoft.Exchange.Management.Tracking";
const searchType = `${tracking}.MessageTrackingSearchResult`;
const reportType = `${tracking}.MessageTrackingReport`;
const eventType = `${tracking}.RecipientTrackingEvent`;
const addressList = `${smtpAddressName}[]`;
const deliveryStatus = enumeration(`${tracking}._DeliveryStatus`, [
  "Unsuccessful",
  "Pending",
  "Delivered",
  "Transferred",
  "Read",
]);

/** What became of a message for one recipient. */
class RecipientEvent extends ValueObject {
  constructor(
    readonly date: Value,
    readonly address: string,
    readonly display: string,
    readonly status: string,
    readonly description: string,
    readonly server: string,
  ) {
    super();
  }
  get type(): DotNetType {
    return typeNamed(eventType);
  }
  equalityKey(): string {
    return `${this.address}|${this.status}|${this.description}`;
  }
  toNetText(): string {
    return eventType;
  }
}
heapClass("RecipientEvent", RecipientEvent);
defineType({
  fullName: eventType,
  members: () => [
    property<RecipientEvent>("datetime Date", ({ date }) => date),
    property<RecipientEvent>(`${smtpAddressName} RecipientAddress`, ({ address }) => new SmtpAddress(address)),
    property<RecipientEvent>("string RecipientDisplayName", ({ display }) => display),
    property<RecipientEvent>(`${deliveryStatus.fullName} Status`, ({ status }) => deliveryStatus(status)),
    property<RecipientEvent>("string EventDescription", ({ description }) => description),
    property<RecipientEvent>("string Server", ({ server }) => server),
  ],
});

const text = (name: string) => computed(name, "string", live(name));
const head = () => [
  text("MessageTrackingReportId"),
  computed("SubmittedDateTime", "datetime", live("SubmittedDateTime")),
  text("Subject"),
  computed("FromAddress", smtpAddressName, live("FromAddress")),
  text("FromDisplayName"),
  computed("RecipientAddresses", addressList, live("RecipientAddresses")),
  computed("RecipientDisplayNames", "string[]", live("RecipientDisplayNames")),
];
const tail = () => [
  computed("Identity", "Microsoft.Exchange.Data.ObjectId", live("MessageTrackingReportId")),
  fixed("IsValid", "bool", () => true),
];

const searchResult = defineNoun({
  noun: "the results of Search-MessageTrackingReport",
  identity: mailbox.identity,
  typeNames: [searchType, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [...head(), ...tail()],
  views: [],
});

const count = (name: string) => computed(name, "int", live(name));

export const messageTrackingReport = defineNoun({
  noun: "MessageTrackingReport",
  tasks: "Tracking",
  identity: mailbox.identity,
  typeNames: [reportType, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    ...head(),
    count("DeliveredCount"),
    count("PendingCount"),
    count("TransferredCount"),
    count("UnsuccessfulCount"),
    computed("RecipientTrackingEvents", `${eventType}[]`, live("RecipientTrackingEvents")),
    ...tail(),
  ],
  views: [],
});

const messages = {
  noReport: message({
    text: (id: string) => `The message tracking report "${id}" couldn't be found.`,
    exception: "Microsoft.Exchange.Management.Tracking.TrackingExceptionMessageTrackingReportNotFound",
    category: "InvalidArgument",
    certainty: "unknown",
    evidence: "our wording: the real text is not known",
  }),
} as const;

const stringOf = ({ properties }: DirectoryObject, name: string): string => String(properties[name] ?? "");
const recipientsOf = ({ properties }: DirectoryObject): readonly string[] => {
  const { Recipients: recipients = null } = properties;
  return isList(recipients) ? recipients.map(String) : [];
};
const timeOf = ({ properties }: DirectoryObject): bigint =>
  typeof properties.Timestamp === "bigint" ? properties.Timestamp : 0n;

const isFirst = (event: DirectoryObject): boolean =>
  ["SUBMIT", "RECEIVE"].includes(stringOf(event, "EventId")) && stringOf(event, "Sender") !== "";

/** Messages by their first event, the latest first. */
function messagesTracked(task: Task): readonly DirectoryObject[] {
  const first = new Map<string, DirectoryObject>();
  for (const event of listObjects(task.topology, "MessageTrackingEvent").filter(isFirst)) {
    const id = stringOf(event, "MessageId");
    const known = first.get(id);
    if (known === undefined || timeOf(event) < timeOf(known)) first.set(id, event);
  }
  return [...first.values()].sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : timeOf(a) > timeOf(b) ? -1 : 0));
}

function displayNameOf(task: Task, address: string): string {
  const holder = holderOf(task.topology, address);
  return holder === undefined ? address : textOf(holder, "DisplayName") || holder.name;
}

const reportId = (event: DirectoryObject): string =>
  `Message-Id=${stringOf(event, "MessageId")},Server=${stringOf(event, "ServerHostname")},Internal-Id=${stringOf(event, "InternalMessageId")},Sender=${stringOf(event, "Sender")}`;

function headOf(task: Task, event: DirectoryObject): Record<string, Value> {
  const [from, to] = [stringOf(event, "Sender"), recipientsOf(event)];
  return {
    MessageTrackingReportId: reportId(event),
    SubmittedDateTime: localTime(task.cmdlet.context, timeOf(event)),
    Subject: stringOf(event, "MessageSubject"),
    FromAddress: new SmtpAddress(from),
    FromDisplayName: displayNameOf(task, from),
    RecipientAddresses: multiValuedProperty(
      to.map((address) => new SmtpAddress(address)),
      smtpAddressName,
    ),
    RecipientDisplayNames: texts(to.map((address) => displayNameOf(task, address))),
  };
}

const listIn = (task: Task, parameter: string): readonly string[] =>
  toItems(task.value(parameter)).map((item) => toText(task.cmdlet.context, item).toLowerCase());

function search(task: Task): void {
  letTransportRun(task);
  const user = task.resolve("Identity", mailbox.identity, (identity) => task.notFound(identity));
  const own = addressesIn(user).map((address) => address.slice(address.indexOf(":") + 1).toLowerCase());
  const [sender, subject] = [task.text("Sender")?.toLowerCase(), task.text("Subject")?.toLowerCase()];
  const [id, wanted] = [task.text("MessageId"), listIn(task, "Recipients")];
  const found = messagesTracked(task).filter((event) => {
    const from = stringOf(event, "Sender").toLowerCase();
    const to = recipientsOf(event).map((address) => address.toLowerCase());
    const isMine = sender === undefined ? own.includes(from) : from === sender && to.some((each) => own.includes(each));
    if (!isMine || (wanted.length > 0 && !wanted.some((address) => to.includes(address)))) return false;
    if (id !== null && stringOf(event, "MessageId") !== id) return false;
    return subject === undefined || stringOf(event, "MessageSubject").toLowerCase().includes(subject);
  });
  const limit = resultSize(task);
  for (const event of found.slice(0, limit)) writeRow(task, searchResult, user, headOf(task, event));
  if (found.length > limit) warnOfMore(task);
}

/** What the events of a recipient come to: the last one decides. Descriptions from memory. */
const outcomes: Readonly<Record<string, readonly [status: string, description: string]>> = {
  SUBMIT: ["Pending", "The message was submitted."],
  RECEIVE: ["Pending", "The message was received by the server."],
  DEFER: ["Pending", "The delivery of the message is delayed."],
  SEND: ["Transferred", "The message was transferred to another server."],
  TRANSFER: ["Pending", "The message is being processed."],
  EXPAND: ["Pending", "The members of the group were looked up."],
  DELIVER: ["Delivered", "The message was successfully delivered."],
  FAIL: ["Unsuccessful", "The message couldn't be delivered."],
};

/** All that happened to a message, for each recipient: in summary the last of it. */
function eventsOf(task: Task, id: string, user: DirectoryObject, isSummary: boolean): readonly RecipientEvent[] {
  const events = [...findByIndex(task.topology, "MessageTrackingEvent", "messageId", id)].sort((a, b) =>
    timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0,
  );
  const all = events.flatMap((event) => {
    const outcome = outcomes[stringOf(event, "EventId")];
    if (outcome === undefined) return [];
    const date = localTime(task.cmdlet.context, timeOf(event));
    return recipientsOf(event).map(
      (address) =>
        new RecipientEvent(date, address, displayNameOf(task, address), ...outcome, stringOf(event, "ServerHostname")),
    );
  });
  // Another mailbox's report tells of that mailbox alone.
  const own = addressesIn(user).map((address) => address.slice(address.indexOf(":") + 1).toLowerCase());
  const isSender = events.some((event) => own.includes(stringOf(event, "Sender").toLowerCase()));
  const seen = isSender ? all : all.filter(({ address }) => own.includes(address.toLowerCase()));
  if (!isSummary) return seen;
  return [...new Map(seen.map((event) => [event.address.toLowerCase(), event])).values()];
}

/** Whose report it is: the sender's. */
const idForm = /^Message-Id=(.*),Server=([^,]*),Internal-Id=([^,]*),Sender=(.*)$/;

function show(task: Task): void {
  letTransportRun(task);
  const given = task.value("Identity");
  const typed = given instanceof IdParameter ? given.text : (task.text("Identity") ?? "");
  const [, id = "", , , sender = ""] = idForm.exec(typed) ?? [];
  const event = messagesTracked(task).find((each) => stringOf(each, "MessageId") === id);
  const user = holderOf(task.topology, sender);
  if (event === undefined || user === undefined) throw task.failure(messages.noReport, [typed]);
  const path = task.text("RecipientPathFilter")?.toLowerCase();
  const isPath =
    task.has("ReportTemplate") && toText(task.cmdlet.context, task.value("ReportTemplate")) === "RecipientPath";
  const wanted = listIn(task, "Recipients");
  const status = task.has("Status") ? toText(task.cmdlet.context, task.value("Status")) : null;
  const last = eventsOf(task, id, user, true);
  const counted = (name: string): number => last.filter((each) => each.status === name).length;
  const shown = (isPath ? eventsOf(task, id, user, false) : last).filter(
    ({ address, status: its }) =>
      (path === undefined || address.toLowerCase() === path) &&
      (wanted.length === 0 || wanted.includes(address.toLowerCase())) &&
      (status === null || its === status),
  );
  writeRow(task, messageTrackingReport, user, {
    ...headOf(task, event),
    DeliveredCount: counted("Delivered"),
    PendingCount: counted("Pending"),
    TransferredCount: counted("Transferred"),
    UnsuccessfulCount: counted("Unsuccessful"),
    RecipientTrackingEvents: multiValuedProperty([...shown], eventType),
  });
}

/** Names and rights of others are not looked at here: who runs the shell sees all. */
const accepted = ["BypassDelegateChecking", "DoNotResolve", "TraceLevel"];

export const messageTrackingReportVerbs: NounVerbs = {
  Search: {
    taskClass: `${tracking}.SearchMessageTrackingReport`,
    emulated: ["Identity", "Sender", "Recipients", "Subject", "MessageId", "ResultSize"],
    // Ids of entries are known to programs alone.
    accepted: [...accepted, "MessageEntryId"],
    defaultParameterSet: "SearchAsRecipient",
    process: search,
  },
  Get: {
    taskClass: `${tracking}.GetMessageTrackingReport`,
    emulated: ["Identity", "RecipientPathFilter", "Recipients", "ReportTemplate", "Status"],
    accepted: [...accepted, "DetailLevel", "ResultSize"],
    process: show,
  },
};
