import { countObjects } from "../../topology/index.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { getVerb } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs } from "../noun/noun.js";
import { setVerb } from "../noun/set-verb.js";
import { computed, count, fixed, int, property } from "../properties/property.js";
import { textKind, unlimited } from "../properties/scalar-kinds.js";
import { allUsers, batchClass, statusOfUser, summaryOf } from "./migration-state.js";

const management = "Microsoft.Exchange.Data.Storage.Management";
const mailboxName = "Migration.8f3e7716-2011-43e4-96b1-aba62d229136";

/** Names of features, as they are typed. */
const featureKind = { ...textKind, parameterType: "string" };

/** What the organization allows its migrations. Names documented, values and order from memory. */
export const migrationConfig = defineNoun({
  noun: "MigrationConfig",
  called: "migration configuration",
  class: "ExchangeOrganization",
  singleton: true,
  tasks: "Migration.MigrationService.Config",
  typeNames: [`${management}.MigrationConfig`, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    fixed("Identity", `${management}.MigrationConfigId`, () => mailboxName),
    int("MaxNumberOfBatches", { default: usualBatches, attribute: "MigrationMaxNumberOfBatches" }),
    count("MaxConcurrentMigrations", { default: unlimited, attribute: "MigrationMaxConcurrent" }),
    property("Features", featureKind, { default: "MultiBatch", attribute: "MigrationFeatures" }),
    computed(
      "CanSubmitNewBatch",
      "bool",
      ({ topology, object }) =>
        countObjects(topology, batchClass) < Number(object.properties.MigrationMaxNumberOfBatches ?? usualBatches),
    ),
    fixed("SupportsCutover", "bool", () => false),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", "string", () => "New"),
  ],
  views: [],
});

/** Documented (Set-MigrationConfig -MaxNumberOfBatches). */
const usualBatches = 100;

export const migrationConfigVerbs: NounVerbs = {
  Get: getVerb(migrationConfig),
  Set: setVerb(migrationConfig, {}),
};

const number = (name: string, summary: string): ExchangeProperty =>
  computed(
    name,
    "int",
    ({ topology }) => allUsers(topology).filter((user) => summaryOf(statusOfUser(topology, user)) === summary).length,
  );

/** All users of all batches together. Names documented, order from memory. */
export const migrationStatistics = defineNoun({
  noun: "MigrationStatistics",
  class: "ExchangeOrganization",
  singleton: true,
  tasks: "Migration.MigrationService.Statistics",
  typeNames: [`${management}.MigrationStatistics`, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    fixed("Identity", `${management}.MigrationStatisticsId`, () => mailboxName),
    computed("TotalCount", "int", ({ topology }) => allUsers(topology).length),
    number("ActiveCount", "Active"),
    number("StoppedCount", "Stopped"),
    number("SyncedCount", "Synced"),
    number("FinalizedCount", "Completed"),
    number("FailedCount", "Failed"),
    fixed("PendingCount", "int", () => 0),
    fixed("ProvisionedCount", "int", () => 0),
    fixed("DiagnosticInfo", "string", () => ""),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", "string", () => "New"),
  ],
  views: [],
});

export const migrationStatisticsVerbs: NounVerbs = {
  Get: getVerb(migrationStatistics, { accepted: ["Diagnostic", "DiagnosticArgument"] }),
};
