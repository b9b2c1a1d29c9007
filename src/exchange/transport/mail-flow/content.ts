import { isList, isRecord, type PropertyValue, type RecordValue } from "../../../topology/index.js";

/** What is in a message, besides its subject. */
export interface MailContent {
  /** The To and Cc boxes. Who gets the message and is in neither has got a blind copy. */
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly body: string;
  readonly isHtml: boolean;
  readonly importance: "Low" | "Normal" | "High";
  readonly attachments: readonly Attachment[];
  /** Headers that were added on the way: `X-Project: Apollo`. */
  readonly headers: readonly string[];
  /** The GUID of its message classification; empty for most messages. */
  readonly classification: string;
  /** The spam confidence level that was set on the way, -1 to 9; `null` where nothing has set one. */
  readonly scl: number | null;
  /** What kind of message it is where it is not one that somebody wrote: `ApprovalRequest`; empty otherwise. */
  readonly type: string;
}

export interface Attachment {
  readonly name: string;
  readonly text: string;
  /** Bytes of the file. */
  readonly size: number;
}

/** A message of which nobody said anything. */
export const noContent: MailContent = {
  to: [],
  cc: [],
  body: "",
  isHtml: false,
  importance: "Normal",
  attachments: [],
  headers: [],
  classification: "",
  scl: null,
  type: "",
};

/** The content as a queue keeps it. */
export function contentAsProperty(content: MailContent): RecordValue {
  const { attachments, ...rest } = content;
  return { ...rest, kind: "content", attachments: attachments.map((each) => ({ kind: "attachment", ...each })) };
}

/** The content that a queue keeps. */
export function contentFrom(value: PropertyValue): MailContent {
  if (!isRecord(value)) return noContent;
  const text = (name: string): string => String(value[name] ?? "");
  const texts = (name: string): readonly string[] => listIn(value, name).map(String);
  const { importance, scl } = value;
  return {
    to: texts("to"),
    cc: texts("cc"),
    body: text("body"),
    isHtml: value.isHtml === true,
    importance: importance === "Low" || importance === "High" ? importance : "Normal",
    attachments: listIn(value, "attachments").flatMap(attachmentFrom),
    headers: texts("headers"),
    classification: text("classification"),
    scl: typeof scl === "number" ? scl : null,
    type: text("type"),
  };
}

function listIn(record: RecordValue, name: string): readonly PropertyValue[] {
  const value = record[name] ?? null;
  return isList(value) ? value : [];
}

function attachmentFrom(value: PropertyValue): Attachment[] {
  if (!isRecord(value)) return [];
  return [{ name: String(value.name ?? ""), text: String(value.text ?? ""), size: Number(value.size ?? 0) }];
}

/** How a message's text is written: as little as it needs. */
export function characterSet({ body }: MailContent): string {
  return utf8Length(body) === body.length ? "us-ascii" : "utf-8";
}

/** How many bytes a text takes as UTF-8. */
export function utf8Length(text: string): number {
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return count;
}
