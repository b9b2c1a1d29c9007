import {
  type ClassExtension,
  type DirectoryObject,
  getProperty,
  isList,
  isRecord,
  type PropertyDefinition,
  type PropertyValue,
  type Topology,
  updateObject,
} from "../../topology/index.js";
import { declareInDirectory, schema } from "../schema.js";

/**
 * What lies in a mailbox: folders with how many items, and how large they are. A mailbox that came with the organization
 * has grown over years; how much is in it follows from its GUID, so that it costs nothing to keep. What happens to it
 * here is kept beside that, as changes by folder. A mailbox that was made here begins empty.
 */

/** A folder and what lies in it, subfolders apart. */
export interface Folder {
  /** From the top of the mailbox: `/Inbox`, `/Inbox/Projects`. */
  readonly path: string;
  /** As Get-MailboxFolderStatistics calls it: `Inbox`, `User Created`. */
  readonly type: string;
  readonly items: number;
  /** Bytes. */
  readonly size: bigint;
}

/** What is kept with whatever has a mailbox's content: a user, or a mailbox that has lost its user. */
export const contentProperties: Readonly<Record<string, PropertyDefinition>> = {
  /** `empty` for a mailbox that was made here; not set: as it has grown. */
  ContentOrigin: { holds: "string" },
  /** Records `folder`: what was added to the folders, or taken from them, and the folders that were made. */
  FolderChanges: { holds: "record", many: true },
  /** When someone last logged on here, in ticks. */
  LastLogon: { holds: "bigint" },
  /** The messages that were delivered here, see mailbox-messages.ts. */
  Messages: { holds: "record", many: true },
};

const onUsers: ClassExtension = {
  name: "User",
  properties: {
    ...contentProperties,
    ArchiveDatabase: { holds: "reference" },
    /** `de`: see folder-names.ts; not set: English. */
    FolderLanguage: { holds: "string" },
  },
  indexes: { archiveDatabase: { property: "ArchiveDatabase" } },
};
declareInDirectory({ noun: "the content of mailboxes", extension: onUsers });

export const userCreated = "User Created";

/** The folders that each mailbox has, in the order of Get-MailboxFolderStatistics, with their part of what has grown, in hundredths. */
const defaultFolders: readonly (readonly [path: string, type: string, share: number])[] = [
  ["/Top of Information Store", "Root", 0],
  ["/Calendar", "Calendar", 7],
  ["/Contacts", "Contacts", 4],
  ["/Deleted Items", "DeletedItems", 9],
  ["/Drafts", "Drafts", 1],
  ["/Inbox", "Inbox", 48],
  ["/Journal", "Journal", 0],
  ["/Junk E-Mail", "JunkEmail", 2],
  ["/Notes", "Notes", 0],
  ["/Outbox", "Outbox", 0],
  ["/Sent Items", "SentItems", 28],
  ["/Tasks", "Tasks", 1],
  ["/Recoverable Items", "RecoverableItemsRoot", 0],
  ["/Deletions", "RecoverableItemsDeletions", 5],
  ["/Purges", "RecoverableItemsPurges", 0],
  ["/Versions", "RecoverableItemsVersions", 0],
];

/** Whether a folder belongs to the recoverable items, which count apart. */
export const isRecoverable = ({ type }: Folder): boolean => type.startsWith("RecoverableItems");

const fewest = 240;
const itemRange = 5200;
const smallestItem = 24_000;
const itemSizeRange = 70_000;
/** Mailboxes that nobody reads have a part of what a person gathers. */
const shares: Readonly<Record<string, number>> = {
  UserMailbox: 1,
  LinkedMailbox: 1,
  SharedMailbox: 0.5,
  RoomMailbox: 0.05,
  EquipmentMailbox: 0.05,
};

/** How many items a mailbox has gathered, and how large each is on the average. */
function growthOf(object: DirectoryObject): { readonly items: number; readonly each: number } {
  const guid = getProperty(schema, object, "ExchangeGuid");
  if (typeof guid !== "string" || getProperty(schema, object, "ContentOrigin") === "empty")
    return { items: 0, each: 0 };
  const share = shares[String(getProperty(schema, object, "RecipientTypeDetails"))] ?? 0;
  const [count, weight] = [Number.parseInt(guid.slice(0, 8), 16), Number.parseInt(guid.slice(-8), 16)];
  return {
    items: Math.floor((fewest + (count % itemRange)) * share),
    each: smallestItem + (weight % itemSizeRange),
  };
}

