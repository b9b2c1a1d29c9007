import { type DirectoryObject, getObject, getProperty, isList, isReference } from "../../topology/index.js";
import { DateTime } from "../../values/date-time.js";
import { UInt64 } from "../../values/numbers.js";
import { Guid } from "../../values/simple-values.js";
import type { Value } from "../../values/value.js";
import { configurationTypes } from "../noun/common-properties.js";
import type { ExchangeProperty } from "../noun/exchange-object.js";
import { defineNoun, type Noun } from "../noun/noun.js";
import { live, plain, texts } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import { choice, computed, count, fixed, text } from "../properties/property.js";
import { schema } from "../schema.js";
import { ADObjectId } from "../types/ad-object-id.js";
import { ByteQuantifiedSize, byteQuantifiedSizeName } from "../types/byte-quantified-size.js";
import { mailboxOf, type RequestKind, workOf } from "./mailbox-request-state.js";
import { type Move, type Progress, progressOf } from "./move-state.js";
import {
  associatedMessagesCopyOption,
  conflictResolutionOption,
  replication,
  requestDirection,
  requestFlags,
  requestPriority,
  requestState,
  requestStatus,
  requestStyle,
  syncStage,
} from "./request-enumerations.js";

const id = "Microsoft.Exchange.Data.Directory.ADObjectId";
const dateTime = "System.Nullable[datetime]";
const nameOf = (request: DirectoryObject): string => String(getProperty(schema, request, "RequestName") ?? "");

/** `contoso.com/Users/Alan Reid\MailboxExport`. */
export function requestIdentity({ topology, object }: Source): string {
  const user = mailboxOf(topology, object);
  const place = user === null ? "" : new ADObjectId(topology, user, "canonical").toNetText();
  return `${place}\\${nameOf(object)}`;
}

const ofWork = (name: string, type: string, read: (work: Move, progress: Progress, source: Source) => Value) =>
  computed(name, type, (source) => {
    const work = workOf(source.object);
    return read(work, progressOf(work, source.topology.clock), source);
  });
const userId = (name: string): ExchangeProperty =>
  computed(name, id, ({ topology, object }) => {
    const user = mailboxOf(topology, object);
    return user === null ? null : new ADObjectId(topology, user, "canonical");
  });
const databaseId = (name: string): ExchangeProperty =>
  computed(name, id, ({ topology, object }) => {
    const user = mailboxOf(topology, object);
    const link = user === null ? null : getProperty(schema, user, "Database");
    const database = isReference(link) ? getObject(topology, link.guid) : null;
    return database === null ? null : new ADObjectId(topology, database, "name");
  });
const folderList = (name: string): ExchangeProperty =>
  computed(name, "Microsoft.Exchange.Data.MultiValuedProperty[string]", ({ object }) => {
    const value = getProperty(schema, object, name);
    return texts(isList(value) ? value.map(String) : []);
  });
const moment = (name: string, of: (work: Move) => bigint | null): ExchangeProperty =>
  ofWork(name, dateTime, (work) => {
    const ticks = of(work);
    return ticks === null ? null : new DateTime(ticks, "Local");
  });

/** Which side of a request the mailbox is on. */
const side = (kind: RequestKind): "Source" | "Target" => (kind === "MailboxExportRequest" ? "Source" : "Target");
const direction = (kind: RequestKind) => () => requestDirection(kind === "MailboxExportRequest" ? "Push" : "Pull");
const flagsOf = (kind: RequestKind) => () =>
  requestFlags(kind === "MailboxExportRequest" ? "IntraOrg, Push" : "IntraOrg, Pull");

/** A noun for a kind of request. Order of the list from memory; the view as facts/nouns.json has it of exports. */
export function requestNoun(kind: RequestKind): Noun {
  const typeName = `Microsoft.Exchange.Management.RecipientTasks.${kind}`;
  return defineNoun({
    noun: kind,
    called: "request",
    class: {
      name: kind,
      objectClass: ["top", "msExchMRSRequest"],
      objectCategory: "ms-Exch-MRS-Request",
      container: { below: "organization", path: [`CN=${kind}s`, "CN=Mailbox Replication"] },
      properties: {
        Mailbox: { holds: "reference" },
        Content: { holds: "string" },
        Size: { holds: "bigint" },
        ItemCount: { holds: "number" },
        QueuedAt: { holds: "bigint" },
        Worked: { holds: "bigint" },
        ActiveSince: { holds: "bigint" },
        SuspendedAt: { holds: "bigint" },
        CompletedAt: { holds: "bigint" },
        SuspendComment: { holds: "string" },
        SourceDatabase: { holds: "reference" },
        SourceRootFolder: { holds: "string" },
        TargetRootFolder: { holds: "string" },
        IncludeFolders: { holds: "string", many: true },
        ExcludeFolders: { holds: "string", many: true },
        ExcludeDumpster: { holds: "boolean", default: false },
        ConflictResolutionOption: { holds: "string", default: "KeepSourceItem" },
        AssociatedMessagesCopyOption: { holds: "string", default: "DoNotCopy" },
      },
    },
    tasks: "RecipientTasks",
    typeNames: [typeName, ...configurationTypes("Microsoft.Exchange.Management.RecipientTasks.RequestBase")],
    properties: () => [
      text("FilePath", { parameter: null }),
      databaseId(`${side(kind)}Database`),
      userId("Mailbox"),
      text("Name", { attribute: "RequestName", parameter: null }),
      computed("RequestGuid", "guid", ({ object }) => new Guid(object.guid)),
      databaseId("RequestQueue"),
      fixed("Flags", requestFlags.fullName, flagsOf(kind)),
      text("BatchName"),
      ofWork("Status", requestStatus.fullName, (_work, { status }) => requestStatus(status)),
      ofWork("Protect", "bool", () => false),
      ofWork("Suspend", "bool", ({ suspendedAt }) => suspendedAt !== null),
      fixed("Direction", requestDirection.fullName, direction(kind)),
      fixed("RequestStyle", requestStyle.fullName, () => requestStyle("IntraOrg")),
      { ...choice("Priority", requestPriority, { default: "Normal" }), since: "2013" },
      { ...count("BadItemLimit", { default: 0 }), certainty: "memory" },
      computed("Identity", "Microsoft.Exchange.MailboxReplicationService.RequestJobObjectId", requestIdentity),
      fixed("IsValid", "bool", () => true),
    ],
    views: [
      {
        kind: "table",
        name: typeName,
        typeNames: [typeName],
        // facts/nouns.json, New-/Get-MailboxExportRequest
        autoSize: true,
        columns: [{ property: "Name" }, { property: "Mailbox" }, { property: "Status" }],
      },
    ],
    displayIdentity: requestIdentity,
  });
}

