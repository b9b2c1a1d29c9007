import { Diagnostics } from "./diagnostics.js";
import { checkTree } from "./semantic-checks.js";
import { Lexer } from "./lexer/lexer.js";
import type { ParseError } from "./parse-error.js";
import { PowerShellParser } from "./parser/powershell-parser.js";
import { type ParserEdition, type ParserEditionName, parserEditions } from "./parser-edition.js";
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

/** Parses a text of PowerShell. Never throws; the time it takes grows with the length of the text. */
export const parse = (text: string, options: ParseOptions = {}): ParseResult => {
  const { edition = "PowerShell7" } = options;
  const features = typeof edition === "string" ? parserEditions[edition] : edition;
  const diagnostics = new Diagnostics();
  parser ??= new PowerShellParser();
  const tree = parser.parse(new Lexer(text, features, diagnostics));
  checkTree(tree, diagnostics);
  return { tree, errors: diagnostics.errors };
};
