export { type DumpedNode, dumpTree } from "./dump-tree.js";
export { type ParseOptions, type ParseResult, parse, parseWithTokens, type TokenizedResult } from "./parse.js";
export type { ParseError, ParseErrorId } from "./parse-error.js";
export { type ParserEdition, type ParserEditionName, parserEditions } from "./parser-edition.js";
export type * from "./syntax-tree.js";
export type * from "./token-list/script-token.js";
