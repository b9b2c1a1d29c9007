import { type DirectoryObject, getObject, getProperty, listObjects, type Topology } from "../../../topology/index.js";
import { sentence } from "../../noun/exchange-errors.js";
import { schema } from "../../schema.js";
import { databaseOf } from "../delivery.js";
import type { Courier } from "./courier.js";
import { domainOfAddress, type Mail } from "./mail.js";
import { isNonexistent } from "./reach.js";
import { addressOf, holderOf, type Recipient, recipientOf } from "./recipients.js";
import { moderatorsFor, refusalBy, type Sender, senderOf } from "./restrictions.js";
import { type Hop, hopToDatabase, hopToDomain } from "./routing.js";

/** Someone who gets the message after groups and forwarding are resolved. */
export interface Addressee {
  readonly address: string;
  readonly hop: Hop;
}

/** Recipients that won't get the message, with what the sender is told. */
export interface Failed {
  readonly address: string;
  readonly status: string;
}

/** A recipient that gets the message once somebody has approved it. */
export interface Moderated {
  readonly address: string;
  /** GUIDs. */
  readonly moderators: readonly string[];
}

export interface Resolved {
  readonly addressees: readonly Addressee[];
  readonly failed: readonly Failed[];
  readonly moderated: readonly Moderated[];
}

const code = (text: string) =>
  sentence({
    text: () => text,
    certainty: "memory",
    evidence: "delivery reports: the codes are documented, the words behind them remembered",
  });

/** Codes of delivery reports. */
const statuses = {
  unknown: code("550 5.1.1 RESOLVER.ADR.RecipNotFound; not found").text(),
  tooMany: code("550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients").text(),
  notAuthenticated: code("550 5.7.1 RESOLVER.RST.AuthRequired; authentication required").text(),
  notAuthorized: code("550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized").text(),
  senderTooLarge: code("550 5.2.3 RESOLVER.RST.SendSizeLimit.Sender; message too large for this sender").text(),
  recipientTooLarge: code("550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient").text(),
  organizationTooLarge: code(
    "550 5.2.3 RESOLVER.RST.SendSizeLimit.Org; message too large for this organization",
  ).text(),
  connectorTooLarge: code("550 5.3.4 ROUTING.SizeLimit; message size exceeds fixed maximum size for route").text(),
  nonexistent: code("554 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain").text(),
} as const;

/** Whom a message goes to and how, behind groups and forwarding; each once. The log notes what was resolved. */
export function resolve(courier: Courier, server: DirectoryObject, mail: Mail): Resolved {
  const refused = mail.from === "" || mail.resolved ? null : senderLimit(courier.topology, mail);
  if (refused !== null)
    return { addressees: [], failed: mail.recipients.map((address) => ({ address, status: refused })), moderated: [] };
  const walk = new Walk(courier, server, mail);
  for (const address of walk.open) walk.visit(address);
  return { addressees: [...walk.addressees.values()], failed: walk.failed, moderated: walk.moderated };
}

/** The way from the recipients as they are written to who gets the message. */
class Walk {
  readonly open: string[];
  readonly addressees = new Map<string, Addressee>();
  readonly failed: Failed[] = [];
  readonly moderated: Moderated[] = [];
  private readonly seen = new Set<string>();
  /** Reports come from the system, and pass everywhere; what was resolved has passed. */
  private readonly sender: Sender | null;

  constructor(
    private readonly courier: Courier,
    private readonly server: DirectoryObject,
    private readonly mail: Mail,
  ) {
    this.open = [...mail.recipients];
    this.sender = mail.from === "" || mail.resolved ? null : senderOf(courier.topology, mail.from);
  }

  visit(written: string): void {
    const recipient = recipientOf(this.courier, written);
    const address = this.primary(written, recipient);
    const key = address.toLowerCase();
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const object = "object" in recipient ? recipient.object : recipient.kind === "mailbox" ? recipient.user : null;
    const refusal = object === null || this.sender === null ? null : refusalBy(object, this.sender);
    if (refusal !== null) {
      this.failed.push({ address, status: statuses[refusal] });
      return;
    }
    const moderators = object === null || this.sender === null ? [] : moderatorsFor(object, this.sender);
    if (moderators.length > 0) this.moderated.push({ address, moderators });
    else this.pass(address, recipient);
  }

  /** The address that a recipient of the organization is known by; the log notes where another was written. */
  private primary(written: string, recipient: Recipient): string {
    const object = "object" in recipient ? recipient.object : recipient.kind === "mailbox" ? recipient.user : null;
    const primary = object === null ? "" : addressOf(object);
    if (primary === "" || primary.toLowerCase() === written.toLowerCase()) return written;
    this.note("RESOLVE", [primary], written);
    return primary;
  }

