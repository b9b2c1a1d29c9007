import { type DirectoryObject, getProperty, type Properties, valuesOf } from "../../../topology/index.js";
import { schema } from "../../schema.js";
import { contentAsProperty, contentFrom, type MailContent } from "./content.js";

/** A message on its way. */
export interface Mail {
  readonly subject: string;
  /** With the angle brackets: `<6a85be58-…@ex01.contoso.com>`. */
  readonly messageId: string;
  /** The number that servers know it by, from when the organization took it in. */
  readonly number: number;
  /** The sender's address; empty for a delivery report. */
  readonly from: string;
  readonly recipients: readonly string[];
  /** In bytes. */
  readonly size: bigint;
  /** Ticks of UTC. */
  readonly received: bigint;
  readonly sourceName: string;
  readonly sourceIp: string;
  readonly content: MailContent;
  /** Whether rules and journaling are done with it. */
  readonly categorized: boolean;
  /** Whether its recipients are those that get it: groups and forwarding were resolved on an earlier server. */
  readonly resolved: boolean;
  /** Of a delivery report: the id of the message that it is about. */
  readonly reference: string | null;
  /** The mailboxes, by GUID, whose Inbox rules have sent it on: they do so once. */
  readonly ruledBy?: readonly string[];
}

/** A message as its queue keeps it. */
export function propertiesOf(mail: Mail): Properties {
  return {
    Subject: mail.subject,
    InternetMessageId: mail.messageId,
    FromAddress: mail.from,
    Recipients: mail.recipients,
    Size: mail.size,
    DateReceived: mail.received,
    SourceIP: mail.sourceIp,
    MessageSourceName: mail.sourceName,
    Categorized: mail.categorized,
    Resolved: mail.resolved,
    Content: contentAsProperty(mail.content),
    ...(mail.ruledBy === undefined ? {} : { RuledBy: mail.ruledBy }),
    ...(mail.reference === null ? {} : { Reference: mail.reference }),
  };
}

/** The message that a queue keeps as an object. */
export function mailOf(message: DirectoryObject): Mail {
  const text = (property: string) => String(getProperty(schema, message, property) ?? "");
  const number = (property: string) => BigInt(String(getProperty(schema, message, property) ?? 0n));
  const reference = getProperty(schema, message, "Reference");
  return {
    subject: text("Subject"),
    messageId: text("InternetMessageId"),
    number: Number(message.name),
    from: text("FromAddress"),
    recipients: valuesOf(getProperty(schema, message, "Recipients")).map(String),
    size: number("Size"),
    received: number("DateReceived"),
    sourceName: text("MessageSourceName"),
    sourceIp: text("SourceIP"),
    resolved: getProperty(schema, message, "Resolved") === true,
    content: contentFrom(getProperty(schema, message, "Content")),
    categorized: getProperty(schema, message, "Categorized") === true,
    ruledBy: valuesOf(getProperty(schema, message, "RuledBy")).map(String),
    reference: typeof reference === "string" ? reference : null,
  };
}

/** `contoso.com` of `anna@contoso.com`. */
export function domainOfAddress(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}
