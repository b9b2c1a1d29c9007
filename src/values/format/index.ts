export { formatComposite, type ItemText } from "./composite.js";
export { formatFormattable } from "./format-value.js";
export { formatNumber } from "./numeric-format.js";
export { timeSpanText } from "./time-span-format.js";
