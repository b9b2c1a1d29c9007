import {
  type DirectoryObject,
  getProperty,
  type ObjectChange,
  pathOf,
  type Topology,
} from "../../../topology/index.js";
import { accessListAttributes, schema } from "../../schema.js";
import { domainNameOf } from "../account-names.js";
import {
  asProperty,
  type DirectoryEntry,
  directoryEntriesIn,
  isSameEntry,
  withBits,
  withoutBits,
} from "./directory-entry.js";
import { firstEntries, ownDomain } from "./first-entries.js";

/** An entry as an object has it: its own, or from above. */
export interface PlacedEntry extends DirectoryEntry {
  readonly isInherited: boolean;
}

/**
 * The access list of an object as it differs from the one that its class has from the beginning: what was added, and
 * what was taken away of the first entries. So those go on following the object, such as a connector's permission groups.
 */
interface Difference {
  readonly added: readonly DirectoryEntry[];
  readonly removed: readonly DirectoryEntry[];
}

/** Whether objects of the class have an access list: those that Active Directory has. */
export const hasAccessList = (className: string): boolean =>
  Object.hasOwn(schema.get(className).properties, accessListAttributes.added);

function differenceOf(object: DirectoryObject): Difference {
  if (!hasAccessList(object.class)) return { added: [], removed: [] };
  return {
    added: directoryEntriesIn(getProperty(schema, object, accessListAttributes.added)),
    removed: directoryEntriesIn(getProperty(schema, object, accessListAttributes.removed)),
  };
}

function changeTo({ added, removed }: Difference): ObjectChange {
  return {
    properties: {
      [accessListAttributes.added]: asProperty(added),
      [accessListAttributes.removed]: asProperty(removed),
    },
  };
}

const firstOf = (topology: Topology, object: DirectoryObject): readonly DirectoryEntry[] => {
  const domain = `${domainNameOf(topology, object)}\\`;
  return firstEntries(object).map((entry) =>
    entry.principal.startsWith(ownDomain)
      ? { ...entry, principal: `${domain}${entry.principal.slice(ownDomain.length)}` }
      : entry,
  );
};

/** The entries that are the object's own; who is denied something comes first, as in Windows. */
export function ownEntries(topology: Topology, object: DirectoryObject): readonly DirectoryEntry[] {
  const { added, removed } = differenceOf(object);
  const left = removed.reduce(withoutBits, firstOf(topology, object));
  return deniedFirst(added.reduce(withBits, left));
}

/** What somebody has added to the object's list. */
export const addedEntries = (object: DirectoryObject): readonly DirectoryEntry[] => differenceOf(object).added;

const deniedFirst = (entries: readonly DirectoryEntry[]): readonly DirectoryEntry[] => [
  ...entries.filter(({ deny }) => deny),
  ...entries.filter(({ deny }) => !deny),
];

/** The whole list in the order in which Windows reads it: the object's own entries, then those of what is above it. */
export function accessListOf(topology: Topology, object: DirectoryObject): readonly PlacedEntry[] {
  const own = ownEntries(topology, object).map((entry) => ({ ...entry, isInherited: false }));
  const above = containersOf(topology, object);
  const inherited = above.flatMap((container, index) =>
    ownEntries(topology, container).filter((entry) => reaches(entry, object, index === 0)),
  );
  return [...own, ...deniedFirst(inherited).map((entry) => ({ ...entry, isInherited: true }))];
}

/** What an object inherits from, the nearest first. The configuration is a tree of its own beside the domain. */
function containersOf(topology: Topology, object: DirectoryObject): readonly DirectoryObject[] {
  const path = pathOf(topology, object);
  const root = Math.max(
    0,
    path.findIndex((step) => step.class === "Configuration"),
  );
  return path.slice(root, -1).toReversed();
}

function reaches({ inheritance, onto }: DirectoryEntry, object: DirectoryObject, isChild: boolean): boolean {
  const goesOn =
    inheritance === "All" ||
    inheritance === "Descendents" ||
    (isChild && (inheritance === "Children" || inheritance === "SelfAndChildren"));
  if (!goesOn) return false;
  const [own = ""] = schema.get(object.class).objectClass.slice(-1);
  return onto === null || onto.toLowerCase() === own.toLowerCase();
}

/** The list with one more entry; `null` when all that it says is there. */
export function withEntryAdded(
  topology: Topology,
  object: DirectoryObject,
  entry: DirectoryEntry,
): ObjectChange | null {
  const present = ownEntries(topology, object).find((each) => isSameEntry(each, entry));
  const bits = entry.bits & ~(present?.bits ?? 0n);
  if (bits === 0n) return null;
  const { added, removed } = differenceOf(object);
  const missing = removed.find((each) => isSameEntry(each, entry))?.bits ?? 0n;
  const back = { ...entry, bits: bits & missing };
  const news = { ...entry, bits: bits & ~missing };
  return changeTo({
    added: news.bits === 0n ? added : withBits(added, news),
    removed: withoutBits(removed, back),
  });
}

/** The list without what an entry says; `null` when none of it is there. */
export function withEntryRemoved(
  topology: Topology,
  object: DirectoryObject,
  entry: DirectoryEntry,
): ObjectChange | null {
  const present = ownEntries(topology, object).find((each) => isSameEntry(each, entry));
  const bits = (present?.bits ?? 0n) & entry.bits;
  if (bits === 0n) return null;
  const { added, removed } = differenceOf(object);
  const first = firstOf(topology, object).find((each) => isSameEntry(each, entry))?.bits ?? 0n;
  const gone = { ...entry, bits: bits & first };
  return changeTo({
    added: withoutBits(added, { ...entry, bits }),
    removed: gone.bits === 0n ? removed : withBits(removed, gone),
  });
}
