import type { ScriptToken } from "../../../grammar/index.js";
import { keywordKinds, TokenFlag } from "../../../grammar/token-list/token-kinds.js";

/** The values of PSTokenType, in their order. */
export const oldTokenTypes = [
  "Unknown",
  "Command",
  "CommandParameter",
  "CommandArgument",
  "Number",
  "String",
  "Variable",
  "Member",
  "LoopLabel",
  "Attribute",
  "Type",
  "Operator",
  "GroupStart",
  "GroupEnd",
  "Keyword",
  "Comment",
  "StatementSeparator",
  "NewLine",
  "LineContinuation",
  "Position",
] as const;

export type OldTokenType = (typeof oldTokenTypes)[number];

/** A token of the list that PowerShell 2.0 had, which `[PSParser]::Tokenize` still gives. */
export interface OldToken {
  readonly type: OldTokenType;
  readonly content: string;
  readonly start: number;
  readonly end: number;
}

/** The old list for a text's tokens: no end of the input, nothing inside of strings, a type in brackets as one. */
export function oldTokens(text: string, tokens: readonly ScriptToken[]): readonly OldToken[] {
  const old: OldToken[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as ScriptToken;
    if (token.kind === "EndOfInput") continue;
    const close = typeInBrackets(tokens, index);
    if (close === undefined) break;
    const { end } = tokens[close] as ScriptToken;
    const { start } = token;
    if (close > index) old.push({ type: "Type", content: text.slice(start, end), start, end });
    else old.push({ type: oldType(token), content: content(text, token), start, end });
    index = close;
  }
  return old;
}

/** The index of the bracket that closes a type's name; the token's own when it opens none; `undefined` if none closes it. */
function typeInBrackets(tokens: readonly ScriptToken[], index: number): number | undefined {
  const name = tokens[index + 1];
  if (tokens[index]?.kind !== "LBracket" || name === undefined) return index;
  if ((name.flags & TokenFlag.TypeName) === 0 || (name.flags & TokenFlag.AttributeName) !== 0) return index;
  let depth = 0;
  for (let i = index; i < tokens.length; i++) {
    if (tokens[i]?.kind === "LBracket") depth++;
    if (tokens[i]?.kind === "RBracket" && --depth === 0) return i;
  }
  return undefined;
}

function oldType({ kind, flags }: ScriptToken): OldTokenType {
  if (kind === "Clean") return "Unknown";
  if ((flags & TokenFlag.CommandName) !== 0) return "Command";
  if ((flags & TokenFlag.MemberName) !== 0) return "Member";
  if ((flags & TokenFlag.AttributeName) !== 0) return "Attribute";
  if ((flags & TokenFlag.TypeName) !== 0) return "Type";
  if ((flags & TokenFlag.Keyword) !== 0) return "Keyword";
  return typeOfKind.get(kind) ?? (keywordKinds.has(kind.toLowerCase()) ? "Keyword" : "Operator");
}

const typeOfKind: ReadonlyMap<string, OldTokenType> = new Map(
  (
    [
      ["CommandArgument", "Identifier Generic"],
      ["CommandParameter", "Parameter"],
      ["Number", "Number"],
      ["String", "StringLiteral StringExpandable HereStringLiteral HereStringExpandable"],
      ["Variable", "Variable SplattedVariable"],
      ["LoopLabel", "Label"],
      ["GroupStart", "LParen LCurly AtParen AtCurly DollarParen"],
      ["GroupEnd", "RParen RCurly"],
      ["Comment", "Comment"],
      ["StatementSeparator", "Semi"],
      ["NewLine", "NewLine"],
      ["LineContinuation", "LineContinuation"],
      [
        "Unknown",
        "Unknown EndOfInput QuestionMark Colon QuestionQuestion QuestionQuestionEquals QuestionDot QuestionLBracket",
      ],
    ] as const
  ).flatMap(([type, kinds]) => kinds.split(" ").map((kind): [string, OldTokenType] => [kind, type])),
);

function content(text: string, token: ScriptToken): string {
  switch (token.class) {
    case "VariableToken":
      return token.variable.userPath;
    case "StringLiteralToken":
    case "StringExpandableToken":
      return token.value;
    default:
      return text.slice(token.start, token.end);
  }
}
