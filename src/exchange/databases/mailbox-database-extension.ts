import type { ClassExtension } from "../../topology/index.js";
import { ticksPerDay } from "../../values/date-time.js";
import { dailySchedule } from "../types/schedule.js";

const gigabyte = 1024n ** 3n;
const kilobyte = 1024n;

/** 1.899 GB, 2 GB less 100 MB in round thousands of KB: the three quotas of a new database (documented). */
const issueWarningQuota = 1_991_680n * kilobyte;
const prohibitSendQuota = 2n * gigabyte;
const prohibitSendReceiveQuota = 2_411_520n * kilobyte;

const hour = 60;
const quarter = 15;

/**
 * The settings of a database beside what the core class has. Defaults as documented for Set-MailboxDatabase
 * (facts/nouns.json); the two schedules: facts/nouns.json, examples.
 */
export const mailboxDatabaseExtension: ClassExtension = {
  name: "MailboxDatabase",
  properties: {
    JournalRecipient: { holds: "reference" },
    OfflineAddressBook: { holds: "reference" },
    PublicFolderDatabase: { holds: "reference" },
    MailboxRetention: { holds: "bigint", default: 30n * ticksPerDay },
    DeletedItemRetention: { holds: "bigint", default: 14n * ticksPerDay },
    EventHistoryRetentionPeriod: { holds: "bigint", default: 7n * ticksPerDay },
    IssueWarningQuota: { holds: ["bigint", "record"], default: issueWarningQuota },
    ProhibitSendQuota: { holds: ["bigint", "record"], default: prohibitSendQuota },
    ProhibitSendReceiveQuota: { holds: ["bigint", "record"], default: prohibitSendReceiveQuota },
    RecoverableItemsQuota: { holds: ["bigint", "record"], default: 30n * gigabyte },
    RecoverableItemsWarningQuota: { holds: ["bigint", "record"], default: 20n * gigabyte },
    CalendarLoggingQuota: { holds: ["bigint", "record"], default: 6n * gigabyte },
    IndexEnabled: { holds: "boolean", default: true },
    IsExcludedFromProvisioning: { holds: "boolean", default: false },
    IsSuspendedFromProvisioning: { holds: "boolean", default: false },
    AllowFileRestore: { holds: "boolean", default: false },
    BackgroundDatabaseMaintenance: { holds: "boolean", default: true },
    MountAtStartup: { holds: "boolean", default: true },
    RetainDeletedItemsUntilBackup: { holds: "boolean", default: false },
    CircularLoggingEnabled: { holds: "boolean", default: false },
    DataMoveReplicationConstraint: { holds: "string", default: "None" },
    MaintenanceSchedule: { holds: "string", many: true, default: dailySchedule(hour, 4 * hour) },
    QuotaNotificationSchedule: { holds: "string", many: true, default: dailySchedule(hour, quarter) },
    /** Whether it was mounted once. */
    DatabaseCreated: { holds: "boolean", default: true },
  },
};
