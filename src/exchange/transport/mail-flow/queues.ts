import { childrenOf, type DirectoryObject, eachObject, getProperty, type Topology } from "../../../topology/index.js";
import { ticksPerMinute } from "../../../values/date-time.js";
import { schema } from "../../schema.js";
import { serverAbove } from "../../types/ad-object-id.js";
import { submissionQueue, unreachableQueue } from "./classes.js";
import { type Courier, textProperty } from "./courier.js";
import { type Mail, propertiesOf } from "./mail.js";
import type { Hop } from "./routing.js";

/** The queues of a server. */
export function queuesOf(topology: Topology, server: DirectoryObject): readonly DirectoryObject[] {
  const found: DirectoryObject[] = [];
  for (const queue of eachObject(topology, "MessageQueue"))
    if (serverAbove(topology, queue)?.guid === server.guid) found.push(queue);
  return found;
}

export function messagesOf(topology: Topology, queue: DirectoryObject): readonly DirectoryObject[] {
  return childrenOf(topology, queue.guid).filter((child) => child.class === "QueuedMessage");
}

/** Puts a message into a queue, under its number. */
export function enqueue(courier: Courier, queue: DirectoryObject, mail: Mail): DirectoryObject {
  const taken = messagesOf(courier.topology, queue).some(({ name }) => name === String(mail.number));
  const name = String(taken ? courier.nextNumber : mail.number);
  return courier.add({ class: "QueuedMessage", name, parent: queue.guid, properties: propertiesOf(mail) });
}

/** The submission queue of a server. */
export function submissionOf(courier: Courier, server: DirectoryObject): DirectoryObject {
  const found = queuesOf(courier.topology, server).find(({ name }) => name === submissionQueue);
  return (
    found ??
    courier.add({
      class: "MessageQueue",
      name: submissionQueue,
      parent: server.guid,
      properties: { DeliveryType: "Undefined", NextHopDomain: submissionQueue },
    })
  );
}

/** The queue of a server for a hop; made when there is none. */
export function queueFor(courier: Courier, server: DirectoryObject, hop: Hop): DirectoryObject {
  const found = queuesOf(courier.topology, server).find(
    (queue) =>
      textProperty(queue, "DeliveryType") === hop.deliveryType &&
      textProperty(queue, "NextHopConnector") === hop.target &&
      textProperty(queue, "NextHopDomain").toLowerCase() === hop.domain.toLowerCase(),
  );
  if (found !== undefined) return found;
  return courier.add({
    class: "MessageQueue",
    name: hop.deliveryType === "Unreachable" ? unreachableQueue : String(courier.nextNumber),
    parent: server.guid,
    properties: { DeliveryType: hop.deliveryType, NextHopDomain: hop.domain, NextHopConnector: hop.target },
  });
}

/** How long an empty queue stays (documented: QueueMaxIdleTime, three minutes). */
const idleTime = 3n * ticksPerMinute;

/** Takes away the queues that have been empty for a while. */
export function dropIdleQueues(courier: Courier): void {
  for (const queue of [...eachObject(courier.topology, "MessageQueue")]) {
    if (queue.name === submissionQueue || getProperty(schema, queue, "Suspended") === true) continue;
    const used = getProperty(schema, queue, "LastUsed");
    const isIdle = typeof used === "bigint" && used + idleTime <= courier.clock;
    if (isIdle && messagesOf(courier.topology, queue).length === 0) courier.remove(queue);
  }
}
