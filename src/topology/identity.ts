import { nameIndex } from "./define-class.js";
import { fold, indexKeys } from "./fold.js";
import { parseGuid } from "./guid.js";
import { findByCanonicalName, findByDistinguishedName, pathOf } from "./names.js";
import { eachObject, findByIndex, getObject, listObjects } from "./read.js";
import { type DirectoryObject, ownValue, type Topology, tableOf } from "./state.js";

/** What an identity may mean to the cmdlet that was given it. */
export interface IdentityQuery {
  /** The classes that are looked at. */
  readonly classes: readonly string[];
  /** The indexes that are looked at, besides GUID, distinguished and canonical name. Left out: all of the class. */
  readonly indexes?: readonly string[];
  /** Properties without an index that are compared, object by object, when nothing else has found anything. */
  readonly properties?: readonly string[];
  /**
   * Whether an asterisk in the text stands for anything in a name: always, or only where `several` objects may be meant,
   * not where one is looked for to be changed. Left out: no.
   */
  readonly wildcards?: boolean | "several";
  /**
   * The class of the objects that these lie below and are named with: `SERVER\name`. Both parts may have asterisks
   * where `wildcards` says so.
   */
  readonly owner?: string;
  /** Whether names may be written as a path from the root of their kind, `\\Offices\\Riga`; `\\` alone means none. */
  readonly rooted?: boolean;
  /** Further objects of the classes that don't count, such as users without a mailbox. */
  readonly where?: (object: DirectoryObject) => boolean;
  /** Objects that only their whole name means, no pattern. */
  readonly hidden?: (object: DirectoryObject) => boolean;
}

const takesWildcards = ({ wildcards }: IdentityQuery): boolean => wildcards !== undefined && wildcards !== false;

/** The index over addresses with their prefix; a bare address is looked up in it as an SMTP address. */
const addressIndex = "address";

/**
 * The objects that a text means, in the order in which they were made: none, one, or several when it is ambiguous.
 * A GUID, a distinguished name and a canonical name mean one object each and are tried first, in this order;
 * then whatever the indexes find under the text: names, aliases, addresses, legacy names, host names.
 */
export function resolveIdentity(topology: Topology, text: string, query: IdentityQuery): DirectoryObject[] {
  const isPattern = takesWildcards(query) && text.includes("*");
  const fits = (object: DirectoryObject): boolean =>
    query.classes.includes(object.class) &&
    (query.where?.(object) ?? true) &&
    !(isPattern && query.hidden?.(object) === true);
  const exact = [...findExactly(topology, text)].filter(fits);
  if (exact.length > 0) return exact;
  const backslash = text.indexOf("\\");
  if (query.owner !== undefined && backslash >= 0) {
    return findBelow(topology, query.owner, text.slice(0, backslash), text.slice(backslash + 1), query).filter(fits);
  }
  if (query.rooted === true && text.startsWith("\\")) return findByPath(topology, text, query).filter(fits);
  if (isPattern) return findByName(topology, query.classes, text).filter(fits);
  const hits = new Map<string, DirectoryObject>();
  for (const className of query.classes) {
    const present = Object.keys(tableOf(topology, className)?.indexes ?? {});
    for (const index of present) {
      if (query.indexes !== undefined && !query.indexes.includes(index)) continue;
      for (const object of findByIndex(topology, className, index, keyFor(index, text))) hits.set(object.guid, object);
    }
  }
  const found = inOrder([...hits.values()].filter(fits));
  return found.length > 0 ? found : findByProperties(topology, text, query).filter(fits);
}

/** `SERVER\name`: what has the name and lies below an owner that the first part means. */
function findBelow(
  topology: Topology,
  ownerClass: string,
  owner: string,
  name: string,
  query: IdentityQuery,
): DirectoryObject[] {
  const { classes, wildcards } = query;
  const ofOwner = { classes: [ownerClass], ...(wildcards === undefined ? {} : { wildcards }) };
  const owners = new Set(resolveIdentity(topology, owner, ofOwner).map(({ guid }) => guid));
  if (owners.size === 0) return [];
  const named = takesWildcards(query)
    ? findByName(topology, classes, name)
    : inOrder(classes.flatMap((each) => findByIndex(topology, each, nameIndex, name)));
  return named.filter((object) => pathOf(topology, object).some(({ guid }) => owners.has(guid)));
}

/** `\Offices\Riga`: what has the last name and lies below objects of its class that have the others. */
function findByPath(topology: Topology, text: string, { classes }: IdentityQuery): DirectoryObject[] {
  const names = text.split("\\").slice(1);
  return findByName(topology, classes, names.at(-1) ?? "").filter((object) => {
    const steps = pathOf(topology, object).filter((step) => step.class === object.class);
    return steps.length === names.length && steps.every((step, index) => matchesName(names[index] ?? "", step.name));
  });
}

function findByProperties(
  topology: Topology,
  text: string,
  { classes, properties = [] }: IdentityQuery,
): DirectoryObject[] {
  if (properties.length === 0) return [];
  const key = fold(text);
  const objects = classes.flatMap((name) => listObjects(topology, name));
  return inOrder(
    objects.filter((object) => properties.some((property) => indexKeys(ownValue(object, property)).includes(key))),
  );
}

function* findExactly(topology: Topology, text: string): Generator<DirectoryObject> {
  const guid = parseGuid(text);
  const byGuid = guid === null ? null : getObject(topology, guid);
  if (byGuid !== null) yield byGuid;
  const byDistinguishedName = text.includes("=") ? findByDistinguishedName(topology, text) : null;
  if (byDistinguishedName !== null) yield byDistinguishedName;
  if (text.includes("/") || text.includes(".")) yield* findByCanonicalName(topology, text);
}

/** A bare address is one of SMTP; one that begins with a slash, as legacy names do, is one of X.500. */
function keyFor(index: string, text: string): string {
  if (index !== addressIndex || text.includes(":")) return text;
  return text.startsWith("/") ? `x500:${text}` : `smtp:${text}`;
}

/**
 * The objects of some classes whose name matches a pattern, in the order in which they were made. An asterisk stands
 * for any characters, also none; without one it is the exact name, case aside, and no search.
 */
export function findByName(topology: Topology, classes: readonly string[], pattern: string): DirectoryObject[] {
  if (!pattern.includes("*"))
    return inOrder(classes.flatMap((name) => findByIndex(topology, name, nameIndex, pattern)));
  const found: DirectoryObject[] = [];
  for (const className of classes) {
    for (const object of eachObject(topology, className)) if (matchesName(pattern, object.name)) found.push(object);
  }
  return classes.length > 1 ? inOrder(found) : found;
}

/** Whether a name matches a pattern with asterisks, case aside. Looks at each character of the name once per part. */
export function matchesName(pattern: string, name: string): boolean {
  const parts = fold(pattern).split("*");
  const text = fold(name);
  const first = parts[0] ?? "";
  const last = parts[parts.length - 1] ?? "";
  if (parts.length === 1) return text === first;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

function inOrder(objects: DirectoryObject[]): DirectoryObject[] {
  return objects.length < 2 ? objects : objects.sort((a, b) => a.usnCreated - b.usnCreated);
}
