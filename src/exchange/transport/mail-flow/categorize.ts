import {
  type DirectoryObject,
  getObject,
  getProperty,
  guidNamed,
  listObjects,
  type Topology,
} from "../../../topology/index.js";
import { sentence } from "../../noun/exchange-errors.js";
import { schema } from "../../schema.js";
import { databaseOf } from "../delivery.js";
import type { Courier, TrackedEvent } from "./courier.js";
import { domainOfAddress, type Mail } from "./mail.js";
import { enqueue, queueFor } from "./queues.js";
import { isNonexistent } from "./reach.js";
import { addressOf, holderOf, recipientOf } from "./recipients.js";
import { type Hop, hopToDatabase, hopToDomain } from "./routing.js";
import { applyRules } from "./rules.js";

/** Someone who gets the message after groups and forwarding are resolved. */
interface Addressee {
  readonly address: string;
  readonly hop: Hop;
}

/** Recipients that won't get the message, with what the sender is told. */
interface Failed {
  readonly address: string;
  readonly status: string;
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
  senderTooLarge: code("550 5.2.3 RESOLVER.RST.SendSizeLimit.Sender; message too large for this sender").text(),
  recipientTooLarge: code("550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient").text(),
  organizationTooLarge: code(
    "550 5.2.3 RESOLVER.RST.SendSizeLimit.Org; message too large for this organization",
  ).text(),
  connectorTooLarge: code("550 5.3.4 ROUTING.SizeLimit; message size exceeds fixed maximum size for route").text(),
  nonexistent: code("554 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain").text(),
} as const;

const undeliverable = sentence({
  text: (subject: string) => `Undeliverable: ${subject}`,
  certainty: "memory",
  evidence: "the subject of delivery reports, remembered",
});

/**
 * What the categorizer does with a message on a server: finds out who gets it and how, and puts it into the queues of
 * the next hops. Whoever doesn't get it is reported to the sender.
 * @returns the queues that got something
 */
export function categorize(courier: Courier, server: DirectoryObject, arrived: Mail): readonly DirectoryObject[] {
  const ruled = arrived.categorized
    ? ({ fate: "goesOn", mail: arrived } as const)
    : applyRules(courier, server, arrived);
  if (ruled.fate === "deleted") return [];
  if (ruled.fate === "rejected") {
    const failed = arrived.recipients.map((address) => ({ address, status: ruled.status }));
    return reportFailures(courier, server, arrived, failed, "AGENT");
  }
  return sendOn(courier, server, ruled.mail);
}

/** Into the queues of the next hops. */
function sendOn(courier: Courier, server: DirectoryObject, mail: Mail): readonly DirectoryObject[] {
  const { addressees, failed } = resolve(courier, server, mail);
  const byQueue = new Map<string, { queue: DirectoryObject; recipients: string[] }>();
  for (const { address, hop } of addressees) {
    const queue = queueFor(courier, server, hop);
    const entry = byQueue.get(queue.guid) ?? { queue, recipients: [] };
    entry.recipients.push(address);
    byQueue.set(queue.guid, entry);
  }
  for (const { queue, recipients } of byQueue.values())
    enqueue(courier, queue, { ...mail, recipients, categorized: true });
  const queues = [...byQueue.values()].map(({ queue }) => queue);
  return [...queues, ...reportFailures(courier, server, mail, failed)];
}

function resolve(courier: Courier, server: DirectoryObject, mail: Mail) {
  const addressees: Addressee[] = [];
  const failed: Failed[] = [];
  const tooLarge = mail.from === "" ? null : senderLimit(courier.topology, mail);
  for (const address of expand(courier, server, mail)) {
    const outcome = tooLarge ?? outcomeFor(courier.topology, server, mail, address);
    if (typeof outcome === "string") failed.push({ address, status: outcome });
    else addressees.push({ address, hop: outcome });
  }
  return { addressees, failed };
}

/** The recipients behind groups and forwarding, each once. */
function expand(courier: Courier, server: DirectoryObject, mail: Mail): readonly string[] {
  const final = new Map<string, string>();
  const seen = new Set<string>();
  const open = [...mail.recipients];
  for (const address of open) {
    const key = address.toLowerCase();
    if (seen.has(key)) continue;
    seen.add(key);
    const recipient = recipientOf(courier.topology, address);
    if (recipient.kind === "group") {
      open.push(...recipient.members);
      courier.track(server, mail, { id: "EXPAND", source: "ROUTING", recipients: recipient.members, related: address });
    } else if (recipient.kind === "forwarded") {
      const own = addressOf(recipient.object).toLowerCase();
      const others = recipient.to.filter((each) => each.toLowerCase() !== own);
      if (others.length < recipient.to.length) final.set(own, address);
      open.push(...others);
      courier.track(server, mail, { id: "REDIRECT", source: "ROUTING", recipients: others, related: address });
    } else {
      final.set(key, address);
    }
  }
  return [...final.values()];
}

