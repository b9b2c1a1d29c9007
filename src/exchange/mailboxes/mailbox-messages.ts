import { type DirectoryObject, getProperty, isRecord, type PropertyValue, valuesOf } from "../../topology/index.js";
import { schema } from "../schema.js";

/**
 * The single messages that are known of a mailbox: those that were delivered here. What has grown before is counted, and
 * has neither subjects nor senders.
 */

/** A message that lies in a mailbox. */
export interface StoredMessage {
  /** The folder's path: `/Inbox`. */
  readonly folder: string;
  readonly subject: string;
  readonly from: string;
  readonly to: readonly string[];
  /** Ticks of UTC. */
  readonly received: bigint;
  /** In bytes. */
  readonly size: bigint;
}

/** Where a mailbox keeps them: see `contentProperties`. */
export const messagesAttribute = "Messages";

export function messagesOf(mailbox: DirectoryObject): readonly StoredMessage[] {
  return valuesOf(getProperty(schema, mailbox, messagesAttribute)).flatMap((each) => {
    if (!isRecord(each) || typeof each.size !== "bigint" || typeof each.received !== "bigint") return [];
    const { folder, subject, from, to, received, size } = each;
    return {
      folder: String(folder),
      subject: String(subject),
      from: String(from),
      to: valuesOf(to ?? null).map(String),
      received,
      size,
    };
  });
}

export function messagesAsProperty(messages: readonly StoredMessage[]): PropertyValue {
  return messages.map((message) => ({ kind: "message", ...message, to: [...message.to] }));
}
