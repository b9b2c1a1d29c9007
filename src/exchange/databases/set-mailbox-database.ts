import { type DirectoryObject, getProperty, type ObjectChange, type PropertyValue } from "../../topology/index.js";
import { EnumValue } from "../../values/numbers.js";
import { displayText, netText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { message, sentence } from "../noun/exchange-errors.js";
import { quota } from "../noun/read.js";
import { rename, type Setter, setVerb, store } from "../noun/set-verb.js";
import { storeLink, storeQuota, storeSpan, storeTruth } from "../noun/setters.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { scheduleIntervals } from "../types/schedule.js";
import { Unlimited } from "../types/unlimited.js";
import { mailboxDatabase } from "./mailbox-database.js";

const accessServerQuery = {
  classes: ["ClientAccessArray", "ExchangeServer"],
  indexes: ["name", "fqdn", "legacyDN"],
  where: (object: DirectoryObject) => {
    if (object.class === "ClientAccessArray") return true;
    const roles = getProperty(schema, object, "ServerRole");
    return Array.isArray(roles) && roles.includes("ClientAccess");
  },
};

/** Stores the FQDN of the array or server, as text: it does not follow when that changes. */
const rpcClientAccessServer: Setter = (task) => {
  const found = task.resolve("RpcClientAccessServer", accessServerQuery, (identity) =>
    task.parameterNotFound(identity),
  );
  return { properties: { RpcClientAccessServer: getProperty(schema, found, "Fqdn") } };
};

const enumerationMember = (task: Task, value: Value): PropertyValue =>
  value instanceof EnumValue ? displayText(task.cmdlet.context, value) : null;

const storeSchedule = (property: string): Setter => store(property, (_task, value) => scheduleIntervals(value));

/** Where the objects that a database can point to are looked for; organizations have no such objects so far. */
const offlineAddressBooks = { classes: ["OfflineAddressBook"] } as const;
const publicFolderDatabases = { classes: ["PublicFolderDatabase"] } as const;
const recipients = { classes: ["User"] } as const;

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

/** Warnings come before prohibitions. */
function checkQuotas(task: Task, object: DirectoryObject, { properties = {} }: ObjectChange): void {
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

export const setMailboxDatabase = setVerb(mailboxDatabase, {
  taskClass: "SystemConfigurationTasks.SetMailboxDatabase",
  setters: {
    Name: rename,
    AllowFileRestore: storeTruth("AllowFileRestore"),
    BackgroundDatabaseMaintenance: storeTruth("BackgroundDatabaseMaintenance"),
    CircularLoggingEnabled: storeTruth("CircularLoggingEnabled"),
    DataMoveReplicationConstraint: store("DataMoveReplicationConstraint", enumerationMember),
    DeletedItemRetention: storeSpan("DeletedItemRetention"),
    EventHistoryRetentionPeriod: storeSpan("EventHistoryRetentionPeriod"),
    IndexEnabled: storeTruth("IndexEnabled"),
    IsExcludedFromProvisioning: storeTruth("IsExcludedFromProvisioning"),
    IsSuspendedFromProvisioning: storeTruth("IsSuspendedFromProvisioning"),
    IssueWarningQuota: storeQuota("IssueWarningQuota"),
    JournalRecipient: storeLink("JournalRecipient", recipients),
    MailboxRetention: storeSpan("MailboxRetention"),
    MaintenanceSchedule: storeSchedule("MaintenanceSchedule"),
    MountAtStartup: storeTruth("MountAtStartup"),
    OfflineAddressBook: storeLink("OfflineAddressBook", offlineAddressBooks),
    ProhibitSendQuota: storeQuota("ProhibitSendQuota"),
    ProhibitSendReceiveQuota: storeQuota("ProhibitSendReceiveQuota"),
    PublicFolderDatabase: storeLink("PublicFolderDatabase", publicFolderDatabases),
    QuotaNotificationSchedule: storeSchedule("QuotaNotificationSchedule"),
    RecoverableItemsQuota: storeQuota("RecoverableItemsQuota"),
    RecoverableItemsWarningQuota: storeQuota("RecoverableItemsWarningQuota"),
    CalendarLoggingQuota: storeQuota("CalendarLoggingQuota"),
    RetainDeletedItemsUntilBackup: storeTruth("RetainDeletedItemsUntilBackup"),
    RpcClientAccessServer: rpcClientAccessServer,
  },
  check: checkQuotas,
  sentence: sentence({
    text: (name: string) => `Setting mailbox database "${name}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  }),
});
