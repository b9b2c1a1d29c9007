import { enumeration } from "../types/enumeration.js";

const configuration = "Microsoft.Exchange.Data.Directory.SystemConfiguration";

/** What goes compressed or encrypted between the members (documented values). */
export const networkOption = enumeration(`${configuration}.DatabaseAvailabilityGroup.NetworkOption`, [
  "Disabled",
  "Enabled",
  "InterSubnetOnly",
  "SeedOnly",
]);
export const datacenterActivationMode = enumeration(`${configuration}.DatacenterActivationModeOption`, [
  "Off",
  "DagOnly",
]);
export const thirdPartyReplication = enumeration(`${configuration}.ThirdPartyReplicationMode`, ["Disabled", "Enabled"]);
/** Which file share witness is in use (values seen: facts/nouns.json). */
export const witnessShareInUse = enumeration(`${configuration}.WitnessShareInUse`, [
  "None",
  "Primary",
  "Alternate",
  "InvalidConfiguration",
]);

/** How much loss is taken when a database is mounted by itself. */
export const autoDatabaseMountDial = enumeration(`${configuration}.AutoDatabaseMountDial`, [
  "Lossless",
  "GoodAvailability",
  "BestAvailability",
]);
/** Whether copies on a server may be activated by themselves. */
export const autoActivationPolicy = enumeration(`${configuration}.DatabaseCopyAutoActivationPolicyType`, [
  "Unrestricted",
  "IntrasiteOnly",
  "Blocked",
]);

/** State of a copy (facts/nouns.json, Get-MailboxDatabaseCopyStatus). */
export const copyStatus = enumeration("Microsoft.Exchange.Management.SystemConfigurationTasks.CopyStatus", [
  "Unknown",
  "Failed",
  "Seeding",
  "SeedingSource",
  "Suspended",
  "Healthy",
  "ServiceDown",
  "Initializing",
  "Resynchronizing",
  "Mounted",
  "Dismounted",
  "Mounting",
  "Dismounting",
  "DisconnectedAndHealthy",
  "DisconnectedAndResynchronizing",
  "FailedAndSuspended",
  "SinglePageRestore",
  "Misconfigured",
  "NonExchangeReplication",
]);
export const contentIndexState = enumeration(
  "Microsoft.Exchange.Management.SystemConfigurationTasks.ContentIndexStatusType",
  [
    "Unknown",
    "Healthy",
    "Crawling",
    "Failed",
    "Seeding",
    "FailedAndSuspended",
    "Suspended",
    "Disabled",
    "AutoSuspended",
    "HealthyAndUpgrading",
    "NotApplicable",
  ],
);
export const actionInitiator = enumeration("Microsoft.Exchange.Data.ActionInitiatorType", [
  "Unknown",
  "Administrator",
  "Service",
  "ActiveMonitoring",
]);
