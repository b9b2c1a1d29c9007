// The register of documented failures: every message that the facts know, and the lines that provoke it here.
import { readFileSync } from "node:fs";
import type { EditionName } from "../../../src/index.js";
import type { OrganizationName } from "./organizations.js";

/** A message that is known of Exchange, with what is known about it: an entry of `messages.json`. */
export interface DocumentedMessage {
  readonly id: string;
  /** The cmdlets that it is known of, or the table that it stands in. */
  readonly of: string;
  readonly situation: string;
  /** Its words. What differs from case to case stands in angle brackets, or is an example. */
  readonly text: string;
  readonly category?: string;
  readonly errorId?: string;
}

/** Lines that provoke messages, with the whole text that the console shows. */
export interface Answer {
  /** The ids of the messages. */
  readonly evidence: readonly string[];
  readonly edition?: EditionName;
  readonly organization?: OrganizationName;
  /** As whom the line is typed, in a session of his own; what is typed before it is the administrator's. */
  readonly user?: string;
  /** Files that the session has. */
  readonly files?: Readonly<Record<string, string>>;
  /** What is typed before, without a failure. */
  readonly before?: readonly string[];
  readonly line: string;
  /** What is answered to its questions, one after another. */
  readonly answers?: readonly string[];
  readonly text: string;
  /** What the evidence calls otherwise: its word, and the one that stands here. */
  readonly names?: Readonly<Record<string, string>>;
  /** Why the text isn't that of the evidence: nobody knows its words, or it belongs to another release. */
  readonly differs?: string;
}

/** Messages that can't be provoked, and why. */
export interface Unprovoked {
  readonly evidence: readonly string[];
  readonly because: string;
  /** The file that tests the rule behind it, if there is one, with the name of the test. */
  readonly tested?: readonly [file: string, test: string];
  /** The cmdlets that say it, where they have no behaviour in any release. */
  readonly without?: readonly string[];
}

export type Row = Answer | Unprovoked;

export const isAnswer = (row: Row): row is Answer => "line" in row;

/** All documented messages, in the order of the facts. */
export const documentedMessages: readonly DocumentedMessage[] = JSON.parse(
  readFileSync(new URL("./messages.json", import.meta.url), "utf8"),
);

const withoutBlanks = (text: string): string => text.replace(/\s+/g, "");

/**
 * Whether the console shows a documented message: word for word, with anything where it has a hole. Blanks don't count,
 * since consoles wrap; how they wrap is held by the whole text.
 */
export function shows(text: string, message: DocumentedMessage, names: Readonly<Record<string, string>> = {}): boolean {
  let words = message.text;
  for (const [theirs, ours] of Object.entries(names)) words = words.replaceAll(theirs, ours);
  const pattern = words
    .split(/<[^<>]*>/)
    .map((part) => withoutBlanks(part).replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
    .join(".*?");
  return new RegExp(pattern).test(withoutBlanks(text));
}
