import { type DirectoryObject, getProperty, type PropertyValue } from "../../topology/index.js";
import { EnumValue } from "../../values/numbers.js";
import { displayText } from "../../values/text.js";
import type { Value } from "../../values/value.js";
import { sentence } from "../noun/exchange-errors.js";
import { rename, type Setter, setVerb, store } from "../noun/set-verb.js";
import { storeLink, storeQuota, storeSpan, storeTruth } from "../noun/setters.js";
import type { Task } from "../noun/task.js";
import { checkQuotaOrder } from "../recipients/quota-order.js";
import { schema } from "../schema.js";
import { scheduleIntervals } from "../types/schedule.js";
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
  check: checkQuotaOrder,
  sentence: sentence({
    text: (name: string) => `Setting mailbox database "${name}".`,
    certainty: "unknown",
    evidence: "our wording: no capture of the question is known",
  }),
});
