import { EOF } from "chevrotain";
import { isBlank, isLineEnd } from "../lexer/characters.js";
import type { NestedPiece, Token } from "../lexer/token.js";
import type { ParseError } from "../parse-error.js";
import { NewLine } from "../tokens.js";
import type { Extent } from "../tree/extent.js";
import type { ScriptBlock } from "../tree/script-blocks.js";
import type { RedirectionStream } from "../tree/statements.js";
import type { ScriptToken, TokenDetail } from "./script-token.js";
import { keywordKinds, signKinds, TokenFlag, tokenKinds } from "./token-kinds.js";
import type { RecordedToken } from "./token-record.js";
import { type TokenRole, type TokenRoles, tokenRoles } from "./token-roles.js";

/** What the lists of one text are made of. */
interface Listing {
  readonly text: string;
  readonly roles: TokenRoles;
  /** Where the strings are wrong that are not closed as they should. */
  readonly faults: readonly ParseError[];
}

const stringFaults: ReadonlySet<string> = new Set([
  "TerminatorExpectedAtEndOfString",
  "WhitespaceBeforeHereStringFooter",
  "UnexpectedCharactersAfterHereStringHeader",
]);

/**
 * The tokens of a text as the real parser lists them: those that the parser took, with comments and continued lines
 * between them, and the end of the input, which stands behind the text.
 */
export const listTokens = (
  text: string,
  tree: ScriptBlock,
  taken: readonly RecordedToken[],
  errors: readonly ParseError[],
): readonly ScriptToken[] => {
  const faults = errors.filter(({ id }) => stringFaults.has(id));
  const listing = { text, roles: tokenRoles(tree), faults };
  const code = taken.filter(({ token }) => token.tokenType !== EOF);
  const tokens = withTrivia(listing, listed(listing, code), { start: 0, end: text.length });
  // Without code the real parser runs against the end twice.
  const end = text.length + (code.every(({ token }) => token.tokenType === NewLine) ? 2 : 1);
  tokens.push(plain("EndOfInput", end, end));
  return tokens;
};

/** Each token with those behind it that stand inside of it. */
const listed = (listing: Listing, taken: readonly RecordedToken[]): ScriptToken[] => {
  const tokens: ScriptToken[] = [];
  for (let index = 0; index < taken.length; ) {
    const outer = taken[index] as RecordedToken;
    let next = index + 1;
    while (next < taken.length && (taken[next] as RecordedToken).start < outer.end) next++;
    if (listing.roles.defaults.has(outer.start)) markDefault(tokens);
    tokens.push(behind(tokens.at(-1), scriptToken(listing, outer, taken.slice(index + 1, next)), outer));
    if (outer.token.tokenType.name === "VerbatimMark" && taken[next]?.token.tokenType.name !== "VerbatimArgument") {
      tokens.push({
        class: "StringLiteralToken",
        kind: "Generic",
        flags: 0,
        value: "",
        start: outer.end,
        end: outer.end,
      });
    }
    index = next;
  }
  return tokens;
};

/** A word that the keyword before it makes another thing. */
const behind = (
  previous: ScriptToken | undefined,
  token: ScriptToken,
  { token: { text } }: RecordedToken,
): ScriptToken => {
  const { start, end } = token;
  if (previous?.kind === "Data" && token.kind === "Identifier") return { ...token, flags: TokenFlag.MemberName };
  if (previous?.kind !== "Using" || token.class !== "Token") return token;
  return plain(keywordKinds.get(text.toLowerCase()) ?? token.kind, start, end);
};

/** The word before the block of `default`, which is a keyword there alone. */
const markDefault = (tokens: ScriptToken[]): void => {
  const index = tokens.findLastIndex(({ kind }) => kind !== "NewLine");
  const word = tokens[index];
  if (word !== undefined) tokens[index] = plain("Default", word.start, word.end);
};

const plain = (kind: string, start: number, end: number): ScriptToken => ({
  class: "Token",
  kind,
  flags: flagsOf(kind),
  start,
  end,
});

const flagsOf = (kind: string): number => tokenKinds.get(kind)?.flags ?? 0;

