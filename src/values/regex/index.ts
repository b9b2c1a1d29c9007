export {
  checkPattern,
  escapePattern,
  type GroupCapture,
  knownRegex,
  Regex,
  type RegexMatchData,
  regexFor,
} from "./regex.js";
export { expandReplacement } from "./replacement.js";
export { RegexOptions } from "./translate.js";
