import { PSArray } from "../collections.js";
import { newHashtable } from "../dictionary.js";
import { isCollection, operand, toItems } from "../enumeration.js";
import { PowerShellError, runtimeError } from "../errors.js";
import { formatComposite } from "../format/composite.js";
import { expandReplacement, knownRegex, Regex, type RegexMatchData, RegexOptions, regexFor } from "../regex/index.js";
import { ScriptBlock } from "../script-block.js";
import { joinText, toText } from "../text.js";
import { makeMatch } from "../types/regex-values.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { WildcardPattern } from "../wildcard.js";
import type { BinaryOperation, OperationWithItems } from "./index.js";

const patterns = new Map<string, WildcardPattern>();

/** A wildcard pattern from a bounded cache. */
export function wildcardFor(pattern: string, ignoreCase: boolean): WildcardPattern {
  const key = (ignoreCase ? "i" : "c") + pattern;
  let made = patterns.get(key);
  if (made === undefined) {
    made = new WildcardPattern(pattern, ignoreCase);
    if (patterns.size >= 200) patterns.delete(patterns.keys().next().value as string);
    patterns.set(key, made);
  }
  return made;
}

/** `-like`; of a collection the elements that fit, as text. */
export function like(ignoreCase: boolean, wanted: boolean): BinaryOperation {
  return (context, left, right) => {
    const pattern = wildcardFor(toText(context, right), ignoreCase);
    if (!isCollection(left)) return pattern.isMatch(toText(context, left)) === wanted;
    const texts = toItems(left).map((item) => toText(context, item));
    return new PSArray(texts.filter((text) => pattern.isMatch(text) === wanted));
  };
}

function patternOf(context: ValueContext, value: Value, ignoreCase: boolean): Regex {
  const v = operand(value);
  if (v instanceof Regex) return v;
  return regexFor(context, toText(context, v), ignoreCase ? RegexOptions.IgnoreCase : 0);
}

/** `-match`: of a scalar it hands the groups to `context.setMatches`, of a collection it filters. */
export function match(ignoreCase: boolean, wanted: boolean): BinaryOperation {
  return (context, left, right) => {
    const regex = patternOf(context, right, ignoreCase);
    if (isCollection(left)) {
      return new PSArray(toItems(left).filter((item) => regex.isMatch(context, toText(context, item)) === wanted));
    }
    const found = regex.match(context, toText(context, left));
    if (found !== null) setMatches(context, found);
    return (found !== null) === wanted;
  };
}

/** `$Matches` of a match: groups by number or name, those that took part. */
export function setMatches(context: ValueContext, found: RegexMatchData): void {
  const table = newHashtable();
  // Named groups first, the whole match last, as the engine fills the table.
  for (const group of found.groups) {
    if (group.success) table.set(/^\d+$/.test(group.name) ? Number(group.name) : group.name, group.text);
  }
  context.setMatches(table);
}

/** `-replace pattern[, replacement]`; the replacement may be a script block that gets the match as `$_`. */
export function replace(ignoreCase: boolean): BinaryOperation {
  const withOperands = replaceWith(ignoreCase);
  return (context, left, right) => withOperands(context, left, isCollection(right) ? toItems(right) : [right]);
}

/** {@link replace} with the operands one by one. */
export function replaceWith(ignoreCase: boolean): OperationWithItems {
  return (context, left, operands) => {
    if (operands.length > 2) throw tooManyOperands(context, ignoreCase, operands);
    const pattern = operands[0] ?? "";
    const regex =
      (typeof pattern === "string" ? knownRegex(pattern, ignoreCase ? RegexOptions.IgnoreCase : 0) : null) ??
      orInvalidPattern(pattern, () => patternOf(context, pattern, ignoreCase));
    const replacement = operands[1] ?? null;
    const replacer = typeof replacement === "string" ? replacement : replacerOf(context, replacement);
    if (typeof left === "string") return replaceAll(context, regex, left, replacer);
    if (isCollection(left)) {
      return new PSArray(toItems(left).map((item) => replaceAll(context, regex, toText(context, item), replacer)));
    }
    return replaceAll(context, regex, toText(context, left), replacer);
  };
}

