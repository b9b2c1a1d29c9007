import { type DirectoryObject, getObject, updateObject } from "../../../topology/index.js";
import { runRules } from "../../inbox-rules/run-rules.js";
import { changeFolder } from "../../mailboxes/mailbox-content.js";
import { messagesAsProperty, messagesAttribute, messagesOf } from "../../mailboxes/mailbox-messages.js";
import { folderGuidOf, mailFolderClass } from "../../public-folders/hierarchy.js";
import { itemsAsProperty, itemsOf } from "../../public-folders/statistics.js";
import { schema } from "../../schema.js";
import { autoReplies } from "./auto-reply.js";
import { messageIdFor } from "./categorize.js";
import type { Courier } from "./courier.js";
import type { Mail } from "./mail.js";
import { addressOf } from "./recipients.js";

/**
 * Puts a message where its recipient's mail lies: into a public folder, or into a mailbox, whose Inbox rules say which
 * folder it is and to whom it goes on.
 * @returns the messages that the rules send, and the answer of an owner who is away
 */
export function putInto(
  courier: Courier,
  server: DirectoryObject,
  recipient: DirectoryObject,
  mail: Mail,
): readonly Mail[] {
  if (recipient.class === mailFolderClass) {
    putIntoFolder(courier, recipient, mail);
    return [];
  }
  const { folders, forwarded, redirected } = runRules(courier.topology, recipient, mail);
  for (const folder of folders) {
    const user = getObject(courier.topology, recipient.guid) ?? recipient;
    courier.topology = changeFolder(courier.topology, user, folder, 1, mail.size);
    remember(courier, recipient, folder, mail);
  }
  const answers = autoReplies(courier, server, recipient, mail);
  // Reports are not sent on, and no mailbox sends a message on that it has sent on before.
  const ruledBy = mail.ruledBy ?? [];
  if (mail.from === "" || ruledBy.includes(recipient.guid)) return answers;
  const on = {
    ...mail,
    number: courier.nextNumber,
    ruledBy: [...ruledBy, recipient.guid],
    categorized: true,
    resolved: false,
  };
  const sent: Mail[] = [...answers];
  if (redirected.length > 0) sent.push({ ...on, recipients: redirected });
  if (forwarded.length > 0)
    sent.push({
      ...on,
      subject: `FW: ${mail.subject}`,
      messageId: messageIdFor(courier, server),
      from: addressOf(recipient),
      recipients: forwarded,
    });
  return sent;
}

/** What a search finds the message by. */
function remember(courier: Courier, recipient: DirectoryObject, folder: string, mail: Mail): void {
  const { subject, from, recipients: to, size } = mail;
  const user = getObject(courier.topology, recipient.guid) ?? recipient;
  const messages = [...messagesOf(user), { folder, subject, from, to, size, received: courier.clock }];
  const properties = { [messagesAttribute]: messagesAsProperty(messages) };
  const result = updateObject(schema, courier.topology, user.guid, { properties });
  if (result.ok) courier.topology = result.topology;
}

function putIntoFolder(courier: Courier, recipient: DirectoryObject, { subject, size, from }: Mail): void {
  const guid = folderGuidOf(recipient);
  const folder = guid === null ? null : getObject(courier.topology, guid);
  if (folder === null) return;
  const items = [...itemsOf(folder), { subject, size, from, received: courier.clock }];
  const result = updateObject(schema, courier.topology, folder.guid, { properties: { Items: itemsAsProperty(items) } });
  if (result.ok) courier.topology = result.topology;
}