const scriptToken = (listing: Listing, recorded: RecordedToken, inner: readonly RecordedToken[]): ScriptToken => {
  const { token, start, end } = recorded;
  const { name } = token.tokenType;
  const fault = (): number => (isFaulty(listing, recorded) ? TokenFlag.TokenInError : 0);
  switch (name) {
    case "Identifier":
    case "Generic":
    case "EndOfParameters":
    case "VerbatimMark":
    case "Label":
    case "Parameter":
      return wordToken(listing, recorded, inner);
    case "VerbatimArgument":
      return { class: "StringLiteralToken", kind: "Generic", flags: 0, value: token.text, start, end };
    case "StringLiteral":
    case "HereStringLiteral":
      return { class: "StringLiteralToken", kind: name, flags: flagsOf(name) | fault(), value: token.text, start, end };
    case "StringExpandable":
    case "HereStringExpandable":
      return { ...expandable(listing, recorded, inner), kind: name, flags: flagsOf(name) | fault(), start, end };
    case "Variable":
    case "SplattedVariable":
      return token.variable === undefined
        ? plain("Unknown", start, end)
        : { class: "VariableToken", kind: name, flags: 0, variable: token.variable, start, end };
    case "Number":
      return token.number === undefined
        ? plain("Unknown", start, end)
        : { class: "NumberToken", kind: name, flags: 0, number: token.number, start, end };
    case "RedirectInStd":
      return { class: "InputRedirectionToken", kind: name, flags: flagsOf(name), start, end };
    case "Redirection":
      return { ...redirection(token.text), kind: name, flags: flagsOf(name), start, end };
    default: {
      const kind = operatorKind(token) ?? name;
      const role = opens.has(kind) ? undefined : listing.roles.byStart.get(start);
      if (role === "command") return commandName(kind, start, end);
      return isArgument(role) ? { ...plain("Generic", start, end), flags: flagsOf(kind) } : plain(kind, start, end);
    }
  }
};

/** A here-string can be wrong anywhere; what is wrong inside of another string is so in what is nested there. */
const isFaulty = ({ faults }: Listing, { token, start, end }: RecordedToken): boolean =>
  token.tokenType.name.startsWith("Here")
    ? faults.some((fault) => fault.start >= start && fault.start <= end)
    : faults.some((fault) => fault.start === start);

/** Begin what computes the command, instead of naming it. */
const opens: ReadonlySet<string> = new Set(["LParen", "LCurly", "AtParen", "AtCurly", "DollarParen"]);

const commandName = (kind: string, start: number, end: number): ScriptToken => ({
  ...plain(kind, start, end),
  flags: (flagsOf(kind) & ~TokenFlag.Keyword) | TokenFlag.CommandName,
});

/** Which operator a sign or a word with a dash is; those that stand on both sides of an operand have one kind. */
const operatorKind = ({ operator }: Token): string | undefined =>
  operator?.binary ?? operator?.unary ?? operator?.assignment;

const streams: Readonly<Record<string, RedirectionStream>> = {
  "1": "Output",
  "2": "Error",
  "3": "Warning",
  "4": "Verbose",
  "5": "Debug",
  "6": "Information",
  "*": "All",
};

const redirection = (text: string): TokenDetail => {
  const from = streams[text.charAt(0)] ?? "Output";
  if (!text.includes("&")) return { class: "FileRedirectionToken", from, append: text.endsWith(">>") };
  return { class: "MergingRedirectionToken", from, to: text.endsWith("2") ? "Error" : "Output" };
};

/** A bare word: what it is depends on where it stands. */
const wordToken = (listing: Listing, recorded: RecordedToken, inner: readonly RecordedToken[]): ScriptToken => {
  const { token, start, end } = recorded;
  const role = listing.roles.byStart.get(start) ?? roleByMode(listing, recorded);
  const written = listing.text.slice(start, end);
  switch (role) {
    case "attribute":
      return { ...plain("Identifier", start, end), flags: TokenFlag.TypeName | TokenFlag.AttributeName };
    case "type":
      return { ...plain("Identifier", start, end), flags: TokenFlag.TypeName };
    case "member":
      return { ...plain("Identifier", start, end), flags: TokenFlag.MemberName };
    default:
  }
  const named = role === "command" ? TokenFlag.CommandName : 0;
  const special = token.pieces === undefined ? specialKind(token, written) : undefined;
  if (special !== undefined) {
    if (recorded.mode === "simple name" && modifiers.has(special)) return plain(special, start, end);
    const kind = isArgument(role) && special !== "MinusMinus" ? "Generic" : special;
    return { ...plain(kind, start, end), flags: (flagsOf(special) & ~TokenFlag.Keyword) | named };
  }
  const detail = wordDetail(listing, recorded, inner);
  const kind =
    role === "element" && detail.class === "ParameterToken" ? "Generic" : wordKind(token, detail, named !== 0);
  return { ...detail, kind, flags: named, start, end };
};

