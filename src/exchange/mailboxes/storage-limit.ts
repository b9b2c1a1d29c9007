import { type DirectoryObject, getProperty, type PropertyValue } from "../../topology/index.js";
import type { Value } from "../../values/value.js";
import type { Source } from "../noun/source.js";
import { schema } from "../schema.js";
import { enumeration } from "../types/enumeration.js";

const statuses = enumeration("Microsoft.Exchange.Data.Mapi.StorageLimitStatus", [
  "BelowLimit",
  "IssueWarning",
  "ProhibitSend",
  "NoChecking",
  "MailboxDisabled",
]);

/** A quota of a mailbox: its own one, or that of its database. */
function quotaOf(mailbox: DirectoryObject, database: DirectoryObject | null, name: string): PropertyValue {
  const hasOwn = mailbox.class === "User" && getProperty(schema, mailbox, "UseDatabaseQuotaDefaults") === false;
  if (hasOwn) return getProperty(schema, mailbox, name);
  return database === null ? null : getProperty(schema, database, name);
}

/** Whether a mailbox of this size takes no more messages. */
export function isFull(mailbox: DirectoryObject, database: DirectoryObject, size: bigint): boolean {
  const limit = quotaOf(mailbox, database, "ProhibitSendReceiveQuota");
  return typeof limit === "bigint" && size >= limit;
}

/** Which of its quotas a mailbox has passed: its own ones, or those of its database. */
export function storageLimitStatus({ object }: Source, database: DirectoryObject | null, size: bigint): Value {
  const quota = (name: string): PropertyValue => quotaOf(object, database, name);
  const isOver = (name: string): boolean => {
    const limit = quota(name);
    return typeof limit === "bigint" && size >= limit;
  };
  if (isOver("ProhibitSendReceiveQuota")) return statuses("MailboxDisabled");
  if (isOver("ProhibitSendQuota")) return statuses("ProhibitSend");
  if (isOver("IssueWarningQuota")) return statuses("IssueWarning");
  const names = ["ProhibitSendReceiveQuota", "ProhibitSendQuota", "IssueWarningQuota"];
  return statuses(names.some((name) => typeof quota(name) === "bigint") ? "BelowLimit" : "NoChecking");
}
