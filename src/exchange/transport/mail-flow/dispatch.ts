import { type DirectoryObject, eachObject, getObject, getProperty, type Topology } from "../../../topology/index.js";
import { ticksPerDay, ticksPerMinute } from "../../../values/date-time.js";
import type { ValueContext } from "../../../values/value-context.js";
import { foldersOf, totalsOf } from "../../mailboxes/mailbox-content.js";
import { isFull } from "../../mailboxes/storage-limit.js";
import { sentence } from "../../noun/exchange-errors.js";
import { schema } from "../../schema.js";
import { serverAbove } from "../../types/ad-object-id.js";
import { activeServerOf } from "../delivery.js";
import { hubServers } from "../transport-servers.js";
import { categorize, reportFailures } from "./categorize.js";
import { submissionQueue, unreachableQueue } from "./classes.js";
import { Courier, textProperty } from "./courier.js";
import { type Mail, mailOf } from "./mail.js";
import { dropIdleQueues, enqueue, messagesOf, submissionOf } from "./queues.js";
import { unreachableBecause } from "./reach.js";
import { type Recipient, recipientOf } from "./recipients.js";
import type { Failed } from "./resolver.js";
import { siteOf, smartHostsOf } from "./routing.js";
import { putInto } from "./store.js";

/** Documented: how long a server waits before it tries again, and when it gives up. */
const mailboxRetry = 5n * ticksPerMinute;
const glitchRetry = ticksPerMinute;
const glitches = 4;
const laterRetry = 10n * ticksPerMinute;
const expiration = 2n * ticksPerDay;

/** What became of a message: it is gone from the queue, or waits for the given reason. */
type Outcome = { readonly done: true } | { readonly done: false; readonly error: string };
const done: Outcome = { done: true };
const waits = (error: string): Outcome => ({ done: false, error });

/** What the transport has done by now: everything that is due is tried, idle queues are gone. */
export function settled(topology: Topology, context: ValueContext): Topology {
  const courier = new Courier(topology, context);
  for (const queue of [...eachObject(topology, "MessageQueue")]) {
    const next = getProperty(schema, queue, "NextRetryTime");
    // What cannot be reached is looked at again whenever the connectors may have changed.
    if (typeof next !== "bigint" || next <= courier.clock || queue.name === unreachableQueue) dispatch(courier, queue);
  }
  dropIdleQueues(courier);
  return courier.topology;
}

/** Tries to send what waits in a queue on its way. What cannot go on waits for the next time. */
export function dispatch(courier: Courier, stale: DirectoryObject): void {
  const queue = getObject(courier.topology, stale.guid);
  const server = queue === null ? null : serverAbove(courier.topology, queue);
  if (queue === null || server === null || getProperty(schema, queue, "Suspended") === true) return;
  const messages = messagesOf(courier.topology, queue).filter(
    (message) => getProperty(schema, message, "Suspended") !== true,
  );
  if (messages.length === 0 || !courier.movesMail(server)) return;
  let error: string | null = null;
  for (const message of messages) {
    if (expired(courier, server, message)) continue;
    const outcome = send(courier, server, queue, message);
    if (outcome.done) continue;
    error = outcome.error;
    noteFailure(courier, queue, message, error);
  }
  noteResult(courier, queue, error);
}

/** What has no way was not tried: it just waits. */
function noteFailure(courier: Courier, queue: DirectoryObject, message: DirectoryObject, error: string): void {
  const retries = Number(getProperty(schema, message, "RetryCount") ?? 0);
  const count = queue.name === unreachableQueue ? retries : retries + 1;
  courier.change(message, { properties: { LastError: error, RetryCount: count } });
}

