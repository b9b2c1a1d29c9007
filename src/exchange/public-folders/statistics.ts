import {
  type DirectoryObject,
  getObject,
  getProperty,
  isList,
  isRecord,
  isReference,
  type PropertyValue,
} from "../../topology/index.js";
import { DateTime } from "../../values/date-time.js";
import { SmallInteger, UInt64 } from "../../values/numbers.js";
import type { Value } from "../../values/value.js";
import { warnOfMore } from "../noun/get-verb.js";
import { defineNoun, type NounVerbs, taskClassOf } from "../noun/noun.js";
import { live } from "../noun/read.js";
import type { Source } from "../noun/source.js";
import type { Task } from "../noun/task.js";
import { writeRow } from "../permissions/permission-rows.js";
import { computed, fixed } from "../properties/property.js";
import { schema } from "../schema.js";
import { ByteQuantifiedSize, byteQuantifiedSizeName } from "../types/byte-quantified-size.js";
import { Unlimited } from "../types/unlimited.js";
import {
  answeringStore,
  contentMailboxOf,
  entryId,
  folderAt,
  folderOf,
  folderPath,
  withSubfolders,
} from "./hierarchy.js";

const number = (count: number): Value => new SmallInteger("UInt32", count);

/** A message that lies in a public folder. */
export interface FolderItem {
  readonly subject: string;
  /** Bytes. */
  readonly size: bigint;
  /** Ticks. */
  readonly received: bigint;
  readonly from: string;
}

export function itemsOf(folder: DirectoryObject): readonly FolderItem[] {
  const stored = getProperty(schema, folder, "Items");
  return isList(stored) ? stored.flatMap(itemFrom) : [];
}

function itemFrom(value: PropertyValue): FolderItem[] {
  if (!isRecord(value) || value.kind !== "item") return [];
  const { subject, size, received, from } = value;
  return [
    {
      subject: String(subject ?? ""),
      size: typeof size === "bigint" ? size : 0n,
      received: typeof received === "bigint" ? received : 0n,
      from: String(from ?? ""),
    },
  ];
}

export const itemsAsProperty = (items: readonly FolderItem[]): PropertyValue =>
  items.map((item) => ({ kind: "item", ...item }));

const mapi = "Microsoft.Exchange.Data.Mapi";
const statisticsType = `${mapi}.PublicFolderStatistics`;
const dateTime = "System.Nullable[datetime]";
const local = (ticks: bigint): Value => new DateTime(ticks, "Local");
const total = (items: readonly FolderItem[]): bigint => items.reduce((sum, { size }) => sum + size, 0n);
const path = ({ topology, object }: Source): Value => folderPath(topology, object);
/** When something last happened to what is in a folder. */
const lastChange = ({ object }: Source): bigint => itemsOf(object).at(-1)?.received ?? object.whenCreated;

/** How much is in public folders. Order and view from memory (facts/nouns.json is not sure of the view either). */
export const publicFolderStatistics = defineNoun({
  noun: "PublicFolderStatistics",
  tasks: "MapiTasks",
  typeNames: [statisticsType, `${mapi}.MapiObject`, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("AdminDisplayName", "string", ({ object }) => object.name),
    computed("AssociatedItemCount", "System.Nullable[uint32]", () => number(0)),
    computed("ContactCount", "System.Nullable[uint32]", () => number(0)),
    computed("CreationTime", dateTime, ({ object }) => local(object.whenCreated)),
    computed("DeletedItemCount", "System.Nullable[uint32]", () => number(0)),
    computed("EntryId", "string", ({ object }) => entryId(object)),
    computed("ExpiryTime", dateTime, () => null),
    computed("FolderPath", "string", (source) => String(path(source)).replace(/^\\/, "")),
    fixed("IsDeletePending", "System.Nullable[bool]", () => false),
    computed("ItemCount", "System.Nullable[uint32]", ({ object }) => number(itemsOf(object).length)),
    computed("LastAccessTime", dateTime, (source) => local(lastChange(source))),
    computed("LastModificationTime", dateTime, (source) => local(lastChange(source))),
    computed("LastUserAccessTime", dateTime, (source) => local(lastChange(source))),
    computed("LastUserModificationTime", dateTime, (source) => local(lastChange(source))),
    computed("Name", "string", ({ object }) => object.name),
    computed("OwnerCount", "System.Nullable[uint32]", () => number(1)),
    computed("TotalAssociatedItemSize", byteQuantifiedSizeName, () => new ByteQuantifiedSize(0n)),
    computed("TotalDeletedItemSize", byteQuantifiedSizeName, () => new ByteQuantifiedSize(0n)),
    computed("TotalItemSize", byteQuantifiedSizeName, ({ object }) => new ByteQuantifiedSize(total(itemsOf(object)))),
    computed("ServerName", "string", live("ServerName")),
    computed("StorageGroupName", "string", () => ""),
    computed("DatabaseName", "string", live("DatabaseName")),
    computed("Identity", `${mapi}.PublicFolderId`, path),
    fixed("IsValid", "bool", () => true),
    computed("OriginatingServer", "string", ({ session }) => session.fqdn),
    computed("MapiIdentity", `${mapi}.PublicFolderId`, path),
  ],
  views: [
    {
      kind: "table",
      name: statisticsType,
      typeNames: [statisticsType],
      columns: [{ property: "Name" }, { property: "ItemCount" }, { property: "LastModificationTime" }],
    },
  ],
});

