import { isRecord, type PropertyValue, valuesOf } from "../../../topology/index.js";

/** An entry of the access list of an object of the directory. */
export interface DirectoryEntry {
  /** GUID of a user or group, or the name of one of Windows' own principals; see security-principal.ts. */
  readonly principal: string;
  /** Bits of `ActiveDirectoryRights`. */
  readonly bits: bigint;
  readonly deny: boolean;
  /** Where it holds: on the object, below it, or both. A member of `ActiveDirectorySecurityInheritance`. */
  readonly inheritance: string;
  /** The extended right, property, set of properties or class below that it is about; `null`: all of them. */
  readonly about: string | null;
  /** The class of the objects below that get it; `null`: all. */
  readonly onto: string | null;
}

/** Two entries about the same: they are one, with the rights of both. */
export function isSameEntry(a: DirectoryEntry, b: DirectoryEntry): boolean {
  return (
    a.principal === b.principal &&
    a.deny === b.deny &&
    a.inheritance === b.inheritance &&
    sameName(a.about, b.about) &&
    sameName(a.onto, b.onto)
  );
}

const sameName = (a: string | null, b: string | null): boolean => a?.toLowerCase() === b?.toLowerCase();

/** Entries as an object keeps them. */
export function directoryEntriesIn(value: PropertyValue): readonly DirectoryEntry[] {
  return valuesOf(value).flatMap((each) => {
    if (!isRecord(each) || typeof each.bits !== "bigint" || typeof each.principal !== "string") return [];
    const { principal, bits, deny, inheritance, about, onto } = each;
    return {
      principal,
      bits,
      deny: deny === true,
      inheritance: String(inheritance),
      about: typeof about === "string" ? about : null,
      onto: typeof onto === "string" ? onto : null,
    };
  });
}

export function asProperty(entries: readonly DirectoryEntry[]): PropertyValue {
  return entries.map((entry) => ({ kind: "directoryEntry", ...entry }));
}

/** The entries with the bits of one more; it stands behind them where none is about the same. */
export function withBits(entries: readonly DirectoryEntry[], added: DirectoryEntry): readonly DirectoryEntry[] {
  const at = entries.findIndex((entry) => isSameEntry(entry, added));
  return at < 0
    ? [...entries, added]
    : entries.map((entry, index) => (index === at ? { ...entry, bits: entry.bits | added.bits } : entry));
}

/** The entries without the bits of one; those that have none left go. */
export function withoutBits(entries: readonly DirectoryEntry[], removed: DirectoryEntry): readonly DirectoryEntry[] {
  return entries.flatMap((entry) => {
    const bits = isSameEntry(entry, removed) ? entry.bits & ~removed.bits : entry.bits;
    return bits === 0n ? [] : [{ ...entry, bits }];
  });
}
