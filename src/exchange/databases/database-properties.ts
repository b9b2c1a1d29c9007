import { type DirectoryObject, getObject, listObjects } from "../../topology/index.js";
import { ticksPerDay } from "../../values/date-time.js";
import { DictionaryEntry } from "../../values/pairs.js";
import { genericTypeOf, typeNamed } from "../../values/types.js";
import type { Value } from "../../values/value.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { link, live, multiValued, plain, stored } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import { bool, choice, path, quota, schedule, span, text } from "../properties/property.js";
import { ADObjectId, writtenId } from "../types/ad-object-id.js";
import {
  dataMoveReplicationConstraint,
  masterType,
  masterTypeName,
  replicationType,
  replicationTypeName,
} from "../types/database-enumerations.js";
import { EnhancedTimeSpan } from "../types/enhanced-time-span.js";
import { multiValuedProperty } from "../types/multi-valued-property.js";
import { dailySchedule } from "../types/schedule.js";
import { type Copy, copiesOf, linked } from "./copies.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";
const id = "Microsoft.Exchange.Data.Directory.ADObjectId";
const ids = `Microsoft.Exchange.Data.MultiValuedProperty[${id}]`;
const sizeType = "System.Nullable[Microsoft.Exchange.Data.ByteQuantifiedSize]";
const spanType = "Microsoft.Exchange.Data.EnhancedTimeSpan";
const constructedEdbFilePath = "Microsoft.Exchange.Data.EdbFilePath";

/** PSTypeNames of a database: its own, then what both kinds have below. */
export const databaseTypes = (own: string): readonly string[] => [
  `${configuration}.${own}`,
  `${configuration}.Database`,
  "Microsoft.Exchange.Data.Directory.ADLegacyVersionableObject",
  `${configuration}.ADConfigurationObject`,
  "Microsoft.Exchange.Data.Directory.ADObject",
  "Microsoft.Exchange.Data.Directory.ADRawEntry",
  "Microsoft.Exchange.Data.ConfigurableObject",
];

const copies = ({ topology, object }: Source): readonly Copy[] => copiesOf(topology, object);

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
  multiValued(copies(source).map(({ server }) => writtenId(`${source.object.name}\\${server.name}`)));

const server = (source: Source): DirectoryObject | null => linked(source.topology, stored(source, "Server"));

const legacyName = (source: Source): Value => {
  const legacyDN = server(source)?.properties.ExchangeLegacyDN;
  const store = source.object.class === "PublicFolderDatabase" ? "Public" : "Private";
  return typeof legacyDN === "string" ? `${legacyDN}/cn=Microsoft ${store} MDB` : "";
};

/** The administrative group: above the container of the databases. */
const administrativeGroup = ({ topology, object }: Source): Value => {
  const container = object.parent === null ? null : getObject(topology, object.parent);
  const group = container === null || container.parent === null ? null : getObject(topology, container.parent);
  return group === null ? null : new ADObjectId(topology, group, "name");
};

/** A tuning value of the database engine that no cmdlet sets: empty. */
const unset = (name: string, type = "System.Nullable[int]"): ExchangeProperty => ({ name, type, read: () => null });
/** Known with -Status only. */
const status = (name: string, type: string): ExchangeProperty => ({ name, type, read: live(name) });

/** 1.899 GB, 2 GB less 100 MB in round thousands of KB: the warning of a new database (documented). */
const issueWarningQuota = 1_991_680n * 1024n;
const hour = 60;
const quarter = 15;

/** In KB. */
const logFileSize = 1024;

/** What databases of both kinds have, in the order of the list (facts/nouns.json, from memory). */
export const databaseProperties = (): readonly ExchangeProperty[] => [
  {
    name: "ReplicationType",
    type: replicationTypeName,
    read: (source) => replicationType(copies(source).length > 1 ? "Remote" : "None"),
  },
  { name: "AdministrativeGroup", type: id, read: administrativeGroup },
  bool("AllowFileRestore", { default: false }),
  bool("BackgroundDatabaseMaintenance", { default: true }),
  unset("ReplayBackgroundDatabaseMaintenance", "System.Nullable[bool]"),
  unset("BackgroundDatabaseMaintenanceSerialization", "System.Nullable[bool]"),
  unset("BackgroundDatabaseMaintenanceDelay"),
  unset("ReplayBackgroundDatabaseMaintenanceDelay"),
  // The product's own spelling.
  unset("MimimumBackgroundDatabaseMaintenanceInterval"),
  unset("MaximumBackgroundDatabaseMaintenanceInterval"),
  status("BackupInProgress", "System.Nullable[bool]"),
  bool("DatabaseCreated", { default: true, parameter: null }),
  { name: "Description", type: "string", read: () => "" },
  path("EdbFilePath", { type: constructedEdbFilePath }),
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
  span("DeletedItemRetention", { default: 14n * ticksPerDay }),
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
  schedule("MaintenanceSchedule", { default: dailySchedule(hour, 4 * hour) }),
  bool("MountAtStartup", { default: true }),
  status("Mounted", "System.Nullable[bool]"),
  {
    name: "Organization",
    type: "string",
    read: ({ topology }) => listObjects(topology, "ExchangeOrganization")[0]?.name ?? "",
  },
  schedule("QuotaNotificationSchedule", { default: dailySchedule(hour, quarter) }),
  bool("Recovery", { default: false, parameter: null }),
  bool("RetainDeletedItemsUntilBackup", { default: false }),
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
  quota("IssueWarningQuota", { default: issueWarningQuota }),
  span("EventHistoryRetentionPeriod", { default: 7n * ticksPerDay }),
  { name: "Name", type: "string", read: ({ object }) => object.name },
  path("LogFolderPath", { type: "Microsoft.Exchange.Data.NonRootLocalLongFullPath" }),
  bool("CircularLoggingEnabled", { default: false }),
  text("LogFilePrefix", { parameter: null }),
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
  choice("DataMoveReplicationConstraint", dataMoveReplicationConstraint, { default: "None" }),
];
