import type { Culture } from "../culture.js";
import type { PowerShellError } from "../errors.js";
import { netError } from "../net-errors.js";
import { currentCulture, netText } from "../text.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { int32Text, type StandardSpec, standardSpec } from "./numeric-format.js";

/** A piece of a format: text as it is, or `{index[,width][:spec]}`. */
type Part = string | Item;
interface Item {
  readonly index: number;
  /** Least number of characters. */
  readonly width: number;
  /** Blanks go behind the text instead of before it. */
  readonly left: boolean;
  readonly spec: string;
  /** The spec where it is one of the standard ones of numbers. */
  readonly standard: StandardSpec | null;
}

/** A format taken apart; `failure` makes the error that stands behind the last part, `null` when there is none. */
interface Composite {
  readonly parts: readonly Part[];
  readonly failure: (() => PowerShellError) | null;
}

/** Formats taken apart, from a bounded cache: a loop uses the same one each time. */
const cache = new Map<string, Composite>();
/** The one of the time before. */
let latestFormat = "";
let latestComposite: Composite = { parts: [], failure: null };

function compositeOf(format: string): Composite {
  if (format === latestFormat) {
    // The same text may be another string: from here on it is this one, so that comparing them costs nothing.
    latestFormat = format;
    return latestComposite;
  }
  let known = cache.get(format);
  if (known === undefined) {
    known = parseComposite(format);
    if (cache.size >= 100) cache.delete(cache.keys().next().value as string);
    cache.set(format, known);
  }
  latestFormat = format;
  latestComposite = known;
  return known;
}

/** The text of an argument, with the spec of its item. */
export type ItemText = typeof netText;

/**
 * `string.Format`: replaces `{index[,width][:spec]}` by the text of an argument. Throws FormatException.
 * @param textOf the text of an argument where it is not .NET's own
 */
export function formatComposite(
  context: ValueContext,
  format: string,
  args: readonly Value[],
  culture = currentCulture(context),
  textOf: ItemText = netText,
): string {
  const { parts, failure } = compositeOf(format);
  let out = "";
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Part;
    out += typeof part === "string" ? part : itemText(context, part, args, culture, textOf);
  }
  // What stands before a mistake is formatted first, and may fail before it.
  if (failure !== null) throw failure();
  return out;
}

function itemText(
  context: ValueContext,
  item: Item,
  args: readonly Value[],
  culture: Culture,
  textOf: ItemText,
): string {
  if (item.index >= args.length) throw indexError();
  const arg = args[item.index] ?? null;
  const text = argumentText(context, item, arg, culture, textOf);
  if (text.length >= item.width) return text;
  return item.left ? text.padEnd(item.width) : text.padStart(item.width);
}

/** Text and Int32 are most of what is formatted. */
function argumentText(
  context: ValueContext,
  { spec, standard }: Item,
  arg: Value,
  culture: Culture,
  textOf: ItemText,
): string {
  if (typeof arg === "string") return arg;
  const short = standard !== null && typeof arg === "number" ? int32Text(arg, standard, culture) : null;
  return short ?? textOf(context, arg, spec, culture);
}

function parseComposite(format: string): Composite {
  const parts: Part[] = [];
  const failed = (offset: number, reason: string): Composite => ({ parts, failure: () => parseError(offset, reason) });
  let i = 0;
  while (i < format.length) {
    const c = format[i] as string;
    if (c !== "{" && c !== "}") {
      let end = i + 1;
      while (end < format.length && format[end] !== "{" && format[end] !== "}") end++;
      parts.push(format.slice(i, end));
      i = end;
      continue;
    }
    if (format[i + 1] === c) {
      parts.push(c);
      i += 2;
      continue;
    }
    if (i + 1 >= format.length) return failed(i + 1, "Format item ends prematurely.");
    if (c === "}") return failed(i + 1, "Unexpected closing brace without a corresponding opening brace.");
    const item = parseItem(format, i + 1);
    if ("reason" in item) return failed(item.offset, item.reason);
    parts.push(item.item);
    i = item.end;
  }
  return { parts, failure: null };
}

type ParsedItem = { readonly item: Item; readonly end: number } | { readonly offset: number; readonly reason: string };

/** Reads one item after its `{`; `end` is the offset behind its `}`. */
function parseItem(format: string, start: number): ParsedItem {
  let i = start;
  const early = { offset: format.length, reason: "Format item ends prematurely." };
  const digits = (): number => {
    let n = 0;
    while (i < format.length && isDigit(format, i) && n < 1_000_000) n = n * 10 + format.charCodeAt(i++) - 48;
    return n;
  };
  const blanks = () => {
    while (format[i] === " ") i++;
  };
  const noDigit = () => ({ offset: i, reason: "Expected an ASCII digit." });
  if (i >= format.length) return early;
  if (!isDigit(format, i)) return noDigit();
  const index = digits();
  if (i >= format.length) return early;
  blanks();
  let width = 0;
  let left = false;
  if (format[i] === ",") {
    i++;
    blanks();
    if (i >= format.length) return early;
    if (format[i] === "-") {
      left = true;
      i++;
      if (i >= format.length) return early;
    }
    if (!isDigit(format, i)) return noDigit();
    width = digits();
    blanks();
  }
  if (i >= format.length) return early;
  let spec = "";
  if (format[i] === ":") {
    const end = specEnd(format, i + 1);
    if (end < 0 || format[end] === "{") return end < 0 ? early : { offset: end, reason: early.reason };
    spec = format.slice(i + 1, end);
    i = end;
  }
  if (format[i] !== "}") return { offset: i, reason: early.reason };
  return { item: { index, width, left, spec, standard: standardSpec(spec) }, end: i + 1 };
}

/** Where the next brace stands; -1 when there is none. */
function specEnd(format: string, start: number): number {
  for (let i = start; i < format.length; i++) if (format[i] === "}" || format[i] === "{") return i;
  return -1;
}

function isDigit(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return c >= 48 && c <= 57;
}

function indexError(): PowerShellError {
  return netError(
    "System.FormatException",
    "Index (zero based) must be greater than or equal to zero and less than the size of the argument list.",
  );
}

function parseError(offset: number, reason: string): PowerShellError {
  const head = "Input string was not in a correct format.";
  return netError("System.FormatException", `${head} Failure to parse near offset ${offset}. ${reason}`);
}