function tooManyOperands(context: ValueContext, ignoreCase: boolean, operands: readonly Value[]): PowerShellError {
  const name = !ignoreCase ? "-creplace" : context.facts.languageVersion >= 7 ? "-replace" : "-ireplace";
  return runtimeError(
    "BadReplaceArgument",
    "InvalidOperation",
    `The ${name} operator allows only two elements to follow it, not ${operands.length}.`,
    { target: new PSArray([...operands]) },
  );
}

/** Where the engine checks the pattern itself (-replace, `switch -regex`) it says only that it is not valid. */
export function orInvalidPattern<T>(pattern: Value, make: () => T): T {
  try {
    return make();
  } catch (error) {
    const type = error instanceof PowerShellError ? error.record.exception.type.fullName : "";
    if (type !== "System.Text.RegularExpressions.RegexParseException") throw error;
    const message = `The regular expression pattern ${String(pattern)} is not valid.`;
    throw runtimeError("InvalidRegularExpression", "InvalidOperation", message, { target: pattern });
  }
}

/** A replacement in .NET's terms, or what makes one for each match. */
export type Replacer = string | ((match: RegexMatchData, text: string) => string);

function replacerOf(context: ValueContext, replacement: Value): Replacer {
  const r = operand(replacement);
  if (r instanceof ScriptBlock && context.facts.languageVersion >= 7) {
    return (found) => toText(context, context.invoke(r, [makeMatch(found)], { underscore: makeMatch(found) }));
  }
  return toText(context, r);
}

/** All matches (or the first `limit`) replaced; a text without a match comes back as it is. */
export function replaceAll(
  context: ValueContext,
  regex: Regex,
  text: string,
  replacer: Replacer,
  limit = Number.POSITIVE_INFINITY,
  start?: number,
): string {
  if (typeof replacer === "string" && limit === Number.POSITIVE_INFINITY && start === undefined) {
    const replaced = regex.replaceAtOnce(text, replacer);
    if (replaced !== null) {
      context.checkSize("string", replaced.length);
      return replaced;
    }
  }
  let out = "";
  let at = 0;
  for (const found of regex.matchesInPlace(context, text, start, limit)) {
    const by = typeof replacer === "string" ? expandReplacement(replacer, found, text) : replacer(found, text);
    out += text.slice(at, found.index) + by;
    at = found.index + found.text.length;
    context.checkSize("string", out.length);
  }
  return at === 0 && out === "" ? text : out + text.slice(at);
}

/** `-join`. */
export function join(context: ValueContext, left: Value, right: Value): Value {
  const separator = toText(context, right);
  if (!isCollection(left)) return toText(context, left);
  const parts: string[] = [];
  let length = 0;
  for (const item of toItems(left)) {
    const part = joinText(context, item);
    length += part.length + separator.length;
    parts.push(part);
  }
  context.checkSize("string", length - separator.length);
  context.spend(length >> 6);
  return parts.join(separator);
}

/** `-f`. */
export function format(context: ValueContext, left: Value, right: Value): Value {
  const r = operand(right);
  return formatItems(context, left, isCollection(r) ? toItems(r) : [r]);
}

/** {@link format} with the operands one by one. */
export function formatItems(context: ValueContext, left: Value, items: readonly Value[]): Value {
  const pattern = toText(context, left);
  try {
    const text = formatComposite(context, pattern, items);
    context.checkSize("string", text.length);
    return text;
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    const message = `Error formatting a string: ${error.record.exception.message}.`;
    throw runtimeError("FormatError", "InvalidOperation", message, { target: pattern, inner: error.record.exception });
  }
}