function noteResult(courier: Courier, stale: DirectoryObject, error: string | null): void {
  const queue = getObject(courier.topology, stale.guid);
  if (queue === null) return;
  const now = courier.clock;
  if (queue.name === unreachableQueue) {
    courier.change(queue, { properties: { LastError: error, LastUsed: now } });
    return;
  }
  const isMailbox = textProperty(queue, "DeliveryType") === "MapiDelivery";
  const retries = Number(getProperty(schema, queue, "RetryCount") ?? 0) + 1;
  const wait = isMailbox ? mailboxRetry : retries <= glitches ? glitchRetry : laterRetry;
  courier.change(queue, {
    properties:
      error === null
        ? { LastError: null, RetryCount: null, FirstRetryTime: null, NextRetryTime: null, LastUsed: now }
        : {
            FirstRetryTime: getProperty(schema, queue, "FirstRetryTime") ?? now,
            LastError: error,
            RetryCount: retries,
            LastRetryTime: now,
            NextRetryTime: now + wait,
            LastUsed: now,
          },
  });
}

/** After two days the sender is told that it did not work. */
function expired(courier: Courier, server: DirectoryObject, message: DirectoryObject): boolean {
  const mail = mailOf(message);
  if (mail.received + expiration > courier.clock) return false;
  courier.remove(message);
  const status = "550 4.4.7 QUEUE.Expired; message expired";
  const failed = mail.recipients.map((address) => ({ address, status }));
  for (const queue of reportFailures(courier, server, mail, failed)) dispatch(courier, queue);
  return true;
}

function send(courier: Courier, server: DirectoryObject, queue: DirectoryObject, message: DirectoryObject): Outcome {
  switch (textProperty(queue, "DeliveryType")) {
    case "MapiDelivery":
      return deliver(courier, server, queue, message);
    case "SmtpRelayToRemoteAdSite":
    case "SmtpRelayWithinAdSite":
      return relay(courier, server, queue, message);
    case "DnsConnectorDelivery":
    case "SmartHostConnectorDelivery":
      return sendOut(courier, server, queue, message);
    default:
      return queue.name === submissionQueue
        ? submit(courier, server, message)
        : tryAnotherWay(courier, server, queue, message);
  }
}

/** Out of the submission queue: to the categorizer. */
function submit(courier: Courier, server: DirectoryObject, message: DirectoryObject): Outcome {
  const mail = mailOf(message);
  courier.remove(message);
  for (const queue of categorize(courier, server, mail)) dispatch(courier, queue);
  return done;
}

const noWay = "A matching connector cannot be found to route the external recipient";

/** From the unreachable queue, as soon as there is a way. */
function tryAnotherWay(
  courier: Courier,
  server: DirectoryObject,
  queue: DirectoryObject,
  message: DirectoryObject,
): Outcome {
  const before = courier.topology;
  const mail = mailOf(message);
  courier.remove(message);
  const queues = categorize(courier, server, mail);
  if (queues.some(({ guid }) => guid === queue.guid)) {
    courier.topology = before;
    return waits(noWay);
  }
  for (const next of queues) dispatch(courier, next);
  return done;
}

/** Into the mailboxes of a database that is mounted on a server whose store runs. */
function deliver(courier: Courier, server: DirectoryObject, queue: DirectoryObject, message: DirectoryObject): Outcome {
  const mail = mailOf(message);
  const database = getObject(courier.topology, textProperty(queue, "NextHopConnector"));
  const active = database === null ? null : activeServerOf(courier.topology, database);
  if (database === null || active === null || siteOf(active) !== siteOf(server)) {
    courier.remove(message);
    for (const next of categorize(courier, server, mail)) dispatch(courier, next);
    return done;
  }
  if (getProperty(schema, database, "Mounted") !== true)
    return waits("432 4.3.2 STOREDRV.Deliver; mailbox database is offline");
  if (!courier.runs(active, "MSExchangeIS")) return waits("432 4.3.2 STOREDRV.Deliver; mailbox server is offline");
  courier.remove(message);
  const further: Mail[] = [];
  const delivered: string[] = [];
  const failed: Failed[] = [];
  for (const address of mail.recipients) {
    const user = mailboxBehind(recipientOf(courier, address));
    if (user?.class === "User" && isFull(user, database, totalsOf(foldersOf(user)).size)) {
      failed.push({ address, status: mailboxFull.text() });
      continue;
    }
    if (user !== null) further.push(...putInto(courier, server, user, mail));
    delivered.push(address);
  }
  if (delivered.length > 0)
    courier.track(server, mail, {
      id: "DELIVER",
      source: "STOREDRIVER",
      recipients: delivered,
      clientName: server.name,
      serverName: active.name,
      data: [`MailboxDatabaseName=${database.name}`],
    });
  const onward = further.flatMap((each) => categorize(courier, server, each));
  for (const next of [...onward, ...reportFailures(courier, server, mail, failed, { source: "STOREDRIVER" })])
    dispatch(courier, next);
  return done;
}

