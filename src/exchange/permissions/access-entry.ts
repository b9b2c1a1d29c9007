import { isList, isRecord, type PropertyValue } from "../../topology/index.js";

/** An entry of an access list, as objects keep it: who may do what, or is denied it. */
export interface AccessEntry {
  /** GUID of a user or group, or the name of one of Windows' own principals; see security-principal.ts. */
  readonly principal: string;
  /** Names of rights, in the order of their enumeration. */
  readonly rights: readonly string[];
  readonly deny: boolean;
  /** How it goes on to what is below: `All`, `None`, … */
  readonly inheritance: string;
}

/** An access list as a property has it. */
export function entriesIn(value: PropertyValue): readonly AccessEntry[] {
  return isList(value) ? value.flatMap(entryFrom) : [];
}

function entryFrom(value: PropertyValue): AccessEntry[] {
  if (!isRecord(value) || value.kind !== "accessEntry") return [];
  const { principal, rights, deny, inheritance } = value;
  if (typeof principal !== "string" || !isList(rights ?? null) || !Array.isArray(rights)) return [];
  return [{ principal, rights: rights.map(String), deny: deny === true, inheritance: String(inheritance ?? "All") }];
}

/** The property of an access list. */
export function entriesAsProperty(entries: readonly AccessEntry[]): PropertyValue {
  return entries.map((entry) => ({ kind: "accessEntry", ...entry, rights: [...entry.rights] }));
}

const sameHolder = (a: AccessEntry, b: AccessEntry): boolean =>
  a.principal === b.principal && a.deny === b.deny && a.inheritance === b.inheritance;

/**
 * The list with an entry, or `null` when all of its rights are there. An entry of the same principal takes the rights in.
 * @param order all rights in their order
 */
export function withEntry(
  entries: readonly AccessEntry[],
  added: AccessEntry,
  order: readonly string[],
): readonly AccessEntry[] | null {
  const present = entries.find((entry) => sameHolder(entry, added));
  if (present === undefined) return [...entries, added];
  if (added.rights.every((right) => present.rights.includes(right))) return null;
  const rights = order.filter((right) => present.rights.includes(right) || added.rights.includes(right));
  return entries.map((entry) => (entry === present ? { ...present, rights } : entry));
}

/** The list without some rights of a principal, or `null` when none of them is there. */
export function withoutEntry(entries: readonly AccessEntry[], removed: AccessEntry): readonly AccessEntry[] | null {
  const present = entries.find((entry) => sameHolder(entry, removed));
  if (present === undefined || !present.rights.some((right) => removed.rights.includes(right))) return null;
  const rights = present.rights.filter((right) => !removed.rights.includes(right));
  return entries.flatMap((entry) => (entry !== present ? [entry] : rights.length === 0 ? [] : [{ ...entry, rights }]));
}
