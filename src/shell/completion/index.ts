export { complete } from "./complete.js";
export type { Completion, CompletionMatch, CompletionType } from "./result.js";
