import type { DirectoryObject, ObjectChange } from "../../topology/index.js";
import { netText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { message } from "../noun/exchange-errors.js";
import { quota } from "../noun/read.js";
import type { Task } from "../noun/task.js";
import { Unlimited } from "../types/unlimited.js";

const quotaOrder = message({
  text: (low: string, high: string, lowValue: string, highValue: string) =>
    `The value of property '${low}' must be less than or equal to that of property '${high}'. ${low}: '${lowValue}', ${high}: '${highValue}'.`,
  exception: "Microsoft.Exchange.Data.DataValidationException",
  category: "NotSpecified",
  certainty: "memory",
  evidence: "remembered from mailboxes; category unknown",
});

/** Each must not be more than the next. */
const quotaPairs = [
  ["IssueWarningQuota", "ProhibitSendQuota"],
  ["ProhibitSendQuota", "ProhibitSendReceiveQuota"],
  ["RecoverableItemsWarningQuota", "RecoverableItemsQuota"],
] as const;

/** Warnings come before prohibitions; of a mailbox as of a database. */
export function checkQuotaOrder(task: Task, object: DirectoryObject, { properties = {} }: ObjectChange): void {
  if (!quotaPairs.flat().some((name) => Object.hasOwn(properties, name))) return;
  const source = task.source({ ...object, properties: { ...object.properties, ...properties } });
  for (const [low, high] of quotaPairs) {
    const [lowValue, highValue] = [quota(low)(source), quota(high)(source)];
    if (!(lowValue instanceof Unlimited) || !(highValue instanceof Unlimited)) continue;
    if (lowValue.comparisonKey() <= highValue.comparisonKey()) continue;
    const text = (value: Value): string => netText(task.cmdlet.context, value);
    throw task.failure(quotaOrder, [low, high, text(lowValue), text(highValue)]);
  }
}
