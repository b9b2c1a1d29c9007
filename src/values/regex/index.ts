export {
  checkPattern,
  escapePattern,
  expandReplacement,
  type GroupCapture,
  Regex,
  type RegexMatchData,
  regexFor,
} from "./regex.js";
export { RegexOptions } from "./translate.js";
