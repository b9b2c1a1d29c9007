import { toBase64, utf8Bytes } from "../../../values/bytes.js";
import { invariantCulture } from "../../../values/culture.js";
import { DateTime } from "../../../values/date-time.js";
import { formatDateTime } from "../../../values/format/date-time-format.js";
import type { Mail } from "./mail.js";

/** A message as the text that travels between servers: the headers and the body, or its parts, of an .eml file. */

const lineLength = 76;

const isAscii = (text: string): boolean => [...text].every((character) => (character.codePointAt(0) ?? 0) < 128);

/** `=?utf-8?B?…?=` where a header has other letters than English ones. */
const encodedWord = (text: string): string => (isAscii(text) ? text : `=?utf-8?B?${toBase64(utf8Bytes(text))}?=`);

const folded = (base64: string): string => base64.replace(new RegExp(`.{${lineLength}}(?=.)`, "g"), "$&\r\n");

function bodyPart({ content }: Mail): readonly string[] {
  const kind = content.isHtml ? "text/html" : "text/plain";
  const isPlain = isAscii(content.body);
  return [
    `Content-Type: ${kind}; charset="${isPlain ? "us-ascii" : "utf-8"}"`,
    `Content-Transfer-Encoding: ${isPlain ? "7bit" : "base64"}`,
    "",
    isPlain ? content.body.replaceAll(/\r?\n/g, "\r\n") : folded(toBase64(utf8Bytes(content.body))),
  ];
}

function parts(mail: Mail): readonly string[] {
  const { attachments } = mail.content;
  if (attachments.length === 0) return bodyPart(mail);
  const boundary = `_${attachments.length + 1}_${mail.messageId.replaceAll(/[<>]/g, "").split("@")[0] ?? ""}_`;
  const files = attachments.flatMap(({ name, text }) => [
    `--${boundary}`,
    `Content-Type: application/octet-stream; name="${encodedWord(name)}"`,
    `Content-Disposition: attachment; filename="${encodedWord(name)}"`,
    "Content-Transfer-Encoding: base64",
    "",
    folded(toBase64(utf8Bytes(text))),
  ]);
  return [
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    ...bodyPart(mail),
    ...files,
    `--${boundary}--`,
  ];
}

/** The whole text, with line ends CR LF. */
export function mimeText(mail: Mail): string {
  const { content } = mail;
  const received = new DateTime(mail.received, "Utc");
  const date = formatDateTime(received, "ddd, d MMM yyyy HH:mm:ss +0000", invariantCulture, 0n);
  const boxes = [
    ["To", content.to],
    ["CC", content.cc],
  ] as const;
  return [
    `From: ${mail.from === "" ? "<>" : mail.from}`,
    ...boxes.flatMap(([name, addresses]) => (addresses.length === 0 ? [] : [`${name}: ${addresses.join(", ")}`])),
    `Subject: ${encodedWord(mail.subject)}`,
    `Date: ${date}`,
    `Message-ID: ${mail.messageId}`,
    ...(content.importance === "Normal" ? [] : [`Importance: ${content.importance.toLowerCase()}`]),
    ...content.headers,
    "MIME-Version: 1.0",
    ...parts(mail),
    "",
  ].join("\r\n");
}
