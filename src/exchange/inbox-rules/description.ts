import { getProperty, valuesOf } from "../../topology/index.js";
import { DateTime } from "../../values/date-time.js";
import { netText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import type { ValueContext } from "../../values/value-context.js";
import type { Source } from "../noun/source.js";
import { schema } from "../schema.js";
import { ByteQuantifiedSize } from "../types/byte-quantified-size.js";
import { personKind } from "./rule-kinds.js";

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
  ["MarkImportance", "mark the message with importance {0}"],
  ["MarkAsRead", "mark the message as read"],
  ["SendTextMessageNotificationTo", "send a text message notification to {0}"],
  ["StopProcessingRules", "stop processing more rules on this message"],
];

const people = /^(From|SentTo|ForwardTo|ForwardAsAttachmentTo|RedirectTo)$/;

/** One line of a description; `null` where the rule does not say anything about the property. */
function line(source: Source, context: ValueContext, prefix: string, property: string, text: string): string | null {
  const stored = getProperty(schema, source.object, `${prefix}${property}`);
  const values = valuesOf(stored);
  if (values.length === 0 || stored === false) return null;
  const shown = values.map((value): Value => {
    if (people.test(property)) return personKind.show(value, source, context);
    if (typeof value === "bigint")
      return property.endsWith("Date") ? new DateTime(value, "Local") : new ByteQuantifiedSize(value);
    const plain = String(value);
    return property.endsWith("Folder") ? plain.slice(plain.lastIndexOf("/") + 1) : plain;
  });
  const quoted = shown.map((value) => `'${netText(context, value).replace(/^"(.*)" \[.*$/, "$1")}'`);
  return text.replace("{0}", quoted.join(" or "));
}

function block(heading: string, lines: readonly (string | null)[]): readonly string[] {
  const said = lines.filter((each) => each !== null);
  return said.length === 0 ? [] : [heading, ...said.map((each, index) => `\t${index === 0 ? "" : "and "}${each}`)];
}

/** What a rule does, in sentences: conditions, actions, exceptions. */
export function describeRule(source: Source, context: ValueContext): string {
  const of = (prefix: string, list: typeof conditions) =>
    list.map(([property, text]) => line(source, context, prefix, property, text));
  return [
    ...block("If the message:", of("", conditions)),
    ...block("Take the following actions:", of("", actions)),
    ...block("Except if the message:", of("ExceptIf", conditions)),
  ].join("\n");
}
