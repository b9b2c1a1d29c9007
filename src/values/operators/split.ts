import { PSArray } from "../collections.js";
import { convertTo, isTrue } from "../conversion/index.js";
import { isCollection, operand, toItems } from "../enumeration.js";
import { PowerShellError, runtimeError } from "../errors.js";
import { Char } from "../numbers.js";
import { integerOf } from "../numeric.js";
import { escapePattern, type Regex, RegexOptions, regexFor } from "../regex/index.js";
import { ScriptBlock } from "../script-block.js";
import { netText, toText } from "../text.js";
import type { Value } from "../value.js";
import type { ValueContext } from "../value-context.js";
import { commonTypes } from "../value-types.js";
import type { BinaryOperation } from "./index.js";

/** Unary `-split`: the words of each text. */
export function splitWords(context: ValueContext, value: Value): Value {
  const words: string[] = [];
  for (const item of isCollection(value) ? toItems(value) : [value]) {
    const found = toText(context, item)
      .split(/[\s\u0085]+/)
      .filter((w) => w !== "");
    words.push(...(found.length === 0 ? [""] : found));
  }
  return strings(words);
}

function strings(items: readonly string[]): PSArray {
  return new PSArray([...items], commonTypes().string);
}

/** `-split delimiter[, max[, options]]`; the delimiter is a pattern or a script block that gets each character as `$_`. */
export function split(ignoreCase: boolean): BinaryOperation {
  return (context, left, right) => {
    const args = isCollection(right) ? toItems(right) : [right];
    const delimiter = operand(args[0] ?? null);
    if (args.length === 0) {
      throw runtimeError(
        "BadOperatorArgument",
        "InvalidArgument",
        `The argument to operator '-split' is not valid: ${netText(context, right)}.`,
        { target: right },
      );
    }
    const limit = args.length > 1 ? limitOf(context, args[1] ?? null) : 0;
    const texts = isCollection(left) ? toItems(left).map((item) => toText(context, item)) : [toText(context, left)];
    const out: string[] = [];
    if (delimiter instanceof ScriptBlock) {
      for (const text of texts) splitByPredicate(context, text, delimiter, limit, out);
      return strings(out);
    }
    const regex = delimiterPattern(context, delimiter, args[2], ignoreCase);
    for (const text of texts) splitByPattern(context, regex, text, limit, out);
    return strings(out);
  };
}

function limitOf(context: ValueContext, value: Value): number {
  try {
    return Number(integerOf(convertTo(context, value, commonTypes().int32)) ?? 0n);
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    throw runtimeError("RuntimeException", "NotSpecified", error.record.exception.message, {
      inner: error.record.exception,
    });
  }
}

const optionBits: ReadonlyMap<string, number> = new Map([
  ["simplematch", -1],
  ["regexmatch", 0],
  ["ignorecase", RegexOptions.IgnoreCase],
  ["multiline", RegexOptions.Multiline],
  ["singleline", RegexOptions.Singleline],
  ["explicitcapture", RegexOptions.ExplicitCapture],
  ["ignorepatternwhitespace", RegexOptions.IgnorePatternWhitespace],
  ["cultureinvariant", 0],
]);

function delimiterPattern(
  context: ValueContext,
  delimiter: Value,
  optionValue: Value | undefined,
  ignoreCase: boolean,
): Regex {
  let options = ignoreCase ? RegexOptions.IgnoreCase : 0;
  let simple = false;
  for (const name of optionValue === undefined ? [] : toText(context, optionValue).split(/[\s,]+/)) {
    if (name === "") continue;
    const bits = optionBits.get(name.toLowerCase());
    if (bits === undefined) {
      throw runtimeError(
        "BadOperatorArgument",
        "InvalidArgument",
        `The argument to operator '-split' is not valid: ${name}.`,
      );
    }
    if (bits < 0) simple = true;
    else options |= bits;
  }
  const text = toText(context, delimiter);
  return regexFor(context, simple ? escapePattern(text) : text, options);
}

function splitByPattern(context: ValueContext, regex: Regex, text: string, limit: number, out: string[]): void {
  if (limit < 0) {
    splitFromEnd(context, regex, text, -limit, out);
    return;
  }
  let at = 0;
  for (const found of regex.matches(context, text, 0, limit > 0 ? limit - 1 : Number.POSITIVE_INFINITY)) {
    out.push(text.slice(at, found.index));
    for (const group of found.groups.slice(1)) if (group.success) out.push(group.text);
    at = found.index + found.text.length;
  }
  out.push(text.slice(at));
}

/** A negative limit counts from the end: the rest stands first. */
function splitFromEnd(context: ValueContext, regex: Regex, text: string, limit: number, out: string[]): void {
  const all = [...regex.matches(context, text)];
  const used = limit > 0 ? all.slice(Math.max(0, all.length - (limit - 1))) : all;
  let at = 0;
  for (const found of used) {
    out.push(text.slice(at, found.index));
    for (const group of found.groups.slice(1)) if (group.success) out.push(group.text);
    at = found.index + found.text.length;
  }
  out.push(text.slice(at));
}

function splitByPredicate(
  context: ValueContext,
  text: string,
  predicate: ScriptBlock,
  limit: number,
  out: string[],
): void {
  let part = "";
  let parts = 1;
  for (let i = 0; i < text.length; i++) {
    const isDelimiter =
      (limit <= 0 || parts < limit) &&
      isTrue(context.invoke(predicate, [text, i], { underscore: new Char(text.charCodeAt(i)) }));
    if (isDelimiter) {
      out.push(part);
      part = "";
      parts++;
    } else part += text[i];
  }
  out.push(part);
}
