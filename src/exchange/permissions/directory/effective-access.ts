import { type DirectoryObject, findByIndex, getObject, type Topology } from "../../../topology/index.js";
import { groupsOf } from "../../recipients/groups/membership-links.js";
import { accountNameOf, domainNameOf } from "../account-names.js";
import { principalText } from "../security-principal.js";
import { accessListOf } from "./access-list.js";
import { bitsOf } from "./rights.js";

/** Whose rights are asked for: all the names under which entries may mean the same account. */
export interface Account {
  /** The account's object; `null` for one that the organization has not, and for who has not signed in. */
  readonly user: DirectoryObject | null;
  /** In lower case. */
  readonly names: ReadonlySet<string>;
}

const everyone = "Everyone";

/** Who has not signed in. */
export const anonymous: Account = { user: null, names: namesOf([everyone, "NT AUTHORITY\\ANONYMOUS LOGON"]) };

function namesOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}

/** The domain's administrator, who is a member of these wherever nobody has made the groups. */
const administrator = "administrator";
const administratorsGroups = ["Domain Admins", "Enterprise Admins", "Organization Management"];

/** An account by its name, with all groups that it is a member of, at any depth. */
export function accountNamed(topology: Topology, name: string, near: DirectoryObject): Account {
  const domain = domainNameOf(topology, near);
  const [user = null] = findByIndex(topology, "User", "samAccountName", name);
  const groups = user === null ? [] : allGroupsOf(topology, user);
  const own = name.toLowerCase() === administrator ? administratorsGroups.map((group) => `${domain}\\${group}`) : [];
  return {
    user,
    names: namesOf([
      everyone,
      "NT AUTHORITY\\Authenticated Users",
      `${domain}\\${name}`,
      ...groups.map((group) => accountNameOf(topology, group)),
      ...own,
    ]),
  };
}

/** The groups that somebody is a member of, at any depth. */
export function allGroupsOf(topology: Topology, member: DirectoryObject): readonly DirectoryObject[] {
  const found = new Map<string, DirectoryObject>();
  const visit = (object: DirectoryObject): void => {
    for (const group of groupsOf(topology, object)) {
      if (found.has(group.guid)) continue;
      found.set(group.guid, group);
      visit(group);
    }
  };
  visit(member);
  return [...found.values()];
}

const useBits = bitsOf(["ExtendedRight"]);

/**
 * Whether an account has an extended right on an object: the first entry that is about it decides, and denied comes
 * before given, own before inherited.
 */
export function hasExtendedRight(
  topology: Topology,
  account: Account,
  object: DirectoryObject,
  right: string,
): boolean {
  const wanted = right.toLowerCase();
  const isSelf = account.user?.guid === object.guid;
  const deciding = accessListOf(topology, object).find(({ principal, bits, about, inheritance, isInherited }) => {
    if ((bits & useBits) === 0n || (about !== null && about.toLowerCase() !== wanted)) return false;
    if (!isInherited && (inheritance === "Descendents" || inheritance === "Children")) return false;
    if (principal === "NT AUTHORITY\\SELF") return isSelf;
    if (getObject(topology, principal)?.guid === account.user?.guid && account.user !== null) return true;
    return account.names.has(principalText(topology, principal).toLowerCase());
  });
  return deciding !== undefined && !deciding.deny;
}