/** The folders of a mailbox: those that each has, then those that were made. */
export function foldersOf(object: DirectoryObject): readonly Folder[] {
  const { items, each } = growthOf(object);
  const folders = new Map<string, Folder>();
  for (const [path, type, share] of defaultFolders) {
    const count = Math.floor((items * share) / 100);
    folders.set(path.toLowerCase(), { path, type, items: count, size: BigInt(count) * BigInt(each + share) });
  }
  for (const change of changesOf(object)) {
    const key = change.path.toLowerCase();
    const present = folders.get(key) ?? { ...change, items: 0, size: 0n };
    folders.set(key, { ...present, items: present.items + change.items, size: present.size + change.size });
  }
  return [...folders.values()];
}

function changesOf(object: DirectoryObject): readonly Folder[] {
  const changes = getProperty(schema, object, "FolderChanges");
  return isList(changes) ? changes.flatMap(changeFrom) : [];
}

function changeFrom(value: PropertyValue): Folder[] {
  if (!isRecord(value) || value.kind !== "folder") return [];
  const { path, type, items, size } = value;
  if (typeof path !== "string" || typeof type !== "string") return [];
  return [{ path, type, items: typeof items === "number" ? items : 0, size: typeof size === "bigint" ? size : 0n }];
}

/**
 * A mailbox after items came into a folder, or left it (then both numbers are negative). A folder that is not there is
 * made; with no items, that is all that happens.
 */
export function changeFolder(
  topology: Topology,
  mailbox: DirectoryObject,
  path: string,
  items: number,
  size: bigint,
): Topology {
  const changes = changesOf(mailbox);
  const key = path.toLowerCase();
  const own = changes.find((change) => change.path.toLowerCase() === key);
  const known = own ?? foldersOf(mailbox).find((folder) => folder.path.toLowerCase() === key);
  const next: Folder = {
    path: known?.path ?? path,
    type: known?.type ?? userCreated,
    items: (own?.items ?? 0) + items,
    size: (own?.size ?? 0n) + size,
  };
  const kept = own === undefined ? [...changes, next] : changes.map((change) => (change === own ? next : change));
  const result = updateObject(schema, topology, mailbox.guid, {
    properties: { FolderChanges: kept.map((folder) => ({ kind: "folder", ...folder })) },
  });
  if (!result.ok) throw new Error(`There is no mailbox ${mailbox.name}.`);
  return result.topology;
}

/** The sums over a mailbox; recoverable items count as deleted ones. */
export interface Totals {
  readonly items: number;
  readonly size: bigint;
  readonly deletedItems: number;
  readonly deletedSize: bigint;
}

export function totalsOf(folders: readonly Folder[]): Totals {
  let [items, deletedItems] = [0, 0];
  let [size, deletedSize] = [0n, 0n];
  for (const folder of folders) {
    if (isRecoverable(folder)) {
      deletedItems += folder.items;
      deletedSize += folder.size;
    } else {
      items += folder.items;
      size += folder.size;
    }
  }
  return { items, size, deletedItems, deletedSize };
}

const ticksPerSecond = 10_000_000n;
const secondsOfWorkday = 30_000n;

/** What LastLogon holds of a mailbox that is known never to have been opened. */
export const neverLoggedOn = 0n;

/** When someone last logged on: here, or, to a mailbox of a person that has grown, in the last hours before the beginning. */
export function lastLogonOf(object: DirectoryObject): bigint | null {
  const here = getProperty(schema, object, "LastLogon");
  if (typeof here === "bigint") return here === neverLoggedOn ? null : here;
  const { items, each } = growthOf(object);
  const share = shares[String(getProperty(schema, object, "RecipientTypeDetails"))] ?? 0;
  if (items === 0 || share < 1) return null;
  return object.whenCreated - (BigInt(items * each) % secondsOfWorkday) * ticksPerSecond;
}

/** What a user has of all this who has no mailbox. */
export const withoutContent: Readonly<Record<string, PropertyValue>> = {
  ContentOrigin: null,
  FolderChanges: [],
  LastLogon: null,
  Messages: [],
};
