import { type DirectoryObject, findByIndex, getProperty, isList, type Topology } from "../../topology/index.js";
import { canonicalIdentity } from "../noun/common-properties.js";
import { message } from "../noun/exchange-errors.js";
import type { Task } from "../noun/task.js";
import { schema } from "../schema.js";
import { ADObjectId } from "../types/ad-object-id.js";

/** The addresses of recipients: which is the primary one, what an address policy gives, and that each occurs once. */

const messages = {
  addressInUse: message({
    text: (address: string, recipient: string) =>
      `The proxy address "${address}" is already being used by the proxy addresses or LegacyExchangeDN of "${recipient}". Please choose another proxy address.`,
    exception: "Microsoft.Exchange.Management.RecipientTasks.ProxyAddressExistsException",
    category: "InvalidData",
    certainty: "memory",
    evidence: "facts/nouns.json, New-Mailbox: the text is captured, category and class from memory",
  }),
  noPrimary: message({
    text: () => "There is no primary SMTP address for this recipient.",
    exception: "Microsoft.Exchange.Data.DataValidationException",
    category: "NotSpecified",
    certainty: "unknown",
    evidence: "the rule is documented, the text is not known",
  }),
} as const;

const primaryPrefix = "SMTP:";

export function addressesIn(object: DirectoryObject): readonly string[] {
  const addresses = getProperty(schema, object, "EmailAddresses");
  return isList(addresses) ? addresses.map(String) : [];
}

/** The primary SMTP address, without its prefix; the empty text where there is none. */
export function primaryOf(addresses: readonly string[]): string {
  return addresses.find((address) => address.startsWith(primaryPrefix))?.slice(primaryPrefix.length) ?? "";
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const isSmtp = (address: string): boolean => /^smtp:/i.test(address);

/** The addresses with another primary one: it comes first, what was primary stays as a further address. */
export function withPrimary(addresses: readonly string[], primary: string): readonly string[] {
  const others = addresses
    .filter((address) => !isSame(address, `smtp:${primary}`))
    .map((address) => (address.startsWith(primaryPrefix) ? `smtp:${address.slice(primaryPrefix.length)}` : address));
  return [`${primaryPrefix}${primary}`, ...others];
}

/** Addresses as they are given: without a prefix they are SMTP addresses; where none says so, the first is the primary. */
export function normalized(given: readonly string[]): readonly string[] {
  const addresses = given.map((address) => (address.includes(":") ? address : `smtp:${address}`));
  const primaries = addresses.filter((address) => address.startsWith(primaryPrefix));
  const last = primaries.at(-1) ?? addresses.find(isSmtp);
  return last === undefined ? addresses : orderKept(addresses, last.slice(primaryPrefix.length));
}

/** One primary address, in the place where it stands. */
function orderKept(addresses: readonly string[], primary: string): readonly string[] {
  return addresses.map((address) => {
    if (!isSmtp(address)) return address;
    const bare = address.slice(primaryPrefix.length);
    return isSame(bare, primary) ? `${primaryPrefix}${bare}` : `smtp:${bare}`;
  });
}

/** Who else has an address, in any class of recipients. */
function holderOf(topology: Topology, address: string, self: DirectoryObject | null): DirectoryObject | undefined {
  for (const className of schema.classesSharing("address")) {
    const holder = findByIndex(topology, className, "address", address).find(({ guid }) => guid !== self?.guid);
    if (holder !== undefined) return holder;
  }
  return undefined;
}

/**
 * Makes sure that nobody else has one of the addresses.
 * @param self the recipient that is to have them; `null` for one in the making
 */
export function checkAddresses(task: Task, addresses: readonly string[], self: DirectoryObject | null): void {
  if (self !== null && primaryOf(addresses) === "") throw task.failure(messages.noPrimary, []);
  for (const address of addresses) {
    const holder = holderOf(task.topology, address, self);
    if (holder === undefined) continue;
    const target = new ADObjectId(task.topology, holder, "canonical");
    throw task.failure(messages.addressInUse, [address, canonicalIdentity(task.source(holder))], target);
  }
}

/** An address that nobody else has: the local part with a number behind it while it is taken. */
export function freeAddress(task: Task, local: string, domain: string, self: DirectoryObject | null): string {
  for (let number = 1; ; number++) {
    const address = `${local}${number === 1 ? "" : number}@${domain}`;
    if (holderOf(task.topology, `smtp:${address}`, self) === undefined) return address;
  }
}

/** An alias for a name: without blanks and what an alias can't have. */
export function aliasFor(name: string): string {
  return name.replace(/[^A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.\u00a1-\uffff]/g, "");
}

/**
 * The alias of a recipient that is given none: the left side of its account's user principal name, for those without an
 * account the name. Documented at New-Mailbox and Enable-Mailbox, -Alias.
 */
export function defaultAlias(name: string, userPrincipalName: string | null): string {
  return aliasFor(userPrincipalName?.split("@", 1)[0] || name);
}
