import { type DirectoryObject, guidNamed, listObjects, type Topology } from "../../topology/index.js";

/**
 * What delivery reports and warnings of quotas say until somebody writes another text, in English. Codes documented
 * ("DSN message identity"); texts from memory.
 */
const delivery: Readonly<Record<string, string>> = {
  "4.4.7":
    "Microsoft Exchange has been trying to deliver this message without success and has stopped trying. Please try sending this message again, or provide the following diagnostic text to your system administrator.",
  "5.1.0":
    "The e-mail address you entered couldn't be processed. Please check the address and try to resend the message.",
  "5.1.1":
    "The e-mail address you entered couldn't be found. Please check the recipient's e-mail address and try to resend the message. If the problem continues, please contact your helpdesk.",
  "5.1.4": "More than one recipient has this e-mail address. Please contact your helpdesk.",
  "5.2.0":
    "A problem occurred during the delivery of this message to this e-mail address. Try sending this message again.",
  "5.2.1":
    "The recipient's mailbox can't accept messages now. Please try resending this message later, or contact the recipient directly.",
  "5.2.2":
    "The recipient's mailbox is full and can't accept messages now. Please try resending this message later, or contact the recipient directly.",
  "5.2.3":
    "This message is larger than the size limit for messages. Please make the message smaller and try sending it again.",
  "5.3.4":
    "This message is larger than the current system limit or the recipient's mailbox is full. Create a shorter message body or remove attachments and try sending it again.",
  "5.4.4": "A problem occurred during the delivery of this message: no route to the recipient's domain was found.",
  "5.4.6": "A mail routing loop was detected. Please contact your helpdesk.",
  "5.5.3": "This message has too many recipients. Please try to resend it with fewer recipients.",
  "5.7.1":
    "You don't have sufficient permission to send to this recipient. For more information, please contact your system administrator.",
};
const quotas: Readonly<Record<string, string>> = {
  WarningMailbox: "Your mailbox is almost full. Please reduce your mailbox size.",
  ProhibitSendMailbox: "Your mailbox is full. You can't send messages until you reduce your mailbox size.",
  ProhibitSendReceiveMailBox:
    "Your mailbox is full. You can't send or receive messages until you reduce your mailbox size.",
  WarningPublicFolder: "The public folder is almost full. Please reduce its size.",
  ProhibitPostPublicFolder: "The public folder is full. Nobody can post to it until its size is reduced.",
};

const language = "en";

/** The original text of a message, by its code or kind of quota; `null` for codes that Exchange has no words of its own for. */
export const originalText = (code: string | null, quota: string | null): string | null =>
  (code === null ? null : (delivery[code] ?? null)) ?? (quota === null ? null : (quotas[quota] ?? null));

/** All originals, as objects that Get-SystemMessage can show; none of them lies in the directory. */
export function originals(topology: Topology): readonly DirectoryObject[] {
  const parent = listObjects(topology, "TransportSettings")[0]?.guid ?? null;
  const { clock } = topology;
  const made = (name: string, properties: DirectoryObject["properties"]): DirectoryObject => ({
    class: "SystemMessage",
    guid: guidNamed(topology.ids.seed, `original message|${name}`),
    name,
    parent,
    whenCreated: clock,
    whenChanged: clock,
    usnCreated: 0,
    usnChanged: 0,
    properties,
  });
  const reports = Object.entries(delivery).flatMap(([code, text]) =>
    [true, false].map((isInternal) =>
      made(`${language}\\${isInternal ? "Internal" : "External"}\\${code}`, {
        Text: text,
        Internal: isInternal,
        Language: language,
        DsnCode: code,
      }),
    ),
  );
  const warnings = Object.entries(quotas).map(([kind, text]) =>
    made(`${language}\\${kind}`, { Text: text, Internal: false, Language: language, QuotaMessageType: kind }),
  );
  return [...reports, ...warnings];
}
