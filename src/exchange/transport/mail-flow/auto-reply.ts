import {
  type DirectoryObject,
  eachObject,
  getObject,
  getProperty,
  updateObject,
  valuesOf,
} from "../../../topology/index.js";
import { isAway, repliedTo } from "../../mailboxes/auto-reply-configuration.js";
import { sentence } from "../../noun/exchange-errors.js";
import { addressesIn } from "../../recipients/addresses.js";
import { schema } from "../../schema.js";
import { parseAddressSpace } from "../types/address-space.js";
import { messageIdFor } from "./categorize.js";
import { noContent, utf8Length } from "./content.js";
import type { Courier } from "./courier.js";
import { domainOfAddress, type Mail } from "./mail.js";
import { addressOf, isOutside } from "./recipients.js";

/** What a mailbox answers by itself while its owner is away (Set-MailboxAutoReplyConfiguration; rules documented). */

const automaticReply = "AutomaticReply";
const headers = 2048;

const subject = sentence({
  text: (original: string) => `Automatic reply: ${original}`,
  certainty: "memory",
  evidence: "the subject of automatic replies of 2010, remembered",
});

const textOf = (object: DirectoryObject, property: string): string =>
  String(getProperty(schema, object, property) ?? "");

/** What a remote domain lets out; the one that fits a domain best decides. */
function allowedFor(courier: Courier, address: string): string {
  let best: { readonly fit: number; readonly allowed: string } | null = null;
  for (const remote of eachObject(courier.topology, "RemoteDomain")) {
    const fit = parseAddressSpace(textOf(remote, "DomainName")).fits(domainOfAddress(address));
    if (fit !== null && (best === null || fit > best.fit)) best = { fit, allowed: textOf(remote, "AllowedOOFType") };
  }
  return best?.allowed ?? "External";
}

/** The words for a sender; `null`: he gets no answer. */
function wordsFor(courier: Courier, owner: DirectoryObject, sender: string): string | null {
  const internal = textOf(owner, "AutoReplyInternalMessage");
  if (!isOutside(courier.topology, sender)) return internal;
  const allowed = allowedFor(courier, sender);
  if (allowed === "InternalLegacy") return internal;
  const isTold =
    allowed !== "None" &&
    textOf(owner, "ExternalOofOptions") !== "InternalOnly" &&
    // Whom the owner knows is written in his contacts, and nobody has written any here.
    textOf(owner, "AutoReplyExternalAudience") === "All";
  return isTold ? textOf(owner, "AutoReplyExternalMessage") : null;
}

/** Whether somebody wrote the message, to the owner by name: groups and systems get no answer. */
function isPersonal({ from, content }: Mail, owner: DirectoryObject): boolean {
  if (from === "" || content.type !== "") return false;
  const own = addressesIn(owner).map((address) => address.replace(/^smtp:/i, "").toLowerCase());
  return [...content.to, ...content.cc].some((address) => own.includes(address.toLowerCase()));
}

/** The answer to a message that has come into a mailbox; nobody is told twice of one absence. */
export function autoReplies(
  courier: Courier,
  server: DirectoryObject,
  recipient: DirectoryObject,
  mail: Mail,
): readonly Mail[] {
  const owner = getObject(courier.topology, recipient.guid) ?? recipient;
  if (!isAway(courier.topology, owner) || !isPersonal(mail, owner)) return [];
  const told = valuesOf(getProperty(schema, owner, repliedTo)).map(String);
  const words = told.includes(mail.from.toLowerCase()) ? null : wordsFor(courier, owner, mail.from);
  if (words === null) return [];
  const properties = { [repliedTo]: [...told, mail.from.toLowerCase()] };
  const result = updateObject(schema, courier.topology, owner.guid, { properties });
  if (result.ok) courier.topology = result.topology;
  const answer: Mail = {
    subject: subject.text(mail.subject),
    messageId: messageIdFor(courier, server),
    number: courier.nextNumber,
    from: addressOf(owner),
    recipients: [mail.from],
    size: BigInt(headers + utf8Length(words)),
    received: courier.clock,
    sourceName: mail.sourceName,
    sourceIp: mail.sourceIp,
    content: { ...noContent, to: [mail.from], body: words, isHtml: true, type: automaticReply },
    categorized: false,
    resolved: false,
    reference: null,
  };
  return [answer];
}
