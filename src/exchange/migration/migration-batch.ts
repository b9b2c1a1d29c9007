import { getObject, getProperty, isReference } from "../../topology/index.js";
import { localTime } from "../../values/local-time.js";
import { Guid } from "../../values/simple-values.js";
import type { Value } from "../../values/value.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { defineNoun } from "../noun/noun.js";
import type { Source } from "../noun/source.js";
import { bool, computed, count, fixed, list, span, text, texts } from "../properties/property.js";
import { smtpAddressKind } from "../properties/scalar-kinds.js";
import { schema } from "../schema.js";
import { batchClass, batchStatus, type Counts, countsOf, statusOfBatch } from "./migration-state.js";

const management = "Microsoft.Exchange.Data.Storage.Management";
const typeName = `${management}.MigrationBatch`;
const dateTime = "System.Nullable[datetime]";

/** A point in time that the batch keeps in UTC ticks. */
const kept = (name: string, attribute: string): ExchangeProperty =>
  computed(name, dateTime, ({ object }, context) => {
    const ticks = getProperty(schema, object, attribute);
    return typeof ticks === "bigint" ? localTime(context, ticks) : null;
  });
const number = (name: string, of: (counts: Counts) => number): ExchangeProperty =>
  computed(name, "int", ({ topology, object }) => of(countsOf(topology, object)));

/** Local moves go within the organization; a batch with an endpoint brings mailboxes from elsewhere. */
const migrationType = ({ object }: Source): string =>
  getProperty(schema, object, "SourceEndpoint") === null ? "ExchangeLocalMove" : "ExchangeRemoteMove";

const endpoint = ({ topology, object }: Source): Value => {
  const link = getProperty(schema, object, "SourceEndpoint");
  const target = isReference(link) ? getObject(topology, link.guid) : null;
  return target === null ? null : target.name;
};

const completed = ({ topology, object }: Source): boolean => statusOfBatch(topology, object).startsWith("Completed");

/**
 * A batch of migrations. Names of the list: documented and from pages about 2013 and the service; their order and the
 * view from memory.
 */
export const migrationBatch = defineNoun({
  noun: "MigrationBatch",
  called: "migration batch",
  class: {
    name: batchClass,
    objectClass: ["top"],
    objectCategory: "Migration-Batch",
    container: { below: "organization", path: ["CN=Migration"] },
    properties: {
      SourceEndpoint: { holds: "reference" },
      RemoteServer: { holds: "string" },
      StartedAt: { holds: "bigint" },
      StartAfterTicks: { holds: "bigint" },
      CompleteAfterTicks: { holds: "bigint" },
      CompletionAsked: { holds: "boolean" },
      IsStopped: { holds: "boolean" },
      ListedCount: { holds: "number" },
    },
  },
  tasks: "Migration.MigrationService.Batch",
  identity: { classes: [batchClass] },
  typeNames: [typeName, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("Identity", `${management}.MigrationBatchId`, ({ object }) => object.name),
    computed("Status", batchStatus.fullName, ({ topology, object }) => batchStatus(statusOfBatch(topology, object))),
    computed("BatchGuid", "guid", ({ object }) => new Guid(object.guid)),
    number("TotalCount", ({ total }) => total),
    number("ActiveCount", ({ of }) => of("Active")),
    number("StoppedCount", ({ of }) => of("Stopped")),
    number("SyncedCount", ({ of }) => of("Synced")),
    number("FinalizedCount", ({ of }) => of("Completed")),
    number("FailedCount", ({ of }) => of("Failed")),
    number("PendingCount", () => 0),
    fixed("ProvisionedCount", "int", () => 0),
    fixed("ValidationWarningCount", "int", () => 0),
    fixed("Message", `${management}.LocalizedString`, () => ""),
    computed("CreationDateTime", "datetime", ({ object }, context) => localTime(context, object.whenCreated)),
    kept("StartDateTime", "StartedAt"),
    kept("StartAfter", "StartAfterTicks"),
    kept("CompleteAfter", "CompleteAfterTicks"),
    computed("MigrationType", `${management}.MigrationType`, migrationType),
    text("SubmittedByUser", { parameter: null }),
    list("NotificationEmails", smtpAddressKind),
    bool("AutoComplete", { default: false, parameter: null }),
    bool("AllowIncrementalSyncs", { default: true }),
    count("BadItemLimit"),
    count("LargeItemLimit"),
    texts("TargetDatabases"),
    texts("TargetArchiveDatabases"),
    bool("PrimaryOnly", { default: false }),
    bool("ArchiveOnly", { default: false }),
    text("TargetDeliveryDomain"),
    computed("SourceEndpoint", `${management}.MigrationEndpoint`, endpoint),
    fixed("TargetEndpoint", `${management}.MigrationEndpoint`, () => null),
    span("ReportInterval"),
    fixed("Reports", `Microsoft.Exchange.Data.MultiValuedProperty[${management}.MigrationReportSet]`, () => null),
    computed("IsProvisioning", "bool", () => false),
    computed("IsFinalized", "bool", completed, { certainty: "memory" }),
    fixed("IsValid", "bool", () => true),
    fixed("ObjectState", "string", () => "New"),
  ],
  views: [
    {
      kind: "table",
      name: typeName,
      typeNames: [typeName],
      columns: [
        { property: "Identity" },
        { property: "Status", alignment: "left" },
        { property: "MigrationType", label: "Type", alignment: "left" },
        { property: "TotalCount", alignment: "left" },
      ],
    },
  ],
});