/** What a word is that a wrong text's tree has lost. */
const roleByMode = ({ text }: Listing, { mode, end }: RecordedToken): TokenRole => {
  if (mode !== "type name") return "word";
  return /^\s*\(/.test(text.slice(end, end + 10)) ? "attribute" : "type";
};

const isArgument = (role: TokenRole | undefined): boolean => role === "word" || role === "element";

/** Words of class bodies. */
const modifiers: ReadonlySet<string> = new Set(["Static", "Hidden", "Base"]);

/** Keywords and signs are read as such before they become words. */
const specialKind = ({ tokenType: { name } }: Token, written: string): string | undefined => {
  if (name === "Identifier") return keywordKinds.get(written.toLowerCase());
  if (name === "EndOfParameters") return "MinusMinus";
  return name === "Generic" ? signKinds.get(written) : undefined;
};

const wordDetail = (listing: Listing, recorded: RecordedToken, inner: readonly RecordedToken[]): TokenDetail => {
  const { token, start, end } = recorded;
  const written = listing.text.slice(start, end);
  switch (token.tokenType.name) {
    case "Identifier":
      return { class: "Token" };
    case "Parameter":
      return { class: "ParameterToken", parameterName: token.text, usedColon: written.endsWith(":") };
    case "Label":
      return { class: "LabelToken", label: token.text };
    default:
      if (written === "@") return { class: "Token" };
      if (token.pieces !== undefined) return expandable(listing, recorded, inner);
      if (/^:[\p{L}_][\p{L}\p{Nd}_]*$/u.test(written)) return { class: "LabelToken", label: written.slice(1) };
      return { class: "StringLiteralToken", value: token.text };
  }
};

const wordKind = (token: Token, detail: TokenDetail, isCommand: boolean): string => {
  const { name } = token.tokenType;
  if (detail.class === "LabelToken") return isCommand || name === "Label" ? "Label" : "Generic";
  return name === "Identifier" || name === "Parameter" ? name : "Generic";
};

/** A string with what is nested in it. */
const expandable = (listing: Listing, recorded: RecordedToken, inner: readonly RecordedToken[]): TokenDetail => {
  const { token, placeOf } = recorded;
  const places = (token.pieces ?? []).filter((piece) => typeof piece !== "string");
  const nested = places.flatMap((piece) => nestedTokens(listing, piece, placeOf, inner));
  return { class: "StringExpandableToken", value: token.text, nested: nested.length === 0 ? undefined : nested };
};

const nestedTokens = (
  listing: Listing,
  { start, end, variable }: NestedPiece,
  placeOf: (offset: number) => number,
  inner: readonly RecordedToken[],
): readonly ScriptToken[] => {
  const place: Extent = { start: placeOf(start), end: placeOf(end) };
  if (variable !== undefined) return [{ class: "VariableToken", kind: "Variable", flags: 0, variable, ...place }];
  const within = inner.filter((token) => token.start >= place.start && token.start < place.end);
  return withTrivia(listing, listed(listing, within), place);
};

/** Puts the comments and continued lines between the tokens of a piece of the text. */
const withTrivia = ({ text }: Listing, tokens: readonly ScriptToken[], place: Extent): ScriptToken[] => {
  const all: ScriptToken[] = [];
  let position = place.start;
  for (const token of tokens) {
    addTrivia(text, position, token.start, all);
    all.push(token);
    position = token.end;
  }
  addTrivia(text, position, place.end, all);
  return all;
};

const addTrivia = (text: string, from: number, to: number, into: ScriptToken[]): void => {
  for (let position = from; position < to; ) {
    const end = endOfTrivia(text, position, to);
    if (isLineEnd(text.charCodeAt(position))) {
      // The parser passed over it to a pipe sign on the next line.
      into.push(plain("NewLine", position, end));
      position = end;
      continue;
    }
    const isComment = text[position] === "#" || text[position] === "<";
    if (end > position + 1 || isComment) {
      if (isComment) into.push(plain("Comment", position, end));
      else if (isLineEnd(text.charCodeAt(end - 1))) into.push(plain("LineContinuation", position, end));
    }
    position = end;
  }
};

/** Where a comment or a backtick with what follows it ends; one behind anything else. */
const endOfTrivia = (text: string, position: number, to: number): number => {
  switch (text[position]) {
    case "#": {
      let end = position;
      while (end < to && !isLineEnd(text.charCodeAt(end))) end++;
      return end;
    }
    case "<": {
      const close = text[position + 1] === "#" ? text.indexOf("#>", position + 2) : position - 1;
      return close < 0 ? to : close + 2;
    }
    case "`":
      if (text.startsWith("\r\n", position + 1)) return position + 3;
      return isLineEnd(text.charCodeAt(position + 1)) || isBlank(text.charCodeAt(position + 1))
        ? position + 2
        : position + 1;
    case "\r":
      return position + (text[position + 1] === "\n" ? 2 : 1);
    default:
      return position + 1;
  }
};
