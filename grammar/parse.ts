import { Diagnostics } from "./diagnostics.js";
import { Lexer } from "./lexer/lexer.js";
import type { ParseError } from "./parse-error.js";
import { NestingTooDeep } from "./parser/modal-parser.js";
import { PowerShellParser } from "./parser/powershell-parser.js";
import { type ParserEdition, type ParserEditionName, parserEditions } from "./parser-edition.js";
import { checkTree } from "./semantic-checks.js";
import { listTokens } from "./token-list/list-tokens.js";
import type { ScriptToken } from "./token-list/script-token.js";
import { TokenRecord } from "./token-list/token-record.js";
import type { ScriptBlock } from "./tree/script-blocks.js";

/** How a text is to be parsed. */
export interface ParseOptions {
  /** The version of the language: an edition's name, or the features themselves. Default: `PowerShell7`. */
  readonly edition?: ParserEditionName | ParserEdition;
}

/** What a parse gives: always a tree, also for a wrong text, and what is wrong with it. */
export interface ParseResult {
  readonly tree: ScriptBlock;
  /** In the order in which the real parser reports them; empty for a right text. */
  readonly errors: readonly ParseError[];
}

/** Built at the first parse: importing this module costs nothing. */
let parser: PowerShellParser | undefined;

/**
 * Parses a text of PowerShell. Never throws, and the time it takes grows with the length of the text. A text that is
 * nested too deep has an empty tree and one more error.
 */
export const parse = (text: string, options: ParseOptions = {}): ParseResult => parseText(text, options, undefined);

/** A parse with the tokens of the text. */
export interface TokenizedResult extends ParseResult {
  readonly tokens: readonly ScriptToken[];
}

/** As `parse`, with the tokens: in the order of the text, those of an expandable string inside of it. */
export const parseWithTokens = (text: string, options: ParseOptions = {}): TokenizedResult => {
  const record = new TokenRecord();
  const result = parseText(text, options, record);
  return { ...result, tokens: listTokens(text, result.tree, record.tokens, result.errors) };
};

const parseText = (text: string, options: ParseOptions, record: TokenRecord | undefined): ParseResult => {
  const { edition = "PowerShell7" } = options;
  const features = typeof edition === "string" ? parserEditions[edition] : edition;
  const diagnostics = new Diagnostics(features.errorTexts);
  parser ??= new PowerShellParser();
  try {
    const tree = parser.parse(new Lexer(text, features, diagnostics, undefined, record));
    if (parser.needsCheck || diagnostics.errors.length > 0) checkTree(tree, diagnostics);
    return { tree, errors: diagnostics.errors };
  } catch (error) {
    if (!(error instanceof NestingTooDeep) && !isStackOverflow(error)) throw error;
    // The rules were left in the middle: their state is of no use for the next text.
    parser = undefined;
    const { start, end } = error instanceof NestingTooDeep ? error.extent : { start: 0, end: text.length };
    diagnostics.report("ScriptTooComplicated", start, end, false, []);
    return { tree: emptyScript(text.length), errors: diagnostics.errors };
  }
};

/** A caller that stands deep in the stack itself leaves less room than the counted limit needs. */
const isStackOverflow = (error: unknown): boolean => error instanceof RangeError;

const emptyScript = (length: number): ScriptBlock => ({
  kind: "ScriptBlock",
  start: 0,
  end: length,
  attributes: [],
  usingStatements: [],
  paramBlock: undefined,
  dynamicParamBlock: undefined,
  beginBlock: undefined,
  processBlock: undefined,
  endBlock: { kind: "NamedBlock", start: 0, end: 0, blockKind: "End", unnamed: true, statements: [], traps: undefined },
  cleanBlock: undefined,
  scriptRequirements: undefined,
  body: { start: 0, end: length },
});
