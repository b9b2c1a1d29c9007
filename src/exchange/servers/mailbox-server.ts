import { type DirectoryObject, getProperty } from "../../topology/index.js";
import { ticksPerDay } from "../../values/date-time.js";
import { activate, bestCopy } from "../availability/activation.js";
import { autoActivationPolicy, autoDatabaseMountDial } from "../availability/enumerations.js";
import { activeOn } from "../databases/database.js";
import { nameProperty, objectVersions, presentationTail, presentationTypes } from "../noun/common-properties.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { link as linkOf, localPath } from "../noun/read.js";
import { setVerb } from "../noun/set-verb.js";
import type { Task } from "../noun/task.js";
import { localPathTypes } from "../parameters/local-path.js";
import {
  bool,
  choice,
  computed,
  each,
  fixed,
  int,
  type PropertyOptions,
  path,
  property,
  quota,
  schedule,
  size,
  span,
  text,
  texts,
} from "../properties/property.js";
import { bytesOf, intKind, nullable, unlimited } from "../properties/scalar-kinds.js";
import { schema } from "../schema.js";
import { ByteQuantifiedSize, byteQuantifiedSizeName } from "../types/byte-quantified-size.js";
import { EnhancedTimeSpan, enhancedTimeSpanName } from "../types/enhanced-time-span.js";
import { enumeration } from "../types/enumeration.js";
import { serverVersionOf } from "./exchange-server.js";
import { installed, log, sharedLogs } from "./log-settings.js";
import { serverQuery } from "./resolve-server.js";
import { hasRole, rolesOf } from "./roles.js";
import { serverRole } from "./server-enumerations.js";

const typeName = "Microsoft.Exchange.Data.Directory.Management.MailboxServer";
const calendarRepairMode = enumeration("Microsoft.Exchange.Data.CalendarRepairType", [
  "ValidateOnly",
  "RepairAndValidate",
]);
const migrationEventType = enumeration("Microsoft.Exchange.Data.MigrationEventType", [
  "None",
  "Error",
  "Warning",
  "Information",
  "Verbose",
]);
const syncLoggingLevel = "Microsoft.Exchange.Data.SyncLoggingLevel";

/** Assistants that work in cycles: in how long each goes through all mailboxes, and how often it looks for new ones. */
function workCycles(names: readonly string[], options: PropertyOptions): readonly ExchangeProperty[] {
  const cycles = names.flatMap((name) => [`${name}WorkCycle`, `${name}WorkCycleCheckpoint`]);
  return each(span, cycles, { default: ticksPerDay, certainty: "memory", ...options });
}

const old = { until: "2010", certainty: "memory" } as const;
const recent = { since: "2013" } as const;
const folders = "Logging\\Managed Folder Assistant";

/**
 * A server in its role as Mailbox server. Order: as recorded on servers of 2016 and 2019; what 2010 and 2013 have
 * besides stands where it is remembered (facts/nouns.json). No view is known: without one, all properties are a list.
 */
