import type { StoredMessage } from "../mailbox-messages.js";

/**
 * The queries of Search-Mailbox: Advanced Query Syntax, as far as it asks for what is known of messages. Words and
 * "phrases", `subject:`, `from:`, `to:`, `cc:`, `participants:`, `size:`, `sent:` and `received:` with dates, ranges and
 * comparisons, AND, OR, NOT and parentheses (documented).
 */
export type Query = (message: StoredMessage) => boolean;

/** Why a text is no query that can be answered. */
export class QueryProblem extends Error {
  constructor(
    readonly kind: "syntax" | "property",
    readonly part: string,
  ) {
    super(part);
  }
}

/** @param dateOf the ticks of UTC at which a day begins that the text names; `null`: it names none */
export function parseQuery(text: string, dateOf: (text: string) => bigint | null): Query {
  const tokens = text.match(/[()]|[a-z]+\s*:\s*(?:[<>]=?)?\s*(?:"[^"]*"|[^\s()]+)|"[^"]*"|[^\s()]+/gi) ?? [];
  const reader = { tokens, at: 0, dateOf };
  const query = readAlternatives(reader);
  if (reader.at < tokens.length) throw new QueryProblem("syntax", tokens[reader.at] ?? "");
  return query;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  readonly dateOf: (text: string) => bigint | null;
}

const next = (reader: Reader): string => reader.tokens[reader.at] ?? "";
const isWord = (token: string, word: string): boolean => token === word || token === word.toLowerCase();

function readAlternatives(reader: Reader): Query {
  const parts = [readAll(reader)];
  while (isWord(next(reader), "OR")) {
    reader.at++;
    parts.push(readAll(reader));
  }
  return (message) => parts.some((part) => part(message));
}

function readAll(reader: Reader): Query {
  const parts = [readOne(reader)];
  for (let token = next(reader); token !== "" && token !== ")" && !isWord(token, "OR"); token = next(reader)) {
    if (isWord(token, "AND")) reader.at++;
    parts.push(readOne(reader));
  }
  return (message) => parts.every((part) => part(message));
}

function readOne(reader: Reader): Query {
  const token = next(reader);
  reader.at++;
  if (isWord(token, "NOT")) {
    const negated = readOne(reader);
    return (message) => !negated(message);
  }
  if (token === "(") {
    const inner = readAlternatives(reader);
    if (next(reader) !== ")") throw new QueryProblem("syntax", "(");
    reader.at++;
    return inner;
  }
  if (token === "" || token === ")" || isWord(token, "AND") || isWord(token, "OR"))
    throw new QueryProblem("syntax", token);
  const property = /^([a-z]+)\s*:\s*([\s\S]+)$/i.exec(token);
  if (property === null) return anywhere(bare(token));
  return ofProperty((property[1] ?? "").toLowerCase(), property[2] ?? "", reader.dateOf);
}

const bare = (text: string): string => text.replaceAll('"', "").toLowerCase();

/** Whether words of a text begin with the words that are looked for, in their order. */
function contains(text: string, wanted: string): boolean {
  const words = (of: string): string =>
    ` ${of
      .toLowerCase()
      .replace(/[^\p{L}\p{N}@._-]+/gu, " ")
      .trim()}`;
  return words(text).includes(words(wanted.replace(/\*$/, "")));
}

function anywhere(wanted: string): Query {
  return ({ subject, from, to }) => [subject, from, ...to].some((text) => contains(text, wanted));
}

function ofProperty(name: string, value: string, dateOf: Reader["dateOf"]): Query {
  const wanted = bare(value);
  switch (name) {
    case "subject":
      return ({ subject }) => contains(subject, wanted);
    case "from":
      return ({ from }) => contains(from, wanted);
    case "to":
    case "cc":
    case "recipients":
      return ({ to }) => to.some((address) => contains(address, wanted));
    case "participants":
      return ({ from, to }) => [from, ...to].some((address) => contains(address, wanted));
    case "kind":
      return () => wanted === "email";
    case "size":
      return compared(
        wanted,
        (text) => (/^\d+$/.test(text) ? BigInt(text) : null),
        ({ size }) => size,
        1n,
      );
    case "sent":
    case "received":
      return compared(wanted, dateOf, ({ received }) => received, 864_000_000_000n);
    default:
      throw new QueryProblem("property", name);
  }
}

/**
 * `>=6/4/2013`, `6/1/2013..6/30/2013`, `6/4/2013`.
 * @param step how much a value means beside itself: a day, of a date
 */
function compared(
  wanted: string,
  parse: (text: string) => bigint | null,
  of: (message: StoredMessage) => bigint,
  step: bigint,
): Query {
  const value = (text: string): bigint => {
    const found = parse(text.trim());
    if (found === null) throw new QueryProblem("syntax", text);
    return found;
  };
  const range = wanted.split("..");
  if (range.length === 2) {
    const [from, to] = [value(range[0] ?? ""), value(range[1] ?? "")];
    return (message) => of(message) >= from && of(message) < to + step;
  }
  const [, sign = "", text = ""] = /^([<>]=?)?(.*)$/.exec(wanted) ?? [];
  const limit = value(text);
  switch (sign) {
    case ">":
      return (message) => of(message) >= limit + step;
    case ">=":
      return (message) => of(message) >= limit;
    case "<":
      return (message) => of(message) < limit;
    case "<=":
      return (message) => of(message) < limit + step;
    default:
      return (message) => of(message) >= limit && of(message) < limit + step;
  }
}
