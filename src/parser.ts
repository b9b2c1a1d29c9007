/** The parser alone: `ems-emulator/parser`. */
export { dumpTree, parse } from "../grammar/index.js";
export type * from "../grammar/syntax-tree.js";