export const mailboxServer = defineNoun({
  noun: "MailboxServer",
  called: "Mailbox server",
  class: "ExchangeServer",
  identity: { ...serverQuery, wildcards: true, where: (server) => hasRole(server, "Mailbox") },
  typeNames: presentationTypes(typeName),
  certainty: "derived",
  properties: () => [
    nameProperty,
    computed("DataPath", localPathTypes.any, localPath("DataPath")),
    ...workCycles(["CalendarRepair", "SharingPolicy", "SharingSync", "ManagedFolder", "TopN", "UMReporting"], {
      until: "2013",
    }),
    ...workCycles(cyclesOf2013(), { since: "2013", until: "2013" }),
    ...each(span, ["JunkEmailOptionsCommitterWorkCycle", "MailboxProcessorWorkCycle"], {
      default: ticksPerDay,
      since: "2013",
      until: "2013",
      certainty: "memory",
    }),
    schedule("SharingPolicySchedule"),
    schedule("CalendarRepairSchedule", old),
    bool("CalendarRepairMissingItemFixDisabled", { default: false }),
    bool("CalendarRepairLogEnabled", { default: true }),
    bool("CalendarRepairLogSubjectLoggingEnabled", { default: true }),
    path("CalendarRepairLogPath", { absent: installed("Logging\\Calendar Repair Assistant") }),
    int("CalendarRepairIntervalEndWindow", { absent: ({ release }) => (release === "2010" ? 30 : 7) }),
    span("CalendarRepairLogFileAgeLimit", { default: 10n * ticksPerDay }),
    quota("CalendarRepairLogDirectorySizeLimit", { default: bytesOf("500MB") }),
    choice("CalendarRepairMode", calendarRepairMode, { default: "RepairAndValidate", ...recent }),
    schedule("ManagedFolderAssistantSchedule"),
    path("LogPathForManagedFolders", { absent: installed(folders) }),
    span("LogFileAgeLimitForManagedFolders", { default: 0n }),
    quota("LogDirectorySizeLimitForManagedFolders", { default: unlimited }),
    quota("LogFileSizeLimitForManagedFolders", { default: bytesOf("10MB") }),
    choice("MigrationLogLoggingLevel", migrationEventType, { default: "Information", ...recent }),
    path("MigrationLogFilePath", recent),
    span("MigrationLogMaxAge", { default: 180n * ticksPerDay, ...recent }),
    size("MigrationLogMaxDirectorySize", { default: bytesOf("5GB"), ...recent }),
    size("MigrationLogMaxFileSize", { default: bytesOf("100MB"), ...recent }),
    bool("MAPIEncryptionRequired", { default: false }),
    bool("RetentionLogForManagedFoldersEnabled", { default: false }),
    bool("JournalingLogForManagedFoldersEnabled", { default: false }),
    bool("FolderLogForManagedFoldersEnabled", { default: false }),
    bool("SubjectLogForManagedFoldersEnabled", { default: false }),
    texts("SubmissionServerOverrideList"),
    choice("AutoDatabaseMountDial", autoDatabaseMountDial, { default: "GoodAvailability" }),
    bool("ForceGroupMetricsGeneration", { default: false }),
    text("GroupMetricsGenerationTime", old),
    fixed("IsPhoneticSupportEnabled", "bool", () => false),
    texts("Locale"),
    computed(
      "DatabaseAvailabilityGroup",
      "Microsoft.Exchange.Data.Directory.ADObjectId",
      linkOf("DatabaseAvailabilityGroup", "name"),
    ),
    choice("DatabaseCopyAutoActivationPolicy", autoActivationPolicy, { default: "Unrestricted" }),
    bool("DatabaseCopyActivationDisabledAndMoveNow", { default: false, ...recent }),
    text("FaultZone", recent),
    bool("AutoDagServerConfigured", { default: false, ...recent }),
    ...log("IrmLog", { ...sharedLogs.irm, until: "2010" }),
    ...log("MessageTrackingLog", { ...sharedLogs.messageTracking, until: "2010" }),
    bool("MessageTrackingLogSubjectLoggingEnabled", { default: true, ...old }),
    fixed("TransportSyncDispatchEnabled", "bool", () => false, recent),
    fixed("MaxTransportSyncDispatchers", "int", () => 5, recent),
    fixed("TransportSyncLogEnabled", "bool", () => false, recent),
    fixed("TransportSyncLogLoggingLevel", syncLoggingLevel, () => "None", recent),
    // Values as on a new server of 2016 (facts/nouns.json, Get-MailboxServer); nothing synchronizes here.
    ...syncLog("TransportSyncLog", "2GB"),
    fixed("TransportSyncMailboxHealthLogEnabled", "bool", () => false, recent),
    ...syncLog("TransportSyncMailboxHealthLog", "10GB"),
    bool("IsExcludedFromProvisioning", { default: false }),
    property("MaximumActiveDatabases", nullable(intKind)),
    property("MaximumPreferredActiveDatabases", nullable(intKind), recent),
    text("WacDiscoveryEndpoint", { since: "2016" }),
    computed("AdminDisplayVersion", "Microsoft.Exchange.Data.ServerVersion", serverVersionOf),
    computed("ServerRole", serverRole.fullName, ({ object }) => serverRole(rolesText(object))),
    fixed("ExchangeLegacyServerRole", "int", () => 0),
    ...presentationTail(objectVersions.exchange2007, { name: false, identity: "name" }),
  ],
  // From memory.
  views: [{ kind: "table", name: typeName, typeNames: [typeName], columns: [{ property: "Name" }] }],
});

/** Where a log of the synchronization with other mail services is, how old it gets and how large. */
function syncLog(name: string, directory: string): readonly ExchangeProperty[] {
  const size = (text: string) => () => new ByteQuantifiedSize(bytesOf(text));
  return [
    fixed(`${name}FilePath`, "string", () => null, recent),
    fixed(`${name}MaxAge`, enhancedTimeSpanName, () => new EnhancedTimeSpan(30n * ticksPerDay), recent),
    fixed(`${name}MaxDirectorySize`, byteQuantifiedSizeName, size(directory), recent),
    fixed(`${name}MaxFileSize`, byteQuantifiedSizeName, size("10MB"), recent),
  ];
}

function cyclesOf2013(): readonly string[] {
  return [
    "DarTaskStoreTimeBasedAssistant",
    "DirectoryProcessor",
    "GroupMailbox",
    "InferenceDataCollection",
    "InferenceTraining",
    "MailboxAssociationReplication",
    "OABGenerator",
    "PeopleCentricTriage",
    "PeopleRelevance",
    "ProbeTimeBasedAssistant",
    "PublicFolder",
    "SearchIndexRepairTimeBasedAssistant",
    "SharePointSignalStore",
    "SiteMailbox",
    "StoreDsMaintenance",
    "StoreIntegrityCheck",
    "StoreMaintenance",
    "StoreScheduledIntegrityCheck",
    "StoreUrgentMaintenance",
  ];
}

const rolesText = (server: DirectoryObject): string => rolesOf(server).join(", ") || "None";

/** -DatabaseCopyActivationDisabledAndMoveNow: what is active on the server moves, where another copy can be (documented). */
function moveActiveCopies(task: Task, server: DirectoryObject): void {
  if (!task.isOn("DatabaseCopyActivationDisabledAndMoveNow")) return;
  for (const database of activeOn(task, server)) {
    const copy = database.class === "MailboxDatabase" ? bestCopy(task, database) : null;
    if (copy !== null) activate(task, database, copy, getProperty(schema, database, "Mounted") === true);
  }
}

export const mailboxServerVerbs: NounVerbs = {
  // No server has anything to tell beside what the directory has.
  Get: getVerb(mailboxServer, { accepted: ["Status"] }),
  Set: setVerb(mailboxServer, { after: moveActiveCopies }),
};