/** Without -Identity, all folders but the roots: in mailboxes the visible ones, in databases also the system's. */
function statistics(task: Task): void {
  const store = answeringStore(task, "\\");
  const visible = folderOf(task);
  const system = folderAt(task.topology, "\\NON_IPM_SUBTREE");
  const all = [
    ...[...withSubfolders(task.topology, visible)].slice(1),
    ...(system === null || store.class === "User" ? [] : [...withSubfolders(task.topology, system)].slice(1)),
  ];
  const size = task.value("ResultSize");
  const limit = size instanceof Unlimited && size.value instanceof UInt64 ? Number(size.value.value) : all.length;
  const folders = task.has("Identity") ? [visible] : all.slice(0, limit);
  for (const folder of folders) writeRow(task, publicFolderStatistics, folder, placeOf(task, store, folder));
  if (!task.has("Identity") && limit < all.length) warnOfMore(task);
}

/** Where a folder's content lies: in the database that answers, or since 2013 in a mailbox of a database. */
function placeOf(task: Task, store: DirectoryObject, folder: DirectoryObject): Readonly<Record<string, Value>> {
  const mailbox = store.class === "User" ? contentMailboxOf(task.topology, folder) : null;
  const link = mailbox === null ? null : getProperty(schema, mailbox, "Database");
  const database = isReference(link) ? getObject(task.topology, link.guid) : store;
  const server = database === null ? null : getProperty(schema, database, "RpcClientAccessServer");
  return { ServerName: String(server ?? "").replace(/\..*$/, ""), DatabaseName: database?.name ?? "" };
}

export const publicFolderStatisticsVerbs: NounVerbs = {
  Get: {
    taskClass: taskClassOf(publicFolderStatistics, "Get"),
    emulated: ["Identity", "ResultSize", "Server", "Mailbox"],
    accepted: [],
    process: statistics,
  },
};

const itemType = "Microsoft.Exchange.Management.MapiTasks.PublicFolderItemStatistics";

/** The items of a public folder. Order and view from memory. */
export const publicFolderItemStatistics = defineNoun({
  noun: "PublicFolderItemStatistics",
  tasks: "MapiTasks",
  typeNames: [itemType, "Microsoft.Exchange.Data.ConfigurableObject"],
  properties: () => [
    computed("Subject", "string", live("Subject")),
    computed("PublicFolderName", "string", ({ object }) => object.name),
    computed("LastModificationTime", dateTime, live("Time")),
    computed("CreationTime", dateTime, live("Time")),
    fixed("HasAttachments", "bool", () => false),
    fixed("ItemType", "string", () => "IPM.Note"),
    computed("MessageSize", byteQuantifiedSizeName, live("Size")),
    computed("Identity", "Microsoft.Exchange.Data.Mapi.MessageId", live("Identity")),
    fixed("IsValid", "bool", () => true),
  ],
  views: [
    {
      kind: "table",
      name: itemType,
      typeNames: [itemType],
      columns: [{ property: "Subject" }, { property: "LastModificationTime" }, { property: "MessageSize" }],
    },
  ],
});

export const publicFolderItemStatisticsVerbs: NounVerbs = {
  Get: {
    taskClass: taskClassOf(publicFolderItemStatistics, "Get"),
    emulated: ["Identity", "Server", "Mailbox"],
    accepted: [],
    process: (task) => {
      const folder = folderOf(task);
      itemsOf(folder).forEach(({ subject, size, received }, index) => {
        writeRow(task, publicFolderItemStatistics, folder, {
          Subject: subject,
          Time: local(received),
          Size: new ByteQuantifiedSize(size),
          Identity: `${entryId(folder)}${String(index).padStart(8, "0")}`,
        });
      });
    },
  },
};
