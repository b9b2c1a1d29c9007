import { type DirectoryObject, getObject } from "../../../topology/index.js";
import { serverAbove } from "../../types/ad-object-id.js";
import type { Courier } from "./courier.js";
import { dispatch } from "./dispatch.js";
import { mailOf } from "./mail.js";
import { enqueue, messagesOf, submissionOf } from "./queues.js";

/** Takes the messages of a queue back to the submission queue, from where they are routed anew (Retry-Queue -Resubmit). */
export function resubmit(courier: Courier, queue: DirectoryObject): void {
  const server = serverAbove(courier.topology, queue);
  if (server === null) return;
  for (const message of messagesOf(courier.topology, queue)) {
    const mail = mailOf(message);
    courier.remove(message);
    courier.track(server, mail, { id: "RESUBMIT", source: "QUEUE" });
    enqueue(courier, submissionOf(courier, server), mail);
  }
  const current = getObject(courier.topology, queue.guid);
  if (current !== null)
    courier.change(current, { properties: { LastError: null, RetryCount: null, NextRetryTime: null } });
  dispatch(courier, submissionOf(courier, server));
}