const mailboxFull = sentence({
  text: () => "554 5.2.2 mailbox full",
  certainty: "memory",
  evidence: "delivery reports: the code is documented, the words behind it remembered",
});

/** The user, or the public folder, whose mail lies here. */
function mailboxBehind(recipient: Recipient): DirectoryObject | null {
  switch (recipient.kind) {
    case "mailbox":
      return recipient.user;
    case "forwarded":
      return recipient.object;
    default:
      return null;
  }
}

const insideConnector = "Intra-Organization SMTP Send Connector";

/** To another server of the organization, which goes on from there. */
function relay(courier: Courier, server: DirectoryObject, queue: DirectoryObject, message: DirectoryObject): Outcome {
  const mail = mailOf(message);
  const target = textProperty(queue, "NextHopConnector");
  const servers = hubServers(courier.topology).filter(
    (each) => each.guid !== server.guid && (each.guid === target || siteOf(each) === target),
  );
  const next = servers.find((each) => courier.movesMail(each));
  if (next === undefined)
    return waits(
      unreachableBecause(
        courier,
        servers.map(({ name }) => name),
      ) ?? noWay,
    );
  courier.remove(message);
  const hop = { clientName: server.name, serverName: next.name };
  courier.track(server, mail, { id: "SEND", source: "SMTP", connector: insideConnector, ...hop });
  arrive(courier, next, mail, { connector: `${next.name}\\Default ${next.name}`, clientName: server.name });
  return done;
}

/** Out of the organization, through a Send connector. */
function sendOut(courier: Courier, server: DirectoryObject, queue: DirectoryObject, message: DirectoryObject): Outcome {
  const mail = mailOf(message);
  const connector = getObject(courier.topology, textProperty(queue, "NextHopConnector"));
  if (connector === null || getProperty(schema, connector, "Enabled") !== true)
    return tryAnotherWay(courier, server, queue, message);
  const smartHosts = smartHostsOf(connector);
  const hosts = smartHosts.length > 0 ? smartHosts : [textProperty(queue, "NextHopDomain")];
  const error = unreachableBecause(courier, hosts);
  if (error !== null) return waits(error);
  courier.remove(message);
  courier.track(server, mail, {
    id: "SEND",
    source: "SMTP",
    connector: connector.name,
    clientName: server.name,
    serverName: (hosts[0] ?? "").replace(/^\[(.*)\]$/, "$1"),
    status: mail.recipients.map(() => "250 2.1.5 Recipient OK"),
  });
  return done;
}

/** A message arrives at a server by SMTP and goes on as far as it can. */
export function arrive(
  courier: Courier,
  server: DirectoryObject,
  mail: Mail,
  from: { readonly connector: string; readonly clientName: string; readonly clientIp?: string },
): void {
  courier.track(server, mail, { id: "RECEIVE", source: "SMTP", serverName: server.name, ...from });
  const queue = submissionOf(courier, server);
  enqueue(courier, queue, { ...mail, sourceName: from.connector.replace(/^[^\\]*\\/, "SMTP:") });
  dispatch(courier, queue);
}
