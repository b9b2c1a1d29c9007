import { enumeration } from "../../types/enumeration.js";

/** The rights of Active Directory: .NET's own enumeration, with its numbers; some members are several of the others. */
const members: readonly (readonly [name: string, bits: bigint])[] = [
  ["CreateChild", 0x1n],
  ["DeleteChild", 0x2n],
  ["ListChildren", 0x4n],
  ["Self", 0x8n],
  ["ReadProperty", 0x10n],
  ["WriteProperty", 0x20n],
  ["DeleteTree", 0x40n],
  ["ListObject", 0x80n],
  ["ExtendedRight", 0x100n],
  ["Delete", 0x10000n],
  ["ReadControl", 0x20000n],
  ["GenericExecute", 0x20004n],
  ["GenericWrite", 0x20028n],
  ["GenericRead", 0x20094n],
  ["WriteDacl", 0x40000n],
  ["WriteOwner", 0x80000n],
  ["GenericAll", 0xf01ffn],
  ["Synchronize", 0x100000n],
  ["AccessSystemSecurity", 0x1000000n],
];

export const directoryRights = enumeration(
  "System.DirectoryServices.ActiveDirectoryRights",
  members.map(([name]) => name),
  { isFlags: true, numbers: members.map(([, bits]) => bits) },
);

/** What `ExtendedRight` is in an entry's bits. */
export const extendedRightBit = 0x100n;

/** The bits of rights by name; other names have none. */
export function bitsOf(names: readonly string[]): bigint {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return members.reduce((sum, [name, bits]) => (wanted.has(name.toLowerCase()) ? sum | bits : sum), 0n);
}

/** The fewest rights that are all of these bits, in the enumeration's order. */
export function namesOf(bits: bigint): readonly string[] {
  let rest = bits;
  const found = new Set<string>();
  // The members of most bits first: what they say need not be said again.
  for (const [name, own] of members.toSorted(([, a], [, b]) => countOf(b) - countOf(a))) {
    if ((rest & own) !== own) continue;
    found.add(name);
    rest &= ~own;
  }
  return members.flatMap(([name]) => (found.has(name) ? [name] : []));
}

function countOf(bits: bigint): number {
  let count = 0;
  for (let rest = bits; rest > 0n; rest >>= 1n) count += Number(rest & 1n);
  return count;
}

/** Extended rights by their names in the directory, with a name for people where it isn't the same without hyphens. */
const extendedRightNames = [
  "Send-As",
  "Receive-As",
  "Send-To",
  "User-Change-Password",
  "User-Force-Change-Password",
  "ms-Exch-Accept-Headers-Forest",
  "ms-Exch-Accept-Headers-Organization",
  "ms-Exch-Accept-Headers-Routing",
  "ms-Exch-Bypass-Anti-Spam",
  "ms-Exch-Bypass-Message-Size-Limit",
  "ms-Exch-Create-Public-Folder",
  "ms-Exch-Create-Top-Level-Public-Folder",
  "ms-Exch-Download-OAB",
  "ms-Exch-EPI-Impersonation",
  "ms-Exch-EPI-May-Impersonate",
  "ms-Exch-EPI-Token-Serialization",
  "ms-Exch-Mail-Enabled-Public-Folder",
  "ms-Exch-Modify-PF-ACL",
  "ms-Exch-Modify-PF-Admin-ACL",
  "ms-Exch-Modify-Public-Folder-Deleted-Item-Retention",
  "ms-Exch-Modify-Public-Folder-Expiry",
  "ms-Exch-Modify-Public-Folder-Quotas",
  "ms-Exch-Modify-Public-Folder-Replica-List",
  "ms-Exch-Open-Send-Queue",
  "ms-Exch-Recipient-Update-Access",
  "ms-Exch-Send-Exch50",
  "ms-Exch-Send-Headers-Forest",
  "ms-Exch-Send-Headers-Organization",
  "ms-Exch-Send-Headers-Routing",
  "ms-Exch-SMTP-Accept-Any-Recipient",
  "ms-Exch-SMTP-Accept-Any-Sender",
  "ms-Exch-SMTP-Accept-Authentication-Flag",
  "ms-Exch-SMTP-Accept-Authoritative-Domain-Sender",
  "ms-Exch-SMTP-Accept-Exch50",
  "ms-Exch-SMTP-Accept-XShadow",
  "ms-Exch-SMTP-Send-Exch50",
  "ms-Exch-SMTP-Send-XShadow",
  "ms-Exch-SMTP-Submit",
  "ms-Exch-Store-Admin",
  "ms-Exch-Store-Constrained-Delegation",
  "ms-Exch-Store-Create-Named-Properties",
  "ms-Exch-Store-Read-Access",
  "ms-Exch-Store-Read-Write-Access",
  "ms-Exch-Store-Transport-Access",
  "ms-Exch-Store-Visible",
  "ms-Exch-Web-Services-Impersonation",
  "ms-Exch-Web-Services-Token-Serialization",
] as const;

/** `sendas`, whether `Send-As` or `Send As` was written. */
const folded = (name: string): string => name.toLowerCase().replace(/[\s-]/g, "");

const extendedRights: ReadonlyMap<string, string> = new Map(extendedRightNames.map((name) => [folded(name), name]));

/** The name of an extended right in the directory, for that or the one that people see; `undefined`: there is none. */
export function extendedRightNamed(name: string): string | undefined {
  return extendedRights.get(folded(name));
}
