import type { ExecutionContext } from "../../runtime/execution-context.js";
import { PSArray, PSDictionary, PSList } from "../../values/collections.js";
import { enumerate } from "../../values/enumeration.js";
import { PowerShellError } from "../../values/errors.js";
import { formatComposite, type ItemText } from "../../values/format/index.js";
import { Decimal, Double, Single } from "../../values/numbers.js";
import { AutomationNull, isNull } from "../../values/objects.js";
import { DictionaryEntry } from "../../values/pairs.js";
import { displayText, hasElementText, netText } from "../../values/text.js";
import { entriesOf } from "../../values/types/dictionary-types.js";
import { PSObject, type Value } from "../../values/value.js";
import type { FormattingFacts } from "../formatting-facts.js";
import { elementName } from "./display-name.js";

/** What the text of a value depends on. */
export interface CellOptions {
  readonly facts: FormattingFacts;
  /** `$FormatEnumerationLimit`; negative: no limit. */
  readonly enumerationLimit: number;
  /** Format string of the column, or none. */
  readonly format: string | null;
  /** A cell of a table that was made from properties: numbers with a fraction get three decimals where the edition does so. */
  readonly fixedDecimals: boolean;
}

/** The text of a value in a cell, a list or a wide view (SPEC A.4). */
export function cellText(context: ExecutionContext, value: Value, options: CellOptions): string {
  if (options.format !== null) {
    const formatted = formattedText(context, value, options.format);
    if (formatted !== null) return formatted;
  }
  if (typeof value === "string") return value;
  if (value === null || value === AutomationNull) return "";
  if (typeof value !== "object") return displayText(context, value);
  if (options.fixedDecimals && context.facts.threeDecimalCells && isFractional(value))
    return netText(context, value, "F3");
  const elements = elementsOf(value);
  return elements === null ? displayText(context, value) : bracedText(context, elements, options);
}

function isFractional(value: Value): boolean {
  const base = value instanceof PSObject && value.tokenText === null ? value.base : value;
  return base instanceof Double || base instanceof Single || base instanceof Decimal;
}

/** The elements that `{…}` shows: those of collections and the entries of dictionaries. */
function elementsOf(value: Value): Iterable<Value> | null {
  if (value instanceof PSDictionary) return entriesOf(value);
  return enumerate(value);
}

function bracedText(context: ExecutionContext, elements: Iterable<Value>, options: CellOptions): string {
  const texts: string[] = [];
  for (const element of elements) {
    if (options.enumerationLimit >= 0 && texts.length === options.enumerationLimit) {
      return `{${texts.join(", ")}${options.facts.ellipsis}}`;
    }
    texts.push(elementText(context, element, options));
  }
  return `{${texts.join(", ")}}`;
}

function elementText(context: ExecutionContext, element: Value, { facts }: CellOptions): string {
  if (element === null) return facts.nullElement;
  if (element instanceof DictionaryEntry) return entryText(context, element, facts);
  if (element instanceof PSArray || element instanceof PSList) {
    // An inner collection is joined by blanks; where that gives nothing, its type says that it is there.
    const joined = displayText(context, element);
    return joined === "" ? netText(context, element) : joined;
  }
  if (typeof element === "object" && hasElementText(element)) return element.toBracedText();
  return elementName(context, element);
}

function entryText(context: ExecutionContext, entry: DictionaryEntry, facts: FormattingFacts): string {
  if (facts.dictionaryElements === "keys" && entry.type.fullName === "System.Collections.DictionaryEntry") {
    return displayText(context, entry.key);
  }
  return `[${netText(context, entry.key)}, ${netText(context, entry.value)}]`;
}

/** The value through a column's format string; `null` when the format does not fit the value. */
function formattedText(context: ExecutionContext, value: Value, format: string): string | null {
  try {
    if (format.includes("{0") || format.includes("}")) {
      return formatComposite(context, format, [value], undefined, joinedText);
    }
    return isNull(value) ? null : joinedText(context, value, format);
  } catch (thrown) {
    if (thrown instanceof PowerShellError) return null;
    throw thrown;
  }
}

/** A value through a format; the elements of a collection one by one, joined by blanks. */
const joinedText: ItemText = (context, value, format, culture) => {
  const elements = enumerate(value);
  if (elements === null) return netText(context, value, format, culture);
  return [...elements].map((element) => (isNull(element) ? "" : netText(context, element, format, culture))).join(" ");
};

/** `$FormatEnumerationLimit` of the global scope; 4 unless it holds an Int32. */
export function enumerationLimitOf(context: ExecutionContext): number {
  const value = context.session.globalScope.variable("FormatEnumerationLimit")?.value;
  return typeof value === "number" ? value : 4;
}
