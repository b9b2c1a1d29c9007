import { enumeration } from "../types/enumeration.js";

/** The rights to a folder, of a mailbox or a public one: single rights, and roles that stand for several. */

/** In the order in which they print. */
const single = [
  "None",
  "CreateItems",
  "ReadItems",
  "CreateSubfolders",
  "FolderOwner",
  "FolderContact",
  "FolderVisible",
  "EditOwnedItems",
  "EditAllItems",
  "DeleteOwnedItems",
  "DeleteAllItems",
] as const;

const own = ["EditOwnedItems", "DeleteOwnedItems"];
const all = ["EditAllItems", "DeleteAllItems"];
const author = ["CreateItems", "ReadItems", "FolderVisible", ...own];
const publisher = [...author, "CreateSubfolders"];

/** What roles stand for: documented with Add-PublicFolderClientPermission and Add-MailboxFolderPermission. */
const roles: ReadonlyMap<string, readonly string[]> = new Map([
  ["Owner", [...publisher, ...all, "FolderOwner", "FolderContact"]],
  ["PublishingEditor", [...publisher, ...all]],
  ["Editor", [...author, ...all]],
  ["PublishingAuthor", publisher],
  ["Author", author],
  ["NonEditingAuthor", ["CreateItems", "ReadItems", "FolderVisible", "DeleteOwnedItems"]],
  ["Reviewer", ["ReadItems", "FolderVisible"]],
  ["Contributor", ["CreateItems", "FolderVisible"]],
]);

export const folderRight = enumeration("Microsoft.Exchange.Management.StoreTasks.FolderAccessRight", [
  ...single,
  ...roles.keys(),
]);

/** The single rights that names of rights and roles mean; `null` for a name that is none. */
export function rightsIn(names: readonly string[]): readonly string[] | null {
  const rights = new Set<string>();
  for (const name of names) {
    const known = folderRight.members.find((member) => member.toLowerCase() === name.trim().toLowerCase());
    if (known === undefined) return null;
    for (const right of roles.get(known) ?? [known]) rights.add(right);
  }
  if (rights.size > 1) rights.delete("None");
  return inOrder(rights);
}

const inOrder = (rights: ReadonlySet<string>): readonly string[] => single.filter((right) => rights.has(right));

/** How rights print: as the role that they make, else one by one. */
export function shownRights(rights: readonly string[]): readonly string[] {
  const wanted = new Set(rights);
  for (const [role, of] of roles)
    if (of.length === wanted.size && of.every((right) => wanted.has(right))) return [role];
  return wanted.size === 0 ? ["None"] : inOrder(wanted);
}

export const union = (a: readonly string[], b: readonly string[]): readonly string[] => {
  const rights = new Set([...a, ...b]);
  if (rights.size > 1) rights.delete("None");
  return inOrder(rights);
};
export const without = (a: readonly string[], b: readonly string[]): readonly string[] =>
  a.filter((right) => !b.includes(right));