  private pass(address: string, recipient: Recipient): void {
    switch (recipient.kind) {
      case "group":
        this.open.push(...recipient.members);
        this.note("EXPAND", recipient.members, address);
        return;
      case "external":
        if (recipient.to.toLowerCase() !== address.toLowerCase()) this.note("RESOLVE", [recipient.to], address);
        this.arrive(recipient.to, outward(this.courier.topology, this.server, this.mail, recipient.to));
        return;
      case "forwarded": {
        if (this.mail.resolved) {
          this.arrive(address, inward(this.courier.topology, this.server, this.mail, recipient.object));
          return;
        }
        const own = addressOf(recipient.object).toLowerCase();
        const others = recipient.to.filter((each) => each.toLowerCase() !== own);
        if (others.length < recipient.to.length)
          this.arrive(address, inward(this.courier.topology, this.server, this.mail, recipient.object));
        this.open.push(...others);
        this.note("REDIRECT", others, address);
        return;
      }
      case "mailbox":
        this.arrive(address, inward(this.courier.topology, this.server, this.mail, recipient.user, recipient.database));
        return;
      case "outside":
        this.arrive(address, outward(this.courier.topology, this.server, this.mail, address));
        return;
      case "unknown":
        this.arrive(address, statuses.unknown);
    }
  }

  /** @param outcome where the message goes next, or why it doesn't */
  private arrive(address: string, outcome: Hop | string): void {
    if (typeof outcome === "string") this.failed.push({ address, status: outcome });
    else this.addressees.set(address.toLowerCase(), { address, hop: outcome });
  }

  private note(id: "EXPAND" | "REDIRECT" | "RESOLVE", recipients: readonly string[], related: string): void {
    this.courier.track(this.server, this.mail, { id, source: "ROUTING", recipients, related });
  }
}

/** Into a mailbox, or a public folder. */
function inward(
  topology: Topology,
  server: DirectoryObject,
  mail: Mail,
  user: DirectoryObject,
  database: DirectoryObject | null = user.class === "User" ? databaseOf(topology, user) : null,
): Hop | string {
  if (exceeds(mail, limitOf(user, "MaxReceiveSize") ?? organizationLimit(topology, "MaxReceiveSize")))
    return statuses.recipientTooLarge;
  return database === null ? statuses.unknown : hopToDatabase(topology, server, database);
}

function outward(topology: Topology, server: DirectoryObject, mail: Mail, address: string): Hop | string {
  const domain = domainOfAddress(address);
  const hop = hopToDomain(topology, server, domain);
  if (hop.deliveryType === "DnsConnectorDelivery" && isNonexistent(domain)) return statuses.nonexistent;
  const connector = getObject(topology, hop.target);
  const limit = connector?.class === "SendConnector" ? limitOf(connector, "MaxMessageSize") : null;
  return exceeds(mail, limit) ? statuses.connectorTooLarge : hop;
}

/** A property of any class; `null` where the class does not have it. */
function numberOf(object: DirectoryObject | undefined, property: string) {
  if (object === undefined || !Object.hasOwn(schema.get(object.class).properties, property)) return null;
  return getProperty(schema, object, property);
}

/** A limit in bytes; `null` when the object has none. */
function limitOf(object: DirectoryObject, property: string): bigint | null {
  const limit = numberOf(object, property);
  return typeof limit === "bigint" ? limit : null;
}

/** A limit of Get-TransportConfig. */
function organizationLimit(topology: Topology, property: "MaxSendSize" | "MaxReceiveSize"): bigint | null {
  const [settings] = listObjects(topology, "TransportSettings");
  return settings === undefined ? null : limitOf(settings, property);
}

const exceeds = (mail: Mail, limit: bigint | null): boolean => limit !== null && mail.size > limit;

/**
 * Why a sender may not send a message of this size, or to so many. What a mailbox says goes before what the organization
 * says.
 */
function senderLimit(topology: Topology, mail: Mail): string | null {
  const sender = holderOf(topology, mail.from);
  const [settings] = listObjects(topology, "TransportSettings");
  const most = [numberOf(sender, "RecipientLimits"), numberOf(settings, "MaxRecipientEnvelopeLimit")].find(
    (limit): limit is number => typeof limit === "number",
  );
  if (most !== undefined && mail.recipients.length > most) return statuses.tooMany;
  const own = sender === undefined ? null : limitOf(sender, "MaxSendSize");
  if (own !== null) return exceeds(mail, own) ? statuses.senderTooLarge : null;
  const which = sender === undefined ? "MaxReceiveSize" : "MaxSendSize";
  return exceeds(mail, organizationLimit(topology, which)) ? statuses.organizationTooLarge : null;
}
