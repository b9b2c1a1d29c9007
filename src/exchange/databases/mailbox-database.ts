import { ticksPerDay } from "../../values/date-time.js";
import { autoDatabaseMountDial } from "../availability/enumerations.js";
import { configurationTail, nameIdentity, objectVersions } from "../noun/common-properties.js";
import { defineNoun } from "../noun/noun.js";
import { bool, choice, link, long, quota, span, text } from "../properties/property.js";
import { rootedBook } from "../recipients/address-lists/rooted-book.js";
import { databaseProperties, databaseTypes } from "./database-properties.js";

const gigabyte = 1024n ** 3n;
/** 2.3 GB in round thousands of KB (documented). */
const prohibitSendReceiveQuota = 2_411_520n * 1024n;
const recipientClasses = ["User"];

const recent = { since: "2013" } as const;

const id = "Microsoft.Exchange.Data.Directory.ADObjectId";
const typeNames = databaseTypes("MailboxDatabase");
const [typeName = ""] = typeNames;

/**
 * A mailbox database. View: captured in 2010, 2016 and 2019. Order of the list: facts/nouns.json, from memory, but for
 * its end, which sibling classes confirm.
 */
export const mailboxDatabase = defineNoun({
  noun: "MailboxDatabase",
  class: "MailboxDatabase",
  identity: { classes: ["MailboxDatabase"], indexes: ["name"], wildcards: true },
  typeNames,
  certainty: "memory",
  properties: () => [
    link("JournalRecipient", recipientClasses, { prints: "canonical" }),
    span("MailboxRetention", { default: 30n * ticksPerDay }),
    link("OfflineAddressBook", "OfflineAddressBook", rootedBook),
    { name: "OriginalDatabase", type: id, read: () => null },
    link("PublicFolderDatabase", "PublicFolderDatabase"),
    quota("ProhibitSendReceiveQuota", { default: prohibitSendReceiveQuota }),
    quota("RecoverableItemsQuota", { default: 30n * gigabyte }),
    quota("RecoverableItemsWarningQuota", { default: 20n * gigabyte }),
    quota("CalendarLoggingQuota", { default: 6n * gigabyte, since: "2013" }),
    quota("ProhibitSendQuota", { default: 2n * gigabyte }),
    bool("IndexEnabled", { default: true }),
    bool("IsExcludedFromProvisioning", { default: false }),
    bool("IsSuspendedFromProvisioning", { default: false }),
    bool("IsExcludedFromInitialProvisioning", { default: false, ...recent }),
    bool("IsExcludedFromProvisioningBySpaceMonitoring", { default: false, parameter: null, ...recent }),
    bool("IsExcludedFromProvisioningByOperator", { default: false, since: "2016" }),
    bool("IsExcludedFromProvisioningDueToLogicalCorruption", { default: false, since: "2016" }),
    text("IsExcludedFromProvisioningReason", { since: "2016" }),
    { name: "DumpsterStatistics", type: "System.Object", read: () => null },
    { name: "DumpsterServersNotAvailable", type: "string[]", read: () => null },
    ...databaseProperties(),
    choice("AutoDatabaseMountDial", autoDatabaseMountDial, { default: "GoodAvailability", ...recent }),
    bool("AutoDagExcludeFromMonitoring", { default: false, ...recent }),
    text("DatabaseGroup", recent),
    long("MetaCacheDatabaseMaxCapacityInBytes", { default: 0n, since: "2019" }),
    { name: "IsMailboxDatabase", type: "bool", read: () => true },
    { name: "IsPublicFolderDatabase", type: "bool", read: () => false },
    ...configurationTail(objectVersions.exchange2010, {
      name: false,
      identity: "name",
      adminDisplayName: ({ object }) => object.name,
    }),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Name", width: 30 },
        { property: "Server", width: 15 },
        { property: "Recovery", width: 15 },
        { property: "ReplicationType" },
      ],
    },
  ],
  displayIdentity: nameIdentity,
});
