import { windowsTimeZones } from "../../cmdlets/management/windows-time-zones.js";
import { clockKey } from "../../cmdlets/session-services.js";
import { extensionOf } from "../../runtime/extension.js";
import {
  type DirectoryObject,
  followReference,
  getProperty,
  isReference,
  type PropertyValue,
  valuesOf,
} from "../../topology/index.js";
import { DateTime } from "../../values/date-time.js";
import { offsetOfLocal } from "../../values/local-time.js";
import { netText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import { message } from "../noun/exchange-errors.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { ByteQuantifiedSize } from "../types/byte-quantified-size.js";
import { folderKind, personKind } from "./rule-kinds.js";

/** How each condition reads, with its value in the hole. Wording from memory of Exchange 2010. */
const conditions: readonly (readonly [property: string, text: string])[] = [
  ["From", "the message was received from {0}"],
  ["SentTo", "the message was sent to {0}"],
  ["SubjectContainsWords", "the message includes specific words in the subject {0}"],
  ["BodyContainsWords", "the message includes specific words in the body {0}"],
  ["SubjectOrBodyContainsWords", "the message includes specific words in the subject or body {0}"],
  ["FromAddressContainsWords", "the message includes specific words in the sender's address {0}"],
  ["RecipientAddressContainsWords", "the message includes specific words in the recipient's address {0}"],
  ["HeaderContainsWords", "the message includes specific words in the header {0}"],
  ["FlaggedForAction", "the message is flagged for {0}"],
  ["HasAttachment", "the message has an attachment"],
  ["HasClassification", "the message is marked with the classification {0}"],
  ["MessageTypeMatches", "the message is of type {0}"],
  ["MyNameInToBox", "my name is in the To box"],
  ["MyNameInCcBox", "my name is in the Cc box"],
  ["MyNameInToOrCcBox", "my name is in the To or Cc box"],
  ["MyNameNotInToBox", "my name isn't in the To box"],
  ["SentOnlyToMe", "the message was sent only to me"],
  ["ReceivedAfterDate", "the message was received after {0}"],
  ["ReceivedBeforeDate", "the message was received before {0}"],
  ["WithImportance", "the message is marked with importance {0}"],
  ["WithSensitivity", "the message is marked with sensitivity {0}"],
  ["WithinSizeRangeMinimum", "the message is larger than {0}"],
  ["WithinSizeRangeMaximum", "the message is smaller than {0}"],
];

const actions: readonly (readonly [property: string, text: string])[] = [
  ["MoveToFolder", "move the message to folder {0}"],
  ["CopyToFolder", "copy the message to folder {0}"],
  ["DeleteMessage", "delete the message"],
  ["ForwardTo", "forward the message to {0}"],
  ["ForwardAsAttachmentTo", "forward the message as an attachment to {0}"],
  ["RedirectTo", "redirect the message to {0}"],
  ["ApplyCategory", "mark the message with the category {0}"],
  ["ApplySystemCategory", "mark the message with the system category {0}"],
  ["DeleteSystemCategory", "take the system category {0} from the message"],
  ["MarkImportance", "mark the message with importance {0}"],
  ["MarkAsRead", "mark the message as read"],
  ["SendTextMessageNotificationTo", "send a text message notification to {0}"],
  ["StopProcessingRules", "stop processing more rules on this message"],
];

const people = /^(From|SentTo|ForwardTo|ForwardAsAttachmentTo|RedirectTo)$/;

/** A value of a condition or an action, as a sentence has it. */
function shownText(
  source: Source,
  context: ValueContext,
  property: string,
  value: PropertyValue,
  times: Times,
): string {
  if (people.test(property))
    return netText(context, personKind.show(value, source, context)).replace(/^"(.*)" \[.*$/, "$1");
  if (isReference(value)) {
    const target = followReference(source.topology, value);
    return target?.state === "live" ? target.object.name : "";
  }
  if (typeof value === "bigint")
    return property.endsWith("Date")
      ? timeText(times, context, value)
      : netText(context, new ByteQuantifiedSize(value));
  if (property.endsWith("Folder")) return netText(context, folderKind.show(value, source, context));
  return String(value);
}

/** How Get-InboxRule was told to write points in time. */
interface Times {
  /** As `ToString` takes it; empty: the usual form. */
  readonly format: string;
  /** Local time minus UTC in a zone; `null`: the session's. */
  readonly zone: ((utcTicks: bigint) => bigint) | null;
}
const usualTimes: Times = { format: "", zone: null };

function timeText({ format, zone }: Times, context: ValueContext, local: bigint): string {
  const utc = local - offsetOfLocal(context, local);
  const time = zone === null ? new DateTime(local, "Local") : new DateTime(utc + zone(utc));
  return netText(context, time, format);
}

const unknownZone = message({
  text: (zone: string) =>
    `"${zone}" isn't the id of a time zone. Write it as Windows does, such as "GMT Standard Time".`,
  exception: "System.ArgumentException",
  category: "InvalidArgument",
  certainty: "unknown",
  evidence: "our wording: the real text is not known",
});

/** The description of a rule as -DescriptionTimeFormat and -DescriptionTimeZone want it; `null` without them. */
export function describedAsAsked(task: Task, rule: DirectoryObject): ReadonlyMap<string, Value> | null {
  const [format, zone] = [task.text("DescriptionTimeFormat"), task.text("DescriptionTimeZone")];
  if (format === null && zone === null) return null;
  const { context } = task.cmdlet;
  const times = { format: format ?? "", zone: zone === null ? null : zoneNamed(task, zone) };
  return new Map([["Description", describeRule(task.source(rule), context, times)]]);
}

function zoneNamed(task: Task, id: string): Times["zone"] {
  const known = windowsTimeZones.find((zone) => zone.id.toLowerCase() === id.toLowerCase());
  const [name] = known?.ianaNames ?? [];
  if (name === undefined) throw task.failure(unknownZone, [id]);
  return extensionOf(task.cmdlet.context, clockKey).offsetsIn(name);
}

/** One line of a description; `null` where the rule does not say anything about the property. */
function line(
  source: Source,
  context: ValueContext,
  [prefix, property, text]: readonly [prefix: string, property: string, text: string],
  times: Times,
): string | null {
  const stored = getProperty(schema, source.object, `${prefix}${property}`);
  const values = valuesOf(stored);
  if (values.length === 0 || stored === false) return null;
  const quoted = values.map((value) => `'${shownText(source, context, property, value, times)}'`);
  return text.replace("{0}", quoted.join(" or "));
}

function block(heading: string, lines: readonly (string | null)[]): readonly string[] {
  const said = lines.filter((each) => each !== null);
  return said.length === 0 ? [] : [heading, ...said.map((each, index) => `\t${index === 0 ? "" : "and "}${each}`)];
}

/** What a rule does, in sentences: conditions, actions, exceptions. */
export function describeRule(source: Source, context: ValueContext, times: Times = usualTimes): string {
  const of = (prefix: string, list: typeof conditions) =>
    list.map(([property, text]) => line(source, context, [prefix, property, text], times));
  return [
    ...block("If the message:", of("", conditions)),
    ...block("Take the following actions:", of("", actions)),
    ...block("Except if the message:", of("ExceptIf", conditions)),
  ].join("\n");
}