/** Where the message goes for a recipient, or why it doesn't. */
function outcomeFor(topology: Topology, server: DirectoryObject, mail: Mail, address: string): Hop | string {
  const recipient = recipientOf(topology, address);
  const user = recipient.kind === "mailbox" ? recipient.user : holderOf(topology, address);
  if (recipient.kind === "unknown") return statuses.unknown;
  if (recipient.kind === "outside") return outward(topology, server, mail, domainOfAddress(address));
  if (user === undefined) return statuses.unknown;
  if (exceeds(mail, limitOf(user, "MaxReceiveSize") ?? organizationLimit(topology, "MaxReceiveSize")))
    return statuses.recipientTooLarge;
  const database = recipient.kind === "mailbox" ? recipient.database : databaseBehind(topology, user);
  return database === null ? statuses.unknown : hopToDatabase(topology, server, database);
}

function databaseBehind(topology: Topology, user: DirectoryObject): DirectoryObject | null {
  return user.class === "User" ? databaseOf(topology, user) : null;
}

function outward(topology: Topology, server: DirectoryObject, mail: Mail, domain: string): Hop | string {
  const hop = hopToDomain(topology, server, domain);
  if (hop.deliveryType === "DnsConnectorDelivery" && isNonexistent(domain)) return statuses.nonexistent;
  const connector = getObject(topology, hop.target);
  const limit = connector?.class === "SendConnector" ? limitOf(connector, "MaxMessageSize") : null;
  return exceeds(mail, limit) ? statuses.connectorTooLarge : hop;
}

/** A limit in bytes; `null` when the object has none. */
function limitOf(object: DirectoryObject, property: string): bigint | null {
  if (!Object.hasOwn(schema.get(object.class).properties, property)) return null;
  const limit = getProperty(schema, object, property);
  return typeof limit === "bigint" ? limit : null;
}

/** A limit of Get-TransportConfig. */
export function organizationLimit(topology: Topology, property: "MaxSendSize" | "MaxReceiveSize"): bigint | null {
  const [settings] = listObjects(topology, "TransportSettings");
  return settings === undefined ? null : limitOf(settings, property);
}

const exceeds = (mail: Mail, limit: bigint | null): boolean => limit !== null && mail.size > limit;

/** Why a sender may not send a message of this size. What a mailbox says goes before what the organization says. */
function senderLimit(topology: Topology, mail: Mail): string | null {
  const sender = holderOf(topology, mail.from);
  const own = sender === undefined ? null : limitOf(sender, "MaxSendSize");
  if (own !== null) return exceeds(mail, own) ? statuses.senderTooLarge : null;
  const which = sender === undefined ? "MaxReceiveSize" : "MaxSendSize";
  return exceeds(mail, organizationLimit(topology, which)) ? statuses.organizationTooLarge : null;
}

/** A report's own size, besides what it quotes (invented). */
const reportSize = 6144n;

/**
 * Tells the sender which recipients don't get the message; nobody is told about reports.
 * @returns the queues that the report went to
 */
export function reportFailures(
  courier: Courier,
  server: DirectoryObject,
  mail: Mail,
  failed: readonly Failed[],
  source: TrackedEvent["source"] = "ROUTING",
): readonly DirectoryObject[] {
  if (failed.length === 0) return [];
  for (const status of new Set(failed.map((each) => each.status))) {
    const recipients = failed.filter((each) => each.status === status).map(({ address }) => address);
    courier.track(server, mail, { id: "FAIL", source, recipients, status: recipients.map(() => status) });
  }
  return mail.from === "" ? [] : sendReport(courier, server, mail, failed);
}

function sendReport(
  courier: Courier,
  server: DirectoryObject,
  mail: Mail,
  failed: readonly Failed[],
): readonly DirectoryObject[] {
  const number = courier.nextNumber;
  const report: Mail = {
    ...mail,
    number,
    subject: undeliverable.text(mail.subject),
    messageId: messageIdFor(courier, server),
    from: "",
    recipients: [mail.from],
    size: reportSize,
    received: courier.clock,
    categorized: true,
    reference: mail.messageId,
  };
  courier.track(server, report, { id: "DSN", source: "DSN", related: failed[0]?.address ?? "" });
  return categorize(courier, server, report);
}

/** An id for a message that comes without one: as the servers make them, of a GUID and the server's name. */
export function messageIdFor(courier: Courier, server: DirectoryObject): string {
  const guid = guidNamed(courier.topology.ids.seed, `message|${courier.nextNumber}`);
  return `<${guid}@${String(getProperty(schema, server, "Fqdn") ?? server.name)}>`;
}
