import {
  type DirectoryObject,
  eachObject,
  findByIndex,
  getObject,
  getProperty,
  isReference,
  type PropertyValue,
  type Topology,
} from "../../../topology/index.js";
import { folderGuidOf, mailFolderClass } from "../../public-folders/hierarchy.js";
import { addressesIn, primaryOf } from "../../recipients/addresses.js";
import { recipientTest } from "../../recipients/filters/stored-filter.js";
import { membersOf } from "../../recipients/groups/membership-links.js";
import { recipientClasses } from "../../recipients/recipient-types.js";
import { schema } from "../../schema.js";
import { databaseOf } from "../delivery.js";
import { followed } from "../linked.js";
import { parseAddressSpace } from "../types/address-space.js";
import type { Courier } from "./courier.js";
import { domainOfAddress } from "./mail.js";

/** Who is behind an address; a public folder is one whose mail goes to a database, too. */
export type Recipient =
  | { readonly kind: "mailbox"; readonly user: DirectoryObject; readonly database: DirectoryObject }
  | { readonly kind: "group"; readonly members: readonly string[]; readonly object: DirectoryObject }
  /** Somebody of the organization whose mail goes outside: a contact, a user without a mailbox. */
  | { readonly kind: "external"; readonly to: string; readonly object: DirectoryObject }
  /** A mailbox whose mail goes elsewhere, and maybe into it as well. */
  | { readonly kind: "forwarded"; readonly to: readonly string[]; readonly object: DirectoryObject }
  | { readonly kind: "outside" }
  | { readonly kind: "unknown" };

/** The property of any class, `null` where the class does not have it. */
export function anyProperty(object: DirectoryObject, property: string): PropertyValue {
  return Object.hasOwn(schema.get(object.class).properties, property) ? getProperty(schema, object, property) : null;
}

/** The object that has an address, of whichever class. */
export function holderOf(topology: Topology, address: string): DirectoryObject | undefined {
  for (const className of schema.classesSharing("address")) {
    const [found] = findByIndex(topology, className, "address", `smtp:${address}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The address that an object is written to. */
export function addressOf(object: DirectoryObject): string {
  return Object.hasOwn(schema.get(object.class).properties, "EmailAddresses") ? primaryOf(addressesIn(object)) : "";
}

/** Whether nobody of the organization has an address, and nobody is to have it. */
export function isOutside(topology: Topology, address: string): boolean {
  return holderOf(topology, address) === undefined && !isOurs(topology, domainOfAddress(address));
}

/** Who gets what is sent to a group: its members, or whoever fits its filter just now; `null` for what is no group. */
function groupMembers({ topology, context }: Courier, object: DirectoryObject): readonly DirectoryObject[] | null {
  if (object.class === "Group") return membersOf(topology, object);
  if (object.class !== "DynamicDistributionGroup") return null;
  const fits = recipientTest(context, topology, object);
  const found: DirectoryObject[] = [];
  for (const className of recipientClasses)
    for (const recipient of eachObject(topology, className)) if (fits(recipient)) found.push(recipient);
  return found;
}

/** Who is behind an address, in an organization as it is now. */
export function recipientOf(courier: Courier, address: string): Recipient {
  const { topology } = courier;
  const object = holderOf(topology, address);
  if (object === undefined)
    return isOurs(topology, domainOfAddress(address)) ? { kind: "unknown" } : { kind: "outside" };
  const members = groupMembers(courier, object);
  if (members !== null)
    return { kind: "group", members: members.map(addressOf).filter((member) => member !== ""), object };
  const external = anyProperty(object, "ExternalEmailAddress");
  if (typeof external === "string") return { kind: "external", to: external.replace(/^smtp:/i, ""), object };
  const database = object.class === mailFolderClass ? replicaOf(topology, object) : mailboxDatabaseOf(topology, object);
  return database === null ? { kind: "unknown" } : mailboxOrForward(topology, object, database);
}

const mailboxDatabaseOf = (topology: Topology, object: DirectoryObject): DirectoryObject | null =>
  object.class === "User" ? databaseOf(topology, object) : null;

/** The database that takes mail for a public folder: the first of its replicas. */
function replicaOf(topology: Topology, mail: DirectoryObject): DirectoryObject | null {
  const guid = folderGuidOf(mail);
  const folder = guid === null ? null : getObject(topology, guid);
  const [first] = folder === null ? [] : followed(topology, getProperty(schema, folder, "Replicas"));
  return first ?? null;
}

function mailboxOrForward(topology: Topology, user: DirectoryObject, database: DirectoryObject): Recipient {
  const forward = getProperty(schema, user, "ForwardingAddress");
  const [target] = isReference(forward) ? followed(topology, forward) : [];
  const to = target === undefined ? "" : addressOf(target);
  const mailbox = { kind: "mailbox", user, database } as const;
  if (to === "") return mailbox;
  return getProperty(schema, user, "DeliverToMailboxAndForward") === true
    ? { kind: "forwarded", to: [to, addressOf(user)], object: user }
    : { kind: "forwarded", to: [to], object: user };
}

/** Whether the organization answers for a domain: then an address that nobody has is a mistake. */
export function isOurs(topology: Topology, domain: string): boolean {
  for (const accepted of eachObject(topology, "AcceptedDomain")) {
    const name = getProperty(schema, accepted, "DomainName");
    const isAuthoritative = getProperty(schema, accepted, "DomainType") === "Authoritative";
    if (isAuthoritative && typeof name === "string" && parseAddressSpace(name).fits(domain) !== null) return true;
  }
  return false;
}