/** How far a request is. Order of the list from memory; the view as that of moves. */
export function requestStatisticsNoun(kind: RequestKind): Noun {
  const typeName = `${replication}.${kind}Statistics`;
  const end = (work: Move, now: bigint): bigint => work.completedAt ?? now;
  return defineNoun({
    noun: `${kind}Statistics`,
    class: kind,
    tasks: "RecipientTasks",
    typeNames: [typeName, `${replication}.RequestStatisticsBase`, "Microsoft.Exchange.Data.ConfigurableObject"],
    properties: () => [
      computed("Name", "string", ({ object }) => nameOf(object)),
      ofWork("Status", requestStatus.fullName, (_work, { status }) => requestStatus(status)),
      ofWork("StatusDetail", requestState.fullName, (_work, { detail }) => requestState(detail)),
      fixed("SyncStage", syncStage.fullName, () => syncStage("None")),
      fixed("Flags", requestFlags.fullName, flagsOf(kind)),
      fixed("RequestStyle", requestStyle.fullName, () => requestStyle("IntraOrg")),
      fixed("Direction", requestDirection.fullName, direction(kind)),
      ofWork("Suspend", "bool", ({ suspendedAt }) => suspendedAt !== null),
      text("FilePath", { parameter: null }),
      computed(`${side(kind)}Alias`, "string", ({ topology, object }) => {
        const user = mailboxOf(topology, object);
        return user === null ? "" : String(getProperty(schema, user, "Alias") ?? "");
      }),
      userId(`${side(kind)}MailboxIdentity`),
      databaseId(`${side(kind)}Database`),
      // The options: names and place from memory.
      computed("SourceRootFolder", "string", plain("SourceRootFolder")),
      computed("TargetRootFolder", "string", plain("TargetRootFolder")),
      folderList("IncludeFolders"),
      folderList("ExcludeFolders"),
      computed("ExcludeDumpster", "bool", plain("ExcludeDumpster")),
      choice("ConflictResolutionOption", conflictResolutionOption, { default: "KeepSourceItem", parameter: null }),
      choice("AssociatedMessagesCopyOption", associatedMessagesCopyOption, { default: "DoNotCopy", parameter: null }),
      text("BatchName", { parameter: null }),
      { ...count("BadItemLimit", { default: 0, parameter: null }), certainty: "memory" },
      fixed("BadItemsEncountered", "int", () => 0),
      moment("QueuedTimestamp", ({ queuedAt }) => queuedAt),
      moment("CompletionTimestamp", ({ completedAt }) => completedAt),
      moment("SuspendedTimestamp", ({ suspendedAt }) => suspendedAt),
      ofWork("EstimatedTransferSize", byteQuantifiedSizeName, ({ size }) => new ByteQuantifiedSize(size)),
      ofWork("EstimatedTransferItemCount", "uint64", ({ items }) => new UInt64(BigInt(items))),
      ofWork(
        "BytesTransferred",
        byteQuantifiedSizeName,
        (_work, { transferred }) => new ByteQuantifiedSize(transferred),
      ),
      ofWork(
        "ItemsTransferred",
        "uint64",
        ({ items, size }, { transferred }) =>
          new UInt64(size === 0n ? BigInt(items) : (BigInt(items) * transferred) / size),
      ),
      ofWork("PercentComplete", "int", (_work, { percent }) => percent),
      ofWork("Message", "string", ({ suspendComment }) => suspendComment),
      ofWork(
        "LastUpdateTimestamp",
        dateTime,
        (work, _progress, { topology }) => new DateTime(end(work, topology.clock), "Local"),
      ),
      computed("RequestGuid", "guid", ({ object }) => new Guid(object.guid)),
      databaseId("RequestQueue"),
      computed("Identity", "Microsoft.Exchange.MailboxReplicationService.RequestJobObjectId", requestIdentity),
      fixed("IsValid", "bool", () => true),
      computed("Report", "string", live("Report")),
    ],
    views: [
      {
        kind: "table",
        name: typeName,
        typeNames: [typeName],
        autoSize: true,
        columns: [
          { property: "Name" },
          { property: "StatusDetail" },
          { property: `${side(kind)}Alias` },
          { property: "PercentComplete", alignment: "left" },
        ],
      },
    ],
    displayIdentity: requestIdentity,
  });
}
