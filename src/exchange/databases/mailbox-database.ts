import {
  childrenOf,
  type DirectoryObject,
  followReference,
  getObject,
  isList,
  isReference,
  listObjects,
  type PropertyValue,
  type Topology,
} from "../../topology/index.js";
import { DictionaryEntry } from "../../values/pairs.js";
import { genericTypeOf, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import { configurationTail, nameIdentity, objectVersions } from "../noun/common-properties.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { defineNoun } from "../noun/noun.js";
import { link, live, multiValued, plain, quota, span, stored } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import { ADObjectId } from "../types/ad-object-id.js";
import {
  dataMoveReplicationConstraint,
  dataMoveReplicationConstraintName,
  masterType,
  masterTypeName,
  replicationType,
  replicationTypeName,
} from "../types/database-enumerations.js";
import { EnhancedTimeSpan } from "../types/enhanced-time-span.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { schedule, scheduleTypeName } from "../types/schedule.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const typeName = `${configuration}.MailboxDatabase`;
const id = "Microsoft.Exchange.Data.Directory.ADObjectId";
const ids = `Microsoft.Exchange.Data.MultiValuedProperty[${id}]`;
const quotaType = "Microsoft.Exchange.Data.Unlimited[Microsoft.Exchange.Data.ByteQuantifiedSize]";
const sizeType = "System.Nullable[Microsoft.Exchange.Data.ByteQuantifiedSize]";
const spanType = "Microsoft.Exchange.Data.EnhancedTimeSpan";
const constructedEdbFilePath = "Microsoft.Exchange.Data.EdbFilePath";

/** A copy of a database on a server. */
export interface Copy {
  readonly object: DirectoryObject;
  readonly server: DirectoryObject;
  readonly preference: number;
}

/** The copies of a database, the one that is to be active first before the others. */
export function copiesOf(topology: Topology, database: DirectoryObject): readonly Copy[] {
  const copies = childrenOf(topology, database.guid).flatMap((object): Copy[] => {
    if (object.class !== "DatabaseCopy") return [];
    const host = object.properties.HostServer ?? null;
    const target = isReference(host) ? followReference(topology, host) : null;
    const preference = object.properties.ActivationPreference;
    if (target?.state !== "live") return [];
    return [{ object, server: target.object, preference: typeof preference === "number" ? preference : 1 }];
  });
  return copies.sort((a, b) => a.preference - b.preference);
}

const copies = ({ topology, object }: Source): readonly Copy[] => copiesOf(topology, object);

/** What a link leads to, or `null`. */
export function linked(topology: Topology, value: PropertyValue): DirectoryObject | null {
  const target = isReference(value) ? followReference(topology, value) : null;
  return target?.state === "live" ? target.object : null;
}

/** `{[EX01, 1], [EX02, 2]}`: something for each copy's server. */
function pairs(source: Source, valueTypeName: string, make: (copy: Copy) => Value): Value {
  const type = genericTypeOf("System.Collections.Generic.KeyValuePair`2", [typeNamed(id), typeNamed(valueTypeName)]);
  const items = copies(source).map(
    (copy) =>
      new DictionaryEntry(
        type ?? typeNamed("System.Collections.DictionaryEntry"),
        new ADObjectId(source.topology, copy.server, "name"),
        make(copy),
      ),
  );
  return multiValuedProperty(items, "System.Object");
}

const lag =
  (property: string) =>
  (source: Source): Value =>
    pairs(source, spanType, ({ object }) => {
      const ticks = object.properties[property];
      return new EnhancedTimeSpan(typeof ticks === "bigint" ? ticks : 0n);
    });

const copyNames = (source: Source): Value =>
  multiValued(
    copies(source).map(({ server }) => `${source.object.name}\\${server.name}`),
    "System.String",
  );

const server = (source: Source): DirectoryObject | null => linked(source.topology, stored(source, "Server"));

const legacyName = (source: Source): Value => {
  const legacyDN = server(source)?.properties.ExchangeLegacyDN;
  return typeof legacyDN === "string" ? `${legacyDN}/cn=Microsoft Private MDB` : "";
};

/** The administrative group: above the container of the databases. */
const administrativeGroup = ({ topology, object }: Source): Value => {
  const container = object.parent === null ? null : getObject(topology, object.parent);
  const group = container === null || container.parent === null ? null : getObject(topology, container.parent);
  return group === null ? null : new ADObjectId(topology, group, "name");
};

const intervals =
  (property: string) =>
  (source: Source): Value => {
    const value = stored(source, property);
    return schedule(isList(value) ? value.map(String) : []);
  };

/** A tuning value of the database engine that no cmdlet sets: empty. */
const unset = (name: string, type = "System.Nullable[int]"): ExchangeProperty => ({ name, type, read: () => null });
const truth = (name: string): ExchangeProperty => ({ name, type: "bool", read: plain(name) });
const quotaOf = (name: string): ExchangeProperty => ({ name, type: quotaType, read: quota(name) });
const spanOf = (name: string): ExchangeProperty => ({ name, type: spanType, read: span(name) });
/** Known with -Status only. */
const status = (name: string, type: string): ExchangeProperty => ({ name, type, read: live(name) });

/**
 * A mailbox database. View: captured in 2010, 2016 and 2019. Order of the list: facts/nouns.json, from memory, but for
 * its end, which sibling classes confirm.
 */
export const mailboxDatabase = defineNoun({
  noun: "MailboxDatabase",
  identity: { classes: ["MailboxDatabase"], indexes: ["name"], wildcards: true },
  typeNames: [
    typeName,
    `${configuration}.Database`,
    "Microsoft.Exchange.Data.Directory.ADLegacyVersionableObject",
    `${configuration}.ADConfigurationObject`,
    "Microsoft.Exchange.Data.Directory.ADObject",
    "Microsoft.Exchange.Data.Directory.ADRawEntry",
    "Microsoft.Exchange.Data.ConfigurableObject",
  ],
  certainty: "memory",
  properties: [
    { name: "JournalRecipient", type: id, read: link("JournalRecipient", "canonical") },
    spanOf("MailboxRetention"),
    { name: "OfflineAddressBook", type: id, read: link("OfflineAddressBook", "name") },
    { name: "OriginalDatabase", type: id, read: () => null },
    { name: "PublicFolderDatabase", type: id, read: link("PublicFolderDatabase", "name") },
    quotaOf("ProhibitSendReceiveQuota"),
    quotaOf("RecoverableItemsQuota"),
    quotaOf("RecoverableItemsWarningQuota"),
    { ...quotaOf("CalendarLoggingQuota"), since: "2013" },
    quotaOf("ProhibitSendQuota"),
    truth("IndexEnabled"),
    truth("IsExcludedFromProvisioning"),
    truth("IsSuspendedFromProvisioning"),
    { name: "DumpsterStatistics", type: "System.Object", read: () => null },
    { name: "DumpsterServersNotAvailable", type: "string[]", read: () => null },
    {
      name: "ReplicationType",
      type: replicationTypeName,
      read: (source) => replicationType(copies(source).length > 1 ? "Remote" : "None"),
    },
    { name: "AdministrativeGroup", type: id, read: administrativeGroup },
    truth("AllowFileRestore"),
    truth("BackgroundDatabaseMaintenance"),
    unset("ReplayBackgroundDatabaseMaintenance", "System.Nullable[bool]"),
    unset("BackgroundDatabaseMaintenanceSerialization", "System.Nullable[bool]"),
    unset("BackgroundDatabaseMaintenanceDelay"),
    unset("ReplayBackgroundDatabaseMaintenanceDelay"),
    // The product's own spelling.
    unset("MimimumBackgroundDatabaseMaintenanceInterval"),
    unset("MaximumBackgroundDatabaseMaintenanceInterval"),
    status("BackupInProgress", "System.Nullable[bool]"),
    truth("DatabaseCreated"),
    { name: "Description", type: "string", read: () => "" },
    { name: "EdbFilePath", type: constructedEdbFilePath, read: plain("EdbFilePath") },
    { name: "ExchangeLegacyDN", type: "string", read: legacyName },
    { name: "DatabaseCopies", type: ids, read: copyNames },
    { name: "InvalidDatabaseCopies", type: ids, read: () => multiValued([]) },
    { name: "AllDatabaseCopies", type: ids, read: copyNames },
    {
      name: "Servers",
      type: ids,
      read: (source) => multiValued(copies(source).map((copy) => new ADObjectId(source.topology, copy.server, "name"))),
    },
    {
      name: "ActivationPreference",
      type: "System.Object",
      read: (source) => pairs(source, "System.Int32", ({ preference }) => preference),
    },
    { name: "ReplayLagTimes", type: "System.Object", read: lag("ReplayLagTime") },
    { name: "TruncationLagTimes", type: "System.Object", read: lag("TruncationLagTime") },
    { name: "RpcClientAccessServer", type: "string", read: plain("RpcClientAccessServer") },
    status("MountedOnServer", "string"),
    spanOf("DeletedItemRetention"),
    status("SnapshotLastFullBackup", "System.Nullable[bool]"),
    status("SnapshotLastIncrementalBackup", "System.Nullable[bool]"),
    status("SnapshotLastDifferentialBackup", "System.Nullable[bool]"),
    status("SnapshotLastCopyBackup", "System.Nullable[bool]"),
    status("LastFullBackup", "System.Nullable[datetime]"),
    status("LastIncrementalBackup", "System.Nullable[datetime]"),
    status("LastDifferentialBackup", "System.Nullable[datetime]"),
    status("LastCopyBackup", "System.Nullable[datetime]"),
    status("DatabaseSize", sizeType),
    status("AvailableNewMailboxSpace", sizeType),
    { name: "MaintenanceSchedule", type: scheduleTypeName, read: intervals("MaintenanceSchedule") },
    truth("MountAtStartup"),
    status("Mounted", "System.Nullable[bool]"),
    {
      name: "Organization",
      type: "string",
      read: ({ topology }) => listObjects(topology, "ExchangeOrganization")[0]?.name ?? "",
    },
    { name: "QuotaNotificationSchedule", type: scheduleTypeName, read: intervals("QuotaNotificationSchedule") },
    truth("Recovery"),
    truth("RetainDeletedItemsUntilBackup"),
    { name: "Server", type: id, read: link("Server", "name") },
    { name: "MasterServerOrAvailabilityGroup", type: id, read: link("MasterServerOrAvailabilityGroup", "name") },
    {
      name: "MasterType",
      type: masterTypeName,
      read: (source) => {
        const master = linked(source.topology, stored(source, "MasterServerOrAvailabilityGroup"));
        return masterType(master?.class === "DatabaseAvailabilityGroup" ? "DatabaseAvailabilityGroup" : "Server");
      },
    },
    { name: "ServerName", type: "string", read: (source) => server(source)?.name ?? "" },
    quotaOf("IssueWarningQuota"),
    spanOf("EventHistoryRetentionPeriod"),
    { name: "Name", type: "string", read: ({ object }) => object.name },
    { name: "LogFolderPath", type: "Microsoft.Exchange.Data.NonRootLocalLongFullPath", read: plain("LogFolderPath") },
    truth("CircularLoggingEnabled"),
    { name: "LogFilePrefix", type: "string", read: plain("LogFilePrefix") },
    { name: "LogFileSize", type: "int", read: () => logFileSize },
    unset("LogBuffers"),
    unset("MaximumOpenTables"),
    unset("MaximumTemporaryTables"),
    unset("MaximumCursors"),
    unset("MaximumSessions"),
    unset("MaximumVersionStorePages"),
    unset("PreferredVersionStorePages"),
    unset("DatabaseExtensionSize"),
    unset("LogCheckpointDepth"),
    unset("ReplayCheckpointDepth"),
    unset("CachedClosedTables"),
    unset("CachePriority"),
    unset("ReplayCachePriority"),
    unset("MaximumPreReadPages"),
    unset("MaximumReplayPreReadPages"),
    {
      name: "DataMoveReplicationConstraint",
      type: dataMoveReplicationConstraintName,
      read: (source) => dataMoveReplicationConstraint(String(stored(source, "DataMoveReplicationConstraint"))),
    },
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

/** In KB. */
const logFileSize = 1024;
