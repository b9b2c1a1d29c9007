/**
 * Objects to console text: the only layer that pads or wraps.
 *
 * For the shell: give each session `extensions.with(formattingKey, new Formatting(facts, builtInViews))`, start each
 * entry with {@link createOutDefault}, write objects and error records to it, then `end()`; when a terminating error
 * ends the entry, `discard()` before the error is shown by a new one. `showMessage` lays out host messages.
 */

export { errorText } from "./error-views/error-text.js";
export { positionMessage } from "./error-views/position.js";
export { Formatting, formattingKey, formattingOf } from "./formatting.js";
export {
  type ErrorLayoutFacts,
  type FormattingFacts,
  powerShell7Formatting,
  windowsPowerShell2Formatting,
  windowsPowerShell4Formatting,
  windowsPowerShell5Formatting,
} from "./formatting-facts.js";
export { messageText } from "./messages.js";
export { createOutDefault, type OutDefault, type OutDefaultOptions, renderToText } from "./out-default.js";
export { FormatEntryData, isFormatPacket } from "./packets.js";
export { builtInViews } from "./views/built-in.js";
export type * from "./views/view.js";
export { ViewTable } from "./views/view-table.js";
